/* merge.c: two that have worked on one article, put together
 *
 * A three-way merge, item by item.  What we have changed since a state that
 * both sides knew is put upon what the others have made of that state.  An
 * item that only one side has changed is as that side has it, and nobody is
 * asked; one that both have changed in different ways is a conflict, and so is
 * one of ours that refers to an item which they have removed or rejected, and
 * one that we have removed and they have come to refer to.  What depends on a
 * conflict of ours is one itself, until nothing more follows.
 *
 * Where our steps are known one by one, theirs may be a state that ours went
 * through: an older copy that was put back, say.  Then they have not changed
 * the item, and ours goes on from there.
 *
 * New items are numbered on both sides alike.  If both have given an id to
 * the same words, it is one item; else ours gets another id, in its own record
 * and in all of ours that refer to it.
 *
 * Compare the merge of version control systems: Khanna, Kunal and Pierce, "A
 * Formal Investigation of Diff3", FSTTCS 2007.  Items have ids, so the
 * alignment that makes diff3 hard is given here.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/merge-private.h"

#include <string.h>

#include "base/string-hash.h"
#include "edits/merge-same.h"

/* No id that is made here has more digits than annotations.c counts. */
#define MAX_DIGITS 18

static void
unref_or_null (gpointer record)
{
  if (record != NULL)
    readout_record_unref (record);
}

static void
item_free (gpointer data)
{
  ReadoutMergeItem *item = data;

  g_free (item->old_id);
  g_free (item->id);
  g_clear_pointer (&item->before, readout_record_unref);
  g_ptr_array_unref (item->between);
  g_clear_pointer (&item->after, readout_record_unref);
  g_free (item);
}

static void
conflict_free (gpointer data)
{
  ReadoutConflict *conflict = data;

  g_free (conflict->id);
  g_clear_pointer (&conflict->base, readout_record_unref);
  g_clear_pointer (&conflict->mine, readout_record_unref);
  g_clear_pointer (&conflict->theirs, readout_record_unref);
  g_clear_pointer (&conflict->value, readout_article_change_unref);
  g_free (conflict->their_value);
  g_free (conflict);
}

static gpointer
ref_or_null (ReadoutRecord *record)
{
  return record != NULL ? readout_record_ref (record) : NULL;
}

static gboolean
equal_or_null (const ReadoutRecord *a, const ReadoutRecord *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return a->kind == b->kind && readout_record_equal (a, b);
}

static gboolean
is_rejected (const ReadoutRecord *record)
{
  return record->review.state == READOUT_STATE_REJECTED;
}

/* An id is never given twice, so all of them have been seen. */
static void
note_number (ReadoutMerge *self, const char *id)
{
  gsize n_digits;

  if (id[0] < 'a' || id[0] > 'z')
    return;

  n_digits = strspn (id + 1, "0123456789");
  if (n_digits > 0 && n_digits <= MAX_DIGITS && id[1 + n_digits] == '\0')
    self->last_numbers[id[0] - 'a'] = MAX (self->last_numbers[id[0] - 'a'],
                                           g_ascii_strtoull (id + 1, NULL, 10));
}

static char *
make_id (ReadoutMerge *self, const char *like)
{
  char letter = like[0] >= 'a' && like[0] <= 'z' ? like[0] : 'x';

  return g_strdup_printf (
      "%c%" G_GUINT64_FORMAT, letter, ++self->last_numbers[letter - 'a']);
}

/* Whether a person has said anything of an item. */
static gboolean
is_work (const ReadoutRecord *record)
{
  return readout_record_is_reviewed (record) || record->note != NULL
         || record->review.flagged;
}

static ReadoutFate
judge_new (ReadoutMergeItem *item, const ReadoutRecord *theirs)
{
  gboolean mine = is_work (item->after);
  gboolean their = is_work (theirs);

  if (equal_or_null (item->after, theirs))
    return READOUT_FATE_DROP;

  /* What a program alone has said gives way to what a person has. */
  if (mine != their)
    return mine ? READOUT_FATE_APPLY : READOUT_FATE_DROP;

  return READOUT_FATE_CONFLICT;
}

static gboolean
went_through (const ReadoutMergeItem *item, const ReadoutRecord *theirs)
{
  for (guint i = 0; i < item->between->len; i++)
    if (equal_or_null (g_ptr_array_index (item->between, i), theirs))
      return TRUE;

  return FALSE;
}

