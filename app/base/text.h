/* text.h: the immutable text of an article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/**
 * ReadoutText:
 *
 * Valid UTF-8 without NUL, immutable and reference counted, that can be
 * addressed by code point.  Shared with worker threads without locks.
 */
typedef struct _ReadoutText ReadoutText;

#define READOUT_TYPE_TEXT (readout_text_get_type ())

GType readout_text_get_type (void) G_GNUC_CONST;

ReadoutText *readout_text_new (const char *utf8, gssize n_bytes);
ReadoutText *readout_text_ref (ReadoutText *self);
void         readout_text_unref (ReadoutText *self);

const char *readout_text_get_utf8 (const ReadoutText *self);
gboolean readout_text_equal (const ReadoutText *self, const ReadoutText *other);
gsize    readout_text_get_n_bytes (const ReadoutText *self);
guint32  readout_text_get_length (const ReadoutText *self);
const char *readout_text_get_sha256 (ReadoutText *self);

gsize    readout_text_to_byte (const ReadoutText *self, guint32 offset);
guint32  readout_text_to_offset (const ReadoutText *self, gsize byte);
gunichar readout_text_get_char (const ReadoutText *self, guint32 offset);
const char *
readout_text_peek (const ReadoutText *self, ReadoutSpan span, gsize *n_bytes);
char       *readout_text_slice (const ReadoutText *self, ReadoutSpan span);
ReadoutSpan readout_text_trim (const ReadoutText *self, ReadoutSpan span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutText, readout_text_unref)

G_END_DECLS
