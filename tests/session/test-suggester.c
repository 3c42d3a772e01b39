/* test-suggester.c: what the detector suggests, and that it can be stopped
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "session-fixture.h"

#include "detect/detector.h"
#include "session/metadata.h"

static const char said[] = "Foreign Minister Anna Berg met Karl Osten in "
                           "Geneva on Monday. \"We will "
                           "meet again,\" Osten said.\n";

static void
note_model (ReadoutSession *session,
            const char     *message,
            guint           problem,
            gpointer        user_data)
{
  char **told = user_data;

  if (problem != READOUT_PROBLEM_MODEL)
    return;
  g_free (*told);
  *told = g_strdup (message);
}

/* A model that cannot be used is told, and the rules go on without it; another
 * choice takes the warning away. */
static void
test_broken_model (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  ReadoutMention  *monday = NULL;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_model), &told);
  g_object_set (fixture->suggester, "model", "/no/such/model", NULL);
  readout_suggester_detect (fixture->suggester);
  while (readout_session_get_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, "/no/such/model"));
  g_assert_nonnull (strstr (told, "rules"));

  for (guint i = 0; i < readout_annotations_get_n_records (
                        fixture->annotations, READOUT_KIND_MENTION);
       i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          fixture->annotations, READOUT_KIND_MENTION, i);

      if (readout_span_equal (mention->span,
                              session_fixture_span_of ("Monday", 0)))
        monday = mention;
    }
  g_assert_nonnull (monday);
  g_assert_true (g_str_has_prefix (monday->record.review.detector, "readout "));

  g_object_set (fixture->suggester, "model", "rules", NULL);
  g_assert_null (told);
  readout_suggester_detect (fixture->suggester);
  while (readout_session_get_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (told);
}

static void
note_refusal (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  char **told = user_data;

  if (problem != READOUT_PROBLEM_DETECTION || message == NULL)
    return;
  g_free (*told);
  *told = g_strdup (message);
}

/* Why a text is not detected is told, and the window goes on with it. */
static void
test_too_large (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *told = NULL;
  g_autofree char *large = g_strnfill (READOUT_DETECTOR_MAX_TEXT + 1, '\n');

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_refusal), &told);
  memcpy (large, said, strlen (said));
  session_fixture_paste (fixture, large, NULL);
  g_clear_pointer (&told, g_free);
  readout_suggester_detect (fixture->suggester);
  while (readout_session_get_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (told);
  g_assert_nonnull (strstr (told, "too long"));
  g_assert_cmpuint (readout_session_get_n_items (fixture->session), ==, 0);
}

/* Lets threads that were stopped come to their end. */
static void
let_run (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
}

/* What a detection that was stopped would have found does not come. */
static void
test_cancel (SessionFixture *fixture, gconstpointer data)
{
  guint n_items = readout_session_get_n_items (fixture->session);

  readout_suggester_detect (fixture->suggester);
  g_assert_true (readout_session_get_detecting (fixture->session));
  readout_suggester_cancel (fixture->suggester);
  g_assert_false (readout_session_get_detecting (fixture->session));
  let_run ();
  g_assert_cmpuint (
      readout_session_get_n_items (fixture->session), ==, n_items);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 0);
}

/* Nor does it come into the document that took the place of its own. */
static void
test_replaced (SessionFixture *fixture, gconstpointer data)
{
  readout_suggester_detect (fixture->suggester);
  readout_session_set_store (fixture->session, NULL);
  g_assert_false (readout_session_get_detecting (fixture->session));
  session_fixture_paste (fixture, "", NULL);
  while (readout_session_get_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
  let_run ();
  g_assert_cmpuint (readout_session_get_n_items (fixture->session), ==, 0);
}

static void
note_suggested (ReadoutSuggester *suggester, gboolean unasked, int *seen)
{
  *seen = unasked;
}

static void
wait_until_detected (SessionFixture *fixture)
{
  while (readout_session_get_detecting (fixture->session))
    g_main_context_iteration (NULL, TRUE);
}

typedef struct
{
  ReadoutSession *session;
  int             running; /* When suggestions came; -1 before. */
} Again;

static void
note_running (ReadoutSuggester *suggester, gboolean unasked, Again *again)
{
  again->running = readout_session_get_detecting (again->session);
}

/* One that was stopped does not end the one that was started after it. */
static void
test_again (SessionFixture *fixture, gconstpointer data)
{
  Again again = { fixture->session, -1 };

  /* From now on the model is open, and the detector starts at once. */
  readout_suggester_detect (fixture->suggester);
  wait_until_detected (fixture);

  g_signal_connect (
      fixture->suggester, "suggested", G_CALLBACK (note_running), &again);
  readout_suggester_detect (fixture->suggester);
  readout_suggester_cancel (fixture->suggester);
  readout_suggester_detect (fixture->suggester);
  wait_until_detected (fixture);
  g_assert_cmpint (again.running, ==, TRUE);
}

/* An article that comes in is detected by itself, one group of undo, and no
 * file is left beside it until a person does something. */
static void
test_unasked (SessionFixture *fixture, gconstpointer data)
{
  int seen = -1;

  g_signal_connect (
      fixture->suggester, "suggested", G_CALLBACK (note_suggested), &seen);
  session_fixture_paste (fixture, said, NULL);
  g_assert_true (readout_session_get_detecting (fixture->session));
  wait_until_detected (fixture);

  session_fixture_look_up (fixture);
  g_assert_cmpint (seen, ==, TRUE);
  g_assert_cmpuint (readout_session_get_n_items (fixture->session), >, 3);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (fixture->stack), ==, 1);
  g_assert_nonnull (readout_session_get_selected (fixture->session));
  g_assert_false (readout_saver_needs_saving (fixture->saver));

  readout_suggester_detect (fixture->suggester);
  wait_until_detected (fixture);
  g_assert_cmpint (seen, ==, FALSE);
}

/* What brings items of its own is left alone. */
static void
test_offer (SessionFixture *fixture, gconstpointer data)
{
  g_assert_false (readout_suggester_offer (fixture->suggester));
  g_assert_false (readout_session_get_detecting (fixture->session));
}

/* Another date of publication gives the days of the text other dates. */
static void
test_outdated (SessionFixture *fixture, gconstpointer data)
{
  readout_session_set_meta (
      fixture->session, READOUT_META_PUBLISHED, "2026-03-04");
  g_assert_true (readout_session_get_detecting (fixture->session));
  readout_suggester_cancel (fixture->suggester);
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/suggester/broken-model", test_broken_model);
  SESSION_FIXTURE_ADD ("/suggester/too-large", test_too_large);
  SESSION_FIXTURE_ADD ("/suggester/cancel", test_cancel);
  SESSION_FIXTURE_ADD ("/suggester/again", test_again);
  SESSION_FIXTURE_ADD ("/suggester/replaced", test_replaced);
  SESSION_FIXTURE_ADD ("/suggester/unasked", test_unasked);
  SESSION_FIXTURE_ADD ("/suggester/offer", test_offer);
  SESSION_FIXTURE_ADD ("/suggester/outdated", test_outdated);

  return session_fixture_run ();
}
