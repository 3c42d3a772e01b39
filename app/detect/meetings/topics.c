/* topics.c: what an encounter was about, and what came of it
 *
 * Topics are what stands behind "discussed", "talks on", "focused on" and the
 * like in the sentences of an encounter, before "were reviewed", and what
 * those who took part spoke of afterwards.  Each is cut to its noun phrase and
 * parted from the others of its list.  Outcomes are what they agreed to or
 * signed.
 *
 * Two careful readers agree on fewer than two in three topics, so the rules
 * keep to the plain cases.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/topics.h"

#include <string.h>

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/trigger.h"

/* Topics and outcomes of one encounter that are worth a person's time. */
#define MAX_TOPICS 14
#define MAX_OUTCOMES 14

/* How many sentences behind the last trigger are still about it. */
#define AFTERMATH 4

/* How many sentences behind it those who took part still tell of it. */
#define REPORT 10

typedef struct
{
  const ReadoutSyntax     *syntax;
  ReadoutCandidateMeeting *meeting;
} Topics;

static gboolean
is (const Topics *self, guint i, const char *word)
{
  return readout_syntax_is (self->syntax, i, word);
}

static gboolean
has (const Topics *self, guint i, guint classes)
{
  return readout_syntax_has (self->syntax, i, classes);
}

/* Words that name a matter: what follows "and" is a topic of its own. */
static gboolean
is_matter (const Topics *self, guint i)
{
  return readout_syntax_is_in (self->syntax, i, READOUT_WORDS_TOPIC_HEADS);
}

static void
add_plain (const Topics *self, guint first, guint end)
{
  while (
      first < end
      && (readout_syntax_is_in (self->syntax, first, READOUT_WORDS_TOPIC_EDGES)
          || has (self, first, READOUT_WORD_SIGN)))
    first++;
  while (end > first
         && (readout_syntax_is_in (
                 self->syntax, end - 1, READOUT_WORDS_TOPIC_EDGES)
             || (has (self, end - 1, READOUT_WORD_SIGN)
                 && !readout_syntax_is_quote (self->syntax, end - 1))))
    end--;
  /* "the floods last week": when is no part of what. */
  if (end > first && self->syntax->dated[end - 1] >= 0)
    {
      const ReadoutDateValue *date
          = &g_array_index (self->syntax->analysis->dates,
                            ReadoutDateValue,
                            self->syntax->dated[end - 1]);

      if (date->first > first + 1
          && !has (self, date->first - 1, READOUT_WORD_PREPOSITION))
        end = date->first;
    }
  if (first >= end || is (self, end - 1, "side") || is (self, end - 1, "phone")
      || self->meeting->topics.length >= MAX_TOPICS
      || (end == first + 1 && has (self, first, READOUT_WORD_PRONOUN)))
    return;
  readout_trigger_add_span (self->syntax, &self->meeting->topics, first, end);
}

/* "the importance of joint action" is about joint action. */
static guint
skip_leads (const Topics *self, guint first, guint end)
{
  guint start = first;

  for (guint i = first; i + 1 < end && i < first + 5; i++)
    if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_TOPIC_LEADS)
        && readout_syntax_is_in (
            self->syntax, i + 1, READOUT_WORDS_TOPIC_LEAD_LINKS))
      start = i + 2;
  return start;
}

/* Whether token @i after a comma, "and" or nothing begins what only tells more
 * of a topic. */
static gboolean
begins_aside (const Topics *self, guint i)
{
  return readout_syntax_is_in (self->syntax, i, READOUT_WORDS_ASIDE_BEGINNINGS);
}

/* Whether a noun phrase from token @i on is about a person or group. */
static gboolean
names_person (const Topics *self, guint i, guint end)
{
  return readout_meeting_participants_name_person (
      self->syntax, readout_syntax_phrase_after (self->syntax, i, end));
}

