/* marks.h: what is drawn on the article, in text order
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/annotations.h"

G_BEGIN_DECLS

/**
 * ReadoutMark:
 * @span: where it stands
 * @record: a reference to the record that it shows
 * @lane: for a mention the underline lane, or %READOUT_NO_LANE
 *
 * A mention with its lane, or a stretch of lines that a statement or a meeting
 * claims in the margin.
 */
typedef struct
{
  ReadoutSpan    span;
  ReadoutRecord *record;
  guint8         lane;
} ReadoutMark;

/**
 * ReadoutMarks:
 *
 * The flat, sorted table behind tags, lanes, bars and pointer: one array of
 * mentions and one of bars.
 */
typedef struct _ReadoutMarks ReadoutMarks;

ReadoutMarks      *readout_marks_new (void);
void               readout_marks_free (ReadoutMarks *self);
void               readout_marks_build (ReadoutMarks       *self,
                                        ReadoutAnnotations *annotations,
                                        gboolean            show_rejected);
guint              readout_marks_get_n_lanes (const ReadoutMarks *self);
guint              readout_marks_find (const ReadoutMarks *self,
                                       ReadoutSpan         range,
                                       guint              *n_candidates);
const ReadoutMark *readout_marks_get (const ReadoutMarks *self, guint index);
guint              readout_marks_get_n_marks (const ReadoutMarks *self);
guint              readout_marks_get_n_bars (const ReadoutMarks *self);
const ReadoutMark *readout_marks_get_bar (const ReadoutMarks *self,
                                          guint               index);
GPtrArray         *readout_marks_at (const ReadoutMarks *self,
                                     ReadoutAnnotations *annotations,
                                     guint32             offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutMarks, readout_marks_free)

G_END_DECLS
