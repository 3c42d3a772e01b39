/* journal-rewrite.h: a journal written anew from the undo stack
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"
#include "model/undo-group.h"
#include "model/undo-stack.h"

G_BEGIN_DECLS

/* The undo stack as it was at one moment.  It does not change any more, and any
 * thread can make lines of it. */
typedef struct _ReadoutJournalRewrite ReadoutJournalRewrite;

ReadoutJournalRewrite *readout_journal_rewrite_new (ReadoutUndoStack *stack,
                                                    guint64           number,
                                                    const char *file_sha256);
void     readout_journal_rewrite_free (ReadoutJournalRewrite *self);
gboolean readout_journal_rewrite_is_in_step (const ReadoutJournalRewrite *self);
GBytes  *readout_journal_rewrite_describe (const ReadoutJournalRewrite *self,
                                           ReadoutText                 *text,
                                           gsize  max_bytes,
                                           guint *first);

void readout_journal_put_digest (GString    *lines,
                                 guint64     number,
                                 const char *file_sha256);
void readout_journal_put_group (GString                *lines,
                                const char             *member,
                                ReadoutText            *text,
                                const ReadoutUndoGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutJournalRewrite,
                               readout_journal_rewrite_free)

G_END_DECLS
