/* card-text.c: what a closed card says
 *
 * One or two lines that hold everything needed to decide about an item, and
 * the same in words for a screen reader.  Pure functions of the document, so
 * that they are tested without a display.  Words taken from the article stand
 * as they are there, with their own quotation marks; a value that was worked
 * out from them is set apart by an arrow ("he → Wang Yi").
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "card-text.h"

#include "widgets/words.h"

/* More than this does not fit into the two lines of any card, and laying out
 * pages of text for an ellipsis would be felt in a list of 400 statements. */
#define MAX_WORDS_LENGTH 320

/* Longer words that name a speaker would push the speaker off the card. */
#define MAX_SOURCE_LENGTH 24

/* The text of @span on one line, with runs of white space as one space. */
static void
append_words (GString *string, ReadoutText *text, ReadoutSpan span)
{
  gsize       n_bytes;
  const char *words = readout_text_peek (text, span, &n_bytes);
  gboolean    in_space = TRUE;

  for (const char *c = words; c < words + n_bytes; c = g_utf8_next_char (c))
    {
      gunichar unichar = g_utf8_get_char (c);

      if (!g_unichar_isspace (unichar))
        g_string_append_unichar (string, unichar);
      else if (!in_space)
        g_string_append_c (string, ' ');
      in_space = g_unichar_isspace (unichar);
    }
}

/**
 * readout_card_text_words:
 * @text: the article
 * @spans: pieces of it
 * @separator: what to put between two pieces
 *
 * Returns: (transfer full): the words of all pieces on one line, cut with an
 *   ellipsis when they are longer than any card shows
 */
char *
readout_card_text_words (ReadoutText           *text,
                         const ReadoutSpanList *spans,
                         const char            *separator)
{
  GString *string = g_string_new (NULL);
  guint32  length = 0;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  for (guint i = 0; i < spans->length && length < MAX_WORDS_LENGTH; i++)
    {
      ReadoutSpan span = spans->items[i];
      guint32     room = MAX_WORDS_LENGTH - length;
      gboolean    cut = readout_span_length (span) > room;

      if (i > 0)
        g_string_append (string, separator);
      if (cut)
        span.end = span.start + room;
      append_words (string, text, span);
      if (cut)
        g_string_append (string, "…");
      length += readout_span_length (span);
    }

  return g_string_free (string, FALSE);
}

/* "2023-09-18" as a day, "2023-11" as a month; NULL for what is neither. */
static char *
format_day (const char *iso, gsize length)
{
  g_autofree char *copy = g_strndup (iso, length);
  g_autoptr (GDateTime) day = NULL;
  int  year, month, mday = 1;
  char rest;

  if (sscanf (copy, "%4d-%2d-%2d%c", &year, &month, &mday, &rest) == 3)
    {
      day = g_date_time_new_utc (year, month, mday, 0, 0, 0);
      /* Translators: a day on a card, "18 Sep 2023"; see g_date_time_format. */
      return day == NULL ? NULL : g_date_time_format (day, _ ("%-d %b %Y"));
    }
  if (sscanf (copy, "%4d-%2d%c", &year, &month, &rest) == 2)
    {
      day = g_date_time_new_utc (year, month, 1, 0, 0, 0);
      /* Translators: a month on a card, "Nov 2023"; see g_date_time_format. */
      return day == NULL ? NULL : g_date_time_format (day, _ ("%b %Y"));
    }

  return NULL;
}

/**
 * readout_card_text_date:
 * @iso: a date or an interval of dates in ISO 8601
 *
 * Returns: (transfer full): the same for reading; @iso itself where it is of
 *   another form, such as a week or a time of day
 */
char *
readout_card_text_date (const char *iso)
{
  const char      *slash = strchr (iso, '/');
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;

  g_return_val_if_fail (iso != NULL, NULL);

  start = format_day (iso, slash == NULL ? strlen (iso) : (gsize)(slash - iso));
  if (start == NULL)
    return g_strdup (iso);
  if (slash == NULL)
    return g_steal_pointer (&start);

  end = format_day (slash + 1, strlen (slash + 1));
  if (end == NULL)
    return g_strdup (iso);

  return g_strdup_printf ("%s – %s", start, end);
}

