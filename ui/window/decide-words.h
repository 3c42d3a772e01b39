/* decide-words.h: what two sides say of an item, in words for people
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"
#include "edits/merge-describe.h"

G_BEGIN_DECLS

/**
 * ReadoutDecideLine:
 * @name: (nullable): the member that it is about; %NULL if it is about the
 *   whole item
 * @values: (array fixed-size=3): what each ReadoutSide says; %NULL where
 *   nothing is to be shown
 * @changed: (array fixed-size=3): whether that side changed it
 * @is_empty: (array fixed-size=3): whether that side has nothing there, which
 *   its value says by a dash
 *
 * One line of what differs, all of it owned.
 */
typedef struct
{
  char    *name;
  char    *values[READOUT_N_SIDES];
  gboolean changed[READOUT_N_SIDES];
  gboolean is_empty[READOUT_N_SIDES];
} ReadoutDecideLine;

GPtrArray  *readout_decide_words_new (ReadoutText        *text,
                                      const ReadoutMerge *merge,
                                      guint               index);
char       *readout_decide_words_isolate (const char *words);
char       *readout_decide_words_before (GPtrArray *lines);
char       *readout_decide_words_side (GPtrArray *lines, ReadoutSide side);
char       *readout_decide_words_title (ReadoutText        *text,
                                        const ReadoutMerge *merge,
                                        guint               index);
const char *readout_decide_words_kind (const ReadoutMerge *merge, guint index);

G_END_DECLS
