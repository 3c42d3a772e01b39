/* kinds.h: whether a cue says, shows or thinks
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/attribution/linker.h"

G_BEGIN_DECLS

#define READOUT_KINDS_N_WEIGHTS (1 << 13)

/**
 * ReadoutKinds:
 * @weights: (array fixed-size=8192): of hashed features with a kind each
 *
 * A log-linear choice among the kinds of cues.
 */
typedef struct
{
  const float *weights;
} ReadoutKinds;

const char    *readout_cue_kind_to_nick (ReadoutCueKind kind);
ReadoutCueKind readout_cue_kind_from_nick (const char *nick);

void readout_kinds_tell (const ReadoutKinds               *self,
                         const ReadoutAttributionFeatures *features,
                         GArray                           *segments);
void readout_kinds_learn (float                            *weights,
                          const ReadoutAttributionFeatures *features,
                          const GArray                     *segments,
                          float                             rate);

G_END_DECLS
