/* slots.c: where, when and about what an encounter was
 *
 * Filled from the sentences of the triggers, the first one first: places
 * behind "in", buildings behind "at", named events behind "on the sidelines
 * of", dates and durations.  A city in the dateline is the place where the
 * text gives no other.  Topics are what the encounter discussed or covered,
 * and what those who took part spoke of afterwards; outcomes are what they
 * agreed to.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/slots.h"

#include <stdio.h>
#include <string.h>

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/meetings/states.h"
#include "detect/meetings/topics.h"
#include "detect/meetings/trigger.h"
#include "language/dates-calendar.h"

/* How many sentences apart a visit and the talks during it are told. */
#define VISIT_REACH 4

/* How many triggers before and behind are looked through for that visit. */
#define NEAR_TRIGGERS 24

/* How far behind a trigger "for two hours" can stand, in tokens. */
#define LENGTH_REACH 20

static const ReadoutTrigger *
get_trigger (const GArray *triggers, const ReadoutEncounter *encounter, guint i)
{
  return &g_array_index (
      triggers, ReadoutTrigger, g_array_index (encounter->triggers, guint, i));
}

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
        is_own |= get_trigger (triggers, encounter, k) == other;
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

/* Places, buildings and events in the sentence of a trigger. */
static void
fill_places (const ReadoutSyntax     *syntax,
             const GArray            *triggers,
             const ReadoutEncounter  *encounter,
             const ReadoutTrigger    *trigger,
             ReadoutCandidateMeeting *meeting)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  gboolean               had_place = meeting->place.length > 0;
  gboolean               had_venue = meeting->venue.length > 0;
  gboolean               had_occasion = meeting->occasion.length > 0;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutCandidateMention *mention;
      gboolean                       placed;

      if (syntax->starting[i] < 0 || syntax->starting[i] != syntax->covering[i])
        continue;
      mention = &syntax->mentions[syntax->starting[i]];
      if (mention->form != READOUT_FORM_NAME)
        continue;
      placed = follows_preposition (syntax, i) || is_reached (syntax, i)
               || names_trigger (syntax, trigger, mention);
      /* "the situation in Norway" is what they spoke of. */
      if (readout_span_list_overlaps (&meeting->topics, syntax->tokens[i].span))
        placed = FALSE;

      switch (mention->type)
        {
        case READOUT_MENTION_LOCATION:
          /* "Doha, Qatar": the second one goes with the first. */
          if (!placed && meeting->place.length > 0 && i >= 2
              && readout_syntax_is (syntax, i - 1, ",")
              && syntax->ending[i - 2] >= 0)
            placed = readout_span_list_overlaps (&meeting->place,
                                                 syntax->tokens[i - 2].span);
          else if (placed && had_place)
            placed = FALSE;
          if (!placed && i >= trigger->destination.first
              && i < trigger->destination.end && !had_place)
            placed = TRUE;
          if (placed && !has_foreign_trigger (triggers, encounter, trigger, i))
            readout_trigger_add_span (
                syntax, &meeting->place, mention->first, mention->end);
          break;
        case READOUT_MENTION_FACILITY:
          if (!had_venue
              && (placed
                  || (i >= trigger->destination.first
                      && i < trigger->destination.end)))
            readout_trigger_add_span (
                syntax, &meeting->venue, mention->first, mention->end);
          break;
        case READOUT_MENTION_ORGANIZATION:
          if (!had_venue && i > 1 && placed
              && (readout_syntax_is (syntax, i - 1, "at")
                  || readout_syntax_is (syntax, i - 2, "at")))
            readout_trigger_add_span (
                syntax, &meeting->venue, mention->first, mention->end);
          break;
        case READOUT_MENTION_EVENT:
          if (!had_occasion)
            {
              guint low = i > 5 ? i - 5 : 0;

              for (guint k = i; k > low; k--)
                if (readout_syntax_is_in (syntax, k - 1, READOUT_WORDS_FRINGES)
                    || readout_syntax_is (syntax, k - 1, "during")
                    || (k == i - 1 && readout_syntax_is (syntax, k - 1, "at")))
                  {
                    readout_trigger_add_span (syntax,
                                              &meeting->occasion,
                                              mention->first,
                                              mention->end);
                    break;
                  }
            }
          break;
        default:
          break;
        }
    }
}

