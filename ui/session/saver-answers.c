/* saver-answers.c: what the person says of a file that others have written
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/saver-answers.h"

#include "session/saver-private.h"

/**
 * readout_saver_keep_mine:
 * @self: a saver
 *
 * Writes what is open over what another program has written, or, where that
 * can be merged, what both changed as it is here.
 */
void
readout_saver_keep_mine (ReadoutSaver *self)
{
  ReadoutStore *store;

  g_return_if_fail (READOUT_IS_SAVER (self));

  store = readout_saver_get_store (self);
  if (store == NULL)
    return;

  if (readout_merger_can_merge (readout_saver_get_session (self)))
    {
      ReadoutMergerOutcome outcome = readout_merger_take_over (
          readout_saver_get_session (self), READOUT_MERGER_MINE);

      if (outcome != READOUT_MERGER_REFUSED)
        {
          readout_saver_end_merge (self, outcome);
          return;
        }
    }

  readout_store_keep_mine (store);
  readout_session_announce (
      readout_saver_get_session (self), READOUT_PROBLEM_CHANGED, NULL);
  readout_saver_save_now (self);
}

/**
 * readout_saver_take_theirs:
 * @self: a saver
 *
 * Takes over what another program has written, with what both changed as it
 * has it.  What was changed here alone stays.
 */
void
readout_saver_take_theirs (ReadoutSaver *self)
{
  ReadoutStore *store;

  g_return_if_fail (READOUT_IS_SAVER (self));

  store = readout_saver_get_store (self);
  if (store != NULL
      && readout_merger_can_merge (readout_saver_get_session (self)))
    readout_saver_end_merge (
        self,
        readout_merger_take_over (readout_saver_get_session (self),
                                  READOUT_MERGER_THEIRS));
}

/**
 * readout_saver_decide:
 * @self: a saver
 * @decide: (scope call): what is to become of each item that both sides changed
 * @user_data: for @decide
 *
 * Takes over what another program has written, with what both changed as
 * @decide says.  What is asked for is what both sides say now; nothing happens
 * if @decide leaves any of it open.
 *
 * Returns: whether it was taken over
 */
gboolean
readout_saver_decide (ReadoutSaver           *self,
                      ReadoutMergerDecideFunc decide,
                      gpointer                user_data)
{
  ReadoutStore        *store;
  ReadoutMergerOutcome outcome;

  g_return_val_if_fail (READOUT_IS_SAVER (self), FALSE);
  g_return_val_if_fail (decide != NULL, FALSE);

  store = readout_saver_get_store (self);
  if (store == NULL
      || !readout_merger_can_merge (readout_saver_get_session (self)))
    return FALSE;

  outcome = readout_merger_decide (
      readout_saver_get_session (self), decide, user_data);
  readout_saver_end_merge (self, outcome);

  return outcome == READOUT_MERGER_SAME || outcome == READOUT_MERGER_AHEAD;
}
