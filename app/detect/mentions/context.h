/* context.h: what the parts of the mention finder share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"
#include "detect/mentions/tagged.h"
#include "language/lexicon.h"
#include "language/word-groups.h"

G_BEGIN_DECLS

/* What is known of a token before names are looked for. */
typedef enum
{
  READOUT_WORD_DATE = 1 << 0,      /* Inside a date or duration. */
  READOUT_WORD_TITLE = 1 << 1,     /* Inside the core of a title. */
  READOUT_WORD_HONORIFIC = 1 << 2, /* Mr, Dr … */
  READOUT_WORD_NAME = 1 << 3,      /* May be part of a name. */
  READOUT_WORD_HEADLINE = 1 << 4,  /* In a line where capitals tell nothing. */
  READOUT_WORD_NAMED = 1 << 5,     /* Inside a name that was found. */
} ReadoutWordFlags;

typedef struct
{
  guint32 classes; /* ReadoutLexiconClass bits of entries of this one word. */
  guint32 flags;   /* ReadoutWordFlags */
} ReadoutWord;

/**
 * ReadoutTitle:
 * @first, @end: its tokens, modifiers and complement included
 * @head: the token that names the office
 * @weak: whether the word makes a title only with something added
 * @rank: whether it is a military rank or short for an office
 * @confidence: 0 to 100
 *
 * A title while it grows.
 */
typedef struct
{
  guint32  first;
  guint32  end;
  guint32  head;
  gboolean weak;
  gboolean rank;
  int      confidence;
} ReadoutTitle;

/* What a rule goes by that proposes a name. */
typedef enum
{
  READOUT_NAME_LISTED,    /* An entry of the lists. */
  READOUT_NAME_HEADED,    /* A head noun in a phrase. */
  READOUT_NAME_BARE_HEAD, /* A head noun alone: "the Ministry". */
  READOUT_NAME_ACRONYM,   /* In brackets behind a name. */
  READOUT_NAME_TYPED,     /* Capitals, and all that speaks for some type. */
} ReadoutNameSource;

/**
 * ReadoutProposedName:
 * @first, @end, @head, @type, @confidence: as in #ReadoutCandidateMention
 * @source: what the rule went by
 * @rule: as in #ReadoutCandidateMention
 *
 * A name that a rule proposes.
 */
typedef struct
{
  guint32            first;
  guint32            end;
  guint32            head;
  ReadoutMentionType type;
  int                confidence;
  ReadoutNameSource  source;
  const char        *rule;
} ReadoutProposedName;

/**
 * ReadoutMentionContext:
 * @tokens, @n_tokens: those of the analysis
 * @words: one for each token
 * @counts: lower-case form (interned) to how often it stands in small letters
 *   (low half) and capitalised inside a sentence (high half)
 * @titles: (element-type ReadoutTitle): by first token
 * @mentions: those of the analysis
 * @proposals: (element-type ReadoutProposedName): names by rule, not all of
 *   which become mentions
 * @tagged: (nullable) (element-type ReadoutTaggedName): what the tagger found,
 *   or %NULL if there is none
 * @tagged_at: (nullable): for each token the index of the tagged name it is in
 * @tagger_is_partial: whether the tagger learned from a corpus that leaves
 * kinds of names out, so that nothing follows from what it does not find
 */
typedef struct
{
  ReadoutAnalysis      *analysis;
  const ReadoutLexicon *lexicon;
  const ReadoutToken   *tokens;
  guint32               n_tokens;
  ReadoutWord          *words;
  GHashTable           *counts;
  GArray               *titles;
  GArray               *mentions;
  GArray               *proposals;
  GArray               *tagged;
  gint32               *tagged_at;
  gboolean              tagger_is_partial;
} ReadoutMentionContext;

void     readout_mention_context_add (ReadoutMentionContext *self,
                                      guint32                first,
                                      guint32                end,
                                      guint32                head,
                                      ReadoutMentionType     type,
                                      ReadoutForm            form,
                                      int                    confidence,
                                      const char            *rule);
void     readout_mention_context_propose (ReadoutMentionContext *self,
                                          guint32                first,
                                          guint32                end,
                                          guint32                head,
                                          ReadoutMentionType     type,
                                          ReadoutNameSource      source,
                                          int                    confidence,
                                          const char            *rule);
gboolean readout_mention_context_is_name (const ReadoutMentionContext *self,
                                          guint32                      at);
gboolean readout_mention_context_is_number (const ReadoutMentionContext *self,
                                            guint32                      at);
guint32  readout_mention_context_get_limit (const ReadoutMentionContext *self,
                                            guint32                      at);
gboolean readout_mention_context_is (const ReadoutMentionContext *self,
                                     guint32                      at,
                                     const char                  *lower);
/* Whether there is a token and it starts with a capital. */
static inline gboolean
readout_mention_context_is_capital (const ReadoutMentionContext *self,
                                    guint32                      at)
{
  return at < self->n_tokens
         && (self->tokens[at].flags & READOUT_TOKEN_CAPITAL) != 0;
}

/* Whether there is a token and it is a word of a group. */
static inline gboolean
readout_mention_context_is_in (const ReadoutMentionContext *self,
                               guint32                      at,
                               ReadoutWordGroup             group)
{
  return at < self->n_tokens && readout_token_is_in (&self->tokens[at], group);
}

gboolean readout_mention_context_is_attached (const ReadoutMentionContext *self,
                                              guint32                      at);
const ReadoutTaggedName         *
readout_mention_context_get_tagged (const ReadoutMentionContext *self,
                                            guint32                      at);
guint   readout_mention_context_match (const ReadoutMentionContext *self,
                                       guint32                      at,
                                       guint32                      classes,
                                       const ReadoutLexiconEntry  **entry);
guint32 readout_mention_context_count_lower (const ReadoutMentionContext *self,
                                             guint32                      at);
guint32
readout_mention_context_count_capital (const ReadoutMentionContext *self,
                                       guint32                      at);

G_END_DECLS
