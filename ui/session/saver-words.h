/* saver-words.h: what is said of saving
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *readout_saver_describe_left (GFile *file, const GError *error);
char *readout_saver_describe_retry (const GError *error, guint delay);
void  readout_saver_append_unsaved (GString      *lines,
                                    GFile        *file,
                                    const GError *reason);

G_END_DECLS
