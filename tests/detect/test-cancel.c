/* test-cancel.c: the detector is cancelled wherever it looks
 *
 * The program has a g_cancellable_is_cancelled() of its own, which the linker
 * takes for all that the core calls: it counts the looks, and cancels at one of
 * them.  How long it takes from one look to the next is for bench-cancel.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <malloc.h>

#include "detect/detector.h"
#include "detect/steps.h"
#include "model/record.h"

#define MAX_STEPS 16
#define MAX_RUNS 100

/* Once it is cancelled every loop of the step looks once more at most. */
#define MAX_MORE 40

static struct
{
  guint n_looks;
  guint cancel_at; /* The look that it is cancelled at, from 1; 0 for none. */
  guint step;
  guint by_step[MAX_STEPS];
} looks;

gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  if (cancellable == NULL)
    return FALSE;

  looks.n_looks++;
  looks.by_step[MIN (looks.step, MAX_STEPS - 1)]++;
  if (looks.n_looks == looks.cancel_at)
    g_cancellable_cancel (cancellable);

  return g_cancellable_set_error_if_cancelled (cancellable, NULL);
}

static void
note_step (double fraction, gpointer user_data)
{
  looks.step++;
}

/* All that the steps look for, in lines and in one line. */
static const char unit[]
    = "BERG AND VELK TO MEET IN OSLO\n"
      "Foreign Minister Ada Berg met her Marenian counterpart Tomas Velk in "
      "Oslo on Monday 3 May 2021 for two hours.  “We agreed to open the "
      "bridge,” "
      "Berg told reporters, adding that “all sides” had been frank.  According "
      "to the ministry (MFA), officials said they will visit Norway.\n"
      "Q: Why?\n"
      "A: It is time to talk, he said.\n"
      "Home\tAway\n"
      "Der Minister sagte, dass die Gespräche nicht zu Ende sind und auch "
      "nicht so bald enden.\n";

/* With words that are others each time, so that there are many of all. */
static ReadoutText *
make_text (guint n, const char *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      g_string_append (text, unit);
      g_string_append_printf (text,
                              "%c%cstan Olm, head of the %c%cran Union, said "
                              "so to Ada Berg%s",
                              'A' + i % 26,
                              'a' + i / 26 % 26,
                              'A' + i % 26,
                              'a' + i / 26 % 26,
                              lines);
    }

  return readout_text_new (text->str, text->len);
}

/* What is allocated now; 0 where the allocator does not say. */
static gsize
get_allocated (void)
{
  return mallinfo2 ().uordblks;
}

/* Detects, cancelled at a look. */
static void
run (ReadoutDetectorModel *model, ReadoutText *text, guint cancel_at)
{
  GCancellable *cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;

  looks.n_looks = looks.step = 0;
  looks.cancel_at = cancel_at;
  records = readout_detector_run (
      NULL, text, "2023-09-18", "en", note_step, NULL, cancellable, &error);
  if (cancel_at > 0)
    {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (records);
    }
  else
    {
      g_assert_no_error (error);
      g_assert_nonnull (records);
    }

  g_assert_finalize_object (cancellable);
}

/* Whether each run takes more memory.  The allocator calls some of what it was
 * given back still allocated, but not more of it each time. */
static gboolean
is_leaking (ReadoutDetectorModel *model, ReadoutText *text, guint cancel_at)
{
  for (guint i = 0; i < MAX_RUNS; i++)
    {
      gsize before = get_allocated ();

      run (model, text, cancel_at);
      if (get_allocated () <= before)
        return FALSE;
    }

  return TRUE;
}

/* Cancels at every @step-th look. */
static void
test_each (ReadoutDetectorModel *model,
           ReadoutText          *text,
           guint                 n_looks,
           guint                 step)
{
  for (guint i = 1; i <= n_looks; i += step)
    {
      gboolean leaking = is_leaking (model, text, i);

      if (leaking || looks.n_looks >= i + MAX_MORE)
        g_test_message (
            "cancelled at look %u of %u, in step %u", i, n_looks, looks.step);
      g_assert_false (leaking);
      g_assert_cmpuint (looks.n_looks, <, i + MAX_MORE);
    }
}

static void
test_short (void)
{
  g_autoptr (ReadoutText) text = make_text (2, ".\n");
  guint n_looks;

  run (NULL, text, 0);
  run (NULL, text, 0);
  n_looks = looks.n_looks;
  test_each (NULL, text, n_looks, 1);
}

/* In a long text there is no stretch without looks: each step looks as often
 * as the text has some hundreds of characters. */
static void
test_long (gconstpointer data)
{
  g_autoptr (ReadoutText) text = make_text (700, data);
  guint least = readout_text_get_length (text) / 10000;
  guint n_steps;
  guint n_looks;

  readout_detector_get_steps (&n_steps);
  g_assert_cmpuint (n_steps, <, MAX_STEPS);
  run (NULL, text, 0);
  memset (looks.by_step, 0, sizeof looks.by_step);
  run (NULL, text, 0);
  n_looks = looks.n_looks;
  for (guint i = 0; i <= n_steps; i++)
    {
      g_test_message ("step %u looks %u times", i, looks.by_step[i]);
      g_assert_cmpuint (looks.by_step[i], >, least);
    }

  test_each (NULL, text, n_looks, n_looks / 40 + 1);
}

/* The taggers of a model too. */
static void
test_model (void)
{
  g_autofree char *path = g_test_build_filename (
      G_TEST_DIST, "..", "data", "models", "en-news.readout-model", NULL);
  g_autoptr (ReadoutText) text = make_text (20, ".\n");
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("the model was left out");
      return;
    }
  model = readout_detector_model_open (path, &error);
  g_assert_no_error (error);
  run (model, text, 0);
  run (model, text, 0);
  test_each (model, text, looks.n_looks, looks.n_looks / 60 + 1);
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  gboolean *done = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (readout_detector_run_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *done = TRUE;
}

static void
test_async (void)
{
  g_autoptr (ReadoutText) text = make_text (20, ".\n");
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  guint n_looks;

  run (NULL, text, 0);
  n_looks = looks.n_looks;
  for (guint i = 1; i < n_looks; i += n_looks / 10 + 1)
    {
      GCancellable *cancellable = g_cancellable_new ();
      gboolean      done = FALSE;

      looks.n_looks = 0;
      looks.cancel_at = i;
      readout_detector_run_async (
          NULL, document, NULL, NULL, cancellable, on_done, &done);
      while (!done)
        g_main_context_iteration (NULL, TRUE);
      g_object_unref (cancellable);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cancel/short", test_short);
  g_test_add_data_func ("/cancel/long/lines", ".\n", test_long);
  g_test_add_data_func ("/cancel/long/one-line", ".  ", test_long);
  g_test_add_func ("/cancel/model", test_model);
  g_test_add_func ("/cancel/async", test_async);
  return g_test_run ();
}
