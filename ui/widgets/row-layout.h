/* row-layout.h: children in one row, each at its full height
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_ROW_LAYOUT (readout_row_layout_get_type ())

/* Property "spacing": between children, in pixels. */
G_DECLARE_FINAL_TYPE (
    ReadoutRowLayout, readout_row_layout, READOUT, ROW_LAYOUT, GtkLayoutManager)

GtkLayoutManager *readout_row_layout_new (void);

G_END_DECLS
