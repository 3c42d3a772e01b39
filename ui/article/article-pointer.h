/* article-pointer.h: pointing at the article's text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"

G_BEGIN_DECLS

gboolean readout_article_text_fill_tooltip (ReadoutArticleText *self,
                                            int                 x,
                                            int                 y,
                                            gboolean            keyboard,
                                            GtkTooltip         *tooltip);
void     readout_article_text_add_pointer (ReadoutArticleText *self);

/* What a person means who points at a place. */
const char *readout_article_text_pick (ReadoutArticleText *self,
                                       guint32             offset);
const char *
readout_article_text_pick_at (ReadoutArticleText *self, double x, double y);
gboolean readout_article_text_stands_on (ReadoutArticleText *self,
                                         const char         *id,
                                         guint32             offset);

G_END_DECLS
