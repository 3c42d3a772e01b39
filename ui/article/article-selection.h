/* article-selection.h: what is selected, in the session and in the text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-view.h"

G_BEGIN_DECLS

ReadoutDocument *readout_article_view_get_document (ReadoutArticleView *self);
ReadoutRecord   *readout_article_view_get_selected (ReadoutArticleView *self);
void readout_article_view_update_selected (ReadoutArticleView *self);
void readout_article_view_show_selected (ReadoutArticleView *self);
void readout_article_view_show_text (ReadoutArticleView *self,
                                     guint               start,
                                     guint               end);
void readout_article_view_point_at (ReadoutArticleView *self, const char *id);

G_END_DECLS
