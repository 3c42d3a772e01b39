/* own-words.h: a person's own entries of the word lists
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean readout_own_words_load (const char *folder, GError **error);
void     readout_own_words_load_async (const char         *folder,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);
gboolean readout_own_words_load_finish (GAsyncResult *result, GError **error);
void     readout_own_words_wait (void);

G_END_DECLS
