/* places.c: where an encounter was
 *
 * Places behind "in", buildings behind "at" and named events behind "on the
 * sidelines of" in the sentences of the triggers, the first one first.  Where
 * these give no place, it is the one in the name of the event, then what those
 * who take part visit at the time, then that of the dateline.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/places.h"

#include <string.h>

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/meetings/states.h"
#include "detect/meetings/trigger.h"

/* How many sentences apart a visit and the talks during it are told. */
#define VISIT_REACH 4

/* How many triggers before and behind are looked through for that visit. */
#define NEAR_TRIGGERS 24

/* How far before an event "sidelines" can stand, in tokens. */
#define FRINGE_REACH 5

/* How many of the first sentences can have a dateline. */
#define DATELINE_SENTENCES 4

/**
 * Where:
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: the encounter whose place is looked for
 * @meeting: where to fill it in
 */
typedef struct
{
  const ReadoutSyntax     *syntax;
  const GArray            *triggers;
  const ReadoutEncounter  *encounter;
  ReadoutCandidateMeeting *meeting;
} Where;

/* What sentences before have filled in. */
typedef struct
{
  gboolean place;
  gboolean venue;
  gboolean occasion;
} Filled;

/* Whether another encounter is told between two tokens of a sentence. */
static gboolean
has_foreign_trigger (const GArray           *triggers,
                     const ReadoutEncounter *encounter,
                     const ReadoutTrigger   *own,
                     guint                   token)
{
  guint low = MIN (token, own->head);
  guint high = MAX (token, own->head);

  /* The triggers of a sentence are side by side. */
  for (const ReadoutTrigger *other = own + 1;
       other < (const ReadoutTrigger *)(gconstpointer)triggers->data
                   + triggers->len
       && other->sentence == own->sentence;
       other++)
    {
      gboolean is_own = FALSE;

      for (guint k = 0; k < encounter->triggers->len; k++)
        is_own
            |= readout_encounter_get_trigger (encounter, triggers, k) == other;
      if (!is_own && other->head > low && other->head < high
          && other->is_explicit)
        return TRUE;
    }
  return FALSE;
}

/* Whether a preposition of place stands before token @i, with no more than an
 * article or "the Norwegian capital" between. */
static gboolean
follows_preposition (const ReadoutSyntax *syntax, guint i)
{
  guint    low = i > 6 ? i - 6 : 0;
  gboolean had_kind = FALSE;

  for (guint k = i; k > low; k--)
    {
      if (readout_syntax_is_in (
              syntax, k - 1, READOUT_WORDS_PLACE_PREPOSITIONS))
        return TRUE;
      if (syntax->covering[k - 1] < 0
          && readout_syntax_is_in (syntax, k - 1, READOUT_WORDS_PLACE_KINDS))
        {
          had_kind = TRUE;
          continue;
        }
      if (had_kind
          && (syntax->covering[k - 1] >= 0
              || readout_syntax_has (syntax, k - 1, READOUT_WORD_POSSESSIVE)))
        continue;
      if (!readout_syntax_has (syntax, k - 1, READOUT_WORD_DETERMINER)
          && (syntax->covering[k - 1] >= 0
              || readout_syntax_has (syntax, k - 1, ~(guint)0)))
        return FALSE;
    }
  return FALSE;
}

/* "flew to Oslo to meet", "arrived on Monday in Oslo" */
static gboolean
is_reached (const ReadoutSyntax *syntax, guint i)
{
  return i > 1 && readout_syntax_is (syntax, i - 1, "to")
         && readout_syntax_is_in (syntax, i - 2, READOUT_WORDS_MOTION_VERBS);
}

/* A city that names the encounter: "the Geneva talks". */
static gboolean
names_trigger (const ReadoutSyntax           *syntax,
               const ReadoutTrigger          *trigger,
               const ReadoutCandidateMention *mention)
{
  return trigger->what == READOUT_MEETING_WORD_NOUN
         && mention->end == trigger->head
         && !readout_meeting_states_is_state (
             syntax, (ReadoutPhrase){ mention->first, mention->end });
}

/* Whether a mention is placed where the encounter was, and not what they spoke
 * of: "the situation in Norway". */
static gboolean
is_placed (const Where                   *self,
           const ReadoutTrigger          *trigger,
           const ReadoutCandidateMention *mention)
{
  guint i = mention->first;

  return (follows_preposition (self->syntax, i) || is_reached (self->syntax, i)
          || names_trigger (self->syntax, trigger, mention))
         && !readout_span_list_overlaps (&self->meeting->topics,
                                         self->syntax->tokens[i].span);
}

