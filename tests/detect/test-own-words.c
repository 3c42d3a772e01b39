/* test-own-words.c: a person's own rows are asked what the lists are asked
 *
 * What loading them does is tested from the outside,
 * tests/cli/test-own-words.py: it can be done once in a program, and no other
 * test may see it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>

#include "detect/words/row-check.h"
#include "detect/words/rows.h"
#include "language/word-lists.h"

/* Every list of the program can be added to, and is good by the same
 * questions that its additions are asked. */
static void
test_program (void)
{
  g_auto (GStrv) files = NULL;
  guint n_rows = 0;

  g_assert_true (readout_word_list_exists ("cue-verbs.txt"));
  files = g_resources_enumerate_children (
      "/org/readout/Readout/lexicons", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_assert_nonnull (files);

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) rows = NULL;

      if (g_str_equal (files[i], "confidence.txt"))
        continue;
      g_assert_true (readout_word_row_is_known_list (files[i]));
      rows = readout_word_rows_read (files[i]);
      for (guint k = 0; k < rows->len; k++)
        {
          g_autoptr (GError) error = NULL;
          const char *const *row = g_ptr_array_index (rows, k);

          readout_word_row_check (files[i], row, &error);
          g_assert_no_error (error);
        }
      n_rows += rows->len;
    }
  g_assert_cmpuint (n_rows, >, 10000);
}

static void
test_other (void)
{
  g_assert_false (readout_word_row_is_known_list ("confidence.txt"));
  g_assert_false (readout_word_row_is_known_list ("words-mentions.txt"));
  g_assert_false (readout_word_list_exists ("words-mentions.txt"));
}

/* Whoever has read a list has read all of it. */
static void
test_too_late (void)
{
  g_assert_null (readout_word_list_get_own ("offices.txt"));
  g_assert_false (readout_word_list_set_own ("offices.txt", "vogt\n"));
  g_assert_null (readout_word_list_get_own ("offices.txt"));
  g_assert_false (readout_word_lists_have_own ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-words/program", test_program);
  g_test_add_func ("/own-words/other", test_other);
  g_test_add_func ("/own-words/too-late", test_too_late);

  return g_test_run ();
}
