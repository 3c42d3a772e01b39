/* clauses.c: where a content ends
 *
 * Content after its cue runs to the end of the sentence unless another
 * attribution takes over: a participle (", adding that …"), a verb with or
 * without its own subject ("and called for …", ", and he asked …"), the
 * attribution at the end of the sentence (", the report said").  A quotation is
 * never cut.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/clauses.h"

#include "detect/article/phrases.h"
#include "detect/words/cue-lexicon.h"

/* No clause that a person wrote is longer; without a bound, a text without full
 * stops would be read to its end for every cue in it. */
#define MAX_CONTENT_TOKENS 400

/* How likely a verb has to be a cue, in percent, for a content to end with it.
 * "…, said Ann Lee" and "…, Ann Lee said" are read off the verb alone, so it
 * has to be a surer one than "and called for …", which has to look like a verb
 * in the past as well. */
#define MIN_INVERTED_SHARE 60
#define MIN_SUBJECT_SHARE 50
#define MIN_JOINED_SHARE 40

/* Longer subjects are no subjects: "and <the ministry> denied". */
#define MAX_SUBJECT_TOKENS 8

/* How far behind "during" an encounter is looked for, in tokens: "during the
 * closed-door talks". */
#define ENCOUNTER_REACH 4

/**
 * readout_clauses_skip_according:
 * @syntax: the syntax
 * @i: index of a token, may be beyond the last one
 *
 * Returns: the index after the "according to" that begins there; @i if there is
 *   none
 */
guint
readout_clauses_skip_according (const ReadoutSyntax *syntax, guint i)
{
  return readout_syntax_is (syntax, i, "according")
                 && readout_syntax_is (syntax, i + 1, "to")
             ? i + 2
             : i;
}

/**
 * readout_clauses_opens_quotation:
 * @syntax: the syntax
 * @i: index of a token, may be beyond the last one
 *
 * Returns: the index of the quotation whose opening mark it is, or -1
 */
gint32
readout_clauses_opens_quotation (const ReadoutSyntax *syntax, guint i)
{
  gint32 q;

  if (i >= syntax->n_tokens)
    return -1;
  q = syntax->tokens[i].quotation;
  return q >= 0 && syntax->quotations[q].first == i ? q : -1;
}

/**
 * readout_clauses_closes_quotation:
 * @syntax: the syntax
 * @i: index of a token, may be beyond the last one
 *
 * Returns: the index of the quotation whose closing mark it is, or -1
 */
gint32
readout_clauses_closes_quotation (const ReadoutSyntax *syntax, guint i)
{
  gint32 q;

  if (i >= syntax->n_tokens)
    return -1;
  q = syntax->tokens[i].quotation;
  return q >= 0 && syntax->quotations[q].closed
                 && syntax->quotations[q].end == i + 1
             ? q
             : -1;
}

/* The strength of token @i as a finite cue, 0 if it is none. */
static int
finite_cue_share (const ReadoutSyntax *syntax, guint i)
{
  const ReadoutCue *cue;

  if (i >= syntax->n_tokens || syntax->covering[i] >= 0)
    return 0;
  cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
  if (cue == NULL || cue->form == READOUT_VERB_ING
      || cue->form == READOUT_VERB_BASE)
    return 0;
  return cue->share;
}

/**
 * readout_clauses_is_participle_cue:
 * @syntax: the syntax
 * @i: index of a token
 * @end: where the sentence ends
 *
 * Returns: whether a participle that is a cue begins there, perhaps behind an
 *   adverb: "adding", "further stressing"
 */
gboolean
readout_clauses_is_participle_cue (const ReadoutSyntax *syntax,
                                   guint                i,
                                   guint                end)
{
  const ReadoutCue *cue;

  while (i < end
         && readout_syntax_has (
             syntax, i, READOUT_WORD_ADVERB | READOUT_WORD_CONJUNCTION))
    i++;
  if (i >= end || syntax->covering[i] >= 0)
    return FALSE;
  cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
  return cue != NULL && cue->form == READOUT_VERB_ING
         && cue->share >= READOUT_CLAUSES_MIN_PARTICIPLE_SHARE;
}

