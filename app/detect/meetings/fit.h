/* fit.h: how well a trigger fits an encounter told before it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/meetings/encounters.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

int      readout_encounter_fit_rate (const ReadoutSyntax    *syntax,
                                     const ReadoutEncounter *encounter,
                                     const ReadoutTrigger   *trigger,
                                     gint32                  date);
gboolean readout_encounter_fit_is_finer (const ReadoutSyntax *syntax,
                                         gint32               fine,
                                         gint32               coarse);

G_END_DECLS
