/* detector.c: article in, suggestions out
 *
 * One pipeline of steps over one analysis; each step is a pure function that
 * reads what the earlier ones left.  The same code serves the window (in a
 * worker thread), the command line, the tests and the benchmarks.
 *
 * Limits: English only.  readout_detector_check_language() tells whether a text
 * looks like it; running the detector over another language does no harm and
 * finds little that is right.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/detector.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "detect/steps.h"
#include "detect/suggestions.h"
#include "language/lines.h"
#include "language/word-lists.h"

/* How much of a text the language check looks at, in bytes. */
#define LANGUAGE_SAMPLE 65536

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

  g_clear_pointer (&self->analysis, readout_analysis_free);
  g_free (self);
}

static gpointer
free_analysis (gpointer analysis)
{
  readout_analysis_free (analysis);

  return NULL;
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

/* Nothing but the text itself is there yet. */
static gboolean
check_size (const ReadoutText *text, GError **error)
{
  gsize            n_bytes = readout_text_get_n_bytes (text);
  g_autofree char *size = NULL;
  g_autofree char *limit = NULL;

  if (n_bytes <= READOUT_DETECTOR_MAX_TEXT)
    return TRUE;

  size = g_format_size (n_bytes);
  limit = g_format_size (READOUT_DETECTOR_MAX_TEXT);
  g_set_error (
      error,
      READOUT_ERROR,
      READOUT_ERROR_LIMIT,
      _ ("This text is too long to be detected: it has %s, and at most "
         "%s are taken. Split it into parts, or mark it by hand."),
      size,
      limit);
  return FALSE;
}

static GPtrArray *
run_steps (ReadoutAnalysis        *analysis,
           GPtrArray              *rules,
           ReadoutDetectorProgress progress,
           gpointer                progress_data,
           GError                **error)
{
  const ReadoutDetectorStep *steps;
  guint                      n_steps;
  guint                      total = 0;
  guint                      done = 0;

  if (!check_size (analysis->text, error))
    return NULL;

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

  analysis->records = readout_suggestions_make (
      analysis, readout_detector_get_name (analysis->model), rules);

  /* What is cancelled is left half done, and freed with the analysis. */
  if (g_cancellable_set_error_if_cancelled (analysis->cancellable, error))
    return NULL;

  return g_steal_pointer (&analysis->records);
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

  records = run_steps (
      data->analysis, NULL, data->progress, data->progress_data, &error);

  /* Giving back the memory of a long text takes its time, which nobody is to
   * wait for, and which the main thread is not to spend. */
  g_thread_unref (g_thread_new (
      "readout-free", free_analysis, g_steal_pointer (&data->analysis)));

  if (records != NULL)
    g_task_return_pointer (task, records, (GDestroyNotify)g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

/**
 * readout_detector_get_name:
 * @model: (nullable): the trained taggers, or %NULL for the rules alone
 *
 * Returns: the name and version that suggestions carry; it ends in "+own" where
 *   a person's own words were loaded
 */
const char *
readout_detector_get_name (const ReadoutDetectorModel *model)
{
  g_autofree char *with_own = NULL;
  const char      *name = model != NULL
                              ? readout_detector_model_get_detector_name (model)
                              : "readout " PACKAGE_VERSION;

  if (!readout_word_lists_have_own ())
    return name;

  with_own = g_strconcat (name, "+own", NULL);
  return g_intern_string (with_own);
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
 * @error: where to put `G_IO_ERROR_CANCELLED`, or %READOUT_ERROR_LIMIT for a
 *   text of more than %READOUT_DETECTOR_MAX_TEXT bytes
 *
 * Finds mentions, actors, statements and meetings in @text.  The result
 * depends on @model, @text and @published alone.  Takes time and memory
 * proportional to the length of the text, of memory at most
 * %READOUT_DETECTOR_BYTES_PER_BYTE for each of its bytes and
 * %READOUT_DETECTOR_FIXED_BYTES beside.  Looks at @cancellable every few
 * milliseconds, and gives back the memory before it returns.
 *
 * Returns: (transfer full) (element-type ReadoutRecord) (nullable): records
 *   of all kinds in state suggested, or %NULL when cancelled or
 *   too large
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

  return run_steps (analysis, NULL, progress, progress_data, error);
}

/**
 * readout_detector_run_document:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @document: the article with what is known of its origin
 * @progress: (nullable) (scope call): called after each step
 * @progress_data: user data for @progress
 * @cancellable: (nullable): to stop it
 * @error: where to put `G_IO_ERROR_CANCELLED`, or %READOUT_ERROR_LIMIT for a
 *   text of more than %READOUT_DETECTOR_MAX_TEXT bytes
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

  return run_steps (analysis, NULL, progress, progress_data, error);
}

/**
 * readout_detector_explain:
 * @model: (nullable): the trained taggers; without them the rules work alone
 * @document: the article with what is known of its origin
 * @rules: (out) (transfer full) (element-type utf8): for each record the rules
 *   that made it and filled it in, each as "room/file: in words" with the file
 *   in app/detect
 * @cancellable: (nullable): to stop it
 * @error: where to put `G_IO_ERROR_CANCELLED`, or %READOUT_ERROR_LIMIT for a
 *   text of more than %READOUT_DETECTOR_MAX_TEXT bytes
 *
 * Does the same as readout_detector_run_document() and tells how.
 *
 * Returns: (transfer full) (element-type ReadoutRecord) (nullable): as
 *   readout_detector_run() does
 */
GPtrArray *
readout_detector_explain (ReadoutDetectorModel *model,
                          ReadoutDocument      *document,
                          GPtrArray           **rules,
                          GCancellable         *cancellable,
                          GError              **error)
{
  g_autoptr (ReadoutAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) noted = g_ptr_array_new_with_free_func (g_free);
  GPtrArray *records;

  g_return_val_if_fail (READOUT_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (rules != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *rules = NULL;
  analysis = analyse_document (model, document, cancellable);
  records = run_steps (analysis, noted, NULL, NULL, error);
  if (records != NULL)
    *rules = g_steal_pointer (&noted);

  return records;
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
 * it reads of @document it reads before it returns.  @callback does not wait
 * until the memory of the analysis is given back.
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
 * @error: where to put `G_IO_ERROR_CANCELLED`, or %READOUT_ERROR_LIMIT for a
 *   text of more than %READOUT_DETECTOR_MAX_TEXT bytes
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
 * readout_detector_check_language:
 * @text: an article
 * @language: (nullable): BCP 47 tag that the document names
 *
 * Looks at the beginning of @text alone.  A document that calls a text English
 * is not believed if it does not look like it; one that names another language
 * is.
 *
 * Returns: whether it is likely to be English
 */
ReadoutEnglish
readout_detector_check_language (ReadoutText *text, const char *language)
{
  g_autoptr (ReadoutText) lines = NULL;
  g_autoptr (ReadoutText) sample = NULL;

  g_return_val_if_fail (text != NULL, READOUT_ENGLISH_WHOLLY);

  /* "mul" is several languages, "und" and "zxx" are none. */
  if (language != NULL && g_ascii_isalpha (*language)
      && g_ascii_strncasecmp (language, "mul", 3) != 0
      && g_ascii_strncasecmp (language, "und", 3) != 0
      && g_ascii_strncasecmp (language, "zxx", 3) != 0
      && (g_ascii_strncasecmp (language, "en", 2) != 0
          || g_ascii_isalpha (language[2])))
    return READOUT_ENGLISH_NOT_BY_NAME;

  if (readout_text_get_n_bytes (text) > LANGUAGE_SAMPLE)
    {
      guint32 end = readout_text_to_offset (text, LANGUAGE_SAMPLE);

      sample = readout_text_new (readout_text_get_utf8 (text),
                                 readout_text_to_byte (text, end));
      text = sample;
    }
  lines = readout_lines_mend (text, NULL);

  return readout_english_judge (lines);
}