static const char *
actor_name (ReadoutDocument *document, const char *id)
{
  ReadoutAnnotations *annotations = readout_document_get_annotations (document);
  ReadoutActor       *actor = readout_annotations_get_actor (annotations, id);

  /* A file may name an actor that it does not have. */
  return actor == NULL ? id : actor->name;
}

static char *
actor_names (ReadoutDocument *document, char **ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, actor_name (document, ids[i]));
    }

  return g_string_free (names, FALSE);
}

/* Whether a word of @source stands in @name: then the text names the speaker,
 * and saying both would say it twice. */
static gboolean
shares_word (const char *source, const char *name)
{
  g_auto (GStrv) source_words = g_str_tokenize_and_fold (source, NULL, NULL);
  g_auto (GStrv) name_words = g_str_tokenize_and_fold (name, NULL, NULL);

  for (guint i = 0; source_words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *)name_words, source_words[i]))
      return TRUE;

  return FALSE;
}

static void
append_part (GString *string, const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (string->len > 0)
    g_string_append (string, " · ");
  g_string_append (string, part);
}

static char *
bold (const char *plain)
{
  return g_markup_printf_escaped ("<b>%s</b>", plain);
}

/* Each of the four fills in the lines and returns the title in plain text,
 * from which the accessible name is made. */
static char *
init_statement (ReadoutCardText        *self,
                ReadoutDocument        *document,
                const ReadoutStatement *statement)
{
  ReadoutText     *text = readout_document_get_text (document);
  g_autofree char *cue = readout_card_text_words (text, &statement->cue, " ");
  g_autofree char *source
      = readout_card_text_words (text, &statement->source, " ");
  g_autofree char *names = actor_names (document, statement->speakers);
  const char      *who = statement->speakers == NULL ? source : names;
  char            *plain;

  if (*who == '\0')
    {
      who = _ ("no speaker");
      self->title = g_markup_printf_escaped ("<i>%s</i> %s", who, cue);
    }
  else if (statement->speakers != NULL && *source != '\0'
           && g_utf8_strlen (source, -1) <= MAX_SOURCE_LENGTH
           && !shares_word (source, names))
    {
      self->title
          = g_markup_printf_escaped ("%s → <b>%s</b> %s", source, who, cue);
    }
  else
    {
      self->title = g_markup_printf_escaped ("<b>%s</b> %s", who, cue);
    }

  plain = g_strchomp (g_strdup_printf ("%s %s", who, cue));
  self->trailing = g_strdup (readout_words_manner (statement->manner));
  self->detail = readout_card_text_words (text, &statement->content, " … ");

  return plain;
}

static char *
init_meeting (ReadoutCardText      *self,
              ReadoutDocument      *document,
              const ReadoutMeeting *meeting)
{
  ReadoutText     *text = readout_document_get_text (document);
  const char      *kind = readout_words_meeting_kind (meeting->kind);
  g_autofree char *date = NULL;
  g_autofree char *place
      = readout_card_text_words (text, &meeting->place, ", ");
  g_autofree char *title = bold (kind);
  g_autoptr (GString) rest = g_string_new (NULL);

  if (meeting->time_value != NULL)
    date = readout_card_text_date (meeting->time_value);
  else
    date = readout_card_text_words (text, &meeting->time, ", ");

  append_part (rest, readout_words_meeting_status (meeting->status));
  append_part (rest, date);
  append_part (rest, place);

  {
    g_autofree char *escaped = g_markup_escape_text (rest->str, -1);

    self->title = g_strdup_printf ("%s · %s", title, escaped);
  }
  self->detail = actor_names (document, meeting->participants);
  if (*self->detail == '\0')
    {
      g_free (self->detail);
      self->detail = readout_card_text_words (text, &meeting->triggers, " … ");
    }

  return g_strdup_printf ("%s, %s", kind, rest->str);
}

/**
 * readout_card_text_actor_detail:
 * @actor: an actor
 *
 * Returns: (transfer full): what tells it from another of the same name: role
 *   or type, affiliation, country
 */
