/* test-opener.c: the ways by which documents come in, also at once
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "session-fixture.h"

#include "session/selection.h"
#include "session/verbs.h"

static void
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
note_cancelled (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *)user_data = TRUE;
}

static void
note_restored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_restore_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              guint          *n_changed)
{
  if (message != NULL && problem == READOUT_PROBLEM_CHANGED)
    ++*n_changed;
}

static GFile *
make_file (const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));

  return g_file_new_for_path (path);
}

static const char *
shown_text (SessionFixture *fixture)
{
  return readout_text_get_utf8 (readout_document_get_text (
      readout_session_get_document (fixture->session)));
}

/* Opening what is open, before an edit of it is on the disk, finds the edit
 * there, and no other program behind it. */
static void
test_reopen (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  gboolean opened = FALSE;
  guint    n_changed = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &n_changed);
  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  session_fixture_flush (fixture);

  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  readout_session_select (fixture->session, "a2");
  readout_session_accept (fixture->session);
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);

  session_fixture_look_up (fixture);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a2"), ==, READOUT_STATE_CONFIRMED);
  session_fixture_assert_status (fixture, "to review");

  readout_session_select (fixture->session, "m3");
  readout_session_accept (fixture->session);
  session_fixture_flush (fixture);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
  g_assert_cmpuint (n_changed, ==, 0);
}

/* A paste comes in at once, and the file that was asked for before it, which
 * is still on its way, does not take its place: neither before it begins to
 * be read nor after. */
static void
test_paste_while_loading (SessionFixture *fixture, gconstpointer data)
{
  for (guint n_steps = 0; n_steps < 3; n_steps++)
    {
      g_autoptr (GFile) file = make_file ("slow.txt", "This is the file.\n");
      gboolean cancelled = FALSE;

      readout_opener_open_async (
          fixture->opener, file, note_cancelled, &cancelled);
      for (guint i = 0; i < n_steps; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_false (cancelled);
      readout_opener_open_text (fixture->opener, "This was pasted.\n", NULL);
      session_fixture_wait_for (&cancelled);
      g_assert_nonnull (strstr (shown_text (fixture), "pasted"));
    }
}

/* Of two files the last one asked for is open in the end. */
static void
test_last_wins (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) first = make_file ("first.txt", "This is the first.\n");
  g_autoptr (GFile) second = make_file ("second.txt", "This is the second.\n");
  gboolean cancelled = FALSE;
  gboolean opened = FALSE;

  readout_opener_open_async (
      fixture->opener, first, note_cancelled, &cancelled);
  readout_opener_open_async (fixture->opener, second, note_opened, &opened);
  session_fixture_wait_for (&cancelled);
  session_fixture_wait_for (&opened);
  g_assert_nonnull (strstr (shown_text (fixture), "second"));
}

/* What was open last comes back, and the sample where that has gone. */
static void
test_restore (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("last.txt", "This was open last.\n");
  gboolean restored = FALSE;

  readout_opener_restore_async (
      fixture->opener, file, note_restored, &restored);
  session_fixture_wait_for (&restored);
  g_assert_nonnull (strstr (shown_text (fixture), "open last"));

  restored = FALSE;
  g_assert_true (g_file_delete (file, NULL, NULL));
  readout_opener_restore_async (
      fixture->opener, file, note_restored, &restored);
  session_fixture_wait_for (&restored);
  g_assert_null (strstr (shown_text (fixture), "open last"));
  g_assert_true (readout_session_get_detecting (fixture->session));
  readout_suggester_cancel (fixture->suggester);
}

/* Reloading reads what is on the disk and drops what is not there yet. */
static void
test_reload (SessionFixture *fixture, gconstpointer data)
{
  ReadoutDocument *before = fixture->document;

  readout_session_select (fixture->session, "a1");
  readout_session_accept (fixture->session);
  session_fixture_flush (fixture);
  readout_session_select (fixture->session, "a2");
  readout_session_accept (fixture->session);
  readout_opener_reload (fixture->opener);
  while (readout_session_get_document (fixture->session) == before)
    g_main_context_iteration (NULL, TRUE);

  session_fixture_look_up (fixture);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a2"), ==, READOUT_STATE_SUGGESTED);
}

#define ADD(path, func)                                                        \
  g_test_add ("/opener/" path,                                                 \
              SessionFixture,                                                  \
              NULL,                                                            \
              session_fixture_set_up,                                          \
              func,                                                            \
              session_fixture_tear_down)

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  ADD ("reopen", test_reopen);
  ADD ("paste-while-loading", test_paste_while_loading);
  ADD ("last-wins", test_last_wins);
  ADD ("restore", test_restore);
  ADD ("reload", test_reload);

  return session_fixture_run ();
}
