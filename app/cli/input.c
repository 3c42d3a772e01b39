/* input.c: the documents in the files named on the command line
 *
 * One loop over inputs for all commands.  A file holds one article, one
 * annotation object, or one such object a line; which of them is seen from the
 * first bytes unless it is given.  JSON Lines are read line by line, so that a
 * stream of any length needs the memory of its longest line only; one input
 * document may have 256 MiB.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/input.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/display-name.h"
#include "cli/reader.h"
#include "cli/report.h"
#include "formats/article.h"
#include "formats/formats.h"
#include "formats/json.h"

/* What the call of readout_cli_each_document() is about.  Where there is no
 * @func, all that is wrong with the annotations is told and nothing else. */
typedef struct
{
  ReadoutCli            *cli;
  const char            *place;
  char                  *base_name;
  char                  *stem;
  ReadoutCliDocumentFunc func;
  gpointer               user_data;
} Loop;

static void
loop_clear (Loop *self)
{
  g_clear_pointer (&self->base_name, g_free);
  g_clear_pointer (&self->stem, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loop, loop_clear)

/* Reads as far as it takes to tell what a file is. */
static gboolean
sniff (ReadoutCliReader *reader,
       const char       *name,
       ReadoutCliFormat *format,
       GError          **error)
{
  ReadoutFormat found;
  gsize         at, end;
  char          byte;

  if (!readout_cli_reader_find_ink (reader, 0, &at, &byte, error)
      || !readout_cli_reader_find_line (reader, &end, error)
      || !readout_cli_reader_find_ink (
          reader, MAX (at, end), &end, &byte, error))
    return FALSE;

  if (*format == READOUT_CLI_FORMAT_ANNOTATIONS)
    found = readout_formats_sniff_annotations (
        name,
        readout_cli_reader_data (reader),
        readout_cli_reader_length (reader));
  else if (!readout_formats_sniff (name,
                                   readout_cli_reader_data (reader),
                                   readout_cli_reader_length (reader),
                                   &found,
                                   error))
    return FALSE;

  G_STATIC_ASSERT ((int)READOUT_CLI_N_FORMATS == (int)READOUT_N_FORMATS);
  *format = (ReadoutCliFormat)found;
  return TRUE;
}

/* The name of the file without what says that it is an article or an
 * annotation file. */
static char *
make_stem (const char *base_name)
{
  static const char *const extensions[] = {
    ".readout.json", ".annotation.json", ".jsonl", ".ndjson", ".json",
  };
  const char *dot;

  for (guint i = 0; i < G_N_ELEMENTS (extensions); i++)
    if (g_str_has_suffix (base_name, extensions[i])
        && strlen (base_name) > strlen (extensions[i]))
      return g_strndup (base_name, strlen (base_name) - strlen (extensions[i]));

  dot = strrchr (base_name, '.');
  if (dot == NULL || dot == base_name)
    return g_strdup (base_name);
  return g_strndup (base_name, dot - base_name);
}

/* A document of a stream is named by its id, as far as that can be a file
 * name, else by its line. */
static char *
make_line_stem (const Loop      *loop,
                ReadoutDocument *document,
                guint64          line_number)
{
  const char *id = readout_document_get_meta (document, READOUT_META_ID);
  GString    *stem;

  if (id == NULL || *id == '\0' || *id == '.' || strlen (id) > 200)
    return g_strdup_printf ("%s-%" G_GUINT64_FORMAT, loop->stem, line_number);

  stem = g_string_new (NULL);
  for (const char *at = id; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c) || strchr ("-_.+", c) != NULL)
        g_string_append_unichar (stem, c);
      else
        g_string_append_c (stem, '_');
    }

  return g_string_free (stem, FALSE);
}

static void
hand_on (const Loop      *loop,
         ReadoutDocument *document,
         const char      *place,
         const char      *stem,
         gboolean         is_line)
{
  const ReadoutCliSource source = { place, stem, is_line };

  loop->func (loop->cli, document, &source, loop->user_data);
}

static void
read_article (const Loop *loop, const char *data, gsize size)
{
  ReadoutArticleReport report = { 0 };
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  document
      = readout_article_read (data, size, loop->base_name, &report, &error);
  if (document == NULL)
    {
      readout_cli_error (loop->cli, loop->place, "%s", error->message);
      readout_article_report_clear (&report);
      return;
    }

  message = readout_article_report_describe (&report);
  if (report.n_undecodable > 0)
    readout_cli_error (loop->cli, loop->place, "%s", message);
  else if (message != NULL && *message != '\0')
    readout_cli_note (loop->cli, loop->place, "%s", message);
  readout_article_report_clear (&report);

  hand_on (loop, document, loop->place, loop->stem, FALSE);
}

static void
tell_faults (const Loop *loop, const char *place, GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    readout_cli_error (loop->cli,
                       place,
                       "%s",
                       ((GError *)g_ptr_array_index (faults, i))->message);
}

static void
read_annotations (const Loop *loop, const char *data, gsize size)
{
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (loop->func != NULL)
    document = readout_json_read (data, size, NULL);
  if (document != NULL)
    {
      hand_on (loop, document, loop->place, loop->stem, FALSE);
      return;
    }

  /* Once more, for all that is wrong. */
  faults = readout_json_check (data, size);
  tell_faults (loop, loop->place, faults);
}

