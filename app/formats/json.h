/* json.h: the native annotation format
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Reads one readout-annotation object; verifies everything that
 * annotation-format.md asks for.  Errors name the member by its path
 * ("mentions[3].end") and, where the bytes are at fault, line and column. */
ReadoutDocument *
readout_json_read (const char *data, gsize n_bytes, GError **error);

/* The canonical form: UTF-8, two-space indent, ends with a line break. */
GBytes *readout_json_write (ReadoutDocument *document);
/* The same on one line, for JSON Lines; ends with a line break. */
GBytes *readout_json_write_line (ReadoutDocument *document);

/* One record as a JSON object and back, for the journal. */
char *readout_json_record_to_string (ReadoutText *text, gconstpointer record);
gpointer readout_json_record_from_string (ReadoutText *text,
                                          ReadoutKind  kind,
                                          const char  *json,
                                          GError     **error);

G_END_DECLS
