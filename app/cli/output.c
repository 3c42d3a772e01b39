/* output.c: where the commands put what they make
 *
 * Files are replaced as a whole or not at all.
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

#include "cli/report.h"

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
  const char *other = g_hash_table_lookup (self->written, path);

  if (other != NULL)
    {
      readout_cli_error (cli,
                         place,
                         _ ("“%s” already holds what was made of “%s”; "
                            "nothing is written"),
                         path,
                         other);
      return FALSE;
    }

  g_hash_table_insert (self->written, g_strdup (path), g_strdup (place));
  return TRUE;
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
  g_autoptr (GError) error = NULL;
  gsize       size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, FALSE);

  if (path == NULL)
    {
      g_autoptr (GOutputStream) stream = readout_cli_output_open (cli, NULL);

      return readout_cli_output_append (cli, stream, NULL, bytes);
    }

  data = g_bytes_get_data (bytes, &size);
  if (g_file_set_contents_full (
          path, data, size, G_FILE_SET_CONTENTS_CONSISTENT, 0666, &error))
    return TRUE;

  readout_cli_error (cli, path, "%s", error->message);
  return FALSE;
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
GOutputStream *
readout_cli_output_open (ReadoutCli *cli, const char *path)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  GFileOutputStream *stream;

  if (path == NULL)
    return g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  file = g_file_new_for_path (path);
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  if (stream == NULL)
    {
      readout_cli_error (cli, path, "%s", error->message);
      return NULL;
    }

  return G_OUTPUT_STREAM (stream);
}

/**
 * readout_cli_output_append:
 * @cli: the run
 * @stream: an open stream
 * @path: (nullable): the file that it writes, for messages
 * @bytes: what is to be added
 *
 * Returns: whether it was written; if not, that has been told
 */
gboolean
readout_cli_output_append (ReadoutCli    *cli,
                           GOutputStream *stream,
                           const char    *path,
                           GBytes        *bytes)
{
  g_autoptr (GError) error = NULL;
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_output_stream_write_all (stream, data, size, NULL, NULL, &error))
    return TRUE;

  readout_cli_error (
      cli, path != NULL ? path : _ ("standard output"), "%s", error->message);
  return FALSE;
}

/**
 * readout_cli_output_close:
 * @cli: the run
 * @stream: (transfer full): an open stream
 * @path: (nullable): the file that it writes, for messages
 */
void
readout_cli_output_close (ReadoutCli    *cli,
                          GOutputStream *stream,
                          const char    *path)
{
  g_autoptr (GOutputStream) owned = stream;
  g_autoptr (GError) error = NULL;

  if (!g_output_stream_close (owned, NULL, &error))
    readout_cli_error (
        cli, path != NULL ? path : _ ("standard output"), "%s", error->message);
}
