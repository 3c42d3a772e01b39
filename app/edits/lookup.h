/* lookup.h: what an edit asks of a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/actor.h"
#include "model/document.h"

G_BEGIN_DECLS

/* Inside app/edits only. */
gpointer      readout_edits_get_record (ReadoutDocument *document,
                                        const char      *id,
                                        GError         **error);
ReadoutActor *readout_edits_get_actor (ReadoutDocument *document,
                                       const char      *id,
                                       GError         **error);
char *readout_edits_get_words (ReadoutDocument *document, ReadoutSpan span);
char *readout_edits_fold (const char *words);

G_END_DECLS
