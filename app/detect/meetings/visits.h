/* visits.h: a visit or tour that a noun names
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

void readout_meeting_visits_fill (const ReadoutTriggerSite *self,
                                  ReadoutTrigger           *trigger,
                                  ReadoutPhrase             phrase);

G_END_DECLS
