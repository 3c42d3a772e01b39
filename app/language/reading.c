/* reading.c: a text as tokens, sentences, paragraphs and quotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "language/reading.h"

#include "language/quotes.h"
#include "language/sentences.h"
#include "language/tokenizer.h"

/**
 * readout_reading_new:
 * @text: a text; a reference is taken
 *
 * Reads @text as it stands, in time proportional to its length.
 *
 * Returns: (transfer full): its tokens, sentences, paragraphs and quotations
 */
ReadoutReading *
readout_reading_new (ReadoutText *text)
{
  ReadoutReading *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_new0 (ReadoutReading, 1);
  self->text = readout_text_ref (text);
  self->strings = g_string_chunk_new (4096);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (ReadoutToken));
  self->sentences = g_array_new (FALSE, FALSE, sizeof (ReadoutSentence));
  self->paragraphs = g_array_new (FALSE, FALSE, sizeof (ReadoutParagraph));
  self->quotations = g_array_new (FALSE, FALSE, sizeof (ReadoutQuotation));
  readout_tokenizer_run (text, self->strings, self->tokens, NULL);
  readout_sentences_run (
      text, self->tokens, self->sentences, self->paragraphs, NULL);
  readout_quotes_run (text,
                      self->tokens,
                      self->sentences,
                      self->paragraphs,
                      self->quotations,
                      NULL);

  return self;
}

/**
 * readout_reading_free:
 * @self: (transfer full): a reading
 */
void
readout_reading_free (ReadoutReading *self)
{
  g_return_if_fail (self != NULL);

  readout_text_unref (self->text);
  g_string_chunk_free (self->strings);
  g_array_unref (self->tokens);
  g_array_unref (self->sentences);
  g_array_unref (self->paragraphs);
  g_array_unref (self->quotations);
  g_free (self);
}
