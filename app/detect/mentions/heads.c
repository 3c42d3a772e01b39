/* heads.c: names that a head noun opens or closes
 *
 * "Water and Power Authority", "Ministry of Health", "Gulf of Zarnov": where a
 * name goes on is decided word by word, and its head noun gives the type.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/heads.h"

#include "detect/mentions/listed.h"

#define HEADS                                                                  \
  (READOUT_LEXICON_ORGANIZATION_HEAD | READOUT_LEXICON_FACILITY_HEAD           \
   | READOUT_LEXICON_EVENT_HEAD | READOUT_LEXICON_MISC_HEAD                    \
   | READOUT_LEXICON_PLACE_HEAD)

/* Small words inside personal names and names of places. */
static gboolean
is_particle (const ReadoutMentionContext *self, guint32 at)
{
  return readout_mention_context_is_in (self, at, READOUT_WORDS_NAME_PARTICLES);
}

/* Endings that join a name to an adjective and do not belong to it:
 * "Geneva-based". */
static gboolean
is_adjective_ending (const ReadoutMentionContext *self, guint32 at)
{
  return readout_mention_context_is_in (
             self, at, READOUT_WORDS_ADJECTIVE_ENDINGS)
         || g_str_has_suffix (self->tokens[at].lower, "ed");
}

/* Where a name goes on behind the dash at @dash, or 0: "Al-Zarnov", "Boeing
 * 747-8", but not "Geneva-based". */
static guint32
get_next_dashed (const ReadoutMentionContext *self, guint32 at, guint32 dash)
{
  guint32             next = dash + 1;
  const ReadoutToken *token = &self->tokens[next];

  if (readout_mention_context_is_name (self, next)
      || readout_mention_context_is_number (self, next))
    return next;
  if ((token->flags & READOUT_TOKEN_WORD) != 0
      && (token->flags & READOUT_TOKEN_CAPITAL) == 0
      && (self->words[at].classes
          & (READOUT_MENTION_PLACES | READOUT_LEXICON_NATIONALITY
             | READOUT_LEXICON_ORGANIZATION))
             == 0
      && !is_adjective_ending (self, next))
    return next;

  return 0;
}

/* Whether the word at @at is an initial with a full stop behind it, before a
 * name: "J. Hill", "J.Hill", "Yu.Hill". */
static gboolean
is_initial (const ReadoutMentionContext *self, guint32 at)
{
  guint32 length = self->tokens[at].span.end - self->tokens[at].span.start;

  return readout_mention_context_is (self, at + 1, ".")
         && readout_mention_context_is_attached (self, at + 1)
         && readout_mention_context_is_name (self, at + 2)
         && (length == 1
             || (length == 2
                 && readout_mention_context_is_attached (self, at + 2)));
}

/* The name behind one or two particles from @at on, or 0: "van der Hill". */
static guint32
get_next_behind_particle (const ReadoutMentionContext *self,
                          guint32                      at,
                          guint32                      limit)
{
  if (!is_particle (self, at))
    return 0;

  at++;
  if (at < limit && is_particle (self, at))
    at++;
  if (at + 1 < limit && readout_mention_context_is (self, at, "-")
      && readout_mention_context_is_name (self, at + 1))
    at++;

  return at < limit && readout_mention_context_is_name (self, at) ? at : 0;
}

/**
 * readout_mention_heads_get_next:
 * @self: the context
 * @at: index of a word of a name
 * @limit: where the name ends at the latest
 *
 * Returns: the token at which the name goes on after @at with no connector
 *   between, or 0
 */
guint32
readout_mention_heads_get_next (const ReadoutMentionContext *self,
                                guint32                      at,
                                guint32                      limit)
{
  guint32 next = at + 1;

  if (next >= limit)
    return 0;
  if (readout_mention_context_is_name (self, next))
    return next;
  if (next + 1 >= limit)
    return 0;

  if (readout_mention_context_is (self, next, "-")
      && readout_mention_context_is_attached (self, next)
      && readout_mention_context_is_attached (self, next + 1))
    return get_next_dashed (self, at, next);
  if (is_initial (self, at))
    return next + 1;
  if (readout_mention_context_is (self, next, "&")
      && readout_mention_context_is_name (self, next + 1))
    return next + 1;

  return get_next_behind_particle (self, next, limit);
}

/* The type that a head noun gives, or READOUT_N_MENTION_TYPES. */
static ReadoutMentionType
type_of_head (guint32 classes)
{
  if ((classes & READOUT_LEXICON_ORGANIZATION_HEAD) != 0)
    return READOUT_MENTION_ORGANIZATION;
  if ((classes & READOUT_LEXICON_EVENT_HEAD) != 0)
    return READOUT_MENTION_EVENT;
  if ((classes & READOUT_LEXICON_FACILITY_HEAD) != 0)
    return READOUT_MENTION_FACILITY;
  if ((classes & READOUT_LEXICON_PLACE_HEAD) != 0)
    return READOUT_MENTION_LOCATION;
  if ((classes & READOUT_LEXICON_MISC_HEAD) != 0)
    return READOUT_MENTION_MISC;

  return READOUT_N_MENTION_TYPES;
}

