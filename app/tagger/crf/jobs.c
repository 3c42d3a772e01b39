/* jobs.c: trainings that run side by side
 *
 * Runs that do not depend on each other go two at a time.  Each has its own
 * seed, and their results are taken in a fixed order, so what comes out does
 * not depend on how the threads were scheduled.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/crf/jobs.h"

#include "tagger/crf/bioes.h"
#include "tagger/crf/crf.h"

/* Keeps the seeds of folds apart from those of the final runs. */
#define FOLD_SEED 1000

typedef struct
{
  const ReadoutTrainingPlan *plan;
  GArray                    *sequences;
  guint64                    seed;
  double                     from;
  double                     share;
  ReadoutWeights            *weights;
  GError                    *error;
} Job;

static void
report (double fraction, double loss, gpointer user_data)
{
  const Job *job = user_data;

  if (job->plan->progress != NULL)
    job->plan->progress (job->plan->stage,
                         job->from + fraction * job->share,
                         job->plan->progress_data);
}

static void
run_job (gpointer data, gpointer user_data)
{
  Job                  *job = data;
  ReadoutTrainerOptions options = job->plan->options;

  options.seed = job->seed;
  job->weights = readout_trainer_run (job->plan->data,
                                      (gconstpointer)job->sequences->data,
                                      job->sequences->len,
                                      job->plan->n_classes,
                                      job->plan->lawful,
                                      &options,
                                      report,
                                      job,
                                      job->plan->cancellable,
                                      &job->error);
}

static void
clear_jobs (Job *jobs, guint n_jobs)
{
  for (guint i = 0; i < n_jobs; i++)
    {
      g_clear_error (&jobs[i].error);
      g_clear_pointer (&jobs[i].weights, readout_weights_free);
      g_clear_pointer (&jobs[i].sequences, g_array_unref);
    }
}

static gboolean
run_jobs (Job *jobs, guint n_jobs, GError **error)
{
  GThreadPool *pool = g_thread_pool_new (
      run_job, NULL, READOUT_TRAINING_THREADS, TRUE, error);

  if (pool == NULL)
    return FALSE;
  for (guint i = 0; i < n_jobs; i++)
    g_thread_pool_push (pool, &jobs[i], NULL);
  g_thread_pool_free (pool, FALSE, TRUE);

  for (guint i = 0; i < n_jobs; i++)
    if (jobs[i].error != NULL)
      {
        g_propagate_error (error, g_steal_pointer (&jobs[i].error));
        return FALSE;
      }

  return TRUE;
}

/**
 * readout_training_average:
 * @plan: what to train
 * @n_runs: how many runs with other seeds
 * @error: set if cancelled
 *
 * Returns: (transfer full) (nullable): the mean of the runs' weights
 */
ReadoutWeights *
readout_training_average (const ReadoutTrainingPlan *plan,
                          guint                      n_runs,
                          GError                   **error)
{
  g_autoptr (ReadoutWeights) mean = NULL;

  g_return_val_if_fail (plan != NULL && n_runs > 0, NULL);

  for (guint base = 0; base < n_runs; base += READOUT_TRAINING_THREADS)
    {
      Job      jobs[READOUT_TRAINING_THREADS] = { 0 };
      guint    n_jobs = MIN (READOUT_TRAINING_THREADS, n_runs - base);
      gboolean done;

      for (guint i = 0; i < n_jobs; i++)
        {
          jobs[i].plan = plan;
          jobs[i].seed = plan->options.seed + base + i;
          jobs[i].from = plan->from + plan->share * base / n_runs;
          jobs[i].share = plan->share * n_jobs / n_runs;
          jobs[i].sequences = g_array_new (FALSE, FALSE, sizeof (guint32));
          for (guint32 s = 0; s < readout_dataset_get_n_sequences (plan->data);
               s++)
            g_array_append_val (jobs[i].sequences, s);
        }
      done = run_jobs (jobs, n_jobs, error);
      for (guint i = 0; done && i < n_jobs; i++)
        {
          if (mean == NULL)
            mean = readout_weights_new (jobs[i].weights->n_features,
                                        jobs[i].weights->n_labels,
                                        plan->n_classes,
                                        plan->lawful);
          readout_weights_add (mean, jobs[i].weights, 1.0f / n_runs);
        }
      clear_jobs (jobs, n_jobs);
      if (!done)
        return NULL;
    }

  return g_steal_pointer (&mean);
}

