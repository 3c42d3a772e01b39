/* word-lists.c: the word lists inside the library, and a person's own
 *
 * The lists of data/lexicons are a resource of the library.  A program can add
 * a person's own entries to one before it is first asked for; from then on a
 * list stays as it is, so that those who read it, in whichever thread, all
 * read the same.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/word-lists.h"

#include <gio/gio.h>

#include "readout-lexicons.h"

#define RESOURCE_PREFIX "/org/readout/Readout/lexicons/"

/* Guards what follows, all of which stays as long as the program. */
static GMutex mutex;

/* File to the lines of it. */
static GHashTable *lists = NULL;

/* File to a person's own lines for it. */
static GHashTable *own_lists = NULL;

/* Files whose own lines were asked for. */
static GHashTable *read_lists = NULL;

/* The lines of a file, or NULL if the library has none of that name.  Asked of
 * all resources, so that measurements can lay another list over one. */
static const char *
find (const char *file)
{
  g_autofree char *path = g_strconcat (RESOURCE_PREFIX, file, NULL);
  const char      *lines;

  g_mutex_lock (&mutex);
  if (lists == NULL)
    {
      /* Registers itself. */
      readout_lexicons_get_resource ();
      lists = g_hash_table_new (g_str_hash, g_str_equal);
    }
  lines = g_hash_table_lookup (lists, file);
  if (lines == NULL)
    {
      g_autoptr (GBytes) bytes
          = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        {
          lines = g_strndup (g_bytes_get_data (bytes, NULL),
                             g_bytes_get_size (bytes));
          g_hash_table_insert (
              lists, (gpointer)g_intern_string (file), (gpointer)lines);
        }
    }
  g_mutex_unlock (&mutex);

  return lines;
}

/**
 * readout_word_list_get:
 * @file: name of a file in data/lexicons that is part of the library; it is a
 *   fault of the build if it is not
 *
 * Returns: (transfer none): its lines, comments among them, as long as the
 *   program
 */
const char *
readout_word_list_get (const char *file)
{
  const char *lines;

  g_return_val_if_fail (file != NULL, "");

  lines = find (file);
  if (lines == NULL)
    g_error ("The word list %s is not in the program", file);

  return lines;
}

/**
 * readout_word_list_get_own:
 * @file: name of a file in data/lexicons
 *
 * From now on readout_word_list_set_own() refuses entries for it.
 *
 * Returns: (transfer none) (nullable): a person's own lines for it, as long as
 *   the program
 */
const char *
readout_word_list_get_own (const char *file)
{
  const char *lines;

  g_return_val_if_fail (file != NULL, NULL);

  g_mutex_lock (&mutex);
  if (read_lists == NULL)
    read_lists = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_add (read_lists, (gpointer)g_intern_string (file));
  lines = own_lists != NULL ? g_hash_table_lookup (own_lists, file) : NULL;
  g_mutex_unlock (&mutex);

  return lines;
}

/**
 * readout_word_list_set_own:
 * @file: name of a file in data/lexicons
 * @lines: entries as in the file
 *
 * Gives a list a person's own entries, once.
 *
 * Returns: %FALSE if it is too late, since the list is in use or has some
 */
gboolean
readout_word_list_set_own (const char *file, const char *lines)
{
  gboolean is_free;

  g_return_val_if_fail (file != NULL && lines != NULL, FALSE);

  g_mutex_lock (&mutex);
  if (own_lists == NULL)
    own_lists = g_hash_table_new (g_str_hash, g_str_equal);
  is_free
      = !g_hash_table_contains (own_lists, file)
        && (read_lists == NULL || !g_hash_table_contains (read_lists, file));
  if (is_free)
    g_hash_table_insert (
        own_lists, (gpointer)g_intern_string (file), g_strdup (lines));
  g_mutex_unlock (&mutex);

  return is_free;
}

/**
 * readout_word_list_exists:
 * @file: name of a file
 *
 * Returns: whether the library has a list of that name
 */
gboolean
readout_word_list_exists (const char *file)
{
  g_return_val_if_fail (file != NULL, FALSE);

  return find (file) != NULL;
}

/**
 * readout_word_lists_have_own:
 *
 * Returns: whether some list has a person's own entries
 */
gboolean
readout_word_lists_have_own (void)
{
  gboolean have;

  g_mutex_lock (&mutex);
  have = own_lists != NULL && g_hash_table_size (own_lists) > 0;
  g_mutex_unlock (&mutex);

  return have;
}
