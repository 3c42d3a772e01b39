/* listed.h: names that stand in the lists
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

/* The classes of entries that are names by themselves. */
#define READOUT_MENTION_LISTED                                                 \
  (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_NATIONALITY                       \
   | READOUT_LEXICON_CAPITAL | READOUT_LEXICON_CITY | READOUT_LEXICON_REGION   \
   | READOUT_LEXICON_SUBDIVISION | READOUT_LEXICON_ORGANIZATION                \
   | READOUT_LEXICON_EVENT | READOUT_LEXICON_MISC)

ReadoutMentionType readout_mention_listed_get_type (guint32 classes);

void readout_mention_listed_find_nested (const ReadoutMentionContext *self,
                                         guint32                      first,
                                         guint32                      end,
                                         GArray                      *names);

G_END_DECLS
