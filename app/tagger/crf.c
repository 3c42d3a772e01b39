/* crf.c: inference in a linear-chain conditional random field
 *
 * Lafferty, McCallum and Pereira, "Conditional Random Fields", ICML 2001.  The
 * best sequence is found with Viterbi's algorithm over integers, which gives
 * the same labels on every machine; the marginals with the forward-backward
 * algorithm over floats in the linear domain, each position scaled to sum to
 * one (Rabiner 1989, section V.A), so that no logarithm is taken in the inner
 * loop.
 *
 * Shapes: `scores` and `marginals` are n_tokens rows of
 * readout_crf_stride (n_labels) values.  `pairs` has a pointer for each token
 * to the scores of its label pairs: a matrix of n_labels + 1 rows (the label
 * before; the last row is for the start of the sequence) of stride columns
 * (the label).  The end of a sequence is not scored: labels that cannot end
 * one are forbidden in the last token's scores by the caller.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/crf.h"

#include <math.h>
#include <string.h>

/* Keeps the running scores of a long sequence away from overflow: only their
 * differences matter.  What is forbidden stays so. */
static void
settle (gint32 *best, guint n_labels)
{
  gint32 top = best[0];

  for (guint l = 1; l < n_labels; l++)
    top = MAX (top, best[l]);
  for (guint l = 0; l < n_labels; l++)
    best[l] = MAX (best[l] - top, READOUT_CRF_FORBIDDEN);
}

/**
 * readout_crf_decode:
 * @n_tokens: length of the sequence
 * @n_labels: number of labels, at most %READOUT_CRF_MAX_LABELS
 * @scores: (array): score of each label of each token
 * @pairs: (array length=n_tokens): score of each pair of labels
 * @labels: (out caller-allocates) (array length=n_tokens): the best sequence
 *
 * Of two sequences with the same score the one with the lower label numbers
 * at the end wins.
 */
void
readout_crf_decode (guint                n_tokens,
                    guint                n_labels,
                    const gint32        *scores,
                    const gint32 *const *pairs,
                    guint8              *labels)
{
  guint              stride = readout_crf_stride (n_labels);
  gint32             best[2][READOUT_CRF_MAX_LABELS];
  g_autofree guint8 *from = NULL;
  const gint32      *last;
  guint              label = 0;

  g_return_if_fail (n_labels <= READOUT_CRF_MAX_LABELS);

  if (n_tokens == 0)
    return;

  from = g_new (guint8, (gsize)n_tokens * stride);
  for (guint l = 0; l < n_labels; l++)
    best[0][l] = scores[l] + pairs[0][n_labels * stride + l];
  settle (best[0], n_labels);

  for (guint t = 1; t < n_tokens; t++)
    {
      const gint32 *before = best[(t - 1) & 1];
      gint32       *after = best[t & 1];
      guint8       *origin = from + (gsize)t * stride;

      for (guint l = 0; l < n_labels; l++)
        {
          after[l] = before[0] + pairs[t][l];
          origin[l] = 0;
        }
      for (guint k = 1; k < n_labels; k++)
        {
          const gint32 *row = pairs[t] + k * stride;

          if (before[k] <= READOUT_CRF_FORBIDDEN)
            continue;
          for (guint l = 0; l < n_labels; l++)
            if (before[k] + row[l] > after[l])
              {
                after[l] = before[k] + row[l];
                origin[l] = k;
              }
        }
      for (guint l = 0; l < n_labels; l++)
        after[l] += scores[(gsize)t * stride + l];
      settle (after, n_labels);
    }

  last = best[(n_tokens - 1) & 1];
  for (guint l = 1; l < n_labels; l++)
    if (last[l] > last[label])
      label = l;

  for (guint t = n_tokens; t-- > 0;)
    {
      labels[t] = label;
      label = from[(gsize)t * stride + label];
    }
}

/**
 * readout_crf_marginals:
 * @n_tokens: length of the sequence
 * @n_labels: number of labels
 * @scores: (array): score of each label of each token, in natural units
 * @pairs: (array length=n_tokens): exponentials of the scores of pairs, 0 for
 *   forbidden ones
 * @marginals: (out caller-allocates): probability of each label at each token
 * @pair_sums: (nullable): where to put the probability of each pair of labels
 *   into each token, n_tokens matrices of the shape of a matrix of `pairs`;
 *   large, so ask only for short sequences
 *
 * Returns: the logarithm of the partition function
 */
