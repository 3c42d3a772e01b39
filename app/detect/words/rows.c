/* rows.c: the rows of a word list inside the library
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/rows.h"

#include "language/word-lists.h"

static void
add_rows (GPtrArray *rows, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '#' && lines[i][0] != '\0')
      g_ptr_array_add (rows, g_strsplit (lines[i], "\t", -1));
}

/**
 * readout_word_rows_read:
 * @name: name of a file in data/lexicons that is part of the library; it is a
 *   fault of the build if it is not
 *
 * Returns: (transfer full) (element-type GStrv): its lines that are not
 *   comments, split at tabs; a person's own come first, so that the first
 *   entry of a word is the one that counts
 */
GPtrArray *
readout_word_rows_read (const char *name)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)g_strfreev);
  const char *own = readout_word_list_get_own (name);

  if (own != NULL)
    add_rows (rows, own);
  add_rows (rows, readout_word_list_get (name));

  return rows;
}
