/* verified.c: which installed models have been found whole
 *
 * To check a model is to read all of it, which takes most of the time that
 * opening takes.  An installed one changes only when a package does, so that
 * once is enough: a small file in the user's cache folder, named by the digest
 * of the model's path, notes the path and the stamp (device, inode, size,
 * times) of the file that was checked.  Where anything in it is not as
 * expected, or nothing can be written, the model is checked again.
 *
 * Nothing is noted of a file that the user may write: see bytes.c, which gives
 * no stamp for it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/verified.h"

#include <glib/gstdio.h>

/* The format of the note and the kind of check that it stands for. */
#define HEAD "readout-verified 1"

static char *
get_note_path (const char *absolute)
{
  g_autofree char *digest
      = g_compute_checksum_for_string (G_CHECKSUM_SHA256, absolute, -1);

  return g_build_filename (
      g_get_user_cache_dir (), "readout", "models", digest, NULL);
}

static char *
make_note (const char *absolute, const char *stamp)
{
  return g_strdup_printf (HEAD "\n%s\n%s\n", stamp, absolute);
}

/**
 * readout_model_verified_contains:
 * @path: a model file
 * @stamp: its stamp now
 *
 * Returns: whether the file was checked in this state
 */
gboolean
readout_model_verified_contains (const char *path, const char *stamp)
{
  g_autofree char *absolute = NULL;
  g_autofree char *note_path = NULL;
  g_autofree char *note = NULL;
  g_autofree char *found = NULL;

  g_return_val_if_fail (path != NULL && stamp != NULL, FALSE);

  absolute = g_canonicalize_filename (path, NULL);
  note_path = get_note_path (absolute);
  note = make_note (absolute, stamp);

  return g_file_test (note_path, G_FILE_TEST_IS_REGULAR)
         && g_file_get_contents (note_path, &found, NULL, NULL)
         && g_str_equal (found, note);
}

/**
 * readout_model_verified_add:
 * @path: a model file
 * @stamp: its stamp when it was opened
 *
 * Notes that the file was found whole.  Where that cannot be noted it is
 * checked the next time, too.
 */
void
readout_model_verified_add (const char *path, const char *stamp)
{
  g_autofree char *absolute = NULL;
  g_autofree char *note_path = NULL;
  g_autofree char *note = NULL;
  g_autofree char *folder = NULL;

  g_return_if_fail (path != NULL && stamp != NULL);

  absolute = g_canonicalize_filename (path, NULL);
  note_path = get_note_path (absolute);
  note = make_note (absolute, stamp);
  folder = g_path_get_dirname (note_path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    g_file_set_contents_full (note_path,
                              note,
                              -1,
                              G_FILE_SET_CONTENTS_CONSISTENT
                                  | G_FILE_SET_CONTENTS_ONLY_EXISTING,
                              0600,
                              NULL);
}
