/* finder.h: the step that finds mentions
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

/* Reads tokens, sentences, quotations and dates; fills in the mentions, all
 * with actor -1. */
void readout_mention_finder_run (ReadoutAnalysis *analysis);
void readout_mention_finder_run_with_tagged (ReadoutAnalysis *analysis,
                                             GArray          *tagged);

G_END_DECLS
