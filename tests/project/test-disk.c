/* test-disk.c: what another program puts in the place of an open file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/main-thread.h"
#include "project/disk-file.h"
#include "support/store-fixture.h"

/* Long enough for a busy machine; what hangs does so for ever. */
#define PATIENCE_MS 20000

typedef void (*Replace) (const char *path);

/* A store that has written its file once, and hears of changes. */
typedef struct
{
  StoreFixture  base;
  ReadoutStore *store;
  const char   *path;
  guint         n_changes;
} Fixture;

static void
changed_cb (ReadoutStore *store, guint *n_changes)
{
  (*n_changes)++;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  store_fixture_set_up (&self->base, NULL);
  self->path = g_file_peek_path (self->base.annotation);
  self->store = store_fixture_open (self->base.article);
  store_fixture_edit (self->store, 0);
  store_fixture_save (self->store);
  self->n_changes = 0;
  g_signal_connect (self->store,
                    "changed-on-disk",
                    G_CALLBACK (changed_cb),
                    &self->n_changes);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (g_rmdir (self->path) != 0)
    g_unlink (self->path);
  store_fixture_close (self->store);
  store_fixture_tear_down (&self->base, NULL);
}

static gboolean
timeout_cb (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Runs the main loop until *n is at least wanted, or so long. */
static void
run_until (const guint *n, guint wanted, guint milliseconds)
{
  gboolean over = FALSE;
  guint    id = g_timeout_add (milliseconds, timeout_cb, &over);

  while (!over && *n < wanted)
    g_main_context_iteration (NULL, TRUE);
  if (!over)
    g_source_remove (id);
}

static void
put_fifo (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
}

static void
put_folder (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
put_device (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
}

/* Three gigabytes that take no room. */
static void
put_large_file (const char *path)
{
  int fd = g_open (path, O_WRONLY | O_TRUNC, 0);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, (goffset)3 * 1024 * 1024 * 1024), ==, 0);
  close (fd);
}

static void
put_words (const char *path)
{
  g_assert_true (g_file_set_contents (path, "theirs", -1, NULL));
}

/* The file keeps its size, and its time is set back. */
static void
put_backdated_words (const char *path)
{
  int             fd = g_open (path, O_WRONLY, 0);
  struct stat     info;
  struct timespec times[2];

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (fstat (fd, &info), ==, 0);
  g_assert_cmpint (pwrite (fd, "theirs", 6, 0), ==, 6);
  times[0] = info.st_atim;
  times[1] = info.st_mtim;
  g_assert_cmpint (futimens (fd, times), ==, 0);
  close (fd);
}

static const struct
{
  const char *name;
  Replace     replace;
  const char *told;    /* of what is there now */
  const char *refused; /* by a save */
} replacements[] = {
  { "pipe", put_fifo, "it is a pipe", "it is a pipe" },
  { "folder", put_folder, "it is a folder", "it is a folder" },
  { "device", put_device, "it is a device", "it is a device" },
  { "large-file", put_large_file, "larger than 256 MB", "larger than 256 MB" },
  { "words", put_words, "cannot be read now", "changed by another program" },
  { "backdated",
    put_backdated_words,
    "cannot be read now",
    "changed by another program" },
};

/* The thread of the window goes on while another one looks, once. */
static void
test_told (Fixture *self, gconstpointer data)
{
  guint            i = GPOINTER_TO_UINT (data);
  g_autofree char *told = NULL;

  replacements[i].replace (self->path);
  readout_main_thread_keep_free (TRUE);
  run_until (&self->n_changes, 1, PATIENCE_MS);
  g_assert_cmpuint (self->n_changes, ==, 1);
  told = readout_store_describe_change (self->store);
  run_until (&self->n_changes, 2, 1200);
  readout_main_thread_keep_free (FALSE);

  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_nonnull (strstr (told, replacements[i].told));
}

typedef struct
{
  guint   n_ended;
  GError *error;
} Saved;

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Saved *saved = user_data;

  readout_store_save_finish (READOUT_STORE (object), result, &saved->error);
  saved->n_ended++;
}

/* A save says what is in the way, loses nothing, and works again when that has
 * gone. */
static void
test_save (Fixture *self, gconstpointer data)
{
  guint       i = GPOINTER_TO_UINT (data);
  Saved       saved = { 0 };
  struct stat before;
  struct stat after;

  replacements[i].replace (self->path);
  g_assert_cmpint (g_lstat (self->path, &before), ==, 0);
  store_fixture_edit (self->store, 12);
  readout_store_save_async (self->store, FALSE, NULL, saved_cb, &saved);
  run_until (&saved.n_ended, 1, PATIENCE_MS);
  g_assert_cmpuint (saved.n_ended, ==, 1);
  g_assert_nonnull (saved.error);
  g_assert_nonnull (strstr (saved.error->message, replacements[i].refused));
  g_clear_error (&saved.error);
  g_assert_cmpint (g_lstat (self->path, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);

  if (g_rmdir (self->path) != 0)
    g_assert_cmpint (g_unlink (self->path), ==, 0);
  readout_store_save_async (self->store, FALSE, NULL, saved_cb, &saved);
  run_until (&saved.n_ended, 2, PATIENCE_MS);
  g_assert_no_error (saved.error);
  store_fixture_close (self->store);
  self->store = store_fixture_open (self->base.article);
  g_assert_cmpuint (store_fixture_count (self->store), ==, 2);
}

typedef struct
{
  guint         n_ended;
  ReadoutStore *store;
  GError       *error;
} Opened;

static void
opened_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Opened *opened = user_data;

  opened->store = readout_store_open_finish (result, &opened->error);
  opened->n_ended++;
}