/* Decides upon an item for itself; new ids are given where need be. */
static void
judge (ReadoutMerge *self, ReadoutMergeItem *item)
{
  ReadoutRecord *theirs = readout_snapshot_lookup (self->theirs, item->id);

  if (equal_or_null (item->after, theirs)
      || equal_or_null (item->after, item->before))
    item->fate = READOUT_FATE_DROP;
  else if (equal_or_null (item->before, theirs) || went_through (item, theirs))
    item->fate = READOUT_FATE_APPLY;
  else if (item->before != NULL)
    item->fate = READOUT_FATE_CONFLICT;
  else if (readout_merge_is_same (item->after, theirs, self->is_known))
    item->fate = judge_new (item, theirs);
  else
    {
      g_free (item->id);
      item->id = make_id (self, item->old_id);
      item->fate = READOUT_FATE_APPLY;
    }
}

static const char *
rename_reference (const char *id, gpointer user_data)
{
  const char *renamed = g_hash_table_lookup (user_data, id);

  return renamed != NULL ? renamed : id;
}

static void
rename_record (ReadoutRecord **field, const char *id, GHashTable *renamed)
{
  ReadoutRecord *copy = readout_record_copy (*field);

  readout_record_set_string (&copy->id, id);
  readout_record_map_references (copy, rename_reference, renamed);
  if (copy->review.suggested != NULL)
    rename_record (&copy->review.suggested, id, renamed);

  readout_record_unref (*field);
  *field = copy;
}

static void
rename_items (ReadoutMerge *self)
{
  g_autoptr (GHashTable) renamed
      = g_hash_table_new (readout_string_hash, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);

      if (!g_str_equal (item->id, item->old_id))
        g_hash_table_insert (renamed, item->old_id, item->id);
    }
  if (g_hash_table_size (renamed) == 0)
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->after != NULL)
        rename_record (&item->after, item->id, renamed);
    }
}

static const char *
collect_reference (const char *id, gpointer user_data)
{
  g_ptr_array_add (user_data, g_strdup (id));

  return id;
}

/* The ids that a record refers to. */
static GPtrArray *
get_references (const ReadoutRecord *record)
{
  g_autoptr (ReadoutRecord) copy = readout_record_copy (record);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  readout_record_map_references (copy, collect_reference, ids);

  return ids;
}

/* What an id leads to when all is as the items say now. */
static ReadoutRecord *
look_up (const ReadoutMerge *self, const char *id)
{
  const ReadoutMergeItem *item = g_hash_table_lookup (self->by_id, id);

  if (item != NULL && item->fate == READOUT_FATE_APPLY)
    return item->after;

  return readout_snapshot_lookup (self->theirs, id);
}

static gboolean
has_broken_reference (const ReadoutMerge *self, const ReadoutMergeItem *item)
{
  g_autoptr (GPtrArray) ids = NULL;

  if (item->after == NULL)
    return FALSE;

  ids = get_references (item->after);
  for (guint i = 0; i < ids->len; i++)
    if (readout_merge_is_broken (self, item, g_ptr_array_index (ids, i)))
      return TRUE;

  return FALSE;
}

/* From an id to those of our items that refer to it. */
static GHashTable *
index_references (const ReadoutMerge *self)
{
  GHashTable *index = g_hash_table_new_full (readout_string_hash,
                                             g_str_equal,
                                             g_free,
                                             (GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);
      g_autoptr (GPtrArray) ids = NULL;

      if (item->after == NULL)
        continue;
      ids = get_references (item->after);
      for (guint j = 0; j < ids->len; j++)
        {
          const char *id = g_ptr_array_index (ids, j);
          GPtrArray  *users = g_hash_table_lookup (index, id);

          if (users == NULL)
            {
              users = g_ptr_array_new ();
              g_hash_table_insert (index, g_strdup (id), users);
            }
          g_ptr_array_add (users, item);
        }
    }

  return index;
}

/* What refers to something that is gone is a conflict, and so is then what
 * refers to that, if they do not have it. */
static void
spread_conflicts (ReadoutMerge *self)
{
  g_autoptr (GHashTable) index = index_references (self);
  GQueue            open = G_QUEUE_INIT;
  ReadoutMergeItem *item;

  for (guint i = 0; i < self->items->len; i++)
    g_queue_push_tail (&open, g_ptr_array_index (self->items, i));

  while ((item = g_queue_pop_head (&open)) != NULL)
    {
      GPtrArray *users;

      if (item->fate != READOUT_FATE_APPLY
          || !has_broken_reference (self, item))
        continue;

      item->fate = READOUT_FATE_CONFLICT;
      users = g_hash_table_lookup (index, item->id);
      for (guint i = 0; users != NULL && i < users->len; i++)
        g_queue_push_tail (&open, g_ptr_array_index (users, i));
    }
}

