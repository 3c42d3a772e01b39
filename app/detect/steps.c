/* steps.c: the table of the detector's steps
 *
 * A trained step takes the place of a rule-based one by taking its row here.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/steps.h"

#include "detect/actors/linker.h"
#include "detect/article/syntax.h"
#include "detect/meetings/finder.h"
#include "detect/mentions/finder.h"
#include "detect/statements/finder.h"

static void
prepare (ReadoutAnalysis *analysis)
{
  readout_analysis_prepare (analysis);
}

static void
find_dates (ReadoutAnalysis *analysis)
{
  g_clear_pointer (&analysis->dates, g_array_unref);
  analysis->dates = readout_dates_find (analysis->tokens,
                                        analysis->sentences,
                                        analysis->published,
                                        analysis->cancellable);
}

static void
build_syntax (ReadoutAnalysis *analysis)
{
  analysis->syntax = readout_syntax_new (analysis);
}

static const ReadoutDetectorStep steps[] = {
  { "tokens", 3, prepare },
  { "dates", 1, find_dates },
  { "mentions", 4, readout_mention_finder_run },
  { "syntax", 1, build_syntax },
  { "actors", 2, readout_actor_linker_run },
  { "statements", 2, readout_statement_finder_run },
  { "meetings", 1, readout_meeting_finder_run },
};

/**
 * readout_detector_get_steps:
 * @n_steps: (out): how many there are
 *
 * Returns: (array length=n_steps): the steps in the order in which they run
 */
const ReadoutDetectorStep *
readout_detector_get_steps (guint *n_steps)
{
  *n_steps = G_N_ELEMENTS (steps);
  return steps;
}
