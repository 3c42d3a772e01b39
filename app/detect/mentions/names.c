/* names.c: names in runs of capitals
 *
 * A sentence is walked from left to right.  At each capitalised word that may
 * be part of a name three things compete: the longest entry of the lists; a
 * phrase that a head noun closes or opens ("Water and Power Authority",
 * "Ministry of Health"), whose type the head decides; and a plain run, whose
 * type is decided at the end of the article by all that its occurrences say
 * together (types.c).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/names.h"

#include "detect/mentions/arbiter.h"
#include "detect/mentions/heads.h"
#include "detect/mentions/listed.h"
#include "detect/mentions/tagged.h"
#include "detect/mentions/types.h"
#include "language/work.h"

/* From this probability on edges of tagged names are edges of names. */
#define EDGE 0.6

/* Whether a name must not go on over @at: nations and listed names of several
 * words start anew inside a run of unknown words. */
static gboolean
starts_anew (const ReadoutMentionContext *self, guint32 at)
{
  return (self->words[at].classes & READOUT_LEXICON_NATIONALITY) != 0
         && (self->words[at].classes & READOUT_LEXICON_GIVEN_NAME) == 0;
}

static void
add_name (ReadoutMentionContext *self,
          guint32                first,
          guint32                end,
          guint32                head,
          ReadoutMentionType     type,
          ReadoutNameSource      source,
          int                    confidence,
          const char            *rule)
{
  readout_mention_context_propose (
      self, first, end, head, type, source, confidence, rule);
  if (end > first + 1
      && (source == READOUT_NAME_HEADED
          || (source == READOUT_NAME_LISTED
              && (type == READOUT_MENTION_ORGANIZATION
                  || type == READOUT_MENTION_EVENT
                  || type == READOUT_MENTION_MISC))))
    readout_mention_listed_find_nested (self, first, end, self->proposals);
}

/* Whether a listed name is doubtful: words that are names only sometimes. */
static gboolean
is_doubtful (const ReadoutMentionContext *self,
             guint32                      at,
             guint                        length,
             guint32                      classes)
{
  if (length > 1)
    return FALSE;
  if ((self->tokens[at].flags & READOUT_TOKEN_ALL_CAPS) != 0)
    return FALSE;
  if ((classes & READOUT_LEXICON_SUBDIVISION) != 0)
    return TRUE;

  return (self->tokens[at].flags & READOUT_TOKEN_FIRST) != 0
         && (classes & READOUT_LEXICON_ORGANIZATION) != 0
         && readout_mention_context_count_lower (self, at) > 0;
}

/* Whether the listed name at @at is only the first word of a longer one, a
 * person's most likely: "Jordan Hill". */
static gboolean
goes_on_as_name (const ReadoutMentionContext *self,
                 guint32                      at,
                 guint                        length,
                 guint32                      limit,
                 guint32                      classes)
{
  guint32 last = at + length - 1;
  guint32 next = readout_mention_heads_get_next (self, last, limit);

  if (next == 0 || (classes & READOUT_LEXICON_NATIONALITY) != 0
      || readout_mention_heads_is_complement (self, at))
    return FALSE;
  if (next == last + 1
      && readout_mention_context_match (
             self, next, READOUT_MENTION_LISTED, NULL)
             > 0)
    return FALSE;
  if (next == last + 2 && readout_mention_context_is (self, last + 1, "-"))
    {
      /* "US-Jordan" is two. */
      if (readout_mention_context_match (
              self, next, READOUT_MENTION_LISTED, NULL)
          > 0)
        return FALSE;
      return (classes & READOUT_MENTION_PLACES) != 0 && length == 1
             && readout_mention_context_is_name (self, next)
             && (self->words[at].classes & READOUT_LEXICON_GIVEN_NAME) != 0;
    }
  if (length == 1
      && (self->words[at].classes & READOUT_LEXICON_GIVEN_NAME) != 0)
    return TRUE;

  /* "Samsung Electronics", "Air China": a company's word behind it. */
  return length == 1 && (classes & READOUT_LEXICON_ORGANIZATION) == 0
         && (self->words[next].classes & READOUT_LEXICON_GIVEN_NAME) == 0
         && (classes & (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_CAPITAL))
                == 0;
}

/* Whether the tagger sees a name end with the one word or another start with
 * the next. */
static gboolean
is_tagged_edge (const ReadoutMentionContext *self, guint32 last, guint32 next)
{
  const ReadoutTaggedName *one
      = readout_mention_context_get_tagged (self, last);
  const ReadoutTaggedName *two
      = readout_mention_context_get_tagged (self, next);

  return one != two && (one == NULL || one->probability >= EDGE)
         && (two == NULL || two->probability >= EDGE);
}

