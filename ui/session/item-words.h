/* item-words.h: items in words for people
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Returns: (transfer none) (nullable): the record that has @id. */
typedef gpointer ReadoutItemWordsFunc (const char *id, gpointer user_data);

char       *readout_item_words_slice (ReadoutText *text, ReadoutSpan span);
char       *readout_item_words_describe (ReadoutDocument *document,
                                         gconstpointer    record);
char       *readout_item_words_describe_from (ReadoutText          *text,
                                              gconstpointer         record,
                                              ReadoutItemWordsFunc *look_up,
                                              gpointer              user_data);
char       *readout_item_words_search (ReadoutDocument *document,
                                       gconstpointer    record);
const char *readout_item_words_actor (ReadoutDocument *document,
                                      const char      *actor_id);

G_END_DECLS
