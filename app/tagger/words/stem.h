/* stem.h: the stem of a word
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64 readout_stem_hash (const char *lower, gsize n_bytes);

G_END_DECLS
