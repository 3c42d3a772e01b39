/* undo-stack.h: groups of changes that can be taken back
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/annotations.h"
#include "model/metadata.h"

G_BEGIN_DECLS

#define READOUT_TYPE_UNDO_STACK (readout_undo_stack_get_type ())

/* Properties: "can-undo", "can-redo", "undo-label", "redo-label", and
 * "modified": whether the position differs from the saved one.
 * Signals: "group-applied" (guint index, gboolean undone) after each push,
 * undo and redo, for the journal. */
G_DECLARE_FINAL_TYPE (
    ReadoutUndoStack, readout_undo_stack, READOUT, UNDO_STACK, GObject)

/* One piece of metadata as it was and as it will be; both can be NULL. */
typedef struct
{
  ReadoutMeta meta;
  char       *before;
  char       *after;
} ReadoutMetaChange;

/**
 * ReadoutUndoGroup:
 * @label: what it did, in the reader's language, such as "Accept “Han”"
 * @changes: (element-type ReadoutChange): in the order they were applied
 * @selected: (nullable): id of the record to select again when it is undone
 * @meta: (nullable): what it does to the metadata
 */
typedef struct
{
  char              *label;
  GPtrArray         *changes;
  char              *selected;
  ReadoutMetaChange *meta;
} ReadoutUndoGroup;

ReadoutUndoStack *readout_undo_stack_new (ReadoutAnnotations *annotations,
                                          ReadoutMetadata    *metadata);

gboolean    readout_undo_stack_push (ReadoutUndoStack *self,
                                     const char       *label,
                                     const char       *selected,
                                     GPtrArray        *changes,
                                     GError          **error);
gboolean    readout_undo_stack_push_meta (ReadoutUndoStack *self,
                                          const char       *label,
                                          ReadoutMeta       meta,
                                          const char       *value);
gboolean    readout_undo_stack_undo (ReadoutUndoStack *self);
gboolean    readout_undo_stack_redo (ReadoutUndoStack *self);
gboolean    readout_undo_stack_can_undo (ReadoutUndoStack *self);
gboolean    readout_undo_stack_can_redo (ReadoutUndoStack *self);
const char *readout_undo_stack_get_undo_label (ReadoutUndoStack *self);
const char *readout_undo_stack_get_redo_label (ReadoutUndoStack *self);

guint readout_undo_stack_get_n_groups (ReadoutUndoStack *self);
guint readout_undo_stack_get_position (ReadoutUndoStack *self);
const ReadoutUndoGroup *readout_undo_stack_get_group (ReadoutUndoStack *self,
                                                      guint             index);
void                    readout_undo_stack_restore (ReadoutUndoStack *self,
                                                    GPtrArray        *groups,
                                                    guint             position);
void     readout_undo_stack_mark_saved (ReadoutUndoStack *self, guint64 state);
guint64  readout_undo_stack_get_state (ReadoutUndoStack *self);
gboolean readout_undo_stack_is_modified (ReadoutUndoStack *self);

ReadoutUndoGroup *readout_undo_group_new (const char *label,
                                          const char *selected,
                                          GPtrArray  *changes);
ReadoutUndoGroup *readout_undo_group_new_meta (const char *label,
                                               ReadoutMeta meta,
                                               const char *before,
                                               const char *after);
ReadoutUndoGroup *readout_undo_group_copy (const ReadoutUndoGroup *group);
void              readout_undo_group_free (ReadoutUndoGroup *group);

G_END_DECLS
