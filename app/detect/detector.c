/* detector.c: article in, suggestions out
 *
 * One pipeline of steps over one analysis; each step is a pure function that
 * reads what the earlier ones left.  The same code serves the window (in a
 * worker thread), the command line, the tests and the benchmarks.
 *
 * Limits: English only.  readout_detector_is_english() tells whether a text
 * looks like it; running the detector over another language does no harm and
 * finds little.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/detector.h"

#include "detect/detector-steps.h"
#include "detect/suggestions.h"

#include <string.h>

/* How much of a text the language check looks at, in bytes. */
#define LANGUAGE_SAMPLE 65536

/* Below so many words the share of function words says nothing. */
#define LANGUAGE_MIN_WORDS 12

/* Running English prose has 35 to 50 function words of the list below in 100
 * words, headlines and lists down to 15; German, Dutch and French prose stays
 * under 8 for the few that they share ("in", "was", "on", "a"). */
#define LANGUAGE_MIN_SHARE 0.14

typedef struct
{
  ReadoutAnalysis        *analysis;
  ReadoutDetectorProgress progress;
  gpointer                progress_data;
} RunData;

static void
run_data_free (gpointer data)
{
  RunData *self = data;

  readout_analysis_free (self->analysis);
  g_free (self);
}

static ReadoutAnalysis *
analyse_document (ReadoutDetectorModel *model,
                  ReadoutDocument      *document,
                  GCancellable         *cancellable)
{
  ReadoutAnalysis *analysis = readout_analysis_new (
      model,
      readout_document_get_text (document),
      readout_document_get_meta (document, READOUT_META_PUBLISHED),
      readout_document_get_meta (document, READOUT_META_LANGUAGE),
      cancellable);

  readout_analysis_set_origin (
      analysis,
      readout_document_get_meta (document, READOUT_META_SOURCE),
      readout_document_get_meta (document, READOUT_META_URL));

  return analysis;
}

static GPtrArray *
run_steps (ReadoutAnalysis        *analysis,
           ReadoutDetectorProgress progress,
           gpointer                progress_data,
           GError                **error)
{
  g_autoptr (GPtrArray) records = NULL;
  const ReadoutDetectorStep *steps;
  guint                      n_steps;
  guint                      total = 0;
  guint                      done = 0;

  steps = readout_detector_get_steps (&n_steps);
  for (guint i = 0; i < n_steps; i++)
    total += steps[i].weight;

  for (guint i = 0; i < n_steps; i++)
    {
      if (g_cancellable_set_error_if_cancelled (analysis->cancellable, error))
        return NULL;
      steps[i].run (analysis);
      done += steps[i].weight;
      if (progress != NULL)
        progress ((double)done / total, progress_data);
    }

  records = readout_suggestions_make (
      analysis, readout_detector_get_name (analysis->model));

  /* What is cancelled is left half done. */
  if (g_cancellable_set_error_if_cancelled (analysis->cancellable, error))
    return NULL;

  return g_steal_pointer (&records);
}

static void
run_in_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  RunData   *data = task_data;
  GError    *error = NULL;
  GPtrArray *records;

  records
      = run_steps (data->analysis, data->progress, data->progress_data, &error);
  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static int
compare_words (gconstpointer key, gconstpointer element)
{
  return strcmp (key, *(const char *const *)element);
}

static gboolean
is_function_word (const char *word)
{
  /* The commonest words of English news, in order of strcmp(). */
  static const char *const words[] = {
    "a",    "after", "also",  "an",   "and",  "are",   "as",  "at",
    "be",   "been",  "but",   "by",   "for",  "from",  "had", "has",
    "have", "he",    "her",   "his",  "in",   "is",    "it",  "its",
    "more", "not",   "of",    "on",   "or",   "said",  "she", "that",
    "the",  "their", "there", "they", "this", "to",    "was", "we",
    "were", "which", "who",   "will", "with", "would", "you",
  };

  return bsearch (
             word, words, G_N_ELEMENTS (words), sizeof words[0], compare_words)
         != NULL;
}

/**
 * readout_detector_get_name:
 * @model: (nullable): the trained taggers, or %NULL for the rules alone
 *
 * Returns: the name and version that suggestions carry
 */
const char *
readout_detector_get_name (const ReadoutDetectorModel *model)
{
  return model != NULL ? readout_detector_model_get_detector_name (model)
                       : "readout " PACKAGE_VERSION;
}

/**
 * readout_detector_run:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @text: the article
 * @published: (nullable): when it was published, as an ISO 8601 date; relative
 *   dates are resolved against it
 * @language: (nullable): BCP 47 tag that the document names
 * @progress: (nullable) (scope call): called after each step
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop it
 * @error: where to put `G_IO_ERROR_CANCELLED`
 *
 * Finds mentions, actors, statements and meetings in @text.  The result
 * depends on @model, @text and @published alone.  Takes time and memory
 * proportional to the length of the text; stops within a paragraph when
 * cancelled.
 *
 * Returns: (transfer full) (element-type ReadoutRecord) (nullable): records
 *   of all kinds in state suggested, or %NULL when cancelled
 */
