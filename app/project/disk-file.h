/* disk-file.h: a file that is written by us and perhaps by others
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/atomic.h"
#include "project/journal.h"

G_BEGIN_DECLS

/**
 * ReadoutDiskFile:
 * @mutex: over all of it
 * @stamp: of the file as it was read or written last
 * @digest: (nullable): SHA-256 of its bytes, %NULL where there is none
 * @last_written: the number of the write that succeeded last
 *
 * What is known of a file.  Shared by the threads that write it.
 */
typedef struct
{
  GMutex           mutex;
  ReadoutFileStamp stamp;
  char            *digest;
  guint64          last_written;
} ReadoutDiskFile;

/**
 * ReadoutDiskWrite:
 * @path: the file
 * @bytes: its new content
 * @digest: SHA-256 of @bytes
 * @number: of this write; one with a lower number that comes later is dropped
 * @overwrite: whether to replace what others wrote
 * @is_elsewhere: whether @path is another file than the one that is known,
 *   which is known from then on
 * @journal: the journal of @path
 * @journal_number: the number of the save in the journal
 * @overtaken: (out): whether the write was dropped
 *
 * One write.
 */
typedef struct
{
  const char     *path;
  GBytes         *bytes;
  const char     *digest;
  guint64         number;
  gboolean        overwrite;
  gboolean        is_elsewhere;
  ReadoutJournal *journal;
  guint64         journal_number;
  gboolean        overtaken;
} ReadoutDiskWrite;

void     readout_disk_file_init (ReadoutDiskFile *self);
void     readout_disk_file_clear (ReadoutDiskFile *self);
gboolean readout_disk_file_write (ReadoutDiskFile  *self,
                                  ReadoutDiskWrite *write,
                                  GError          **error);
gboolean readout_disk_file_is_foreign (ReadoutDiskFile  *self,
                                       const char       *path,
                                       ReadoutFileStamp *stamp);
void     readout_disk_file_accept (ReadoutDiskFile  *self,
                                   const char       *path,
                                   ReadoutFileStamp *stamp);

G_END_DECLS
