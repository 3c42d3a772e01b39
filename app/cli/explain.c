/* explain.c: by which rules the detector found what it found
 *
 * For whoever adds a word or changes a rule: a line an item, its columns parted
 * by tabs, so that grep, cut and diff show what a change did.  The last column
 * names the room, the file and the rule, as they are called in app/detect.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/explain.h"

#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

/* How much of an item's words is shown, in code points. */
#define MAX_WORDS 60

/* Appends some words of the text on one line, in quotation marks. */
static void
append_words (GString *to, ReadoutText *text, ReadoutSpan span)
{
  gboolean         is_cut = span.end - span.start > MAX_WORDS;
  g_autofree char *words = NULL;

  if (is_cut)
    span.end = span.start + MAX_WORDS;
  words = readout_text_slice (text, span);
  g_strdelimit (words, "\n\t", ' ');
  g_string_append_printf (to, "“%s%s”", words, is_cut ? "…" : "");
}

/* The same of each stretch of a list. */
static void
append_stretches (GString *to, ReadoutText *text, const ReadoutSpanList *spans)
{
  for (guint i = 0; i < spans->length; i++)
    {
      if (i > 0)
        g_string_append (to, " … ");
      append_words (to, text, spans->items[i]);
    }
}

static void
append_ids (GString *to, char **ids)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_string_append_printf (to, " %s", ids[i]);
}

static void
append_actor (GString *to, const ReadoutActor *actor)
{
  g_string_append_printf (
      to, "%s %s", readout_actor_type_to_nick (actor->type), actor->name);
  if (actor->role != NULL)
    g_string_append_printf (to, ", %s", actor->role);
  if (actor->country != NULL)
    g_string_append_printf (to, ", %s", actor->country);
}

/* What an item is, in a column: its type and its words. */
static void
append_item (GString *to, const ReadoutRecord *record, ReadoutText *text)
{
  const ReadoutMention   *mention = (const ReadoutMention *)record;
  const ReadoutStatement *statement = (const ReadoutStatement *)record;
  const ReadoutMeeting   *meeting = (const ReadoutMeeting *)record;

  switch (record->kind)
    {
    case READOUT_KIND_MENTION:
      g_string_append_printf (
          to, "%s ", readout_mention_type_to_nick (mention->type));
      append_words (to, text, mention->span);
      if (mention->actor != NULL)
        g_string_append_printf (to, " %s", mention->actor);
      break;
    case READOUT_KIND_ACTOR:
      append_actor (to, (const ReadoutActor *)record);
      break;
    case READOUT_KIND_STATEMENT:
      g_string_append (to, readout_manner_to_nick (statement->manner));
      append_ids (to, statement->speakers);
      g_string_append_c (to, ' ');
      append_stretches (to, text, &statement->cue);
      g_string_append_c (to, ' ');
      append_stretches (to, text, &statement->content);
      break;
    case READOUT_KIND_MEETING:
      g_string_append_printf (to,
                              "%s %s",
                              readout_meeting_status_to_nick (meeting->status),
                              readout_meeting_kind_to_nick (meeting->kind));
      append_ids (to, meeting->participants);
      g_string_append_c (to, ' ');
      append_stretches (to, text, &meeting->triggers);
      break;
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

/**
 * readout_cli_explain_document:
 * @model: (nullable): the trained taggers
 * @document: a document, which stays as it is
 * @error: return location for a #GError
 *
 * Runs the detector over the text and tells by which rules it found each item:
 * a line an item with its id, its confidence, what it is and the rules, parted
 * by tabs.
 *
 * Returns: (transfer full) (nullable): these lines
 */
char *
readout_cli_explain_document (ReadoutDetectorModel *model,
                              ReadoutDocument      *document,
                              GError              **error)
{
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) rules = NULL;
  ReadoutText *text;
  GString     *lines;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);

  records = readout_detector_explain (model, document, &rules, NULL, error);
  if (records == NULL)
    return NULL;

  text = readout_document_get_text (document);
  lines = g_string_new (NULL);
  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      g_string_append_printf (
          lines, "%s\t%d\t", record->id, record->review.confidence);
      append_item (lines, record, text);
      g_string_append_printf (
          lines, "\t%s\n", (const char *)g_ptr_array_index (rules, i));
    }

  return g_string_free (lines, FALSE);
}
