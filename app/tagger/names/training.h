/* training.h: from annotated articles to a mention tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/span.h"
#include "tagger/model/gazetteer.h"
#include "tagger/crf/jobs.h"

G_BEGIN_DECLS

/**
 * ReadoutNameTrainingOptions:
 * @epochs: how often each sentence is seen
 * @average_from: from which epoch on weights are averaged
 * @rate: AdaGrad's step
 * @epsilon: AdaGrad's epsilon: weights whose gradients stay well below it
 * hardly move, which keeps the model small
 * @dropout: share of features left out
 * @late_dropout: share of sentences trained without the second pass
 * @n_runs: how many runs with other seeds are averaged
 * @n_folds: how many parts the cross-validation for the second pass has
 * @min_count: how often a feature must occur
 * @prune_below: weights smaller than this are dropped
 * @seed: of the first run
 */
typedef struct
{
  guint   epochs;
  guint   average_from;
  float   rate;
  float   epsilon;
  float   dropout;
  float   late_dropout;
  guint   n_runs;
  guint   n_folds;
  guint   min_count;
  float   prune_below;
  guint64 seed;
} ReadoutNameTrainingOptions;

#define READOUT_NAME_TRAINING_DEFAULTS                                         \
  ((ReadoutNameTrainingOptions){                                               \
      6, 4, 0.05f, 0.1f, 0.7f, 0.4f, 2, 5, 2, 0.03f, 1 })

typedef struct _ReadoutNameTraining ReadoutNameTraining;

ReadoutNameTraining *readout_name_training_new (GBytes            *lists,
                                                const char *const *classes,
                                                GError           **error);
void                 readout_name_training_free (ReadoutNameTraining *self);
void                 readout_name_training_add (ReadoutNameTraining *self,
                                                const char          *text,
                                                const ReadoutSpan   *spans,
                                                const guint8        *span_classes,
                                                guint                n_spans);
GBytes              *readout_name_training_run (ReadoutNameTraining              *self,
                                                const ReadoutNameTrainingOptions *options,
                                                ReadoutTrainingProgress           progress,
                                                gpointer      progress_data,
                                                GCancellable *cancellable,
                                                GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNameTraining, readout_name_training_free)

G_END_DECLS
