/* exporter.c: what is handed out of an article's annotations
 *
 * Training data holds what a person has decided upon.  An actor or a parent
 * statement that a kept item refers to belongs to that decision even where
 * nobody has looked at it by itself: it stays in, with its own review as it
 * is, and is counted, so that the person can be told.  A link to an item that
 * was rejected would dangle where rejections are left out; it is cut, and
 * counted, too.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout"

#include "config.h"

#include "project/exporter.h"

#include "base/string-hash.h"

static const char *const only_nicks[] = {
  "all",
  "confirmed",
  "reviewed",
};

static gboolean
is_selected (const ReadoutRecord *record, ReadoutExportOnly only)
{
  switch (record->review.state)
    {
    case READOUT_STATE_CONFIRMED:
    case READOUT_STATE_CORRECTED:
    case READOUT_STATE_ADDED:
      return TRUE;

    case READOUT_STATE_REJECTED:
      return only != READOUT_EXPORT_CONFIRMED;

    case READOUT_STATE_SUGGESTED:
    case READOUT_N_STATES:
    default:
      return only == READOUT_EXPORT_ALL;
    }
}

static void
keep (GHashTable *kept, GPtrArray *queue, ReadoutRecord *record)
{
  if (g_hash_table_add (kept, record->id))
    g_ptr_array_add (queue, record);
}

/* Keeps the record of that id if nobody has decided upon it. */
static void
keep_unreviewed (GHashTable         *kept,
                 GPtrArray          *queue,
                 ReadoutAnnotations *annotations,
                 const char         *id)
{
  ReadoutRecord *record;

  record = id != NULL ? readout_annotations_lookup (annotations, id) : NULL;
  if (record != NULL && !readout_record_is_reviewed (record))
    keep (kept, queue, record);
}

static void
keep_all_unreviewed (GHashTable         *kept,
                     GPtrArray          *queue,
                     ReadoutAnnotations *annotations,
                     char              **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    keep_unreviewed (kept, queue, annotations, ids[i]);
}

/* The ids of all records that stay in, borrowed from them: those that are
 * selected, what they refer to, and what that refers to in turn. */
static GHashTable *
find_kept (ReadoutAnnotations *annotations,
           ReadoutExportOnly   only,
           guint              *n_unreviewed)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();
  GHashTable *kept = g_hash_table_new (readout_string_hash, g_str_equal);
  guint       n_selected;

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        ReadoutRecord *record;

        record = readout_annotations_get_record (annotations, kind, i);
        if (is_selected (record, only))
          keep (kept, queue, record);
      }

  n_selected = queue->len;
  for (guint i = 0; i < queue->len; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (queue, i);

      switch (record->kind)
        {
        case READOUT_KIND_MENTION:
          keep_unreviewed (
              kept, queue, annotations, ((ReadoutMention *)record)->actor);
          break;

        case READOUT_KIND_STATEMENT:
          {
            ReadoutStatement *statement = (ReadoutStatement *)record;

            keep_all_unreviewed (kept, queue, annotations, statement->speakers);
            keep_all_unreviewed (
                kept, queue, annotations, statement->addressees);
            keep_unreviewed (kept, queue, annotations, statement->parent);
            break;
          }

        case READOUT_KIND_MEETING:
          keep_all_unreviewed (kept,
                               queue,
                               annotations,
                               ((ReadoutMeeting *)record)->participants);
          break;

        case READOUT_KIND_ACTOR:
          break;

        case READOUT_N_KINDS:
        default:
          g_assert_not_reached ();
        }
    }

  *n_unreviewed = queue->len - n_selected;
  return kept;
}

typedef struct
{
  GHashTable *kept;
  guint       n_cut;
} Cut;

static const char *
cut_reference (const char *id, gpointer user_data)
{
  Cut *cut = user_data;

  if (g_hash_table_contains (cut->kept, id))
    return id;

  cut->n_cut++;
  return NULL;
}

/* The record itself, or a copy without its links to what is left out. */
static ReadoutRecord *
cut_links (ReadoutRecord *record, GHashTable *kept, guint *n_cut)
{
  g_autoptr (ReadoutRecord) copy = readout_record_copy (record);
  Cut cut = { kept, 0 };

  readout_record_map_references (copy, cut_reference, &cut);
  if (cut.n_cut == 0)
    return readout_record_ref (record);

  *n_cut += cut.n_cut;
  return g_steal_pointer (&copy);
}

/**
 * readout_export_only_from_nick:
 * @nick: a word of the command line
 * @only: (out): the selection that it names
 *
 * Returns: whether it names one
 */
gboolean
readout_export_only_from_nick (const char *nick, ReadoutExportOnly *only)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (only != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (only_nicks); i++)
    if (g_str_equal (nick, only_nicks[i]))
      {
        *only = (ReadoutExportOnly)i;
        return TRUE;
      }

  return FALSE;
}

/**
 * readout_exporter_select:
 * @document: a document, which is left as it is
 * @only: which items are wanted
 * @n_unreviewed: (out) (optional): how many items that nobody has decided upon
 *   stay in because a wanted one refers to them
 * @n_cut: (out) (optional): how many links to items that are left out were cut
 * @error: return location
 *
 * Returns: (transfer full): a document of the same text with the wanted items
 */
ReadoutDocument *
readout_exporter_select (ReadoutDocument  *document,
                         ReadoutExportOnly only,
                         guint            *n_unreviewed,
                         guint            *n_cut,
                         GError          **error)
{
  ReadoutAnnotations *annotations;
  g_autoptr (ReadoutDocument) selected = NULL;
  g_autoptr (GHashTable) kept_ids = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n_found = 0;
  guint n_links = 0;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  annotations = readout_document_get_annotations (document);
  kept_ids = find_kept (annotations, only, &n_found);
  changes = readout_changes_new ();
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        ReadoutRecord *record;
        g_autoptr (ReadoutRecord) kept = NULL;

        record = readout_annotations_get_record (annotations, kind, i);
        if (!g_hash_table_contains (kept_ids, record->id))
          continue;
        kept = cut_links (record, kept_ids, &n_links);
        readout_changes_add (changes, NULL, kept);
      }

  selected = readout_document_new (readout_document_get_text (document));
  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    readout_document_set_meta (
        selected, meta, readout_document_get_meta (document, meta));
  readout_document_set_generator (selected,
                                  readout_document_get_generator (document));
  readout_document_set_extra (selected, readout_document_get_extra (document));
  if (!readout_annotations_apply (
          readout_document_get_annotations (selected), changes, error))
    return NULL;

  if (n_unreviewed != NULL)
    *n_unreviewed = n_found;
  if (n_cut != NULL)
    *n_cut = n_links;
  return g_steal_pointer (&selected);
}
