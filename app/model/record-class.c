/* record-class.c: what each kind of records does in its own way
 *
 * Stands below the four kinds, as record.c stands above them: what their
 * `_new()` share.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record-class.h"

/**
 * readout_record_alloc:
 * @class: what the kind does in its own way; its size is what is allocated
 * @id: its id
 *
 * For the `_new()` of the kinds.
 *
 * Returns: (transfer full): a record whose head is filled in, state suggested
 *   and confidence unknown, and whose other fields are zero
 */
gpointer
readout_record_alloc (const ReadoutRecordClass *class, const char *id)
{
  ReadoutRecord *self;

  g_return_val_if_fail (class != NULL && id != NULL, NULL);

  self = g_malloc0 (class->size);
  g_atomic_ref_count_init (&self->ref_count);
  self->kind = class->kind;
  self->id = g_strdup (id);
  self->review.confidence = -1;

  return self;
}
