/* nominals.c: common nouns and pronouns that take up an actor again
 *
 * "The ministry", "both sides", "the Indian delegation": a determiner and a
 * noun of the list, with modifiers and a nation between.  Pronouns are those
 * of the third person outside the possessive, as the guidelines have it; "it"
 * only where it is the subject of a verb that bodies do, as most of the others
 * stand for no actor.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/nominals.h"

#include <string.h>

#include "detect/mentions/context.h"
#include "language/work.h"

#define MAX_NOMINAL 6

static gboolean
is_small_word (const ReadoutMentionContext *self, guint32 at)
{
  return (self->tokens[at].flags & READOUT_TOKEN_WORD) != 0
         && (self->tokens[at].flags & READOUT_TOKEN_CAPITAL) == 0;
}

static ReadoutMentionType
type_of_noun (const char *value)
{
  if (strcmp (value, "place") == 0)
    return READOUT_MENTION_LOCATION;
  if (strcmp (value, "organization") == 0 || strcmp (value, "group") == 0)
    return READOUT_MENTION_ORGANIZATION;
  return READOUT_MENTION_PERSON;
}

/* Whether the noun goes on, so that it is not the head of its phrase: "the
 * country team", "the government official". */
static gboolean
goes_on (const ReadoutMentionContext *self, guint32 at)
{
  if (at >= self->n_tokens
      || at >= readout_mention_context_get_limit (self, at - 1))
    return FALSE;
  if (readout_mention_context_is (self, at, "-"))
    return TRUE;

  return (self->words[at].classes
          & (READOUT_LEXICON_PERSON_NOUN | READOUT_LEXICON_OFFICE))
             != 0
         && is_small_word (self, at)
         && (self->words[at].classes & READOUT_LEXICON_MODIFIER) == 0;
}

/* Organisations in small letters that have a name's content: "foreign
 * ministry". */
static guint32
find_small_organization (ReadoutMentionContext *self, guint32 at)
{
  guint32 limit
      = MIN (readout_mention_context_get_limit (self, at), at + MAX_NOMINAL);
  guint32 i = at;

  while (i < limit && is_small_word (self, i)
         && (self->words[i].classes & READOUT_LEXICON_MODIFIER) != 0
         && (self->words[i].flags & READOUT_WORD_TITLE) == 0)
    i++;

  if (i == at || i >= limit || !is_small_word (self, i)
      || !readout_mention_context_is_in (
          self, i, READOUT_WORDS_SMALL_ORGANIZATION_HEADS)
      || goes_on (self, i + 1))
    return at;

  readout_mention_context_add (
      self,
      at,
      i + 1,
      i,
      READOUT_MENTION_ORGANIZATION,
      READOUT_FORM_NAME,
      60,
      "mentions/nominals: a modifier before a small body");
  return i + 1;
}

/* The end of what tells whose a team is: "from Norway", "of researchers", or
 * @at. */
static guint32
find_origin_end (const ReadoutMentionContext *self, guint32 at)
{
  guint32 limit = MIN (readout_mention_context_get_limit (self, at - 1),
                       at + MAX_NOMINAL);
  guint32 end = at + 1;

  if (end >= limit
      || !(readout_mention_context_is (self, at, "of")
           || readout_mention_context_is (self, at, "from")))
    return at;
  if (readout_mention_context_is (self, end, "the"))
    end++;
  while (end < limit && is_small_word (self, end)
         && (self->words[end].classes & READOUT_LEXICON_MODIFIER) != 0)
    end++;
  if (end >= limit)
    return at;

  if ((self->words[end].flags & READOUT_WORD_NAMED) != 0)
    {
      limit = readout_mention_context_get_limit (self, at - 1);
      while (end < limit && (self->words[end].flags & READOUT_WORD_NAMED) != 0)
        end++;
      return end;
    }
  if (is_small_word (self, end)
      && g_str_has_suffix (self->tokens[end].lower, "s")
      && (self->words[end].classes
          & (READOUT_LEXICON_PERSON_NOUN | READOUT_LEXICON_OFFICE))
             != 0)
    return end + 1;

  return at;
}

/* "A delegation from Norway", "a Norwegian team": a group that comes up for the
 * first time, if its origin is told; returns its end, or @at. */
static guint32
find_new_group (ReadoutMentionContext *self, guint32 at)
{
  guint32 limit
      = MIN (readout_mention_context_get_limit (self, at), at + MAX_NOMINAL);
  gboolean told = FALSE;

  for (guint32 i = at + 1; i < limit; i++)
    {
      const ReadoutLexiconEntry *entry;
      guint32                    end;

      if (readout_mention_context_match (
              self, i, READOUT_LEXICON_PERSON_NOUN, &entry)
              == 1
          && strcmp (entry->value, "group") == 0 && is_small_word (self, i)
          && (self->words[i].flags & READOUT_WORD_TITLE) == 0
          && !goes_on (self, i + 1))
        {
          end = find_origin_end (self, i + 1);
          if (end == i + 1 && !told)
            return at;
          readout_mention_context_add (
              self,
              at,
              end,
              i,
              READOUT_MENTION_ORGANIZATION,
              READOUT_FORM_NOMINAL,
              88,
              "mentions/nominals: a group that comes up first");
          return end;
        }
      if ((self->words[i].classes
           & (READOUT_LEXICON_NATIONALITY | READOUT_LEXICON_COUNTRY))
          != 0)
        told = TRUE;
      else if ((self->words[i].classes & READOUT_LEXICON_MODIFIER) == 0)
        return at;
    }

  return at;
}

