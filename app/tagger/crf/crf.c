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

#include "config.h"

#include "tagger/crf/crf.h"

#include <math.h>
#include <string.h>

/* Half a block of labels at once. */
typedef gint32 Half __attribute__ ((vector_size (16)));

#define HALF (READOUT_CRF_PAD / 2)
#define MAX_BLOCKS (READOUT_CRF_MAX_LABELS / READOUT_CRF_PAD)

static inline Half
load (const gint32 *from)
{
  Half half;

  memcpy (&half, from, sizeof half);
  return half;
}

static inline Half
larger (Half a, Half b)
{
  Half mask = a > b;

  return (a & mask) | (b & ~mask);
}

/* Keeps the running scores of a long sequence away from overflow: only their
 * differences matter.  What is forbidden stays so, and so does the padding. */
static void
settle (gint32 *best, guint n_labels, guint stride)
{
  gint32 top = best[0];

  for (guint l = 1; l < n_labels; l++)
    top = MAX (top, best[l]);
  for (guint l = 0; l < stride; l++)
    best[l] = MAX (best[l] - top, READOUT_CRF_FORBIDDEN);
  for (guint l = n_labels; l < stride; l++)
    best[l] = READOUT_CRF_FORBIDDEN;
}

/* The label before that leads best to a label.  The first is a candidate even
 * if it is forbidden, so that there always is one. */
static guint
origin_of (const gint32 *before,
           const gint32 *pairs,
           guint         n_labels,
           guint         stride,
           guint         label)
{
  gint32 most = before[0] + pairs[label];
  guint  origin = 0;

  for (guint k = 1; k < n_labels; k++)
    {
      gint32 sum = before[k] + pairs[k * stride + label];

      if (sum > most && before[k] > READOUT_CRF_FORBIDDEN)
        {
          most = sum;
          origin = k;
        }
    }

  return origin;
}

/**
 * readout_crf_find_reach:
 * @n_labels: number of labels, at most %READOUT_CRF_MAX_LABELS
 * @pairs: a matrix with the forbidden pairs of all tokens
 * @reach: (out caller-allocates) (array length=n_labels): for each label a bit
 *   for each block of %READOUT_CRF_PAD labels that holds one which can follow
 *
 * In the BIOES scheme half of the labels can only be followed by two others,
 * which saves much of the work of readout_crf_decode().
 */
void
readout_crf_find_reach (guint n_labels, const gint32 *pairs, guint8 *reach)
{
  guint stride = readout_crf_stride (n_labels);

  g_return_if_fail (n_labels <= READOUT_CRF_MAX_LABELS);

  for (guint k = 0; k < n_labels; k++)
    {
      reach[k] = 0;
      for (guint l = 0; l < n_labels; l++)
        if (pairs[k * stride + l] > READOUT_CRF_FORBIDDEN)
          reach[k] |= 1 << (l / READOUT_CRF_PAD);
    }
}

/**
 * readout_crf_decode:
 * @n_tokens: length of the sequence
 * @n_labels: number of labels, at most %READOUT_CRF_MAX_LABELS
 * @scores: (array): score of each label of each token
 * @pairs: (array length=n_tokens): score of each pair of labels
 * @reach: (nullable) (array length=n_labels): what readout_crf_find_reach()
 *   found; only saves time
 * @labels: (out caller-allocates) (array length=n_tokens): the best sequence
 *
 * Only the best scores are carried forward; which label they came from is
 * asked on the way back, of one label a token.  Of two sequences with the same
 * score the one with the lower label numbers at the end wins.
 */
void
readout_crf_decode (guint                n_tokens,
                    guint                n_labels,
                    const gint32        *scores,
                    const gint32 *const *pairs,
                    const guint8        *reach,
                    guint8              *labels)
{
  guint              stride = readout_crf_stride (n_labels);
  guint              n_blocks = stride / READOUT_CRF_PAD;
  g_autofree gint32 *best = NULL;
  guint8             sources[MAX_BLOCKS][READOUT_CRF_MAX_LABELS];
  guint              n_sources[MAX_BLOCKS] = { 0 };
  const gint32      *last;
  guint              label = 0;

  g_return_if_fail (n_labels <= READOUT_CRF_MAX_LABELS);

  if (n_tokens == 0)
    return;

  for (guint b = 0; b < n_blocks; b++)
    for (guint k = 1; k < n_labels; k++)
      if (reach == NULL || reach[k] & 1 << b)
        sources[b][n_sources[b]++] = k;

  best = g_new (gint32, (gsize)n_tokens * stride);
  for (guint l = 0; l < stride; l++)
    best[l] = scores[l] + pairs[0][n_labels * stride + l];
  settle (best, n_labels, stride);

  for (guint t = 1; t < n_tokens; t++)
    {
      const gint32 *before = best + (gsize)(t - 1) * stride;
      gint32       *after = best + (gsize)t * stride;

      for (guint b = 0; b < n_blocks; b++)
        {
          const gint32 *column = pairs[t] + b * READOUT_CRF_PAD;
          const gint32 *score
              = scores + (gsize)t * stride + b * READOUT_CRF_PAD;
          Half low = load (column) + before[0];
          Half high = load (column + HALF) + before[0];

          for (guint i = 0; i < n_sources[b]; i++)
            {
              guint         k = sources[b][i];
              const gint32 *row = column + k * stride;

              low = larger (load (row) + before[k], low);
              high = larger (load (row + HALF) + before[k], high);
            }
          low += load (score);
          high += load (score + HALF);
          memcpy (after + b * READOUT_CRF_PAD, &low, sizeof low);
          memcpy (after + b * READOUT_CRF_PAD + HALF, &high, sizeof high);
        }
      settle (after, n_labels, stride);
    }

  last = best + (gsize)(n_tokens - 1) * stride;
  for (guint l = 1; l < n_labels; l++)
    if (last[l] > last[label])
      label = l;

  for (guint t = n_tokens - 1; t > 0; t--)
    {
      labels[t] = label;
      label = origin_of (
          best + (gsize)(t - 1) * stride, pairs[t], n_labels, stride, label);
    }
  labels[0] = label;
}

