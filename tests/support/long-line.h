/* long-line.h: a made-up article that came as one line
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

ReadoutDocument *long_line_new (gsize n_bytes);

G_END_DECLS
