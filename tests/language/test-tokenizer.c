/* test-tokenizer.c: tokens and sentences
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/article/analysis.h"

#include <string.h>

static ReadoutAnalysis *
analyse (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, NULL, NULL, NULL);

  g_assert_true (readout_analysis_prepare (analysis));

  return analysis;
}

/* The tokens parted by '|', the sentences by '/', the paragraphs by '#'. */
static char *
dump (ReadoutAnalysis *analysis)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      ReadoutToken    *token = readout_analysis_get_token (analysis, i);
      g_autofree char *slice = readout_analysis_slice (analysis, i, i + 1);

      if (i > 0)
        {
          guint32 before
              = readout_analysis_get_token (analysis, i - 1)->sentence;

          g_string_append_c (
              string,
              before == token->sentence ? '|'
              : readout_analysis_get_sentence (analysis, before)->paragraph
                      == readout_analysis_get_sentence (analysis,
                                                        token->sentence)
                             ->paragraph
                  ? '/'
                  : '#');
        }
      g_string_append (string, slice);
    }

  return g_string_free (string, FALSE);
}

/* What holds for every text: tokens in order, inside the text, without white
 * space; sentences and paragraphs partition them. */
static void
check_invariants (ReadoutAnalysis *analysis)
{
  const char *utf8 = readout_text_get_utf8 (analysis->text);
  guint32     end = 0;
  guint32     first = 0;
  guint32     first_sentence = 0;

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      ReadoutToken *token = readout_analysis_get_token (analysis, i);

      g_assert_cmpuint (token->span.start, >=, end);
      g_assert_cmpuint (token->span.end, >, token->span.start);
      g_assert_cmpuint (
          token->byte,
          ==,
          readout_text_to_byte (analysis->text, token->span.start));
      g_assert_cmpuint (token->byte + token->n_bytes,
                        ==,
                        readout_text_to_byte (analysis->text, token->span.end));
      for (const char *p = utf8 + token->byte;
           p < utf8 + token->byte + token->n_bytes;
           p = g_utf8_next_char (p))
        g_assert_false (g_unichar_isspace (g_utf8_get_char (p)));
      for (guint32 k = end; k < token->span.start; k++)
        {
          gunichar c = readout_text_get_char (analysis->text, k);

          g_assert_true (g_unichar_isspace (c) || !g_unichar_isgraph (c)
                         || g_unichar_type (c) == G_UNICODE_FORMAT);
        }
      end = token->span.end;
    }
  g_assert_cmpuint (end, <=, readout_text_get_length (analysis->text));

  for (guint i = 0; i < analysis->sentences->len; i++)
    {
      ReadoutSentence *sentence = readout_analysis_get_sentence (analysis, i);

      g_assert_cmpuint (sentence->first, ==, first);
      g_assert_cmpuint (sentence->end, >, sentence->first);
      for (guint32 k = sentence->first; k < sentence->end; k++)
        g_assert_cmpuint (
            readout_analysis_get_token (analysis, k)->sentence, ==, i);
      first = sentence->end;
    }
  g_assert_cmpuint (first, ==, analysis->tokens->len);

  for (guint i = 0; i < analysis->paragraphs->len; i++)
    {
      ReadoutParagraph *paragraph
          = &g_array_index (analysis->paragraphs, ReadoutParagraph, i);

      g_assert_cmpuint (paragraph->first, ==, first_sentence);
      g_assert_cmpuint (paragraph->end, >, paragraph->first);
      for (guint32 k = paragraph->first; k < paragraph->end; k++)
        g_assert_cmpuint (
            readout_analysis_get_sentence (analysis, k)->paragraph, ==, i);
      first_sentence = paragraph->end;
    }
  g_assert_cmpuint (first_sentence, ==, analysis->sentences->len);
}

