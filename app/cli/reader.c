/* reader.c: a file or a stream, read as far as it is needed
 *
 * Holds the bytes that were read and not yet used, so that the first of them
 * can be looked at before it is decided how to read the rest, and so that a
 * stream of lines of any length needs the memory of its longest line only.
 * One document may have 256 MiB.  What is called .gz is decompressed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/reader.h"

#include <gio/gunixinputstream.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"

#define MAX_DOCUMENT_MIB 256
#define MAX_DOCUMENT ((gsize)MAX_DOCUMENT_MIB << 20)
#define CHUNK ((gsize)64 << 10)

/* Reads some more bytes; FALSE is an error, the end is told by at_end. */
static gboolean
fill (ReadoutCliReader *self, GError **error)
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

/* Leaves out a line that could not be read: up to the next line break if it
 * was only too long to be held, or else all there is. */
static void
pass_over (ReadoutCliReader *self)
{
  gboolean goes_on
      = g_error_matches (self->fault, READOUT_ERROR, READOUT_ERROR_LIMIT);

  while (goes_on)
    {
      const char *data = readout_cli_reader_data (self);
      const char *line_break
          = memchr (data, '\n', readout_cli_reader_length (self));

      if (line_break != NULL)
        {
          self->start += line_break + 1 - data;
          return;
        }
      self->start = self->buffer->len;
      goes_on = !self->at_end && fill (self, NULL);
    }

  self->start = self->buffer->len;
}

static gboolean
is_blank (const ReadoutCliReaderLine *line)
{
  for (gsize i = 0; i < line->length; i++)
    if (!g_ascii_isspace (line->data[i]))
      return FALSE;

  return TRUE;
}

/**
 * readout_cli_reader_open:
 * @self: a zeroed reader
 * @path: a file, or "-" for standard input
 * @error: return location for a #GError
 *
 * Returns: whether it can be read
 */
gboolean
readout_cli_reader_open (ReadoutCliReader *self,
                         const char       *path,
                         GError          **error)
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
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GInputStream) packed = g_steal_pointer (&self->stream);
      g_autoptr (GZlibDecompressor) unpacker
          = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);

      self->stream
          = g_converter_input_stream_new (packed, G_CONVERTER (unpacker));
    }

  self->buffer = g_byte_array_new ();
  return TRUE;
}

/**
 * readout_cli_reader_clear:
 * @self: a reader, or one that is zeroed
 *
 * Closes what is read and frees what was not used.
 */
void
readout_cli_reader_clear (ReadoutCliReader *self)
{
  g_clear_object (&self->stream);
  g_clear_pointer (&self->buffer, g_byte_array_unref);
  g_clear_error (&self->fault);
}

/**
 * readout_cli_reader_data:
 * @self: a reader
 *
 * Returns: (nullable): the bytes that were read and not used yet; they move
 *   when more is read
 */
const char *
readout_cli_reader_data (const ReadoutCliReader *self)
{
  return (const char *)self->buffer->data + self->start;
}

/**
 * readout_cli_reader_length:
 * @self: a reader
 *
 * Returns: how many bytes readout_cli_reader_data() has
 */
gsize
readout_cli_reader_length (const ReadoutCliReader *self)
{
  return self->buffer->len - self->start;
}

/**
 * readout_cli_reader_fill_all:
 * @self: a reader
 * @error: return location for a #GError
 *
 * Reads until the end, for a file that is one document.
 *
 * Returns: whether it could, and the document is not too large
 */
gboolean
readout_cli_reader_fill_all (ReadoutCliReader *self, GError **error)
{
  while (!self->at_end)
    {
      if (readout_cli_reader_length (self) > MAX_DOCUMENT)
        {
          set_too_large (error);
          return FALSE;
        }
      if (!fill (self, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * readout_cli_reader_find_ink:
 * @self: a reader
 * @at: where to begin, in the bytes that were not used yet
 * @found: (out): where the byte is, or the end of the input
 * @byte: (out): the byte, 0 at the end of the input
 * @error: return location for a #GError
 *
 * Finds the first byte that is no white space, reading as far as needed.
 *
 * Returns: whether that could be done
 */
gboolean
readout_cli_reader_find_ink (
    ReadoutCliReader *self, gsize at, gsize *found, char *byte, GError **error)
{
  for (;;)
    {
      for (; at < readout_cli_reader_length (self); at++)
        if (!g_ascii_isspace (readout_cli_reader_data (self)[at]))
          {
            *found = at;
            *byte = readout_cli_reader_data (self)[at];
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
      if (!fill (self, error))
        return FALSE;
    }
}

/**
 * readout_cli_reader_find_line:
 * @self: a reader
 * @length: (out): the bytes before the first line break, or the rest of the
 *   input where there is none
 * @error: return location for a #GError
 *
 * Looks ahead to the end of the first line, reading as far as needed.
 *
 * Returns: whether that could be done
 */
gboolean
readout_cli_reader_find_line (ReadoutCliReader *self,
                              gsize            *length,
                              GError          **error)
{
  gsize scanned = 0;

  for (;;)
    {
      const char *data = readout_cli_reader_data (self);
      const char *line_break;

      line_break = data == NULL
                       ? NULL
                       : memchr (data + scanned,
                                 '\n',
                                 readout_cli_reader_length (self) - scanned);
      if (line_break != NULL)
        {
          *length = line_break - data;
          return TRUE;
        }

      scanned = readout_cli_reader_length (self);
      *length = scanned;
      if (self->at_end)
        return TRUE;
      if (scanned > MAX_DOCUMENT)
        {
          set_too_large (error);
          return FALSE;
        }
      if (!fill (self, error))
        return FALSE;
    }
}

/**
 * readout_cli_reader_next_line:
 * @self: a reader
 * @line: (out): the line
 *
 * Reads the next line that is not blank.  One that is too long is passed over
 * and given with its fault, so that the rest can be read all the same.
 *
 * Returns: whether there was a line
 */
gboolean
readout_cli_reader_next_line (ReadoutCliReader     *self,
                              ReadoutCliReaderLine *line)
{
  g_return_val_if_fail (self != NULL && line != NULL, FALSE);

  do
    {
      *line = (ReadoutCliReaderLine){ 0 };
      self->start += self->n_taken;
      self->n_taken = 0;
      g_clear_error (&self->fault);
      if (self->at_end && readout_cli_reader_length (self) == 0)
        return FALSE;

      line->number = ++self->n_lines;
      if (!readout_cli_reader_find_line (self, &line->length, &self->fault))
        {
          pass_over (self);
          line->length = 0;
          line->fault = self->fault;
          return TRUE;
        }
      line->data = readout_cli_reader_data (self);
      self->n_taken = MIN (line->length + 1, readout_cli_reader_length (self));
    }
  while (is_blank (line));

  return TRUE;
}
