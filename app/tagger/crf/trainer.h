/* trainer.h: weights from labelled sequences
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/crf/dataset.h"

G_BEGIN_DECLS

/**
 * ReadoutTrainerOptions:
 * @epochs: how often each sequence is seen
 * @average_from: the mean of the weights after this epoch (from 1) and all
 *   later ones is the result
 * @rate: AdaGrad's step
 * @epsilon: AdaGrad's epsilon
 * @l2: strength of the quadratic penalty, 0 for none
 * @dropout: share of the features left out at each token, 0 for none
 * @late_dropout: share of the sequences that are trained without their late
 *   features, so that one model serves both passes
 * @seed: of the generator; one seed gives one result
 */
typedef struct
{
  guint   epochs;
  guint   average_from;
  float   rate;
  float   epsilon;
  float   l2;
  float   dropout;
  float   late_dropout;
  guint64 seed;
} ReadoutTrainerOptions;

/**
 * ReadoutWeights:
 * @n_features: number of rows of @weights
 * @n_labels: number of labels
 * @n_classes: number of matrices of @pairs
 * @weights: (array): n_features rows of readout_crf_stride (n_labels)
 * @pairs: (array): n_classes matrices of n_labels + 1 rows of stride values:
 *   the score of a label after another one, or, in the last row, at the start
 * @lawful: (array): a matrix of the same shape: whether a pair can occur
 */
typedef struct
{
  guint   n_features;
  guint   n_labels;
  guint   n_classes;
  float  *weights;
  float  *pairs;
  guint8 *lawful;
} ReadoutWeights;

/* Called from the training thread after every few hundred sequences. */
typedef void (*ReadoutTrainerProgress) (double   fraction,
                                        double   loss,
                                        gpointer user_data);

ReadoutWeights *readout_weights_new (guint         n_features,
                                     guint         n_labels,
                                     guint         n_classes,
                                     const guint8 *lawful);
void            readout_weights_free (ReadoutWeights *self);
void            readout_weights_add (ReadoutWeights       *self,
                                     const ReadoutWeights *other,
                                     float                 share);

ReadoutWeights *readout_trainer_run (const ReadoutDataset        *data,
                                     const guint32               *sequences,
                                     guint                        n_sequences,
                                     guint                        n_classes,
                                     const guint8                *lawful,
                                     const ReadoutTrainerOptions *options,
                                     ReadoutTrainerProgress       progress,
                                     gpointer                     progress_data,
                                     GCancellable                *cancellable,
                                     GError                     **error);
void            readout_trainer_label (const ReadoutDataset *data,
                                       const ReadoutWeights *weights,
                                       guint                 sequence,
                                       gboolean              with_late,
                                       guint8               *labels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutWeights, readout_weights_free)

G_END_DECLS
