/* kinds.c: whether a cue says, shows or thinks
 *
 * The corpora tie to a source what it says, what a document shows and what
 * somebody thinks, wants or does not like.  Only the first two are statements
 * for a reader of news, and the words of the cue tell them apart: a log-linear
 * model over their stems, pairs of stems and the first and last one, hashed
 * into a small table.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/kinds.h"

#include <math.h>

#include "tagger/crf/hash.h"

#define MAX_FEATURES 32
/* Its templates count from here. */
#define BASE 3000
/* The kinds that are told apart; the first of the enumeration is not one. */
#define N_KINDS (READOUT_N_CUE_KINDS - 1)

static const char *const nicks[READOUT_N_CUE_KINDS] = {
  NULL,
  "speech",
  "evidence",
  "attitude",
};

/**
 * readout_cue_kind_to_nick:
 * @kind: a kind of cue
 *
 * Returns: (nullable): its name in the corpora, %NULL for an unknown one
 */
const char *
readout_cue_kind_to_nick (ReadoutCueKind kind)
{
  g_return_val_if_fail (kind < READOUT_N_CUE_KINDS, NULL);

  return nicks[kind];
}

/**
 * readout_cue_kind_from_nick:
 * @nick: (nullable): a name
 *
 * Returns: the kind of that name, or %READOUT_CUE_KIND_UNKNOWN
 */
ReadoutCueKind
readout_cue_kind_from_nick (const char *nick)
{
  for (guint k = READOUT_CUE_KIND_SPEECH; k < READOUT_N_CUE_KINDS; k++)
    if (g_strcmp0 (nicks[k], nick) == 0)
      return (ReadoutCueKind)k;

  return READOUT_CUE_KIND_UNKNOWN;
}

/* Not finished: the kind is still to come. */
static guint64
feature (guint template_number, guint64 value)
{
  return readout_hash_combine (READOUT_HASH_TEMPLATE (BASE + template_number),
                               value);
}

static guint
get_features (const ReadoutAttributionFeatures *features,
              const ReadoutSegment             *cue,
              guint64                           out[MAX_FEATURES])
{
  guint   n = 0;
  guint64 before = 0;

  out[n++] = feature (0, 0);
  for (guint t = cue->first; t < cue->end && n + 4 <= MAX_FEATURES; t++)
    {
      guint64 stem = readout_attribution_features_get_stem (features, t);

      out[n++] = feature (1, stem);
      if (t == cue->first)
        out[n++] = feature (2, stem);
      else
        out[n++] = feature (3, readout_hash_combine (before, stem));
      if (t == cue->end - 1)
        out[n++] = feature (4, stem);
      before = stem;
    }

  return n;
}

static guint
place_of (guint64 hash, guint kind)
{
  return readout_hash_finish (readout_hash_combine (hash, kind))
         % READOUT_KINDS_N_WEIGHTS;
}

static void
score (const float   *weights,
       const guint64 *hashes,
       guint          n_hashes,
       float          scores[N_KINDS])
{
  for (guint k = 0; k < N_KINDS; k++)
    {
      scores[k] = 0;
      for (guint i = 0; i < n_hashes; i++)
        scores[k] += weights[place_of (hashes[i], k)];
    }
}

/**
 * readout_kinds_tell:
 * @self: a model of the kinds
 * @features: features of the document
 * @segments: (inout) (element-type ReadoutSegment): the @kind of its cues is
 *   filled in
 */
void
readout_kinds_tell (const ReadoutKinds               *self,
                    const ReadoutAttributionFeatures *features,
                    GArray                           *segments)
{
  g_return_if_fail (self != NULL && self->weights != NULL);
  g_return_if_fail (features != NULL && segments != NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      ReadoutSegment *cue = &g_array_index (segments, ReadoutSegment, i);
      guint64         hashes[MAX_FEATURES];
      float           scores[N_KINDS];
      guint           best = 0;

      if (cue->role != READOUT_ROLE_CUE)
        continue;
      score (
          self->weights, hashes, get_features (features, cue, hashes), scores);
      for (guint k = 1; k < N_KINDS; k++)
        if (scores[k] > scores[best])
          best = k;
      cue->kind = (ReadoutCueKind)(best + 1);
    }
}

/**
 * readout_kinds_learn:
 * @weights: (array fixed-size=8192): weights to improve
 * @features: features of the document
 * @segments: (element-type ReadoutSegment): with the right kinds; cues of an
 *   unknown kind are passed over
 * @rate: step
 *
 * One pass over one article, by stochastic gradient.
 */
void
readout_kinds_learn (float                            *weights,
                     const ReadoutAttributionFeatures *features,
                     const GArray                     *segments,
                     float                             rate)
{
  g_return_if_fail (weights != NULL && features != NULL && segments != NULL);

  for (guint i = 0; i < segments->len; i++)
    {
      const ReadoutSegment *cue = &g_array_index (segments, ReadoutSegment, i);
      guint64               hashes[MAX_FEATURES];
      float                 scores[N_KINDS];
      guint                 n_hashes;
      float                 top;
      float                 sum = 0;

      if (cue->role != READOUT_ROLE_CUE
          || cue->kind == READOUT_CUE_KIND_UNKNOWN)
        continue;
      n_hashes = get_features (features, cue, hashes);
      score (weights, hashes, n_hashes, scores);
      top = MAX (scores[0], MAX (scores[1], scores[2]));
      for (guint k = 0; k < N_KINDS; k++)
        sum += scores[k] = expf (scores[k] - top);
      for (guint k = 0; k < N_KINDS; k++)
        {
          float gradient = scores[k] / sum - (k + 1 == (guint)cue->kind);

          for (guint h = 0; h < n_hashes; h++)
            weights[place_of (hashes[h], k)] -= rate * gradient;
        }
    }
}
