/* file-name.h: what a file is called, for people
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *readout_file_name_plain (GFile *file);
char *readout_file_name_short (GFile *file);
char *readout_file_name_long (GFile *file);

G_END_DECLS
