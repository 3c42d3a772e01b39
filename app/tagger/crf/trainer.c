/* trainer.c: weights from labelled sequences
 *
 * Maximum likelihood for a linear-chain conditional random field by stochastic
 * gradient, one sequence a step, with a step size for each weight (AdaGrad:
 * Duchi, Hazan and Singer 2011).  A feature is left out at random at each token
 * and the others are scaled up for it, which for discriminative sparse models
 * does more than a penalty (Wager, Wang and Liang 2013).  The result is the
 * mean of the weights after the last few epochs.
 *
 * One thread and one seed give one result; several trainings run side by side
 * over the same data set.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/crf/trainer.h"

#include "tagger/crf/crf.h"
#include "tagger/crf/hash.h"

#include <math.h>
#include <string.h>

#define NO_CLASS 255
/* A gradient below this moves no weight that matters, and most tokens outside
 * names are there after the first epoch. */
#define GRADIENT_FLOOR 1e-4f
#define SEQUENCES_PER_REPORT 256
/* Longer sequences are trained on in pieces, which bounds the memory. */
#define MAX_TOKENS 1024

typedef struct
{
  const ReadoutDataset        *data;
  const ReadoutTrainerOptions *options;
  ReadoutWeights              *weights;
  float                       *squares;      /* As weights->weights. */
  float                       *pair_squares; /* As weights->pairs. */
  ReadoutRandom                random;
  guint                        stride;
  guint                        matrix; /* Values of a pair matrix. */

  /* Of the sequence at hand. */
  guint32     *kept; /* Numbers of features not left out. */
  guint32      kept_size;
  guint32      kept_starts[MAX_TOKENS + 1];
  float       *scores;
  float       *marginals;
  float       *pair_sums;
  float       *pair_gradient; /* As weights->pairs. */
  gboolean    *touched;       /* Which of its matrices. */
  float       *pairs;         /* A matrix for each token. */
  const float *pair_rows[MAX_TOKENS];
} Training;

/**
 * readout_weights_new:
 * @n_features: number of features
 * @n_labels: number of labels
 * @n_classes: number of pair matrices
 * @lawful: (array): which pairs can occur; see #ReadoutWeights
 *
 * Returns: (transfer full): weights that are all zero
 */
ReadoutWeights *
readout_weights_new (guint         n_features,
                     guint         n_labels,
                     guint         n_classes,
                     const guint8 *lawful)
{
  ReadoutWeights *self = g_new0 (ReadoutWeights, 1);
  guint           stride = readout_crf_stride (n_labels);
  gsize           matrix = (gsize)(n_labels + 1) * stride;

  self->n_features = n_features;
  self->n_labels = n_labels;
  self->n_classes = n_classes;
  self->weights = g_new0 (float, (gsize)n_features *stride);
  self->pairs = g_new0 (float, matrix *n_classes);
  self->lawful = g_memdup2 (lawful, matrix);

  return self;
}

/**
 * readout_weights_free:
 * @self: (transfer full): weights
 */
void
readout_weights_free (ReadoutWeights *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->weights);
  g_free (self->pairs);
  g_free (self->lawful);
  g_free (self);
}

/**
 * readout_weights_add:
 * @self: weights
 * @other: weights of the same shape
 * @share: what to multiply @other by
 *
 * Adds @share times @other, to average several trainings.
 */
void
readout_weights_add (ReadoutWeights       *self,
                     const ReadoutWeights *other,
                     float                 share)
{
  guint stride;
  gsize n;

  g_return_if_fail (self != NULL && other != NULL);
  g_return_if_fail (self->n_features == other->n_features);

  stride = readout_crf_stride (self->n_labels);
  n = (gsize)self->n_features * stride;
  for (gsize i = 0; i < n; i++)
    self->weights[i] += share * other->weights[i];
  n = (gsize)self->n_classes * (self->n_labels + 1) * stride;
  for (gsize i = 0; i < n; i++)
    self->pairs[i] += share * other->pairs[i];
}

static void
add_row (float *to, const float *row, guint n)
{
  for (guint l = 0; l < n; l++)
    to[l] += row[l];
}

