/* store-save.c: saves of one document, one after the other
 *
 * A save takes a snapshot of the records in the main thread, which copies
 * pointers only, and does the rest in a thread: make the bytes, see that the
 * file is still as it was left, write the journal's mark, and replace the file
 * in one step (atomic.c).  Saves of one store run one after the other, each
 * with a number, and one that was overtaken by a later one writes nothing.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/store.h"

#include "formats/json.h"
#include "project/store-private.h"

/* One save.  Belongs to the thread from start to end. */
typedef struct
{
  ReadoutDiskFile  *file;
  ReadoutJournal   *journal;
  GFile            *target; /* of Save As */
  ReadoutDiskLook  *found;  /* what stands in the way */
  ReadoutOtherCopy *copy;   /* that the document has taken in, or NULL */
  ReadoutSnapshot  *snapshot;
  char             *digest;
  gboolean          overwrite;
  gboolean          overtaken;
  guint64           number;
  guint64           journal_number;
  guint64           state; /* of the undo stack */
} Save;

/* A save that waits for its turn. */
typedef struct
{
  gboolean overwrite;
  GFile   *target;
} Request;

static void start_next (ReadoutStore *self);

static void
request_free (gpointer data)
{
  Request *request = data;

  g_clear_object (&request->target);
  g_free (request);
}

static void
save_free (gpointer data)
{
  Save *save = data;

  readout_journal_unref (save->journal);
  g_clear_object (&save->target);
  g_clear_pointer (&save->found, readout_disk_look_free);
  g_clear_pointer (&save->copy, readout_other_copy_unref);
  readout_disk_file_unref (save->file);
  readout_snapshot_unref (save->snapshot);
  g_free (save->digest);
  g_free (save);
}

static Save *
save_new (ReadoutStore *self, GFile *target, gboolean overwrite)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);
  Save             *save = g_new0 (Save, 1);

  save->number = ++self->last_number;
  save->state = readout_undo_stack_get_state (stack);
  save->snapshot = readout_snapshot_new (self->document);
  save->overwrite = overwrite;
  if (self->copy_is_read && target == NULL)
    save->copy = readout_other_copy_ref (self->copy);

  if (target != NULL)
    {
      g_autofree char *uri = g_file_get_uri (target);
      g_autofree char *path = g_file_get_path (target);

      save->file = readout_disk_file_new (path, NULL, NULL);
      save->target = g_object_ref (target);
      save->journal = readout_journal_begin (uri, self->document);
      readout_journal_follow (save->journal);
    }
  else
    {
      save->file = readout_disk_file_ref (self->file);
      save->journal = readout_journal_ref (self->journal);
    }

  save->journal_number = readout_journal_begin_save (save->journal);

  return save;
}

static gboolean
run_save (Save *save, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  ReadoutDiskWrite write = { .number = save->number,
                             .overwrite = save->overwrite,
                             .journal = save->journal,
                             .journal_number = save->journal_number };
  gboolean         ok;

  bytes = readout_json_write_snapshot (save->snapshot, TRUE);
  save->digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  write.bytes = bytes;
  write.digest = save->digest;

  if (save->copy != NULL && !readout_other_copy_prepare (save->copy, error))
    return FALSE;

  ok = readout_disk_file_write (save->file, &write, error);
  save->overtaken = write.overtaken;
  save->found = write.found;
  if (save->copy != NULL && ok && !save->overtaken)
    readout_other_copy_settle (save->copy);

  return ok;
}

/* Later saves go to the new file. */
static void
move_to_target (ReadoutStore *self, Save *save)
{
  readout_store_set_journal (self, save->journal);
  g_set_object (&self->annotation, save->target);
  self->redirection = READOUT_REDIRECTION_NONE;
  g_clear_pointer (&self->copy, readout_other_copy_unref);
  self->copy_is_read = FALSE;
  readout_disk_file_unref (self->file);
  self->file = readout_disk_file_ref (save->file);
  readout_store_watch (self);
}

/* What is left to do in the main thread. */
static void
end_save (ReadoutStore *self, Save *save, gboolean ok)
{
  if (save->target != NULL && (!ok || save->overtaken))
    readout_journal_close (save->journal);
  if (save->found != NULL)
    readout_store_take_found (self, g_steal_pointer (&save->found));
  if (!ok || save->overtaken)
    return;

  if (save->target != NULL)
    move_to_target (self, save);
  if (save->copy != NULL)
    {
      g_clear_pointer (&self->copy, readout_other_copy_unref);
      self->copy_is_read = FALSE;
    }
  g_clear_pointer (&self->base, readout_snapshot_unref);
  self->base = readout_snapshot_ref (save->snapshot);
  readout_undo_stack_mark_saved (
      readout_document_get_undo_stack (self->document), save->state);
  readout_journal_end_save (save->journal, save->journal_number, save->digest);
}