/* The ids that their records refer to, where ours does not take their place:
 * either all of them, or those that records refer to which are not rejected. */
static GHashTable *
find_used (const ReadoutMerge *self, gboolean by_rejected)
{
  GHashTable *used
      = g_hash_table_new_full (readout_string_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < readout_snapshot_get_n_records (self->theirs); i++)
    {
      ReadoutRecord *record = readout_snapshot_get_record (self->theirs, i);
      const ReadoutMergeItem *item
          = g_hash_table_lookup (self->by_id, record->id);
      g_autoptr (GPtrArray) ids = NULL;

      if ((is_rejected (record) && !by_rejected)
          || (item != NULL && item->fate == READOUT_FATE_APPLY))
        continue;
      ids = get_references (record);
      for (guint j = 0; j < ids->len; j++)
        g_hash_table_add (used, g_strdup (g_ptr_array_index (ids, j)));
    }

  return used;
}

/* What we have removed or rejected and they refer to. */
static void
keep_used (ReadoutMerge *self)
{
  g_autoptr (GHashTable) used = find_used (self, TRUE);
  g_autoptr (GHashTable) used_alive = find_used (self, FALSE);

  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);

      if (item->fate != READOUT_FATE_APPLY || item->before == NULL)
        continue;
      if (item->after == NULL
              ? g_hash_table_contains (used, item->id)
              : is_rejected (item->after) && !is_rejected (item->before)
                    && g_hash_table_contains (used_alive, item->id))
        item->fate = READOUT_FATE_CONFLICT;
    }
}

static void
add_items (ReadoutMerge *self, GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      ReadoutChange    *change = g_ptr_array_index (changes, i);
      const char       *id = readout_change_get_id (change);
      ReadoutMergeItem *item = g_hash_table_lookup (self->by_old_id, id);

      /* Several changes of one record are one: from what it was at first to
       * what it is in the end. */
      if (item == NULL)
        {
          item = g_new0 (ReadoutMergeItem, 1);
          item->old_id = g_strdup (id);
          item->id = g_strdup (id);
          item->before = ref_or_null (change->before);
          item->between = g_ptr_array_new_with_free_func (unref_or_null);
          g_ptr_array_add (self->items, item);
          g_hash_table_insert (self->by_old_id, item->old_id, item);
          note_number (self, id);
        }
      else
        g_ptr_array_add (item->between, g_steal_pointer (&item->after));
      item->after = ref_or_null (change->after);
    }
}

static gboolean
holds (GPtrArray *values, const char *value)
{
  for (guint i = 0; i < values->len; i++)
    if (g_strcmp0 (g_ptr_array_index (values, i), value) == 0)
      return TRUE;

  return FALSE;
}

/* @between has what the value was on the way, with NULL for none. */
static void
add_value (ReadoutMerge               *self,
           const ReadoutArticleChange *first,
           GPtrArray                  *between,
           const char                 *after)
{
  g_autoptr (ReadoutArticleChange) change
      = readout_article_change_new (first->key, first->before, after);
  const char *theirs = readout_snapshot_get_value (self->theirs, &first->key);

  if (g_strcmp0 (after, theirs) == 0 || g_strcmp0 (after, first->before) == 0)
    return;

  if (g_strcmp0 (first->before, theirs) == 0 || holds (between, theirs))
    g_ptr_array_add (self->values, g_steal_pointer (&change));
  else
    {
      ReadoutConflict *conflict = g_new0 (ReadoutConflict, 1);

      conflict->value = g_steal_pointer (&change);
      conflict->their_value = g_strdup (theirs);
      g_ptr_array_add (self->conflicts, conflict);
      g_ptr_array_add (self->in_conflict, NULL);
    }
}

/* There are few of them, so that looking through the rest costs nothing. */
static void
add_values (ReadoutMerge *self, GPtrArray *values)
{
  for (guint i = 0; i < values->len; i++)
    {
      const ReadoutArticleChange *first = g_ptr_array_index (values, i);
      g_autoptr (GPtrArray) between = g_ptr_array_new ();
      char    *after = first->after;
      gboolean is_first = TRUE;

      for (guint j = 0; j < i && is_first; j++)
        {
          const ReadoutArticleChange *other = g_ptr_array_index (values, j);

          is_first = !readout_article_key_equal (&first->key, &other->key);
        }
      for (guint j = i + 1; is_first && j < values->len; j++)
        {
          const ReadoutArticleChange *other = g_ptr_array_index (values, j);

          if (readout_article_key_equal (&first->key, &other->key))
            {
              g_ptr_array_add (between, after);
              after = other->after;
            }
        }
      if (is_first)
        add_value (self, first, between, after);
    }
}

