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
 * A disk may not answer for hours.  What waits for it, a look or a write, has
 * nothing locked that anybody else needs: the lock over what is known is never
 * held while the disk is asked for something.  So the window can always ask
 * what is known, and a look that hangs does not keep a write from trying.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/disk-file.h"

#include <glib/gi18n-lib.h>

#include "base/display-name.h"
#include "base/error.h"
#include "formats/json-guard.h"
#include "project/read-file.h"

/* How often a write begins again as another program has written meanwhile. */
#define MAX_TRIES 10

struct _ReadoutDiskFile
{
  gatomicrefcount ref_count;
  char           *path;

  /* One write at a time.  Held while the disk works, so that only threads take
   * it that have nothing else to do. */
  GMutex  writing;
  guint64 last_written; /* the number of the write that succeeded last */

  /* Over what follows.  Held for some copies of it only. */
  GMutex           mutex;
  ReadoutFileStamp stamp;  /* of the file as it was read or written last */
  char            *digest; /* SHA-256 of its bytes, NULL where it has none */
  char            *coming; /* that of the write under way; NULL without one */
  guint64          n_news; /* how often the first two have been replaced */
};

/* What a look begins with. */
typedef struct
{
  ReadoutFileStamp stamp;
  guint64          n_news;
} Known;

/* What replaces the file. */
typedef struct
{
  ReadoutDiskFile *file;
  gboolean         overwrite;
  ReadoutFileStamp stamp; /* that it will have */
} Replacement;

static Known
get_known (ReadoutDiskFile *self)
{
  Known known;

  g_mutex_lock (&self->mutex);
  known.stamp = self->stamp;
  known.n_news = self->n_news;
  g_mutex_unlock (&self->mutex);

  return known;
}

/* To be called with the mutex held. */
static void
set_known (ReadoutDiskFile        *self,
           const ReadoutFileStamp *stamp,
           const char             *digest)
{
  self->stamp = *stamp;
  g_free (self->digest);
  self->digest = g_strdup (digest);
  self->n_news++;
}

static ReadoutDiskState
get_state_of_error (const GError *error)
{
  if (g_error_matches (error, READOUT_ERROR, READOUT_ERROR_LIMIT))
    return READOUT_DISK_TOO_LARGE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE)
      || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_IS_DIRECTORY))
    return READOUT_DISK_NO_FILE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return READOUT_DISK_GONE;

  return READOUT_DISK_UNREADABLE;
}

/* Reads what is there unless its stamp is known.  The limit is that of the
 * reader of annotations: what is larger can be none, whatever it holds. */
static ReadoutDiskLook *
look_once (const char             *path,
           const ReadoutFileStamp *known,
           GCancellable           *cancellable)
{
  ReadoutDiskLook *look = g_new0 (ReadoutDiskLook, 1);
  struct stat      info;

  if (readout_file_stamp_read (path, &look->stamp)
      && (!look->stamp.exists
          || readout_file_stamp_equal (&look->stamp, known)))
    {
      look->state
          = look->stamp.exists ? READOUT_DISK_AS_LEFT : READOUT_DISK_GONE;
      return look;
    }

  look->bytes = readout_read_path (
      path, READOUT_JSON_MAX_BYTES, cancellable, &info, &look->error);
  readout_file_stamp_from_stat (&info, &look->stamp);
  if (look->bytes != NULL)
    {
      look->state = READOUT_DISK_FOREIGN;
      look->digest
          = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, look->bytes);
    }
  else
    look->state = get_state_of_error (look->error);

  return look;
}

static void
forget_content (ReadoutDiskLook *look)
{
  g_clear_pointer (&look->bytes, g_bytes_unref);
  g_clear_pointer (&look->digest, g_free);
}

/* Compares what was found with what is known by now.  FALSE if that has become
 * another while the disk was asked, so that the answer says nothing. */
static gboolean
judge (ReadoutDiskFile *self, ReadoutDiskLook *look, const Known *known)
{
  gboolean is_same;
  gboolean is_valid;

  g_mutex_lock (&self->mutex);
  is_valid = self->n_news == known->n_news;
  is_same = look->digest != NULL && g_strcmp0 (look->digest, self->digest) == 0;

  /* A file that was touched has its stamp learned; one that a write under way
   * is about to replace, or has replaced, is left to that write. */
  if (is_valid && is_same && self->coming == NULL)
    self->stamp = look->stamp;
  if (look->digest != NULL && g_strcmp0 (look->digest, self->coming) == 0)
    is_same = TRUE;
  if (look->state == READOUT_DISK_GONE && !self->stamp.exists)
    is_same = TRUE;
  g_mutex_unlock (&self->mutex);

  if (is_valid && is_same)
    {
      look->state = READOUT_DISK_AS_LEFT;
      forget_content (look);
    }

  return is_valid;
}

