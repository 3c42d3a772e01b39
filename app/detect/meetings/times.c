/* times.c: the date that an encounter is placed at
 *
 * The nearest date of the sentence, unless it is that of the report, of a
 * dateline, or of something else that is told beside it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/times.h"

#include "detect/article/syntax.h"
#include "detect/words/cue-lexicon.h"

/* What is added to the distance of a mere year. */
#define YEAR_PENALTY 15

/* How far into its sentence the date of a dateline can begin, in tokens. */
#define DATELINE_REACH 8

/* What is added to the distance of a date that belongs to something else. */
#define OTHER_TIME 40

/* Whether a date says when something was told rather than done: "said on
 * Monday that", "on Monday told". */
static gboolean
dates_a_report (const ReadoutSyntax    *syntax,
                const ReadoutTrigger   *trigger,
                const ReadoutDateValue *date)
{
  const ReadoutCue *cue;
  guint             before = date->first;

  if (before > 0 && readout_syntax_is (syntax, before - 1, "on"))
    before--;
  if (before > 0)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[before - 1].lower);
      /* "said on Monday during a meeting": when it was said, they met. */
      if (cue != NULL && cue->share >= 60)
        return before - 1 != trigger->governor;
    }
  if (date->end < syntax->n_tokens)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[date->end].lower);
      if (cue != NULL && cue->share >= 60 && cue->form != READOUT_VERB_ING)
        return date->end != trigger->governor;
    }
  return FALSE;
}

/* The date of a dateline: "OSLO, March 12 (Agency) —" says when it was told. */
static gboolean
is_dateline (const ReadoutSyntax    *syntax,
             const ReadoutSentence  *sentence,
             const ReadoutDateValue *date)
{
  const char *next
      = date->end < syntax->n_tokens ? syntax->tokens[date->end].lower : "";

  if (date->first > sentence->first + DATELINE_REACH
      || (strchr (":(-/|", *next) == NULL
          && !g_str_has_prefix (next, "\342\200\223")
          && !g_str_has_prefix (next, "\342\200\224")))
    return FALSE;
  for (guint i = sentence->first; i < date->first; i++)
    if (syntax->covering[i] < 0
        && (syntax->tokens[i].flags & READOUT_TOKEN_WORD) != 0
        && (syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a date lies after the day of publication, so that what was held is
 * not of then. */
static gboolean
is_too_late (const ReadoutSyntax    *syntax,
             const ReadoutTrigger   *trigger,
             const ReadoutDateValue *date)
{
  const char *published = syntax->analysis->published;

  return published != NULL && trigger->has_status
         && trigger->status == READOUT_MEETING_HELD
         && strncmp (date->value, published, 10) > 0;
}

/* A year that only belongs to a name or thing: "the 2030 agenda". */
static gboolean
is_bare_year (const ReadoutSyntax *syntax, const ReadoutDateValue *date)
{
  return date->end == date->first + 1
         && (syntax->tokens[date->first].flags & READOUT_TOKEN_NUMBER) != 0
         && !(date->first > 0
              && readout_syntax_is (syntax, date->first - 1, "in"));
}

/* Whether a word between a date and an encounter gives them different times:
 * "on Sunday received Lee following Roy's visit". */
static gboolean
parts_times (const ReadoutSyntax *syntax, guint i)
{
  return readout_syntax_has (syntax, i, READOUT_WORD_RELATIVE)
         || readout_syntax_is_in (syntax, i, READOUT_WORDS_TIME_PARTING_WORDS);
}

/* How far a date in the sentence is from a trigger, in tokens; those that
 * belong to another trigger are far. */
static guint
rate_date (const ReadoutSyntax    *syntax,
           const GArray           *triggers,
           const ReadoutTrigger   *trigger,
           const ReadoutDateValue *date)
{
  const ReadoutTrigger *all
      = (const ReadoutTrigger *)(gconstpointer)triggers->data;
  guint low = MIN (date->first, trigger->head);
  guint high = MAX (date->first, trigger->head);
  guint distance = high - low;

  /* A clause of its own has its own time. */
  for (guint k = low; k < high; k++)
    if (parts_times (syntax, k))
      distance += OTHER_TIME;
  /* "met Lee before his visit to Oslo in July": that of the visit. */
  for (const ReadoutTrigger *other = trigger + 1;
       other < all + triggers->len && other->sentence == trigger->sentence;
       other++)
    if (other->head > trigger->head && other->head < date->first
        && (other->is_explicit || other->what == READOUT_MEETING_WORD_VISIT))
      distance += OTHER_TIME;

  return distance;
}

/**
 * readout_meeting_times_find_date:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @trigger: one of them
 *
 * Returns: the index of the date in its sentence that is nearest to it and
 *   can say when the encounter is, or -1
 */
gint32
readout_meeting_times_find_date (const ReadoutSyntax  *syntax,
                                 const GArray         *triggers,
                                 const ReadoutTrigger *trigger)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  const GArray          *dates = syntax->analysis->dates;
  gint32                 best = -1;
  guint                  nearest = G_MAXUINT;

  if (trigger->is_aside)
    return -1;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutDateValue *date;
      guint                   distance;

      if (syntax->dated[i] < 0)
        continue;
      date = &g_array_index (dates, ReadoutDateValue, syntax->dated[i]);
      i = MAX (i, date->end - 1);
      if (date->is_duration || is_bare_year (syntax, date)
          || (date->first > 0
              && readout_syntax_is (syntax, date->first - 1, "until"))
          || is_too_late (syntax, trigger, date)
          || is_dateline (syntax, sentence, date)
          || dates_a_report (syntax, trigger, date))
        continue;
      distance = rate_date (syntax, triggers, trigger, date);
      /* A year is more often that of something else. */
      if (strlen (date->value) == 4)
        distance += YEAR_PENALTY;
      if (distance < nearest)
        {
          nearest = distance;
          best = syntax->dated[date->first];
        }
    }

  return nearest <= 40 ? best : -1;
}
