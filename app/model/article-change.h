/* article-change.h: an edit of what belongs to the article, not to an item
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

#include "model/article-key.h"

G_BEGIN_DECLS

/**
 * ReadoutArticleChange:
 * @ref_count: atomic
 * @key: which value; the name is its own
 * @before: (nullable): the value as it was, %NULL if there was none
 * @after: (nullable): the value as it will be, %NULL if there will be none
 *
 * An edit of one value.  Immutable.
 */
typedef struct
{
  gatomicrefcount   ref_count;
  ReadoutArticleKey key;
  char             *before;
  char             *after;
} ReadoutArticleChange;

#define READOUT_TYPE_ARTICLE_CHANGE (readout_article_change_get_type ())

GType readout_article_change_get_type (void) G_GNUC_CONST;

ReadoutArticleChange *readout_article_change_new (ReadoutArticleKey key,
                                                  const char       *before,
                                                  const char       *after);
ReadoutArticleChange *readout_article_change_ref (ReadoutArticleChange *self);
void                  readout_article_change_unref (ReadoutArticleChange *self);
ReadoutArticleChange          *
readout_article_change_invert (const ReadoutArticleChange *self);
gboolean readout_article_change_equal (const ReadoutArticleChange *self,
                                       const ReadoutArticleChange *other);

/* A GPtrArray of ReadoutArticleChange that frees them. */
GPtrArray *readout_article_changes_new (void);
void       readout_article_changes_add (GPtrArray        *changes,
                                        ReadoutArticleKey key,
                                        const char       *before,
                                        const char       *after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutArticleChange,
                               readout_article_change_unref)

G_END_DECLS
