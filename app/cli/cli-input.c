/* cli-input.c: the documents in the files named on the command line
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

#include "cli/cli-input.h"

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "formats/article.h"
#include "formats/json.h"

#define MAX_DOCUMENT_MIB 256
#define MAX_DOCUMENT ((gsize)MAX_DOCUMENT_MIB << 20)
#define CHUNK ((gsize)64 << 10)

/* The unread bytes are those of the buffer from start on. */
typedef struct
{
  GInputStream *stream;
  GByteArray   *buffer;
  gsize         start;
  gboolean      at_end;
} Reader;

/* What the call of readout_cli_each_document() is about. */
typedef struct
{
  ReadoutCli            *cli;
  const char            *place;
  char                  *base_name;
  char                  *stem;
  ReadoutCliDocumentFunc func;
  gpointer               user_data;
} Loop;

static const char *const format_nicks[READOUT_CLI_N_FORMATS] = {
  "readout",
  "jsonl",
  "text",
};

static void
reader_clear (Reader *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
loop_clear (Loop *self)
{
  g_clear_pointer (&self->base_name, g_free);
  g_clear_pointer (&self->stem, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Loop, loop_clear)

static gboolean
reader_open (Reader *self, const char *path, GError **error)
{
  if (g_str_equal (path, "-"))
    {
      self->stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
    }
  else
    {
      g_autoptr (GFile) file = g_file_new_for_path (path);

      self->stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
      if (self->stream == NULL)
        return FALSE;
    }

  self->buffer = g_byte_array_new ();
  return TRUE;
}

static const char *
reader_data (const Reader *self)
{
  return (const char *)self->buffer->data + self->start;
}

static gsize
reader_length (const Reader *self)
{
  return self->buffer->len - self->start;
}

/* Reads some more bytes; FALSE is an error, the end is told by at_end. */
static gboolean
reader_fill (Reader *self, GError **error)
{
  guint  before;
  gssize n_read;

  if (self->start > 0)
    {
      g_byte_array_remove_range (self->buffer, 0, self->start);
      self->start = 0;
    }

  before = self->buffer->len;
  g_byte_array_set_size (self->buffer, before + CHUNK);
  n_read = g_input_stream_read (
      self->stream, self->buffer->data + before, CHUNK, NULL, error);
  g_byte_array_set_size (self->buffer, before + MAX (n_read, 0));
  self->at_end = n_read <= 0;
  return n_read >= 0;
}

static void
set_too_large (GError **error)
{
  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_LIMIT,
               _ ("a document is larger than %d MiB"),
               MAX_DOCUMENT_MIB);
}

/* Reads until the end, for a file that is one document. */
static gboolean
reader_fill_all (Reader *self, GError **error)
{
  while (!self->at_end)
    {
      if (reader_length (self) > MAX_DOCUMENT)
        {
          set_too_large (error);
          return FALSE;
        }
      if (!reader_fill (self, error))
        return FALSE;
    }

  return TRUE;
}

/* Finds the first byte from `at` on that is no white space, reading as far as
 * needed; `*byte` is 0 at the end of the input. */
static gboolean
reader_find_ink (
    Reader *self, gsize at, gsize *found, char *byte, GError **error)
{
  for (;;)
    {
      for (; at < reader_length (self); at++)
        if (!g_ascii_isspace (reader_data (self)[at]))
          {
            *found = at;
            *byte = reader_data (self)[at];
            return TRUE;
          }

      *found = at;
      *byte = '\0';
      if (self->at_end)
        return TRUE;
      if (at > MAX_DOCUMENT)
        {
          set_too_large (error);
          return FALSE;
        }
      if (!reader_fill (self, error))
        return FALSE;
    }
}

/* Finds the first line break, reading as far as needed; `*length` excludes
 * it, and is the rest of the input where there is none. */
static gboolean
reader_find_line (Reader *self, gsize *length, GError **error)
{
  gsize scanned = 0;

  for (;;)
    {
      const char *data = reader_data (self);
      const char *line_break;

      line_break
          = data == NULL
                ? NULL
                : memchr (data + scanned, '\n', reader_length (self) - scanned);
      if (line_break != NULL)
        {
          *length = line_break - data;
          return TRUE;
        }

      scanned = reader_length (self);
      *length = scanned;
      if (self->at_end)
        return TRUE;
      if (scanned > MAX_DOCUMENT)
        {
          set_too_large (error);
          return FALSE;
        }
      if (!reader_fill (self, error))
        return FALSE;
    }
}

/* Leaves out the rest of a line that is too long to be held. */
static gboolean
reader_skip_line (Reader *self)
{
  for (;;)
    {
      const char *data = reader_data (self);
      const char *line_break = memchr (data, '\n', reader_length (self));

      if (line_break != NULL)
        {
          self->start += line_break - data;
          return TRUE;
        }
      self->start = self->buffer->len;
      if (self->at_end || !reader_fill (self, NULL))
        return FALSE;
    }
}

/* An object that takes one line, with more after it, is JSON Lines.  A
 * byte order mark before an object is the native reader's matter. */
static gboolean
sniff (Reader           *reader,
       const char       *path,
       ReadoutCliFormat *format,
       GError          **error)
{
  gboolean    may_be_text = *format == READOUT_CLI_FORMAT_ANY;
  gsize       start = 0, end, next;
  char        first, second;
  const char *line;

  if (!reader_find_ink (reader, 0, &start, &first, error))
    return FALSE;
  if (reader_length (reader) >= 4
      && memcmp (reader_data (reader), "\xef\xbb\xbf{", 4) == 0)
    first = '{';

  if (may_be_text && (first != '{' || g_str_has_suffix (path, ".txt")))
    {
      *format = READOUT_CLI_FORMAT_TEXT;
      return TRUE;
    }

  *format = READOUT_CLI_FORMAT_READOUT;
  if (g_str_has_suffix (path, ".jsonl") || g_str_has_suffix (path, ".ndjson"))
    {
      *format = READOUT_CLI_FORMAT_JSONL;
      return TRUE;
    }
  if (first != '{')
    return TRUE;

  if (!reader_find_line (reader, &end, error)
      || !reader_find_ink (reader, end, &next, &second, error))
    return FALSE;
  line = reader_data (reader);
  while (end > start && g_ascii_isspace (line[end - 1]))
    end--;
  if (end > start && line[end - 1] == '}' && second != '\0')
    *format = READOUT_CLI_FORMAT_JSONL;
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
make_line_stem (const Loop *loop, ReadoutDocument *document, guint line_number)
{
  const char *id = readout_document_get_meta (document, READOUT_META_ID);
  GString    *stem;

  if (id == NULL || *id == '\0' || *id == '.' || strlen (id) > 200)
    return g_strdup_printf ("%s-%u", loop->stem, line_number);

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
read_annotations (const Loop *loop, const char *data, gsize size)
{
  g_autoptr (ReadoutDocument) document = readout_json_read (data, size, NULL);
  g_autoptr (GPtrArray) faults = NULL;

  if (document != NULL)
    {
      hand_on (loop, document, loop->place, loop->stem, FALSE);
      return;
    }

  /* Once more, for all that is wrong. */
  faults = readout_json_check (data, size);
  for (guint i = 0; i < faults->len; i++)
    readout_cli_error (loop->cli,
                       loop->place,
                       "%s",
                       ((GError *)g_ptr_array_index (faults, i))->message);
}

static void
read_lines (const Loop *loop, Reader *reader)
{
  for (guint number = 1;; number++)
    {
      g_autoptr (ReadoutDocument) document = NULL;
      g_autoptr (GError) error = NULL;
      g_autofree char *place = NULL;
      g_autofree char *stem = NULL;
      gsize            length, ink;
      char             byte;

      place = g_strdup_printf ("%s:%u", loop->place, number);
      if (!reader_find_line (reader, &length, &error))
        {
          readout_cli_error (loop->cli, place, "%s", error->message);
          if (!g_error_matches (error, READOUT_ERROR, READOUT_ERROR_LIMIT)
              || !reader_skip_line (reader))
            return;
          length = 0;
        }
      if (length == 0 && reader_length (reader) == 0)
        return;

      for (ink = 0; ink < length; ink++)
        {
          byte = reader_data (reader)[ink];
          if (!g_ascii_isspace (byte))
            break;
        }
      if (ink < length)
        {
          document = readout_json_read_line (
              reader_data (reader), length, number, &error);
          if (document == NULL)
            {
              readout_cli_error (loop->cli, place, "%s", error->message);
            }
          else
            {
              stem = make_line_stem (loop, document, number);
              hand_on (loop, document, place, stem, TRUE);
            }
        }

      reader->start += MIN (length + 1, reader_length (reader));
    }
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
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (format != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (format_nicks); i++)
    if (g_str_equal (nick, format_nicks[i]))
      {
        *format = (ReadoutCliFormat)i;
        return TRUE;
      }

  return FALSE;
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
  g_auto (Reader) reader = { 0 };
  g_auto (Loop) loop = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  g_return_if_fail (cli != NULL);
  g_return_if_fail (path != NULL);
  g_return_if_fail (func != NULL);

  if (g_str_equal (path, "-"))
    {
      place = g_strdup (_ ("standard input"));
      loop.base_name = g_strdup ("stdin");
    }
  else
    {
      place = g_filename_display_name (path);
      loop.base_name = g_path_get_basename (path);
    }
  loop.cli = cli;
  loop.place = place;
  loop.stem = make_stem (loop.base_name);
  loop.func = func;
  loop.user_data = user_data;

  if (!reader_open (&reader, path, &error)
      || (format >= READOUT_CLI_N_FORMATS
          && !sniff (&reader, path, &format, &error))
      || (format != READOUT_CLI_FORMAT_JSONL
          && !reader_fill_all (&reader, &error)))
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
      read_article (&loop, reader_data (&reader), reader_length (&reader));
      break;

    case READOUT_CLI_FORMAT_READOUT:
    default:
      read_annotations (&loop, reader_data (&reader), reader_length (&reader));
      break;
    }
}
