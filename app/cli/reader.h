/* reader.h: a file or a stream, read as far as it is needed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReadoutCliReader:
 * @stream: where the bytes come from
 * @buffer: what was read; the unread bytes are those from @start on
 * @start: where in @buffer what was not used yet begins
 * @at_end: whether @stream has no more
 * @n_taken: how many of the unread bytes the last line has taken
 * @n_lines: how many lines were read
 * @fault: (nullable): what was wrong with the last line
 */
typedef struct
{
  GInputStream *stream;
  GByteArray   *buffer;
  gsize         start;
  gboolean      at_end;
  gsize         n_taken;
  guint64       n_lines;
  GError       *fault;
} ReadoutCliReader;

/**
 * ReadoutCliReaderLine:
 * @data: (array length=length): its bytes, without the line break
 * @length: how many
 * @number: which line it is, from 1
 * @fault: (nullable): why it could not be read; there is no @data then
 *
 * A line, which belongs to the reader and is there until it reads on.
 */
typedef struct
{
  const char   *data;
  gsize         length;
  guint64       number;
  const GError *fault;
} ReadoutCliReaderLine;

gboolean    readout_cli_reader_open (ReadoutCliReader *self,
                                     const char       *path,
                                     GError          **error);
void        readout_cli_reader_clear (ReadoutCliReader *self);
const char *readout_cli_reader_data (const ReadoutCliReader *self);
gsize       readout_cli_reader_length (const ReadoutCliReader *self);
gboolean readout_cli_reader_fill_all (ReadoutCliReader *self, GError **error);
gboolean readout_cli_reader_find_ink (
    ReadoutCliReader *self, gsize at, gsize *found, char *byte, GError **error);
gboolean readout_cli_reader_find_line (ReadoutCliReader *self,
                                       gsize            *length,
                                       GError          **error);
gboolean readout_cli_reader_next_line (ReadoutCliReader     *self,
                                       ReadoutCliReaderLine *line);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadoutCliReader, readout_cli_reader_clear)

G_END_DECLS
