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

#include "base/error.h"
#include "formats/json.h"
#include "project/journal.h"

static const char article_text[]
    = "Alvania and Borland agree on ferries\n\n"
      "PORT ALVA, 3 March 2024 (Example Agency) - Minister Ada Arden said the "
      "ferries would sail again.\n";

/* A user and group without rights. */
#define NOBODY 65534

typedef struct
{
  char  *folder;
  GFile *article;
  GFile *annotation;
} Fixture;

static void
fixture_set_up (Fixture *self, gconstpointer user_data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("readout-store-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  path = g_build_filename (self->folder, "ferries.txt", NULL);
  g_assert_true (g_file_set_contents (path, article_text, -1, NULL));

  self->article = g_file_new_for_path (path);
  self->annotation
      = g_file_new_build_filename (self->folder, "ferries.readout.json", NULL);
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (!g_file_test (child, G_FILE_TEST_IS_SYMLINK)
          && g_file_test (child, G_FILE_TEST_IS_DIR))
        remove_folder (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

static void
fixture_tear_down (Fixture *self, gconstpointer user_data)
{
  g_object_unref (self->article);
  g_object_unref (self->annotation);
  g_chmod (self->folder, 0700);
  remove_folder (self->folder);
  g_free (self->folder);
}

static ReadoutStore *
open_store (GFile *file)
{
  g_autoptr (GError) error = NULL;
  ReadoutStore *store = readout_store_open (file, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);

  return store;
}

static ReadoutAnnotations *
get_annotations (ReadoutStore *store)
{
  return readout_document_get_annotations (readout_store_get_document (store));
}

static ReadoutUndoStack *
get_stack (ReadoutStore *store)
{
  return readout_document_get_undo_stack (readout_store_get_document (store));
}

static guint
count (ReadoutStore *store)
{
  return readout_annotations_get_n_records (get_annotations (store),
                                            READOUT_KIND_MENTION);
}

/* Gives up a store.  The thread of its last save may have it for a moment. */
static void
close_store (ReadoutStore *store)
{
  gint64 deadline = g_get_monotonic_time () + 5 * G_TIME_SPAN_SECOND;

  g_object_add_weak_pointer (G_OBJECT (store), (gpointer *)&store);
  g_object_unref (store);
  while (store != NULL && g_get_monotonic_time () < deadline)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (100);
    }
  g_assert_null (store);
}

/* One step: adds a mention. */
static void
edit (ReadoutStore *store, guint start)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *id = readout_annotations_make_id (get_annotations (store),
                                                     READOUT_KIND_MENTION);
  g_autoptr (ReadoutMention) mention
      = readout_mention_new (id,
                             READOUT_SPAN (start, start + 7),
                             READOUT_MENTION_LOCATION,
                             READOUT_FORM_NAME);

  readout_changes_add (changes, NULL, mention);
  readout_undo_stack_push (get_stack (store), "Add", id, changes, &error);
  g_assert_no_error (error);
}

static void
save (ReadoutStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (readout_store_save (store, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (readout_undo_stack_is_modified (get_stack (store)));
}

static char *
read_file (GFile *file)
{
  char *contents = NULL;

  g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL);

  return contents;
}

static void
assert_no_leftovers (Fixture *self, guint n_expected)
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
test_pair (Fixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = open_store (self->article);
  ReadoutDocument *document = readout_store_get_document (store);

  g_assert_false (readout_store_had_annotations (store));
  g_assert_false (readout_store_is_redirected (store));
  g_assert_null (readout_store_get_import_message (store));
  g_assert_true (g_file_equal (readout_store_get_annotation_file (store),
                               self->annotation));
  g_assert_cmpstr (readout_document_get_meta (document, READOUT_META_TITLE),
                   ==,
                   "Alvania and Borland agree on ferries");
  g_assert_cmpstr (readout_document_get_meta (document, READOUT_META_PUBLISHED),
                   ==,
                   "2024-03-03");
  edit (store, 0);
  save (store);
  assert_no_leftovers (self, 2);
  close_store (store);

  store = open_store (self->annotation);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_true (
      g_file_equal (readout_store_get_article_file (store), self->article));
  g_assert_null (readout_store_get_import_message (store));
  g_assert_cmpuint (count (store), ==, 1);
  close_store (store);

  store = open_store (self->article);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_cmpuint (count (store), ==, 1);
  close_store (store);
}

/* A file NAME.annotation.json is saved as itself. */
static void
test_itself (Fixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) file = g_file_new_build_filename (
      self->folder, "ferries.annotation.json", NULL);
  g_autofree char *saved = NULL;
  ReadoutStore    *store = open_store (self->article);

  edit (store, 0);
  save (store);
  close_store (store);
  g_assert_true (g_file_move (
      self->annotation, file, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));

  store = open_store (file);
  g_assert_true (
      g_file_equal (readout_store_get_annotation_file (store), file));
  g_assert_true (
      g_file_equal (readout_store_get_article_file (store), self->article));
  edit (store, 12);
  save (store);
  close_store (store);

  saved = read_file (file);
  g_assert_nonnull (strstr (saved, "\"m2\""));
  g_assert_false (g_file_query_exists (self->annotation, NULL));
}

/* The text that was annotated wins over an edited article. */
static void
test_edited_article (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = open_store (self->article);

  edit (store, 0);
  save (store);
  close_store (store);
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->article), "Another text", -1, NULL));

  store = open_store (self->article);
  g_assert_cmpstr (readout_text_get_utf8 (readout_document_get_text (
                       readout_store_get_document (store))),
                   ==,
                   article_text);
  g_assert_nonnull (readout_store_get_import_message (store));
  g_assert_cmpuint (count (store), ==, 1);
  close_store (store);
}

