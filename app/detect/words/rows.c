/* rows.c: the rows of a word list inside the library
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/rows.h"

#include <gio/gio.h>

#include "readout-lexicons.h"

#define RESOURCE_PREFIX "/org/readout/Readout/lexicons/"

/**
 * readout_word_rows_read:
 * @name: name of a file in data/lexicons that is part of the library; it is a
 *   fault of the build if it is not
 *
 * Returns: (transfer full) (element-type GStrv): its lines that are not
 *   comments, split at tabs
 */
GPtrArray *
readout_word_rows_read (const char *name)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);

  bytes = g_resource_lookup_data (readout_lexicons_get_resource (),
                                  path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &error);
  if (bytes == NULL)
    g_error (
        "The word list %s is not in the program: %s", name, error->message);

  /* Resources end with a NUL that is not counted. */
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));

  return rows;
}
