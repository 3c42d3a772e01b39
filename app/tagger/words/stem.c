/* stem.c: the stem of a word
 *
 * Far enough that the forms of one verb agree; what comes out need not be a
 * word.  A verb's uses as a cue are counted by its stem.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/words/stem.h"

#include <string.h>

#include "language/word-groups.h"
#include "tagger/crf/hash.h"

/* Stems are of shorter words only; longer ones stand for themselves. */
#define MAX_STEM 40

/* The hash of the stem of each irregular form, by the form. */
static gpointer
read_irregular (gpointer data)
{
  const char *const *verbs
      = readout_word_group_get_words (READOUT_WORDS_IRREGULAR_VERBS);
  GHashTable *stems
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; verbs[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (verbs[i], " ", -1);
      guint64 stem = readout_hash_string (words[0]);

      for (guint k = 1; words[k] != NULL; k++)
        g_hash_table_insert (
            stems, g_strdup (words[k]), g_memdup2 (&stem, sizeof stem));
    }

  return stems;
}

/* Strips the ending of an English verb.  Returns the new length. */
static gsize
strip_ending (char *word, gsize n)
{
  if (n > 5 && g_str_has_suffix (word, "ing"))
    return n - 3;
  if (g_str_has_suffix (word, "ied") || g_str_has_suffix (word, "ies"))
    {
      word[n - 3] = 'y';
      return n - 2;
    }
  if (g_str_has_suffix (word, "ed") || g_str_has_suffix (word, "es"))
    return n - 2;
  if (g_str_has_suffix (word, "s") && !g_str_has_suffix (word, "ss"))
    return n - 1;

  return n;
}

/**
 * readout_stem_hash:
 * @lower: a word in lower case, ended by NUL
 * @n_bytes: its length in bytes
 *
 * Returns: hash of its stem, or of the word where no ending is known
 */
guint64
readout_stem_hash (const char *lower, gsize n_bytes)
{
  static GOnce   once = G_ONCE_INIT;
  const guint64 *irregular;
  char           stem[MAX_STEM];
  gsize          n;

  g_return_val_if_fail (lower != NULL, 0);

  irregular = g_hash_table_lookup (g_once (&once, read_irregular, NULL), lower);
  if (irregular != NULL)
    return *irregular;
  if (n_bytes >= sizeof stem || n_bytes < 4)
    return readout_hash_bytes (lower, n_bytes);

  memcpy (stem, lower, n_bytes + 1);
  n = strip_ending (stem, n_bytes);
  /* "planned", "stated". */
  if (n > 3 && stem[n - 1] == stem[n - 2]
      && strchr ("bdgmnprt", stem[n - 1]) != NULL)
    n--;
  if (n > 3 && stem[n - 1] == 'e')
    n--;

  return readout_hash_bytes (stem, n);
}
