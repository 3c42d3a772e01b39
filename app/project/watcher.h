/* watcher.h: what other programs do to a file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/disk-file.h"

G_BEGIN_DECLS

/* Looks at a file whenever something happens to it. */
typedef struct _ReadoutWatcher ReadoutWatcher;

typedef void (*ReadoutWatcherFunc) (ReadoutDiskLook *look, gpointer user_data);

ReadoutWatcher *readout_watcher_new (GFile             *file,
                                     ReadoutDiskFile   *disk,
                                     ReadoutWatcherFunc func,
                                     gpointer           user_data);
void            readout_watcher_look (ReadoutWatcher *self);
void            readout_watcher_free (ReadoutWatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutWatcher, readout_watcher_free)

G_END_DECLS
