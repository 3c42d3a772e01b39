/* tagger.c: the attribution tagger
 *
 * Two stages of conditional random fields over paragraphs label tokens as parts
 * of sources, cues and contents; a linker ties the segments together.  The
 * second stage sees the labels of the first over the whole paragraph, which is
 * what a linear chain cannot (stacking: Cohen and Carvalho 2005).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/tagger.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "language/blocks.h"
#include "tagger/attribution/kinds.h"
#include "tagger/attribution/rules.h"
#include "tagger/speech.h"

/* Added to the scores of a cue's first label, in natural units: evens out
 * precision and recall, as a missed cue costs a whole statement. */
#define CUE_BONUS 0.5

struct _ReadoutAttributionTagger
{
  ReadoutTable        *stages[2];
  float               *factors; /* Exponentials of the last stage's pairs. */
  ReadoutGazetteer    *gazetteer;
  ReadoutSpeechTagger *speech; /* NULL if the model has none. */
  ReadoutCueScores     cues;
  ReadoutLinker        linker;
  ReadoutKinds         kinds; /* Without weights if the model has none. */
};

static float *
get_factors (const ReadoutTable *table)
{
  gsize cells = (gsize)table->n_classes * (table->n_labels + 1)
                * readout_crf_stride (table->n_labels);
  float *factors = g_new (float, cells);

  for (gsize i = 0; i < cells; i++)
    factors[i] = table->pairs[i] <= READOUT_CRF_FORBIDDEN
                     ? 0
                     : expf (table->pairs[i] * table->scale);
  return factors;
}

/* Whether a stage has the labels and pairs that this program names. */
static gboolean
has_shape (const ReadoutTable *table)
{
  return table->n_labels == READOUT_ATTRIBUTION_LABELS
         && table->n_classes == READOUT_ATTRIBUTION_PAIR_CLASSES;
}

/* Finds what has no table of features.  Returns whether all of it is there but
 * the kinds, which a model need not have. */
static gboolean
open_weights (ReadoutAttributionTagger *self, ReadoutModel *model)
{
  gsize          n_cues;
  gsize          n_linker;
  gsize          n_kinds;
  const guint32 *cues = readout_model_get_section (model, "cues", &n_cues);
  const float *linker = readout_model_get_section (model, "linker", &n_linker);
  const float *kinds = readout_model_get_section (model, "kinds", &n_kinds);

  if (cues == NULL || linker == NULL || n_cues < 8
      || n_linker != READOUT_LINKER_N_WEIGHTS * sizeof (float))
    return FALSE;

  self->cues.n_slots = n_cues / 8;
  self->cues.slots = cues;
  self->linker.weights = linker;
  if (kinds != NULL && n_kinds == READOUT_KINDS_N_WEIGHTS * sizeof (float))
    self->kinds.weights = kinds;

  return TRUE;
}

/**
 * readout_attribution_tagger_new:
 * @model: a model with the sections "attribution-1", "attribution-2", "cues",
 *   "linker" and "lists"
 * @error: set to %READOUT_ERROR_FORMAT if one is missing
 *
 * Returns: (transfer full) (nullable): a tagger, which keeps the model alive
 */
ReadoutAttributionTagger *
readout_attribution_tagger_new (ReadoutModel *model, GError **error)
{
  g_autoptr (ReadoutAttributionTagger) self = NULL;
  gsize size;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_new0 (ReadoutAttributionTagger, 1);
  self->stages[0] = readout_table_new (model, "attribution-1", error);
  if (self->stages[0] == NULL)
    return NULL;
  self->stages[1] = readout_table_new (model, "attribution-2", error);
  if (self->stages[1] == NULL)
    return NULL;
  self->gazetteer = readout_gazetteer_new (model, error);
  if (self->gazetteer == NULL)
    return NULL;
  if (readout_model_get_section (model, "speech", &size) != NULL)
    {
      self->speech = readout_speech_tagger_new (model, error);
      if (self->speech == NULL)
        return NULL;
    }

  if (!has_shape (self->stages[0]) || !has_shape (self->stages[1])
      || !open_weights (self, model))
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_FORMAT,
                   _ ("The model has no usable section “%s”"),
                   "linker");
      return NULL;
    }
  self->factors = get_factors (self->stages[1]);

  return g_steal_pointer (&self);
}