/* "Doha, Qatar": the second one goes with the first. */
static gboolean
continues_place (const Where *self, guint i)
{
  return self->meeting->place.length > 0 && i >= 2
         && readout_syntax_is (self->syntax, i - 1, ",")
         && self->syntax->ending[i - 2] >= 0
         && readout_span_list_overlaps (&self->meeting->place,
                                        self->syntax->tokens[i - 2].span);
}

/* Whether a body can be the place: "at the foreign ministry". */
static gboolean
follows_at (const ReadoutSyntax *syntax, guint i)
{
  return i > 1
         && (readout_syntax_is (syntax, i - 1, "at")
             || readout_syntax_is (syntax, i - 2, "at"));
}

/* "on the sidelines of the Oslo Forum", "at the Oslo Forum" */
static gboolean
is_occasion (const ReadoutSyntax *syntax, guint i)
{
  guint low = i > FRINGE_REACH ? i - FRINGE_REACH : 0;

  for (guint k = i; k > low; k--)
    if (readout_syntax_is_in (syntax, k - 1, READOUT_WORDS_FRINGES)
        || readout_syntax_is (syntax, k - 1, "during")
        || (k + 1 == i && readout_syntax_is (syntax, k - 1, "at")))
      return TRUE;
  return FALSE;
}

/* Where a mention in the sentence of a trigger belongs, or %NULL; what @had
 * stays with the sentences before. */
static ReadoutSpanList *
find_slot (const Where                   *self,
           const ReadoutTrigger          *trigger,
           const ReadoutCandidateMention *mention,
           Filled                         had)
{
  ReadoutCandidateMeeting *meeting = self->meeting;
  guint                    i = mention->first;
  gboolean                 placed = is_placed (self, trigger, mention);
  gboolean                 visited
      = i >= trigger->destination.first && i < trigger->destination.end;

  switch (mention->type)
    {
    case READOUT_MENTION_LOCATION:
      if ((had.place || !(placed || visited))
          && (placed || !continues_place (self, i)))
        return NULL;
      return has_foreign_trigger (self->triggers, self->encounter, trigger, i)
                 ? NULL
                 : &meeting->place;
    case READOUT_MENTION_FACILITY:
      return !had.venue && (placed || visited) ? &meeting->venue : NULL;
    case READOUT_MENTION_ORGANIZATION:
      return !had.venue && placed && follows_at (self->syntax, i)
                 ? &meeting->venue
                 : NULL;
    case READOUT_MENTION_EVENT:
      return !had.occasion && is_occasion (self->syntax, i) ? &meeting->occasion
                                                            : NULL;
    default:
      return NULL;
    }
}

/* Places, buildings and events in the sentence of a trigger. */
static void
fill_from_sentence (const Where *self, const ReadoutTrigger *trigger)
{
  const ReadoutSyntax   *syntax = self->syntax;
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  Filled                 had = { self->meeting->place.length > 0,
                                 self->meeting->venue.length > 0,
                                 self->meeting->occasion.length > 0 };

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutCandidateMention *mention;
      ReadoutSpanList               *slot;

      if (syntax->starting[i] < 0 || syntax->starting[i] != syntax->covering[i])
        continue;
      mention = &syntax->mentions[syntax->starting[i]];
      if (mention->form != READOUT_FORM_NAME)
        continue;
      slot = find_slot (self, trigger, mention, had);
      if (slot != NULL)
        readout_trigger_add_span (syntax, slot, mention->first, mention->end);
    }
}

/* The city in the name of the event that an encounter was at. */
static void
fill_from_event (const Where *self, guint sentence)
{
  const ReadoutSyntax   *syntax = self->syntax;
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      if (syntax->starting[i] < 0
          || !readout_span_list_overlaps (&self->meeting->occasion,
                                          syntax->tokens[i].span))
        continue;
      for (guint m = (guint)syntax->starting[i];
           m < syntax->analysis->mentions->len
           && syntax->mentions[m].first == i;
           m++)
        {
          const ReadoutCandidateMention *mention = &syntax->mentions[m];

          if (mention->type == READOUT_MENTION_LOCATION && mention->outer >= 0
              && !readout_meeting_states_is_state (
                  syntax, (ReadoutPhrase){ mention->first, mention->end }))
            {
              readout_trigger_add_span (
                  syntax, &self->meeting->place, mention->first, mention->end);
              return;
            }
        }
    }
}

