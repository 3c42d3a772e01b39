/* mention-index.h: which mentions an actor has
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

#define READOUT_TYPE_MENTION_INDEX (readout_mention_index_get_type ())

/* Emits "changed" () when anything that a card says may have changed: once
 * after each group of changes, and when the document is replaced. */
G_DECLARE_FINAL_TYPE (
    ReadoutMentionIndex, readout_mention_index, READOUT, MENTION_INDEX, GObject)

ReadoutMentionIndex *readout_mention_index_new (void);
void       readout_mention_index_set_document (ReadoutMentionIndex *self,
                                               ReadoutDocument     *document);
GPtrArray *readout_mention_index_get (ReadoutMentionIndex *self,
                                      const char          *actor_id);
guint      readout_mention_index_count (ReadoutMentionIndex *self,
                                        const char          *actor_id);

G_END_DECLS
