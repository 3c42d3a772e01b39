/* formats.h: which formats there are, and which of them a file is in
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  READOUT_FORMAT_READOUT,
  READOUT_FORMAT_JSONL,
  READOUT_FORMAT_TEXT,
  READOUT_N_FORMATS
} ReadoutFormat;

/**
 * ReadoutFormatFlags:
 * @READOUT_FORMAT_CAN_READ: files can be read
 * @READOUT_FORMAT_CAN_WRITE: files can be written
 * @READOUT_FORMAT_IS_STREAM: a file holds several articles
 */
typedef enum
{
  READOUT_FORMAT_CAN_READ = 1 << 0,
  READOUT_FORMAT_CAN_WRITE = 1 << 1,
  READOUT_FORMAT_IS_STREAM = 1 << 2
} ReadoutFormatFlags;

const char        *readout_formats_get_name (ReadoutFormat format);
const char        *readout_formats_get_title (ReadoutFormat format);
ReadoutFormatFlags readout_formats_get_flags (ReadoutFormat format);
gboolean      readout_formats_find (const char *name, ReadoutFormat *format);
gboolean      readout_formats_sniff (const char    *name,
                                     const char    *data,
                                     gsize          n_bytes,
                                     ReadoutFormat *format,
                                     GError       **error);
ReadoutFormat readout_formats_sniff_annotations (const char *name,
                                                 const char *data,
                                                 gsize       n_bytes);

G_END_DECLS
