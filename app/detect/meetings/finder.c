/* finder.c: who meets whom
 *
 * The triggers of the article (triggers.c) are gathered to encounters:
 * one that points back ("the meeting") belongs to the encounter told last, one
 * with participants of its own to an encounter that shares them unless time or
 * status say otherwise.  Then participants are put right as the guidelines
 * want: persons stand for their states, and a visit without a named host has
 * the visited state on the other side.  The remaining fields are filled from
 * the sentences of the triggers (slots.c).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/meetings/finder.h"

#include <string.h>

#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/encounters.h"
#include "detect/meetings/slots.h"
#include "detect/meetings/states.h"
#include "detect/meetings/trigger.h"
#include "detect/meetings/triggers.h"
#include "language/word-groups.h"
#include "language/work.h"

/* A visit has the visited state on its other side unless a host is named. */
static void
add_host (ReadoutAnalysis  *analysis,
          ReadoutSyntax    *syntax,
          const GArray     *triggers,
          ReadoutEncounter *encounter)
{
  for (guint i = 0; i < encounter->triggers->len; i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (triggers,
                            ReadoutTrigger,
                            g_array_index (encounter->triggers, guint, i));
      const char *country;
      gboolean    is_hosted = FALSE;
      gint32      host;

      if (trigger->destination.end <= trigger->destination.first)
        continue;
      country
          = readout_meeting_states_find_country (syntax, trigger->destination);
      if (*country == '\0')
        {
          readout_subjects_get_actors (
              syntax, trigger->destination, encounter->participants);
          continue;
        }
      /* Who visits a state comes from another one. */
      for (guint k
           = readout_meeting_states_is_state (syntax, trigger->destination);
           k < encounter->participants->len;
           k++)
        {
          gint32 actor = g_array_index (encounter->participants, gint32, k);

          is_hosted
              |= strcmp (g_array_index (
                             analysis->actors, ReadoutCandidateActor, actor)
                             .country,
                         country)
                 == 0;
        }
      if (is_hosted)
        continue;
      host = readout_meeting_states_find (
          analysis, country, trigger->destination);
      if (!readout_trigger_has_actor (encounter->participants, host))
        g_array_append_val (encounter->participants, host);
      return;
    }
}

