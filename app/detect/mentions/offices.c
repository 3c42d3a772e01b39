/* offices.c: offices with their modifiers and portfolios
 *
 * The core of a title, found while names are not known yet: an office word, the
 * modifiers before it ("deputy foreign") and a portfolio after it ("of Planning
 * and Trade").
 *
 * Words such as "official" or "leader" are weak: alone they are nominals, and
 * "general" or "head" are not even that.  They make a title with a modifier, a
 * name or a complement.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/offices.h"

#include <string.h>

#include "detect/mentions/tagged.h"
#include "language/work.h"

/* The longest modifier that is looked for, in tokens: "human rights". */
#define MAX_MODIFIER 3
/* How often titles with words that are weak alone and with others are right,
 * out of 100. */
#define WEAK_CONFIDENCE 70
#define STRONG_CONFIDENCE 90
/* How far a head noun is looked for behind a portfolio. */
#define MAX_AHEAD 8

/* The first token of the modifier that ends before @end, or @end. */
static guint32
find_modifier (const ReadoutMentionContext *self, guint32 start, guint32 end)
{
  const ReadoutLexiconEntry *entry;

  for (guint32 n = MAX_MODIFIER; n >= 1; n--)
    if (end >= start + n
        && (self->words[end - n].flags & READOUT_WORD_DATE) == 0
        && readout_lexicon_match (self->lexicon,
                                  self->tokens,
                                  end - n,
                                  end,
                                  READOUT_LEXICON_MODIFIER,
                                  NULL)
               == n)
      return end - n;

  /* "Ministry spokesman" in small letters; a capital makes it a name. */
  if (end > start && !readout_mention_context_is_capital (self, end - 1)
      && readout_lexicon_match (self->lexicon,
                                self->tokens,
                                end - 1,
                                end,
                                READOUT_LEXICON_PERSON_NOUN,
                                &entry)
             == 1
      && strcmp (entry->value, "organization") == 0)
    return end - 1;

  return end;
}

/**
 * readout_mention_offices_find_modifiers:
 * @self: the context
 * @start: where the modifiers begin at the earliest
 * @first: the first token of an office or a title
 * @names_known: whether names are found already
 *
 * Walks left over modifiers, also "foreign and defence" and "then-".
 *
 * Returns: the first token of the modifiers before @first, or @first
 */
guint32
readout_mention_offices_find_modifiers (const ReadoutMentionContext *self,
                                        guint32                      start,
                                        guint32                      first,
                                        gboolean names_known)
{
  guint32 head = first;

  while (first > start)
    {
      guint32 before = find_modifier (self, start, first);

      if (before == first && first > start + 1
          && readout_mention_context_is (self, first - 1, "-")
          && readout_mention_context_is_attached (self, first - 1))
        {
          guint32 prefix = find_modifier (self, start, first - 1);

          /* A dash without such a word before it is no part of the title. */
          if (prefix < first - 1)
            before = prefix;
        }
      if (before == first && first > start + 1
          && (readout_mention_context_is (self, first - 1, "and")
              || readout_mention_context_is (self, first - 1, "&")))
        {
          guint32 joined = find_modifier (self, start, first - 1);

          if (joined < first - 1
              && find_modifier (self, first, first + 1) == first
              && readout_mention_context_is_capital (self, joined)
                     == readout_mention_context_is_capital (self, first))
            before = joined;
        }
      if (before == first)
        break;
      /* "The Foreign Policy Committee spokesman": a name before the title. */
      if (!names_known && readout_mention_context_is_capital (self, first - 1)
          && !readout_mention_context_is_capital (self, head)
          && (self->words[first - 1].classes
              & READOUT_LEXICON_ORGANIZATION_HEAD)
                 != 0)
        break;
      first = before;
    }

  return first;
}

/* The end of the modifiers from @at on, joined by "and" or commas, all with a
 * capital or all without. */