/* A file with faults is named, and neither replaced nor shown as empty. */
static void
test_broken_annotation (Fixture *self, gconstpointer user_data)
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
test_unchanged (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = open_store (self->article);
  struct stat   before;
  struct stat   after;

  edit (store, 0);
  save (store);
  g_assert_cmpint (stat (g_file_peek_path (self->annotation), &before), ==, 0);
  save (store);
  g_assert_cmpint (stat (g_file_peek_path (self->annotation), &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  close_store (store);
}

static void
test_changed_elsewhere (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = open_store (self->article);
  g_autoptr (GError) error = NULL;
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;
  g_autofree char *kept = NULL;

  edit (store, 0);
  save (store);
  ours = read_file (self->annotation);

  /* Put back with the same content: no change. */
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), ours, -1, NULL));
  edit (store, 12);
  save (store);

  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  edit (store, 12);
  g_assert_false (readout_store_save (store, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  g_assert_true (readout_undo_stack_is_modified (get_stack (store)));
  theirs = read_file (self->annotation);
  g_assert_cmpstr (theirs, ==, "theirs");

  readout_store_keep_mine (store);
  save (store);
  kept = read_file (self->annotation);
  g_assert_nonnull (strstr (kept, "\"m3\""));

  /* A file that has vanished is made again. */
  g_assert_cmpint (g_unlink (g_file_peek_path (self->annotation)), ==, 0);
  edit (store, 12);
  save (store);
  g_assert_true (g_file_query_exists (self->annotation, NULL));

  /* Overwriting does not ask. */
  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  g_clear_error (&error);
  g_assert_true (readout_store_save (store, TRUE, NULL, &error));
  g_assert_no_error (error);
  close_store (store);
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
test_monitor (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = open_store (self->article);
  guint         n_changes = 0;
  guint         n_saves = 0;

  g_signal_connect (
      store, "changed-on-disk", G_CALLBACK (changed_cb), &n_changes);

  for (guint i = 0; i < 20; i++)
    {
      edit (store, i);
      readout_store_save_async (store, FALSE, NULL, saved_cb, &n_saves);
    }
  wait_for (&n_saves, 20, 10000);
  g_assert_cmpuint (n_saves, ==, 20);
  g_assert_false (readout_undo_stack_is_modified (get_stack (store)));
  wait_for (&n_changes, 1, 1500);
  g_assert_cmpuint (n_changes, ==, 0);

  g_assert_true (g_file_set_contents (
      g_file_peek_path (self->annotation), "theirs", -1, NULL));
  wait_for (&n_changes, 1, 10000);
  g_assert_cmpuint (n_changes, ==, 1);
  wait_for (&n_changes, 2, 1500);
  g_assert_cmpuint (n_changes, ==, 1);
  close_store (store);
}

static void
test_save_as (Fixture *self, gconstpointer user_data)
{
  g_autoptr (GFile) other
      = g_file_new_build_filename (self->folder, "other.readout.json", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  ReadoutStore    *store = open_store (self->article);
  guint            n_saves = 0;

  edit (store, 0);
  save (store);
  edit (store, 12);
  readout_store_save_as_async (store, other, NULL, saved_cb, &n_saves);
  /* Made while the save is under way. */
  edit (store, 20);
  wait_for (&n_saves, 1, 10000);
  g_assert_cmpuint (n_saves, ==, 1);
  g_assert_true (
      g_file_equal (readout_store_get_annotation_file (store), other));
  g_assert_true (readout_undo_stack_is_modified (get_stack (store)));

  first = read_file (self->annotation);
  second = read_file (other);
  g_assert_null (strstr (first, "\"m2\""));
  g_assert_nonnull (strstr (second, "\"m2\""));
  g_assert_null (strstr (second, "\"m3\""));
  close_store (store);

  /* What was not saved is recovered from the new file's journal. */
  store = open_store (other);
  g_assert_cmpuint (count (store), ==, 3);
  g_assert_cmpuint (readout_undo_stack_get_position (get_stack (store)), ==, 3);
  close_store (store);
}

/* Symbolic links stay, permissions stay. */
static void
test_links (Fixture *self, gconstpointer user_data)
{
  g_autofree char *real
      = g_build_filename (self->folder, "real.readout.json", NULL);
  ReadoutStore *store = open_store (self->article);
  struct stat   info;

  edit (store, 0);
  save (store);
  close_store (store);
  g_assert_cmpint (g_rename (g_file_peek_path (self->annotation), real), ==, 0);
  g_assert_cmpint (
      symlink ("real.readout.json", g_file_peek_path (self->annotation)),
      ==,
      0);
  g_assert_cmpint (g_chmod (real, 0640), ==, 0);

  store = open_store (self->article);
  edit (store, 12);
  save (store);
  g_assert_true (g_file_test (g_file_peek_path (self->annotation),
                              G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpint (stat (real, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  close_store (store);
}

/* The old file stays when the new one cannot be written wholly. */
static void
test_disk_full (Fixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = open_store (self->article);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  struct rlimit old;
  struct rlimit small = { 1000, RLIM_INFINITY };
  gboolean      ok;

  edit (store, 0);
  save (store);
  before = read_file (self->annotation);

  signal (SIGXFSZ, SIG_IGN);
  for (guint i = 0; i < 20; i++)
    edit (store, i);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  ok = readout_store_save (store, FALSE, NULL, &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);

  g_assert_false (ok);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_true (readout_undo_stack_is_modified (get_stack (store)));
  after = read_file (self->annotation);
  g_assert_cmpstr (before, ==, after);
  assert_no_leftovers (self, 2);

  /* And saving goes on when there is room again. */
  save (store);
  close_store (store);
  store = open_store (self->article);
  g_assert_cmpuint (count (store), ==, 21);
  close_store (store);
}

/* Lets somebody else into the user's data folder of this test. */
static void
share_data_folder (void)
{
  g_autofree char *path = g_strdup (g_get_user_data_dir ());

  g_assert_cmpint (g_mkdir_with_parents (path, 0700), ==, 0);
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  while (strlen (path) > strlen (g_get_tmp_dir ()))
    {
      char *parent = g_path_get_dirname (path);

      g_assert_cmpint (g_chmod (path, 0755), ==, 0);
      g_free (path);
      path = parent;
    }
}

static void
test_read_only (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store;
  pid_t         child;
  int           status;

  /* Root may write anywhere, so that the check runs as somebody else. */
  g_assert_cmpint (g_chmod (self->folder, 0555), ==, 0);
  share_data_folder ();
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      g_autoptr (GError) error = NULL;

      if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
        _exit (77);

      store = readout_store_open (self->article, NULL, &error);
      if (store == NULL || !readout_store_is_redirected (store))
        _exit (1);
      edit (store, 0);
      if (!readout_store_save (store, FALSE, NULL, &error))
        _exit (2);
      g_object_unref (store);

      store = readout_store_open (self->article, NULL, &error);
      if (store == NULL || !readout_store_had_annotations (store)
          || count (store) != 1)
        _exit (3);
      _exit (g_file_query_exists (self->annotation, NULL) ? 4 : 0);
    }

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("cannot become another user");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

/* Undo and redo go on after a restart, to the byte. */
static void
test_undo_after_restart (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = open_store (self->article);
  g_autoptr (GBytes) one = NULL;
  g_autoptr (GBytes) one_again = NULL;
  g_autoptr (GBytes) three = NULL;
  g_autoptr (GBytes) three_again = NULL;

  edit (store, 0);
  one = readout_json_write (readout_store_get_document (store));
  save (store);
  edit (store, 12);
  edit (store, 20);
  three = readout_json_write (readout_store_get_document (store));
  g_assert_true (readout_undo_stack_undo (get_stack (store)));
  save (store);
  close_store (store);

  store = open_store (self->article);
  g_assert_false (readout_undo_stack_is_modified (get_stack (store)));
  g_assert_cmpuint (readout_undo_stack_get_n_groups (get_stack (store)), ==, 3);
  g_assert_cmpuint (readout_undo_stack_get_position (get_stack (store)), ==, 2);
  g_assert_cmpstr (
      readout_undo_stack_get_undo_label (get_stack (store)), ==, "Add");
  g_assert_true (readout_undo_stack_redo (get_stack (store)));
  three_again = readout_json_write (readout_store_get_document (store));
  g_assert_true (g_bytes_equal (three, three_again));
  g_assert_true (readout_undo_stack_undo (get_stack (store)));
  g_assert_true (readout_undo_stack_undo (get_stack (store)));
  one_again = readout_json_write (readout_store_get_document (store));
  g_assert_true (g_bytes_equal (one, one_again));
  close_store (store);
}

/* What was not saved comes back, on top of what was. */
static void
test_recovery (Fixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = open_store (self->article);
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  FILE            *journal;

  /* Before the first save. */
  edit (store, 0);
  edit (store, 12);
  close_store (store);

  store = open_store (self->article);
  g_assert_true (readout_store_had_annotations (store));
  g_assert_nonnull (readout_store_get_import_message (store));
  g_assert_cmpuint (count (store), ==, 2);
  g_assert_true (readout_undo_stack_is_modified (get_stack (store)));
  save (store);

  /* And after it, with an undo. */
  edit (store, 20);
  edit (store, 24);
  g_assert_true (readout_undo_stack_undo (get_stack (store)));
  close_store (store);

  /* The last line was torn. */
  journal = g_fopen (path, "a");
  g_assert_nonnull (journal);
  fputs ("{\"push\":{\"label\":\"Ad", journal);
  fclose (journal);

  store = open_store (self->article);
  g_assert_cmpuint (count (store), ==, 3);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (get_stack (store)), ==, 4);
  g_assert_cmpuint (readout_undo_stack_get_position (get_stack (store)), ==, 3);

  /* Goes on behind the torn line. */
  edit (store, 25);
  close_store (store);
  store = open_store (self->article);
  g_assert_cmpuint (count (store), ==, 4);
  save (store);
  close_store (store);

  store = open_store (self->article);
  g_assert_null (readout_store_get_import_message (store));
  g_assert_cmpuint (count (store), ==, 4);
  close_store (store);
}

/* An older file that was put back is taken as it is. */
static void
test_older_file (Fixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = open_store (self->article);
  g_autofree char *old = NULL;

  edit (store, 0);
  save (store);
  old = read_file (self->annotation);
  edit (store, 12);
  save (store);
  close_store (store);

  g_assert_true (
      g_file_set_contents (g_file_peek_path (self->annotation), old, -1, NULL));
  store = open_store (self->article);
  g_assert_cmpuint (count (store), ==, 1);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (get_stack (store)), ==, 0);
  close_store (store);
}

/* A long journal is shortened, and old groups can still be undone in the
 * session that has them. */
static void
test_long_journal (Fixture *self, gconstpointer user_data)
{
  ReadoutStore    *store = open_store (self->article);
  g_autofree char *uri = g_file_get_uri (self->annotation);
  g_autofree char *path = readout_journal_get_path (uri);
  g_autofree char *note = g_strnfill (100000, 'n');
  struct stat      info;
  const guint      n = 100;
  guint            n_kept;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autofree char *id = readout_annotations_make_id (
          get_annotations (store), READOUT_KIND_ACTOR);
      g_autoptr (ReadoutActor) actor
          = readout_actor_new (id, READOUT_ACTOR_PERSON, note);

      readout_changes_add (changes, NULL, actor);
      g_assert_true (readout_undo_stack_push (
          get_stack (store), "Add", id, changes, NULL));
    }
  save (store);
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_size, <, 4 * 1024 * 1024);
  close_store (store);

  store = open_store (self->article);
  n_kept = readout_undo_stack_get_n_groups (get_stack (store));
  g_assert_cmpuint (n_kept, >, 10);
  g_assert_cmpuint (n_kept, <, n);
  close_store (store);

  /* In one session, undo beyond what the journal kept, and be killed. */
  g_assert_cmpint (g_unlink (g_file_peek_path (self->annotation)), ==, 0);
  g_assert_cmpint (g_unlink (path), ==, 0);
  store = open_store (self->article);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autofree char *id = readout_annotations_make_id (
          get_annotations (store), READOUT_KIND_ACTOR);
      g_autoptr (ReadoutActor) actor
          = readout_actor_new (id, READOUT_ACTOR_PERSON, note);

      readout_changes_add (changes, NULL, actor);
      g_assert_true (readout_undo_stack_push (
          get_stack (store), "Add", id, changes, NULL));
    }
  save (store);
  for (guint i = 0; i < n - 5; i++)
    g_assert_true (readout_undo_stack_undo (get_stack (store)));
  g_assert_true (readout_undo_stack_redo (get_stack (store)));
  close_store (store);

  store = open_store (self->article);
  g_assert_cmpuint (readout_annotations_get_n_records (get_annotations (store),
                                                       READOUT_KIND_ACTOR),
                    ==,
                    6);
  while (readout_undo_stack_redo (get_stack (store)))
    ;
  g_assert_cmpuint (readout_annotations_get_n_records (get_annotations (store),
                                                       READOUT_KIND_ACTOR),
                    ==,
                    n);
  close_store (store);
}

/* A second window on the same file must not spoil the first one's journal. */
static void
test_two_windows (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *first = open_store (self->article);
  ReadoutStore *second = open_store (self->article);
  g_autoptr (GError) error = NULL;

  edit (first, 0);
  edit (second, 12);
  save (first);
  g_assert_false (readout_store_save (second, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);
  close_store (second);
  close_store (first);

  first = open_store (self->article);
  g_assert_cmpuint (count (first), ==, 1);
  g_assert_cmpuint (readout_undo_stack_get_n_groups (get_stack (first)), ==, 1);
  close_store (first);
}

/* Pasted text is found again with its annotations. */
static void
test_adopted (Fixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutText) text = readout_text_new (article_text, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutDocument) again = readout_document_new (text);
  ReadoutStore *store
      = readout_store_new_for_document (document, "Ferries/again");

  g_assert_true (readout_store_get_document (store) == document);
  g_assert_null (readout_store_get_article_file (store));
  edit (store, 0);
  save (store);
  close_store (store);

  store = readout_store_new_for_document (again, "Ferries/again");
  g_assert_true (readout_store_had_annotations (store));
  g_assert_cmpuint (count (store), ==, 1);
  close_store (store);
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
test_async (Fixture *self, gconstpointer user_data)
{
  ReadoutStore *store = NULL;

  readout_store_open_async (self->article, NULL, opened_cb, &store);
  while (store == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (count (store), ==, 0);
  close_store (store);
}

#define ADD(path, function)                                                    \
  g_test_add (path, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("/store/pair", test_pair);
  ADD ("/store/itself", test_itself);
  ADD ("/store/edited-article", test_edited_article);
  ADD ("/store/broken-annotation", test_broken_annotation);
  ADD ("/store/unchanged", test_unchanged);
  ADD ("/store/changed-elsewhere", test_changed_elsewhere);
  ADD ("/store/monitor", test_monitor);
  ADD ("/store/save-as", test_save_as);
  ADD ("/store/links", test_links);
  ADD ("/store/disk-full", test_disk_full);
  ADD ("/store/read-only", test_read_only);
  ADD ("/store/undo-after-restart", test_undo_after_restart);
  ADD ("/store/recovery", test_recovery);
  ADD ("/store/older-file", test_older_file);
  ADD ("/store/long-journal", test_long_journal);
  ADD ("/store/two-windows", test_two_windows);
  ADD ("/store/adopted", test_adopted);
  ADD ("/store/async", test_async);
  return g_test_run ();
}
