/* test-merger.c: another program writes the file that is open
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session/merger.h"

#include <string.h>

#include "base/main-thread.h"
#include "file-fixture.h"
#include "formats/json.h"
#include "session-fixture.h"
#include "session/saver-answers.h"
#include "session/selection.h"
#include "session/verbs.h"

/* What the banners say. */
typedef struct
{
  char *changed;
  char *conflict;
  guint n_told;
} Told;

/* Lives as long as the session, which goes on to speak while it is taken
 * down. */
static Told told;

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  char **field = problem == READOUT_PROBLEM_CHANGED    ? &told.changed
                 : problem == READOUT_PROBLEM_CONFLICT ? &told.conflict
                                                       : NULL;

  if (field == NULL)
    return;

  g_free (*field);
  *field = g_strdup (message);
  told.n_told += message != NULL ? 1 : 0;
}

static GFile *
get_file (SessionFixture *fixture)
{
  return readout_store_get_annotation_file (
      readout_session_get_store (fixture->session));
}

/* An article with one accepted item, saved. */
static void
start (SessionFixture *fixture)
{
  told.n_told = 0;
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), NULL);
  file_fixture_accept (fixture->document, "a1");
  session_fixture_flush (fixture);
}

static void
note_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_saver_flush_finish (READOUT_SAVER (object), result, &error);
  *(gboolean *)user_data = TRUE;
}

/* Until all is written or it is known what stands in the way. */
static void
flush (SessionFixture *fixture)
{
  gboolean flushed = FALSE;

  readout_main_thread_keep_free (TRUE);
  readout_saver_flush_async (fixture->saver, note_flushed, &flushed);
  session_fixture_wait_for (&flushed);
  readout_main_thread_keep_free (FALSE);
}

static void
assert_file (SessionFixture *fixture, const char *id, ReadoutReviewState state)
{
  g_autoptr (ReadoutDocument) document
      = file_fixture_read (g_file_peek_path (get_file (fixture)));

  g_assert_cmpint (file_fixture_get_state (document, id), ==, state);
}

/* Both sides' work is in the file and in the window, and nothing is asked. */
static void
test_other_items (SessionFixture *fixture, gconstpointer data)
{
  start (fixture);
  file_fixture_change (get_file (fixture), "m4");
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);

  g_assert_cmpuint (told.n_told, ==, 0);
  session_fixture_assert_status (fixture, "1 change of another program");
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
  assert_file (fixture, "m4", READOUT_STATE_CONFIRMED);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m4"), ==, READOUT_STATE_CONFIRMED);

  /* It is a step like any other. */
  g_assert_true (readout_undo_stack_undo (fixture->stack));
  flush (fixture);
  assert_file (fixture, "m4", READOUT_STATE_SUGGESTED);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
}

/* A program that is killed after a merge has its history still. */
static void
test_nothing_unsaved (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStore) store = NULL;
  guint  position;
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  start (fixture);
  file_fixture_change (get_file (fixture), "m4");
  while (session_fixture_state_of (fixture, "m4") == READOUT_STATE_SUGGESTED
         && g_get_monotonic_time () < deadline)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m4"), ==, READOUT_STATE_CONFIRMED);
  g_assert_false (readout_saver_needs_saving (fixture->saver));

  file_fixture_accept (fixture->document, "m3");
  position = readout_undo_stack_get_position (fixture->stack);
  store = session_fixture_kill (fixture);
  g_assert_cmpint (
      file_fixture_get_state (readout_store_get_document (store), "m3"),
      ==,
      READOUT_STATE_CONFIRMED);
  g_assert_null (readout_store_get_aside (store));
  g_assert_cmpuint (
      readout_undo_stack_get_position (
          readout_document_get_undo_stack (readout_store_get_document (store))),
      ==,
      position);
}

/* Both accepted it, at another time: the person is asked. */
static void
disagree (SessionFixture *fixture)
{
  start (fixture);
  file_fixture_change (get_file (fixture), "m4");
  file_fixture_accept (fixture->document, "m3");
  readout_session_select (fixture->session, "m4");
  readout_session_reject (fixture->session);
  flush (fixture);
  g_assert_nonnull (told.conflict);
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  assert_file (fixture, "m3", READOUT_STATE_SUGGESTED);
}

static void
test_mine (SessionFixture *fixture, gconstpointer data)
{
  disagree (fixture);
  readout_saver_keep_mine (fixture->saver);
  flush (fixture);
  g_assert_null (told.conflict);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
  assert_file (fixture, "m4", READOUT_STATE_REJECTED);
}

