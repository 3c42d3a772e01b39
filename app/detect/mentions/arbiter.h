/* arbiter.h: names that rules propose against those of the tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

void readout_mention_arbiter_run (ReadoutMentionContext *self);

G_END_DECLS
