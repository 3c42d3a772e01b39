/* article-menu.h: the context menu of the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-view.h"

G_BEGIN_DECLS

void
readout_article_view_pop_up_at (ReadoutArticleView *self, double x, double y);
gboolean readout_article_view_pop_up_at_cursor (ReadoutArticleView *self);

G_END_DECLS