/* The last head in a run without connectors from @at on; @end is set behind
 * the run.  Words in small letters count as heads of events only ("Nato
 * summit") and of some places ("Van province"). */
static guint32
find_head (const ReadoutMentionContext *self,
           guint32                      at,
           guint32                      limit,
           guint32                     *end,
           guint32                     *classes)
{
  guint32 head = G_MAXUINT32;
  guint32 i = at;
  guint32 next;

  for (;;)
    {
      if ((self->words[i].classes & HEADS) != 0
          && (self->tokens[i].flags & READOUT_TOKEN_CAPITAL) != 0)
        {
          const ReadoutLexiconEntry *entry;
          guint length = readout_mention_context_match (self, i, HEADS, &entry);

          if (length > 0)
            {
              head = i + length - 1;
              *classes = entry->classes;
              i = head;
            }
        }
      next = readout_mention_heads_get_next (self, i, limit);
      if (next == 0 || next - at > READOUT_MENTION_MAX_NAME)
        break;
      i = next;
    }

  *end = i + 1;
  if (*end < limit && (self->tokens[*end].flags & READOUT_TOKEN_SPACE) != 0)
    {
      guint32 small = 0;

      if (readout_mention_context_is_in (
              self, *end, READOUT_WORDS_SMALL_PLACE_HEADS))
        small = READOUT_LEXICON_PLACE_HEAD;
      else if (readout_mention_context_is_in (
                   self, *end, READOUT_WORDS_SMALL_EVENT_HEADS))
        small = READOUT_LEXICON_EVENT_HEAD;
      else if (readout_mention_context_is (self, *end, "headquarters"))
        small = READOUT_LEXICON_FACILITY_HEAD;
      /* "Cairo airport", but not "the Egypt airport". */
      else if (readout_mention_context_is_in (
                   self, *end, READOUT_WORDS_SMALL_FACILITY_HEADS)
               && (self->words[i].classes
                   & (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_NATIONALITY))
                      == 0)
        small = READOUT_LEXICON_FACILITY_HEAD;

      if (small != 0)
        {
          *classes = small;
          head = *end;
          *end = head + 1;
        }
    }

  return head;
}

/**
 * readout_mention_heads_is_complement:
 * @self: the context
 * @at: index of the first word of a name
 *
 * Returns: whether the name is the complement of a title: "ambassador to Spain
 *   Ann Hill" goes on with another
 */
gboolean
readout_mention_heads_is_complement (const ReadoutMentionContext *self,
                                     guint32                      at)
{
  if (at > 1 && readout_mention_context_is (self, at - 1, "the"))
    at--;

  return at > 1
         && readout_mention_context_is_in (
             self, at - 1, READOUT_WORDS_COMPLEMENT_PREPOSITIONS)
         && (self->words[at - 2].flags & READOUT_WORD_TITLE) != 0;
}

/* Whether "and" or a comma joins the modifier at @at to a second word of the
 * same complement: "of Planning and Trade". */
static gboolean
is_joined (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  gboolean and = readout_mention_context_is (self, at + 1, "and");

  return at + 2 < limit
         && (and || readout_mention_context_is (self, at + 1, ","))
         && readout_mention_context_is_name (self, at + 2)
         && (self->words[at].classes & READOUT_LEXICON_MODIFIER) != 0
         && (and || (self->words[at + 2].classes & READOUT_LEXICON_MODIFIER) != 0);
}

/* The last word of the complement whose first one is at @at and whose
 * preposition is at @preposition. */
static guint32
find_last_complement (const ReadoutMentionContext *self,
                      guint32                      at,
                      guint32                      preposition,
                      guint32                      limit,
                      gboolean                     of_title)
{
  for (;;)
    {
      guint32 next = readout_mention_heads_get_next (self, at, limit);

      /* "Director of the Institute of Art Ann Hill". */
      if (next != 0 && of_title
          && (self->words[next].classes & READOUT_LEXICON_GIVEN_NAME) != 0
          && readout_mention_heads_get_next (self, next, limit) != 0)
        return at;
      /* "Office of the President Ann Hill". */
      if ((self->words[at].classes & READOUT_LEXICON_OFFICE) != 0
          && (self->words[at].classes & READOUT_LEXICON_MODIFIER) == 0)
        return at;
      if (next == 0 && is_joined (self, at, limit))
        next = at + 2;
      if (next == 0 || next - preposition > READOUT_MENTION_MAX_NAME)
        return at;
      at = next;
    }
}

