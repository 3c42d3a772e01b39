/* article-walk.h: the keys of the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-view.h"

G_BEGIN_DECLS

void readout_article_view_walk_mentions (ReadoutArticleView *self, int step);
void readout_article_view_add_shortcuts (ReadoutArticleView *self);

G_END_DECLS