/* The end of a plain run. */
static guint32
find_run_end (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  gboolean complement = readout_mention_heads_is_complement (self, at);
  guint32  i = at;
  guint32  next;

  while ((next = readout_mention_heads_get_next (self, i, limit)) != 0
         && next - at <= READOUT_MENTION_MAX_NAME)
    {
      if (is_tagged_edge (self, i, next))
        break;
      if (next == i + 1 && starts_anew (self, next))
        break;
      if (complement
          && (self->words[next].classes & READOUT_LEXICON_GIVEN_NAME) != 0
          && readout_mention_heads_get_next (self, next, limit) != 0)
        break;
      if (next == i + 2 && readout_mention_context_is (self, i + 1, "-")
          && readout_mention_context_match (self,
                                            next,
                                            READOUT_LEXICON_COUNTRY
                                                | READOUT_LEXICON_NATIONALITY,
                                            NULL)
                 > 0)
        break;
      i = next;
    }

  return i + 1;
}

/* An acronym in brackets behind a name has the name's type. */
static guint32
add_acronym (ReadoutMentionContext *self,
             guint32                at,
             guint32                limit,
             ReadoutMentionType     type)
{
  guint32 end;

  if (at + 2 >= limit || !readout_mention_context_is (self, at, "(")
      || (self->tokens[at + 1].flags & READOUT_TOKEN_CAPITAL) == 0
      || (self->words[at + 1].flags & READOUT_WORD_DATE) != 0
      || type == READOUT_MENTION_LOCATION || type == READOUT_MENTION_PERSON
      || type == READOUT_MENTION_NATIONALITY)
    return at;

  end = at + 2;
  if (readout_mention_context_is (self, end, "-")
      && readout_mention_context_is_number (self, end + 1))
    end += 2;
  if (!readout_mention_context_is (self, end, ")")
      || ((self->tokens[at + 1].flags & READOUT_TOKEN_ALL_CAPS) == 0
          && (self->words[at + 1].classes & READOUT_LEXICON_ORGANIZATION) == 0))
    return at;

  add_name (self,
            at + 1,
            end,
            at + 1,
            type,
            READOUT_NAME_ACRONYM,
            80,
            "mentions/names: an acronym in brackets");

  return end + 1;
}

/* Two nations in one word: "Russian-Ukrainian", "Sino-Japanese". */
static guint32
find_nations_end (const ReadoutMentionContext *self, guint32 end, guint32 limit)
{
  while (end + 1 < limit && readout_mention_context_is (self, end, "-")
         && readout_mention_context_is_attached (self, end)
         && readout_mention_context_is_attached (self, end + 1)
         && (self->words[end + 1].classes & READOUT_LEXICON_NATIONALITY) != 0)
    end += 2;
  /* "Sino-U.S." */
  if (end + 1 < limit && readout_mention_context_is (self, end, "-")
      && readout_mention_context_is (self, end - 1, "sino")
      && (self->words[end + 1].classes & READOUT_LEXICON_COUNTRY) != 0)
    end += 2;

  return end;
}

/* Whether the word names a house that one nation has in another, so that the
 * nation belongs to its name. */
static gboolean
is_legation (const ReadoutMentionContext *self, guint32 at)
{
  return readout_mention_context_is_in (self, at, READOUT_WORDS_LEGATIONS)
         && (!readout_mention_context_is (self, at, "commission")
             || readout_mention_context_is (self, at - 1, "high"));
}

/* "The French embassy", "Spain's consulate" behind the nation, in small
 * letters; returns the end, or @at. */
static guint32
find_small_legation (const ReadoutMentionContext *self,
                     guint32                      at,
                     guint32                      limit)
{
  guint32 i = at;

  if (i < limit && readout_mention_context_is (self, i, "'s"))
    i++;
  if (i < limit && readout_mention_context_is (self, i, "high"))
    i++;

  return i < limit && is_legation (self, i)
                 && !readout_mention_context_is (self, i, "mission")
             ? i + 1
             : at;
}

/* The end of a listed person's name that starts at @at, or @at. */
static guint32
find_person_end (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  return at
         + readout_lexicon_match (self->lexicon,
                                  self->tokens,
                                  at,
                                  limit,
                                  READOUT_LEXICON_PERSON,
                                  NULL);
}

/* What stands at the start of a name: a phrase with a head noun, an entry of
 * the lists, both or neither. */
typedef struct
{
  guint32                    at;
  guint32                    limit;
  guint32                    head; /* G_MAXUINT32 if there is none. */
  guint32                    headed_end;
  ReadoutMentionType         type; /* What the head noun tells. */
  const ReadoutLexiconEntry *entry;
  guint                      length; /* Of the entry, 0 if there is none. */
} Start;

/* A person of the list, if it reaches as far as what else stands there; returns
 * where to go on, or 0. */
