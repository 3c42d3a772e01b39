/* test-own-words.c: a person's own rows are asked what the lists are asked
 *
 * What loading them does is tested from the outside, too,
 * tests/cli/test-own-words.py: it can be done once in a program, and no other
 * test may see it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/main-thread.h"
#include "detect/words/own-words.h"
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

static gpointer
wait_for_words (gpointer data)
{
  readout_own_words_wait ();

  return (gpointer)readout_word_list_get_own ("cue-nouns.txt");
}

static void
note_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

/* They are read in a thread, for which others wait, and neither by the thread
 * of a window nor from what is no file. */
static void
test_thread (void)
{
  g_autofree char *folder = g_dir_make_tmp ("readout-words-XXXXXX", NULL);
  g_autofree char *nouns = g_build_filename (folder, "cue-nouns.txt", NULL);
  g_autofree char *pipe = g_build_filename (folder, "capitals.txt", NULL);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  const char *found;

  /* A program of its own, since a list can be added to once. */
  if (!g_test_subprocess ())
    {
      g_rmdir (folder);
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_assert_true (
      g_file_set_contents (nouns, "tittle-tattle\ton about\n", -1, NULL));
  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);

  readout_main_thread_keep_free (TRUE);
  readout_own_words_load_async (folder, note_result, &result);
  found = g_thread_join (g_thread_new ("waiter", wait_for_words, NULL));
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  readout_main_thread_keep_free (FALSE);

  g_assert_false (readout_own_words_load_finish (result, &error));
  g_assert_nonnull (strstr (error->message, "capitals.txt"));
  g_assert_nonnull (strstr (error->message, "expected a file"));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (found);
  g_assert_nonnull (strstr (found, "tittle-tattle"));

  g_unlink (nouns);
  g_unlink (pipe);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/own-words/program", test_program);
  g_test_add_func ("/own-words/other", test_other);
  g_test_add_func ("/own-words/too-late", test_too_late);

  g_test_add_func ("/own-words/thread", test_thread);

  return g_test_run ();
}
