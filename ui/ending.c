/* ending.c: what is not saved is written before the program ends
 *
 * Of all windows at once, and for a limited time: what ends the program may
 * not wait for ever for a file of a network that has gone.  What could not be
 * written is told on standard error, where those look who start programs; it
 * is in the journal, and comes back.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "ending.h"

#include "window/files.h"
#include "window/window.h"

/* The end of the program, as far as it is waited for.  Belongs to all flushes
 * under way and to the timer. */
typedef struct
{
  GTask *task; /* NULL when it has ended. */
  guint  n_flushing;
  guint  timer;
} Ending;

static void
ending_clear (gpointer data)
{
  Ending *self = data;

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->task);
}

static void
end (Ending *self)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (task != NULL)
    g_task_return_boolean (task, TRUE);
}

static gboolean
on_late (gpointer user_data)
{
  Ending *self = user_data;

  self->timer = 0;
  end (self);

  return G_SOURCE_REMOVE;
}

static void
on_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Ending *self = user_data;

  /* What has failed is told by the saver when all have ended. */
  readout_saver_flush_finish (READOUT_SAVER (object), result, NULL);
  self->n_flushing--;
  if (self->n_flushing == 0)
    end (self);
  g_rc_box_release_full (self, ending_clear);
}

static GPtrArray *
find_windows (GtkApplication *application)
{
  GPtrArray *found = g_ptr_array_new ();
  GList     *windows = gtk_application_get_windows (application);

  for (GList *l = windows; l != NULL; l = l->next)
    if (READOUT_IS_WINDOW (l->data))
      g_ptr_array_add (found, l->data);

  return found;
}

/**
 * readout_ending_is_needed:
 * @application: the program
 *
 * Returns: whether an edit of any window is not on the disk yet
 */
gboolean
readout_ending_is_needed (GtkApplication *application)
{
  g_autoptr (GPtrArray) windows = NULL;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), FALSE);

  windows = find_windows (application);
  for (guint i = 0; i < windows->len; i++)
    {
      readout_window_commit (windows->pdata[i]);
      if (readout_saver_needs_saving (
              readout_window_get_saver (windows->pdata[i])))
        return TRUE;
    }

  return FALSE;
}

/**
 * readout_ending_begin_async:
 * @application: the program
 * @callback: (scope async): called when all is written that can be, or after
 *   %READOUT_ENDING_SECONDS
 * @user_data: for @callback
 *
 * Writes what is not on the disk yet, in all windows.
 */
void
readout_ending_begin_async (GtkApplication     *application,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  g_autoptr (GPtrArray) windows = NULL;
  Ending *self;

  g_return_if_fail (GTK_IS_APPLICATION (application));

  self = g_rc_box_new0 (Ending);
  self->task = g_task_new (application, NULL, callback, user_data);
  g_task_set_source_tag (self->task, readout_ending_begin_async);

  windows = find_windows (application);
  self->n_flushing = windows->len;
  self->timer = g_timeout_add_seconds (READOUT_ENDING_SECONDS, on_late, self);
  for (guint i = 0; i < windows->len; i++)
    {
      readout_window_commit (windows->pdata[i]);
      readout_saver_flush_async (readout_window_get_saver (windows->pdata[i]),
                                 on_flushed,
                                 g_rc_box_acquire (self));
    }
  if (windows->len == 0)
    end (self);
  g_rc_box_release_full (self, ending_clear);
}

/**
 * readout_ending_finish:
 * @application: the program
 * @result: what the callback got
 *
 * Tells on standard error what is not on the disk now.
 *
 * Returns: whether everything is
 */
gboolean
readout_ending_finish (GtkApplication *application, GAsyncResult *result)
{
  g_autoptr (GPtrArray) windows = NULL;
  gboolean all_saved = TRUE;

  g_return_val_if_fail (g_task_is_valid (result, application), FALSE);

  g_task_propagate_boolean (G_TASK (result), NULL);
  windows = find_windows (application);
  for (guint i = 0; i < windows->len; i++)
    {
      g_autofree char *unsaved = readout_saver_describe_unsaved (
          readout_window_get_saver (windows->pdata[i]));

      if (unsaved == NULL)
        continue;
      g_printerr ("%s: %s\n", g_get_prgname (), unsaved);
      all_saved = FALSE;
    }

  return all_saved;
}