static guint32
take_person (ReadoutMentionContext *self, const Start *start)
{
  guint32 end = find_person_end (self, start->at, start->limit);

  if (end == start->at || end < start->at + start->length
      || (start->head != G_MAXUINT32 && end < start->headed_end))
    return 0;

  add_name (self,
            start->at,
            end,
            end - 1,
            READOUT_MENTION_PERSON,
            READOUT_NAME_LISTED,
            95,
            "mentions/names: a listed person");

  return end;
}

/* A head alone is no name ("the Summit"), but for well-known bodies and for
 * words that start a longer run of capitals; returns where to go on, or 0. */
static guint32
take_bare_head (ReadoutMentionContext *self, const Start *start)
{
  guint32 at = start->at;

  if (start->length > 0)
    return 0;
  if (start->type != READOUT_MENTION_ORGANIZATION
      || (self->words[at].classes & READOUT_LEXICON_MODIFIER) != 0)
    return at + 1;
  if (readout_mention_heads_get_next (self, at, start->limit) != 0)
    return 0;

  if (self->tokens[at].n_bytes >= 5)
    add_name (self,
              at,
              at + 1,
              at,
              start->type,
              READOUT_NAME_BARE_HEAD,
              50,
              "mentions/names: a head noun alone");

  return at + 1;
}

/* Whether a nation is no part of the phrase that it starts: "Iranian
 * Parliament" is a nation and a body, "Iranian Red Crescent Society" one
 * name. */
static gboolean
is_nation_apart (const ReadoutMentionContext *self, const Start *start)
{
  return start->length > 0
         && (start->entry->classes & READOUT_LEXICON_NATIONALITY) != 0
         && (start->headed_end - start->at - start->length == 1
             || start->type == READOUT_MENTION_FACILITY)
         && !is_legation (self, start->head)
         && start->type != READOUT_MENTION_LOCATION;
}

/* Whether a house is named after a person with one title: "King Edmund
 * Bridge". */
static gboolean
is_named_after (const ReadoutMentionContext *self, const Start *start)
{
  guint32 at = start->at;

  return start->type == READOUT_MENTION_FACILITY && at > 0
         && start->headed_end == start->head + 1 && start->headed_end > at + 1
         && (self->words[at - 1].flags & READOUT_WORD_TITLE) != 0
         && readout_mention_context_is_capital (self, at - 1)
         && (at < 2 || (self->words[at - 2].flags & READOUT_WORD_TITLE) == 0);
}

/* A phrase with a head noun; returns where to go on.  A person before a body
 * without a mark between is rare. */
static guint32
take_headed (ReadoutMentionContext *self, const Start *start)
{
  if (is_nation_apart (self, start))
    {
      add_name (self,
                start->at,
                start->at + start->length,
                start->at,
                READOUT_MENTION_NATIONALITY,
                READOUT_NAME_LISTED,
                90,
                "mentions/names: a listed nation before a head noun");
      return start->at + start->length;
    }
  if (is_named_after (self, start))
    {
      add_name (self,
                start->at,
                start->head,
                start->at,
                READOUT_MENTION_PERSON,
                READOUT_NAME_LISTED,
                60,
                "mentions/names: a person whom a house is named after");
      add_name (self,
                start->at - 1,
                start->headed_end,
                start->head,
                start->type,
                READOUT_NAME_LISTED,
                70,
                "mentions/names: a house named after a person with a title");
      return start->headed_end;
    }

  add_name (self,
            start->at,
            start->headed_end,
            start->head,
            start->type,
            READOUT_NAME_HEADED,
            75,
            "mentions/names: a phrase with a head noun");

  return add_acronym (self, start->headed_end, start->limit, start->type);
}

/* An entry of the lists; returns where to go on. */
static guint32
take_entry (ReadoutMentionContext *self, const Start *start)
{
  guint32 at = start->at;
  guint32 end = find_small_legation (self, at + start->length, start->limit);
  ReadoutMentionType type;

  if (end > at + start->length
      && (start->entry->classes
          & (READOUT_LEXICON_NATIONALITY | READOUT_LEXICON_COUNTRY))
             != 0)
    {
      add_name (self,
                at,
                end,
                end - 1,
                READOUT_MENTION_FACILITY,
                READOUT_NAME_HEADED,
                75,
                "mentions/names: a listed state before a legation");
      return end;
    }

  end = at + start->length;
  type = readout_mention_listed_get_type (start->entry->classes);
  if (type == READOUT_MENTION_NATIONALITY)
    end = find_nations_end (self, end, start->limit);
  add_name (self,
            at,
            end,
            end - 1,
            type,
            READOUT_NAME_LISTED,
            88,
            "mentions/names: a listed name");

  return add_acronym (self, end, start->limit, type);
}

