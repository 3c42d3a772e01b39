/* phrases.c: noun phrases, to the left and to the right
 *
 * Walks over mentions, nouns and their modifiers that stop where a noun phrase
 * cannot go on; a wrong word is more often too little than too much.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/phrases.h"

#include <string.h>

#include "detect/article/syntax.h"
#include "language/lexicon.h"

/* The longest noun phrase or parenthesis that is looked at, in tokens. */
#define PHRASE_REACH 40

/* The longest parenthesis inside a noun phrase, in tokens. */
#define BRACKET_REACH 12

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

/**
 * readout_syntax_phrase_before:
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
readout_syntax_phrase_before (const ReadoutSyntax *self, guint first, guint end)
{
  guint    i = end;
  guint    low = end > first + PHRASE_REACH ? end - PHRASE_REACH : first;
  gboolean closed = FALSE; /* A determiner or pronoun begins it already. */

  if (end <= first)
    return (ReadoutPhrase){ end, end };

  while (i > low)
    {
      guint p = i - 1;
      guint class = self->classes[p];
      gint32 mention = self->covering[p];
      guint  open = closed ? p : find_opening_bracket (self, low, p);

      /* A dash, or two hyphens for one, end it, as behind a dateline; the
       * hyphen of "London-based" does not. */
      if (i < end && readout_syntax_is (self, p, "-")
          && (self->tokens[i].flags & READOUT_TOKEN_SPACE) != 0
          && ((self->tokens[p].flags & READOUT_TOKEN_SPACE) != 0
              || (p > low && readout_syntax_is (self, p - 1, "-"))))
        break;
      if (open < p)
        {
          if (open == low || self->covering[p] >= 0)
            break;
          i = open;
          continue;
        }
      if (mention >= 0 && !closed)
        {
          guint start = MAX (low, self->mentions[mention].first);

          /* Two names side by side are two phrases unless the first one is a
           * title or describes the second. */
          if (i < end && self->covering[i] >= 0 && self->covering[i] != mention
              && self->mentions[mention].type == READOUT_MENTION_PERSON
              && self->mentions[mention].form == READOUT_FORM_NAME)
            break;
          i = start;
          if (self->mentions[mention].form == READOUT_FORM_PRONOUN)
            closed = TRUE;
          continue;
        }
      if ((class & READOUT_WORD_PRONOUN) != 0 && i == end)
        {
          i--;
          closed = TRUE;
          continue;
        }
      if ((class & (READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE)) != 0
          && !closed)
        {
          /* "China's top diplomat": the holder is part of it. */
          if (strcmp (self->tokens[p].lower, "'s") == 0
              || strcmp (self->tokens[p].lower, "'") == 0)
            {
              i--;
              continue;
            }
          if (i == end && (class & READOUT_WORD_POSSESSIVE) == 0
              && !readout_syntax_has (self, p, READOUT_WORD_DETERMINER))
            break;
          i--;
          if (i > low
              && readout_syntax_has (self, i - 1, READOUT_WORD_DETERMINER))
            i--;
          closed = TRUE;
          continue;
        }
      if ((class & READOUT_WORD_PREPOSITION) != 0 && i < end)
        {
          gboolean of = strcmp (self->tokens[p].lower, "of") == 0;
          gint32   before = p > low ? self->covering[p - 1] : -1;
          gboolean after_title = before >= 0 && goes_on (self, before, p);

          if (p > low && (of || after_title)
              && (is_nominal_word (self, p - 1)
                  || (of
                      && readout_syntax_has (
                          self, p - 1, READOUT_WORD_DETERMINER))))
            {
              i = p;
              closed = FALSE;
              continue;
            }
          break;
        }
      if (closed || !is_nominal_word (self, p))
        break;
      if (is_finite (self, low, p) && i < end)
        break;
      if (i == end && (class & (READOUT_WORD_PAST | READOUT_WORD_ADVERB)) != 0)
        break;
      i--;
    }

  /* A parenthesis alone is no phrase. */
  if (readout_syntax_is (self, i, "("))
    return (ReadoutPhrase){ end, end };
  return (ReadoutPhrase){ i, end };
}

