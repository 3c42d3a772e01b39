/* mention-names.c: names in runs of capitals
 *
 * A sentence is walked from left to right.  At each capitalised word that may
 * be part of a name three things compete: the longest entry of the lists; a
 * phrase that a head noun closes or opens ("Water and Power Authority",
 * "Ministry of Health"), whose type the head decides; and a plain run, whose
 * type is decided at the end of the article by all that its occurrences say
 * together (mention-types.c).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/mention-context.h"

#include <string.h>

#include "detect/mention-types.h"

#define LISTED                                                                 \
  (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_NATIONALITY                       \
   | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY | READOUT_LEXICON_REGION   \
   | READOUT_LEXICON_SUBDIVISION | READOUT_LEXICON_ORGANIZATION                \
   | READOUT_LEXICON_EVENT | READOUT_LEXICON_MISC)
#define HEADS                                                                  \
  (READOUT_LEXICON_ORGANIZATION_HEAD | READOUT_LEXICON_FACILITY_HEAD           \
   | READOUT_LEXICON_EVENT_HEAD | READOUT_LEXICON_MISC_HEAD                    \
   | READOUT_LEXICON_PLACE_HEAD)
#define PLACES                                                                 \
  (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY    \
   | READOUT_LEXICON_REGION | READOUT_LEXICON_SUBDIVISION)

/* No name has more words; it bounds the look ahead. */
#define MAX_NAME 16

/* From this probability on edges of tagged names are edges of names, and names
 * that the tagger alone finds are taken. */
#define EDGE 0.6
#define ALONE 0.6

static gboolean
is_name (const ReadoutMentionContext *self, guint32 at)
{
  return at < self->n_tokens
         && (self->words[at].flags & READOUT_WORD_NAME) != 0;
}

static gboolean
is_number (const ReadoutMentionContext *self, guint32 at)
{
  return at < self->n_tokens
         && (self->tokens[at].flags & READOUT_TOKEN_NUMBER) != 0
         && (self->words[at].flags & READOUT_WORD_DATE) == 0;
}

/* Small words inside personal names and names of places. */
static gboolean
is_particle (const ReadoutMentionContext *self, guint32 at)
{
  static const char *const particles[]
      = { "al",  "el",  "bin", "ibn", "bint", "abu", "ben",       "de", "del",
          "di",  "da",  "das", "dos", "do",   "du",  "des",       "la", "le",
          "les", "van", "von", "der", "den",  "ter", "ten",       "y",  "e",
          "ul",  "ur",  "ud",  "ol",  "zu",   "och", "nationale", NULL };

  return readout_mention_context_is_one_of (self, at, particles);
}

/* Endings that join a name to an adjective and do not belong to it:
 * "Geneva-based". */
static gboolean
is_adjective_ending (const ReadoutMentionContext *self, guint32 at)
{
  static const char *const words[]
      = { "based",      "led",      "backed",    "born",       "made",
          "style",      "wide",     "era",       "run",        "owned",
          "bound",      "held",     "brokered",  "funded",     "trained",
          "imposed",    "built",    "sponsored", "linked",     "occupied",
          "controlled", "friendly", "like",      "wing",       "envisioned",
          "controlled", "aligned",  "appointed", "speaking",   "related",
          "hosted",     "mediated", "supported", "designated", NULL };

  return readout_mention_context_is_one_of (self, at, words)
         || g_str_has_suffix (self->tokens[at].lower, "ed");
}

/* The token at which a name goes on after @at with no connector between, or
 * 0. */
