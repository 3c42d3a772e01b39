/* watcher.c: what other programs do to a file
 *
 * Something happens to the file, and it is looked at in a thread, which waits
 * for as long as the disk does.  There is one look at a time: what happens
 * meanwhile is looked at when it has ended.  Where the disk never answers, the
 * look is left to itself, and keeps nothing but what is known of the file.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-project"

#include "config.h"

#include "project/watcher.h"

struct _ReadoutWatcher
{
  ReadoutDiskFile   *disk;
  GFileMonitor      *monitor; /* NULL until it is there, and if it cannot be */
  gulong             changed_id;
  GCancellable      *life; /* cancelled with the watcher */
  gboolean           is_looking;
  gboolean           look_again; /* when that has ended */
  ReadoutWatcherFunc func;
  gpointer           user_data;
};

static void
look_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError          *error = NULL;
  ReadoutDiskLook *look
      = readout_disk_file_look (task_data, cancellable, &error);

  if (look != NULL)
    g_task_return_pointer (task, look, (GDestroyNotify)readout_disk_look_free);
  else
    g_task_return_error (task, error);
}

/* Of a look that was cancelled nothing comes out, and the watcher has gone. */
static void
looked_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutWatcher  *self = user_data;
  ReadoutDiskLook *look = g_task_propagate_pointer (G_TASK (result), NULL);

  if (look == NULL)
    return;

  /* The next look begins before this one is handed on, after which the
   * watcher may have gone. */
  self->is_looking = FALSE;
  if (self->look_again)
    readout_watcher_look (self);
  self->func (look, self->user_data);
}

static void
changed_cb (GFileMonitor     *monitor,
            GFile            *file,
            GFile            *other_file,
            GFileMonitorEvent event,
            ReadoutWatcher   *self)
{
  readout_watcher_look (self);
}

/* Also this waits for the disk: the system has to find the file. */
static void
monitor_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError       *error = NULL;
  GFileMonitor *monitor = g_file_monitor_file (
      task_data, G_FILE_MONITOR_WATCH_MOVES, cancellable, &error);

  if (monitor != NULL)
    g_task_return_pointer (task, monitor, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
monitored_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutWatcher *self = user_data;
  g_autoptr (GError) error = NULL;
  GFileMonitor *monitor = g_task_propagate_pointer (G_TASK (result), &error);

  if (monitor == NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        g_info ("Nobody tells of changes: %s", error->message);
      return;
    }

  self->monitor = monitor;
  self->changed_id = g_signal_connect (
      self->monitor, "changed", G_CALLBACK (changed_cb), self);

  /* What has happened since the file was read. */
  readout_watcher_look (self);
}

/**
 * readout_watcher_new:
 * @file: a file
 * @disk: what is known of it
 * @func: called in the main thread with what was found (transfer full)
 *   whenever something has happened to the file, be it by our own write, and
 *   once for what has happened before
 * @user_data: for @func
 *
 * Returns: (transfer full): a watcher of @file
 */
ReadoutWatcher *
readout_watcher_new (GFile             *file,
                     ReadoutDiskFile   *disk,
                     ReadoutWatcherFunc func,
                     gpointer           user_data)
{
  ReadoutWatcher *self;
  g_autoptr (GTask) task = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && disk != NULL, NULL);
  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (ReadoutWatcher, 1);
  self->disk = readout_disk_file_ref (disk);
  self->func = func;
  self->user_data = user_data;
  self->life = g_cancellable_new ();

  task = g_task_new (NULL, self->life, monitored_cb, self);
  g_task_set_source_tag (task, readout_watcher_new);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, monitor_thread);

  return self;
}

/**
 * readout_watcher_look:
 * @self: a watcher
 *
 * Looks at the file, whether something has happened to it or not.
 */
void
readout_watcher_look (ReadoutWatcher *self)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (self != NULL);

  self->look_again = self->is_looking;
  if (self->look_again)
    return;

  self->is_looking = TRUE;
  task = g_task_new (NULL, self->life, looked_cb, self);
  g_task_set_source_tag (task, readout_watcher_look);
  g_task_set_task_data (task,
                        readout_disk_file_ref (self->disk),
                        (GDestroyNotify)readout_disk_file_unref);
  g_task_run_in_thread (task, look_thread);
}

/**
 * readout_watcher_free:
 * @self: (transfer full): a watcher
 *
 * Ends to watch.  Nothing comes of a look under way, which is not waited for.
 */
void
readout_watcher_free (ReadoutWatcher *self)
{
  g_return_if_fail (self != NULL);

  g_cancellable_cancel (self->life);
  g_clear_object (&self->life);
  if (self->monitor != NULL)
    {
      g_signal_handler_disconnect (self->monitor, self->changed_id);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  readout_disk_file_unref (self->disk);
  g_free (self);
}
