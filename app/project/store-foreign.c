/* store-foreign.c: what another program has written beneath a document
 *
 * What was found on the disk is read in a thread and compared with what the
 * file said before.  If it says the same (it was only laid out anew, or its
 * members have another order) nobody need be told; else it is kept to be
 * merged.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "formats/json.h"
#include "project/store-private.h"

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  gsize       size;
  const char *data = g_bytes_get_data (task_data, &size);
  GError     *error = NULL;
  g_autoptr (ReadoutDocument) document = readout_json_read (data, size, &error);

  if (document != NULL)
    g_task_return_pointer (task,
                           readout_snapshot_new (document),
                           (GDestroyNotify)readout_snapshot_unref);
  else
    g_task_return_error (task, error);
}

/**
 * readout_store_mark:
 * @self: a store
 * @digest: SHA-256 of a file that says what the document does
 *
 * Notes in the journal that it fits that file.
 */
void
readout_store_mark (ReadoutStore *self, const char *digest)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);

  readout_undo_stack_mark_saved (stack, readout_undo_stack_get_state (stack));
  readout_journal_mark (self->journal, digest);
}

/* The next save may go on from what the other program has written. */
static void
come_back (ReadoutStore *self)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);

  readout_disk_file_accept (self->file, self->found);
  if (!readout_undo_stack_is_modified (stack))
    readout_store_mark (self, self->found->digest);
  readout_store_forget_found (self);
  g_signal_emit_by_name (self, "came-back");
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutStore) self = user_data;
  g_autoptr (ReadoutSnapshot) theirs = NULL;
  g_autoptr (GError) error = NULL;

  theirs = g_task_propagate_pointer (G_TASK (result), &error);

  /* Something newer was found, or the store is given up. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  g_clear_object (&self->reading);

  if (self->is_saving)
    {
      readout_store_forget_found (self);
      self->look_again = TRUE;
      return;
    }
  if (theirs != NULL && readout_snapshot_equal (theirs, self->base))
    {
      come_back (self);
      return;
    }

  if (theirs == NULL)
    self->why_not = g_strdup_printf (
        /* Translators: %s says what is wrong with the file, and where */
        _ ("The file was changed by another program, and cannot be read now: "
           "%s"),
        error->message);
  else if (!readout_text_equal (readout_snapshot_get_text (theirs),
                                readout_snapshot_get_text (self->base)))
    self->why_not = g_strdup (
        _ ("The file was changed by another program, and is about another "
           "text now."));
  else
    self->theirs = g_steal_pointer (&theirs);

  g_signal_emit_by_name (self, "changed-on-disk");
}

static void
start_reading (ReadoutStore *self)
{
  g_autoptr (GTask) task = NULL;

  self->reading = g_cancellable_new ();
  /* The thread may be the last that has the task, and must not give up the
   * store with it: on_read() does, in this thread. */
  task = g_task_new (NULL, self->reading, on_read, g_object_ref (self));
  g_task_set_source_tag (task, start_reading);
  g_task_set_task_data (
      task, g_bytes_ref (self->found->bytes), (GDestroyNotify)g_bytes_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * readout_store_forget_found:
 * @self: a store
 *
 * Gives up what another program has put on the disk.
 */
void
readout_store_forget_found (ReadoutStore *self)
{
  g_clear_pointer (&self->found, readout_disk_look_free);
  g_clear_pointer (&self->theirs, readout_snapshot_unref);
  g_clear_pointer (&self->why_not, g_free);
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/**
 * readout_store_look_again:
 * @self: a store
 *
 * To be called when a save has ended.  What was found while it was under way
 * could not be judged: it may be that what the file said before is what we have
 * just replaced.
 */
void
readout_store_look_again (ReadoutStore *self)
{
  if (self->look_again && self->watcher != NULL)
    readout_watcher_look (self->watcher);
  self->look_again = FALSE;
}

/**
 * readout_store_take_found:
 * @self: a store
 * @found: (transfer full): what was found on the disk
 *
 * Tells once of each change that another program made.
 */
void
readout_store_take_found (ReadoutStore *self, ReadoutDiskLook *found)
{
  if (self->is_saving)
    {
      self->look_again = TRUE;
      readout_disk_look_free (found);
      return;
    }
  if (!readout_disk_look_is_foreign (found))
    {
      gboolean was_foreign = self->found != NULL;

      readout_store_forget_found (self);
      readout_disk_look_free (found);
      if (was_foreign)
        g_signal_emit_by_name (self, "came-back");
      return;
    }

  /* It is known, and being read or told already. */
  if (self->found != NULL
      && readout_file_stamp_equal (&found->stamp, &self->reported))
    {
      readout_disk_look_free (found);
      return;
    }

  readout_store_forget_found (self);
  self->found = found;
  self->reported = found->stamp;
  if (found->bytes != NULL)
    start_reading (self);
  else
    g_signal_emit_by_name (self, "changed-on-disk");
}
