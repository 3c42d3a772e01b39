/* atomic.c: files that are replaced wholly or not at all
 *
 * The bytes go to a new file in the same folder, which is brought to the disk
 * (fsync) before it takes the name of the old one (rename), and then the
 * folder is; so that at every moment, whatever breaks off, the name leads to
 * the whole old or the whole new content.  See rename(2), and for why the
 * order of the two fsync matters: Pillai et al., "All File Systems Are Not
 * Created Equal", OSDI 2014.
 *
 * A name stands for the file that it leads to: what is replaced is the file
 * behind a symbolic link, and the link stays.  Only regular files are
 * replaced; a device, a pipe or a socket of that name is left alone.
 *
 * g_file_set_contents_full() does much of that, but neither follows symbolic
 * links nor keeps permissions, and cannot tell the identity of the new file
 * before it is in place, which the store needs to know its own writes again.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define _GNU_SOURCE /* O_TMPFILE */

#include "config.h"

#include "project/atomic.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/display-name.h"
#include "base/main-thread.h"
#include "project/read-file.h"

#define MAX_LINKS 40

/* A temporary file is called ".readout-", some of a digest of the name that
 * it is for, "-" and a random number: short, whatever the other name is, which
 * may be as long as the file system allows. */
#define TEMPORARY_PREFIX ".readout-"
#define DIGEST_CHARS 8
#define RANDOM_CHARS 16

/* One that is older is of a program that was killed between the two steps of
 * naming and renaming it. */
#define STALE_SECONDS 60

struct _ReadoutAtomic
{
  char       *path;      /* As it was given, for messages. */
  char       *target;    /* Where it leads to. */
  char       *temporary; /* NULL while the new file has no name. */
  struct stat old;       /* All zero where there is no old file. */
  int         fd;
};

static gboolean
fail (GError **error, int code, const char *path)
{
  g_autofree char *name = readout_display_name (path);

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (code),
               _ ("Cannot write “%s”: %s"),
               name,
               g_strerror (code));

  return FALSE;
}

/* Says what is there and cannot be replaced. */
static gboolean
refuse (GError **error, mode_t mode, const char *path)
{
  g_autofree char *name = readout_display_name (path);

  g_set_error (error,
               G_IO_ERROR,
               S_ISDIR (mode) ? G_IO_ERROR_IS_DIRECTORY
                              : G_IO_ERROR_NOT_REGULAR_FILE,
               _ ("Cannot write “%s”: %s"),
               name,
               readout_read_describe_mode (mode));

  return FALSE;
}

/* Where a path leads to, also if nothing is there yet. */
static char *
follow_links (const char *path)
{
  char *target = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *link = g_file_read_link (target, NULL);
      g_autofree char *folder = NULL;

      if (link == NULL)
        break;

      /* A “..” is left to the system: the folder may be a link itself. */
      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_path_is_absolute (link)
                   ? g_strdup (link)
                   : g_build_filename (folder, link, NULL);
    }

  return target;
}

/* Finds the file that a path stands for and what is known of it, which is all
 * zero where there is none yet.  Returns %NULL if it is nothing that can be
 * replaced. */
static char *
find_target (const char *path, struct stat *old, GError **error)
{
  g_autofree char *target = NULL;

  memset (old, 0, sizeof *old);
  /* First what the system finds: the links of /proc/self/fd read as names that
   * need not lead anywhere. */
  if (stat (path, old) != 0)
    {
      if (errno != ENOENT)
        {
          fail (error, errno, path);
          return NULL;
        }
      return follow_links (path);
    }

  target = follow_links (path);
  if (S_ISREG (old->st_mode) && lstat (target, old) != 0)
    fail (error, errno, path);
  else if (!S_ISREG (old->st_mode))
    refuse (error, old->st_mode, path);
  else
    return g_steal_pointer (&target);

  return NULL;
}

