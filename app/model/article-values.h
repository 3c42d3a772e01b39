/* article-values.h: what is said of one article as a whole
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/article-change.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ARTICLE_VALUES (readout_article_values_get_type ())

/* Signal "changed" (ReadoutArticleChange *change) for each change of a group
 * that gave its value another content, when all are in place. */
G_DECLARE_FINAL_TYPE (ReadoutArticleValues,
                      readout_article_values,
                      READOUT,
                      ARTICLE_VALUES,
                      GObject)

ReadoutArticleValues *readout_article_values_new (void);
gboolean              readout_article_values_apply (ReadoutArticleValues *self,
                                                    GPtrArray            *changes,
                                                    GError              **error);
gboolean              readout_article_values_check (ReadoutArticleValues *self,
                                                    GPtrArray            *changes,
                                                    GError              **error);
GPtrArray            *readout_article_values_rebase (ReadoutArticleValues *self,
                                                     GPtrArray            *changes);

const char *readout_article_values_get (ReadoutArticleValues *self,
                                        ReadoutArticleKey     key);

G_END_DECLS
