/* adaptive-panes.h: two panes beside, above, or in place of each other
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_ADAPTIVE_PANES (readout_adaptive_panes_get_type ())

typedef enum
{
  READOUT_PANES_BESIDE,
  READOUT_PANES_UNDER,
  READOUT_PANES_TABS
} ReadoutPanesMode;

/* Properties, all notifying: "main", "side" (GtkWidget), "main-title",
 * "side-title" (string: names of the tabs), "side-shown" (boolean),
 * "side-width" (int, pixels) and "side-share" (double, of the height). */
G_DECLARE_FINAL_TYPE (ReadoutAdaptivePanes,
                      readout_adaptive_panes,
                      READOUT,
                      ADAPTIVE_PANES,
                      GtkWidget)

ReadoutPanesMode readout_adaptive_panes_get_mode (ReadoutAdaptivePanes *self);
void             readout_adaptive_panes_show_tab (ReadoutAdaptivePanes *self,
                                                  gboolean              side);

G_END_DECLS
