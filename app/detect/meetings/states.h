/* states.h: states that take part in an encounter
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/meetings/trigger.h"

G_BEGIN_DECLS

const char *readout_meeting_states_find_country (const ReadoutSyntax *syntax,
                                                 ReadoutPhrase        place);

gint32 readout_meeting_states_find (ReadoutAnalysis *analysis,
                                    const char      *country,
                                    ReadoutPhrase    place);

gboolean readout_meeting_states_is_state (const ReadoutSyntax *syntax,
                                          ReadoutPhrase        place);

void readout_meeting_states_collect_parties (const ReadoutTriggerSite *self,
                                             ReadoutPhrase             phrase,
                                             GArray                   *actors);

G_END_DECLS
