/* article-key.h: what can be said of an article as a whole
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

#include "model/metadata.h"

G_BEGIN_DECLS

/* What the values of an article are about.  A further one is a line here, its
 * nick, and the names that it allows. */
typedef enum
{
  READOUT_ARTICLE_METADATA, /* Named as the members of the file are. */
  READOUT_N_ARTICLE_ASPECTS
} ReadoutArticleAspect;

/**
 * ReadoutArticleKey:
 * @aspect: what the value is about
 * @name: (nullable): which of the values of @aspect it is, %NULL where the
 *   aspect has but one; it belongs to whoever made the key
 *
 * Names one value.  It is a struct, so that the number of a ReadoutMeta is no
 * key, and a loop over READOUT_N_METAS reaches nothing but metadata.
 */
typedef struct
{
  ReadoutArticleAspect aspect;
  const char          *name;
} ReadoutArticleKey;

ReadoutArticleKey readout_article_key_for_meta (ReadoutMeta meta);
gboolean          readout_article_key_get_meta (const ReadoutArticleKey *self,
                                                ReadoutMeta             *meta);
gboolean          readout_article_key_is_known (const ReadoutArticleKey *self);
const char       *readout_article_key_get_words (const ReadoutArticleKey *self);

guint    readout_article_key_hash (gconstpointer key);
gboolean readout_article_key_equal (gconstpointer key, gconstpointer other);

const char *readout_article_aspect_to_nick (ReadoutArticleAspect aspect);
gboolean    readout_article_aspect_from_nick (const char           *nick,
                                              ReadoutArticleAspect *aspect);

G_END_DECLS
