/* journal-file.c: the lines of a journal on the disk
 *
 * Lines are appended in the thread of the window, one write() each, and never
 * synced there.  To write the journal anew takes long (JSON, fsync), so it is
 * prepared in that thread and done in another one.  What is appended meanwhile
 * goes to the old file at once and to the end of the new one before that is
 * put in its place: whenever the program is killed, the file that is there
 * holds all lines.  The lock goes from one to the other without a gap.
 *
 * An undo is a line by itself where the journal holds the push of its group,
 * and has the group in it where not.  That differs between the old file and the
 * new one, so that an undo waits for the new file as what it is.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/journal-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "project/atomic.h"
#include "project/journal-aside.h"

#define MAX_BYTES (4 * 1024 * 1024)
#define KEPT_BYTES (MAX_BYTES / 2)

/* How often a file is opened that others replace meanwhile. */
#define MAX_TRIES 10

/* What waits for the new file: a line, or an undo. */
typedef struct
{
  char             *line;  /* NULL for an undo */
  ReadoutUndoGroup *group; /* of an undo */
  guint             index; /* of it in the stack */
} Entry;

struct _ReadoutJournalFile
{
  gatomicrefcount ref_count;
  char           *path;
  ReadoutText    *text;

  GMutex                 mutex; /* over all that follows */
  GCond                  settled;
  int                    fd;    /* -1 where no journal is kept */
  GError                *error; /* why no journal is kept */
  gsize                  n_bytes;
  guint                  first;   /* the oldest group that is in it */
  ReadoutJournalRewrite *pending; /* to be written when somebody settles it */
  GPtrArray             *later;   /* of Entry, since that was prepared */
  gboolean               is_running; /* somebody settles it */
  guint                  generation; /* what runs is void after a release */

  /* Belong to the main thread, but for the source. */
  ReadoutJournalFileChanged changed;
  gpointer                  changed_data;
  gboolean                  is_notifying;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->group, readout_undo_group_free);
  g_free (entry->line);
  g_free (entry);
}

static gboolean
notify_cb (gpointer user_data)
{
  ReadoutJournalFile *self = user_data;

  g_mutex_lock (&self->mutex);
  self->is_notifying = FALSE;
  g_mutex_unlock (&self->mutex);
  if (self->changed != NULL)
    self->changed (self->changed_data);

  return G_SOURCE_REMOVE;
}

/* With the mutex held, as all that follows but the public functions. */
static void
notify (ReadoutJournalFile *self)
{
  if (self->is_notifying)
    return;

  self->is_notifying = TRUE;
  g_idle_add_full (G_PRIORITY_DEFAULT,
                   notify_cb,
                   readout_journal_file_ref (self),
                   (GDestroyNotify)readout_journal_file_unref);
}

/* Takes @error for why no journal is kept, NULL if one is. */
static void
set_error (ReadoutJournalFile *self, GError *error)
{
  if (error != NULL)
    g_info ("No journal is kept: %s", error->message);
  if ((error != NULL) != (self->error != NULL)
      || (error != NULL
          && !g_error_matches (self->error, error->domain, error->code)))
    notify (self);

  g_clear_error (&self->error);
  self->error = error;
}

static GError *
error_new (int code)
{
  return g_error_new_literal (
      G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
}

static GError *
taken_new (void)
{
  return g_error_new_literal (
      G_IO_ERROR,
      G_IO_ERROR_BUSY,
      _ ("the file is open in another window or program"));
}

static void
close_file (ReadoutJournalFile *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
}

static void
drop_rewrite (ReadoutJournalFile *self)
{
  g_clear_pointer (&self->pending, readout_journal_rewrite_free);
  g_clear_pointer (&self->later, g_ptr_array_unref);
}

/* Whether a file is still that of the path: others replace it. */
static gboolean
is_in_place (int fd, const char *path)
{
  struct stat mine;
  struct stat there;

  return fstat (fd, &mine) == 0 && stat (path, &there) == 0
         && mine.st_dev == there.st_dev && mine.st_ino == there.st_ino;
}

/* Opens the file and locks it.  Needs no mutex. */
static int
open_locked (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < MAX_TRIES; i++)
    {
      int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

      if (fd < 0)
        {
          g_propagate_error (error, error_new (errno));
          return -1;
        }
      if (flock (fd, LOCK_EX | LOCK_NB) != 0)
        {
          g_propagate_error (
              error, errno == EWOULDBLOCK ? taken_new () : error_new (errno));
          close (fd);
          return -1;
        }
      if (is_in_place (fd, path))
        return fd;
      close (fd);
    }

  g_propagate_error (error, taken_new ());

  return -1;
}

