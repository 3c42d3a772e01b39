/* record-class.h: what each kind of records does in its own way
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutRecordClass:
 * @kind: the kind whose class it is
 * @size: of its struct, the common head included
 * @clear: frees the fields behind the common head
 * @copy: duplicates them into a record whose fields are zero
 * @equal: whether they say the same of the article
 * @get_extent: as readout_record_get_extent()
 * @get_anchor: as readout_record_get_anchor()
 * @refers_to: as readout_record_refers_to()
 * @map_references: as readout_record_map_references()
 *
 * For the four kinds and record.c only; everybody else calls record.h.
 */
struct _ReadoutRecordClass
{
  ReadoutKind kind;
  gsize       size;
  void (*clear) (ReadoutRecord *record);
  void (*copy) (ReadoutRecord *to, const ReadoutRecord *from);
  gboolean (*equal) (const ReadoutRecord *a, const ReadoutRecord *b);
  ReadoutSpan (*get_extent) (const ReadoutRecord *record);
  ReadoutSpan (*get_anchor) (const ReadoutRecord *record);
  gboolean (*refers_to) (const ReadoutRecord *record, const char *id);
  void (*map_references) (ReadoutRecord *record,
                          ReadoutMapFunc func,
                          gpointer       user_data);
};

gpointer readout_record_alloc (const ReadoutRecordClass *class, const char *id);

G_END_DECLS