static guint32
get_next (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  guint32 next = at + 1;

  if (next >= limit)
    return 0;

  if (is_name (self, next))
    return next;
  if (next + 1 >= limit)
    return 0;

  if (readout_mention_context_is (self, next, "-")
      && readout_mention_context_is_attached (self, next)
      && readout_mention_context_is_attached (self, next + 1))
    {
      if (is_name (self, next + 1) || is_number (self, next + 1))
        return next + 1;
      if ((self->tokens[next + 1].flags & READOUT_TOKEN_WORD) != 0
          && (self->tokens[next + 1].flags & READOUT_TOKEN_CAPITAL) == 0
          && (self->words[at].classes
              & (PLACES | READOUT_LEXICON_NATIONALITY
                 | READOUT_LEXICON_ORGANIZATION))
                 == 0
          && !is_adjective_ending (self, next + 1))
        return next + 1;
      return 0;
    }

  /* "J. Hill", "J.Hill", "Yu.Hill". */
  if (readout_mention_context_is (self, next, ".")
      && readout_mention_context_is_attached (self, next)
      && is_name (self, next + 1)
      && (self->tokens[at].span.end - self->tokens[at].span.start == 1
          || (self->tokens[at].span.end - self->tokens[at].span.start == 2
              && readout_mention_context_is_attached (self, next + 1))))
    return next + 1;

  if (readout_mention_context_is (self, next, "&") && is_name (self, next + 1))
    return next + 1;

  if (is_particle (self, next))
    {
      guint32 after = next + 1;

      if (after < limit && is_particle (self, after))
        after++;
      if (after + 1 < limit && readout_mention_context_is (self, after, "-")
          && is_name (self, after + 1))
        after++;
      if (after < limit && is_name (self, after))
        return after;
    }

  return 0;
}

/* Whether a name must not go on over @at: nations and listed names of several
 * words start anew inside a run of unknown words. */
