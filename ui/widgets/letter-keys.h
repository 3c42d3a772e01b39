/* letter-keys.h: single letters that run the window's actions
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

const char *readout_letter_keys_match (GdkEvent *event,
                                       gboolean  assigning,
                                       gboolean *is_prefix);
const char *readout_letter_keys_find (guint           keyval,
                                      GdkModifierType modifiers,
                                      gboolean        assigning);

G_END_DECLS
