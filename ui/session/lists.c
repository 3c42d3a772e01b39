/* lists.c: the items of a document by kind, and those that pass the filter
 *
 * A record list a kind follows the document, and a shown list over it leaves
 * out what the filter does not let pass.  While a group of changes is being
 * applied only the kinds that it touches are noted; their lists are filtered
 * anew once, when the group is complete.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/lists.h"

#include <string.h>

#include "model/record-list.h"
#include "session/item-words.h"

struct _ReadoutLists
{
  ReadoutDocument   *document; /* NULL if nothing is open. */
  ReadoutRecordList *records[READOUT_N_KINDS];
  ReadoutShownList  *shown[READOUT_N_KINDS];

  ReadoutEntry      *kept; /* Shown whatever the filter. */
  ReadoutStateFilter state_filter;
  char              *text_filter;
  char              *needle;  /* text_filter, folded; NULL if all pass */
  guint              touched; /* Kinds that the present group has changed. */

  guint n_items;
  guint n_reviewed;
  guint n_unreviewed[READOUT_N_KINDS];
};

static gboolean
passes_state (ReadoutLists *self, const ReadoutRecord *record)
{
  gboolean rejected = record->review.state == READOUT_STATE_REJECTED;

  switch (self->state_filter)
    {
    case READOUT_FILTER_TO_REVIEW:
      return !readout_record_is_reviewed (record);
    case READOUT_FILTER_REVIEWED:
      return readout_record_is_reviewed (record) && !rejected;
    case READOUT_FILTER_REJECTED:
      return rejected;
    case READOUT_FILTER_FLAGGED:
      return record->review.flagged;
    case READOUT_FILTER_ALL:
    case READOUT_N_FILTERS:
    default:
      return !rejected;
    }
}

static gboolean
passes_text (ReadoutLists *self, const ReadoutRecord *record)
{
  g_autofree char *words = NULL;
  g_autofree char *folded = NULL;

  if (self->needle == NULL)
    return TRUE;

  words = readout_item_words_search (self->document, record);
  folded = g_utf8_casefold (words, -1);

  return strstr (folded, self->needle) != NULL;
}

static gboolean
is_shown (gpointer item, gpointer user_data)
{
  ReadoutLists *self = user_data;
  gpointer      record = readout_entry_get_record (item);

  return item == self->kept
         || (passes_state (self, record) && passes_text (self, record));
}

static void
refilter (ReadoutLists *self)
{
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    readout_shown_list_refilter (self->shown[kind]);
}

static void
refilter_for (ReadoutLists *self, ReadoutEntry *entry)
{
  if (entry != NULL)
    readout_shown_list_refilter (self->shown[readout_entry_get_kind (entry)]);
}

/**
 * readout_lists_new:
 *
 * Returns: (transfer full): lists with nothing in them
 */
ReadoutLists *
readout_lists_new (void)
{
  ReadoutLists *self = g_new0 (ReadoutLists, 1);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    self->shown[kind]
        = readout_shown_list_new (READOUT_TYPE_ENTRY, is_shown, self);

  return self;
}

/**
 * readout_lists_free:
 * @self: (transfer full): the lists
 */
void
readout_lists_free (ReadoutLists *self)
{
  readout_lists_set_document (self, NULL);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    g_object_unref (self->shown[kind]);
  g_free (self->text_filter);
  g_free (self->needle);
  g_free (self);
}

/**
 * readout_lists_set_document:
 * @self: the lists
 * @document: (nullable): what to list from now on, or %NULL for nothing
 *
 * The shown lists stay the same objects.
 */
void
readout_lists_set_document (ReadoutLists *self, ReadoutDocument *document)
{
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      readout_shown_list_set_base (self->shown[kind], NULL);
      g_clear_object (&self->records[kind]);
    }
  g_clear_object (&self->kept);

  g_set_object (&self->document, document);
  for (guint kind = 0; document != NULL && kind < READOUT_N_KINDS; kind++)
    {
      self->records[kind] = readout_record_list_new (
          readout_document_get_annotations (document), kind);
      readout_shown_list_set_base (self->shown[kind],
                                   G_LIST_MODEL (self->records[kind]));
    }
}

/**
 * readout_lists_get_shown:
 * @self: the lists
 * @kind: which of the four
 *
 * Returns: (transfer none): the #ReadoutEntry objects that pass the filter,
 *   in text order
 */
ReadoutShownList *
readout_lists_get_shown (ReadoutLists *self, ReadoutKind kind)
{
  return self->shown[kind];
}

/**
 * readout_lists_find:
 * @self: the lists
 * @id: (nullable): the id of a record
 *
 * Returns: (transfer none) (nullable): its item, shown or not
 */