/* One line of JSON Lines, which could be read. */
static void
read_line (const Loop                 *loop,
           const ReadoutCliReaderLine *line,
           const char                 *place)
{
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *stem = NULL;

  if (loop->func == NULL)
    {
      g_autoptr (GPtrArray) faults
          = readout_json_check_line (line->data, line->length, line->number);

      tell_faults (loop, place, faults);
      return;
    }

  document
      = readout_json_read_line (line->data, line->length, line->number, &error);
  if (document == NULL)
    {
      readout_cli_error (loop->cli, place, "%s", error->message);
      return;
    }

  stem = make_line_stem (loop, document, line->number);
  hand_on (loop, document, place, stem, TRUE);
}

static void
read_lines (const Loop *loop, ReadoutCliReader *reader)
{
  ReadoutCliReaderLine line;

  while (readout_cli_reader_next_line (reader, &line))
    {
      g_autofree char *place
          = g_strdup_printf ("%s:%" G_GUINT64_FORMAT, loop->place, line.number);

      if (line.fault != NULL)
        readout_cli_error (loop->cli, place, "%s", line.fault->message);
      else
        read_line (loop, &line, place);
    }
}

/* The work of the functions below.  @func may be NULL. */
static void
each_document (ReadoutCli            *cli,
               const char            *path,
               ReadoutCliFormat       format,
               ReadoutCliDocumentFunc func,
               gpointer               user_data)
{
  g_auto (ReadoutCliReader) reader = { 0 };
  g_auto (Loop) loop = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  if (g_str_equal (path, "-"))
    {
      place = g_strdup (_ ("standard input"));
      loop.base_name = g_strdup ("stdin");
    }
  else
    {
      place = readout_display_name (path);
      loop.base_name = g_path_get_basename (path);
    }
  loop.cli = cli;
  loop.place = place;
  loop.stem = make_stem (loop.base_name);
  loop.func = func;
  loop.user_data = user_data;

  if (!readout_cli_reader_open (&reader, path, &error)
      || (format >= READOUT_CLI_N_FORMATS
          && !sniff (&reader, loop.base_name, &format, &error))
      || (format != READOUT_CLI_FORMAT_JSONL
          && !readout_cli_reader_fill_all (&reader, &error)))
    {
      readout_cli_error (cli, place, "%s", error->message);
      return;
    }

  switch (format)
    {
    case READOUT_CLI_FORMAT_JSONL:
      read_lines (&loop, &reader);
      break;

    case READOUT_CLI_FORMAT_TEXT:
      read_article (&loop,
                    readout_cli_reader_data (&reader),
                    readout_cli_reader_length (&reader));
      break;

    case READOUT_CLI_FORMAT_READOUT:
    default:
      read_annotations (&loop,
                        readout_cli_reader_data (&reader),
                        readout_cli_reader_length (&reader));
      break;
    }
}

/**
 * readout_cli_make_stem:
 * @path: a file, or "-" for standard input
 *
 * Returns: (transfer full): its name without its folder, and without what says
 *   that it is an article or an annotation file
 */
char *
readout_cli_make_stem (const char *path)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  base = g_path_get_basename (g_str_equal (path, "-") ? "stdin" : path);

  return make_stem (base);
}

/**
 * readout_cli_is_single:
 * @path: a file, or "-" for standard input
 *
 * Looks at the beginning of a file.
 *
 * Returns: whether it can be read and holds one document, not one a line; what
 *   standard input holds cannot be told before it is read
 */
gboolean
readout_cli_is_single (const char *path)
{
  g_auto (ReadoutCliReader) reader = { 0 };
  ReadoutCliFormat format = READOUT_CLI_FORMAT_ANY;

  g_return_val_if_fail (path != NULL, FALSE);

  return !g_str_equal (path, "-")
         && readout_cli_reader_open (&reader, path, NULL)
         && sniff (&reader, path, &format, NULL)
         && format != READOUT_CLI_FORMAT_JSONL;
}

/**
 * readout_cli_format_from_nick:
 * @nick: a word of the command line
 * @format: (out): the format that it names
 *
 * Returns: whether it names one
 */
gboolean
readout_cli_format_from_nick (const char *nick, ReadoutCliFormat *format)
{
  ReadoutFormat found;

  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  if (!readout_formats_find (nick, &found))
    return FALSE;

  *format = (ReadoutCliFormat)found;
  return TRUE;
}

/**
 * readout_cli_each_document:
 * @cli: the run
 * @path: a file, or "-" for standard input
 * @format: what is in it
 * @func: called for each document
 * @user_data: passed to @func
 *
 * Reads a file and hands on what it holds.  What cannot be read is told, and
 * left out.
 */
void
readout_cli_each_document (ReadoutCli            *cli,
                           const char            *path,
                           ReadoutCliFormat       format,
                           ReadoutCliDocumentFunc func,
                           gpointer               user_data)
{
  g_return_if_fail (cli != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (func != NULL);

  each_document (cli, path, format, func, user_data);
}

/**
 * readout_cli_check_documents:
 * @cli: the run
 * @path: a file of annotations, or "-" for standard input
 *
 * Reads a file and tells all that is wrong with it, also what does not keep it
 * from being read.
 */
void
readout_cli_check_documents (ReadoutCli *cli, const char *path)
{
  g_return_if_fail (cli != NULL);
  g_return_if_fail (path != NULL);

  each_document (cli, path, READOUT_CLI_FORMAT_ANNOTATIONS, NULL, NULL);
}
