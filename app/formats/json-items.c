/* json-items.c: mentions, actors, statements and meetings, read
 *
 * One function for each kind reads the members in the order of the format's
 * description, all of them even after a fault, so that checking finds every
 * fault of an item; what they have in common (note, review, unknown members)
 * follows in readout_json_read_item().
 *
 * An item without review, or with one that names no state, is a suggestion of
 * the origin that is given: the program named in the file, or for what is kept
 * in "suggested" the program named in the review around it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json-items.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/json-guard.h"
#include "formats/json-private.h"
#include "formats/json.h"
#include "model/field.h"

static const char *const mention_members[] = {
  "id", "start", "end", "text", "type", "form", "actor", "note", "review", NULL,
};

static const char *const actor_members[] = {
  "id",        "type",     "name", "role",   "affiliation", "country",
  "anonymous", "wikidata", "note", "review", NULL,
};

static const char *const statement_members[] = {
  "id",         "speakers", "source", "cue",    "content", "manner",
  "addressees", "parent",   "note",   "review", NULL,
};

static const char *const meeting_members[] = {
  "id",     "status",   "kind",     "triggers", "participants",
  "place",  "venue",    "occasion", "time",     "duration",
  "topics", "outcomes", "note",     "review",   NULL,
};

static const char *const *const item_members[READOUT_N_KINDS] = {
  mention_members,
  actor_members,
  statement_members,
  meeting_members,
};

static const char *const review_members[] = { "state",     "by",         "at",
                                              "detector",  "confidence", "flag",
                                              "suggested", NULL };

static const char *const valued_members[] = { "spans", "value", NULL };

/* The tables of words with one signature. */
#define DEFINE_WORD(name, Type)                                                \
  static const char *name##_word (guint value)                                 \
  {                                                                            \
    return readout_##name##_to_nick ((Type)value);                             \
  }

DEFINE_WORD (mention_type, ReadoutMentionType)
DEFINE_WORD (form, ReadoutForm)
DEFINE_WORD (actor_type, ReadoutActorType)
DEFINE_WORD (manner, ReadoutManner)
DEFINE_WORD (meeting_status, ReadoutMeetingStatus)
DEFINE_WORD (meeting_kind, ReadoutMeetingKind)
DEFINE_WORD (review_state, ReadoutReviewState)

static gboolean
read_field (ReadoutJsonReader *self,
            JsonObject        *object,
            gpointer           record,
            ReadoutField       field)
{
  const char *nick = readout_field_to_nick (field);

  return readout_json_reader_spans (
      self, object, nick, nick, readout_field_get (record, field));
}

/* Time and duration: spans with what they mean. */
static gboolean
read_valued (ReadoutJsonReader *self,
             JsonObject        *object,
             gpointer           record,
             ReadoutField       field,
             ReadoutValueForm   form,
             char             **value)
{
  const char *nick = readout_field_to_nick (field);
  JsonObject *valued;
  gboolean    ok;

  if (!readout_json_reader_object (self, object, nick, FALSE, &valued))
    return FALSE;
  if (valued == NULL)
    return TRUE;

  readout_json_reader_push (self, nick);
  ok = readout_json_reader_spans (
      self, valued, "spans", nick, readout_field_get (record, field));
  ok &= readout_json_reader_value (self, valued, "value", form, value);
  readout_json_reader_keep (self, valued, valued_members, nick);
  readout_json_reader_pop (self);

  return ok;
}

static ReadoutRecord *
read_mention (ReadoutJsonReader *self,
              JsonObject        *object,
              const char        *id,
              gboolean          *ok)
{
  guint           type = READOUT_MENTION_MISC;
  guint           form = READOUT_FORM_NAME;
  ReadoutSpan     span = READOUT_SPAN (0, 1);
  ReadoutMention *mention;

  *ok &= readout_json_reader_span (self, object, &span);
  *ok &= readout_json_reader_word (self,
                                   object,
                                   "type",
                                   TRUE,
                                   READOUT_N_MENTION_TYPES,
                                   mention_type_word,
                                   &type);
  *ok &= readout_json_reader_word (
      self, object, "form", TRUE, READOUT_N_FORMS, form_word, &form);

  mention = readout_mention_new (id, span, type, form);
  *ok &= readout_json_reader_shared (self, object, "actor", &mention->actor);

  return &mention->record;
}

static ReadoutRecord *
read_actor (ReadoutJsonReader *self,
            JsonObject        *object,
            const char        *id,
            gboolean          *ok)
{
  guint         type = READOUT_ACTOR_PERSON;
  const char   *name;
  ReadoutActor *actor;

  *ok &= readout_json_reader_word (self,
                                   object,
                                   "type",
                                   TRUE,
                                   READOUT_N_ACTOR_TYPES,
                                   actor_type_word,
                                   &type);
  *ok &= readout_json_reader_string (self, object, "name", TRUE, &name);

  actor = readout_actor_new (id, type, name != NULL ? name : "");
  *ok &= readout_json_reader_copy (self, object, "role", &actor->role);
  *ok &= readout_json_reader_copy (
      self, object, "affiliation", &actor->affiliation);
  *ok &= readout_json_reader_value (
      self, object, "country", READOUT_VALUE_COUNTRY, &actor->country);
  *ok &= readout_json_reader_value (
      self, object, "wikidata", READOUT_VALUE_WIKIDATA, &actor->wikidata);
  *ok &= readout_json_reader_boolean (
      self, object, "anonymous", &actor->anonymous);

  return &actor->record;
}

