/* saver-private.h: what the saver shares with saving elsewhere
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/saver.h"

G_BEGIN_DECLS

ReadoutStore *readout_saver_get_store (ReadoutSaver *self);
void readout_saver_note_saved (ReadoutSaver *self, ReadoutStore *store);

G_END_DECLS
