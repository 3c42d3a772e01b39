/* field.c: the span-valued fields of records, addressed by name
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/field.h"

#include "model/meeting.h"
#include "model/statement.h"

static const struct
{
  const char *nick;
  ReadoutKind kind;
  gsize       offset;
} fields[] = {
#define STATEMENT(name)                                                        \
  {                                                                            \
#name, READOUT_KIND_STATEMENT, G_STRUCT_OFFSET(ReadoutStatement, name)     \
  }
#define MEETING(name)                                                          \
  {                                                                            \
#name, READOUT_KIND_MEETING, G_STRUCT_OFFSET(ReadoutMeeting, name)         \
  }
  STATEMENT (source), STATEMENT (cue),  STATEMENT (content), MEETING (triggers),
  MEETING (place),    MEETING (venue),  MEETING (occasion),  MEETING (time),
  MEETING (duration), MEETING (topics), MEETING (outcomes),
#undef STATEMENT
#undef MEETING
};

G_STATIC_ASSERT (G_N_ELEMENTS (fields) == READOUT_N_FIELDS);

/**
 * readout_field_to_nick:
 * @field: a field
 *
 * Returns: (transfer none): the member of the file that holds it
 */
const char *
readout_field_to_nick (ReadoutField field)
{
  g_return_val_if_fail ((guint)field < READOUT_N_FIELDS, NULL);

  return fields[field].nick;
}

/**
 * readout_field_get_kind:
 * @field: a field
 *
 * Returns: which kind of record has it, statement or meeting
 */
ReadoutKind
readout_field_get_kind (ReadoutField field)
{
  g_return_val_if_fail ((guint)field < READOUT_N_FIELDS, READOUT_N_KINDS);

  return fields[field].kind;
}

/**
 * readout_field_get:
 * @record: a record of the kind that has @field, being built
 * @field: a field
 *
 * Returns: (transfer none): the spans of @field, to be written to
 */
ReadoutSpanList *
readout_field_get (gpointer record, ReadoutField field)
{
  return (ReadoutSpanList *)readout_field_peek (record, field);
}

/**
 * readout_field_peek:
 * @record: a record of the kind that has @field
 * @field: a field
 *
 * Returns: (transfer none): the spans of @field
 */
const ReadoutSpanList *
readout_field_peek (gconstpointer record, ReadoutField field)
{
  const ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((guint)field < READOUT_N_FIELDS, NULL);
  g_return_val_if_fail (self->kind == fields[field].kind, NULL);

  return G_STRUCT_MEMBER_P (record, fields[field].offset);
}
