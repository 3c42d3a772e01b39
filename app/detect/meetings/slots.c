/* slots.c: where, when and about what an encounter was
 *
 * Topics, outcomes and places have files of their own.  The time is the date
 * that the first trigger is placed at, with the last day behind it where the
 * text tells one or tells how many days it took.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/slots.h"

#include <stdio.h>
#include <string.h>

#include "detect/article/syntax.h"
#include "detect/meetings/outcomes.h"
#include "detect/meetings/places.h"
#include "detect/meetings/topics.h"
#include "detect/meetings/trigger.h"
#include "language/dates-calendar.h"

/* How far behind a trigger "for two hours" can stand, in tokens. */
#define LENGTH_REACH 20

/* The last day of what begins on the day that ends before token @i: "from
 * Monday until Friday", "July 15 to July 17", "Friday and Saturday". */
static const ReadoutDateValue *
find_last_day (const ReadoutSyntax *syntax, const ReadoutDateValue *from)
{
  const ReadoutDateValue *last;
  guint                   i = from->end;

  if (i + 1 >= syntax->n_tokens
      || !readout_syntax_is_in (syntax, i, READOUT_WORDS_LAST_DAY_LINKS)
      || syntax->dated[i + 1] < 0)
    return NULL;
  last = &g_array_index (
      syntax->analysis->dates, ReadoutDateValue, syntax->dated[i + 1]);
  return strlen (from->value) == 10 && strlen (last->value) == 10
                 && strcmp (last->value, from->value) > 0
             ? last
             : NULL;
}

/* The day until which the sentence of a trigger says it goes on. */
static const ReadoutDateValue *
find_until (const ReadoutSyntax *syntax, guint sentence)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first + 1; i < range->end; i++)
    if (syntax->dated[i] >= 0
        && readout_syntax_is_in (syntax, i - 1, READOUT_WORDS_UNTIL_WORDS))
      return &g_array_index (
          syntax->analysis->dates, ReadoutDateValue, syntax->dated[i]);
  return NULL;
}

/* Whether a duration is that of the encounter: "a three-day visit", "talked
 * for two hours", "lasted an hour". */
static gboolean
is_length (const ReadoutSyntax    *syntax,
           const ReadoutTrigger   *trigger,
           const ReadoutDateValue *date)
{
  guint low = date->first > 3 ? date->first - 3 : 0;

  /* Years are plans. */
  if (date->value[0] == '\0' || date->value[strlen (date->value) - 1] == 'Y')
    return FALSE;
  if (date->end <= trigger->head && trigger->head - date->end <= 4)
    {
      for (guint i = date->first; i < date->end; i++)
        if (readout_syntax_is (syntax, i, "-"))
          return TRUE;
      return readout_syntax_has (syntax, date->end, READOUT_WORD_POSSESSIVE)
             || readout_syntax_is (syntax, date->end, "of");
    }
  for (guint i = date->first; i > low; i--)
    if (readout_syntax_is_in (syntax, i - 1, READOUT_WORDS_LENGTH_WORDS))
      return date->first > trigger->head
             && date->first - trigger->head <= LENGTH_REACH;
  return FALSE;
}

static void
fill_duration (const ReadoutSyntax     *syntax,
               const ReadoutTrigger    *trigger,
               ReadoutCandidateMeeting *meeting)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutDateValue *date;

      if (syntax->dated[i] < 0)
        continue;
      date = &g_array_index (
          syntax->analysis->dates, ReadoutDateValue, syntax->dated[i]);
      if (!date->is_duration || !is_length (syntax, trigger, date))
        continue;
      readout_trigger_add_span (
          syntax, &meeting->duration, date->first, date->end);
      g_strlcpy (
          meeting->duration_value, date->value, sizeof meeting->duration_value);
      return;
    }
}

