/* phrases.c: noun phrases, to the left and to the right
 *
 * Walks over mentions, nouns and their modifiers that stop where a noun phrase
 * cannot go on; a wrong word is more often too little than too much.
 *
 * A walk stays inside a sentence, so all of them together take time
 * proportional to the text unless one sentence is very long; each is cut short
 * at READOUT_PHRASE_REACH tokens.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/phrases.h"

#include <string.h>

#include "detect/article/syntax.h"
#include "language/lexicon.h"

/* The longest parenthesis inside a noun phrase, in tokens. */
#define BRACKET_REACH 12

/* A walk over a phrase, in either direction. */
typedef struct
{
  const ReadoutSyntax *syntax;
  guint                first;  /* What it has gone over, and the index after */
  guint                end;    /* that: one of the two moves. */
  guint                limit;  /* How far it may go. */
  gboolean             closed; /* To the left: something begins it already. */
  gboolean             has_head; /* To the right: its noun has come. */
} Walk;

/* What a step says of the token that is next: nothing, that the walk has gone
 * over it, or that the phrase ends here. */
typedef enum
{
  STEP_PASSES,
  STEP_GOES_ON,
  STEP_ENDS,
} Step;

typedef Step (*StepFunc) (Walk *walk);

/* Asks the steps in their order until one has an answer; whether the walk goes
 * on.  The last one always has. */
static gboolean
take_step (Walk *walk, const StepFunc *steps)
{
  Step step = STEP_PASSES;

  while (step == STEP_PASSES)
    step = (*steps++) (walk);

  return step == STEP_GOES_ON;
}

/* Whether a noun phrase can go on to the left over token @i, in its middle. */
static gboolean
is_nominal_word (const ReadoutSyntax *self, guint i)
{
  guint class = self->classes[i];

  if (self->covering[i] >= 0)
    return TRUE;
  if (self->dated[i] >= 0)
    return FALSE;
  if ((self->tokens[i].flags & (READOUT_TOKEN_PUNCT | READOUT_TOKEN_QUOTE))
      != 0)
    return class == 0;
  return (class
          & ~(guint)(READOUT_WORD_PAST | READOUT_WORD_ING | READOUT_WORD_ADVERB
                     | READOUT_WORD_POSSESSIVE))
         == 0;
}

/* Whether token @i is a verb in the past and not part of a noun phrase, as
 * "proposed" is in "the proposed plan". */
static gboolean
is_finite (const ReadoutSyntax *self, guint first, guint i)
{
  if (self->covering[i] >= 0)
    return FALSE;
  if ((self->classes[i] & (READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL)) != 0)
    return TRUE;
  if ((self->classes[i] & READOUT_WORD_PAST) == 0)
    return FALSE;
  /* "London-based" */
  if (i > first && readout_syntax_is (self, i - 1, "-")
      && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0)
    return FALSE;
  return i > first
         && !readout_syntax_has (
             self, i - 1, READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE);
}

/* Whether a title or a nominal takes what follows preposition @i with it:
 * "ambassador to Norway", "spokesman for the ministry", "lawmakers from". */
static gboolean
goes_on (const ReadoutSyntax *self, gint32 mention, guint i)
{
  if (self->mentions[mention].type == READOUT_MENTION_TITLE)
    return readout_syntax_is_in (self, i, READOUT_WORDS_TITLE_PREPOSITIONS);
  return self->mentions[mention].form == READOUT_FORM_NOMINAL
         && readout_syntax_is (self, i, "from");
}

/* The parenthesis that ends with token @close, such as an abbreviation or the
 * name in another script: its opening sign, or @close if there is none. */
static guint
find_opening_bracket (const ReadoutSyntax *self, guint low, guint close)
{
  if (!readout_syntax_is (self, close, ")"))
    return close;
  for (guint i = close; i > low && i + BRACKET_REACH > close; i--)
    if (readout_syntax_is (self, i - 1, "("))
      return i - 1;
  return close;
}

/* The token after the parenthesis that begins with token @open, or @open if it
 * is none. */
