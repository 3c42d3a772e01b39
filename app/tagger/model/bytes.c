/* bytes.c: the bytes of a model file, mapped where that is safe
 *
 * A mapped file is shared by all programs that use it and costs no copy, but a
 * program that touches a page behind the end of a file that was cut meanwhile
 * is killed (SIGBUS).  So a file is mapped only if nobody but the
 * administrator may write it: it belongs to root, neither its group nor others
 * may write, and this very process may not either.  That is what a package
 * manager leaves behind, who replaces files by new ones and does not write
 * into them.  Any other is read into memory: one's own models, one in a shared
 * folder, and all that root opens unless the file system is read-only.
 *
 * The same question decides whether the file can be known again by its stamp;
 * see verified.c.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/display-name.h"
#include "base/error.h"

/* Sections are read where they lie, as numbers of up to eight bytes. */
#define ALIGNMENT 64

/* Forty times what the largest model takes. */
#define MAX_BYTES (1024 * 1024 * 1024)

static void
fail_with_errno (const char *path, int code, GError **error)
{
  g_autofree char *name = readout_display_name (path);

  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (code),
               _ ("The model “%s” cannot be used: %s"),
               name,
               g_strerror (code));
}

static gboolean
check_kind (const char *path, const struct stat *info, GError **error)
{
  g_autofree char *name = NULL;
  const char      *fault = NULL;

  if (!S_ISREG (info->st_mode))
    fault = _ ("it is no regular file");
  else if (info->st_size > MAX_BYTES)
    fault = _ ("it is too large");

  if (fault == NULL)
    return TRUE;

  name = readout_display_name (path);
  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_FORMAT,
               _ ("The model “%s” cannot be used: %s"),
               name,
               fault);
  return FALSE;
}

static gboolean
is_closed_to_writing (const char *path, const struct stat *info)
{
  return info->st_uid == 0 && (info->st_mode & (S_IWGRP | S_IWOTH)) == 0
         && faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) != 0;
}

/* The time of the last change of the inode is there because nobody can set
 * it. */
static char *
make_stamp (const struct stat *info)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
                          " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT
                          ".%09ld %" G_GINT64_FORMAT ".%09ld",
                          (guint64)info->st_dev,
                          (guint64)info->st_ino,
                          (gint64)info->st_size,
                          (gint64)info->st_mtim.tv_sec,
                          info->st_mtim.tv_nsec,
                          (gint64)info->st_ctim.tv_sec,
                          info->st_ctim.tv_nsec);
}

/* What is not there any more when it is read is found missing by the check of
 * the size in the head of the file. */
static GBytes *
read_all (int fd, const char *path, gsize size, GError **error)
{
  guint8 *data = g_aligned_alloc (1, MAX (size, 1), ALIGNMENT);
  gsize   n = 0;

  while (n < size)
    {
      gssize got = read (fd, data + n, size - n);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          fail_with_errno (path, errno, error);
          g_aligned_free (data);
          return NULL;
        }
      if (got == 0)
        break;
      n += got;
    }

  return g_bytes_new_with_free_func (data, n, g_aligned_free, data);
}

static GBytes *
map_or_read (int fd, const char *path, char **stamp, GError **error)
{
  g_autoptr (GMappedFile) file = NULL;
  struct stat info;

  if (fstat (fd, &info) != 0)
    {
      fail_with_errno (path, errno, error);
      return NULL;
    }
  if (!check_kind (path, &info, error))
    return NULL;
  if (!is_closed_to_writing (path, &info))
    return read_all (fd, path, info.st_size, error);

  file = g_mapped_file_new_from_fd (fd, FALSE, error);
  if (file == NULL)
    return NULL;
  *stamp = make_stamp (&info);

  return g_mapped_file_get_bytes (file);
}

/**
 * readout_model_bytes_open:
 * @path: a file
 * @stamp: (out) (transfer full) (nullable): what tells this state of the file
 *   from any other; %NULL if the file may be written by anybody but the
 *   administrator
 * @error: set to a #GFileError, or to %READOUT_ERROR_FORMAT if it is no
 *   regular file or too large
 *
 * Maps or reads a file, so that what happens to it from now on does no harm.
 *
 * Returns: (transfer full) (nullable): its contents, aligned to 64 bytes
 */
GBytes *
readout_model_bytes_open (const char *path, char **stamp, GError **error)
{
  GBytes *bytes;
  int     fd;

  g_return_val_if_fail (path != NULL && stamp != NULL, NULL);

  *stamp = NULL;

  /* A FIFO would be waited for without O_NONBLOCK. */
  fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (fd < 0)
    {
      fail_with_errno (path, errno, error);
      return NULL;
    }
  bytes = map_or_read (fd, path, stamp, error);
  close (fd);

  return bytes;
}