ReadoutEntry *
readout_lists_find (ReadoutLists *self, const char *id)
{
  for (guint kind = 0; id != NULL && kind < READOUT_N_KINDS; kind++)
    {
      ReadoutEntry *entry = NULL;

      if (self->records[kind] != NULL)
        entry = readout_record_list_find (self->records[kind], id, NULL);
      if (entry != NULL)
        return entry;
    }

  return NULL;
}

/**
 * readout_lists_set_kept:
 * @self: the lists
 * @entry: (nullable): the item to show whatever the filter
 *
 * The selected item stays until the selection moves on: an edit makes it a
 * reviewed one, and a card must not vanish under the hands of who edits it.
 */
void
readout_lists_set_kept (ReadoutLists *self, ReadoutEntry *entry)
{
  g_autoptr (ReadoutEntry) before = g_steal_pointer (&self->kept);

  g_set_object (&self->kept, entry);
  refilter_for (self, before);
  if (before == NULL || entry == NULL
      || readout_entry_get_kind (before) != readout_entry_get_kind (entry))
    refilter_for (self, entry);
}

/**
 * readout_lists_set_state_filter:
 * @self: the lists
 * @filter: which states to show
 *
 * Returns: whether this is another filter than before
 */
gboolean
readout_lists_set_state_filter (ReadoutLists *self, ReadoutStateFilter filter)
{
  if (self->state_filter == filter)
    return FALSE;

  self->state_filter = filter;
  refilter (self);

  return TRUE;
}

/**
 * readout_lists_get_state_filter:
 * @self: the lists
 *
 * Returns: which states are shown
 */
ReadoutStateFilter
readout_lists_get_state_filter (ReadoutLists *self)
{
  return self->state_filter;
}

/**
 * readout_lists_set_text_filter:
 * @self: the lists
 * @text: (nullable): words that an item must have, in any case
 *
 * Returns: whether this is another filter than before
 */
gboolean
readout_lists_set_text_filter (ReadoutLists *self, const char *text)
{
  if (g_strcmp0 (self->text_filter, text) == 0)
    return FALSE;

  g_free (self->text_filter);
  self->text_filter = g_strdup (text);
  g_clear_pointer (&self->needle, g_free);
  if (text != NULL && *text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  refilter (self);

  return TRUE;
}

/**
 * readout_lists_get_text_filter:
 * @self: the lists
 *
 * Returns: (nullable): the words that an item must have
 */
const char *
readout_lists_get_text_filter (ReadoutLists *self)
{
  return self->text_filter;
}

/**
 * readout_lists_note_change:
 * @self: the lists
 * @change: one of a group that is being applied
 */
void
readout_lists_note_change (ReadoutLists *self, ReadoutChange *change)
{
  self->touched |= 1u << readout_change_get_kind (change);

  /* What statements and meetings are called depends on their actors. */
  if (readout_change_get_kind (change) == READOUT_KIND_ACTOR
      && self->needle != NULL)
    self->touched = G_MAXUINT;
}

/**
 * readout_lists_update:
 * @self: the lists
 *
 * To be called when a group of changes is complete.
 */
void
readout_lists_update (ReadoutLists *self)
{
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    if ((self->touched & (1u << kind)) != 0)
      readout_shown_list_refilter (self->shown[kind]);
  self->touched = 0;
}

/**
 * readout_lists_count:
 * @self: the lists
 *
 * Counts the items by state, whatever the filter.
 */
void
readout_lists_count (ReadoutLists *self)
{
  self->n_items = 0;
  self->n_reviewed = 0;

  for (ReadoutKind kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint counts[READOUT_N_STATES] = { 0 };
      guint n = 0;

      if (self->document != NULL)
        readout_annotations_count_states (
            readout_document_get_annotations (self->document), kind, counts);
      for (guint state = 0; state < READOUT_N_STATES; state++)
        n += counts[state];

      self->n_unreviewed[kind] = counts[READOUT_STATE_SUGGESTED];
      self->n_items += n;
      self->n_reviewed += n - counts[READOUT_STATE_SUGGESTED];
    }
}

/**
 * readout_lists_get_n_items:
 * @self: the lists
 *
 * Returns: how many items of all kinds there were at the last count
 */
guint
readout_lists_get_n_items (ReadoutLists *self)
{
  return self->n_items;
}

/**
 * readout_lists_get_n_reviewed:
 * @self: the lists
 *
 * Returns: how many of them a person had decided upon
 */
guint
readout_lists_get_n_reviewed (ReadoutLists *self)
{
  return self->n_reviewed;
}

/**
 * readout_lists_get_n_unreviewed:
 * @self: the lists
 * @kind: which of the four
 *
 * Returns: how many suggestions of @kind waited for a decision
 */
guint
readout_lists_get_n_unreviewed (ReadoutLists *self, ReadoutKind kind)
{
  return self->n_unreviewed[kind];
}
