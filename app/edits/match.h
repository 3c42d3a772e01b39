/* match.h: which item is which when detection runs again
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Inside app/edits only. */

/**
 * ReadoutMatch:
 * @annotations: those of the document; borrowed
 * @text_length: of the document's text, in code points
 * @found: (element-type ReadoutRecord): what a detector found
 * @matched: (array): for each of @found, the record of the document that it
 *   is, or %NULL if it is new; borrowed from the document
 * @taken: (element-type ReadoutRecord): records of the document that are
 *   matched already; as a set
 * @ids: (element-type utf8 utf8): for each id among @found, the id that it
 *   has in the document; none for what is rejected there
 */
typedef struct
{
  ReadoutAnnotations *annotations;
  guint32             text_length;
  GPtrArray          *found;
  ReadoutRecord     **matched;
  GHashTable         *taken;
  GHashTable         *ids;
} ReadoutMatch;

ReadoutMatch *readout_match_new (ReadoutDocument *document, GPtrArray *found);
void          readout_match_free (ReadoutMatch *self);
const char   *readout_match_map_id (const char *id, gpointer self);
gboolean      readout_match_is_kept (gconstpointer record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutMatch, readout_match_free)

G_END_DECLS
