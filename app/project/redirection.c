/* redirection.c: annotations that are kept in the user's data folder
 *
 * Where the folder of an article cannot be written (or is not on this machine)
 * its annotations are kept in the user's data folder, under a name that holds
 * a digest of the address they would have had, so that they are found again.
 * The same is done where the article's own name is just short enough and
 * theirs would not be.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/redirection.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How many characters of a digest go into a file name, and how many bytes a
 * name can have. */
#define DIGEST_CHARS 16
#define MAX_NAME_BYTES 255

/* As much of a name that ends as those of annotations do as fits into n bytes,
 * cut between two characters. */
static char *
shorten (const char *base, gsize n)
{
  gsize length = strlen (base);
  gsize kept = n - strlen (READOUT_ANNOTATION_ENDING);

  if (length <= n)
    return g_strdup (base);

  /* No more than three: names that are not UTF-8 are cut anywhere. */
  for (guint i = 0; i < 3 && ((guchar)base[kept] & 0xc0) == 0x80; i++)
    kept--;

  return g_strdup_printf ("%.*s%s", (int)kept, base, READOUT_ANNOTATION_ENDING);
}

static gboolean
can_access (const char *path, int mode)
{
  return faccessat (AT_FDCWD, path, mode, AT_EACCESS) == 0;
}

/* Whether a file can be replaced: its folder has to be writable, and it must
 * not be protected itself. */
static gboolean
is_writable (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = NULL;
  g_autofree char *folder = NULL;

  if (path == NULL)
    return FALSE;

  real = realpath (path, NULL);
  folder = g_path_get_dirname (real != NULL ? real : path);
  if (!can_access (folder, W_OK | X_OK))
    return FALSE;

  return real == NULL || can_access (real, W_OK);
}

/* Whether the file system does not take such a name at all. */
static gboolean
has_long_name (GFile *file)
{
  const char *path = g_file_peek_path (file);
  struct stat info;

  return path != NULL && lstat (path, &info) != 0 && errno == ENAMETOOLONG;
}

/**
 * readout_redirection_judge:
 * @wanted: where annotations should be saved
 *
 * Asks the disk.
 *
 * Returns: whether and why they cannot be saved there
 */
ReadoutRedirection
readout_redirection_judge (GFile *wanted)
{
  g_return_val_if_fail (G_IS_FILE (wanted), READOUT_REDIRECTION_NONE);

  if (has_long_name (wanted))
    return READOUT_REDIRECTION_LONG_NAME;

  return is_writable (wanted) ? READOUT_REDIRECTION_NONE
                              : READOUT_REDIRECTION_UNWRITABLE;
}

/**
 * readout_redirection_get_file:
 * @key: what tells the annotations from others of that name: the address that
 *   they would have, or the digest of their text
 * @base: the name that they would have, with its ending
 *
 * Returns: (transfer full): where they are kept in the user's data folder
 */
GFile *
readout_redirection_get_file (const char *key, const char *base)
{
  g_autofree char *digest = NULL;
  g_autofree char *shorter = NULL;
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (key != NULL && base != NULL, NULL);

  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  digest[DIGEST_CHARS] = '\0';
  shorter = shorten (base, MAX_NAME_BYTES - DIGEST_CHARS - 1);
  name = g_strconcat (digest, "-", shorter, NULL);
  path = g_build_filename (
      g_get_user_data_dir (), "readout", "annotations", name, NULL);

  return g_file_new_for_path (path);
}

/**
 * readout_redirection_get_base_path:
 * @redirected: annotations in the user's data folder
 *
 * Returns: (transfer full): where it is kept what they and a copy beside the
 *   article both go back to
 */
char *
readout_redirection_get_base_path (GFile *redirected)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (redirected), NULL);

  path = g_file_get_path (redirected);
  if (g_str_has_suffix (path, READOUT_ANNOTATION_ENDING))
    path[strlen (path) - strlen (READOUT_ANNOTATION_ENDING)] = '\0';

  return g_strconcat (path, ".base.json", NULL);
}