static guint32
skip_modifiers (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  gboolean capital = readout_mention_context_is_capital (self, at);
  guint32  end = at;
  guint32  i = at;

  while (i < limit)
    {
      guint length = readout_mention_context_match (
          self, i, READOUT_LEXICON_MODIFIER, NULL);

      if (length > 0 && readout_mention_context_is_capital (self, i) == capital)
        {
          i += length;
          end = i;
        }
      else if (end == i
               && readout_mention_context_is_in (
                   self, i, READOUT_WORDS_PORTFOLIO_JOINERS)
               && i + 1 < limit
               && readout_mention_context_is_capital (self, i + 1) == capital
               && readout_mention_context_match (
                      self, i + 1, READOUT_LEXICON_MODIFIER, NULL)
                      > 0)
        i++;
      else
        break;
    }

  return end;
}

/* Whether what starts at @at is the name of a body and no portfolio, whose
 * modifiers end at @end. */
static gboolean
is_body_name (const ReadoutMentionContext *self,
              guint32                      at,
              guint32                      end,
              guint32                      limit)
{
  const guint32 heads
      = READOUT_LEXICON_ORGANIZATION_HEAD | READOUT_LEXICON_FACILITY_HEAD
        | READOUT_LEXICON_EVENT_HEAD | READOUT_LEXICON_MISC_HEAD;
  const ReadoutTaggedName *tagged;

  for (guint32 i = end; i < MIN (limit, end + MAX_AHEAD)
                        && readout_mention_context_is_capital (self, i);
       i++)
    {
      if ((self->words[i].classes & READOUT_LEXICON_GIVEN_NAME) != 0)
        break;
      if ((self->words[i].classes & heads) != 0)
        return TRUE;
    }
  if (end == at)
    return FALSE;

  /* "Secretary of the National Union of Miners". */
  if ((self->words[end - 1].classes & READOUT_LEXICON_ORGANIZATION_HEAD) != 0
      && (end > at + 1 || readout_mention_context_is (self, end, "of")))
    return TRUE;
  tagged = readout_mention_context_get_tagged (self, end - 1);

  return tagged != NULL && tagged->type != READOUT_MENTION_PERSON
         && tagged->end > end;
}

/* "Director of Public Prosecutions": words that no list has belong to a
 * portfolio, if the tagger sees no name in them. */
static guint32
skip_unknown_words (const ReadoutMentionContext *self,
                    guint32                      end,
                    guint32                      limit)
{
  if (self->tagged == NULL || self->tagger_is_partial)
    return end;

  while (end < limit && readout_mention_context_is_capital (self, end)
         && readout_mention_context_get_tagged (self, end) == NULL
         && (self->words[end].flags & READOUT_WORD_HONORIFIC) == 0
         && (self->words[end].classes
             & (READOUT_LEXICON_GIVEN_NAME | READOUT_LEXICON_OFFICE))
                == 0)
    end++;

  return end;
}

/* The end of a portfolio that starts at @at: modifiers, joined by "and" or
 * commas.  @at if there is none, or if it turns out to be an organisation's
 * name. */
static guint32
find_portfolio_end (const ReadoutMentionContext *self, guint32 at)
{
  guint32 limit;
  guint32 end;

  if (at >= self->n_tokens)
    return at;
  limit = readout_mention_context_get_limit (self, at);
  end = skip_modifiers (self, at, limit);

  /* In small letters it must end there: "of defence", but not "of the biggest
   * party". */
  if (!readout_mention_context_is_capital (self, at))
    {
      if (readout_mention_context_is (self, at - 1, "the")
          || (end < limit && (self->tokens[end].flags & READOUT_TOKEN_WORD) != 0
              && !readout_mention_context_is_capital (self, end)
              && (self->words[end].classes & READOUT_LEXICON_FUNCTION_WORD)
                     == 0))
        return at;
      return end;
    }

  if (end == at || is_body_name (self, at, end, limit))
    return at;

  return skip_unknown_words (self, end, limit);
}

/* Whether an office word with a capital, in the tokens from @first to @end, is
 * part of a name: "Governor House", "Ministers' Council". */
