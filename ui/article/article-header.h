/* article-header.h: source, date and headline above the text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/document.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ARTICLE_HEADER (readout_article_header_get_type ())

/* Signals:
 *   "changed" ()  the words are others now, and so may be the height
 *   "edit" ()     the person wants to edit what it shows */
G_DECLARE_FINAL_TYPE (ReadoutArticleHeader,
                      readout_article_header,
                      READOUT,
                      ARTICLE_HEADER,
                      GtkWidget)

GtkWidget *readout_article_header_new (void);
void       readout_article_header_set_document (ReadoutArticleHeader *self,
                                                ReadoutDocument      *document);
void       readout_article_header_set_direction (ReadoutArticleHeader *self,
                                                 GtkTextDirection      direction);

GtkWidget *readout_article_header_get_button (ReadoutArticleHeader *self);

/* Whether the first line of the text is the title, and where it ends. */
ReadoutSpan readout_article_find_headline (ReadoutDocument *document);

G_END_DECLS
