/* settings.h: what the program remembers between runs
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *readout_settings_new (void);
char      *readout_settings_dup_user_name (void);

G_END_DECLS
