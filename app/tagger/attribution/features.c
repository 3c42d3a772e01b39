/* features.c: what the attribution tagger looks at
 *
 * Words, stems, shapes, parts of speech that a dictionary allows, the state of
 * the quotation marks, how often a verb is a cue, and where the nearest such
 * verb stands.  In the second stage the cues that the first one found take the
 * place of the verbs, and its labels are features of their own.  Templates
 * after Newell, Margolin and Ruths (LREC 2018) and Pareti (2015), without a
 * parser.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/attribution/features.h"

#include "tagger/attribution/units.h"
#include "tagger/crf/hash.h"

#include <string.h>

/* How many tokens are read between two looks at the cancellable. */
#define CHECK_TOKENS 8192
#define NONE READOUT_UNIT_NONE
#define EDGE G_GUINT64_CONSTANT (0x5bd1e9955bd1e995)
#define N_BUCKETS 7
/* From this bucket on a verb counts as a reporting verb. */
#define REPORTING 4

typedef struct
{
  guint8 has_quote;
  guint8 all_quote;
  guint8 best;
  guint8 headline;
  guint8 tail; /* Ends in a comma or mark, noun phrase, reporting verb. */
} Line;

struct _ReadoutAttributionFeatures
{
  const GArray *tokens;
  const GArray *sentences;
  const GArray *paragraphs;
  const GArray *quotations;
  ReadoutUnit  *units;
  Line         *lines;
  gboolean      has_labels;
};

static guint64
feature (guint template_number, guint64 value)
{
  return readout_hash_finish (readout_hash_combine (
      (template_number + 1000) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15),
      value));
}

static guint64
pair (guint64 a, guint64 b)
{
  return readout_hash_combine (a, b);
}

static void
describe_quotations (ReadoutAttributionFeatures *self)
{
  const ReadoutToken *tokens = (gconstpointer)self->tokens->data;

  for (guint q = 0; q < self->quotations->len; q++)
    {
      const ReadoutQuotation *quotation
          = &g_array_index (self->quotations, ReadoutQuotation, q);
      guint32  last = quotation->end - 1;
      guint    n_words = 0;
      guint64  value;
      char     before = 0;
      gboolean capital = FALSE;

      if (quotation->parent >= 0 || quotation->end <= quotation->first)
        continue;
      for (guint t = quotation->first; t < quotation->end; t++)
        if (tokens[t].flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER))
          n_words++;
      if (quotation->closed && last > quotation->first
          && strchr (",.?!", tokens[last - 1].lower[0]) != NULL)
        before = tokens[last - 1].lower[0];
      if (quotation->first + 1 < quotation->end)
        capital
            = (tokens[quotation->first + 1].flags & READOUT_TOKEN_CAPITAL) != 0;
      value = (n_words <= 4   ? 0
               : n_words <= 9 ? 1
                              : 2)
              + 3 * capital + 6 * quotation->closed + 16 * (guint)before;

      for (guint t = quotation->first; t < quotation->end; t++)
        {
          self->units[t].state = t == quotation->first ? READOUT_QUOTED_OPENING
                                 : quotation->closed && t == last
                                     ? READOUT_QUOTED_CLOSING
                                     : READOUT_QUOTED_IN;
          self->units[t].quotation = value + 1;
        }
    }
}

static void
describe_sentences (ReadoutAttributionFeatures *self)
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

/**
 * readout_attribution_features_new:
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (element-type ReadoutParagraph): its paragraphs
 * @quotations: (element-type ReadoutQuotation): its quotations
 * @speech_tags: (nullable) (array): a #ReadoutSpeechTag for each token; without
 *   them what the dictionary allows takes their place
 * @gazetteer: (nullable): lists
 * @cancellable: (nullable): looked at now and then
 *
 * All arguments must outlive the result.
 *
 * Returns: (transfer full) (nullable): the features of the document, or %NULL
 *   if cancelled
 */
