/* status-mark.h: the state of an item as a small drawing
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "base/enums.h"

G_BEGIN_DECLS

#define READOUT_TYPE_STATUS_MARK (readout_status_mark_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutStatusMark, readout_status_mark, READOUT, STATUS_MARK, GtkWidget)

GtkWidget         *readout_status_mark_new (void);
void               readout_status_mark_set_state (ReadoutStatusMark *self,
                                                  ReadoutReviewState state);
ReadoutReviewState readout_status_mark_get_state (ReadoutStatusMark *self);

G_END_DECLS
