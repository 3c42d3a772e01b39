/* topic-parts.c: the topics that a stretch of a sentence names
 *
 * "the importance of trade, the floods in Norway and ways to end them, while
 * …" names three: the stretch is cut where its noun phrases end, then parted
 * at its commas if these are those of a list, and at "and" where what follows
 * is a topic of its own.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/topic-parts.h"

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/trigger.h"

/* Topics of one encounter that are worth a person's time. */
#define MAX_TOPICS 14

/* How far into a stretch "importance of" is looked for, in tokens. */
#define LEAD_REACH 5

/* How far before "and" a "between" makes a pair, in tokens. */
#define PAIR_REACH 8

/**
 * Stretch:
 * @end: the token after its last one
 * @is_list: whether its commas part topics
 * @last_comma: the last of these, or its first token
 * @topics: where to add them
 */
typedef struct
{
  const ReadoutSyntax *syntax;
  guint                end;
  gboolean             is_list;
  guint                last_comma;
  ReadoutSpanList     *topics;
} Stretch;

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
has (const ReadoutSyntax *syntax, guint i, guint classes)
{
  return readout_syntax_has (syntax, i, classes);
}

/* "the importance of joint action" is about joint action. */
static guint
skip_leads (const ReadoutSyntax *syntax, guint first, guint end)
{
  guint start = first;

  for (guint i = first; i + 1 < end && i < first + LEAD_REACH; i++)
    if (is_in (syntax, i, READOUT_WORDS_TOPIC_LEADS)
        && is_in (syntax, i + 1, READOUT_WORDS_TOPIC_LEAD_LINKS))
      start = i + 2;
  return start;
}

/* A topic without "and", "both" and signs at its edges. */
static ReadoutPhrase
trim (const ReadoutSyntax *syntax, guint first, guint end)
{
  while (first < end
         && (is_in (syntax, first, READOUT_WORDS_TOPIC_EDGES)
             || has (syntax, first, READOUT_WORD_SIGN)))
    first++;
  while (end > first
         && (is_in (syntax, end - 1, READOUT_WORDS_TOPIC_EDGES)
             || (has (syntax, end - 1, READOUT_WORD_SIGN)
                 && !readout_syntax_is_quote (syntax, end - 1))))
    end--;

  return (ReadoutPhrase){ first, end };
}

/* "the floods last week": when is no part of what. */
static ReadoutPhrase
drop_date (const ReadoutSyntax *syntax, ReadoutPhrase topic)
{
  const ReadoutDateValue *date;

  if (topic.end == topic.first || syntax->dated[topic.end - 1] < 0)
    return topic;

  date = &g_array_index (
      syntax->analysis->dates, ReadoutDateValue, syntax->dated[topic.end - 1]);
  if (date->first > topic.first + 1
      && !has (syntax, date->first - 1, READOUT_WORD_PREPOSITION))
    topic.end = date->first;
  return topic;
}

/* Adds one topic. */
static void
add_topic (const Stretch *self, guint first, guint end)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        topic
      = drop_date (syntax, trim (syntax, skip_leads (syntax, first, end), end));

  if (topic.first >= topic.end
      || is_in (syntax, topic.end - 1, READOUT_WORDS_NO_TOPIC_ENDS)
      || self->topics->length >= MAX_TOPICS
      || (topic.end == topic.first + 1
          && has (syntax, topic.first, READOUT_WORD_PRONOUN)))
    return;
  readout_trigger_add_span (syntax, self->topics, topic.first, topic.end);
}

static gboolean
is_as_well (const ReadoutSyntax *syntax, guint i)
{
  return is (syntax, i, "as") && is (syntax, i + 1, "well");
}

/* "the floods while Lee …" */
static gboolean
begins_clause (const ReadoutSyntax *syntax, guint i)
{
  return is_in (syntax, i, READOUT_WORDS_CLAUSE_BEGINNINGS)
         && !is_as_well (syntax, i)
         && !is_in (syntax, i - 1, READOUT_WORDS_NO_CLAUSE_BEHIND);
}

/* "discussed the floods with Lee": whom, not what. */
static gboolean
begins_partner (const ReadoutSyntax *syntax, guint i, guint end)
{
  return is (syntax, i, "with") && i + 1 < end
         && readout_meeting_participants_name_person (
             syntax, readout_phrases_find_after (syntax, i + 1, end));
}

/* "the floods, which …", "the floods, and that …" */
static gboolean
begins_aside (const ReadoutSyntax *syntax, guint i)
{
  if (!is (syntax, i, ","))
    return FALSE;
  return (is_in (syntax, i + 1, READOUT_WORDS_ASIDE_BEGINNINGS)
          && !is_as_well (syntax, i + 1))
         || (is (syntax, i + 1, "and") && is (syntax, i + 2, "that"));
}

/* "and answered questions": the next verb. */
static gboolean
begins_next_verb (const ReadoutSyntax *syntax, guint i, guint end)
{
  return is (syntax, i, "and") && syntax->covering[i + 1] < 0
         && has (syntax, i + 1, READOUT_WORD_PAST)
         && !has (syntax, i + 2, READOUT_WORD_PREPOSITION) && i + 2 < end;
}

