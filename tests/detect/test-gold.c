/* test-gold.c: the annotated articles beside the project
 *
 * Loads, saves and loads again every file of ../shared/gold, which is not
 * part of the repository; skipped with a message where it is missing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "formats/json.h"

static const char *const suffix = ".annotation.json";

static char *
find_gold (void)
{
  const char *shared = g_getenv ("READOUT_SHARED");

  if (shared != NULL)
    return g_build_filename (shared, "gold", NULL);

  return g_test_build_filename (
      G_TEST_DIST, "..", "..", "shared", "gold", NULL);
}

static void
assert_same_records (ReadoutDocument *a, ReadoutDocument *b)
{
  ReadoutAnnotations *x = readout_document_get_annotations (a);
  ReadoutAnnotations *y = readout_document_get_annotations (b);

  for (guint kind = 0; kind < READOUT_N_KINDS; kind++)
    {
      guint n = readout_annotations_get_n_records (x, kind);

      g_assert_cmpuint (n, ==, readout_annotations_get_n_records (y, kind));
      for (guint i = 0; i < n; i++)
        g_assert_true (
            readout_record_equal (readout_annotations_get_record (x, kind, i),
                                  readout_annotations_get_record (y, kind, i)));
    }
}

static void
check_file (const char *path, const char *text_path)
{
  g_autoptr (ReadoutDocument) first = NULL;
  g_autoptr (ReadoutDocument) second = NULL;
  g_autoptr (GBytes) saved = NULL;
  g_autoptr (GBytes) again = NULL;
  g_autoptr (GBytes) line = NULL;
  g_autoptr (ReadoutDocument) third = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  g_autofree char *text = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (path, &data, &length, NULL));
  first = readout_json_read (data, length, &error);
  g_assert_no_error (error);

  /* The text is that of the article file, to the byte. */
  if (g_file_get_contents (text_path, &text, NULL, NULL))
    g_assert_cmpstr (
        readout_text_get_utf8 (readout_document_get_text (first)), ==, text);

  g_assert_false (
      readout_undo_stack_is_modified (readout_document_get_undo_stack (first)));

  saved = readout_json_write (first);
  second = readout_json_read (
      g_bytes_get_data (saved, NULL), g_bytes_get_size (saved), &error);
  g_assert_no_error (error);
  assert_same_records (first, second);

  again = readout_json_write (second);
  g_assert_true (g_bytes_equal (saved, again));

  line = readout_json_write_line (first);
  third = readout_json_read (
      g_bytes_get_data (line, NULL), g_bytes_get_size (line), &error);
  g_assert_no_error (error);
  assert_same_records (first, third);
}

static void
test_folder (gconstpointer user_data)
{
  g_autofree char *gold = find_gold ();
  g_autofree char *folder = g_build_filename (gold, user_data, NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint       n_files = 0;

  if (dir == NULL)
    {
      g_test_skip ("no annotated articles beside the project");
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GString) text_path = g_string_new (path);

      if (!g_str_has_suffix (name, suffix))
        continue;

      g_string_replace (text_path, suffix, ".txt", 0);
      g_test_message ("%s", name);
      check_file (path, text_path->str);
      n_files++;
    }

  g_assert_cmpuint (n_files, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/gold/dev", "dev", test_folder);
  g_test_add_data_func ("/gold/train", "train", test_folder);
  return g_test_run ();
}
