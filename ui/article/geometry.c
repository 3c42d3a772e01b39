/* geometry.c: where spans lie on the lines of a text view
 *
 * A span is one rectangle for each wrapped line it touches, or several where
 * left-to-right and right-to-left text meet.  Asking GTK for the place of a
 * letter takes some 20 microseconds, and longer the longer the paragraph is:
 * too much for all visible spans in each frame, so the rectangles are kept
 * until the text is laid out anew.  They are kept relative to their paragraph:
 * paragraphs move up and down while GTK measures the ones above, but stay as
 * they are.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/geometry.h"

#include "article/lines.h"

/* A rectangle, with y counted from the top of paragraph `line`. */
typedef struct
{
  int          line;
  GdkRectangle rectangle;
} Piece;

struct _ReadoutGeometry
{
  GtkTextView *view; /* Borrowed: the view owns the cache. */

  /* ReadoutSpan in a gint64 -> GArray of Piece: all the rectangles of a span,
   * or those of its first and its last letter. */
  GHashTable *pieces;
  GHashTable *ends;

  guint n_measured;
};

static gint64
span_key (ReadoutSpan span)
{
  return (gint64)(((guint64)span.start << 32) | span.end);
}

static void
pieces_free (gpointer data)
{
  g_array_unref (data);
}

static int
paragraph_top (ReadoutGeometry *self, const GtkTextIter *iter)
{
  int y, height;

  gtk_text_view_get_line_yrange (self->view, iter, &y, &height);
  return y;
}

/* The place of a letter, with a width that is never negative. */
static GdkRectangle
letter_rectangle (ReadoutGeometry *self, const GtkTextIter *iter)
{
  GdkRectangle rectangle;

  self->n_measured++;
  gtk_text_view_get_iter_location (self->view, iter, &rectangle);
  if (rectangle.width < 0)
    {
      rectangle.x += rectangle.width;
      rectangle.width = -rectangle.width;
    }

  return rectangle;
}

static void
add_piece (GArray *pieces, const GtkTextIter *iter, int top, GdkRectangle where)
{
  Piece piece = { gtk_text_iter_get_line (iter), where };

  if (where.width <= 0)
    return;

  piece.rectangle.y -= top;
  g_array_append_val (pieces, piece);
}

static gboolean
has_rtl (const GtkTextIter *start, const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  while (gtk_text_iter_compare (&iter, end) < 0)
    {
      if (readout_lines_is_rtl (gtk_text_iter_get_char (&iter)))
        return TRUE;
      gtk_text_iter_forward_char (&iter);
    }

  return FALSE;
}

/* Letter by letter, since neighbours in the text need not be neighbours on a
 * line of mixed direction. */
static void
measure_bidi (ReadoutGeometry   *self,
              const GtkTextIter *start,
              const GtkTextIter *end,
              int                top,
              GArray            *pieces)
{
  GtkTextIter  iter = *start;
  GdkRectangle run = letter_rectangle (self, &iter);

  while (gtk_text_iter_forward_char (&iter)
         && gtk_text_iter_compare (&iter, end) < 0)
    {
      GdkRectangle letter = letter_rectangle (self, &iter);

      if (letter.x <= run.x + run.width + 1
          && letter.x + letter.width >= run.x - 1)
        {
          gdk_rectangle_union (&run, &letter, &run);
        }
      else
        {
          add_piece (pieces, start, top, run);
          run = letter;
        }
    }

  add_piece (pieces, start, top, run);
}

static GArray *
measure_ends (ReadoutGeometry *self, ReadoutSpan span)
{
  GArray        *pieces = g_array_sized_new (FALSE, FALSE, sizeof (Piece), 2);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  const guint32  offsets[] = { span.start, span.end - 1 };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      GtkTextIter iter;
      Piece       piece;

      gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)offsets[i]);
      piece.line = gtk_text_iter_get_line (&iter);
      piece.rectangle = letter_rectangle (self, &iter);
      piece.rectangle.y -= paragraph_top (self, &iter);
      g_array_append_val (pieces, piece);
    }

  return pieces;
}

static GArray *
measure (ReadoutGeometry *self, ReadoutSpan span)
{
  GArray        *pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter    iter, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)span.end);

  while (gtk_text_iter_compare (&iter, &end) < 0)
    {
      int          top = paragraph_top (self, &iter);
      GdkRectangle first = letter_rectangle (self, &iter);
      GdkRectangle last;
      GtkTextIter  stop = iter;
      GtkTextIter  next;

      /* The end of a wrapped line is the place before its last character,
       * which is the space where it wraps or, in a word that does not fit, a
       * letter.  From that place GTK goes on to the next line's end. */
      gtk_text_view_forward_display_line_end (self->view, &stop);
      if (gtk_text_iter_compare (&stop, &end) > 0)
        stop = end;
      last = letter_rectangle (self, &stop);
      if (last.y != first.y)
        {
          stop = iter;
          last = first;
        }

      next = stop;
      if (gtk_text_iter_compare (&next, &end) < 0)
        {
          gunichar c = gtk_text_iter_get_char (&stop);

          gtk_text_iter_forward_char (&next);
          if (!g_unichar_isspace (c))
            stop = next;
          else
            last.width = 0;
        }
      else
        {
          last.width = 0;
        }

      if (has_rtl (&iter, &stop))
        {
          measure_bidi (self, &iter, &stop, top, pieces);
        }
      else
        {
          first.width = last.x + last.width - first.x;
          add_piece (pieces, &iter, top, first);
        }

      iter = next;
    }

  return pieces;
}

