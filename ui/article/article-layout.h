/* article-layout.h: font, column and header of the article's text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"

G_BEGIN_DECLS

double       readout_article_text_get_font_size (ReadoutArticleText *self);
void         readout_article_text_update_metrics (ReadoutArticleText *self);
void         readout_article_text_update_font (ReadoutArticleText *self);
GdkRectangle readout_article_text_get_header_area (ReadoutArticleText *self);
void         readout_article_text_fit (ReadoutArticleText *self, int width);

G_END_DECLS
