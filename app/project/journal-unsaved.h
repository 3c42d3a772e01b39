/* journal-unsaved.h: how many steps of a journal no file has held
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint readout_journal_count_unsaved (const char *data, gsize n_bytes);

G_END_DECLS
