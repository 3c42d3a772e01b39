/* work.h: how often a long loop looks whether it is cancelled
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Each of so many rounds of a loop looks; a power of two. */
#define READOUT_WORK_ROUNDS 128

/**
 * readout_work_is_cancelled:
 * @cancellable: (nullable): what the work is cancelled by
 * @done: how many rounds of a loop are done; goes up by one each time
 *
 * For loops over what there may be a million of, such as tokens, mentions and
 * records: whoever cancels gets an answer in the time of some rounds, and the
 * loop is not slower.  A round that takes long, such as one over all words of a
 * sentence, calls g_cancellable_is_cancelled() itself.
 *
 * A loop that ends so leaves its work half done.  Nobody looks at that: all
 * loops behind it end at once too, as they all look in their first round.
 *
 * Returns: whether to stop
 */
static inline gboolean
readout_work_is_cancelled (GCancellable *cancellable, guint done)
{
  return done % READOUT_WORK_ROUNDS == 0
         && g_cancellable_is_cancelled (cancellable);
}

G_END_DECLS