static void
append_line (ReadoutJournalFile *self, GString *line)
{
  gssize n;

  g_string_append_c (line, '\n');
  if (self->fd < 0)
    return;

  do
    n = write (self->fd, line->str, line->len);
  while (n < 0 && errno == EINTR);

  if (n == (gssize)line->len)
    {
      self->n_bytes += n;
      return;
    }

  /* A journal with a hole is worse than one that ends. */
  set_error (self, error_new (n < 0 ? errno : ENOSPC));
  if (ftruncate (self->fd, self->n_bytes) != 0)
    g_unlink (self->path);
  close_file (self);
}

static void
put_undo (GString                *lines,
          ReadoutText            *text,
          guint                   index,
          const ReadoutUndoGroup *group,
          guint                  *first)
{
  if (index >= *first)
    {
      g_string_append (lines, "{\"undo\":true}");
      return;
    }

  readout_journal_put_group (lines, "undo", text, group);
  *first = index;
}

/* What has been appended since the rewrite was prepared. */
static GBytes *
describe_later (ReadoutJournalFile *self, guint *first)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < self->later->len; i++)
    {
      const Entry *entry = g_ptr_array_index (self->later, i);

      if (entry->line != NULL)
        g_string_append (lines, entry->line);
      else
        put_undo (lines, self->text, entry->index, entry->group, first);
      g_string_append_c (lines, '\n');
    }

  return g_string_free_to_bytes (lines);
}

/* Puts the new file in the place of the old one, with the mutex held: nothing
 * is synced here. */
static gboolean
replace (ReadoutJournalFile *self,
         ReadoutAtomic      *atomic,
         gsize               n_bytes,
         guint               first,
         GError            **error)
{
  g_autoptr (GBytes) later = describe_later (self, &first);
  int fd;

  if (!readout_atomic_append (atomic, later, error))
    return FALSE;
  fd = readout_atomic_place (atomic, error);
  if (fd < 0)
    return FALSE;

  /* It is private also where somebody has removed the old one. */
  if (fchmod (fd, 0600) != 0)
    g_debug ("Cannot make the journal private: %s", g_strerror (errno));
  close_file (self);
  self->fd = fd;
  self->n_bytes = n_bytes + g_bytes_get_size (later);
  self->first = first;
  set_error (self, NULL);

  return TRUE;
}

/* The new file, brought to the disk but not in its place, and locked. */
static ReadoutAtomic *
write_rewrite (ReadoutJournalFile          *self,
               const ReadoutJournalRewrite *rewrite,
               gsize                       *n_bytes,
               guint                       *first,
               GError                     **error)
{
  g_autoptr (GBytes) bytes = readout_journal_rewrite_describe (
      rewrite, self->text, KEPT_BYTES, first);
  g_autoptr (ReadoutAtomic) atomic = readout_atomic_new (self->path, error);

  *n_bytes = g_bytes_get_size (bytes);
  if (atomic == NULL || !readout_atomic_append (atomic, bytes, error)
      || !readout_atomic_sync (atomic, error))
    return NULL;

  return g_steal_pointer (&atomic);
}

/* What is done without the mutex.  The file that @lock is a lock of does not
 * hold what was done meanwhile: it is not written to. */
static void
run_rewrite (ReadoutJournalFile          *self,
             const ReadoutJournalRewrite *rewrite,
             guint                        generation,
             gboolean                     is_open)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutAtomic) atomic = NULL;
  gboolean replaced = FALSE;
  gsize    n_bytes = 0;
  guint    first = 0;
  int      lock = -1;

  if (is_open || (lock = open_locked (self->path, &error)) >= 0)
    atomic = write_rewrite (self, rewrite, &n_bytes, &first, &error);

  g_mutex_lock (&self->mutex);
  if (generation == self->generation)
    {
      if (atomic != NULL)
        replaced = replace (self, atomic, n_bytes, first, &error);
      /* The old file goes on, unless it has been put aside. */
      if (!replaced && self->fd >= 0 && !is_in_place (self->fd, self->path))
        close_file (self);
      if (!replaced && self->fd < 0)
        set_error (self, g_steal_pointer (&error));

      /* One that had to end holds less than the file by now: its steps would
       * be taken for some that another program has thrown out. */
      if (!replaced && lock >= 0
          && readout_journal_rewrite_is_in_step (rewrite))
        g_unlink (self->path);
      drop_rewrite (self);
    }
  g_mutex_unlock (&self->mutex);

  if (replaced)
    readout_atomic_sync_folder (self->path);
  if (lock >= 0)
    close (lock);
}

/**
 * readout_journal_file_new:
 * @path: where it lies
 * @text: the text of the document
 *
 * Returns: (transfer full): a journal that is not open yet
 */
