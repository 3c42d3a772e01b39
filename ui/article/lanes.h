/* lanes.h: which underline lane each span gets
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/span.h"

G_BEGIN_DECLS

/* As many lanes as a line gap has room for; deeper spans get no lane. */
#define READOUT_N_LANES 5
#define READOUT_NO_LANE G_MAXUINT8

guint
readout_lanes_assign (const ReadoutSpan *spans, guint n_spans, guint8 *lanes);

G_END_DECLS
