/* participants.h: who takes part by a clause
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

gboolean
readout_meeting_participants_have_official (const ReadoutSyntax *syntax,
                                            const GArray        *actors);

gboolean readout_meeting_participants_name_person (const ReadoutSyntax *syntax,
                                                   ReadoutPhrase        phrase);

ReadoutPhrase
readout_meeting_participants_find_holder (const ReadoutTriggerSite *self,
                                          guint                     i);

guint readout_meeting_participants_collect_list (const ReadoutTriggerSite *self,
                                                 guint                     i,
                                                 GArray *actors);

void readout_meeting_participants_collect_subject (
    const ReadoutTriggerSite *self, guint verb, guint *flags, GArray *actors);

gboolean readout_meeting_participants_collect_invited (
    const ReadoutTriggerSite *self, guint verb, GArray *actors);

guint readout_meeting_participants_collect_partners (
    const ReadoutTriggerSite *self, guint i, GArray *actors);

G_END_DECLS