/* A nominal that starts with the determiner at @at; returns its end, or @at. */
static guint32
find_nominal (ReadoutMentionContext *self, guint32 at)
{
  guint32 limit
      = MIN (readout_mention_context_get_limit (self, at), at + MAX_NOMINAL);

  for (guint32 i = at + 1; i < limit; i++)
    {
      const ReadoutLexiconEntry *entry;
      guint                      length = readout_mention_context_match (
          self, i, READOUT_LEXICON_PERSON_NOUN, &entry);

      if ((self->words[i].flags & READOUT_WORD_TITLE) != 0)
        return at;
      if (length > 0
          && (self->words[i + length - 1].flags & READOUT_WORD_NAMED) == 0
          && !goes_on (self, i + length)
          && ((self->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0
              || i == at + 1))
        {
          ReadoutMentionType type = type_of_noun (entry->value);

          /* "The first country", "the new company" name nobody; a modifier
           * that is a nation does. */
          if (type == READOUT_MENTION_LOCATION && i > at + 1)
            return at;
          /* "The foreign ministry" is as good as a name. */
          if (type == READOUT_MENTION_ORGANIZATION && i > at + 1
              && find_small_organization (self, at + 1) > at + 1)
            return i + length;
          readout_mention_context_add (
              self,
              at,
              i + length,
              i + length - 1,
              type,
              READOUT_FORM_NOMINAL,
              88,
              "mentions/nominals: a determiner before a listed noun");
          return i + length;
        }
      if ((self->words[i].classes
           & (READOUT_LEXICON_MODIFIER | READOUT_LEXICON_NATIONALITY
              | READOUT_LEXICON_COUNTRY | READOUT_LEXICON_ORGANIZATION))
              == 0
          && !readout_mention_context_is (self, i, "two")
          && !readout_mention_context_is (self, i, "three"))
        return at;
    }

  return at;
}

/* Whether "it" at @at is the subject of a verb that states and bodies do. */
static gboolean
is_acting_it (const ReadoutMentionContext *self, guint32 at)
{
  return readout_mention_context_is_in (
      self, at + 1, READOUT_WORDS_ACTING_VERBS);
}

/**
 * readout_mention_nominals_find:
 * @self: the context, with names and titles found
 */
void
readout_mention_nominals_find (ReadoutMentionContext *self)
{
  for (guint i = 0; i < self->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention
          = &g_array_index (self->mentions, ReadoutCandidateMention, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (mention->form == READOUT_FORM_NAME)
        for (guint32 k = mention->first; k < mention->end; k++)
          self->words[k].flags |= READOUT_WORD_NAMED;
    }

  for (guint32 i = 0, done = 0; i < self->n_tokens; i++, done++)
    {
      guint32 end;

      if (readout_work_is_cancelled (self->analysis->cancellable, done))
        break;
      if ((self->tokens[i].flags & READOUT_TOKEN_WORD) == 0
          || (self->words[i].flags & (READOUT_WORD_DATE | READOUT_WORD_TITLE))
                 != 0)
        continue;

      if (readout_mention_context_is_in (
              self, i, READOUT_WORDS_PERSON_PRONOUNS))
        readout_mention_context_add (self,
                                     i,
                                     i + 1,
                                     i,
                                     READOUT_MENTION_PERSON,
                                     READOUT_FORM_PRONOUN,
                                     96,
                                     "mentions/nominals: a personal pronoun");
      else if (readout_mention_context_is (self, i, "they"))
        readout_mention_context_add (self,
                                     i,
                                     i + 1,
                                     i,
                                     READOUT_MENTION_PERSON,
                                     READOUT_FORM_PRONOUN,
                                     56,
                                     "mentions/nominals: “they”");
      else if (readout_mention_context_is (self, i, "it")
               && is_acting_it (self, i))
        readout_mention_context_add (self,
                                     i,
                                     i + 1,
                                     i,
                                     READOUT_MENTION_ORGANIZATION,
                                     READOUT_FORM_PRONOUN,
                                     56,
                                     "mentions/nominals: “it” that acts");
      else if (readout_mention_context_is_in (
                   self, i, READOUT_WORDS_NOMINAL_DETERMINERS))
        {
          end = find_nominal (self, i);
          if (end > i)
            i = end - 1;
        }
      else if (readout_mention_context_is_in (
                   self, i, READOUT_WORDS_NOMINAL_ARTICLES))
        {
          end = find_new_group (self, i);
          if (end > i)
            i = end - 1;
        }
      else
        {
          end = find_small_organization (self, i);
          if (end > i)
            i = end - 1;
        }
    }
}