static void
test_table (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { " \n\n ", "" },
    { "One, two.", "One|,|two|." },
    { "The U.S.-led talks", "The|U.S.|-|led|talks" },
    { "The U.N. Council", "The|U.N.|Council" },
    { "at 5 p.m. on Friday", "at|5|p.m.|on|Friday" },
    { "the US-U.K pact", "the|US|-|U.K|pact" },
    { "It's the king's, don't say 'no'",
      "It|'s|the|king|'s|,|do|n't|say|'|no|'" },
    { "It’s the king’s; we’ll, they’ve, CAN’T",
      "It|’s|the|king|’s|;|we|’ll|,|they|’ve|,|CA|N’T" },
    { "O'Hara met d’Arcy in Sana'a", "O'Hara|met|d’Arcy|in|Sana'a" },
    { "the ministers' plan", "the|ministers|'|plan" },
    { "3,500 men, $2.5m, 27th 1990s, 10:30",
      "3,500|men|,|$|2.5m|,|27th|1990s|,|10|:|30" },
    { "It cost 5. Ten came.", "It|cost|5|./Ten|came|." },
    { "said ``yes'' twice", "said|``|yes|''|twice" },
    { "S.Erdene came", "S|.|Erdene|came" },
    { "soft\xc2\xadly and zero\xe2\x80\x8bwidth \xe2\x80\x8b here",
      "soft\xc2\xadly|and|zero\xe2\x80\x8bwidth|here" },
    { "Katip Çelebi, São Tomé", "Katip|Çelebi|,|São|Tomé" },

    /* Sentences. */
    { "He came. She left! Why? Well…  Then.",
      "He|came|./She|left|!/Why|?/Well|…/Then|." },
    { "He said. and went", "He|said|.|and|went" },
    { "“We came.” He left. (Sadly.) Then",
      "“|We|came|.|”/He|left|./(|Sadly|.|)/Then" },
    { "\"We came.\" \"So what?\"", "\"|We|came|.|\"/\"|So|what|?|\"" },
    { "Mr. Long and Gen. Small met on Sept. 5 in St. Ives.",
      "Mr|.|Long|and|Gen|.|Small|met|on|Sept|.|5|in|St|.|Ives|." },
    { "She met John F. Hill. He left plan B. The end.",
      "She|met|John|F|.|Hill|./He|left|plan|B|./The|end|." },
    { "He left the U.S. The talks ended.",
      "He|left|the|U.S./The|talks|ended|." },
    { "The U.S. Senate met.", "The|U.S.|Senate|met|." },
    { "Acme Corp. Chairman Lee spoke. No. 5 won. They said no. Yes.",
      "Acme|Corp|.|Chairman|Lee|spoke|./No|.|5|won|./They|said|no|./Yes|." },
    { "Headline without end\nFirst line.\n\nNext: “a.\nb”",
      "Headline|without|end#First|line|.#Next|:|“|a|.#b|”" },
    { "one\r\ntwo\rthree\xe2\x80\xa8"
      "four",
      "one#two#three#four" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (cases[i].text);
      g_autofree char *result = dump (analysis);

      g_assert_cmpstr (result, ==, cases[i].expected);
      check_invariants (analysis);
    }
}

static void
test_flags (void)
{
  g_autoptr (ReadoutAnalysis) analysis
      = analyse ("“Élan NATO iPhone U.S. B 5th\n-don’t");
  static const struct
  {
    const char *lower;
    guint32     flags;
  } expected[] = {
    { "“", READOUT_TOKEN_PUNCT | READOUT_TOKEN_LINE | READOUT_TOKEN_QUOTE },
    { "élan",
      READOUT_TOKEN_WORD | READOUT_TOKEN_CAPITAL | READOUT_TOKEN_FIRST },
    { "nato",
      READOUT_TOKEN_WORD | READOUT_TOKEN_CAPITAL | READOUT_TOKEN_ALL_CAPS
          | READOUT_TOKEN_SPACE },
    { "iphone", READOUT_TOKEN_WORD | READOUT_TOKEN_SPACE },
    { "u.s.",
      READOUT_TOKEN_WORD | READOUT_TOKEN_CAPITAL | READOUT_TOKEN_ALL_CAPS
          | READOUT_TOKEN_SPACE },
    { "b", READOUT_TOKEN_WORD | READOUT_TOKEN_CAPITAL | READOUT_TOKEN_SPACE },
    { "5th", READOUT_TOKEN_NUMBER | READOUT_TOKEN_SPACE },
    { "-", READOUT_TOKEN_PUNCT | READOUT_TOKEN_SPACE | READOUT_TOKEN_LINE },
    { "do", READOUT_TOKEN_WORD | READOUT_TOKEN_FIRST },
    { "n't", READOUT_TOKEN_CLITIC },
  };

  g_assert_cmpuint (analysis->tokens->len, ==, G_N_ELEMENTS (expected));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      ReadoutToken *token = readout_analysis_get_token (analysis, i);

      g_assert_cmpstr (token->lower, ==, expected[i].lower);
      g_assert_cmphex (token->flags, ==, expected[i].flags);
    }
}