char *
readout_card_text_actor_detail (const ReadoutActor *actor)
{
  GString *detail;

  g_return_val_if_fail (actor != NULL, NULL);

  /* A role says what kind of actor it is; without one the type does. */
  detail = g_string_new (NULL);
  append_part (detail,
               actor->role != NULL ? actor->role
                                   : readout_words_actor_type (actor->type));
  append_part (detail, actor->affiliation);
  append_part (detail, actor->country);
  if (actor->anonymous)
    append_part (detail, _ ("anonymous"));

  return g_string_free (detail, FALSE);
}

static char *
init_actor (ReadoutCardText     *self,
            ReadoutMentionIndex *index,
            const ReadoutActor  *actor)
{
  guint n_mentions = readout_mention_index_count (index, actor->record.id);

  self->title = bold (actor->name);
  self->trailing = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u mention", "%u mentions", n_mentions),
      n_mentions);
  self->detail = readout_card_text_actor_detail (actor);

  return g_strdup (actor->name);
}

static char *
init_mention (ReadoutCardText      *self,
              ReadoutDocument      *document,
              const ReadoutMention *mention)
{
  ReadoutText          *text = readout_document_get_text (document);
  const ReadoutSpanList spans = { (ReadoutSpan *)&mention->span, 1 };
  g_autofree char      *words = readout_card_text_words (text, &spans, "");
  const char           *type = readout_words_mention_type (mention->type);

  self->letter = readout_words_mention_letter (mention->type);
  self->title = bold (words);
  self->trailing
      = g_strdup_printf ("%s · %s", type, readout_words_form (mention->form));
  if (mention->actor != NULL)
    self->detail
        = g_strdup_printf ("→ %s", actor_name (document, mention->actor));

  return g_steal_pointer (&words);
}

/**
 * readout_card_text_init:
 * @self: a text to fill in, which holds nothing yet
 * @document: the document that the record is of
 * @index: the index of its mentions
 * @record: a record of any kind
 *
 * Words a card.  Free the result with readout_card_text_clear().
 */
void
readout_card_text_init (ReadoutCardText     *self,
                        ReadoutDocument     *document,
                        ReadoutMentionIndex *index,
                        gconstpointer        record)
{
  const ReadoutRecord *head = record;
  g_autofree char     *plain = NULL;
  GString             *name;

  g_return_if_fail (self != NULL);
  g_return_if_fail (READOUT_IS_DOCUMENT (document));
  g_return_if_fail (READOUT_IS_MENTION_INDEX (index));
  g_return_if_fail (record != NULL);

  *self = (ReadoutCardText){ 0 };

  switch (head->kind)
    {
    case READOUT_KIND_STATEMENT:
      plain = init_statement (self, document, record);
      break;
    case READOUT_KIND_MEETING:
      plain = init_meeting (self, document, record);
      break;
    case READOUT_KIND_ACTOR:
      plain = init_actor (self, index, record);
      break;
    case READOUT_KIND_MENTION:
      plain = init_mention (self, document, record);
      break;
    case READOUT_N_KINDS:
    default:
      g_return_if_reached ();
    }

  /* Translators: what a screen reader says of a card: kind of item, what it
   * is, and its state of review; "statement, Antony Blinken said, confirmed".
   */
  name = g_string_new (NULL);
  g_string_printf (name,
                   _ ("%s, %s, %s"),
                   readout_words_kind (head->kind),
                   plain,
                   readout_words_review_state (head->review.state));
  if (head->review.state == READOUT_STATE_SUGGESTED
      && head->review.confidence >= 0)
    {
      /* Translators: how sure the detector is; the space is a narrow one. */
      self->confidence
          = g_strdup_printf (_ ("%d\u202f%%"), head->review.confidence);
      g_string_append (name, ", ");
      g_string_append_printf (name, _ ("%d percent"), head->review.confidence);
    }
  if (head->review.flagged)
    {
      g_string_append (name, ", ");
      g_string_append (name, _ ("look again"));
    }
  self->name = g_string_free (name, FALSE);
}

/**
 * readout_card_text_clear:
 * @self: a text
 *
 * Frees what @self holds.
 */
void
readout_card_text_clear (ReadoutCardText *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->trailing, g_free);
  g_clear_pointer (&self->confidence, g_free);
  g_clear_pointer (&self->detail, g_free);
  g_clear_pointer (&self->name, g_free);
  self->letter = NULL;
}
