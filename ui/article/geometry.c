/* geometry.c: where spans lie on the lines of a text view
 *
 * A span is one rectangle for each wrapped line it touches, or several where
 * left-to-right and right-to-left text meet.  Asking GTK for the place of a
 * letter takes some 20 microseconds, too much for all visible spans in each
 * frame, so the rectangles are kept until the text is laid out anew.  They are
 * kept relative to their paragraph: paragraphs move up and down while GTK
 * measures the ones above, but stay as they are.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/geometry.h"

/* A rectangle, with y counted from the top of paragraph `line`. */
typedef struct
{
  int          line;
  GdkRectangle rectangle;
} Piece;

struct _ReadoutGeometry
{
  GtkTextView *view; /* Borrowed: the view owns the cache. */

  /* ReadoutSpan in a gint64 -> GArray of Piece. */
  GHashTable *pieces;
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
      if (readout_geometry_is_rtl (gtk_text_iter_get_char (&iter)))
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
  GtkTextBuffer *buffer;
  GArray        *pieces;
  gint64         key = span_key (span);
  int            line = -1;
  int            top = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (rectangles != NULL);

  g_array_set_size (rectangles, 0);

  pieces = g_hash_table_lookup (self->pieces, &key);
  if (pieces == NULL)
    {
      pieces = measure (self, span);
      g_hash_table_insert (self->pieces, g_memdup2 (&key, sizeof key), pieces);
    }

  buffer = gtk_text_view_get_buffer (self->view);
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
 * readout_geometry_get_visible:
 * @self: the cache
 * @slack: how many pixels above and below count as visible too
 *
 * Returns: the range of the text whose paragraphs are in sight
 */
ReadoutSpan
readout_geometry_get_visible (ReadoutGeometry *self, int slack)
{
  GdkRectangle visible;
  GtkTextIter  start, end;

  g_return_val_if_fail (self != NULL, READOUT_SPAN (0, 0));

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_line_at_y (self->view, &start, visible.y - slack, NULL);
  gtk_text_view_get_line_at_y (
      self->view, &end, visible.y + visible.height + slack, NULL);
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);

  return READOUT_SPAN ((guint32)gtk_text_iter_get_offset (&start),
                       (guint32)gtk_text_iter_get_offset (&end));
}

/**
 * readout_geometry_is_rtl:
 * @c: a letter
 *
 * Pango's own function for this is deprecated without a successor.
 *
 * Returns: whether it is of a script that is written from right to left
 */
gboolean
readout_geometry_is_rtl (gunichar c)
{
  if (c < 0x590)
    return FALSE;

  switch ((int)g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HANIFI_ROHINGYA:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_MENDE_KIKAKUI:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SAMARITAN:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}
