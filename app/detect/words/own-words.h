/* own-words.h: a person's own entries of the word lists
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean readout_own_words_load (const char *folder, GError **error);

G_END_DECLS
