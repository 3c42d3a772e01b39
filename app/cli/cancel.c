/* cancel.c: ending long work on a signal
 *
 * While it is there, the first interrupt (Ctrl+C) or request to end cancels a
 * GCancellable, so that the work can stop where nothing is half done; a second
 * one ends the program at once, as it would have without this.  The main thread
 * is busy with the work, so the signals are waited for in a thread.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/cancel.h"

#include <glib-unix.h>
#include <signal.h>

static const int signals[] = { SIGINT, SIGTERM };

typedef struct
{
  ReadoutCliCancel *cancel;
  int               number;
} Watch;

struct _ReadoutCliCancel
{
  GCancellable *cancellable;
  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
  GSource      *sources[G_N_ELEMENTS (signals)];
  Watch         watches[G_N_ELEMENTS (signals)];
  int           number; /* The signal that came, or 0. */
};

/* Without its source a signal does again what it does by default. */
static void
stop_watching (ReadoutCliCancel *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (self->sources[i] != NULL)
      {
        g_source_destroy (self->sources[i]);
        g_clear_pointer (&self->sources[i], g_source_unref);
      }
}

static gboolean
on_signal (gpointer user_data)
{
  Watch            *watch = user_data;
  ReadoutCliCancel *self = watch->cancel;

  g_atomic_int_set (&self->number, watch->number);
  g_cancellable_cancel (self->cancellable);
  stop_watching (self);

  return G_SOURCE_REMOVE;
}

static gpointer
wait_for_signals (gpointer data)
{
  ReadoutCliCancel *self = data;

  g_main_loop_run (self->loop);
  stop_watching (self);

  return NULL;
}

static gboolean
on_quit (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * readout_cli_cancel_new:
 *
 * Returns: (transfer full): a watch over the signals, which ends with
 *   readout_cli_cancel_free()
 */
ReadoutCliCancel *
readout_cli_cancel_new (void)
{
  ReadoutCliCancel *self = g_new0 (ReadoutCliCancel, 1);

  self->cancellable = g_cancellable_new ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      self->watches[i] = (Watch){ self, signals[i] };
      self->sources[i] = g_unix_signal_source_new (signals[i]);
      g_source_set_callback (
          self->sources[i], on_signal, &self->watches[i], NULL);
      g_source_attach (self->sources[i], self->context);
    }
  self->thread = g_thread_new ("signals", wait_for_signals, self);

  return self;
}

/**
 * readout_cli_cancel_get_cancellable:
 * @self: a watch
 *
 * Returns: (transfer none): what is cancelled by a signal
 */
GCancellable *
readout_cli_cancel_get_cancellable (ReadoutCliCancel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->cancellable;
}

/**
 * readout_cli_cancel_get_signal:
 * @self: a watch
 *
 * Returns: the number of the signal that came, or 0
 */
int
readout_cli_cancel_get_signal (ReadoutCliCancel *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_atomic_int_get (&self->number);
}

/**
 * readout_cli_cancel_free:
 * @self: (transfer full): a watch
 */
void
readout_cli_cancel_free (ReadoutCliCancel *self)
{
  g_autoptr (GSource) quit = NULL;

  g_return_if_fail (self != NULL);

  quit = g_idle_source_new ();
  g_source_set_callback (quit, on_quit, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_object_unref (self->cancellable);
  g_free (self);
}
