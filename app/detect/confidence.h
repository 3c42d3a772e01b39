/* confidence.h: percentages that mean what they say
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void readout_confidence_calibrate (const GPtrArray *records,
                                   gboolean         with_model,
                                   GCancellable    *cancellable);

G_END_DECLS
