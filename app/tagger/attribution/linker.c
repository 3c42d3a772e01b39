/* linker.c: which source and which content belong to a cue
 *
 * For each cue one source is chosen among those nearby, or none; for each
 * content one cue.  The choice is log-linear (a softmax over the candidates)
 * over the side, the distance and what stands between.  Features are hashed
 * into a small table of weights; a collision there costs little.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/linker.h"

#include <math.h>

#include "tagger/crf/hash.h"

#define MAX_FEATURES 40
#define MAX_CANDIDATES 24
/* How many paragraphs and tokens away a candidate may be. */
#define MAX_PARAGRAPHS 2
#define MAX_TOKENS 400

typedef struct
{
  guint32 features[MAX_FEATURES];
  guint   n;
  gint32  segment; /* -1 for none. */
} Candidate;

static void
add (Candidate *candidate, guint template_number, guint64 value)
{
  if (candidate->n < MAX_FEATURES)
    candidate->features[candidate->n++]
        = readout_hash_feature (template_number, value) >> 50;
}

static guint
bucket (guint distance)
{
  return distance <= 3    ? distance
         : distance <= 6  ? 4
         : distance <= 10 ? 5
         : distance <= 18 ? 6
         : distance <= 30 ? 7
         : distance <= 60 ? 8
                          : 9;
}

typedef struct
{
  const ReadoutAttributionFeatures *features;
  const ReadoutToken               *tokens;
  const GArray                     *sentences;
  const ReadoutSegment             *segments;
  guint                             n_segments;
} Scene;

static guint
sentence_of (const Scene *scene, guint segment)
{
  return scene->tokens[scene->segments[segment].first].sentence;
}

static guint
paragraph_of (const Scene *scene, guint segment)
{
  return g_array_index (
             scene->sentences, ReadoutSentence, sentence_of (scene, segment))
      .paragraph;
}

/* What one segment has to do with the cue at hand. */
static void
describe (const Scene *scene, guint asking, guint other, Candidate *candidate)
{
  const ReadoutSegment *a = &scene->segments[asking];
  const ReadoutSegment *b = &scene->segments[other];
  const ReadoutSegment *cue = a->role == READOUT_ROLE_CUE ? a : b;
  gboolean              before = b->first < a->first;
  guint                 from = before ? b->end : a->end;
  guint                 to = before ? a->first : b->first;
  guint                 distance = to > from ? to - from : 0;
  guint                 between[READOUT_N_ROLES] = { 0 };
  guint                 commas = 0;
  guint64               stem
      = readout_attribution_features_get_stem (scene->features, cue->first);
  gboolean same_sentence
      = sentence_of (scene, asking) == sentence_of (scene, other);
  guint    paragraphs = ABS ((int)paragraph_of (scene, asking)
                          - (int)paragraph_of (scene, other));
  gboolean quoted_a
      = readout_attribution_features_is_quoted (scene->features, a->first);
  gboolean quoted_b
      = readout_attribution_features_is_quoted (scene->features, b->first);
  guint base = a->role == READOUT_ROLE_CUE ? 0 : 100;
  guint where;
  guint low = MIN (asking, other);
  guint high = MAX (asking, other);

  for (guint i = low + 1; i < high; i++)
    between[scene->segments[i].role]
        = MIN (between[scene->segments[i].role] + 1, 3);
  for (guint t = from; t < to && t < from + 40; t++)
    if (scene->tokens[t].lower[0] == ',')
      commas = MIN (commas + 1, 3);

  where = (before * 2 + same_sentence) * 4 + MIN (paragraphs, 3);
  candidate->segment = other;
  candidate->n = 0;
  add (candidate, base + 1, where);
  add (candidate, base + 2, where * 16 + bucket (distance));
  add (candidate, base + 3, where * 4 + between[READOUT_ROLE_CUE]);
  add (candidate, base + 4, where * 4 + between[READOUT_ROLE_SOURCE]);
  add (candidate, base + 5, where * 4 + between[READOUT_ROLE_CONTENT]);
  add (candidate,
       base + 6,
       (where * 4 + between[READOUT_ROLE_CUE]) * 16
           + between[READOUT_ROLE_SOURCE] * 4 + between[READOUT_ROLE_CONTENT]);
  add (candidate, base + 7, where * 4 + commas);
  add (candidate, base + 8, where * 4 + quoted_a * 2 + quoted_b);
  add (candidate, base + 9, readout_hash_combine (stem, where));
  add (candidate,
       base + 10,
       readout_hash_combine (stem, where * 16 + MIN (bucket (distance), 4)));
  if (distance > 0)
    {
      add (candidate,
           base + 11,
           readout_hash_combine (
               readout_attribution_features_get_stem (scene->features, from),
               where));
      add (candidate,
           base + 12,
           readout_hash_combine (
               readout_attribution_features_get_stem (scene->features, to - 1),
               where));
    }
  add (candidate,
       base + 13,
       readout_hash_combine (
           readout_attribution_features_get_stem (scene->features, b->first),
           where));
  add (candidate,
       base + 14,
       (where * 2 + (distance == 0)) * 4 + between[READOUT_ROLE_CUE]);
  if (distance <= 2)
    for (guint t = from; t < to; t++)
      add (candidate,
           base + 15 + t - from,
           readout_hash_combine (
               readout_attribution_features_get_stem (scene->features, t),
               before));
}

