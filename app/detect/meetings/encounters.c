/* encounters.c: which triggers tell of the same encounter
 *
 * One that points back ("the meeting") belongs to the encounter told last, one
 * with participants of its own to an encounter that shares them unless time,
 * place or status say otherwise.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/encounters.h"

#include <string.h>

#include "detect/article/syntax.h"
#include "detect/meetings/times.h"

/* An encounter that is told of all through a book keeps the first of its
 * triggers and participants, so that the work stays proportional. */
#define MAX_TRIGGERS 64
#define MAX_PARTICIPANTS 64

/* How many participants are taken from what is told around a trigger. */
#define MAX_INFERRED 3

/* Holds each value of a date. */
#define VALUE_SIZE 52

/* How many encounters back a trigger can belong to. */
#define ENCOUNTER_REACH 24

static void
clear_encounter (gpointer data)
{
  ReadoutEncounter *self = data;

  g_clear_pointer (&self->triggers, g_array_unref);
  g_clear_pointer (&self->participants, g_array_unref);
}

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    n += readout_participants_contain (b, g_array_index (a, gint32, i));
  return n;
}

static gboolean
is_open (ReadoutMeetingStatus status)
{
  return status == READOUT_MEETING_HELD || status == READOUT_MEETING_ONGOING;
}

static gboolean
kinds_agree (ReadoutMeetingKind a, ReadoutMeetingKind b)
{
  if (a == b)
    return TRUE;
  /* A summit is not the call that prepares it, and a visit not a call. */
  if (a == READOUT_MEETING_CALL || b == READOUT_MEETING_CALL)
    return a == READOUT_MEETING_TALKS || b == READOUT_MEETING_TALKS
           || a == READOUT_MEETING_OTHER || b == READOUT_MEETING_OTHER;
  return TRUE;
}

static const char *
get_value (const ReadoutSyntax *syntax, gint32 date)
{
  return date < 0
             ? ""
             : g_array_index (syntax->analysis->dates, ReadoutDateValue, date)
                   .value;
}

/* The first day of a value and what sorts behind its last one. */
static void
get_bounds (const char *value, char *low, char *high, gsize size)
{
  const char *slash = strchr (value, '/');

  g_strlcpy (low, value, size);
  if (slash != NULL && (gsize)(slash - value) < size)
    low[slash - value] = '\0';
  g_snprintf (high, (gulong)size, "%s~", slash != NULL ? slash + 1 : value);
}

static gboolean
times_conflict (const ReadoutSyntax *syntax, gint32 a, gint32 b)
{
  const char *one = get_value (syntax, a);
  const char *two = get_value (syntax, b);
  char        low[2][VALUE_SIZE];
  char        high[2][VALUE_SIZE];

  if (*one == '\0' || *two == '\0')
    return FALSE;
  get_bounds (one, low[0], high[0], VALUE_SIZE);
  get_bounds (two, low[1], high[1], VALUE_SIZE);
  return strcmp (low[0], high[1]) > 0 || strcmp (low[1], high[0]) > 0;
}

/* Whether a time says more exactly what another one says: a day of a week. */
static gboolean
is_finer (const ReadoutSyntax *syntax, gint32 fine, gint32 coarse)
{
  const char *one = get_value (syntax, fine);
  const char *two = get_value (syntax, coarse);
  char        low[2][VALUE_SIZE];
  char        high[2][VALUE_SIZE];

  if (*one == '\0' || *two == '\0')
    return *one != '\0';
  get_bounds (one, low[0], high[0], VALUE_SIZE);
  get_bounds (two, low[1], high[1], VALUE_SIZE);
  return strcmp (one, two) != 0 && strcmp (low[1], low[0]) <= 0
         && strcmp (high[0], high[1]) <= 0;
}

/* Whether a trigger tells on of an encounter with other words for those who
 * take part: "a delegation visited the ministry; the visitors were welcomed
 * by Lee", "the three-day meeting between the two commissioners". */
static gboolean
tells_on (const ReadoutSyntax    *syntax,
          const ReadoutEncounter *encounter,
          const ReadoutTrigger   *trigger)
{
  if (trigger->sentence - encounter->last_sentence > 2)
    return FALSE;
  for (guint i = 0; i < trigger->participants->len; i++)
    {
      gint32 actor = g_array_index (trigger->participants, gint32, i);

      if (readout_analysis_get_actor (syntax->analysis, actor)->type
              == READOUT_ACTOR_GROUP
          && (trigger->is_definite
              || (trigger->what == READOUT_MEETING_WORD_HOST
                  && encounter->kind == READOUT_MEETING_VISIT)))
        return TRUE;
    }
  return FALSE;
}

