/* article-menu.c: the context menu of the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/article-menu.h"

#include "article/article-cursor.h"
#include "article/article-pointer.h"
#include "article/article-selection.h"
#include "article/article-view-private.h"

static void
pop_up (ReadoutArticleView *self, const GdkRectangle *where)
{
  if (readout_article_view_get_document (self) == NULL)
    return;

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), where);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/**
 * readout_article_view_pop_up_at:
 * @self: a view
 * @x: a place of the view
 * @y: a place of the view
 *
 * Opens the menu where the pointer is.  The menu acts upon the selected item,
 * so what is under the pointer becomes it, unless words are selected that the
 * menu is about to make an item of.
 */
void
readout_article_view_pop_up_at (ReadoutArticleView *self, double x, double y)
{
  GdkRectangle     where = { (int)x, (int)y, 1, 1 };
  graphene_point_t point;
  const char      *id = NULL;

  if (readout_span_is_empty (
          readout_article_text_get_text_selection (self->text))
      && gtk_widget_compute_point (GTK_WIDGET (self),
                                   GTK_WIDGET (self->text),
                                   &GRAPHENE_POINT_INIT ((float)x, (float)y),
                                   &point))
    id = readout_article_text_pick_at (self->text, point.x, point.y);
  if (id != NULL)
    readout_article_view_point_at (self, id);

  pop_up (self, &where);
}

/**
 * readout_article_view_pop_up_at_cursor:
 * @self: a view
 *
 * Opens the menu where the cursor is.
 *
 * Returns: whether the cursor has a place
 */
gboolean
readout_article_view_pop_up_at_cursor (ReadoutArticleView *self)
{
  GdkRectangle     where;
  graphene_point_t point;

  gtk_text_view_get_cursor_locations (
      GTK_TEXT_VIEW (self->text), NULL, &where, NULL);
  gtk_text_view_buffer_to_window_coords (GTK_TEXT_VIEW (self->text),
                                         GTK_TEXT_WINDOW_WIDGET,
                                         where.x,
                                         where.y,
                                         &where.x,
                                         &where.y);
  if (!gtk_widget_compute_point (
          GTK_WIDGET (self->text),
          GTK_WIDGET (self),
          &GRAPHENE_POINT_INIT ((float)where.x, (float)where.y),
          &point))
    return FALSE;

  where.x = (int)point.x;
  where.y = (int)point.y;
  where.width = MAX (1, where.width);
  pop_up (self, &where);

  return TRUE;
}
