/* test-copies.c: an article is opened whose annotations are in two places
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "file-fixture.h"
#include "project/redirection.h"
#include "session-fixture.h"
#include "session/merger.h"
#include "session/saver-answers.h"
#include "session/selection.h"
#include "session/verbs.h"

#define NAME "copies.readout.json"

/* What the banners say; as long as the session, which goes on to speak while
 * it is taken down. */
static char *asked;
static char *told;

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  char **field = problem == READOUT_PROBLEM_COPY     ? &asked
                 : problem == READOUT_PROBLEM_IMPORT ? &told
                                                     : NULL;

  if (field == NULL)
    return;

  g_free (*field);
  *field = g_strdup (message);
}

static void
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
open_file (SessionFixture *fixture, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean opened = FALSE;

  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);
  session_fixture_look_up (fixture);
}

static char *
get_path (void)
{
  return g_build_filename (g_get_user_data_dir (), NAME, NULL);
}

static GFile *
get_redirected (void)
{
  g_autofree char *path = get_path ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *uri = g_file_get_uri (file);

  return readout_redirection_get_file (uri, NAME);
}

static void
write_with (const char *path, ReadoutDocument *document, const char *id)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  file_fixture_write (path, document);
  if (id != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      file_fixture_change (file, id);
    }
}

/* Beside the article @here is accepted, in the data folder @there. */
static char *
prepare (SessionFixture *fixture, const char *here, const char *there)
{
  char *path = get_path ();
  g_autoptr (GFile) redirected = get_redirected ();
  g_autofree char *base_path = readout_redirection_get_base_path (redirected);

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), NULL);
  write_with (path, fixture->document, here);
  write_with (g_file_peek_path (redirected), fixture->document, there);
  write_with (base_path, fixture->document, NULL);

  return path;
}

static void
assert_state (const char *path, const char *id, ReadoutReviewState state)
{
  g_autoptr (ReadoutDocument) document = file_fixture_read (path);

  g_assert_cmpint (file_fixture_get_state (document, id), ==, state);
}

static void
assert_copy (gboolean is_there)
{
  g_autoptr (GFile) redirected = get_redirected ();
  g_autofree char *base_path = readout_redirection_get_base_path (redirected);

  g_assert_cmpint (g_file_query_exists (redirected, NULL), ==, is_there);
  g_assert_cmpint (g_file_test (base_path, G_FILE_TEST_EXISTS), ==, is_there);
}

/* The work of both is in the file without a further edit, and can be undone. */
static void
test_merged (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = prepare (fixture, "m3", "m4");

  open_file (fixture, path);
  g_assert_null (asked);
  g_assert_nonnull (strstr (told, "1 change"));
  session_fixture_flush (fixture);
  assert_state (path, "m3", READOUT_STATE_CONFIRMED);
  assert_state (path, "m4", READOUT_STATE_CONFIRMED);
  assert_copy (FALSE);

  g_assert_true (readout_undo_stack_undo (fixture->stack));
  session_fixture_flush (fixture);
  assert_state (path, "m3", READOUT_STATE_CONFIRMED);
  assert_state (path, "m4", READOUT_STATE_SUGGESTED);
}

/* Both say the same: there is nothing to tell. */
static void
test_same (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = prepare (fixture, "m3", "m3");

  open_file (fixture, path);
  g_assert_null (asked);
  g_assert_null (told);
  session_fixture_flush (fixture);
  assert_state (path, "m3", READOUT_STATE_CONFIRMED);
  assert_copy (FALSE);
}

/* Here it is rejected, there accepted: the person is asked, and meanwhile what
 * is edited is saved and the copy stays. */
static char *
disagree (SessionFixture *fixture)
{
  char *path = prepare (fixture, NULL, "m4");

  readout_session_select (fixture->session, "m4");
  readout_session_reject (fixture->session);
  file_fixture_write (path, fixture->document);

  open_file (fixture, path);
  g_assert_nonnull (strstr (asked, "1 item"));
  file_fixture_accept (fixture->document, "m5");
  session_fixture_flush (fixture);
  g_assert_nonnull (strstr (asked, "1 item"));
  assert_state (path, "m4", READOUT_STATE_REJECTED);
  assert_state (path, "m5", READOUT_STATE_CONFIRMED);
  assert_copy (TRUE);

  return path;
}

static void
test_keep (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = disagree (fixture);

  readout_saver_keep_mine (fixture->saver);
  session_fixture_flush (fixture);
  g_assert_null (asked);
  assert_state (path, "m4", READOUT_STATE_REJECTED);
  assert_state (path, "m5", READOUT_STATE_CONFIRMED);
  assert_copy (FALSE);
}

static void
test_take (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = disagree (fixture);

  readout_saver_take_theirs (fixture->saver);
  session_fixture_flush (fixture);
  g_assert_null (asked);
  assert_state (path, "m4", READOUT_STATE_CONFIRMED);
  assert_state (path, "m5", READOUT_STATE_CONFIRMED);
  assert_copy (FALSE);
}

/* Who does not answer is asked again. */
static void
test_no_answer (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = disagree (fixture);

  session_fixture_paste (fixture, "Ada Arden left.", "Left");
  g_assert_null (asked);
  assert_copy (TRUE);
  open_file (fixture, path);
  g_assert_nonnull (asked);
}

/* What another program writes meanwhile is merged, too. */
static void
test_with_foreign_change (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *path = disagree (fixture);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  file_fixture_change (file, "s1");
  file_fixture_accept (fixture->document, "m3");
  session_fixture_flush (fixture);
  g_assert_nonnull (asked);
  assert_copy (TRUE);

  readout_saver_take_theirs (fixture->saver);
  session_fixture_flush (fixture);
  assert_state (path, "m3", READOUT_STATE_CONFIRMED);
  assert_state (path, "m4", READOUT_STATE_CONFIRMED);
  assert_state (path, "s1", READOUT_STATE_CONFIRMED);
  assert_copy (FALSE);
}

int
main (int argc, char *argv[])
{
  int status;

  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/copies/merged", test_merged);
  SESSION_FIXTURE_ADD ("/copies/same", test_same);
  SESSION_FIXTURE_ADD ("/copies/keep", test_keep);
  SESSION_FIXTURE_ADD ("/copies/take", test_take);
  SESSION_FIXTURE_ADD ("/copies/no-answer", test_no_answer);
  SESSION_FIXTURE_ADD ("/copies/with-foreign-change", test_with_foreign_change);

  status = session_fixture_run ();
  g_free (asked);
  g_free (told);

  return status;
}
