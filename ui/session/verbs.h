/* verbs.h: what a person does to items
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/units.h"
#include "session/session.h"

G_BEGIN_DECLS

/* Each is one step of undo, says what it did in "status", or says there why
 * nothing was done. */
void readout_session_accept (ReadoutSession *self);
void readout_session_reject (ReadoutSession *self);
void readout_session_skip (ReadoutSession *self);
void readout_session_accept_shown (ReadoutSession *self);
void
readout_session_move_edge (ReadoutSession *self, ReadoutEdge edge, int n_words);
void readout_session_widen (ReadoutSession *self);
void readout_session_narrow (ReadoutSession *self);
void readout_session_set_type (ReadoutSession *self, ReadoutMentionType type);
void readout_session_add (ReadoutSession *self, ReadoutKind kind);
void readout_session_set_note (ReadoutSession *self, const char *note);
void readout_session_toggle_flag (ReadoutSession *self);

G_END_DECLS
