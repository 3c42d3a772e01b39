/* saver.c: each edit on the disk within a second
 *
 * Saving has two flags and one timer.  An edit makes the document dirty and
 * starts the timer unless it runs; the timer writes; an edit made while a
 * write is under way makes it dirty again and is written by the next one.  So
 * there is at most one write at a time, none is more than a timer's length
 * and a write's length behind, and fast typing costs one write and not one a
 * key.  A write that fails leaves the document dirty and a banner up, and is
 * tried again by itself (retry.c), by the next edit, or when the person says
 * so.  Where another program has changed the file, trying again would not help.
 *
 * Before the session lets go of a document, what is dirty of it begins to be
 * written; the store holds on to all that this takes.  That such a write ends
 * is waited for as for any other, but it says nothing of what is open by then:
 * a failure is told with the name of the file.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/saver-private.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "project/file-name.h"
#include "session/merger.h"
#include "session/retry.h"
#include "session/saved-status.h"
#include "session/saver-words.h"

/* Half of the second that is promised; the other half is for the write. */
#define SAVE_DELAY_MS 500

/* How long a flush is waited for.  Writes take milliseconds; a disk that has
 * not answered after so long may never do so, and then neither the next
 * document nor the end of the window can wait for it. */
#define FLUSH_PATIENCE_MS 10000

/* A write under way. */
typedef struct
{
  ReadoutSaver *saver;   /* Owned, so that the end is heard. */
  gboolean      is_left; /* Its document has been let go of. */
} Write;

struct _ReadoutSaver
{
  GObject parent_instance;

  ReadoutSession *session;
  ReadoutStore   *store; /* That of the session; NULL if nothing is open. */
  GSignalGroup   *store_signals;
  GSignalGroup   *stack_signals;
  char           *plain_status; /* What was saved and when. */
  char           *saved_status; /* And that no journal is kept. */

  /* At most one timer and one write at a time; the write belongs to itself. */
  guint         save_source;
  Write        *write;
  gboolean      dirty; /* Changed since the last write began. */
  GError       *error; /* Why the last write failed; the banner is up. */
  ReadoutRetry *retry; /* When that is tried again. */
  char         *told;  /* What the banner says of it. */

  GPtrArray *left;        /* Stores let go of whose writes are under way. */
  GPtrArray *flushing;    /* GTasks that wait until all is written. */
  GError    *flush_error; /* The first that has come while they wait. */
  guint      flush_timer; /* When they have waited long enough. */
  guint      patience;    /* How long that is, in milliseconds. */
};

enum
{
  PROP_0,
  PROP_SAVED_STATUS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutSaver, readout_saver, G_TYPE_OBJECT)

static void start_save (ReadoutSaver *self);

static void
update_saved_status (ReadoutSaver *self)
{
  g_autofree char *status
      = readout_saved_status_add_journal (self->plain_status, self->store);

  if (g_strcmp0 (self->saved_status, status) == 0)
    return;

  g_free (self->saved_status);
  self->saved_status = g_steal_pointer (&status);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SAVED_STATUS]);
}

static void
set_saved_status (ReadoutSaver *self, const char *status)
{
  if (g_strcmp0 (self->plain_status, status) != 0)
    {
      g_free (self->plain_status);
      self->plain_status = g_strdup (status);
    }
  update_saved_status (self);
}

static void
say_saved (ReadoutSaver *self)
{
  g_autofree char *status = readout_saved_status_new (self->store);

  set_saved_status (self, status);
}

/* Whether it is not known yet if what another program has written stands in the
 * way of what is not saved. */
static gboolean
is_judging (ReadoutSaver *self)
{
  return self->dirty && self->store != NULL
         && readout_store_is_reading (self->store);
}

