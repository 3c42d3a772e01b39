/* links.c: what a person ties together
 *
 * The verbs that fill the fields of an item: words of the article to a field,
 * an actor to a mention or a statement, one actor to another; and the walk
 * through the candidates for the first two of these.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/links.h"

#include <glib/gi18n-lib.h>

#include "edits/actors.h"
#include "edits/edits.h"
#include "session/history.h"
#include "session/item-words.h"
#include "session/selection.h"
#include "session/session-private.h"
#include "widgets/words.h"

static ReadoutAnnotations *
annotations_of (ReadoutSession *self)
{
  return readout_document_get_annotations (readout_session_get_document (self));
}

static const char *
name_field (ReadoutField field)
{
  static const char *const names[READOUT_N_FIELDS] = {
    [READOUT_FIELD_SOURCE] = N_ ("source"),
    [READOUT_FIELD_CUE] = N_ ("cue"),
    [READOUT_FIELD_CONTENT] = N_ ("content"),
    [READOUT_FIELD_TRIGGERS] = N_ ("words of the meeting"),
    [READOUT_FIELD_PLACE] = N_ ("place"),
    [READOUT_FIELD_VENUE] = N_ ("venue"),
    [READOUT_FIELD_OCCASION] = N_ ("occasion"),
    [READOUT_FIELD_TIME] = N_ ("time"),
    [READOUT_FIELD_DURATION] = N_ ("duration"),
    [READOUT_FIELD_TOPICS] = N_ ("topics"),
    [READOUT_FIELD_OUTCOMES] = N_ ("outcomes"),
  };

  return _ (names[field]);
}

/**
 * readout_session_replace:
 * @self: a session with a document
 * @edited: a copy of a record of it with other content
 * @label: what undo calls it
 *
 * Puts @edited in the place of the record with its id.
 */
void
readout_session_replace (ReadoutSession *self,
                         gconstpointer   edited,
                         const char     *label)
{
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  ReadoutStamp     stamp;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (readout_session_get_document (self) != NULL);
  g_return_if_fail (edited != NULL && label != NULL);

  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_replace (
      readout_session_get_document (self), edited, &stamp, &error);
  readout_session_apply (self, changes, error, label, label);
}

/* Takes @span for @field of @record, in place of what it has or beside it. */
static gboolean
take_span (ReadoutSession *self,
           gpointer        record,
           ReadoutField    field,
           ReadoutSpan     span,
           gboolean        add_piece,
           const char     *label,
           const char     *status)
{
  g_autoptr (ReadoutRecord) edited = readout_record_copy (record);
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  ReadoutSpanList *list = readout_field_get (edited, field);
  ReadoutStamp     stamp = readout_session_make_stamp (self, &at);

  if (add_piece)
    readout_span_list_add (list, span);
  else
    readout_span_list_set (list, span);

  /* The value was read from the words that the field had. */
  if (field == READOUT_FIELD_TIME)
    readout_record_set_string (&((ReadoutMeeting *)edited)->time_value, NULL);
  else if (field == READOUT_FIELD_DURATION)
    readout_record_set_string (&((ReadoutMeeting *)edited)->duration_value,
                               NULL);

  changes = readout_edits_replace (
      readout_session_get_document (self), edited, &stamp, &error);

  return readout_session_apply (self, changes, error, label, status);
}

/**
 * readout_session_assign:
 * @self: a session
 * @field: a field of statements or meetings
 * @add_piece: whether to keep the words that the field has
 *
 * Takes the words that are selected in the article for a field of the
 * selected statement or meeting.
 */
void
readout_session_assign (ReadoutSession *self,
                        ReadoutField    field,
                        gboolean        add_piece)
{
  ReadoutRecord   *record;
  ReadoutSpan      span;
  g_autofree char *slice = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (field < READOUT_N_FIELDS);

  record = readout_session_peek_selected (self);
  if (record == NULL || record->kind != readout_field_get_kind (field))
    {
      readout_session_set_status (self,
                                  readout_field_get_kind (field)
                                          == READOUT_KIND_STATEMENT
                                      ? _ ("Select a statement first")
                                      : _ ("Select a meeting first"));
      return;
    }

  if (!readout_session_need_text (self, &span))
    return;

  slice = readout_item_words_slice (
      readout_document_get_text (readout_session_get_document (self)), span);
  label = g_strdup_printf (_ ("Set the %s"), name_field (field));
  /* Translators: a field, such as "venue", and the words it has now */
  status
      = g_strdup_printf (_ ("The %s is “%s” now"), name_field (field), slice);
  if (take_span (self, record, field, span, add_piece, label, status))
    readout_session_set_focus_field (self, field, 0);
}

