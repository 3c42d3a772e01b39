/* atomic.h: files that are replaced wholly or not at all
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * ReadoutFileStamp:
 * @exists: whether there is a file; all else is zero where there is none
 * @device: the file system
 * @inode: the file in it
 * @size: in bytes
 * @seconds: time of the last change of the content
 * @nanoseconds: its fraction of a second
 *
 * By what a file is known again that nobody has written to since.
 */
typedef struct
{
  gboolean exists;
  guint64  device;
  guint64  inode;
  guint64  size;
  gint64   seconds;
  gint64   nanoseconds;
} ReadoutFileStamp;

typedef void (*ReadoutAtomicReady) (const ReadoutFileStamp *stamp,
                                    gpointer                user_data);

gboolean readout_file_stamp_read (const char *path, ReadoutFileStamp *stamp);
gboolean readout_file_stamp_equal (const ReadoutFileStamp *a,
                                   const ReadoutFileStamp *b);
gboolean readout_atomic_write (const char        *path,
                               GBytes            *bytes,
                               ReadoutAtomicReady ready,
                               gpointer           user_data,
                               GError           **error);
void     readout_atomic_clean (const char *path);

G_END_DECLS
