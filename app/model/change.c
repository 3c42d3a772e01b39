/* change.c: the one form of every edit
 *
 * A change holds a record as it was and as it will be.  Because records never
 * change, undoing is a matter of swapping the two.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/change.h"

G_DEFINE_BOXED_TYPE (ReadoutChange,
                     readout_change,
                     readout_change_ref,
                     readout_change_unref)

/**
 * readout_change_new:
 * @before: (nullable): a record as it is, %NULL to add one
 * @after: (nullable): the record as it shall be, %NULL to remove it; of the
 *   same kind and id as @before
 *
 * Returns: (transfer full): a change that holds a reference to both
 */
ReadoutChange *
readout_change_new (gpointer before, gpointer after)
{
  ReadoutRecord *from = before;
  ReadoutRecord *to = after;
  ReadoutChange *self;

  g_return_val_if_fail (from != NULL || to != NULL, NULL);
  g_return_val_if_fail (
      from == NULL || to == NULL
          || (from->kind == to->kind && g_str_equal (from->id, to->id)),
      NULL);

  self = g_new0 (ReadoutChange, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->before = from != NULL ? readout_record_ref (from) : NULL;
  self->after = to != NULL ? readout_record_ref (to) : NULL;

  return self;
}

/**
 * readout_change_ref:
 * @self: a change
 *
 * Returns: (transfer full): @self
 */
ReadoutChange *
readout_change_ref (ReadoutChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_change_unref:
 * @self: (transfer full): a change
 *
 * Gives up a reference; the last one frees the change.
 */
void
readout_change_unref (ReadoutChange *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->before, readout_record_unref);
  g_clear_pointer (&self->after, readout_record_unref);
  g_free (self);
}

/**
 * readout_change_invert:
 * @self: a change
 *
 * Returns: (transfer full): the change that takes @self back
 */
ReadoutChange *
readout_change_invert (const ReadoutChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return readout_change_new (self->after, self->before);
}

/**
 * readout_change_get_kind:
 * @self: a change
 *
 * Returns: the kind of record that it changes
 */
ReadoutKind
readout_change_get_kind (const ReadoutChange *self)
{
  g_return_val_if_fail (self != NULL, READOUT_N_KINDS);

  return self->before != NULL ? self->before->kind : self->after->kind;
}

/**
 * readout_change_get_id:
 * @self: a change
 *
 * Returns: (transfer none): the id of the record that it changes
 */
const char *
readout_change_get_id (const ReadoutChange *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->before != NULL ? self->before->id : self->after->id;
}

/**
 * readout_changes_new:
 *
 * Returns: (transfer full) (element-type ReadoutChange): an empty group of
 *   changes that owns what is put into it
 */
GPtrArray *
readout_changes_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)readout_change_unref);
}

/**
 * readout_changes_add:
 * @changes: (element-type ReadoutChange): a group of changes
 * @before: (nullable): as for readout_change_new()
 * @after: (nullable): as for readout_change_new()
 *
 * Appends a change to @changes.  The caller keeps its own references.
 */
void
readout_changes_add (GPtrArray *changes, gpointer before, gpointer after)
{
  ReadoutChange *change;

  g_return_if_fail (changes != NULL);

  change = readout_change_new (before, after);
  if (change != NULL)
    g_ptr_array_add (changes, change);
}
