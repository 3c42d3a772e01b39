/* clauses.h: where a content ends
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"

G_BEGIN_DECLS

/* Participles below this share, in percent, are seldom cues ("finding"). */
#define READOUT_CLAUSES_MIN_PARTICIPLE_SHARE 35

guint readout_clauses_skip_according (const ReadoutSyntax *syntax, guint i);

gint32 readout_clauses_opens_quotation (const ReadoutSyntax *syntax, guint i);

gint32 readout_clauses_closes_quotation (const ReadoutSyntax *syntax, guint i);

gboolean readout_clauses_is_participle_cue (const ReadoutSyntax *syntax,
                                            guint                i,
                                            guint                end);

guint readout_clauses_find_end (const ReadoutSyntax *syntax,
                                guint                first,
                                guint                end,
                                gboolean             is_noun);

G_END_DECLS
