/* verified.h: which installed models have been found whole
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean readout_model_verified_contains (const char *path, const char *stamp);
void     readout_model_verified_add (const char *path, const char *stamp);

G_END_DECLS
