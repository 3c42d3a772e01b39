/* lookup.c: what an edit asks of a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/lookup.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

/**
 * readout_edits_get_record: (skip)
 * @document: a document
 * @id: an id
 * @error: return location for a #GError
 *
 * Returns: (transfer none): the record that has @id, or %NULL with an error
 */
gpointer
readout_edits_get_record (ReadoutDocument *document,
                          const char      *id,
                          GError         **error)
{
  gpointer record = readout_annotations_lookup (
      readout_document_get_annotations (document), id);

  if (record == NULL)
    g_set_error (error,
                 READOUT_ERROR,
                 READOUT_ERROR_REFERENCE,
                 _ ("There is no item “%s”"),
                 id != NULL ? id : "");

  return record;
}

/**
 * readout_edits_get_actor: (skip)
 * @document: a document
 * @id: an id
 * @error: return location for a #GError
 *
 * Returns: (transfer none): the actor that has @id, or %NULL with an error
 */
ReadoutActor *
readout_edits_get_actor (ReadoutDocument *document,
                         const char      *id,
                         GError         **error)
{
  ReadoutRecord *record = readout_edits_get_record (document, id, error);

  if (record == NULL)
    return NULL;
  if (record->kind != READOUT_KIND_ACTOR)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_REFERENCE,
                   _ ("“%s” is not an actor"),
                   id);
      return NULL;
    }

  return (ReadoutActor *)record;
}

/**
 * readout_edits_get_words: (skip)
 * @document: a document
 * @span: a span of its text
 *
 * Returns: (transfer full): the words on one line, single spaces between them
 */
char *
readout_edits_get_words (ReadoutDocument *document, ReadoutSpan span)
{
  g_autofree char *slice
      = readout_text_slice (readout_document_get_text (document), span);
  GString *words = g_string_new (NULL);

  for (const char *p = slice; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isspace (c))
        g_string_append_unichar (words, c);
      else if (words->len > 0 && words->str[words->len - 1] != ' ')
        g_string_append_c (words, ' ');
    }
  if (words->len > 0 && words->str[words->len - 1] == ' ')
    g_string_truncate (words, words->len - 1);

  return g_string_free (words, FALSE);
}

/**
 * readout_edits_fold: (skip)
 * @words: a name
 *
 * Returns: (transfer full): a form that names have in common when a person
 *   takes them for the same: without case, "the" in front, and possessive 's
 */
char *
readout_edits_fold (const char *words)
{
  g_autofree char *composed
      = g_utf8_normalize (words, -1, G_NORMALIZE_ALL_COMPOSE);
  g_autofree char *folded
      = g_utf8_casefold (composed != NULL ? composed : words, -1);
  const char *start = folded;
  gsize       length;

  if (g_str_has_prefix (start, "the "))
    start += strlen ("the ");
  length = strlen (start);
  if (g_str_has_suffix (start, "'s"))
    length -= strlen ("'s");
  else if (g_str_has_suffix (start, "’s"))
    length -= strlen ("’s");

  return g_strndup (start, length);
}