/* Where the noun phrase of a topic ends at the latest. */
static guint
find_topic_end (const Topics *self, guint first, guint end)
{
  for (guint i = first + 1; i < end; i++)
    {
      if (self->syntax->covering[i] >= 0)
        continue;
      if (readout_syntax_is_in (
              self->syntax, i, READOUT_WORDS_CLAUSE_BEGINNINGS)
          && !(is (self, i, "as") && is (self, i + 1, "well"))
          && !(is (self, i - 1, "such") || is (self, i - 1, "in")))
        return i;
      /* "discussed the floods with Lee": whom, not what. */
      if (is (self, i, "with") && i + 1 < end
          && names_person (self, i + 1, end))
        return i;
      if (self->syntax->dated[i] >= 0
          && (is (self, i - 1, "on") || is (self, i - 1, ",")))
        return i - 1;
      if (i + 1 >= end)
        continue;
      if (is (self, i, ",") && begins_aside (self, i + 1)
          && !(is (self, i + 1, "as") && is (self, i + 2, "well")))
        return i;
      if (is (self, i, ",") && is (self, i + 1, "and")
          && is (self, i + 2, "that"))
        return i;
      /* "and answered questions": the next verb. */
      if (is (self, i, "and") && self->syntax->covering[i + 1] < 0
          && has (self, i + 1, READOUT_WORD_PAST)
          && !has (self, i + 2, READOUT_WORD_PREPOSITION) && i + 2 < end)
        return i;
    }

  return end;
}

/* Whether what follows "and" at token @i is a topic of its own: it has an
 * article or name of its own, is no pair ("between … and …") and takes up
 * nothing from before. */
static gboolean
parts_at_and (const Topics *self, guint first, guint i, guint end)
{
  gboolean has_link = FALSE;

  if (i < first + 2 || i + 2 > end)
    return FALSE;
  for (guint k = i; k > first && k + 8 > i; k--)
    if (is (self, k - 1, "between") || is (self, k - 1, "both"))
      return FALSE;
  if (is_matter (self, i + 1) || is_matter (self, i + 2))
    return TRUE;
  for (guint k = i + 1; k < end; k++)
    has_link |= self->syntax->covering[k] < 0
                && has (self, k, READOUT_WORD_PREPOSITION);
  if (!has_link)
    return FALSE;
  if (is (self, i + 1, "the"))
    return TRUE;
  return self->syntax->covering[i + 1] >= 0
         && has (self,
                 self->syntax->mentions[self->syntax->covering[i + 1]].end,
                 READOUT_WORD_POSSESSIVE);
}

/* Whether the commas of a stretch are those of a list of topics rather than of
 * a list inside of one: "in the fields of energy, water and health". */
static gboolean
is_list (const Topics *self, guint first, guint end)
{
  guint    n_commas = 0;
  guint    first_comma = end;
  gboolean has_and = FALSE;
  gboolean inner = TRUE;

  for (guint i = first; i < end; i++)
    {
      if (self->syntax->covering[i] >= 0)
        continue;
      if (is (self, i, ","))
        {
          if (n_commas++ == 0)
            first_comma = i;
        }
      else if (n_commas > 0 && is (self, i, "and"))
        has_and = TRUE;
      else if (n_commas > 0
               && (has (self,
                        i,
                        READOUT_WORD_DETERMINER | READOUT_WORD_PREPOSITION)
                   || is_matter (self, i)))
        inner = FALSE;
    }
  if (n_commas == 0 || !has_and)
    return FALSE;
  if (!inner)
    return TRUE;
  for (guint i = first; i < first_comma; i++)
    if (self->syntax->covering[i] < 0
        && has (self, i, READOUT_WORD_PREPOSITION))
      return FALSE;
  return TRUE;
}

