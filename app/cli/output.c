/* output.c: where the commands put what they make
 *
 * Files are replaced as a whole or not at all, as the window replaces them
 * (project/atomic.c); what is no file is refused, but for the names of standard
 * output.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/output.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/display-name.h"
#include "cli/input.h"
#include "cli/report.h"
#include "project/atomic.h"

struct _ReadoutCliStream
{
  ReadoutAtomic *file;     /* NULL for standard output. */
  GOutputStream *standard; /* NULL for a file. */
  gboolean       has_content;
  gboolean       is_broken;
};

static void
stream_free (ReadoutCliStream *self)
{
  readout_atomic_free (self->file);
  g_clear_object (&self->standard);
  g_free (self);
}

/* Tells what became of writing.  The messages of files name them. */
static void
tell (ReadoutCli *cli, gboolean is_file, const GError *error)
{
  readout_cli_error (
      cli, is_file ? NULL : _ ("standard output"), "%s", error->message);
}

void
readout_cli_output_init (ReadoutCliOutput *self)
{
  g_return_if_fail (self != NULL);

  self->written
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
readout_cli_output_clear (ReadoutCliOutput *self)
{
  g_clear_pointer (&self->written, g_hash_table_unref);
}

/**
 * readout_cli_output_path:
 * @folder: a folder
 * @stem: the name of an article, without its extension
 *
 * Returns: (transfer full): the path of that article's annotation file
 */
char *
readout_cli_output_path (const char *folder, const char *stem)
{
  g_autofree char *name = g_strconcat (stem, ".readout.json", NULL);

  return g_build_filename (folder, name, NULL);
}

/**
 * readout_cli_output_claim:
 * @self: the files of this run
 * @cli: the run
 * @path: the file that is to be written
 * @place: what it is made of
 *
 * Returns: whether no other input of this run goes to the same file; if one
 *   does, that has been told
 */
gboolean
readout_cli_output_claim (ReadoutCliOutput *self,
                          ReadoutCli       *cli,
                          const char       *path,
                          const char       *place)
{
  g_autofree char *file = readout_atomic_resolve (path);
  const char      *other = g_hash_table_lookup (self->written, file);

  if (other != NULL)
    {
      g_autofree char *name = readout_display_name (path);

      readout_cli_error (cli,
                         place,
                         _ ("“%s” already holds what was made of “%s”; "
                            "nothing is written"),
                         name,
                         other);
      return FALSE;
    }

  g_hash_table_insert (
      self->written, g_steal_pointer (&file), g_strdup (place));
  return TRUE;
}

/* Tells which of the files go to the same place as one before. */
static gboolean
claim_names (ReadoutCliOutput *self,
             ReadoutCli       *cli,
             const char       *folder,
             char            **files)
{
  gboolean all_apart = TRUE;

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autofree char *stem = readout_cli_make_stem (files[i]);
      g_autofree char *own_folder = g_path_get_dirname (files[i]);
      g_autofree char *path = readout_cli_output_path (
          folder != NULL ? folder : own_folder, stem);
      g_autofree char *file = readout_atomic_resolve (path);
      g_autofree char *other = NULL;
      g_autofree char *name = NULL;
      const char      *before = g_hash_table_lookup (self->written, file);

      if (before == NULL)
        {
          g_hash_table_insert (
              self->written, g_steal_pointer (&file), g_strdup (files[i]));
          continue;
        }

      /* Of what holds lines each has a name of its own. */
      if (!readout_cli_is_single (files[i]) || !readout_cli_is_single (before))
        continue;

      other = readout_display_name (before);
      name = readout_display_name (path);
      readout_cli_error (cli,
                         files[i],
                         _ ("this and “%s” would both be written to “%s”; "
                            "nothing is written"),
                         other,
                         name);
      all_apart = FALSE;
    }

  return all_apart;
}

/**
 * readout_cli_output_check_names:
 * @cli: the run
 * @folder: (nullable): where all output goes, or %NULL if it goes beside the
 *   files
 * @files: (array zero-terminated=1): the input
 *
 * To be called before anything is written.  Documents of files that hold many
 * are not looked at; for these there is readout_cli_output_claim().
 *
 * Returns: whether each file has an output of its own; if not, that has been
 *   told
 */
gboolean
readout_cli_output_check_names (ReadoutCli *cli,
                                const char *folder,
                                char      **files)
{
  ReadoutCliOutput claimed;
  gboolean         all_apart;

  g_return_val_if_fail (cli != NULL && files != NULL, FALSE);

  readout_cli_output_init (&claimed);
  all_apart = claim_names (&claimed, cli, folder, files);
  readout_cli_output_clear (&claimed);

  return all_apart;
}

