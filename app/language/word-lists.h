/* word-lists.h: the word lists inside the library, and a person's own
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *readout_word_list_get (const char *file);
const char *readout_word_list_get_own (const char *file);
gboolean    readout_word_list_set_own (const char *file, const char *lines);
gboolean    readout_word_list_exists (const char *file);
gboolean    readout_word_lists_have_own (void);

G_END_DECLS
