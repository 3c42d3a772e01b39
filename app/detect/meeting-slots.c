/* meeting-slots.c: where, when and about what an encounter was
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

#include "detect/meeting-triggers.h"

#include <stdio.h>
#include <string.h>

#include "detect/statement-drafts.h"
#include "language/dates-calendar.h"

/* Topics and outcomes of one encounter that are worth a person's time. */
#define MAX_TOPICS 14
#define MAX_OUTCOMES 14

/* How far behind a trigger "for two hours" can stand, in tokens. */
#define LENGTH_REACH 20

static const char *const topic_verbs[]
    = { "discussed", "discuss",   "discussing", "reviewed", "reviewing",
        "covered",   "addressed", "explored",   "examined", "exploring",
        "discusses", "tackled",   "examine",    "debated",  NULL };
static const char *const topic_leads[]
    = { "importance", "need",         "necessity",  "keenness",
        "readiness",  "significance", "commitment", "intention",
        "desire",     "interest",     "support",    NULL };

static void
add_span (const ReadoutSyntax *syntax,
          ReadoutSpanList     *list,
          guint                first,
          guint                end)
{
  ReadoutSpan span;

  while (end > first && readout_syntax_has (syntax, end - 1, READOUT_WORD_SIGN)
         && !readout_syntax_is_quote (syntax, end - 1))
    end--;
  if (end <= first)
    return;
  span = readout_analysis_get_span (syntax->analysis, first, end);
  if (!readout_span_list_overlaps (list, span))
    readout_span_list_add (list, span);
}

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

static gboolean
follows_preposition (const ReadoutSyntax *syntax,
                     guint                i,
                     const char *const   *prepositions)
{
  guint low = i > 4 ? i - 4 : 0;

  for (guint k = i; k > low; k--)
    {
      if (readout_syntax_is_one_of (syntax, k - 1, prepositions))
        return TRUE;
      if (!readout_syntax_has (syntax, k - 1, READOUT_WORD_DETERMINER)
          && (syntax->covering[k - 1] >= 0
              || readout_syntax_has (syntax, k - 1, ~(guint)0)))
        return FALSE;
    }
  return FALSE;
}

