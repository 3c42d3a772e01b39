/* test-tables.c: the detector, sentence by sentence, by tests/detect/tables
 *
 * Each folder of tables is a layer, each file a kind of rule; what a line says
 * stands in tests/detect/tables/README.md.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/actors/linker.h"
#include "detect/article/syntax.h"
#include "detect/detector.h"
#include "detect/mentions/finder.h"
#include "language/dates.h"

#include <string.h>

#include "support/detection.h"
#include "support/table.h"

/* A Monday. */
#define PUBLISHED "2023-09-18"

static GPtrArray *
detect (const ReadoutTableCase *test_case, ReadoutText *text)
{
  const char *published = readout_table_case_get (test_case, "published");

  return readout_detector_run (NULL,
                               text,
                               published != NULL ? published : PUBLISHED,
                               "en",
                               NULL,
                               NULL,
                               NULL,
                               NULL);
}

static ReadoutAnalysis *
analyse (const ReadoutTableCase *test_case, gboolean with_actors)
{
  const char *published = readout_table_case_get (test_case, "published");
  g_autoptr (ReadoutText) text = readout_text_new (test_case->input, -1);
  ReadoutAnalysis *analysis = readout_analysis_new (
      NULL, text, published != NULL ? published : PUBLISHED, NULL, NULL);

  readout_analysis_set_origin (analysis,
                               readout_table_case_get (test_case, "source"),
                               readout_table_case_get (test_case, "url"));
  g_assert_true (readout_analysis_prepare (analysis));
  g_array_unref (analysis->dates);
  analysis->dates = readout_dates_find (
      analysis->tokens, analysis->sentences, analysis->published, NULL);
  readout_mention_finder_run (analysis);
  if (with_actors)
    {
      analysis->syntax = readout_syntax_new (analysis);
      readout_actor_linker_run (analysis);
    }

  return analysis;
}

static void
append_spans (GString               *to,
              ReadoutText           *text,
              const char            *label,
              const ReadoutSpanList *spans)
{
  for (guint i = 0; i < spans->length; i++)
    {
      g_autofree char *slice = readout_text_slice (text, spans->items[i]);

      g_string_append_printf (to, "%s%s", i > 0 ? " + " : label, slice);
    }
}

static void
append_actors (GString *to, GPtrArray *records, char **ids, const char *joint)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    for (guint k = 0; k < records->len; k++)
      {
        const ReadoutActor *actor = g_ptr_array_index (records, k);

        if (actor->record.kind == READOUT_KIND_ACTOR
            && g_str_equal (actor->record.id, ids[i]))
          g_string_append_printf (to, "%s%s", i > 0 ? joint : "", actor->name);
      }
}

static void
begin_line (GString *to)
{
  if (to->len > 0)
    g_string_append_c (to, '\n');
}

static char *
describe_mentions (const ReadoutTableCase *test_case)
{
  g_autoptr (ReadoutAnalysis) analysis = analyse (test_case, FALSE);

  return readout_test_describe_mentions (analysis);
}

/* The name of the actor of a mention, "-" if it has none; "#2" behind the
 * words of the mention asks for the second one of these words. */
static const char *
find_actor_of (ReadoutAnalysis *analysis, const char *mention)
{
  const char      *number = strstr (mention, " #");
  g_autofree char *words = number != NULL
                               ? g_strndup (mention, number - mention)
                               : g_strdup (mention);
  guint nth = number != NULL ? g_ascii_strtoull (number + 2, NULL, 10) : 1;

  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const ReadoutCandidateMention *m
          = readout_analysis_get_mention (analysis, i);
      g_autofree char *slice
          = readout_analysis_slice (analysis, m->first, m->end);

      if (strcmp (slice, words) != 0 || --nth > 0)
        continue;
      return m->actor < 0
                 ? "-"
                 : readout_analysis_get_actor (analysis, m->actor)->name;
    }

  return "no such mention";
}

static const char *
get_field (const ReadoutCandidateActor *actor, const char *key)
{
  const char *value = NULL;

  if (strcmp (key, "type") == 0)
    return readout_actor_type_to_nick (actor->type);
  if (strcmp (key, "used") == 0)
    return actor->used ? "yes" : "no";
  if (strcmp (key, "anonymous") == 0)
    return actor->anonymous ? "yes" : "no";

  if (strcmp (key, "role") == 0)
    value = actor->role;
  else if (strcmp (key, "affiliation") == 0)
    value = actor->affiliation;
  else if (strcmp (key, "country") == 0)
    value = actor->country;
  else
    return "no such field";

  return value != NULL && *value != '\0' ? value : "-";
}

