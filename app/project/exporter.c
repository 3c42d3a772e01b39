/* exporter.c: what is handed out of an article's annotations
 *
 * Training data must not contain what nobody has looked at, so a selection
 * holds reviewed items only.  A link of a kept item to one that is left out
 * (the speaker of a confirmed statement that nobody has confirmed as an actor)
 * would dangle; it is cut, and counted, so that the person can be told.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout"

#include "config.h"

#include "project/exporter.h"

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
cut_from_strv (char ***ids, const char *id)
{
  char **without = readout_strv_without (*ids, id);

  g_strfreev (*ids);
  *ids = without;
}

static void
cut_link (ReadoutRecord *record, const char *id)
{
  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      g_clear_pointer (&((ReadoutMention *)record)->actor, g_free);
      break;

    case READOUT_KIND_STATEMENT:
      {
        ReadoutStatement *statement = (ReadoutStatement *)record;

        cut_from_strv (&statement->speakers, id);
        cut_from_strv (&statement->addressees, id);
        if (g_strcmp0 (statement->parent, id) == 0)
          g_clear_pointer (&statement->parent, g_free);
        break;
      }

    case READOUT_KIND_MEETING:
      cut_from_strv (&((ReadoutMeeting *)record)->participants, id);
      break;

    case READOUT_KIND_ACTOR:
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/* The record itself, or a copy without its links to what is left out. */
static ReadoutRecord *
cut_links (ReadoutRecord *record, GPtrArray *left_out, guint *n_cut)
{
  ReadoutRecord *kept = readout_record_ref (record);

  for (guint i = 0; i < left_out->len; i++)
    {
      const char *id = ((ReadoutRecord *)left_out->pdata[i])->id;

      if (!readout_record_refers_to (kept, id))
        continue;
      if (kept == record)
        {
          kept = readout_record_copy (record);
          readout_record_unref (record);
        }
      cut_link (kept, id);
      (*n_cut)++;
    }

  return kept;
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
 * @n_cut: (out) (optional): how many links to items that are left out were cut
 * @error: return location
 *
 * Returns: (transfer full): a document of the same text with the wanted items
 */
ReadoutDocument *
readout_exporter_select (ReadoutDocument  *document,
                         ReadoutExportOnly only,
                         guint            *n_cut,
                         GError          **error)
{
  ReadoutAnnotations *annotations;
  g_autoptr (ReadoutDocument) selected = NULL;
  g_autoptr (GPtrArray) left_out = NULL;
  g_autoptr (GPtrArray) changes = NULL;
  guint n_links = 0;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  annotations = readout_document_get_annotations (document);
  left_out = g_ptr_array_new_with_free_func (readout_record_unref);
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        ReadoutRecord *record;

        record = readout_annotations_get_record (annotations, kind, i);
        if (!is_selected (record, only))
          g_ptr_array_add (left_out, readout_record_ref (record));
      }

  changes = readout_changes_new ();
  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    for (guint i = 0; i < readout_annotations_get_n_records (annotations, kind);
         i++)
      {
        ReadoutRecord *record;
        g_autoptr (ReadoutRecord) kept = NULL;

        record = readout_annotations_get_record (annotations, kind, i);
        if (!is_selected (record, only))
          continue;
        kept = cut_links (record, left_out, &n_links);
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

  if (n_cut != NULL)
    *n_cut = n_links;
  return g_steal_pointer (&selected);
}