/* Places, buildings and events in the sentence of a trigger. */
static void
fill_places (const ReadoutSyntax     *syntax,
             const GArray            *triggers,
             const ReadoutEncounter  *encounter,
             const ReadoutTrigger    *trigger,
             ReadoutCandidateMeeting *meeting)
{
  static const char *const in[] = { "in", "at", "near", "inside", NULL };
  static const char *const fringes[]
      = { "sidelines", "fringes", "margins", "sideline", "margin", NULL };
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
      placed = follows_preposition (syntax, i, in);

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
            add_span (syntax, &meeting->place, mention->first, mention->end);
          break;
        case READOUT_MENTION_FACILITY:
          if (!had_venue
              && (placed
                  || (i >= trigger->destination.first
                      && i < trigger->destination.end)))
            add_span (syntax, &meeting->venue, mention->first, mention->end);
          break;
        case READOUT_MENTION_ORGANIZATION:
          if (!had_venue && i > 1 && placed
              && (readout_syntax_is (syntax, i - 1, "at")
                  || readout_syntax_is (syntax, i - 2, "at")))
            add_span (syntax, &meeting->venue, mention->first, mention->end);
          break;
        case READOUT_MENTION_EVENT:
          if (!had_occasion)
            {
              guint low = i > 5 ? i - 5 : 0;

              for (guint k = i; k > low; k--)
                if (readout_syntax_is_one_of (syntax, k - 1, fringes)
                    || readout_syntax_is (syntax, k - 1, "during")
                    || (k == i - 1 && readout_syntax_is (syntax, k - 1, "at")))
                  {
                    add_span (syntax,
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
          add_span (syntax,
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
  static const char *const to[]
      = { "to", "until", "through", "till", "and", "-", NULL };
  const ReadoutDateValue *last;
  guint                   i = from->end;

  if (i + 1 >= syntax->n_tokens || !readout_syntax_is_one_of (syntax, i, to)
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
  static const char *const until[] = { "until", "through", "till", NULL };
  const ReadoutSentence   *range = &syntax->sentences[sentence];

  for (guint i = range->first + 1; i < range->end; i++)
    if (syntax->dated[i] >= 0
        && readout_syntax_is_one_of (syntax, i - 1, until))
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
  static const char *const before[]
      = { "for", "lasted", "lasting", "lasts", "last", NULL };
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
    if (readout_syntax_is_one_of (syntax, i - 1, before))
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
      add_span (syntax, &meeting->duration, date->first, date->end);
      g_strlcpy (
          meeting->duration_value, date->value, sizeof meeting->duration_value);
      return;
    }
}

/* Whether an encounter of several days begins in a sentence. */
static gboolean
begins (const ReadoutSyntax *syntax, guint sentence)
{
  static const char *const words[]
      = { "began", "begin", "begins", "started", "starts",  "start", "opened",
          "opens", "open",  "kicked", "arrived", "arrives", NULL };
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    if (readout_syntax_is_one_of (syntax, i, words))
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
  add_span (syntax, &meeting->time, date->first, date->end);
  g_strlcpy (meeting->time_value, date->value, sizeof meeting->time_value);

  last = find_last_day (syntax, date);
  for (guint k = 0; k < encounter->triggers->len && last == NULL; k++)
    last = find_until (syntax, get_trigger (triggers, encounter, k)->sentence);
  if (last != NULL && last != date)
    {
      add_span (syntax, &meeting->time, last->first, last->end);
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

static void
add_topic (const ReadoutSyntax     *syntax,
           ReadoutCandidateMeeting *meeting,
           guint                    first,
           guint                    end)
{
  guint start = first;

  /* "the importance of joint action" is about joint action. */
  for (guint i = first; i < end && i < first + 4; i++)
    if (readout_syntax_is_one_of (syntax, i, topic_leads))
      {
        start = i + 1;
        if (readout_syntax_is (syntax, start, "of")
            || readout_syntax_is (syntax, start, "to")
            || readout_syntax_is (syntax, start, "for")
            || readout_syntax_is (syntax, start, "on")
            || readout_syntax_is (syntax, start, "in"))
          start++;
      }
  /* A relative clause tells more of a topic, it is none. */
  for (guint i = start; i + 1 < end; i++)
    if (readout_syntax_is (syntax, i, ",")
        && readout_syntax_has (syntax, i + 1, READOUT_WORD_RELATIVE))
      end = i;

  if (meeting->topics.length < MAX_TOPICS && end > start)
    add_span (syntax, &meeting->topics, start, end);
}

/* What the sentences say was discussed. */
static void
fill_topics_in (const ReadoutSyntax     *syntax,
                guint                    sentence,
                ReadoutCandidateMeeting *meeting)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      guint start = 0;

      if (readout_syntax_is_one_of (syntax, i, topic_verbs))
        start = i + 1;
      else if (readout_syntax_is (syntax, i, "went")
               && readout_syntax_is (syntax, i + 1, "over"))
        start = i + 2;
      else if ((readout_syntax_is (syntax, i, "focused")
                || readout_syntax_is (syntax, i, "centered")
                || readout_syntax_is (syntax, i, "centred")
                || readout_syntax_is (syntax, i, "dealt")
                || readout_syntax_is (syntax, i, "touched")
                || readout_syntax_is (syntax, i, "views")
                || readout_syntax_is (syntax, i, "talks"))
               && (readout_syntax_is (syntax, i + 1, "on")
                   || readout_syntax_is (syntax, i + 1, "upon")))
        start = i + 2;
      else if (readout_syntax_is (syntax, i, "ranged")
               && readout_syntax_is (syntax, i + 1, "from"))
        start = i + 2;
      if (start == 0 || start >= range->end
          || readout_syntax_has (syntax,
                                 start,
                                 READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                                     | READOUT_WORD_AUXILIARY)
          || syntax->dated[start] >= 0)
        continue;
      add_topic (
          syntax,
          meeting,
          start,
          readout_statement_cues_find_end (syntax, start, range->end, TRUE));
    }
}

static gboolean
contains (const GArray *actors, gint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, gint32, i) == actor)
      return TRUE;
  return FALSE;
}

/* What those who took part stressed, praised, referred to: the contents that
 * are noun phrases. */
static void
fill_topics_from_statements (const ReadoutSyntax     *syntax,
                             const ReadoutEncounter  *encounter,
                             guint32                  start,
                             ReadoutCandidateMeeting *meeting)
{
  const GArray *statements = syntax->analysis->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const ReadoutCandidateStatement *statement
          = &g_array_index (statements, ReadoutCandidateStatement, i);
      gboolean is_theirs = FALSE;
      guint    low = 0;
      guint    high = syntax->n_tokens;
      guint    first;
      guint    end;

      for (guint k = 0; k < statement->speakers->len; k++)
        is_theirs |= contains (encounter->participants,
                               g_array_index (statement->speakers, gint32, k));
      if (!is_theirs || statement->content.length != 1
          || statement->manner != READOUT_MANNER_INDIRECT
          || statement->cue.length == 0
          || statement->content.items[0].start < start
          || statement->cue.items[0].start > statement->content.items[0].start)
        continue;

      /* The token at which the content begins. */
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (syntax->tokens[middle].span.start
              < statement->content.items[0].start)
            low = middle + 1;
          else
            high = middle;
        }
      first = low;
      end = first;
      while (end < syntax->n_tokens
             && syntax->tokens[end].span.end <= statement->content.items[0].end)
        end++;
      if (first == 0 || readout_syntax_is (syntax, first - 1, "that")
          || readout_syntax_has (
              syntax, first, READOUT_WORD_PRONOUN | READOUT_WORD_PREPOSITION))
        continue;
      if (readout_syntax_has (
              syntax, first, READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE)
          || readout_syntax_has (syntax, first, READOUT_WORD_ING)
          || (syntax->covering[first] >= 0
              && readout_syntax_has (
                  syntax,
                  syntax->mentions[syntax->covering[first]].end,
                  READOUT_WORD_POSSESSIVE)))
        {
          gboolean      is_clause = FALSE;
          ReadoutPhrase phrase
              = readout_syntax_phrase_after (syntax, first, end);

          /* "the plan was weak" is a clause, no topic. */
          for (guint k = phrase.end; k < end && k < phrase.end + 2; k++)
            is_clause |= readout_syntax_has (
                syntax, k, READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL);
          if (!is_clause)
            add_topic (syntax, meeting, first, end);
        }
    }
}