/**
 * readout_attribution_tagger_free:
 * @self: (transfer full): a tagger
 */
void
readout_attribution_tagger_free (ReadoutAttributionTagger *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->stages[0], readout_table_free);
  g_clear_pointer (&self->stages[1], readout_table_free);
  g_clear_pointer (&self->factors, g_free);
  g_clear_pointer (&self->gazetteer, readout_gazetteer_free);
  g_clear_pointer (&self->speech, readout_speech_tagger_free);
  g_free (self);
}

/* The matrices of pair scores that are added to the first one for a token.
 * Returns how many; each is given by where it begins among all of them. */
static guint
list_matrices (const ReadoutTable               *table,
               const ReadoutAttributionFeatures *features,
               guint                             token,
               gsize matrices[READOUT_DATASET_CLASSES])
{
  guint  matrix = (table->n_labels + 1) * readout_crf_stride (table->n_labels);
  guint8 classes[READOUT_DATASET_CLASSES];
  guint  n = 0;

  readout_attribution_features_get_pair_classes (features, token, classes);
  for (guint c = 1; c < READOUT_DATASET_CLASSES; c++)
    if (classes[c] < table->n_classes)
      matrices[n++] = (gsize)classes[c] * matrix;

  return n;
}

/* How likely each label of a paragraph is.  A forbidden pair has the factor 0,
 * whatever the other classes multiply it with. */
static void
measure_paragraph (const ReadoutAttributionTagger   *self,
                   const ReadoutAttributionFeatures *features,
                   guint                             first,
                   guint                             end,
                   const gint32                     *scores,
                   const guint8                     *labels,
                   float                            *probabilities)
{
  const ReadoutTable      *table = self->stages[1];
  guint                    n = end - first;
  guint                    stride = readout_crf_stride (table->n_labels);
  guint                    matrix = (table->n_labels + 1) * stride;
  g_autofree float        *natural = g_new (float, (gsize)n *stride);
  g_autofree float        *marginals = g_new (float, (gsize)n *stride);
  g_autofree float        *factors = g_new (float, (gsize)n *matrix);
  g_autofree const float **rows = g_new (const float *, n);

  for (gsize i = 0; i < (gsize)n * stride; i++)
    natural[i] = scores[i] * table->scale;
  for (guint t = 0; t < n; t++)
    {
      gsize  matrices[READOUT_DATASET_CLASSES];
      guint  n_matrices = list_matrices (table, features, first + t, matrices);
      float *row = factors + (gsize)t * matrix;

      memcpy (row, self->factors, sizeof (float) * matrix);
      for (guint m = 0; m < n_matrices; m++)
        {
          const float *more = self->factors + matrices[m];

          for (guint i = 0; i < matrix; i++)
            row[i] *= more[i];
        }
      rows[t] = row;
    }

  readout_crf_marginals (n, table->n_labels, natural, rows, marginals, NULL);
  for (guint t = 0; t < n; t++)
    probabilities[first + t] = marginals[(gsize)t * stride + labels[first + t]];
}

static gboolean
has_segments (const guint8 *labels, guint first, guint end)
{
  for (guint t = first; t < end; t++)
    if (labels[t] != READOUT_BIOES_OUTSIDE)
      return TRUE;
  return FALSE;
}

