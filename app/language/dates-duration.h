/* dates-duration.h: lengths of time, and dates counted in them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/dates-grammar.h"

G_BEGIN_DECLS

guint readout_date_match_count (const ReadoutDateParser *self, guint i);
guint readout_date_match_duration (const ReadoutDateParser *self,
                                   guint                    i,
                                   ReadoutDateMatch        *match);

G_END_DECLS
