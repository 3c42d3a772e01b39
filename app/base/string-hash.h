/* string-hash.h: a hash of strings that nobody can foresee
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 readout_string_hash_keyed (const char *string, const guint64 key[2]);
guint   readout_string_hash (gconstpointer string);

G_END_DECLS