/* Labels one paragraph; in the last stage also says how sure that is. */
static void
label_paragraph (const ReadoutAttributionTagger   *self,
                 guint                             stage,
                 const ReadoutAttributionFeatures *features,
                 guint                             first,
                 guint                             end,
                 guint8                           *labels,
                 float                            *probabilities)
{
  const ReadoutTable       *table = self->stages[stage];
  gboolean                  is_last = stage == 1;
  guint                     n = end - first;
  guint                     stride = readout_crf_stride (table->n_labels);
  guint                     matrix = (table->n_labels + 1) * stride;
  g_autofree gint16        *sums = g_new0 (gint16, (gsize)n * stride);
  g_autofree gint32        *scores = g_new (gint32, (gsize)n * stride);
  g_autofree gint32        *pairs = g_new (gint32, (gsize)n * matrix);
  g_autofree const gint32 **rows = g_new (const gint32 *, n);
  guint64                   hashes[READOUT_ATTRIBUTION_FEATURES_MAX];
  gint32                    bonus = CUE_BONUS / table->scale;

  for (guint t = 0; t < n; t++)
    {
      guint n_hashes
          = readout_attribution_features_get (features, first + t, hashes);
      gsize   matrices[READOUT_DATASET_CLASSES];
      guint   n_matrices = list_matrices (table, features, first + t, matrices);
      gint32 *row = pairs + (gsize)t * matrix;

      readout_table_add_scores (
          table, hashes, n_hashes, sums + (gsize)t * stride);
      memcpy (row, table->pairs, sizeof (gint32) * matrix);
      for (guint m = 0; m < n_matrices; m++)
        {
          const gint32 *more = table->pairs + matrices[m];

          for (guint i = 0; i < matrix; i++)
            row[i] += more[i];
        }
      rows[t] = row;
    }
  readout_table_widen (table, sums, n, scores);

  for (guint t = 0; is_last && t < n; t++)
    {
      scores[t * stride
             + readout_bioes_label (READOUT_ROLE_CUE, READOUT_BIOES_BEGIN)]
          += bonus;
      scores[t * stride
             + readout_bioes_label (READOUT_ROLE_CUE, READOUT_BIOES_SINGLE)]
          += bonus;
    }
  for (guint l = 0; l < table->n_labels; l++)
    if (readout_bioes_is_open (l))
      scores[(gsize)(n - 1) * stride + l] = READOUT_CRF_FORBIDDEN;
  readout_crf_decode (
      n, table->n_labels, scores, rows, table->reach, labels + first);
  if (is_last && has_segments (labels, first, end))
    measure_paragraph (
        self, features, first, end, scores, labels, probabilities);
}

