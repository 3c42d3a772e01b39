/* undo-stack.h: groups of changes that can be taken back
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/annotations.h"
#include "model/article-values.h"
#include "model/undo-group.h"

G_BEGIN_DECLS

#define READOUT_TYPE_UNDO_STACK (readout_undo_stack_get_type ())

/* Properties: "can-undo", "can-redo", "undo-label", "redo-label", and
 * "modified": whether the position differs from the saved one.
 * Signals: "group-applied" (guint index, gboolean undone) after each push,
 * undo and redo, for the journal. */
G_DECLARE_FINAL_TYPE (
    ReadoutUndoStack, readout_undo_stack, READOUT, UNDO_STACK, GObject)

ReadoutUndoStack *readout_undo_stack_new (ReadoutAnnotations   *annotations,
                                          ReadoutArticleValues *values);

gboolean    readout_undo_stack_push (ReadoutUndoStack *self,
                                     const char       *label,
                                     const char       *selected,
                                     GPtrArray        *changes,
                                     GError          **error);
gboolean    readout_undo_stack_push_value (ReadoutUndoStack *self,
                                           const char       *label,
                                           ReadoutArticleKey key,
                                           const char       *value);
gboolean    readout_undo_stack_push_group (ReadoutUndoStack       *self,
                                           const ReadoutUndoGroup *group,
                                           GError                **error);
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

G_END_DECLS
