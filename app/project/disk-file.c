/* disk-file.c: a file that is written by us and perhaps by others
 *
 * A file is known again by its stamp (inode, size, time), which is noted before
 * the new file takes its name, so that our own write is never mistaken for
 * another program's; where stamps differ the content decides, since files are
 * touched, and copied back and forth, without being changed.
 *
 * Between the look at the file and the rename there is a moment in which a
 * write of another program goes unseen: there is no lock that all programs
 * respect.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/disk-file.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"

static char *
digest_file (const char *path)
{
  g_autofree char *data = NULL;
  gsize            length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;

  return g_compute_checksum_for_data (
      G_CHECKSUM_SHA256, (const guchar *)data, length);
}

/* Whether the file is as it was left, or not there. */
static gboolean
is_ours (ReadoutDiskFile *self, const char *path, ReadoutFileStamp *now)
{
  g_autofree char *digest = NULL;

  if (!readout_file_stamp_read (path, now) || !now->exists
      || readout_file_stamp_equal (now, &self->stamp))
    return TRUE;

  digest = digest_file (path);
  if (digest == NULL || g_strcmp0 (digest, self->digest) != 0)
    return FALSE;

  self->stamp = *now;

  return TRUE;
}

static void
ready_cb (const ReadoutFileStamp *stamp, gpointer user_data)
{
  ((ReadoutDiskFile *)user_data)->stamp = *stamp;
}

static gboolean
write_locked (ReadoutDiskFile *self, ReadoutDiskWrite *write, GError **error)
{
  ReadoutFileStamp old = self->stamp;
  ReadoutFileStamp now;

  if (self->last_written > write->number)
    {
      write->overtaken = TRUE;
      return TRUE;
    }

  /* A folder or a pipe of that name is in the way; nobody has changed the file,
   * and what it holds cannot be kept or reloaded. */
  if (!readout_atomic_check (write->path, error))
    return FALSE;
  if (!write->is_elsewhere && !write->overwrite
      && !is_ours (self, write->path, &now))
    {
      g_autofree char *name = g_filename_display_basename (write->path);

      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_CHANGED,
                   _ ("“%s” has been changed by another program"),
                   name);
      return FALSE;
    }

  readout_journal_note_digest (
      write->journal, write->journal_number, write->digest);

  /* What is on the disk already need not be written again. */
  if (!write->is_elsewhere && g_strcmp0 (write->digest, self->digest) == 0
      && readout_file_stamp_read (write->path, &now) && now.exists
      && readout_file_stamp_equal (&now, &self->stamp))
    {
      self->last_written = write->number;
      return TRUE;
    }

  if (g_str_has_prefix (write->path, g_get_user_data_dir ()))
    {
      g_autofree char *folder = g_path_get_dirname (write->path);

      g_mkdir_with_parents (folder, 0700);
    }

  if (!readout_atomic_write (write->path, write->bytes, ready_cb, self, error))
    {
      self->stamp = old;
      return FALSE;
    }

  g_free (self->digest);
  self->digest = g_strdup (write->digest);
  self->last_written = write->number;

  return TRUE;
}

/**
 * readout_disk_file_init:
 * @self: (out caller-allocates): a zeroed file
 *
 * Prepares a file of which nothing is known.
 */
void
readout_disk_file_init (ReadoutDiskFile *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_init (&self->mutex);
}

/**
 * readout_disk_file_clear:
 * @self: a file
 *
 * Frees what is known.
 */
void
readout_disk_file_clear (ReadoutDiskFile *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->digest, g_free);
  g_mutex_clear (&self->mutex);
}

/**
 * readout_disk_file_write:
 * @self: a file
 * @write: what to write
 * @error: return location for an error: %READOUT_ERROR_CHANGED, or of
 *   %G_IO_ERROR
 *
 * Writes the file, unless it is there as wanted already or a later write was
 * faster.  Can run in any thread.
 *
 * Returns: whether there was no error
 */
gboolean
readout_disk_file_write (ReadoutDiskFile  *self,
                         ReadoutDiskWrite *write,
                         GError          **error)
{
  gboolean ok;

  g_return_val_if_fail (self != NULL && write != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  ok = write_locked (self, write, error);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/**
 * readout_disk_file_is_foreign:
 * @self: a file
 * @path: its path
 * @stamp: (out): its stamp now
 *
 * Does not wait while the file is being written, and says no.
 *
 * Returns: whether another program has written it since it was read or written
 */
gboolean
readout_disk_file_is_foreign (ReadoutDiskFile  *self,
                              const char       *path,
                              ReadoutFileStamp *stamp)
{
  gboolean ours;

  g_return_val_if_fail (self != NULL && path != NULL, FALSE);
  g_return_val_if_fail (stamp != NULL, FALSE);

  if (!g_mutex_trylock (&self->mutex))
    return FALSE;
  ours = is_ours (self, path, stamp);
  g_mutex_unlock (&self->mutex);

  return !ours;
}

/**
 * readout_disk_file_accept:
 * @self: a file
 * @path: its path
 * @stamp: (out): its stamp now
 *
 * Takes the file as it is for known, so that the next write replaces it.
 */
void
readout_disk_file_accept (ReadoutDiskFile  *self,
                          const char       *path,
                          ReadoutFileStamp *stamp)
{
  g_return_if_fail (self != NULL && path != NULL && stamp != NULL);

  g_mutex_lock (&self->mutex);
  readout_file_stamp_read (path, &self->stamp);
  *stamp = self->stamp;
  g_free (self->digest);
  self->digest = digest_file (path);
  g_mutex_unlock (&self->mutex);
}
