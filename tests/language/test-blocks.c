/* test-blocks.c: a long text without a line break, in pieces
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "language/blocks.h"
#include "language/reading.h"

/* Some more than what sentences.c and blocks.c say, for the last sentence and
 * the last paragraph of each. */
#define MOST_IN_PARAGRAPH 4350
#define MOST_IN_BLOCK (32768 + MOST_IN_PARAGRAPH)

static ReadoutReading *
read_repeated (const char *unit, guint n)
{
  g_autoptr (GString) utf8 = g_string_new (NULL);
  g_autoptr (ReadoutText) text = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append (utf8, unit);
  text = readout_text_new (utf8->str, utf8->len);

  return readout_reading_new (text);
}

/* What a step keeps for each token of a paragraph does not grow with the
 * line. */
static void
test_paragraphs (void)
{
  static const char *const units[]
      = { "He said ", "\"", "“a ", "met, ", "It is so. ", "U.S. " };

  for (guint u = 0; u < G_N_ELEMENTS (units); u++)
    {
      g_autoptr (ReadoutReading) reading = read_repeated (units[u], 50000);
      guint end = 0;

      for (guint p = 0; p < reading->paragraphs->len; p++)
        {
          const ReadoutParagraph *paragraph
              = &g_array_index (reading->paragraphs, ReadoutParagraph, p);
          const ReadoutSentence *first = &g_array_index (
              reading->sentences, ReadoutSentence, paragraph->first);
          const ReadoutSentence *last = &g_array_index (
              reading->sentences, ReadoutSentence, paragraph->end - 1);

          g_assert_cmpuint (first->first, ==, end);
          g_assert_cmpuint (first->paragraph, ==, p);
          g_assert_cmpuint (last->end - first->first, <=, MOST_IN_PARAGRAPH);
          end = last->end;
        }
      g_assert_cmpuint (end, ==, reading->tokens->len);
      g_assert_cmpuint (reading->paragraphs->len, >, 10);
    }
}

/* All that is in a block, counted from its start, is what the article has. */
static void
check_block (const ReadoutBlocks *block, const ReadoutReading *reading)
{
  for (guint t = 0; t < block->tokens->len; t++)
    {
      const ReadoutToken *token
          = &g_array_index (block->tokens, ReadoutToken, t);
      const ReadoutToken *whole
          = &g_array_index (reading->tokens, ReadoutToken, block->first + t);
      const ReadoutSentence *sentence
          = &g_array_index (block->sentences, ReadoutSentence, token->sentence);

      g_assert_cmpuint (token->byte, ==, whole->byte);
      g_assert_cmpuint (sentence->first, <=, t);
      g_assert_cmpuint (sentence->end, >, t);
      g_assert_cmpint (token->quotation < 0, ==, whole->quotation < 0);
      if (token->quotation >= 0)
        {
          const ReadoutQuotation *quotation = &g_array_index (
              block->quotations, ReadoutQuotation, token->quotation);

          g_assert_cmpuint (quotation->first, <=, t);
          g_assert_cmpuint (quotation->end, >, t);
        }
    }
}

static void
test_blocks (void)
{
  g_autoptr (ReadoutReading) reading
      = read_repeated ("“It is so,” he said.\nShe met them. ", 10000);
  g_auto (ReadoutBlocks) blocks = { 0 };
  guint end = 0;
  guint n_sentences = 0;
  guint n_paragraphs = 0;
  guint n_quotations = 0;
  guint n_blocks = 0;

  readout_blocks_init (&blocks,
                       reading->tokens,
                       reading->sentences,
                       reading->paragraphs,
                       reading->quotations);
  while (readout_blocks_next (&blocks))
    {
      g_assert_cmpuint (blocks.first, ==, end);
      g_assert_cmpuint (blocks.tokens->len, <=, MOST_IN_BLOCK);
      check_block (&blocks, reading);
      end += blocks.tokens->len;
      n_sentences += blocks.sentences->len;
      n_paragraphs += blocks.paragraphs->len;
      n_quotations += blocks.quotations->len;
      n_blocks++;
    }

  g_assert_cmpuint (n_blocks, >, 2);
  g_assert_cmpuint (end, ==, reading->tokens->len);
  g_assert_cmpuint (n_sentences, ==, reading->sentences->len);
  g_assert_cmpuint (n_paragraphs, ==, reading->paragraphs->len);
  g_assert_cmpuint (n_quotations, ==, reading->quotations->len);
}

/* Without paragraphs a block ends with a sentence, and holds no more than it
 * may. */
static void
test_sentences_alone (void)
{
  g_autoptr (ReadoutReading) reading = read_repeated ("a b c d ", 50000);
  g_auto (ReadoutBlocks) blocks = { 0 };
  guint end = 0;

  readout_blocks_init (
      &blocks, reading->tokens, reading->sentences, NULL, NULL);
  while (readout_blocks_next (&blocks))
    {
      g_assert_cmpuint (blocks.tokens->len, <=, MOST_IN_BLOCK);
      g_assert_null (blocks.paragraphs);
      check_block (&blocks, reading);
      end += blocks.tokens->len;
    }
  g_assert_cmpuint (end, ==, reading->tokens->len);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/blocks/paragraphs", test_paragraphs);
  g_test_add_func ("/blocks/blocks", test_blocks);
  g_test_add_func ("/blocks/sentences-alone", test_sentences_alone);
  return g_test_run ();
}
