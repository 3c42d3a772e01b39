/* dates.c: time expressions and their values in ISO 8601
 *
 * A grammar over tokens, tried at each token from the longest form to the
 * shortest, and a normalisation against the day of publication; where that is
 * not given, against the date of its dateline.  Ages, counts,
 * frequencies and vague words ("now", "recently") are not time expressions
 * here.  Where the value is not decided the expression is still found.
 *
 * An expression takes with it what makes it more exact ("early", "later on",
 * "by the end of" without the preposition, a time of day), not the preposition
 * that places it in its clause.
 *
 * Reference: Strötgen and Gertz, HeidelTime: High Quality Rule-Based Extraction
 * and Normalization of Temporal Expressions, SemEval 2010.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/dates.h"

#include "language/dates-grammar.h"
#include "language/work.h"

#include <string.h>

/* Where a date in the head of an article can stand. */
#define HEAD_TOKENS 40

/* How long a line with nothing but a date, a place and a name can be. */
#define HEAD_LINE 16

/* How far the words that tell the tense are looked for. */
#define TENSE_REACH 24

static ReadoutTense
word_tense (const ReadoutDateParser *self, guint i)
{
  guint classes = self->words[i].classes;

  if ((classes & READOUT_DATE_FUTURE) != 0)
    return READOUT_TENSE_FUTURE;
  if ((classes & READOUT_DATE_PAST) != 0
      || g_str_has_suffix (self->tokens[i].lower, "ed"))
    return READOUT_TENSE_PAST;
  return READOUT_TENSE_UNKNOWN;
}

/* The tense around an expression: that of the nearest verb-like word before
 * it in its sentence, else of the first one after it. */
static ReadoutTense
find_tense (const ReadoutDateParser *self, guint first, guint end)
{
  const ReadoutSentence *sentence
      = &self->sentences[self->tokens[first].sentence];
  guint low = sentence->first;
  guint high = MIN (sentence->end, end + TENSE_REACH);

  if (first > low + TENSE_REACH)
    low = first - TENSE_REACH;

  for (guint i = first; i > low; i--)
    {
      ReadoutTense tense = word_tense (self, i - 1);

      /* "was scheduled", "had planned": the participle decides. */
      if (tense != READOUT_TENSE_UNKNOWN)
        return tense;
      if (i - 1 > low && strcmp (self->tokens[i - 1].lower, "be") == 0
          && strcmp (self->tokens[i - 2].lower, "to") == 0)
        return READOUT_TENSE_FUTURE;
    }
  for (guint i = end; i < high; i++)
    {
      ReadoutTense tense = word_tense (self, i);

      if (tense != READOUT_TENSE_UNKNOWN)
        return tense;
    }

  return READOUT_TENSE_UNKNOWN;
}

/* Whether a date that ends before token @end closes its line or stands before
 * the sign or bracket that ends a dateline. */
static gboolean
ends_dateline (const ReadoutDateParser *self, guint i, guint end)
{
  const ReadoutSentence *sentence = &self->sentences[self->tokens[i].sentence];
  const char *next = end < self->n_tokens ? self->tokens[end].lower : "";

  if (sentence->end - sentence->first > HEAD_LINE
      && end - sentence->first > HEAD_LINE)
    return FALSE;
  return end >= sentence->end || strchr (":(-/)|", *next) != NULL
         || g_str_has_prefix (next, "\342\200\223")
         || g_str_has_prefix (next, "\342\200\224");
}

/* The year of a notice of copyright; 0 if there is none. */
static int
find_copyright_year (const ReadoutDateParser *self, GCancellable *cancellable)
{
  for (guint i = 0; i < self->n_tokens; i++)
    {
      const char *lower = self->tokens[i].lower;

      if (readout_work_is_cancelled (cancellable, i))
        break;
      if (strcmp (lower, "copyright") == 0 || strcmp (lower, "\302\251") == 0
          || (strcmp (lower, "c") == 0 && i > 0
              && readout_date_is (self, i - 1, "(")
              && readout_date_is (self, i + 1, ")")))
        for (guint k = i + 1; k < self->n_tokens && k < i + 4; k++)
          if (readout_date_get_year (self, k) > 0)
            return readout_date_get_year (self, k);
    }

  return 0;
}

