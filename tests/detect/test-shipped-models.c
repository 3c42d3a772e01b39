/* test-shipped-models.c: the models that come with the program
 *
 * The golden articles show what the rules do, whatever model there is; this
 * shows that each model can be opened, says what it is, and helps.  A model
 * that was left out is skipped.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "base/main-thread.h"
#include "detect/detector.h"
#include "detect/models/installed.h"
#include "model/actor.h"
#include "model/mention.h"
#include "model/statement.h"

/* Names that no list has, in the places where names of people, bodies and
 * towns stand. */
static const char article[]
    = "Talks on Zelvania grain end without a deal\n"
      "\n"
      "VORNHOLM (Coastal Press) - Zelvanian negotiators left Vornholm on "
      "Thursday after two days of talks with Foreign Minister Tibor Halvask, "
      "officials said.\n"
      "\n"
      "\"We were close, and we will come back,\" Halvask told reporters. He "
      "added that Prime Minister Oriana Delmeer had asked for more time.\n"
      "\n"
      "Jorun Mattick, who leads the Vornholm Grain Council, said the harvest "
      "could not wait. According to Mattick, the ships are ready.\n";

static ReadoutDetectorModel *
open_model (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".readout-model", NULL);
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "data", "models", base, NULL);
  g_autoptr (GError) error = NULL;
  ReadoutDetectorModel *model;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the model was left out");
      return NULL;
    }

  model = readout_detector_model_open (path, &error);
  g_assert_no_error (error);
  return model;
}

static GPtrArray *
detect (ReadoutDetectorModel *model)
{
  g_autoptr (ReadoutText) text = readout_text_new (article, -1);
  g_autoptr (GError) error = NULL;
  GPtrArray *records = readout_detector_run (
      model, text, "2024-03-08", "en", NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return records;
}

static void
test_about (gconstpointer data)
{
  g_autoptr (ReadoutDetectorModel) model = open_model (data);
  g_autofree char *start = g_strdup_printf ("readout/%s-", (char *)data);
  const ReadoutModelAbout *about;

  if (model == NULL)
    return;

  about = readout_detector_model_get_about (model);
  g_assert_cmpstr (about->name, ==, data);
  g_assert_cmpstr (about->language, ==, "en");
  g_assert_nonnull (about->licence);
  g_assert_nonnull (about->terms);
  g_assert_cmpuint (g_strv_length (about->corpora), >=, 2);
  g_assert_true (g_str_has_prefix (readout_detector_get_name (model), start));
}

static gboolean
has_actor (GPtrArray *records, const char *name)
{
  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      if (record->kind == READOUT_KIND_ACTOR
          && g_str_equal (((const ReadoutActor *)record)->name, name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_mention (GPtrArray *records, const char *words, ReadoutMentionType type)
{
  guint32 start = strstr (article, words) - article;

  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord  *record = g_ptr_array_index (records, i);
      const ReadoutMention *mention = (const ReadoutMention *)record;

      if (record->kind == READOUT_KIND_MENTION && mention->type == type
          && mention->span.start == start
          && readout_span_length (mention->span) == strlen (words))
        return TRUE;
    }

  return FALSE;
}

static void
test_finds (gconstpointer data)
{
  g_autoptr (ReadoutDetectorModel) model = open_model (data);
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GPtrArray) again = NULL;
  guint n_statements = 0;

  if (model == NULL)
    return;

  records = detect (model);
  g_assert_true (has_actor (records, "Tibor Halvask"));
  g_assert_true (has_actor (records, "Oriana Delmeer"));
  g_assert_true (has_actor (records, "Jorun Mattick"));
  g_assert_true (
      has_mention (records, "Tibor Halvask", READOUT_MENTION_PERSON));
  g_assert_true (has_mention (
      records, "Vornholm Grain Council", READOUT_MENTION_ORGANIZATION));
  for (guint i = 0; i < records->len; i++)
    {
      const ReadoutRecord *record = g_ptr_array_index (records, i);

      g_assert_cmpstr (
          record->review.detector, ==, readout_detector_get_name (model));
      n_statements += record->kind == READOUT_KIND_STATEMENT;
    }
  g_assert_cmpuint (n_statements, >=, 4);

  again = detect (model);
  g_assert_cmpuint (again->len, ==, records->len);
  for (guint i = 0; i < records->len; i++)
    g_assert_true (readout_record_equal (g_ptr_array_index (records, i),
                                         g_ptr_array_index (again, i)));
}

static void
note_result (GObject *object, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **)user_data = g_object_ref (result);
}

/* The thread of the window hears the same as who reads the files. */
static void
test_list (void)
{
  g_autoptr (GPtrArray) expected = readout_detector_models_list ();
  g_autofree char *expected_best = readout_detector_models_get_default ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) models = NULL;
  g_autofree char *best = NULL;

  readout_main_thread_keep_free (TRUE);
  readout_detector_models_list_async (note_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  models = readout_detector_models_list_finish (result, &best);
  readout_main_thread_keep_free (FALSE);

  g_assert_cmpstr (best, ==, expected_best);
  g_assert_cmpuint (models->len, ==, expected->len);
  for (guint i = 0; i < models->len; i++)
    {
      const ReadoutInstalledModel *one = g_ptr_array_index (models, i);
      const ReadoutInstalledModel *two = g_ptr_array_index (expected, i);

      g_assert_cmpstr (one->path, ==, two->path);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/shipped-models/list", test_list);
  g_test_add_data_func ("/shipped-models/en-news/about", "en-news", test_about);
  g_test_add_data_func ("/shipped-models/en-news/finds", "en-news", test_finds);
  g_test_add_data_func ("/shipped-models/en-open/about", "en-open", test_about);
  g_test_add_data_func ("/shipped-models/en-open/finds", "en-open", test_finds);

  return g_test_run ();
}