/* Whether an encounter of several days begins in a sentence. */
static gboolean
begins (const ReadoutSyntax *syntax, guint sentence)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    if (readout_syntax_is_in (syntax, i, READOUT_WORDS_BEGIN_FORMS))
      return TRUE;
  return FALSE;
}

/* Puts the last day of an encounter behind its first one; an interval that the
 * day of publication lies in is going on. */
static void
set_last_day (const ReadoutSyntax     *syntax,
              const char              *last,
              ReadoutCandidateMeeting *meeting)
{
  const char      *published = syntax->analysis->published;
  g_autofree char *first = g_strdup (meeting->time_value);

  if (strlen (first) != 10 || strlen (last) != 10 || strcmp (last, first) <= 0)
    return;
  g_snprintf (
      meeting->time_value, sizeof meeting->time_value, "%s/%s", first, last);
  if (published != NULL && meeting->status == READOUT_MEETING_HELD
      && strcmp (first, published) <= 0 && strcmp (last, published) >= 0)
    {
      meeting->status = READOUT_MEETING_ONGOING;
      meeting->status_rule
          = "meetings/slots: the article is of one of its days";
    }
}

static void
fill_time (const ReadoutSyntax     *syntax,
           const GArray            *triggers,
           const ReadoutEncounter  *encounter,
           ReadoutCandidateMeeting *meeting)
{
  const GArray           *dates = syntax->analysis->dates;
  const ReadoutDateValue *date = NULL;
  const ReadoutDateValue *last = NULL;
  int                     n_days = 0;

  for (guint k = 0;
       k < encounter->triggers->len && meeting->duration.length == 0;
       k++)
    fill_duration (syntax,
                   readout_encounter_get_trigger (encounter, triggers, k),
                   meeting);
  if (encounter->date < 0)
    return;

  date = &g_array_index (dates, ReadoutDateValue, encounter->date);
  readout_trigger_add_span (syntax, &meeting->time, date->first, date->end);
  g_strlcpy (meeting->time_value, date->value, sizeof meeting->time_value);

  last = find_last_day (syntax, date);
  for (guint k = 0; k < encounter->triggers->len && last == NULL; k++)
    last = find_until (
        syntax,
        readout_encounter_get_trigger (encounter, triggers, k)->sentence);
  if (last != NULL && last != date)
    {
      readout_trigger_add_span (syntax, &meeting->time, last->first, last->end);
      set_last_day (syntax, last->value, meeting);
      return;
    }

  /* "the three-day fair opened on Tuesday" */
  if (sscanf (meeting->duration_value, "P%dD", &n_days) == 1 && n_days > 1
      && n_days < 32 && begins (syntax, syntax->tokens[date->first].sentence))
    {
      ReadoutDate first;

      if (readout_date_parse (meeting->time_value, &first)
          && readout_date_is_full (first))
        {
          char value[48];

          readout_date_write (readout_date_add_days (first, n_days - 1),
                              (ReadoutDate){ 0, 0, 0 },
                              value,
                              sizeof value);
          set_last_day (syntax, value, meeting);
        }
    }
}

/**
 * readout_meeting_slots_fill:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: an encounter with at least one trigger
 * @is_main: whether it is the one that the article is about
 * @meeting: where to fill in place, venue, occasion, time, duration, topics
 *   and outcomes
 */
void
readout_meeting_slots_fill (const ReadoutSyntax     *syntax,
                            const GArray            *triggers,
                            const ReadoutEncounter  *encounter,
                            gboolean                 is_main,
                            ReadoutCandidateMeeting *meeting)
{
  readout_meeting_topics_fill (syntax, triggers, encounter, is_main, meeting);
  readout_meeting_outcomes_fill (syntax, triggers, encounter, is_main, meeting);
  if (encounter->kind != READOUT_MEETING_CALL)
    readout_meeting_places_fill (syntax, triggers, encounter, is_main, meeting);
  fill_time (syntax, triggers, encounter, meeting);
}
