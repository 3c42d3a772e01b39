/* segments.h: the parts of statements
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/crf/bioes.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_ROLE_SOURCE,
  READOUT_ROLE_CUE,
  READOUT_ROLE_CONTENT,
  READOUT_N_ROLES
} ReadoutRole;

#define READOUT_ATTRIBUTION_LABELS (1 + READOUT_N_ROLES * READOUT_BIOES_PLACES)
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

GArray *readout_segments_new_from_labels (const guint8 *labels,
                                          const float  *probabilities,
                                          guint         n_labels);

G_END_DECLS
