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
  ReadoutCliFormat  from;
  ReadoutCliFormat  to;
  ReadoutExportOnly only;
  const char       *path;   /* A file, or NULL. */
  const char       *folder; /* A folder, or NULL. */
  ReadoutCliStream *lines;  /* For JSON Lines. */
  GBytes           *single; /* What goes to path when no other follows. */
  guint             n_files;
  guint             n_documents;
} Convert;

/* The words of the command line. */
typedef struct
{
  char *from;
  char *to;
  char *only;
  char *output;
} Words;

static void
words_clear (Words *self)
{
  g_free (self->from);
  g_free (self->to);
  g_free (self->only);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* Tells what a selection could not leave out, and what it had to cut. */
static void
note_selection (ReadoutCli *cli,
                const char *place,
                guint       n_unreviewed,
                guint       n_cut)
{
  if (n_unreviewed > 0)
    readout_cli_note (cli,
                      place,
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
                      place,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u link to an item that is left out is cut",
                                   "%u links to items that are left out are "
                                   "cut",
                                   n_cut),
                      n_cut);
}

/* One file takes one document, and none of several: which it would be is not
 * what anybody asked for. */
static void
keep_single (Convert         *self,
             ReadoutCli      *cli,
             ReadoutDocument *document,
             const char      *place)
{
  if (self->n_documents == 1)
    {
      self->single = readout_json_write (document);
      return;
    }

  g_clear_pointer (&self->single, g_bytes_unref);
  if (self->n_documents == 2)
    readout_cli_error (cli,
                       place,
                       _ ("several documents need a folder, so nothing is "
                          "written; use -o, or --to jsonl"));
}

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
  note_selection (cli, source->place, n_unreviewed, n_cut);

  self->n_documents++;
  if (self->to == READOUT_CLI_FORMAT_JSONL)
    {
      bytes = readout_json_write_line (selected);
      readout_cli_output_append (cli, self->lines, bytes);
      return;
    }

  if (self->folder == NULL)
    {
      keep_single (self, cli, selected, source->place);
      return;
    }

  path = readout_cli_output_path (self->folder, source->stem);
  if (!readout_cli_output_claim (&self->output, cli, path, source->place))
    return;
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

/* Reads what is to be converted into what.  Returns whether that is in order;
 * if not, it has been told. */
static gboolean
parse_words (Convert *self, ReadoutCli *cli, const Words *words)
{
  if (words->to == NULL)
    {
      readout_cli_usage (cli, _ ("the format to write is missing; use --to"));
      return FALSE;
    }
  if (!parse_format (cli, words->to, &self->to)
      || (words->from != NULL && !parse_format (cli, words->from, &self->from)))
    return FALSE;
  if (self->to == READOUT_CLI_FORMAT_TEXT)
    {
      readout_cli_usage (cli, _ ("“%s” can only be read"), words->to);
      return FALSE;
    }
  if (words->only != NULL
      && !readout_export_only_from_nick (words->only, &self->only))
    {
      readout_cli_usage (cli,
                         _ ("--only takes “confirmed”, “reviewed” or “all”, "
                            "not “%s”"),
                         words->only);
      return FALSE;
    }

  return TRUE;
}

/* JSON Lines always go to one file; annotation files to a folder as soon as
 * there may be several.  Returns FALSE if there is no place for them. */
static gboolean
choose_output (Convert *self, ReadoutCli *cli, const char *output, char **files)
{
  if (readout_cli_output_is_standard (output))
    output = NULL;
  if (self->to == READOUT_CLI_FORMAT_JSONL)
    {
      self->path = output;
      self->lines = readout_cli_output_open (cli, output);
      return self->lines != NULL;
    }
  if (output == NULL && self->n_files > 1)
    {
      readout_cli_usage (cli, _ ("several files need a folder; use -o"));
      return FALSE;
    }
  if (output != NULL
      && (self->n_files > 1 || g_file_test (output, G_FILE_TEST_IS_DIR)
          || g_str_has_suffix (output, G_DIR_SEPARATOR_S)))
    {
      self->folder = output;
      return readout_cli_output_check_names (cli, output, files)
             && readout_cli_output_make_folder (cli, output);
    }

  self->path = output;
  return readout_cli_output_check (cli, output);
}

static void
convert_files (Convert *self, ReadoutCli *cli, char **files)
{
  readout_cli_output_init (&self->output);
  for (guint i = 0; i < self->n_files; i++)
    {
      readout_cli_show_progress (cli, i, self->n_files, files[i], 0);
      readout_cli_each_document (
          cli, files[i], self->from, convert_document, self);
    }
  readout_cli_output_clear (&self->output);
  if (self->lines != NULL)
    readout_cli_output_close (cli, self->lines);
  if (self->single != NULL)
    readout_cli_output_write (cli, self->path, self->single);
  g_clear_pointer (&self->single, g_bytes_unref);
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
  Convert self
      = { .from = READOUT_CLI_FORMAT_ANNOTATIONS, .only = READOUT_EXPORT_ALL };
  g_auto (Words) words = { NULL };
  g_auto (GStrv) files = NULL;

  const GOptionEntry entries[] = {
    { "to",
      't',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &words.to,
      N_ ("Write “readout” (the annotation file) or “jsonl” (one a line)"),
      N_ ("FORMAT") },
    { "from",
      'f',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &words.from,
      N_ ("Read “readout”, “jsonl” or “text”; by itself the first two are told "
          "apart"),
      N_ ("FORMAT") },
    { "only",
      0,
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_STRING,
      &words.only,
      N_ ("Leave out what is not “confirmed” (confirmed, corrected or added), "
          "or not “reviewed” (the same and rejected)"),
      N_ ("WHICH") },
    { "output",
      'o',
      G_OPTION_FLAG_NONE,
      G_OPTION_ARG_FILENAME,
      &words.output,
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

  self.n_files = g_strv_length (files);
  if (parse_words (&self, cli, &words)
      && choose_output (&self, cli, words.output, files))
    convert_files (&self, cli, files);
}