/* The exponentials of the pair scores that hold for one token. */
static void
fill_pairs (const ReadoutWeights *weights,
            const guint8         *classes,
            guint                 matrix,
            float                *out)
{
  memset (out, 0, sizeof (float) * matrix);
  for (guint c = 0; c < READOUT_DATASET_CLASSES; c++)
    if (classes[c] != NO_CLASS)
      add_row (out, weights->pairs + (gsize)classes[c] * matrix, matrix);
  for (guint i = 0; i < matrix; i++)
    out[i] = weights->lawful[i] ? expf (out[i]) : 0;
}

/* Chooses the features of this visit and sums up their weights. */
static void
score_tokens (Training *self, guint32 first, guint n, gboolean with_late)
{
  const guint64 *features = (gconstpointer)self->data->features->data;
  const guint32 *starts = (gconstpointer)self->data->starts->data;
  const guint32 *late = (gconstpointer)self->data->late->data;
  guint32        threshold = self->options->dropout * 4294967295.0;
  float          scale = 1 / (1 - self->options->dropout);
  guint          stride = self->stride;
  guint32        n_kept = 0;
  guint32        most = starts[first + n] - starts[first];

  if (most > self->kept_size)
    {
      self->kept_size = most * 2;
      self->kept = g_renew (guint32, self->kept, self->kept_size);
    }

  for (guint t = 0; t < n; t++)
    {
      float  *score = self->scores + (gsize)t * stride;
      guint32 end = with_late ? starts[first + t + 1] : late[first + t];

      memset (score, 0, sizeof (float) * stride);
      self->kept_starts[t] = n_kept;
      for (guint32 i = starts[first + t]; i < end; i++)
        {
          guint32 number = (guint32)features[i];

          if (threshold > 0 && readout_random_next (&self->random) < threshold)
            continue;
          self->kept[n_kept++] = number;
          add_row (
              score, self->weights->weights + (gsize)number * stride, stride);
        }
      for (guint l = 0; l < stride; l++)
        score[l] *= scale;
    }
  self->kept_starts[n] = n_kept;
}

/* One step of AdaGrad for a row of weights. */
static void
update_row (float       *weights,
            float       *squares,
            const float *gradient,
            guint        n,
            float        rate,
            float        epsilon,
            float        l2)
{
  for (guint l = 0; l < n; l++)
    {
      float g = gradient[l] + l2 * weights[l];

      squares[l] += g * g;
      weights[l] -= rate * g / (sqrtf (squares[l]) + epsilon);
    }
}

static double
train_piece (Training *self, guint32 first, guint n, gboolean with_late)
{
  const ReadoutTrainerOptions *options = self->options;
  const guint8 *labels = (const guint8 *)self->data->labels->data + first;
  const guint8 *classes = (const guint8 *)self->data->pair_classes->data
                          + (gsize)first * READOUT_DATASET_CLASSES;
  guint  n_labels = self->data->n_labels;
  guint  stride = self->stride;
  float  scale = 1 / (1 - options->dropout);
  double loss;

  score_tokens (self, first, n, with_late);

  for (guint t = 0; t < n; t++)
    {
      const guint8 *mine = classes + t * READOUT_DATASET_CLASSES;

      if (t > 0
          && memcmp (
                 mine, mine - READOUT_DATASET_CLASSES, READOUT_DATASET_CLASSES)
                 == 0)
        self->pair_rows[t] = self->pair_rows[t - 1];
      else
        {
          float *out = self->pairs + (gsize)t * self->matrix;

          fill_pairs (self->weights, mine, self->matrix, out);
          self->pair_rows[t] = out;
        }
    }

  loss = readout_crf_marginals (n,
                                n_labels,
                                self->scores,
                                self->pair_rows,
                                self->marginals,
                                self->pair_sums);
  for (guint t = 0; t < n; t++)
    {
      guint before = t > 0 ? labels[t - 1] : n_labels;
      float pair = self->pair_rows[t][before * stride + labels[t]];

      loss -= self->scores[(gsize)t * stride + labels[t]] + logf (pair);
    }

  for (guint t = 0; t < n; t++)
    {
      const guint8 *mine = classes + t * READOUT_DATASET_CLASSES;
      float        *gradient = self->marginals + (gsize)t * stride;
      float        *pair = self->pair_sums + (gsize)t * self->matrix;
      guint         before = t > 0 ? labels[t - 1] : n_labels;
      float         largest = 0;

      pair[before * stride + labels[t]] -= 1;
      for (guint c = 0; c < READOUT_DATASET_CLASSES; c++)
        if (mine[c] != NO_CLASS)
          {
            self->touched[mine[c]] = TRUE;
            add_row (self->pair_gradient + (gsize)mine[c] * self->matrix,
                     pair,
                     self->matrix);
          }

      gradient[labels[t]] -= 1;
      for (guint l = 0; l < stride; l++)
        {
          gradient[l] *= scale;
          largest = MAX (largest, fabsf (gradient[l]));
        }
      if (largest < GRADIENT_FLOOR)
        continue;

      for (guint32 i = self->kept_starts[t]; i < self->kept_starts[t + 1]; i++)
        {
          gsize at = (gsize)self->kept[i] * stride;

          update_row (self->weights->weights + at,
                      self->squares + at,
                      gradient,
                      stride,
                      options->rate,
                      options->epsilon,
                      options->l2);
        }
    }

  for (guint c = 0; c < self->weights->n_classes; c++)
    if (self->touched[c])
      {
        gsize at = (gsize)c * self->matrix;

        update_row (self->weights->pairs + at,
                    self->pair_squares + at,
                    self->pair_gradient + at,
                    self->matrix,
                    options->rate,
                    options->epsilon,
                    options->l2);
        memset (self->pair_gradient + at, 0, sizeof (float) * self->matrix);
        self->touched[c] = FALSE;
      }

  return loss;
}

