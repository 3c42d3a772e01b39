/* dataset.h: labelled sequences of features, to train on
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutDataset:
 * @n_labels: number of labels
 * @features: (element-type guint64): the hashed features of all tokens, one
 *   token after the other; after readout_dataset_freeze() the lower half of
 *   each holds the feature's number and those that are too rare are gone
 * @starts: (element-type guint32): where each token's features start in
 *   @features, and one more for the end
 * @late: (element-type guint32): where each token's late features start:
 *   features that stand only in the second pass
 * @pair_classes: (element-type guint8): for each token READOUT_DATASET_CLASSES
 *   numbers of matrices of pair scores that are added up, 255 for none
 * @labels: (element-type guint8): the label of each token
 * @sequences: (element-type guint32): the first token of each sequence, and
 *   one more for the end
 * @keys: (element-type guint64): after freezing, the hash of each feature
 *
 * Filled token by token, then frozen, then only read; trainers of several
 * threads share it.
 */
typedef struct
{
  guint   n_labels;
  GArray *features;
  GArray *starts;
  GArray *late;
  GArray *pair_classes;
  GArray *labels;
  GArray *sequences;
  GArray *keys;
} ReadoutDataset;

#define READOUT_DATASET_CLASSES 8

ReadoutDataset *readout_dataset_new (guint n_labels);
void            readout_dataset_free (ReadoutDataset *self);

void  readout_dataset_begin_sequence (ReadoutDataset *self);
void  readout_dataset_add_token (ReadoutDataset *self,
                                 const guint64  *features,
                                 guint           n_features,
                                 const guint64  *late,
                                 guint           n_late,
                                 const guint8   *pair_classes,
                                 guint           label);
void  readout_dataset_freeze (ReadoutDataset *self, guint min_count);
guint readout_dataset_get_n_sequences (const ReadoutDataset *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutDataset, readout_dataset_free)

G_END_DECLS
