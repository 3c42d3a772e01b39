/* table.h: quantised weights, looked up by the hash of a feature
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/crf/crf.h"
#include "tagger/crf/dataset.h"
#include "tagger/model/file.h"
#include "tagger/crf/trainer.h"

G_BEGIN_DECLS

/* Two bits of a row's mask say what form it has. */
#define READOUT_TABLE_MAX_LABELS 62

/**
 * ReadoutTable:
 * @n_labels: number of labels
 * @label_names: (array length=n_labels): their names
 * @scale: what one unit of a score is in natural units
 * @n_classes: number of matrices of pair scores
 * @pairs: (array): these, in units: n_classes matrices of n_labels + 1 rows of
 *   readout_crf_stride (n_labels) values; forbidden ones in the first matrix
 * @reach: what can follow each label, for readout_crf_decode()
 *
 * A view of a section of a model.
 */
typedef struct
{
  ReadoutModel *model;
  guint         n_labels;
  char        **label_names;
  float         scale;
  guint         n_classes;
  gint32       *pairs;
  guint8        reach[READOUT_CRF_MAX_LABELS];
  guint32       n_buckets;
  guint32       row_shift;
  const guint8 *buckets;
  const guint8 *rows;
  gsize         rows_size;
} ReadoutTable;

ReadoutTable *
readout_table_new (ReadoutModel *model, const char *section, GError **error);
void    readout_table_free (ReadoutTable *self);
GBytes *readout_table_build (const ReadoutWeights *weights,
                             const GArray         *keys,
                             const char *const    *label_names,
                             float                 prune_below);
void    readout_table_add_scores (const ReadoutTable *self,
                                  const guint64      *features,
                                  guint               n_features,
                                  gint16             *scores);
void    readout_table_widen (const ReadoutTable *self,
                             const gint16       *scores,
                             guint               n_tokens,
                             gint32             *wide);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutTable, readout_table_free)

G_END_DECLS
