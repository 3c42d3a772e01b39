/* atomic.c: files that are replaced wholly or not at all
 *
 * The bytes go to a new file in the same folder, which is brought to the disk
 * (fsync) before it takes the name of the old one (rename), and then the
 * folder is; so that at every moment, whatever breaks off, the name leads to
 * the whole old or the whole new content.  See rename(2), and for why the
 * order of the two fsync matters: Pillai et al., "All File Systems Are Not
 * Created Equal", OSDI 2014.
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
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MAX_LINKS 40

/* What a temporary file has behind the name of the file it is for. */
#define SUFFIX_CHARS 16

/* One that is older is of a program that was killed between the two steps of
 * naming and renaming it. */
#define STALE_SECONDS 60

static gboolean
fail (GError **error, int code, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (code),
               _ ("Cannot write “%s”: %s"),
               name,
               g_strerror (code));

  return FALSE;
}

static void
fill_stamp (ReadoutFileStamp *stamp, const struct stat *info)
{
  stamp->exists = TRUE;
  stamp->device = info->st_dev;
  stamp->inode = info->st_ino;
  stamp->size = info->st_size;
  stamp->seconds = info->st_mtim.tv_sec;
  stamp->nanoseconds = info->st_mtim.tv_nsec;
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

      folder = g_path_get_dirname (target);
      g_free (target);
      target = g_canonicalize_filename (link, folder);
    }

  return target;
}

/* A name beside target that no file has. */
static char *
make_name (const char *target)
{
  g_autofree char *folder = g_path_get_dirname (target);
  g_autofree char *base = g_path_get_basename (target);
  g_autofree char *name = g_strdup_printf (
      ".%s.%08x%08x", base, g_random_int (), g_random_int ());

  return g_build_filename (folder, name, NULL);
}

/* Opens a new file in the folder of target, which has no name where the file
 * system allows that, so that nothing is left of it if the program is killed;
 * otherwise *path is its name. */
static int
open_temporary (const char *target, char **path)
{
  g_autofree char *folder = g_path_get_dirname (target);
  int              fd = g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666);

  *path = NULL;
  if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR && errno != ENOENT))
    return fd;

  *path = make_name (target);

  return g_open (*path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
}

/* Gives the file a name, if it has none; see open(2) on O_TMPFILE. */
static gboolean
name_temporary (int fd, const char *target, char **path)
{
  g_autofree char *link = NULL;

  if (*path != NULL)
    return TRUE;

  link = g_strdup_printf ("/proc/self/fd/%d", fd);
  *path = make_name (target);
  if (linkat (AT_FDCWD, link, AT_FDCWD, *path, AT_SYMLINK_FOLLOW) == 0)
    return TRUE;

  g_clear_pointer (path, g_free);

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

/* The owner first, because changing it clears mode bits. */
static gboolean
keep_permissions (int fd, const struct stat *old, const char *target)
{
  if ((old->st_uid != geteuid () || old->st_gid != getegid ())
      && fchown (fd, old->st_uid, old->st_gid) != 0)
    g_debug ("Cannot keep the owner of %s", target);

  return fchmod (fd, old->st_mode & 07777) == 0;
}

/* Brings the content to the disk, with the permissions of the old file, if
 * there is one.  Returns 0 or the code of what failed, as errno has it. */
static int
fill_temporary (int                fd,
                GBytes            *bytes,
                const struct stat *old,
                const char        *target)
{
  if (!write_all (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)))
    return errno;
  if (old != NULL && !keep_permissions (fd, old, target))
    return errno;

  return fsync (fd) == 0 ? 0 : errno;
}

/* Tells the stamp that the new file will have.  Returns 0 or an errno. */
static int
announce (int fd, ReadoutAtomicReady ready, gpointer user_data)
{
  ReadoutFileStamp stamp = { 0 };
  struct stat      info;

  if (fstat (fd, &info) != 0)
    return errno;

  if (ready != NULL)
    {
      fill_stamp (&stamp, &info);
      ready (&stamp, user_data);
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
is_temporary (const char *name, const char *base)
{
  gsize length = strlen (base);

  return name[0] == '.' && strncmp (name + 1, base, length) == 0
         && name[1 + length] == '.'
         && strspn (name + 2 + length, "0123456789abcdef") == SUFFIX_CHARS
         && name[2 + length + SUFFIX_CHARS] == '\0';
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

  memset (stamp, 0, sizeof *stamp);
  if (stat (path, &info) != 0)
    return errno == ENOENT || errno == ENOTDIR;

  fill_stamp (stamp, &info);

  return TRUE;
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
         && a->seconds == b->seconds && a->nanoseconds == b->nanoseconds;
}

/**
 * readout_atomic_write:
 * @path: the file to replace or to make
 * @bytes: its new content
 * @ready: (nullable): called with the stamp that the new file will have, when
 *   its content is on the disk and before it takes the place of the old one
 * @user_data: for @ready
 * @error: return location for an error of the domain %G_IO_ERROR
 *
 * Replaces a file.  Symbolic links are followed, permissions are kept, and
 * the owner, too, if the system allows.
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
  g_autofree char *target = NULL;
  g_autofree char *temporary = NULL;
  struct stat      old;
  gboolean         existed;
  int              fd;
  int              code;

  g_return_val_if_fail (path != NULL && bytes != NULL, FALSE);

  target = follow_links (path);
  existed = stat (target, &old) == 0;
  if (existed && S_ISDIR (old.st_mode))
    return fail (error, EISDIR, path);

  fd = open_temporary (target, &temporary);
  if (fd < 0)
    return fail (error, errno, path);

  code = fill_temporary (fd, bytes, existed ? &old : NULL, target);
  if (code == 0)
    code = announce (fd, ready, user_data);
  if (code == 0 && !name_temporary (fd, target, &temporary))
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  if (code == 0 && g_rename (temporary, target) != 0)
    code = errno;

  if (code != 0)
    {
      if (temporary != NULL)
        g_unlink (temporary);
      return fail (error, code, path);
    }

  sync_folder (target);

  return TRUE;
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
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_return_if_fail (path != NULL);

  target = follow_links (path);
  folder = g_path_get_dirname (target);
  base = g_path_get_basename (target);
  dir = g_dir_open (folder, 0, NULL);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *left = NULL;
      struct stat      info;

      if (!is_temporary (name, base))
        continue;

      left = g_build_filename (folder, name, NULL);
      if (lstat (left, &info) == 0 && S_ISREG (info.st_mode)
          && g_get_real_time () / G_USEC_PER_SEC - info.st_mtim.tv_sec
                 > STALE_SECONDS)
        g_unlink (left);
    }
}
