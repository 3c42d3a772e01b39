/* saver-save-as.c: another file for the same document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/saver-save-as.h"

#include "session/saver-private.h"

static void
on_saved_as (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadoutSaver *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!readout_store_save_as_finish (READOUT_STORE (object), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  readout_saver_note_saved (self, READOUT_STORE (object));
  g_task_return_boolean (task, TRUE);
}

/**
 * readout_saver_save_as_async:
 * @self: a saver of an open document
 * @file: where to
 * @callback: (scope async): called when it is written or has failed
 * @user_data: for @callback
 *
 * Writes the annotations to another file, to which later edits go too.
 */
void
readout_saver_save_as_async (ReadoutSaver       *self,
                             GFile              *file,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_SAVER (self));
  g_return_if_fail (readout_saver_get_store (self) != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_saver_save_as_async);
  readout_store_save_as_async (readout_saver_get_store (self),
                               file,
                               NULL,
                               on_saved_as,
                               g_steal_pointer (&task));
}

/**
 * readout_saver_save_as_finish:
 * @self: a saver
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: whether the file was written
 */
gboolean
readout_saver_save_as_finish (ReadoutSaver *self,
                              GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (READOUT_IS_SAVER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
