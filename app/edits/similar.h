/* similar.h: how alike two records are
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/* Inside app/edits only. */

/**
 * ReadoutSimilar:
 * @found: what a detector found
 * @record: another record of the same kind
 * @score: (inout): how similar they are
 *
 * Returns: whether they are similar in one of the ways below
 */
typedef gboolean (*ReadoutSimilar) (const ReadoutRecord *found,
                                    const ReadoutRecord *record,
                                    guint               *score);

const ReadoutSpanList *readout_similar_get_key (const ReadoutRecord *record,
                                                ReadoutSpan         *span,
                                                ReadoutSpanList     *list);
gboolean               readout_similar_compare (const ReadoutRecord *found,
                                                const ReadoutRecord *record,
                                                ReadoutSimilar       similar,
                                                guint               *score);
gboolean               readout_similar_same (const ReadoutRecord *found,
                                             const ReadoutRecord *record,
                                             guint               *score);
gboolean               readout_similar_about (const ReadoutRecord *found,
                                              const ReadoutRecord *record,
                                              guint               *score);
gboolean               readout_similar_repeats (const ReadoutRecord *found,
                                                const ReadoutRecord *record,
                                                guint               *score);

G_END_DECLS
