/* test-store.c: documents on disk
 *
 * Every test has a folder of its own, which is also the user's data and state
 * folder, so that nothing of it reaches the user's own files.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/store.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

#include "base/error.h"
#include "project/pasted.h"
#include "project/store-private.h"
#include "support/store-fixture.h"

static void
assert_no_leftovers (StoreFixture *self, guint n_expected)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint       n = 0;
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_prefix (name, ".") || g_str_has_suffix (name, ".json")
         || g_str_has_suffix (name, ".txt");
  g_assert_cmpuint (n, ==, n_expected);
}

/* Opening either opens both, and what was saved is there again. */
static void
test_pair (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  ReadoutDocument *document = readout_store_get_document (store);

  g_assert_false (readout_store_had_annotations (store));
  g_assert_cmpint (
      readout_store_get_redirection (store), ==, READOUT_REDIRECTION_NONE);
  g_assert_null (readout_store_get_import_message (store));
  g_assert_true (g_file_equal (readout_store_get_annotation_file (store),
                               self->annotation));
  g_assert_cmpstr (readout_document_get_meta (document, READOUT_META_TITLE),
                   ==,
                   "Alvania and Borland agree on ferries");
  g_assert_cmpstr (readout_document_get_meta (document, READOUT_META_PUBLISHED),
                   ==,
                   "2024-03-03");
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  assert_no_leftovers (self, 2);
  store_fixture_close (store);

  store = store_fixture_open (self->annotation);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_true (
      g_file_equal (readout_store_get_article_file (store), self->article));
  g_assert_null (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);

  store = store_fixture_open (self->article);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);
}

/* A file NAME.annotation.json is saved as itself. */
static void
test_itself (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (
      self->folder, "ferries.annotation.json", NULL);
  g_autofree char *saved = NULL;
  ReadoutStore    *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);
  g_assert_true (g_file_move (
      self->annotation, file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));

  store = store_fixture_open (file);
  g_assert_true (
      g_file_equal (readout_store_get_annotation_file (store), file));
  g_assert_true (
      g_file_equal (readout_store_get_article_file (store), self->article));
  store_fixture_edit (store, 12);
  store_fixture_save (store);
  store_fixture_close (store);

  saved = store_fixture_read (file);
  g_assert_nonnull (strstr (saved, "\"m2\""));
  g_assert_false (g_file_query_exists (self->annotation, NULL));
}

/* The text that was annotated wins over an edited article. */
static void
test_edited_article (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->article), "Another text", -1, NULL));

  store = store_fixture_open (self->article);
  g_assert_cmpstr (readout_text_get_utf8 (readout_document_get_text (
                       readout_store_get_document (store))),
                   ==,
                   store_fixture_text);
  g_assert_nonnull (readout_store_get_import_message (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);
}

/* A file with faults is named, and neither replaced nor shown as empty. */
static void
test_broken_annotation (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "{\"format\": 1}", -1, NULL));
  g_assert_null (readout_store_open (self->article, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_STRUCTURE);
  g_assert_nonnull (strstr (error->message, "ferries.readout.json"));
  g_assert_nonnull (strstr (error->message, "line 1, column 12"));
}