/* Returns %NULL only if it was cancelled. */
static ReadoutDiskLook *
look_at_file (ReadoutDiskFile *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (ReadoutDiskLook) look = NULL;
  Known known;

  /* Each turn but the first is for a write that has ended meanwhile. */
  do
    {
      g_clear_pointer (&look, readout_disk_look_free);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      known = get_known (self);
      look = look_once (self->path, &known.stamp, cancellable);
    }
  while (!judge (self, look, &known));

  if (g_error_matches (look->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&look->error));
      return NULL;
    }

  return g_steal_pointer (&look);
}

/* Whether another program's file stands in the way, which is told. */
static gboolean
check_foreign (ReadoutDiskFile *self, ReadoutDiskWrite *write, GError **error)
{
  g_autoptr (ReadoutDiskLook) look = look_at_file (self, NULL, NULL);
  g_autofree char *told = NULL;
  g_autofree char *name = NULL;

  if (!readout_disk_look_is_foreign (look))
    return TRUE;

  told = readout_disk_look_describe (look);
  name = readout_display_basename (self->path);
  if (told != NULL)
    g_set_error_literal (error, READOUT_ERROR, READOUT_ERROR_CHANGED, told);
  else
    g_set_error (error,
                 READOUT_ERROR,
                 READOUT_ERROR_CHANGED,
                 _ ("“%s” has been changed by another program"),
                 name);
  write->found = g_steal_pointer (&look);

  return FALSE;
}

/* Whether the file has the content already. */
static gboolean
is_written (ReadoutDiskFile *self, const ReadoutDiskWrite *write)
{
  ReadoutFileStamp known;
  ReadoutFileStamp now;
  gboolean         is_same;

  g_mutex_lock (&self->mutex);
  known = self->stamp;
  is_same = g_strcmp0 (write->digest, self->digest) == 0;
  g_mutex_unlock (&self->mutex);

  return is_same && readout_file_stamp_read (self->path, &now) && now.exists
         && readout_file_stamp_equal (&now, &known);
}

/* To bring the new content to the disk takes time, in which another program may
 * have written: what is there now must be what was looked at. */
static gboolean
ready_cb (const ReadoutFileStamp *stamp, gpointer user_data)
{
  Replacement     *replacement = user_data;
  ReadoutDiskFile *self = replacement->file;
  ReadoutFileStamp now;
  gboolean         is_same;

  replacement->stamp = *stamp;
  if (replacement->overwrite || !readout_file_stamp_read (self->path, &now)
      || !now.exists)
    return TRUE;

  g_mutex_lock (&self->mutex);
  is_same = readout_file_stamp_equal (&now, &self->stamp);
  g_mutex_unlock (&self->mutex);

  return is_same;
}

static gboolean
replace (ReadoutDiskFile *self, const ReadoutDiskWrite *write, GError **error)
{
  Replacement replacement = { .file = self, .overwrite = write->overwrite };
  gboolean    ok;

  if (g_str_has_prefix (self->path, g_get_user_data_dir ()))
    {
      g_autofree char *folder = g_path_get_dirname (self->path);

      g_mkdir_with_parents (folder, 0700);
    }

  g_mutex_lock (&self->mutex);
  self->coming = g_strdup (write->digest);
  g_mutex_unlock (&self->mutex);

  ok = readout_atomic_write (
      self->path, write->bytes, ready_cb, &replacement, error);

  g_mutex_lock (&self->mutex);
  if (ok)
    set_known (self, &replacement.stamp, write->digest);
  g_clear_pointer (&self->coming, g_free);
  g_mutex_unlock (&self->mutex);

  return ok;
}

/* Replaces the file unless another program has written it.  If one does so
 * again and again meanwhile, the save fails. */
