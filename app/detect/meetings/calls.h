/* calls.h: telephone calls, and what else the words for them mean
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

void readout_meeting_calls_try (const ReadoutTriggerSite *self,
                                guint                     i,
                                ReadoutMeetingKind        kind);

G_END_DECLS
