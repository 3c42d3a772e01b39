/* jobs.h: trainings that run side by side
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/crf/trainer.h"

G_BEGIN_DECLS

/* How many run at a time. */
#define READOUT_TRAINING_THREADS 2

/* Called from a training thread. */
typedef void (*ReadoutTrainingProgress) (const char *stage,
                                         double      fraction,
                                         gpointer    user_data);

/**
 * ReadoutTrainingPlan:
 * @data: what to train on
 * @lawful: which pairs of labels can occur
 * @n_classes: number of matrices of pair scores
 * @options: the recipe; each run counts up its seed
 * @stage: what to call it
 * @from: how much of the whole is done before it, 0 to 1
 * @share: how much of the whole it is
 *
 * What several runs have in common.
 */
typedef struct
{
  const ReadoutDataset   *data;
  const guint8           *lawful;
  guint                   n_classes;
  ReadoutTrainerOptions   options;
  const char             *stage;
  double                  from;
  double                  share;
  ReadoutTrainingProgress progress;
  gpointer                progress_data;
  GCancellable           *cancellable;
} ReadoutTrainingPlan;

/**
 * ReadoutTrainingDocument:
 * @first_sequence: number of the first of its sequences in the data set
 * @n_sequences: how many it has, one after the other
 * @labels: (array): takes a label for each of their tokens
 *
 * What stays together when a data set is split into folds: a name comes back
 * within its article.
 */
typedef struct
{
  guint32 first_sequence;
  guint32 n_sequences;
  guint8 *labels;
} ReadoutTrainingDocument;

ReadoutWeights *readout_training_average (const ReadoutTrainingPlan *plan,
                                          guint                      n_runs,
                                          GError                   **error);
gboolean
        readout_training_cross_validate (const ReadoutTrainingPlan     *plan,
                                         guint                          n_folds,
                                         const ReadoutTrainingDocument *documents,
                                         guint                          n_documents,
                                         GError                       **error);
guint8 *readout_training_make_lawful (guint n_labels);

G_END_DECLS
