/* suggestions.h: from the detector's candidates to records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

GPtrArray *readout_suggestions_make (ReadoutAnalysis *analysis,
                                     const char      *detector,
                                     GPtrArray       *rules);

G_END_DECLS
