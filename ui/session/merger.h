/* merger.h: what another program has written, taken into the document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/merge.h"
#include "session/session.h"

G_BEGIN_DECLS

/**
 * ReadoutMergerOutcome:
 * @READOUT_MERGER_SAME: the document says what the file does
 * @READOUT_MERGER_AHEAD: the document has what the file says, and more
 * @READOUT_MERGER_ASKED: both sides changed the same items; the person is asked
 * @READOUT_MERGER_REFUSED: the file cannot be merged
 *
 * What came of a merge.
 */
typedef enum
{
  READOUT_MERGER_SAME,
  READOUT_MERGER_AHEAD,
  READOUT_MERGER_ASKED,
  READOUT_MERGER_REFUSED
} ReadoutMergerOutcome;

/**
 * ReadoutMergerAnswer:
 * @READOUT_MERGER_ASK: nobody has answered yet
 * @READOUT_MERGER_MINE: what both changed shall be as it is here
 * @READOUT_MERGER_THEIRS: it shall be as the other program has it
 */
typedef enum
{
  READOUT_MERGER_ASK,
  READOUT_MERGER_MINE,
  READOUT_MERGER_THEIRS
} ReadoutMergerAnswer;

/* For one thing that both sides changed. */
typedef ReadoutMergerAnswer (*ReadoutMergerDecideFunc) (
    const ReadoutConflict *conflict, gpointer user_data);

gboolean             readout_merger_can_merge (ReadoutSession *session);
gboolean             readout_merger_is_about_copy (ReadoutSession *session);
ReadoutMerge        *readout_merger_compare (ReadoutSession *session);
ReadoutMergerOutcome readout_merger_decide (ReadoutSession         *session,
                                            ReadoutMergerDecideFunc decide,
                                            gpointer                user_data);
ReadoutMergerOutcome readout_merger_take_over (ReadoutSession     *session,
                                               ReadoutMergerAnswer answer);

G_END_DECLS
