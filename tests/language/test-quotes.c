/* test-quotes.c: pairs of quotation marks
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/article/analysis.h"

static ReadoutAnalysis *
analyse (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, NULL, NULL, NULL);

  g_assert_true (readout_analysis_prepare (analysis));

  return analysis;
}

/* Each quotation on a line: its text; "…" if it is not closed, "^N" for its
 * parent, ">N" for the one that it goes on with. */
static char *
dump (ReadoutAnalysis *analysis)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < analysis->quotations->len; i++)
    {
      ReadoutQuotation *quotation
          = &g_array_index (analysis->quotations, ReadoutQuotation, i);
      g_autofree char *slice
          = readout_analysis_slice (analysis, quotation->first, quotation->end);

      g_string_append_printf (string, "%s%s", i > 0 ? "\n" : "", slice);
      if (!quotation->closed)
        g_string_append (string, "…");
      if (quotation->parent >= 0)
        g_string_append_printf (string, "^%d", quotation->parent);
      if (quotation->continues >= 0)
        g_string_append_printf (string, ">%d", quotation->continues);
    }

  return g_string_free (string, FALSE);
}

static void
check_invariants (ReadoutAnalysis *analysis)
{
  ReadoutQuotation *all
      = (ReadoutQuotation *)(gpointer)analysis->quotations->data;

  for (guint i = 0; i < analysis->quotations->len; i++)
    {
      g_assert_cmpuint (all[i].first, <, all[i].end);
      g_assert_cmpuint (all[i].end, <=, analysis->tokens->len);
      g_assert_cmpuint (
          readout_analysis_get_sentence (
              analysis,
              readout_analysis_get_token (analysis, all[i].first)->sentence)
              ->paragraph,
          ==,
          readout_analysis_get_sentence (
              analysis,
              readout_analysis_get_token (analysis, all[i].end - 1)->sentence)
              ->paragraph);
      if (i > 0)
        g_assert_cmpuint (all[i].first, >=, all[i - 1].first);
      g_assert_cmpint (all[i].parent, <, (gint32)i);
      g_assert_cmpint (all[i].continues, <, (gint32)i);
      if (all[i].parent >= 0)
        {
          g_assert_cmpuint (all[all[i].parent].first, <=, all[i].first);
          g_assert_cmpuint (all[all[i].parent].end, >=, all[i].end);
        }
      /* None crosses another: the one before is around it or ends first. */
      for (gint32 k = (gint32)i - 1; k >= 0 && k > (gint32)i - 6; k--)
        g_assert_true (all[k].end <= all[i].first || all[k].end >= all[i].end);
    }

  for (guint i = 0; i < analysis->tokens->len; i++)
    {
      gint32 quotation = readout_analysis_get_token (analysis, i)->quotation;

      g_assert_cmpint (quotation, <, (gint32)analysis->quotations->len);
      if (quotation >= 0)
        {
          g_assert_cmpuint (all[quotation].first, <=, i);
          g_assert_cmpuint (all[quotation].end, >, i);
        }
    }
}

