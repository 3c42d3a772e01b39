/* files.c: opening documents, and saving each edit within a second
 *
 * Saving has two flags and one timer.  An edit makes the session dirty and
 * starts the timer unless it runs; the timer writes; an edit made while a
 * write is under way makes it dirty again and is written by the next one.  So
 * there is at most one write at a time, none is more than a timer's length
 * and a write's length behind, and fast typing costs one write and not one a
 * key.  A write that fails leaves the session dirty and a banner up; the next
 * edit, or the person, tries again.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "session/session-private.h"

#include "base/error.h"
#include "project/pasted.h"

/* Half of the second that is promised; the other half is for the write. */
#define SAVE_DELAY_MS 500

static void start_save (ReadoutSession *self);

static void
say_saved (ReadoutSession *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *status = NULL;

  /* Translators: %s is the time of day, as in "Saved 18:04" */
  status = g_strdup_printf (_ ("Saved %s"), time);
  if (self->store != NULL && readout_store_is_redirected (self->store))
    {
      g_autofree char *plain = g_steal_pointer (&status);

      status = g_strdup_printf (
          /* Translators: %s is "Saved 18:04" */
          _ ("%s in your data folder, as the article’s cannot be written"),
          plain);
    }

  readout_session_notify_saved (self, status);
}

static void
finish_flush (ReadoutSession *self, const GError *error)
{
  g_autoptr (GPtrArray) tasks = g_steal_pointer (&self->flushing);

  self->flushing = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < tasks->len; i++)
    {
      GTask *task = g_ptr_array_index (tasks, i);

      if (error != NULL)
        g_task_return_error (task, g_error_copy (error));
      else
        g_task_return_boolean (task, TRUE);
    }
}

static void
report_save_error (ReadoutSession *self, const GError *error)
{
  g_autofree char *message = NULL;

  self->save_failed = TRUE;
  readout_session_notify_saved (self, _ ("Not saved"));
  if (g_error_matches (error, READOUT_ERROR, READOUT_ERROR_CHANGED))
    {
      readout_session_announce (self,
                                READOUT_PROBLEM_CHANGED,
                                _ ("The file was changed by another program."));
      return;
    }

  message = g_strdup_printf (_ ("Your work could not be saved: %s"),
                             error->message);
  readout_session_announce (self, READOUT_PROBLEM_SAVE, message);
}

static void
report_saved (ReadoutSession *self)
{
  say_saved (self);

  /* What is on the disk now is ours: also where the file had gone, and was
   * made anew. */
  readout_session_announce (self, READOUT_PROBLEM_CHANGED, NULL);
  if (!self->save_failed)
    return;

  self->save_failed = FALSE;
  readout_session_announce (self, READOUT_PROBLEM_SAVE, NULL);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean saved;

  saved = readout_store_save_finish (READOUT_STORE (object), result, &error);

  /* Another document may have been opened since. */
  if (self->store != READOUT_STORE (object))
    {
      if (!saved)
        report_save_error (self, error);
      return;
    }

  self->saving = FALSE;
  if (!saved)
    {
      self->dirty = TRUE;
      report_save_error (self, error);
      finish_flush (self, error);
      return;
    }

  report_saved (self);
  if (self->dirty)
    start_save (self);
  else
    finish_flush (self, NULL);
}

static void
start_save (ReadoutSession *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->store == NULL || self->saving)
    return;

  self->saving = TRUE;
  self->dirty = FALSE;
  readout_store_save_async (
      self->store, FALSE, NULL, on_saved, g_object_ref (self));
}

static gboolean
save_timed_out (gpointer user_data)
{
  ReadoutSession *self = user_data;

  self->save_source = 0;
  start_save (self);

  return G_SOURCE_REMOVE;
}

void
readout_session_schedule_save (ReadoutSession *self)
{
  self->dirty = TRUE;
  if (self->save_source == 0 && !self->saving)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, save_timed_out, self);
}

/* Takes back what schedule_save() asked for, where the only group there is
 * needs no saving. */