static void
shuffle (ReadoutRandom *random, guint32 *items, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint   k = readout_random_below (random, i);
      guint32 item = items[i - 1];

      items[i - 1] = items[k];
      items[k] = item;
    }
}

/**
 * readout_trainer_run:
 * @data: a frozen data set
 * @sequences: (array length=n_sequences): numbers of the sequences to train
 *   on
 * @n_sequences: how many
 * @n_classes: how many matrices of pair scores the data set names
 * @lawful: (array): which pairs can occur; every pair of @data must
 * @options: the recipe
 * @progress: (nullable): told how far it is, and the mean loss of a token
 * @progress_data: passed to @progress
 * @cancellable: (nullable): looked at every few hundred sequences
 * @error: set to %G_IO_ERROR_CANCELLED if cancelled
 *
 * Returns: (transfer full) (nullable): the weights
 */
ReadoutWeights *
readout_trainer_run (const ReadoutDataset        *data,
                     const guint32               *sequences,
                     guint                        n_sequences,
                     guint                        n_classes,
                     const guint8                *lawful,
                     const ReadoutTrainerOptions *options,
                     ReadoutTrainerProgress       progress,
                     gpointer                     progress_data,
                     GCancellable                *cancellable,
                     GError                     **error)
{
  g_autoptr (ReadoutWeights) weights = NULL;
  g_autoptr (ReadoutWeights) mean = NULL;
  g_autofree guint32  *order = NULL;
  g_autofree Training *self = NULL;
  gboolean             cancelled = FALSE;
  guint                n_means;
  gsize                n_weights;

  g_return_val_if_fail (data != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->average_from <= options->epochs, NULL);

  weights = readout_weights_new (
      data->keys->len, data->n_labels, n_classes, lawful);
  mean = readout_weights_new (
      data->keys->len, data->n_labels, n_classes, lawful);
  order = g_memdup2 (sequences, sizeof (guint32) * n_sequences);
  n_means = options->epochs - options->average_from + 1;

  self = g_new0 (Training, 1);
  self->data = data;
  self->options = options;
  self->weights = weights;
  self->stride = readout_crf_stride (data->n_labels);
  self->matrix = (data->n_labels + 1) * self->stride;
  n_weights = (gsize)data->keys->len * self->stride;
  self->squares = g_new0 (float, n_weights);
  self->pair_squares = g_new0 (float, (gsize)n_classes * self->matrix);
  self->scores = g_new (float, MAX_TOKENS * self->stride);
  self->marginals = g_new (float, MAX_TOKENS * self->stride);
  self->pair_sums = g_new (float, (gsize)MAX_TOKENS * self->matrix);
  self->pair_gradient = g_new0 (float, (gsize)n_classes * self->matrix);
  self->touched = g_new0 (gboolean, n_classes);
  self->pairs = g_new (float, (gsize)MAX_TOKENS * self->matrix);
  readout_random_init (&self->random, options->seed);

  for (guint epoch = 1; epoch <= options->epochs && !cancelled; epoch++)
    {
      double loss = 0;
      guint  n_tokens = 0;

      shuffle (&self->random, order, n_sequences);
      for (guint i = 0; i < n_sequences && !cancelled; i++)
        {
          const guint32 *bounds
              = &g_array_index (data->sequences, guint32, order[i]);
          gboolean with_late = readout_random_next (&self->random)
                               >= options->late_dropout * 4294967295.0;

          for (guint32 at = bounds[0]; at < bounds[1]; at += MAX_TOKENS)
            {
              guint n = MIN (bounds[1] - at, MAX_TOKENS);

              loss += train_piece (self, at, n, with_late);
              n_tokens += n;
            }

          if (i % SEQUENCES_PER_REPORT == 0)
            {
              cancelled = g_cancellable_is_cancelled (cancellable);
              if (progress != NULL)
                progress ((epoch - 1 + (double)i / n_sequences)
                              / options->epochs,
                          loss / MAX (n_tokens, 1),
                          progress_data);
            }
        }

      if (epoch >= options->average_from)
        readout_weights_add (mean, weights, 1.0f / n_means);
    }

  g_free (self->kept);
  g_free (self->squares);
  g_free (self->pair_squares);
  g_free (self->scores);
  g_free (self->marginals);
  g_free (self->pair_sums);
  g_free (self->pair_gradient);
  g_free (self->touched);
  g_free (self->pairs);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  return g_steal_pointer (&mean);
}

