/* journal-replay.h: what a journal says, read back
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

#define READOUT_JOURNAL_FORMAT "readout-journal"
#define READOUT_JOURNAL_VERSION 1

/**
 * ReadoutReplay:
 * @groups: (element-type ReadoutUndoGroup): the undo stack at the base
 * @position: the position in it
 * @steps: (element-type ReadoutReplayStep): what was done after the base
 * @last_save: the highest number of a save
 * @n_bytes: how far the journal is well formed
 *
 * A journal seen from its base: the state that the annotation file has.
 */
typedef struct
{
  GPtrArray *groups;
  guint      position;
  GPtrArray *steps;
  guint64    last_save;
  gsize      n_bytes;
} ReadoutReplay;

typedef enum
{
  READOUT_REPLAY_PUSH,
  READOUT_REPLAY_UNDO,
  READOUT_REPLAY_REDO
} ReadoutReplayVerb;

typedef struct
{
  ReadoutReplayVerb verb;
  ReadoutUndoGroup *group; /* of a push; of an undo of an older group */
  gsize             end;   /* where its line ends in the journal */
} ReadoutReplayStep;

ReadoutReplay *readout_replay_read (const char  *data,
                                    gsize        n_bytes,
                                    ReadoutText *text,
                                    const char  *file_sha256);
GPtrArray     *readout_replay_read_steps (const char  *data,
                                          gsize        n_bytes,
                                          ReadoutText *text,
                                          guint       *n_saved);
void           readout_replay_free (ReadoutReplay *self);
guint readout_replay_apply (ReadoutReplay *self, ReadoutDocument *document);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutReplay, readout_replay_free)

G_END_DECLS
