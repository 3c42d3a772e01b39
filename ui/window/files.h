/* files.h: how articles come into the window and leave it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window/window.h"

G_BEGIN_DECLS

void     readout_window_open (ReadoutWindow *self, GFile *file);
void     readout_window_restore (ReadoutWindow *self);
void     readout_window_choose_file (ReadoutWindow *self);
void     readout_window_save_as (ReadoutWindow *self);
void     readout_window_open_sample (ReadoutWindow *self);
void     readout_window_paste_article (ReadoutWindow *self);
gboolean readout_window_shows_file (ReadoutWindow *self, GFile *file);
void     readout_window_commit (ReadoutWindow *self);
gboolean readout_window_close_request (ReadoutWindow *self);
void     readout_window_files_install (ReadoutWindow *self);

G_END_DECLS
