/* json-write.c: the native annotation format, written
 *
 * The canonical form is a pure function of the records: members in the order
 * of the format's description, items in the order of readout_record_compare(),
 * so that a file differs only where the annotations do, and undo leaves the
 * bytes as they were.  Lists and flags of an item are always written; a text
 * that is not set (role, parent, note, ...) is left out; a review that says no
 * more than what the file's generator says anyway is left out, too.
 *
 * Members that were read but are not known stand behind the known ones of
 * the same object.  Those of a span are written as long as the same field
 * still has that span.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "formats/json.h"

#include "base/main-thread.h"
#include "formats/json-emitter.h"
#include "formats/json-private.h"
#include "model/field.h"

/* The state of writing one record. */
typedef struct
{
  ReadoutJsonEmitter emitter;
  ReadoutText       *text;
  JsonParser        *parser;
  JsonObject        *extra; /* of the record at hand, or NULL */
} Writer;

static void write_record (Writer              *self,
                          const char          *member,
                          const ReadoutRecord *record,
                          gboolean             with_id,
                          const char          *detector,
                          int                  confidence);

/* Sets what write_extra() looks into; text comes from json-read.c. */
static void
set_extra (Writer *self, const char *text)
{
  self->extra = NULL;

  if (text == NULL)
    return;

  g_clear_object (&self->parser);
  self->parser = json_parser_new_immutable ();
  if (json_parser_load_from_data (self->parser, text, -1, NULL))
    self->extra = json_node_get_object (json_parser_get_root (self->parser));
}

static gboolean
has_extra (Writer *self, const char *key)
{
  return self->extra != NULL && json_object_has_member (self->extra, key);
}

/* Puts the unknown members that were kept under key. */
static void
write_extra (Writer *self, const char *key)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *node;

  if (!has_extra (self, key))
    return;

  json_object_iter_init_ordered (
      &iter, json_object_get_object_member (self->extra, key));
  while (json_object_iter_next_ordered (&iter, &name, &node))
    readout_json_emitter_node (&self->emitter, name, node);
}

static void
write_span_members (Writer *self, ReadoutSpan span)
{
  g_autofree char *slice = readout_text_slice (self->text, span);

  readout_json_emitter_int (&self->emitter, "start", span.start);
  readout_json_emitter_int (&self->emitter, "end", span.end);
  readout_json_emitter_string (&self->emitter, "text", slice);
}

static void
write_spans (Writer                *self,
             const char            *member,
             const char            *field,
             const ReadoutSpanList *list)
{
  readout_json_emitter_open (&self->emitter, member, '[');
  for (guint i = 0; i < list->length; i++)
    {
      readout_json_emitter_open (&self->emitter, NULL, '{');
      write_span_members (self, list->items[i]);
      if (self->extra != NULL)
        {
          g_autofree char *key = readout_json_span_key (field, list->items[i]);

          write_extra (self, key);
        }
      readout_json_emitter_close (&self->emitter, '}');
    }
  readout_json_emitter_close (&self->emitter, ']');
}

static void
write_field (Writer *self, const ReadoutRecord *record, ReadoutField field)
{
  const char *nick = readout_field_to_nick (field);

  write_spans (self, nick, nick, readout_field_peek (record, field));
}

/* Time and duration: spans with what they mean. */
static void
write_valued (Writer              *self,
              const ReadoutRecord *record,
              ReadoutField         field,
              const char          *value)
{
  const char *nick = readout_field_to_nick (field);

  readout_json_emitter_open (&self->emitter, nick, '{');
  write_spans (self, "spans", nick, readout_field_peek (record, field));
  readout_json_emitter_text (&self->emitter, "value", value);
  write_extra (self, nick);
  readout_json_emitter_close (&self->emitter, '}');
}

static void
write_ids (Writer *self, const char *member, char **ids)
{
  readout_json_emitter_open (&self->emitter, member, '[');
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    readout_json_emitter_string (&self->emitter, NULL, ids[i]);
  readout_json_emitter_close (&self->emitter, ']');
}

static void
write_mention (Writer *self, const ReadoutMention *mention)
{
  write_span_members (self, mention->span);
  readout_json_emitter_string (
      &self->emitter, "type", readout_mention_type_to_nick (mention->type));
  readout_json_emitter_string (
      &self->emitter, "form", readout_form_to_nick (mention->form));
  readout_json_emitter_text (&self->emitter, "actor", mention->actor);
}

