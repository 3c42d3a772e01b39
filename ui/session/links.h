/* links.h: what a person ties together
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

/* Each is one step of undo, as the other verbs are. */
void readout_session_replace (ReadoutSession *self,
                              gconstpointer   edited,
                              const char     *label);
void readout_session_assign (ReadoutSession *self,
                             ReadoutField    field,
                             gboolean        add_piece);
void readout_session_link (ReadoutSession *self, const char *actor_id);
void readout_session_merge (ReadoutSession *self, const char *other_actor_id);
void readout_session_next_candidate (ReadoutSession *self, int step);

G_END_DECLS
