/* bytes.h: the bytes of a model file, mapped where that is safe
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *
readout_model_bytes_open (const char *path, char **stamp, GError **error);

G_END_DECLS
