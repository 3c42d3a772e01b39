/* article-view.h: the pane that shows the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ARTICLE_VIEW (readout_article_view_get_type ())

/* Properties, all notifying:
 *   "session"  ReadoutSession, nullable: what is shown
 *   "zoom"     double: the size of the text, 1.0 for the usual one */
G_DECLARE_FINAL_TYPE (
    ReadoutArticleView, readout_article_view, READOUT, ARTICLE_VIEW, GtkWidget)

GtkWidget      *readout_article_view_new (void);
ReadoutSession *readout_article_view_get_session (ReadoutArticleView *self);
void            readout_article_view_set_session (ReadoutArticleView *self,
                                                  ReadoutSession     *session);
double          readout_article_view_get_zoom (ReadoutArticleView *self);
void readout_article_view_set_zoom (ReadoutArticleView *self, double zoom);
void readout_article_view_zoom_in (ReadoutArticleView *self);
void readout_article_view_zoom_out (ReadoutArticleView *self);
void readout_article_view_zoom_reset (ReadoutArticleView *self);

/* Opens the form for title, source, date and the like. */
void readout_article_view_edit_details (ReadoutArticleView *self);

G_END_DECLS