/**
 * readout_session_link:
 * @self: a session
 * @actor_id: (nullable): an actor, or %NULL for nobody
 *
 * Says whom the selected mention refers to, or who makes the selected
 * statement.
 */
void
readout_session_link (ReadoutSession *self, const char *actor_id)
{
  ReadoutRecord *record;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  const char      *name;
  ReadoutStamp     stamp;

  g_return_if_fail (READOUT_IS_SESSION (self));

  record = readout_session_peek_selected (self);
  if (record == NULL
      || (record->kind != READOUT_KIND_MENTION
          && record->kind != READOUT_KIND_STATEMENT))
    {
      readout_session_set_status (self,
                                  _ ("Select a mention or a statement first"));
      return;
    }

  name = readout_session_actor_name (self, actor_id);
  if (record->kind == READOUT_KIND_STATEMENT)
    {
      label = g_strdup_printf (_ ("Set the Speaker to “%s”"), name);
      status = g_strdup_printf (_ ("The speaker is “%s” now"), name);
    }
  else
    {
      g_autofree char *slice = readout_item_words_slice (
          readout_document_get_text (readout_session_get_document (self)),
          ((ReadoutMention *)record)->span);

      label = g_strdup_printf (_ ("Link “%s” to “%s”"), slice, name);
      status = g_strdup_printf (_ ("“%s” refers to “%s” now"), slice, name);
    }

  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_link (readout_session_get_document (self),
                                record->id,
                                actor_id,
                                &stamp,
                                &error);
  readout_session_apply (self, changes, error, label, status);
}

/**
 * readout_session_merge:
 * @self: a session
 * @other_actor_id: another actor
 *
 * Says that the selected actor and another one are the same.  The other one
 * stays and gets everything that points to the selected one.
 */
void
readout_session_merge (ReadoutSession *self, const char *other_actor_id)
{
  ReadoutRecord *record;
  g_autoptr (GPtrArray) changes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *at = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *label = NULL;
  g_autofree char *status = NULL;
  const char      *kept;
  ReadoutStamp     stamp;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (other_actor_id != NULL);

  record = readout_session_peek_selected (self);
  if (record == NULL || record->kind != READOUT_KIND_ACTOR)
    {
      readout_session_set_status (self, _ ("Select an actor first"));
      return;
    }

  merged = g_strdup (((ReadoutActor *)record)->name);
  kept = readout_session_actor_name (self, other_actor_id);
  label = g_strdup_printf (_ ("Merge “%s” into “%s”"), merged, kept);
  status = g_strdup_printf (_ ("Merged “%s” into “%s”"), merged, kept);
  stamp = readout_session_make_stamp (self, &at);
  changes = readout_edits_merge_actors (readout_session_get_document (self),
                                        other_actor_id,
                                        record->id,
                                        &stamp,
                                        &error);
  if (readout_session_apply (self, changes, error, label, status))
    readout_session_show (self, other_actor_id);
}

/* Links the selected mention or statement to the actor after the current one
 * in the ranking, or to the likeliest. */
static void
next_actor (ReadoutSession *self, const char *current, int step)
{
  ReadoutUndoStack *stack
      = readout_document_get_undo_stack (readout_session_get_document (self));
  g_autofree char *status = NULL;
  ReadoutActor    *actor;
  guint64          state = readout_undo_stack_get_state (stack);
  int              at = step > 0 ? -1 : 0;
  int              n;

  if (self->candidates == NULL || self->candidates_state != state)
    {
      g_clear_pointer (&self->candidates, g_ptr_array_unref);
      self->candidates
          = readout_edits_rank_actors (readout_session_get_document (self),
                                       readout_entry_get_id (self->selected));
    }

  n = self->candidates->len;
  if (n == 0)
    {
      readout_session_set_status (self, _ ("There is no other actor"));
      return;
    }

  for (int i = 0; i < n; i++)
    {
      ReadoutRecord *record = g_ptr_array_index (self->candidates, i);

      if (g_strcmp0 (record->id, current) == 0)
        at = i;
    }

  at = (at + step + n) % n;
  actor = g_ptr_array_index (self->candidates, at);
  readout_session_link (self, actor->record.id);
  self->candidates_state = readout_undo_stack_get_state (stack);
  if (self->candidates_state == state)
    return;

  /* Translators: an actor's name, and which of how many candidates it is */
  status = g_strdup_printf (
      _ ("“%s”, candidate %d of %d"), actor->name, at + 1, n);
  readout_session_set_status (self, status);
}

