/* editor-bindings.h: fields of forms tied to members of records
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"
#include "widgets/actors-field.h"
#include "widgets/span-field.h"
#include "widgets/value-entry.h"

G_BEGIN_DECLS

/* Each ties a field of the form to a field of the record, both ways. The
 * offset is that of the member in the record's struct. */
typedef const char *(*ReadoutEnumWords) (int value);

void readout_editor_bind_spans (ReadoutEditor    *self,
                                ReadoutSpanField *widget,
                                ReadoutField      field);
void readout_editor_bind_enum (ReadoutEditor   *self,
                               GtkDropDown     *widget,
                               gsize            offset,
                               int              n_values,
                               ReadoutEnumWords words,
                               const char      *name);
void readout_editor_bind_string (ReadoutEditor     *self,
                                 ReadoutValueEntry *widget,
                                 gsize              offset,
                                 gboolean           required);
void readout_editor_bind_actors (ReadoutEditor      *self,
                                 ReadoutActorsField *widget,
                                 gsize               offset);

G_END_DECLS
