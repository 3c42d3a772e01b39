/* file-name.c: what a file is called, for people
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "project/file-name.h"

#include "base/display-name.h"

/**
 * readout_file_name_plain:
 * @file: a file
 *
 * Returns: (transfer full): its name without its folder, in UTF-8, for where it
 *   stands alone; see readout_display_plain()
 */
char *
readout_file_name_plain (GFile *file)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);

  return readout_display_plain (base != NULL ? base : "/");
}

/**
 * readout_file_name_short:
 * @file: a file
 *
 * Returns: (transfer full): its name without its folder, in UTF-8, for where it
 *   stands among words; see readout_display_name()
 */
char *
readout_file_name_short (GFile *file)
{
  g_autofree char *base = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);

  return readout_display_name (base != NULL ? base : "/");
}

/**
 * readout_file_name_long:
 * @file: a file
 *
 * Returns: (transfer full): its path, or its address if it is not on this
 *   computer, in UTF-8, for where it stands among words
 */
char *
readout_file_name_long (GFile *file)
{
  const char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_peek_path (file);

  return path != NULL ? readout_display_name (path) : g_file_get_uri (file);
}