static void
write_actor (Writer *self, const ReadoutActor *actor)
{
  readout_json_emitter_string (
      &self->emitter, "type", readout_actor_type_to_nick (actor->type));
  readout_json_emitter_string (&self->emitter, "name", actor->name);
  readout_json_emitter_text (&self->emitter, "role", actor->role);
  readout_json_emitter_text (&self->emitter, "affiliation", actor->affiliation);
  readout_json_emitter_text (&self->emitter, "country", actor->country);
  readout_json_emitter_boolean (&self->emitter, "anonymous", actor->anonymous);
  readout_json_emitter_text (&self->emitter, "wikidata", actor->wikidata);
}

static void
write_statement (Writer *self, const ReadoutStatement *statement)
{
  const ReadoutRecord *record = &statement->record;

  write_ids (self, "speakers", statement->speakers);
  write_field (self, record, READOUT_FIELD_SOURCE);
  write_field (self, record, READOUT_FIELD_CUE);
  write_field (self, record, READOUT_FIELD_CONTENT);
  readout_json_emitter_string (
      &self->emitter, "manner", readout_manner_to_nick (statement->manner));
  write_ids (self, "addressees", statement->addressees);
  readout_json_emitter_text (&self->emitter, "parent", statement->parent);
}

static void
write_meeting (Writer *self, const ReadoutMeeting *meeting)
{
  const ReadoutRecord *record = &meeting->record;

  readout_json_emitter_string (
      &self->emitter,
      "status",
      readout_meeting_status_to_nick (meeting->status));
  readout_json_emitter_string (
      &self->emitter, "kind", readout_meeting_kind_to_nick (meeting->kind));
  write_field (self, record, READOUT_FIELD_TRIGGERS);
  write_ids (self, "participants", meeting->participants);
  write_field (self, record, READOUT_FIELD_PLACE);
  write_field (self, record, READOUT_FIELD_VENUE);
  write_field (self, record, READOUT_FIELD_OCCASION);
  write_valued (self, record, READOUT_FIELD_TIME, meeting->time_value);
  write_valued (self, record, READOUT_FIELD_DURATION, meeting->duration_value);
  write_field (self, record, READOUT_FIELD_TOPICS);
  write_field (self, record, READOUT_FIELD_OUTCOMES);
}

/* detector and confidence are what a reader assumes where no review stands. */
static void
write_review (Writer              *self,
              const ReadoutReview *review,
              const char          *detector,
              int                  confidence)
{
  ReadoutJsonEmitter *emitter = &self->emitter;

  if (review->state == READOUT_STATE_SUGGESTED && review->by == NULL
      && review->at == NULL && !review->flagged && review->suggested == NULL
      && review->confidence == confidence
      && g_strcmp0 (review->detector, detector) == 0
      && !has_extra (self, "review"))
    return;

  readout_json_emitter_open (emitter, "review", '{');
  readout_json_emitter_string (
      emitter, "state", readout_review_state_to_nick (review->state));
  readout_json_emitter_text (emitter, "by", review->by);
  readout_json_emitter_text (emitter, "at", review->at);
  readout_json_emitter_text (emitter, "detector", review->detector);
  if (review->confidence >= 0)
    readout_json_emitter_int (emitter, "confidence", review->confidence);
  if (review->flagged)
    readout_json_emitter_boolean (emitter, "flag", TRUE);
  if (review->suggested != NULL)
    {
      /* The suggestion has unknown members of its own. */
      JsonParser *parser = g_steal_pointer (&self->parser);
      JsonObject *extra = g_steal_pointer (&self->extra);

      write_record (self,
                    "suggested",
                    review->suggested,
                    FALSE,
                    review->detector,
                    review->confidence);
      g_clear_object (&self->parser);
      self->parser = parser;
      self->extra = extra;
    }
  write_extra (self, "review");
  readout_json_emitter_close (emitter, '}');
}

static void
write_record (Writer              *self,
              const char          *member,
              const ReadoutRecord *record,
              gboolean             with_id,
              const char          *detector,
              int                  confidence)
{
  set_extra (self, record->extra);

  readout_json_emitter_open (&self->emitter, member, '{');
  if (with_id)
    readout_json_emitter_string (&self->emitter, "id", record->id);

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      write_mention (self, (const ReadoutMention *)record);
      break;

    case READOUT_KIND_ACTOR:
      write_actor (self, (const ReadoutActor *)record);
      break;

    case READOUT_KIND_STATEMENT:
      write_statement (self, (const ReadoutStatement *)record);
      break;

    case READOUT_KIND_MEETING:
      write_meeting (self, (const ReadoutMeeting *)record);
      break;

    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }

  readout_json_emitter_text (&self->emitter, "note", record->note);
  write_review (self, &record->review, detector, confidence);
  write_extra (self, "item");
  readout_json_emitter_close (&self->emitter, '}');
}

