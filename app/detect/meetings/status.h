/* status.h: whether an encounter was held, is planned, was proposed or called
 * off
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

void readout_meeting_status_set_by_verb (const ReadoutTriggerSite *self,
                                         ReadoutTrigger           *trigger,
                                         guint                     verb,
                                         guint                     flags);

void readout_meeting_status_set_by_noun (const ReadoutTriggerSite *self,
                                         ReadoutTrigger           *trigger,
                                         ReadoutPhrase             phrase);

G_END_DECLS