static void
test_theirs (SessionFixture *fixture, gconstpointer data)
{
  disagree (fixture);
  readout_saver_take_theirs (fixture->saver);
  flush (fixture);
  g_assert_null (told.conflict);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
  assert_file (fixture, "m4", READOUT_STATE_CONFIRMED);
}

/* What is taken back here is no matter of dispute any more. */
static void
test_taken_back (SessionFixture *fixture, gconstpointer data)
{
  disagree (fixture);
  g_assert_true (readout_undo_stack_undo (fixture->stack));
  flush (fixture);
  g_assert_null (told.conflict);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
  assert_file (fixture, "m4", READOUT_STATE_CONFIRMED);
}

/* Laid out anew, the file says the same. */
static void
test_white_space (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  start (fixture);
  bytes = readout_json_write_line (fixture->document);
  g_assert_true (g_file_set_contents (g_file_peek_path (get_file (fixture)),
                                      g_bytes_get_data (bytes, NULL),
                                      g_bytes_get_size (bytes),
                                      NULL));
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);
  g_assert_cmpuint (told.n_told, ==, 0);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
}

/* What only another program knows is kept, also where it is all it changed. */
static void
test_unknown_members (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutDocument) theirs = NULL;
  g_autoptr (ReadoutDocument) now = NULL;
  const char *path;

  start (fixture);
  path = g_file_peek_path (get_file (fixture));
  theirs = file_fixture_read (path);
  readout_document_set_extra (theirs, "{\"file\":{\"x_other\":{\"a\":1}}}");
  readout_document_set_generator (theirs, "Tagger 2.1");
  file_fixture_write (path, theirs);
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);
  g_assert_cmpuint (told.n_told, ==, 0);

  now = file_fixture_read (path);
  g_assert_cmpstr (readout_document_get_generator (now), ==, "Tagger 2.1");
  g_assert_nonnull (readout_document_get_extra (now));
  g_assert_nonnull (strstr (readout_document_get_extra (now), "x_other"));
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
}

/* A program that writes in place is seen with half of the file written. */
static void
test_half_written (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *whole = NULL;
  const char      *path;
  gsize            length;

  start (fixture);
  path = g_file_peek_path (get_file (fixture));
  file_fixture_change (get_file (fixture), "m4");
  g_assert_true (g_file_get_contents (path, &whole, &length, &error));
  g_assert_true (g_file_set_contents (path, whole, length / 2, &error));
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);
  g_assert_nonnull (told.changed);

  g_assert_true (g_file_set_contents (path, whole, length, &error));
  flush (fixture);
  g_assert_null (told.changed);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
  assert_file (fixture, "m4", READOUT_STATE_CONFIRMED);
}

static void
test_other_text (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (ReadoutDocument) other = NULL;

  start (fixture);
  text = readout_text_new ("Another article.", -1);
  other = readout_document_new (text);
  file_fixture_write (g_file_peek_path (get_file (fixture)), other);
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);
  g_assert_nonnull (told.changed);
  g_assert_nonnull (strstr (told.changed, "another text"));
  g_assert_true (readout_saver_needs_saving (fixture->saver));
}

static void
test_broken (SessionFixture *fixture, gconstpointer data)
{
  start (fixture);
  g_assert_true (g_file_set_contents (
      g_file_peek_path (get_file (fixture)), "{\"format\": ", -1, NULL));
  file_fixture_accept (fixture->document, "m3");
  flush (fixture);
  g_assert_nonnull (told.changed);
  g_assert_nonnull (strstr (told.changed, "cannot be read"));

  readout_saver_keep_mine (fixture->saver);
  flush (fixture);
  g_assert_null (told.changed);
  assert_file (fixture, "m3", READOUT_STATE_CONFIRMED);
}

int
main (int argc, char *argv[])
{
  int status;

  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/merger/other-items", test_other_items);
  SESSION_FIXTURE_ADD ("/merger/nothing-unsaved", test_nothing_unsaved);
  SESSION_FIXTURE_ADD ("/merger/mine", test_mine);
  SESSION_FIXTURE_ADD ("/merger/theirs", test_theirs);
  SESSION_FIXTURE_ADD ("/merger/taken-back", test_taken_back);
  SESSION_FIXTURE_ADD ("/merger/white-space", test_white_space);
  SESSION_FIXTURE_ADD ("/merger/unknown-members", test_unknown_members);
  SESSION_FIXTURE_ADD ("/merger/half-written", test_half_written);
  SESSION_FIXTURE_ADD ("/merger/other-text", test_other_text);
  SESSION_FIXTURE_ADD ("/merger/broken", test_broken);

  status = session_fixture_run ();
  g_free (told.changed);
  g_free (told.conflict);

  return status;
}
