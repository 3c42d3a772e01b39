/* merge-same.h: whether two records stand for one thing
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

gboolean readout_merge_is_same (const ReadoutRecord *a,
                                const ReadoutRecord *b,
                                gboolean             is_known);

G_END_DECLS