/* How well a trigger fits an encounter; 0 if it does not. */
static int
rate_fit (const ReadoutSyntax    *syntax,
          const ReadoutEncounter *encounter,
          const ReadoutTrigger   *trigger,
          gint32                  date)
{
  guint shared = count_shared (trigger->participants, encounter->participants);
  guint fewer = MIN (trigger->participants->len, encounter->participants->len);
  int   score = 0;

  if (trigger->what == READOUT_MEETING_WORD_NONE)
    {
      if (trigger->sentence - encounter->last_sentence > 12)
        return 0;
      return 5 + (encounter->participants->len >= 2)
             + (encounter->triggers->len >= 2)
             + 2 * (trigger->sentence == encounter->last_sentence)
             - 2 * (encounter->kind == READOUT_MEETING_VISIT);
    }
  /* "the call" and "the summit" point to their own kind only. */
  if (shared < 2
      && (trigger->kind == READOUT_MEETING_CALL
          || trigger->kind == READOUT_MEETING_SUMMIT)
      && trigger->what == READOUT_MEETING_WORD_NOUN
      && trigger->kind != encounter->kind)
    return 0;
  /* "the meeting" is no telephone call. */
  if (encounter->kind == READOUT_MEETING_CALL
      && trigger->kind != READOUT_MEETING_CALL
      && trigger->what != READOUT_MEETING_WORD_DISCUSS
      && !readout_syntax_is (syntax, trigger->head, "talks")
      && !readout_syntax_is (syntax, trigger->head, "discussion")
      && !readout_syntax_is (syntax, trigger->head, "discussions"))
    return 0;
  /* "the next meeting" is none that was told before. */
  if (trigger->is_other != encounter->is_other && shared < 2
      && (trigger->is_other || !trigger->is_definite))
    return 0;
  /* A visit to a place goes with talks only if the same people meet. */
  if (trigger->what == READOUT_MEETING_WORD_VISIT
      && encounter->kind != READOUT_MEETING_VISIT
      && trigger->destination.end > trigger->destination.first && shared < 2)
    return 0;
  if (encounter->kind == READOUT_MEETING_VISIT && encounter->has_destination
      && trigger->kind != READOUT_MEETING_VISIT && trigger->is_explicit
      && shared < 2 && !tells_on (syntax, encounter, trigger))
    return 0;
  if (!kinds_agree (encounter->kind, trigger->kind))
    return 0;
  if (trigger->has_status && encounter->has_status
      && is_open (trigger->status) != is_open (encounter->status)
      && !(trigger->is_definite && !trigger->is_explicit
           && trigger->status != READOUT_MEETING_CANCELLED))
    return 0;
  if (times_conflict (syntax, encounter->date, date)
      && (trigger->is_explicit || trigger->has_status))
    return 0;

  if (trigger->participants->len == 0)
    score = trigger->is_definite ? 4 : 2;
  else if (shared >= 2)
    score = 8;
  else if (shared == 1
           && (trigger->is_definite || fewer <= 1
               || trigger->participants->len <= 2))
    score = shared == fewer || trigger->is_definite ? 5 : 0;
  else if (shared == 0 && trigger->is_definite && !trigger->is_explicit)
    score = 3;
  else if (shared == 0 && tells_on (syntax, encounter, trigger))
    score = 3;
  if (score > 0 && encounter->kind == trigger->kind)
    score++;
  /* What points back points to an encounter that was told, not to one that
   * was only mentioned or wished for. */
  if (score > 0 && trigger->is_definite
      && (encounter->status == READOUT_MEETING_PROPOSED
          || encounter->status == READOUT_MEETING_CANCELLED))
    score = MAX (1, score - 2);
  if (score > 0 && trigger->is_definite && encounter->participants->len < 2)
    score = MAX (1, score - 3);
  return score;
}

static void
add_to_encounter (ReadoutEncounter     *encounter,
                  const ReadoutTrigger *trigger,
                  guint                 index)
{
  if (trigger->span.end > trigger->span.first
      && encounter->triggers->len < MAX_TRIGGERS)
    g_array_append_val (encounter->triggers, index);
  for (guint i = 0; i < trigger->participants->len; i++)
    {
      gint32 actor = g_array_index (trigger->participants, gint32, i);

      if (encounter->participants->len < MAX_PARTICIPANTS
          && !readout_participants_contain (encounter->participants, actor))
        g_array_append_val (encounter->participants, actor);
    }
  encounter->last_sentence = trigger->sentence;
}

/* Whether a trigger that fits nothing before tells of an encounter. */
static gboolean
can_begin (const ReadoutTrigger *trigger)
{
  if (trigger->span.end == trigger->span.first)
    return FALSE;
  if (trigger->is_told || trigger->is_plural)
    return TRUE;
  if (trigger->participants->len == 0)
    return trigger->what == READOUT_MEETING_WORD_VISIT
           || trigger->span.end - trigger->span.first >= 2;
  return trigger->participants->len > 1 || trigger->is_explicit
         || trigger->what != READOUT_MEETING_WORD_NOUN;
}

/* Whether a city or state is visited rather than a building or body. */
static gboolean
has_destination (const ReadoutSyntax *syntax, const ReadoutTrigger *trigger)
{
  for (guint i = trigger->destination.first; i < trigger->destination.end; i++)
    if (syntax->covering[i] >= 0
        && syntax->mentions[syntax->covering[i]].type
               == READOUT_MENTION_LOCATION)
      return TRUE;
  return FALSE;
}

