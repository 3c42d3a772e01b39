/* main-thread.h: the thread that draws the window and must not wait
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

void readout_main_thread_keep_free (gboolean keep_free);
void readout_main_thread_check (const char *what);

G_END_DECLS
