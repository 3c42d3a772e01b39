/* span.c: half-open ranges of code points, and lists of them
 *
 * Spans are eight bytes and travel by value.  Lists keep their spans sorted
 * and disjoint, so that the text of a discontinuous statement reads in order
 * and so that equality is a comparison of arrays.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/span.h"

#include <string.h>

/**
 * readout_span_length:
 * @span: a span
 *
 * Returns: the number of code points in @span
 */
guint32
readout_span_length (ReadoutSpan span)
{
  return span.end > span.start ? span.end - span.start : 0;
}

/**
 * readout_span_is_empty:
 * @span: a span
 *
 * Returns: whether @span covers no code point
 */
gboolean
readout_span_is_empty (ReadoutSpan span)
{
  return span.end <= span.start;
}

/**
 * readout_span_equal:
 * @a: a span
 * @b: another span
 *
 * Returns: whether both cover the same range
 */
gboolean
readout_span_equal (ReadoutSpan a, ReadoutSpan b)
{
  return a.start == b.start && a.end == b.end;
}

/**
 * readout_span_compare:
 * @a: a span
 * @b: another span
 *
 * The order in which items are listed and written: the earlier start first,
 * and of two with the same start the longer one, so that an outer span comes
 * before the ones nested in it.
 *
 * Returns: less than, equal to or greater than zero
 */
int
readout_span_compare (ReadoutSpan a, ReadoutSpan b)
{
  if (a.start != b.start)
    return a.start < b.start ? -1 : 1;
  if (a.end != b.end)
    return a.end > b.end ? -1 : 1;
  return 0;
}

/**
 * readout_span_overlaps:
 * @a: a span
 * @b: another span
 *
 * Returns: whether at least one code point is in both
 */
gboolean
readout_span_overlaps (ReadoutSpan a, ReadoutSpan b)
{
  return MAX (a.start, b.start) < MIN (a.end, b.end);
}

/**
 * readout_span_contains:
 * @outer: a span
 * @inner: another span
 *
 * Returns: whether @inner lies within @outer; equal spans do
 */
gboolean
readout_span_contains (ReadoutSpan outer, ReadoutSpan inner)
{
  return outer.start <= inner.start && inner.end <= outer.end;
}

/**
 * readout_span_contains_at:
 * @span: a span
 * @offset: a code point offset
 *
 * Returns: whether the code point at @offset is in @span
 */
gboolean
readout_span_contains_at (ReadoutSpan span, guint32 offset)
{
  return span.start <= offset && offset < span.end;
}

/**
 * readout_span_union:
 * @a: a span
 * @b: another span
 *
 * Returns: the smallest span that covers both, with any gap between them
 */
ReadoutSpan
readout_span_union (ReadoutSpan a, ReadoutSpan b)
{
  return READOUT_SPAN (MIN (a.start, b.start), MAX (a.end, b.end));
}

/**
 * readout_span_intersect:
 * @a: a span
 * @b: another span
 *
 * Returns: what is in both; an empty span where they do not overlap
 */
ReadoutSpan
readout_span_intersect (ReadoutSpan a, ReadoutSpan b)
{
  guint32 start = MAX (a.start, b.start);
  guint32 end = MIN (a.end, b.end);

  return READOUT_SPAN (start, MAX (start, end));
}

/**
 * readout_span_list_clear:
 * @list: a list
 *
 * Frees what @list holds and makes it the empty list.
 */
void
readout_span_list_clear (ReadoutSpanList *list)
{
  g_return_if_fail (list != NULL);

  g_clear_pointer (&list->items, g_free);
  list->length = 0;
}

/**
 * readout_span_list_copy:
 * @to: (out caller-allocates): where to put the copy; overwritten, not freed
 * @from: a list
 *
 * Copies @from into uninitialised memory.
 */
void
readout_span_list_copy (ReadoutSpanList *to, const ReadoutSpanList *from)
{
  g_return_if_fail (to != NULL && from != NULL);

  to->length = from->length;
  to->items = g_memdup2 (from->items, sizeof (ReadoutSpan) * from->length);
}

/**
 * readout_span_list_add:
 * @list: a list
 * @span: a span that is not empty
 *
 * Adds @span in text order.  Spans that @span overlaps are merged with it,
 * which keeps the list disjoint.
 */
