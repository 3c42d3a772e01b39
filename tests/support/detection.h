/* detection.h: what the steps of the detector found, for tests to compare
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

char *readout_test_describe_mentions (const ReadoutAnalysis *analysis);

G_END_DECLS
