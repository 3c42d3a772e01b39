/* word-groups.h: which groups of data/lexicons/words-*.txt a word is in
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"
#include "language/word-group-names.h"

G_BEGIN_DECLS

/* The groups of words that are in the same ones, as bits; made by the build. */
extern const guint32 readout_word_sets[][READOUT_WORD_SET_SIZE];

guint16  readout_word_groups_find (const char *lower);
gboolean readout_word_group_has (ReadoutWordGroup group, const char *lower);
const char *const *readout_word_group_get_words (ReadoutWordGroup group);

static inline gboolean
readout_word_set_has (guint16 set, ReadoutWordGroup group)
{
  return (readout_word_sets[set][group / 32] >> (group % 32) & 1) != 0;
}

/* Whether a token is a word of a group; one test of a bit. */
static inline gboolean
readout_token_is_in (const ReadoutToken *token, ReadoutWordGroup group)
{
  return readout_word_set_has (token->groups, group);
}

G_END_DECLS
