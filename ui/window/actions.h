/* actions.h: the verbs of the main window
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window/window.h"

G_BEGIN_DECLS

void readout_window_actions_run (ReadoutWindow *self, const char *action);
void readout_window_actions_update (ReadoutWindow *self);
void readout_window_actions_install (ReadoutWindow *self);
void readout_window_actions_set_accels (GtkApplication *application);

G_END_DECLS