/* Adds the actors of the mentions between two tokens that can take part. */
static void
add_actors_between (const ReadoutSyntax *syntax,
                    guint                first,
                    guint                end,
                    gboolean             persons,
                    GArray              *actors)
{
  for (guint i = end; i > first && actors->len < MAX_INFERRED; i--)
    {
      gint32           mention = syntax->ending[i - 1];
      gint32           actor;
      ReadoutActorType type;

      if (mention < 0 || syntax->mentions[mention].actor < 0)
        continue;
      actor = syntax->mentions[mention].actor;
      type = readout_analysis_get_actor (syntax->analysis, actor)->type;
      if ((persons && type == READOUT_ACTOR_PERSON)
          || (!persons
              && (type == READOUT_ACTOR_GOVERNMENT
                  || type == READOUT_ACTOR_GROUP)))
        if (!readout_participants_contain (actors, actor))
          g_array_append_val (actors, actor);
    }
}

/* Who takes part where the trigger does not say it: of "they met" the persons
 * named last, else the states and groups of its sentence, then those told of
 * before it. */
static void
infer_participants (const ReadoutSyntax  *syntax,
                    const ReadoutTrigger *trigger,
                    ReadoutEncounter     *encounter)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  guint                  n = encounter->participants->len;

  if (!trigger->is_plural)
    {
      add_actors_between (syntax,
                          sentence->first,
                          sentence->end,
                          FALSE,
                          encounter->participants);
      if (encounter->participants->len < 2)
        add_actors_between (syntax,
                            sentence->first,
                            sentence->end,
                            TRUE,
                            encounter->participants);
    }
  for (guint back = trigger->is_plural ? 0 : 1;
       back <= 2 && back <= trigger->sentence
       && encounter->participants->len < 2;
       back++)
    {
      const ReadoutSentence *before
          = &syntax->sentences[trigger->sentence - back];
      guint end = back == 0 ? trigger->head : before->end;

      add_actors_between (syntax,
                          before->first,
                          end,
                          trigger->is_plural,
                          encounter->participants);
      if (encounter->participants->len < 2)
        add_actors_between (syntax,
                            before->first,
                            end,
                            !trigger->is_plural,
                            encounter->participants);
    }
  encounter->is_inferred = encounter->participants->len > n;
}

/**
 * readout_encounters_gather:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): what evokes an encounter
 *
 * Returns: (transfer full) (element-type ReadoutEncounter): the encounters, by
 *   first trigger; incomplete if cancelled
 */
GArray *
readout_encounters_gather (const ReadoutSyntax *syntax, const GArray *triggers)
{
  GArray *encounters = g_array_new (FALSE, TRUE, sizeof (ReadoutEncounter));

  g_array_set_clear_func (encounters, clear_encounter);
  for (guint i = 0; i < triggers->len; i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (triggers, ReadoutTrigger, i);
      gint32 date = readout_meeting_times_find_date (syntax, triggers, trigger);
      guint  low = encounters->len > ENCOUNTER_REACH
                       ? encounters->len - ENCOUNTER_REACH
                       : 0;
      int    best_score = 0;
      gint32 best = -1;

      if (i % 64 == 0
          && g_cancellable_is_cancelled (syntax->analysis->cancellable))
        break;

      for (guint k = encounters->len; k > low; k--)
        {
          int score
              = rate_fit (syntax,
                          &g_array_index (encounters, ReadoutEncounter, k - 1),
                          trigger,
                          date);

          if (score > best_score)
            {
              best_score = score;
              best = k - 1;
            }
        }

      if (best >= 0)
        {
          ReadoutEncounter *encounter
              = &g_array_index (encounters, ReadoutEncounter, best);

          add_to_encounter (encounter, trigger, i);
          encounter->is_held |= trigger->is_held;
          if (!encounter->has_status && trigger->has_status)
            {
              encounter->status = trigger->status;
              encounter->has_status = TRUE;
            }
          if (encounter->date < 0 || is_finer (syntax, date, encounter->date))
            encounter->date = date;
          continue;
        }

      if (!can_begin (trigger))
        continue;
      {
        ReadoutEncounter fresh = { 0 };

        fresh.triggers = g_array_new (FALSE, FALSE, sizeof (guint));
        fresh.participants = g_array_new (FALSE, FALSE, sizeof (gint32));
        fresh.kind = trigger->kind;
        fresh.status = trigger->status;
        fresh.has_status = trigger->has_status;
        fresh.date = date;
        fresh.is_other = trigger->is_other;
        fresh.is_held = trigger->is_held;
        fresh.has_destination = has_destination (syntax, trigger);
        add_to_encounter (&fresh, trigger, i);
        if (fresh.participants->len < 2
            && (trigger->is_told || trigger->is_plural))
          infer_participants (syntax, trigger, &fresh);
        g_array_append_val (encounters, fresh);
      }
    }

  return encounters;
}