typedef float HalfFloats __attribute__ ((vector_size (16)));

/* The sum of products, in an order that is the same on every machine. */
static inline float
dot (const float *a, const float *b, guint n)
{
  HalfFloats sums = { 0 };

  for (guint i = 0; i < n; i += HALF)
    {
      HalfFloats x;
      HalfFloats y;

      memcpy (&x, a + i, sizeof x);
      memcpy (&y, b + i, sizeof y);
      sums += x * y;
    }

  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

/* Exponentials of one token's scores, scaled so that the largest is one.
 * Returns the score that they were scaled by. */
static float
emit (const float *score, guint n_labels, guint stride, float *emission)
{
  float top = score[0];

  for (guint l = 1; l < n_labels; l++)
    top = MAX (top, score[l]);
  for (guint l = 0; l < stride; l++)
    emission[l] = l < n_labels ? expf (score[l] - top) : 0;

  return top;
}

/* The paths that lead to each label of a token, from those of the token
 * before. */
static void
step_forward (const float *before,
              const float *pairs,
              guint        n_labels,
              guint        stride,
              float       *alpha)
{
  memset (alpha, 0, sizeof (float) * stride);
  for (guint k = 0; k < n_labels; k++)
    {
      const float *row = pairs + k * stride;
      float        a = before[k];

      if (a == 0)
        continue;
      for (guint l = 0; l < stride; l++)
        alpha[l] += a * row[l];
    }
}

/* Multiplies the paths with what the token itself says and scales them to sum
 * to one.  Returns the sum that they had. */
static float
scale_forward (float       *alpha,
               const float *emission,
               guint        n_labels,
               guint        stride)
{
  float sum = 0;

  for (guint l = 0; l < stride; l++)
    {
      alpha[l] *= emission[l];
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

  return sum;
}

/* What lies before and behind a token, multiplied: how likely each label is. */
static void
multiply_ways (const float *alpha,
               const float *beta,
               guint        stride,
               float       *marginals)
{
  float sum = 0;

  for (guint l = 0; l < stride; l++)
    {
      marginals[l] = alpha[l] * beta[l];
      sum += marginals[l];
    }
  for (guint l = 0; l < stride; l++)
    marginals[l] = sum > 0 ? marginals[l] / sum : 0;
}

/* How likely each pair of labels is, from the token before to this one. */
static void
sum_pairs (const float *before,
           const float *pairs,
           const float *carry,
           guint        n_labels,
           guint        stride,
           float       *out)
{
  float all = 0;

  for (guint k = 0; k < n_labels; k++)
    for (guint l = 0; l < stride; l++)
      {
        float p = before[k] * pairs[k * stride + l] * carry[l];

        out[k * stride + l] = p;
        all += p;
      }
  for (guint i = 0; all > 0 && i < n_labels * stride; i++)
    out[i] /= all;
}

/* One step back: the paths that go on from each label of the token before. */
static void
step_back (const float *pairs,
           const float *carry,
           guint        n_labels,
           guint        stride,
           float       *beta)
{
  float total = 0;

  for (guint k = 0; k < n_labels; k++)
    {
      float b = dot (pairs + k * stride, carry, stride);

      beta[k] = b;
      total = MAX (total, b);
    }
  for (guint k = 0; total > 0 && k < n_labels; k++)
    beta[k] /= total;
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
  guint             matrix = (n_labels + 1) * stride;
  gsize             cells = (gsize)n_tokens * stride;
  g_autofree float *forward = g_new (float, cells * 2);
  float            *emission = forward + cells;
  float             beta[READOUT_CRF_MAX_LABELS] = { 0 };
  float             carry[READOUT_CRF_MAX_LABELS] = { 0 };
  double            log_z = 0;

  g_return_val_if_fail (n_labels <= READOUT_CRF_MAX_LABELS, 0);

  for (guint t = 0; t < n_tokens; t++)
    {
      float *e = emission + (gsize)t * stride;
      float *alpha = forward + (gsize)t * stride;
      float  top = emit (scores + (gsize)t * stride, n_labels, stride, e);

      if (t == 0)
        memcpy (alpha, pairs[0] + n_labels * stride, sizeof (float) * stride);
      else
        step_forward (alpha - stride, pairs[t], n_labels, stride, alpha);
      log_z += log (scale_forward (alpha, e, n_labels, stride)) + top;
    }

  for (guint l = 0; l < n_labels; l++)
    beta[l] = 1;

  for (guint t = n_tokens; t-- > 0;)
    {
      const float *alpha = forward + (gsize)t * stride;
      const float *e = emission + (gsize)t * stride;
      float       *m = marginals + (gsize)t * stride;
      float       *out = NULL;

      multiply_ways (alpha, beta, stride, m);
      for (guint l = 0; l < stride; l++)
        carry[l] = e[l] * beta[l];

      if (pair_sums != NULL)
        {
          out = pair_sums + (gsize)t * matrix;
          memset (out, 0, sizeof (float) * matrix);
        }
      if (t == 0)
        {
          if (out != NULL)
            memcpy (out + n_labels * stride, m, sizeof (float) * stride);
          break;
        }
      if (out != NULL)
        sum_pairs (alpha - stride, pairs[t], carry, n_labels, stride, out);
      step_back (pairs[t], carry, n_labels, stride, beta);
    }

  return log_z;
}
