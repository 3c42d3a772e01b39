/* training.h: from annotated articles to an attribution tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/span.h"
#include "tagger/attribution/linker.h"
#include "tagger/model/file.h"
#include "tagger/speech.h"
#include "tagger/crf/jobs.h"

G_BEGIN_DECLS

/**
 * ReadoutAttributionTrainingOptions:
 *
 * As in #ReadoutNameTrainingOptions.
 */
typedef struct
{
  guint   epochs;
  guint   average_from;
  float   rate;
  float   epsilon;
  float   l2;
  float   dropout;
  guint   n_runs;
  guint   n_folds;
  guint   min_count;
  float   prune_below;
  guint64 seed;
} ReadoutAttributionTrainingOptions;

#define READOUT_ATTRIBUTION_TRAINING_DEFAULTS                                  \
  ((ReadoutAttributionTrainingOptions){                                        \
      4, 3, 0.05f, 0.1f, 0, 0.5f, 4, 4, 3, 0.03f, 1 })

/**
 * ReadoutAttribution:
 * @source, @cue, @content: where its parts stand
 * @kind: of its cue, if known
 *
 * One statement to learn from.
 */
typedef struct
{
  ReadoutSpanList source;
  ReadoutSpanList cue;
  ReadoutSpanList content;
  ReadoutCueKind  kind;
} ReadoutAttribution;

typedef struct _ReadoutAttributionTraining ReadoutAttributionTraining;

ReadoutAttributionTraining *readout_attribution_training_new (
    GBytes *lists, const ReadoutSpeechTagger *speech, GError **error);
void     readout_attribution_training_free (ReadoutAttributionTraining *self);
void     readout_attribution_training_add (ReadoutAttributionTraining *self,
                                           const char                 *text,
                                           const ReadoutAttribution   *statements,
                                           guint n_statements);
gboolean readout_attribution_training_run (
    ReadoutAttributionTraining              *self,
    const ReadoutAttributionTrainingOptions *options,
    ReadoutTrainingProgress                  progress,
    gpointer                                 progress_data,
    ReadoutModelBuilder                     *builder,
    GCancellable                            *cancellable,
    GError                                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAttributionTraining,
                               readout_attribution_training_free)

G_END_DECLS
