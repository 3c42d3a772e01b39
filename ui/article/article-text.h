/* article-text.h: the text of the article with what is marked in it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/document.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ARTICLE_TEXT (readout_article_text_get_type ())

/* Signals:
 *   "activated" (string id)  a person pointed at a record */
G_DECLARE_FINAL_TYPE (ReadoutArticleText,
                      readout_article_text,
                      READOUT,
                      ARTICLE_TEXT,
                      GtkTextView)

GtkWidget *readout_article_text_new (void);
void       readout_article_text_set_document (ReadoutArticleText *self,
                                              ReadoutDocument    *document);
void       readout_article_text_flush (ReadoutArticleText *self);
void       readout_article_text_set_selected (ReadoutArticleText *self,
                                              const char         *id);
void       readout_article_text_set_lit (ReadoutArticleText    *self,
                                         const ReadoutSpanList *spans);
void       readout_article_text_set_show_rejected (ReadoutArticleText *self,
                                                   gboolean            show);
void readout_article_text_set_zoom (ReadoutArticleText *self, double zoom);
void readout_article_text_set_header (ReadoutArticleText *self,
                                      GtkWidget          *header);
void readout_article_text_refit (ReadoutArticleText *self);

G_END_DECLS
