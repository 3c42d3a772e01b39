/* add.c: items that a person makes from a selection
 *
 * Two gestures make an item: select, and press a key.  What can be read off
 * the selected words is filled in, so that the usual item is right at once:
 * the form of a mention, the actor it plainly names, the manner of a
 * statement, the kind of a meeting.  All of it is ordinary content that the
 * person can edit.
 *
 * Where the very same item is there already as a suggestion or a rejection,
 * to add it is to accept it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-edits"

#include "config.h"

#include "edits/add.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "edits/batch.h"
#include "edits/lookup.h"
#include "edits/units.h"
#include "language/word-groups.h"

/* Which words of a trigger tell the kind of encounter, the first that is found
 * in this order; others are talks. */
static const struct
{
  ReadoutWordGroup   words;
  ReadoutMeetingKind kind;
} trigger_kinds[] = {
  { READOUT_WORDS_TRIGGER_SUMMIT, READOUT_MEETING_SUMMIT },
  { READOUT_WORDS_TRIGGER_CALL, READOUT_MEETING_CALL },
  { READOUT_WORDS_TRIGGER_VISIT, READOUT_MEETING_VISIT },
  { READOUT_WORDS_TRIGGER_CONFERENCE, READOUT_MEETING_CONFERENCE },
};

static gboolean
starts_upper (const char *word)
{
  return g_unichar_isupper (g_utf8_get_char (word))
         || g_unichar_isdigit (g_utf8_get_char (word));
}

/* A name or a description?  The head of a noun phrase decides, which in
 * English is the last word before "of", or the last word. */
static ReadoutForm
guess_form (const char *words, ReadoutMentionType type)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) parts = NULL;
  const char *head = NULL;

  if (type == READOUT_MENTION_TITLE)
    return READOUT_FORM_NOMINAL;
  if (type != READOUT_MENTION_PERSON && type != READOUT_MENTION_ORGANIZATION
      && type != READOUT_MENTION_LOCATION)
    return READOUT_FORM_NAME;

  folded = readout_edits_fold (words);
  if (readout_word_group_has (READOUT_WORDS_MARKED_PRONOUNS, folded))
    return READOUT_FORM_PRONOUN;

  parts = g_strsplit_set (words, " \t\n", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *lower = g_utf8_strdown (parts[i], -1);

      if (*parts[i] == '\0'
          || (head == NULL
              && readout_word_group_has (READOUT_WORDS_MARKED_DETERMINERS,
                                         lower)))
        continue;
      if (head != NULL && g_str_equal (lower, "of"))
        break;
      head = parts[i];
    }

  return head != NULL && starts_upper (head) ? READOUT_FORM_NAME
                                             : READOUT_FORM_NOMINAL;
}

