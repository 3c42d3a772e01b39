/* test-opener.c: the ways by which documents come in, also at once
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "session-fixture.h"

#include "base/main-thread.h"
#include "project/journal.h"
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

static void
note_failed (ReadoutSession *session,
             const char     *message,
             guint           problem,
             gboolean       *failed)
{
  if (message != NULL && problem == READOUT_PROBLEM_OPEN)
    *failed = TRUE;
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

static void
accept (SessionFixture *fixture, const char *id)
{
  readout_session_select (fixture->session, id);
  readout_session_accept (fixture->session);
}

/* Kills the program right after an edit: the edit is there, and can be undone
 * with the @n_groups - 1 before it. */
static void
assert_kept (SessionFixture *fixture, guint n_groups)
{
  g_autoptr (ReadoutStore) store = NULL;
  ReadoutDocument *document;
  ReadoutRecord   *record;

  session_fixture_look_up (fixture);
  accept (fixture, "m3");
  store = session_fixture_kill (fixture);
  document = readout_store_get_document (store);
  record = readout_annotations_lookup (
      readout_document_get_annotations (document), "m3");
  g_assert_nonnull (record);
  g_assert_cmpint (record->review.state, ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpuint (readout_undo_stack_get_position (
                        readout_document_get_undo_stack (document)),
                    ==,
                    n_groups);
}

/* Opening what is open leaves it as it is, also while edits of it are not on
 * the disk yet. */
static void
test_reopen (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  gboolean opened = FALSE;
  guint    n_changed = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &n_changed);
  accept (fixture, "a1");
  session_fixture_flush (fixture);

  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  accept (fixture, "a2");
  g_assert_true (readout_saver_needs_saving (fixture->saver));
  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);

  g_assert_true (readout_session_get_document (fixture->session)
                 == fixture->document);
  session_fixture_assert_status (fixture, "open already");
  g_assert_cmpuint (n_changed, ==, 0);
  assert_kept (fixture, 3);
}

/* So does pasting it once more. */
static void
test_paste_again (SessionFixture *fixture, gconstpointer data)
{
  session_fixture_paste (fixture, session_fixture_article, "test");
  g_assert_true (readout_session_get_document (fixture->session)
                 == fixture->document);
  accept (fixture, "a1");
  session_fixture_paste (fixture, session_fixture_article, "test");
  g_assert_true (readout_session_get_document (fixture->session)
                 == fixture->document);
  session_fixture_assert_status (fixture, "open already");
}

/* What was left while its edits were fresh has them when it comes back. */
static void
test_return (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  guint n_changed = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &n_changed);
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  for (guint i = 0; i < 3; i++)
    {
      gboolean opened = FALSE;

      accept (fixture, "a2");
      accept (fixture, "m1");
      readout_session_select (fixture->session, "m2");
      readout_session_toggle_flag (fixture->session);
      session_fixture_replace (fixture);
      readout_opener_open_async (fixture->opener, file, note_opened, &opened);
      session_fixture_wait_for (&opened);
      session_fixture_look_up (fixture);
      g_assert_cmpuint (
          readout_undo_stack_get_position (fixture->stack), ==, 4 + i);
    }
  g_assert_cmpuint (n_changed, ==, 0);
  assert_kept (fixture, 7);
}

/* The file that was asked for before a paste, and is still on its way, does not
 * take its place: neither before it begins to be read nor after.  Nor does a
 * paste take the place of a file that was asked for after it. */
