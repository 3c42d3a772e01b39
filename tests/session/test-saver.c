/* test-saver.c: edits reach the disk
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include "session-fixture.h"
#include "session/saver-answers.h"

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
note_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
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

typedef struct
{
  ReadoutUndoStack *stack; /* Of the document that is written. */
  gboolean          ended;
  gboolean          was_saved;
  GError           *error;
} Flush;

static void
note_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Flush *flush = user_data;

  flush->ended = TRUE;
  flush->was_saved = !readout_undo_stack_is_modified (flush->stack);
  readout_saver_flush_finish (READOUT_SAVER (object), result, &flush->error);
}

/* What has not been saved is written before another document takes its
 * place, and a flush ends when that has been done: also of what was edited
 * while a write was under way. */
static void
test_replaced (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStore) before
      = g_object_ref (readout_session_get_store (fixture->session));
  g_autoptr (ReadoutUndoStack) stack = g_object_ref (fixture->stack);
  Flush first = { .stack = stack };
  Flush second = { .stack = stack };

  accept (fixture, "a1");
  readout_saver_flush_async (fixture->saver, note_flushed, &first);
  accept (fixture, "a2");
  session_fixture_replace (fixture);
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  readout_saver_flush_async (fixture->saver, note_flushed, &second);
  session_fixture_wait_for (&first.ended);
  session_fixture_wait_for (&second.ended);

  g_assert_no_error (first.error);
  g_assert_no_error (second.error);
  g_assert_true (first.was_saved);
  g_assert_true (second.was_saved);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
  g_assert_true (
      g_file_query_exists (readout_store_get_annotation_file (before), NULL));
}

typedef struct
{
  char *left;
  guint n_other; /* That speak of what is open. */
} Told;

static void
note_told (ReadoutSession *session,
           const char     *message,
           guint           problem,
           Told           *told)
{
  if (message == NULL)
    return;
  if (problem == READOUT_PROBLEM_LEFT)
    {
      g_free (told->left);
      told->left = g_strdup (message);
    }
  else if (problem == READOUT_PROBLEM_SAVE
           || problem == READOUT_PROBLEM_CHANGED)
    told->n_other++;
}

/* Lets @spoil do something to the file of the open document after an edit of
 * it, opens another one, and sees that the failure is told as of the first. */
static void
leave_unsaved (SessionFixture *fixture, void (*spoil) (GFile *file), Told *told)
{
  g_autoptr (ReadoutUndoStack) stack = g_object_ref (fixture->stack);
  g_autoptr (GFile) file = dup_file (fixture);
  g_autofree char *status = NULL;
  Flush            flush = { .stack = stack };

  accept (fixture, "a1");
  readout_saver_flush_async (fixture->saver, note_flushed, &flush);
  session_fixture_wait_for (&flush.ended);
  g_assert_no_error (flush.error);
  spoil (file);

  flush.ended = FALSE;
  accept (fixture, "a2");
  session_fixture_replace (fixture);
  g_signal_connect (fixture->session, "problem", G_CALLBACK (note_told), told);
  readout_saver_flush_async (fixture->saver, note_flushed, &flush);
  session_fixture_wait_for (&flush.ended);
  g_assert_nonnull (flush.error);
  g_clear_error (&flush.error);

  g_assert_nonnull (told->left);
  g_assert_nonnull (strstr (told->left, "test.readout.json"));
  g_assert_cmpuint (told->n_other, ==, 0);
  g_object_get (fixture->saver, "saved-status", &status, NULL);
  g_assert_cmpstr (status, !=, "Not saved");
  g_assert_false (readout_saver_needs_saving (fixture->saver));
}

static void
change_file (GFile *file)
{
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "x", 1, NULL));
}

/* A failed write of what was open before is not shown on what is open. */
static void
test_left_changed (SessionFixture *fixture, gconstpointer data)
{
  Told told = { NULL };

  leave_unsaved (fixture, change_file, &told);
  g_assert_nonnull (strstr (told.left, "another program"));
  g_free (told.left);
}

/* Puts a plain file where the folder was, and keeps the folder. */
static void
hide_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *kept = g_strconcat (g_file_peek_path (folder), "-", NULL);

  g_assert_cmpint (g_rename (g_file_peek_path (folder), kept), ==, 0);
  change_file (folder);
}