static guint
skip_bracket (const ReadoutSyntax *self, guint open, guint high)
{
  if (!readout_syntax_is (self, open, "("))
    return open;
  for (guint i = open + 1; i < high && i < open + BRACKET_REACH; i++)
    if (readout_syntax_is (self, i, ")"))
      return i + 1;
  return open;
}

/* Whether a token is a noun for a person in the singular. */
static gboolean
is_role (const ReadoutSyntax *self, guint i)
{
  const ReadoutLexiconEntry *entry = NULL;

  return readout_lexicon_match (readout_lexicon_get_default (),
                                self->tokens,
                                i,
                                i + 1,
                                READOUT_LEXICON_PERSON_NOUN,
                                &entry)
             > 0
         && strcmp (entry->value, "person") == 0;
}

/* The name of a person, rather than a title or a noun for one. */
static gboolean
is_person_name (const ReadoutSyntax *self, gint32 mention)
{
  return mention >= 0 && self->mentions[mention].type == READOUT_MENTION_PERSON
         && self->mentions[mention].form == READOUT_FORM_NAME;
}

static gboolean
is_apostrophe (const ReadoutSyntax *self, guint i)
{
  return readout_syntax_is (self, i, "'s") || readout_syntax_is (self, i, "'");
}

/* A dash, or two hyphens for one, end it, as behind a dateline; the hyphen of
 * "London-based" does not. */
static Step
stop_at_dash (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->first;

  return i < walk->end && readout_syntax_is (syntax, i - 1, "-")
                 && (syntax->tokens[i].flags & READOUT_TOKEN_SPACE) != 0
                 && ((syntax->tokens[i - 1].flags & READOUT_TOKEN_SPACE) != 0
                     || (i - 1 > walk->limit
                         && readout_syntax_is (syntax, i - 2, "-")))
             ? STEP_ENDS
             : STEP_PASSES;
}

static Step
skip_bracket_before (Walk *walk)
{
  guint p = walk->first - 1;
  guint open
      = walk->closed ? p : find_opening_bracket (walk->syntax, walk->limit, p);

  if (open == p)
    return STEP_PASSES;
  if (open == walk->limit || walk->syntax->covering[p] >= 0)
    return STEP_ENDS;
  walk->first = open;
  return STEP_GOES_ON;
}

static Step
take_mention_before (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->first;
  gint32               mention = syntax->covering[i - 1];

  if (mention < 0 || walk->closed)
    return STEP_PASSES;
  /* Two names side by side are two phrases unless the first one is a title or
   * describes the second. */
  if (i < walk->end && syntax->covering[i] >= 0
      && syntax->covering[i] != mention && is_person_name (syntax, mention))
    return STEP_ENDS;

  walk->first = MAX (walk->limit, syntax->mentions[mention].first);
  walk->closed = syntax->mentions[mention].form == READOUT_FORM_PRONOUN;
  return STEP_GOES_ON;
}

static Step
take_pronoun_before (Walk *walk)
{
  if (walk->first != walk->end
      || !readout_syntax_has (
          walk->syntax, walk->first - 1, READOUT_WORD_PRONOUN))
    return STEP_PASSES;

  walk->first--;
  walk->closed = TRUE;
  return STEP_GOES_ON;
}

static Step
take_determiner_before (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;

  if (walk->closed
      || !readout_syntax_has (syntax,
                              walk->first - 1,
                              READOUT_WORD_DETERMINER
                                  | READOUT_WORD_POSSESSIVE))
    return STEP_PASSES;

  walk->first--;
  /* "China's top diplomat": the holder is part of it. */
  if (is_apostrophe (syntax, walk->first))
    return STEP_GOES_ON;
  if (walk->first > walk->limit
      && readout_syntax_has (syntax, walk->first - 1, READOUT_WORD_DETERMINER))
    walk->first--;
  walk->closed = TRUE;
  return STEP_GOES_ON;
}

/* What hangs on a preposition belongs to the noun before "of", or to the title
 * before another one. */
