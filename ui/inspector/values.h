/* values.h: what can be typed into the forms
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Each is a ReadoutValueCheck. */
gboolean
readout_values_check_country (const char *text, char **canonical, char **hint);
gboolean
readout_values_check_time (const char *text, char **canonical, char **hint);
gboolean
readout_values_check_duration (const char *text, char **canonical, char **hint);

G_END_DECLS