static void
test_paste_while_loading (SessionFixture *fixture, gconstpointer data)
{
  for (guint n_steps = 0; n_steps < 3; n_steps++)
    {
      g_autofree char *name = g_strdup_printf ("slow-%u.txt", n_steps);
      g_autoptr (GFile) file = make_file (name, "This is the file.\n");
      gboolean cancelled = FALSE;
      gboolean opened = FALSE;

      readout_opener_open_async (
          fixture->opener, file, note_cancelled, &cancelled);
      for (guint i = 0; i < n_steps; i++)
        g_main_context_iteration (NULL, FALSE);
      g_assert_false (cancelled);
      session_fixture_paste (fixture, "This was pasted.\n", NULL);
      session_fixture_wait_for (&cancelled);
      g_assert_nonnull (strstr (shown_text (fixture), "pasted"));

      cancelled = FALSE;
      readout_opener_open_text_async (
          fixture->opener, "This, too.\n", NULL, note_cancelled, &cancelled);
      for (guint i = 0; i < n_steps; i++)
        g_main_context_iteration (NULL, FALSE);
      readout_opener_open_async (fixture->opener, file, note_opened, &opened);
      session_fixture_wait_for (&cancelled);
      session_fixture_wait_for (&opened);
      g_assert_nonnull (strstr (shown_text (fixture), "the file"));
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

/* None of the doors keeps the thread of the window waiting for the disk, nor
 * does what is written meanwhile. */
static void
test_main_thread (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("free.txt", "Anna Berg was there.\n");
  ReadoutDocument *before;
  gboolean         opened = FALSE;
  gboolean         restored = FALSE;

  readout_main_thread_keep_free (TRUE);
  accept (fixture, "a1");
  readout_opener_open_async (fixture->opener, file, note_opened, &opened);
  session_fixture_wait_for (&opened);
  session_fixture_paste (fixture, session_fixture_article, "test");
  session_fixture_look_up (fixture);
  accept (fixture, "a2");
  readout_opener_reload (fixture->opener);
  before = fixture->document;
  while (readout_session_get_document (fixture->session) == before)
    g_main_context_iteration (NULL, TRUE);
  readout_opener_restore_async (
      fixture->opener, NULL, note_restored, &restored);
  session_fixture_wait_for (&restored);
  readout_suggester_cancel (fixture->suggester);
  session_fixture_flush (fixture);
  readout_main_thread_keep_free (FALSE);
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
  readout_session_set_store (fixture->session, NULL);
  g_assert_true (g_file_delete (file, NULL, NULL));
  readout_opener_restore_async (
      fixture->opener, file, note_restored, &restored);
  session_fixture_wait_for (&restored);
  g_assert_null (strstr (shown_text (fixture), "open last"));
  g_assert_true (readout_session_get_detecting (fixture->session));
  readout_suggester_cancel (fixture->suggester);
}

static void
reload (SessionFixture *fixture)
{
  ReadoutDocument *before = fixture->document;

  readout_opener_reload (fixture->opener);
  while (readout_session_get_document (fixture->session) == before)
    g_main_context_iteration (NULL, TRUE);
  session_fixture_look_up (fixture);
}

/* Reloading writes what is not on the disk yet and loses nothing, neither the
 * steps of undo nor what is done after it. */
static void
test_reload (SessionFixture *fixture, gconstpointer data)
{
  guint n_changed = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &n_changed);
  accept (fixture, "a1");
  session_fixture_flush (fixture);
  accept (fixture, "a2");
  reload (fixture);
  session_fixture_assert_status (fixture, "Reloaded");
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a2"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpuint (readout_undo_stack_get_position (fixture->stack), ==, 2);
  g_assert_cmpuint (n_changed, ==, 0);
  assert_kept (fixture, 3);
}

/* If another program has changed the file, what it wrote is read. */
static void
test_reload_foreign (SessionFixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *contents = NULL;
  gsize            length;

  accept (fixture, "a1");
  session_fixture_flush (fixture);
  file = g_object_ref (readout_store_get_annotation_file (
      readout_session_get_store (fixture->session)));
  g_assert_true (
      g_file_get_contents (g_file_peek_path (file), &contents, &length, NULL));
  accept (fixture, "m1");
  session_fixture_flush (fixture);

  accept (fixture, "a2");
  g_assert_true (
      g_file_set_contents (g_file_peek_path (file), contents, length, NULL));
  reload (fixture);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a1"), ==, READOUT_STATE_CONFIRMED);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "m1"), ==, READOUT_STATE_SUGGESTED);
  g_assert_cmpint (
      session_fixture_state_of (fixture, "a2"), ==, READOUT_STATE_CONFIRMED);
  g_assert_false (readout_saver_needs_saving (fixture->saver));
  assert_kept (fixture, readout_undo_stack_get_position (fixture->stack) + 1);
}

/* A file that cannot be read leaves what is open and its journal alone. */
static void
test_reload_broken (SessionFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *uri = NULL;
  g_autofree char *journal = NULL;
  GFile           *file;
  gsize            length, length_after;
  gboolean         failed = FALSE;

  accept (fixture, "a1");
  session_fixture_flush (fixture);
  file = readout_store_get_annotation_file (
      readout_session_get_store (fixture->session));
  uri = g_file_get_uri (file);
  journal = readout_journal_get_path (uri);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "x", 1, NULL));
  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_failed), &failed);
  readout_opener_reload (fixture->opener);
  session_fixture_wait_for (&failed);
  g_assert_true (readout_session_get_document (fixture->session)
                 == fixture->document);

  g_assert_true (g_file_get_contents (journal, &before, &length, NULL));
  accept (fixture, "a2");
  g_assert_true (g_file_get_contents (journal, &after, &length_after, NULL));
  g_assert_cmpuint (length_after, >, length);
}

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);

  SESSION_FIXTURE_ADD ("/opener/reopen", test_reopen);
  SESSION_FIXTURE_ADD ("/opener/paste-again", test_paste_again);
  SESSION_FIXTURE_ADD ("/opener/return", test_return);
  SESSION_FIXTURE_ADD ("/opener/paste-while-loading", test_paste_while_loading);
  SESSION_FIXTURE_ADD ("/opener/last-wins", test_last_wins);
  SESSION_FIXTURE_ADD ("/opener/main-thread", test_main_thread);
  SESSION_FIXTURE_ADD ("/opener/restore", test_restore);
  SESSION_FIXTURE_ADD ("/opener/reload", test_reload);
  SESSION_FIXTURE_ADD ("/opener/reload-foreign", test_reload_foreign);
  SESSION_FIXTURE_ADD ("/opener/reload-broken", test_reload_broken);

  return session_fixture_run ();
}
