/* titles.c: offices with all that belongs to them
 *
 * A title grows from its core, an office with its modifiers and portfolio, once
 * names are known: it takes in those that touch it on the left ("Iranian",
 * "State Department") and those that a preposition joins on the right ("of the
 * Institute of Art", "to Jordan").
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/titles.h"

#include <string.h>

#include "detect/mentions/context.h"
#include "detect/mentions/offices.h"
#include "language/work.h"

/* The longest complement that is looked for, in tokens. */
#define MAX_COMPLEMENT 5
/* How many names in a row a title takes in on the left. */
#define MAX_ROUNDS 4
/* How much more often titles before a name are right, out of 100. */
#define NAME_CONFIDENCE 7
/* How many unknown words may stand between a determiner and a title. */
#define MAX_UNKNOWN 3

/* Index of the widest mention of a name that ends (or starts) at a token, or
 * -1. */
typedef struct
{
  gint32 *starts;
  gint32 *ends;
} Edges;

static void
note_widest (const ReadoutMentionContext *self, gint32 *at, guint mention)
{
  const ReadoutCandidateMention *new
      = &g_array_index (self->mentions, ReadoutCandidateMention, mention);
  const ReadoutCandidateMention *old
      = *at < 0 ? NULL
                : &g_array_index (self->mentions, ReadoutCandidateMention, *at);

  if (old == NULL || new->end - new->first > old->end - old->first)
    *at = mention;
}

