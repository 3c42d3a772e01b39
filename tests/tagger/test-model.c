/* test-model.c: model files, the table of weights, and training
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "base/error.h"
#include "tagger/crf/hash.h"
#include "tagger/model/table.h"
#include "tagger/crf/jobs.h"

#define N_LABELS 5

static GBytes *
make_model (void)
{
  g_autoptr (ReadoutModelBuilder) builder = readout_model_builder_new ();
  g_autoptr (GBytes) one = g_bytes_new_static ("first", 5);
  g_autoptr (GBytes) two = g_bytes_new_static ("", 0);

  readout_model_builder_add (builder, "one", one);
  readout_model_builder_add (builder, "two", two);
  return readout_model_builder_end (builder);
}

static void
test_sections (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  g_autoptr (GError) error = NULL;
  g_autoptr (ReadoutModel) model
      = readout_model_new_from_bytes (bytes, "test", &error);
  gsize       size;
  const void *section;

  g_assert_no_error (error);
  section = readout_model_get_section (model, "one", &size);
  g_assert_cmpmem (section, size, "first", 5);
  g_assert_cmpuint (GPOINTER_TO_SIZE (section) % 16, ==, 0);
  g_assert_nonnull (readout_model_get_section (model, "two", &size));
  g_assert_cmpuint (size, ==, 0);
  g_assert_null (readout_model_get_section (model, "three", &size));
}

/* Any single changed byte, and any shorter file, is refused. */
static void
test_refusals (void)
{
  g_autoptr (GBytes) bytes = make_model ();
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *changed = g_memdup2 (data, size);
      g_autoptr (GBytes) broken = NULL;
      g_autoptr (GBytes) cut = g_bytes_new (data, i);
      g_autoptr (ReadoutModel) model = NULL;
      g_autoptr (GError) error = NULL;

      changed[i] ^= 0x40;
      broken = g_bytes_new (changed, size);
      model = readout_model_new_from_bytes (broken, "test", &error);
      g_assert_null (model);
      g_assert_error (error, READOUT_ERROR, READOUT_ERROR_FORMAT);
      g_clear_error (&error);
      model = readout_model_new_from_bytes (cut, "test", &error);
      g_assert_null (model);
      g_assert_error (error, READOUT_ERROR, READOUT_ERROR_FORMAT);
    }
}

/* A made-up language: words 0 to 9, of which 1 begins a span that 2 goes on
 * and 3 ends; 4 is a span of its own; 5 is one only after 6. */
static ReadoutDataset *
make_data (guint n_sequences, guint64 seed)
{
  ReadoutDataset *data = readout_dataset_new (N_LABELS);
  ReadoutRandom   random;

  readout_random_init (&random, seed);
  for (guint s = 0; s < n_sequences; s++)
    {
      guint words[12];
      guint n = 0;

      while (n < 9)
        {
          guint word = 4 + readout_random_below (&random, 6);

          if (readout_random_below (&random, 3) == 0)
            {
              words[n++] = 1;
              while (readout_random_below (&random, 2) == 0 && n < 10)
                words[n++] = 2;
              words[n++] = 3;
            }
          else
            words[n++] = word;
        }

      readout_dataset_begin_sequence (data);
      for (guint t = 0; t < n; t++)
        {
          guint64 features[2];
          guint   label = words[t] == 1                                 ? 1
                          : words[t] == 2                               ? 2
                          : words[t] == 3                               ? 3
                          : words[t] == 4                               ? 4
                          : words[t] == 5 && t > 0 && words[t - 1] == 6 ? 4
                                                                        : 0;

          features[0] = readout_hash_finish (words[t]);
          features[1] = readout_hash_finish (
              readout_hash_combine (words[t], t > 0 ? words[t - 1] : 99));
          readout_dataset_add_token (data, features, 2, NULL, 0, NULL, label);
        }
    }
  readout_dataset_freeze (data, 1);
  return data;
}

static ReadoutWeights *
train (ReadoutDataset *data, const guint8 *lawful, guint64 seed)
{
  ReadoutTrainingPlan plan = {
    .data = data,
    .lawful = lawful,
    .n_classes = 1,
    .share = 1,
    .options = { .epochs = 6,
                 .average_from = 4,
                 .rate = 0.1f,
                 .epsilon = 0.1f,
                 .dropout = 0.2f,
                 .seed = seed },
  };
  g_autoptr (GError) error = NULL;
  ReadoutWeights *weights = readout_training_average (&plan, 2, &error);

  g_assert_no_error (error);
  return weights;
}

