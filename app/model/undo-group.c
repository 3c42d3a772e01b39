/* undo-group.c: one step of undo
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/undo-group.h"

/**
 * readout_undo_group_new:
 * @label: what it does, in the reader's language
 * @selected: (nullable): id of the record to select again when it is undone
 * @changes: (element-type ReadoutChange): the changes of items; a reference is
 *   taken
 * @values: (element-type ReadoutArticleChange) (nullable): the changes of
 *   values of the article, %NULL for none; a reference is taken
 *
 * Returns: (transfer full): a group
 */
ReadoutUndoGroup *
readout_undo_group_new (const char *label,
                        const char *selected,
                        GPtrArray  *changes,
                        GPtrArray  *values)
{
  ReadoutUndoGroup *group;

  g_return_val_if_fail (label != NULL && changes != NULL, NULL);

  group = g_new0 (ReadoutUndoGroup, 1);
  group->label = g_strdup (label);
  group->selected = g_strdup (selected);
  group->changes = g_ptr_array_ref (changes);
  group->values = values != NULL ? g_ptr_array_ref (values)
                                 : readout_article_changes_new ();

  return group;
}

/**
 * readout_undo_group_copy:
 * @group: a group
 *
 * Returns: (transfer full): a group that does the same; the changes are shared
 */
ReadoutUndoGroup *
readout_undo_group_copy (const ReadoutUndoGroup *group)
{
  g_return_val_if_fail (group != NULL, NULL);

  return readout_undo_group_new (
      group->label, group->selected, group->changes, group->values);
}

/**
 * readout_undo_group_free:
 * @group: (transfer full): a group
 */
void
readout_undo_group_free (ReadoutUndoGroup *group)
{
  g_return_if_fail (group != NULL);

  g_free (group->label);
  g_free (group->selected);
  g_ptr_array_unref (group->changes);
  g_ptr_array_unref (group->values);
  g_free (group);
}