/* Nothing is written where nothing would change. */
static void
test_unchanged (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  struct stat   before;
  struct stat   after;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  g_assert_cmpint (stat (g_file_peek_path (self->annotation), &before), ==, 0);
  store_fixture_save (store);
  g_assert_cmpint (stat (g_file_peek_path (self->annotation), &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  store_fixture_close (store);
}

static void
test_changed_elsewhere (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *kept = NULL;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  ours = store_fixture_read (self->annotation);

  /* Put back with the same content: no change. */
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), ours, -1, NULL));
  store_fixture_edit (store, 12);
  store_fixture_save (store);

  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  store_fixture_edit (store, 12);
  g_assert_false (readout_store_save (store, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  g_assert_true (readout_undo_stack_is_modified (store_fixture_stack (store)));
  theirs = store_fixture_read (self->annotation);
  g_assert_cmpstr (theirs, ==, "theirs");

  readout_store_keep_mine (store);
  store_fixture_save (store);
  kept = store_fixture_read (self->annotation);
  g_assert_nonnull (strstr (kept, "\"m3\""));

  /* A file that has vanished is made again. */
  g_assert_cmpint (g_unlink (g_file_peek_path (self->annotation)), ==, 0);
  store_fixture_edit (store, 12);
  store_fixture_save (store);
  g_assert_true (g_file_query_exists (self->annotation, NULL));

  /* Overwriting does not ask. */
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  g_clear_error (&error);
  g_assert_true (readout_store_save (store, TRUE, NULL, &error));
  g_assert_no_error (error);
  store_fixture_close (store);
}

static void
changed_cb (ReadoutStore *store, guint *n)
{
  (*n)++;
}

static gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

static void
wait_for (guint *n, guint wanted, guint milliseconds)
{
  gboolean over = FALSE;
  guint    id = g_timeout_add (milliseconds, timeout_cb, &over);

  while (!over && *n < wanted)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (id);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_store_save_finish (READOUT_STORE (object), result, &error);
  g_assert_no_error (error);
  (*(guint *)user_data)++;
}

/* The monitor tells of others' changes and not of our own. */
static void
test_monitor (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = store_fixture_open (self->article);
  guint         n_changes = 0;
  guint         n_saves = 0;

  g_signal_connect (
      store, "changed-on-disk", G_CALLBACK (changed_cb), &n_changes);

  for (guint i = 0; i < 20; i++)
    {
      store_fixture_edit (store, i);
      readout_store_save_async (store, FALSE, NULL, saved_cb, &n_saves);
    }
  wait_for (&n_saves, 20, 10000);
  g_assert_cmpuint (n_saves, ==, 20);
  g_assert_false (readout_undo_stack_is_modified (store_fixture_stack (store)));
  wait_for (&n_changes, 1, 1500);
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  wait_for (&n_changes, 1, 10000);
  g_assert_cmpuint (n_changes, ==, 1);
  wait_for (&n_changes, 2, 1500);
  g_assert_cmpuint (n_changes, ==, 1);
  store_fixture_close (store);
}

static void
take_look (GTask        *task,
           gpointer      source_object,
           gpointer      task_data,
           GCancellable *cancellable)
{
  g_task_return_pointer (
      task, readout_disk_file_look (task_data, NULL, NULL), NULL);
}

static ReadoutDiskLook *
look_in_thread (ReadoutStore *store)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_task_data (task, store->file, NULL);
  g_task_run_in_thread_sync (task, take_look);

  return g_task_propagate_pointer (task, NULL);
}

/* Another program puts an older copy back at once, and this is found before the
 * store knows that its own save has ended. */
static void
test_found_while_saving (StoreFixture *self, gconstpointer user_data)
{
  const char      *path = g_file_peek_path (self->annotation);
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *older = NULL;
  g_autofree char *now = NULL;
  guint            n_changes = 0;
  guint            n_saves = 0;

  g_signal_connect (
      store, "changed-on-disk", G_CALLBACK (changed_cb), &n_changes);
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  older = store_fixture_read (self->annotation);
  store_fixture_edit (store, 12);
  readout_store_save_async (store, FALSE, NULL, saved_cb, &n_saves);
  do
    {
      g_free (now);
      now = store_fixture_read (self->annotation);
    }
  while (g_str_equal (now, older));
  g_assert_true (g_file_set_contents (path, older, -1, NULL));

  readout_store_take_found (store, look_in_thread (store));
  g_assert_false (readout_store_is_reading (store));
  g_assert_cmpuint (n_saves, ==, 0);
  wait_for (&n_changes, 1, 10000);
  g_assert_cmpuint (n_saves, ==, 1);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_nonnull (readout_store_get_theirs (store));
  store_fixture_close (store);
}

/* Whoever hears of the last save may have the store last: it must not be given
 * up in the thread of the save, beneath what the window does with it. */
static void
test_given_up (StoreFixture *self, gconstpointer user_data)
{
  guint n_saves = 0;

  for (guint i = 0; i < 100; i++)
    {
      ReadoutStore *store = store_fixture_open (self->article);

      readout_store_save_async (store, FALSE, NULL, saved_cb, &n_saves);
      wait_for (&n_saves, i + 1, 10000);
      store_fixture_close (store);
    }
  g_assert_cmpuint (n_saves, ==, 100);
}

