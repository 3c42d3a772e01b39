/* selection.h: from one item to the next
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

void readout_session_show (ReadoutSession *self, const char *id);
void readout_session_show_first (ReadoutSession *self);

G_END_DECLS
