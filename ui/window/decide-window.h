/* decide-window.h: whose version of each item that both sides changed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/decision.h"

G_BEGIN_DECLS

#define READOUT_TYPE_DECIDE_WINDOW (readout_decide_window_get_type ())

G_DECLARE_FINAL_TYPE (ReadoutDecideWindow,
                      readout_decide_window,
                      READOUT,
                      DECIDE_WINDOW,
                      GtkWindow)

void readout_decide_window_present (GtkWindow *parent, ReadoutSaver *saver);

G_END_DECLS