/* Adds the topics of a stretch, each for itself. */
static void
add_topics (const Topics *self, guint first, guint end)
{
  gboolean list;
  guint    start;
  guint    last_comma = first;

  first = skip_leads (self, first, end);
  /* "issues including trade, the floods and …" */
  for (guint i = first + 1; i + 2 < end; i++)
    if ((is (self, i, "including") || is (self, i, "notably")
         || (is (self, i, "as") && is (self, i - 1, "such")))
        && is_list (self, i + 1, end) && !is (self, i - 1, ","))
      {
        first = i + 1;
        break;
      }
  end = find_topic_end (self, first, end);
  list = is_list (self, first, end);
  for (guint i = first; list && i < end; i++)
    if (is (self, i, ",") && self->syntax->covering[i] < 0)
      last_comma = i;

  start = first;
  for (guint i = first; i < end; i++)
    {
      gboolean parts = FALSE;
      guint    skip = 1;

      if (self->syntax->covering[i] >= 0 || self->syntax->dated[i] >= 0)
        continue;
      if (is (self, i, ",")
          && (is (self, i + 1, "especially") || is (self, i + 1, "particularly")
              || is (self, i + 1, "notably")))
        {
          parts = TRUE;
          skip = 2;
        }
      else if (is (self, i, "as") && is (self, i + 1, "well")
               && is (self, i + 2, "as"))
        {
          parts = TRUE;
          skip = 3;
        }
      else if (list && is (self, i, ","))
        parts = TRUE;
      else if (is (self, i, "and"))
        parts
            = (list && i > last_comma + 1 && !is (self, last_comma + 1, "and")
               && !(i + 1 < end && has (self, i + 1, READOUT_WORD_POSSESSIVE)))
              || parts_at_and (self, start, i, end);
      if (!parts)
        continue;
      add_plain (self, skip_leads (self, start, i), i);
      start = i + skip;
      i = start - 1;
    }
  if (start < end)
    add_plain (self, skip_leads (self, start, end), end);
}

/* The index after words that name a topic behind them, or 0. */
static guint
match_lead (const Topics *self, guint i)
{
  if (self->syntax->covering[i] >= 0)
    return 0;
  if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_TOPIC_VERBS))
    return i + 1;
  if (is (self, i, "went") && is (self, i + 1, "over"))
    return i + 2;
  if ((is (self, i, "ranged") || is (self, i, "ranging"))
      && is (self, i + 1, "from"))
    return i + 2;
  if (is (self, i, "agenda")
      && (is (self, i + 1, "includes") || is (self, i + 1, "included")))
    return i + 2;
  if ((is (self, i, "referred") || is (self, i, "reference"))
      && is (self, i + 1, "to"))
    return i + 2;
  if (readout_syntax_is_in (
          self->syntax, i, READOUT_WORDS_TOPIC_NOUNS_AND_VERBS)
      && readout_syntax_is_in (
          self->syntax, i + 1, READOUT_WORDS_TOPIC_PREPOSITIONS))
    {
      /* "dealt with" only, and "talks with" names people. */
      if (is (self, i + 1, "with") && !is (self, i, "dealt"))
        return 0;
      if (is (self, i + 1, "of") && !is (self, i, "overview"))
        return 0;
      return i + 2;
    }
  return 0;
}

/* What a sentence says was discussed; with @only_passive, only what "was
 * discussed" there by nobody in particular. */
static void
fill_in (const Topics *self, guint sentence, gboolean only_passive)
{
  const ReadoutSentence *range = &self->syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      guint start = match_lead (self, i);
      guint end;

      /* "The latest developments were reviewed." */
      if (start > 0 && i > range->first && has (self, i - 1, READOUT_WORD_BE))
        {
          ReadoutPhrase subject
              = readout_syntax_main_subject (self->syntax, range->first, i - 1);

          if (subject.end > subject.first && subject.first < i - 1)
            add_topics (self, subject.first, i - 1);
          continue;
        }
      if (only_passive || start == 0 || start >= range->end
          || has (self,
                  start,
                  READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                      | READOUT_WORD_AUXILIARY | READOUT_WORD_PRONOUN)
          || self->syntax->dated[start] >= 0)
        continue;
      /* "talks with Lee on trade": no person is a topic. */
      if (self->syntax->covering[start] >= 0
          && self->syntax->mentions[self->syntax->covering[start]].type
                 == READOUT_MENTION_PERSON
          && !has (self,
                   self->syntax->mentions[self->syntax->covering[start]].end,
                   READOUT_WORD_POSSESSIVE))
        continue;
      end = readout_clauses_find_end (self->syntax, start, range->end, TRUE);
      /* "ranged from trade to the floods" */
      if (is (self, start - 1, "from"))
        for (guint k = start + 1; k + 1 < end; k++)
          if (is (self, k, "to") && self->syntax->covering[k] < 0)
            {
              add_topics (self, start, k);
              start = k + 1;
              break;
            }
      add_topics (self, start, end);
      if (end > i)
        i = end - 1;
    }
}

