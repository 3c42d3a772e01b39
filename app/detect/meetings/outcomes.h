/* outcomes.h: what came of an encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/meetings/encounters.h"

G_BEGIN_DECLS

void readout_meeting_outcomes_fill (const ReadoutSyntax     *syntax,
                                    const GArray            *triggers,
                                    const ReadoutEncounter  *encounter,
                                    gboolean                 is_main,
                                    ReadoutCandidateMeeting *meeting);

G_END_DECLS