static void
end_flush (ReadoutSaver *self)
{
  g_autoptr (GPtrArray) tasks = NULL;
  g_autoptr (GError) error = NULL;

  g_clear_handle_id (&self->flush_timer, g_source_remove);
  tasks = g_steal_pointer (&self->flushing);
  error = g_steal_pointer (&self->flush_error);
  if (error == NULL && self->dirty && self->error != NULL)
    error = g_error_copy (self->error);
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

/* Ends what waits for a flush when all is written that can be. */
static void
finish_flush (ReadoutSaver *self)
{
  if (self->flushing->len == 0)
    return;
  if (self->dirty && self->error == NULL)
    start_save (self);
  if (self->write == NULL && self->left->len == 0 && !is_judging (self))
    end_flush (self);
}

static gboolean
on_flush_late (gpointer user_data)
{
  ReadoutSaver    *self = user_data;
  g_autofree char *told = readout_saver_describe_unsaved (self);

  self->flush_timer = 0;
  if (self->flush_error == NULL)
    self->flush_error
        = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_TIMED_OUT, told);
  end_flush (self);

  return G_SOURCE_REMOVE;
}

/* The time is that of the whole wait, and does not count down: what changes
 * each second cannot be read in peace.  It is said only where it differs from
 * what was said last, since a screen reader reads it out each time. */
static void
tell_retry (ReadoutSaver *self, guint delay)
{
  g_autofree char *message = readout_saver_describe_retry (self->error, delay);

  if (g_strcmp0 (self->told, message) == 0)
    return;

  readout_session_announce (self->session, READOUT_PROBLEM_SAVE, message);
  g_free (self->told);
  self->told = g_steal_pointer (&message);
}

/* Announced also where nothing was told here: the window tells by itself of a
 * Save As that has failed. */
static void
clear_save_problem (ReadoutSaver *self)
{
  g_clear_error (&self->error);
  readout_retry_stop (self->retry);
  g_clear_pointer (&self->told, g_free);
  readout_session_announce (self->session, READOUT_PROBLEM_SAVE, NULL);
}

static void
on_changed_on_disk (ReadoutSaver *self)
{
  readout_saver_end_merge (
      self, readout_merger_take_over (self->session, READOUT_MERGER_ASK));
}

/* The file says what it said before. */
static void
on_came_back (ReadoutSaver *self)
{
  readout_session_announce (self->session, READOUT_PROBLEM_CHANGED, NULL);
  readout_session_announce (self->session, READOUT_PROBLEM_CONFLICT, NULL);
  clear_save_problem (self);
  readout_saver_take_in_copy (self);
  if (self->dirty)
    start_save (self);
  finish_flush (self);
}

/* A save has found what another program has written.  It is being read, or has
 * been before, and what was asked of the person then may be settled by now. */
static void
report_in_the_way (ReadoutSaver *self, const GError *error)
{
  clear_save_problem (self);
  self->error = g_error_copy (error);
  if (!readout_store_is_reading (self->store))
    on_changed_on_disk (self);
}

static void
report_save_error (ReadoutSaver *self, const GError *error)
{
  set_saved_status (self, _ ("Not saved"));
  if (g_error_matches (error, READOUT_ERROR, READOUT_ERROR_CHANGED))
    {
      report_in_the_way (self, error);
      return;
    }

  g_clear_error (&self->error);
  self->error = g_error_copy (error);
  tell_retry (
      self,
      readout_retry_wait (self->retry,
                          readout_store_get_annotation_file (self->store)));
}

static void
report_saved (ReadoutSaver *self)
{
  say_saved (self);

  /* What is on the disk now is ours: also where the file had gone, and was
   * made anew. */
  readout_session_announce (self->session, READOUT_PROBLEM_CHANGED, NULL);
  readout_session_announce (self->session, READOUT_PROBLEM_CONFLICT, NULL);
  clear_save_problem (self);

  /* What was asked of the person may be settled by what was done since. */
  readout_saver_take_in_copy (self);
}

/* Of a document that is not open any more: nothing that is shown of the one
 * that is open may change by it. */
static void
report_left (ReadoutSaver *self, ReadoutStore *store, const GError *error)
{
  g_autofree char *message = readout_saver_describe_left (
      readout_store_get_annotation_file (store), error);

  readout_session_announce (self->session, READOUT_PROBLEM_LEFT, message);
  g_message ("%s", message);
}

