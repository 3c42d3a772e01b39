/* disk-file.h: a file that is written by us and perhaps by others
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/atomic.h"
#include "project/journal.h"

G_BEGIN_DECLS

/* What is known of a file.  Shared by the threads that write it and look at
 * it, and by who asked them to. */
typedef struct _ReadoutDiskFile ReadoutDiskFile;

/**
 * ReadoutDiskState:
 * @READOUT_DISK_AS_LEFT: it has the content that was read or written last
 * @READOUT_DISK_GONE: it was there and is not any more
 * @READOUT_DISK_FOREIGN: it has another content
 * @READOUT_DISK_NO_FILE: a folder, a pipe, a device or a socket has its name
 * @READOUT_DISK_TOO_LARGE: it is larger than any file that can be read
 * @READOUT_DISK_UNREADABLE: it, or its folder, cannot be read
 *
 * What a look at a file has found.
 */
typedef enum
{
  READOUT_DISK_AS_LEFT,
  READOUT_DISK_GONE,
  READOUT_DISK_FOREIGN,
  READOUT_DISK_NO_FILE,
  READOUT_DISK_TOO_LARGE,
  READOUT_DISK_UNREADABLE
} ReadoutDiskState;

/**
 * ReadoutDiskLook:
 * @state: what was found
 * @stamp: of what was found
 * @bytes: (nullable): the content, where @state is %READOUT_DISK_FOREIGN
 * @digest: (nullable): SHA-256 of @bytes
 * @error: (nullable): why there are no bytes, with the name of the file, where
 *   @state is one of the last three
 *
 * A look at a file.
 */
typedef struct
{
  ReadoutDiskState state;
  ReadoutFileStamp stamp;
  GBytes          *bytes;
  char            *digest;
  GError          *error;
} ReadoutDiskLook;

/**
 * ReadoutDiskWrite:
 * @bytes: the new content
 * @digest: SHA-256 of @bytes
 * @number: of this write; one with a lower number that comes later is dropped
 * @overwrite: whether to replace what others wrote
 * @journal: (nullable): the journal of the file
 * @journal_number: the number of the save in the journal
 * @overtaken: (out): whether the write was dropped
 * @found: (out) (transfer full) (nullable): what others wrote, where it fails
 *   with %READOUT_ERROR_CHANGED
 *
 * One write.
 */
typedef struct
{
  GBytes          *bytes;
  const char      *digest;
  guint64          number;
  gboolean         overwrite;
  ReadoutJournal  *journal;
  guint64          journal_number;
  gboolean         overtaken;
  ReadoutDiskLook *found;
} ReadoutDiskWrite;

ReadoutDiskFile *readout_disk_file_new (const char             *path,
                                        const ReadoutFileStamp *stamp,
                                        const char             *digest);
ReadoutDiskFile *readout_disk_file_ref (ReadoutDiskFile *self);
void             readout_disk_file_unref (ReadoutDiskFile *self);
gboolean         readout_disk_file_write (ReadoutDiskFile  *self,
                                          ReadoutDiskWrite *write,
                                          GError          **error);
ReadoutDiskLook *readout_disk_file_look (ReadoutDiskFile *self,
                                         GCancellable    *cancellable,
                                         GError         **error);
void             readout_disk_file_accept (ReadoutDiskFile       *self,
                                           const ReadoutDiskLook *look);

gboolean readout_disk_look_is_foreign (const ReadoutDiskLook *self);
char    *readout_disk_look_describe (const ReadoutDiskLook *self);
void     readout_disk_look_free (ReadoutDiskLook *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutDiskFile, readout_disk_file_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutDiskLook, readout_disk_look_free)

G_END_DECLS
