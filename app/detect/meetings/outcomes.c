/* outcomes.c: what came of an encounter
 *
 * How it was ("in a cordial atmosphere", "candid and constructive", "without
 * a result") in the sentences of its triggers, and what those who took part
 * agreed to or signed from the first of these to a few sentences behind the
 * last one.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/outcomes.h"

#include "detect/article/clauses.h"
#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

/* Outcomes of one encounter that are worth a person's time. */
#define MAX_OUTCOMES 14

/* How many sentences behind the last trigger are still about it. */
#define AFTERMATH 4

/* How far behind "in" and "without" their noun can stand, in tokens. */
#define MOOD_REACH 7

/* How far behind "reached" an agreement can stand, in tokens. */
#define ACCORD_REACH 5

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
reaches_accord (const ReadoutSyntax *syntax, guint i)
{
  for (guint k = i + 1; k < syntax->n_tokens && k < i + ACCORD_REACH; k++)
    if (is_in (syntax, k, READOUT_WORDS_ACCORD_NOUNS))
      return TRUE;
  return FALSE;
}

/* "agreed to …", "signed a memorandum", "reached an agreement" */
static gboolean
is_agreement (const ReadoutSyntax *syntax, guint i)
{
  if (is (syntax, i, "agreed"))
    return is (syntax, i + 1, "to") || is (syntax, i + 1, "on");
  return (is (syntax, i, "signed")
          || (is (syntax, i, "reached") && reaches_accord (syntax, i)))
         && readout_syntax_has (syntax, i + 1, READOUT_WORD_DETERMINER);
}

/* Where an outcome ends whose verb is token @i: "… during an annual meeting"
 * tells when, not what, and the next verb tells the next one. */
static guint
find_agreement_end (const ReadoutSyntax *syntax, guint i, guint end)
{
  end = readout_clauses_find_end (syntax, i + 1, end, TRUE);
  for (guint k = i + 2; k < end; k++)
    if (is (syntax, k, "during")
        || (is (syntax, k, "and")
            && is_in (syntax, k + 1, READOUT_WORDS_AGREEING_VERBS)))
      return k;
  return end;
}

/* What those who took part agreed to or signed in a sentence. */
static void
fill_agreements (const ReadoutSyntax *syntax,
                 guint                sentence,
                 ReadoutSpanList     *outcomes)
{
  const ReadoutSentence *range = &syntax->sentences[sentence];

  for (guint i = range->first; i < range->end; i++)
    {
      guint end;

      if (!is_agreement (syntax, i))
        continue;
      end = find_agreement_end (syntax, i, range->end);
      readout_trigger_add_span (syntax, outcomes, i, end);
      i = MAX (i, end - 1);
    }
}

/* "in a cordial atmosphere", "without a result": where the last such noun
 * behind token @i ends, or @i. */
static guint
find_mood_end (const ReadoutSyntax *syntax, guint i, guint end)
{
  ReadoutWordGroup nouns = is (syntax, i, "in") ? READOUT_WORDS_MOOD_NOUNS
                                                : READOUT_WORDS_RESULT_NOUNS;
  guint            mood_end = i;

  for (guint k = i + 2; k < end && k < i + MOOD_REACH; k++)
    if (is_in (syntax, k, nouns))
      mood_end = k + 1;
    else if (readout_syntax_has (syntax, k, READOUT_WORD_PREPOSITION))
      break;

  return mood_end;
}

/* "candid and constructive": where the list of adjectives from token @i on
 * ends. */
static guint
find_adjectives_end (const ReadoutSyntax *syntax, guint i, guint end)
{
  guint list_end = i + 1;

  for (guint k = i + 1;
       k < end
       && (is (syntax, k, ",") || is (syntax, k, "and")
           || is_in (syntax, k, READOUT_WORDS_CHARACTER_ADJECTIVES));
       k++)
    if (is_in (syntax, k, READOUT_WORDS_CHARACTER_ADJECTIVES))
      list_end = k + 1;

  return list_end;
}

/* "a frank man" is no outcome, "the talks were frank" is. */
static gboolean
stands_alone (const ReadoutSyntax *syntax, guint adjectives_end, guint end)
{
  return adjectives_end >= end
         || readout_syntax_has (syntax,
                                adjectives_end,
                                READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                                    | READOUT_WORD_CONJUNCTION
                                    | READOUT_WORD_SUBORDINATOR)
         || readout_syntax_is_quote (syntax, adjectives_end)
         || (syntax->tokens[adjectives_end].flags & READOUT_TOKEN_PUNCT) != 0;
}

/* Adds what token @i begins to say of how an encounter was.  Returns the index
 * after what was looked at, or @i. */
static guint
add_character (const ReadoutSyntax *syntax,
               guint                i,
               ReadoutPhrase        sentence,
               ReadoutSpanList     *outcomes)
{
  guint end = i;

  if (is (syntax, i, "in") || is (syntax, i, "without"))
    {
      end = find_mood_end (syntax, i, sentence.end);
      if (end > i)
        readout_trigger_add_span (
            syntax, outcomes, is (syntax, i, "in") ? i + 1 : i, end);
    }
  /* "failed to close the gap" */
  else if (is (syntax, i, "failed") && is (syntax, i + 1, "to")
           && i > sentence.first)
    {
      end = readout_clauses_find_end (syntax, i + 1, sentence.end, TRUE);
      readout_trigger_add_span (syntax, outcomes, i, end);
    }
  else if (is_in (syntax, i, READOUT_WORDS_CHARACTER_ADJECTIVES))
    {
      end = find_adjectives_end (syntax, i, sentence.end);
      if (stands_alone (syntax, end, sentence.end))
        readout_trigger_add_span (syntax, outcomes, i, end);
    }

  return end;
}

/* How an encounter was, in its own sentence. */
static void
fill_character (const ReadoutSyntax *syntax,
                guint                sentence,
                ReadoutSpanList     *outcomes)
{
  const ReadoutPhrase range
      = { syntax->sentences[sentence].first, syntax->sentences[sentence].end };

  for (guint i = range.first; i < range.end && outcomes->length < MAX_OUTCOMES;
       i++)
    if (syntax->covering[i] < 0)
      {
        guint end = add_character (syntax, i, range, outcomes);

        if (end > i)
          i = end - 1;
      }
}

/**
 * readout_meeting_outcomes_fill:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @encounter: an encounter with at least one trigger
 * @is_main: whether it is the one that the article is about
 * @meeting: where to fill in outcomes
 */
void
readout_meeting_outcomes_fill (const ReadoutSyntax     *syntax,
                               const GArray            *triggers,
                               const ReadoutEncounter  *encounter,
                               gboolean                 is_main,
                               ReadoutCandidateMeeting *meeting)
{
  guint first = G_MAXUINT;
  guint done = G_MAXUINT;

  for (guint k = 0; k < encounter->triggers->len; k++)
    {
      guint sentence
          = readout_encounter_get_trigger (encounter, triggers, k)->sentence;

      if (sentence != done)
        fill_character (syntax, sentence, &meeting->outcomes);
      done = sentence;
      first = MIN (first, sentence);
    }
  if (!is_main)
    return;

  for (guint s = first;
       s <= encounter->last_sentence + AFTERMATH && s < syntax->n_sentences
       && meeting->outcomes.length < MAX_OUTCOMES;
       s++)
    fill_agreements (syntax, s, &meeting->outcomes);
}