/* The day that the article says it is from: a full date in its head, in a
 * dateline or in a short line of its own; or a dateline without a year
 * ("OSLO, March 12 (Agency)") with the year of its notice of copyright. */
static void
find_anchor (ReadoutDateParser *self, GCancellable *cancellable)
{
  guint       n = MIN (self->n_tokens, HEAD_TOKENS);
  ReadoutDate partial = { 0 };

  for (guint i = 0; i < n; i++)
    {
      ReadoutDateMatch match = { 0 };

      if (!readout_date_parser_match (self, i, &match))
        continue;
      if (!match.is_duration && match.to.year == 0
          && ends_dateline (self, i, match.end))
        {
          if (readout_date_is_full (match.from))
            {
              self->anchor = match.from;
              return;
            }
          if (partial.day == 0 && match.from.year == 0 && match.from.month > 0
              && match.from.day > 0)
            partial = match.from;
        }
      i = MAX (i, match.end - 1);
    }

  if (partial.day > 0)
    {
      partial.year = find_copyright_year (self, cancellable);
      if (readout_date_is_full (partial) && readout_date_is_valid (partial))
        self->anchor = partial;
    }
}

/**
 * readout_dates_find:
 * @tokens: (element-type ReadoutToken): the tokens of an article
 * @sentences: (element-type ReadoutSentence): its sentences
 * @published: (nullable): its day of publication in ISO 8601
 * @cancellable: (nullable): to stop it
 *
 * Finds the dates and durations.  Takes time proportional to the number of
 * tokens.
 *
 * Returns: (transfer full) (element-type ReadoutDateValue): what was found, by
 *   first token, without overlap; incomplete if cancelled
 */
GArray *
readout_dates_find (const GArray *tokens,
                    const GArray *sentences,
                    const char   *published,
                    GCancellable *cancellable)
{
  GArray *dates = g_array_new (FALSE, TRUE, sizeof (ReadoutDateValue));
  g_autofree ReadoutDateWordClass *words = NULL;
  ReadoutDateParser                self = { 0 };

  g_return_val_if_fail (tokens != NULL, dates);
  g_return_val_if_fail (sentences != NULL, dates);

  if (tokens->len == 0 || sentences->len == 0)
    return dates;

  words = g_new (ReadoutDateWordClass, tokens->len);
  self.tokens = (const ReadoutToken *)(gconstpointer)tokens->data;
  self.n_tokens = tokens->len;
  self.sentences = (const ReadoutSentence *)(gconstpointer)sentences->data;
  self.words = words;
  for (guint i = 0; i < tokens->len; i++)
    {
      if (readout_work_is_cancelled (cancellable, i))
        return dates;
      words[i].classes
          = readout_date_word_classify (self.tokens[i].lower, &words[i].value);
    }

  if (!readout_date_parse (published, &self.anchor))
    find_anchor (&self, cancellable);

  for (guint i = 0, done = 0; i < self.n_tokens; i++, done++)
    {
      ReadoutDateMatch match = { 0 };
      ReadoutDateValue date = { 0 };

      if (readout_work_is_cancelled (cancellable, done))
        break;

      /* Nearly all words can begin no expression. */
      if (!readout_date_parser_can_start (&self, i))
        continue;
      self.tense = READOUT_TENSE_UNKNOWN;
      if (!readout_date_parser_match (&self, i, &match))
        continue;
      if (match.wants_tense)
        {
          self.tense = find_tense (&self, i, match.end);
          match = (ReadoutDateMatch){ 0 };
          readout_date_parser_match (&self, i, &match);
        }

      date.first = i;
      date.end = match.end;
      date.is_duration = match.is_duration;
      if (match.is_duration)
        g_strlcpy (date.value, match.duration, sizeof date.value);
      else
        readout_date_write (
            match.from, match.to, date.value, sizeof date.value);
      g_array_append_val (dates, date);
      i = match.end - 1;
    }

  return dates;
}