/* Labels all paragraphs.  Returns whether it was not cancelled. */
static gboolean
label_document (const ReadoutAttributionTagger   *self,
                guint                             stage,
                const ReadoutAttributionFeatures *features,
                const GArray                     *sentences,
                const GArray                     *paragraphs,
                guint8                           *labels,
                float                            *probabilities,
                GCancellable                     *cancellable)
{
  for (guint p = 0; p < paragraphs->len; p++)
    {
      const ReadoutParagraph *paragraph
          = &g_array_index (paragraphs, ReadoutParagraph, p);
      guint first;
      guint end;

      if (g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (paragraph->end == paragraph->first)
        continue;
      first
          = g_array_index (sentences, ReadoutSentence, paragraph->first).first;
      end = g_array_index (sentences, ReadoutSentence, paragraph->end - 1).end;
      /* What the first stage sees nothing in the second one hardly does. */
      if (end > first && (stage == 0 || has_segments (labels, first, end)))
        label_paragraph (
            self, stage, features, first, end, labels, probabilities);
    }

  return TRUE;
}

/* The segments of one block, with all indices counted from its start. */
static GArray *
run_block (const ReadoutAttributionTagger *self,
           ReadoutText                    *text,
           const GArray                   *tokens,
           const GArray                   *sentences,
           const GArray                   *paragraphs,
           const GArray                   *quotations,
           GCancellable                   *cancellable)
{
  g_autoptr (ReadoutVocabulary) vocabulary = NULL;
  g_autoptr (ReadoutAttributionFeatures) features = NULL;
  g_autoptr (GArray) segments = NULL;
  g_autofree guint8 *labels = NULL;
  g_autofree guint8 *speech = NULL;
  g_autofree float  *probabilities = NULL;

  segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));
  labels = g_new0 (guint8, MAX (tokens->len, 1));
  probabilities = g_new0 (float, MAX (tokens->len, 1));
  vocabulary
      = readout_vocabulary_new (text, tokens, self->gazetteer, cancellable);
  if (vocabulary == NULL)
    return g_steal_pointer (&segments);
  if (self->speech != NULL)
    speech = readout_speech_tagger_run (
        self->speech, vocabulary, tokens, sentences, cancellable);
  features = readout_attribution_features_new (vocabulary,
                                               tokens,
                                               sentences,
                                               paragraphs,
                                               quotations,
                                               speech,
                                               cancellable);
  if (features == NULL || g_cancellable_is_cancelled (cancellable))
    return g_steal_pointer (&segments);
  readout_attribution_features_score_cues (features, &self->cues, NULL);

  for (guint stage = 0; stage < 2; stage++)
    {
      if (!label_document (self,
                           stage,
                           features,
                           sentences,
                           paragraphs,
                           labels,
                           probabilities,
                           cancellable))
        return g_steal_pointer (&segments);
      if (stage == 0)
        readout_attribution_features_set_labels (features, labels);
    }

  g_array_unref (segments);
  segments
      = readout_segments_new_from_labels (labels, probabilities, tokens->len);

  {
    ReadoutScene scene
        = { tokens, sentences, paragraphs, quotations, segments, features };

    readout_attribution_rules_mend (&scene);
    if (g_cancellable_is_cancelled (cancellable))
      return g_steal_pointer (&segments);
    readout_linker_link (&self->linker, features, tokens, sentences, segments);
    if (g_cancellable_is_cancelled (cancellable))
      return g_steal_pointer (&segments);
    readout_attribution_rules_link (&scene);
    if (self->kinds.weights != NULL)
      readout_kinds_tell (&self->kinds, features, segments);
  }

  return g_steal_pointer (&segments);
}

/* Adds the segments of a block that begins with token @first. */
static void
add_segments (GArray *segments, GArray *more, guint first)
{
  gint32 n_before = segments->len;

  for (guint i = 0; i < more->len; i++)
    {
      ReadoutSegment segment = g_array_index (more, ReadoutSegment, i);

      segment.first += first;
      segment.end += first;
      if (segment.link >= 0)
        segment.link += n_before;
      g_array_append_val (segments, segment);
    }
}

/**
 * readout_attribution_tagger_run:
 * @self: a tagger
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (element-type ReadoutParagraph): its paragraphs
 * @quotations: (element-type ReadoutQuotation): its quotations
 * @cancellable: (nullable): looked at once a paragraph
 *
 * What is said more than some ten thousand tokens away tells nothing about a
 * statement, see blocks.c.
 *
 * Returns: (transfer full) (element-type ReadoutSegment): the parts of all
 *   statements in text order, none overlapping another, linked; incomplete if
 *   cancelled
 */
GArray *
readout_attribution_tagger_run (const ReadoutAttributionTagger *self,
                                ReadoutText                    *text,
                                const GArray                   *tokens,
                                const GArray                   *sentences,
                                const GArray                   *paragraphs,
                                const GArray                   *quotations,
                                GCancellable                   *cancellable)
{
  g_autoptr (GArray) segments = NULL;
  g_auto (ReadoutBlocks) blocks = { 0 };

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));
  readout_blocks_init (&blocks, tokens, sentences, paragraphs, quotations);
  while (!g_cancellable_is_cancelled (cancellable)
         && readout_blocks_next (&blocks))
    {
      g_autoptr (GArray) more = run_block (self,
                                           text,
                                           blocks.tokens,
                                           blocks.sentences,
                                           blocks.paragraphs,
                                           blocks.quotations,
                                           cancellable);

      add_segments (segments, more, blocks.first);
    }

  return g_steal_pointer (&segments);
}