ReadoutJournalFile *
readout_journal_file_new (const char *path, ReadoutText *text)
{
  ReadoutJournalFile *self;

  g_return_val_if_fail (path != NULL && text != NULL, NULL);

  self = g_new0 (ReadoutJournalFile, 1);
  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->settled);
  self->path = g_strdup (path);
  self->text = readout_text_ref (text);
  self->fd = -1;

  return self;
}

/**
 * readout_journal_file_ref:
 * @self: a file
 *
 * Returns: (transfer full): @self
 */
ReadoutJournalFile *
readout_journal_file_ref (ReadoutJournalFile *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_journal_file_unref:
 * @self: (transfer full): a file
 *
 * Gives up a reference; the last one closes the file.
 */
void
readout_journal_file_unref (ReadoutJournalFile *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  close_file (self);
  drop_rewrite (self);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->settled);
  readout_text_unref (self->text);
  g_free (self->path);
  g_free (self);
}

/**
 * readout_journal_file_open:
 * @self: a file
 *
 * Opens the file, which is made where there is none, and locks it.
 *
 * Returns: whether that could be done; see readout_journal_file_check()
 */
gboolean
readout_journal_file_open (ReadoutJournalFile *self)
{
  GError *error = NULL;
  int     fd;

  g_return_val_if_fail (self != NULL, FALSE);

  fd = open_locked (self->path, &error);

  g_mutex_lock (&self->mutex);
  if (fd >= 0)
    {
      close_file (self);
      self->fd = fd;
      set_error (self, NULL);
    }
  else
    set_error (self, error);
  g_mutex_unlock (&self->mutex);

  return fd >= 0;
}

/**
 * readout_journal_file_cut:
 * @self: a file that is open
 * @n_bytes: how much of it stays
 *
 * Goes on behind what was read.
 *
 * Returns: whether that could be done
 */
gboolean
readout_journal_file_cut (ReadoutJournalFile *self, gsize n_bytes)
{
  gboolean is_cut;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  is_cut = self->fd >= 0 && ftruncate (self->fd, n_bytes) == 0;
  if (is_cut)
    self->n_bytes = n_bytes;
  g_mutex_unlock (&self->mutex);

  return is_cut;
}

/**
 * readout_journal_file_give_up:
 * @self: a file
 * @error: (transfer full): why it is not written to
 *
 * Closes the file until it is written anew.
 */