static void
list_conflicts (ReadoutMerge *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);
      ReadoutConflict  *conflict;

      if (item->fate != READOUT_FATE_CONFLICT)
        continue;

      conflict = g_new0 (ReadoutConflict, 1);
      conflict->id = g_strdup (item->old_id);
      conflict->base = ref_or_null (item->before);
      conflict->mine = ref_or_null (item->after);
      conflict->theirs
          = ref_or_null (readout_snapshot_lookup (self->theirs, item->id));
      g_ptr_array_add (self->conflicts, conflict);
      g_ptr_array_add (self->in_conflict, item);
    }
}

/**
 * readout_merge_is_lost_for:
 * @user: a record
 * @record: (nullable): what one of its references leads to
 *
 * Returns: whether @user may not refer to it: nothing may refer to what is not
 *   there, and only what is rejected itself to what is rejected
 */
gboolean
readout_merge_is_lost_for (const ReadoutRecord *user,
                           const ReadoutRecord *record)
{
  return record == NULL || (is_rejected (record) && !is_rejected (user));
}

/**
 * readout_merge_is_broken:
 * @self: a merge
 * @item: a record that we changed, and have
 * @id: what it refers to
 *
 * Returns: whether that reference of ours does not hold any more.  One that did
 *   not hold on our side either, or that they have themselves, is no news.
 */
gboolean
readout_merge_is_broken (const ReadoutMerge     *self,
                         const ReadoutMergeItem *item,
                         const char             *id)
{
  const ReadoutRecord *twin = readout_snapshot_lookup (self->theirs, item->id);

  if (!readout_merge_is_lost_for (item->after, look_up (self, id)))
    return FALSE;
  if (twin != NULL && readout_record_refers_to (twin, id))
    return FALSE;

  return self->ours == NULL || g_hash_table_contains (self->by_id, id)
         || !readout_merge_is_lost_for (
             item->after, readout_snapshot_lookup (self->ours, id));
}

static ReadoutMerge *
merge_new (ReadoutSnapshot *theirs,
           ReadoutSnapshot *ours,
           GPtrArray       *changes,
           GPtrArray       *values,
           gboolean         is_known)
{
  ReadoutMerge *self = g_new0 (ReadoutMerge, 1);

  self->is_known = is_known;
  self->theirs = readout_snapshot_ref (theirs);
  self->ours = ours != NULL ? readout_snapshot_ref (ours) : NULL;
  self->items = g_ptr_array_new_with_free_func (item_free);
  self->by_id = g_hash_table_new (readout_string_hash, g_str_equal);
  self->by_old_id = g_hash_table_new (readout_string_hash, g_str_equal);
  self->values = readout_article_changes_new ();
  self->conflicts = g_ptr_array_new_with_free_func (conflict_free);
  self->in_conflict = g_ptr_array_new ();

  for (guint i = 0; i < readout_snapshot_get_n_records (theirs); i++)
    note_number (self, readout_snapshot_get_record (theirs, i)->id);
  for (guint i = 0; ours != NULL && i < readout_snapshot_get_n_records (ours);
       i++)
    note_number (self, readout_snapshot_get_record (ours, i)->id);

  add_items (self, changes);
  for (guint i = 0; i < self->items->len; i++)
    judge (self, g_ptr_array_index (self->items, i));
  rename_items (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      ReadoutMergeItem *item = g_ptr_array_index (self->items, i);

      g_hash_table_insert (self->by_id, item->id, item);
    }

  spread_conflicts (self);
  keep_used (self);
  add_values (self, values);
  list_conflicts (self);

  return self;
}

/**
 * readout_merge_new:
 * @theirs: what the others have made of the article
 * @ours: (nullable): what we have made of it; %NULL where only @changes are
 *   known
 * @changes: (element-type ReadoutChange): what we have done since a state that
 *   both sides knew, in order
 * @values: (element-type ReadoutArticleChange): the same of what is said of
 *   the article
 *
 * Finds out what of @changes can be put upon @theirs.  All of it is about one
 * text: nothing can be merged where the texts differ.  Can run in any thread;
 * the time it takes grows with the number of records.
 *
 * Returns: (transfer full): the merge
 */
