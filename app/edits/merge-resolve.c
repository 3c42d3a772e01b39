/* merge-resolve.c: what comes of a merge when it is decided upon
 *
 * What applies by itself goes upon what the others have, and so does each item
 * of ours that is chosen, with all that it refers to, brought back where they
 * have removed it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/merge-private.h"

#include "base/string-hash.h"

/* What resolve() is making. */
typedef struct
{
  const ReadoutMerge *merge;
  GHashTable         *final; /* From id to record or NULL: where not theirs. */
  GPtrArray          *order; /* The ids of `final`, as they came. */
  GQueue              open;  /* Ids whose references are to be looked at. */
  ReadoutRecord      *user;  /* Whose references are looked at. */
} Outcome;

static gpointer
ref_or_null (ReadoutRecord *record)
{
  return record != NULL ? readout_record_ref (record) : NULL;
}

static gboolean
is_gone (const ReadoutRecord *record)
{
  return record == NULL || record->review.state == READOUT_STATE_REJECTED;
}

static gboolean
is_same (const ReadoutRecord *a, const ReadoutRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return readout_record_equal (a, b);
}

/* @record is (transfer full). */
static void
settle (Outcome *self, const char *id, ReadoutRecord *record)
{
  if (!g_hash_table_contains (self->final, id))
    g_ptr_array_add (self->order, g_strdup (id));
  g_hash_table_replace (self->final, g_strdup (id), record);
  g_queue_push_tail (&self->open, g_strdup (id));
}

static ReadoutRecord *
look_up_final (const Outcome *self, const char *id)
{
  gpointer record;

  if (g_hash_table_lookup_extended (self->final, id, NULL, &record))
    return record;

  return readout_snapshot_lookup (self->merge->theirs, id);
}

/* What we have under an id, whatever became of it. */
static ReadoutRecord *
look_up_ours (const ReadoutMerge *self, const char *id)
{
  const ReadoutMergeItem *item = g_hash_table_lookup (self->by_id, id);

  if (item != NULL)
    return item->after;

  return self->ours != NULL ? readout_snapshot_lookup (self->ours, id) : NULL;
}

/* For readout_record_map_references(): brings back what is referred to, as we
 * have it; what cannot be is referred to no more. */
static const char *
hold_reference (const char *id, gpointer user_data)
{
  Outcome       *self = user_data;
  ReadoutRecord *mine;

  if (!readout_merge_is_lost_for (self->user, look_up_final (self, id)))
    return id;

  mine = look_up_ours (self->merge, id);
  if (readout_merge_is_lost_for (self->user, mine))
    return NULL;

  settle (self, id, readout_record_ref (mine));

  return id;
}

/* For readout_record_map_references(): refers no more to what has gone. */
static const char *
drop_reference (const char *id, gpointer user_data)
{
  Outcome *self = user_data;

  return readout_merge_is_lost_for (self->user, look_up_final (self, id)) ? NULL
                                                                          : id;
}

/* Whatever was put in place takes along what it refers to. */
static void
hold_references (Outcome *self)
{
  char *id;

  while ((id = g_queue_pop_head (&self->open)) != NULL)
    {
      g_autofree char        *owned = id;
      ReadoutRecord          *record = look_up_final (self, owned);
      const ReadoutMergeItem *item
          = g_hash_table_lookup (self->merge->by_id, owned);
      g_autoptr (ReadoutRecord) copy = NULL;

      /* What applies by itself has been looked at already. */
      if (record == NULL || (item != NULL && item->fate == READOUT_FATE_APPLY))
        continue;

      copy = readout_record_copy (record);
      self->user = copy;
      readout_record_map_references (copy, hold_reference, self);
      if (!readout_record_equal (copy, record))
        g_hash_table_replace (
            self->final, g_strdup (owned), g_steal_pointer (&copy));
    }
}

/* Where somebody decided that our removal stands, what they say refers to it
 * no more. */
static void
drop_references (Outcome *self)
{
  ReadoutSnapshot *theirs = self->merge->theirs;

  for (guint i = 0; i < readout_snapshot_get_n_records (theirs); i++)
    {
      ReadoutRecord *record = readout_snapshot_get_record (theirs, i);
      g_autoptr (ReadoutRecord) copy = NULL;

      if (g_hash_table_contains (self->final, record->id))
        continue;

      copy = readout_record_copy (record);
      self->user = copy;
      readout_record_map_references (copy, drop_reference, self);
      if (!readout_record_equal (copy, record))
        settle (self, record->id, g_steal_pointer (&copy));
    }
}

static void
record_unref_or_null (gpointer record)
{
  if (record != NULL)
    readout_record_unref (record);
}

static GPtrArray *
make_changes (const Outcome *self)
{
  GPtrArray *changes = readout_changes_new ();

  for (guint i = 0; i < self->order->len; i++)
    {
      const char    *id = g_ptr_array_index (self->order, i);
      ReadoutRecord *before = readout_snapshot_lookup (self->merge->theirs, id);
      ReadoutRecord *after = g_hash_table_lookup (self->final, id);

      if (is_same (before, after))
        continue;
      if (before != NULL && after != NULL && before->kind != after->kind)
        {
          readout_changes_add (changes, before, NULL);
          before = NULL;
        }
      readout_changes_add (changes, before, after);
    }

  return changes;
}

/**
 * readout_merge_resolve:
 * @self: a merge
 * @mine: (nullable) (array): for each conflict whether it shall be as we have
 *   it; %NULL leaves all as the others have it
 * @changes: (out) (transfer full) (element-type ReadoutChange): what makes the
 *   merged records of theirs
 * @values: (out) (transfer full) (element-type ReadoutArticleChange): the same
 *   of what is said of the article
 *
 * Makes the result.  An item of ours that is chosen brings back what it refers
 * to; a removal of ours that is chosen takes itself out of what refers to it.
 */
void
readout_merge_resolve (const ReadoutMerge *self,
                       const gboolean     *mine,
                       GPtrArray         **changes,
                       GPtrArray         **values)
{
  Outcome  outcome = { .merge = self };
  gboolean removes = FALSE;

  g_return_if_fail (self != NULL);
  g_return_if_fail (changes != NULL && values != NULL);

  outcome.final = g_hash_table_new_full (
      readout_string_hash, g_str_equal, g_free, record_unref_or_null);
  outcome.order = g_ptr_array_new_with_free_func (g_free);
  g_queue_init (&outcome.open);
  *values = readout_article_changes_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const ReadoutMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->fate == READOUT_FATE_APPLY)
        settle (&outcome, item->id, ref_or_null (item->after));
    }
  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (
        *values,
        readout_article_change_ref (g_ptr_array_index (self->values, i)));

  for (guint i = 0; mine != NULL && i < self->conflicts->len; i++)
    {
      const ReadoutConflict  *conflict = g_ptr_array_index (self->conflicts, i);
      const ReadoutMergeItem *item = g_ptr_array_index (self->in_conflict, i);

      if (!mine[i])
        continue;
      if (item == NULL)
        readout_article_changes_add (*values,
                                     conflict->value->key,
                                     conflict->their_value,
                                     conflict->value->after);
      else
        {
          settle (&outcome, item->id, ref_or_null (item->after));
          removes = removes || is_gone (item->after);
        }
    }

  hold_references (&outcome);
  if (removes)
    drop_references (&outcome);
  *changes = make_changes (&outcome);

  g_queue_clear_full (&outcome.open, g_free);
  g_ptr_array_unref (outcome.order);
  g_hash_table_unref (outcome.final);
}
