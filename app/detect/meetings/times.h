/* times.h: the date that an encounter is placed at
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

gint32 readout_meeting_times_find_date (const ReadoutSyntax  *syntax,
                                        const GArray         *triggers,
                                        const ReadoutTrigger *trigger);

G_END_DECLS