/* "agreed to …", "agreed that …", "signed a memorandum". */
static void
fill_outcomes (const ReadoutSyntax     *syntax,
               guint                    first_sentence,
               guint                    last_sentence,
               ReadoutCandidateMeeting *meeting)
{
  for (guint s = first_sentence; s <= last_sentence && s < syntax->n_sentences
                                 && meeting->outcomes.length < MAX_OUTCOMES;
       s++)
    {
      const ReadoutSentence *range = &syntax->sentences[s];

      for (guint i = range->first; i < range->end; i++)
        {
          gboolean agreed = readout_syntax_is (syntax, i, "agreed")
                            && (readout_syntax_is (syntax, i + 1, "to")
                                || readout_syntax_is (syntax, i + 1, "on"));
          gboolean signed_it
              = readout_syntax_is (syntax, i, "signed")
                && readout_syntax_has (syntax, i + 1, READOUT_WORD_DETERMINER);
          guint end;

          if (!agreed && !signed_it)
            continue;
          end = readout_statement_cues_find_end (
              syntax, i + 1, range->end, TRUE);
          /* "… during an annual meeting" tells when, not what. */
          for (guint k = i + 2; k < end; k++)
            if (readout_syntax_is (syntax, k, "during"))
              end = k;
          add_span (syntax, &meeting->outcomes, i, end);
          i = end - 1;
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

  for (guint k = 0; k < encounter->triggers->len; k++)
    {
      const ReadoutTrigger *trigger = get_trigger (triggers, encounter, k);

      if (encounter->kind != READOUT_MEETING_CALL)
        fill_places (syntax, triggers, encounter, trigger, meeting);
      fill_topics_in (syntax, trigger->sentence, meeting);
    }
  if (meeting->place.length == 0 && is_main && first_sentence < 4
      && encounter->kind != READOUT_MEETING_CALL
      && (meeting->status == READOUT_MEETING_HELD
          || meeting->status == READOUT_MEETING_ONGOING))
    fill_dateline (syntax, meeting);
  fill_time (syntax, triggers, encounter, meeting);

  if (is_main)
    {
      guint last = MIN (encounter->last_sentence + 4, syntax->n_sentences - 1);

      fill_topics_from_statements (
          syntax,
          encounter,
          syntax->tokens[syntax->sentences[first_sentence].first].span.start,
          meeting);
      fill_outcomes (syntax, first_sentence, last, meeting);
    }
}
