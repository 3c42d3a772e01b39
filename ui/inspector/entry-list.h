/* entry-list.h: the cards of one kind
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "inspector/entry-row.h"
#include "inspector/mention-index.h"
#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ENTRY_LIST (readout_entry_list_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutEntryList, readout_entry_list, READOUT, ENTRY_LIST, GtkBox)

GtkWidget       *readout_entry_list_new (ReadoutSession      *session,
                                         ReadoutMentionIndex *index,
                                         ReadoutKind          kind);
void             readout_entry_list_grab_focus (ReadoutEntryList *self);
ReadoutEntryRow *readout_entry_list_get_selected_row (ReadoutEntryList *self);

G_END_DECLS
