/* context.c: what the parts of the mention finder share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/mentions/context.h"

/**
 * readout_mention_context_add:
 * @self: the context
 * @first, @end: the mention's tokens
 * @head: its head token
 * @type, @form, @confidence, @rule: as in #ReadoutCandidateMention
 */
void
readout_mention_context_add (ReadoutMentionContext *self,
                             guint32                first,
                             guint32                end,
                             guint32                head,
                             ReadoutMentionType     type,
                             ReadoutForm            form,
                             int                    confidence,
                             const char            *rule)
{
  ReadoutCandidateMention mention = { 0 };

  g_assert (first <= head && head < end && end <= self->n_tokens);

  mention.first = first;
  mention.end = end;
  mention.head = head;
  mention.type = type;
  mention.form = form;
  mention.actor = -1;
  mention.confidence = confidence;
  mention.outer = -1;
  mention.date = -1;
  mention.rule = rule;
  g_array_append_val (self->mentions, mention);
}

/**
 * readout_mention_context_propose:
 * @self: the context
 * @first, @end, @head, @type, @source, @confidence, @rule: as in
 *   #ReadoutProposedName
 */
void
readout_mention_context_propose (ReadoutMentionContext *self,
                                 guint32                first,
                                 guint32                end,
                                 guint32                head,
                                 ReadoutMentionType     type,
                                 ReadoutNameSource      source,
                                 int                    confidence,
                                 const char            *rule)
{
  ReadoutProposedName name
      = { first, end, head, type, confidence, source, rule };

  g_assert (first <= head && head < end && end <= self->n_tokens);

  g_array_append_val (self->proposals, name);
}

/**
 * readout_mention_context_is_name:
 * @self: the context
 * @at: index of a token; may lie outside the text
 *
 * Returns: whether the word may be part of a name
 */
gboolean
readout_mention_context_is_name (const ReadoutMentionContext *self, guint32 at)
{
  return at < self->n_tokens
         && (self->words[at].flags & READOUT_WORD_NAME) != 0;
}

/**
 * readout_mention_context_is_number:
 * @self: the context
 * @at: index of a token; may lie outside the text
 *
 * Returns: whether it is a number that no date holds
 */
gboolean
readout_mention_context_is_number (const ReadoutMentionContext *self,
                                   guint32                      at)
{
  return at < self->n_tokens
         && (self->tokens[at].flags & READOUT_TOKEN_NUMBER) != 0
         && (self->words[at].flags & READOUT_WORD_DATE) == 0;
}

/**
 * readout_mention_context_get_limit:
 * @self: the context
 * @at: index of a token
 *
 * Returns: index of the token after the last one of its sentence
 */
guint32
readout_mention_context_get_limit (const ReadoutMentionContext *self,
                                   guint32                      at)
{
  return readout_analysis_get_sentence (self->analysis,
                                        self->tokens[at].sentence)
      ->end;
}

/**
 * readout_mention_context_is:
 * @self: the context
 * @at: index of a token; may lie outside the text
 * @lower: a word in small letters, or a sign
 *
 * Returns: whether the token is this one
 */
gboolean
readout_mention_context_is (const ReadoutMentionContext *self,
                            guint32                      at,
                            const char                  *lower)
{
  return at < self->n_tokens && strcmp (self->tokens[at].lower, lower) == 0;
}

/**
 * readout_mention_context_is_attached:
 * @self: the context
 * @at: index of a token; may lie outside the text
 *
 * Returns: whether no white space parts it from the token before
 */
gboolean
readout_mention_context_is_attached (const ReadoutMentionContext *self,
                                     guint32                      at)
{
  return at > 0 && at < self->n_tokens
         && (self->tokens[at].flags & READOUT_TOKEN_SPACE) == 0;
}

/**
 * readout_mention_context_get_tagged:
 * @self: the context
 * @at: index of a token; may lie outside the text
 *
 * Returns: (transfer none) (nullable): the name that the tagger found there;
 *   %NULL too if it is a partial one, which rules do not ask
 */
const ReadoutTaggedName *
readout_mention_context_get_tagged (const ReadoutMentionContext *self,
                                    guint32                      at)
{
  if (self->tagged == NULL || self->tagger_is_partial || at >= self->n_tokens
      || self->tagged_at[at] < 0)
    return NULL;

  return &g_array_index (self->tagged, ReadoutTaggedName, self->tagged_at[at]);
}

/**
 * readout_mention_context_match:
 * @self: the context
 * @at: index of a token
 * @classes: #ReadoutLexiconClass bits
 * @entry: (out) (optional) (nullable): what was found
 *
 * Returns: the length of the longest entry there within the sentence, or 0
 */
guint
readout_mention_context_match (const ReadoutMentionContext *self,
                               guint32                      at,
                               guint32                      classes,
                               const ReadoutLexiconEntry  **entry)
{
  return readout_lexicon_match (self->lexicon,
                                self->tokens,
                                at,
                                readout_mention_context_get_limit (self, at),
                                classes,
                                entry);
}

/**
 * readout_mention_context_count_lower:
 * @self: the context
 * @at: index of a token
 *
 * Returns: how often the article has this word in small letters
 */
guint32
readout_mention_context_count_lower (const ReadoutMentionContext *self,
                                     guint32                      at)
{
  return GPOINTER_TO_UINT (
             g_hash_table_lookup (self->counts, self->tokens[at].lower))
         & 0xffff;
}

/**
 * readout_mention_context_count_capital:
 * @self: the context
 * @at: index of a token
 *
 * Returns: how often the article has this word capitalised where a word in
 *   small letters could stand
 */
guint32
readout_mention_context_count_capital (const ReadoutMentionContext *self,
                                       guint32                      at)
{
  return GPOINTER_TO_UINT (
             g_hash_table_lookup (self->counts, self->tokens[at].lower))
         >> 16;
}