static Edges
index_edges (const ReadoutMentionContext *self)
{
  Edges edges;

  edges.starts = g_new (gint32, self->n_tokens + 1);
  edges.ends = g_new (gint32, self->n_tokens + 1);
  for (guint32 i = 0; i <= self->n_tokens; i++)
    edges.starts[i] = edges.ends[i] = -1;

  for (guint i = 0; i < self->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention
          = &g_array_index (self->mentions, ReadoutCandidateMention, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (mention->form != READOUT_FORM_NAME
          || mention->type == READOUT_MENTION_DATE
          || mention->type == READOUT_MENTION_DURATION)
        continue;
      note_widest (self, &edges.starts[mention->first], i);
      note_widest (self, &edges.ends[mention->end], i);
    }

  return edges;
}

/* Takes in names that touch on the left and the modifiers before them. */
static void
extend_left (const ReadoutMentionContext *self,
             const Edges                 *edges,
             ReadoutTitle                *title,
             guint32                      start)
{
  for (guint round = 0; round < MAX_ROUNDS && title->first > start; round++)
    {
      gint32                         index = edges->ends[title->first];
      const ReadoutCandidateMention *mention;
      guint32                        first;

      if (index >= 0)
        {
          mention
              = &g_array_index (self->mentions, ReadoutCandidateMention, index);
          if (mention->first < start || mention->type == READOUT_MENTION_PERSON
              || mention->type == READOUT_MENTION_MISC)
            return;
          title->first = mention->first;
          title->weak = FALSE;
        }

      first = readout_mention_offices_find_modifiers (
          self, start, title->first, TRUE);
      if (first == title->first && index < 0)
        return;
      if (first < title->first)
        title->weak = FALSE;
      title->first = first;
    }
}

/* Whether it is a noun for several people, going by its form. */
static gboolean
is_plural (const ReadoutMentionContext *self, guint32 at)
{
  const char *lower = self->tokens[at].lower;

  return g_str_has_suffix (lower, "s") || g_str_has_suffix (lower, "men")
         || g_str_has_suffix (lower, "women")
         || g_str_has_suffix (lower, "people");
}

/* Takes in all between a determiner and the title, "the late opposition
 * leader", whatever the words, but for such as count or place in order.  A word
 * that could be a verb ("the bank told ministers") stands before a plural
 * only.  In "with veteran diplomat Ann Hill" a preposition stands for the
 * determiner. */
static void
extend_to_determiner (const ReadoutMentionContext *self,
                      const Edges                 *edges,
                      ReadoutTitle                *title,
                      guint32                      start)
{
  guint32  most = is_plural (self, title->head) ? 1 : MAX_UNKNOWN;
  guint32  n_words = 0;
  gboolean named;

  if (readout_mention_context_is_capital (self, title->head))
    return;
  named = edges->starts[title->end] >= 0 && !title->weak;

  for (guint32 at = title->first; at > start;)
    {
      at--;
      if (readout_mention_context_is_in (self, at, READOUT_WORDS_TITLE_STARTERS)
          || (named && n_words == 1
              && readout_mention_context_is_in (
                  self, at, READOUT_WORDS_VETERAN_PREPOSITIONS)
              && !g_str_has_suffix (self->tokens[at + 1].lower, "ing")))
        {
          if (n_words > 0)
            {
              title->first = at + 1;
              title->weak = FALSE;
            }
          return;
        }
      /* "Newly-freed". */
      if (n_words > 0 && readout_mention_context_is (self, at, "-")
          && readout_mention_context_is_attached (self, at)
          && readout_mention_context_is_attached (self, at + 1))
        {
          n_words--;
          continue;
        }
      if (++n_words > most || (self->tokens[at].flags & READOUT_TOKEN_WORD) == 0
          || readout_mention_context_is_capital (self, at)
          || (self->words[at].flags & (READOUT_WORD_DATE | READOUT_WORD_TITLE))
                 != 0
          || (self->words[at].classes & READOUT_LEXICON_FUNCTION_WORD) != 0
          || readout_mention_context_is_in (
              self, at, READOUT_WORDS_COUNTING_WORDS))
        return;
    }
}

/* The end of a complement in small letters: "the ministry", "the
 * parliamentary committee", or @at. */
static guint32
find_common_complement (const ReadoutMentionContext *self, guint32 at)
{
  guint32 limit
      = MIN (readout_mention_context_get_limit (self, at), at + MAX_COMPLEMENT);

  for (guint32 i = at; i < limit; i++)
    {
      const ReadoutLexiconEntry *entry;

      if ((self->tokens[i].flags & READOUT_TOKEN_WORD) == 0
          || readout_mention_context_is_capital (self, i))
        return at;
      if (readout_mention_context_match (
              self, i, READOUT_LEXICON_PERSON_NOUN, &entry)
              > 0
          && (strcmp (entry->value, "organization") == 0
              || strcmp (entry->value, "place") == 0)
          && (i + 1 >= limit
              || readout_mention_context_match (
                     self, i + 1, READOUT_LEXICON_PERSON_NOUN, NULL)
                     == 0))
        return i + 1;
      if (i > at && (self->words[i].classes & READOUT_LEXICON_MODIFIER) == 0
          && (self->words[i].classes & READOUT_LEXICON_FUNCTION_WORD) != 0
          && !readout_mention_context_is (self, i, "two"))
        return at;
    }

  return at;
}

/* The title whose core starts at @at, or -1. */
static gint32
find_title_at (const ReadoutMentionContext *self, guint from, guint32 at)
{
  for (guint i = from; i < self->titles->len; i++)
    {
      guint32 first = g_array_index (self->titles, ReadoutTitle, i).first;

      if (first == at)
        return i;
      if (first > at)
        break;
    }

  return -1;
}

/* The end of what belongs to a complement: "(ZTU)", "member states". */
static guint32
find_addition_end (const ReadoutMentionContext *self, guint32 at, guint32 limit)
{
  guint32 end = at + 2;

  if (end <= limit && readout_mention_context_is (self, at, "member")
      && (readout_mention_context_is (self, at + 1, "states")
          || readout_mention_context_is (self, at + 1, "countries")))
    return end;
  if (end >= limit || !readout_mention_context_is (self, at, "(")
      || (self->tokens[at + 1].flags & READOUT_TOKEN_ALL_CAPS) == 0)
    return at;
  if (readout_mention_context_is (self, end, "-"))
    end += 2;

  return end < limit && readout_mention_context_is (self, end, ")") ? end + 1
                                                                    : at;
}

static void
extend_right (ReadoutMentionContext *self,
              const Edges           *edges,
              guint                  index,
              ReadoutTitle          *title)
{
  for (guint round = 0; round < 2; round++)
    {
      guint32  limit = readout_mention_context_get_limit (self, title->head);
      guint32  at = title->end + 1;
      gboolean to = readout_mention_context_is (self, title->end, "to");
      gboolean place_only = readout_mention_context_is (self, title->end, "at");
      gboolean determined;
      gint32   other;

      if (at >= limit
          || !readout_mention_context_is_in (
              self, title->end, READOUT_WORDS_COMPLEMENT_PREPOSITIONS))
        return;
      if ((to || place_only)
          && !readout_mention_context_is_in (
              self, title->head, READOUT_WORDS_SENT_OFFICES))
        return;

      determined = readout_mention_context_is_in (
          self, at, READOUT_WORDS_COMPLEMENT_DETERMINERS);
      if (determined)
        at++;
      if (at >= limit)
        return;

      if (edges->starts[at] >= 0)
        {
          const ReadoutCandidateMention *mention = &g_array_index (
              self->mentions, ReadoutCandidateMention, edges->starts[at]);

          if (mention->type == READOUT_MENTION_PERSON)
            return;
          if (mention->type == READOUT_MENTION_NATIONALITY)
            {
              guint32 end = find_common_complement (self, mention->end);

              if (end == mention->end)
                return;
              title->end = end;
            }
          else
            title->end = mention->end;
          /* "Head of Norway's Statistics Bureau". */
          if (readout_mention_context_is (self, title->end, "'s")
              && title->end + 1 < limit && edges->starts[title->end + 1] >= 0)
            {
              mention = &g_array_index (self->mentions,
                                        ReadoutCandidateMention,
                                        edges->starts[title->end + 1]);
              if (mention->type == READOUT_MENTION_ORGANIZATION)
                title->end = mention->end;
            }
          title->end = find_addition_end (self, title->end, limit);
          title->weak = FALSE;
          continue;
        }

      other = find_title_at (self, index + 1, at);
      if (other >= 0 && to && determined)
        {
          title->end = g_array_index (self->titles, ReadoutTitle, other).end;
          title->weak = FALSE;
          return;
        }

      if (determined || readout_mention_context_is (self, at, "foreign"))
        {
          guint32 end = find_common_complement (self, at);

          if (end == at)
            return;
          title->end = end;
          title->weak = FALSE;
        }
      else
        return;
    }
}

/* Whether a person's name follows the title directly, honorifics aside. */
static gboolean
has_name_after (const ReadoutMentionContext *self,
                const Edges                 *edges,
                const ReadoutTitle          *title)
{
  guint32 limit = readout_mention_context_get_limit (self, title->head);
  guint32 at = title->end;

  if (readout_mention_context_is (self, at, ","))
    at++;
  while (at < limit && (self->words[at].flags & READOUT_WORD_HONORIFIC) != 0)
    at++;

  return at < limit && edges->starts[at] >= 0
         && g_array_index (
                self->mentions, ReadoutCandidateMention, edges->starts[at])
                    .type
                == READOUT_MENTION_PERSON;
}

/* Joins "deputy premier and foreign minister" where one person follows. */
static void
join_titles (ReadoutMentionContext *self, const Edges *edges)
{
  guint n = 0;

  for (guint i = 0; i < self->titles->len; i++)
    {
      ReadoutTitle *title = &g_array_index (self->titles, ReadoutTitle, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (n > 0 && !title->weak)
        {
          ReadoutTitle *last
              = &g_array_index (self->titles, ReadoutTitle, n - 1);

          if (last->end + 1 == title->first && !last->weak
              && readout_mention_context_is (self, last->end, "and")
              && readout_mention_context_is_capital (self, last->head)
                     == readout_mention_context_is_capital (self, title->head)
              && has_name_after (self, edges, title))
            {
              last->end = title->end;
              continue;
            }
        }

      g_array_index (self->titles, ReadoutTitle, n) = *title;
      n++;
    }

  g_array_set_size (self->titles, n);
}

/**
 * readout_mention_titles_find:
 * @self: the context
 *
 * Lets the titles grow over the names beside them and adds them.
 */
void
readout_mention_titles_find (ReadoutMentionContext *self)
{
  Edges   edges = index_edges (self);
  guint32 done = 0;
  guint   n = 0;

  for (guint i = 0; i < self->titles->len; i++)
    {
      ReadoutTitle title = g_array_index (self->titles, ReadoutTitle, i);
      guint32      start
          = MAX (readout_analysis_get_sentence (
                     self->analysis, self->tokens[title.head].sentence)
                     ->first,
                 done);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      extend_left (self, &edges, &title, start);
      extend_to_determiner (self, &edges, &title, start);
      extend_right (self, &edges, i, &title);
      if (has_name_after (self, &edges, &title))
        {
          title.confidence += NAME_CONFIDENCE;
          if (!readout_mention_context_is (self, title.end, ","))
            title.weak = FALSE;
        }

      if (title.weak)
        {
          for (guint32 k = title.first; k < title.end; k++)
            self->words[k].flags &= ~READOUT_WORD_TITLE;
          continue;
        }
      g_array_index (self->titles, ReadoutTitle, n) = title;
      n++;
      done = title.end;
    }
  g_array_set_size (self->titles, n);

  join_titles (self, &edges);

  for (guint i = 0; i < self->titles->len; i++)
    {
      const ReadoutTitle *title
          = &g_array_index (self->titles, ReadoutTitle, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      readout_mention_context_add (
          self,
          title->first,
          title->end,
          title->head,
          READOUT_MENTION_TITLE,
          READOUT_FORM_NOMINAL,
          title->confidence,
          "mentions/titles: a listed office with what belongs to it");
    }

  g_free (edges.starts);
  g_free (edges.ends);
}
