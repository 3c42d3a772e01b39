/* validator.c: what can be wrong with a set of records
 *
 * The set itself accepts any records, so that a file can be read before it is
 * judged.  Here the rules stand that hold between records and text: spans lie
 * inside the text, in order and not empty; references name a record of the
 * right kind; no statement is nested in itself; reviews make sense.  What was
 * suggested before a correction is held to the rules of a single record, but
 * its references may name records that are gone.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-model"

#include "config.h"

#include "model/validator.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "base/string-hash.h"
#include "model/field.h"

/* Every message begins alike: which item, and which of its members. */
static gboolean G_GNUC_PRINTF (5, 6) fail (GError             **error,
                                           ReadoutError         code,
                                           const ReadoutRecord *record,
                                           const char          *member,
                                           const char          *format,
                                           ...)
{
  g_autofree char *what = NULL;
  va_list          args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  /* Translators: id of an item, name of a member, what is wrong with it. */
  g_set_error (error,
               READOUT_ERROR,
               code,
               _ ("Item “%s”, “%s”: %s"),
               record->id,
               member,
               what);

  return FALSE;
}

static gboolean
check_span (ReadoutText         *text,
            const ReadoutRecord *record,
            const char          *member,
            ReadoutSpan          span,
            GError             **error)
{
  if (readout_span_is_empty (span))
    return fail (error,
                 READOUT_ERROR_SPAN,
                 record,
                 member,
                 _ ("the span from %u to %u is empty"),
                 span.start,
                 span.end);
  if (span.end > readout_text_get_length (text))
    return fail (error,
                 READOUT_ERROR_SPAN,
                 record,
                 member,
                 _ ("the span from %u to %u lies outside the text, "
                    "which has %u characters"),
                 span.start,
                 span.end,
                 readout_text_get_length (text));

  return TRUE;
}

static gboolean
check_fields (ReadoutText *text, const ReadoutRecord *record, GError **error)
{
  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      const ReadoutSpanList *list;
      const char            *nick = readout_field_to_nick (field);

      if (readout_field_get_kind (field) != record->kind)
        continue;

      list = readout_field_peek (record, field);
      for (guint i = 0; i < list->length; i++)
        {
          if (!check_span (text, record, nick, list->items[i], error))
            return FALSE;
          if (i > 0 && list->items[i].start < list->items[i - 1].end)
            return fail (error,
                         READOUT_ERROR_SPAN,
                         record,
                         nick,
                         _ ("the spans overlap or are not in the order of "
                            "the text"));
        }
    }

  return TRUE;
}

static gboolean
check_enum (const ReadoutRecord *record,
            const char          *member,
            guint                value,
            guint                n_values,
            GError             **error)
{
  if (value >= n_values)
    return fail (error,
                 READOUT_ERROR_VALUE,
                 record,
                 member,
                 _ ("the value is not one of those allowed"));

  return TRUE;
}

static gboolean
check_values (ReadoutText *text, const ReadoutRecord *record, GError **error)
{
  const ReadoutMention   *mention;
  const ReadoutActor     *actor;
  const ReadoutStatement *statement;
  const ReadoutMeeting   *meeting;

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      mention = (const ReadoutMention *)record;
      return check_span (text, record, "start", mention->span, error)
             && check_enum (
                 record, "type", mention->type, READOUT_N_MENTION_TYPES, error)
             && check_enum (
                 record, "form", mention->form, READOUT_N_FORMS, error);

    case READOUT_KIND_ACTOR:
      actor = (const ReadoutActor *)record;
      if (actor->name == NULL || *actor->name == '\0')
        return fail (error,
                     READOUT_ERROR_VALUE,
                     record,
                     "name",
                     _ ("an actor needs a name"));
      return check_enum (
          record, "type", actor->type, READOUT_N_ACTOR_TYPES, error);

    case READOUT_KIND_STATEMENT:
      statement = (const ReadoutStatement *)record;
      return check_fields (text, record, error)
             && check_enum (
                 record, "manner", statement->manner, READOUT_N_MANNERS, error);

    case READOUT_KIND_MEETING:
      meeting = (const ReadoutMeeting *)record;
      return check_fields (text, record, error)
             && check_enum (record,
                            "status",
                            meeting->status,
                            READOUT_N_MEETING_STATUSES,
                            error)
             && check_enum (
                 record, "kind", meeting->kind, READOUT_N_MEETING_KINDS, error);

    case READOUT_N_KINDS:
    default:
      return check_enum (record, "kind", record->kind, READOUT_N_KINDS, error);
    }
}