/**
 * readout_geometry_new:
 * @view: (unowned): the view, which must outlive the cache
 *
 * Returns: (transfer full): an empty cache
 */
ReadoutGeometry *
readout_geometry_new (GtkTextView *view)
{
  ReadoutGeometry *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (view), NULL);

  self = g_new0 (ReadoutGeometry, 1);
  self->view = view;
  self->pieces = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, pieces_free);
  self->ends = g_hash_table_new_full (
      g_int64_hash, g_int64_equal, g_free, pieces_free);

  return self;
}

/**
 * readout_geometry_free:
 * @self: (transfer full): the geometry
 *
 * Frees it with all that it remembers.
 */
void
readout_geometry_free (ReadoutGeometry *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->pieces);
  g_hash_table_unref (self->ends);
  g_free (self);
}

/**
 * readout_geometry_clear:
 * @self: the geometry
 *
 * Forgets where everything is.  To be called when the width, the font or the
 * text has changed.
 */
void
readout_geometry_clear (ReadoutGeometry *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_remove_all (self->pieces);
  g_hash_table_remove_all (self->ends);
}

/* What a table has of a span, measured where it has nothing yet, put where the
 * paragraphs are now. */
static void
look_up (ReadoutGeometry *self,
         GHashTable      *table,
         GArray *(*measure_span) (ReadoutGeometry *self, ReadoutSpan span),
         ReadoutSpan span,
         GArray     *rectangles)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  gint64         key = span_key (span);
  GArray        *pieces = g_hash_table_lookup (table, &key);
  int            line = -1;
  int            top = 0;

  if (pieces == NULL)
    {
      pieces = measure_span (self, span);
      g_hash_table_insert (table, g_memdup2 (&key, sizeof key), pieces);
    }

  g_array_set_size (rectangles, 0);
  for (guint i = 0; i < pieces->len; i++)
    {
      const Piece *piece = &g_array_index (pieces, Piece, i);
      GdkRectangle where = piece->rectangle;

      if (piece->line != line)
        {
          GtkTextIter iter;

          line = piece->line;
          gtk_text_buffer_get_iter_at_line (buffer, &iter, line);
          top = paragraph_top (self, &iter);
        }

      where.y += top;
      g_array_append_val (rectangles, where);
    }
}

/**
 * readout_geometry_get:
 * @self: the cache
 * @span: a span of the buffer's text
 * @rectangles: (element-type GdkRectangle): emptied, then filled with the
 *   rectangles of the span in buffer coordinates, in text order
 *
 * Says where a span lies.
 */
void
readout_geometry_get (ReadoutGeometry *self,
                      ReadoutSpan      span,
                      GArray          *rectangles)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (rectangles != NULL);

  look_up (self, self->pieces, measure, span, rectangles);
}

/**
 * readout_geometry_get_height:
 * @self: the cache
 * @span: a span of the buffer's text, not empty
 * @rectangles: (element-type GdkRectangle): overwritten
 * @y: (out): the top of its first line, in buffer coordinates
 * @height: (out): from there to the bottom of its last line
 *
 * Says on which lines a span lies, for which only its ends are measured,
 * however long it is.
 */
void
readout_geometry_get_height (ReadoutGeometry *self,
                             ReadoutSpan      span,
                             GArray          *rectangles,
                             int             *y,
                             int             *height)
{
  const GdkRectangle *first, *last;

  g_return_if_fail (self != NULL);
  g_return_if_fail (!readout_span_is_empty (span));
  g_return_if_fail (rectangles != NULL);

  look_up (self, self->ends, measure_ends, span, rectangles);
  first = &g_array_index (rectangles, GdkRectangle, 0);
  last = &g_array_index (rectangles, GdkRectangle, 1);
  *y = first->y;
  *height = last->y + last->height - first->y;
}

/**
 * readout_geometry_get_n_measured:
 * @self: the cache
 *
 * Returns: how many letters GTK was asked for the place of since the cache was
 *   made; a frame in which nothing has changed adds none
 */
guint
readout_geometry_get_n_measured (ReadoutGeometry *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_measured;
}

/* The first or the last letter of the line at a height, as it is wrapped. */
static guint32
edge_at (ReadoutGeometry *self, int y, gboolean is_end)
{
  GtkTextIter iter, edge;

  /* False says only that there is no letter, such as in the margin. */
  gtk_text_view_get_iter_at_location (self->view, &iter, 0, y);
  edge = iter;
  if (is_end)
    {
      /* GTK stops before the last letter of a line. */
      gtk_text_view_forward_display_line_end (self->view, &edge);
      if (!gtk_text_iter_ends_line (&edge))
        gtk_text_iter_forward_char (&edge);
    }
  else
    {
      gtk_text_view_backward_display_line_start (self->view, &edge);
    }

  return (guint32)gtk_text_iter_get_offset (&edge);
}

/**
 * readout_geometry_get_visible:
 * @self: the cache
 * @slack: how many pixels above and below count as visible too
 *
 * Returns: the range of the text whose lines are in sight, as they are wrapped
 */
ReadoutSpan
readout_geometry_get_visible (ReadoutGeometry *self, int slack)
{
  GdkRectangle visible;
  guint32      start, end;

  g_return_val_if_fail (self != NULL, READOUT_SPAN (0, 0));

  gtk_text_view_get_visible_rect (self->view, &visible);
  start = edge_at (self, visible.y - slack, FALSE);
  end = edge_at (self, visible.y + visible.height + slack, TRUE);

  return READOUT_SPAN (start, MAX (start, end));
}
