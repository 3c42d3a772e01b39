/* meeting-finder.c: who meets whom
 *
 * The triggers of the article (meeting-triggers.c) are gathered to encounters:
 * one that points back ("the meeting") belongs to the encounter told last, one
 * with participants of its own to an encounter that shares them unless time or
 * status say otherwise.  Then participants are put right as the guidelines
 * want: persons stand for their states, and a visit without a named host has
 * the visited state on the other side.  The remaining fields are filled from
 * the sentences of the triggers (meeting-slots.c).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meeting-finder.h"

#include "detect/meeting-triggers.h"
#include "language/lexicon.h"

#include <string.h>

/* An encounter that is told of all through a book keeps the first of its
 * triggers and participants, so that the work stays proportional. */
#define MAX_TRIGGERS 64
#define MAX_PARTICIPANTS 64

/* How many encounters back a trigger can belong to. */
#define ENCOUNTER_REACH 24

static void
clear_encounter (gpointer data)
{
  ReadoutEncounter *self = data;

  g_clear_pointer (&self->triggers, g_array_unref);
  g_clear_pointer (&self->participants, g_array_unref);
}

static gboolean
contains (const GArray *actors, gint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, gint32, i) == actor)
      return TRUE;
  return FALSE;
}

static guint
count_shared (const GArray *a, const GArray *b)
{
  guint n = 0;

  for (guint i = 0; i < a->len; i++)
    n += contains (b, g_array_index (a, gint32, i));
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

static gboolean
times_conflict (const ReadoutSyntax *syntax, gint32 a, gint32 b)
{
  const char *one = get_value (syntax, a);
  const char *two = get_value (syntax, b);
  gsize       length = MIN (strlen (one), strlen (two));

  return length >= 4 && strncmp (one, two, length) != 0;
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
      && !readout_syntax_is (syntax, trigger->head, "talks")
      && !readout_syntax_is (syntax, trigger->head, "discussion")
      && !readout_syntax_is (syntax, trigger->head, "discussions"))
    return 0;
  /* A visit to a place goes with talks only if the same people meet. */
  if (trigger->what == READOUT_MEETING_WORD_VISIT
      && encounter->kind != READOUT_MEETING_VISIT
      && trigger->destination.end > trigger->destination.first && shared < 2)
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
  if (score > 0 && encounter->kind == trigger->kind)
    score++;
  /* What points back points to an encounter that was told, not to one that
   * was only mentioned. */
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
          && !contains (encounter->participants, actor))
        g_array_append_val (encounter->participants, actor);
    }
  encounter->last_sentence = trigger->sentence;
}

static GArray *
gather (const ReadoutSyntax *syntax, const GArray *triggers)
{
  GArray *encounters = g_array_new (FALSE, TRUE, sizeof (ReadoutEncounter));

  g_array_set_clear_func (encounters, clear_encounter);
  for (guint i = 0; i < triggers->len; i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (triggers, ReadoutTrigger, i);
      gint32 date = readout_trigger_find_date (syntax, trigger);
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
          if (!encounter->has_status && trigger->has_status)
            {
              encounter->status = trigger->status;
              encounter->has_status = TRUE;
            }
          if (encounter->date < 0)
            encounter->date = date;
          continue;
        }

      if (trigger->span.end == trigger->span.first
          || (trigger->participants->len == 0
              && trigger->what != READOUT_MEETING_WORD_VISIT
              && trigger->span.end - trigger->span.first < 2)
          || (trigger->participants->len == 1 && !trigger->is_explicit
              && trigger->what == READOUT_MEETING_WORD_NOUN))
        continue;
      {
        ReadoutEncounter fresh = { 0 };

        fresh.triggers = g_array_new (FALSE, FALSE, sizeof (guint));
        fresh.participants = g_array_new (FALSE, FALSE, sizeof (gint32));
        fresh.kind = trigger->kind;
        fresh.status = trigger->status;
        fresh.has_status = trigger->has_status;
        fresh.date = date;
        add_to_encounter (&fresh, trigger, i);
        g_array_append_val (encounters, fresh);
      }
    }

  return encounters;
}

/* The state that a place is in, as a code; empty if it is not known. */
static const char *
find_country (const ReadoutSyntax *syntax, ReadoutPhrase place)
{
  const ReadoutLexicon *lexicon = readout_lexicon_get_default ();

  for (guint i = place.first; i < place.end; i++)
    {
      const ReadoutLexiconEntry *entry;

      if (readout_lexicon_match (lexicon,
                                 syntax->tokens,
                                 i,
                                 place.end,
                                 READOUT_LEXICON_COUNTRY
                                     | READOUT_LEXICON_CAPITAL
                                     | READOUT_LEXICON_CITY,
                                 &entry)
              > 0
          && entry->value[0] != '\0')
        return entry->value;
    }
  return "";
}

/* The government of a country among the actors; it is added where the article
 * only names the place. */
