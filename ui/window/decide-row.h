/* decide-row.h: an item that both sides changed, with both versions
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/decision.h"

G_BEGIN_DECLS

#define READOUT_TYPE_DECIDE_ROW (readout_decide_row_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutDecideRow, readout_decide_row, READOUT, DECIDE_ROW, GtkBox)

/* The child of a GtkListBoxRow, which gets its name. */
GtkWidget  *readout_decide_row_new (ReadoutDecision *decision, guint index);
const char *readout_decide_row_get_name (ReadoutDecideRow *self);
const char *readout_decide_row_get_key (ReadoutDecideRow *self);
void        readout_decide_row_update (ReadoutDecideRow *self);

G_END_DECLS
