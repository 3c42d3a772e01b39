/* blocks.h: a long article in pieces
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"

G_BEGIN_DECLS

/**
 * ReadoutBlocks:
 * @tokens, @sentences, @paragraphs, @quotations: what is in the block at hand,
 *   with all indices counted from its start; the last two %NULL where the
 *   article was given without them
 * @first: where it starts, as an index into the tokens of the article
 *
 * A walk over the blocks of an article.  The rest is private.
 */
typedef struct
{
  GArray *tokens;
  GArray *sentences;
  GArray *paragraphs;
  GArray *quotations;
  guint   first;

  const GArray *all_tokens;
  const GArray *all_sentences;
  const GArray *all_paragraphs;
  const GArray *all_quotations;
  guint         next_sentence;
  guint         next_paragraph;
  guint         next_quotation;
} ReadoutBlocks;

void     readout_blocks_init (ReadoutBlocks *self,
                              const GArray  *tokens,
                              const GArray  *sentences,
                              const GArray  *paragraphs,
                              const GArray  *quotations);
gboolean readout_blocks_next (ReadoutBlocks *self);
void     readout_blocks_clear (ReadoutBlocks *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadoutBlocks, readout_blocks_clear)

G_END_DECLS
