/* change.h: the one form of every edit
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutChange:
 * @ref_count: atomic
 * @before: (nullable): the record as it was, %NULL if it is added
 * @after: (nullable): the record as it will be, %NULL if it is removed
 *
 * An edit of one record.  At least one of the two is there, and both have the
 * same kind and id.  Immutable.
 */
typedef struct
{
  gatomicrefcount ref_count;
  ReadoutRecord  *before;
  ReadoutRecord  *after;
} ReadoutChange;

#define READOUT_TYPE_CHANGE (readout_change_get_type ())

GType readout_change_get_type (void) G_GNUC_CONST;

ReadoutChange *readout_change_new (gpointer before, gpointer after);
ReadoutChange *readout_change_ref (ReadoutChange *self);
void           readout_change_unref (ReadoutChange *self);
ReadoutChange *readout_change_invert (const ReadoutChange *self);
ReadoutKind    readout_change_get_kind (const ReadoutChange *self);
const char    *readout_change_get_id (const ReadoutChange *self);

/* A GPtrArray of ReadoutChange that frees them: one step of undo. */
GPtrArray *readout_changes_new (void);
void readout_changes_add (GPtrArray *changes, gpointer before, gpointer after);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutChange, readout_change_unref)

G_END_DECLS