static Step
take_preposition_before (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                p = walk->first - 1;
  gboolean             of;

  if (walk->first == walk->end
      || !readout_syntax_has (syntax, p, READOUT_WORD_PREPOSITION))
    return STEP_PASSES;
  if (p == walk->limit)
    return STEP_ENDS;
  of = readout_syntax_is (syntax, p, "of");
  if (!of
      && (syntax->covering[p - 1] < 0
          || !goes_on (syntax, syntax->covering[p - 1], p)))
    return STEP_ENDS;
  if (!is_nominal_word (syntax, p - 1)
      && !(of && readout_syntax_has (syntax, p - 1, READOUT_WORD_DETERMINER)))
    return STEP_ENDS;

  walk->first = p;
  walk->closed = FALSE;
  return STEP_GOES_ON;
}

static Step
take_word_before (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                p = walk->first - 1;

  if (walk->closed || !is_nominal_word (syntax, p))
    return STEP_ENDS;
  if (walk->first < walk->end
          ? is_finite (syntax, walk->limit, p)
          : readout_syntax_has (
              syntax, p, READOUT_WORD_PAST | READOUT_WORD_ADVERB))
    return STEP_ENDS;

  walk->first--;
  return STEP_GOES_ON;
}

/**
 * readout_phrases_find_before:
 * @self: the syntax
 * @first: where to stop, usually the first token of the sentence
 * @end: the index after the phrase
 *
 * Walks to the left over a noun phrase: its mentions, nouns and modifiers, its
 * determiner, and with "of", and after a title with other prepositions, over
 * what it belongs to.
 *
 * Returns: the phrase; empty if there is none
 */
ReadoutPhrase
readout_phrases_find_before (const ReadoutSyntax *self, guint first, guint end)
{
  static const StepFunc steps[] = {
    stop_at_dash,        skip_bracket_before,    take_mention_before,
    take_pronoun_before, take_determiner_before, take_preposition_before,
    take_word_before,
  };
  Walk walk = { .syntax = self, .first = end, .end = end };

  if (end <= first)
    return (ReadoutPhrase){ end, end };

  walk.limit
      = end > first + READOUT_PHRASE_REACH ? end - READOUT_PHRASE_REACH : first;
  while (walk.first > walk.limit && take_step (&walk, steps))
    ;

  /* A parenthesis alone is no phrase. */
  if (readout_syntax_is (self, walk.first, "("))
    return (ReadoutPhrase){ end, end };
  return (ReadoutPhrase){ walk.first, end };
}

static Step
skip_bracket_after (Walk *walk)
{
  guint after;

  if (!walk->has_head)
    return STEP_PASSES;
  after = skip_bracket (walk->syntax, walk->end, walk->limit);
  if (after == walk->end)
    return STEP_PASSES;
  walk->end = after;
  return STEP_GOES_ON;
}

static Step
take_mention_after (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->end;
  gint32               mention = syntax->covering[i];

  if (mention < 0)
    return STEP_PASSES;
  /* After a finished name the next one begins another phrase, but a title or
   * nationality goes on. */
  if (walk->has_head && is_person_name (syntax, syntax->covering[i - 1])
      && !(syntax->mentions[mention].type == READOUT_MENTION_TITLE
           && is_role (syntax, i)))
    return STEP_ENDS;

  walk->end = MIN (walk->limit, syntax->mentions[mention].end);
  walk->has_head = TRUE;
  return syntax->mentions[mention].form == READOUT_FORM_PRONOUN ? STEP_ENDS
                                                                : STEP_GOES_ON;
}

static Step
stop_at_date (Walk *walk)
{
  return walk->syntax->dated[walk->end] >= 0 ? STEP_ENDS : STEP_PASSES;
}

static Step
take_pronoun_after (Walk *walk)
{
  if (!readout_syntax_has (walk->syntax, walk->end, READOUT_WORD_PRONOUN))
    return STEP_PASSES;
  if (walk->end == walk->first)
    walk->end++;
  return STEP_ENDS;
}

static Step
take_determiner_after (Walk *walk)
{
  if (!readout_syntax_has (walk->syntax, walk->end, READOUT_WORD_DETERMINER))
    return STEP_PASSES;
  if (walk->has_head)
    return STEP_ENDS;
  walk->end++;
  return STEP_GOES_ON;
}

/* "'s" stands behind a noun, "his" before one. */
static Step
take_possessive_after (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;

  if (!readout_syntax_has (syntax, walk->end, READOUT_WORD_POSSESSIVE))
    return STEP_PASSES;
  if (walk->has_head != (syntax->tokens[walk->end].lower[0] == '\''))
    return STEP_ENDS;
  walk->has_head = FALSE;
  walk->end++;
  return STEP_GOES_ON;
}

