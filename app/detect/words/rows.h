/* rows.h: the rows of a word list inside the library
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *readout_word_rows_read (const char *name);

G_END_DECLS