/* Where the noun phrase of a topic ends at the latest. */
static guint
find_topic_end (const ReadoutSyntax *syntax, guint first, guint end)
{
  for (guint i = first + 1; i < end; i++)
    {
      if (syntax->covering[i] >= 0)
        continue;
      if (begins_clause (syntax, i) || begins_partner (syntax, i, end))
        return i;
      if (syntax->dated[i] >= 0
          && (is (syntax, i - 1, "on") || is (syntax, i - 1, ",")))
        return i - 1;
      if (i + 1 < end
          && (begins_aside (syntax, i) || begins_next_verb (syntax, i, end)))
        return i;
    }

  return end;
}

/* Whether a word names a matter: what follows "and" is a topic of its own. */
static gboolean
is_matter (const ReadoutSyntax *syntax, guint i)
{
  return is_in (syntax, i, READOUT_WORDS_TOPIC_HEADS);
}

static gboolean
has_preposition (const ReadoutSyntax *syntax, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (syntax->covering[i] < 0 && has (syntax, i, READOUT_WORD_PREPOSITION))
      return TRUE;
  return FALSE;
}

/* Whether the commas of a stretch are those of a list of topics rather than of
 * a list inside of one: "in the fields of energy, water and health". */
static gboolean
is_list (const ReadoutSyntax *syntax, guint first, guint end)
{
  guint    comma = first;
  gboolean has_and = FALSE;
  gboolean is_inner = TRUE;

  while (comma < end
         && (syntax->covering[comma] >= 0 || !is (syntax, comma, ",")))
    comma++;
  for (guint i = comma + 1; i < end; i++)
    {
      if (syntax->covering[i] >= 0 || is (syntax, i, ","))
        continue;
      if (is (syntax, i, "and"))
        has_and = TRUE;
      else if (has (syntax,
                    i,
                    READOUT_WORD_DETERMINER | READOUT_WORD_PREPOSITION)
               || is_matter (syntax, i))
        is_inner = FALSE;
    }

  return has_and && (!is_inner || !has_preposition (syntax, first, comma));
}

/* Whether what follows "and" at token @i is a topic of its own: it has an
 * article or name of its own, is no pair ("between … and …") and takes up
 * nothing from before. */
static gboolean
parts_at_and (const ReadoutSyntax *syntax, guint first, guint i, guint end)
{
  if (i < first + 2 || i + 2 > end)
    return FALSE;
  for (guint k = i; k > first && k + PAIR_REACH > i; k--)
    if (is (syntax, k - 1, "between") || is (syntax, k - 1, "both"))
      return FALSE;
  if (is_matter (syntax, i + 1) || is_matter (syntax, i + 2))
    return TRUE;
  if (!has_preposition (syntax, i + 1, end))
    return FALSE;
  return is (syntax, i + 1, "the")
         || (syntax->covering[i + 1] >= 0
             && has (syntax,
                     syntax->mentions[syntax->covering[i + 1]].end,
                     READOUT_WORD_POSSESSIVE));
}

/* Whether "and" at token @i stands before the last topic of a list. */
static gboolean
ends_list (const Stretch *self, guint i)
{
  return self->is_list && i > self->last_comma + 1
         && !is (self->syntax, self->last_comma + 1, "and")
         && !(i + 1 < self->end
              && has (self->syntax, i + 1, READOUT_WORD_POSSESSIVE));
}

/* How many tokens from @i on part the topic that begins at @start from the next
 * one; 0 if they do not. */
static guint
count_joint (const Stretch *self, guint start, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (syntax->covering[i] >= 0 || syntax->dated[i] >= 0)
    return 0;
  if (is (syntax, i, ","))
    {
      if (is_in (syntax, i + 1, READOUT_WORDS_ESPECIALLY))
        return 2;
      return self->is_list ? 1 : 0;
    }
  if (is_as_well (syntax, i) && is (syntax, i + 2, "as"))
    return 3;
  if (is (syntax, i, "and")
      && (ends_list (self, i) || parts_at_and (syntax, start, i, self->end)))
    return 1;
  return 0;
}

/* "issues including trade, the floods and …" are about these. */
static guint
skip_including (const ReadoutSyntax *syntax, guint first, guint end)
{
  for (guint i = first + 1; i + 2 < end; i++)
    if ((is_in (syntax, i, READOUT_WORDS_INCLUDING)
         || (is (syntax, i, "as") && is (syntax, i - 1, "such")))
        && is_list (syntax, i + 1, end) && !is (syntax, i - 1, ","))
      return i + 1;

  return first;
}

/**
 * readout_meeting_topic_parts_add:
 * @syntax: the syntax
 * @first: the first token of a stretch of a sentence
 * @end: the token after its last one
 * @topics: where to add to
 *
 * Adds the topics of a stretch, each for itself.
 */
void
readout_meeting_topic_parts_add (const ReadoutSyntax *syntax,
                                 guint                first,
                                 guint                end,
                                 ReadoutSpanList     *topics)
{
  Stretch self = { syntax, end, FALSE, first, topics };
  guint   start;

  start = skip_including (syntax, skip_leads (syntax, first, end), end);
  self.end = find_topic_end (syntax, start, end);
  self.last_comma = start;
  self.is_list = is_list (syntax, start, self.end);
  for (guint i = start; self.is_list && i < self.end; i++)
    if (is (syntax, i, ",") && syntax->covering[i] < 0)
      self.last_comma = i;

  for (guint i = start; i < self.end; i++)
    {
      guint n = count_joint (&self, start, i);

      if (n == 0)
        continue;
      add_topic (&self, start, i);
      start = i + n;
      i = start - 1;
    }
  if (start < self.end)
    add_topic (&self, start, self.end);
}
