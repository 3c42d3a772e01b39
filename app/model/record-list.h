/* record-list.h: the records of one kind as a list model
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/annotations.h"
#include "model/entry.h"

G_BEGIN_DECLS

#define READOUT_TYPE_RECORD_LIST (readout_record_list_get_type ())

/* A GListModel of ReadoutEntry in the order of readout_record_compare(). */
G_DECLARE_FINAL_TYPE (
    ReadoutRecordList, readout_record_list, READOUT, RECORD_LIST, GObject)

ReadoutRecordList *readout_record_list_new (ReadoutAnnotations *annotations,
                                            ReadoutKind         kind);
ReadoutEntry      *readout_record_list_find (ReadoutRecordList *self,
                                             const char        *id,
                                             guint             *position);

G_END_DECLS
