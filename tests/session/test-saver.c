/* test-saver.c: edits reach the disk
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "session-fixture.h"

#include "session/selection.h"
#include "session/verbs.h"

/* Shorter than the usual delay before a write, in microseconds. */
#define AT_ONCE 400000

static void
accept (SessionFixture *fixture, const char *id)
{
  readout_session_select (fixture->session, id);
  readout_session_accept (fixture->session);
}

static GFile *
dup_file (SessionFixture *fixture)
{
  return g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
}

static void
note_saved (ReadoutSaver *saver, GParamSpec *pspec, gboolean *saved)
{
  *saved = !readout_saver_needs_saving (saver);
}

/* An edit is on the disk within a second, without anybody asking. */
static void
test_autosave (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = dup_file (fixture);
  gboolean         saved = FALSE;
  g_autofree char *status = NULL;
  gint64           start;

  g_signal_connect (
      fixture->saver, "notify::saved-status", G_CALLBACK (note_saved), &saved);
  start = g_get_monotonic_time ();
  accept (fixture, "a1");
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  session_fixture_wait_for (&saved);
  g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
  g_assert_false (readout_undo_stack_is_modified (fixture->stack));
  g_assert_true (g_file_query_exists (file, NULL));
  g_object_get (fixture->saver, "saved-status", &status, NULL);
  g_assert_true (g_str_has_prefix (status, "Saved "));
}

/* A flush does not wait for the timer.  The machine may be busy, so the best
 * of some counts. */
static void
test_flush (SessionFixture *fixture, gconstpointer data)
{
  static const char *const ids[] = { "a1", "a2", "m1", "m2", "m3" };
  gint64                   best = G_MAXINT64;

  session_fixture_flush (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      gint64 start = g_get_monotonic_time ();

      accept (fixture, ids[i]);
      g_assert_true (readout_saver_needs_saving (fixture->saver));
      session_fixture_flush (fixture);
      g_assert_false (readout_saver_needs_saving (fixture->saver));
      g_assert_false (readout_undo_stack_is_modified (fixture->stack));
      best = MIN (best, g_get_monotonic_time () - start);
    }
  g_assert_cmpint (best, <, AT_ONCE);
}

/* What has not been saved is written before another document takes its
 * place. */
static void
test_replaced (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStore) before
      = g_object_ref (readout_session_get_store (fixture->session));
  g_autoptr (ReadoutUndoStack) stack = g_object_ref (fixture->stack);

  accept (fixture, "a1");
  readout_opener_open_text (fixture->opener, "Nothing is said here.", NULL);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
  while (readout_undo_stack_is_modified (stack))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (
      g_file_query_exists (readout_store_get_annotation_file (before), NULL));
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
note_warning (ReadoutSession *session,
              const char     *message,
              guint           problem,
              gboolean       *warned)
{
  if (problem == READOUT_PROBLEM_CHANGED)
    *warned = message != NULL;
}

/* A file that was changed and has gone is made anew by the next edit, and no
 * warning of it stays behind. */
static void
test_gone (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = dup_file (fixture);
  gboolean opened = FALSE;
  gboolean warned = FALSE;

  accept (fixture, "a1");
  session_fixture_flush (fixture);
  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_warning), &warned);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), "", 0, NULL));
  session_fixture_wait_for (&warned);
  g_assert_true (g_file_delete (file, NULL, NULL));

  accept (fixture, "m3");
  session_fixture_flush (fixture);
  g_assert_true (g_file_query_exists (file, NULL));
  g_assert_false (warned);
}

/* What another program wrote stays, until the person says otherwise. */
static void
test_keep_mine (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = dup_file (fixture);
  g_autofree char *status = NULL;
  g_autofree char *contents = NULL;

  accept (fixture, "a1");
  session_fixture_flush (fixture);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "x", 1, NULL));

  accept (fixture, "a2");
  session_fixture_flush (fixture);
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  g_object_get (fixture->saver, "saved-status", &status, NULL);
  g_assert_cmpstr (status, ==, "Not saved");

  readout_saver_keep_mine (fixture->saver);
  session_fixture_flush (fixture);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
  g_assert_true (
      g_file_get_contents (g_file_peek_path (file), &contents, NULL, NULL));
  g_assert_cmpstr (contents, !=, "x");
}

#define ADD(path, func)                                                        \
  g_test_add ("/saver/" path,                                                  \
              SessionFixture,                                                  \
              NULL,                                                            \
              session_fixture_set_up,                                          \
              func,                                                            \
              session_fixture_tear_down)

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  ADD ("autosave", test_autosave);
  ADD ("flush", test_flush);
  ADD ("replaced", test_replaced);
  ADD ("gone", test_gone);
  ADD ("keep-mine", test_keep_mine);

  return session_fixture_run ();
}