/* What may stand in a field of a meeting: mentions of these types. */
static gboolean
suits_field (ReadoutField field, ReadoutMentionType type)
{
  switch ((guint)field)
    {
    case READOUT_FIELD_PLACE:
      return type == READOUT_MENTION_LOCATION;
    case READOUT_FIELD_VENUE:
      return type == READOUT_MENTION_FACILITY
             || type == READOUT_MENTION_ORGANIZATION;
    case READOUT_FIELD_OCCASION:
      return type == READOUT_MENTION_EVENT;
    case READOUT_FIELD_TIME:
      return type == READOUT_MENTION_DATE;
    case READOUT_FIELD_DURATION:
      return type == READOUT_MENTION_DURATION;
    default:
      return FALSE;
    }
}

static GArray *
find_candidates (ReadoutSession *self, ReadoutField field)
{
  ReadoutAnnotations *annotations = annotations_of (self);
  GArray             *spans = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));
  guint               n
      = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);

  for (guint i = 0; i < n; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);

      if (mention->record.review.state != READOUT_STATE_REJECTED
          && mention->form == READOUT_FORM_NAME
          && suits_field (field, mention->type))
        g_array_append_val (spans, mention->span);
    }

  return spans;
}

/* The next span of the text that can stand in the field, after the one it
 * has, or else the first after the words that evoke the meeting. */
static void
next_span (ReadoutSession *self, ReadoutMeeting *meeting, int step)
{
  ReadoutField field = readout_session_get_focus_field (self, NULL);
  g_autoptr (GArray) spans = find_candidates (self, field);
  const ReadoutSpanList *list = readout_field_peek (meeting, field);
  int                    n = spans->len;
  int                    at = 0;
  guint32                from;
  ReadoutSpan            span;
  g_autofree char       *slice = NULL;
  g_autofree char       *label = NULL;
  g_autofree char       *status = NULL;

  if (n == 0)
    {
      readout_session_set_status (
          self, _ ("Nothing in the text is marked that could stand here"));
      return;
    }

  from = list->length > 0 ? list->items[0].start
                          : readout_record_get_extent (meeting).start;
  while (at < n && g_array_index (spans, ReadoutSpan, at).start < from)
    at++;
  if (step < 0)
    at--;
  else if (list->length > 0 && at < n
           && readout_span_equal (g_array_index (spans, ReadoutSpan, at),
                                  list->items[0]))
    at++;
  at = (at + n) % n;

  span = g_array_index (spans, ReadoutSpan, at);
  slice = readout_item_words_slice (
      readout_document_get_text (readout_session_get_document (self)), span);
  label = g_strdup_printf (_ ("Set the %s"), name_field (field));
  /* Translators: words of the text, and which of how many candidates */
  status = g_strdup_printf (_ ("“%s”, candidate %d of %d"), slice, at + 1, n);
  take_span (self, (gpointer)meeting, field, span, FALSE, label, status);
}

/**
 * readout_session_next_candidate:
 * @self: a session
 * @step: 1 for the next one, -1 for the one before
 *
 * Tries the next likely value: the actor of a mention, the speaker of a
 * statement, or the words of the field of a meeting that has the focus.
 */
void
readout_session_next_candidate (ReadoutSession *self, int step)
{
  ReadoutRecord *record;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (step == 1 || step == -1);

  record = readout_session_need_selected (self);
  if (record == NULL)
    return;

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      next_actor (self, ((ReadoutMention *)record)->actor, step);
      break;
    case READOUT_KIND_STATEMENT:
      {
        char **speakers = ((ReadoutStatement *)record)->speakers;

        next_actor (self, speakers != NULL ? speakers[0] : NULL, step);
      }
      break;
    case READOUT_KIND_MEETING:
      next_span (self, (ReadoutMeeting *)record, step);
      break;
    case READOUT_KIND_ACTOR:
    case READOUT_N_KINDS:
    default:
      readout_session_set_status (
          self, _ ("An actor has no candidates: Ctrl+M merges it"));
    }
}