static guint
find_token (const ReadoutSyntax *syntax, guint32 position)
{
  guint low = 0;
  guint high = syntax->n_tokens;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (syntax->tokens[middle].span.start < position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The verbs by which reports of an encounter tell what it was about, unlike
 * greetings, wishes and what else people say. */
static gboolean
tells_topic (const Topics *self, guint i)
{
  return readout_syntax_is_in (self->syntax, i, READOUT_WORDS_TOPIC_CUES);
}

/* What those who took part stressed, praised, referred to: the contents that
 * are noun phrases. */
static void
fill_from_statements (const Topics           *self,
                      const ReadoutEncounter *encounter,
                      guint32                 start,
                      guint32                 end_of_report)
{
  const ReadoutSyntax *syntax = self->syntax;
  const GArray        *statements = syntax->analysis->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const ReadoutCandidateStatement *statement
          = &g_array_index (statements, ReadoutCandidateStatement, i);
      gboolean speaks = FALSE;
      guint    first;
      guint    end;

      for (guint k = 0; k < statement->speakers->len; k++)
        speaks |= readout_participants_contain (
            encounter->participants,
            g_array_index (statement->speakers, gint32, k));
      if (!speaks || statement->content.length != 1
          || statement->manner != READOUT_MANNER_INDIRECT
          || statement->cue.length == 0
          || statement->content.items[0].start < start
          || statement->content.items[0].start > end_of_report
          || statement->cue.items[0].start > statement->content.items[0].start
          || !tells_topic (self,
                           find_token (syntax, statement->cue.items[0].start)))
        continue;

      first = find_token (syntax, statement->content.items[0].start);
      end = first;
      while (end < syntax->n_tokens
             && syntax->tokens[end].span.end <= statement->content.items[0].end)
        end++;
      if (first == 0 || readout_syntax_is (syntax, first - 1, "that")
          || has (self, first, READOUT_WORD_PRONOUN | READOUT_WORD_PREPOSITION))
        continue;
      if (has (self,
               first,
               READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE
                   | READOUT_WORD_ING)
          || (syntax->covering[first] >= 0
              && has (self,
                      syntax->mentions[syntax->covering[first]].end,
                      READOUT_WORD_POSSESSIVE)))
        {
          gboolean      is_clause = FALSE;
          ReadoutPhrase phrase
              = readout_syntax_phrase_after (syntax, first, end);

          /* "the plan was weak" is a clause, no topic. */
          for (guint k = phrase.end; k < end && k < phrase.end + 2; k++)
            is_clause
                |= has (self, k, READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL);
          if (!is_clause)
            add_topics (self, first, end);
        }
    }
}

static gboolean
reaches_accord (const Topics *self, guint i)
{
  for (guint k = i + 1; k < self->syntax->n_tokens && k < i + 5; k++)
    if (readout_syntax_is_in (self->syntax, k, READOUT_WORDS_ACCORD_NOUNS))
      return TRUE;
  return FALSE;
}

/* "agreed to …", "signed a memorandum", "reached an agreement" */
static void
fill_outcomes (const Topics *self, guint first_sentence, guint last_sentence)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (guint s = first_sentence;
       s <= last_sentence && s < syntax->n_sentences
       && self->meeting->outcomes.length < MAX_OUTCOMES;
       s++)
    {
      const ReadoutSentence *range = &syntax->sentences[s];

      for (guint i = range->first; i < range->end; i++)
        {
          gboolean agreed
              = is (self, i, "agreed")
                && (is (self, i + 1, "to") || is (self, i + 1, "on"));
          gboolean signed_it
              = (is (self, i, "signed")
                 || (is (self, i, "reached") && reaches_accord (self, i)))
                && has (self, i + 1, READOUT_WORD_DETERMINER);
          guint end;

          if (!agreed && !signed_it)
            continue;
          end = readout_clauses_find_end (syntax, i + 1, range->end, TRUE);
          for (guint k = i + 2; k < end; k++)
            /* "… during an annual meeting" tells when, not what, and the next
             * verb tells the next one. */
            if (is (self, k, "during")
                || (is (self, k, "and")
                    && (is (self, k + 1, "signed")
                        || is (self, k + 1, "agreed"))))
              end = k;
          readout_trigger_add_span (syntax, &self->meeting->outcomes, i, end);
          i = MAX (i, end - 1);
        }
    }
}