static guint
find_candidates (const Scene *scene, guint asking, Candidate *candidates)
{
  const ReadoutSegment *segment = &scene->segments[asking];
  ReadoutRole wanted = segment->role == READOUT_ROLE_CUE ? READOUT_ROLE_SOURCE
                                                         : READOUT_ROLE_CUE;
  guint       n = 0;
  guint64     stem
      = readout_attribution_features_get_stem (scene->features, segment->first);

  candidates[n].segment = -1;
  candidates[n].n = 0;
  add (&candidates[n], 200 + wanted, 0);
  add (&candidates[n], 210 + wanted, stem);
  add (
      &candidates[n],
      220 + wanted,
      readout_attribution_features_is_quoted (scene->features, segment->first));
  n++;

  for (int way = -1; way <= 1; way += 2)
    {
      guint found = 0;

      for (gint64 i = (gint64)asking + way; i >= 0 && i < scene->n_segments;
           i += way)
        {
          const ReadoutSegment *other = &scene->segments[i];
          guint                 distance = other->first > segment->first
                                               ? other->first - segment->first
                                               : segment->first - other->first;

          if (distance > MAX_TOKENS
              || ABS ((int)paragraph_of (scene, asking)
                      - (int)paragraph_of (scene, i))
                     > MAX_PARAGRAPHS)
            break;
          if (other->role != wanted)
            continue;
          if (wanted == READOUT_ROLE_SOURCE
              && ABS ((int)sentence_of (scene, asking)
                      - (int)sentence_of (scene, i))
                     > 1)
            break;
          describe (scene, asking, i, &candidates[n++]);
          if (++found == (MAX_CANDIDATES - 1) / 2)
            break;
        }
    }

  return n;
}

static void
score (const float     *weights,
       const Candidate *candidates,
       guint            n,
       float           *scores)
{
  for (guint c = 0; c < n; c++)
    {
      scores[c] = 0;
      for (guint i = 0; i < candidates[c].n; i++)
        scores[c] += weights[candidates[c].features[i]];
    }
}

/**
 * readout_linker_link:
 * @self: a linker
 * @features: features of the document
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @segments: (inout) (element-type ReadoutSegment): in text order; their @link
 *   is filled in
 */
void
readout_linker_link (const ReadoutLinker              *self,
                     const ReadoutAttributionFeatures *features,
                     const GArray                     *tokens,
                     const GArray                     *sentences,
                     GArray                           *segments)
{
  Scene     scene = { features,
                      (gconstpointer)tokens->data,
                      sentences,
                      (gconstpointer)segments->data,
                      segments->len };
  Candidate candidates[MAX_CANDIDATES];
  float     scores[MAX_CANDIDATES];

  for (guint i = 0; i < segments->len; i++)
    {
      ReadoutSegment *segment = &g_array_index (segments, ReadoutSegment, i);
      guint           n;
      guint           best = 0;

      segment->link = -1;
      if (segment->role == READOUT_ROLE_SOURCE)
        continue;
      n = find_candidates (&scene, i, candidates);
      score (self->weights, candidates, n, scores);
      for (guint c = 1; c < n; c++)
        if (scores[c] > scores[best])
          best = c;
      segment->link = candidates[best].segment;
    }
}

/**
 * readout_linker_learn:
 * @weights: (array fixed-size=16384): weights to improve
 * @squares: (array fixed-size=16384): AdaGrad's sums
 * @features: features of the document
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @segments: (element-type ReadoutSegment): with the right links
 * @rate: step
 *
 * One pass over one article.
 */
void
readout_linker_learn (float                            *weights,
                      float                            *squares,
                      const ReadoutAttributionFeatures *features,
                      const GArray                     *tokens,
                      const GArray                     *sentences,
                      const GArray                     *segments,
                      float                             rate)
{
  Scene     scene = { features,
                      (gconstpointer)tokens->data,
                      sentences,
                      (gconstpointer)segments->data,
                      segments->len };
  Candidate candidates[MAX_CANDIDATES];
  float     scores[MAX_CANDIDATES];

  for (guint i = 0; i < segments->len; i++)
    {
      const ReadoutSegment *segment
          = &g_array_index (segments, ReadoutSegment, i);
      guint n;
      guint right = MAX_CANDIDATES;
      float top;
      float sum = 0;

      if (segment->role == READOUT_ROLE_SOURCE)
        continue;
      n = find_candidates (&scene, i, candidates);
      score (weights, candidates, n, scores);
      top = scores[0];
      for (guint c = 0; c < n; c++)
        {
          top = MAX (top, scores[c]);
          if (candidates[c].segment == segment->link)
            right = c;
        }
      if (right == MAX_CANDIDATES)
        continue;

      for (guint c = 0; c < n; c++)
        {
          scores[c] = expf (scores[c] - top);
          sum += scores[c];
        }
      for (guint c = 0; c < n; c++)
        {
          float gradient = scores[c] / sum - (c == right);

          for (guint k = 0; k < candidates[c].n; k++)
            {
              guint32 f = candidates[c].features[k];
              float   g = gradient + 1e-4f * weights[f];

              squares[f] += g * g;
              weights[f] -= rate * g / (sqrtf (squares[f]) + 0.1f);
            }
        }
    }
}
