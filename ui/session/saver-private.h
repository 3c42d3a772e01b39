/* saver-private.h: what the saver shares with its friends
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/merger.h"
#include "session/saver.h"

G_BEGIN_DECLS

void readout_saver_end_merge (ReadoutSaver *self, ReadoutMergerOutcome outcome);
void readout_saver_take_in_copy (ReadoutSaver *self);
ReadoutSession *readout_saver_get_session (ReadoutSaver *self);
ReadoutStore   *readout_saver_get_store (ReadoutSaver *self);
void readout_saver_note_saved (ReadoutSaver *self, ReadoutStore *store);

G_END_DECLS
