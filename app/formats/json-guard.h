/* json-guard.h: what must hold before a JSON parser sees the bytes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define READOUT_JSON_MAX_DEPTH 64
#define READOUT_JSON_MAX_BYTES ((gsize)256 * 1024 * 1024)
#define READOUT_JSON_MAX_MEMBERS 4096
/* What json-glib may take for the values of a file, in bytes. */
#define READOUT_JSON_MAX_MEMORY 2000000000
/* Of one object, names that g_str_hash() gives the same value. */
#define READOUT_JSON_MAX_SAME_HASH 32

gboolean readout_json_guard_check (const char *data,
                                   gsize       n_bytes,
                                   guint64     first_line,
                                   GError    **error);

G_END_DECLS
