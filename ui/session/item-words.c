/* item-words.c: items in words for people
 *
 * One wording for the status line, the labels of undo, the accessible names
 * of cards and the text filter, so that all of them call an item the same.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/item-words.h"

#include <glib/gi18n-lib.h>

#include "widgets/words.h"

/* How much of a statement tells it from the others of an article. */
#define N_CONTENT_CHARS 48

/* Where the words come from: the text, and whom an id stands for. */
typedef struct
{
  ReadoutText          *text;
  ReadoutItemWordsFunc *look_up;
  gpointer              user_data;
} Source;

static gpointer
look_up_in_document (const char *id, gpointer user_data)
{
  return readout_annotations_lookup (
      readout_document_get_annotations (user_data), id);
}

static Source
source_of (ReadoutDocument *document)
{
  return (Source){ readout_document_get_text (document),
                   look_up_in_document,
                   document };
}

static const char *
name_actor (const Source *source, const char *id)
{
  const ReadoutRecord *record
      = id != NULL ? source->look_up (id, source->user_data) : NULL;

  return record != NULL && record->kind == READOUT_KIND_ACTOR
             ? ((const ReadoutActor *)record)->name
             : _ ("nobody");
}

/* The words of a list of spans, with an ellipsis for what lies between them,
 * on one line and cut at @max_chars code points. */
static char *
slice_list (ReadoutText *text, const ReadoutSpanList *list, guint max_chars)
{
  g_autoptr (GString) words = g_string_new (NULL);
  gboolean is_cut = FALSE;
  guint    n_left = max_chars;

  for (guint i = 0; i < list->length && n_left > 0; i++)
    {
      ReadoutSpan      span = list->items[i];
      g_autofree char *slice = NULL;

      if (readout_span_length (span) > n_left)
        {
          span.end = span.start + n_left;
          is_cut = TRUE;
        }
      n_left -= readout_span_length (span);

      slice = readout_item_words_slice (text, span);
      if (i > 0)
        g_string_append (words, " … ");
      g_string_append (words, slice);
    }

  if (is_cut)
    g_string_append (words, "…");

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
join_actors (const Source *source, char **ids)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (names, ", ");
      g_string_append (names, name_actor (source, ids[i]));
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe_mention (const Source *source, const ReadoutMention *mention)
{
  g_autofree char *slice
      = readout_item_words_slice (source->text, mention->span);

  if (mention->form != READOUT_FORM_NAME && mention->actor != NULL)
    /* Translators: a mention, whom it refers to, and its type, such as
     * "he → Wang Yi, person" */
    return g_strdup_printf (_ ("%s → %s, %s"),
                            slice,
                            name_actor (source, mention->actor),
                            readout_words_mention_type (mention->type));

  /* Translators: a name and its type, such as "Wang Yi, person" */
  return g_strdup_printf (
      _ ("%s, %s"), slice, readout_words_mention_type (mention->type));
}

static char *
describe_statement (const Source           *source,
                    const ReadoutStatement *statement,
                    guint                   max_chars)
{
  g_autofree char *speakers = join_actors (source, statement->speakers);
  g_autofree char *content
      = slice_list (source->text, &statement->content, max_chars);

  if (*speakers == '\0')
    {
      g_free (speakers);
      speakers = statement->source.length > 0
                     ? slice_list (source->text, &statement->source, max_chars)
                     : g_strdup (_ ("nobody named"));
    }

  /* Translators: who speaks, and the beginning of what is said */
  return g_strdup_printf (_ ("%s: %s"), speakers, content);
}

static char *
describe_meeting (const Source *source, const ReadoutMeeting *meeting)
{
  GString *words = g_string_new (readout_words_meeting_kind (meeting->kind));
  g_autofree char *who = join_actors (source, meeting->participants);
  g_autofree char *where
      = slice_list (source->text, &meeting->place, N_CONTENT_CHARS);
  const char *parts[] = { who, where, meeting->time_value };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (words, ", %s", parts[i]);

  return g_string_free (words, FALSE);
}

static char *
describe (const Source *source, const ReadoutRecord *record, guint max_chars)
{
  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      return describe_mention (source, (const ReadoutMention *)record);
    case READOUT_KIND_ACTOR:
      {
        const ReadoutActor *actor = (const ReadoutActor *)record;

        return g_strdup_printf (
            _ ("%s, %s"), actor->name, readout_words_actor_type (actor->type));
      }
    case READOUT_KIND_STATEMENT:
      return describe_statement (
          source, (const ReadoutStatement *)record, max_chars);
    case READOUT_KIND_MEETING:
      return describe_meeting (source, (const ReadoutMeeting *)record);
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * readout_item_words_slice:
 * @text: the text of an article
 * @span: some words of it
 *
 * Returns: (transfer full): these words on one line, as the status line, undo
 *   and lists need them
 */
char *
readout_item_words_slice (ReadoutText *text, ReadoutSpan span)
{
  return g_strdelimit (readout_text_slice (text, span), "\n\r\t", ' ');
}

/**
 * readout_item_words_describe:
 * @document: a document
 * @record: a record of it
 *
 * Returns: (transfer full): a few words that tell @record from others, such
 *   as "Wang Yi, person", without quotation marks around them
 */
char *
readout_item_words_describe (ReadoutDocument *document, gconstpointer record)
{
  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  return readout_item_words_describe_from (readout_document_get_text (document),
                                           record,
                                           look_up_in_document,
                                           document);
}

/**
 * readout_item_words_describe_from:
 * @text: the text of an article
 * @record: a record of it, which may be of a version that is not open
 * @look_up: (scope call): which record of that version has an id
 * @user_data: for @look_up
 *
 * Returns: (transfer full): the words of readout_item_words_describe()
 */
char *
readout_item_words_describe_from (ReadoutText          *text,
                                  gconstpointer         record,
                                  ReadoutItemWordsFunc *look_up,
                                  gpointer              user_data)
{
  Source source = { text, look_up, user_data };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (record != NULL, NULL);
  g_return_val_if_fail (look_up != NULL, NULL);

  return describe (&source, record, N_CONTENT_CHARS);
}

/**
 * readout_item_words_search:
 * @document: a document
 * @record: a record of it
 *
 * Returns: (transfer full): all words by which a person may look for @record
 */
char *
readout_item_words_search (ReadoutDocument *document, gconstpointer record)
{
  const ReadoutRecord *head = record;
  Source               source = source_of (document);
  g_autofree char     *words = describe (&source, head, G_MAXUINT);

  if (head->kind == READOUT_KIND_ACTOR)
    {
      const ReadoutActor *actor = record;

      return g_strjoin (" ",
                        words,
                        actor->role != NULL ? actor->role : "",
                        actor->affiliation != NULL ? actor->affiliation : "",
                        head->note,
                        NULL);
    }

  return g_strjoin (" ", words, head->note, NULL);
}

/**
 * readout_item_words_actor:
 * @document: (nullable): a document
 * @actor_id: (nullable): the id of an actor
 *
 * Returns: (transfer none): its name, or words that say that there is none
 */
const char *
readout_item_words_actor (ReadoutDocument *document, const char *actor_id)
{
  ReadoutActor *actor = NULL;

  g_return_val_if_fail (document == NULL || READOUT_IS_DOCUMENT (document),
                        NULL);

  if (document != NULL && actor_id != NULL)
    actor = readout_annotations_get_actor (
        readout_document_get_annotations (document), actor_id);

  return actor != NULL ? actor->name : _ ("nobody");
}
