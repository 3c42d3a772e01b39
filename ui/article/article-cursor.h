/* article-cursor.h: the cursor of the article's text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"

G_BEGIN_DECLS

void readout_article_text_show (ReadoutArticleText *self, ReadoutSpan span);
ReadoutSpan readout_article_text_get_text_selection (ReadoutArticleText *self);
guint32     readout_article_text_get_cursor (ReadoutArticleText *self);
void readout_article_text_set_cursor (ReadoutArticleText *self, guint32 offset);
void readout_article_text_select (ReadoutArticleText *self, ReadoutSpan span);

G_END_DECLS