static gboolean
starts_anew (const ReadoutMentionContext *self, guint32 at)
{
  return (self->words[at].classes & READOUT_LEXICON_NATIONALITY) != 0
         && (self->words[at].classes & READOUT_LEXICON_GIVEN_NAME) == 0;
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

static ReadoutMentionType
type_of_entry (guint32 classes)
{
  if ((classes & READOUT_LEXICON_ORGANIZATION) != 0)
    return READOUT_MENTION_ORGANIZATION;
  if ((classes & READOUT_LEXICON_EVENT) != 0)
    return READOUT_MENTION_EVENT;
  if ((classes & READOUT_LEXICON_MISC) != 0)
    return READOUT_MENTION_MISC;
  if ((classes & READOUT_LEXICON_NATIONALITY) != 0)
    return READOUT_MENTION_NATIONALITY;

  return READOUT_MENTION_LOCATION;
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
  static const char *const places[]
      = { "province",    "city",       "county", "district",
          "governorate", "prefecture", NULL };
  static const char *const events[] = { "summit", "forum", "games", NULL };
  guint32                  head = G_MAXUINT32;
  guint32                  i = at;
  guint32                  next;

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
      next = get_next (self, i, limit);
      if (next == 0 || next - at > MAX_NAME)
        break;
      i = next;
    }

  *end = i + 1;
  if (*end < limit && (self->tokens[*end].flags & READOUT_TOKEN_SPACE) != 0)
    {
      guint32 small = 0;

      if (readout_mention_context_is_one_of (self, *end, places))
        small = READOUT_LEXICON_PLACE_HEAD;
      else if (readout_mention_context_is_one_of (self, *end, events))
        small = READOUT_LEXICON_EVENT_HEAD;
      else if (readout_mention_context_is (self, *end, "headquarters"))
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

/* Whether the name at @at is the complement of a title: "ambassador to Spain
 * Ann Hill" goes on with another. */
static gboolean
is_complement (const ReadoutMentionContext *self, guint32 at)
{
  static const char *const prepositions[] = { "of", "for", "to", "at", NULL };

  if (at > 1 && readout_mention_context_is (self, at - 1, "the"))
    at--;

  return at > 1
         && readout_mention_context_is_one_of (self, at - 1, prepositions)
         && (self->words[at - 2].flags & READOUT_WORD_TITLE) != 0;
}

/* The end of "of Foreign Affairs" and the like behind a head, or @at. Behind a
 * title it ends before the person's name. */
static guint32
find_complement_end (const ReadoutMentionContext *self,
                     guint32                      at,
                     guint32                      limit,
                     gboolean                     of_title)
{
  static const char *const prepositions[] = { "of", "for", "on", NULL };
  guint32                  end = at;

  while (end < limit
         && readout_mention_context_is_one_of (self, end, prepositions))
    {
      guint32 i = end + 1;
      guint32 next;

      if (i < limit && readout_mention_context_is (self, i, "the"))
        i++;
      if (i >= limit || !is_name (self, i))
        break;

      for (;;)
        {
          next = get_next (self, i, limit);
          /* "Director of the Institute of Art Ann Hill". */
          if (next != 0 && of_title
              && (self->words[next].classes & READOUT_LEXICON_GIVEN_NAME) != 0
              && get_next (self, next, limit) != 0)
            break;
          /* "Office of the President Ann Hill". */
          if ((self->words[i].classes & READOUT_LEXICON_OFFICE) != 0
              && (self->words[i].classes & READOUT_LEXICON_MODIFIER) == 0)
            break;
          if (next == 0 && i + 2 < limit
              && (readout_mention_context_is (self, i + 1, "and")
                  || readout_mention_context_is (self, i + 1, ","))
              && is_name (self, i + 2)
              && (self->words[i].classes & READOUT_LEXICON_MODIFIER) != 0
              && ((self->words[i + 2].classes & READOUT_LEXICON_MODIFIER) != 0
                  || readout_mention_context_is (self, i + 1, "and")))
            next = i + 2;
          if (next == 0 || next - at > MAX_NAME)
            break;
          i = next;
        }
      end = i + 1;
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

/* A phrase with a head that starts at @at: sets its end and type, and returns
 * its head, or G_MAXUINT32. */
static guint32
find_headed (const ReadoutMentionContext *self,
             guint32                      at,
             guint32                      limit,
             guint32                     *end,
             ReadoutMentionType          *type)
{
  guint32 classes = 0;
  guint32 run_end;
  guint32 head = find_head (self, at, limit, &run_end, &classes);

  /* "Water and Power Authority": words that say what a body is for. */
  if (head == G_MAXUINT32 && run_end + 1 < limit
      && readout_mention_context_is (self, run_end, "and")
      && is_name (self, run_end + 1)
      && (self->words[run_end - 1].classes & READOUT_LEXICON_MODIFIER) != 0
      && ((self->words[at].classes & (PLACES | READOUT_LEXICON_GIVEN_NAME)) == 0
          || run_end > at + 1))
    {
      guint32 second_end;

      head = find_head (self, run_end + 1, limit, &second_end, &classes);
      if (head != G_MAXUINT32)
        run_end = second_end;
    }

  if (head == G_MAXUINT32)
    return head;

  /* "Research and Application Center" behind a first head. */
  if (head + 1 < limit && readout_mention_context_is (self, head + 1, "and")
      && is_name (self, head + 2)
      && (self->words[head + 2].classes & READOUT_LEXICON_MODIFIER) != 0)
    {
      guint32 second_end;
      guint32 second_classes = classes;
      guint32 second
          = find_head (self, head + 2, limit, &second_end, &second_classes);

      if (second != G_MAXUINT32
          && type_of_head (second_classes) == type_of_head (classes))
        {
          head = second;
          classes = second_classes;
          run_end = second_end;
        }
    }

  *type = type_of_head (classes);
  *end = head + 1;
  if (*type == READOUT_MENTION_FACILITY && head == at
      && is_plain (self, *end, run_end))
    *end = run_end;
  /* A place has a complement only behind a first word ("Gulf of"), a listed
   * body has none. */
  if (*end == run_end && (*type != READOUT_MENTION_LOCATION || head == at)
      && readout_lexicon_match (
             self->lexicon, self->tokens, at, *end, LISTED, NULL)
             != *end - at)
    {
      *end = find_complement_end (self, *end, limit, is_complement (self, at));
      /* "Article 9". */
      if (*end == head + 1 && is_number (self, *end)
          && *type == READOUT_MENTION_MISC)
        (*end)++;
    }

  return head;
}

/* Adds the nations, places and bodies inside a longer name. */
static void
add_nested (ReadoutMentionContext *self, guint32 first, guint32 end)
{
  for (guint32 i = first; i < end; i++)
    {
      const ReadoutLexiconEntry *entry;
      guint                      length = readout_lexicon_match (
          self->lexicon, self->tokens, i, end, LISTED, &entry);

      if (length == 0 || !is_name (self, i) || length == end - first)
        continue;
      /* "Democratic", "Republican": parts of names of parties. */
      if ((entry->classes & READOUT_LEXICON_NATIONALITY) != 0
          && *entry->value == '\0'
          && !readout_mention_context_is (self, i, "european")
          && !readout_mention_context_is (self, i, "arab"))
        continue;
      if ((entry->classes
           & (READOUT_LEXICON_SUBDIVISION | READOUT_LEXICON_EVENT
              | READOUT_LEXICON_MISC))
          != 0)
        continue;
      /* "Supreme National Security Council" holds no other council. */
      if ((entry->classes & READOUT_LEXICON_ORGANIZATION) != 0
          && i + length == end)
        continue;
      readout_mention_context_add (self,
                                   i,
                                   i + length,
                                   i + length - 1,
                                   type_of_entry (entry->classes),
                                   READOUT_FORM_NAME,
                                   70);
      i += length - 1;
    }
}

static void
add_name (ReadoutMentionContext *self,
          guint32                first,
          guint32                end,
          guint32                head,
          ReadoutMentionType     type,
          int                    confidence,
          gboolean               nested)
{
  readout_mention_context_add (
      self, first, end, head, type, READOUT_FORM_NAME, confidence);
  if (nested && end > first + 1)
    add_nested (self, first, end);
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
  guint32 next = get_next (self, last, limit);

  if (next == 0 || (classes & READOUT_LEXICON_NATIONALITY) != 0
      || is_complement (self, at))
    return FALSE;
  if (next == last + 1
      && readout_mention_context_match (self, next, LISTED, NULL) > 0)
    return FALSE;
  if (next == last + 2 && readout_mention_context_is (self, last + 1, "-"))
    {
      /* "US-Jordan" is two. */
      if (readout_mention_context_match (self, next, LISTED, NULL) > 0)
        return FALSE;
      return (classes & PLACES) != 0 && length == 1 && is_name (self, next)
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
  gboolean complement = is_complement (self, at);
  guint32  i = at;
  guint32  next;

  while ((next = get_next (self, i, limit)) != 0 && next - at <= MAX_NAME)
    {
      if (is_tagged_edge (self, i, next))
        break;
      if (next == i + 1 && starts_anew (self, next))
        break;
      if (complement
          && (self->words[next].classes & READOUT_LEXICON_GIVEN_NAME) != 0
          && get_next (self, next, limit) != 0)
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
  if (readout_mention_context_is (self, end, "-") && is_number (self, end + 1))
    end += 2;
  if (!readout_mention_context_is (self, end, ")")
      || ((self->tokens[at + 1].flags & READOUT_TOKEN_ALL_CAPS) == 0
          && (self->words[at + 1].classes & READOUT_LEXICON_ORGANIZATION) == 0))
    return at;

  add_name (self, at + 1, end, at + 1, type, 80, FALSE);

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

/* Finds the name that starts at @at, adds it, and returns where to go on. */
static guint32
take_name (ReadoutMentionContext *self,
           ReadoutNameTypes      *types,
           guint32                at,
           guint32                limit)
{
  const ReadoutLexiconEntry *entry = NULL;
  ReadoutMentionType         type = READOUT_MENTION_MISC;
  guint32                    headed_end = at;
  guint32 head = find_headed (self, at, limit, &headed_end, &type);
  guint   length = readout_lexicon_match (
      self->lexicon, self->tokens, at, limit, LISTED, &entry);
  guint32 end;

  /* A head alone is no name ("the Summit"), but for well-known bodies. */
  if (head != G_MAXUINT32 && headed_end == at + 1)
    {
      if (length == 0)
        {
          if (type != READOUT_MENTION_ORGANIZATION
              || (self->words[at].classes & READOUT_LEXICON_MODIFIER) != 0)
            return at + 1;
          if (get_next (self, at, limit) == 0)
            {
              if (self->tokens[at].n_bytes >= 5)
                add_name (self, at, at + 1, at, type, 50, FALSE);
              return at + 1;
            }
        }
      head = G_MAXUINT32;
    }

  if (head != G_MAXUINT32 && at + length < headed_end)
    {
      /* "Iranian Parliament" is a nation and a body, "Iranian Red Crescent
       * Society" one name. */
      if (length > 0 && (entry->classes & READOUT_LEXICON_NATIONALITY) != 0
          && (headed_end - at - length == 1 || type == READOUT_MENTION_FACILITY)
          && type != READOUT_MENTION_LOCATION)
        {
          add_name (self,
                    at,
                    at + length,
                    at,
                    READOUT_MENTION_NATIONALITY,
                    90,
                    FALSE);
          return at + length;
        }
      /* "King Edmund Bridge". */
      if (type == READOUT_MENTION_FACILITY && at > 0 && headed_end == head + 1
          && headed_end > at + 1
          && (self->words[at - 1].flags & READOUT_WORD_TITLE) != 0
          && (self->tokens[at - 1].flags & READOUT_TOKEN_CAPITAL) != 0
          && (at < 2 || (self->words[at - 2].flags & READOUT_WORD_TITLE) == 0))
        {
          add_name (self, at, head, at, READOUT_MENTION_PERSON, 60, FALSE);
          add_name (self, at - 1, headed_end, head, type, 70, FALSE);
          return headed_end;
        }
      /* A person before a body without a mark between is rare. */
      add_name (self, at, headed_end, head, type, 75, TRUE);
      return add_acronym (self, headed_end, limit, type);
    }

  if (length > 0 && !is_doubtful (self, at, length, entry->classes)
      && !goes_on_as_name (self, at, length, limit, entry->classes))
    {
      end = at + length;
      type = type_of_entry (entry->classes);
      if (type == READOUT_MENTION_NATIONALITY)
        end = find_nations_end (self, end, limit);
      add_name (self, at, end, end - 1, type, 88, FALSE);
      return add_acronym (self, end, limit, type);
    }

  end = find_run_end (self, at, limit);
  readout_name_types_add (types, at, end);
  return add_acronym (self, end, limit, READOUT_MENTION_ORGANIZATION);
}

/* Adds what the tagger alone found. */
static void
add_tagged (ReadoutMentionContext *self, guint from)
{
  g_autofree guint8 *taken = NULL;

  if (self->tagged == NULL)
    return;

  taken = g_new0 (guint8, self->n_tokens);
  for (guint i = from; i < self->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention
          = &g_array_index (self->mentions, ReadoutCandidateMention, i);

      memset (taken + mention->first, 1, mention->end - mention->first);
    }

  for (guint i = 0; i < self->tagged->len; i++)
    {
      const ReadoutTaggedName *name
          = &g_array_index (self->tagged, ReadoutTaggedName, i);
      gboolean free = name->probability >= ALONE;

      for (guint32 k = name->first; free && k < name->end; k++)
        free = !taken[k]
               && (self->words[k].flags
                   & (READOUT_WORD_DATE | READOUT_WORD_TITLE
                      | READOUT_WORD_HONORIFIC))
                      == 0;
      if (free)
        add_name (self,
                  name->first,
                  name->end,
                  name->end - 1,
                  name->type,
                  100 * name->probability,
                  FALSE);
    }
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
                                        LISTED & ~READOUT_LEXICON_SUBDIVISION,
                                        &entry);
  ReadoutMentionType         type;
  guint32                    end;

  if (length == 0 || is_doubtful (self, at, length, entry->classes))
    return at + 1;

  end = at + length;
  type = type_of_entry (entry->classes);
  if (type == READOUT_MENTION_NATIONALITY)
    end = find_nations_end (self, end, limit);
  add_name (self, at, end, end - 1, type, 70, FALSE);

  return end;
}

/* "Parliament's Committee on Trade", "the Union's Council": one name with
 * another in it. */
static void
join_possessives (ReadoutMentionContext *self, guint from)
{
  for (guint i = from; i + 1 < self->mentions->len; i++)
    {
      ReadoutCandidateMention *one
          = &g_array_index (self->mentions, ReadoutCandidateMention, i);
      ReadoutCandidateMention *two;

      if (one->type != READOUT_MENTION_ORGANIZATION
          || one->form != READOUT_FORM_NAME
          || !readout_mention_context_is (self, one->end, "'s"))
        continue;

      for (guint k = i + 1; k < self->mentions->len; k++)
        {
          two = &g_array_index (self->mentions, ReadoutCandidateMention, k);
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
  guint             from = self->mentions->len;
  guint32           i = 0;

  while (i < self->n_tokens)
    {
      guint32 limit = readout_mention_context_get_limit (self, i);

      if (is_name (self, i))
        {
          guint32 end = limit;

          /* A title or an honorific parts names. */
          for (guint32 k = i + 1; k < MIN (limit, i + 3 * MAX_NAME); k++)
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

  join_possessives (self, from);
  readout_name_types_resolve (types);
  add_tagged (self, from);
  readout_name_types_free (types);
}