GPtrArray *
readout_detector_run (ReadoutDetectorModel   *model,
                      ReadoutText            *text,
                      const char             *published,
                      const char             *language,
                      ReadoutDetectorProgress progress,
                      gpointer                progress_data,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_autoptr (ReadoutAnalysis) analysis = NULL;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  analysis
      = readout_analysis_new (model, text, published, language, cancellable);

  return run_steps (analysis, progress, progress_data, error);
}

/**
 * readout_detector_run_document:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @document: the article with what is known of its origin
 * @progress: (nullable) (scope call): called after each step
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop it
 * @error: where to put `G_IO_ERROR_CANCELLED`
 *
 * Does the same as readout_detector_run(), with the date, the language and the
 * publisher that @document names.  Does not change @document.
 *
 * Returns: (transfer full) (element-type ReadoutRecord) (nullable): as
 *   readout_detector_run() does
 */
GPtrArray *
readout_detector_run_document (ReadoutDetectorModel   *model,
                               ReadoutDocument        *document,
                               ReadoutDetectorProgress progress,
                               gpointer                progress_data,
                               GCancellable           *cancellable,
                               GError                **error)
{
  g_autoptr (ReadoutAnalysis) analysis = NULL;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  analysis = analyse_document (model, document, cancellable);

  return run_steps (analysis, progress, progress_data, error);
}

/**
 * readout_detector_run_async:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @document: the article with what is known of its origin
 * @progress: (nullable): called from the worker thread after each step
 * @progress_data: user data for @progress; has to live until @callback
 * @cancellable: (nullable): to stop it
 * @callback: called when it is done
 * @user_data: user data for @callback
 *
 * Does the same as readout_detector_run_document() in a worker thread.  What
 * it reads of @document it reads before it returns.
 */
void
readout_detector_run_async (ReadoutDetectorModel   *model,
                            ReadoutDocument        *document,
                            ReadoutDetectorProgress progress,
                            gpointer                progress_data,
                            GCancellable           *cancellable,
                            GAsyncReadyCallback     callback,
                            gpointer                user_data)
{
  g_autoptr (GTask) task = NULL;
  RunData *data;

  g_return_if_fail (READOUT_IS_DOCUMENT (document));

  data = g_new0 (RunData, 1);
  data->analysis = analyse_document (model, document, cancellable);
  data->progress = progress;
  data->progress_data = progress_data;

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, readout_detector_run_async);
  g_task_set_task_data (task, data, run_data_free);
  g_task_run_in_thread (task, run_in_thread);
}

/**
 * readout_detector_run_finish:
 * @result: what the callback of readout_detector_run_async() was given
 * @error: where to put `G_IO_ERROR_CANCELLED`
 *
 * Returns: (transfer full) (element-type ReadoutRecord) (nullable): as
 *   readout_detector_run() does
 */
GPtrArray *
readout_detector_run_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (
      g_async_result_is_tagged (result, readout_detector_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * readout_detector_is_english:
 * @text: an article
 *
 * Whether @text looks like English, which is all the detector knows: by the
 * share of the commonest function words among the words of its beginning.  A
 * text of a few words is given the benefit of the doubt unless most of its
 * letters are outside the Latin script.
 *
 * Returns: whether it is likely to be English
 */
gboolean
readout_detector_is_english (ReadoutText *text)
{
  const char *at;
  const char *end;
  char        word[8];
  guint       length = 0;
  guint       n_words = 0;
  guint       n_known = 0;
  guint       n_foreign = 0;

  g_return_val_if_fail (text != NULL, FALSE);

  at = readout_text_get_utf8 (text);
  end = at + MIN (readout_text_get_n_bytes (text), LANGUAGE_SAMPLE);

  for (;; at = g_utf8_next_char (at))
    {
      gunichar c = at < end ? g_utf8_get_char (at) : 0;

      if (g_unichar_isalpha (c))
        {
          /* Words too long or too foreign to be in the list only count. */
          if (c < 0x80 && length < sizeof word - 1)
            word[length] = g_ascii_tolower (c);
          else
            length = sizeof word;
          length++;
          if (c >= 0x250)
            n_foreign++;
          continue;
        }

      if (length > 0)
        {
          n_words++;
          if (length < sizeof word)
            {
              word[length] = '\0';
              n_known += is_function_word (word);
            }
          length = 0;
        }
      if (at >= end)
        break;
    }

  if (n_foreign > n_words)
    return FALSE;
  if (n_words < LANGUAGE_MIN_WORDS)
    return TRUE;
  return n_known >= n_words * LANGUAGE_MIN_SHARE;
}
