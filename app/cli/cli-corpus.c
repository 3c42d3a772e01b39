/* cli-corpus.c: labelled corpora in JSON Lines
 *
 * A corpus is one JSON object a line, plain or compressed with gzip, and is
 * read line by line, so that its size does not matter.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/cli-corpus.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

static GDataInputStream *
open_lines (const char *path, GError **error)
{
  g_autoptr (GInputStream) stream = NULL;
  GDataInputStream *lines;

  if (g_str_equal (path, "-"))
    stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  else
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);

      stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
      if (stream == NULL)
        return NULL;
    }

  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GZlibDecompressor) unzip
          = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      GInputStream *plain
          = g_converter_input_stream_new (stream, G_CONVERTER (unzip));

      g_object_unref (stream);
      stream = plain;
    }

  lines = g_data_input_stream_new (stream);
  g_buffered_input_stream_set_buffer_size (G_BUFFERED_INPUT_STREAM (lines),
                                           1 << 16);
  return lines;
}

/**
 * readout_cli_each_line:
 * @cli: the run
 * @path: a file, or "-"
 * @func: called for each object
 * @user_data: passed to @func
 *
 * Reads a file of JSON Lines.  Lines that are no JSON object are told and
 * passed over.
 *
 * Returns: whether the whole file was read and @func did not stop it
 */
gboolean
readout_cli_each_line (ReadoutCli        *cli,
                       const char        *path,
                       ReadoutCliLineFunc func,
                       gpointer           user_data)
{
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (cli != NULL && path != NULL && func != NULL, FALSE);

  lines = open_lines (path, &error);
  if (lines == NULL)
    {
      readout_cli_error (cli, path, "%s", error->message);
      return FALSE;
    }

  for (guint number = 1;; number++)
    {
      g_autofree char *place = NULL;
      g_autofree char *line = NULL;
      JsonNode        *root;
      gsize            size;

      line = g_data_input_stream_read_line (lines, &size, NULL, &error);
      if (line == NULL)
        break;
      if (size == 0)
        continue;

      place = g_strdup_printf ("%s:%u", path, number);
      if (!json_parser_load_from_data (parser, line, size, &error))
        {
          readout_cli_error (cli, place, "%s", error->message);
          g_clear_error (&error);
          continue;
        }
      root = json_parser_get_root (parser);
      if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
        {
          readout_cli_error (cli, place, _ ("expected a JSON object"));
          continue;
        }
      if (!func (cli, json_node_get_object (root), place, user_data))
        return FALSE;
    }

  if (error != NULL)
    {
      readout_cli_error (cli, path, "%s", error->message);
      return FALSE;
    }

  return TRUE;
}
