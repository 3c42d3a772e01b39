/* entry-row.h: the card of one item
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "inspector/mention-index.h"
#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ENTRY_ROW (readout_entry_row_get_type ())

/* Property "opened". */
G_DECLARE_FINAL_TYPE (
    ReadoutEntryRow, readout_entry_row, READOUT, ENTRY_ROW, GtkBox)

GtkWidget    *readout_entry_row_new (ReadoutSession      *session,
                                     ReadoutMentionIndex *index);
ReadoutEntry *readout_entry_row_get_entry (ReadoutEntryRow *self);
void readout_entry_row_set_entry (ReadoutEntryRow *self, ReadoutEntry *entry);
void readout_entry_row_bind_selected (ReadoutEntryRow *self, GtkListItem *item);
GtkWidget *readout_entry_row_get_editor (ReadoutEntryRow *self);

G_END_DECLS