static gint32
find_government (ReadoutAnalysis     *analysis,
                 const ReadoutSyntax *syntax,
                 const char          *country,
                 ReadoutPhrase        place)
{
  ReadoutCandidateActor actor = { 0 };

  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const ReadoutCandidateActor *known
          = &g_array_index (analysis->actors, ReadoutCandidateActor, i);

      if (known->type == READOUT_ACTOR_GOVERNMENT
          && strcmp (known->country, country) == 0)
        return i;
    }

  actor.type = READOUT_ACTOR_GOVERNMENT;
  actor.name = g_strdup (readout_lexicon_get_country_name (
      readout_lexicon_get_default (), country));
  if (actor.name == NULL)
    actor.name = readout_analysis_slice (analysis, place.first, place.end);
  g_strlcpy (actor.country, country, sizeof actor.country);
  actor.confidence = 50;
  g_array_append_val (analysis->actors, actor);
  return analysis->actors->len - 1;
}

/* A visit has the visited state on its other side unless a host is named. */
static void
add_host (ReadoutAnalysis     *analysis,
          const ReadoutSyntax *syntax,
          const GArray        *triggers,
          ReadoutEncounter    *encounter)
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
      country = find_country (syntax, trigger->destination);
      if (*country == '\0')
        {
          readout_syntax_get_actors (
              syntax, trigger->destination, encounter->participants);
          continue;
        }
      for (guint k = 0; k < encounter->participants->len; k++)
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
      host = find_government (analysis, syntax, country, trigger->destination);
      if (!contains (encounter->participants, host))
        g_array_append_val (encounter->participants, host);
      return;
    }
}

static gboolean
stands_for_side (const ReadoutCandidateActor *actor)
{
  static const char *const words[]
      = { "delegation", "side", "sides", "team", "officials", NULL };
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

/* "discussed" evokes an encounter only where nothing else does. */
static void
drop_discussed (const GArray *triggers, ReadoutEncounter *encounter)
{
  gboolean has_other = FALSE;

  for (guint i = 0; i < encounter->triggers->len; i++)
    has_other |= g_array_index (triggers,
                                ReadoutTrigger,
                                g_array_index (encounter->triggers, guint, i))
                     .what
                 != READOUT_MEETING_WORD_DISCUSS;
  if (!has_other)
    return;
  for (guint i = encounter->triggers->len; i > 0; i--)
    if (g_array_index (triggers,
                       ReadoutTrigger,
                       g_array_index (encounter->triggers, guint, i - 1))
            .what
        == READOUT_MEETING_WORD_DISCUSS)
      g_array_remove_index (encounter->triggers, i - 1);
}

/* How likely it is that there is such an encounter, in percent: nearly all
 * that are found in the training articles are there, less so those with one
 * trigger, without a date, or only proposed. */
static int
get_confidence (const ReadoutEncounter *encounter, gint32 date)
{
  int confidence = 65;

  if (encounter->triggers->len >= 2)
    confidence += 12;
  if (date >= 0)
    confidence += 8;
  if (encounter->has_status)
    confidence += 5;
  if (encounter->status == READOUT_MEETING_PROPOSED)
    confidence -= 10;
  return confidence;
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
  g_autoptr (ReadoutSyntax) syntax = NULL;
  g_autoptr (GArray) triggers = NULL;
  g_autoptr (GArray) encounters = NULL;
  gint32 main = -1;
  guint  most = 0;

  g_return_if_fail (analysis != NULL);

  syntax = readout_syntax_new (analysis);
  triggers = readout_triggers_find (syntax);
  encounters = gather (syntax, triggers);

  for (guint i = 0; i < encounters->len; i++)
    {
      ReadoutEncounter *encounter
          = &g_array_index (encounters, ReadoutEncounter, i);

      drop_discussed (triggers, encounter);
      add_host (analysis, syntax, triggers, encounter);
      /* Actors may have moved. */
      syntax->actors = (const ReadoutCandidateActor *)(gconstpointer)
                           analysis->actors->data;
      prefer_persons (analysis, encounter->participants);
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

      if (encounter->triggers->len == 0
          || encounter->participants->len
                 < (encounter->kind == READOUT_MEETING_VISIT
                            && has_person (analysis, encounter->participants)
                        ? 1
                        : 2))
        continue;
      if (g_cancellable_is_cancelled (analysis->cancellable))
        break;

      meeting.kind = encounter->kind;
      meeting.status = encounter->status;
      for (guint k = 0; k < encounter->triggers->len; k++)
        {
          const ReadoutTrigger *trigger
              = &g_array_index (triggers,
                                ReadoutTrigger,
                                g_array_index (encounter->triggers, guint, k));

          readout_span_list_add (&meeting.triggers,
                                 readout_analysis_get_span (analysis,
                                                            trigger->span.first,
                                                            trigger->span.end));
        }
      readout_meeting_slots_fill (
          syntax, triggers, encounter, (gint32)i == main, &meeting);
      meeting.confidence = get_confidence (encounter, encounter->date);
      meeting.participants = g_steal_pointer (&encounter->participants);
      g_array_append_val (analysis->meetings, meeting);
    }
}