/* Whether "NP said" or "said NP" stands at @i and nothing but an adjunct
 * follows it: the attribution at the end of a sentence. */
static gboolean
is_tail (const ReadoutSyntax *syntax, guint i, guint end)
{
  ReadoutPhrase     subject;
  const ReadoutCue *cue;
  guint             verb = i;
  guint             after;

  if (finite_cue_share (syntax, i) >= MIN_INVERTED_SHARE)
    {
      subject = readout_phrases_find_after (syntax, i + 1, end);
      if (subject.end == subject.first)
        return FALSE;
      after = subject.end;
    }
  else
    {
      subject = readout_phrases_find_after (syntax, i, end);
      verb = subject.end;
      while (verb < end
             && (readout_syntax_has (
                     syntax, verb, READOUT_WORD_ADVERB | READOUT_WORD_AUXILIARY)
                 || syntax->dated[verb] >= 0))
        verb++;
      if (subject.end == subject.first || verb >= end
          || finite_cue_share (syntax, verb) < MIN_SUBJECT_SHARE)
        return FALSE;
      after = verb + 1;
    }

  cue = readout_cue_lexicon_find (syntax->tokens[verb].lower);
  if (cue == NULL || (cue->patterns & READOUT_CUE_CLAUSE) == 0)
    return FALSE;
  if (after >= end || syntax->dated[after] >= 0
      || readout_syntax_has (syntax, after, READOUT_WORD_SIGN))
    return TRUE;
  /* "…, he said in a statement on Monday." */
  return readout_syntax_has (syntax, after, READOUT_WORD_PREPOSITION)
         && !readout_syntax_is (syntax, after, "that");
}

/* Whether a new attribution begins at @i, behind "and" or "but": "he asked
 * the chair …", "called for …". */
static gboolean
begins_attribution (const ReadoutSyntax *syntax, guint i, guint end)
{
  ReadoutPhrase subject;

  while (i < end && readout_syntax_has (syntax, i, READOUT_WORD_ADVERB))
    i++;
  if (finite_cue_share (syntax, i) >= MIN_JOINED_SHARE
      && readout_syntax_has (syntax, i, READOUT_WORD_PAST))
    return TRUE;

  subject = readout_phrases_find_after (syntax, i, end);
  if (subject.end == subject.first
      || subject.end - subject.first > MAX_SUBJECT_TOKENS)
    return FALSE;
  /* "… and the ministry has since denied …" */
  i = subject.end;
  while (i < end
         && (readout_syntax_has (syntax, i, READOUT_WORD_ADVERB)
             || readout_syntax_is_in (
                 syntax, i, READOUT_WORDS_PERFECT_AUXILIARIES)))
    i++;
  return finite_cue_share (syntax, i) >= MIN_SUBJECT_SHARE;
}

/* The content of which the end is looked for. */
typedef struct
{
  const ReadoutSyntax *syntax;
  guint                first;
  guint                end;     /* Where it ends at the latest. */
  gboolean             is_noun; /* A noun phrase rather than a clause. */
} Content;

/* ", with the two sides stressing": an attribution with a subject of its own
 * behind "with" at @i. */
static gboolean
is_with_participle (const Content *self, guint i)
{
  ReadoutPhrase holder;

  if (!readout_syntax_is (self->syntax, i, "with"))
    return FALSE;
  holder = readout_phrases_find_after (self->syntax, i + 1, self->end);
  return holder.end > holder.first
         && readout_clauses_is_participle_cue (
             self->syntax, holder.end, self->end);
}

