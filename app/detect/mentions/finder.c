/* finder.c: the step that finds mentions
 *
 * Rules over word lists, in passes: dates are taken over from the step before;
 * the cores of titles are marked, so that they part what would else be one run
 * of capitals ("Deputy Foreign Minister Ann Hill"); names are found in the
 * runs that remain; titles grow over the names beside them ("director of the
 * Institute of Art"); nominals and pronouns come last.  A trained tagger will
 * take the place of the second and third of these; what it must leave behind
 * is the sorted array of mentions, nothing else.
 *
 * Case is the main witness, so a word at a sentence's start and a line in the
 * title case of headlines need a second one: the word lists, or the same word
 * elsewhere in the article.  Text in capitals throughout yields listed names
 * only.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/mentions/finder.h"

#include "detect/mentions/context.h"
#include "detect/mentions/names.h"
#include "detect/mentions/nominals.h"
#include "detect/mentions/offices.h"
#include "detect/mentions/tagged.h"
#include "detect/mentions/titles.h"
#include "language/work.h"

/* A line with at least so many capitalised words, and twice as many as small
 * ones of four letters and more, is in title case. */
#define HEADLINE_CAPITALS 3

/* From this probability on the tagger outdoes what else is known. */
#define SURE 0.6

/* The classes of each word, looked up once. */
static void
look_up_words (ReadoutMentionContext *self)
{
  for (guint32 i = 0; i < self->n_tokens; i++)
    {
      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      self->words[i].classes
          = readout_lexicon_get_classes (self->lexicon, &self->tokens[i]);
    }
}

static void
mark_headlines (ReadoutMentionContext *self)
{
  for (guint i = 0; i < self->analysis->sentences->len; i++)
    {
      const ReadoutSentence *sentence
          = readout_analysis_get_sentence (self->analysis, i);
      const ReadoutParagraph *paragraph;
      guint                   capitals = 0;
      guint                   small = 0;
      guint                   all_caps = 0;

      if (g_cancellable_is_cancelled (self->analysis->cancellable))
        break;
      for (guint32 k = sentence->first; k < sentence->end; k++)
        {
          guint32 flags = self->tokens[k].flags;

          if ((flags & READOUT_TOKEN_WORD) == 0)
            continue;
          if ((flags & READOUT_TOKEN_CAPITAL) != 0)
            {
              capitals++;
              all_caps += (flags & READOUT_TOKEN_ALL_CAPS) != 0 ? 1 : 0;
            }
          else if (self->tokens[k].n_bytes >= 4)
            small++;
        }

      if (capitals < HEADLINE_CAPITALS || capitals < 2 * small)
        continue;
      /* A headline is a line of its own and has no full stop. */
      paragraph = &g_array_index (
          self->analysis->paragraphs, ReadoutParagraph, sentence->paragraph);
      if (paragraph->end > paragraph->first + 1
          || readout_mention_context_is (self, sentence->end - 1, "."))
        continue;
      /* A line that is one name, or a list of names, is none. */
      if (capitals < 5 && all_caps < capitals)
        continue;
      for (guint32 k = sentence->first; k < sentence->end; k++)
        self->words[k].flags |= READOUT_WORD_HEADLINE;
    }
}

static void
count_words (ReadoutMentionContext *self)
{
  for (guint32 i = 0; i < self->n_tokens; i++)
    {
      const ReadoutToken *token = &self->tokens[i];
      guint32             count;
      gboolean            capital;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if ((token->flags & READOUT_TOKEN_WORD) == 0
          || (self->words[i].flags & READOUT_WORD_HEADLINE) != 0)
        continue;
      capital = (token->flags & READOUT_TOKEN_CAPITAL) != 0;
      if (capital
          && ((token->flags & READOUT_TOKEN_FIRST) != 0
              || (self->tokens[i - 1].flags & READOUT_TOKEN_PUNCT) != 0))
        continue;

      count
          = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, token->lower));
      if (capital && count >> 16 < 0xffff)
        count += 1 << 16;
      else if (!capital && (count & 0xffff) < 0xffff)
        count++;
      g_hash_table_insert (
          self->counts, (gpointer)token->lower, GUINT_TO_POINTER (count));
    }
}