/**
 * readout_cli_output_make_folder:
 * @cli: the run
 * @folder: the folder that is to hold the output
 *
 * Returns: whether the folder is there now; if not, that has been told
 */
gboolean
readout_cli_output_make_folder (ReadoutCli *cli, const char *folder)
{
  int failure;

  if (g_mkdir_with_parents (folder, 0777) == 0)
    return TRUE;

  failure = errno;
  readout_cli_error (
      cli, folder, _ ("the folder cannot be made: %s"), g_strerror (failure));
  return FALSE;
}

/**
 * readout_cli_output_is_standard:
 * @path: (nullable): where something is to be written
 *
 * Returns: whether that is standard output
 */
gboolean
readout_cli_output_is_standard (const char *path)
{
  static const char *const names[] = {
    "-", "/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", NULL,
  };

  return path == NULL || g_strv_contains (names, path);
}

/**
 * readout_cli_output_check:
 * @cli: the run
 * @path: (nullable): where something is to be written later
 *
 * Begins to write, and gives it up: so what would keep a file from being
 * written is known before the work is done.
 *
 * Returns: whether that is standard output, a file, or nothing yet in a folder
 *   that can be written; if not, that has been told
 */
gboolean
readout_cli_output_check (ReadoutCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutAtomic) trial = NULL;

  if (readout_cli_output_is_standard (path))
    return TRUE;

  trial = readout_atomic_new (path, &error);
  if (trial != NULL)
    return TRUE;

  tell (cli, TRUE, error);
  return FALSE;
}

/**
 * readout_cli_output_write:
 * @cli: the run
 * @path: (nullable): the file, or %NULL for standard output
 * @bytes: what is to stand in it
 *
 * Returns: whether it was written; if not, that has been told
 */
gboolean
readout_cli_output_write (ReadoutCli *cli, const char *path, GBytes *bytes)
{
  ReadoutCliStream *stream;

  g_return_val_if_fail (bytes != NULL, FALSE);

  stream = readout_cli_output_open (cli, path);
  if (stream == NULL)
    return FALSE;

  readout_cli_output_append (cli, stream, bytes);
  return readout_cli_output_close (cli, stream);
}

/**
 * readout_cli_output_open:
 * @cli: the run
 * @path: (nullable): the file, or %NULL for standard output
 *
 * Opens a file for more lines than one would hold in memory.  An existing one
 * is replaced when the stream is closed.
 *
 * Returns: (transfer full) (nullable): the stream; if %NULL, why has been told
 */
ReadoutCliStream *
readout_cli_output_open (ReadoutCli *cli, const char *path)
{
  g_autoptr (GError) error = NULL;
  ReadoutCliStream *self = g_new0 (ReadoutCliStream, 1);

  if (readout_cli_output_is_standard (path))
    self->standard = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  else
    self->file = readout_atomic_new (path, &error);

  if (error != NULL)
    {
      tell (cli, TRUE, error);
      g_clear_pointer (&self, stream_free);
    }

  return self;
}

/**
 * readout_cli_output_append:
 * @cli: the run
 * @stream: an open stream
 * @bytes: what is to be added
 *
 * Returns: whether it was written; if not, that has been told once
 */
gboolean
readout_cli_output_append (ReadoutCli       *cli,
                           ReadoutCliStream *stream,
                           GBytes           *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (stream->is_broken)
    return FALSE;

  stream->has_content = TRUE;
  if (stream->file != NULL
          ? readout_atomic_append (stream->file, bytes, &error)
          : g_output_stream_write_all (
              stream->standard, data, size, NULL, NULL, &error))
    return TRUE;

  stream->is_broken = TRUE;
  tell (cli, stream->file != NULL, error);
  return FALSE;
}

/**
 * readout_cli_output_close:
 * @cli: the run
 * @stream: (transfer full): an open stream
 *
 * Puts a file in its place.  One that could not be written whole is given up,
 * and the old one stays; as it does where something was wrong in the input and
 * nothing has come of it.
 *
 * Returns: whether all was written; if not, that has been told
 */
gboolean
readout_cli_output_close (ReadoutCli *cli, ReadoutCliStream *stream)
{
  g_autoptr (GError) error = NULL;
  gboolean is_file = stream->file != NULL;
  gboolean ok = !stream->is_broken;

  if (!stream->has_content && cli->status != READOUT_CLI_OK)
    {
      stream_free (stream);
      return FALSE;
    }

  if (ok && is_file)
    ok = readout_atomic_end (
        g_steal_pointer (&stream->file), NULL, NULL, &error);
  else if (ok)
    ok = g_output_stream_close (stream->standard, NULL, &error);
  if (error != NULL)
    tell (cli, is_file, error);
  stream_free (stream);

  return ok;
}
