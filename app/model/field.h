/* field.h: the span-valued fields of records, addressed by name
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/span.h"
#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutField:
 *
 * The fields of statements and meetings that hold spans, so that one editor
 * widget, one "assign" verb and one JSON loop serve all of them.
 */
typedef enum
{
  READOUT_FIELD_SOURCE,
  READOUT_FIELD_CUE,
  READOUT_FIELD_CONTENT,
  READOUT_FIELD_TRIGGERS,
  READOUT_FIELD_PLACE,
  READOUT_FIELD_VENUE,
  READOUT_FIELD_OCCASION,
  READOUT_FIELD_TIME,
  READOUT_FIELD_DURATION,
  READOUT_FIELD_TOPICS,
  READOUT_FIELD_OUTCOMES,
  READOUT_N_FIELDS
} ReadoutField;

const char            *readout_field_to_nick (ReadoutField field);
ReadoutKind            readout_field_get_kind (ReadoutField field);
ReadoutSpanList       *readout_field_get (gpointer record, ReadoutField field);
const ReadoutSpanList *readout_field_peek (gconstpointer record,
                                           ReadoutField  field);

G_END_DECLS
