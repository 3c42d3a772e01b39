/* recovery.h: what an earlier session has left behind
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/saver.h"
#include "session/session.h"

G_BEGIN_DECLS

void readout_recovery_offer (ReadoutSession *session, ReadoutSaver *saver);
void readout_recovery_apply (ReadoutSession *session);
void readout_recovery_keep_apart (ReadoutSession *session);
void readout_recovery_discard (ReadoutSession *session);

G_END_DECLS
