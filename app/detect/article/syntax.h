/* syntax.h: as much of a sentence's structure as rules need
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"
#include "language/word-groups.h"

G_BEGIN_DECLS

/* Closed classes of words and signs. */
typedef enum
{
  READOUT_WORD_DETERMINER = 1 << 0,
  READOUT_WORD_POSSESSIVE = 1 << 1, /* his, its, 's */
  READOUT_WORD_PREPOSITION = 1 << 2,
  READOUT_WORD_AUXILIARY = 1 << 3,
  READOUT_WORD_BE = 1 << 4,
  READOUT_WORD_MODAL = 1 << 5,
  READOUT_WORD_NEGATION = 1 << 6,
  READOUT_WORD_CONJUNCTION = 1 << 7, /* and, or, but */
  READOUT_WORD_SUBORDINATOR = 1 << 8,
  READOUT_WORD_RELATIVE = 1 << 9, /* who, which, whose */
  READOUT_WORD_PRONOUN = 1 << 10, /* as a subject */
  READOUT_WORD_ADVERB = 1 << 11,
  READOUT_WORD_PAST = 1 << 12, /* looks like a verb in the past */
  READOUT_WORD_ING = 1 << 13,
  READOUT_WORD_SIGN = 1 << 14, /* a sign that parts phrases */
} ReadoutWordClass;

/**
 * ReadoutSyntax:
 * @mentions: those of the analysis; they move when mentions are added
 * @classes: of each token
 * @starting: the longest mention that begins at each token, or -1
 * @ending: the longest mention that ends with each token, or -1
 * @covering: the outermost mention over each token, or -1
 * @dated: the date or duration over each token, or -1
 *
 * Dates and durations are in @dated only, so that they part noun phrases.
 */
struct _ReadoutSyntax
{
  const ReadoutAnalysis         *analysis;
  const ReadoutToken            *tokens;
  guint                          n_tokens;
  const ReadoutSentence         *sentences;
  guint                          n_sentences;
  const ReadoutQuotation        *quotations;
  const ReadoutCandidateMention *mentions;
  guint16                       *classes;
  gint32                        *starting;
  gint32                        *ending;
  gint32                        *covering;
  gint32                        *dated;
};

ReadoutSyntax *readout_syntax_new (const ReadoutAnalysis *analysis);
void           readout_syntax_renew_mentions (ReadoutSyntax *self);
void           readout_syntax_free (ReadoutSyntax *self);

gboolean
readout_syntax_is (const ReadoutSyntax *self, guint i, const char *word);

/* Whether there is a token and it is a word of a group. */
static inline gboolean
readout_syntax_is_in (const ReadoutSyntax *self,
                      guint                i,
                      ReadoutWordGroup     group)
{
  return i < self->n_tokens && readout_token_is_in (&self->tokens[i], group);
}

gboolean readout_syntax_has (const ReadoutSyntax *self, guint i, guint classes);
gboolean readout_syntax_is_quote (const ReadoutSyntax *self, guint i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutSyntax, readout_syntax_free)

G_END_DECLS
