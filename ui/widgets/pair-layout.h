/* pair-layout.h: two children beside each other, or one under the other
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_PAIR_LAYOUT (readout_pair_layout_get_type ())

/* Property "spacing": between the children, in pixels. */
G_DECLARE_FINAL_TYPE (ReadoutPairLayout,
                      readout_pair_layout,
                      READOUT,
                      PAIR_LAYOUT,
                      GtkLayoutManager)

GtkLayoutManager *readout_pair_layout_new (int spacing);

G_END_DECLS
