/* article-key.c: what can be said of an article as a whole
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/article-key.h"

/* None may be the nick of a ReadoutKind: the journal tells a change of the
 * article from that of an item by this word. */
static const char *const nicks[] = {
  [READOUT_ARTICLE_METADATA] = "metadata",
};

G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == READOUT_N_ARTICLE_ASPECTS);

/**
 * readout_article_key_for_meta:
 * @meta: a piece of metadata
 *
 * Returns: the key of its value; the name lives as long as the program
 */
ReadoutArticleKey
readout_article_key_for_meta (ReadoutMeta meta)
{
  return (ReadoutArticleKey){ READOUT_ARTICLE_METADATA,
                              readout_meta_to_nick (meta) };
}

/**
 * readout_article_key_get_meta:
 * @self: a key
 * @meta: (out): the piece of metadata that it names
 *
 * Returns: whether it names one
 */
gboolean
readout_article_key_get_meta (const ReadoutArticleKey *self, ReadoutMeta *meta)
{
  g_return_val_if_fail (self != NULL && meta != NULL, FALSE);

  return self->aspect == READOUT_ARTICLE_METADATA
         && readout_meta_from_nick (self->name, meta);
}

/**
 * readout_article_key_is_known:
 * @self: a key, such as a journal has it
 *
 * Returns: whether an article has such a value
 */
gboolean
readout_article_key_is_known (const ReadoutArticleKey *self)
{
  ReadoutMeta meta;

  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->aspect)
    {
    case READOUT_ARTICLE_METADATA:
      return readout_article_key_get_meta (self, &meta);

    case READOUT_N_ARTICLE_ASPECTS:
    default:
      return FALSE;
    }
}

/**
 * readout_article_key_get_words:
 * @self: a key
 *
 * Returns: (transfer none): what to call the value in a message: its name, or
 *   the nick of its aspect where it has none
 */
const char *
readout_article_key_get_words (const ReadoutArticleKey *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->name != NULL ? self->name
                            : readout_article_aspect_to_nick (self->aspect);
}

/**
 * readout_article_key_hash:
 * @key: a ReadoutArticleKey
 *
 * Returns: a number for a #GHashTable
 */
guint
readout_article_key_hash (gconstpointer key)
{
  const ReadoutArticleKey *self = key;

  return (self->name != NULL ? g_str_hash (self->name) : 0) + self->aspect;
}

/**
 * readout_article_key_equal:
 * @key: a ReadoutArticleKey
 * @other: another one
 *
 * Returns: whether both name the same value
 */
gboolean
readout_article_key_equal (gconstpointer key, gconstpointer other)
{
  const ReadoutArticleKey *self = key;
  const ReadoutArticleKey *that = other;

  return self->aspect == that->aspect
         && g_strcmp0 (self->name, that->name) == 0;
}

/**
 * readout_article_aspect_to_nick:
 * @aspect: an aspect
 *
 * Returns: (transfer none): its word in the journal
 */
const char *
readout_article_aspect_to_nick (ReadoutArticleAspect aspect)
{
  g_return_val_if_fail ((guint)aspect < READOUT_N_ARTICLE_ASPECTS, NULL);

  return nicks[aspect];
}

/**
 * readout_article_aspect_from_nick:
 * @nick: (nullable): a word of the journal
 * @aspect: (out): the aspect that it means
 *
 * Returns: whether there is one
 */
gboolean
readout_article_aspect_from_nick (const char           *nick,
                                  ReadoutArticleAspect *aspect)
{
  for (guint i = 0; i < READOUT_N_ARTICLE_ASPECTS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *aspect = i;
        return TRUE;
      }

  return FALSE;
}
