/* json.h: the native annotation format
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* Reads one readout-annotation object; verifies everything that
 * annotation-format.md asks for.  Errors name the place by line and column and
 * the member by its path ("line 12, column 14: mentions[3].end: ..."). */
ReadoutDocument *
readout_json_read (const char *data, gsize n_bytes, GError **error);
/* The same for one line of a JSON Lines stream. */
ReadoutDocument *readout_json_read_line (const char *data,
                                         gsize       n_bytes,
                                         guint64     line,
                                         GError    **error);
/* All faults of a file, of GError, at most 100; empty where there is none.  A
 * value of another form than it should have is one, though it is read. */
GPtrArray *readout_json_check (const char *data, gsize n_bytes);
GPtrArray *
readout_json_check_line (const char *data, gsize n_bytes, guint64 line);

/* The canonical form: UTF-8, two-space indent, ends with a line break. */
GBytes *readout_json_write (ReadoutDocument *document);
/* The same on one line, for JSON Lines; ends with a line break. */
GBytes *readout_json_write_line (ReadoutDocument *document);
/* Either of a document as it was at one moment. */
GBytes *readout_json_write_snapshot (const ReadoutSnapshot *snapshot,
                                     gboolean               pretty);

/* One record as a JSON object and back, for the journal. */
char *readout_json_record_to_string (ReadoutText *text, gconstpointer record);
gpointer readout_json_record_from_string (ReadoutText *text,
                                          ReadoutKind  kind,
                                          const char  *json,
                                          GError     **error);

G_END_DECLS