void
readout_journal_file_give_up (ReadoutJournalFile *self, GError *error)
{
  g_return_if_fail (self != NULL && error != NULL);

  g_mutex_lock (&self->mutex);
  close_file (self);
  set_error (self, error);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_append:
 * @self: a file
 * @line: what happened, without a line break
 *
 * Adds a line, from any thread.
 */
void
readout_journal_file_append (ReadoutJournalFile *self, const char *line)
{
  g_autoptr (GString) old = NULL;

  g_return_if_fail (self != NULL && line != NULL);

  old = g_string_new (line);

  g_mutex_lock (&self->mutex);
  if (self->later != NULL)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->line = g_strdup (line);
      g_ptr_array_add (self->later, entry);
    }
  append_line (self, old);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_append_undo:
 * @self: a file
 * @index: of the group in the undo stack
 * @group: the group that was undone
 *
 * Adds the line of an undo.
 */
void
readout_journal_file_append_undo (ReadoutJournalFile     *self,
                                  guint                   index,
                                  const ReadoutUndoGroup *group)
{
  g_autoptr (GString) old = NULL;

  g_return_if_fail (self != NULL && group != NULL);

  old = g_string_new (NULL);

  g_mutex_lock (&self->mutex);
  if (self->later != NULL)
    {
      Entry *entry = g_new0 (Entry, 1);

      entry->group = readout_undo_group_copy (group);
      entry->index = index;
      g_ptr_array_add (self->later, entry);
    }
  put_undo (old, self->text, index, group, &self->first);
  append_line (self, old);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_is_due:
 * @self: a file
 *
 * Returns: whether it had better be written anew, and nobody does so yet
 */
gboolean
readout_journal_file_is_due (ReadoutJournalFile *self)
{
  gboolean is_due;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  is_due = self->later == NULL && (self->n_bytes > MAX_BYTES || self->fd < 0);
  g_mutex_unlock (&self->mutex);

  return is_due;
}

/**
 * readout_journal_file_prepare:
 * @self: a file
 * @rewrite: (transfer full): what it is to hold
 *
 * From now on lines are added to what is to be written, too.  They are kept in
 * memory until somebody calls readout_journal_file_settle().
 */
void
readout_journal_file_prepare (ReadoutJournalFile    *self,
                              ReadoutJournalRewrite *rewrite)
{
  g_return_if_fail (self != NULL && rewrite != NULL);

  g_mutex_lock (&self->mutex);
  self->generation++;
  drop_rewrite (self);
  self->pending = rewrite;
  self->later = g_ptr_array_new_with_free_func (entry_free);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_settle:
 * @self: a file
 *
 * Writes what was prepared, or waits until another thread has.  That takes as
 * long as the disk does.
 */
void
readout_journal_file_settle (ReadoutJournalFile *self)
{
  g_autoptr (ReadoutJournalRewrite) rewrite = NULL;
  guint    generation;
  gboolean is_open;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  while (self->is_running)
    g_cond_wait (&self->settled, &self->mutex);
  rewrite = g_steal_pointer (&self->pending);
  generation = self->generation;
  is_open = self->fd >= 0;
  self->is_running = rewrite != NULL;
  g_mutex_unlock (&self->mutex);

  if (rewrite == NULL)
    return;

  run_rewrite (self, rewrite, generation, is_open);

  g_mutex_lock (&self->mutex);
  self->is_running = FALSE;
  g_cond_broadcast (&self->settled);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_release:
 * @self: a file
 *
 * Closes and unlocks it as it is; what was prepared and is not in its place is
 * void.
 */
void
readout_journal_file_release (ReadoutJournalFile *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  self->generation++;
  drop_rewrite (self);
  close_file (self);
  g_mutex_unlock (&self->mutex);
}

/**
 * readout_journal_file_remove:
 * @self: a file
 *
 * Removes it, where it is open, and closes it.
 */
void
readout_journal_file_remove (ReadoutJournalFile *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  if (self->fd >= 0 && is_in_place (self->fd, self->path))
    g_unlink (self->path);
  g_mutex_unlock (&self->mutex);

  readout_journal_file_release (self);
}

/**
 * readout_journal_file_check:
 * @self: a file
 * @error: return location for an error of %G_IO_ERROR: %G_IO_ERROR_BUSY where
 *   another program has it
 *
 * Returns: whether what is appended is kept
 */
gboolean
readout_journal_file_check (ReadoutJournalFile *self, GError **error)
{
  gboolean is_kept;

  g_return_val_if_fail (self != NULL, FALSE);

  g_mutex_lock (&self->mutex);
  is_kept = self->error == NULL;
  if (!is_kept && error != NULL)
    *error = g_error_copy (self->error);
  g_mutex_unlock (&self->mutex);

  return is_kept;
}

/**
 * readout_journal_file_set_changed:
 * @self: a file
 * @changed: (nullable): what to call when readout_journal_file_check() says
 *   something else
 * @user_data: for @changed
 *
 * It is called in the main thread, in which this has to be called.
 */
void
readout_journal_file_set_changed (ReadoutJournalFile       *self,
                                  ReadoutJournalFileChanged changed,
                                  gpointer                  user_data)
{
  g_return_if_fail (self != NULL);

  self->changed = changed;
  self->changed_data = user_data;
}

static gboolean
move_locked (const char *from, const char *to, int to_fd, GError **error)
{
  g_autofree char *aside = readout_aside_make_path (to);
  struct stat      info;

  if (fstat (to_fd, &info) == 0 && info.st_size > 0
      && g_rename (to, aside) != 0)
    {
      g_propagate_error (error, error_new (errno));
      return FALSE;
    }
  if (g_rename (from, to) != 0)
    {
      g_propagate_error (error, error_new (errno));
      return FALSE;
    }

  return TRUE;
}

/**
 * readout_journal_file_move:
 * @from: the path of a journal, which need not be there
 * @to: that of another one
 * @error: return location for an error of %G_IO_ERROR: %G_IO_ERROR_BUSY where
 *   another program has one of them
 *
 * Gives a journal another name.  If there is one of that name already it is put
 * aside; see journal-aside.c.
 *
 * Returns: whether there is nothing at @from any more
 */
gboolean
readout_journal_file_move (const char *from, const char *to, GError **error)
{
  gboolean is_moved = FALSE;
  int      from_fd;
  int      to_fd;

  g_return_val_if_fail (from != NULL && to != NULL, FALSE);

  if (!g_file_test (from, G_FILE_TEST_EXISTS))
    return TRUE;

  from_fd = open_locked (from, error);
  if (from_fd < 0)
    return FALSE;

  to_fd = open_locked (to, error);
  if (to_fd >= 0)
    {
      is_moved = move_locked (from, to, to_fd, error);
      close (to_fd);
    }
  close (from_fd);

  return is_moved;
}