float
readout_crf_marginals (guint               n_tokens,
                       guint               n_labels,
                       const float        *scores,
                       const float *const *pairs,
                       float              *marginals,
                       float              *pair_sums)
{
  guint             stride = readout_crf_stride (n_labels);
  gsize             cells = (gsize)n_tokens * stride;
  g_autofree float *forward = g_new (float, cells * 2);
  float            *emission = forward + cells;
  float             beta[READOUT_CRF_MAX_LABELS] = { 0 };
  float             carry[READOUT_CRF_MAX_LABELS] = { 0 };
  double            log_z = 0;

  g_return_val_if_fail (n_labels <= READOUT_CRF_MAX_LABELS, 0);

  for (guint t = 0; t < n_tokens; t++)
    {
      const float *score = scores + (gsize)t * stride;
      float       *e = emission + (gsize)t * stride;
      float       *alpha = forward + (gsize)t * stride;
      float        top = score[0];
      float        sum = 0;

      for (guint l = 1; l < n_labels; l++)
        top = MAX (top, score[l]);
      for (guint l = 0; l < stride; l++)
        e[l] = l < n_labels ? expf (score[l] - top) : 0;

      if (t == 0)
        memcpy (alpha, pairs[0] + n_labels * stride, sizeof (float) * stride);
      else
        {
          const float *before = alpha - stride;

          memset (alpha, 0, sizeof (float) * stride);
          for (guint k = 0; k < n_labels; k++)
            {
              const float *row = pairs[t] + k * stride;
              float        a = before[k];

              if (a == 0)
                continue;
              for (guint l = 0; l < stride; l++)
                alpha[l] += a * row[l];
            }
        }

      for (guint l = 0; l < stride; l++)
        {
          alpha[l] *= e[l];
          sum += alpha[l];
        }
      /* Only when every lawful path has underflowed; start afresh here. */
      if (!(sum > 0))
        {
          for (guint l = 0; l < n_labels; l++)
            alpha[l] = 1e-6f;
          sum = n_labels * 1e-6f;
        }
      for (guint l = 0; l < stride; l++)
        alpha[l] /= sum;
      log_z += log (sum) + top;
    }

  for (guint l = 0; l < n_labels; l++)
    beta[l] = 1;

  for (guint t = n_tokens; t-- > 0;)
    {
      const float *alpha = forward + (gsize)t * stride;
      const float *e = emission + (gsize)t * stride;
      float       *m = marginals + (gsize)t * stride;
      float        sum = 0;
      float        total = 0;

      for (guint l = 0; l < stride; l++)
        {
          m[l] = alpha[l] * beta[l];
          sum += m[l];
        }
      for (guint l = 0; l < stride; l++)
        m[l] = sum > 0 ? m[l] / sum : 0;

      for (guint l = 0; l < stride; l++)
        carry[l] = e[l] * beta[l];

      if (pair_sums != NULL)
        {
          float *out = pair_sums + (gsize)t * (n_labels + 1) * stride;
          float  all = 0;

          memset (out, 0, sizeof (float) * (n_labels + 1) * stride);
          if (t == 0)
            memcpy (out + n_labels * stride, m, sizeof (float) * stride);
          else
            {
              const float *before = alpha - stride;

              for (guint k = 0; k < n_labels; k++)
                for (guint l = 0; l < stride; l++)
                  {
                    float p = before[k] * pairs[t][k * stride + l] * carry[l];

                    out[k * stride + l] = p;
                    all += p;
                  }
              for (guint i = 0; all > 0 && i < n_labels * stride; i++)
                out[i] /= all;
            }
        }

      if (t == 0)
        break;

      for (guint k = 0; k < n_labels; k++)
        {
          const float *row = pairs[t] + k * stride;
          float        b = 0;

          for (guint l = 0; l < stride; l++)
            b += row[l] * carry[l];
          beta[k] = b;
          total = MAX (total, b);
        }
      for (guint k = 0; total > 0 && k < n_labels; k++)
        beta[k] /= total;
    }

  return log_z;
}
