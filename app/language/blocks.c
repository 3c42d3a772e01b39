/* blocks.c: a long article in pieces
 *
 * The taggers keep hundreds of bytes for each token of what they are at, and
 * look for other places of a word in all of it.  No article needs more context
 * than one of the longest has; a book, or a text made to hurt, is taken in
 * blocks of that length, so that memory does not grow with it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/blocks.h"

/* A block ends with the paragraph, or sentence, that fills it.  The longest
 * articles of print have some 15,000 tokens. */
#define BLOCK_TOKENS 32768

/**
 * readout_blocks_init:
 * @self: (out caller-allocates): a walk
 * @tokens: (element-type ReadoutToken): the tokens of an article
 * @sentences: (element-type ReadoutSentence): its sentences
 * @paragraphs: (nullable) (element-type ReadoutParagraph): its paragraphs;
 *   without them a block may end within one
 * @quotations: (nullable) (element-type ReadoutQuotation): its quotations
 *
 * Begins a walk over an article, of which the arrays have to stay.
 */
void
readout_blocks_init (ReadoutBlocks *self,
                     const GArray  *tokens,
                     const GArray  *sentences,
                     const GArray  *paragraphs,
                     const GArray  *quotations)
{
  g_return_if_fail (self != NULL && tokens != NULL && sentences != NULL);

  *self = (ReadoutBlocks){ .all_tokens = tokens,
                           .all_sentences = sentences,
                           .all_paragraphs = paragraphs,
                           .all_quotations = quotations };
}

static const ReadoutSentence *
sentence_at (const ReadoutBlocks *self, guint sentence)
{
  return &g_array_index (self->all_sentences, ReadoutSentence, sentence);
}

/* The sentence that ends the block which begins with the next one. */
static guint
find_end (ReadoutBlocks *self)
{
  guint first = sentence_at (self, self->next_sentence)->first;
  guint end = self->next_sentence;

  if (self->all_paragraphs == NULL)
    {
      while (end < self->all_sentences->len
             && sentence_at (self, end)->first - first < BLOCK_TOKENS)
        end++;
      return end;
    }

  while (self->next_paragraph < self->all_paragraphs->len
         && (end == self->next_sentence
             || sentence_at (self, end - 1)->end - first < BLOCK_TOKENS))
    end = g_array_index (
              self->all_paragraphs, ReadoutParagraph, self->next_paragraph++)
              .end;
  return end;
}

static void
take_tokens (ReadoutBlocks *self, guint end)
{
  self->tokens = g_array_sized_new (
      FALSE, FALSE, sizeof (ReadoutToken), end - self->first);
  g_array_append_vals (
      self->tokens,
      &g_array_index (self->all_tokens, ReadoutToken, self->first),
      end - self->first);
  for (guint t = 0; t < self->tokens->len; t++)
    {
      ReadoutToken *token = &g_array_index (self->tokens, ReadoutToken, t);

      token->sentence -= self->next_sentence;
      if (self->all_quotations == NULL)
        token->quotation = -1;
      else if (token->quotation >= 0)
        token->quotation -= self->next_quotation;
    }
}

static void
take_sentences (ReadoutBlocks *self, guint end)
{
  guint paragraph = sentence_at (self, self->next_sentence)->paragraph;

  self->sentences = g_array_new (FALSE, FALSE, sizeof (ReadoutSentence));
  for (guint s = self->next_sentence; s < end; s++)
    {
      ReadoutSentence sentence = *sentence_at (self, s);

      sentence.first -= self->first;
      sentence.end -= self->first;
      sentence.paragraph -= paragraph;
      g_array_append_val (self->sentences, sentence);
    }
}

static void
take_paragraphs (ReadoutBlocks *self, guint first)
{
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (ReadoutParagraph));
  for (guint p = first; p < self->next_paragraph; p++)
    {
      ReadoutParagraph paragraph
          = g_array_index (self->all_paragraphs, ReadoutParagraph, p);

      paragraph.first -= self->next_sentence;
      paragraph.end -= self->next_sentence;
      g_array_append_val (self->paragraphs, paragraph);
    }
}

/* What one quotation says of another, which may be in the block before. */
static gint32
shift_quotation (gint32 quotation, guint first)
{
  return MAX (quotation - (gint32)first, -1);
}

static guint
take_quotations (ReadoutBlocks *self, guint end)
{
  guint q = self->next_quotation;

  self->quotations = g_array_new (FALSE, FALSE, sizeof (ReadoutQuotation));
  for (; q < self->all_quotations->len; q++)
    {
      ReadoutQuotation quotation
          = g_array_index (self->all_quotations, ReadoutQuotation, q);

      if (quotation.first >= end)
        break;
      quotation.first -= self->first;
      quotation.end -= self->first;
      quotation.continues
          = shift_quotation (quotation.continues, self->next_quotation);
      quotation.parent
          = shift_quotation (quotation.parent, self->next_quotation);
      g_array_append_val (self->quotations, quotation);
    }
  return q;
}

/**
 * readout_blocks_next:
 * @self: a walk
 *
 * Goes on to the first block or to the next one; what was in the block before
 * is freed.
 *
 * Returns: whether there is one
 */
gboolean
readout_blocks_next (ReadoutBlocks *self)
{
  guint first_paragraph;
  guint end_sentence;
  guint end;

  g_return_val_if_fail (self != NULL, FALSE);

  readout_blocks_clear (self);
  if (self->next_sentence >= self->all_sentences->len)
    return FALSE;

  first_paragraph = self->next_paragraph;
  end_sentence = find_end (self);
  self->first = sentence_at (self, self->next_sentence)->first;
  end = sentence_at (self, end_sentence - 1)->end;

  take_tokens (self, end);
  take_sentences (self, end_sentence);
  if (self->all_paragraphs != NULL)
    take_paragraphs (self, first_paragraph);
  if (self->all_quotations != NULL)
    self->next_quotation = take_quotations (self, end);
  self->next_sentence = end_sentence;

  return TRUE;
}

/**
 * readout_blocks_clear:
 * @self: a walk
 *
 * Frees what is in the block at hand.
 */
void
readout_blocks_clear (ReadoutBlocks *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->tokens, g_array_unref);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->paragraphs, g_array_unref);
  g_clear_pointer (&self->quotations, g_array_unref);
}
