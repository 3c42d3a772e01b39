/* test-read-file.c: files that are read whole, whatever they turn out to be
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/error.h"
#include "base/main-thread.h"
#include "language/word-lists.h"
#include "project/read-file.h"

#define LIMIT ((gsize)256 * 1024 * 1024)

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  self->folder = g_dir_make_tmp ("readout-read-XXXXXX", NULL);
  g_assert_nonnull (self->folder);
  self->path = g_build_filename (self->folder, "a file", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_remove (self->path);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_reads (const char *path, const char *expected, gsize length)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = readout_read_file (file, LIMIT, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes),
                   expected,
                   length);
}

static void
assert_refused (
    const char *path, gsize limit, GQuark domain, int code, const char *told)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_null (readout_read_file (file, limit, NULL, &error));
  g_assert_error (error, domain, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, told));
}

static void
test_files (Fixture *self, gconstpointer data)
{
  /* More than two blocks, and not a whole number of them. */
  gsize            length = 5 * 1024 * 1024 / 2 + 7;
  g_autofree char *large = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    large[i] = "some words "[i % 11];

  assert_refused (self->path, LIMIT, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");
  g_assert_true (g_file_set_contents (self->path, "", 0, NULL));
  assert_reads (self->path, "", 0);
  g_assert_true (g_file_set_contents (self->path, "a\0b", 3, NULL));
  assert_reads (self->path, "a\0b", 3);
  g_assert_true (g_file_set_contents (self->path, large, length, NULL));
  assert_reads (self->path, large, length);
}

/* One whose size the system does not tell. */
static void
test_unknown_size (Fixture *self, gconstpointer data)
{
  g_autofree char *expected = NULL;
  gsize            length;

  g_assert_true (
      g_file_get_contents ("/proc/filesystems", &expected, &length, NULL));
  g_assert_cmpuint (length, >, 1);
  assert_reads ("/proc/filesystems", expected, length);
  assert_refused ("/proc/filesystems",
                  1,
                  READOUT_ERROR,
                  READOUT_ERROR_LIMIT,
                  "larger than");
}

static void
test_limit (Fixture *self, gconstpointer data)
{
  int fd = g_open (self->path, O_WRONLY | O_CREAT, 0600);

  g_assert_cmpint (ftruncate (fd, (goffset)3 * 1024 * 1024 * 1024), ==, 0);
  close (fd);
  assert_refused (
      self->path, LIMIT, READOUT_ERROR, READOUT_ERROR_LIMIT, "256 MB");

  g_assert_cmpint (truncate (self->path, 10), ==, 0);
  assert_refused (self->path, 9, READOUT_ERROR, READOUT_ERROR_LIMIT, "larger");
  assert_reads (self->path, "\0\0\0\0\0\0\0\0\0", 10);
}

/* Each of these is waited for, or read without end, by who opens it as a
 * file. */
static void
test_no_files (Fixture *self, gconstpointer data)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd;

  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self->path,
                  LIMIT,
                  G_IO_ERROR,
                  G_IO_ERROR_NOT_REGULAR_FILE,
                  "it is a pipe");
  g_assert_cmpint (g_unlink (self->path), ==, 0);

  fd = socket (AF_UNIX, SOCK_STREAM, 0);
  g_assert_cmpuint (
      g_strlcpy (address.sun_path, self->path, sizeof address.sun_path),
      <,
      sizeof address.sun_path);
  g_assert_cmpint (
      bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  assert_refused (self->path,
                  LIMIT,
                  G_IO_ERROR,
                  G_IO_ERROR_NOT_REGULAR_FILE,
                  "it is a socket");
  close (fd);

  assert_refused ("/dev/zero",
                  LIMIT,
                  G_IO_ERROR,
                  G_IO_ERROR_NOT_REGULAR_FILE,
                  "it is a device");
  assert_refused (self->folder,
                  LIMIT,
                  G_IO_ERROR,
                  G_IO_ERROR_IS_DIRECTORY,
                  "it is a folder");
}

/* A file that has no path, as on a server. */
static void
test_no_path (Fixture *self, gconstpointer data)
{
  const char      *path = "/org/readout/Readout/lexicons/cue-verbs.txt";
  g_autofree char *uri = g_strconcat ("resource://", path, NULL);
  g_autoptr (GFile) file = g_file_new_for_uri (uri);
  const char *expected = readout_word_list_get ("cue-verbs.txt");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (expected);
  bytes = readout_read_file (file, LIMIT, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes),
                   expected,
                   strlen (expected));

  g_clear_pointer (&bytes, g_bytes_unref);
  bytes = readout_read_file (file, 100, NULL, &error);
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_assert_null (bytes);
}

/* What is known of it is known also where it cannot be read. */
static void
test_info (Fixture *self, gconstpointer data)
{
  struct stat info;

  g_assert_null (readout_read_path (self->path, LIMIT, NULL, &info, NULL));
  g_assert_cmpuint (info.st_mode, ==, 0);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  g_assert_null (readout_read_path (self->path, LIMIT, NULL, &info, NULL));
  g_assert_true (S_ISFIFO (info.st_mode));
}

static void
test_cancelled (Fixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "words", 5, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_null (
      readout_read_path (self->path, LIMIT, cancellable, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static gpointer
read_in_thread (gpointer data)
{
  return readout_read_path (data, LIMIT, NULL, NULL, NULL);
}

/* Only the thread that is kept free may not read. */
static void
test_main_thread (Fixture *self, gconstpointer data)
{
  g_autoptr (GBytes) here = NULL;
  g_autoptr (GBytes) there = NULL;

  g_assert_true (g_file_set_contents (self->path, "words", 5, NULL));

  readout_main_thread_keep_free (TRUE);
  there = g_thread_join (g_thread_new ("reader", read_in_thread, self->path));
  g_assert_nonnull (there);
  g_test_expect_message (
      "readout", G_LOG_LEVEL_CRITICAL, "Reading a file in the thread of *");
  here = readout_read_path (self->path, LIMIT, NULL, NULL, NULL);
  g_test_assert_expected_messages ();
  readout_main_thread_keep_free (FALSE);
  g_assert_nonnull (here);
}

#define ADD(path, func)                                                        \
  g_test_add ("/read-file/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("files", test_files);
  ADD ("unknown-size", test_unknown_size);
  ADD ("limit", test_limit);
  ADD ("no-files", test_no_files);
  ADD ("no-path", test_no_path);
  ADD ("info", test_info);
  ADD ("cancelled", test_cancelled);
  ADD ("main-thread", test_main_thread);

  return g_test_run ();
}
