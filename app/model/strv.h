/* strv.h: lists of ids, as records hold them
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * ReadoutMapFunc:
 * @id: an id that a record refers to
 * @user_data: what was given along
 *
 * Returns: (nullable): the id to refer to instead, which may be @id; %NULL to
 *   refer to nothing
 */
typedef const char *(*ReadoutMapFunc) (const char *id, gpointer user_data);

char   **readout_strv_copy (const char *const *strv);
gboolean readout_strv_contains (char **strv, const char *value);
char   **readout_strv_with (char **strv, const char *value);
char   **readout_strv_without (char **strv, const char *value);
gboolean readout_strv_equal (char **a, char **b);
void readout_strv_map (char ***field, ReadoutMapFunc func, gpointer user_data);
void readout_strv_map_one (const char   **field,
                           ReadoutMapFunc func,
                           gpointer       user_data);

G_END_DECLS
