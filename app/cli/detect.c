/* detect.c: the command that finds what is in articles
 *
 * What a person has reviewed is never lost: where the output file is there
 * already, the new suggestions are merged into it, as they are when detection
 * is run again in the window.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/detect.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/detect-document.h"
#include "cli/detect-stream.h"
#include "cli/explain.h"
#include "cli/input.h"
#include "cli/model.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "detect/words/own-words.h"
#include "formats/json.h"

typedef struct
{
  ReadoutCli           *cli;
  ReadoutDetectorModel *model;
  ReadoutCliOutput      output;
  char                 *folder;    /* NULL without -o. */
  gboolean              to_stdout; /* One file without -o. */
  gboolean              explain;   /* Rules rather than annotations. */
  const char           *path;      /* The input that is being read. */
  const char           *place;     /* The document in it, for messages. */
  guint                 n_done;
  guint                 n_files;
} Detect;

static void
on_progress (double fraction, gpointer user_data)
{
  Detect *self = user_data;

  readout_cli_show_progress (
      self->cli, self->n_done, self->n_files, self->place, fraction);
}

/* The document that the output file holds already, if it is about the same
 * text.  Returns FALSE if the file must not be touched. */
static gboolean
read_existing (Detect           *self,
               const char       *path,
               ReadoutDocument  *document,
               ReadoutDocument **existing)
{
  g_autoptr (ReadoutDocument) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  gsize            size;

  *existing = NULL;
  if (!g_file_get_contents (path, &data, &size, &error))
    {
      if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      readout_cli_error (self->cli, path, "%s", error->message);
      return FALSE;
    }

  found = readout_json_read (data, size, &error);
  if (found == NULL)
    {
      readout_cli_error (self->cli,
                         path,
                         _ ("is there already and cannot be read, so it is "
                            "left as it is: %s"),
                         error->message);
      return FALSE;
    }

  if (g_strcmp0 (readout_text_get_sha256 (readout_document_get_text (found)),
                 readout_text_get_sha256 (readout_document_get_text (document)))
      == 0)
    {
      *existing = g_steal_pointer (&found);
      return TRUE;
    }
  if (readout_cli_count_reviewed (found) > 0)
    {
      readout_cli_error (self->cli,
                         path,
                         _ ("holds reviewed items of another text than “%s”, "
                            "so it is left as it is"),
                         self->place);
      return FALSE;
    }

  return TRUE;
}

/* The detector knows English alone: what it makes of anything else is better
 * marked by hand, so whoever runs it has to hear of it. */
static void
note_language (Detect *self, ReadoutDocument *document)
{
  const char *language
      = readout_document_get_meta (document, READOUT_META_LANGUAGE);

  switch (readout_detector_check_language (readout_document_get_text (document),
                                           language))
    {
    case READOUT_ENGLISH_PARTLY:
      readout_cli_note (self->cli,
                        self->place,
                        _ ("parts of this do not look like English and were "
                           "left out; mark them by hand"));
      break;
    case READOUT_ENGLISH_NOT:
      readout_cli_note (self->cli,
                        self->place,
                        _ ("this does not look like English, which is all that "
                           "the detector knows; mark it by hand"));
      break;
    case READOUT_ENGLISH_NOT_BY_NAME:
      readout_cli_note (self->cli,
                        self->place,
                        _ ("the language of this is given as “%s”, but the "
                           "detector knows English alone; mark it by hand"),
                        language);
      break;
    case READOUT_ENGLISH_WHOLLY:
    default:
      break;
    }
}

static gboolean
detect_into (Detect *self, ReadoutDocument *document)
{
  g_autoptr (GError) error = NULL;
  guint n_reviewed;

  if (!readout_cli_detect_document (
          self->model, document, on_progress, self, &n_reviewed, &error))
    {
      readout_cli_error (self->cli, self->place, "%s", error->message);
      return FALSE;
    }

  if (n_reviewed > 0)
    readout_cli_note (self->cli,
                      self->place,
                      g_dngettext (GETTEXT_PACKAGE,
                                   "%u reviewed item is kept",
                                   "%u reviewed items are kept",
                                   n_reviewed),
                      n_reviewed);
  note_language (self, document);

  return TRUE;
}

/* Writes by which rules a document's items were found, below a line that names
 * it and the detector. */
static void
explain (Detect *self, ReadoutDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *lines
      = readout_cli_explain_document (self->model, document, &error);
  char *named;

  if (lines == NULL)
    {
      readout_cli_error (self->cli, self->place, "%s", error->message);
      return;
    }

  named = g_strdup_printf ("# %s, %s\n%s",
                           self->place,
                           readout_detector_get_name (self->model),
                           lines);
  bytes = g_bytes_new_take (named, strlen (named));
  readout_cli_output_write (self->cli, NULL, bytes);
  note_language (self, document);
}