static gboolean
is_inside_name (const ReadoutMentionContext *self,
                guint32                      first,
                guint32                      end,
                gboolean                     vague)
{
  guint32 heads = READOUT_LEXICON_ORGANIZATION_HEAD
                  | READOUT_LEXICON_FACILITY_HEAD | READOUT_LEXICON_EVENT_HEAD
                  | READOUT_LEXICON_PLACE_HEAD;
  guint32 before = first;

  /* "Chief Security Officer" is no chief. */
  if (vague)
    heads |= READOUT_LEXICON_MODIFIER;
  if (readout_mention_context_is_capital (self, end)
      && (self->words[end].classes & heads) != 0
      && (self->words[end].classes & READOUT_LEXICON_GIVEN_NAME) == 0)
    return TRUE;

  /* "Security Council of ministers". */
  if (before >= 1 && readout_mention_context_is (self, before - 1, "the"))
    before--;
  if (before >= 2 && readout_mention_context_is (self, before - 1, "of")
      && (self->words[before - 2].classes & READOUT_LEXICON_ORGANIZATION_HEAD)
             != 0
      && readout_mention_context_is_capital (self, before - 2))
    return TRUE;

  /* "bin Sultan". */
  return first >= 1
         && readout_mention_context_is_in (
             self, first - 1, READOUT_WORDS_ARABIC_PARTICLES);
}

/* Whether an office word there is none: "general assembly", "member states",
 * "the head office". */
static gboolean
is_other_word (const ReadoutMentionContext *self,
               guint32                      first,
               guint32                      end,
               gboolean                     weak,
               gboolean                     rank)
{
  if ((self->words[first].flags & (READOUT_WORD_DATE | READOUT_WORD_HEADLINE))
      != 0)
    return TRUE;
  if (end >= readout_mention_context_get_limit (self, first))
    return FALSE;

  if (readout_mention_context_is_capital (self, first)
      && is_inside_name (self, first, end, rank || weak))
    return TRUE;
  if (weak && (self->words[end].classes & READOUT_LEXICON_PLACE_HEAD) != 0)
    return TRUE;
  /* A rank is one only before a name. */
  if (rank)
    return !readout_mention_context_is_capital (self, first)
           || !readout_mention_context_is_capital (self, end);

  return FALSE;
}

/**
 * readout_mention_offices_mark:
 * @self: the context
 *
 * Finds the cores of titles and marks their tokens.
 */
void
readout_mention_offices_mark (ReadoutMentionContext *self)
{
  for (guint32 i = 0, done = 0; i < self->n_tokens; i++, done++)
    {
      const ReadoutLexiconEntry *entry;
      ReadoutTitle               title;
      guint32                    start;
      guint32                    portfolio;
      guint                      length;

      if (readout_work_is_cancelled (self->analysis->cancellable, done))
        break;
      length = readout_mention_context_match (
          self, i, READOUT_LEXICON_OFFICE, &entry);
      if (length == 0)
        continue;

      title.weak = strchr (entry->value, 'w') != NULL;
      title.rank = strpbrk (entry->value, "rs") != NULL;
      title.confidence = title.weak ? WEAK_CONFIDENCE : STRONG_CONFIDENCE;
      if (title.rank && readout_mention_context_is (self, i + length, ".")
          && readout_mention_context_is_attached (self, i + length))
        length++;
      title.head = i + length - 1;
      title.end = i + length;
      if (is_other_word (self, i, title.end, title.weak, title.rank))
        continue;

      start = readout_analysis_get_sentence (self->analysis,
                                             self->tokens[i].sentence)
                  ->first;
      if (self->titles->len > 0)
        start = MAX (
            start,
            g_array_index (self->titles, ReadoutTitle, self->titles->len - 1)
                .end);
      title.first
          = readout_mention_offices_find_modifiers (self, start, i, FALSE);
      if (title.first < i)
        title.weak = FALSE;

      if (readout_mention_context_is (self, title.end, "extraordinary")
          && readout_mention_context_is (self, title.end + 1, "and")
          && readout_mention_context_is (
              self, title.end + 2, "plenipotentiary"))
        title.end += 3;

      if (readout_mention_context_is_in (
              self, title.end, READOUT_WORDS_PORTFOLIO_PREPOSITIONS))
        {
          guint32 at = title.end + 1;

          if (readout_mention_context_is (self, at, "the"))
            at++;
          portfolio = find_portfolio_end (self, at);
          if (portfolio > at)
            {
              title.end = portfolio;
              title.weak = FALSE;
            }
        }

      g_array_append_val (self->titles, title);
      /* In small letters it parts nothing, and a weak one may be dropped. */
      for (guint32 k = title.first; k < title.end; k++)
        self->words[k].flags |= READOUT_WORD_TITLE;
      i = title.end - 1;
    }
}
