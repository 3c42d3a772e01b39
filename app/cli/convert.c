/* convert.c: the command that converts annotation files
 *
 * Converting is reading, selecting and writing; native to native gives the
 * canonical form.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/convert.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/input.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "formats/json.h"
#include "project/exporter.h"

typedef struct
{
  ReadoutCliOutput  output;
  ReadoutCliFormat  to;
  ReadoutExportOnly only;
  const char       *path;   /* A file, or NULL. */
  const char       *folder; /* A folder, or NULL. */
  GOutputStream    *lines;  /* For JSON Lines. */
  guint             n_documents;
} Convert;

static void
convert_document (ReadoutCli             *cli,
                  ReadoutDocument        *document,
                  const ReadoutCliSource *source,
                  gpointer                user_data)
{
  Convert *self = user_data;
  g_autoptr (ReadoutDocument) selected = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint            n_unreviewed, n_cut;

  selected = readout_exporter_select (
      document, self->only, &n_unreviewed, &n_cut, &error);
  if (selected == NULL)
    {
      readout_cli_error (cli, source->place, "%s", error->message);
      return;
    }
  if (n_unreviewed > 0)
    readout_cli_note (cli,
                      source->place,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u actor or statement that nobody has "
                                   "reviewed stays in, for a kept item refers "
                                   "to it",
                                   "%u actors or statements that nobody has "
                                   "reviewed stay in, for kept items refer to "
                                   "them",
                                   n_unreviewed),
                      n_unreviewed);
  if (n_cut > 0)
    readout_cli_note (cli,
                      source->place,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u link to an item that is left out is cut",
                                   "%u links to items that are left out are "
                                   "cut",
                                   n_cut),
                      n_cut);

  self->n_documents++;
  if (self->to == READOUT_CLI_FORMAT_JSONL)
    {
      bytes = readout_json_write_line (selected);
      readout_cli_output_append (cli, self->lines, self->path, bytes);
      return;
    }

  if (self->folder != NULL)
    {
      path = readout_cli_output_path (self->folder, source->stem);
      if (!readout_cli_output_claim (&self->output, cli, path, source->place))
        return;
    }
  else if (self->n_documents > 1)
    {
      readout_cli_error (cli,
                         source->place,
                         _ ("several documents need a folder; use -o, or "
                            "--to jsonl"));
      return;
    }
  else
    {
      path = g_strdup (self->path);
    }

  bytes = readout_json_write (selected);
  readout_cli_output_write (cli, path, bytes);
}

static gboolean
parse_format (ReadoutCli *cli, const char *nick, ReadoutCliFormat *format)
{
  if (readout_cli_format_from_nick (nick, format))
    return TRUE;

  readout_cli_usage (cli, _ ("“%s” is not a format"), nick);
  return FALSE;
}

/**
 * readout_cli_convert:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 *
 * Reads annotations and writes them, or a selection of them, in another
 * format.
 */
void
readout_cli_convert (ReadoutCli *cli, char ***arguments)
{
  Convert          self = { .only = READOUT_EXPORT_ALL };
  ReadoutCliFormat from = READOUT_CLI_FORMAT_ANNOTATIONS;
  g_autofree char *from_nick = NULL;
  g_autofree char *to_nick = NULL;
  g_autofree char *only_nick = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  guint n_files;

  const GOptionEntry entries[] = {
    { "to",
      't',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &to_nick,
      N_ ("Write “readout” (the annotation file) or “jsonl” (one a line)"),
      N_ ("FORMAT") },
    { "from",
      'f',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &from_nick,
      N_ ("Read “readout”, “jsonl” or “text”; by itself the first two are told "
          "apart"),
      N_ ("FORMAT") },
    { "only",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &only_nick,
      N_ ("Leave out what is not “confirmed” (confirmed, corrected or added), "
          "or not “reviewed” (the same and rejected)"),
      N_ ("WHICH") },
    { "output",
      'o',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME,
      &output,
      N_ ("Write to this file, or into this folder if it is one or there are "
          "several documents"),
      N_ ("OUT") },
    { NULL }
  };

  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("Without -o the result goes to standard output.  With --only, an "
             "actor or a statement\nthat a kept item refers to stays in as it "
             "is, even if nobody has reviewed it."),
          &files))
    return;

  n_files = g_strv_length (files);
  if (to_nick == NULL)
    {
      readout_cli_usage (cli, _ ("the format to write is missing; use --to"));
      return;
    }
  if (!parse_format (cli, to_nick, &self.to)
      || (from_nick != NULL && !parse_format (cli, from_nick, &from)))
    return;
  if (self.to == READOUT_CLI_FORMAT_TEXT)
    {
      readout_cli_usage (cli, _ ("“%s” can only be read"), to_nick);
      return;
    }
  if (only_nick != NULL
      && !readout_export_only_from_nick (only_nick, &self.only))
    {
      readout_cli_usage (cli,
                         _ ("--only takes “confirmed”, “reviewed” or “all”, "
                            "not “%s”"),
                         only_nick);
      return;
    }

  /* JSON Lines always go to one file; annotation files to a folder as soon as
   * there may be several. */
  if (self.to == READOUT_CLI_FORMAT_JSONL || output == NULL)
    self.path = output;
  else if (n_files > 1 || g_file_test (output, G_FILE_TEST_IS_DIR)
           || g_str_has_suffix (output, G_DIR_SEPARATOR_S))
    self.folder = output;
  else
    self.path = output;
  if (self.to == READOUT_CLI_FORMAT_READOUT && output == NULL && n_files > 1)
    {
      readout_cli_usage (cli, _ ("several files need a folder; use -o"));
      return;
    }
  if (self.folder != NULL && !readout_cli_output_make_folder (cli, self.folder))
    return;
  if (self.to == READOUT_CLI_FORMAT_JSONL)
    {
      self.lines = readout_cli_output_open (cli, self.path);
      if (self.lines == NULL)
        return;
    }

  readout_cli_output_init (&self.output);
  for (guint i = 0; i < n_files; i++)
    {
      readout_cli_show_progress (cli, i, n_files, files[i], 0);
      readout_cli_each_document (cli, files[i], from, convert_document, &self);
    }
  readout_cli_output_clear (&self.output);
  if (self.lines != NULL)
    readout_cli_output_close (cli, self.lines, self.path);
}