static void
save_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (run_save (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadoutStore *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;
  gboolean ok = g_task_propagate_boolean (G_TASK (result), &error);

  self->is_saving = FALSE;
  end_save (self, g_task_get_task_data (G_TASK (result)), ok);
  readout_store_look_again (self);
  start_next (self);
  readout_store_free_journal (self);

  if (ok)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
start_next (ReadoutStore *self)
{
  GTask   *task;
  Request *request;
  g_autoptr (GTask) inner = NULL;

  if (self->is_saving)
    return;

  /* Those that were cancelled while they waited do nothing. */
  do
    task = g_queue_pop_head (&self->waiting);
  while (task != NULL && g_task_return_error_if_cancelled (task)
         && (g_object_unref (task), TRUE));
  if (task == NULL)
    return;

  request = g_task_get_task_data (task);
  self->is_saving = TRUE;

  /* Once begun, a save is brought to its end: it takes milliseconds.  Its
   * thread may be the last that has the inner task, which therefore must not
   * have the store; the outer one keeps it, and belongs to this thread. */
  inner = g_task_new (NULL, NULL, saved_cb, task);
  g_task_set_source_tag (inner, start_next);
  g_task_set_task_data (
      inner, save_new (self, request->target, request->overwrite), save_free);
  g_task_run_in_thread (inner, save_thread);
}

static void
queue_save (ReadoutStore       *self,
            GFile              *target,
            gboolean            overwrite,
            GCancellable       *cancellable,
            gpointer            source_tag,
            GAsyncReadyCallback callback,
            gpointer            user_data)
{
  GTask   *task = g_task_new (self, cancellable, callback, user_data);
  Request *request = g_new0 (Request, 1);

  request->overwrite = overwrite;
  if (target != NULL)
    request->target = g_object_ref (target);

  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, request, request_free);
  g_queue_push_tail (&self->waiting, task);
  start_next (self);
}

/**
 * readout_store_save:
 * @self: a store
 * @overwrite: whether to replace what another program wrote
 * @cancellable: (nullable): to stop it
 * @error: return location for an error: %READOUT_ERROR_CHANGED, or of
 *   %G_IO_ERROR
 *
 * Saves the annotations.  The file is replaced wholly or not at all; it is not
 * touched if it would not change.
 *
 * Returns: whether they are saved
 */
gboolean
readout_store_save (ReadoutStore *self,
                    gboolean      overwrite,
                    GCancellable *cancellable,
                    GError      **error)
{
  Save    *save;
  gboolean ok;

  g_return_val_if_fail (READOUT_IS_STORE (self), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  save = save_new (self, NULL, overwrite);
  ok = run_save (save, error);
  end_save (self, save, ok);
  save_free (save);

  return ok;
}

/**
 * readout_store_save_async:
 * @self: a store
 * @overwrite: whether to replace what another program wrote
 * @cancellable: (nullable): to stop it while it waits for its turn
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * As readout_store_save(), in a thread.  What is saved is the document as it is
 * when the saves that were asked for before are done.
 */
void
readout_store_save_async (ReadoutStore       *self,
                          gboolean            overwrite,
                          GCancellable       *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer            user_data)
{
  g_return_if_fail (READOUT_IS_STORE (self));

  queue_save (self,
              NULL,
              overwrite,
              cancellable,
              readout_store_save_async,
              callback,
              user_data);
}

/**
 * readout_store_save_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the annotations are saved
 */
gboolean
readout_store_save_finish (ReadoutStore *self,
                           GAsyncResult *result,
                           GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_store_save_as_async:
 * @self: a store
 * @file: where to save; replaced if it exists
 * @cancellable: (nullable): to stop it while it waits for its turn
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Saves to another file, which later saves go to.
 */
void
readout_store_save_as_async (ReadoutStore       *self,
                             GFile              *file,
                             GCancellable       *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_return_if_fail (READOUT_IS_STORE (self));
  g_return_if_fail (G_IS_FILE (file));

  /* The same file again is a plain save: it has its journal already. */
  queue_save (self,
              g_file_equal (file, self->annotation) ? NULL : file,
              TRUE,
              cancellable,
              readout_store_save_as_async,
              callback,
              user_data);
}

/**
 * readout_store_save_as_finish:
 * @self: a store
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Returns: whether the annotations are saved
 */
gboolean
readout_store_save_as_finish (ReadoutStore *self,
                              GAsyncResult *result,
                              GError      **error)
{
  return readout_store_save_finish (self, result, error);
}
