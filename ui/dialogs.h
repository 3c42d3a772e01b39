/* dialogs.h: questions that the window asks
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* All that depends on the version of GTK, behind functions shaped like those
 * of GtkFileDialog and GtkAlertDialog (4.10).  A finish function returns NULL
 * or -1 without an error when the person has given no answer. */

void   readout_dialogs_open_async (GtkWindow          *parent,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GFile *readout_dialogs_open_finish (GtkWindow    *parent,
                                    GAsyncResult *result,
                                    GError      **error);
void   readout_dialogs_save_async (GtkWindow          *parent,
                                   GFile              *folder,
                                   const char         *name,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);
GFile *readout_dialogs_save_finish (GtkWindow    *parent,
                                    GAsyncResult *result,
                                    GError      **error);

/* Buttons in order, the first one the safe answer and the one of Escape; the
 * last one does what cannot be undone. */
void readout_dialogs_ask_async (GtkWindow          *parent,
                                const char         *heading,
                                const char         *detail,
                                const char *const  *buttons,
                                GAsyncReadyCallback callback,
                                gpointer            user_data);
int  readout_dialogs_ask_finish (GtkWindow    *parent,
                                 GAsyncResult *result,
                                 GError      **error);

G_END_DECLS