static void
on_document (ReadoutCli             *cli,
             ReadoutDocument        *document,
             const ReadoutCliSource *source,
             gpointer                user_data)
{
  Detect *self = user_data;
  g_autoptr (ReadoutDocument) existing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = NULL;

  self->place = source->place;
  if (self->explain)
    {
      explain (self, document);
      return;
    }
  if (!self->to_stdout)
    {
      g_autofree char *folder = NULL;

      if (self->folder != NULL)
        folder = g_strdup (self->folder);
      else
        folder = g_path_get_dirname (self->path);
      path = readout_cli_output_path (folder, source->stem);
      if (!readout_cli_output_claim (&self->output, cli, path, source->place)
          || !readout_cli_output_check (cli, path)
          || !read_existing (self, path, document, &existing))
        return;
      if (existing != NULL)
        document = existing;
    }

  if (!detect_into (self, document))
    return;

  bytes = self->to_stdout && source->is_line
              ? readout_json_write_line (document)
              : readout_json_write (document);
  readout_cli_output_write (cli, path, bytes);
}

/* Tells if several files have no place of their own to go to. */
static gboolean
check_place (ReadoutCli *cli, const char *folder, char **files)
{
  if (g_strv_length (files) < 2)
    return TRUE;

  if (folder != NULL && readout_cli_output_is_standard (folder))
    {
      readout_cli_usage (cli, _ ("several files need a folder; use -o"));
      return FALSE;
    }
  if (folder == NULL && g_strv_contains ((const char *const *)files, "-"))
    {
      readout_cli_usage (cli,
                         _ ("standard input has no folder of its own; use -o"));
      return FALSE;
    }

  return TRUE;
}

/* Tells what of the command line does not go together.  Returns FALSE if there
 * is such a thing. */
static gboolean
check_options (ReadoutCli *cli,
               int         n_threads,
               gboolean    explain_rules,
               const char *folder,
               char      **files)
{
  if (explain_rules && (cli->is_stream || folder != NULL))
    {
      readout_cli_usage (cli,
                         _ ("--explain writes to standard output, and goes "
                            "with neither --jsonl nor -o"));
      return FALSE;
    }
  if (n_threads < 1 || n_threads > 256 || (n_threads > 1 && !cli->is_stream))
    {
      readout_cli_usage (
          cli, _ ("-j takes a number from 1 to 256, and needs --jsonl"));
      return FALSE;
    }
  if (cli->is_stream && (folder != NULL || files[0] != NULL))
    {
      readout_cli_usage (cli,
                         _ ("--jsonl goes from standard input to standard "
                            "output"));
      return FALSE;
    }

  return explain_rules || check_place (cli, folder, files);
}

/* What a person has added to the word lists; a fault in it is told, and the
 * rest counts. */
static void
load_own_words (ReadoutCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) faults = NULL;

  if (readout_own_words_load (NULL, &error))
    return;

  faults = g_strsplit (error->message, "\n", -1);
  for (guint i = 0; faults[i] != NULL; i++)
    readout_cli_error (cli, NULL, "%s", faults[i]);
}

static void
detect_files (Detect *self, char **files)
{
  readout_cli_output_init (&self->output);
  for (guint i = 0; i < self->n_files; i++)
    {
      self->path = files[i];
      self->n_done = i;
      readout_cli_each_document (
          self->cli, files[i], READOUT_CLI_FORMAT_ANY, on_document, self);
    }
  readout_cli_output_clear (&self->output);
}

/**
 * readout_cli_detect:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 *
 * Finds actors, statements and meetings in articles, and writes an annotation
 * file for each.
 */
void
readout_cli_detect (ReadoutCli *cli, char ***arguments)
{
  Detect self = { .cli = cli };
  g_auto (GStrv) files = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *choice = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  int                n_threads = 1;
  gboolean           no_own_words = FALSE;
  gboolean           explain_rules = FALSE;
  const GOptionEntry entries[]
      = { { "jsonl",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_NONE,
            &cli->is_stream,
            N_ ("Read JSON Lines with “id” and “text” from standard input, and "
                "write the annotations one a line"),
            NULL },
          { "jobs",
            'j',
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_INT,
            &n_threads,
            N_ ("With --jsonl, work on so many lines at a time"),
            N_ ("N") },
          { "model",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &choice,
            N_ ("Use this installed model, this file, or “rules” for none"),
            N_ ("MODEL") },
          { "explain",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_NONE,
            &explain_rules,
            N_ ("Write for each item the rules that found it, and no "
                "annotations"),
            NULL },
          { "no-own-words",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_NONE,
            &no_own_words,
            N_ ("Go by the word lists of the program alone"),
            NULL },
          { "output",
            'o',
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &folder,
            N_ ("Write NAME.readout.json for each article into this folder"),
            N_ ("FOLDER") },
          { NULL } };

  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("Articles are plain text in any encoding, or annotation files, "
             "of which everything\nthat was reviewed is kept.  Without -o the "
             "annotations of one article go to standard\noutput, those of "
             "several go into files beside the articles."),
          &files))
    return;

  if (!check_options (cli, n_threads, explain_rules, folder, files))
    return;
  if (!readout_cli_open_model (cli, choice, &model))
    return;
  if (!no_own_words)
    load_own_words (cli);
  if (cli->is_stream)
    {
      readout_cli_detect_stream (cli, model, n_threads);
      return;
    }

  self.model = model;
  self.folder = folder;
  self.n_files = g_strv_length (files);
  self.explain = explain_rules;
  self.to_stdout = self.n_files == 1 && readout_cli_output_is_standard (folder);
  if (!self.to_stdout && !self.explain
      && !readout_cli_output_check_names (cli, folder, files))
    return;
  if (self.to_stdout || folder == NULL
      || readout_cli_output_make_folder (cli, folder))
    detect_files (&self, files);
}
