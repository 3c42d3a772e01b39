/* window.h: the main window
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/opener.h"

G_BEGIN_DECLS

#define READOUT_TYPE_WINDOW (readout_window_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutWindow, readout_window, READOUT, WINDOW, GtkApplicationWindow)

ReadoutWindow *readout_window_new (GtkApplication *application);

void readout_window_show_notice (ReadoutWindow *self, const char *message);

ReadoutSession   *readout_window_get_session (ReadoutWindow *self);
ReadoutSaver     *readout_window_get_saver (ReadoutWindow *self);
ReadoutSuggester *readout_window_get_suggester (ReadoutWindow *self);
ReadoutOpener    *readout_window_get_opener (ReadoutWindow *self);

G_END_DECLS
