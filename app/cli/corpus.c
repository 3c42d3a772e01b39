/* corpus.c: labelled corpora in JSON Lines
 *
 * A corpus is one JSON object a line, plain or compressed with gzip, and is
 * read line by line, so that its size does not matter.  The guard of the
 * annotation format looks at each line before the JSON parser does: what is
 * too deep, too long or has a member twice is told and passed over.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/corpus.h"

#include <glib/gi18n-lib.h>

#include "base/display-name.h"
#include "cli/reader.h"
#include "cli/report.h"
#include "formats/json-guard.h"

/* Hands a line on, or tells what is wrong with it.  Returns FALSE if the rest
 * is not wanted. */
static gboolean
read_line (ReadoutCli        *cli,
           JsonParser        *parser,
           ReadoutCliLine    *line,
           ReadoutCliLineFunc func,
           gpointer           user_data)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root;

  if (!readout_json_guard_check (line->data, line->length, line->number, &error)
      || !json_parser_load_from_data (parser, line->data, line->length, &error))
    {
      readout_cli_error (cli, line->place, "%s", error->message);
      return TRUE;
    }
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      readout_cli_error (cli, line->place, _ ("expected a JSON object"));
      return TRUE;
    }

  line->object = json_node_get_object (root);
  return func (cli, line, user_data);
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
 */
void
readout_cli_each_line (ReadoutCli        *cli,
                       const char        *path,
                       ReadoutCliLineFunc func,
                       gpointer           user_data)
{
  g_auto (ReadoutCliReader) reader = { 0 };
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  g_autofree char     *name = NULL;
  ReadoutCliReaderLine read;

  g_return_if_fail (cli != NULL && path != NULL && func != NULL);

  if (g_str_equal (path, "-"))
    name = g_strdup (_ ("standard input"));
  else
    name = readout_display_name (path);
  if (!readout_cli_reader_open (&reader, path, &error))
    {
      readout_cli_error (cli, name, "%s", error->message);
      return;
    }

  while (readout_cli_reader_next_line (&reader, &read))
    {
      g_autofree char *place
          = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, name, read.number);
      ReadoutCliLine line = { .data = read.data,
                              .length = read.length,
                              .number = read.number,
                              .place = place };

      if (read.fault != NULL)
        readout_cli_error (cli, place, "%s", read.fault->message);
      else if (!read_line (cli, parser, &line, func, user_data))
        return;
    }
}