void
readout_session_forget_save (ReadoutSession *self)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (self->document);

  if (readout_undo_stack_get_n_groups (stack) > 1)
    return;

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
}

/* Before another document takes the place of this one, or at the end. */
void
readout_session_stop_files (ReadoutSession *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->dirty && !self->saving && self->store != NULL)
    start_save (self);

  self->dirty = FALSE;
  self->saving = FALSE;
  self->save_failed = FALSE;
  finish_flush (self, NULL);
}

static void
on_changed_on_disk (ReadoutStore *store, ReadoutSession *self)
{
  if (store == self->store)
    readout_session_announce (self,
                              READOUT_PROBLEM_CHANGED,
                              _ ("The file was changed by another program."));
}

/* What waits in a file that has been worked on already, or that another
 * program has made, and who that was. */
static void
say_what_waits (ReadoutSession *self)
{
  const char      *generator = readout_document_get_generator (self->document);
  guint            n = self->n_items - self->n_reviewed;
  g_autofree char *status = NULL;

  if (n > 0 && generator != NULL && self->n_reviewed == 0)
    /* Translators: %s is the program that made them, as "Tagger 2.1" */
    status = g_strdup_printf (ngettext ("%u suggestion of %s to review",
                                        "%u suggestions of %s to review",
                                        n),
                              n,
                              generator);
  else if (n > 0)
    status = g_strdup_printf (
        ngettext ("%u suggestion to review", "%u suggestions to review", n), n);
  else
    status = g_strdup (_ ("Everything is reviewed"));

  readout_session_set_status (self, status);
}

/* Makes the document of @store the open one, tells what its import did, and
 * starts what starts by itself. */
static void
adopt (ReadoutSession *self, ReadoutStore *store)
{
  const char *message;

  readout_session_set_store (self, store);
  g_signal_connect_object (
      store, "changed-on-disk", G_CALLBACK (on_changed_on_disk), self, 0);
  for (guint problem = 0; problem < READOUT_N_PROBLEMS; problem++)
    readout_session_announce (self, problem, NULL);
  readout_session_notify_saved (self, NULL);

  message = readout_store_get_import_message (store);
  if (message != NULL)
    readout_session_announce (self, READOUT_PROBLEM_IMPORT, message);

  readout_session_set_status (self, NULL);
  if (readout_session_should_detect (self))
    readout_session_start_detection (self, FALSE);
  else if (self->n_items > 0)
    {
      say_what_waits (self);
      readout_session_show_first (self);
    }
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GError) error = NULL;

  store = readout_store_open_finish (result, &error);
  if (store == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  if (g_task_return_error_if_cancelled (task))
    return;

  adopt (g_task_get_source_object (task), store);
  g_task_return_boolean (task, TRUE);
}

/* A failed write is told of, and what it has not written is in the journal:
 * no reason not to open the next file. */
static void
on_flushed_before_open (GObject      *object,
                        GAsyncResult *result,
                        gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GFile *file = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return;

  readout_store_open_async (
      file, g_task_get_cancellable (task), on_opened, g_object_ref (task));
}

/**
 * readout_session_open_async:
 * @self: a session
 * @file: an article or an annotation file
 * @callback: (scope async): called when it is open or has failed
 * @user_data: for @callback
 *
 * Opens a file in place of the one that is open, which stays open if this
 * fails.  A call before the one before has ended cancels that one.
 *
 * What is not saved yet is written first: the file may be the one that is
 * open, and would otherwise change while two documents are made of it.
 */
