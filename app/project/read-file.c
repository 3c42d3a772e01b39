/* read-file.c: files that are read whole, whatever they turn out to be
 *
 * A name need not lead to what one expects.  A named pipe is waited for
 * without end by whoever opens it, a device may do something when it is
 * opened, and a file can be larger than the memory.  So it is looked at before
 * it is opened, opened without waiting, looked at once more by what was
 * opened, and read in blocks up to a limit, between which it can be given up.
 * What waits all the same is a disk that does not answer: nothing in a program
 * can break that off, which is why it is done in a thread.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout"

#include "config.h"

#include "project/read-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "base/display-name.h"
#include "base/error.h"
#include "base/main-thread.h"
#include "project/file-name.h"

/* What is read at once: small enough to be given up within a moment. */
#define BLOCK_BYTES ((gsize)1024 * 1024)

/* Gives up to @length bytes; 0 at the end, negative after an error. */
typedef gssize (*ReadBlock) (gpointer      source,
                             gpointer      data,
                             gsize         length,
                             GCancellable *cancellable,
                             GError      **error);

static void
fail (GError **error, int code, const char *path)
{
  g_autofree char *name = readout_display_name (path);

  g_set_error (error,
               G_IO_ERROR,
               g_io_error_from_errno (code),
               _ ("Cannot read “%s”: %s"),
               name,
               g_strerror (code));
}

static void
fail_as_too_large (GError **error, const char *name, gsize max_bytes)
{
  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_LIMIT,
               _ ("“%s” is larger than %u MB, which is the most that is read"),
               name,
               (guint)(max_bytes / (1024 * 1024)));
}

/* Whether it is a file, of a size that can be read. */
static gboolean
check_info (const struct stat *info,
            const char        *path,
            gsize              max_bytes,
            GError           **error)
{
  g_autofree char *name = NULL;

  if (S_ISREG (info->st_mode) && (guint64)info->st_size <= max_bytes)
    return TRUE;

  name = readout_display_name (path);
  if (S_ISREG (info->st_mode))
    fail_as_too_large (error, name, max_bytes);
  else
    g_set_error (error,
                 G_IO_ERROR,
                 S_ISDIR (info->st_mode) ? G_IO_ERROR_IS_DIRECTORY
                                         : G_IO_ERROR_NOT_REGULAR_FILE,
                 _ ("Cannot read “%s”: %s"),
                 name,
                 readout_read_describe_mode (info->st_mode));

  return FALSE;
}

/* Reads to the end.  The size that was told is what to expect, no more: files
 * grow, and those of /proc have none. */
