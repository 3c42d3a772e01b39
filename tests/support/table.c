/* table.c: table tests as plain text files
 *
 * A file of tests/FOLDER holds cases, so that who knows a sentence that the
 * program gets wrong can add it without C:
 *
 *     # A comment, before a case.
 *     == what the case is called
 *     : published 2024-05-15
 *     Foreign Minister Ada Berg said that the talks had failed.
 *     ---
 *     Ada Berg | said | the talks had failed | indirect
 *
 * The name and the options, lines that begin with a colon, may be left out;
 * the text ends at "---", what is expected at the next "==" or comment.  Blank
 * lines at the end of either do not count.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "support/table.h"

#include <string.h>

typedef struct
{
  char            *path;
  char            *file;
  ReadoutTableFunc run;
} Table;

static void
table_free (gpointer data)
{
  Table *self = data;

  g_free (self->path);
  g_free (self->file);
  g_free (self);
}

static void
case_free (gpointer data)
{
  ReadoutTableCase *self = data;

  g_free (self->name);
  g_hash_table_unref (self->options);
  g_free (self->input);
  g_strfreev (self->expected);
  g_free (self);
}

static void
add_line (GString *to, const char *line)
{
  if (to->len > 0)
    g_string_append_c (to, '\n');
  g_string_append (to, line);
}

/* Reads the options and the text of a case.  Returns the line behind "---". */
static guint
read_input (ReadoutTableCase *self, char **lines, guint i)
{
  g_autoptr (GString) input = g_string_new (NULL);

  for (; lines[i] != NULL && strcmp (lines[i], "---") != 0
         && !g_str_has_prefix (lines[i], "==");
       i++)
    if (input->len == 0 && g_str_has_prefix (lines[i], ": "))
      {
        g_auto (GStrv) words = g_strsplit (lines[i] + 2, " ", 2);

        g_hash_table_insert (self->options,
                             g_strdup (words[0]),
                             g_strdup (words[1] != NULL ? words[1] : ""));
      }
    else
      add_line (input, lines[i]);
  if (lines[i] == NULL || *lines[i] == '=')
    g_error ("%s:%u: a case without \"---\"", self->file, self->line);

  while (g_str_has_suffix (input->str, "\n"))
    g_string_truncate (input, input->len - 1);
  self->input = g_strdup (input->str);

  return i + 1;
}

static guint
read_expected (ReadoutTableCase *self, char **lines, guint i)
{
  g_autoptr (GPtrArray) expected = g_ptr_array_new ();

  for (; lines[i] != NULL && !g_str_has_prefix (lines[i], "==")
         && !g_str_has_prefix (lines[i], "#");
       i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (expected, g_strdup (lines[i]));
  g_ptr_array_add (expected, NULL);
  self->expected
      = (char **)g_ptr_array_free (g_steal_pointer (&expected), FALSE);

  return i;
}

static GPtrArray *
read_cases (const Table *table)
{
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  GPtrArray *cases = g_ptr_array_new_with_free_func (case_free);

  if (!g_file_get_contents (table->path, &contents, NULL, &error))
    g_error ("%s", error->message);

  lines = g_strsplit (contents, "\n", -1);
  for (guint i = 0; lines[i] != NULL;)
    {
      ReadoutTableCase *test_case;

      if (*lines[i] == '#' || *lines[i] == '\0')
        {
          i++;
          continue;
        }
      if (!g_str_has_prefix (lines[i], "=="))
        g_error ("%s:%u: expected \"==\" before a case", table->file, i + 1);

      test_case = g_new0 (ReadoutTableCase, 1);
      test_case->file = table->file;
      test_case->line = i + 1;
      test_case->name = g_strstrip (g_strdup (lines[i] + 2));
      test_case->options
          = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      i = read_input (test_case, lines, i + 1);
      i = read_expected (test_case, lines, i);
      g_ptr_array_add (cases, test_case);
    }

  return cases;
}

static void
run_table (gconstpointer data)
{
  const Table *table = data;
  g_autoptr (GPtrArray) cases = read_cases (table);

  g_assert_cmpuint (cases->len, >, 0);
  for (guint i = 0; i < cases->len; i++)
    {
      const ReadoutTableCase *test_case = g_ptr_array_index (cases, i);
      g_autofree char        *expected = g_strjoinv ("\n", test_case->expected);
      g_autofree char        *found = table->run (test_case);

      if (strcmp (found, expected) == 0)
        continue;
      /* Not by g_test_message(): of a test that speaks TAP meson shows only
       * what goes to standard error. */
      g_printerr ("%s:%u: %s\n%s\n--- expected\n%s\n--- found\n%s\n\n",
                  test_case->file,
                  test_case->line,
                  test_case->name,
                  test_case->input,
                  expected,
                  found);
      g_test_fail ();
    }
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/**
 * readout_table_add_folder:
 * @folder: below tests, with files that end in ".txt"
 * @run: gives what the program finds in a case, as lines in the form of what
 *   is expected, without a line break at the end
 *
 * Adds a test for each file of a folder, /FOLDER/NAME.
 */
void
readout_table_add_folder (const char *folder, ReadoutTableFunc run)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    g_error ("%s", error->message);
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      Table           *table = g_new0 (Table, 1);
      g_autofree char *stem = NULL;
      g_autofree char *test_path = NULL;

      name = g_ptr_array_index (names, i);
      stem = g_strndup (name, strlen (name) - strlen (".txt"));
      test_path = g_strdup_printf ("/%s/%s", folder, stem);
      table->path = g_build_filename (path, name, NULL);
      table->file = g_strdup_printf ("tests/%s/%s", folder, name);
      table->run = run;
      g_test_add_data_func_full (test_path, table, run_table, table_free);
    }
}

/**
 * readout_table_case_get:
 * @self: a case
 * @option: the word behind the colon
 *
 * Returns: (nullable): the rest of that line, %NULL if the case has none
 */
const char *
readout_table_case_get (const ReadoutTableCase *self, const char *option)
{
  return g_hash_table_lookup (self->options, option);
}