ReadoutAttributionFeatures *
readout_attribution_features_new (ReadoutText            *text,
                                  const GArray           *tokens,
                                  const GArray           *sentences,
                                  const GArray           *paragraphs,
                                  const GArray           *quotations,
                                  const guint8           *speech_tags,
                                  const ReadoutGazetteer *gazetteer,
                                  GCancellable           *cancellable)
{
  g_autoptr (ReadoutAttributionFeatures) self
      = g_new0 (ReadoutAttributionFeatures, 1);
  const char *utf8 = readout_text_get_utf8 (text);

  self->tokens = tokens;
  self->sentences = sentences;
  self->paragraphs = paragraphs;
  self->quotations = quotations;
  self->units = g_new0 (ReadoutUnit, MAX (tokens->len, 1));
  self->lines = g_new0 (Line, MAX (sentences->len, 1));

  for (guint t = 0; t < tokens->len; t++)
    {
      if (t % CHECK_TOKENS == 0 && g_cancellable_is_cancelled (cancellable))
        return NULL;
      readout_unit_describe (&self->units[t],
                             &g_array_index (tokens, ReadoutToken, t),
                             utf8,
                             gazetteer);
      if (speech_tags != NULL)
        readout_unit_apply_speech (&self->units[t],
                                   (ReadoutSpeechTag)speech_tags[t]);
    }
  describe_quotations (self);
  describe_sentences (self);

  return g_steal_pointer (&self);
}

/**
 * readout_attribution_features_free:
 * @self: (transfer full): features
 */
void
readout_attribution_features_free (ReadoutAttributionFeatures *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->units);
  g_free (self->lines);
  g_free (self);
}

/**
 * readout_attribution_features_get_stem:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: hash of the word's stem, the same for the forms of a verb
 */
guint64
readout_attribution_features_get_stem (const ReadoutAttributionFeatures *self,
                                       guint                             token)
{
  return self->units[token].stem;
}

/**
 * readout_attribution_features_is_quoted:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether the token stands in a quotation
 */
gboolean
readout_attribution_features_is_quoted (const ReadoutAttributionFeatures *self,
                                        guint                             token)
{
  return self->units[token].state != READOUT_QUOTED_OUT;
}

/**
 * readout_attribution_features_is_verb:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether the token is a verb as far as its tag tells
 */
gboolean
readout_attribution_features_is_verb (const ReadoutAttributionFeatures *self,
                                      guint                             token)
{
  return self->units[token].word_class == READOUT_WORD_CLASS_VERB;
}

/**
 * readout_attribution_features_may_be_cue:
 * @self: features of a document
 * @token: index of a token
 *
 * Returns: whether uses of the word as a cue are counted: it stands outside
 *   quotations and is a word of its own
 */
