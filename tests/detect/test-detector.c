/* test-detector.c: the whole pipeline
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "base/error.h"
#include "detect/detector.h"
#include "formats/json.h"
#include "model/validator.h"

/* The article of a golden test with the suggestions that the detector makes,
 * as the file format has them. */
static ReadoutDocument *
detect (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutDocument *document = readout_document_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  readout_document_set_meta (document, READOUT_META_PUBLISHED, "2023-09-18");
  records = readout_detector_run (
      NULL, text, "2023-09-18", "en", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < records->len; i++)
    readout_changes_add (changes, NULL, g_ptr_array_index (records, i));
  g_assert_true (readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error));
  g_assert_no_error (error);
  readout_validator_check (
      text, readout_document_get_annotations (document), &error);
  g_assert_no_error (error);

  return document;
}

/* With READOUT_UPDATE_GOLDEN in the environment the expectations are written
 * anew: see tests/tools/update-golden.sh. */
static void
test_golden (gconstpointer data)
{
  const char      *name = data;
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *expected_file = g_strconcat (name, ".expected.json", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "golden", file, NULL);
  g_autofree char *expected_path
      = g_test_build_filename (G_TEST_DIST, "golden", expected_file, NULL);
  g_autofree char *utf8 = NULL;
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (GBytes) found = NULL;
  g_auto (GStrv) found_lines = NULL;
  g_auto (GStrv) expected_lines = NULL;
  g_autofree char *found_json = NULL;

  g_file_get_contents (path, &utf8, NULL, &error);
  g_assert_no_error (error);
  document = detect (utf8);
  found = readout_json_write (document);

  if (g_getenv ("READOUT_UPDATE_GOLDEN") != NULL)
    {
      gsize       size;
      const char *bytes = g_bytes_get_data (found, &size);

      g_file_set_contents (expected_path, bytes, size, &error);
      g_assert_no_error (error);
      return;
    }

  g_file_get_contents (expected_path, &expected, NULL, &error);
  g_assert_no_error (error);

  /* Line by line, to show the place that differs. */
  found_json
      = g_strndup (g_bytes_get_data (found, NULL), g_bytes_get_size (found));
  found_lines = g_strsplit (found_json, "\n", -1);
  expected_lines = g_strsplit (expected, "\n", -1);
  for (guint i = 0; found_lines[i] != NULL && expected_lines[i] != NULL; i++)
    if (!g_str_equal (found_lines[i], expected_lines[i]))
      {
        g_test_message ("%s, line %u: run tests/tools/update-golden.sh if the "
                        "change is meant",
                        expected_file,
                        i + 1);
        g_assert_cmpstr (found_lines[i], ==, expected_lines[i]);
      }
  g_assert_cmpuint (
      g_strv_length (found_lines), ==, g_strv_length (expected_lines));
}

static const char long_article[]
    = "Foreign Minister Ada Berg met President Tomas Velk in Oslo on Monday. "
      "“We agreed to reopen the bridge,” Berg said, adding that the talks had "
      "been frank.\nVelk told reporters that trade would follow.\n";

static ReadoutText *
make_long_text (guint n_bytes)
{
  g_autoptr (GString) text = g_string_new (NULL);

  while (text->len < n_bytes)
    g_string_append (text, long_article);
  return readout_text_new (text->str, -1);
}

static void
on_progress (double fraction, gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
test_progress (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (long_article, -1);
  g_autoptr (GPtrArray) records = NULL;
  double last = 0;

  records = readout_detector_run (
      NULL, text, NULL, NULL, on_progress, &last, NULL, NULL);
  g_assert_cmpuint (records->len, >, 0);
  g_assert_cmpfloat (last, ==, 1.0);
}

typedef struct
{
  GMainLoop *loop;
  GPtrArray *records;
  GError    *error;
} Waiter;

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Waiter *self = user_data;

  self->records = readout_detector_run_finish (result, &self->error);
  g_main_loop_quit (self->loop);
}