/**
 * readout_syntax_phrase_after:
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
readout_syntax_phrase_after (const ReadoutSyntax *self, guint first, guint end)
{
  guint    i = first;
  guint    high = MIN (end, first + PHRASE_REACH);
  gboolean has_head = FALSE;

  while (i < high)
    {
      guint class = self->classes[i];
      gint32 mention = self->covering[i];
      guint  after = has_head ? skip_bracket (self, i, high) : i;

      if (after > i)
        {
          i = after;
          continue;
        }
      if (mention >= 0)
        {
          /* After a finished name the next one begins another phrase, but a
           * title or nationality goes on. */
          if (has_head && self->covering[i - 1] >= 0)
            {
              ReadoutMentionType type
                  = self->mentions[self->covering[i - 1]].type;

              if (type == READOUT_MENTION_PERSON
                  && self->mentions[self->covering[i - 1]].form
                         == READOUT_FORM_NAME
                  && !(self->mentions[mention].type == READOUT_MENTION_TITLE
                       && is_role (self, i)))
                break;
            }
          i = MIN (high, self->mentions[mention].end);
          has_head = TRUE;
          if (self->mentions[mention].form == READOUT_FORM_PRONOUN)
            break;
          continue;
        }
      if (self->dated[i] >= 0)
        break;
      if ((class & READOUT_WORD_PRONOUN) != 0)
        {
          if (i == first)
            i++;
          break;
        }
      if ((class & READOUT_WORD_DETERMINER) != 0)
        {
          if (has_head)
            break;
          i++;
          continue;
        }
      if ((class & READOUT_WORD_POSSESSIVE) != 0)
        {
          gboolean clitic = self->tokens[i].lower[0] == '\'';

          if (has_head != clitic)
            break;
          has_head = FALSE;
          i++;
          continue;
        }
      if ((class & READOUT_WORD_PREPOSITION) != 0)
        {
          gboolean of = strcmp (self->tokens[i].lower, "of") == 0;
          gint32   before = i > first ? self->covering[i - 1] : -1;
          gboolean after_title = before >= 0 && goes_on (self, before, i);

          /* "one of the victims" */
          has_head
              |= of && i > first
                 && readout_syntax_has (self, i - 1, READOUT_WORD_DETERMINER);
          if (!has_head || !(of || after_title) || i + 1 >= high
              || self->dated[i + 1] >= 0
              || (!of && self->covering[i + 1] < 0
                  && !readout_syntax_has (
                      self, i + 1, READOUT_WORD_DETERMINER)))
            break;
          has_head = FALSE;
          i++;
          continue;
        }
      /* "people familiar with the plan", "a person close to her" */
      if (has_head
          && readout_syntax_is_in (self, i, READOUT_WORDS_PHRASE_ADJECTIVES)
          && readout_syntax_has (self, i + 1, READOUT_WORD_PREPOSITION))
        break;
      /* Nothing follows the name of a person: "Velk hopes"; but who works for
       * it: "Velk adviser Ann Lee". */
      if (has_head && i > first && !is_role (self, i)
          && self->covering[i - 1] >= 0
          && self->mentions[self->covering[i - 1]].type
                 == READOUT_MENTION_PERSON
          && self->mentions[self->covering[i - 1]].form == READOUT_FORM_NAME
          && (self->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
        break;
      if (!is_nominal_word (self, i)
          || (has_head
              && !(readout_syntax_is (self, i - 1, "-")
                   && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0)
              && (class
                  & (READOUT_WORD_PAST | READOUT_WORD_ING
                     | READOUT_WORD_ADVERB))
                     != 0))
        break;
      has_head = TRUE;
      i++;
    }

  /* A preposition or determiner without its noun is not part of it. */
  while (i > first
         && readout_syntax_has (self,
                                i - 1,
                                READOUT_WORD_PREPOSITION
                                    | READOUT_WORD_DETERMINER
                                    | READOUT_WORD_POSSESSIVE)
         && self->covering[i - 1] < 0)
    i--;

  return (ReadoutPhrase){ first, i };
}
