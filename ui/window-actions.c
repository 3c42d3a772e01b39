/* window-actions.c: the verbs of the main window
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "window-actions.h"

void
readout_window_actions_install (ReadoutWindow *self)
{
  g_return_if_fail (READOUT_IS_WINDOW (self));
}

void
readout_window_actions_set_accels (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));
}
