/* window.c: the main window
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "window.h"

#include "window-actions.h"

struct _ReadoutWindow
{
  GtkApplicationWindow parent_instance;

  ReadoutSession *session;
};

G_DEFINE_FINAL_TYPE (ReadoutWindow, readout_window, GTK_TYPE_APPLICATION_WINDOW)

static void
readout_window_dispose (GObject *object)
{
  ReadoutWindow *self = READOUT_WINDOW (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_window_parent_class)->dispose (object);
}

static void
readout_window_class_init (ReadoutWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/window.ui");
}

static void
readout_window_init (ReadoutWindow *self)
{
  self->session = readout_session_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  readout_window_actions_install (self);
}

ReadoutWindow *
readout_window_new (ReadoutApplication *application)
{
  return g_object_new (READOUT_TYPE_WINDOW, "application", application, NULL);
}

void
readout_window_restore (ReadoutWindow *self)
{
  g_return_if_fail (READOUT_IS_WINDOW (self));
}

void
readout_window_open (ReadoutWindow *self, GFile *file)
{
  g_return_if_fail (READOUT_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));
}

gboolean
readout_window_shows_file (ReadoutWindow *self, GFile *file)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return FALSE;
}

ReadoutSession *
readout_window_get_session (ReadoutWindow *self)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), NULL);

  return self->session;
}
