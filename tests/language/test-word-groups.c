/* test-word-groups.c: which groups of data/lexicons/words-*.txt a word is in
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "language/reading.h"
#include "language/word-groups.h"

/* Every word of every list is found, in its group and by the tokenizer's
 * number, whatever else shares its set. */
static void
test_all (void)
{
  for (guint group = 0; group < READOUT_N_WORD_GROUPS; group++)
    {
      const char *const *words = readout_word_group_get_words (group);

      g_assert_nonnull (words);
      g_assert_nonnull (words[0]);
      for (gsize i = 0; words[i] != NULL; i++)
        {
          guint16 set = readout_word_groups_find (words[i]);

          g_assert_cmpuint (set, >, 0);
          g_assert_true (readout_word_group_has (group, words[i]));
          for (guint other = 0; other < READOUT_N_WORD_GROUPS; other++)
            g_assert_true (readout_word_set_has (set, other)
                           == g_strv_contains (
                               readout_word_group_get_words (other), words[i]));
        }
    }
}

static void
test_none (void)
{
  static const char *const unknown[]
      = { "", "avalon", "He", "HE", "hee", "h", "he ", "\xff", NULL };

  for (gsize i = 0; unknown[i] != NULL; i++)
    {
      g_assert_cmpuint (readout_word_groups_find (unknown[i]), ==, 0);
      g_assert_false (
          readout_word_group_has (READOUT_WORDS_PERSON_PRONOUNS, unknown[i]));
    }
}

/* A token is asked by its lower-case form. */
static void
test_tokens (void)
{
  static const struct
  {
    gboolean pronoun;
    gboolean determiner;
  } expected[] = {
    { TRUE, FALSE },  /* SHE */
    { FALSE, FALSE }, /* met */
    { FALSE, TRUE },  /* The */
    { FALSE, FALSE }, /* Minister */
    { FALSE, FALSE }, /* . */
  };
  g_autoptr (ReadoutText) text = readout_text_new ("SHE met The Minister.", -1);
  g_autoptr (ReadoutReading) reading = readout_reading_new (text);

  g_assert_cmpuint (reading->tokens->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const ReadoutToken *token
          = &g_array_index (reading->tokens, ReadoutToken, i);

      g_assert_true (readout_token_is_in (token, READOUT_WORDS_PERSON_PRONOUNS)
                     == expected[i].pronoun);
      g_assert_true (
          readout_token_is_in (token, READOUT_WORDS_NOMINAL_DETERMINERS)
          == expected[i].determiner);
    }
}

/* The token must not grow: millions of them are held in a batch run. */
static void
test_size (void)
{
  if (sizeof (gpointer) == 8)
    g_assert_cmpuint (sizeof (ReadoutToken), ==, 40);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/word-groups/all", test_all);
  g_test_add_func ("/word-groups/none", test_none);
  g_test_add_func ("/word-groups/tokens", test_tokens);
  g_test_add_func ("/word-groups/size", test_size);

  return g_test_run ();
}
