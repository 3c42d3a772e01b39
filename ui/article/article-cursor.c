/* article-cursor.c: the cursor of the article's text
 *
 * Where it is, what is selected from it, and what of the text is in sight.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/article-cursor.h"

#include "article/article-text-private.h"

/**
 * readout_article_text_show:
 * @self: the text
 * @span: what to bring into sight
 *
 * Scrolls, smoothly where animations are on, if the beginning of the span is
 * not in sight; otherwise leaves the page where it is.
 */
void
readout_article_text_show (ReadoutArticleText *self, ReadoutSpan span)
{
  GtkTextView   *view = GTK_TEXT_VIEW (self);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextMark   *mark;
  GtkTextIter    iter;
  GdkRectangle   visible, where;
  int            slack;

  g_return_if_fail (GTK_IS_TEXT_VIEW (self));

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)span.start);
  gtk_text_view_get_visible_rect (view, &visible);
  gtk_text_view_get_iter_location (view, &iter, &where);
  slack = where.height;
  if (where.y >= visible.y + slack
      && where.y + where.height <= visible.y + visible.height - slack)
    return;

  /* Without a size yet, the page is at its beginning and stays there. */
  if (visible.height <= 1)
    return;

  /* What fits on the first page is shown with the header. */
  if (where.y + where.height + slack
      <= visible.height - gtk_text_view_get_top_margin (view))
    {
      gtk_adjustment_set_value (
          gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)), 0);
      return;
    }

  /* By a mark, since GTK may have to measure paragraphs before it knows where
   * the place is. */
  mark = gtk_text_buffer_get_mark (buffer, "readout-shown");
  if (mark == NULL)
    mark = gtk_text_buffer_create_mark (buffer, "readout-shown", &iter, TRUE);
  else
    gtk_text_buffer_move_mark (buffer, mark, &iter);
  gtk_text_view_scroll_to_mark (view, mark, 0, TRUE, 0, 0.3);
}

/**
 * readout_article_text_get_text_selection:
 * @self: the text
 *
 * Returns: what a person selected in the text, without blanks at its ends;
 *   empty if nothing is
 */
ReadoutSpan
readout_article_text_get_text_selection (ReadoutArticleText *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), READOUT_SPAN (0, 0));

  if (self->document == NULL
      || !gtk_text_buffer_get_selection_bounds (
          gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), &start, &end))
    return READOUT_SPAN (0, 0);

  return readout_text_trim (
      readout_document_get_text (self->document),
      READOUT_SPAN ((guint32)gtk_text_iter_get_offset (&start),
                    (guint32)gtk_text_iter_get_offset (&end)));
}

/**
 * readout_article_text_get_cursor:
 * @self: the text
 *
 * Returns: where the cursor is, in code points
 */
guint32
readout_article_text_get_cursor (ReadoutArticleText *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter    iter;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), 0);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_mark (
      buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return (guint32)gtk_text_iter_get_offset (&iter);
}

/**
 * readout_article_text_set_cursor:
 * @self: the text
 * @offset: a place in the text, in code points
 *
 * Moves the cursor; nothing is selected in the text then.
 */
void
readout_article_text_set_cursor (ReadoutArticleText *self, guint32 offset)
{
  GtkTextBuffer *buffer;
  GtkTextIter    iter;

  g_return_if_fail (GTK_IS_TEXT_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &iter, (int)offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
}

/**
 * readout_article_text_select:
 * @self: the text
 * @span: what to select, in code points
 *
 * Selects words, with the cursor at their end, and brings them into sight.
 */
void
readout_article_text_select (ReadoutArticleText *self, ReadoutSpan span)
{
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;

  g_return_if_fail (GTK_IS_TEXT_VIEW (self));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_iter_at_offset (buffer, &start, (int)span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, (int)span.end);
  gtk_text_buffer_select_range (buffer, &end, &start);
  readout_article_text_show (self, span);
}
