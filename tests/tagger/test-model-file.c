/* test-model-file.c: model files that change while they are in use
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"
#include "tagger/model/bytes.h"
#include "tagger/model/file.h"
#include "tagger/model/verified.h"

#include "support/store-fixture.h"

/* Many pages, so that the end of the file is no part of the first one. */
#define N_BYTES (256 * 1024)

/* Somebody who is neither root nor the owner of anything here. */
#define NOBODY 65534

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static GBytes *
make_model (void)
{
  g_autoptr (ReadoutModelBuilder) builder = readout_model_builder_new ();
  char *data = g_malloc (N_BYTES);
  g_autoptr (GBytes) section = NULL;

  memset (data, 'x', N_BYTES);
  section = g_bytes_new_take (data, N_BYTES);
  readout_model_builder_add (builder, "one", section);

  return readout_model_builder_end (builder);
}

static void
write_file (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (
      path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
}

static void
set_up (Fixture *self, gconstpointer user_data)
{
  g_autoptr (GBytes) bytes = make_model ();
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("readout-model-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "one.readout-model", NULL);
  write_file (self->path, bytes);
}

static void
tear_down (Fixture *self, gconstpointer user_data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

static void
assert_whole (ReadoutModel *model)
{
  gsize       size;
  const char *data = readout_model_get_section (model, "one", &size);

  g_assert_cmpuint (size, ==, N_BYTES);
  g_assert_cmpuint (GPOINTER_TO_SIZE (data) % 64, ==, 0);
  for (gsize i = 0; i < size; i++)
    g_assert_cmpint (data[i], ==, 'x');
}

static void
assert_refused (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutModel) model = readout_model_open (path, &error);

  g_assert_null (model);
  g_assert_error (error, READOUT_ERROR, READOUT_ERROR_FORMAT);
}

static ReadoutModel *
open_model (const char *path)
{
  g_autoptr (GError) error = NULL;
  ReadoutModel *model = readout_model_open (path, &error);

  g_assert_no_error (error);

  return model;
}

/* A mapped file would kill the program here. */
static void
test_cut_while_open (Fixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutModel) model = open_model (self->path);

  g_assert_cmpint (truncate (self->path, 4096), ==, 0);
  assert_whole (model);
  assert_refused (self->path);
}

/* The cache folder of the test is for whoever the test becomes. */
static void
open_cache (void)
{
  g_autofree char *folder = g_strdup (g_get_user_cache_dir ());

  g_assert_cmpint (g_mkdir_with_parents (folder, 0777), ==, 0);
  while (!g_str_equal (folder, g_get_tmp_dir ()))
    {
      char *parent = g_path_get_dirname (folder);

      g_assert_cmpint (g_chmod (folder, 0777), ==, 0);
      g_free (folder);
      folder = parent;
    }
}

/* To be somebody who cannot write the file takes root. */
static gboolean
become_nobody (Fixture *self, int mode)
{
  if (geteuid () != 0)
    {
      g_test_skip ("only root can give the file away");
      return FALSE;
    }

  open_cache ();
  g_assert_cmpint (g_chmod (self->folder, 0755), ==, 0);
  g_assert_cmpint (g_chmod (self->path, mode), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);

  return TRUE;
}

static void
become_root (void)
{
  g_assert_cmpint (seteuid (0), ==, 0);
}

static char *
get_stamp (const char *path)
{
  char *stamp = NULL;
  g_autoptr (GBytes) bytes = readout_model_bytes_open (path, &stamp, NULL);

  g_assert_nonnull (bytes);

  return stamp;
}

/* An owner who has closed a file to himself can open it again, and what others
 * may write can be cut by them. */
static void
test_modes (Fixture *self, gconstpointer user_data)
{
  static const struct
  {
    int      mode;
    gboolean mapped; /* by somebody else, where root is the owner */
  } cases[]
      = { { 0444, TRUE }, { 0644, TRUE }, { 0464, FALSE }, { 0646, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *mine = NULL;
      g_autofree char *stamp = NULL;

      g_assert_cmpint (g_chmod (self->path, cases[i].mode), ==, 0);
      mine = get_stamp (self->path);
      g_assert_null (mine);

      if (!become_nobody (self, cases[i].mode))
        return;
      stamp = get_stamp (self->path);
      become_root ();
      g_assert_true ((stamp != NULL) == cases[i].mapped);
    }

  g_assert_cmpint (chown (self->path, NOBODY, NOBODY), ==, 0);
  if (become_nobody (self, 0444))
    {
      g_autofree char *stamp = get_stamp (self->path);

      g_assert_null (stamp);
      become_root ();
    }
}

/* No wait for a writer, and no folder. */
static void
test_no_regular_file (Fixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutModel) model = NULL;
  g_autoptr (GError) error = NULL;

  g_unlink (self->path);
  g_assert_cmpint (mkfifo (self->path, 0600), ==, 0);
  assert_refused (self->path);
  assert_refused (self->folder);

  g_unlink (self->path);
  model = readout_model_open (self->path, &error);
  g_assert_null (model);
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static gboolean
is_verified (const char *path)
{
  g_autofree char *stamp = get_stamp (path);

  g_assert_nonnull (stamp);

  return readout_model_verified_contains (path, stamp);
}

/* Changes a byte in the midst of the file. */
static void
spoil (const char *path)
{
  int fd;

  become_root ();
  fd = g_open (path, O_WRONLY, 0);
  g_assert_cmpint (pwrite (fd, "y", 1, N_BYTES / 2), ==, 1);
  close (fd);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

/* An installed file is checked once for each of its states. */
static void
test_verified (Fixture *self, gconstpointer user_data)
{
  g_autoptr (ReadoutModel) model = NULL;
  g_autofree char *stamp = NULL;

  if (!become_nobody (self, 0644))
    return;

  g_assert_false (is_verified (self->path));
  model = open_model (self->path);
  assert_whole (model);
  g_assert_true (is_verified (self->path));
  g_clear_pointer (&model, readout_model_unref);
  model = open_model (self->path);
  g_assert_true (is_verified (self->path));

  /* Not as it was checked; and a broken file is not noted. */
  spoil (self->path);
  g_assert_false (is_verified (self->path));
  assert_refused (self->path);
  g_assert_false (is_verified (self->path));

  /* A note is believed, or else it would save nothing. */
  stamp = get_stamp (self->path);
  readout_model_verified_add (self->path, stamp);
  g_clear_pointer (&model, readout_model_unref);
  model = open_model (self->path);
  become_root ();

  /* But not for a file that the user may write. */
  assert_refused (self->path);
}

/* What stands in the place of the note is no reason to believe anything. */
static void
test_broken_note (Fixture *self, gconstpointer user_data)
{
  g_autofree char *folder
      = g_build_filename (g_get_user_cache_dir (), "readout", "models", NULL);
  g_autoptr (GDir) notes = NULL;
  g_autofree char *note = NULL;
  g_autofree char *found = NULL;
  const char      *name;
  gsize            length;

  if (!become_nobody (self, 0644))
    return;

  readout_model_unref (open_model (self->path));
  g_assert_true (is_verified (self->path));

  notes = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (notes);
  while (note == NULL && (name = g_dir_read_name (notes)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;

      g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
      if (strstr (text, self->path) != NULL)
        note = g_steal_pointer (&path);
    }
  g_assert_nonnull (note);
  g_assert_true (g_file_get_contents (note, &found, &length, NULL));

  for (gsize n = 0; n < length; n += 9)
    {
      g_assert_true (g_file_set_contents (note, found, n, NULL));
      g_assert_false (is_verified (self->path));
    }

  /* Opening mends it; where it cannot be mended, opening goes on. */
  readout_model_unref (open_model (self->path));
  g_assert_true (is_verified (self->path));
  g_unlink (note);
  g_assert_cmpint (mkfifo (note, 0600), ==, 0);
  readout_model_unref (open_model (self->path));
  g_unlink (note);
  g_assert_cmpint (g_mkdir (note, 0700), ==, 0);
  readout_model_unref (open_model (self->path));
  g_assert_false (is_verified (self->path));
  g_rmdir (note);
  become_root ();
}

static void
add_tests (void)
{
#define ADD(path, func)                                                        \
  g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/model-file/cut-while-open", test_cut_while_open);
  ADD ("/model-file/modes", test_modes);
  ADD ("/model-file/no-regular-file", test_no_regular_file);
  ADD ("/model-file/verified", test_verified);
  ADD ("/model-file/broken-note", test_broken_note);
#undef ADD
}

int
main (int argc, char *argv[])
{
  return store_fixture_main (argc, argv, add_tests);
}
