/* merge.h: two that have worked on one article, put together
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/**
 * ReadoutConflict:
 * @id: (nullable): the item, by the id that it has on our side; %NULL where it
 *   is about what is said of the article
 * @base: (nullable): the item before either side changed it
 * @mine: (nullable): as we have it, %NULL if we removed it
 * @theirs: (nullable): as they have it, %NULL if they removed it
 * @value: (nullable): our change of what is said of the article
 * @their_value: (nullable): what they say there
 *
 * One thing that both sides changed.
 */
typedef struct
{
  char                 *id;
  ReadoutRecord        *base;
  ReadoutRecord        *mine;
  ReadoutRecord        *theirs;
  ReadoutArticleChange *value;
  char                 *their_value;
} ReadoutConflict;

typedef struct _ReadoutMerge ReadoutMerge;

ReadoutMerge *readout_merge_new (ReadoutSnapshot *theirs,
                                 ReadoutSnapshot *ours,
                                 GPtrArray       *changes,
                                 GPtrArray       *values);
ReadoutMerge *readout_merge_new_known (ReadoutSnapshot *theirs,
                                       GPtrArray       *changes,
                                       GPtrArray       *values);
void          readout_merge_free (ReadoutMerge *self);

guint                  readout_merge_get_n_conflicts (const ReadoutMerge *self);
const ReadoutConflict *readout_merge_get_conflict (const ReadoutMerge *self,
                                                   guint               index);
gboolean               readout_merge_is_news (const ReadoutMerge     *self,
                                              const ReadoutUndoGroup *group);
gboolean               readout_merge_is_in_conflict (const ReadoutMerge     *self,
                                                     const ReadoutUndoGroup *group);
void                   readout_merge_resolve (const ReadoutMerge *self,
                                              const gboolean     *mine,
                                              GPtrArray         **changes,
                                              GPtrArray         **values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutMerge, readout_merge_free)

G_END_DECLS
