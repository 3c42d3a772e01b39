/* json.h: the native annotation format
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

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

/* What a file would say of a document now, immutable, so that another thread
 * can write it while the person goes on editing. */
typedef struct _ReadoutJsonSnapshot ReadoutJsonSnapshot;

ReadoutJsonSnapshot *readout_json_snapshot_new (ReadoutDocument *document);
void                 readout_json_snapshot_free (ReadoutJsonSnapshot *self);
GBytes *readout_json_snapshot_write (const ReadoutJsonSnapshot *self,
                                     gboolean                   pretty);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutJsonSnapshot, readout_json_snapshot_free)

/* One record as a JSON object and back, for the journal. */
char *readout_json_record_to_string (ReadoutText *text, gconstpointer record);
gpointer readout_json_record_from_string (ReadoutText *text,
                                          ReadoutKind  kind,
                                          const char  *json,
                                          GError     **error);

G_END_DECLS