/* Whether "according to" begins at @i. */
static gboolean
is_according (const ReadoutSyntax *syntax, guint i)
{
  return readout_clauses_skip_according (syntax, i) > i;
}

/* Whether the content ends with the comma or semicolon before @i. */
static gboolean
ends_at_sign (const Content *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                end = self->end;

  if (readout_clauses_is_participle_cue (syntax, i, end)
      || is_according (syntax, i) || is_tail (syntax, i, end))
    return TRUE;
  if (readout_syntax_is (syntax, i, "while")
      && readout_clauses_is_participle_cue (syntax, i + 1, end))
    return TRUE;
  if (is_with_participle (self, i))
    return TRUE;
  if (readout_syntax_is_in (syntax, i, READOUT_WORDS_CLAUSE_JOINTS)
      && begins_attribution (syntax, i + 1, end))
    return TRUE;
  return self->is_noun
         && (readout_syntax_is (syntax, i - 1, ";")
             || readout_syntax_is_in (syntax, i, READOUT_WORDS_CONTENT_BREAKS));
}

/* Whether the content ends with the "and" before @i: "and called for". */
static gboolean
ends_at_and (const Content *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;

  while (i < self->end && readout_syntax_has (syntax, i, READOUT_WORD_ADVERB))
    i++;
  if (readout_clauses_is_participle_cue (syntax, i, self->end))
    return TRUE;
  /* Inside "that …" the verb goes on with that clause. */
  if (self->first > 0 && readout_syntax_is (syntax, self->first - 1, "that"))
    return FALSE;
  return finite_cue_share (syntax, i) >= MIN_JOINED_SHARE
         && readout_syntax_has (syntax, i, READOUT_WORD_PAST)
         && !readout_syntax_is (syntax, i + 1, "by");
}

/* Whether the "during" before @i tells where it was said: "during the talks".
 */
static gboolean
ends_at_encounter (const Content *self, guint i)
{
  ReadoutPhrase what = readout_phrases_find_after (self->syntax, i, self->end);

  for (guint j = what.first; j < what.end && j < what.first + ENCOUNTER_REACH;
       j++)
    if (readout_syntax_is_in (
            self->syntax, j, READOUT_WORDS_CONTENT_ENCOUNTERS))
      return TRUE;
  return FALSE;
}

/* Whether what stands at @i is no longer part of the content. */
static gboolean
ends_at (const Content *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (readout_syntax_is (syntax, i, ",") || readout_syntax_is (syntax, i, ";"))
    return ends_at_sign (self, i + 1);
  if (i == self->first)
    return FALSE;
  if (readout_syntax_is (syntax, i, "and"))
    return ends_at_and (self, i + 1);
  if (readout_syntax_is (syntax, i, "while"))
    return readout_clauses_is_participle_cue (syntax, i + 1, self->end);
  if (is_according (syntax, i))
    return TRUE;
  return self->is_noun && readout_syntax_is (syntax, i, "during")
         && ends_at_encounter (self, i + 1);
}

/**
 * readout_clauses_find_end:
 * @syntax: the syntax
 * @first: first token of a content after its cue
 * @end: where the sentence ends
 * @is_noun: whether the content is a noun phrase rather than a clause
 *
 * Returns: the index after the content
 */
guint
readout_clauses_find_end (const ReadoutSyntax *syntax,
                          guint                first,
                          guint                end,
                          gboolean             is_noun)
{
  Content self
      = { syntax, first, MIN (end, first + MAX_CONTENT_TOKENS), is_noun };

  for (guint i = first; i < self.end; i++)
    {
      gint32 q = readout_clauses_opens_quotation (syntax, i);

      /* A quotation is never cut, and may reach beyond the sentence. */
      if (q >= 0)
        {
          i = syntax->quotations[q].end - 1;
          if (i + 1 >= self.end)
            return i + 1;
        }
      else if (syntax->covering[i] < 0 && ends_at (&self, i))
        return i;
    }

  return self.end;
}
