/* article-paint.h: what is painted under and over the article's text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"

G_BEGIN_DECLS

void readout_article_text_paint (ReadoutArticleText *self,
                                 GtkTextViewLayer    layer,
                                 GtkSnapshot        *snapshot);

G_END_DECLS
