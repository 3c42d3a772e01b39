/* lines.h: the lines of a text as they were meant
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"

G_BEGIN_DECLS

ReadoutText *readout_lines_mend (ReadoutText *text, GCancellable *cancellable);

G_END_DECLS
