/* linker.h: which source and which content belong to a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/attribution/features.h"
#include "tagger/attribution/segments.h"

G_BEGIN_DECLS

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

void readout_linker_link (const ReadoutLinker              *self,
                          const ReadoutAttributionFeatures *features,
                          const GArray                     *tokens,
                          const GArray                     *sentences,
                          GArray                           *segments);
void readout_linker_learn (float                            *weights,
                           float                            *squares,
                           const ReadoutAttributionFeatures *features,
                           const GArray                     *tokens,
                           const GArray                     *sentences,
                           const GArray                     *segments,
                           float                             rate);

G_END_DECLS
