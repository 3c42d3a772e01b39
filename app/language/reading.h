/* reading.h: a text as tokens, sentences, paragraphs and quotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "language/token.h"

G_BEGIN_DECLS

/**
 * ReadoutReading:
 * @text: the text
 * @strings: the lower-case forms of the tokens
 * @tokens: (element-type ReadoutToken)
 * @sentences: (element-type ReadoutSentence)
 * @paragraphs: (element-type ReadoutParagraph)
 * @quotations: (element-type ReadoutQuotation)
 *
 * A text as it stands, for the taggers and their training.  The detector
 * mends wrapped lines and capitals first; see detect/analysis.h.
 */
typedef struct
{
  ReadoutText  *text;
  GStringChunk *strings;
  GArray       *tokens;
  GArray       *sentences;
  GArray       *paragraphs;
  GArray       *quotations;
} ReadoutReading;

ReadoutReading *readout_reading_new (ReadoutText *text);
void            readout_reading_free (ReadoutReading *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutReading, readout_reading_free)

G_END_DECLS
