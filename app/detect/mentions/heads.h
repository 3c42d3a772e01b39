/* heads.h: names that a head noun opens or closes
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

#define READOUT_MENTION_PLACES                                                 \
  (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY    \
   | READOUT_LEXICON_REGION | READOUT_LEXICON_SUBDIVISION)

/* No name has more words; it bounds the look ahead. */
#define READOUT_MENTION_MAX_NAME 16

guint32  readout_mention_heads_get_next (const ReadoutMentionContext *self,
                                         guint32                      at,
                                         guint32                      limit);
gboolean readout_mention_heads_is_complement (const ReadoutMentionContext *self,
                                              guint32                      at);
guint32  readout_mention_heads_find (const ReadoutMentionContext *self,
                                     guint32                      at,
                                     guint32                      limit,
                                     guint32                     *end,
                                     ReadoutMentionType          *type);

G_END_DECLS
