/* focus-order.h: Tab in the order in which things are written
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean readout_focus_in_order (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
