/* topics.c: what an encounter was about
 *
 * Topics are what stands behind "discussed", "talks on", "focused on" and the
 * like in the sentences of an encounter, before "were reviewed", and what
 * those who took part spoke of afterwards.  Each is cut to its noun phrase and
 * parted from the others of its list (topic-parts.c).
 *
 * Two careful readers agree on fewer than two in three topics, so the rules
 * keep to the plain cases.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/topics.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/topic-parts.h"
#include "detect/meetings/trigger.h"

/* How many sentences behind the last trigger those who took part still tell of
 * the encounter. */
#define REPORT 10

static gboolean
is (const ReadoutSyntax *syntax, guint i, const char *word)
{
  return readout_syntax_is (syntax, i, word);
}

static gboolean
is_in (const ReadoutSyntax *syntax, guint i, ReadoutWordGroup group)
{
  return readout_syntax_is_in (syntax, i, group);
}

static gboolean
has (const ReadoutSyntax *syntax, guint i, guint classes)
{
  return readout_syntax_has (syntax, i, classes);
}

/* "went over", "ranged from", "agenda included", "referred to" */
static gboolean
is_phrasal_lead (const ReadoutSyntax *syntax, guint i)
{
  return (is (syntax, i, "went") && is (syntax, i + 1, "over"))
         || (is_in (syntax, i, READOUT_WORDS_RANGING)
             && is (syntax, i + 1, "from"))
         || (is (syntax, i, "agenda")
             && is_in (syntax, i + 1, READOUT_WORDS_AGENDA_VERBS))
         || (is_in (syntax, i, READOUT_WORDS_REFERENCE)
             && is (syntax, i + 1, "to"));
}

/* "talks on", "focused on", but "dealt with" only, as "talks with" names
 * people, and "overview of" only. */
static gboolean
is_prepositional_lead (const ReadoutSyntax *syntax, guint i)
{
  if (!is_in (syntax, i, READOUT_WORDS_TOPIC_NOUNS_AND_VERBS)
      || !is_in (syntax, i + 1, READOUT_WORDS_TOPIC_PREPOSITIONS))
    return FALSE;
  if (is (syntax, i + 1, "with"))
    return is (syntax, i, "dealt");
  if (is (syntax, i + 1, "of"))
    return is (syntax, i, "overview");
  return TRUE;
}

/* The index after words that name a topic behind them, or 0. */
static guint
match_lead (const ReadoutSyntax *syntax, guint i)
{
  if (syntax->covering[i] >= 0)
    return 0;
  if (is_in (syntax, i, READOUT_WORDS_TOPIC_VERBS))
    return i + 1;
  if (is_phrasal_lead (syntax, i) || is_prepositional_lead (syntax, i))
    return i + 2;
  return 0;
}

/* Whether what begins at token @i belongs to somebody: "Norway's floods". */
static gboolean
is_possessed (const ReadoutSyntax *syntax, guint i)
{
  return syntax->covering[i] >= 0
         && has (syntax,
                 syntax->mentions[syntax->covering[i]].end,
                 READOUT_WORD_POSSESSIVE);
}

/* Whether a topic can begin at token @i: "talks with Lee on trade", but no
 * person is a topic. */
static gboolean
can_begin (const ReadoutSyntax *syntax, guint i)
{
  if (has (syntax,
           i,
           READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION | READOUT_WORD_AUXILIARY
               | READOUT_WORD_PRONOUN)
      || syntax->dated[i] >= 0)
    return FALSE;
  return syntax->covering[i] < 0
         || syntax->mentions[syntax->covering[i]].type != READOUT_MENTION_PERSON
         || is_possessed (syntax, i);
}

/* "The latest developments were reviewed": what stands before the verb at token
 * @i. */
static void
add_subject (const ReadoutSyntax *syntax,
             guint                first,
             guint                i,
             ReadoutSpanList     *topics)
{
  ReadoutPhrase subject = readout_subjects_find_main (syntax, first, i - 1);

  if (subject.end > subject.first && subject.first < i - 1)
    readout_meeting_topic_parts_add (syntax, subject.first, i - 1, topics);
}

/* Adds the topics from @start on behind "discussed" and the like.  Returns the
 * index after them. */
static guint
add_object (const ReadoutSyntax *syntax,
            guint                start,
            guint                end,
            ReadoutSpanList     *topics)
{
  end = readout_clauses_find_end (syntax, start, end, TRUE);
  /* "ranged from trade to the floods" */
  if (is (syntax, start - 1, "from"))
    for (guint k = start + 1; k + 1 < end; k++)
      if (is (syntax, k, "to") && syntax->covering[k] < 0)
        {
          readout_meeting_topic_parts_add (syntax, start, k, topics);
          start = k + 1;
          break;
        }
  readout_meeting_topic_parts_add (syntax, start, end, topics);

  return end;
}