/* What the names of the temporary files for base begin with. */
static char *
make_prefix (const char *base)
{
  g_autofree char *digest
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, base, -1);

  return g_strdup_printf (TEMPORARY_PREFIX "%.*s-", (int)DIGEST_CHARS, digest);
}

/* A name beside target that no file has. */
static char *
make_name (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *prefix = make_prefix (base);
  g_autofree char *name = g_strdup_printf (
      "%s%08x%08x", prefix, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* Opens a new file in the folder of the old one.  It has no name where the file
 * system allows that, so that nothing is left of it if the program is killed.
 * Nobody else can read it while it has not got the old one's permissions. */
static gboolean
open_temporary (ReadoutAtomic *self)
{
  g_autofree char *folder = g_path_get_dirname (self->target);
  mode_t           mode = self->old.st_mode != 0 ? 0600 : 0666;

  self->fd = g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (self->fd >= 0
      || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return self->fd >= 0;

  self->temporary = make_name (self->target);
  self->fd
      = g_open (self->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (self->fd >= 0)
    return TRUE;

  g_clear_pointer (&self->temporary, g_free);

  return FALSE;
}

/* Gives the file a name, if it has none; see open(2) on O_TMPFILE. */
static gboolean
name_temporary (ReadoutAtomic *self)
{
  g_autofree char *link = NULL;

  if (self->temporary != NULL)
    return TRUE;

  link = g_strdup_printf ("/proc/self/fd/%d", self->fd);
  self->temporary = make_name (self->target);
  if (linkat (AT_FDCWD, link, AT_FDCWD, self->temporary, AT_SYMLINK_FOLLOW)
      == 0)
    return TRUE;

  g_clear_pointer (&self->temporary, g_free);

  return FALSE;
}

static gboolean
write_all (int fd, const char *data, gsize n_bytes)
{
  while (n_bytes > 0)
    {
      gssize n = write (fd, data, n_bytes);

      if (n < 0 && errno != EINTR)
        return FALSE;
      if (n > 0)
        {
          data += n;
          n_bytes -= n;
        }
    }

  return TRUE;
}

/* The owner first, because changing it clears mode bits.  A file that changes
 * hands must not lend the rights of its new owner to who runs it. */
static gboolean
keep_permissions (int fd, const struct stat *old, const char *target)
{
  mode_t mode = old->st_mode & 07777;

  if ((old->st_uid != geteuid () || old->st_gid != getegid ())
      && fchown (fd, old->st_uid, old->st_gid) != 0)
    {
      g_debug ("Cannot keep the owner of %s", target);
      mode &= 0777;
      /* The group by itself may be one of ours. */
      if (fchown (fd, -1, old->st_gid) != 0)
        g_debug ("Cannot keep the group of %s", target);
    }

  return fchmod (fd, mode) == 0;
}

/* Tells the stamp that the new file will have, and asks whether it is still to
 * come.  Returns 0 or an errno. */
static int
announce (int fd, ReadoutAtomicReady ready, gpointer user_data)
{
  ReadoutFileStamp stamp = { 0 };
  struct stat      info;

  if (fstat (fd, &info) != 0)
    return errno;

  if (ready != NULL)
    {
      readout_file_stamp_from_stat (&info, &stamp);

      /* To be renamed is a change: who looks at the file next learns when. */
      stamp.changed_seconds = 0;
      stamp.changed_nanoseconds = 0;
      if (!ready (&stamp, user_data))
        return ECANCELED;
    }

  return 0;
}

/* After a failure of the folder's fsync the content is in place all the same,
 * and some file systems cannot do it: not an error. */
static void
sync_folder (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int              fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;

  fsync (fd);
  close (fd);
}

static gboolean
is_random (const char *ending)
{
  return strlen (ending) == RANDOM_CHARS
         && strspn (ending, "0123456789abcdef") == RANDOM_CHARS;
}

/* At first a temporary file for NAME was called .NAME.RANDOM. */
static gboolean
is_old_temporary (const char *name, const char *base)
{
  gsize length = strlen (base);

  return name[0] == '.' && strncmp (name + 1, base, length) == 0
         && name[1 + length] == '.' && is_random (name + 2 + length);
}

/**
 * readout_file_stamp_read:
 * @path: a file
 * @stamp: (out): its stamp
 *
 * Returns: whether the file could be looked at; one that does not exist can
 */
gboolean
readout_file_stamp_read (const char *path, ReadoutFileStamp *stamp)
{
  struct stat info;

  g_return_val_if_fail (path != NULL && stamp != NULL, FALSE);

  readout_main_thread_check ("Looking at a file");
  memset (stamp, 0, sizeof *stamp);
  if (stat (path, &info) != 0)
    return errno == ENOENT || errno == ENOTDIR;

  readout_file_stamp_from_stat (&info, stamp);

  return TRUE;
}

/**
 * readout_file_stamp_from_stat:
 * @info: what the system knows of a file, all zero where there is none
 * @stamp: (out): its stamp
 *
 * Takes the stamp from what is known already.
 */
void
readout_file_stamp_from_stat (const struct stat *info, ReadoutFileStamp *stamp)
{
  g_return_if_fail (info != NULL && stamp != NULL);

  memset (stamp, 0, sizeof *stamp);
  if (info->st_mode == 0)
    return;

  stamp->exists = TRUE;
  stamp->device = info->st_dev;
  stamp->inode = info->st_ino;
  stamp->size = info->st_size;
  stamp->seconds = info->st_mtim.tv_sec;
  stamp->nanoseconds = info->st_mtim.tv_nsec;
  stamp->changed_seconds = info->st_ctim.tv_sec;
  stamp->changed_nanoseconds = info->st_ctim.tv_nsec;
}

/**
 * readout_file_stamp_equal:
 * @a: a stamp
 * @b: another one
 *
 * Returns: whether both are of the same file with the same content
 */
gboolean
readout_file_stamp_equal (const ReadoutFileStamp *a, const ReadoutFileStamp *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->exists == b->exists && a->device == b->device
         && a->inode == b->inode && a->size == b->size
         && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds
         && a->changed_seconds == b->changed_seconds
         && a->changed_nanoseconds == b->changed_nanoseconds;
}

/**
 * readout_atomic_resolve:
 * @path: a file that is to be replaced or made
 *
 * Returns: (transfer full): a name of the file that would be replaced, which is
 *   the same for all names that lead to it, also while it is not there
 */
char *
readout_atomic_resolve (const char *path)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  char            *real;
  char            *resolved;

  g_return_val_if_fail (path != NULL, NULL);

  target = follow_links (path);
  folder = g_path_get_dirname (target);
  real = realpath (folder, NULL);
  if (real == NULL)
    return g_steal_pointer (&target);

  base = g_path_get_basename (target);
  resolved = g_build_filename (real, base, NULL);
  free (real);

  return resolved;
}

/**
 * readout_atomic_check:
 * @path: a file that is to be replaced or made
 * @error: return location for an error of the domain %G_IO_ERROR:
 *   %G_IO_ERROR_IS_DIRECTORY or %G_IO_ERROR_NOT_REGULAR_FILE where something
 *   else has that name
 *
 * For those who do long work before they write, or read the file first.
 *
 * Returns: whether @path leads to a regular file or to nothing yet
 */
gboolean
readout_atomic_check (const char *path, GError **error)
{
  g_autofree char *target = NULL;
  struct stat      old;

  g_return_val_if_fail (path != NULL, FALSE);

  target = find_target (path, &old, error);

  return target != NULL;
}

/**
 * readout_atomic_new:
 * @path: the file to replace or to make
 * @error: return location for an error of the domain %G_IO_ERROR, as from
 *   readout_atomic_check()
 *
 * Begins a new content of a file, which takes the place of the old one with
 * readout_atomic_end().  Symbolic links are followed, permissions are kept, and
 * the owner, too, if the system allows.
 *
 * Returns: (transfer full) (nullable): the new content, %NULL on error
 */
ReadoutAtomic *
readout_atomic_new (const char *path, GError **error)
{
  g_autoptr (ReadoutAtomic) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  readout_main_thread_check ("Writing a file");
  self = g_new0 (ReadoutAtomic, 1);
  self->fd = -1;
  self->path = g_strdup (path);
  self->target = find_target (path, &self->old, error);
  if (self->target == NULL)
    return NULL;
  if (!open_temporary (self))
    {
      fail (error, errno, path);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * readout_atomic_free:
 * @self: (transfer full) (nullable): a new content
 *
 * Gives it up; the old one stays.
 */
void
readout_atomic_free (ReadoutAtomic *self)
{
  if (self == NULL)
    return;

  if (self->fd >= 0)
    close (self->fd);
  if (self->temporary != NULL)
    g_unlink (self->temporary);
  g_free (self->temporary);
  g_free (self->target);
  g_free (self->path);
  g_free (self);
}

/**
 * readout_atomic_append:
 * @self: a new content
 * @bytes: what is to be added to it
 * @error: return location for an error of the domain %G_IO_ERROR
 *
 * After an error nothing can be done but to give it up.
 *
 * Returns: whether it was written
 */
gboolean
readout_atomic_append (ReadoutAtomic *self, GBytes *bytes, GError **error)
{
  gsize       n_bytes;
  const char *data;

  g_return_val_if_fail (self != NULL && bytes != NULL, FALSE);

  data = g_bytes_get_data (bytes, &n_bytes);

  return write_all (self->fd, data, n_bytes) || fail (error, errno, self->path);
}

static int
steal_fd (ReadoutAtomic *self)
{
  int fd = self->fd;

  self->fd = -1;

  return fd;
}

/**
 * readout_atomic_sync:
 * @self: a new content
 * @error: return location for an error of %G_IO_ERROR
 *
 * Brings what was appended to the disk, but not into its place.
 *
 * Returns: whether it is there
 */
gboolean
readout_atomic_sync (ReadoutAtomic *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->old.st_mode != 0
      && !keep_permissions (self->fd, &self->old, self->target))
    return fail (error, errno, self->path);

  return fsync (self->fd) == 0 || fail (error, errno, self->path);
}

/**
 * readout_atomic_place:
 * @self: a new content
 * @error: return location for an error of %G_IO_ERROR
 *
 * Puts the content in its place without waiting for the disk, for which
 * readout_atomic_sync() and readout_atomic_sync_folder() are.  The file is
 * locked (flock) before it is there, and goes on being open.
 *
 * Returns: its descriptor, which the caller has to close; -1 on error
 */
int
readout_atomic_place (ReadoutAtomic *self, GError **error)
{
  g_return_val_if_fail (self != NULL, -1);

  if (flock (self->fd, LOCK_EX | LOCK_NB) != 0 || !name_temporary (self)
      || g_rename (self->temporary, self->target) != 0)
    {
      fail (error, errno, self->path);
      return -1;
    }

  g_clear_pointer (&self->temporary, g_free);

  return steal_fd (self);
}

/* Brings the new content to the disk and into its place.  Returns 0 or an
 * errno. */
static int
put_in_place (ReadoutAtomic *self, ReadoutAtomicReady ready, gpointer user_data)
{
  int code;

  if (self->old.st_mode != 0
      && !keep_permissions (self->fd, &self->old, self->target))
    return errno;
  if (fsync (self->fd) != 0)
    return errno;
  code = announce (self->fd, ready, user_data);
  if (code != 0)
    return code;
  if (!name_temporary (self))
    return errno;
  if (close (steal_fd (self)) != 0)
    return errno;
  if (g_rename (self->temporary, self->target) != 0)
    return errno;

  g_clear_pointer (&self->temporary, g_free);
  sync_folder (self->target);

  return 0;
}

/**
 * readout_atomic_end:
 * @self: (transfer full): a new content
 * @ready: (nullable): called with the stamp that the new file will have, when
 *   its content is on the disk and before it takes the place of the old one;
 *   %FALSE from it leaves the old one there
 * @user_data: for @ready
 * @error: return location for an error of the domain %G_IO_ERROR:
 *   %G_IO_ERROR_CANCELLED if @ready did not want it any more
 *
 * Replaces the file.
 *
 * Returns: whether the new content is in place; the old one is otherwise
 */
gboolean
readout_atomic_end (ReadoutAtomic     *self,
                    ReadoutAtomicReady ready,
                    gpointer           user_data,
                    GError           **error)
{
  gboolean is_in_place;
  int      code;

  g_return_val_if_fail (self != NULL, FALSE);

  code = put_in_place (self, ready, user_data);
  is_in_place = code == 0 || fail (error, code, self->path);
  readout_atomic_free (self);

  return is_in_place;
}

/**
 * readout_atomic_write:
 * @path: the file to replace or to make
 * @bytes: its new content
 * @ready: (nullable): as for readout_atomic_end()
 * @user_data: for @ready
 * @error: return location for an error of the domain %G_IO_ERROR
 *
 * Replaces a file at once, as readout_atomic_new() and readout_atomic_end() do.
 *
 * Returns: whether the new content is in place; the old one is otherwise
 */
gboolean
readout_atomic_write (const char        *path,
                      GBytes            *bytes,
                      ReadoutAtomicReady ready,
                      gpointer           user_data,
                      GError           **error)
{
  g_autoptr (ReadoutAtomic) self = NULL;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  self = readout_atomic_new (path, error);

  return self != NULL && readout_atomic_append (self, bytes, error)
         && readout_atomic_end (
             g_steal_pointer (&self), ready, user_data, error);
}

/**
 * readout_atomic_sync_folder:
 * @path: a file that was put in its place
 *
 * Brings to the disk that it is there.
 */
void
readout_atomic_sync_folder (const char *path)
{
  g_autofree char *target = NULL;

  g_return_if_fail (path != NULL);

  target = follow_links (path);
  sync_folder (target);
}

/**
 * readout_atomic_clean:
 * @path: a file
 *
 * Removes what killed programs have left of their writes to @path.
 */
void
readout_atomic_clean (const char *path)
{
  g_autofree char *target = NULL;
  g_autofree char *folder = NULL;
  g_autofree char *base = NULL;
  g_autofree char *prefix = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (path != NULL);

  target = follow_links (path);
  folder = g_path_get_dirname (target);
  base = g_path_get_basename (target);
  prefix = make_prefix (base);
  dir = g_dir_open (folder, 0, NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *left = NULL;
      struct stat      info;

      if (!is_old_temporary (name, base)
          && !(g_str_has_prefix (name, prefix)
               && is_random (name + strlen (prefix))))
        continue;

      left = g_build_filename (folder, name, NULL);
      if (lstat (left, &info) == 0 && S_ISREG (info.st_mode)
          && g_get_real_time () / G_USEC_PER_SEC - info.st_mtim.tv_sec
                 > STALE_SECONDS)
        g_unlink (left);
    }
}

/**
 * readout_atomic_is_temporary:
 * @path: a file
 *
 * Returns: whether @path has the name of a new content that is not in its
 *   place yet, be it ours or another program's of our kind
 */
gboolean
readout_atomic_is_temporary (const char *path)
{
  g_autofree char *base = NULL;
  const char      *digest;

  g_return_val_if_fail (path != NULL, FALSE);

  base = g_path_get_basename (path);
  if (!g_str_has_prefix (base, TEMPORARY_PREFIX))
    return FALSE;
  digest = base + strlen (TEMPORARY_PREFIX);

  return strspn (digest, "0123456789abcdef") == DIGEST_CHARS
         && digest[DIGEST_CHARS] == '-'
         && is_random (digest + DIGEST_CHARS + 1);
}
