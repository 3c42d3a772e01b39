/* article-values.c: what is said of one article as a whole
 *
 * What annotations.c is for items.  readout_article_values_apply() is the only
 * mutator: it checks a whole group of changes against what is there before it
 * touches anything, so that a group is applied wholly or not at all.  The
 * readers of files use it through the document, and what a person edits comes
 * from the undo stack.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-model"

#include "config.h"

#include "model/article-values.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"

struct _ReadoutArticleValues
{
  GObject     parent_instance;
  GHashTable *set_by; /* Key in the change -> the change that set the value,
                         owned; its `after` is never NULL. */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutArticleValues,
                     readout_article_values,
                     G_TYPE_OBJECT)

/* The value when the changes that are in @played have been made. */
static const char *
get_played (ReadoutArticleValues    *self,
            GHashTable              *played,
            const ReadoutArticleKey *key)
{
  const ReadoutArticleChange *change = g_hash_table_lookup (played, key);

  return change != NULL ? change->after
                        : readout_article_values_get (self, *key);
}

static void
readout_article_values_finalize (GObject *object)
{
  ReadoutArticleValues *self = READOUT_ARTICLE_VALUES (object);

  g_hash_table_unref (self->set_by);

  G_OBJECT_CLASS (readout_article_values_parent_class)->finalize (object);
}

static void
readout_article_values_class_init (ReadoutArticleValuesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = readout_article_values_finalize;

  /**
   * ReadoutArticleValues::changed:
   * @self: the values
   * @change: what was changed
   *
   * Emitted for each change of a group that gave its value another content, in
   * order, when the whole group has been applied.  Handlers must not apply
   * changes.
   */
  signals[CHANGED] = g_signal_new ("changed",
                                   G_TYPE_FROM_CLASS (klass),
                                   G_SIGNAL_RUN_LAST,
                                   0,
                                   NULL,
                                   NULL,
                                   NULL,
                                   G_TYPE_NONE,
                                   1,
                                   READOUT_TYPE_ARTICLE_CHANGE);
}

static void
readout_article_values_init (ReadoutArticleValues *self)
{
  /* The key is inside the change, so that both go together. */
  self->set_by
      = g_hash_table_new_full (readout_article_key_hash,
                               readout_article_key_equal,
                               NULL,
                               (GDestroyNotify)readout_article_change_unref);
}

/**
 * readout_article_values_new:
 *
 * Returns: (transfer full): the values of an article of which nothing is said
 */
ReadoutArticleValues *
readout_article_values_new (void)
{
  return g_object_new (READOUT_TYPE_ARTICLE_VALUES, NULL);
}

/**
 * readout_article_values_apply:
 * @self: values
 * @changes: (element-type ReadoutArticleChange): a group of changes, in order;
 *   the same value may be changed more than once
 * @error: return location for a #GError
 *
 * The only way to alter the values.  Each `before` must be the value as it is
 * when its turn comes.
 *
 * Returns: %TRUE if all changes were applied; %FALSE with
 *   %READOUT_ERROR_REFERENCE naming the value in question if none was
 */
gboolean
readout_article_values_apply (ReadoutArticleValues *self,
                              GPtrArray            *changes,
                              GError              **error)
{
  if (!readout_article_values_check (self, changes, error))
    return FALSE;

  g_object_ref (self);
  g_ptr_array_ref (changes);

  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutArticleChange *change = g_ptr_array_index (changes, i);

      if (change->after != NULL)
        g_hash_table_replace (
            self->set_by, &change->key, readout_article_change_ref (change));
      else
        g_hash_table_remove (self->set_by, &change->key);
    }

  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutArticleChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (change->before, change->after) != 0)
        g_signal_emit (self, signals[CHANGED], 0, change);
    }

  g_ptr_array_unref (changes);
  g_object_unref (self);

  return TRUE;
}

/**
 * readout_article_values_check:
 * @self: values
 * @changes: (element-type ReadoutArticleChange): a group of changes, in order
 * @error: return location for a #GError
 *
 * Tells beforehand what readout_article_values_apply() would say, for a group
 * that changes items as well and is to be applied wholly or not at all.
 *
 * Returns: whether @changes could be applied
 */
gboolean
readout_article_values_check (ReadoutArticleValues *self,
                              GPtrArray            *changes,
                              GError              **error)
{
  g_autoptr (GHashTable) played = NULL;

  g_return_val_if_fail (READOUT_IS_ARTICLE_VALUES (self), FALSE);
  g_return_val_if_fail (changes != NULL, FALSE);

  played
      = g_hash_table_new (readout_article_key_hash, readout_article_key_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutArticleChange *change = g_ptr_array_index (changes, i);

      if (g_strcmp0 (get_played (self, played, &change->key), change->before)
          != 0)
        {
          g_set_error (error,
                       READOUT_ERROR,
                       READOUT_ERROR_REFERENCE,
                       _ ("The article’s “%s” is not as the change expects it"),
                       readout_article_key_get_words (&change->key));
          return FALSE;
        }

      g_hash_table_replace (played, &change->key, change);
    }

  return TRUE;
}

/**
 * readout_article_values_rebase:
 * @self: values
 * @changes: (element-type ReadoutArticleChange): a group of changes, in order
 *
 * Makes changes that lead to the same values from those that are there now.
 *
 * Returns: (transfer full) (element-type ReadoutArticleChange): a group that
 *   can be applied; an equal one where @changes can be applied as they are
 */
GPtrArray *
readout_article_values_rebase (ReadoutArticleValues *self, GPtrArray *changes)
{
  g_autoptr (GHashTable) played = NULL;
  GPtrArray *rebased;

  g_return_val_if_fail (READOUT_IS_ARTICLE_VALUES (self), NULL);
  g_return_val_if_fail (changes != NULL, NULL);

  rebased = readout_article_changes_new ();
  played
      = g_hash_table_new (readout_article_key_hash, readout_article_key_equal);
  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutArticleChange *change = g_ptr_array_index (changes, i);

      readout_article_changes_add (rebased,
                                   change->key,
                                   get_played (self, played, &change->key),
                                   change->after);
      g_hash_table_replace (played, &change->key, change);
    }

  return rebased;
}

/**
 * readout_article_values_get:
 * @self: values
 * @key: which one
 *
 * Returns: (transfer none) (nullable): the value, %NULL where nothing is said
 */
const char *
readout_article_values_get (ReadoutArticleValues *self, ReadoutArticleKey key)
{
  const ReadoutArticleChange *change;

  g_return_val_if_fail (READOUT_IS_ARTICLE_VALUES (self), NULL);

  change = g_hash_table_lookup (self->set_by, &key);

  return change != NULL ? change->after : NULL;
}
