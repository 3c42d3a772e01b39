/* read-file.h: files that are read whole, whatever they turn out to be
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

const char *readout_read_describe_mode (mode_t mode);

GBytes *readout_read_path (const char   *path,
                           gsize         max_bytes,
                           GCancellable *cancellable,
                           struct stat  *info,
                           GError      **error);
GBytes *readout_read_file (GFile        *file,
                           gsize         max_bytes,
                           GCancellable *cancellable,
                           GError      **error);

G_END_DECLS
