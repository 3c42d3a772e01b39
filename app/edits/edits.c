/* edits.c: what a person can do to one record
 *
 * Accepting, rejecting and editing.  Each function looks at the
 * document and returns changes; batch.c has the rules of review.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/edits.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "edits/batch.h"
#include "edits/lookup.h"
#include "model/validator.h"

static gboolean
check_ids (ReadoutDocument *document, const char *const *ids, GError **error)
{
  for (guint i = 0; ids[i] != NULL; i++)
    if (readout_edits_get_record (document, ids[i], error) == NULL)
      return FALSE;

  return TRUE;
}

/* What a person typed: without white space around, NULL if nothing is left. */
static void
tidy (char **field)
{
  if (*field == NULL)
    return;

  g_strstrip (*field);
  if (**field == '\0')
    g_clear_pointer (field, g_free);
}

/* The same for a value that a file may have in a form of its own: it stays as
 * it was until a person gives another. */
static gboolean
tidy_value (char **field, const char *before)
{
  if (g_strcmp0 (*field, before) == 0)
    return FALSE;

  tidy (field);

  return *field != NULL;
}

static gboolean
tidy_actor (ReadoutActor *actor, const ReadoutActor *before, GError **error)
{
  tidy (&actor->name);
  tidy (&actor->role);
  tidy (&actor->affiliation);
  tidy_value (&actor->wikidata, before->wikidata);
  if (tidy_value (&actor->country, before->country))
    for (char *p = actor->country; *p != '\0'; p++)
      *p = g_ascii_toupper (*p);

  if (actor->name == NULL)
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_VALUE,
                           _ ("An actor needs a name"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
tidy_record (ReadoutRecord *record, const ReadoutRecord *before, GError **error)
{
  tidy (&record->note);

  if (record->kind == READOUT_KIND_ACTOR)
    return tidy_actor (
        (ReadoutActor *)record, (const ReadoutActor *)before, error);
  if (record->kind == READOUT_KIND_MEETING)
    {
      ReadoutMeeting       *meeting = (ReadoutMeeting *)record;
      const ReadoutMeeting *was = (const ReadoutMeeting *)before;

      tidy_value (&meeting->time_value, was->time_value);
      tidy_value (&meeting->duration_value, was->duration_value);
    }

  return TRUE;
}

static gconstpointer
lookup_in_batch (const char *id, gpointer user_data)
{
  return readout_batch_peek (user_data, id);
}

static const char *
revive_reference (const char *id, gpointer user_data)
{
  readout_batch_revive (user_data, id);

  return id;
}

/* An actor speaks, is told, meets, or is named as the holder of a title; a
 * date is nobody. */
static gboolean
can_refer (ReadoutMentionType type)
{
  return type == READOUT_MENTION_PERSON || type == READOUT_MENTION_ORGANIZATION
         || type == READOUT_MENTION_LOCATION || type == READOUT_MENTION_TITLE
         || type == READOUT_MENTION_FACILITY
         || type == READOUT_MENTION_NATIONALITY;
}

/**
 * readout_edits_accept:
 * @document: a document
 * @ids: (array zero-terminated=1): the ids of records
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Confirms suggestions, which keep detector and confidence, and takes back
 * rejections.  What has been decided already is left alone.  A statement is
 * accepted as one frame with all its fields; the actors and mentions that it
 * names are items of their own, to be judged by their own cards.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, none if
 *   all of it is accepted already; %NULL with %READOUT_ERROR_REFERENCE if
 *   there is no such record
 */
GPtrArray *
readout_edits_accept (ReadoutDocument    *document,
                      const char *const  *ids,
                      const ReadoutStamp *stamp,
                      GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  if (!check_ids (document, ids, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  for (guint i = 0; ids[i] != NULL; i++)
    readout_batch_accept (batch, ids[i]);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_reject:
 * @document: a document
 * @ids: (array zero-terminated=1): the ids of records
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Rejects suggestions, also those that were confirmed or corrected before;
 * they stay in the file.  What a person added is removed.
 *
 * An actor that is rejected is taken out of all mentions, statements and
 * meetings in the same step.  Those that were reviewed become corrected and
 * keep what was suggested; mere suggestions remain suggestions.  Statements
 * nested in a rejected one go to its own parent.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_REFERENCE if there is no such record
 */
GPtrArray *
readout_edits_reject (ReadoutDocument    *document,
                      const char *const  *ids,
                      const ReadoutStamp *stamp,
                      GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (ids != NULL, NULL);

  if (!check_ids (document, ids, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  for (guint i = 0; ids[i] != NULL; i++)
    if (readout_batch_peek (batch, ids[i]) != NULL)
      readout_batch_reject (batch, ids[i]);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_replace:
 * @document: a document
 * @edited: a copy of one of its records with other content or another note
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * The way for a form to edit any fields at once.  White space around what was
 * typed goes, empty strings become %NULL.  The review of @edited is ignored:
 * it follows from the edit.  An actor that was rejected and that @edited
 * refers to is taken back.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, none if
 *   nothing is edited; %NULL with an error if @edited is not valid
 */
GPtrArray *
readout_edits_replace (ReadoutDocument    *document,
                       gconstpointer       edited,
                       const ReadoutStamp *stamp,
                       GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autoptr (ReadoutRecord) after = NULL;
  ReadoutRecord *before, *put;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (edited != NULL, NULL);

  after = readout_record_copy (edited);
  before = readout_edits_get_record (document, after->id, error);
  if (before == NULL)
    return NULL;
  g_return_val_if_fail (before->kind == after->kind, NULL);

  if (!tidy_record (after, before, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  put = after;
  readout_batch_put (batch, g_steal_pointer (&after));
  if (!readout_validator_check_record (
          readout_document_get_text (document), put, error)
      || !readout_validator_check_references (
          put, lookup_in_batch, batch, error))
    return NULL;
  if (!readout_record_same_content (before, put))
    readout_record_map_references (put, revive_reference, batch);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_move_edge:
 * @document: a document
 * @id: the id of a mention, statement or meeting
 * @field: which of its fields; ignored for a mention
 * @piece: which span of @field; ignored for a mention
 * @edge: which end of the span
 * @n_words: by how many words, later if positive, earlier if negative
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Moves one boundary as readout_edits_move() says.  A piece that grows into
 * another one of the same field is merged with it.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_SPAN if the edge cannot go further
 */
GPtrArray *
readout_edits_move_edge (ReadoutDocument    *document,
                         const char         *id,
                         ReadoutField        field,
                         guint               piece,
                         ReadoutEdge         edge,
                         int                 n_words,
                         const ReadoutStamp *stamp,
                         GError            **error)
{
  ReadoutRecord *record;
  ReadoutSpan    span, moved;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  record = readout_edits_get_record (document, id, error);
  if (record == NULL)
    return NULL;

  if (record->kind == READOUT_KIND_MENTION)
    span = ((ReadoutMention *)record)->span;
  else if (record->kind == READOUT_KIND_ACTOR
           || readout_field_get_kind (field) != record->kind
           || piece >= readout_field_peek (record, field)->length)
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_SPAN,
                           _ ("There are no words here to move an end of"));
      return NULL;
    }
  else
    span = readout_field_peek (record, field)->items[piece];

  moved = readout_edits_move (
      readout_document_get_text (document), span, edge, n_words);
  if (readout_span_equal (moved, span))
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_SPAN,
                           edge == READOUT_EDGE_START
                               ? _ ("The start cannot go further")
                               : _ ("The end cannot go further"));
      return NULL;
    }

  return readout_edits_set_span (
      document, id, field, piece, moved, stamp, error);
}

/**
 * readout_edits_set_span:
 * @document: a document
 * @id: the id of a mention, statement or meeting
 * @field: which of its fields; ignored for a mention
 * @piece: which span of @field; one that is not there yet is added; ignored
 *   for a mention
 * @span: where it shall be; white space at its ends is left out; an empty one
 *   takes the piece out of @field
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_SPAN if @span marks nothing or lies outside the text
 */
GPtrArray *
readout_edits_set_span (ReadoutDocument    *document,
                        const char         *id,
                        ReadoutField        field,
                        guint               piece,
                        ReadoutSpan         span,
                        const ReadoutStamp *stamp,
                        GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  ReadoutText   *text;
  ReadoutRecord *record;
  gboolean       takes_out = readout_span_is_empty (span);

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  text = readout_document_get_text (document);
  record = readout_edits_get_record (document, id, error);
  if (record == NULL)
    return NULL;

  if (record->kind == READOUT_KIND_ACTOR
      || (record->kind != READOUT_KIND_MENTION
          && readout_field_get_kind (field) != record->kind))
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_SPAN,
                           _ ("This item does not take words from the text"));
      return NULL;
    }
  if (!takes_out)
    {
      span.end = MIN (span.end, readout_text_get_length (text));
      span = readout_text_trim (text, span);
    }
  if (readout_span_is_empty (span)
      && (!takes_out || record->kind == READOUT_KIND_MENTION))
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_SPAN,
                           _ ("No words are selected"));
      return NULL;
    }

  batch = readout_batch_new (document, stamp);
  record = readout_batch_edit (batch, id, READOUT_INTENT_EDIT);
  if (record->kind == READOUT_KIND_MENTION)
    ((ReadoutMention *)record)->span = span;
  else
    {
      ReadoutSpanList *list = readout_field_get (record, field);

      if (piece < list->length)
        readout_span_list_remove (list, piece);
      if (!takes_out)
        readout_span_list_add (list, span);
    }

  return readout_batch_finish (batch);
}

/**
 * readout_edits_find_origin:
 * @record: a mention, statement or meeting
 * @field: which of its fields; ignored for a mention
 * @span: a span of @field as it is
 *
 * Finds what to narrow @span towards: the largest span inside it that was
 * suggested for @field before a person corrected it.  So a suggestion that is
 * widened and narrowed again is what it was.
 *
 * Returns: that span, or an empty one if there is none
 */
ReadoutSpan
readout_edits_find_origin (gconstpointer record,
                           ReadoutField  field,
                           ReadoutSpan   span)
{
  const ReadoutRecord   *self = record;
  const ReadoutRecord   *suggested;
  const ReadoutSpanList *list;
  ReadoutSpan            origin = READOUT_SPAN (span.start, span.start);

  g_return_val_if_fail (self != NULL, origin);

  suggested = self->review.suggested;
  if (suggested == NULL || suggested->kind == READOUT_KIND_ACTOR)
    return origin;

  if (suggested->kind == READOUT_KIND_MENTION)
    {
      ReadoutSpan was = ((const ReadoutMention *)suggested)->span;

      return readout_span_contains (span, was) ? was : origin;
    }

  list = readout_field_peek (suggested, field);
  for (guint i = 0; list != NULL && i < list->length; i++)
    if (readout_span_contains (span, list->items[i])
        && readout_span_length (list->items[i]) > readout_span_length (origin))
      origin = list->items[i];

  return origin;
}

/**
 * readout_edits_set_type:
 * @document: a document
 * @id: the id of a mention
 * @type: what it names
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Sets the type of a mention.  To choose the type that a suggestion has is to
 * confirm it.  A mention whose new type cannot stand for an actor, such as a
 * date, loses its link.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with an error if @id is not that of a mention
 */
GPtrArray *
readout_edits_set_type (ReadoutDocument    *document,
                        const char         *id,
                        ReadoutMentionType  type,
                        const ReadoutStamp *stamp,
                        GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  ReadoutRecord  *record;
  ReadoutMention *mention;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail ((guint)type < READOUT_N_MENTION_TYPES, NULL);

  record = readout_edits_get_record (document, id, error);
  if (record == NULL)
    return NULL;
  if (record->kind != READOUT_KIND_MENTION)
    {
      g_set_error_literal (error,
                           READOUT_ERROR,
                           READOUT_ERROR_VALUE,
                           _ ("Only a mention has such a type"));
      return NULL;
    }

  batch = readout_batch_new (document, stamp);
  if (((ReadoutMention *)record)->type == type)
    readout_batch_accept (batch, id);
  else
    {
      mention = readout_batch_edit (batch, id, READOUT_INTENT_EDIT);
      mention->type = type;
      if (!can_refer (type))
        readout_shared_string_set (&mention->actor, NULL);
    }

  return readout_batch_finish (batch);
}

/**
 * readout_edits_set_note:
 * @document: a document
 * @id: the id of a record
 * @note: (nullable): a remark; an empty one is none
 * @error: return location for a #GError
 *
 * A remark does not decide anything: the review stays as it is.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_REFERENCE if there is no such record
 */
GPtrArray *
readout_edits_set_note (ReadoutDocument *document,
                        const char      *id,
                        const char      *note,
                        GError         **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  ReadoutRecord *record;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  if (readout_edits_get_record (document, id, error) == NULL)
    return NULL;

  batch = readout_batch_new (document, NULL);
  record = readout_batch_edit (batch, id, READOUT_INTENT_RAW);
  readout_record_set_string (&record->note, note);
  tidy (&record->note);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_set_flagged:
 * @document: a document
 * @id: the id of a record
 * @flagged: whether to look at it again
 * @error: return location for a #GError
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes; %NULL
 *   with %READOUT_ERROR_REFERENCE if there is no such record
 */
GPtrArray *
readout_edits_set_flagged (ReadoutDocument *document,
                           const char      *id,
                           gboolean         flagged,
                           GError         **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  ReadoutRecord *record;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  if (readout_edits_get_record (document, id, error) == NULL)
    return NULL;

  batch = readout_batch_new (document, NULL);
  record = readout_batch_edit (batch, id, READOUT_INTENT_RAW);
  record->review.flagged = flagged;

  return readout_batch_finish (batch);
}