static void
assert_not_opened (GFile *file, const char *told)
{
  Opened opened = { 0 };

  readout_main_thread_keep_free (TRUE);
  readout_store_open_async (file, NULL, NULL, opened_cb, &opened);
  run_until (&opened.n_ended, 1, PATIENCE_MS);
  readout_main_thread_keep_free (FALSE);
  g_assert_cmpuint (opened.n_ended, ==, 1);
  g_assert_null (opened.store);
  g_assert_nonnull (strstr (opened.error->message, told));
  g_clear_error (&opened.error);
}

/* What is opened, or lies beside it, and can be no article or annotations. */
static void
test_open (Fixture *self, gconstpointer data)
{
  guint       i = GPOINTER_TO_UINT (data);
  const char *article = g_file_peek_path (self->base.article);

  store_fixture_save (self->store);
  store_fixture_close (self->store);
  replacements[i].replace (self->path);
  assert_not_opened (self->base.annotation, replacements[i].told);
  assert_not_opened (self->base.article, replacements[i].told);

  if (g_rmdir (self->path) != 0)
    g_assert_cmpint (g_unlink (self->path), ==, 0);
  replacements[i].replace (article);
  assert_not_opened (self->base.article, replacements[i].told);
  if (g_rmdir (article) != 0)
    g_assert_cmpint (g_unlink (article), ==, 0);
  g_assert_true (g_file_set_contents (article, store_fixture_text, -1, NULL));
  self->store = store_fixture_open (self->base.article);
}

/* “Keep mine” replaces what was told of, and not what came after it. */
static void
test_keep_mine (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put_words (self->path);
  run_until (&self->n_changes, 1, PATIENCE_MS);
  g_assert_cmpuint (self->n_changes, ==, 1);
  g_assert_true (g_file_set_contents (self->path, "more", -1, NULL));
  readout_store_keep_mine (self->store);
  store_fixture_edit (self->store, 12);
  g_assert_false (readout_store_save (self->store, FALSE, NULL, &error));
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_CHANGED);

  readout_store_keep_mine (self->store);
  store_fixture_save (self->store);
}

/* What has happened between the reading of a file and the watch over it. */
static void
test_before_watched (Fixture *self, gconstpointer data)
{
  store_fixture_close (self->store);
  self->store = store_fixture_open (self->base.article);
  put_words (self->path);
  g_signal_connect (self->store,
                    "changed-on-disk",
                    G_CALLBACK (changed_cb),
                    &self->n_changes);
  run_until (&self->n_changes, 1, PATIENCE_MS);
  g_assert_cmpuint (self->n_changes, ==, 1);
}

static gpointer
write_often (gpointer data)
{
  ReadoutDiskFile *file = data;

  for (guint i = 1; i <= 200; i++)
    {
      g_autofree char *words = g_strdup_printf ("words %u", i);
      g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));
      g_autofree char *digest
          = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
      ReadoutDiskWrite write
          = { .bytes = bytes, .digest = digest, .number = i };

      g_assert_true (readout_disk_file_write (file, &write, NULL));
    }

  return NULL;
}

/* A look at any moment of our own writes finds nothing of others. */
static void
test_look_while_writing (Fixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->base.folder, "other", NULL);
  g_autoptr (ReadoutDiskFile) file = readout_disk_file_new (path, NULL, NULL);
  GThread    *writer = g_thread_new ("writer", write_often, file);
  struct stat info;

  do
    {
      g_autoptr (ReadoutDiskLook) look
          = readout_disk_file_look (file, NULL, NULL);

      g_assert_cmpint (look->state, ==, READOUT_DISK_AS_LEFT);
    }
  while (g_stat (path, &info) != 0 || info.st_size < 9);

  g_thread_join (writer);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

#define ADD(path, data, func)                                                  \
  g_test_add (path, Fixture, data, set_up, func, tear_down)

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (replacements); i++)
    {
      g_autofree char *told
          = g_strconcat ("/disk/told/", replacements[i].name, NULL);
      g_autofree char *save
          = g_strconcat ("/disk/save/", replacements[i].name, NULL);

      ADD (told, GUINT_TO_POINTER (i), test_told);
      ADD (save, GUINT_TO_POINTER (i), test_save);
      if (replacements[i].replace != put_words
          && replacements[i].replace != put_backdated_words)
        {
          g_autofree char *open
              = g_strconcat ("/disk/open/", replacements[i].name, NULL);

          ADD (open, GUINT_TO_POINTER (i), test_open);
        }
    }
  ADD ("/disk/keep-mine", NULL, test_keep_mine);
  ADD ("/disk/before-watched", NULL, test_before_watched);
  ADD ("/disk/look-while-writing", NULL, test_look_while_writing);
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