/* How an encounter was, in its own sentence: "in a cordial atmosphere",
 * "candid and constructive", "without a result", "failed to close the gap". */
static void
fill_character (const Topics *self, guint sentence)
{
  const ReadoutSentence *range = &self->syntax->sentences[sentence];
  ReadoutSpanList       *outcomes = &self->meeting->outcomes;

  for (guint i = range->first;
       i < range->end && outcomes->length < MAX_OUTCOMES;
       i++)
    {
      guint end = i;

      if (self->syntax->covering[i] >= 0)
        continue;
      if ((is (self, i, "in") || is (self, i, "without")) && i + 1 < range->end)
        {
          ReadoutWordGroup nouns = is (self, i, "in")
                                       ? READOUT_WORDS_MOOD_NOUNS
                                       : READOUT_WORDS_RESULT_NOUNS;

          for (guint k = i + 2; k < range->end && k < i + 7; k++)
            if (readout_syntax_is_in (self->syntax, k, nouns))
              end = k + 1;
            else if (has (self, k, READOUT_WORD_PREPOSITION))
              break;
          if (end > i)
            readout_trigger_add_span (
                self->syntax, outcomes, is (self, i, "in") ? i + 1 : i, end);
        }
      else if (is (self, i, "failed") && is (self, i + 1, "to")
               && i > range->first)
        {
          end = readout_clauses_find_end (
              self->syntax, i + 1, range->end, TRUE);
          readout_trigger_add_span (self->syntax, outcomes, i, end);
        }
      else if (readout_syntax_is_in (
                   self->syntax, i, READOUT_WORDS_CHARACTER_ADJECTIVES))
        {
          end = i + 1;
          while (
              end < range->end
              && (is (self, end, ",") || is (self, end, "and")
                  || readout_syntax_is_in (
                      self->syntax, end, READOUT_WORDS_CHARACTER_ADJECTIVES)))
            end++;
          while (end > i + 1
                 && (is (self, end - 1, ",") || is (self, end - 1, "and")))
            end--;
          /* "a frank man" is no outcome, "the talks were frank" is. */
          if (end >= range->end
              || has (self,
                      end,
                      READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                          | READOUT_WORD_CONJUNCTION
                          | READOUT_WORD_SUBORDINATOR)
              || readout_syntax_is_quote (self->syntax, end)
              || (self->syntax->tokens[end].flags & READOUT_TOKEN_PUNCT) != 0)
            readout_trigger_add_span (self->syntax, outcomes, i, end);
        }
      if (end > i)
        i = end - 1;
    }
}

/**
 * readout_meeting_topics_fill:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: an encounter with at least one trigger
 * @is_main: whether it is the one that the article is about
 * @meeting: where to fill in topics and outcomes
 */
void
readout_meeting_topics_fill (const ReadoutSyntax     *syntax,
                             const GArray            *triggers,
                             const ReadoutEncounter  *encounter,
                             gboolean                 is_main,
                             ReadoutCandidateMeeting *meeting)
{
  const Topics self = { syntax, meeting };
  guint        first_sentence = G_MAXUINT;
  guint        done = G_MAXUINT;
  guint        last;
  guint        far;

  for (guint k = 0; k < encounter->triggers->len; k++)
    {
      guint sentence
          = g_array_index (triggers,
                           ReadoutTrigger,
                           g_array_index (encounter->triggers, guint, k))
                .sentence;

      if (sentence != done)
        {
          fill_in (&self, sentence, FALSE);
          fill_character (&self, sentence);
        }
      done = sentence;
      first_sentence = MIN (first_sentence, sentence);
    }
  if (is_main && done + 1 < syntax->n_sentences)
    fill_in (&self, done + 1, TRUE);
  if (!is_main || first_sentence >= syntax->n_sentences)
    return;

  last = MIN (encounter->last_sentence + AFTERMATH, syntax->n_sentences - 1);
  far = MIN (encounter->last_sentence + REPORT, syntax->n_sentences - 1);
  fill_from_statements (
      &self,
      encounter,
      syntax->tokens[syntax->sentences[first_sentence].first].span.start,
      syntax->tokens[syntax->sentences[far].end - 1].span.end);
  fill_outcomes (&self, first_sentence, last);
}
