/* keys.h: letters that are commands
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window/window.h"

G_BEGIN_DECLS

void readout_window_keys_install (ReadoutWindow *self);

G_END_DECLS