/* The end of "of Foreign Affairs" and the like behind a head, or @at. Behind a
 * title it ends before the person's name. */
static guint32
find_complement_end (const ReadoutMentionContext *self,
                     guint32                      at,
                     guint32                      limit,
                     gboolean                     of_title)
{
  guint32 end = at;

  while (end < limit
         && (readout_mention_context_is_in (
                 self, end, READOUT_WORDS_HEAD_PREPOSITIONS)
             || (readout_mention_context_is (self, end, "to")
                 && readout_mention_context_is (self, end - 1, "mission"))))
    {
      guint32 i = end + 1;

      if (i < limit && readout_mention_context_is (self, i, "the"))
        i++;
      if (i >= limit || !readout_mention_context_is_name (self, i))
        break;
      end = find_last_complement (self, i, at, limit, of_title) + 1;
    }

  return end;
}

/* Whether none of the words says what a person is or is called, so that
 * "Hotel Zarnov" is one name and "Airport Director Ann Hill" is not. */
static gboolean
is_plain (const ReadoutMentionContext *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    if ((self->words[i].classes
         & (READOUT_LEXICON_OFFICE | READOUT_LEXICON_MODIFIER
            | READOUT_LEXICON_GIVEN_NAME))
        != 0)
      return FALSE;

  return end > first;
}

/* A run of words without connectors, and the head noun in it. */
typedef struct
{
  guint32 head; /* Or G_MAXUINT32. */
  guint32 end;
  guint32 classes;
} Run;

/* "Water and Power Authority": a run without a head may say what the body is
 * for whose head closes the next one. */
static void
join_next_run (const ReadoutMentionContext *self,
               guint32                      at,
               guint32                      limit,
               Run                         *run)
{
  guint32 second_end;

  if (run->end + 1 >= limit
      || !readout_mention_context_is (self, run->end, "and")
      || !readout_mention_context_is_name (self, run->end + 1)
      || (self->words[run->end - 1].classes & READOUT_LEXICON_MODIFIER) == 0
      || ((self->words[at].classes
           & (READOUT_MENTION_PLACES | READOUT_LEXICON_GIVEN_NAME))
              != 0
          && run->end <= at + 1))
    return;

  run->head = find_head (self, run->end + 1, limit, &second_end, &run->classes);
  if (run->head != G_MAXUINT32)
    run->end = second_end;
}

/* "Research and Application Center" behind a first head: a second one of the
 * same type takes its place. */
static void
join_second_head (const ReadoutMentionContext *self, guint32 limit, Run *run)
{
  guint32 first = run->head + 2;
  Run     second = { G_MAXUINT32, 0, run->classes };

  if (run->head + 1 >= limit
      || !readout_mention_context_is (self, run->head + 1, "and")
      || !readout_mention_context_is_name (self, first)
      || (self->words[first].classes & READOUT_LEXICON_MODIFIER) == 0)
    return;

  second.head = find_head (self, first, limit, &second.end, &second.classes);
  if (second.head != G_MAXUINT32
      && type_of_head (second.classes) == type_of_head (run->classes))
    *run = second;
}

/**
 * readout_mention_heads_find:
 * @self: the context
 * @at: index of the first word of a name
 * @limit: where the name ends at the latest
 * @end: (out): where it ends
 * @type: (out): the type that the head gives
 *
 * Looks for a phrase with a head that starts at @at.
 *
 * Returns: its head, or %G_MAXUINT32
 */
guint32
readout_mention_heads_find (const ReadoutMentionContext *self,
                            guint32                      at,
                            guint32                      limit,
                            guint32                     *end,
                            ReadoutMentionType          *type)
{
  Run run = { 0 };

  run.head = find_head (self, at, limit, &run.end, &run.classes);
  if (run.head == G_MAXUINT32)
    join_next_run (self, at, limit, &run);
  if (run.head == G_MAXUINT32)
    return run.head;
  join_second_head (self, limit, &run);

  *type = type_of_head (run.classes);
  *end = run.head + 1;
  if (*type == READOUT_MENTION_FACILITY && run.head == at
      && is_plain (self, *end, run.end))
    *end = run.end;
  /* A place has a complement only behind a first word ("Gulf of"), a listed
   * body has none. */
  if (*end == run.end && (*type != READOUT_MENTION_LOCATION || run.head == at)
      && readout_lexicon_match (self->lexicon,
                                self->tokens,
                                at,
                                *end,
                                READOUT_MENTION_LISTED,
                                NULL)
             != *end - at)
    {
      *end = find_complement_end (
          self, *end, limit, readout_mention_heads_is_complement (self, at));
      /* "Article 9". */
      if (*end == run.head + 1 && readout_mention_context_is_number (self, *end)
          && *type == READOUT_MENTION_MISC)
        (*end)++;
    }

  return run.head;
}