void
readout_span_list_add (ReadoutSpanList *list, ReadoutSpan span)
{
  guint at = 0;

  g_return_if_fail (list != NULL);
  g_return_if_fail (!readout_span_is_empty (span));

  for (guint i = 0; i < list->length;)
    {
      if (readout_span_overlaps (list->items[i], span))
        {
          span = readout_span_union (list->items[i], span);
          readout_span_list_remove (list, i);
        }
      else
        i++;
    }

  while (at < list->length && list->items[at].start < span.start)
    at++;

  list->items = g_renew (ReadoutSpan, list->items, list->length + 1);
  memmove (list->items + at + 1,
           list->items + at,
           sizeof (ReadoutSpan) * (list->length - at));
  list->items[at] = span;
  list->length++;
}

/**
 * readout_span_list_remove:
 * @list: a list
 * @index: which span
 *
 * Removes one span.
 */
void
readout_span_list_remove (ReadoutSpanList *list, guint index)
{
  g_return_if_fail (list != NULL && index < list->length);

  list->length--;
  memmove (list->items + index,
           list->items + index + 1,
           sizeof (ReadoutSpan) * (list->length - index));
  if (list->length == 0)
    g_clear_pointer (&list->items, g_free);
}

/**
 * readout_span_list_set:
 * @list: a list
 * @span: a span that is not empty
 *
 * Replaces all that @list holds by @span.
 */
void
readout_span_list_set (ReadoutSpanList *list, ReadoutSpan span)
{
  readout_span_list_clear (list);
  readout_span_list_add (list, span);
}

/**
 * readout_span_list_equal:
 * @a: a list
 * @b: another list
 *
 * Returns: whether both hold the same spans
 */
gboolean
readout_span_list_equal (const ReadoutSpanList *a, const ReadoutSpanList *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->length != b->length)
    return FALSE;

  for (guint i = 0; i < a->length; i++)
    if (!readout_span_equal (a->items[i], b->items[i]))
      return FALSE;

  return TRUE;
}

/**
 * readout_span_list_overlaps:
 * @list: a list
 * @span: a span
 *
 * Returns: whether @span overlaps any span of @list
 */
gboolean
readout_span_list_overlaps (const ReadoutSpanList *list, ReadoutSpan span)
{
  g_return_val_if_fail (list != NULL, FALSE);

  for (guint i = 0; i < list->length; i++)
    if (readout_span_overlaps (list->items[i], span))
      return TRUE;

  return FALSE;
}

/**
 * readout_span_list_covered:
 * @list: a list
 *
 * Returns: how many code points the spans of @list cover
 */
guint32
readout_span_list_covered (const ReadoutSpanList *list)
{
  guint32 sum = 0;

  g_return_val_if_fail (list != NULL, 0);

  for (guint i = 0; i < list->length; i++)
    sum += readout_span_length (list->items[i]);

  return sum;
}

/**
 * readout_span_list_extent:
 * @list: a list
 *
 * Returns: the span from the first code point of @list to its last, gaps
 *   included; `[0, 0)` for the empty list
 */
ReadoutSpan
readout_span_list_extent (const ReadoutSpanList *list)
{
  g_return_val_if_fail (list != NULL, READOUT_SPAN (0, 0));

  if (list->length == 0)
    return READOUT_SPAN (0, 0);

  return READOUT_SPAN (list->items[0].start, list->items[list->length - 1].end);
}

/**
 * readout_span_lists_extent:
 * @lists: (array length=n_lists): lists
 * @n_lists: how many
 *
 * Returns: the smallest span around all spans of all @lists; `[0, 0)` if they
 *   are all empty
 */
ReadoutSpan
readout_span_lists_extent (const ReadoutSpanList *const *lists, guint n_lists)
{
  ReadoutSpan extent = READOUT_SPAN (0, 0);

  g_return_val_if_fail (lists != NULL, extent);

  for (guint i = 0; i < n_lists; i++)
    if (lists[i]->length > 0)
      {
        ReadoutSpan span = readout_span_list_extent (lists[i]);

        extent = readout_span_is_empty (extent)
                     ? span
                     : readout_span_union (extent, span);
      }

  return extent;
}