void
readout_session_open_async (ReadoutSession     *self,
                            GFile              *file,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (G_IS_FILE (file));

  if (self->opening != NULL)
    g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  self->opening = g_cancellable_new ();

  task = g_task_new (self, self->opening, callback, user_data);
  g_task_set_source_tag (task, readout_session_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  readout_session_flush_async (
      self, on_flushed_before_open, g_steal_pointer (&task));
}

/**
 * readout_session_open_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: whether the file is open now
 */
gboolean
readout_session_open_finish (ReadoutSession *self,
                             GAsyncResult   *result,
                             GError        **error)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_session_open_text:
 * @self: a session
 * @text: an article, as it was pasted
 * @name: (nullable): a name for it
 *
 * Makes a document without a file of @text and opens it.  Its annotations go
 * to a recovery file until it is saved somewhere.
 */
void
readout_session_open_text (ReadoutSession *self,
                           const char     *text,
                           const char     *name)
{
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (text != NULL);

  store = readout_store_new_for_text (text, name, &error);
  if (store == NULL)
    {
      readout_session_announce (self, READOUT_PROBLEM_OPEN, error->message);
      return;
    }

  adopt (self, store);
}

static void
on_reloaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutSession *self = READOUT_SESSION (object);
  g_autoptr (GError) error = NULL;

  if (readout_session_open_finish (self, result, &error))
    readout_session_set_status (self, _ ("Reloaded"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    readout_session_announce (self, READOUT_PROBLEM_OPEN, error->message);
}

/**
 * readout_session_reload:
 * @self: a session
 *
 * Reads the open file again and drops what has not been saved of it.
 */
void
readout_session_reload (ReadoutSession *self)
{
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));

  if (self->store == NULL)
    return;

  self->dirty = FALSE;
  g_clear_handle_id (&self->save_source, g_source_remove);
  file = readout_store_get_annotation_file (self->store);
  if (file == NULL)
    return;

  g_object_ref (file);
  readout_session_open_async (self, file, on_reloaded, NULL);
}

/**
 * readout_session_keep_mine:
 * @self: a session
 *
 * Writes what is open over what another program has written.
 */
void
readout_session_keep_mine (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  if (self->store == NULL)
    return;

  readout_store_keep_mine (self->store);
  readout_session_announce (self, READOUT_PROBLEM_CHANGED, NULL);
  readout_session_save_now (self);
}

/**
 * readout_session_save_now:
 * @self: a session
 *
 * Starts to write at once what is open.
 */
void
readout_session_save_now (ReadoutSession *self)
{
  g_return_if_fail (READOUT_IS_SESSION (self));

  self->dirty = TRUE;
  start_save (self);
}

static void
on_saved_as (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  ReadoutSession *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  if (!readout_store_save_as_finish (READOUT_STORE (object), result, &error))
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  if (self->store == READOUT_STORE (object))
    report_saved (self);
  g_task_return_boolean (task, TRUE);
}

/**
 * readout_session_save_as_async:
 * @self: a session with a document
 * @file: where to
 * @callback: (scope async): called when it is written or has failed
 * @user_data: for @callback
 *
 * Writes the annotations to another file, to which later edits go too.
 */
void
readout_session_save_as_async (ReadoutSession     *self,
                               GFile              *file,
                               GAsyncReadyCallback callback,
                               gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));
  g_return_if_fail (self->store != NULL);
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_session_save_as_async);
  readout_store_save_as_async (
      self->store, file, NULL, on_saved_as, g_steal_pointer (&task));
}

/**
 * readout_session_save_as_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: whether the file was written
 */
gboolean
readout_session_save_as_finish (ReadoutSession *self,
                                GAsyncResult   *result,
                                GError        **error)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * readout_session_needs_saving:
 * @self: a session
 *
 * Returns: whether an edit is not on the disk yet
 */
gboolean
readout_session_needs_saving (ReadoutSession *self)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);

  return self->store != NULL && (self->dirty || self->saving);
}

/**
 * readout_session_flush_async:
 * @self: a session
 * @callback: (scope async): called when all is written or a write has failed
 * @user_data: for @callback
 *
 * Writes what is not on the disk yet, now and not after the usual delay.
 */
void
readout_session_flush_async (ReadoutSession     *self,
                             GAsyncReadyCallback callback,
                             gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_SESSION (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_session_flush_async);
  if (!readout_session_needs_saving (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->flushing, g_steal_pointer (&task));
  start_save (self);
}

/**
 * readout_session_flush_finish:
 * @self: a session
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: whether every edit is on the disk
 */
gboolean
readout_session_flush_finish (ReadoutSession *self,
                              GAsyncResult   *result,
                              GError        **error)
{
  g_return_val_if_fail (READOUT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
