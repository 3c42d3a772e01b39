/* record-list.c: the records of one kind as a list model
 *
 * The list keeps an array of entries in the order of the set.  When a group
 * of changes has been applied it works out, once for the group, what became
 * of that order: entries that keep their place only notify "record", and each
 * stretch between two of them that stay is one `items-changed`.  An entry
 * that moves is first taken out and then put in again, so that it is never in
 * the list twice.  A group that would take very many signals is told as one
 * stretch from the first difference to the last.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-model"

#include "config.h"

#include "model/record-list.h"

#include "base/string-hash.h"

/* More stretches than this are told as one. */
#define MAX_STRETCHES 64

struct _ReadoutRecordList
{
  GObject             parent_instance;
  ReadoutAnnotations *annotations;
  ReadoutKind         kind;
  GPtrArray          *entries; /* ReadoutEntry, owned, in order. */
  GHashTable         *by_id;   /* id -> ReadoutEntry, borrowed. */
  GHashTable         *touched; /* Ids that the group in course changes. */
};

static void readout_record_list_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (
    ReadoutRecordList,
    readout_record_list,
    G_TYPE_OBJECT,
    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, readout_record_list_iface_init))

static ReadoutEntry *
entry_at (GPtrArray *entries, guint position)
{
  return g_ptr_array_index (entries, position);
}

static void
splice (ReadoutRecordList *self,
        guint              position,
        guint              n_removals,
        GPtrArray         *added,
        guint              first_added,
        guint              n_additions)
{
  if (n_removals > 0)
    g_ptr_array_remove_range (self->entries, position, n_removals);
  for (guint i = 0; i < n_additions; i++)
    g_ptr_array_insert (self->entries,
                        position + i,
                        g_object_ref (entry_at (added, first_added + i)));

  g_list_model_items_changed (
      G_LIST_MODEL (self), position, n_removals, n_additions);
}

/* Which of the entries stay where they are, given that their records may be
 * new ones: a set of entries.  `moved` says which may have changed place. */
static GHashTable *
find_staying (ReadoutRecordList *self, GHashTable *moved)
{
  GHashTable               *staying = g_hash_table_new (NULL, NULL);
  g_autofree ReadoutEntry **next = g_new0 (ReadoutEntry *, self->entries->len);
  ReadoutEntry             *last = NULL;

  /* The nearest entry behind each that certainly stays. */
  for (guint i = self->entries->len; i > 0; i--)
    {
      ReadoutEntry *entry = entry_at (self->entries, i - 1);

      next[i - 1] = last;
      if (!g_hash_table_contains (moved, entry)
          && readout_annotations_lookup (self->annotations,
                                         readout_entry_get_id (entry))
                 != NULL)
        last = entry;
    }

  last = NULL;
  for (guint i = 0; i < self->entries->len; i++)
    {
      ReadoutEntry *entry = entry_at (self->entries, i);
      gpointer      record = readout_entry_get_record (entry);

      if (readout_annotations_lookup (self->annotations,
                                      readout_entry_get_id (entry))
          == NULL)
        continue;

      if (!g_hash_table_contains (moved, entry)
          || ((last == NULL
               || readout_record_compare (readout_entry_get_record (last),
                                          record)
                      < 0)
              && (next[i] == NULL
                  || readout_record_compare (record,
                                             readout_entry_get_record (next[i]))
                         < 0)))
        {
          g_hash_table_add (staying, entry);
          last = entry;
        }
    }

  return staying;
}

/* The entries in the order of the set, with new ones for new records. */
static GPtrArray *
make_wanted (ReadoutRecordList *self)
{
  guint n = readout_annotations_get_n_records (self->annotations, self->kind);
  GPtrArray *wanted = g_ptr_array_new_full (n, g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      ReadoutRecord *record
          = readout_annotations_get_record (self->annotations, self->kind, i);
      ReadoutEntry *entry = g_hash_table_lookup (self->by_id, record->id);

      if (entry != NULL)
        g_object_ref (entry);
      else
        entry = readout_entry_new (record);
      g_ptr_array_add (wanted, entry);
    }

  return wanted;
}

