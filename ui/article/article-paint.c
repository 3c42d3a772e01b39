/* article-paint.c: what is painted under and over the article's text
 *
 * Under the text the lanes, the bars in the margin and the flags; over it the
 * frame of the selected mention and the labels.  Only what is in sight is
 * looked at, and where it lies is remembered by geometry.c.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "article/article-paint.h"

#include "article/article-labels.h"
#include "article/article-layout.h"
#include "article/article-text-private.h"
#include "article/lanes.h"
#include "model/field.h"

/* Between the text and the first bar. */
#define BAR_GAP 10

/* Between the text and the flags. */
#define FLAG_GAP 6
#define FLAG_SIZE 0.8

static ReadoutRecord *
get_selected (ReadoutArticleText *self)
{
  ReadoutAnnotations *annotations = readout_article_text_get_annotations (self);

  if (annotations == NULL || self->selected == NULL)
    return NULL;

  return readout_annotations_lookup (annotations, self->selected);
}

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const ReadoutBar *left = a;
  const ReadoutBar *right = b;

  if (left->where.y != right->where.y)
    return left->where.y < right->where.y ? -1 : 1;

  return left->where.height > right->where.height   ? -1
         : left->where.height < right->where.height ? 1
                                                    : 0;
}

/* Puts bars of one kind that stand on the same lines side by side, beginning
 * with a column, the shorter ones nearer to the text. */
static guint
arrange_bars (ReadoutBar *bars, guint n_bars, const guint *first_columns)
{
  g_autofree ReadoutSpan *heights = g_new (ReadoutSpan, n_bars);
  g_autofree guint8      *columns = g_new (guint8, n_bars);
  guint                   n_columns;

  for (guint i = 0; i < n_bars; i++)
    {
      guint32 top = (guint32)MAX (0, bars[i].where.y);

      heights[i]
          = READOUT_SPAN (top, top + (guint32)MAX (1, bars[i].where.height));
    }

  n_columns = readout_lanes_assign (heights, n_bars, columns);
  for (guint i = 0; i < n_bars; i++)
    bars[i].where.x
        = (int)(first_columns == NULL ? 0 : first_columns[i])
          + (columns[i] == READOUT_NO_LANE ? READOUT_N_LANES - 1 : columns[i]);

  return n_columns;
}

/* Finds the bars in sight and where they stand. */
static void
collect_bars (ReadoutArticleText *self)
{
  ReadoutSpan       visible = readout_geometry_get_visible (self->geometry, 0);
  guint             n_statements = 0;
  guint             n;
  g_autofree guint *first_columns = NULL;
  ReadoutBar       *bars;
  int               width = readout_painter_get_bar_width (self->painter);
  int               edge;

  g_array_set_size (self->bars, 0);

  for (int kind = READOUT_KIND_STATEMENT; kind <= READOUT_KIND_MEETING; kind++)
    {
      for (guint i = 0; i < readout_marks_get_n_bars (self->marks); i++)
        {
          const ReadoutMark *mark = readout_marks_get_bar (self->marks, i);
          ReadoutBar         bar = { { 0 }, mark };
          GdkRectangle       last;
          GtkTextIter        iter;

          if (mark->record->kind != (ReadoutKind)kind
              || mark->span.start > visible.end
              || mark->span.end < visible.start)
            continue;

          gtk_text_buffer_get_iter_at_offset (
              gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)),
              &iter,
              (int)mark->span.start);
          gtk_text_view_get_iter_location (
              GTK_TEXT_VIEW (self), &iter, &bar.where);
          gtk_text_iter_set_offset (&iter, (int)mark->span.end - 1);
          gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &iter, &last);
          bar.where.height = last.y + last.height - bar.where.y;
          g_array_append_val (self->bars, bar);
        }

      if (kind == READOUT_KIND_STATEMENT)
        n_statements = self->bars->len;
    }

  n = self->bars->len;
  if (n == 0)
    return;

  bars = (gpointer)self->bars->data;
  qsort (bars, n_statements, sizeof (ReadoutBar), compare_bars);
  qsort (
      bars + n_statements, n - n_statements, sizeof (ReadoutBar), compare_bars);
  arrange_bars (bars, n_statements, NULL);

  /* Meetings stand outside of the statements on the same lines. */
  first_columns = g_new0 (guint, n - n_statements);
  for (guint i = n_statements; i < n; i++)
    for (guint j = 0; j < n_statements; j++)
      if (bars[i].where.y < bars[j].where.y + bars[j].where.height
          && bars[j].where.y < bars[i].where.y + bars[i].where.height)
        first_columns[i - n_statements]
            = MAX (first_columns[i - n_statements], (guint)bars[j].where.x + 1);
  arrange_bars (bars + n_statements, n - n_statements, first_columns);

  edge = readout_article_text_is_rtl (self)
             ? gtk_widget_get_width (GTK_WIDGET (self))
                   - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self))
                   + BAR_GAP
             : gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - BAR_GAP
                   - width;
  for (guint i = 0; i < n; i++)
    {
      int step = bars[i].where.x * (2 * width);

      bars[i].where.x
          = readout_article_text_is_rtl (self) ? edge + step : edge - step;
      bars[i].where.width = width;
    }
}