static void
refused_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_store_save_finish (READOUT_STORE (object), result, &error);
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  (*(guint *)user_data)++;
}

/* As above, where what another program has written was read. */
static void
test_given_up_reading (StoreFixture *self, gconstpointer user_data)
{
  guint n_saves = 0;

  for (guint i = 0; i < 100; i++)
    {
      ReadoutStore *store = store_fixture_open (self->article);
      guint         n_changes = 0;

      g_signal_connect (
          store, "changed-on-disk", G_CALLBACK (changed_cb), &n_changes);
      g_assert_true (g_file_set_contents (
          g_file_peek_path (self->annotation), "theirs", -1, NULL));
      readout_store_save_async (store, FALSE, NULL, refused_cb, &n_saves);
      wait_for (&n_changes, 1, 10000);
      g_assert_cmpuint (n_changes, ==, 1);
      store_fixture_close (store);
      g_assert_true (g_file_delete (self->annotation, NULL, NULL));
    }
  g_assert_cmpuint (n_saves, ==, 100);
}

static void
test_save_as (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) other
      = g_file_new_build_filename (self->folder, "other.readout.json", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  ReadoutStore    *store = store_fixture_open (self->article);
  guint            n_saves = 0;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_edit (store, 12);
  readout_store_save_as_async (store, other, NULL, saved_cb, &n_saves);
  /* Made while the save is under way. */
  store_fixture_edit (store, 20);
  wait_for (&n_saves, 1, 10000);
  g_assert_cmpuint (n_saves, ==, 1);
  g_assert_true (
      g_file_equal (readout_store_get_annotation_file (store), other));
  g_assert_true (readout_undo_stack_is_modified (store_fixture_stack (store)));

  first = store_fixture_read (self->annotation);
  second = store_fixture_read (other);
  g_assert_null (strstr (first, "\"m2\""));
  g_assert_nonnull (strstr (second, "\"m2\""));
  g_assert_null (strstr (second, "\"m3\""));
  store_fixture_close (store);

  /* What was not saved is recovered from the new file's journal. */
  store = store_fixture_open (other);
  g_assert_cmpuint (store_fixture_count (store), ==, 3);
  g_assert_cmpuint (
      readout_undo_stack_get_position (store_fixture_stack (store)), ==, 3);
  store_fixture_close (store);
}

/* Symbolic links stay, permissions stay. */
static void
test_links (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *real
      = g_build_filename (self->folder, "real.readout.json", NULL);
  ReadoutStore *store = store_fixture_open (self->article);
  struct stat   info;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);
  g_assert_cmpint (g_rename (g_file_peek_path (self->annotation), real), ==, 0);
  g_assert_cmpint (
      symlink ("real.readout.json", g_file_peek_path (self->annotation)),
      ==,
      0);
  g_assert_cmpint (g_chmod (real, 0640), ==, 0);

  store = store_fixture_open (self->article);
  store_fixture_edit (store, 12);
  store_fixture_save (store);
  g_assert_true (g_file_test (g_file_peek_path (self->annotation),
                              G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (real, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  store_fixture_close (store);
}

/* What a killed program left of a save goes when the file is opened again,
 * but not what is being written at this moment, nor another's file. */
static void
test_leftovers (StoreFixture *self, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    gboolean    is_old;
    gboolean    stays;
  } files[] = {
    { ".ferries.readout.json.0123456789abcdef", TRUE, FALSE },
    { ".ferries.readout.json.fedcba9876543210", FALSE, TRUE },
    { ".ferries.readout.json.swp", TRUE, TRUE },
    { ".other.readout.json.0123456789abcdef", TRUE, TRUE },
  };
  ReadoutStore *store;

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
          = g_build_filename (self->folder, files[i].name, NULL);
      struct utimbuf long_ago = { 1000000000, 1000000000 };

      g_assert_true (g_file_set_contents (path, "{", -1, NULL));
      if (files[i].is_old)
        g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
    }

  store = store_fixture_open (self->article);
  store_fixture_close (store);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path
          = g_build_filename (self->folder, files[i].name, NULL);

      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS) == files[i].stays);
    }
}