/* A text may be one word: no step is to hash and compare a megabyte. */
static void
test_endless (void)
{
  GString *word = g_string_new (NULL);
  g_autoptr (ReadoutAnalysis) analysis = NULL;
  const ReadoutToken *token;

  for (guint i = 0; i < 100000; i++)
    g_string_append (word, "Éa");
  analysis = analyse (word->str);
  g_assert_cmpuint (analysis->tokens->len, ==, 1);
  token = readout_analysis_get_token (analysis, 0);
  g_assert_cmpuint (token->n_bytes, ==, word->len);
  g_assert_cmpuint (strlen (token->lower), <, 1100);
  g_assert_true (g_str_has_prefix (token->lower, "éaéa"));
  g_assert_true (g_utf8_validate (token->lower, -1, NULL));
  g_string_free (word, TRUE);
}

static void
test_interned (void)
{
  g_autoptr (ReadoutAnalysis) analysis = analyse ("Talks TALKS talks");

  for (guint i = 1; i < 3; i++)
    g_assert_true (readout_analysis_get_token (analysis, 0)->lower
                   == readout_analysis_get_token (analysis, i)->lower);
}

/* Random mixtures of difficult characters keep the invariants, and line ends
 * of either kind give the same tokens. */
static void
test_properties (void)
{
  static const char *const parts[] = {
    "a", "B",  "é",  "É",   "1", ".", ",", "'", "’",  "\"", "“",
    "”", "(",  "-",  " ",   " ", " ", "s", "t", "n",  "\n", "``",
    "‘", "中", "\t", "Mr.", "…", "?", "U", "x", "no", "’s", "\xe2\x80\x8b"
  };
  GRand *rand = g_rand_new_with_seed (20);

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) crlf = NULL;
      g_autoptr (ReadoutAnalysis) analysis = NULL;
      g_autoptr (ReadoutAnalysis) other = NULL;
      guint length = g_rand_int_range (rand, 0, 40);

      for (guint i = 0; i < length; i++)
        g_string_append (
            text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      crlf = g_string_new (text->str);
      g_string_replace (crlf, "\n", "\r\n", 0);

      analysis = analyse (text->str);
      check_invariants (analysis);
      other = analyse (crlf->str);
      check_invariants (other);
      g_assert_cmpuint (analysis->tokens->len, ==, other->tokens->len);
      g_assert_cmpuint (analysis->sentences->len, ==, other->sentences->len);
      for (guint i = 0; i < analysis->tokens->len; i++)
        {
          ReadoutToken *a = readout_analysis_get_token (analysis, i);
          ReadoutToken *b = readout_analysis_get_token (other, i);

          g_assert_cmpstr (a->lower, ==, b->lower);
          g_assert_cmphex (a->flags, ==, b->flags);
          g_assert_cmpint (a->quotation, ==, b->quotation);
          g_assert_cmpuint (a->sentence, ==, b->sentence);
        }
    }

  g_rand_free (rand);
}

/* Ten megabytes of each kind of monotony.  The bound is far above what a
 * linear walk takes and far below a quadratic one. */
static void
test_huge (void)
{
  static const char *const units[]
      = { "word ", "a'", "a.", "A.B.", "1,", "\"", "“", "' a", "中", "\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start;
      double seconds;

      while (text->len < (g_test_slow () ? 10000000 : 1000000))
        g_string_append (text, units[i]);

      start = g_get_monotonic_time ();
      readout_analysis_free (analyse (text->str));
      seconds = (g_get_monotonic_time () - start) / 1e6;
      g_test_message ("%s: %.3f s for %" G_GSIZE_FORMAT " bytes",
                      i == 9 ? "line ends" : units[i],
                      seconds,
                      text->len);
      g_assert_cmpfloat (seconds, <, text->len / 200000.0);
    }
}

static void
test_cancel (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("One.\nTwo.", -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (ReadoutAnalysis) analysis
      = readout_analysis_new (NULL, text, NULL, NULL, cancellable);

  g_cancellable_cancel (cancellable);
  g_assert_false (readout_analysis_prepare (analysis));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tokenizer/table", test_table);
  g_test_add_func ("/tokenizer/flags", test_flags);
  g_test_add_func ("/tokenizer/interned", test_interned);
  g_test_add_func ("/tokenizer/endless", test_endless);
  g_test_add_func ("/tokenizer/properties", test_properties);
  g_test_add_func ("/tokenizer/huge", test_huge);
  g_test_add_func ("/tokenizer/cancel", test_cancel);
  return g_test_run ();
}
