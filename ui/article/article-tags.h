/* article-tags.h: the tags of the article's buffer
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "article/marks.h"
#include "widgets/palette.h"

G_BEGIN_DECLS

/**
 * ReadoutArticleTags:
 *
 * The few tags that all spans of an article share, and what is tagged with
 * them.
 */
typedef struct _ReadoutArticleTags ReadoutArticleTags;

ReadoutArticleTags *readout_article_tags_new (GtkTextBuffer *buffer);
void                readout_article_tags_free (ReadoutArticleTags *self);

void readout_article_tags_reset (ReadoutArticleTags *self);
void readout_article_tags_set_palette (ReadoutArticleTags   *self,
                                       const ReadoutPalette *palette);
void readout_article_tags_set_headline (ReadoutArticleTags *self,
                                        ReadoutSpan         span);
void readout_article_tags_damage (ReadoutArticleTags *self, ReadoutSpan span);
gboolean readout_article_tags_flush (ReadoutArticleTags *self,
                                     const ReadoutMarks *marks,
                                     gint64              budget);
void     readout_article_tags_show_selection (ReadoutArticleTags *self,
                                              ReadoutAnnotations *annotations,
                                              const char         *id);
void     readout_article_tags_show_lit (ReadoutArticleTags    *self,
                                        const ReadoutSpanList *spans);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutArticleTags, readout_article_tags_free)

G_END_DECLS
