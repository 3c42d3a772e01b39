/* focus.h: where the focus is in the window, and where it goes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window/window.h"

G_BEGIN_DECLS

gboolean readout_window_letters_act (ReadoutWindow *self);
gboolean readout_window_focus_in_form (ReadoutWindow *self);
gboolean readout_window_undo_typing (ReadoutWindow *self, gboolean redo);
void     readout_window_next_pane (ReadoutWindow *self);
void     readout_window_enter_card (ReadoutWindow *self);
void     readout_window_leave_card (ReadoutWindow *self);

G_END_DECLS
