/* history.h: steps of undo
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "session/session.h"

G_BEGIN_DECLS

/* The door for whatever changes annotations on behalf of a person. */
ReadoutStamp readout_session_make_stamp (ReadoutSession *self, char **at);
gboolean     readout_session_apply (ReadoutSession *self,
                                    GPtrArray      *changes,
                                    const GError   *error,
                                    const char     *label,
                                    const char     *status);

void readout_session_undo (ReadoutSession *self);
void readout_session_redo (ReadoutSession *self);

G_END_DECLS