static gboolean
check_review (ReadoutText *text, const ReadoutRecord *record, GError **error)
{
  const ReadoutReview *review = &record->review;
  const ReadoutRecord *suggested = review->suggested;

  if (!check_enum (
          record, "review.state", review->state, READOUT_N_STATES, error))
    return FALSE;
  if (review->confidence < -1 || review->confidence > 100)
    return fail (error,
                 READOUT_ERROR_VALUE,
                 record,
                 "review.confidence",
                 _ ("%d is not a percentage"),
                 review->confidence);

  if (suggested == NULL)
    return TRUE;
  if (review->state != READOUT_STATE_CORRECTED
      && review->state != READOUT_STATE_REJECTED)
    return fail (error,
                 READOUT_ERROR_VALUE,
                 record,
                 "review.suggested",
                 _ ("only a corrected or rejected item has it"));
  if (suggested->kind != record->kind
      || g_strcmp0 (suggested->id, record->id) != 0
      || suggested->review.suggested != NULL
      || suggested->review.state != READOUT_STATE_SUGGESTED)
    return fail (error,
                 READOUT_ERROR_VALUE,
                 record,
                 "review.suggested",
                 _ ("it is not a suggestion of the same item"));

  return check_values (text, suggested, error);
}

static gboolean
check_reference (const ReadoutRecord *record,
                 const char          *member,
                 const char          *id,
                 ReadoutKind          kind,
                 ReadoutLookupFunc    lookup,
                 gpointer             user_data,
                 GError             **error)
{
  const ReadoutRecord *target;

  if (id == NULL)
    return TRUE;

  target = lookup (id, user_data);
  if (target == NULL)
    return fail (error,
                 READOUT_ERROR_REFERENCE,
                 record,
                 member,
                 _ ("there is no item “%s”"),
                 id);
  if (target->kind != kind)
    return fail (error,
                 READOUT_ERROR_REFERENCE,
                 record,
                 member,
                 kind == READOUT_KIND_ACTOR ? _ ("“%s” is not an actor")
                                            : _ ("“%s” is not a statement"),
                 id);

  return TRUE;
}

static gboolean
check_actors (const ReadoutRecord *record,
              const char          *member,
              char               **ids,
              ReadoutLookupFunc    lookup,
              gpointer             user_data,
              GError             **error)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (!check_reference (record,
                            member,
                            ids[i],
                            READOUT_KIND_ACTOR,
                            lookup,
                            user_data,
                            error))
        return FALSE;
      for (guint j = 0; j < i; j++)
        if (g_str_equal (ids[i], ids[j]))
          return fail (error,
                       READOUT_ERROR_REFERENCE,
                       record,
                       member,
                       _ ("“%s” is named twice"),
                       ids[i]);
    }

  return TRUE;
}

/* Follows the parents of @statement until one that is known to end (in
 * @done), and notes those on the way: each is walked once in all. */
static gboolean
check_parents (const ReadoutStatement *statement,
               ReadoutLookupFunc       lookup,
               gpointer                user_data,
               GHashTable             *done,
               GError                **error)
{
  g_autoptr (GHashTable) path
      = g_hash_table_new (readout_string_hash, g_str_equal);
  const ReadoutStatement *at = statement;
  GHashTableIter          iter;
  gpointer                id;

  while (at != NULL && at->parent != NULL
         && at->record.kind == READOUT_KIND_STATEMENT
         && !g_hash_table_contains (done, at->record.id))
    {
      if (!g_hash_table_add (path, at->record.id))
        return fail (error,
                     READOUT_ERROR_REFERENCE,
                     &at->record,
                     "parent",
                     _ ("the statement is nested in itself"));
      at = lookup (at->parent, user_data);
    }

  g_hash_table_iter_init (&iter, path);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_hash_table_add (done, id);

  return TRUE;
}

