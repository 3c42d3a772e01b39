/* lines.h: paragraphs that are too long for a text view
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How many characters a line may have as it is: some 700 words, which hardly
 * any paragraph of an article has. */
#define READOUT_MAX_LINE 4096

char    *readout_lines_break (const char *utf8, gsize n_bytes);
gboolean readout_lines_is_rtl (gunichar c);

G_END_DECLS