static gboolean
check_and_replace (ReadoutDiskFile  *self,
                   ReadoutDiskWrite *write,
                   GError          **error)
{
  for (guint i = 1;; i++)
    {
      g_autoptr (GError) own = NULL;

      if (!write->overwrite && !check_foreign (self, write, error))
        return FALSE;
      if (i == 1 && write->journal != NULL)
        readout_journal_note_digest (
            write->journal, write->journal_number, write->digest);

      /* What is on the disk already need not be written again. */
      if (is_written (self, write) || replace (self, write, &own))
        return TRUE;
      if (i == MAX_TRIES
          || !g_error_matches (own, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          g_propagate_error (error, g_steal_pointer (&own));
          return FALSE;
        }
    }
}

static gboolean
write_alone (ReadoutDiskFile *self, ReadoutDiskWrite *write, GError **error)
{
  if (self->last_written > write->number)
    {
      write->overtaken = TRUE;
      return TRUE;
    }
  /* A folder or a pipe of that name is in the way; nobody has changed the file,
   * and what it holds cannot be kept or reloaded. */
  if (!readout_atomic_check (self->path, error))
    return FALSE;
  if (!check_and_replace (self, write, error))
    return FALSE;

  self->last_written = write->number;

  return TRUE;
}

/**
 * readout_disk_file_new:
 * @path: (nullable): the file, %NULL for one on another computer, which is
 *   neither written nor looked at
 * @stamp: (nullable): its stamp when it was read, if it was
 * @digest: (nullable): SHA-256 of its bytes, if it was read
 *
 * Returns: (transfer full): what is known of the file
 */
ReadoutDiskFile *
readout_disk_file_new (const char             *path,
                       const ReadoutFileStamp *stamp,
                       const char             *digest)
{
  ReadoutDiskFile *self = g_new0 (ReadoutDiskFile, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->writing);
  g_mutex_init (&self->mutex);
  self->path = g_strdup (path);
  self->digest = g_strdup (digest);
  if (stamp != NULL)
    self->stamp = *stamp;

  return self;
}

/**
 * readout_disk_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
ReadoutDiskFile *
readout_disk_file_ref (ReadoutDiskFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_disk_file_unref:
 * @self: (transfer full): a file
 *
 * Gives up a reference, which threads can have, too.
 */
void
readout_disk_file_unref (ReadoutDiskFile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_mutex_clear (&self->writing);
  g_mutex_clear (&self->mutex);
  g_free (self->path);
  g_free (self->digest);
  g_free (self->coming);
  g_free (self);
}

/**
 * readout_disk_file_write:
 * @self: a file
 * @write: what to write
 * @error: return location for an error: %READOUT_ERROR_CHANGED, or of
 *   %G_IO_ERROR
 *
 * Writes the file, unless it is there as wanted already or a later write was
 * faster.  Waits for the disk and for another write.
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

  if (self->path == NULL)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Only files on this computer can be saved to"));
      return FALSE;
    }

  g_mutex_lock (&self->writing);
  ok = write_alone (self, write, error);
  g_mutex_unlock (&self->writing);

  return ok;
}

/**
 * readout_disk_file_look:
 * @self: a file
 * @cancellable: (nullable): to stop it
 * @error: return location for %G_IO_ERROR_CANCELLED
 *
 * Looks whether another program has changed the file since it was read or
 * written.  Waits for the disk, but neither for a write under way nor for
 * another look.
 *
 * Returns: (transfer full) (nullable): what was found, %NULL if it was
 *   cancelled
 */
ReadoutDiskLook *
readout_disk_file_look (ReadoutDiskFile *self,
                        GCancellable    *cancellable,
                        GError         **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->path == NULL)
    return g_new0 (ReadoutDiskLook, 1);

  return look_at_file (self, cancellable, error);
}

/**
 * readout_disk_file_accept:
 * @self: a file
 * @look: what was found there
 *
 * Takes what was found for known, so that the next write replaces it: but only
 * that, and not what may have come after it.  Does not look at the disk.
 */
void
readout_disk_file_accept (ReadoutDiskFile *self, const ReadoutDiskLook *look)
{
  g_return_if_fail (self != NULL && look != NULL);

  g_mutex_lock (&self->mutex);
  set_known (self, &look->stamp, look->digest);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_disk_look_is_foreign:
 * @self: a look at a file
 *
 * Returns: whether another program has put something else there.  A file that
 *   has gone is not in the way, nor is a disk that gives no answer.
 */
gboolean
readout_disk_look_is_foreign (const ReadoutDiskLook *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (self->state)
    {
    case READOUT_DISK_FOREIGN:
    case READOUT_DISK_NO_FILE:
    case READOUT_DISK_TOO_LARGE:
      return TRUE;

    case READOUT_DISK_UNREADABLE:
      return self->stamp.exists;

    case READOUT_DISK_AS_LEFT:
    case READOUT_DISK_GONE:
    default:
      return FALSE;
    }
}

/**
 * readout_disk_look_describe:
 * @self: a look at a file
 *
 * Returns: (transfer full) (nullable): what to tell a person of what another
 *   program has put there, if that is nothing that can be read
 */
char *
readout_disk_look_describe (const ReadoutDiskLook *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!readout_disk_look_is_foreign (self) || self->error == NULL)
    return NULL;

  return g_strdup_printf (
      /* Translators: what follows says what that is, with the file's name */
      _ ("Another program has put something else in the place of the "
         "annotations.  %s"),
      self->error->message);
}

/**
 * readout_disk_look_free:
 * @self: (transfer full): a look at a file
 *
 * Frees it.
 */
void
readout_disk_look_free (ReadoutDiskLook *self)
{
  g_return_if_fail (self != NULL);

  forget_content (self);
  g_clear_error (&self->error);
  g_free (self);
}