ReadoutMerge *
readout_merge_new (ReadoutSnapshot *theirs,
                   ReadoutSnapshot *ours,
                   GPtrArray       *changes,
                   GPtrArray       *values)
{
  g_return_val_if_fail (theirs != NULL, NULL);
  g_return_val_if_fail (changes != NULL && values != NULL, NULL);

  return merge_new (theirs, ours, changes, values, FALSE);
}

/**
 * readout_merge_new_known:
 * @theirs: what the others have made of the article
 * @changes: (element-type ReadoutChange): what we have done, in order
 * @values: (element-type ReadoutArticleChange): the same of what is said of
 *   the article
 *
 * As readout_merge_new(), for changes that were in the file which the others
 * have worked on: an item of ours that was new then, and has other words by
 * now which overlap with ours, is no other one.
 *
 * Returns: (transfer full): the merge
 */
ReadoutMerge *
readout_merge_new_known (ReadoutSnapshot *theirs,
                         GPtrArray       *changes,
                         GPtrArray       *values)
{
  g_return_val_if_fail (theirs != NULL, NULL);
  g_return_val_if_fail (changes != NULL && values != NULL, NULL);

  return merge_new (theirs, NULL, changes, values, TRUE);
}

/**
 * readout_merge_free:
 * @self: (transfer full): a merge
 *
 * Frees it.
 */
void
readout_merge_free (ReadoutMerge *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_old_id);
  g_ptr_array_unref (self->in_conflict);
  g_ptr_array_unref (self->conflicts);
  g_ptr_array_unref (self->values);
  g_ptr_array_unref (self->items);
  g_clear_pointer (&self->ours, readout_snapshot_unref);
  readout_snapshot_unref (self->theirs);
  g_free (self);
}

/**
 * readout_merge_get_n_conflicts:
 * @self: a merge
 *
 * Returns: how many things both sides have changed
 */
guint
readout_merge_get_n_conflicts (const ReadoutMerge *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->conflicts->len;
}

/**
 * readout_merge_get_conflict:
 * @self: a merge
 * @index: below readout_merge_get_n_conflicts()
 *
 * Returns: (transfer none): one of them
 */
const ReadoutConflict *
readout_merge_get_conflict (const ReadoutMerge *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->conflicts->len, NULL);

  return g_ptr_array_index (self->conflicts, index);
}

static gboolean
has_item (const ReadoutMerge     *self,
          const ReadoutUndoGroup *group,
          gboolean                in_conflict)
{
  for (guint i = 0; i < group->changes->len; i++)
    {
      const ReadoutChange    *change = g_ptr_array_index (group->changes, i);
      const ReadoutMergeItem *item = g_hash_table_lookup (
          self->by_old_id, readout_change_get_id (change));

      if (item != NULL
          && (item->fate == READOUT_FATE_CONFLICT
              || (item->fate == READOUT_FATE_APPLY && !in_conflict)))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_key (GPtrArray *values, const ReadoutArticleKey *key)
{
  for (guint i = 0; i < values->len; i++)
    {
      const ReadoutArticleChange *change = g_ptr_array_index (values, i);

      if (readout_article_key_equal (&change->key, key))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_conflict (const ReadoutMerge *self, const ReadoutUndoGroup *group)
{
  for (guint i = 0; i < self->conflicts->len; i++)
    {
      const ReadoutConflict *conflict = g_ptr_array_index (self->conflicts, i);

      if (conflict->value != NULL
          && has_key (group->values, &conflict->value->key))
        return TRUE;
    }

  return FALSE;
}

/**
 * readout_merge_is_in_conflict:
 * @self: a merge
 * @group: one of the steps whose changes were merged
 *
 * Returns: whether it has changed something that both sides did
 */
gboolean
readout_merge_is_in_conflict (const ReadoutMerge     *self,
                              const ReadoutUndoGroup *group)
{
  g_return_val_if_fail (self != NULL && group != NULL, FALSE);

  return has_item (self, group, TRUE) || has_conflict (self, group);
}

/**
 * readout_merge_is_news:
 * @self: a merge
 * @group: one of the steps whose changes were merged
 *
 * Returns: whether it has changed something that the others do not have alike
 */
gboolean
readout_merge_is_news (const ReadoutMerge *self, const ReadoutUndoGroup *group)
{
  g_return_val_if_fail (self != NULL && group != NULL, FALSE);

  if (has_item (self, group, FALSE) || has_conflict (self, group))
    return TRUE;

  for (guint i = 0; i < self->values->len; i++)
    {
      const ReadoutArticleChange *change = g_ptr_array_index (self->values, i);

      if (has_key (group->values, &change->key))
        return TRUE;
    }

  return FALSE;
}