static void
test_async (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (long_article, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GPtrArray) same = NULL;
  Waiter waiter = { loop, NULL, NULL };

  readout_document_set_meta (document, READOUT_META_PUBLISHED, "2023-09-18");
  readout_document_set_meta (document, READOUT_META_LANGUAGE, "en");
  readout_detector_run_async (
      NULL, document, NULL, NULL, NULL, on_run, &waiter);
  g_main_loop_run (loop);
  g_assert_no_error (waiter.error);

  same = readout_detector_run (
      NULL, text, "2023-09-18", "en", NULL, NULL, NULL, NULL);
  g_assert_cmpuint (waiter.records->len, ==, same->len);
  for (guint i = 0; i < same->len; i++)
    g_assert_true (readout_record_equal (
        g_ptr_array_index (same, i), g_ptr_array_index (waiter.records, i)));
  g_ptr_array_unref (waiter.records);
}

static gboolean
on_timeout (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_REMOVE;
}

/* A long text is given up soon after it is cancelled, whatever the step. */
static void
test_cancel (void)
{
  g_autoptr (ReadoutText) text = make_long_text (4 * 1000 * 1000);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  for (guint delay = 0; delay <= 1600; delay += 400)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Waiter waiter = { loop, NULL, NULL };
      gint64 begin;

      readout_detector_run_async (
          NULL, document, NULL, NULL, cancellable, on_run, &waiter);
      if (delay == 0)
        g_cancellable_cancel (cancellable);
      else
        /* A run that is over before its delay leaves the timeout behind. */
        g_timeout_add_full (G_PRIORITY_DEFAULT,
                            delay,
                            on_timeout,
                            g_object_ref (cancellable),
                            g_object_unref);
      begin = g_get_monotonic_time () + delay * 1000;
      g_main_loop_run (loop);

      if (waiter.records != NULL)
        {
          /* A machine on which it was done before. */
          g_ptr_array_unref (waiter.records);
          continue;
        }
      g_assert_error (waiter.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&waiter.error);
      g_test_message ("given up after %.1f ms",
                      (g_get_monotonic_time () - begin) / 1e3);
    }
}

/* A text without full stops: what is read for one cue is bounded, so the work
 * stays proportional to the text.  With quadratic work this does not come to an
 * end before the test's own time limit. */
static void
test_endless (void)
{
  g_autoptr (GString) line = g_string_new (NULL);
  g_autoptr (ReadoutDocument) document = NULL;
  ReadoutAnnotations *annotations;
  guint               n;

  for (guint i = 0; i < 40000; i++)
    g_string_append (line, "he said ");
  document = detect (line->str);
  annotations = readout_document_get_annotations (document);
  n = readout_annotations_get_n_records (annotations, READOUT_KIND_STATEMENT);
  for (guint i = 0; i < n; i++)
    {
      ReadoutStatement *statement = readout_annotations_get_record (
          annotations, READOUT_KIND_STATEMENT, i);

      g_assert_cmpuint (
          readout_span_list_covered (&statement->content), <, 8000);
    }
}

/* A long article of many sentences; bench-detect prints how long it takes. */
static void
test_long (void)
{
  g_autoptr (ReadoutText) text = make_long_text (800 * 1000);
  g_autoptr (GPtrArray) records = readout_detector_run (
      NULL, text, "2023-09-18", NULL, NULL, NULL, NULL, NULL);

  g_assert_cmpuint (records->len, >, 0);
}

static void
test_odd_texts (void)
{
  static const char *const texts[] = {
    "",
    " \n\n ",
    "“",
    "said",
    "said.\nsaid",
    "“said,” said said.",
    "according to",
    "A\n\nB\n",
    "Ada Berg said “",
    "”, she said, “",
    "he, he, he, he said",
    "THE MINISTER SAID THE TALKS WILL BE HELD ON MONDAY",
    "Q: What now?\nA: We wait.\n",
    "Der Minister sagte, die Gespräche seien gescheitert.",
    "2023-02-30 and 31 November",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ReadoutDocument) document = detect (texts[i]);

      g_assert_nonnull (document);
    }
}