static GBytes *
read_blocks (ReadBlock     read_block,
             gpointer      source,
             const char   *name,
             gsize         expected,
             gsize         max_bytes,
             GCancellable *cancellable,
             GError      **error)
{
  gsize              capacity = MIN (expected, max_bytes) + 1;
  gsize              n = 0;
  gssize             got;
  g_autofree guint8 *data = g_malloc (capacity);

  do
    {
      if (n == capacity)
        {
          capacity
              = MIN (capacity + MAX (capacity, BLOCK_BYTES), max_bytes + 1);
          data = g_realloc (data, capacity);
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      got = read_block (source,
                        data + n,
                        MIN (capacity - n, BLOCK_BYTES),
                        cancellable,
                        error);
      if (got < 0)
        return NULL;
      n += got;
    }
  while (got > 0 && n <= max_bytes);

  if (n > max_bytes)
    {
      fail_as_too_large (error, name, max_bytes);
      return NULL;
    }

  return g_bytes_new_take (g_steal_pointer (&data), n);
}

/* What is opened, and its name for messages. */
typedef struct
{
  int         fd;
  const char *path;
} Opened;

static gssize
read_from_fd (gpointer      source,
              gpointer      data,
              gsize         length,
              GCancellable *cancellable,
              GError      **error)
{
  const Opened *opened = source;
  gssize        got;

  do
    got = read (opened->fd, data, length);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    fail (error, errno, opened->path);

  return got;
}

static gssize
read_from_stream (gpointer      source,
                  gpointer      data,
                  gsize         length,
                  GCancellable *cancellable,
                  GError      **error)
{
  return g_input_stream_read (source, data, length, cancellable, error);
}

/**
 * readout_read_describe_mode:
 * @mode: the mode of what has the name of a file, as of stat(2)
 *
 * Returns: (nullable): what a person is to be told of it, %NULL for a file
 */
const char *
readout_read_describe_mode (mode_t mode)
{
  if (S_ISREG (mode))
    return NULL;
  if (S_ISDIR (mode))
    return _ ("it is a folder, not a file");
  if (S_ISFIFO (mode))
    return _ ("it is a pipe, not a file");
  if (S_ISSOCK (mode))
    return _ ("it is a socket, not a file");

  return _ ("it is a device, not a file");
}

/**
 * readout_read_path:
 * @path: a file
 * @max_bytes: the largest size of it that is read
 * @cancellable: (nullable): to stop it
 * @info: (out) (optional): what the system knows of @path; all zero where it
 *   is not known
 * @error: return location for an error: of %G_IO_ERROR, that is
 *   %G_IO_ERROR_NOT_REGULAR_FILE or %G_IO_ERROR_IS_DIRECTORY for what is no
 *   file; %READOUT_ERROR_LIMIT for one that is too large.  The message names
 *   the file.
 *
 * Reads a file of this computer.  @info is as the file was when it began to be
 * read, and is also there if it could not be.  Can run in any thread but that
 * of the window.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
readout_read_path (const char   *path,
                   gsize         max_bytes,
                   GCancellable *cancellable,
                   struct stat  *info,
                   GError      **error)
{
  struct stat      found = { 0 };
  Opened           opened = { -1, path };
  g_autofree char *name = NULL;
  GBytes          *bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  readout_main_thread_check ("Reading a file");
  if (info == NULL)
    info = &found;
  *info = found;

  /* What is no file is not opened at all, which can have consequences. */
  if (stat (path, info) != 0)
    {
      fail (error, errno, path);
      return NULL;
    }
  if (!check_info (info, path, max_bytes, error))
    return NULL;

  opened.fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
  if (opened.fd < 0 || fstat (opened.fd, info) != 0)
    fail (error, errno, path);
  else if (check_info (info, path, max_bytes, error))
    {
      name = readout_display_name (path);
      bytes = read_blocks (read_from_fd,
                           &opened,
                           name,
                           info->st_size,
                           max_bytes,
                           cancellable,
                           error);
    }
  if (opened.fd >= 0)
    close (opened.fd);

  return bytes;
}

/* Reads a file that has no path. */
static GBytes *
read_remote (GFile        *file,
             gsize         max_bytes,
             GCancellable *cancellable,
             GError      **error)
{
  g_autofree char *name = readout_file_name_long (file);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  goffset size = 0;

  stream = g_file_read (file, cancellable, error);
  if (stream == NULL)
    return NULL;

  /* Not every server knows, or says. */
  info = g_file_input_stream_query_info (
      stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, cancellable, NULL);
  if (info != NULL
      && g_file_info_has_attribute (info, G_FILE_ATTRIBUTE_STANDARD_SIZE))
    size = MAX (g_file_info_get_size (info), 0);
  if ((guint64)size > max_bytes)
    {
      fail_as_too_large (error, name, max_bytes);
      return NULL;
    }

  return read_blocks (
      read_from_stream, stream, name, size, max_bytes, cancellable, error);
}

/**
 * readout_read_file:
 * @file: a file
 * @max_bytes: the largest size of it that is read
 * @cancellable: (nullable): to stop it
 * @error: return location for an error, as for readout_read_path()
 *
 * Reads a file, which may be on another computer.  Can run in any thread but
 * that of the window.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
readout_read_file (GFile        *file,
                   gsize         max_bytes,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  readout_main_thread_check ("Reading a file");
  if (g_file_is_native (file))
    path = g_file_get_path (file);

  return path != NULL
             ? readout_read_path (path, max_bytes, cancellable, NULL, error)
             : read_remote (file, max_bytes, cancellable, error);
}