gboolean
readout_attribution_features_may_be_cue (const ReadoutAttributionFeatures *self,
                                         guint token)
{
  const ReadoutUnit *unit = &self->units[token];

  return unit->state == READOUT_QUOTED_OUT
         && unit->word_class != READOUT_WORD_CLASS_PUNCT
         && unit->word_class != READOUT_WORD_CLASS_NUMBER
         && unit->word_class != READOUT_WORD_CLASS_PRONOUN;
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

static guint32
look_up_cue (const ReadoutCueScores *scores, guint64 stem)
{
  guint32 fingerprint = (guint32)stem | 1;
  guint32 at;

  if (scores->n_slots == 0)
    return 0;
  at = (guint32)(((stem >> 32) * scores->n_slots) >> 32);
  while (scores->slots[2 * (gsize)at] != 0)
    {
      if (scores->slots[2 * (gsize)at] == fingerprint)
        return scores->slots[2 * (gsize)at + 1];
      at = at + 1 == scores->n_slots ? 0 : at + 1;
    }

  return 0;
}

static guint8
function_bit (const char *lower)
{
  return g_str_equal (lower, "that")                                  ? 1
         : g_str_equal (lower, "to")                                  ? 2
         : g_str_equal (lower, "who") || g_str_equal (lower, "which") ? 4
         : g_str_equal (lower, "and") || g_str_equal (lower, "but")   ? 8
                                                                      : 0;
}

/* Anchors are verbs that report, or in the second stage the cues found. */
static gboolean
is_anchor (const ReadoutAttributionFeatures *self, guint token)
{
  const ReadoutUnit *unit = &self->units[token];

  if (self->has_labels)
    return unit->label != READOUT_BIOES_OUTSIDE
           && readout_bioes_class (unit->label) == READOUT_ROLE_CUE
           && !readout_bioes_continues (unit->label);

  return unit->bucket >= REPORTING && unit->state == READOUT_QUOTED_OUT;
}

static void
find_anchors (ReadoutAttributionFeatures *self)
{
  const ReadoutToken *tokens = (gconstpointer)self->tokens->data;

  for (guint s = 0; s < self->sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (self->sentences, ReadoutSentence, s);
      guint32 anchor = NONE;
      guint8  commas = 0;
      guint8  words = 0;
      guint8  n_anchors = 0;
      Line   *line = &self->lines[s];

      line->best = 0;
      line->tail = 0;
      for (guint t = sentence->first; t < sentence->end; t++)
        {
          ReadoutUnit *unit = &self->units[t];

          if (unit->state == READOUT_QUOTED_OUT)
            line->best = MAX (line->best, unit->bucket);
          if (is_anchor (self, t))
            {
              anchor = t;
              commas = words = 0;
              unit->left = t;
              unit->n_before = n_anchors;
              n_anchors = MIN (n_anchors + 1, 3);
            }
          else
            {
              unit->left = anchor;
              unit->n_before = n_anchors;
              commas = MIN (commas + unit->is_comma, 3);
              words |= function_bit (tokens[t].lower);
            }
          unit->left_commas = commas;
          unit->left_words = words;
        }

      anchor = NONE;
      commas = words = n_anchors = 0;
      for (guint t = sentence->end; t-- > sentence->first;)
        {
          ReadoutUnit *unit = &self->units[t];

          unit->right = anchor;
          unit->right_commas = commas;
          unit->right_words = words;
          unit->n_after = n_anchors;
          if (is_anchor (self, t))
            {
              if (n_anchors == 0 && t + 6 >= sentence->end)
                line->tail = 1;
              anchor = t;
              commas = words = 0;
              n_anchors = MIN (n_anchors + 1, 3);
            }
          else
            {
              commas = MIN (commas + unit->is_comma, 3);
              words |= function_bit (tokens[t].lower);
            }
        }
    }
}

/**
 * readout_attribution_features_score_cues:
 * @self: features of a document
 * @scores: what was learned of verbs
 * @left_out: (nullable) (element-type guint64 guint): counts of this document,
 *   by stem, to be taken off, so that a score does not know its own answer
 *
 * Fills in how often each word is a cue.  To be called before
 * readout_attribution_features_get().
 */
void
readout_attribution_features_score_cues (ReadoutAttributionFeatures *self,
                                         const ReadoutCueScores     *scores,
                                         GHashTable                 *left_out)
{
  g_return_if_fail (self != NULL && scores != NULL);

  for (guint t = 0; t < self->tokens->len; t++)
    {
      ReadoutUnit *unit = &self->units[t];
      guint32      counts = look_up_cue (scores, unit->stem);
      guint        n_cue = counts >> 16;
      guint        n = counts & 0xffff;

      if (left_out != NULL && counts != 0)
        {
          guint mine
              = GPOINTER_TO_UINT (g_hash_table_lookup (left_out, &unit->stem));

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
 * readout_attribution_features_set_labels:
 * @self: features of a document
 * @labels: (array): the first stage's label of each token
 *
 * Turns to the second stage.
 */
void
readout_attribution_features_set_labels (ReadoutAttributionFeatures *self,
                                         const guint8               *labels)
{
  g_return_if_fail (self != NULL && labels != NULL);

  for (guint t = 0; t < self->tokens->len; t++)
    self->units[t].label = labels[t];
  self->has_labels = TRUE;
  find_anchors (self);
}

static guint
distance_bucket (guint distance)
{
  return distance <= 4    ? distance
         : distance <= 7  ? 5
         : distance <= 12 ? 6
         : distance <= 20 ? 7
                          : 8;
}

static guint
add_anchor (const ReadoutAttributionFeatures *self,
            guint                             token,
            guint                             base,
            guint32                           anchor,
            guint                             commas,
            guint                             words,
            guint64                          *out)
{
  const ReadoutUnit  *unit = &self->units[token];
  const ReadoutToken *mine = &g_array_index (self->tokens, ReadoutToken, token);
  const ReadoutSentence *sentence
      = &g_array_index (self->sentences, ReadoutSentence, mine->sentence);
  guint   n = 0;
  guint   distance;
  guint64 stem;
  guint64 where;

  if (anchor == NONE)
    {
      out[n++] = feature (base, EDGE);
      out[n++] = feature (base + 1, unit->state);
      return n;
    }

  distance = distance_bucket (anchor > token ? anchor - token : token - anchor);
  stem = self->units[anchor].stem;
  where = distance * 4 + commas;
  out[n++] = feature (base, where);
  out[n++] = feature (base + 2, pair (where, unit->speech));
  out[n++] = feature (base + 3, pair (where, unit->state));
  out[n++] = feature (base + 4, stem);
  out[n++] = feature (base + 5, pair (stem, unit->speech));
  out[n++] = feature (base + 6, pair (stem, unit->word_class));
  out[n++] = feature (base + 7, pair (stem, unit->state * 8 + distance));
  out[n++] = feature (base + 8, pair (words, distance));
  out[n++] = feature (base + 9, pair (words * 4 + commas, unit->state));
  out[n++] = feature (base + 10, pair (unit->lower, distance));
  out[n++] = feature (
      base + 11,
      pair (stem,
            anchor + 1 < sentence->end ? self->units[anchor + 1].lower : EDGE));
  out[n++] = feature (base + 12,
                      anchor > sentence->first ? self->units[anchor - 1].speech
                                               : EDGE);
  out[n++] = feature (
      base + 13,
      pair (anchor + 1 < sentence->end ? self->units[anchor + 1].speech : EDGE,
            where));
  out[n++] = feature (
      base + 14,
      pair (anchor > sentence->first ? self->units[anchor - 1].word_class : 99,
            pair (commas, unit->word_class)));

  return n;
}

/**
 * readout_attribution_features_get:
 * @self: features of a document
 * @token: index of a token
 * @out: (out caller-allocates): READOUT_ATTRIBUTION_FEATURES_MAX hashes
 *
 * Returns: how many features the token has at the present stage
 */
guint
readout_attribution_features_get (const ReadoutAttributionFeatures *self,
                                  guint                             token,
                                  guint64                          *out)
{
  static const ReadoutUnit nothing = {
    .lower = EDGE, .stem = EDGE, .speech = EDGE, .shape = EDGE, .word_class = 15
  };
  const ReadoutToken *mine = &g_array_index (self->tokens, ReadoutToken, token);
  guint               s = mine->sentence;
  const ReadoutSentence *sentence
      = &g_array_index (self->sentences, ReadoutSentence, s);
  const ReadoutParagraph *paragraph = &g_array_index (
      self->paragraphs, ReadoutParagraph, sentence->paragraph);
  guint32 first
      = g_array_index (self->sentences, ReadoutSentence, paragraph->first)
            .first;
  guint32 end
      = g_array_index (self->sentences, ReadoutSentence, paragraph->end - 1)
            .end;
  const ReadoutUnit *u[7];
  const ReadoutUnit *unit;
  const Line        *line = &self->lines[s];
  guint              n = 0;

  for (int i = -3; i <= 3; i++)
    {
      gint64 at = (gint64)token + i;

      u[i + 3] = at >= first && at < end ? &self->units[at] : &nothing;
    }
  unit = u[3];

#define ADD(number, value) out[n++] = feature ((number), (value))
  for (guint i = 0; i < 7; i++)
    {
      ADD (1 + i, u[i]->lower);
      ADD (8 + i, u[i]->speech);
    }
  ADD (15, pair (u[1]->lower, u[2]->lower));
  ADD (16, pair (u[2]->lower, u[3]->lower));
  ADD (17, pair (u[3]->lower, u[4]->lower));
  ADD (18, pair (u[4]->lower, u[5]->lower));
  for (guint i = 2; i <= 4; i++)
    {
      ADD (17 + i, u[i]->stem);
      ADD (20 + i, u[i]->shape);
    }
  ADD (25, unit->suffix2);
  ADD (26, unit->suffix3);
  for (guint i = 1; i <= 4; i++)
    ADD (26 + i, pair (u[i]->speech, u[i + 1]->speech));
  for (guint i = 1; i <= 3; i++)
    ADD (30 + i,
         pair (pair (u[i]->speech, u[i + 1]->speech), u[i + 2]->speech));
  ADD (34,
       pair (pair (u[1]->speech, u[2]->speech),
             pair (u[3]->speech, u[4]->speech)));
  ADD (35,
       pair (pair (u[2]->speech, u[3]->speech),
             pair (u[4]->speech, u[5]->speech)));
  ADD (36, pair (unit->lower, u[4]->speech));
  ADD (37, pair (u[2]->speech, unit->lower));
  ADD (38, pair (u[2]->lower, unit->speech));
  ADD (39, pair (unit->speech, u[4]->lower));
  for (guint i = 1; i <= 5; i++)
    {
      ADD (39 + i, u[i]->word_class);
      ADD (44 + i, u[i]->bucket);
    }
  ADD (50, pair (u[2]->word_class * 16 + unit->word_class, u[4]->word_class));
  ADD (51, pair (u[2]->bucket * 8 + unit->bucket, u[4]->bucket));
  ADD (52, pair (unit->bucket, unit->speech));
  ADD (53, pair (unit->bucket, u[4]->speech));
  ADD (54, pair (unit->bucket, u[2]->speech));

  /* Quotation marks. */
  ADD (60, unit->state);
  ADD (61, u[2]->state * 16 + unit->state * 4 + u[4]->state);
  ADD (62, pair (unit->state, unit->lower));
  ADD (63, pair (unit->state, unit->word_class));
  ADD (64, pair (unit->state, unit->bucket));
  if (unit->state != READOUT_QUOTED_OUT)
    {
      ADD (65, unit->quotation);
      ADD (66, pair (unit->quotation, unit->state));
    }
  if (u[2]->state == READOUT_QUOTED_CLOSING)
    ADD (67, pair (u[2]->quotation, unit->word_class));
  if (u[4]->state == READOUT_QUOTED_OPENING)
    ADD (68, pair (u[4]->quotation, unit->lower));

  /* The sentence. */
  {
    guint to_start = distance_bucket (token - sentence->first);
    guint to_end = distance_bucket (sentence->end - 1 - token);
    guint kind = line->has_quote + 2 * line->all_quote + 4 * line->headline
                 + 8 * line->tail;
    const Line *before = s > paragraph->first ? &self->lines[s - 1] : NULL;
    const Line *after = s + 1 < paragraph->end ? &self->lines[s + 1] : NULL;

    ADD (70, to_start);
    ADD (71, to_end);
    ADD (72, pair (kind, unit->state));
    ADD (73, line->best);
    ADD (74, pair (line->best * 16 + kind, unit->word_class));
    ADD (75,
         pair (before != NULL ? before->best * 8 + before->has_quote
                                    + 2 * before->all_quote
                              : 99,
               unit->state));
    ADD (76,
         pair (after != NULL
                   ? after->best * 8 + after->has_quote + 2 * after->all_quote
                   : 99,
               unit->state));
    ADD (77,
         pair (pair (before != NULL ? before->best * 8 + before->has_quote
                                          + 2 * before->all_quote
                                    : 99,
                     kind * 8 + line->best),
               unit->state));
    ADD (78, pair (to_start, unit->speech));
    ADD (79, pair (unit->n_before * 4 + unit->n_after, unit->state));
    ADD (80, pair (unit->n_before * 4 + unit->n_after, unit->word_class));
    if (line->headline)
      ADD (81, unit->word_class);
    ADD (82, (paragraph->first == 0) * 2 + (s == paragraph->first));
    ADD (83,
         pair (line->tail * 16 + unit->n_after,
               pair (unit->is_comma, u[2]->is_comma)));
  }

  n += add_anchor (self,
                   token,
                   100,
                   unit->left,
                   unit->left_commas,
                   unit->left_words,
                   out + n);
  n += add_anchor (self,
                   token,
                   120,
                   unit->right,
                   unit->right_commas,
                   unit->right_words,
                   out + n);

  if (self->has_labels)
    {
      for (guint i = 1; i <= 5; i++)
        ADD (139 + i, u[i]->label);
      ADD (145, pair (unit->label, unit->lower));
      ADD (146, pair (unit->label, unit->speech));
      ADD (147, u[2]->label * 256 + unit->label);
      ADD (148, unit->label * 256 + u[4]->label);
      ADD (149, (u[2]->label * 256 + unit->label) * 256 + u[4]->label);
      ADD (150, pair (unit->label, unit->state));
      ADD (151, pair (unit->label, pair (u[2]->label, unit->lower)));
      ADD (152, pair (unit->label, pair (u[4]->label, u[4]->lower)));
      ADD (153, u[1]->label * 256 + u[5]->label);
    }
#undef ADD

  return n;
}

/**
 * readout_attribution_features_get_pair_classes:
 * @self: features of a document
 * @token: index of a token
 * @classes: (out caller-allocates): numbers of the matrices of pair scores
 *   that hold from the token before to this one
 */
void
readout_attribution_features_get_pair_classes (
    const ReadoutAttributionFeatures *self,
    guint                             token,
    guint8                            classes[READOUT_DATASET_CLASSES])
{
  const ReadoutUnit  *unit = &self->units[token];
  const ReadoutUnit  *before = token > 0 ? unit - 1 : unit;
  const ReadoutToken *mine = &g_array_index (self->tokens, ReadoutToken, token);
  const ReadoutSentence *sentence
      = &g_array_index (self->sentences, ReadoutSentence, mine->sentence);

  memset (classes, 255, READOUT_DATASET_CLASSES);
  classes[0] = 0;
  classes[1] = 1 + before->state * 4 + unit->state;
  classes[2] = 17 + unit->word_class;
  if (unit->function != 0)
    classes[3] = 27 + unit->function;
  if (before->function != 0)
    classes[4] = 49 + before->function;
  if (token == sentence->first)
    classes[5] = 72;
  classes[6] = 74 + before->word_class;
  classes[7] = 84 + unit->bucket;
}
