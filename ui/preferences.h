/* preferences.h: what a person can set once and for all
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_PREFERENCES (readout_preferences_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutPreferences, readout_preferences, READOUT, PREFERENCES, GtkWindow)

void readout_preferences_present (GtkWindow *parent, GSettings *settings);

G_END_DECLS