static void
write_document (Writer *self, const ReadoutSnapshot *snapshot)
{
  ReadoutJsonEmitter *emitter = &self->emitter;
  ReadoutText        *text = readout_snapshot_get_text (snapshot);

  readout_json_emitter_open (emitter, "document", '{');
  for (guint i = 0; i < READOUT_N_METAS; i++)
    readout_json_emitter_text (emitter,
                               readout_meta_to_nick (i),
                               readout_snapshot_get_meta (snapshot, i));
  readout_json_emitter_string (emitter, "text", readout_text_get_utf8 (text));
  readout_json_emitter_string (
      emitter, "text_sha256", readout_text_get_sha256 (text));
  write_extra (self, "document");
  readout_json_emitter_close (emitter, '}');
}

/* The records of one kind. */
static void
write_records (Writer                *self,
               const char            *member,
               ReadoutKind            kind,
               const ReadoutSnapshot *snapshot)
{
  const char *generator = readout_snapshot_get_generator (snapshot);

  readout_json_emitter_open (&self->emitter, member, '[');
  for (guint i = 0; i < readout_snapshot_get_n_records (snapshot); i++)
    {
      ReadoutRecord *record = readout_snapshot_get_record (snapshot, i);

      if (record->kind == kind)
        write_record (self, NULL, record, TRUE, generator, -1);
    }
  readout_json_emitter_close (&self->emitter, ']');
}

/**
 * readout_json_write_snapshot:
 * @snapshot: a document as readout_snapshot_new() found it
 * @pretty: whether to break and indent lines
 *
 * Can run in any thread, while the person goes on editing.
 *
 * Returns: (transfer full): the bytes of the file, with a line break at the
 *   end
 */
GBytes *
readout_json_write_snapshot (const ReadoutSnapshot *snapshot, gboolean pretty)
{
  static const char *const members[READOUT_N_KINDS]
      = { "mentions", "actors", "statements", "meetings" };
  Writer writer = { .text = readout_snapshot_get_text (snapshot) };
  char  *bytes;
  gsize  length;

  readout_main_thread_check ("Writing JSON");
  readout_json_emitter_init (&writer.emitter, pretty);
  readout_json_emitter_open (&writer.emitter, NULL, '{');
  readout_json_emitter_string (&writer.emitter, "format", READOUT_JSON_FORMAT);
  readout_json_emitter_int (&writer.emitter, "version", READOUT_JSON_VERSION);
  readout_json_emitter_text (
      &writer.emitter, "generator", readout_snapshot_get_generator (snapshot));

  set_extra (&writer, readout_snapshot_get_extra (snapshot));
  write_document (&writer, snapshot);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    write_records (&writer, members[kind], kind, snapshot);

  set_extra (&writer, readout_snapshot_get_extra (snapshot));
  write_extra (&writer, "file");
  readout_json_emitter_close (&writer.emitter, '}');
  g_string_append_c (writer.emitter.out, '\n');
  g_clear_object (&writer.parser);

  length = writer.emitter.out->len;
  bytes = readout_json_emitter_steal (&writer.emitter);

  return g_bytes_new_take (bytes, length);
}

/**
 * readout_json_write:
 * @document: a document
 *
 * Returns: (transfer full): @document in the canonical form of the native
 *   format
 */
GBytes *
readout_json_write (ReadoutDocument *document)
{
  g_autoptr (ReadoutSnapshot) snapshot = readout_snapshot_new (document);

  return readout_json_write_snapshot (snapshot, TRUE);
}

/**
 * readout_json_write_line:
 * @document: a document
 *
 * Returns: (transfer full): @document as one line of a JSON Lines stream
 */
GBytes *
readout_json_write_line (ReadoutDocument *document)
{
  g_autoptr (ReadoutSnapshot) snapshot = readout_snapshot_new (document);

  return readout_json_write_snapshot (snapshot, FALSE);
}

/**
 * readout_json_record_to_string:
 * @text: the text that @record is about
 * @record: a record of any kind
 *
 * Returns: (transfer full): @record as a JSON object on one line, without a
 *   line break
 */
char *
readout_json_record_to_string (ReadoutText *text, gconstpointer record)
{
  Writer writer = { .text = text };

  g_return_val_if_fail (text != NULL && record != NULL, NULL);

  readout_json_emitter_init (&writer.emitter, FALSE);
  write_record (&writer, NULL, record, TRUE, NULL, -1);
  g_clear_object (&writer.parser);

  return readout_json_emitter_steal (&writer.emitter);
}