static void
test_learn (void)
{
  static const char *const names[] = { "O", "B", "I", "E", "S" };
  g_autofree guint8       *lawful = readout_training_make_lawful (N_LABELS);
  g_autoptr (ReadoutDataset) data = make_data (300, 7);
  g_autoptr (ReadoutWeights) weights = train (data, lawful, 1);
  g_autoptr (ReadoutWeights) again = train (data, lawful, 1);
  g_autoptr (ReadoutWeights) other = train (data, lawful, 2);
  g_autoptr (GBytes) section
      = readout_table_build (weights, data->keys, names, 0.01f);
  g_autoptr (GBytes) same
      = readout_table_build (again, data->keys, names, 0.01f);
  g_autoptr (GBytes) different
      = readout_table_build (other, data->keys, names, 0.01f);

  /* One seed, one result, whatever the threads did. */
  g_assert_true (g_bytes_equal (section, same));
  g_assert_false (g_bytes_equal (section, different));

  for (guint s = 0; s < readout_dataset_get_n_sequences (data); s++)
    {
      guint32 first = g_array_index (data->sequences, guint32, s);
      guint32 end = g_array_index (data->sequences, guint32, s + 1);
      guint8  labels[16];

      readout_trainer_label (data, weights, s, FALSE, labels);
      g_assert_cmpmem (labels,
                       end - first,
                       &g_array_index (data->labels, guint8, first),
                       end - first);
    }
}

/* The table gives what went in, up to the rounding, and hardly ever anything
 * for a feature that was never seen. */
static void
test_table (void)
{
  static const char *const names[] = { "O", "B", "I", "E", "S" };
  enum
  {
    N_FEATURES = 50000
  };
  g_autofree guint8 *lawful = readout_training_make_lawful (N_LABELS);
  g_autoptr (ReadoutWeights) weights
      = readout_weights_new (N_FEATURES, N_LABELS, 1, lawful);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_autoptr (ReadoutModelBuilder) builder = readout_model_builder_new ();
  g_autoptr (ReadoutModel) model = NULL;
  g_autoptr (ReadoutTable) table = NULL;
  g_autoptr (GBytes) section = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  ReadoutRandom random;
  guint         n_false = 0;

  readout_random_init (&random, 3);
  for (guint i = 0; i < N_FEATURES; i++)
    {
      guint64 key = readout_hash_finish (i);

      g_array_append_val (keys, key);
      for (guint l = 0; l < N_LABELS; l++)
        weights->weights[(gsize)i * READOUT_CRF_PAD + l]
            = (readout_random_below (&random, 2001) - 1000.0f) / 1000.0f;
    }
  section = readout_table_build (weights, keys, names, 0);
  readout_model_builder_add (builder, "table", section);
  bytes = readout_model_builder_end (builder);
  model = readout_model_new_from_bytes (bytes, "test", &error);
  g_assert_no_error (error);
  table = readout_table_new (model, "table", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (table->label_names[4], ==, "S");
  g_assert_null (readout_table_new (model, "nothing", NULL));

  for (guint i = 0; i < 2 * N_FEATURES; i++)
    {
      guint64 key = readout_hash_finish (i);
      gint16  sums[READOUT_CRF_PAD] = { 0 };
      gint32  wide[READOUT_CRF_PAD];

      readout_table_add_scores (table, &key, 1, sums);
      if (i >= N_FEATURES)
        {
          n_false += sums[0] != 0;
          continue;
        }
      readout_table_widen (table, sums, 1, wide);
      for (guint l = 0; l < N_LABELS; l++)
        g_assert_cmpfloat_with_epsilon (
            wide[l] * table->scale,
            weights->weights[(gsize)i * READOUT_CRF_PAD + l],
            0.006);
    }
  g_assert_cmpuint (n_false, <=, 2);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sections", test_sections);
  g_test_add_func ("/model/refusals", test_refusals);
  g_test_add_func ("/model/learn", test_learn);
  g_test_add_func ("/model/table", test_table);
  return g_test_run ();
}
