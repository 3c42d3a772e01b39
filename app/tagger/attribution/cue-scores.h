/* cue-scores.h: how often a word is a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutCueScores:
 *
 * How often each verb is a cue among its uses outside quotations, learned from
 * the training articles: stem hash -> uses as a cue, uses.
 */
typedef struct
{
  guint32        n_slots;
  const guint32 *slots; /* Pairs: fingerprint, cue uses << 16 | uses. */
} ReadoutCueScores;

guint32 readout_cue_scores_look_up (const ReadoutCueScores *self, guint64 stem);
GBytes *readout_cue_scores_build (GPtrArray *counts);

G_END_DECLS