/* The old file stays when the new one cannot be written wholly. */
static void
test_disk_full (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = store_fixture_open (self->article);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit old;
  struct rlimit small = { 1000, RLIM_INFINITY };
  gboolean      ok;

  store_fixture_edit (store, 0);
  store_fixture_save (store);
  before = store_fixture_read (self->annotation);

  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 20; i++)
    store_fixture_edit (store, i);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  ok = readout_store_save (store, FALSE, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (readout_undo_stack_is_modified (store_fixture_stack (store)));
  after = store_fixture_read (self->annotation);
  g_assert_cmpstr (before, ==, after);
  assert_no_leftovers (self, 2);

  /* And saving goes on when there is room again. */
  store_fixture_save (store);
  store_fixture_close (store);
  store = store_fixture_open (self->article);
  g_assert_cmpuint (store_fixture_count (store), ==, 21);
  store_fixture_close (store);
}

static void
save_redirected (StoreFixture *self)
{
  ReadoutStore *store = store_fixture_open (self->article);

  g_assert_cmpint (readout_store_get_redirection (store),
                   ==,
                   READOUT_REDIRECTION_UNWRITABLE);
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  g_object_unref (store);

  store = store_fixture_open (self->article);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_false (g_file_query_exists (self->annotation, NULL));
  g_object_unref (store);
}

static void
test_read_only (StoreFixture *self, gconstpointer user_data)
{
  store_fixture_run_unwritable (self, "save_redirected");
}

/* Pasted text is found again with its annotations. */
static void
test_adopted (StoreFixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutText) text = readout_text_new (store_fixture_text, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutDocument) again = readout_document_new (text);
  g_autofree char *path = NULL;
  g_autofree char *left = NULL;
  ReadoutStore    *store
      = readout_store_new_for_document (document, "Ferries/again");

  g_assert_true (readout_store_get_document (store) == document);
  g_assert_null (readout_store_get_article_file (store));
  path = g_file_get_path (readout_store_get_annotation_file (store));
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);

  store = readout_store_new_for_document (again, "Ferries/again");
  g_assert_true (readout_store_had_annotations (store));
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  store_fixture_close (store);

  /* What somebody else has put there is left alone. */
  g_assert_true (g_file_set_contents (path, "not ours", -1, NULL));
  store = readout_store_new_for_document (again, "Ferries/again");
  g_assert_false (readout_store_had_annotations (store));
  store_fixture_edit (store, 0);
  store_fixture_save (store);
  store_fixture_close (store);
  g_assert_true (g_file_get_contents (path, &left, NULL, NULL));
  g_assert_cmpstr (left, ==, "not ours");
}

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ReadoutStore **store = user_data;

  *store = readout_store_open_finish (result, &error);
  g_assert_no_error (error);
}

static void
test_async (StoreFixture *self, gconstpointer user_data)
{
  ReadoutStore *store = NULL;

  readout_store_open_async (self->article, NULL, NULL, opened_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (store_fixture_count (store), ==, 0);
  store_fixture_close (store);
}

/* Opens an article of that name, edits, saves and opens it again. */
static void
check_name (StoreFixture *self, const char *name, ReadoutRedirection wanted)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) parent = NULL;
  g_autofree char *base = NULL;
  ReadoutStore    *store;
  FILE            *stream;

  /* g_file_set_contents() cannot write it. */
  stream = g_fopen (path, "w");
  g_assert_nonnull (stream);
  g_assert_cmpint (fputs (store_fixture_text, stream), >=, 0);
  fclose (stream);

  store = store_fixture_open (file);
  g_assert_cmpint (readout_store_get_redirection (store), ==, wanted);
  base = g_file_get_basename (readout_store_get_annotation_file (store));
  g_assert_cmpuint (strlen (base), <=, 255);
  g_assert_true (g_str_has_suffix (base, ".readout.json"));
  if (g_utf8_validate (name, -1, NULL))
    g_assert_true (g_utf8_validate (base, -1, NULL));
  parent = g_file_get_parent (readout_store_get_annotation_file (store));
  g_assert_cmpint (g_str_equal (g_file_peek_path (parent), self->folder),
                   ==,
                   wanted == READOUT_REDIRECTION_NONE);
  store_fixture_edit (store, 4);
  store_fixture_save (store);
  store_fixture_close (store);

  store = store_fixture_open (file);
  g_assert_cmpuint (store_fixture_count (store), ==, 1);
  g_assert_true (readout_store_had_annotations (store));
  store_fixture_close (store);
}