static ReadoutMeetingKind
guess_meeting_kind (const char *words)
{
  g_autofree char *folded = readout_edits_fold (words);
  g_auto (GStrv) parts = g_strsplit (folded, " ", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    if (readout_word_group_has (READOUT_WORDS_TRIGGER_PRESS, parts[i])
        && g_str_equal (parts[i + 1], "conference"))
      return READOUT_MEETING_OTHER;

  for (guint i = 0; i < G_N_ELEMENTS (trigger_kinds); i++)
    for (guint j = 0; parts[j] != NULL; j++)
      if (readout_word_group_has (trigger_kinds[i].words, parts[j]))
        return trigger_kinds[i].kind;

  return READOUT_MEETING_TALKS;
}

static ReadoutActorType
guess_actor_type (ReadoutMentionType type)
{
  switch (type)
    {
    case READOUT_MENTION_ORGANIZATION:
    case READOUT_MENTION_FACILITY:
      return READOUT_ACTOR_ORGANIZATION;
    case READOUT_MENTION_LOCATION:
    case READOUT_MENTION_NATIONALITY:
      return READOUT_ACTOR_GOVERNMENT;
    case READOUT_MENTION_PERSON:
    case READOUT_MENTION_TITLE:
    case READOUT_MENTION_EVENT:
    case READOUT_MENTION_DATE:
    case READOUT_MENTION_DURATION:
    case READOUT_MENTION_MISC:
    case READOUT_N_MENTION_TYPES:
    default:
      return READOUT_ACTOR_PERSON;
    }
}

/* The selected words without white space around them. */
static gboolean
take_selection (ReadoutDocument *document, ReadoutSpan *span, GError **error)
{
  ReadoutText *text = readout_document_get_text (document);

  span->end = MIN (span->end, readout_text_get_length (text));
  if (!readout_span_is_empty (*span))
    *span = readout_text_trim (text, *span);
  if (!readout_span_is_empty (*span))
    return TRUE;

  g_set_error_literal (
      error, READOUT_ERROR, READOUT_ERROR_SPAN, _ ("No words are selected"));
  return FALSE;
}

/* What adding does when the item is there already: accepts it, or says so. */
static GPtrArray *
accept_existing (ReadoutBatch  *batch,
                 ReadoutRecord *record,
                 const char    *message,
                 GError       **error)
{
  if (readout_record_is_reviewed (record)
      && record->review.state != READOUT_STATE_REJECTED)
    {
      g_set_error_literal (error, READOUT_ERROR, READOUT_ERROR_VALUE, message);
      return NULL;
    }

  readout_batch_accept (batch, record->id);

  return readout_batch_finish (batch);
}

/* The mention at exactly @span, of @type or (READOUT_N_MENTION_TYPES) of any
 * type that can stand for an actor. */
static ReadoutMention *
find_mention (ReadoutDocument   *document,
              ReadoutSpan        span,
              ReadoutMentionType type)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutMention     *found = NULL;
  guint               n;

  n = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);
  for (guint i = 0; i < n; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);
      gboolean fits = type == READOUT_N_MENTION_TYPES
                          ? mention->type == READOUT_MENTION_PERSON
                                || mention->type == READOUT_MENTION_ORGANIZATION
                                || mention->type == READOUT_MENTION_LOCATION
                          : mention->type == type;

      if (!fits || !readout_span_equal (mention->span, span))
        continue;
      /* A live one goes before a rejected one. */
      if (mention->record.review.state != READOUT_STATE_REJECTED)
        return mention;
      found = mention;
    }

  return found;
}

/* The one actor that @words name, or NULL if there is none or more. */
static ReadoutActor *
find_only_namesake (ReadoutDocument *document, const char *words)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutText        *text = readout_document_get_text (document);
  g_autofree char    *folded = readout_edits_fold (words);
  ReadoutActor       *only = NULL;
  guint               n;

  n = readout_annotations_get_n_records (annotations, READOUT_KIND_ACTOR);
  for (guint i = 0; i < n; i++)
    {
      ReadoutActor *actor
          = readout_annotations_get_record (annotations, READOUT_KIND_ACTOR, i);
      g_autofree char *name = readout_edits_fold (actor->name);

      if (actor->record.review.state == READOUT_STATE_REJECTED
          || !g_str_equal (name, folded))
        continue;
      if (only != NULL)
        return NULL;
      only = actor;
    }
  if (only != NULL)
    return only;

  n = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);
  for (guint i = 0; i < n; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);
      ReadoutActor    *actor;
      g_autofree char *slice = NULL;
      g_autofree char *name = NULL;

      actor = readout_annotations_get_actor (annotations, mention->actor);
      if (actor == NULL || mention->form != READOUT_FORM_NAME
          || mention->record.review.state == READOUT_STATE_REJECTED
          || actor->record.review.state == READOUT_STATE_REJECTED)
        continue;
      slice = readout_text_slice (text, mention->span);
      name = readout_edits_fold (slice);
      if (!g_str_equal (name, folded))
        continue;
      if (only != NULL && only != actor)
        return NULL;
      only = actor;
    }

  return only;
}

/**
 * readout_edits_add_mention:
 * @document: a document
 * @span: the selected words
 * @type: what they name
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * The form is read off the words: a pronoun is known by a list, a name by the
 * capital of its head.  A name that exactly one actor has is linked to it.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, which
 *   accept the mention of that span and type if it is there as a suggestion
 *   or a rejection; %NULL with an error if nothing is selected or it is there
 *   already
 */