static void
test_language (void)
{
  static const char english[]
      = "The minister said on Monday that the talks had failed and that he "
        "would not go back to the table.";
  static const char german[] = "Der Minister sagte am Montag, dass die "
                               "Gespräche gescheitert seien und "
                               "er nicht an den Tisch zurückkehren werde.";
  static const struct
  {
    const char    *text;
    const char    *language;
    ReadoutEnglish expected;
  } cases[] = {
    { "", NULL, READOUT_ENGLISH_WHOLLY },
    { "", "de", READOUT_ENGLISH_NOT_BY_NAME },
    { "Reports.", NULL, READOUT_ENGLISH_WHOLLY },
    { english, NULL, READOUT_ENGLISH_WHOLLY },
    { english, "", READOUT_ENGLISH_WHOLLY },
    { english, "en", READOUT_ENGLISH_WHOLLY },
    { english, "EN-gb", READOUT_ENGLISH_WHOLLY },
    { english, "enm", READOUT_ENGLISH_NOT_BY_NAME },
    { english, "de", READOUT_ENGLISH_NOT_BY_NAME },
    { english, "und", READOUT_ENGLISH_WHOLLY },
    { german, NULL, READOUT_ENGLISH_NOT },
    { german, "en", READOUT_ENGLISH_NOT },
    { german, "mul", READOUT_ENGLISH_NOT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutText) text = readout_text_new (cases[i].text, -1);

      g_test_message ("%s: %s", cases[i].language, cases[i].text);
      g_assert_cmpint (
          readout_detector_check_language (text, cases[i].language),
          ==,
          cases[i].expected);
    }
}

static ReadoutText *
new_text_of (gsize n_bytes)
{
  g_autofree char *blanks = g_strnfill (n_bytes, '\n');

  return readout_text_new (blanks, n_bytes);
}

static void
assert_too_large (GPtrArray *records, GError **error)
{
  g_assert_null (records);
  g_assert_error (*error, READOUT_ERROR, READOUT_ERROR_LIMIT);
  g_assert_nonnull (strstr ((*error)->message, "20.0"));
  g_clear_error (error);
}

/* Each door refuses what is larger than the limit, and nothing that is not. */
static void
test_too_large (void)
{
  g_autoptr (ReadoutText) large = new_text_of (READOUT_DETECTOR_MAX_TEXT + 1);
  g_autoptr (ReadoutText) largest = new_text_of (READOUT_DETECTOR_MAX_TEXT);
  g_autoptr (ReadoutDocument) document = readout_document_new (large);
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Waiter waiter = { loop, NULL, NULL };

  assert_too_large (
      readout_detector_run (NULL, large, NULL, NULL, NULL, NULL, NULL, &error),
      &error);
  assert_too_large (
      readout_detector_run_document (NULL, document, NULL, NULL, NULL, &error),
      &error);
  assert_too_large (
      readout_detector_explain (NULL, document, &rules, NULL, &error), &error);
  g_assert_null (rules);
  readout_detector_run_async (
      NULL, document, NULL, NULL, NULL, on_run, &waiter);
  g_main_loop_run (loop);
  assert_too_large (waiter.records, &waiter.error);

  none = readout_detector_run (
      NULL, largest, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func (
      "/detector/golden/bridge-talks", "bridge-talks", test_golden);
  g_test_add_data_func (
      "/detector/golden/harbor-report", "harbor-report", test_golden);
  g_test_add_data_func (
      "/detector/golden/summit-call", "summit-call", test_golden);
  g_test_add_func ("/detector/progress", test_progress);
  g_test_add_func ("/detector/async", test_async);
  g_test_add_func ("/detector/cancel", test_cancel);
  g_test_add_func ("/detector/endless", test_endless);
  g_test_add_func ("/detector/long", test_long);
  g_test_add_func ("/detector/too-large", test_too_large);
  g_test_add_func ("/detector/odd-texts", test_odd_texts);
  g_test_add_func ("/detector/language", test_language);
  return g_test_run ();
}
