/* detection.c: what detection, run again, does to what is there
 *
 * What a person has had a hand in stays as it is.  Of the suggestions that
 * nobody has looked at, those that are found again stay, with their ids, and
 * get the new content where that differs; the others go, unless something
 * that stays refers to them.  What is new comes in.  So a second run of the
 * same detector changes nothing, and never undoes a decision.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/detection.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/string-hash.h"
#include "edits/match.h"
#include "model/validator.h"

typedef struct
{
  ReadoutMatch *match;
  GHashTable   *staying; /* Ids of records that stay as they are. */
  GQueue        waiting; /* Of those, whose references are to be followed. */
  GHashTable   *made;    /* id -> ReadoutRecord: the new and the renewed. */
} Merge;

static const char *
stay (const char *id, gpointer user_data)
{
  Merge         *merge = user_data;
  ReadoutRecord *record
      = readout_annotations_lookup (merge->match->annotations, id);

  if (record != NULL && !g_hash_table_contains (merge->staying, id)
      && !g_hash_table_contains (merge->made, id))
    {
      g_hash_table_add (merge->staying, record->id);
      g_queue_push_tail (&merge->waiting, record);
    }

  return id;
}

/* All that a person had a hand in, and what that refers to, and so on.  What
 * is found again refers only to what is there in the end anyway. */
static void
find_staying (Merge *merge)
{
  ReadoutAnnotations *annotations = merge->match->annotations;
  ReadoutRecord      *record;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint n = readout_annotations_get_n_records (annotations, kind);

      for (guint i = 0; i < n; i++)
        {
          record = readout_annotations_get_record (annotations, kind, i);
          if (readout_match_is_kept (record))
            stay (record->id, merge);
        }
    }

  while ((record = g_queue_pop_head (&merge->waiting)) != NULL)
    {
      /* Mapped on a copy: the record itself is never written to. */
      g_autoptr (ReadoutRecord) copy = readout_record_copy (record);

      readout_record_map_references (copy, stay, merge);
    }
}

static void
make_records (Merge *merge)
{
  ReadoutMatch *match = merge->match;

  for (guint i = 0; i < match->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (match->found, i);
      ReadoutRecord *matched = match->matched[i];
      ReadoutRecord *made;

      if (matched != NULL && readout_match_is_kept (matched))
        continue;

      made = readout_record_copy (found);
      readout_record_set_string (&made->id,
                                 matched != NULL
                                     ? matched->id
                                     : readout_match_map_id (found->id, match));
      readout_record_map_references (made, readout_match_map_id, match);
      g_hash_table_insert (merge->made, made->id, made);
    }
}

static gconstpointer
lookup_merged (const char *id, gpointer user_data)
{
  Merge         *merge = user_data;
  ReadoutRecord *record = g_hash_table_lookup (merge->made, id);

  if (record == NULL && g_hash_table_contains (merge->staying, id))
    record = readout_annotations_lookup (merge->match->annotations, id);

  return record;
}

/* A kept statement may be nested in one that is found nested in it. */
static void
cut_circles (Merge *merge)
{
  for (guint i = 0; i < merge->match->found->len; i++)
    {
      ReadoutRecord *found = g_ptr_array_index (merge->match->found, i);
      const char    *id = readout_match_map_id (found->id, merge->match);
      ReadoutRecord *made
          = id != NULL ? g_hash_table_lookup (merge->made, id) : NULL;

      if (made != NULL && made->kind == READOUT_KIND_STATEMENT
          && !readout_validator_check_references (
              made, lookup_merged, merge, NULL))
        readout_shared_string_set (&((ReadoutStatement *)made)->parent, NULL);
    }
}

static GPtrArray *
make_changes (Merge *merge)
{
  ReadoutMatch       *match = merge->match;
  ReadoutAnnotations *annotations = match->annotations;
  GPtrArray          *changes = readout_changes_new ();

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint n = readout_annotations_get_n_records (annotations, kind);

      for (guint i = 0; i < n; i++)
        {
          ReadoutRecord *before
              = readout_annotations_get_record (annotations, kind, i);
          ReadoutRecord *made = g_hash_table_lookup (merge->made, before->id);

          if (made != NULL)
            {
              if (!readout_record_same_content (before, made))
                readout_changes_add (changes, before, made);
            }
          else if (!g_hash_table_contains (merge->staying, before->id))
            readout_changes_add (changes, before, NULL);
        }
    }

  for (guint i = 0; i < match->found->len; i++)
    if (match->matched[i] == NULL)
      {
        ReadoutRecord *found = g_ptr_array_index (match->found, i);
        const char    *id = readout_match_map_id (found->id, match);

        readout_changes_add (
            changes, NULL, g_hash_table_lookup (merge->made, id));
      }

  return changes;
}

static gboolean
check_found (ReadoutDocument *document, GPtrArray *found, GError **error)
{
  g_autoptr (GHashTable) ids
      = g_hash_table_new (readout_string_hash, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (found, i);

      if (!readout_validator_check_record (
              readout_document_get_text (document), record, error))
        return FALSE;
      if (!g_hash_table_add (ids, record->id))
        {
          g_set_error (error,
                       READOUT_ERROR,
                       READOUT_ERROR_REFERENCE,
                       _ ("The id “%s” is used twice"),
                       record->id);
          return FALSE;
        }
    }

  return TRUE;
}

/**
 * readout_edits_merge_detection:
 * @document: a document
 * @found: (element-type ReadoutRecord): what a detector found in its text,
 *   with ids of its own, that may be those of other things in @document
 * @error: return location for a #GError
 *
 * Brings what was found into the document.  Everything reviewed, flagged or
 * noted stays, with all that it refers to; found records that repeat it are
 * left out, also when it was rejected, and references to them go to what they
 * repeat.  Suggestions that nobody has reviewed are replaced.  References in
 * @found to what is rejected here, or is not there, are left out.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, none if
 *   the same was found before; %NULL with an error if @found is not valid
 */
GPtrArray *
readout_edits_merge_detection (ReadoutDocument *document,
                               GPtrArray       *found,
                               GError         **error)
{
  g_autoptr (ReadoutMatch) match = NULL;
  g_autoptr (GHashTable) staying = NULL;
  g_autoptr (GHashTable) made = NULL;
  Merge merge = { 0 };

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (found != NULL, NULL);

  if (!check_found (document, found, error))
    return NULL;

  match = readout_match_new (document, found);
  staying = g_hash_table_new (readout_string_hash, g_str_equal);
  made = g_hash_table_new_full (
      readout_string_hash, g_str_equal, NULL, readout_record_unref);
  merge.match = match;
  merge.staying = staying;
  merge.made = made;

  make_records (&merge);
  find_staying (&merge);
  cut_circles (&merge);

  return make_changes (&merge);
}