static gboolean
stands_for_side (const ReadoutCandidateActor *actor)
{
  const char *const *words
      = readout_word_group_get_words (READOUT_WORDS_SIDE_NOUNS);
  g_autofree char *folded = NULL;

  if (actor->type == READOUT_ACTOR_GOVERNMENT)
    return TRUE;
  if (actor->type != READOUT_ACTOR_GROUP)
    return FALSE;
  folded = g_utf8_strdown (actor->name, -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* A state or delegation counts only where no person is named for it. */
static void
prefer_persons (const ReadoutAnalysis *analysis, GArray *participants)
{
  for (guint i = participants->len; i > 0; i--)
    {
      const ReadoutCandidateActor *actor
          = &g_array_index (analysis->actors,
                            ReadoutCandidateActor,
                            g_array_index (participants, gint32, i - 1));
      gboolean has_person = FALSE;

      if (!stands_for_side (actor) || actor->country[0] == '\0')
        continue;
      for (guint k = 0; k < participants->len; k++)
        {
          const ReadoutCandidateActor *other
              = &g_array_index (analysis->actors,
                                ReadoutCandidateActor,
                                g_array_index (participants, gint32, k));

          has_person |= other->type == READOUT_ACTOR_PERSON
                        && strcmp (other->country, actor->country) == 0;
        }
      if (has_person)
        g_array_remove_index (participants, i - 1);
    }
}

static gboolean
has_person (const ReadoutAnalysis *analysis, const GArray *participants)
{
  for (guint i = 0; i < participants->len; i++)
    if (g_array_index (analysis->actors,
                       ReadoutCandidateActor,
                       g_array_index (participants, gint32, i))
            .type
        == READOUT_ACTOR_PERSON)
      return TRUE;
  return FALSE;
}

/* Whether one participant is enough: the visit of a person, and what somebody
 * chairs or attends. */
static gboolean
may_be_alone (const ReadoutAnalysis  *analysis,
              const ReadoutEncounter *encounter)
{
  return encounter->is_held
         || (encounter->kind == READOUT_MEETING_VISIT
             && has_person (analysis, encounter->participants));
}

/* Whether anything but "discussed" evokes an encounter; that does only where
 * nothing else does. */
static gboolean
has_other_than_discussed (const GArray           *triggers,
                          const ReadoutEncounter *encounter)
{
  for (guint i = 0; i < encounter->triggers->len; i++)
    if (g_array_index (triggers,
                       ReadoutTrigger,
                       g_array_index (encounter->triggers, guint, i))
            .what
        != READOUT_MEETING_WORD_DISCUSS)
      return TRUE;
  return FALSE;
}

/* How sure an encounter is, in percent, by what speaks for it: participants
 * named beside a trigger, several triggers, two persons, a time, a place, a
 * topic.  Participants taken from around it, one alone, wishes and what was
 * only "discussed" speak against it. */
static int
get_confidence (const ReadoutAnalysis         *analysis,
                const GArray                  *triggers,
                const ReadoutEncounter        *encounter,
                const ReadoutCandidateMeeting *meeting)
{
  int      confidence = 50;
  guint    n_persons = 0;
  gboolean is_explicit = FALSE;

  for (guint i = 0; i < encounter->triggers->len; i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (triggers,
                            ReadoutTrigger,
                            g_array_index (encounter->triggers, guint, i));

      is_explicit |= trigger->is_explicit && trigger->participants->len >= 2;
    }
  for (guint i = 0; i < encounter->participants->len; i++)
    n_persons
        += g_array_index (analysis->actors,
                          ReadoutCandidateActor,
                          g_array_index (encounter->participants, gint32, i))
               .type
           == READOUT_ACTOR_PERSON;

  if (is_explicit)
    confidence += 14;
  if (encounter->triggers->len >= 2)
    confidence += 8;
  if (n_persons >= 2)
    confidence += 6;
  if (meeting->time_value[0] != '\0')
    confidence += 7;
  if (meeting->place.length > 0 || meeting->venue.length > 0)
    confidence += 5;
  if (meeting->topics.length > 0)
    confidence += 5;
  if (encounter->is_inferred)
    confidence -= 15;
  if (encounter->participants->len < 2)
    confidence -= 10;
  if (encounter->status == READOUT_MEETING_PROPOSED)
    confidence -= 8;
  if (!has_other_than_discussed (triggers, encounter))
    confidence -= 10;
  return CLAMP (confidence, 10, 95);
}

/* The rule of the first trigger that tells of it by itself. */
static const char *
get_rule (const GArray *triggers, const ReadoutEncounter *encounter)
{
  return g_array_index (triggers,
                        ReadoutTrigger,
                        g_array_index (encounter->triggers, guint, 0))
      .rule;
}

/* "the talks on Friday": where no word gives the status, the date says whether
 * they are to come. */
static void
set_status (const ReadoutAnalysis   *analysis,
            const ReadoutEncounter  *encounter,
            ReadoutCandidateMeeting *meeting)
{
  const ReadoutDateValue *date;

  meeting->status = encounter->status;
  meeting->status_rule = encounter->status_rule;
  if (encounter->has_status || encounter->date < 0
      || analysis->published == NULL)
    return;

  date = &g_array_index (analysis->dates, ReadoutDateValue, encounter->date);
  if (strncmp (date->value, analysis->published, 10) > 0)
    {
      meeting->status = READOUT_MEETING_PLANNED;
      meeting->status_rule = "meetings/finder: its date is to come";
    }
}

/**
 * readout_meeting_finder_run:
 * @analysis: an analysis of which all but the meetings is there
 *
 * Fills in the meetings.  A visited state that is no actor yet becomes one.
 */
void
readout_meeting_finder_run (ReadoutAnalysis *analysis)
{
  ReadoutSyntax *syntax;
  g_autoptr (GArray) triggers = NULL;
  g_autoptr (GArray) encounters = NULL;
  gint32 main = -1;
  guint  most = 0;

  g_return_if_fail (analysis != NULL && analysis->syntax != NULL);

  syntax = analysis->syntax;
  triggers = readout_meeting_triggers_find (analysis, syntax);
  encounters = readout_encounters_gather (syntax, triggers);

  for (guint i = 0; i < encounters->len; i++)
    {
      ReadoutEncounter *encounter
          = &g_array_index (encounters, ReadoutEncounter, i);

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      prefer_persons (analysis, encounter->participants);
      add_host (analysis, syntax, triggers, encounter);
      if (encounter->participants->len >= 2 && encounter->triggers->len > most)
        {
          most = encounter->triggers->len;
          main = i;
        }
    }

  for (guint i = 0; i < encounters->len; i++)
    {
      ReadoutEncounter *encounter
          = &g_array_index (encounters, ReadoutEncounter, i);
      ReadoutCandidateMeeting meeting = { 0 };
      gboolean                has_other;

      if (encounter->triggers->len == 0
          || encounter->participants->len
                 < (may_be_alone (analysis, encounter) ? 1 : 2))
        continue;
      if (g_cancellable_is_cancelled (analysis->cancellable))
        break;

      has_other = has_other_than_discussed (triggers, encounter);
      meeting.kind = encounter->kind;
      set_status (analysis, encounter, &meeting);
      for (guint k = 0; k < encounter->triggers->len; k++)
        {
          const ReadoutTrigger *trigger
              = &g_array_index (triggers,
                                ReadoutTrigger,
                                g_array_index (encounter->triggers, guint, k));

          if (has_other && trigger->what == READOUT_MEETING_WORD_DISCUSS)
            continue;
          readout_span_list_add (&meeting.triggers,
                                 readout_analysis_get_span (analysis,
                                                            trigger->span.first,
                                                            trigger->span.end));
        }
      readout_meeting_slots_fill (
          syntax, triggers, encounter, (gint32)i == main, &meeting);
      meeting.rule = get_rule (triggers, encounter);
      meeting.confidence
          = get_confidence (analysis, triggers, encounter, &meeting);
      meeting.participants = g_steal_pointer (&encounter->participants);
      g_array_append_val (analysis->meetings, meeting);
    }
}
