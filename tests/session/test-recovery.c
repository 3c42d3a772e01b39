/* test-recovery.c: what an earlier session has left behind
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session/recovery.h"

#include <string.h>

#include "file-fixture.h"
#include "project/journal.h"
#include "session-fixture.h"

static void
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

/* What the banner says; as long as the session, which goes on to speak while it
 * is taken down. */
static char *shown;

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gpointer        user_data)
{
  if (problem != READOUT_PROBLEM_ASIDE)
    return;

  g_free (shown);
  shown = g_strdup (message);
}

/* A file whose journal holds one accepted item, @id, that it does not. */
static GFile *
leave_steps (SessionFixture *fixture, const char *name, const char *id)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GError) error = NULL;

  file_fixture_write (path, fixture->document);
  store = readout_store_open (file, NULL, &error);
  g_assert_no_error (error);
  file_fixture_accept (readout_store_get_document (store), id);

  return g_steal_pointer (&file);
}

static void
open_file (SessionFixture *fixture, GFile *file)
{
  gboolean opened = FALSE;

  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);
  session_fixture_look_up (fixture);
}

/* What is discarded is removed when the main loop comes to it. */
static void
wait_until_gone (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *journal = readout_journal_get_path (uri);
  g_autofree char *first = NULL;
  gint64           deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  /* The first path that is free is the first of all again. */
  do
    {
      g_main_context_iteration (NULL, FALSE);
      g_free (first);
      first = readout_aside_make_path (journal);
    }
  while (strstr (first, ".aside-1.") == NULL
         && g_get_monotonic_time () < deadline);
  g_assert_nonnull (strstr (first, ".aside-1."));
}

/* What was recovered is in the file without a further edit. */
static void
test_saved (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = leave_steps (fixture, "saved.readout.json", "m3");
  g_autoptr (ReadoutDocument) document = NULL;

  open_file (fixture, file);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m3"), ==, READOUT_STATE_CONFIRMED);
  session_fixture_flush (fixture);

  document = file_fixture_read (g_file_peek_path (file));
  g_assert_cmpint (
      file_fixture_get_state (document, "m3"), ==, READOUT_STATE_CONFIRMED);
}

static void
test_applied (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = leave_steps (fixture, "applied.readout.json", "m3");
  g_autoptr (ReadoutDocument) document = NULL;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), NULL);
  file_fixture_change (file, "m4");
  open_file (fixture, file);
  g_assert_nonnull (shown);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m3"), ==, READOUT_STATE_SUGGESTED);

  readout_recovery_apply (fixture->session);
  g_assert_null (shown);
  session_fixture_assert_status (fixture, "Applied 1");
  session_fixture_flush (fixture);

  document = file_fixture_read (g_file_peek_path (file));
  g_assert_cmpint (
      file_fixture_get_state (document, "m3"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpint (
      file_fixture_get_state (document, "m4"), ==, READOUT_STATE_CONFIRMED);
}

/* Who does not answer is asked again, who discards is not. */
static void
test_kept_apart (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = leave_steps (fixture, "apart.readout.json", "m3");
  g_autoptr (GFile) other = leave_steps (fixture, "other.readout.json", "m5");

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), NULL);
  file_fixture_change (file, "m4");
  open_file (fixture, file);
  readout_recovery_keep_apart (fixture->session);
  g_assert_null (shown);

  open_file (fixture, other);
  g_assert_null (shown);
  open_file (fixture, file);
  g_assert_nonnull (shown);

  readout_recovery_discard (fixture->session);
  g_assert_null (shown);
  wait_until_gone (file);
  open_file (fixture, other);
  open_file (fixture, file);
  g_assert_null (shown);
}

int
main (int argc, char *argv[])
{
  int status;

  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/recovery/saved", test_saved);
  SESSION_FIXTURE_ADD ("/recovery/applied", test_applied);
  SESSION_FIXTURE_ADD ("/recovery/kept-apart", test_kept_apart);

  status = session_fixture_run ();
  g_free (shown);

  return status;
}
