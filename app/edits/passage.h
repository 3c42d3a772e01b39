/* passage.h: the paragraphs around a span, and how they read
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"

G_BEGIN_DECLS

/* Inside app/edits only. */

typedef enum
{
  READOUT_PASSAGE_END = 1 << 0, /* A sentence ends before this character. */
  READOUT_PASSAGE_STOP = 1 << 1 /* Of the signs that end a sentence. */
} ReadoutPassageMarks;

/**
 * ReadoutPassage:
 * @start: offset of its first character in the text
 * @own: index of the first character of the paragraphs that the span touches;
 *   what is before it is there to be read only
 * @length: how many characters there are
 * @chars: (array length=length): the characters
 * @marks: (array) (nullable): #ReadoutPassageMarks of each character, and of
 *   the end behind the last
 * @quotations: (element-type ReadoutSpan) (nullable): quotations with their
 *   marks, as indices into @chars, each before those nested in it
 *
 * All but @start counts from the first character of the passage.
 */
typedef struct
{
  guint32   start;
  guint32   own;
  guint32   length;
  gunichar *chars;
  guint8   *marks;
  GArray   *quotations;
} ReadoutPassage;

void     readout_passage_init (ReadoutPassage *self,
                               ReadoutText    *text,
                               ReadoutSpan     span);
void     readout_passage_init_around (ReadoutPassage *self,
                                      ReadoutText    *text,
                                      guint32         at);
void     readout_passage_clear (ReadoutPassage *self);
gunichar readout_passage_get_char (const ReadoutPassage *self, gint64 i);
gboolean readout_passage_is_end (const ReadoutPassage *self, guint32 i);
gboolean readout_passage_is_stop (const ReadoutPassage *self, guint32 i);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadoutPassage, readout_passage_clear)

G_END_DECLS