/* The sequences of all documents that are not in a fold. */
static GArray *
leave_out_fold (const ReadoutTrainingDocument *documents,
                guint                          n_documents,
                guint                          n_folds,
                guint                          fold)
{
  GArray *sequences = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint d = 0; d < n_documents; d++)
    for (guint32 s = 0; d % n_folds != fold && s < documents[d].n_sequences;
         s++)
      {
        guint32 sequence = documents[d].first_sequence + s;

        g_array_append_val (sequences, sequence);
      }

  return sequences;
}

/* Labels a document's sequences, whose tokens follow each other in the data
 * set as they do in the document. */
static void
label_document (const ReadoutDataset          *data,
                const ReadoutWeights          *weights,
                const ReadoutTrainingDocument *document)
{
  const guint32 *starts = (gconstpointer)data->sequences->data;
  guint32        first = document->first_sequence;

  for (guint32 s = first; s < first + document->n_sequences; s++)
    readout_trainer_label (
        data, weights, s, FALSE, document->labels + starts[s] - starts[first]);
}

/**
 * readout_training_cross_validate:
 * @plan: what to train
 * @n_folds: number of folds
 * @documents: (array length=n_documents): the documents of the data set, in
 *   its order; every n-th goes into the same fold
 * @n_documents: how many
 * @error: set if cancelled
 *
 * Labels each document with weights that were trained on the other folds.
 *
 * Returns: whether all folds are done
 */
gboolean
readout_training_cross_validate (const ReadoutTrainingPlan     *plan,
                                 guint                          n_folds,
                                 const ReadoutTrainingDocument *documents,
                                 guint                          n_documents,
                                 GError                       **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);
  g_return_val_if_fail (documents != NULL || n_documents == 0, FALSE);

  for (guint base = 0; base < n_folds; base += READOUT_TRAINING_THREADS)
    {
      Job      jobs[READOUT_TRAINING_THREADS] = { 0 };
      guint    n_jobs = MIN (READOUT_TRAINING_THREADS, n_folds - base);
      gboolean done;

      for (guint i = 0; i < n_jobs; i++)
        {
          jobs[i].plan = plan;
          jobs[i].seed = plan->options.seed + FOLD_SEED + base + i;
          jobs[i].from = plan->from + plan->share * base / n_folds;
          jobs[i].share = plan->share * n_jobs / n_folds;
          jobs[i].sequences
              = leave_out_fold (documents, n_documents, n_folds, base + i);
        }
      done = run_jobs (jobs, n_jobs, error);
      for (guint i = 0; done && i < n_jobs; i++)
        for (guint d = base + i; d < n_documents; d += n_folds)
          label_document (plan->data, jobs[i].weights, &documents[d]);
      clear_jobs (jobs, n_jobs);
      if (!done)
        return FALSE;
    }

  return TRUE;
}

/**
 * readout_training_make_lawful:
 * @n_labels: number of BIOES labels
 *
 * Returns: (transfer full): a matrix for #ReadoutWeights of the pairs of
 *   labels that can occur; the start of a sequence is like a label outside
 */
guint8 *
readout_training_make_lawful (guint n_labels)
{
  guint   stride = readout_crf_stride (n_labels);
  guint8 *lawful = g_new0 (guint8, (n_labels + 1) * stride);

  for (guint k = 0; k <= n_labels; k++)
    for (guint l = 0; l < n_labels; l++)
      lawful[k * stride + l] = readout_bioes_is_lawful (
          k == n_labels ? READOUT_BIOES_OUTSIDE : k, l);

  return lawful;
}
