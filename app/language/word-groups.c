/* word-groups.c: which groups of data/lexicons/words-*.txt a word is in
 *
 * A rule asks for words by the name of their group, and a group that no list
 * has does not compile.  The tokenizer looks each word up once, in a table that
 * the build makes; the token keeps the number of the set of its groups, so that
 * a rule tests a bit where it would otherwise compare strings.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/word-groups.h"

#include <string.h>

#include "language/word-table.h"

/* FNV-1a, as hash_of() in generate-word-groups.py has it. */
static guint32
hash_of (const char *word)
{
  guint32 hash = 2166136261;

  for (const char *p = word; *p != '\0'; p++)
    hash = (hash ^ (guchar)*p) * 16777619;

  return hash;
}

/**
 * readout_word_groups_find:
 * @lower: a word in small letters, or a sign
 *
 * Returns: the number of the set of groups that it is in, for
 *   readout_word_set_has(); 0 is the empty set
 */
guint16
readout_word_groups_find (const char *lower)
{
  guint mask = readout_word_n_slots - 1;

  g_return_val_if_fail (lower != NULL, 0);

  for (guint at = hash_of (lower) & mask; readout_word_slots[at] != 0;
       at = (at + 1) & mask)
    {
      const ReadoutWordRow *row = &readout_word_rows[readout_word_slots[at]];

      if (strcmp (row->word, lower) == 0)
        return row->set;
    }

  return 0;
}

/**
 * readout_word_group_has:
 * @group: a group
 * @lower: a word in small letters, or a sign
 *
 * For strings that are no token; readout_token_is_in() is faster.
 *
 * Returns: whether the group has the word
 */
gboolean
readout_word_group_has (ReadoutWordGroup group, const char *lower)
{
  g_return_val_if_fail (group < READOUT_N_WORD_GROUPS, FALSE);

  return readout_word_set_has (readout_word_groups_find (lower), group);
}

/**
 * readout_word_group_get_words:
 * @group: a group
 *
 * For rules that look for words inside of others, or at their ends.
 *
 * Returns: (array zero-terminated=1): its words, in the order of the list
 */
const char *const *
readout_word_group_get_words (ReadoutWordGroup group)
{
  g_return_val_if_fail (group < READOUT_N_WORD_GROUPS, NULL);

  return readout_word_lists[group];
}
