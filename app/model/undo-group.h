/* undo-group.h: one step of undo
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/article-change.h"
#include "model/change.h"

G_BEGIN_DECLS

/**
 * ReadoutUndoGroup:
 * @label: what it did, in the reader's language, such as "Accept “Han”"
 * @selected: (nullable): id of the record to select again when it is undone
 * @changes: (element-type ReadoutChange): what it does to the items, in the
 *   order they were applied
 * @values: (element-type ReadoutArticleChange): what it does to the values of
 *   the article, in the order they were applied; often nothing
 */
typedef struct
{
  char      *label;
  char      *selected;
  GPtrArray *changes;
  GPtrArray *values;
} ReadoutUndoGroup;

ReadoutUndoGroup *readout_undo_group_new (const char *label,
                                          const char *selected,
                                          GPtrArray  *changes,
                                          GPtrArray  *values);
ReadoutUndoGroup *readout_undo_group_copy (const ReadoutUndoGroup *group);
void              readout_undo_group_free (ReadoutUndoGroup *group);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutUndoGroup, readout_undo_group_free)

G_END_DECLS