/* One stretch from the first difference to the last. */
static void
tell_once (ReadoutRecordList *self, GPtrArray *wanted)
{
  guint head = 0;
  guint tail = 0;
  guint shorter = MIN (self->entries->len, wanted->len);

  while (head < shorter
         && entry_at (self->entries, head) == entry_at (wanted, head))
    head++;
  while (tail < shorter - head
         && entry_at (self->entries, self->entries->len - 1 - tail)
                == entry_at (wanted, wanted->len - 1 - tail))
    tail++;

  if (self->entries->len != head + tail || wanted->len != head + tail)
    splice (self,
            head,
            self->entries->len - head - tail,
            wanted,
            head,
            wanted->len - head - tail);
}

/* Takes out the entries that will stand elsewhere, from the end. */
static void
take_out_moved (ReadoutRecordList *self, GHashTable *moved, GHashTable *staying)
{
  guint n = 0; /* How many behind position i are to be taken out. */

  if (g_hash_table_size (moved) == 0)
    return;

  for (guint i = self->entries->len; i > 0; i--)
    {
      ReadoutEntry *entry = entry_at (self->entries, i - 1);
      gboolean      goes = g_hash_table_contains (moved, entry)
                      && !g_hash_table_contains (staying, entry);

      if (goes)
        n++;
      if (n > 0 && (!goes || i == 1))
        {
          splice (self, goes ? i - 1 : i, n, NULL, 0, 0);
          n = 0;
        }
    }
}

/* Walks the list and what it shall be, from one staying entry to the next. */
static void
tell_stretches (ReadoutRecordList *self, GPtrArray *wanted, GHashTable *staying)
{
  guint at = 0;

  while (at < self->entries->len || at < wanted->len)
    {
      guint n_removals = 0;
      guint n_additions = 0;

      while (at + n_removals < self->entries->len
             && !g_hash_table_contains (
                 staying, entry_at (self->entries, at + n_removals)))
        n_removals++;
      while (at + n_additions < wanted->len
             && !g_hash_table_contains (staying,
                                        entry_at (wanted, at + n_additions)))
        n_additions++;

      if (n_removals > 0 || n_additions > 0)
        splice (self, at, n_removals, wanted, at, n_additions);
      at += n_additions + 1;
    }
}

static guint
count_stretches (ReadoutRecordList *self,
                 GPtrArray         *wanted,
                 GHashTable        *staying)
{
  GPtrArray *both[] = { self->entries, wanted };
  guint      n = 0;

  for (guint side = 0; side < G_N_ELEMENTS (both); side++)
    for (guint i = 0; i < both[side]->len; i++)
      if (!g_hash_table_contains (staying, entry_at (both[side], i))
          && (i == 0
              || g_hash_table_contains (staying, entry_at (both[side], i - 1))))
        n++;

  return n;
}

static void
changes_applied_cb (ReadoutRecordList *self)
{
  g_autoptr (GHashTable) moved = NULL;
  g_autoptr (GHashTable) staying = NULL;
  g_autoptr (GPtrArray) wanted = NULL;
  g_autoptr (GPtrArray) changed = NULL;
  GHashTableIter iter;
  const char    *id;

  if (g_hash_table_size (self->touched) == 0)
    return;

  /* The entries get their new records first, and tell of it last, when the
   * list is in order again. */
  moved = g_hash_table_new (NULL, NULL);
  changed = g_ptr_array_new_with_free_func (g_object_unref);
  g_hash_table_iter_init (&iter, self->touched);
  while (g_hash_table_iter_next (&iter, (gpointer *)&id, NULL))
    {
      ReadoutEntry  *entry = g_hash_table_lookup (self->by_id, id);
      ReadoutRecord *record
          = readout_annotations_lookup (self->annotations, id);

      if (entry == NULL || record == NULL)
        continue;
      if (readout_record_compare (readout_entry_get_record (entry), record)
          != 0)
        g_hash_table_add (moved, entry);
      g_object_freeze_notify (G_OBJECT (entry));
      readout_entry_set_record (entry, record);
      g_ptr_array_add (changed, g_object_ref (entry));
    }

  wanted = make_wanted (self);
  staying = find_staying (self, moved);

  /* The table follows at once, so that a handler can find any entry. */
  g_hash_table_remove_all (self->by_id);
  for (guint i = 0; i < wanted->len; i++)
    g_hash_table_insert (self->by_id,
                         g_strdup (readout_entry_get_id (entry_at (wanted, i))),
                         entry_at (wanted, i));
  g_hash_table_remove_all (self->touched);

  if (count_stretches (self, wanted, staying) > MAX_STRETCHES)
    tell_once (self, wanted);
  else
    {
      take_out_moved (self, moved, staying);
      tell_stretches (self, wanted, staying);
    }

  for (guint i = 0; i < changed->len; i++)
    g_object_thaw_notify (g_ptr_array_index (changed, i));
}

