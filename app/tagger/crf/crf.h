/* crf.h: inference in a linear-chain conditional random field
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rows of scores are padded to a multiple of this many labels, so that loops
 * over them can be vectorised; the padding holds zeros. */
#define READOUT_CRF_PAD 8
#define READOUT_CRF_MAX_LABELS 64

/* The score of a forbidden label or pair: low enough that nothing makes up for
 * it, high enough that a few of them do not overflow 32 bits. */
#define READOUT_CRF_FORBIDDEN (-(1 << 27))

static inline guint
readout_crf_stride (guint n_labels)
{
  return (n_labels + READOUT_CRF_PAD - 1) / READOUT_CRF_PAD * READOUT_CRF_PAD;
}

void
readout_crf_find_reach (guint n_labels, const gint32 *pairs, guint8 *reach);
void readout_crf_decode (guint                n_tokens,
                         guint                n_labels,
                         const gint32        *scores,
                         const gint32 *const *pairs,
                         const guint8        *reach,
                         guint8              *labels);

float readout_crf_marginals (guint               n_tokens,
                             guint               n_labels,
                             const float        *scores,
                             const float *const *pairs,
                             float              *marginals,
                             float              *pair_sums);

G_END_DECLS
