/* entry.h: a GObject handle of one record, for lists and bindings
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"
#include "model/annotations.h"

G_BEGIN_DECLS

#define READOUT_TYPE_ENTRY (readout_entry_get_type ())

/* Properties, all read-only: "kind", "id", "record" (boxed; notifies when a
 * change replaces it).  The handle of an id stays the same object for as long
 * as the record is in the set. */
G_DECLARE_FINAL_TYPE (ReadoutEntry, readout_entry, READOUT, ENTRY, GObject)

ReadoutEntry *readout_entry_new (gpointer record);
ReadoutKind   readout_entry_get_kind (ReadoutEntry *self);
const char   *readout_entry_get_id (ReadoutEntry *self);
gpointer      readout_entry_get_record (ReadoutEntry *self);
void          readout_entry_set_record (ReadoutEntry *self, gpointer record);

G_END_DECLS