static ReadoutRecord *
read_statement (ReadoutJsonReader *self,
                JsonObject        *object,
                const char        *id,
                gboolean          *ok)
{
  guint             manner = READOUT_MANNER_INDIRECT;
  ReadoutStatement *statement;

  *ok &= readout_json_reader_word (
      self, object, "manner", TRUE, READOUT_N_MANNERS, manner_word, &manner);

  statement = readout_statement_new (id, manner);
  *ok &= readout_json_reader_ids (
      self, object, "speakers", &statement->speakers);
  *ok &= read_field (self, object, statement, READOUT_FIELD_SOURCE);
  *ok &= read_field (self, object, statement, READOUT_FIELD_CUE);
  *ok &= read_field (self, object, statement, READOUT_FIELD_CONTENT);
  *ok &= readout_json_reader_ids (
      self, object, "addressees", &statement->addressees);
  *ok &= readout_json_reader_shared (
      self, object, "parent", &statement->parent);

  return &statement->record;
}

static ReadoutRecord *
read_meeting (ReadoutJsonReader *self,
              JsonObject        *object,
              const char        *id,
              gboolean          *ok)
{
  static const ReadoutField fields[] = {
    READOUT_FIELD_TRIGGERS, READOUT_FIELD_PLACE,  READOUT_FIELD_VENUE,
    READOUT_FIELD_OCCASION, READOUT_FIELD_TOPICS, READOUT_FIELD_OUTCOMES
  };
  guint           status = READOUT_MEETING_HELD;
  guint           kind = READOUT_MEETING_OTHER;
  ReadoutMeeting *meeting;

  *ok &= readout_json_reader_word (self,
                                   object,
                                   "status",
                                   TRUE,
                                   READOUT_N_MEETING_STATUSES,
                                   meeting_status_word,
                                   &status);
  *ok &= readout_json_reader_word (self,
                                   object,
                                   "kind",
                                   TRUE,
                                   READOUT_N_MEETING_KINDS,
                                   meeting_kind_word,
                                   &kind);

  meeting = readout_meeting_new (id, status, kind);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    *ok &= read_field (self, object, meeting, fields[i]);
  *ok &= readout_json_reader_ids (
      self, object, "participants", &meeting->participants);
  *ok &= read_valued (self,
                      object,
                      meeting,
                      READOUT_FIELD_TIME,
                      READOUT_VALUE_TIME,
                      &meeting->time_value);
  *ok &= read_valued (self,
                      object,
                      meeting,
                      READOUT_FIELD_DURATION,
                      READOUT_VALUE_DURATION,
                      &meeting->duration_value);

  return &meeting->record;
}

/* Reads what was suggested before a correction: an item of the same kind that
 * needs no id, and whose review is that of the suggestion. */
static gboolean
read_suggested (ReadoutJsonReader *self,
                JsonObject        *review,
                ReadoutRecord     *record)
{
  ReadoutJsonEmitter outer = self->extra;
  gboolean           had_extra = self->has_extra;
  ReadoutReview      origin = { .confidence = record->review.confidence,
                                .detector = record->review.detector };
  ReadoutRecord     *suggested = NULL;
  JsonObject        *object;
  const char        *id;

  if (!readout_json_reader_object (self, review, "suggested", FALSE, &object))
    return FALSE;
  if (object == NULL)
    return TRUE;

  self->has_extra = FALSE;
  self->extra.out = NULL;
  readout_json_reader_push (self, "suggested");
  if (!readout_json_reader_string (self, object, "id", FALSE, &id))
    ;
  else if (id != NULL && !g_str_equal (id, record->id))
    readout_json_reader_fault (self,
                               "id",
                               READOUT_ERROR_REFERENCE,
                               _ ("expected “%s”, the id of the item itself"),
                               record->id);
  else
    suggested = readout_json_read_item (
        self, record->kind, object, record->id, &origin);

  if (suggested != NULL && suggested->review.suggested != NULL)
    {
      readout_json_reader_fault (
          self,
          NULL,
          READOUT_ERROR_STRUCTURE,
          _ ("a suggestion must not hold a further suggestion"));
      g_clear_pointer (&suggested, readout_record_unref);
    }
  readout_json_reader_pop (self);
  self->extra = outer;
  self->has_extra = had_extra;

  record->review.suggested = suggested;

  return suggested != NULL;
}

