/* lanes.c: which underline lane each span gets
 *
 * Spans that overlap must not be drawn on one another, so each gets a lane of
 * its own under the line, lane 0 next to the letters.  The spans are coloured
 * as an interval graph, but shortest first instead of leftmost first: then an
 * inner span always lies above the ones around it, as a reader of nested
 * brackets expects, and spans that only nest (which is nearly all of them) get
 * no more lanes than they are deep.  Spans that cross can get one lane more
 * than the optimum that leftmost first would reach.
 *
 * Each run of overlapping spans is handled by itself; the work is n log n for
 * the orders plus, in a run of k spans, k times the ones that overlap.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "article/lanes.h"

#include <stdlib.h>

/* A span of a run, and where it stands in the caller's array. */
typedef struct
{
  ReadoutSpan span;
  guint       index;
} Item;

static int
compare_length (gconstpointer a, gconstpointer b)
{
  const Item *left = a;
  const Item *right = b;
  guint32     left_length = readout_span_length (left->span);
  guint32     right_length = readout_span_length (right->span);

  if (left_length != right_length)
    return left_length < right_length ? -1 : 1;

  if (left->span.start != right->span.start)
    return left->span.start < right->span.start ? -1 : 1;

  return left->index < right->index ? -1 : left->index > right->index;
}

/* Gives lanes to one run, of `n_items` spans in the order of their lengths,
 * and returns how many it takes. */
static guint
assign_run (const Item *items, guint n_items, guint8 *lanes)
{
  guint n_lanes = 0;

  for (guint i = 0; i < n_items; i++)
    {
      guint taken = 0;
      guint lane = 0;

      for (guint j = 0; j < i; j++)
        if (lanes[items[j].index] != READOUT_NO_LANE
            && readout_span_overlaps (items[i].span, items[j].span))
          taken |= 1u << lanes[items[j].index];

      while (lane < READOUT_N_LANES && (taken & (1u << lane)) != 0)
        lane++;

      if (lane == READOUT_N_LANES)
        {
          lanes[items[i].index] = READOUT_NO_LANE;
          continue;
        }

      lanes[items[i].index] = (guint8)lane;
      n_lanes = MAX (n_lanes, lane + 1);
    }

  return n_lanes;
}

/**
 * readout_lanes_assign:
 * @spans: (array length=n_spans): spans in the order of
 *   readout_span_compare(); may nest, cross and repeat
 * @n_spans: how many
 * @lanes: (array length=n_spans) (out caller-allocates): the lane of each
 *   span, counted from the letters down, or %READOUT_NO_LANE for a span that
 *   overlaps %READOUT_N_LANES others
 *
 * Gives every span the highest lane that no shorter span it overlaps has.
 *
 * Returns: how many lanes are used
 */
guint
readout_lanes_assign (const ReadoutSpan *spans, guint n_spans, guint8 *lanes)
{
  g_autofree Item *items = NULL;
  guint            n_lanes = 0;
  guint            first = 0;

  g_return_val_if_fail (spans != NULL || n_spans == 0, 0);
  g_return_val_if_fail (lanes != NULL || n_spans == 0, 0);

  items = g_new (Item, n_spans);

  while (first < n_spans)
    {
      guint32 end = spans[first].end;
      guint   last = first;
      guint   used;

      while (last < n_spans && (last == first || spans[last].start < end))
        {
          items[last - first] = (Item){ spans[last], last };
          end = MAX (end, spans[last].end);
          last++;
        }

      if (last - first > 1)
        qsort (items, last - first, sizeof (Item), compare_length);

      used = assign_run (items, last - first, lanes);
      n_lanes = MAX (n_lanes, used);
      first = last;
    }

  return n_lanes;
}
