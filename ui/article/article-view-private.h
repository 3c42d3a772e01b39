/* article-view-private.h: between the files of the article's pane
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"
#include "article/article-view.h"

G_BEGIN_DECLS

struct _ReadoutArticleView
{
  GtkWidget parent_instance;

  GtkWidget          *stack;
  GtkWidget          *empty;
  GtkWidget          *header;
  GtkWidget          *details;
  GtkWidget          *details_popover;
  ReadoutArticleText *text;
  GtkWidget          *menu;
  ReadoutSession     *session;
  GSignalGroup       *session_signals;
  double              zoom;

  /* Set while a person points at something here, which leaves the cursor
   * where the pointer put it, and while words are shown for the session. */
  gboolean pointing;
};

/* article-view.c */
ReadoutDocument *readout_article_view_get_document (ReadoutArticleView *self);
ReadoutRecord   *readout_article_view_get_selected (ReadoutArticleView *self);
void readout_article_view_point_at (ReadoutArticleView *self, const char *id);
gboolean readout_article_view_pop_up_at_cursor (GtkWidget *widget,
                                                GVariant  *args,
                                                gpointer   user_data);

/* article-walk.c */
void readout_article_view_walk_mentions (ReadoutArticleView *self, int step);
void readout_article_view_add_shortcuts (ReadoutArticleView *self);

G_END_DECLS