static gboolean
check_references (const ReadoutRecord *record,
                  ReadoutLookupFunc    lookup,
                  gpointer             user_data,
                  GHashTable          *done,
                  GError             **error)
{
  const ReadoutStatement *statement;

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      return check_reference (record,
                              "actor",
                              ((const ReadoutMention *)record)->actor,
                              READOUT_KIND_ACTOR,
                              lookup,
                              user_data,
                              error);

    case READOUT_KIND_STATEMENT:
      statement = (const ReadoutStatement *)record;
      return check_actors (record,
                           "speakers",
                           statement->speakers,
                           lookup,
                           user_data,
                           error)
             && check_actors (record,
                              "addressees",
                              statement->addressees,
                              lookup,
                              user_data,
                              error)
             && check_reference (record,
                                 "parent",
                                 statement->parent,
                                 READOUT_KIND_STATEMENT,
                                 lookup,
                                 user_data,
                                 error)
             && check_parents (statement, lookup, user_data, done, error);

    case READOUT_KIND_MEETING:
      return check_actors (record,
                           "participants",
                           ((const ReadoutMeeting *)record)->participants,
                           lookup,
                           user_data,
                           error);

    case READOUT_KIND_ACTOR:
    case READOUT_N_KINDS:
    default:
      return TRUE;
    }
}

static gconstpointer
lookup_in_annotations (const char *id, gpointer user_data)
{
  return readout_annotations_lookup (user_data, id);
}

/**
 * readout_validator_check_references:
 * @record: a record
 * @lookup: (scope call): finds the records that @record refers to
 * @user_data: given to @lookup
 * @error: return location for a #GError
 *
 * Checks that each reference of @record names a record of the right kind, and
 * no list names one twice, and that following the parents of a statement
 * comes to an end.
 *
 * Returns: whether that is so; if not, %READOUT_ERROR_REFERENCE
 */
gboolean
readout_validator_check_references (gconstpointer     record,
                                    ReadoutLookupFunc lookup,
                                    gpointer          user_data,
                                    GError          **error)
{
  g_autoptr (GHashTable) done
      = g_hash_table_new (readout_string_hash, g_str_equal);

  g_return_val_if_fail (record != NULL && lookup != NULL, FALSE);

  return check_references (record, lookup, user_data, done, error);
}

/**
 * readout_validator_check_record:
 * @text: the article
 * @record: a record
 * @error: return location for a #GError
 *
 * Checks what can be seen from the record alone: spans, values and review.
 *
 * Returns: whether all is well; if not, %READOUT_ERROR_SPAN or
 *   %READOUT_ERROR_VALUE, with a message that names id and member
 */
gboolean
readout_validator_check_record (ReadoutText  *text,
                                gconstpointer record,
                                GError      **error)
{
  g_return_val_if_fail (text != NULL && record != NULL, FALSE);

  return check_values (text, record, error)
         && check_review (text, record, error);
}

/**
 * readout_validator_check:
 * @text: the article
 * @annotations: its records
 * @error: return location for a #GError
 *
 * Checks all records and their references, in time proportional to their
 * number.  That no id is used twice is seen to by the set itself.
 *
 * Returns: whether all is well; if not, the first fault, as from the other
 *   two functions
 */
gboolean
readout_validator_check (ReadoutText        *text,
                         ReadoutAnnotations *annotations,
                         GError            **error)
{
  g_autoptr (GHashTable) done
      = g_hash_table_new (readout_string_hash, g_str_equal);

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (READOUT_IS_ANNOTATIONS (annotations), FALSE);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint n = readout_annotations_get_n_records (annotations, kind);

      for (guint i = 0; i < n; i++)
        {
          ReadoutRecord *record
              = readout_annotations_get_record (annotations, kind, i);

          if (!readout_validator_check_record (text, record, error)
              || !check_references (
                  record, lookup_in_annotations, annotations, done, error))
            return FALSE;
        }
    }

  return TRUE;
}
