/* titles.h: offices with all that belongs to them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

void readout_mention_titles_find (ReadoutMentionContext *self);

G_END_DECLS
