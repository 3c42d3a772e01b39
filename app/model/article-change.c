/* article-change.c: an edit of what belongs to the article, not to an item
 *
 * The counterpart of change.c.  A value is text or nothing, whatever it is
 * about, so that undo, journal and history need no further kind of change
 * when more is said of an article than its metadata.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/article-change.h"

G_DEFINE_BOXED_TYPE (ReadoutArticleChange,
                     readout_article_change,
                     readout_article_change_ref,
                     readout_article_change_unref)

/**
 * readout_article_change_new:
 * @key: which value; must be known; its name is copied
 * @before: (nullable): the value as it is, %NULL where there is none
 * @after: (nullable): the value as it shall be, %NULL to have none
 *
 * Returns: (transfer full): a change
 */
ReadoutArticleChange *
readout_article_change_new (ReadoutArticleKey key,
                            const char       *before,
                            const char       *after)
{
  ReadoutArticleChange *self;

  g_return_val_if_fail (readout_article_key_is_known (&key), NULL);

  self = g_new0 (ReadoutArticleChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->key.aspect = key.aspect;
  self->key.name = g_strdup (key.name);
  self->before = g_strdup (before);
  self->after = g_strdup (after);

  return self;
}

/**
 * readout_article_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
ReadoutArticleChange *
readout_article_change_ref (ReadoutArticleChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_article_change_unref:
 * @self: (transfer full): a change
 *
 * Gives up a reference; the last one frees the change.
 */
void
readout_article_change_unref (ReadoutArticleChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free ((char *)self->key.name);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

/**
 * readout_article_change_invert:
 * @self: a change
 *
 * Returns: (transfer full): the change that takes @self back
 */
ReadoutArticleChange *
readout_article_change_invert (const ReadoutArticleChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return readout_article_change_new (self->key, self->after, self->before);
}

/**
 * readout_article_change_equal:
 * @self: a change
 * @other: another one
 *
 * Returns: whether both make the same of the same
 */
gboolean
readout_article_change_equal (const ReadoutArticleChange *self,
                              const ReadoutArticleChange *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  return readout_article_key_equal (&self->key, &other->key)
         && g_strcmp0 (self->before, other->before) == 0
         && g_strcmp0 (self->after, other->after) == 0;
}

/**
 * readout_article_changes_new:
 *
 * Returns: (transfer full) (element-type ReadoutArticleChange): an empty group
 *   of changes that owns what is put into it
 */
GPtrArray *
readout_article_changes_new (void)
{
  return g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_article_change_unref);
}

/**
 * readout_article_changes_add:
 * @changes: (element-type ReadoutArticleChange): a group of changes
 * @key: as for readout_article_change_new()
 * @before: (nullable): as for readout_article_change_new()
 * @after: (nullable): as for readout_article_change_new()
 *
 * Appends a change to @changes.
 */
void
readout_article_changes_add (GPtrArray        *changes,
                             ReadoutArticleKey key,
                             const char       *before,
                             const char       *after)
{
  ReadoutArticleChange *change;

  g_return_if_fail (changes != NULL);

  change = readout_article_change_new (key, before, after);
  if (change != NULL)
    g_ptr_array_add (changes, change);
}
