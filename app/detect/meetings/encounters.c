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

#include "detect/article/syntax.h"
#include "detect/meetings/fit.h"
#include "detect/meetings/times.h"
#include "language/work.h"

/* An encounter that is told of all through a book keeps the first of its
 * triggers and participants, so that the work stays proportional. */
#define MAX_TRIGGERS 64
#define MAX_PARTICIPANTS 64

/* How many participants are taken from what is told around a trigger. */
#define MAX_INFERRED 3

/* How many encounters back a trigger can belong to. */
#define ENCOUNTER_REACH 24

static void
clear_encounter (gpointer data)
{
  ReadoutEncounter *self = data;

  g_clear_pointer (&self->triggers, g_array_unref);
  g_clear_pointer (&self->participants, g_array_unref);
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
          && !readout_trigger_has_actor (encounter->participants, actor))
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
        if (!readout_trigger_has_actor (actors, actor))
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

/* The index of the encounter told before that a trigger fits best, the last one
 * of equals, or -1. */
static gint32
find_best (const ReadoutSyntax  *syntax,
           const GArray         *encounters,
           const ReadoutTrigger *trigger,
           gint32                date)
{
  guint  low = encounters->len > ENCOUNTER_REACH
                   ? encounters->len - ENCOUNTER_REACH
                   : 0;
  int    best_score = 0;
  gint32 best = -1;

  for (guint k = encounters->len; k > low; k--)
    {
      const ReadoutEncounter *encounter
          = &g_array_index (encounters, ReadoutEncounter, k - 1);
      int score = readout_encounter_fit_rate (syntax, encounter, trigger, date);

      if (score > best_score)
        {
          best_score = score;
          best = k - 1;
        }
    }

  return best;
}

/* Adds to an encounter what a further trigger tells of it. */
static void
tell_on (const ReadoutSyntax  *syntax,
         const ReadoutTrigger *trigger,
         guint                 index,
         gint32                date,
         ReadoutEncounter     *encounter)
{
  add_to_encounter (encounter, trigger, index);
  encounter->is_held |= trigger->is_held;
  if (!encounter->has_status && trigger->has_status)
    {
      encounter->status = trigger->status;
      encounter->status_rule = trigger->status_rule;
      encounter->has_status = TRUE;
    }
  if (encounter->date < 0
      || readout_encounter_fit_is_finer (syntax, date, encounter->date))
    encounter->date = date;
}

/* The encounter that a first trigger tells of. */
static ReadoutEncounter
begin (const ReadoutSyntax  *syntax,
       const ReadoutTrigger *trigger,
       guint                 index,
       gint32                date)
{
  ReadoutEncounter encounter = { 0 };

  encounter.triggers = g_array_new (FALSE, FALSE, sizeof (guint));
  encounter.participants = g_array_new (FALSE, FALSE, sizeof (gint32));
  encounter.kind = trigger->kind;
  encounter.status = trigger->status;
  encounter.has_status = trigger->has_status;
  encounter.status_rule = trigger->status_rule;
  encounter.date = date;
  encounter.is_other = trigger->is_other;
  encounter.is_held = trigger->is_held;
  encounter.has_destination = has_destination (syntax, trigger);
  add_to_encounter (&encounter, trigger, index);
  if (encounter.participants->len < 2
      && (trigger->is_told || trigger->is_plural))
    infer_participants (syntax, trigger, &encounter);

  return encounter;
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
      gint32 date;
      gint32 best;

      if (readout_work_is_cancelled (syntax->analysis->cancellable, i))
        break;

      date = readout_meeting_times_find_date (syntax, triggers, trigger);
      best = find_best (syntax, encounters, trigger, date);
      if (best >= 0)
        tell_on (syntax,
                 trigger,
                 i,
                 date,
                 &g_array_index (encounters, ReadoutEncounter, best));
      else if (can_begin (trigger))
        {
          ReadoutEncounter encounter = begin (syntax, trigger, i, date);

          g_array_append_val (encounters, encounter);
        }
    }

  return encounters;
}
