/* atomic.h: files that are replaced wholly or not at all
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/**
 * ReadoutFileStamp:
 * @exists: whether there is a file; all else is zero where there is none
 * @device: the file system
 * @inode: the file in it
 * @size: in bytes
 * @seconds: time of the last change of the content
 * @nanoseconds: its fraction of a second
 * @changed_seconds: time of the last change of anything, which nobody can set
 *   back; zero where it is not known yet
 * @changed_nanoseconds: its fraction of a second
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
  gint64   changed_seconds;
  gint64   changed_nanoseconds;
} ReadoutFileStamp;

typedef gboolean (*ReadoutAtomicReady) (const ReadoutFileStamp *stamp,
                                        gpointer                user_data);

/* A new content of a file that is not in its place yet. */
typedef struct _ReadoutAtomic ReadoutAtomic;

gboolean readout_file_stamp_read (const char *path, ReadoutFileStamp *stamp);
void     readout_file_stamp_from_stat (const struct stat *info,
                                       ReadoutFileStamp  *stamp);
gboolean readout_file_stamp_equal (const ReadoutFileStamp *a,
                                   const ReadoutFileStamp *b);
char    *readout_atomic_resolve (const char *path);
gboolean readout_atomic_check (const char *path, GError **error);
ReadoutAtomic *readout_atomic_new (const char *path, GError **error);
void           readout_atomic_free (ReadoutAtomic *self);
gboolean
readout_atomic_append (ReadoutAtomic *self, GBytes *bytes, GError **error);
gboolean readout_atomic_sync (ReadoutAtomic *self, GError **error);
int      readout_atomic_place (ReadoutAtomic *self, GError **error);
gboolean readout_atomic_end (ReadoutAtomic     *self,
                             ReadoutAtomicReady ready,
                             gpointer           user_data,
                             GError           **error);
gboolean readout_atomic_write (const char        *path,
                               GBytes            *bytes,
                               ReadoutAtomicReady ready,
                               gpointer           user_data,
                               GError           **error);
void     readout_atomic_sync_folder (const char *path);
void     readout_atomic_clean (const char *path);
gboolean readout_atomic_is_temporary (const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAtomic, readout_atomic_free)

G_END_DECLS
