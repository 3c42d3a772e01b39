/* features.h: what the attribution tagger looks at
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/attribution/cue-scores.h"
#include "tagger/crf/dataset.h"
#include "tagger/words/vocabulary.h"

G_BEGIN_DECLS

/* More than any token has. */
#define READOUT_ATTRIBUTION_FEATURES_MAX 320
/* Number of matrices of pair scores that the features name. */
#define READOUT_ATTRIBUTION_PAIR_CLASSES 96

/**
 * ReadoutAttributionFeatures:
 *
 * The features of one document's tokens, for both stages.
 */
typedef struct _ReadoutAttributionFeatures ReadoutAttributionFeatures;

ReadoutAttributionFeatures      *
readout_attribution_features_new (const ReadoutVocabulary *vocabulary,
                                       const GArray            *tokens,
                                       const GArray            *sentences,
                                       const GArray            *paragraphs,
                                       const GArray            *quotations,
                                       const guint8            *speech_tags,
                                       GCancellable            *cancellable);
void readout_attribution_features_free (ReadoutAttributionFeatures *self);

guint64
readout_attribution_features_get_stem (const ReadoutAttributionFeatures *self,
                                       guint                             token);
gboolean
readout_attribution_features_is_quoted (const ReadoutAttributionFeatures *self,
                                        guint token);
gboolean
readout_attribution_features_is_verb (const ReadoutAttributionFeatures *self,
                                      guint                             token);
gboolean
readout_attribution_features_may_be_cue (const ReadoutAttributionFeatures *self,
                                         guint token);
void  readout_attribution_features_score_cues (ReadoutAttributionFeatures *self,
                                               const ReadoutCueScores *scores,
                                               GHashTable             *left_out);
void  readout_attribution_features_set_labels (ReadoutAttributionFeatures *self,
                                               const guint8 *labels);
guint readout_attribution_features_get (const ReadoutAttributionFeatures *self,
                                        guint                             token,
                                        guint64                          *out);
void  readout_attribution_features_get_pair_classes (
     const ReadoutAttributionFeatures *self,
     guint                             token,
     guint8                            classes[READOUT_DATASET_CLASSES]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAttributionFeatures,
                               readout_attribution_features_free)

G_END_DECLS
