/* document.c: what the attribution tagger knows of a document
 *
 * For each token the state of the quotation marks, how often it is a cue, and
 * where the nearest anchors stand; for each sentence, whether it is quoted.
 * Anchors are verbs that often report; in the second stage the cues that the
 * first one found take their place.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/document.h"

#include <string.h>

#include "language/word-groups.h"
#include "tagger/attribution/segments.h"

/* How many tokens are read between two looks at the cancellable. */
#define CHECK_TOKENS 8192
#define NONE READOUT_UNIT_NONE
/* From this bucket on a verb counts as a reporting verb. */
#define REPORTING 4
/* How near to its end a sentence's only anchors are its tail. */
#define TAIL_TOKENS 6

/* What tells one quotation from another at its edges: its length, the case of
 * its first letter, whether it is closed, and the sign before the closing
 * mark. */
static guint64
describe_quotation (const ReadoutToken     *tokens,
                    const ReadoutQuotation *quotation)
{
  guint32  last = quotation->end - 1;
  guint    n_words = 0;
  char     before = 0;
  gboolean capital = FALSE;

  for (guint t = quotation->first; t < quotation->end; t++)
    if (tokens[t].flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER))
      n_words++;
  if (quotation->closed && last > quotation->first
      && strchr (",.?!", tokens[last - 1].lower[0]) != NULL)
    before = tokens[last - 1].lower[0];
  if (quotation->first + 1 < quotation->end)
    capital = (tokens[quotation->first + 1].flags & READOUT_TOKEN_CAPITAL) != 0;

  return (n_words <= 4   ? 0
          : n_words <= 9 ? 1
                         : 2)
         + 3 * capital + 6 * quotation->closed + 16 * (guint)before;
}

static void
describe_quotations (ReadoutAttributionDocument *self)
{
  const ReadoutToken *tokens = (gconstpointer)self->tokens->data;

  for (guint q = 0; q < self->quotations->len; q++)
    {
      const ReadoutQuotation *quotation
          = &g_array_index (self->quotations, ReadoutQuotation, q);
      guint64 value;

      if (quotation->parent >= 0 || quotation->end <= quotation->first)
        continue;
      value = describe_quotation (tokens, quotation);

      for (guint t = quotation->first; t < quotation->end; t++)
        {
          self->units[t].state = t == quotation->first ? READOUT_QUOTED_OPENING
                                 : quotation->closed && t == quotation->end - 1
                                     ? READOUT_QUOTED_CLOSING
                                     : READOUT_QUOTED_IN;
          self->units[t].quotation = value + 1;
        }
    }
}

static void
describe_sentences (ReadoutAttributionDocument *self)
{
  const ReadoutToken *tokens = (gconstpointer)self->tokens->data;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      guint n_capital = 0;
      guint n_long = 0;

      self->lines[s].all_quote = sentence->end > sentence->first;
      for (guint t = sentence->first; t < sentence->end; t++)
        {
          const ReadoutUnit *unit = &self->units[t];

          if (unit->state != READOUT_QUOTED_OUT)
            self->lines[s].has_quote = TRUE;
          else if (unit->word_class != READOUT_WORD_CLASS_PUNCT)
            self->lines[s].all_quote = FALSE;
          if (unit->word_class != READOUT_WORD_CLASS_PUNCT
              && tokens[t].span.end - tokens[t].span.start >= 4)
            {
              n_long++;
              if (tokens[t].flags & READOUT_TOKEN_CAPITAL)
                n_capital++;
            }
        }
      self->lines[s].headline = n_long >= 3 && n_capital * 10 >= n_long * 7;
    }
}

static guint
bucket_of (guint n_cue, guint n)
{
  double share;

  if (n < 2)
    return n_cue > 0 ? 1 : 0;
  share = (double)n_cue / n;
  return share < 0.02   ? 0
         : share < 0.1  ? 2
         : share < 0.3  ? 3
         : share < 0.6  ? 4
         : share < 0.85 ? 5
                        : 6;
}

/* The bit of a word that says how a token hangs on the next anchor. */
static guint8
function_bit (const ReadoutToken *token)
{
  return readout_token_is_in (token, READOUT_WORDS_BETWEEN_THAT)
         + 2 * readout_token_is_in (token, READOUT_WORDS_BETWEEN_TO)
         + 4 * readout_token_is_in (token, READOUT_WORDS_BETWEEN_RELATIVES)
         + 8 * readout_token_is_in (token, READOUT_WORDS_BETWEEN_CONJUNCTIONS);
}

/* Anchors are verbs that report, or in the second stage the cues found. */
static gboolean
is_anchor (const ReadoutAttributionDocument *self, guint token)
{
  const ReadoutUnit *unit = &self->units[token];

  if (self->has_labels)
    return unit->label != READOUT_BIOES_OUTSIDE
           && readout_bioes_class (unit->label) == READOUT_ROLE_CUE
           && !readout_bioes_continues (unit->label);

  return unit->bucket >= REPORTING && unit->state == READOUT_QUOTED_OUT;
}

/* What lies between a token and the last anchor on one side. */
typedef struct
{
  guint32 anchor;
  guint8  commas;
  guint8  words;
  guint8  n_anchors;
} Walk;

/* Walks over a token. */
static void
walk_on (const ReadoutAttributionDocument *self, guint token, Walk *walk)
{
  if (is_anchor (self, token))
    {
      walk->anchor = token;
      walk->commas = walk->words = 0;
      walk->n_anchors = MIN (walk->n_anchors + 1, 3);
    }
  else
    {
      walk->commas = MIN (walk->commas + self->units[token].is_comma, 3);
      walk->words
          |= function_bit (&g_array_index (self->tokens, ReadoutToken, token));
    }
}