static const struct
{
  const char *text;
  const char *expected;
} cases[] = {
  { "No marks at all.", "" },
  { "“We came,” she said. “We left.”", "“We came,”\n“We left.”" },
  { "He spoke of a “new era” and (“so-called”) peace.",
    "“new era”\n“so-called”" },
  { "She said:“We came”, and left.", "“We came”" },
  { "“We came,”she said.", "“We came,”" },
  { "“He called it ‘a good day’ for all,” she said.",
    "“He called it ‘a good day’ for all,”\n‘a good day’^0" },
  { "The ministers’ talks and the ’90s and rock ’n’ roll.", "" },
  { "‘We came,’ he said. The kings’ men ‘left’.", "‘We came,’\n‘left’" },
  { "It is ‘the ministers’ choice’, they said.", "‘the ministers’ choice’" },
  { "A ‘tis and a dog’s and James’ house.", "" },
  { "“The ministers’ talks are ‘off,” he said.",
    "“The ministers’ talks are ‘off,”" },
  { "“We came. We saw", "“We came. We saw…" },
  { "“First paragraph.\n“Second one.\n“Third,” he said.",
    "“First paragraph.…\n“Second one.…>0\n“Third,”>1" },
  { "“First paragraph.\nSecond one.” And so on.",
    "“First paragraph.…\nSecond one.”>0" },
  { "“First paragraph.\nSomebody else came.\n“Other,” he said.",
    "“First paragraph.…\n“Other,”" },
  { "“First,” he said.\n“Second,” he said.", "“First,”\n“Second,”" },
  { "“We came, he said. “And we left,” he added.",
    "“We came, he said.…\n“And we left,”" },
  { "“I read “the paper” today,” he said. “Good.”",
    "“I read “the paper” today,”\n“the paper”^0\n“Good.”" },
  { "We came,” she said. “Then we left.”", "“Then we left.”" },
};

static char *
straighten (const char *utf8)
{
  GString *string = g_string_new (utf8);

  g_string_replace (string, "“", "\"", 0);
  g_string_replace (string, "”", "\"", 0);
  g_string_replace (string, "‘", "'", 0);
  g_string_replace (string, "’", "'", 0);

  return g_string_free (string, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (cases[i].text);
      g_autofree char *result = dump (analysis);

      g_assert_cmpstr (result, ==, cases[i].expected);
      check_invariants (analysis);
    }
}

/* The same with straight marks. */
static void
test_straight (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = straighten (cases[i].text);
      g_autofree char *expected = straighten (cases[i].expected);
      g_autoptr (ReadoutAnalysis) analysis = analyse (text);
      g_autofree char *result = dump (analysis);

      g_assert_cmpstr (result, ==, expected);
      check_invariants (analysis);
    }
}

static void
test_mixed (void)
{
  static const char *const texts[][2] = {
    { "“We came,\" he said.", "“We came,\"" },
    { "\"We came”.", "\"We came”" },
    { "``We came,'' he said.", "``We came,''" },
    { "«We came», he said. „So“, he added.", "«We came»\n„So“" },
    { "He said \" yes \" twice.", "\" yes \"" },
    { "A board of 5\" by 3\".", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (texts[i][0]);
      g_autofree char *result = dump (analysis);

      g_assert_cmpstr (result, ==, texts[i][1]);
      check_invariants (analysis);
    }
}

static void
test_flags (void)
{
  g_autoptr (ReadoutAnalysis) analysis
      = analyse ("The kings' \"old 'den'\" 5\"");
  guint n = 0;

  for (guint i = 0; i < analysis->tokens->len; i++)
    n += (readout_analysis_get_token (analysis, i)->flags & READOUT_TOKEN_QUOTE)
                 != 0
             ? 1
             : 0;
  g_assert_cmpuint (n, ==, 4);
}

static void
test_properties (void)
{
  static const char *const parts[]
      = { "\"", "“", "”", "'", "‘", "’", "``", "''", " ", " ",  " ",
          "a",  "s", ".", ",", "(", "-", "\n", "«",  "»", "The" };
  GRand *rand = g_rand_new_with_seed (21);

  for (guint n = 0; n < 5000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ReadoutAnalysis) analysis = NULL;
      guint length = g_rand_int_range (rand, 0, 60);

      for (guint i = 0; i < length; i++)
        g_string_append (
            text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      analysis = analyse (text->str);
      check_invariants (analysis);
    }

  g_rand_free (rand);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/quotes/table", test_table);
  g_test_add_func ("/quotes/straight", test_straight);
  g_test_add_func ("/quotes/mixed", test_mixed);
  g_test_add_func ("/quotes/flags", test_flags);
  g_test_add_func ("/quotes/properties", test_properties);
  return g_test_run ();
}