/* Whatever the system takes for the name of an article will do.  The name of
 * its annotations has nine bytes more than NAME.txt, and 255 at most. */
static void
test_names (StoreFixture *self, gconstpointer user_data)
{
  static const char *const names[]
      = { "\xff.txt",       "caf\xe9",
          "two\nlines.txt", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d.txt",
          "%s%n.txt",       " .txt",
          "-rf.txt" };
  static const guint lengths[] = { 224, 225, 238, 240, 246, 247, 250, 255 };
  static const char *const units[]
      = { "x", "\xff", "\xc3\xa4", "\xe2\x82\xac" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    check_name (self, names[i], READOUT_REDIRECTION_NONE);

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (units); j++)
      {
        g_autoptr (GString) name = g_string_new (NULL);

        while (name->len + strlen (units[j]) <= lengths[i] - 4)
          g_string_append (name, units[j]);
        while (name->len < lengths[i] - 4)
          g_string_append_c (name, 'y');
        g_string_append (name, ".txt");
        check_name (self,
                    name->str,
                    lengths[i] > 246 ? READOUT_REDIRECTION_LONG_NAME
                                     : READOUT_REDIRECTION_NONE);
      }
}

static void
pasted_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  ReadoutStore **store = user_data;

  *store = readout_pasted_open_finish (result, &error);
  g_assert_no_error (error);
}

static ReadoutStore *
paste (const char *text, const char *name)
{
  ReadoutStore *store = NULL;

  readout_pasted_open_async (text, name, NULL, pasted_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);

  return store;
}

/* As is what somebody calls a text that was pasted. */
static void
test_pasted_names (StoreFixture *self, gconstpointer user_data)
{
  static const guint lengths[] = { 1, 224, 225, 240, 255, 300, 5000 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], '/');
      g_autofree char *text = g_strdup_printf ("%u were said to be.", i);
      ReadoutStore    *store = paste (text, name);

      store_fixture_edit (store, 4);
      store_fixture_save (store);
      store_fixture_close (store);
      store = paste (text, name);
      g_assert_cmpuint (store_fixture_count (store), ==, 1);
      store_fixture_close (store);
    }
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/store/pair", test_pair);
  STORE_FIXTURE_ADD ("/store/itself", test_itself);
  STORE_FIXTURE_ADD ("/store/edited-article", test_edited_article);
  STORE_FIXTURE_ADD ("/store/broken-annotation", test_broken_annotation);
  STORE_FIXTURE_ADD ("/store/unchanged", test_unchanged);
  STORE_FIXTURE_ADD ("/store/changed-elsewhere", test_changed_elsewhere);
  STORE_FIXTURE_ADD ("/store/monitor", test_monitor);
  STORE_FIXTURE_ADD ("/store/found-while-saving", test_found_while_saving);
  STORE_FIXTURE_ADD ("/store/given-up", test_given_up);
  STORE_FIXTURE_ADD ("/store/given-up-reading", test_given_up_reading);
  STORE_FIXTURE_ADD ("/store/save-as", test_save_as);
  STORE_FIXTURE_ADD ("/store/links", test_links);
  STORE_FIXTURE_ADD ("/store/leftovers", test_leftovers);
  STORE_FIXTURE_ADD ("/store/disk-full", test_disk_full);
  STORE_FIXTURE_ADD ("/store/read-only", test_read_only);
  STORE_FIXTURE_ADD ("/store/adopted", test_adopted);
  STORE_FIXTURE_ADD ("/store/async", test_async);
  STORE_FIXTURE_ADD ("/store/names", test_names);
  STORE_FIXTURE_ADD ("/store/pasted-names", test_pasted_names);
}

int
main (int argc, char *argv[])
{
  static const StoreFixtureWork works[] = {
    STORE_FIXTURE_WORK (save_redirected),
  };

  if (store_fixture_is_worker (argc, argv))
    return store_fixture_run_worker (argv, works, G_N_ELEMENTS (works));

  return store_fixture_main (argc, argv, add_tests);
}