/* And what could not be written comes back. */
static void
test_left_unwritable (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = dup_file (fixture);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *kept = g_strconcat (g_file_peek_path (folder), "-", NULL);
  gboolean         opened = FALSE;
  Told             told = { NULL };

  leave_unsaved (fixture, hide_folder, &told);
  g_assert_nonnull (strstr (told.left, "come back"));
  g_free (told.left);

  g_assert_true (g_file_delete (folder, NULL, NULL));
  g_assert_cmpint (g_rename (kept, g_file_peek_path (folder)), ==, 0);
  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);
  session_fixture_look_up (fixture);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a2"), ==, READOUT_STATE_CONFIRMED);
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
  gboolean warned = FALSE;

  /* Now that the folder is there, it can be watched. */
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  readout_opener_reload (fixture->opener);
  while (readout_session_get_document (fixture->session) == fixture->document)
    g_main_context_iteration (NULL, TRUE);
  session_fixture_look_up (fixture);
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

typedef struct
{
  char    *message; /* What is wrong, NULL when it is over. */
  guint    n_told;
  gboolean is_lasting; /* Told as what comes again and again. */
} Trouble;

static void
note_trouble (ReadoutSession *session,
              const char     *message,
              guint           problem,
              Trouble        *trouble)
{
  if (problem != READOUT_PROBLEM_SAVE)
    return;

  g_free (trouble->message);
  trouble->message = g_strdup (message);
  trouble->n_told += message != NULL;
  trouble->is_lasting = message != NULL && strstr (message, "every minute");
}

static void
stand_in_the_way (GFile *file)
{
  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (file), 0700), ==, 0);
}

/* What could not be saved is, without anybody asking, when what was in the way
 * has gone; although the next try would have been in ten minutes. */
static void
test_retry_folder (SessionFixture *fixture, gconstpointer data)
{
  static const guint delays[] = { 400, 600000, 600000, 600000, 600000 };
  g_autoptr (GFile) file = dup_file (fixture);
  g_autofree char *unsaved = NULL;
  g_autofree char *status = NULL;
  gboolean         saved = FALSE;
  Trouble          trouble = { NULL };

  stand_in_the_way (file);
  readout_saver_set_delays (fixture->saver, delays);
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_trouble), &trouble);
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  g_assert_nonnull (strstr (trouble.message, "folder"));
  g_assert_nonnull (strstr (trouble.message, "again in 1 s"));
  unsaved = readout_saver_describe_unsaved (fixture->saver);
  g_assert_nonnull (strstr (unsaved, "test.readout.json"));
  g_assert_nonnull (strstr (unsaved, "folder"));
  session_fixture_wait_for (&trouble.is_lasting);
  g_assert_true (readout_saver_needs_saving (fixture->saver));

  g_signal_connect (
      fixture->saver, "notify::saved-status", G_CALLBACK (note_saved), &saved);
  g_assert_true (g_file_delete (file, NULL, NULL));
  session_fixture_wait_for (&saved);
  g_assert_null (trouble.message);
  g_assert_cmpuint (trouble.n_told, ==, 2);
  g_assert_null (readout_saver_describe_unsaved (fixture->saver));
  g_object_get (fixture->saver, "saved-status", &status, NULL);
  g_assert_true (g_str_has_prefix (status, "Saved "));
  g_signal_handlers_disconnect_by_data (fixture->saver, &saved);
  g_signal_handlers_disconnect_by_data (fixture->session, &trouble);
}

/* A disk that is full tells nobody when it is not any more. */
static void
test_retry_time (SessionFixture *fixture, gconstpointer data)
{
  static const guint delays[] = { 20, 30, 40, 50, 100 };
  g_autoptr (GFile) file = dup_file (fixture);
  const struct rlimit little = { 8, RLIM_INFINITY };
  const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
  gboolean            saved = FALSE;
  Trouble             trouble = { NULL };
  struct rlimit       before;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  if (before.rlim_max != RLIM_INFINITY)
    {
      g_test_skip ("the size of files is limited here");
      return;
    }

  readout_saver_set_delays (fixture->saver, delays);
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_trouble), &trouble);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC;
       g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);

  /* Some ten times it has failed, and was told once, for the words were the
   * same. */
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  g_assert_nonnull (strstr (trouble.message, "too large"));
  g_assert_cmpuint (trouble.n_told, ==, 1);

  g_signal_connect (
      fixture->saver, "notify::saved-status", G_CALLBACK (note_saved), &saved);
  session_fixture_wait_for (&saved);
  g_assert_null (trouble.message);
  g_assert_true (g_file_query_exists (file, NULL));
  g_signal_handlers_disconnect_by_data (fixture->saver, &saved);
  g_signal_handlers_disconnect_by_data (fixture->session, &trouble);
}

