/* journal.h: every step of an editing session, on disk as it is made
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

typedef struct _ReadoutJournal ReadoutJournal;

ReadoutJournal *readout_journal_open (const char      *uri,
                                      ReadoutDocument *document,
                                      const char      *file_sha256,
                                      guint           *n_recovered);
ReadoutJournal *readout_journal_begin (const char      *uri,
                                       ReadoutDocument *document);
ReadoutJournal *readout_journal_ref (ReadoutJournal *self);
void            readout_journal_unref (ReadoutJournal *self);
void            readout_journal_follow (ReadoutJournal *self);
void            readout_journal_settle (ReadoutJournal *self);
void            readout_journal_release (ReadoutJournal *self);
void            readout_journal_close (ReadoutJournal *self);
void            readout_journal_remove (ReadoutJournal *self);
gboolean        readout_journal_is_ahead (const char  *uri,
                                          ReadoutText *text,
                                          const char  *file_sha256);
gboolean
readout_journal_move (const char *from_uri, const char *to_uri, GError **error);
void readout_journal_move_aside (const char *from_uri, const char *to_uri);
void readout_journal_leave_aside (const char *from_uri, const char *to_uri);

guint64 readout_journal_begin_save (ReadoutJournal *self);
void    readout_journal_note_digest (ReadoutJournal *self,
                                     guint64         number,
                                     const char     *file_sha256);
void    readout_journal_end_save (ReadoutJournal *self,
                                  guint64         number,
                                  const char     *file_sha256);

void     readout_journal_mark (ReadoutJournal *self, const char *file_sha256);
gboolean readout_journal_check (ReadoutJournal *self, GError **error);
void     readout_journal_set_changed (ReadoutJournal *self,
                                      void (*changed) (gpointer user_data),
                                      gpointer user_data);

char *readout_journal_get_path (const char *uri);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutJournal, readout_journal_unref)

G_END_DECLS