static void
end_write (ReadoutSaver *self, const GError *error)
{
  if (error != NULL)
    {
      self->dirty = TRUE;
      report_save_error (self, error);
      return;
    }

  report_saved (self);
  if (self->dirty)
    start_save (self);
}

static void
on_saved (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autofree Write *write = user_data;
  g_autoptr (ReadoutSaver) self = write->saver;
  g_autoptr (GError) error = NULL;

  readout_store_save_finish (READOUT_STORE (object), result, &error);

  if (write->is_left)
    g_ptr_array_remove_fast (self->left, object);
  else
    self->write = NULL;

  if (!write->is_left)
    end_write (self, error);
  else if (error != NULL && self->session != NULL)
    report_left (self, READOUT_STORE (object), error);

  if (error != NULL && self->flushing->len > 0 && self->flush_error == NULL
      && (write->is_left || (self->error != NULL && !is_judging (self))))
    self->flush_error = g_error_copy (error);
  finish_flush (self);
}

static void
start_save (ReadoutSaver *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->store == NULL || self->write != NULL)
    return;

  readout_retry_pause (self->retry);
  self->dirty = FALSE;
  self->write = g_new0 (Write, 1);
  self->write->saver = g_object_ref (self);
  readout_store_save_async (self->store, FALSE, NULL, on_saved, self->write);
}

static gboolean
save_timed_out (gpointer user_data)
{
  ReadoutSaver *self = user_data;

  self->save_source = 0;
  start_save (self);

  return G_SOURCE_REMOVE;
}

static void
on_retry (gpointer user_data)
{
  start_save (user_data);
}

/* After each step of undo, whatever made it. */
static void
on_group_applied (ReadoutSaver *self)
{
  self->dirty = TRUE;
  if (self->save_source == 0 && self->write == NULL)
    self->save_source = g_timeout_add (SAVE_DELAY_MS, save_timed_out, self);
}

/* The write under way, if there is one, is of a document let go of. */
static void
leave_write (ReadoutSaver *self)
{
  if (self->write == NULL)
    return;

  self->write->is_left = TRUE;
  self->write = NULL;
  g_ptr_array_add (self->left, g_object_ref (self->store));
}

/* Before another document takes the place of this one, or at the end. */
static void
on_closing (ReadoutSaver *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);

  /* What a write under way has not got any more is for a second one. */
  leave_write (self);
  if (self->dirty)
    start_save (self);
  leave_write (self);

  self->dirty = FALSE;
  clear_save_problem (self);
}

static void
on_document (ReadoutSaver *self)
{
  ReadoutDocument *document = readout_session_get_document (self->session);

  g_set_object (&self->store, readout_session_get_store (self->session));
  g_signal_group_set_target (self->store_signals, self->store);
  g_signal_group_set_target (
      self->stack_signals,
      document != NULL ? readout_document_get_undo_stack (document) : NULL);
  set_saved_status (self, NULL);
}

static void
readout_saver_dispose (GObject *object)
{
  ReadoutSaver *self = READOUT_SAVER (object);

  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      on_closing (self);
    }
  g_clear_object (&self->store_signals);
  g_clear_object (&self->stack_signals);
  g_clear_object (&self->store);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_saver_parent_class)->dispose (object);
}

static void
readout_saver_finalize (GObject *object)
{
  ReadoutSaver *self = READOUT_SAVER (object);

  g_free (self->plain_status);
  g_free (self->saved_status);
  g_clear_error (&self->error);
  readout_retry_free (self->retry);
  g_free (self->told);
  g_ptr_array_unref (self->left);
  g_ptr_array_unref (self->flushing);
  g_clear_error (&self->flush_error);

  G_OBJECT_CLASS (readout_saver_parent_class)->finalize (object);
}

