/* ending.h: what is not saved is written before the program ends
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How long the writes may take. */
#define READOUT_ENDING_SECONDS 5

gboolean readout_ending_is_needed (GtkApplication *application);
void     readout_ending_begin_async (GtkApplication     *application,
                                     GAsyncReadyCallback callback,
                                     gpointer            user_data);
gboolean readout_ending_finish (GtkApplication *application,
                                GAsyncResult   *result);

G_END_DECLS
