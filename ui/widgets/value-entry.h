/* value-entry.h: an entry for one value, committed as a whole
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define READOUT_TYPE_VALUE_ENTRY (readout_value_entry_get_type ())

/* Signal "committed" (string value, nullable): the person gave another value
 * than the one set; %NULL when the entry was emptied.
 * Properties "label": the accessible name, "placeholder-text". */
G_DECLARE_FINAL_TYPE (
    ReadoutValueEntry, readout_value_entry, READOUT, VALUE_ENTRY, GtkBox)

/**
 * ReadoutValueCheck:
 * @text: what was typed, without white space around it, never empty
 * @canonical: (out): @text as it is to be kept
 * @hint: (out) (nullable): what to say beside the entry: what the value
 *   means, or what was expected instead
 *
 * Returns: whether @text is a value
 */
typedef gboolean (*ReadoutValueCheck) (const char *text,
                                       char      **canonical,
                                       char      **hint);

GtkWidget *readout_value_entry_new (void);
void       readout_value_entry_set_check (ReadoutValueEntry *self,
                                          ReadoutValueCheck  check);
void       readout_value_entry_set_required (ReadoutValueEntry *self,
                                             gboolean           required);
void readout_value_entry_set_value (ReadoutValueEntry *self, const char *value);
const char *readout_value_entry_get_value (ReadoutValueEntry *self);
GtkEntry   *readout_value_entry_get_entry (ReadoutValueEntry *self);

G_END_DECLS