/* What a sentence says was discussed; with @only_passive, only what "was
 * discussed" there by nobody in particular. */
static void
fill_from_sentence (const ReadoutSyntax *syntax,
                    guint                sentence,
                    gboolean             only_passive,
                    ReadoutSpanList     *topics)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      guint start = match_lead (syntax, i);

      if (start == 0)
        continue;
      if (i > range->first && has (syntax, i - 1, READOUT_WORD_BE))
        add_subject (syntax, range->first, i, topics);
      else if (!only_passive && start < range->end && can_begin (syntax, start))
        i = MAX (i + 1, add_object (syntax, start, range->end, topics)) - 1;
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

/* Whether one of those who took part says what was discussed: "stressed the
 * need for …", within a stretch of the text. */
static gboolean
tells_topic (const ReadoutSyntax             *syntax,
             const ReadoutEncounter          *encounter,
             const ReadoutCandidateStatement *statement,
             ReadoutSpan                      report)
{
  guint32 content;
  guint32 cue;

  if (statement->content.length != 1 || statement->cue.length == 0
      || statement->manner != READOUT_MANNER_INDIRECT)
    return FALSE;
  content = statement->content.items[0].start;
  cue = statement->cue.items[0].start;
  if (content < report.start || content > report.end || cue > content
      || !is_in (syntax, find_token (syntax, cue), READOUT_WORDS_TOPIC_CUES))
    return FALSE;
  for (guint k = 0; k < statement->speakers.length; k++)
    if (readout_trigger_has_actor (
            encounter->participants,
            readout_actor_list_get (&statement->speakers, k)))
      return TRUE;
  return FALSE;
}

/* Whether a content is a noun phrase; "the plan was weak" is a clause, no
 * topic. */
static gboolean
is_noun_phrase (const ReadoutSyntax *syntax, guint first, guint end)
{
  ReadoutPhrase phrase;

  if (first == 0 || is (syntax, first - 1, "that")
      || has (syntax, first, READOUT_WORD_PRONOUN | READOUT_WORD_PREPOSITION))
    return FALSE;
  if (!has (syntax,
            first,
            READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE
                | READOUT_WORD_ING)
      && !is_possessed (syntax, first))
    return FALSE;

  phrase = readout_phrases_find_after (syntax, first, end);
  for (guint k = phrase.end; k < end && k < phrase.end + 2; k++)
    if (has (syntax, k, READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL))
      return FALSE;
  return TRUE;
}

/* What those who took part stressed, praised, referred to: the contents that
 * are noun phrases. */
static void
fill_from_statements (const ReadoutSyntax    *syntax,
                      const ReadoutEncounter *encounter,
                      ReadoutSpan             report,
                      ReadoutSpanList        *topics)
{
  const GArray *statements = syntax->analysis->statements;

  for (guint i = 0; i < statements->len; i++)
    {
      const ReadoutCandidateStatement *statement
          = &g_array_index (statements, ReadoutCandidateStatement, i);
      guint first;
      guint end;

      if (!tells_topic (syntax, encounter, statement, report))
        continue;
      first = find_token (syntax, statement->content.items[0].start);
      end = first;
      while (end < syntax->n_tokens
             && syntax->tokens[end].span.end <= statement->content.items[0].end)
        end++;
      if (is_noun_phrase (syntax, first, end))
        readout_meeting_topic_parts_add (syntax, first, end, topics);
    }
}

/**
 * readout_meeting_topics_fill:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: an encounter with at least one trigger
 * @is_main: whether it is the one that the article is about
 * @meeting: where to fill in topics
 */
void
readout_meeting_topics_fill (const ReadoutSyntax     *syntax,
                             const GArray            *triggers,
                             const ReadoutEncounter  *encounter,
                             gboolean                 is_main,
                             ReadoutCandidateMeeting *meeting)
{
  guint       first = G_MAXUINT;
  guint       done = G_MAXUINT;
  guint       last;
  ReadoutSpan report;

  for (guint k = 0; k < encounter->triggers->len; k++)
    {
      guint sentence
          = readout_encounter_get_trigger (encounter, triggers, k)->sentence;

      if (sentence != done)
        fill_from_sentence (syntax, sentence, FALSE, &meeting->topics);
      done = sentence;
      first = MIN (first, sentence);
    }
  if (!is_main || first >= syntax->n_sentences)
    return;

  if (done + 1 < syntax->n_sentences)
    fill_from_sentence (syntax, done + 1, TRUE, &meeting->topics);
  last = MIN (encounter->last_sentence + REPORT, syntax->n_sentences - 1);
  report.start = syntax->tokens[syntax->sentences[first].first].span.start;
  report.end = syntax->tokens[syntax->sentences[last].end - 1].span.end;
  fill_from_statements (syntax, encounter, report, &meeting->topics);
}
