/* saver.h: each edit on the disk within a second
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_SAVER (readout_saver_get_type ())

/* Writes what is done to the document of a session, whichever that is, and
 * tells of what others write into its file.
 *
 * Properties (all notify):
 *   "saved-status"    string, nullable: "Saved 18:04" and such */
G_DECLARE_FINAL_TYPE (ReadoutSaver, readout_saver, READOUT, SAVER, GObject)

ReadoutSaver *readout_saver_new (ReadoutSession *session);

void readout_saver_set_delays (ReadoutSaver *self, const guint *delays);
void readout_saver_set_patience (ReadoutSaver *self, guint milliseconds);
void readout_saver_save_now (ReadoutSaver *self);
void readout_saver_drop (ReadoutSaver *self);

/* Whether closing now would lose something, and writing it before closing. */
gboolean readout_saver_needs_saving (ReadoutSaver *self);
char    *readout_saver_describe_unsaved (ReadoutSaver *self);
void     readout_saver_flush_async (ReadoutSaver       *self,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean readout_saver_flush_finish (ReadoutSaver *self,
                                     GAsyncResult *result,
                                     GError      **error);

G_END_DECLS