GPtrArray *
readout_edits_add_mention (ReadoutDocument    *document,
                           ReadoutSpan         span,
                           ReadoutMentionType  type,
                           const ReadoutStamp *stamp,
                           GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;
  ReadoutMention  *mention;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail ((guint)type < READOUT_N_MENTION_TYPES, NULL);

  if (!take_selection (document, &span, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  mention = find_mention (document, span, type);
  if (mention != NULL)
    return accept_existing (batch,
                            &mention->record,
                            _ ("These words are marked so already"),
                            error);

  words = readout_text_slice (readout_document_get_text (document), span);
  id = readout_annotations_make_id (readout_document_get_annotations (document),
                                    READOUT_KIND_MENTION);
  mention = readout_mention_new (id, span, type, guess_form (words, type));
  if (mention->form == READOUT_FORM_NAME
      && (type == READOUT_MENTION_PERSON || type == READOUT_MENTION_ORGANIZATION
          || type == READOUT_MENTION_LOCATION))
    {
      ReadoutActor *actor = find_only_namesake (document, words);

      if (actor != NULL)
        readout_shared_string_set (&mention->actor, actor->record.id);
    }
  readout_batch_add (batch, mention);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_add_statement:
 * @document: a document
 * @content: the selected words
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * The manner follows from the quotation marks around and in the words.  Cue,
 * source and speakers are left for the person to take from the text.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, which
 *   accept the statement that has exactly this content if it is there as a
 *   suggestion or a rejection; %NULL with an error if nothing is selected or
 *   it is there already
 */
GPtrArray *
readout_edits_add_statement (ReadoutDocument    *document,
                             ReadoutSpan         content,
                             const ReadoutStamp *stamp,
                             GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autofree char    *id = NULL;
  ReadoutAnnotations *annotations;
  ReadoutStatement   *statement;
  guint               n;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  if (!take_selection (document, &content, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  annotations = readout_document_get_annotations (document);
  n = readout_annotations_get_n_records (annotations, READOUT_KIND_STATEMENT);
  for (guint i = 0; i < n; i++)
    {
      statement = readout_annotations_get_record (
          annotations, READOUT_KIND_STATEMENT, i);
      if (statement->content.length == 1
          && readout_span_equal (statement->content.items[0], content))
        return accept_existing (
            batch,
            &statement->record,
            _ ("There is a statement with these words already"),
            error);
    }

  id = readout_annotations_make_id (annotations, READOUT_KIND_STATEMENT);
  statement = readout_statement_new (
      id,
      readout_edits_find_manner (readout_document_get_text (document),
                                 content));
  readout_span_list_add (&statement->content, content);
  readout_batch_add (batch, statement);

  return readout_batch_finish (batch);
}

/**
 * readout_edits_add_meeting:
 * @document: a document
 * @trigger: the selected words, which evoke the encounter
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * The kind is read off the words ("summit", "phone call", "visited"), talks
 * if they do not tell; the status is held.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, which
 *   accept the meeting that has this trigger if it is there as a suggestion
 *   or a rejection; %NULL with an error if nothing is selected or it is there
 *   already
 */
GPtrArray *
readout_edits_add_meeting (ReadoutDocument    *document,
                           ReadoutSpan         trigger,
                           const ReadoutStamp *stamp,
                           GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autofree char    *id = NULL;
  g_autofree char    *words = NULL;
  ReadoutAnnotations *annotations;
  ReadoutMeeting     *meeting;
  guint               n;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  if (!take_selection (document, &trigger, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  annotations = readout_document_get_annotations (document);
  n = readout_annotations_get_n_records (annotations, READOUT_KIND_MEETING);
  for (guint i = 0; i < n; i++)
    {
      meeting = readout_annotations_get_record (
          annotations, READOUT_KIND_MEETING, i);
      for (guint j = 0; j < meeting->triggers.length; j++)
        if (readout_span_equal (meeting->triggers.items[j], trigger))
          return accept_existing (batch,
                                  &meeting->record,
                                  _ ("These words stand for a meeting already"),
                                  error);
    }

  words = readout_text_slice (readout_document_get_text (document), trigger);
  id = readout_annotations_make_id (annotations, READOUT_KIND_MEETING);
  meeting = readout_meeting_new (
      id, READOUT_MEETING_HELD, guess_meeting_kind (words));
  readout_span_list_add (&meeting->triggers, trigger);
  readout_batch_add (batch, meeting);

  return readout_batch_finish (batch);
}

/* The actor of that name: a live one, else a rejected one. */
static ReadoutActor *
find_namesake (ReadoutDocument *document, const char *name)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  g_autofree char    *folded = readout_edits_fold (name);
  ReadoutActor       *found = NULL;
  guint               n;

  n = readout_annotations_get_n_records (annotations, READOUT_KIND_ACTOR);
  for (guint i = 0; i < n; i++)
    {
      ReadoutActor *actor
          = readout_annotations_get_record (annotations, READOUT_KIND_ACTOR, i);
      g_autofree char *other = readout_edits_fold (actor->name);

      if (!g_str_equal (other, folded))
        continue;
      if (actor->record.review.state != READOUT_STATE_REJECTED)
        return actor;
      found = actor;
    }

  return found;
}

/* Makes the mention at @span refer to @actor_id, adding one if need be. */
static void
refer_to_actor (ReadoutDocument *document,
                ReadoutBatch    *batch,
                ReadoutMention  *mention,
                ReadoutSpan      span,
                const char      *words,
                const char      *actor_id)
{
  g_autofree char *id = NULL;

  if (mention != NULL && g_strcmp0 (mention->actor, actor_id) == 0)
    {
      readout_batch_accept (batch, mention->record.id);
      return;
    }
  if (mention != NULL)
    {
      mention
          = readout_batch_edit (batch, mention->record.id, READOUT_INTENT_EDIT);
      readout_shared_string_set (&mention->actor, actor_id);
      return;
    }

  id = readout_annotations_make_id (readout_document_get_annotations (document),
                                    READOUT_KIND_MENTION);
  mention = readout_mention_new (id,
                                 span,
                                 READOUT_MENTION_PERSON,
                                 guess_form (words, READOUT_MENTION_PERSON));
  readout_shared_string_set (&mention->actor, actor_id);
  readout_batch_add (batch, mention);
}

/**
 * readout_edits_add_actor:
 * @document: a document
 * @span: the selected words, which name the actor
 * @stamp: (nullable): who and when
 * @error: return location for a #GError
 *
 * Makes an actor of that name together with a mention of it, or links the
 * mention that stands there; its type gives that of the actor, a person where
 * none stands there.  A description instead of a name makes the actor
 * anonymous.  A rejected or merely suggested actor of the same name is
 * accepted instead.
 *
 * Returns: (transfer full) (element-type ReadoutChange): the changes, the
 *   actor among them; %NULL with an error if nothing is selected or the actor
 *   is there already
 */
GPtrArray *
readout_edits_add_actor (ReadoutDocument    *document,
                         ReadoutSpan         span,
                         const ReadoutStamp *stamp,
                         GError            **error)
{
  g_autoptr (ReadoutBatch) batch = NULL;
  g_autofree char *id = NULL;
  g_autofree char *words = NULL;
  ReadoutMention  *mention;
  ReadoutActor    *actor;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  if (!take_selection (document, &span, error))
    return NULL;

  batch = readout_batch_new (document, stamp);
  words = readout_edits_get_words (document, span);
  mention = find_mention (document, span, READOUT_N_MENTION_TYPES);
  actor = find_namesake (document, words);

  if (actor != NULL && readout_record_is_reviewed (actor)
      && actor->record.review.state != READOUT_STATE_REJECTED && mention != NULL
      && g_strcmp0 (mention->actor, actor->record.id) == 0)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_VALUE,
                   _ ("“%s” is an actor already"),
                   actor->name);
      return NULL;
    }

  if (actor != NULL)
    {
      readout_batch_accept (batch, actor->record.id);
      id = g_strdup (actor->record.id);
    }
  else
    {
      ReadoutMentionType type
          = mention != NULL ? mention->type : READOUT_MENTION_PERSON;

      id = readout_annotations_make_id (
          readout_document_get_annotations (document), READOUT_KIND_ACTOR);
      actor = readout_actor_new (id, guess_actor_type (type), words);
      actor->anonymous = guess_form (words, type) != READOUT_FORM_NAME;
      readout_batch_add (batch, actor);
    }
  refer_to_actor (document, batch, mention, span, words, id);

  return readout_batch_finish (batch);
}
