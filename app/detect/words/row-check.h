/* row-check.h: whether a row of a word list is as it should be
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean readout_word_row_is_known_list (const char *file);
gboolean readout_word_row_check (const char        *file,
                                 const char *const *fields,
                                 GError           **error);

G_END_DECLS