/**
 * readout_trainer_label:
 * @data: a frozen data set
 * @weights: weights trained on it
 * @sequence: number of a sequence
 * @with_late: whether to use its late features
 * @labels: (out caller-allocates): the best label of each token
 *
 * Labels a sequence of the data set itself, for cross-validation.
 */
void
readout_trainer_label (const ReadoutDataset *data,
                       const ReadoutWeights *weights,
                       guint                 sequence,
                       gboolean              with_late,
                       guint8               *labels)
{
  const guint64 *features = (gconstpointer)data->features->data;
  const guint32 *starts = (gconstpointer)data->starts->data;
  const guint32 *late = (gconstpointer)data->late->data;
  guint32        first = g_array_index (data->sequences, guint32, sequence);
  guint n = g_array_index (data->sequences, guint32, sequence + 1) - first;
  guint stride = readout_crf_stride (data->n_labels);
  guint matrix = (data->n_labels + 1) * stride;
  g_autofree gint32        *scores = g_new0 (gint32, (gsize)n * stride);
  g_autofree gint32        *pairs = g_new0 (gint32, (gsize)n * matrix);
  g_autofree const gint32 **rows = g_new0 (const gint32 *, n);
  g_autofree float         *sum = g_new (float, MAX (stride, matrix));

  /* Units of 1/1024 keep the order of all but equal sequences. */
  for (guint t = 0; t < n; t++)
    {
      const guint8 *classes = (const guint8 *)data->pair_classes->data
                              + (gsize)(first + t) * READOUT_DATASET_CLASSES;
      guint32 end = with_late ? starts[first + t + 1] : late[first + t];

      memset (sum, 0, sizeof (float) * stride);
      for (guint32 i = starts[first + t]; i < end; i++)
        add_row (sum,
                 weights->weights + (gsize)(guint32)features[i] * stride,
                 stride);
      for (guint l = 0; l < data->n_labels; l++)
        scores[(gsize)t * stride + l] = lrintf (sum[l] * 1024);

      rows[t] = pairs + (gsize)t * matrix;
      memset (sum, 0, sizeof (float) * matrix);
      for (guint c = 0; c < READOUT_DATASET_CLASSES; c++)
        if (classes[c] != NO_CLASS)
          add_row (sum, weights->pairs + (gsize)classes[c] * matrix, matrix);
      for (guint i = 0; i < matrix; i++)
        pairs[(gsize)t * matrix + i] = weights->lawful[i]
                                           ? lrintf (sum[i] * 1024)
                                           : READOUT_CRF_FORBIDDEN;
    }

  readout_crf_decode (n, data->n_labels, scores, rows, NULL, labels);
}
