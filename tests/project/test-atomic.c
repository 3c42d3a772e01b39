/* test-atomic.c: replacing files, and what is never replaced
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "project/atomic.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#include "support/store-fixture.h"

static char *
make_path (StoreFixture *self, const char *name)
{
  return g_build_filename (self->folder, name, NULL);
}

static gboolean
write_words (const char *path, const char *words, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (words, strlen (words));

  return readout_atomic_write (path, bytes, NULL, NULL, error);
}

static void
assert_holds (const char *path, const char *words)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, words);
}

static gboolean
refuse_cb (const ReadoutFileStamp *stamp, gpointer user_data)
{
  g_assert_true (stamp->exists);
  g_assert_cmpuint (stamp->size, ==, 3);

  return FALSE;
}

/* Who is asked last does not want it any more. */
static void
test_not_wanted (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = g_build_filename (self->folder, "file", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr (GError) error = NULL;

  g_assert_true (write_words (path, "old", NULL));
  g_assert_false (readout_atomic_write (path, bytes, refuse_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_holds (path, "old");
}

/* Tries to replace what is no file, and compares what is there after. */
static void
assert_refused (const char *path, int code, const char *word)
{
  g_autoptr (GError) error = NULL;
  struct stat before;
  struct stat after;

  g_assert_cmpint (lstat (path, &before), ==, 0);
  g_assert_false (write_words (path, "new", &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  g_assert_nonnull (strstr (error->message, word));
  g_assert_cmpint (lstat (path, &after), ==, 0);
  g_assert_cmpuint (after.st_ino, ==, before.st_ino);
  g_assert_cmpuint (after.st_mode, ==, before.st_mode);
}

static void
test_pipe (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = make_path (self, "pipe");
  g_autofree char *link = make_path (self, "link");

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  g_assert_cmpint (symlink ("pipe", link), ==, 0);
  assert_refused (path, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");
  assert_refused (link, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");
  assert_refused (path, G_IO_ERROR_NOT_REGULAR_FILE, "pipe");
}

static void
test_socket (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char   *path = make_path (self, "socket");
  struct sockaddr_un address = { .sun_family = AF_UNIX };
  int                fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  g_assert_cmpint (
      bind (fd, (struct sockaddr *)&address, sizeof address), ==, 0);
  assert_refused (path, G_IO_ERROR_NOT_REGULAR_FILE, "socket");
  close (fd);
}

static void
test_device (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = make_path (self, "null");

  if (mknod (path, S_IFCHR | 0666, makedev (1, 3)) != 0)
    {
      g_test_skip ("no device can be made here");
      return;
    }
  assert_refused (path, G_IO_ERROR_NOT_REGULAR_FILE, "device");
}

static void
test_folder (StoreFixture *self, gconstpointer user_data)
{
  assert_refused (self->folder, G_IO_ERROR_IS_DIRECTORY, "folder");
}

/* Each of these names leads to the file “real”. */
static void
test_links (StoreFixture *self, gconstpointer user_data)
{
  static const char *const names[] = { "link", "to-link", "near/up" };
  g_autofree char         *real = make_path (self, "far/real");
  g_autofree char         *deep = make_path (self, "far/deep");
  g_autofree char         *up = make_path (self, "far/deep/up");
  g_autofree char         *near = make_path (self, "near");
  g_autofree char         *link = make_path (self, "link");
  g_autofree char         *to_link = make_path (self, "to-link");

  g_assert_cmpint (g_mkdir_with_parents (deep, 0700), ==, 0);
  g_assert_cmpint (symlink ("far/real", link), ==, 0);
  g_assert_cmpint (symlink (link, to_link), ==, 0);
  g_assert_cmpint (symlink ("far/deep", near), ==, 0);
  g_assert_cmpint (symlink ("../real", up), ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = make_path (self, names[i]);
      g_autofree char *resolved = NULL;
      g_autoptr (GError) error = NULL;

      /* At first there is nothing behind the link, then there is a file. */
      write_words (path, "first", &error);
      g_assert_no_error (error);
      assert_holds (real, "first");
      write_words (path, names[i], &error);
      g_assert_no_error (error);
      assert_holds (real, names[i]);
      resolved = readout_atomic_resolve (path);
      g_assert_cmpstr (resolved, ==, real);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_SYMLINK));
      g_assert_false (g_file_test (real, G_FILE_TEST_IS_SYMLINK));
      g_assert_cmpint (g_unlink (real), ==, 0);
    }
}

static void
test_loop (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = make_path (self, "loop");

  g_assert_cmpint (symlink ("loop", path), ==, 0);
  assert_refused (path, G_IO_ERROR_TOO_MANY_LINKS, "loop");
}

static void
test_modes (StoreFixture *self, gconstpointer user_data)
{
  static const mode_t modes[] = { 0600, 0640, 0755, 0666 };
  g_autofree char    *path = make_path (self, "file");

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      struct stat info;

      g_assert_true (write_words (path, "old", NULL));
      g_assert_cmpint (g_chmod (path, modes[i]), ==, 0);
      g_assert_true (write_words (path, "new", NULL));
      g_assert_cmpint (stat (path, &info), ==, 0);
      g_assert_cmpuint (info.st_mode & 07777, ==, modes[i]);
      assert_holds (path, "new");
    }
}

/* A content that comes in parts is in its place at the end, and if that does
 * not come the old one stays. */
static void
test_parts (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = make_path (self, "file");
  g_autoptr (GBytes) part = g_bytes_new_static ("part ", 5);
  g_autoptr (GError) error = NULL;
  ReadoutAtomic *content;

  g_assert_true (write_words (path, "old", NULL));
  for (guint ends = 0; ends < 2; ends++)
    {
      content = readout_atomic_new (path, &error);
      g_assert_no_error (error);
      g_assert_true (readout_atomic_append (content, part, NULL));
      g_assert_true (readout_atomic_append (content, part, NULL));
      assert_holds (path, "old");
      if (ends)
        g_assert_true (readout_atomic_end (content, NULL, NULL, NULL));
      else
        readout_atomic_free (content);
      assert_holds (path, ends ? "part part " : "old");
    }
}

static void
test_check (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *path = make_path (self, "file");
  g_autoptr (GError) error = NULL;

  g_assert_true (readout_atomic_check (path, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_true (write_words (path, "old", NULL));
  g_assert_true (readout_atomic_check (path, NULL));
  assert_holds (path, "old");
  g_assert_false (readout_atomic_check (self->folder, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY);
}

/* A name may be as long as a name can be, and of any bytes. */
static void
test_names (StoreFixture *self, gconstpointer user_data)
{
  static const guint lengths[] = { 1, 224, 225, 240, 255 };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *name = g_strnfill (lengths[i], '\xff');
      g_autofree char *path = make_path (self, name);
      g_autoptr (GError) error = NULL;

      for (guint round = 0; round < 2; round++)
        {
          write_words (path, round == 0 ? "old" : "new", &error);
          g_assert_no_error (error);
        }
      assert_holds (path, "new");
    }
}

/* A name that is too long is told, also where it cannot be shown as it is. */
static void
test_too_long (StoreFixture *self, gconstpointer user_data)
{
  g_autofree char *name = g_strnfill (256, '\xff');
  g_autofree char *path = make_path (self, name);
  g_autoptr (GError) error = NULL;

  g_assert_false (write_words (path, "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FILENAME_TOO_LONG);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
leave_file (const char *path, gint64 age)
{
  struct utimbuf times;

  g_assert_true (g_file_set_contents (path, "left", -1, NULL));
  times.actime = times.modtime = time (NULL) - age;
  g_assert_cmpint (g_utime (path, &times), ==, 0);
}

/* What a killed program has left goes, by the names of now and of before, and
 * nothing else does. */
static void
test_clean (StoreFixture *self, gconstpointer user_data)
{
  static const struct
  {
    const char *name;
    gint64      age;
    gboolean    is_left;
  } cases[] = {
    { ".file.0123456789abcdef", 100, FALSE },
    { ".file.0123456789abcdef", 10, TRUE },
    { ".file.0123456789abcdeg", 100, TRUE },
    { ".file2.0123456789abcdef", 100, TRUE },
    { ".readout-3b9c358f-0123456789abcdef", 100, FALSE },
    { ".readout-3b9c358f-0123456789abcdef", 10, TRUE },
    { ".readout-3b9c358f-0123456789abcdef0", 100, TRUE },
    { ".readout-3b9c358e-0123456789abcdef", 100, TRUE },
    { "readout-3b9c358f-0123456789abcdef", 100, TRUE },
  };
  g_autofree char *target = make_path (self, "file");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = make_path (self, cases[i].name);

      leave_file (path, cases[i].age);
      readout_atomic_clean (target);
      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (
          g_file_test (path, G_FILE_TEST_EXISTS), ==, cases[i].is_left);
      g_unlink (path);
    }

  g_assert_true (readout_atomic_is_temporary (cases[4].name));
  g_assert_false (readout_atomic_is_temporary (cases[6].name));
  g_assert_false (readout_atomic_is_temporary (cases[8].name));
  g_assert_false (readout_atomic_is_temporary (".readout-"));
}

static void
add_tests (void)
{
  STORE_FIXTURE_ADD ("/atomic/pipe", test_pipe);
  STORE_FIXTURE_ADD ("/atomic/socket", test_socket);
  STORE_FIXTURE_ADD ("/atomic/device", test_device);
  STORE_FIXTURE_ADD ("/atomic/not-wanted", test_not_wanted);
  STORE_FIXTURE_ADD ("/atomic/folder", test_folder);
  STORE_FIXTURE_ADD ("/atomic/links", test_links);
  STORE_FIXTURE_ADD ("/atomic/loop", test_loop);
  STORE_FIXTURE_ADD ("/atomic/modes", test_modes);
  STORE_FIXTURE_ADD ("/atomic/parts", test_parts);
  STORE_FIXTURE_ADD ("/atomic/check", test_check);
  STORE_FIXTURE_ADD ("/atomic/names", test_names);
  STORE_FIXTURE_ADD ("/atomic/too-long", test_too_long);
  STORE_FIXTURE_ADD ("/atomic/clean", test_clean);
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