/* Finds the name that starts at @at, adds it, and returns where to go on. */
static guint32
take_name (ReadoutMentionContext *self,
           ReadoutNameTypes      *types,
           guint32                at,
           guint32                limit)
{
  Start   start = { at, limit, G_MAXUINT32, at, READOUT_MENTION_MISC, NULL, 0 };
  guint32 end;

  start.head = readout_mention_heads_find (
      self, at, limit, &start.headed_end, &start.type);
  start.length = readout_lexicon_match (self->lexicon,
                                        self->tokens,
                                        at,
                                        limit,
                                        READOUT_MENTION_LISTED,
                                        &start.entry);

  end = take_person (self, &start);
  if (end > 0)
    return end;

  if (start.head != G_MAXUINT32 && start.headed_end == at + 1)
    {
      end = take_bare_head (self, &start);
      if (end > 0)
        return end;
      start.head = G_MAXUINT32;
    }
  if (start.head != G_MAXUINT32 && at + start.length < start.headed_end)
    return take_headed (self, &start);
  if (start.length > 0
      && !is_doubtful (self, at, start.length, start.entry->classes)
      && !goes_on_as_name (self, at, start.length, limit, start.entry->classes))
    return take_entry (self, &start);

  end = find_run_end (self, at, limit);
  readout_name_types_add (types, at, end);

  return add_acronym (self, end, limit, READOUT_MENTION_ORGANIZATION);
}

/* In lines of title case only what the lists hold counts. */
static guint32
take_listed (ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  const ReadoutLexiconEntry *entry = NULL;
  guint                      length = readout_lexicon_match (self->lexicon,
                                        self->tokens,
                                        at,
                                        limit,
                                        READOUT_MENTION_LISTED
                                            & ~READOUT_LEXICON_SUBDIVISION,
                                        &entry);
  ReadoutMentionType         type;
  guint32                    end;

  if (length == 0 || is_doubtful (self, at, length, entry->classes))
    return at + 1;

  end = at + length;
  type = readout_mention_listed_get_type (entry->classes);
  if (type == READOUT_MENTION_NATIONALITY)
    end = find_nations_end (self, end, limit);
  add_name (self,
            at,
            end,
            end - 1,
            type,
            READOUT_NAME_LISTED,
            70,
            "mentions/names: a listed name in capitals");

  return end;
}

/* "Parliament's Committee on Trade", "the Union's Council": one name with
 * another in it. */
static void
join_possessives (ReadoutMentionContext *self)
{
  GArray *names = self->proposals;

  for (guint i = 0; i + 1 < names->len; i++)
    {
      ReadoutProposedName *one = &g_array_index (names, ReadoutProposedName, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (one->type != READOUT_MENTION_ORGANIZATION
          || !readout_mention_context_is (self, one->end, "'s"))
        continue;

      for (guint k = i + 1; k < names->len; k++)
        {
          ReadoutProposedName *two
              = &g_array_index (names, ReadoutProposedName, k);

          if (two->first > one->end + 1)
            break;
          if (two->first == one->end + 1
              && (two->type == READOUT_MENTION_ORGANIZATION
                  || two->type == READOUT_MENTION_EVENT))
            {
              two->first = one->first;
              break;
            }
        }
    }
}

/**
 * readout_mention_names_find:
 * @self: the context, with the cores of titles marked
 *
 * Adds all names but titles and dates.
 */
void
readout_mention_names_find (ReadoutMentionContext *self)
{
  ReadoutNameTypes *types = readout_name_types_new (self);
  guint32           i = 0;

  for (guint done = 0; i < self->n_tokens; done++)
    {
      guint32 limit = readout_mention_context_get_limit (self, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, done))
        break;
      if (readout_mention_context_is_name (self, i))
        {
          guint32 end = limit;

          /* A title or an honorific parts names. */
          for (guint32 k = i + 1;
               k < MIN (limit, i + 3 * READOUT_MENTION_MAX_NAME);
               k++)
            if ((self->words[k].flags
                 & (READOUT_WORD_TITLE | READOUT_WORD_HONORIFIC))
                    != 0
                && (self->tokens[k].flags & READOUT_TOKEN_CAPITAL) != 0)
              {
                end = k;
                break;
              }
          i = take_name (self, types, i, end);
        }
      else if ((self->words[i].flags & READOUT_WORD_HEADLINE) != 0
               && (self->words[i].flags & READOUT_WORD_DATE) == 0)
        i = take_listed (self, i, limit);
      else if ((self->words[i].classes & READOUT_LEXICON_MISC) != 0
               || (readout_mention_context_is (self, i, "the")
                   && readout_mention_context_is (self, i + 1, "hague")))
        i = take_listed (self, i, limit);
      else
        i++;
    }

  join_possessives (self);
  readout_name_types_resolve (types);
  readout_name_types_free (types);
  readout_mention_arbiter_run (self);
}
