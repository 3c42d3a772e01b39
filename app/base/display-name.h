/* display-name.h: names of files, to be shown
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *readout_display_plain (const char *name);
char *readout_display_name (const char *name);
char *readout_display_basename (const char *path);

G_END_DECLS
