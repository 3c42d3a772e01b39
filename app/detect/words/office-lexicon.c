/* office-lexicon.c: offices with one holder, and other words for offices
 *
 * Two word lists inside the library, read once.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/words/office-lexicon.h"

#include <string.h>

#include "detect/words/rows.h"

typedef struct
{
  GPtrArray  *unique; /* Rows of title and office, in the order of the list. */
  GHashTable *synonyms; /* Office to the words for it, %NULL-terminated. */
} OfficeLexicon;

static OfficeLexicon *
load (void)
{
  OfficeLexicon *self = g_new0 (OfficeLexicon, 1);
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("office-synonyms.txt");

  self->unique = readout_word_rows_read ("unique-offices.txt");
  self->synonyms = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      g_assert (g_strv_length (row) == 2);
      g_hash_table_insert (
          self->synonyms, g_strdup (row[0]), g_strsplit (row[1], ",", -1));
    }

  return self;
}

static const OfficeLexicon *
get_lexicon (void)
{
  static gsize lexicon = 0;

  if (g_once_init_enter (&lexicon))
    g_once_init_leave (&lexicon, (gsize)load ());

  return (const OfficeLexicon *)lexicon;
}

/**
 * readout_office_lexicon_get_unique:
 * @title: a title in small letters
 *
 * Returns: (nullable): a short name of the office in it of which a state has
 *   one holder only
 */
const char *
readout_office_lexicon_get_unique (const char *title)
{
  const GPtrArray *rows = get_lexicon ()->unique;

  g_return_val_if_fail (title != NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);

      if (strstr (title, row[0]) != NULL)
        return row[1];
    }

  return NULL;
}

static gboolean
stands_for (const OfficeLexicon *self, const char *a, const char *b)
{
  const char *const *words = g_hash_table_lookup (self->synonyms, a);

  return words != NULL && g_strv_contains (words, b);
}

/**
 * readout_office_lexicon_are_synonyms:
 * @a, @b: words for offices in small letters
 *
 * Returns: whether one can stand for the other when it comes up again
 */
gboolean
readout_office_lexicon_are_synonyms (const char *a, const char *b)
{
  const OfficeLexicon *self = get_lexicon ();

  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return stands_for (self, a, b) || stands_for (self, b, a);
}