static void
find_anchors (ReadoutAttributionDocument *self)
{
  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      ReadoutLine *line = &self->lines[s];
      Walk         walk = { .anchor = NONE };

      line->best = 0;
      line->tail = 0;
      for (guint t = sentence->first; t < sentence->end; t++)
        {
          ReadoutUnit *unit = &self->units[t];

          if (unit->state == READOUT_QUOTED_OUT)
            line->best = MAX (line->best, unit->bucket);
          /* An anchor is its own left one, but does not count as before it. */
          unit->n_before = walk.n_anchors;
          walk_on (self, t, &walk);
          unit->left = walk.anchor;
          unit->left_commas = walk.commas;
          unit->left_words = walk.words;
        }

      walk = (Walk){ .anchor = NONE };
      for (guint t = sentence->end; t-- > sentence->first;)
        {
          ReadoutUnit *unit = &self->units[t];

          unit->right = walk.anchor;
          unit->right_commas = walk.commas;
          unit->right_words = walk.words;
          unit->n_after = walk.n_anchors;
          walk_on (self, t, &walk);
          if (unit->n_after == 0 && walk.anchor == t
              && t + TAIL_TOKENS >= sentence->end)
            line->tail = 1;
        }
    }
}

/**
 * readout_attribution_document_new:
 * @vocabulary: the forms of the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (element-type ReadoutParagraph): its paragraphs
 * @quotations: (element-type ReadoutQuotation): its quotations
 * @speech_tags: (nullable) (array): a #ReadoutSpeechTag for each token
 * @cancellable: (nullable): looked at now and then
 *
 * All arguments but the last two must outlive the result.
 *
 * Returns: (transfer full) (nullable): what is known of the article, or %NULL
 *   if cancelled
 */
ReadoutAttributionDocument *
readout_attribution_document_new (const ReadoutVocabulary *vocabulary,
                                  const GArray            *tokens,
                                  const GArray            *sentences,
                                  const GArray            *paragraphs,
                                  const GArray            *quotations,
                                  const guint8            *speech_tags,
                                  GCancellable            *cancellable)
{
  g_autoptr (ReadoutAttributionDocument) self = NULL;

  g_return_val_if_fail (vocabulary != NULL && tokens != NULL, NULL);
  g_return_val_if_fail (sentences != NULL && paragraphs != NULL, NULL);
  g_return_val_if_fail (quotations != NULL, NULL);

  self = g_new0 (ReadoutAttributionDocument, 1);
  self->vocabulary = vocabulary;
  self->tokens = tokens;
  self->sentences = sentences;
  self->paragraphs = paragraphs;
  self->quotations = quotations;
  self->units = g_new0 (ReadoutUnit, MAX (tokens->len, 1));
  self->lines = g_new0 (ReadoutLine, MAX (sentences->len, 1));

  for (guint t = 0; t < tokens->len; t++)
    {
      const ReadoutWordType *form = readout_vocabulary_get (vocabulary, t);

      if (t % CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      readout_unit_describe (
          &self->units[t], &g_array_index (tokens, ReadoutToken, t), form);
      if (speech_tags != NULL)
        readout_unit_apply_speech (
            &self->units[t], form, (ReadoutSpeechTag)speech_tags[t]);
    }
  describe_quotations (self);
  describe_sentences (self);

  return g_steal_pointer (&self);
}

/**
 * readout_attribution_document_free:
 * @self: (transfer full): what is known of an article
 */
void
readout_attribution_document_free (ReadoutAttributionDocument *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->units);
  g_free (self->lines);
  g_free (self);
}

/**
 * readout_attribution_document_score_cues:
 * @self: a document
 * @scores: what was learned of verbs
 * @left_out: (nullable) (element-type guint64 guint): counts of this document,
 *   by stem, to be taken off, so that a score does not know its own answer
 *
 * Fills in how often each word is a cue.  To be called before
 * the anchors are asked for.
 */
void
readout_attribution_document_score_cues (ReadoutAttributionDocument *self,
                                         const ReadoutCueScores     *scores,
                                         GHashTable                 *left_out)
{
  g_return_if_fail (self != NULL && scores != NULL);

  for (guint t = 0; t < self->tokens->len; t++)
    {
      ReadoutUnit *unit = &self->units[t];
      guint64      stem = readout_vocabulary_get (self->vocabulary, t)->stem;
      guint32      counts = readout_cue_scores_look_up (scores, stem);
      guint        n_cue = counts >> 16;
      guint        n = counts & 0xffff;

      if (left_out != NULL && counts != 0)
        {
          guint mine = GPOINTER_TO_UINT (g_hash_table_lookup (left_out, &stem));

          n_cue -= MIN (n_cue, mine >> 16);
          n -= MIN (n, mine & 0xffff);
        }
      unit->bucket = unit->word_class == READOUT_WORD_CLASS_PUNCT
                         ? 0
                         : bucket_of (n_cue, n);
    }
  self->has_labels = FALSE;
  find_anchors (self);
}

/**
 * readout_attribution_document_set_labels:
 * @self: a document
 * @labels: (array): the first stage's label of each token
 *
 * Turns to the second stage.
 */
void
readout_attribution_document_set_labels (ReadoutAttributionDocument *self,
                                         const guint8               *labels)
{
  g_return_if_fail (self != NULL && labels != NULL);

  for (guint t = 0; t < self->tokens->len; t++)
    self->units[t].label = labels[t];
  self->has_labels = TRUE;
  find_anchors (self);
}
