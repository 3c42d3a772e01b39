/* test-crf.c: inference against enumeration of all label sequences
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>

#include "tagger/crf/crf.h"
#include "tagger/crf/hash.h"

#define N_LABELS 3
#define STRIDE READOUT_CRF_PAD
#define N_TOKENS 5

/* Scores of a small sequence, some pairs forbidden. */
typedef struct
{
  gint32        scores[N_TOKENS * STRIDE];
  gint32        pairs[(N_LABELS + 1) * STRIDE];
  const gint32 *rows[N_TOKENS];
} Case;

static void
make_case (Case *self, guint64 seed)
{
  ReadoutRandom random;

  memset (self, 0, sizeof *self);
  readout_random_init (&random, seed);
  for (guint t = 0; t < N_TOKENS; t++)
    {
      for (guint l = 0; l < N_LABELS; l++)
        self->scores[t * STRIDE + l]
            = (gint32)readout_random_below (&random, 4000) - 2000;
      self->rows[t] = self->pairs;
    }
  for (guint k = 0; k <= N_LABELS; k++)
    for (guint l = 0; l < N_LABELS; l++)
      self->pairs[k * STRIDE + l]
          = readout_random_below (&random, 4) == 0
                ? READOUT_CRF_FORBIDDEN
                : (gint32)readout_random_below (&random, 2000) - 1000;
  /* One label is always possible. */
  for (guint k = 0; k <= N_LABELS; k++)
    self->pairs[k * STRIDE] = 0;
}

/* The score of the sequence with this number, or G_MININT64. */
static gint64
score_of (const Case *self, guint number, guint *labels)
{
  gint64 sum = 0;
  guint  before = N_LABELS;

  for (guint t = 0; t < N_TOKENS; t++, number /= N_LABELS)
    {
      gint32 pair = self->pairs[before * STRIDE + number % N_LABELS];

      labels[t] = number % N_LABELS;
      if (pair == READOUT_CRF_FORBIDDEN)
        return G_MININT64;
      sum += pair + self->scores[t * STRIDE + labels[t]];
      before = labels[t];
    }

  return sum;
}

static void
test_decode (void)
{
  for (guint64 seed = 1; seed <= 200; seed++)
    {
      Case   self;
      guint8 best[N_TOKENS];
      guint8 again[N_TOKENS];
      guint8 reach[N_LABELS];
      guint  labels[N_TOKENS];
      gint64 most = G_MININT64;
      guint  number = 0;

      make_case (&self, seed);
      readout_crf_decode (
          N_TOKENS, N_LABELS, self.scores, self.rows, NULL, best);
      readout_crf_find_reach (N_LABELS, self.pairs, reach);
      readout_crf_decode (
          N_TOKENS, N_LABELS, self.scores, self.rows, reach, again);
      g_assert_cmpmem (best, sizeof best, again, sizeof again);

      for (guint i = 0; i < 243; i++)
        most = MAX (most, score_of (&self, i, labels));
      for (guint t = N_TOKENS; t-- > 0;)
        number = number * N_LABELS + best[t];
      g_assert_cmpint (score_of (&self, number, labels), ==, most);
    }
}

static void
test_marginals (void)
{
  for (guint64 seed = 1; seed <= 50; seed++)
    {
      Case         self;
      float        scores[N_TOKENS * STRIDE] = { 0 };
      float        pairs[(N_LABELS + 1) * STRIDE] = { 0 };
      const float *rows[N_TOKENS];
      float        marginals[N_TOKENS * STRIDE];
      float        sums[N_TOKENS * (N_LABELS + 1) * STRIDE];
      double       expected[N_TOKENS][N_LABELS] = { { 0 } };
      double       z = 0;
      float        log_z;
      guint        labels[N_TOKENS];

      make_case (&self, seed);
      for (guint i = 0; i < N_TOKENS * STRIDE; i++)
        scores[i] = self.scores[i] / 1000.0f;
      for (guint i = 0; i < (N_LABELS + 1) * STRIDE; i++)
        pairs[i]
            = i % STRIDE < N_LABELS && self.pairs[i] != READOUT_CRF_FORBIDDEN
                  ? expf (self.pairs[i] / 1000.0f)
                  : 0;
      for (guint t = 0; t < N_TOKENS; t++)
        rows[t] = pairs;
      log_z = readout_crf_marginals (
          N_TOKENS, N_LABELS, scores, rows, marginals, sums);

      for (guint i = 0; i < 243; i++)
        {
          gint64 score = score_of (&self, i, labels);

          if (score == G_MININT64)
            continue;
          z += exp (score / 1000.0);
          for (guint t = 0; t < N_TOKENS; t++)
            expected[t][labels[t]] += exp (score / 1000.0);
        }
      g_assert_cmpfloat_with_epsilon (log_z, log (z), 1e-3);
      for (guint t = 0; t < N_TOKENS; t++)
        for (guint l = 0; l < N_LABELS; l++)
          {
            double into = 0;

            g_assert_cmpfloat_with_epsilon (
                marginals[t * STRIDE + l], expected[t][l] / z, 1e-4);
            /* The pairs into a label add up to the label. */
            for (guint k = 0; k <= N_LABELS; k++)
              into += sums[(t * (N_LABELS + 1) + k) * STRIDE + l];
            g_assert_cmpfloat_with_epsilon (into, expected[t][l] / z, 1e-4);
          }
    }
}

/* A very long sequence must not overflow. */
static void
test_long (void)
{
  enum
  {
    LENGTH = 200000
  };
  g_autofree gint32        *scores = g_new0 (gint32, LENGTH * STRIDE);
  g_autofree const gint32 **rows = g_new (const gint32 *, LENGTH);
  g_autofree guint8        *labels = g_new (guint8, LENGTH);
  gint32                    pairs[(N_LABELS + 1) * STRIDE] = { 0 };

  for (guint t = 0; t < LENGTH; t++)
    {
      scores[t * STRIDE + t % N_LABELS] = 500000;
      rows[t] = pairs;
    }
  readout_crf_decode (LENGTH, N_LABELS, scores, rows, NULL, labels);
  for (guint t = 0; t < LENGTH; t++)
    g_assert_cmpuint (labels[t], ==, t % N_LABELS);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/crf/decode", test_decode);
  g_test_add_func ("/crf/marginals", test_marginals);
  g_test_add_func ("/crf/long", test_long);
  return g_test_run ();
}