static Step
take_preposition_after (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->end;
  gint32               before = i > walk->first ? syntax->covering[i - 1] : -1;
  gboolean             of;

  if (!readout_syntax_has (syntax, i, READOUT_WORD_PREPOSITION))
    return STEP_PASSES;
  of = readout_syntax_is (syntax, i, "of");
  /* "one of the victims" */
  if (of && i > walk->first
      && readout_syntax_has (syntax, i - 1, READOUT_WORD_DETERMINER))
    walk->has_head = TRUE;
  if (!walk->has_head || i + 1 >= walk->limit || syntax->dated[i + 1] >= 0)
    return STEP_ENDS;
  if (!of
      && (before < 0 || !goes_on (syntax, before, i)
          || (syntax->covering[i + 1] < 0
              && !readout_syntax_has (syntax, i + 1, READOUT_WORD_DETERMINER))))
    return STEP_ENDS;

  walk->has_head = FALSE;
  walk->end++;
  return STEP_GOES_ON;
}

/* "people familiar with the plan", "a person close to her" */
static Step
stop_at_adjective (Walk *walk)
{
  return walk->has_head
                 && readout_syntax_is_in (
                     walk->syntax, walk->end, READOUT_WORDS_PHRASE_ADJECTIVES)
                 && readout_syntax_has (
                     walk->syntax, walk->end + 1, READOUT_WORD_PREPOSITION)
             ? STEP_ENDS
             : STEP_PASSES;
}

/* Nothing follows the name of a person: "Velk hopes"; but who works for it:
 * "Velk adviser Ann Lee". */
static Step
stop_behind_person (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->end;

  return walk->has_head && i > walk->first
                 && is_person_name (syntax, syntax->covering[i - 1])
                 && (syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0
                 && !is_role (syntax, i)
             ? STEP_ENDS
             : STEP_PASSES;
}

static Step
take_word_after (Walk *walk)
{
  const ReadoutSyntax *syntax = walk->syntax;
  guint                i = walk->end;

  if (!is_nominal_word (syntax, i))
    return STEP_ENDS;
  /* "the London-based" goes on, "the plan proposed" does not. */
  if (walk->has_head
      && !(readout_syntax_is (syntax, i - 1, "-")
           && (syntax->tokens[i].flags & READOUT_TOKEN_SPACE) == 0)
      && readout_syntax_has (syntax,
                             i,
                             READOUT_WORD_PAST | READOUT_WORD_ING
                                 | READOUT_WORD_ADVERB))
    return STEP_ENDS;

  walk->has_head = TRUE;
  walk->end++;
  return STEP_GOES_ON;
}

/**
 * readout_phrases_find_after:
 * @self: the syntax
 * @first: the first token of the phrase
 * @end: where to stop, usually the end of the sentence
 *
 * Walks to the right over a noun phrase.  A relative clause or a participle
 * after the noun is not part of it; an apposition is not either.
 *
 * Returns: the phrase; empty if there is none
 */
ReadoutPhrase
readout_phrases_find_after (const ReadoutSyntax *self, guint first, guint end)
{
  static const StepFunc steps[] = {
    skip_bracket_after,     take_mention_after,    stop_at_date,
    take_pronoun_after,     take_determiner_after, take_possessive_after,
    take_preposition_after, stop_at_adjective,     stop_behind_person,
    take_word_after,
  };
  Walk walk = { .syntax = self, .first = first, .end = first };

  walk.limit = MIN (end, first + READOUT_PHRASE_REACH);
  while (walk.end < walk.limit && take_step (&walk, steps))
    ;

  /* A preposition or determiner without its noun is not part of it. */
  while (walk.end > first
         && readout_syntax_has (self,
                                walk.end - 1,
                                READOUT_WORD_PREPOSITION
                                    | READOUT_WORD_DETERMINER
                                    | READOUT_WORD_POSSESSIVE)
         && self->covering[walk.end - 1] < 0)
    walk.end--;

  return (ReadoutPhrase){ first, walk.end };
}
