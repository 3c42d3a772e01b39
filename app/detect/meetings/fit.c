/* fit.c: how well a trigger fits an encounter told before it
 *
 * Each objection is a function of its own; a trigger that meets one does not
 * belong to the encounter.  Else it fits the better the more of those who take
 * part are the same.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/fit.h"

#include <string.h>

#include "detect/article/syntax.h"

/* Holds each value of a date. */
#define VALUE_SIZE 52

/**
 * Fit:
 * @date: index of the date that the trigger is placed at, or -1
 * @shared: how many participants both have
 *
 * A trigger and an encounter told before that it may belong to.
 */
typedef struct
{
  const ReadoutSyntax    *syntax;
  const ReadoutEncounter *encounter;
  const ReadoutTrigger   *trigger;
  gint32                  date;
  guint                   shared;
} Fit;

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    n += readout_trigger_has_actor (b, g_array_index (a, gint32, i));
  return n;
}

static gboolean
is_open (ReadoutMeetingStatus status)
{
  return status == READOUT_MEETING_HELD || status == READOUT_MEETING_ONGOING;
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

/* Whether a trigger tells on of an encounter with other words for those who
 * take part: "a delegation visited the ministry; the visitors were welcomed
 * by Lee", "the three-day meeting between the two commissioners". */
static gboolean
tells_on (const Fit *self)
{
  const ReadoutTrigger *trigger = self->trigger;

  if (trigger->sentence - self->encounter->last_sentence > 2)
    return FALSE;
  for (guint i = 0; i < trigger->participants->len; i++)
    {
      gint32 actor = g_array_index (trigger->participants, gint32, i);

      if (readout_analysis_get_actor (self->syntax->analysis, actor)->type
              == READOUT_ACTOR_GROUP
          && (trigger->is_definite
              || (trigger->what == READOUT_MEETING_WORD_HOST
                  && self->encounter->kind == READOUT_MEETING_VISIT)))
        return TRUE;
    }
  return FALSE;
}

/* "the call" and "the summit" point to their own kind only. */
static gboolean
points_to_another_kind (const Fit *self)
{
  const ReadoutTrigger *trigger = self->trigger;

  return self->shared < 2
         && (trigger->kind == READOUT_MEETING_CALL
             || trigger->kind == READOUT_MEETING_SUMMIT)
         && trigger->what == READOUT_MEETING_WORD_NOUN
         && trigger->kind != self->encounter->kind;
}

/* "the meeting" is no telephone call. */
static gboolean
is_no_call (const Fit *self)
{
  return self->encounter->kind == READOUT_MEETING_CALL
         && self->trigger->kind != READOUT_MEETING_CALL
         && self->trigger->what != READOUT_MEETING_WORD_DISCUSS
         && !readout_syntax_is_in (
             self->syntax, self->trigger->head, READOUT_WORDS_CALL_SYNONYMS);
}

/* "the next meeting" is none that was told before. */
static gboolean
is_another (const Fit *self)
{
  return self->shared < 2
         && self->trigger->is_other != self->encounter->is_other
         && (self->trigger->is_other || !self->trigger->is_definite);
}

/* A visit to a place goes with talks only if the same people meet. */
static gboolean
is_visit_elsewhere (const Fit *self)
{
  const ReadoutTrigger *trigger = self->trigger;

  return self->shared < 2 && trigger->what == READOUT_MEETING_WORD_VISIT
         && self->encounter->kind != READOUT_MEETING_VISIT
         && trigger->destination.end > trigger->destination.first;
}

/* And so do talks with a visit to a place. */
static gboolean
is_talk_elsewhere (const Fit *self)
{
  return self->shared < 2 && self->encounter->kind == READOUT_MEETING_VISIT
         && self->encounter->has_destination
         && self->trigger->kind != READOUT_MEETING_VISIT
         && self->trigger->is_explicit && !tells_on (self);
}

/* A summit is not the call that prepares it, and a visit not a call. */
static gboolean
kinds_conflict (const Fit *self)
{
  ReadoutMeetingKind a = self->encounter->kind;
  ReadoutMeetingKind b = self->trigger->kind;

  if (a == b || (a != READOUT_MEETING_CALL && b != READOUT_MEETING_CALL))
    return FALSE;
  return a != READOUT_MEETING_TALKS && b != READOUT_MEETING_TALKS
         && a != READOUT_MEETING_OTHER && b != READOUT_MEETING_OTHER;
}

/* What is to come was not held, but "the meeting" points back to it. */
static gboolean
statuses_conflict (const Fit *self)
{
  const ReadoutTrigger *trigger = self->trigger;

  if (!trigger->has_status || !self->encounter->has_status
      || is_open (trigger->status) == is_open (self->encounter->status))
    return FALSE;
  return !trigger->is_definite || trigger->is_explicit
         || trigger->status == READOUT_MEETING_CANCELLED;
}

/* "met Lee on Monday" is another time than "met Lee on Friday". */
static gboolean
times_conflict (const Fit *self)
{
  const char *one = get_value (self->syntax, self->encounter->date);
  const char *two = get_value (self->syntax, self->date);
  char        low[2][VALUE_SIZE];
  char        high[2][VALUE_SIZE];

  if (*one == '\0' || *two == '\0'
      || !(self->trigger->is_explicit || self->trigger->has_status))
    return FALSE;
  get_bounds (one, low[0], high[0], VALUE_SIZE);
  get_bounds (two, low[1], high[1], VALUE_SIZE);
  return strcmp (low[0], high[1]) > 0 || strcmp (low[1], high[0]) > 0;
}

/* Why a trigger cannot belong to an encounter; the cheap reasons first. */
static gboolean (*const objections[]) (const Fit *self) = {
  points_to_another_kind, is_no_call,     is_another,        is_visit_elsewhere,
  is_talk_elsewhere,      kinds_conflict, statuses_conflict, times_conflict,
};

/* How well what only says who else was there fits: "attended by Lee". */
static int
rate_attendance (const Fit *self)
{
  const ReadoutEncounter *encounter = self->encounter;

  if (self->trigger->sentence - encounter->last_sentence > 12)
    return 0;
  return 5 + (encounter->participants->len >= 2)
         + (encounter->triggers->len >= 2)
         + 2 * (self->trigger->sentence == encounter->last_sentence)
         - 2 * (encounter->kind == READOUT_MEETING_VISIT);
}

/* How well those who take part fit; 0 if they do not. */
static int
rate_participants (const Fit *self)
{
  const ReadoutTrigger *trigger = self->trigger;
  guint                 n = trigger->participants->len;
  guint                 fewer = MIN (n, self->encounter->participants->len);

  if (n == 0)
    return trigger->is_definite ? 4 : 2;
  if (self->shared >= 2)
    return 8;
  if (self->shared == 1)
    {
      if (trigger->is_definite || self->shared == fewer)
        return 5;
      return 0;
    }
  if (trigger->is_definite && !trigger->is_explicit)
    return 3;
  return tells_on (self) ? 3 : 0;
}

/**
 * readout_encounter_fit_rate:
 * @syntax: the syntax
 * @encounter: an encounter
 * @trigger: a trigger behind those of the encounter
 * @date: index of the date that @trigger is placed at, or -1
 *
 * Returns: how well the trigger fits the encounter; 0 if it does not
 */
int
readout_encounter_fit_rate (const ReadoutSyntax    *syntax,
                            const ReadoutEncounter *encounter,
                            const ReadoutTrigger   *trigger,
                            gint32                  date)
{
  Fit self = { syntax, encounter, trigger, date, 0 };
  int score;

  if (trigger->what == READOUT_MEETING_WORD_NONE)
    return rate_attendance (&self);
  self.shared = count_shared (trigger->participants, encounter->participants);
  for (guint i = 0; i < G_N_ELEMENTS (objections); i++)
    if (objections[i](&self))
      return 0;

  score = rate_participants (&self);
  if (score == 0)
    return 0;
  if (encounter->kind == trigger->kind)
    score++;
  if (!trigger->is_definite)
    return score;
  /* What points back points to an encounter that was told, not to one that
   * was only mentioned or wished for. */
  if (encounter->status == READOUT_MEETING_PROPOSED
      || encounter->status == READOUT_MEETING_CANCELLED)
    score = MAX (1, score - 2);
  if (encounter->participants->len < 2)
    score = MAX (1, score - 3);
  return score;
}

/**
 * readout_encounter_fit_is_finer:
 * @syntax: the syntax
 * @fine: index of a date, or -1
 * @coarse: index of another one, or -1
 *
 * Returns: whether @fine says more exactly what @coarse says, as the day of a
 *   week
 */
gboolean
readout_encounter_fit_is_finer (const ReadoutSyntax *syntax,
                                gint32               fine,
                                gint32               coarse)
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