/* The next edit tries at once, too. */
static void
test_retry_edit (SessionFixture *fixture, gconstpointer data)
{
  static const guint delays[] = { 600000, 600000, 600000, 600000, 600000 };
  g_autoptr (GFile) file = dup_file (fixture);
  gboolean saved = FALSE;
  Trouble  trouble = { NULL };

  stand_in_the_way (file);
  readout_saver_set_delays (fixture->saver, delays);
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_trouble), &trouble);
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  g_assert_nonnull (trouble.message);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_signal_connect (
      fixture->saver, "notify::saved-status", G_CALLBACK (note_saved), &saved);
  accept (fixture, "a2");
  session_fixture_wait_for (&saved);
  g_assert_null (trouble.message);
  g_signal_handlers_disconnect_by_data (fixture->saver, &saved);
  g_signal_handlers_disconnect_by_data (fixture->session, &trouble);
}

static void
wait_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GMutex *gate = task_data;

  g_mutex_lock (gate);
  g_mutex_unlock (gate);
  g_task_return_boolean (task, TRUE);
}

/* As many as there are threads for, and more than come to be soon, so that no
 * write gets one: for who waits that is as a disk that does not answer. */
static void
stop_threads (GMutex *gate)
{
  g_mutex_lock (gate);
  for (guint i = 0; i < 60; i++)
    {
      g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

      g_task_set_task_data (task, gate, NULL);
      g_task_run_in_thread (task, wait_in_thread);
    }
}

/* A flush waits for a limited time, says which file is not written, and can be
 * asked for again. */
static void
test_stalled (SessionFixture *fixture, gconstpointer data)
{
  static GMutex    gate;
  Flush            flush = { .stack = fixture->stack };
  g_autofree char *told = NULL;

  accept (fixture, "a1");
  session_fixture_flush (fixture);

  stop_threads (&gate);
  accept (fixture, "a2");
  readout_saver_set_patience (fixture->saver, 100);
  readout_saver_flush_async (fixture->saver, note_flushed, &flush);
  session_fixture_wait_for (&flush.ended);
  g_assert_error (flush.error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_nonnull (strstr (flush.error->message, ".readout.json"));
  g_clear_error (&flush.error);
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  told = readout_saver_describe_unsaved (fixture->saver);
  g_assert_nonnull (told);
  g_mutex_unlock (&gate);

  flush.ended = FALSE;
  readout_saver_set_patience (fixture->saver, 20000);
  readout_saver_flush_async (fixture->saver, note_flushed, &flush);
  session_fixture_wait_for (&flush.ended);
  g_assert_no_error (flush.error);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);
  /* What a limit of the size of files would end the program with. */
  signal (SIGXFSZ, SIG_IGN);

  SESSION_FIXTURE_ADD ("/saver/autosave", test_autosave);
  SESSION_FIXTURE_ADD ("/saver/flush", test_flush);
  SESSION_FIXTURE_ADD ("/saver/replaced", test_replaced);
  SESSION_FIXTURE_ADD ("/saver/left-changed", test_left_changed);
  SESSION_FIXTURE_ADD ("/saver/left-unwritable", test_left_unwritable);
  SESSION_FIXTURE_ADD ("/saver/gone", test_gone);
  SESSION_FIXTURE_ADD ("/saver/keep-mine", test_keep_mine);
  SESSION_FIXTURE_ADD ("/saver/stalled", test_stalled);
  SESSION_FIXTURE_ADD ("/saver/retry-folder", test_retry_folder);
  SESSION_FIXTURE_ADD ("/saver/retry-time", test_retry_time);
  SESSION_FIXTURE_ADD ("/saver/retry-edit", test_retry_edit);

  return session_fixture_run ();
}