static void
readout_saver_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  ReadoutSaver *self = READOUT_SAVER (object);

  switch (prop_id)
    {
    case PROP_SAVED_STATUS:
      g_value_set_string (value, self->saved_status);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_saver_class_init (ReadoutSaverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = readout_saver_dispose;
  object_class->finalize = readout_saver_finalize;
  object_class->get_property = readout_saver_get_property;

  properties[PROP_SAVED_STATUS]
      = g_param_spec_string ("saved-status",
                             NULL,
                             NULL,
                             NULL,
                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
readout_saver_init (ReadoutSaver *self)
{
  self->retry = readout_retry_new (on_retry, self);
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
  self->flushing = g_ptr_array_new_with_free_func (g_object_unref);
  self->patience = FLUSH_PATIENCE_MS;
  self->store_signals = g_signal_group_new (READOUT_TYPE_STORE);
  self->stack_signals = g_signal_group_new (READOUT_TYPE_UNDO_STACK);
  g_signal_group_connect_swapped (self->store_signals,
                                  "changed-on-disk",
                                  G_CALLBACK (on_changed_on_disk),
                                  self);
  g_signal_group_connect_swapped (
      self->store_signals, "came-back", G_CALLBACK (on_came_back), self);
  g_signal_group_connect_swapped (self->store_signals,
                                  "journal-changed",
                                  G_CALLBACK (update_saved_status),
                                  self);
  g_signal_group_connect_swapped (self->stack_signals,
                                  "group-applied",
                                  G_CALLBACK (on_group_applied),
                                  self);
}

/**
 * readout_saver_new:
 * @session: what is to be saved
 *
 * To be made before the widgets, which then find the document of @session
 * watched over whenever they hear of a new one.
 *
 * Returns: (transfer full): a saver for whatever @session works on
 */
ReadoutSaver *
readout_saver_new (ReadoutSession *session)
{
  ReadoutSaver *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);

  self = g_object_new (READOUT_TYPE_SAVER, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (
      session, "closing", G_CALLBACK (on_closing), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session,
                           "notify::document",
                           G_CALLBACK (on_document),
                           self,
                           G_CONNECT_SWAPPED);
  on_document (self);

  return self;
}

/**
 * readout_saver_set_delays:
 * @self: a saver
 * @delays: (array fixed-size=5): in milliseconds
 *
 * Lets a test wait less than a minute until what has failed is tried again.
 */
void
readout_saver_set_delays (ReadoutSaver *self, const guint *delays)
{
  g_return_if_fail (READOUT_IS_SAVER (self));
  g_return_if_fail (delays != NULL);

  readout_retry_set_delays (self->retry, delays);
}

/**
 * readout_saver_set_patience:
 * @self: a saver
 * @milliseconds: how long a flush waits for the disk
 *
 * Lets a test wait for less than ten seconds.
 */
void
readout_saver_set_patience (ReadoutSaver *self, guint milliseconds)
{
  g_return_if_fail (READOUT_IS_SAVER (self));

  self->patience = milliseconds;
}

/**
 * readout_saver_save_now:
 * @self: a saver
 *
 * Starts to write at once what is open.
 */
void
readout_saver_save_now (ReadoutSaver *self)
{
  g_return_if_fail (READOUT_IS_SAVER (self));

  if (self->store == NULL)
    return;

  self->dirty = TRUE;
  start_save (self);
}

/**
 * readout_saver_drop:
 * @self: a saver
 *
 * Gives up what is not being written yet: it can be made again, or is not
 * wanted any more.
 */
void
readout_saver_drop (ReadoutSaver *self)
{
  g_return_if_fail (READOUT_IS_SAVER (self));

  g_clear_handle_id (&self->save_source, g_source_remove);
  self->dirty = FALSE;
}

/**
 * readout_saver_end_merge:
 * @self: a saver
 * @outcome: what came of a merge
 *
 * Goes on with what is to be written after it.
 */
void
readout_saver_end_merge (ReadoutSaver *self, ReadoutMergerOutcome outcome)
{
  switch (outcome)
    {
    case READOUT_MERGER_SAME:
      readout_saver_drop (self);
      clear_save_problem (self);
      say_saved (self);
      readout_saver_take_in_copy (self);
      finish_flush (self);
      break;

    case READOUT_MERGER_AHEAD:
      clear_save_problem (self);
      readout_saver_save_now (self);
      break;

    case READOUT_MERGER_ASKED:
    case READOUT_MERGER_REFUSED:
    default:
      finish_flush (self);
    }
}

/**
 * readout_saver_take_in_copy:
 * @self: a saver
 *
 * Merges a second copy of the annotations into the document, and saves it, or
 * asks the person.  What another program has written comes first.
 */
void
readout_saver_take_in_copy (ReadoutSaver *self)
{
  g_return_if_fail (READOUT_IS_SAVER (self));

  if (self->store == NULL || readout_store_is_in_the_way (self->store))
    return;

  readout_session_announce (self->session, READOUT_PROBLEM_COPY, NULL);
  if (readout_store_get_other_copy (self->store) != NULL)
    readout_saver_end_merge (
        self, readout_merger_take_over (self->session, READOUT_MERGER_ASK));
}

/**
 * readout_saver_get_session:
 * @self: a saver
 *
 * Returns: (transfer none): whose document it saves
 */
ReadoutSession *
readout_saver_get_session (ReadoutSaver *self)
{
  return self->session;
}

/**
 * readout_saver_get_store:
 * @self: a saver
 *
 * Returns: (transfer none) (nullable): what it saves
 */
ReadoutStore *
readout_saver_get_store (ReadoutSaver *self)
{
  return self->store;
}

/**
 * readout_saver_note_saved:
 * @self: a saver
 * @store: what was saved by another way
 *
 * Says so, if that is what is open.
 */
void
readout_saver_note_saved (ReadoutSaver *self, ReadoutStore *store)
{
  if (self->store != store)
    return;

  /* What could not be written elsewhere is there now, unless there is more of
   * it. */
  self->dirty = readout_undo_stack_is_modified (
      readout_document_get_undo_stack (readout_store_get_document (store)));
  report_saved (self);
  if (self->dirty)
    start_save (self);
}

/**
 * readout_saver_needs_saving:
 * @self: a saver
 *
 * Returns: whether an edit is not on the disk yet, be it of what is open or of
 *   what was open before
 */
gboolean
readout_saver_needs_saving (ReadoutSaver *self)
{
  g_return_val_if_fail (READOUT_IS_SAVER (self), FALSE);

  return self->dirty || self->write != NULL || self->left->len > 0;
}

/**
 * readout_saver_describe_unsaved:
 * @self: a saver
 *
 * Returns: (transfer full) (nullable): which files have not got their last
 *   edits, and why, one a line; %NULL if all is written
 */
char *
readout_saver_describe_unsaved (ReadoutSaver *self)
{
  g_autoptr (GString) lines = NULL;

  g_return_val_if_fail (READOUT_IS_SAVER (self), NULL);

  if (!readout_saver_needs_saving (self))
    return NULL;

  lines = g_string_new (NULL);
  for (guint i = 0; i < self->left->len; i++)
    readout_saver_append_unsaved (
        lines,
        readout_store_get_annotation_file (g_ptr_array_index (self->left, i)),
        NULL);
  if (self->dirty || self->write != NULL)
    readout_saver_append_unsaved (
        lines, readout_store_get_annotation_file (self->store), self->error);

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

/**
 * readout_saver_flush_async:
 * @self: a saver
 * @callback: (scope async): called when all is written or a write has failed
 * @user_data: for @callback
 *
 * Writes what is not on the disk yet, now and not after the usual delay, and
 * waits for the writes of what was open before, but no longer than ten seconds.
 * What has not been written by then goes on being written.
 */
void
readout_saver_flush_async (ReadoutSaver       *self,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (READOUT_IS_SAVER (self));

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_saver_flush_async);
  if (!readout_saver_needs_saving (self))
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  g_ptr_array_add (self->flushing, g_steal_pointer (&task));
  if (self->flush_timer == 0)
    self->flush_timer = g_timeout_add (self->patience, on_flush_late, self);
  if (self->dirty)
    start_save (self);
}

/**
 * readout_saver_flush_finish:
 * @self: a saver
 * @result: what the callback got
 * @error: where to put what went wrong: the error of the first write that
 *   failed, or %G_IO_ERROR_TIMED_OUT
 *
 * Returns: whether every edit is on the disk
 */
gboolean
readout_saver_flush_finish (ReadoutSaver *self,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (READOUT_IS_SAVER (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
