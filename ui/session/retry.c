/* retry.c: when to try again what has failed
 *
 * What failed because a disk is full, a folder may not be written or a network
 * has gone may work a moment later or in an hour, and nobody should have to
 * ask.  It is tried again after some seconds, then after more and more of them
 * up to a minute, and as soon as something happens in the folder of the file or
 * to what is mounted.  What happens there all the time, such as the writing of
 * other programs, leads to one try a second at most.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "session/retry.h"

#include <gio/gunixmounts.h>
#include <string.h>

#include "project/atomic.h"

struct _ReadoutRetry
{
  ReadoutRetryFunc func;
  gpointer         user_data;

  guint    delays[READOUT_RETRY_N_DELAYS]; /* In milliseconds. */
  guint    n_failures;                     /* Since it last worked. */
  gint64   failed_at;                      /* Monotonic, in microseconds. */
  guint    source;                         /* The timer of the next try. */
  gboolean has_news; /* Something has happened during a try. */

  /* There while the next try is waited for. */
  GFileMonitor      *folder_monitor;
  GUnixMountMonitor *mount_monitor;
};

static const guint default_delays[READOUT_RETRY_N_DELAYS]
    = { 2000, 5000, 10000, 30000, 60000 };

static gboolean
on_time (gpointer user_data)
{
  ReadoutRetry *self = user_data;

  self->source = 0;
  self->func (self->user_data);

  return G_SOURCE_REMOVE;
}

static void
try_in (ReadoutRetry *self, guint delay)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (delay, on_time, self);
}

/* As soon as half of the shortest delay is over since the last try. */
static void
try_soon (ReadoutRetry *self)
{
  gint64 since = (g_get_monotonic_time () - self->failed_at) / 1000;
  gint64 least = self->delays[0] / 2;

  self->has_news = TRUE;
  if (self->source != 0)
    try_in (self, MAX (least - since, 0));
}

/* What our own tries leave and take away in the folder is no news. */
static void
on_folder_changed (GFileMonitor     *monitor,
                   GFile            *file,
                   GFile            *other_file,
                   GFileMonitorEvent event,
                   ReadoutRetry     *self)
{
  g_autofree char *path = g_file_get_path (file);

  if (path == NULL || !readout_atomic_is_temporary (path))
    try_soon (self);
}

static void
unwatch (ReadoutRetry *self)
{
  if (self->folder_monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->folder_monitor, self);
      g_file_monitor_cancel (self->folder_monitor);
    }
  if (self->mount_monitor != NULL)
    g_signal_handlers_disconnect_by_data (self->mount_monitor, self);
  g_clear_object (&self->folder_monitor);
  g_clear_object (&self->mount_monitor);
}

static void
watch (ReadoutRetry *self, GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  unwatch (self);
  if (folder != NULL)
    self->folder_monitor = g_file_monitor_directory (
        folder, G_FILE_MONITOR_WATCH_MOUNTS, NULL, NULL);
  if (self->folder_monitor != NULL)
    g_signal_connect (
        self->folder_monitor, "changed", G_CALLBACK (on_folder_changed), self);

  self->mount_monitor = g_unix_mount_monitor_get ();
  g_signal_connect_swapped (
      self->mount_monitor, "mounts-changed", G_CALLBACK (try_soon), self);
}

/**
 * readout_retry_new:
 * @func: called when it is time to try again
 * @user_data: for @func
 *
 * Returns: (transfer full): a watch over when to try again, at rest
 */
ReadoutRetry *
readout_retry_new (ReadoutRetryFunc func, gpointer user_data)
{
  ReadoutRetry *self;

  g_return_val_if_fail (func != NULL, NULL);

  self = g_new0 (ReadoutRetry, 1);
  self->func = func;
  self->user_data = user_data;
  memcpy (self->delays, default_delays, sizeof default_delays);

  return self;
}

/**
 * readout_retry_free:
 * @self: (transfer full): a watch
 *
 * Forgets what was to be tried again.
 */
void
readout_retry_free (ReadoutRetry *self)
{
  g_return_if_fail (self != NULL);

  readout_retry_stop (self);
  g_free (self);
}

/**
 * readout_retry_set_delays:
 * @self: a watch
 * @delays: (array fixed-size=5): in milliseconds
 *
 * Lets a test wait less than a minute.
 */
void
readout_retry_set_delays (ReadoutRetry *self, const guint *delays)
{
  g_return_if_fail (self != NULL && delays != NULL);

  memcpy (self->delays, delays, sizeof self->delays);
}

/**
 * readout_retry_wait:
 * @self: a watch
 * @file: the file that could not be written
 *
 * To be called after each try that has failed; @func is called for the next.
 *
 * Returns: after how many milliseconds that is at the latest; the longest of
 *   the delays comes again and again
 */
guint
readout_retry_wait (ReadoutRetry *self, GFile *file)
{
  guint delay;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (G_IS_FILE (file), 0);

  delay = self->delays[MIN (self->n_failures, READOUT_RETRY_N_DELAYS - 1)];
  self->n_failures++;
  self->failed_at = g_get_monotonic_time ();
  watch (self, file);
  if (self->has_news)
    delay = self->delays[0] / 2;
  try_in (self, delay);

  return delay;
}

/**
 * readout_retry_pause:
 * @self: a watch
 *
 * To be called before each try, whoever has asked for it.
 */
void
readout_retry_pause (ReadoutRetry *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  self->has_news = FALSE;
}

/**
 * readout_retry_stop:
 * @self: a watch
 *
 * To be called when it has worked, or is not wanted any more.
 */
void
readout_retry_stop (ReadoutRetry *self)
{
  g_return_if_fail (self != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  unwatch (self);
  self->n_failures = 0;
}