static void
changed_cb (ReadoutRecordList *self, ReadoutChange *change)
{
  if (readout_change_get_kind (change) == self->kind)
    g_hash_table_add (self->touched, g_strdup (readout_change_get_id (change)));
}

static GType
readout_record_list_get_item_type (GListModel *model)
{
  return READOUT_TYPE_ENTRY;
}

static guint
readout_record_list_get_n_items (GListModel *model)
{
  return READOUT_RECORD_LIST (model)->entries->len;
}

static gpointer
readout_record_list_get_item (GListModel *model, guint position)
{
  ReadoutRecordList *self = READOUT_RECORD_LIST (model);

  if (position >= self->entries->len)
    return NULL;

  return g_object_ref (entry_at (self->entries, position));
}

static void
readout_record_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = readout_record_list_get_item_type;
  iface->get_n_items = readout_record_list_get_n_items;
  iface->get_item = readout_record_list_get_item;
}

static void
readout_record_list_finalize (GObject *object)
{
  ReadoutRecordList *self = READOUT_RECORD_LIST (object);

  g_clear_object (&self->annotations);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->touched);
  g_ptr_array_unref (self->entries);

  G_OBJECT_CLASS (readout_record_list_parent_class)->finalize (object);
}

static void
readout_record_list_class_init (ReadoutRecordListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = readout_record_list_finalize;
}

static void
readout_record_list_init (ReadoutRecordList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
  /* The key is the id inside an entry's record, which may be replaced by one
   * whose id is another string: the table owns copies. */
  self->by_id
      = g_hash_table_new_full (readout_string_hash, g_str_equal, g_free, NULL);
  self->touched
      = g_hash_table_new_full (readout_string_hash, g_str_equal, g_free, NULL);
}

/**
 * readout_record_list_new:
 * @annotations: a set
 * @kind: which kind of its records
 *
 * Returns: (transfer full): a list that follows @annotations
 */
ReadoutRecordList *
readout_record_list_new (ReadoutAnnotations *annotations, ReadoutKind kind)
{
  ReadoutRecordList *self;

  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (annotations), NULL);
  g_return_val_if_fail ((guint)kind < READOUT_N_KINDS, NULL);

  self = g_object_new (READOUT_TYPE_RECORD_LIST, NULL);
  self->annotations = g_object_ref (annotations);
  self->kind = kind;

  g_ptr_array_unref (self->entries);
  self->entries = make_wanted (self);
  for (guint i = 0; i < self->entries->len; i++)
    g_hash_table_insert (
        self->by_id,
        g_strdup (readout_entry_get_id (entry_at (self->entries, i))),
        entry_at (self->entries, i));

  g_signal_connect_object (
      annotations, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (annotations,
                           "changes-applied",
                           G_CALLBACK (changes_applied_cb),
                           self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * readout_record_list_find:
 * @self: a list
 * @id: (nullable): an id
 * @position: (out) (optional): the place of the entry
 *
 * Returns: (transfer none) (nullable): the entry of the record that has @id,
 *   if it is in the list
 */
ReadoutEntry *
readout_record_list_find (ReadoutRecordList *self,
                          const char        *id,
                          guint             *position)
{
  ReadoutEntry *entry;
  guint         found;

  g_return_val_if_fail (READOUT_IS_RECORD_LIST (self), NULL);

  if (id == NULL)
    return NULL;
  entry = g_hash_table_lookup (self->by_id, id);
  if (entry == NULL || position == NULL)
    return entry;

  /* Where the entry stands in the set, unless this is asked in the middle of
   * a group. */
  if (readout_annotations_find (self->annotations, id, &found)
      && found < self->entries->len && entry_at (self->entries, found) == entry)
    *position = found;
  else if (g_ptr_array_find (self->entries, entry, &found))
    *position = found;
  else
    return NULL;

  return entry;
}
