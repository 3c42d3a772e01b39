/* journal-file.h: the lines of a journal on the disk
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "model/undo-group.h"
#include "project/journal-rewrite.h"

G_BEGIN_DECLS

typedef struct _ReadoutJournalFile ReadoutJournalFile;

typedef void (*ReadoutJournalFileChanged) (gpointer user_data);

ReadoutJournalFile *readout_journal_file_new (const char  *path,
                                              ReadoutText *text);
ReadoutJournalFile *readout_journal_file_ref (ReadoutJournalFile *self);
void                readout_journal_file_unref (ReadoutJournalFile *self);
gboolean            readout_journal_file_open (ReadoutJournalFile *self);
gboolean readout_journal_file_cut (ReadoutJournalFile *self, gsize n_bytes);
void     readout_journal_file_give_up (ReadoutJournalFile *self, GError *error);
void readout_journal_file_append (ReadoutJournalFile *self, const char *line);
void readout_journal_file_append_undo (ReadoutJournalFile     *self,
                                       guint                   index,
                                       const ReadoutUndoGroup *group);
gboolean readout_journal_file_is_due (ReadoutJournalFile *self);
void     readout_journal_file_prepare (ReadoutJournalFile    *self,
                                       ReadoutJournalRewrite *rewrite);
void     readout_journal_file_settle (ReadoutJournalFile *self);
void     readout_journal_file_release (ReadoutJournalFile *self);
void     readout_journal_file_remove (ReadoutJournalFile *self);
gboolean readout_journal_file_check (ReadoutJournalFile *self, GError **error);
void     readout_journal_file_set_changed (ReadoutJournalFile       *self,
                                           ReadoutJournalFileChanged changed,
                                           gpointer                  user_data);

gboolean
readout_journal_file_move (const char *from, const char *to, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutJournalFile, readout_journal_file_unref)

G_END_DECLS
