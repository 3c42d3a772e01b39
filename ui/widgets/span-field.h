/* span-field.h: a field that holds pieces of the text
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "base/text.h"

G_BEGIN_DECLS

#define READOUT_TYPE_SPAN_FIELD (readout_span_field_get_type ())

/* Properties "label": the accessible name; "keys": for the tooltips.
 * Signals
 *   "assign" (gboolean add)    take the selected text, as one more piece or
 *                              instead of what is there
 *   "remove-piece" (guint)     take a piece out
 *   "focus-piece" (guint)      a piece got the focus
 *   "lit" (ReadoutSpanList *)  light these words up, NULL for none */
G_DECLARE_FINAL_TYPE (
    ReadoutSpanField, readout_span_field, READOUT, SPAN_FIELD, GtkBox)

GtkWidget *readout_span_field_new (void);
void       readout_span_field_set_spans (ReadoutSpanField      *self,
                                         ReadoutText           *text,
                                         const ReadoutSpanList *spans);
GtkWidget *readout_span_field_get_piece (ReadoutSpanField *self, guint piece);

G_END_DECLS
