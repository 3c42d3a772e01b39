/* saver-answers.h: what the person says of a file that others have written
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/merger.h"
#include "session/saver.h"

G_BEGIN_DECLS

void     readout_saver_keep_mine (ReadoutSaver *self);
void     readout_saver_take_theirs (ReadoutSaver *self);
gboolean readout_saver_decide (ReadoutSaver           *self,
                               ReadoutMergerDecideFunc decide,
                               gpointer                user_data);

G_END_DECLS
