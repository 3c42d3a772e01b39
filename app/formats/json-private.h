/* json-private.h: what reader and writer of the native format agree upon
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "base/enums.h"
#include "base/text.h"

G_BEGIN_DECLS

#define READOUT_JSON_FORMAT "readout-annotation"
#define READOUT_JSON_VERSION 1

/* Unknown members are kept as the text of one object that has a member for
 * each object they stood in: "file" and "document" of a document; "item",
 * "review", "time", "duration" and the key of a span of a record. */
static inline char *
readout_json_span_key (const char *field, ReadoutSpan span)
{
  return g_strdup_printf ("%s[%u:%u]", field, span.start, span.end);
}

gpointer readout_json_record_from_node (ReadoutText *text,
                                        ReadoutKind  kind,
                                        JsonNode    *node,
                                        GError     **error);

G_END_DECLS
