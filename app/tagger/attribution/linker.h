/* linker.h: which source and which content belong to a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/attribution/features.h"

G_BEGIN_DECLS

/* What kind of attribution a cue makes, told from its words. */
typedef enum
{
  READOUT_CUE_KIND_UNKNOWN,
  READOUT_CUE_KIND_SPEECH,   /* Says, writes, asks, according to … */
  READOUT_CUE_KIND_EVIDENCE, /* A poll shows, documents indicate … */
  READOUT_CUE_KIND_ATTITUDE, /* Thinks, wants, fears, supports … */
  READOUT_N_CUE_KINDS
} ReadoutCueKind;

/**
 * ReadoutSegment:
 * @first: its first token
 * @end: the token after its last
 * @role: source, cue or content
 * @link: for a cue the index of its source among the segments, for a content
 *   that of its cue; -1 for none
 * @probability: that its edges are right as far as the tagger can tell; 0
 *   where a rule found it
 * @kind: for a cue, if the model can tell
 */
typedef struct
{
  guint32        first;
  guint32        end;
  ReadoutRole    role;
  gint32         link;
  float          probability;
  ReadoutCueKind kind;
} ReadoutSegment;

#define READOUT_LINKER_N_WEIGHTS (1 << 14)

/**
 * ReadoutLinker:
 * @weights: (array fixed-size=16384): of hashed features
 *
 * A log-linear choice among candidates.
 */
typedef struct
{
  const float *weights;
} ReadoutLinker;

GArray *readout_segments_new_from_labels (const guint8 *labels,
                                          const float  *probabilities,
                                          guint         n_labels);
void    readout_linker_link (const ReadoutLinker              *self,
                             const ReadoutAttributionFeatures *features,
                             const GArray                     *tokens,
                             const GArray                     *sentences,
                             GArray                           *segments);
void    readout_linker_learn (float                            *weights,
                              float                            *squares,
                              const ReadoutAttributionFeatures *features,
                              const GArray                     *tokens,
                              const GArray                     *sentences,
                              const GArray                     *segments,
                              float                             rate);

G_END_DECLS
