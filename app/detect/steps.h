/* steps.h: the table of the detector's steps
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"

G_BEGIN_DECLS

/**
 * ReadoutDetectorStep:
 * @name: for the benchmark
 * @weight: its share of the whole time, for progress
 * @run: reads what earlier steps left in the analysis and fills in its own
 *   part; returns early, with its part half done, when cancelled
 */
typedef struct
{
  const char *name;
  guint       weight;
  void (*run) (ReadoutAnalysis *analysis);
} ReadoutDetectorStep;

const ReadoutDetectorStep *readout_detector_get_steps (guint *n_steps);

G_END_DECLS