/* origin is what holds where the item says nothing about it. */
static gboolean
read_review (ReadoutJsonReader   *self,
             JsonObject          *object,
             ReadoutRecord       *record,
             const ReadoutReview *origin)
{
  ReadoutReview *review = &record->review;
  JsonObject    *found;
  guint          state = READOUT_STATE_SUGGESTED;
  gint64         confidence = -1;
  gboolean       ok = TRUE;

  if (!readout_json_reader_object (self, object, "review", FALSE, &found))
    return FALSE;

  review->confidence = -1;
  if (found != NULL)
    {
      readout_json_reader_push (self, "review");
      ok &= readout_json_reader_word (self,
                                      found,
                                      "state",
                                      FALSE,
                                      READOUT_N_STATES,
                                      review_state_word,
                                      &state);
      ok &= readout_json_reader_shared (self, found, "by", &review->by);
      ok &= readout_json_reader_shared_value (
          self, found, "at", READOUT_VALUE_REVIEWED, &review->at);
      ok &= readout_json_reader_shared (
          self, found, "detector", &review->detector);
      ok &= readout_json_reader_int (
          self, found, "confidence", FALSE, 0, 100, &confidence);
      ok &= readout_json_reader_boolean (self, found, "flag", &review->flagged);
      review->state = state;
      review->confidence = confidence;
    }

  if (found == NULL || !json_object_has_member (found, "state"))
    {
      if (review->detector == NULL)
        readout_shared_string_set (&review->detector, origin->detector);
      if (review->confidence < 0)
        review->confidence = origin->confidence;
    }

  if (found != NULL)
    {
      ok = ok && read_suggested (self, found, record);
      readout_json_reader_keep (self, found, review_members, "review");
      readout_json_reader_pop (self);
    }

  return ok;
}

/**
 * readout_json_read_item:
 * @self: a reader that is in the item and knows the text
 * @kind: what kind of item it is
 * @object: the item
 * @id: its id
 * @origin: detector and confidence where the item says nothing of them
 *
 * Reads everything of an item but its id.  References are not followed.
 *
 * Returns: (transfer full) (nullable): a record, %NULL where there is a fault
 */
ReadoutRecord *
readout_json_read_item (ReadoutJsonReader   *self,
                        ReadoutKind          kind,
                        JsonObject          *object,
                        const char          *id,
                        const ReadoutReview *origin)
{
  ReadoutRecord *record;
  gboolean       ok = TRUE;

  switch (kind)
    {
    case READOUT_KIND_MENTION:
      record = read_mention (self, object, id, &ok);
      break;

    case READOUT_KIND_ACTOR:
      record = read_actor (self, object, id, &ok);
      break;

    case READOUT_KIND_STATEMENT:
      record = read_statement (self, object, id, &ok);
      break;

    case READOUT_KIND_MEETING:
      record = read_meeting (self, object, id, &ok);
      break;

    case READOUT_N_KINDS:
    default:
      g_return_val_if_reached (NULL);
    }

  ok &= readout_json_reader_copy (self, object, "note", &record->note);
  ok &= read_review (self, object, record, origin);
  readout_json_reader_keep (self, object, item_members[kind], "item");
  record->extra = readout_json_reader_take_kept (self);

  if (!ok)
    g_clear_pointer (&record, readout_record_unref);

  return record;
}

/**
 * readout_json_record_from_node:
 * @text: the text that the record is about
 * @kind: what kind of record it is
 * @node: a JSON object
 * @error: return location for an error, whose place means nothing
 *
 * Does not look at what the record refers to.
 *
 * Returns: (transfer full) (nullable): a record, %NULL on error
 */
gpointer
readout_json_record_from_node (ReadoutText *text,
                               ReadoutKind  kind,
                               JsonNode    *node,
                               GError     **error)
{
  ReadoutJsonReader reader;
  ReadoutReview     origin = { .confidence = -1 };
  ReadoutRecord    *record = NULL;
  const char       *id;

  g_return_val_if_fail (text != NULL && node != NULL, NULL);
  g_return_val_if_fail (kind < READOUT_N_KINDS, NULL);

  readout_json_reader_init (&reader, "", 0, 1, 1);
  reader.text = readout_text_ref (text);

  if (!JSON_NODE_HOLDS_OBJECT (node))
    readout_json_reader_fault (
        &reader, NULL, READOUT_ERROR_STRUCTURE, _ ("expected an object"));
  else if (readout_json_reader_string (
               &reader, json_node_get_object (node), "id", TRUE, &id))
    record = readout_json_read_item (
        &reader, kind, json_node_get_object (node), id, &origin);

  if (record == NULL)
    g_propagate_error (error,
                       g_error_copy (g_ptr_array_index (reader.faults, 0)));
  readout_json_reader_clear (&reader);

  return record;
}

/**
 * readout_json_record_from_string:
 * @text: the text that the record is about
 * @kind: what kind of record it is
 * @json: what readout_json_record_to_string() wrote
 * @error: return location for an error
 *
 * Does not look at what the record refers to.
 *
 * Returns: (transfer full) (nullable): a record, %NULL on error
 */
gpointer
readout_json_record_from_string (ReadoutText *text,
                                 ReadoutKind  kind,
                                 const char  *json,
                                 GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();

  g_return_val_if_fail (text != NULL && json != NULL, NULL);

  if (!readout_json_guard_check (json, strlen (json), 1, error)
      || !json_parser_load_from_data (parser, json, -1, error))
    return NULL;

  return readout_json_record_from_node (
      text, kind, json_parser_get_root (parser), error);
}
