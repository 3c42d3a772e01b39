/* triggers.h: the words that evoke an encounter, in their clause
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

GArray *readout_meeting_triggers_find (ReadoutAnalysis *analysis,
                                       ReadoutSyntax   *syntax);

G_END_DECLS
