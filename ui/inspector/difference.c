/* difference.c: in which fields a suggestion differs from what it became
 *
 * A corrected item keeps what was suggested.  Its card says of each field
 * that was changed what stood there before, and nothing of the others.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "difference.h"

#include "inspector/card-text.h"
#include "widgets/words.h"

typedef struct
{
  ReadoutSession *session;
  ReadoutText    *text;
  GString        *result;
} Writer;

static void
write_value (Writer *writer, const char *name, const char *value)
{
  if (writer->result->len > 0)
    g_string_append (writer->result, " · ");
  g_string_append_printf (writer->result,
                          /* Translators: name of a field, and its value. */
                          _ ("%s: %s"),
                          name,
                          value == NULL || *value == '\0' ? "—" : value);
}

static void
write_string (Writer     *writer,
              const char *name,
              const char *suggested,
              const char *value)
{
  if (g_strcmp0 (suggested, value) != 0)
    write_value (writer, name, suggested);
}

static void
write_spans (Writer       *writer,
             const char   *name,
             gconstpointer suggested,
             gconstpointer record,
             ReadoutField  field)
{
  const ReadoutSpanList *spans = readout_field_peek (suggested, field);
  g_autofree char       *words = NULL;

  if (readout_span_list_equal (spans, readout_field_peek (record, field)))
    return;

  words = readout_card_text_words (writer->text, spans, " … ");
  write_value (writer, name, words);
}

static gboolean
same_ids (char **a, char **b)
{
  if (a == NULL || b == NULL)
    return a == b;

  return g_strv_equal ((const char *const *)a, (const char *const *)b);
}

static void
write_actors (Writer *writer, const char *name, char **suggested, char **value)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (same_ids (suggested, value))
    return;

  for (guint i = 0; suggested != NULL && suggested[i] != NULL; i++)
    g_string_append_printf (
        names,
        "%s%s",
        i > 0 ? ", " : "",
        readout_session_actor_name (writer->session, suggested[i]));
  write_value (writer, name, names->str);
}

static void
write_mention (Writer               *writer,
               const ReadoutMention *suggested,
               const ReadoutMention *mention)
{
  if (!readout_span_equal (suggested->span, mention->span))
    {
      g_autofree char *words
          = readout_text_slice (writer->text, suggested->span);

      write_value (writer, _ ("Text"), words);
    }
  if (suggested->type != mention->type)
    write_value (
        writer, _ ("Type"), readout_words_mention_type (suggested->type));
  if (suggested->form != mention->form)
    write_value (writer, _ ("Form"), readout_words_form (suggested->form));
  if (g_strcmp0 (suggested->actor, mention->actor) != 0)
    write_value (
        writer,
        _ ("Actor"),
        readout_session_actor_name (writer->session, suggested->actor));
}

static void
write_actor (Writer             *writer,
             const ReadoutActor *suggested,
             const ReadoutActor *actor)
{
  write_string (writer, _ ("Name"), suggested->name, actor->name);
  if (suggested->type != actor->type)
    write_value (
        writer, _ ("Type"), readout_words_actor_type (suggested->type));
  write_string (writer, _ ("Role"), suggested->role, actor->role);
  write_string (
      writer, _ ("Affiliation"), suggested->affiliation, actor->affiliation);
  write_string (writer, _ ("Country"), suggested->country, actor->country);
  if (suggested->anonymous != actor->anonymous)
    write_value (
        writer, _ ("Anonymous"), suggested->anonymous ? _ ("yes") : _ ("no"));
}

static void
write_statement (Writer                 *writer,
                 const ReadoutStatement *suggested,
                 const ReadoutStatement *statement)
{
  write_actors (
      writer, _ ("Speaker"), suggested->speakers, statement->speakers);
  write_spans (
      writer, _ ("Source"), suggested, statement, READOUT_FIELD_SOURCE);
  write_spans (writer, _ ("Cue"), suggested, statement, READOUT_FIELD_CUE);
  write_spans (
      writer, _ ("Content"), suggested, statement, READOUT_FIELD_CONTENT);
  if (suggested->manner != statement->manner)
    write_value (
        writer, _ ("Manner"), readout_words_manner (suggested->manner));
  write_actors (writer, _ ("To"), suggested->addressees, statement->addressees);
  write_string (writer, _ ("Inside"), suggested->parent, statement->parent);
}

static void
write_meeting (Writer               *writer,
               const ReadoutMeeting *suggested,
               const ReadoutMeeting *meeting)
{
  if (suggested->kind != meeting->kind)
    write_value (
        writer, _ ("Kind"), readout_words_meeting_kind (suggested->kind));
  if (suggested->status != meeting->status)
    write_value (
        writer, _ ("Status"), readout_words_meeting_status (suggested->status));
  write_actors (writer,
                _ ("Participants"),
                suggested->participants,
                meeting->participants);
  write_spans (
      writer, _ ("Triggers"), suggested, meeting, READOUT_FIELD_TRIGGERS);
  write_spans (writer, _ ("Place"), suggested, meeting, READOUT_FIELD_PLACE);
  write_spans (writer, _ ("Venue"), suggested, meeting, READOUT_FIELD_VENUE);
  write_spans (
      writer, _ ("Occasion"), suggested, meeting, READOUT_FIELD_OCCASION);
  write_spans (writer, _ ("Time"), suggested, meeting, READOUT_FIELD_TIME);
  write_string (writer, _ ("Date"), suggested->time_value, meeting->time_value);
  write_spans (
      writer, _ ("Duration"), suggested, meeting, READOUT_FIELD_DURATION);
  write_string (
      writer, _ ("Length"), suggested->duration_value, meeting->duration_value);
  write_spans (writer, _ ("Topics"), suggested, meeting, READOUT_FIELD_TOPICS);
  write_spans (
      writer, _ ("Outcomes"), suggested, meeting, READOUT_FIELD_OUTCOMES);
}

/**
 * readout_difference_describe:
 * @session: what the window is working on, with a document
 * @suggested: what was suggested
 * @record: what it became; of the same kind
 *
 * Returns: (transfer full) (nullable): of each field that differs its name and
 *   what was suggested; %NULL if none does
 */
char *
readout_difference_describe (ReadoutSession *session,
                             gconstpointer   suggested,
                             gconstpointer   record)
{
  const ReadoutRecord *head = record;
  Writer               writer = { session };

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (suggested != NULL && record != NULL, NULL);

  writer.text
      = readout_document_get_text (readout_session_get_document (session));
  writer.result = g_string_new (NULL);

  switch (head->kind)
    {
    case READOUT_KIND_MENTION:
      write_mention (&writer, suggested, record);
      break;
    case READOUT_KIND_ACTOR:
      write_actor (&writer, suggested, record);
      break;
    case READOUT_KIND_STATEMENT:
      write_statement (&writer, suggested, record);
      break;
    case READOUT_KIND_MEETING:
      write_meeting (&writer, suggested, record);
      break;
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }

  return g_string_free (writer.result, writer.result->len == 0);
}