/* "name | key value | …" with the values that were found. */
static void
append_actor (GString *to, ReadoutAnalysis *analysis, const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, " | ", -1);

  g_string_append (to, parts[0]);
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const ReadoutCandidateActor *actor
          = readout_analysis_get_actor (analysis, i);

      if (g_strcmp0 (actor->name, parts[0]) != 0)
        continue;
      for (guint k = 1; parts[k] != NULL; k++)
        {
          g_auto (GStrv) words = g_strsplit (parts[k], " ", 2);

          g_string_append_printf (
              to, " | %s %s", words[0], get_field (actor, words[0]));
        }
      return;
    }
  g_string_append (to, " | no such actor");
}

static char *
describe_actors (const ReadoutTableCase *test_case)
{
  g_autoptr (ReadoutAnalysis) analysis = analyse (test_case, TRUE);
  GString *string = g_string_new (NULL);

  for (guint i = 0; test_case->expected[i] != NULL; i++)
    {
      const char      *line = test_case->expected[i];
      const char      *arrow = strstr (line, " → ");
      g_autofree char *mention = NULL;

      begin_line (string);
      if (arrow == NULL)
        {
          append_actor (string, analysis, line);
          continue;
        }
      mention = g_strndup (line, arrow - line);
      g_string_append_printf (
          string, "%s → %s", mention, find_actor_of (analysis, mention));
    }

  return g_string_free (string, FALSE);
}

/* "speakers | cue | content | manner". */
static void
append_statement (GString                *to,
                  const ReadoutStatement *statement,
                  GPtrArray              *records,
                  ReadoutText            *text)
{
  begin_line (to);
  if (statement->parent != NULL)
    g_string_append (to, "> ");
  append_actors (to, records, statement->speakers, " + ");
  g_string_append (to, " | ");
  append_spans (to, text, "", &statement->cue);
  g_string_append (to, " | ");
  append_spans (to, text, "", &statement->content);
  g_string_append_printf (
      to, " | %s", readout_manner_to_nick (statement->manner));
  if (statement->addressees != NULL)
    {
      g_string_append (to, " | to: ");
      append_actors (to, records, statement->addressees, " + ");
    }
}

static char *
describe_statements (const ReadoutTableCase *test_case)
{
  g_autoptr (ReadoutText) text = readout_text_new (test_case->input, -1);
  g_autoptr (GPtrArray) records = detect (test_case, text);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      if (record->kind == READOUT_KIND_STATEMENT)
        append_statement (
            string, (const ReadoutStatement *)record, records, text);
    }

  return g_string_free (string, FALSE);
}

/* "status kind: participants | field: value". */
static void
append_meeting (GString              *to,
                const ReadoutMeeting *meeting,
                GPtrArray            *records,
                ReadoutText          *text)
{
  begin_line (to);
  g_string_append_printf (to,
                          "%s %s: ",
                          readout_meeting_status_to_nick (meeting->status),
                          readout_meeting_kind_to_nick (meeting->kind));
  append_actors (to, records, meeting->participants, ", ");
  append_spans (to, text, " | place: ", &meeting->place);
  append_spans (to, text, " | venue: ", &meeting->venue);
  if (meeting->time_value != NULL)
    g_string_append_printf (to, " | time: %s", meeting->time_value);
  if (meeting->duration_value != NULL)
    g_string_append_printf (to, " | duration: %s", meeting->duration_value);
  append_spans (to, text, " | topics: ", &meeting->topics);
  append_spans (to, text, " | outcomes: ", &meeting->outcomes);
}

static char *
describe_meetings (const ReadoutTableCase *test_case)
{
  g_autoptr (ReadoutText) text = readout_text_new (test_case->input, -1);
  g_autoptr (GPtrArray) records = detect (test_case, text);
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      if (record->kind == READOUT_KIND_MEETING)
        append_meeting (string, (const ReadoutMeeting *)record, records, text);
    }

  return g_string_free (string, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  readout_table_add_folder ("detect/tables/mentions", describe_mentions);
  readout_table_add_folder ("detect/tables/actors", describe_actors);
  readout_table_add_folder ("detect/tables/statements", describe_statements);
  readout_table_add_folder ("detect/tables/meetings", describe_meetings);
  return g_test_run ();
}