/* Takes the dates over as mentions and marks their tokens. */
static void
take_dates (ReadoutMentionContext *self)
{
  const GArray *dates = self->analysis->dates;

  for (guint i = 0; i < dates->len; i++)
    {
      const ReadoutDateValue *date
          = &g_array_index (dates, ReadoutDateValue, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      readout_mention_context_add (self,
                                   date->first,
                                   date->end,
                                   date->end - 1,
                                   date->is_duration ? READOUT_MENTION_DURATION
                                                     : READOUT_MENTION_DATE,
                                   READOUT_FORM_NAME,
                                   90,
                                   "language/dates: an expression of time");
      g_array_index (
          self->mentions, ReadoutCandidateMention, self->mentions->len - 1)
          .date
          = i;
      for (guint32 k = date->first; k < date->end; k++)
        self->words[k].flags |= READOUT_WORD_DATE;
    }
}

static void
mark_honorifics (ReadoutMentionContext *self)
{
  for (guint32 i = 0, done = 0; i < self->n_tokens; i++, done++)
    {
      guint length;

      if (readout_work_is_cancelled (self->analysis->cancellable, done))
        break;
      if ((self->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
        continue;
      length = readout_mention_context_match (
          self, i, READOUT_LEXICON_HONORIFIC, NULL);
      if (length == 0)
        continue;
      if (readout_mention_context_is (self, i + length, ".")
          && readout_mention_context_is_attached (self, i + length))
        length++;
      /* "Hussein Sheikh" is a name. */
      if (length == 1
          && (i + length >= self->n_tokens
              || self->tokens[i + length].sentence != self->tokens[i].sentence
              || (self->tokens[i + length].flags & READOUT_TOKEN_CAPITAL) == 0))
        continue;
      for (guint32 k = i; k < i + length; k++)
        self->words[k].flags |= READOUT_WORD_HONORIFIC;
      i += length - 1;
    }
}

/* Whether any word would have a capital there: a sentence or a quotation
 * starts. */
static gboolean
is_at_start (const ReadoutMentionContext *self, guint32 at)
{
  return (self->tokens[at].flags & READOUT_TOKEN_FIRST) != 0
         || (at > 0 && (self->tokens[at - 1].flags & READOUT_TOKEN_QUOTE) != 0
             && readout_mention_context_is_attached (self, at)
             && (at < 2
                 || (self->tokens[at - 2].flags & READOUT_TOKEN_PUNCT) != 0));
}

/* Whether what follows the word lets it be a name that does something. */
static gboolean
is_followed_as_name (const ReadoutMentionContext *self, guint32 at)
{
  guint32 next = at + 1;

  if (next >= readout_mention_context_get_limit (self, at))
    return TRUE;
  if ((self->tokens[next].flags & READOUT_TOKEN_CAPITAL) != 0)
    return (self->words[next].classes & READOUT_LEXICON_FUNCTION_WORD) == 0;

  return readout_mention_context_is_in (
             self, next, READOUT_WORDS_NAME_FOLLOWERS)
         || g_str_has_suffix (self->tokens[next].lower, "ed");
}

/* Whether a capital at a sentence's start, which proves nothing, belongs to a
 * name. */
static gboolean
is_name_at_start (const ReadoutMentionContext *self, guint32 at)
{
  const guint32 listed = READOUT_LEXICON_COUNTRY | READOUT_LEXICON_NATIONALITY
                         | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY
                         | READOUT_LEXICON_REGION | READOUT_LEXICON_GIVEN_NAME;
  guint32 lower = readout_mention_context_count_lower (self, at);
  guint32 capital = readout_mention_context_count_capital (self, at);
  const ReadoutTaggedName *tagged
      = readout_mention_context_get_tagged (self, at);

  if (tagged != NULL && tagged->probability >= SURE)
    return TRUE;
  if ((self->tokens[at].flags & READOUT_TOKEN_ALL_CAPS) != 0)
    return TRUE;
  if (capital > lower)
    return TRUE;
  if (lower > 0)
    return FALSE;
  if ((self->words[at].classes & listed) != 0)
    return TRUE;
  if ((self->words[at].classes & READOUT_LEXICON_STARTING_WORD) != 0)
    return at + 1 < self->n_tokens
           && (self->tokens[at + 1].flags & READOUT_TOKEN_CAPITAL) != 0
           && (self->words[at + 1].classes
               & (READOUT_LEXICON_ORGANIZATION_HEAD
                  | READOUT_LEXICON_EVENT_HEAD))
                  != 0;
  /* Adverbs, participles and the like. */
  if ((self->words[at].classes & READOUT_LEXICON_MODIFIER) == 0
      && (g_str_has_suffix (self->tokens[at].lower, "ly")
          || g_str_has_suffix (self->tokens[at].lower, "ing")
          || g_str_has_suffix (self->tokens[at].lower, "ed")))
    return at + 1 < self->n_tokens
           && (self->tokens[at + 1].flags & READOUT_TOKEN_CAPITAL) != 0
           && (self->words[at + 1].classes & listed) == 0;

  return is_followed_as_name (self, at);
}

/* Whether a function word starts a listed name: "New Delhi", "US", "The
 * Hague". */
static gboolean
is_part_of_listed (const ReadoutMentionContext *self, guint32 at)
{
  const guint32 listed = READOUT_LEXICON_COUNTRY | READOUT_LEXICON_CAPITAL
                         | READOUT_LEXICON_CITY | READOUT_LEXICON_REGION
                         | READOUT_LEXICON_ORGANIZATION;
  guint length = readout_mention_context_match (self, at, listed, NULL);
  const ReadoutTaggedName *tagged
      = readout_mention_context_get_tagged (self, at);

  if (tagged != NULL && tagged->probability >= SURE)
    return TRUE;
  if (length == 1)
    return (self->tokens[at].flags & READOUT_TOKEN_ALL_CAPS) != 0;

  return length > 1
         && ((self->tokens[at].flags & READOUT_TOKEN_FIRST) == 0
             || !readout_mention_context_is (self, at, "the"));
}

static void
mark_name_words (ReadoutMentionContext *self)
{
  for (guint32 i = 0; i < self->n_tokens; i++)
    {
      const ReadoutToken *token = &self->tokens[i];
      ReadoutWord        *word = &self->words[i];

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if ((token->flags & READOUT_TOKEN_WORD) == 0
          || (token->flags & READOUT_TOKEN_CAPITAL) == 0)
        continue;
      if ((word->flags
           & (READOUT_WORD_DATE | READOUT_WORD_TITLE | READOUT_WORD_HONORIFIC
              | READOUT_WORD_HEADLINE))
          != 0)
        continue;
      if ((word->classes & READOUT_LEXICON_FUNCTION_WORD) != 0
          && !is_part_of_listed (self, i))
        {
          /* "A. Hill", "I.Hill". */
          if (token->n_bytes != 1
              || !readout_mention_context_is (self, i + 1, ".")
              || !readout_mention_context_is_attached (self, i + 1)
              || i + 2 >= self->n_tokens
              || (self->tokens[i + 2].flags & READOUT_TOKEN_CAPITAL) == 0
              || self->tokens[i + 2].sentence != token->sentence)
            continue;
        }
      if (is_at_start (self, i) && !is_name_at_start (self, i))
        continue;
      /* "US$5". */
      if (readout_mention_context_is (self, i + 1, "$")
          && readout_mention_context_is_attached (self, i + 1))
        continue;

      word->flags |= READOUT_WORD_NAME;
    }
}

static int
compare_mentions (gconstpointer a, gconstpointer b)
{
  const ReadoutCandidateMention *one = a;
  const ReadoutCandidateMention *two = b;

  if (one->first != two->first)
    return one->first < two->first ? -1 : 1;
  if (one->end != two->end)
    return one->end > two->end ? -1 : 1;
  /* Of two over the same tokens the surer one comes first. */
  return two->confidence - one->confidence;
}

/* Sorts the mentions, drops doubles and such as cross another, and finds out
 * which is nested in which. */
static void
finish (ReadoutMentionContext *self)
{
  GArray *all = self->mentions;
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (gint32));
  guint n = 0;

  g_array_sort (all, compare_mentions);

  for (guint i = 0; i < all->len; i++)
    {
      ReadoutCandidateMention mention
          = g_array_index (all, ReadoutCandidateMention, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      while (open->len > 0
             && g_array_index (all,
                               ReadoutCandidateMention,
                               g_array_index (open, gint32, open->len - 1))
                        .end
                    <= mention.first)
        g_array_set_size (open, open->len - 1);

      mention.outer = -1;
      if (open->len > 0)
        {
          gint32 outer = g_array_index (open, gint32, open->len - 1);
          const ReadoutCandidateMention *around
              = &g_array_index (all, ReadoutCandidateMention, outer);

          if (mention.end > around->end
              || (mention.first == around->first && mention.end == around->end))
            continue;
          mention.outer = outer;
        }

      g_array_index (all, ReadoutCandidateMention, n) = mention;
      g_array_append_val (open, n);
      n++;
    }

  g_array_set_size (all, n);
}

/* Whether it is a word of a date, not a year, which may belong to a name. */
static gboolean
is_date_word (const ReadoutMentionContext *self, guint32 at)
{
  return (self->words[at].flags & READOUT_WORD_DATE) != 0
         && (self->tokens[at].flags & READOUT_TOKEN_WORD) != 0;
}

/* Takes titles and honorifics off the names of persons that the tagger found,
 * and weekdays off all. */
static void
trim_tagged (ReadoutMentionContext *self)
{
  const guint32 apart = READOUT_WORD_TITLE | READOUT_WORD_HONORIFIC;

  for (guint i = 0; self->tagged != NULL && i < self->tagged->len; i++)
    {
      ReadoutTaggedName *name
          = &g_array_index (self->tagged, ReadoutTaggedName, i);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      while (name->end > name->first + 1
             && ((name->type == READOUT_MENTION_PERSON
                  && ((self->words[name->first].flags & apart) != 0
                      || (self->tokens[name->first].flags & READOUT_TOKEN_PUNCT)
                             != 0))
                 || is_date_word (self, name->first)))
        self->tagged_at[name->first++] = -1;
      while (name->end > name->first + 1 && is_date_word (self, name->end - 1))
        self->tagged_at[--name->end] = -1;
    }
}

/**
 * readout_mention_finder_run:
 * @analysis: an analysis with tokens and dates
 *
 * Uses the tagger of names if the analysis has a model with one.
 */
void
readout_mention_finder_run (ReadoutAnalysis *analysis)
{
  g_autoptr (GArray) tagged = NULL;

  g_return_if_fail (analysis != NULL);

  tagged = readout_tagged_names_new (analysis);
  readout_mention_finder_run_with_tagged (analysis, tagged);
}

/**
 * readout_mention_finder_run_with_tagged:
 * @analysis: an analysis with tokens and dates
 * @tagged: (nullable) (element-type ReadoutTaggedName): the names that a
 *   tagger found, in text order, none overlapping another; changed
 */
void
readout_mention_finder_run_with_tagged (ReadoutAnalysis *analysis,
                                        GArray          *tagged)
{
  ReadoutMentionContext self = { 0 };

  g_return_if_fail (analysis != NULL);

  self.analysis = analysis;
  self.lexicon = readout_lexicon_get_default ();
  self.tokens = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;
  self.n_tokens = analysis->tokens->len;
  self.words = g_new0 (ReadoutWord, self.n_tokens);
  self.counts = g_hash_table_new (NULL, NULL);
  self.titles = g_array_new (FALSE, FALSE, sizeof (ReadoutTitle));
  self.proposals = g_array_new (FALSE, FALSE, sizeof (ReadoutProposedName));
  self.mentions = analysis->mentions;
  g_array_set_size (self.mentions, 0);
  self.tagged = tagged;
  self.tagger_is_partial = readout_tagged_names_are_partial (analysis);
  if (tagged != NULL)
    self.tagged_at = readout_tagged_names_index (tagged, self.n_tokens);

  look_up_words (&self);
  mark_headlines (&self);
  count_words (&self);
  take_dates (&self);
  mark_honorifics (&self);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    readout_mention_offices_mark (&self);
  trim_tagged (&self);
  mark_name_words (&self);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    readout_mention_names_find (&self);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    readout_mention_titles_find (&self);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    readout_mention_nominals_find (&self);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    finish (&self);

  g_free (self.words);
  g_free (self.tagged_at);
  g_hash_table_unref (self.counts);
  g_array_unref (self.titles);
  g_array_unref (self.proposals);
}
