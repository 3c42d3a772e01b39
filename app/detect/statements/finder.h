/* finder.h: who says what
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

void readout_statement_finder_run (ReadoutAnalysis *analysis);

G_END_DECLS
