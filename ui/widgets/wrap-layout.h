/* wrap-layout.h: children in lines, as words in a paragraph
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_WRAP_LAYOUT (readout_wrap_layout_get_type ())

/* Property "spacing": between children and between lines, in pixels. */
G_DECLARE_FINAL_TYPE (ReadoutWrapLayout,
                      readout_wrap_layout,
                      READOUT,
                      WRAP_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *readout_wrap_layout_new (void);

G_END_DECLS