/* The city that an article comes from: "AMMAN — …", "Paris: …". */
static void
fill_dateline (const ReadoutSyntax *syntax, ReadoutCandidateMeeting *meeting)
{
  for (guint s = 0; s < syntax->n_sentences && s < 4; s++)
    {
      guint       first = syntax->sentences[s].first;
      gint32      mention = syntax->starting[first];
      const char *sign;

      if (s > 0
          && syntax->sentences[s].paragraph
                 == syntax->sentences[s - 1].paragraph)
        continue;
      if (mention < 0
          || syntax->mentions[mention].type != READOUT_MENTION_LOCATION
          || syntax->mentions[mention].end >= syntax->n_tokens)
        continue;
      sign = syntax->tokens[syntax->mentions[mention].end].lower;
      if (strchr (":-(,/", *sign) != NULL
          || g_str_has_prefix (sign, "\342\200\223")
          || g_str_has_prefix (sign, "\342\200\224"))
        {
          if (*sign == ','
              && syntax->dated[syntax->mentions[mention].end + 1
                                       < syntax->n_tokens
                                   ? syntax->mentions[mention].end + 1
                                   : 0]
                     < 0)
            continue;
          readout_trigger_add_span (syntax,
                                    &meeting->place,
                                    syntax->mentions[mention].first,
                                    syntax->mentions[mention].end);
          return;
        }
    }
}

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
    meeting->status = READOUT_MEETING_ONGOING;
}

/* The city or state that those who take part visit at the time. */
static void
fill_destination (const ReadoutSyntax     *syntax,
                  const GArray            *triggers,
                  const ReadoutEncounter  *encounter,
                  ReadoutCandidateMeeting *meeting)
{
  guint first = get_trigger (triggers, encounter, 0)->sentence;
  guint index = g_array_index (encounter->triggers, guint, 0);

  for (guint i = index > NEAR_TRIGGERS ? index - NEAR_TRIGGERS : 0;
       i < MIN (triggers->len, index + NEAR_TRIGGERS);
       i++)
    {
      const ReadoutTrigger *trigger
          = &g_array_index (triggers, ReadoutTrigger, i);
      gboolean shared = FALSE;
      gboolean is_apart = FALSE;

      if (trigger->destination.end <= trigger->destination.first
          || trigger->status == READOUT_MEETING_PLANNED
          || trigger->status == READOUT_MEETING_PROPOSED
          || trigger->status == READOUT_MEETING_CANCELLED
          || trigger->sentence > first + VISIT_REACH
          || trigger->sentence + VISIT_REACH < first)
        continue;
      /* "before his visit to Oslo" is another time. */
      for (guint k = trigger->head; k > 0 && k + 4 > trigger->head; k--)
        is_apart |= readout_syntax_is_in (
            syntax, k - 1, READOUT_WORDS_OTHER_TIME_WORDS);
      for (guint k = 0; !is_apart && k < trigger->participants->len; k++)
        for (guint n = 0; n < encounter->participants->len; n++)
          shared |= g_array_index (trigger->participants, gint32, k)
                    == g_array_index (encounter->participants, gint32, n);
      for (guint k = trigger->destination.first;
           shared && k < trigger->destination.end;
           k++)
        if (syntax->starting[k] >= 0
            && syntax->mentions[syntax->starting[k]].type
                   == READOUT_MENTION_LOCATION)
          {
            readout_trigger_add_span (
                syntax,
                &meeting->place,
                k,
                syntax->mentions[syntax->starting[k]].end);
            return;
          }
    }
}

/* The city in the name of the event that an encounter was at. */
static void
fill_place_of_event (const ReadoutSyntax     *syntax,
                     guint                    sentence,
                     ReadoutCandidateMeeting *meeting)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      if (syntax->starting[i] < 0
          || !readout_span_list_overlaps (&meeting->occasion,
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
                  syntax, &meeting->place, mention->first, mention->end);
              return;
            }
        }
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
    fill_duration (syntax, get_trigger (triggers, encounter, k), meeting);
  if (encounter->date < 0)
    return;

  date = &g_array_index (dates, ReadoutDateValue, encounter->date);
  readout_trigger_add_span (syntax, &meeting->time, date->first, date->end);
  g_strlcpy (meeting->time_value, date->value, sizeof meeting->time_value);

  last = find_last_day (syntax, date);
  for (guint k = 0; k < encounter->triggers->len && last == NULL; k++)
    last = find_until (syntax, get_trigger (triggers, encounter, k)->sentence);
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
  guint first_sentence = get_trigger (triggers, encounter, 0)->sentence;

  gboolean is_there = encounter->kind != READOUT_MEETING_CALL;

  readout_meeting_topics_fill (syntax, triggers, encounter, is_main, meeting);
  for (guint k = 0; is_there && k < encounter->triggers->len; k++)
    fill_places (syntax,
                 triggers,
                 encounter,
                 get_trigger (triggers, encounter, k),
                 meeting);
  for (guint k = 0;
       is_there && meeting->occasion.length > 0 && meeting->place.length == 0
       && k < encounter->triggers->len;
       k++)
    fill_place_of_event (
        syntax, get_trigger (triggers, encounter, k)->sentence, meeting);
  if (meeting->status == READOUT_MEETING_HELD
      || meeting->status == READOUT_MEETING_ONGOING)
    {
      if (is_there && meeting->place.length == 0)
        fill_destination (syntax, triggers, encounter, meeting);
      if (is_there && meeting->place.length == 0 && is_main
          && first_sentence < 4)
        fill_dateline (syntax, meeting);
    }
  fill_time (syntax, triggers, encounter, meeting);
}
