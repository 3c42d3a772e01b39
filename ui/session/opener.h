/* opener.h: the one door by which a document comes in
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/saver.h"
#include "session/session.h"
#include "session/suggester.h"

G_BEGIN_DECLS

#define READOUT_TYPE_OPENER (readout_opener_get_type ())

/* Every way of opening goes through here, and whoever asked last wins: what
 * was being loaded before is cancelled.  What is open already stays as it is.
 * Detection starts by itself unless
 * the document brings annotations. */
G_DECLARE_FINAL_TYPE (ReadoutOpener, readout_opener, READOUT, OPENER, GObject)

ReadoutOpener *readout_opener_new (ReadoutSession   *session,
                                   ReadoutSaver     *saver,
                                   ReadoutSuggester *suggester);

gboolean readout_opener_has_open (ReadoutOpener *self, GFile *file);
void     readout_opener_open_async (ReadoutOpener      *self,
                                    GFile              *file,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data);
gboolean readout_opener_open_finish (ReadoutOpener *self,
                                     GAsyncResult  *result,
                                     GError       **error);
void     readout_opener_restore_async (ReadoutOpener      *self,
                                       GFile              *file,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean readout_opener_restore_finish (ReadoutOpener *self,
                                        GAsyncResult  *result,
                                        GError       **error);
void     readout_opener_open_text_async (ReadoutOpener      *self,
                                         const char         *text,
                                         const char         *name,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
void     readout_opener_open_sample_async (ReadoutOpener      *self,
                                           GAsyncReadyCallback callback,
                                           gpointer            user_data);
void     readout_opener_reload (ReadoutOpener *self);

G_END_DECLS