/* Whether a trigger tells of a visit during which the encounter was. */
static gboolean
is_visit_then (const Where *self, const ReadoutTrigger *trigger)
{
  guint first
      = readout_encounter_get_trigger (self->encounter, self->triggers, 0)
            ->sentence;

  if (trigger->destination.end <= trigger->destination.first
      || trigger->status == READOUT_MEETING_PLANNED
      || trigger->status == READOUT_MEETING_PROPOSED
      || trigger->status == READOUT_MEETING_CANCELLED
      || trigger->sentence > first + VISIT_REACH
      || trigger->sentence + VISIT_REACH < first)
    return FALSE;
  /* "before his visit to Oslo" is another time. */
  for (guint k = trigger->head; k > 0 && k + 4 > trigger->head; k--)
    if (readout_syntax_is_in (
            self->syntax, k - 1, READOUT_WORDS_OTHER_TIME_WORDS))
      return FALSE;
  for (guint k = 0; k < trigger->participants->len; k++)
    if (readout_trigger_has_actor (
            self->encounter->participants,
            g_array_index (trigger->participants, gint32, k)))
      return TRUE;
  return FALSE;
}

/* The city or state that those who take part visit at the time. */
static void
fill_from_visit (const Where *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint index = g_array_index (self->encounter->triggers, guint, 0);
  guint high = MIN (self->triggers->len, index + NEAR_TRIGGERS);

  for (guint i = index > NEAR_TRIGGERS ? index - NEAR_TRIGGERS : 0; i < high;
       i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (self->triggers, ReadoutTrigger, i);

      if (!is_visit_then (self, trigger))
        continue;
      for (guint k = trigger->destination.first; k < trigger->destination.end;
           k++)
        if (syntax->starting[k] >= 0
            && syntax->mentions[syntax->starting[k]].type
                   == READOUT_MENTION_LOCATION)
          {
            readout_trigger_add_span (
                syntax,
                &self->meeting->place,
                k,
                syntax->mentions[syntax->starting[k]].end);
            return;
          }
    }
}

/* Whether the sign at token @i ends the place of a dateline: "AMMAN —",
 * "Paris:", and a comma before a date. */
static gboolean
ends_dateline (const ReadoutSyntax *syntax, guint i)
{
  const char *sign = syntax->tokens[i].lower;

  if (*sign == ',')
    return i + 1 < syntax->n_tokens && syntax->dated[i + 1] >= 0;
  return strchr (":-(/", *sign) != NULL
         || g_str_has_prefix (sign, "\342\200\223")
         || g_str_has_prefix (sign, "\342\200\224");
}

/* The city that an article comes from. */
static void
fill_from_dateline (const Where *self)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (guint s = 0; s < syntax->n_sentences && s < DATELINE_SENTENCES; s++)
    {
      const ReadoutCandidateMention *mention;
      gint32 index = syntax->starting[syntax->sentences[s].first];

      if (index < 0
          || (s > 0
              && syntax->sentences[s].paragraph
                     == syntax->sentences[s - 1].paragraph))
        continue;
      mention = &syntax->mentions[index];
      if (mention->type == READOUT_MENTION_LOCATION
          && mention->end < syntax->n_tokens
          && ends_dateline (syntax, mention->end))
        {
          readout_trigger_add_span (
              syntax, &self->meeting->place, mention->first, mention->end);
          return;
        }
    }
}

/**
 * readout_meeting_places_fill:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: an encounter with at least one trigger
 * @is_main: whether it is the one that the article is about
 * @meeting: where to fill in place, venue and occasion; its topics are there
 */
void
readout_meeting_places_fill (const ReadoutSyntax     *syntax,
                             const GArray            *triggers,
                             const ReadoutEncounter  *encounter,
                             gboolean                 is_main,
                             ReadoutCandidateMeeting *meeting)
{
  const Where self = { syntax, triggers, encounter, meeting };
  guint       first
      = readout_encounter_get_trigger (encounter, triggers, 0)->sentence;

  for (guint k = 0; k < encounter->triggers->len; k++)
    fill_from_sentence (&self,
                        readout_encounter_get_trigger (encounter, triggers, k));
  for (guint k = 0; meeting->occasion.length > 0 && meeting->place.length == 0
                    && k < encounter->triggers->len;
       k++)
    fill_from_event (
        &self,
        readout_encounter_get_trigger (encounter, triggers, k)->sentence);
  if (meeting->status != READOUT_MEETING_HELD
      && meeting->status != READOUT_MEETING_ONGOING)
    return;

  if (meeting->place.length == 0)
    fill_from_visit (&self);
  if (meeting->place.length == 0 && is_main && first < DATELINE_SENTENCES)
    fill_from_dateline (&self);
}
