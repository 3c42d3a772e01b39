/* batch.h: one act of a person in the making
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "model/document.h"

G_BEGIN_DECLS

/* Inside app/edits only.  A batch lies over the records of a document like a
 * transparent sheet: it is read through, and written upon.  However often a
 * record is touched, it makes one change in the end. */
typedef struct _ReadoutBatch ReadoutBatch;

/**
 * ReadoutIntent:
 * @READOUT_INTENT_EDIT: a person edits this very record
 * @READOUT_INTENT_FOLLOW: the record only follows from what happens to
 *   another one, as a mention does whose actor is merged; a suggestion stays
 *   one that nobody has reviewed, and a rejection stays a rejection
 * @READOUT_INTENT_RAW: the caller writes the review itself
 */
typedef enum
{
  READOUT_INTENT_EDIT,
  READOUT_INTENT_FOLLOW,
  READOUT_INTENT_RAW
} ReadoutIntent;

ReadoutBatch *readout_batch_new (ReadoutDocument    *document,
                                 const ReadoutStamp *stamp);
void          readout_batch_free (ReadoutBatch *self);
gpointer      readout_batch_peek (ReadoutBatch *self, const char *id);
gpointer
readout_batch_edit (ReadoutBatch *self, const char *id, ReadoutIntent intent);
void readout_batch_put (ReadoutBatch *self, gpointer record);
void readout_batch_add (ReadoutBatch *self, gpointer record);
void
readout_batch_relink_all (ReadoutBatch *self, const char *from, const char *to);
void       readout_batch_accept (ReadoutBatch *self, const char *id);
void       readout_batch_reject (ReadoutBatch *self, const char *id);
void       readout_batch_revive (ReadoutBatch *self, const char *id);
GPtrArray *readout_batch_finish (ReadoutBatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutBatch, readout_batch_free)

G_END_DECLS
