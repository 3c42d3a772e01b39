/* verbs.h: the verbs that evoke an encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/meetings/trigger.h"
#include "detect/words/meeting-lexicon.h"

G_BEGIN_DECLS

gboolean readout_meeting_verbs_try (const ReadoutTriggerSite *self,
                                    guint                     i,
                                    ReadoutMeetingWord        what,
                                    ReadoutMeetingKind        kind);

G_END_DECLS
