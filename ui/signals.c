/* signals.c: ending the program when a signal asks for it
 *
 * While it is there, SIGTERM, SIGINT (Ctrl+C) and SIGHUP (the terminal or the
 * session has gone) first let the main thread write what is not saved, for a
 * limited time; then the program ends by the same signal, with its default
 * action, so that whoever waits for it sees what it ended by.  A second one
 * ends it at once.
 *
 * The signals are waited for in a thread of their own: a main thread that
 * hangs, in a file of a network that has gone, say, would never hear of them,
 * and the program could be ended by SIGKILL only.
 *
 * A signal that is ignored when the program starts stays ignored, as nohup(1)
 * wants it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "signals.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <unistd.h>

static const int numbers[] = { SIGTERM, SIGINT, SIGHUP };

/* One of the signals that are waited for. */
typedef struct
{
  ReadoutSignals *signals;
  int             number;
} Watch;

/* All but @ended belongs to the thread as soon as it runs. */
struct _ReadoutSignals
{
  ReadoutSignalsFunc func;
  gpointer           user_data;
  guint              patience_ms;
  Watch              watches[G_N_ELEMENTS (numbers)];
  int                number; /* The first that came, or 0; atomic. */

  GMainContext *context;
  GMainLoop    *loop;
  GThread      *thread;
};

G_NORETURN
static void
end_by (int number)
{
  struct sigaction by_default = { .sa_handler = SIG_DFL };
  sigset_t         only;

  sigaction (number, &by_default, NULL);
  sigemptyset (&only);
  sigaddset (&only, number);
  pthread_sigmask (SIG_UNBLOCK, &only, NULL);
  raise (number);
  _exit (128 + number);
}

static gboolean
is_ignored (int number)
{
  struct sigaction now;

  return sigaction (number, NULL, &now) == 0 && now.sa_handler == SIG_IGN;
}

static gboolean
on_late (gpointer user_data)
{
  ReadoutSignals *self = user_data;

  g_printerr ("%s: %s\n",
              g_get_prgname (),
              _ ("what was not saved yet could not be written in time; it is "
                 "in the journal and comes back when its file is opened "
                 "again"));
  end_by (g_atomic_int_get (&self->number));
}

/* In the main thread. */
static gboolean
begin_ending (gpointer user_data)
{
  ReadoutSignals *self = user_data;

  self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

static gboolean
on_signal (gpointer user_data)
{
  Watch          *watch = user_data;
  ReadoutSignals *self = watch->signals;
  g_autoptr (GSource) late = NULL;
  g_autoptr (GSource) begin = NULL;

  if (!g_atomic_int_compare_and_exchange (&self->number, 0, watch->number))
    end_by (watch->number);

  late = g_timeout_source_new (self->patience_ms);
  g_source_set_callback (late, on_late, self, NULL);
  g_source_attach (late, self->context);

  /* Before all that is drawn or was typed.  Not by g_main_context_invoke(),
   * which would do it here if the main loop does not run. */
  begin = g_idle_source_new ();
  g_source_set_priority (begin, G_PRIORITY_HIGH);
  g_source_set_callback (begin, begin_ending, self, NULL);
  g_source_attach (begin, NULL);

  return G_SOURCE_CONTINUE;
}

static gpointer
wait_for_signals (gpointer data)
{
  ReadoutSignals *self = data;
  GSource        *sources[G_N_ELEMENTS (numbers)] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (is_ignored (numbers[i]))
        continue;

      self->watches[i] = (Watch){ self, numbers[i] };
      sources[i] = g_unix_signal_source_new (numbers[i]);
      g_source_set_callback (sources[i], on_signal, &self->watches[i], NULL);
      g_source_attach (sources[i], self->context);
    }

  g_main_loop_run (self->loop);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (sources[i] != NULL)
      {
        g_source_destroy (sources[i]);
        g_source_unref (sources[i]);
      }

  return NULL;
}

static gboolean
on_quit (gpointer user_data)
{
  g_main_loop_quit (user_data);

  return G_SOURCE_REMOVE;
}

/**
 * readout_signals_new:
 * @func: called in the main thread when the program is to end; it calls
 *   readout_signals_end() when all is written
 * @user_data: for @func
 * @patience_ms: how long the main thread may take for that
 *
 * Returns: (transfer full): a watch over the signals
 */
ReadoutSignals *
readout_signals_new (ReadoutSignalsFunc func,
                     gpointer           user_data,
                     guint              patience_ms)
{
  ReadoutSignals *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (ReadoutSignals, 1);
  self->func = func;
  self->user_data = user_data;
  self->patience_ms = patience_ms;
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("signals", wait_for_signals, self);

  return self;
}

/**
 * readout_signals_end:
 * @self: a watch
 *
 * Ends the program by the signal that has come.  To be called when all is
 * written that can be; does nothing if no signal has come.
 */
void
readout_signals_end (ReadoutSignals *self)
{
  int number;

  g_return_if_fail (self != NULL);

  number = g_atomic_int_get (&self->number);
  if (number != 0)
    end_by (number);
}

/**
 * readout_signals_free:
 * @self: (transfer full): a watch
 *
 * Lets the signals do again what they do by default.  If one has come, the
 * program ends by it now.
 */
void
readout_signals_free (ReadoutSignals *self)
{
  g_autoptr (GSource) quit = NULL;

  g_return_if_fail (self != NULL);

  readout_signals_end (self);
  quit = g_idle_source_new ();
  g_source_set_callback (quit, on_quit, self->loop, NULL);
  g_source_attach (quit, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_free (self);
}