/* The flags of items to be looked at again, beside the line's end. */
static void
paint_flags (ReadoutArticleText *self,
             GtkSnapshot        *snapshot,
             const ReadoutMark  *mark)
{
  GdkRectangle where;
  int          size
      = (int)lround (FLAG_SIZE * readout_article_text_get_font_size (self));

  if (!mark->record->review.flagged)
    return;

  readout_geometry_get (self->geometry, mark->span, self->rectangles);
  if (self->rectangles->len == 0)
    return;

  where = g_array_index (self->rectangles, GdkRectangle, 0);
  where.y += MAX (0, (where.height - size) / 2);
  where.x
      = readout_article_text_is_rtl (self)
            ? gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - 6 - size
            : gtk_widget_get_width (GTK_WIDGET (self))
                  - gtk_text_view_get_right_margin (GTK_TEXT_VIEW (self))
                  + FLAG_GAP;
  where.width = size;
  where.height = size;
  readout_painter_flag (self->painter, snapshot, &where);
}

static void
paint_below (ReadoutArticleText *self, GtkSnapshot *snapshot)
{
  ReadoutSpan visible = readout_geometry_get_visible (self->geometry, 0);
  guint       n_candidates;
  guint       first;

  first = readout_marks_find (self->marks, visible, &n_candidates);
  for (guint i = first; i < first + n_candidates; i++)
    {
      const ReadoutMark    *mark = readout_marks_get (self->marks, i);
      const ReadoutMention *mention = (const ReadoutMention *)mark->record;

      if (!readout_span_overlaps (mark->span, visible))
        continue;

      paint_flags (self, snapshot, mark);
      if (mark->lane == READOUT_NO_LANE)
        continue;

      readout_geometry_get (self->geometry, mark->span, self->rectangles);
      for (guint j = 0; j < self->rectangles->len; j++)
        readout_painter_lane (
            self->painter,
            snapshot,
            mention->type,
            mention->record.review.state,
            &g_array_index (self->rectangles, GdkRectangle, j),
            mark->lane);
    }

  collect_bars (self);
  for (guint i = 0; i < self->bars->len; i++)
    {
      const ReadoutBar *bar = &g_array_index (self->bars, ReadoutBar, i);

      readout_painter_bar (
          self->painter,
          snapshot,
          bar->mark->record->kind,
          bar->mark->record->review.state,
          readout_article_text_is_selected (self, bar->mark->record),
          &bar->where);
      paint_flags (self, snapshot, bar->mark);
    }
}

static void
paint_frame (ReadoutArticleText *self,
             GtkSnapshot        *snapshot,
             const GdkRGBA      *color,
             ReadoutSpan         span)
{
  readout_geometry_get (self->geometry, span, self->rectangles);
  for (guint i = 0; i < self->rectangles->len; i++)
    readout_painter_frame (self->painter,
                           snapshot,
                           color,
                           &g_array_index (self->rectangles, GdkRectangle, i));
}

/* The selected mention, or what the selected statement or meeting takes from
 * the text; contents are long and have their tint instead. */
static void
paint_frames (ReadoutArticleText  *self,
              GtkSnapshot         *snapshot,
              const ReadoutRecord *record)
{
  ReadoutSpan    visible = readout_geometry_get_visible (self->geometry, 0);
  const GdkRGBA *color = record->kind == READOUT_KIND_STATEMENT
                             ? &self->palette.statement.lane
                             : &self->palette.meeting.lane;

  if (record->kind == READOUT_KIND_MENTION)
    paint_frame (self,
                 snapshot,
                 &self->palette.accent,
                 ((const ReadoutMention *)record)->span);

  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      const ReadoutSpanList *list;

      if (readout_field_get_kind (field) != record->kind
          || field == READOUT_FIELD_CONTENT)
        continue;

      list = readout_field_peek (record, field);
      for (guint i = 0; i < list->length; i++)
        if (readout_span_overlaps (list->items[i], visible))
          paint_frame (self, snapshot, color, list->items[i]);
    }
}

static void
paint_above (ReadoutArticleText *self, GtkSnapshot *snapshot)
{
  ReadoutRecord      *selected = get_selected (self);
  const ReadoutLabels labels
      = { GTK_TEXT_VIEW (self), self->geometry,
          self->painter,        &self->palette,
          self->document,       readout_article_text_get_font_size (self) };

  if (selected != NULL)
    {
      paint_frames (self, snapshot, selected);
      readout_labels_paint (&labels, snapshot, selected);
    }
  if (self->hovered != NULL && self->hovered->record != selected)
    readout_labels_paint (&labels, snapshot, self->hovered->record);
}

/**
 * readout_article_text_paint:
 * @self: the text
 * @layer: whether to paint what is under the text, or over it
 * @snapshot: where to paint, in the coordinates of the buffer
 *
 * Paints what is marked in the part of the text that is in sight.
 */
void
readout_article_text_paint (ReadoutArticleText *self,
                            GtkTextViewLayer    layer,
                            GtkSnapshot        *snapshot)
{
  g_assert (GTK_IS_TEXT_VIEW (self));

  if (self->document == NULL)
    return;

  /* Marks that are about to be built anew still hold their records, and the
   * text does not change: what is there can be painted. */
  if (layer == GTK_TEXT_VIEW_LAYER_BELOW_TEXT)
    paint_below (self, snapshot);
  else
    paint_above (self, snapshot);
}
