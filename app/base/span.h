/* span.h: half-open ranges of code points, and lists of them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * ReadoutSpan:
 * @start: the first code point of the span
 * @end: the code point after the last one
 *
 * A half-open range `[start, end)` of Unicode code points into the text of
 * an article.  Passed by value.  A span with `start == end` is empty; no
 * record holds an empty span.
 */
typedef struct
{
  guint32 start;
  guint32 end;
} ReadoutSpan;

/**
 * ReadoutSpanList:
 * @items: (array length=length): the spans, in text order, not overlapping
 * @length: how many
 *
 * A small list of spans held by value inside a record.  A zeroed list is the
 * empty list.
 */
typedef struct
{
  ReadoutSpan *items;
  guint        length;
} ReadoutSpanList;

#define READOUT_SPAN(start_, end_) ((ReadoutSpan){ (start_), (end_) })

guint32     readout_span_length (ReadoutSpan span);
gboolean    readout_span_is_empty (ReadoutSpan span);
gboolean    readout_span_equal (ReadoutSpan a, ReadoutSpan b);
int         readout_span_compare (ReadoutSpan a, ReadoutSpan b);
gboolean    readout_span_overlaps (ReadoutSpan a, ReadoutSpan b);
gboolean    readout_span_contains (ReadoutSpan outer, ReadoutSpan inner);
gboolean    readout_span_contains_at (ReadoutSpan span, guint32 offset);
ReadoutSpan readout_span_union (ReadoutSpan a, ReadoutSpan b);
ReadoutSpan readout_span_intersect (ReadoutSpan a, ReadoutSpan b);

void readout_span_list_clear (ReadoutSpanList *list);
void readout_span_list_copy (ReadoutSpanList *to, const ReadoutSpanList *from);
void readout_span_list_add (ReadoutSpanList *list, ReadoutSpan span);
void readout_span_list_remove (ReadoutSpanList *list, guint index);
void readout_span_list_set (ReadoutSpanList *list, ReadoutSpan span);
gboolean    readout_span_list_equal (const ReadoutSpanList *a,
                                     const ReadoutSpanList *b);
gboolean    readout_span_list_overlaps (const ReadoutSpanList *list,
                                        ReadoutSpan            span);
guint32     readout_span_list_covered (const ReadoutSpanList *list);
ReadoutSpan readout_span_list_extent (const ReadoutSpanList *list);
ReadoutSpan readout_span_lists_extent (const ReadoutSpanList *const *lists,
                                       guint                         n_lists);

G_END_DECLS
