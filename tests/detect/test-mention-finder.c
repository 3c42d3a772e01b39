/* test-mention-finder.c: mentions with a tagger, and what holds for any text
 *
 * The rules by themselves are tried by tests/detect/tables/mentions.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <string.h>

#include "detect/article/analysis.h"
#include "detect/mentions/finder.h"
#include "detect/mentions/tagged.h"
#include "language/dates.h"
#include "support/detection.h"

static const char letters[READOUT_N_MENTION_TYPES + 1] = "POLFNTEDUM";

static ReadoutAnalysis *
prepare (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, "2024-05-15", NULL, NULL);

  g_assert_true (readout_analysis_prepare (analysis));
  g_array_unref (analysis->dates);
  analysis->dates = readout_dates_find (
      analysis->tokens, analysis->sentences, analysis->published, NULL);

  return analysis;
}

static ReadoutAnalysis *
analyse (const char *utf8)
{
  ReadoutAnalysis *analysis = prepare (utf8);

  readout_mention_finder_run (analysis);
  return analysis;
}

/* Sorted, within the text, nested or apart, outer ones before inner ones. */
static void
check_invariants (ReadoutAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      ReadoutCandidateMention *mention
          = readout_analysis_get_mention (analysis, i);

      g_assert_cmpuint (mention->first, <, mention->end);
      g_assert_cmpuint (mention->end, <=, analysis->tokens->len);
      g_assert_cmpuint (mention->head, >=, mention->first);
      g_assert_cmpuint (mention->head, <, mention->end);
      g_assert_cmpint (mention->outer, <, (gint32)i);
      g_assert_cmpint (mention->confidence, >=, 0);
      g_assert_cmpint (mention->confidence, <=, 100);
      if (i > 0)
        {
          ReadoutCandidateMention *before
              = readout_analysis_get_mention (analysis, i - 1);

          g_assert_true (before->first < mention->first
                         || (before->first == mention->first
                             && before->end > mention->end));
        }
      if (mention->outer >= 0)
        {
          ReadoutCandidateMention *outer
              = readout_analysis_get_mention (analysis, mention->outer);

          g_assert_cmpuint (outer->first, <=, mention->first);
          g_assert_cmpuint (outer->end, >=, mention->end);
        }
    }
}

/* Names that a tagger finds, closed by the letter of the type and the tenths of
 * the probability, and what becomes of them. */
typedef struct
{
  const char *name;
  const char *tagged;
  const char *expected;
} TaggedCase;

static const TaggedCase tagged_cases[] = {
  /* Agreed. */
  { "same", "Then [Maria Lopesk]P9 left.", "Then [Maria Lopesk]P left." },
  { "alone", "Then [Zarnov]O9 left.", "Then [Zarnov]O left." },
  { "start", "[Will Zarnov]P9 left.", "[Will Zarnov]P left." },
  { "small-letters", "We met [ann zarnov]P9.", "We met [ann zarnov]P." },

  /* One finds what the other does not. */
  { "unsure-run", "We saw Zarnov here.", "We saw Zarnov here." },
  { "listed", "We saw France and Zarnov.", "We saw [France]L and Zarnov." },
  { "headed",
    "We saw the Zarnov Trade Union.",
    "We saw the [Zarnov Trade Union]O." },
  { "honorific", "We saw Mrs Maria Zarnov.", "We saw Mrs [Maria Zarnov]P." },
  { "unsure", "a [zarnov]O3 came", "a zarnov came" },
  { "unsure-misc", "the [zarnov]M6 came", "the zarnov came" },
  { "dollars", "It cost US$5 in the US.", "It cost US$5 in the [US]L." },

  /* Types. */
  { "type-of-run", "We like [Lopesk]L9.", "We like [Lopesk]L." },
  { "nation", "the [Zarnovian]N8 plan", "the [Zarnovian]N plan" },
  { "head-wins",
    "under the [Zarnov Waters Treaty]O8",
    "under the [Zarnov Waters Treaty]M" },
  { "list-wins", "We are in [China]O8.", "We are in [China]L." },
  { "event",
    "at the [Zarnov Peace Summit]M8",
    "at the [Zarnov Peace Summit]E" },

  /* Edges. */
  { "cut",
    "the [Zarn Velka]O8 [Ostra Tolle]P8 met",
    "the [Zarn Velka]O [Ostra Tolle]P met" },
  { "longer",
    "the [Zarnov de la Velka publique]O8 met",
    "the [Zarnov de la Velka publique]O met" },
  { "longer-unsure",
    "[Velka and Maria Lopesk]P4 met",
    "[Velka]P and [Maria Lopesk]P met" },
  { "nested",
    "the [National Union of French Workers]O9 met",
    "the [National Union of [French]N Workers]O met" },
  { "joint",
    "We met the [University of Zarnov and Velka Research Center]O8 here.",
    "We met the [University of Zarnov]O and [Velka Research Center]O here." },
  { "comma", "in [Lowtown, Spain]L9", "in [Lowtown]L, [Spain]L" },
  { "possessive", "in [Spain's Lowtown]L9", "in [Spain]L's [Lowtown]L" },
  { "two-nations",
    "the [French]N9-[Spanish]N9 talks",
    "the [French-Spanish]N talks" },
  { "weekday", "We left [Lowtown Sunday]L7.", "We left [Lowtown]L [Sunday]D." },
  { "determiner", "[The Zarnist]O9 wrote", "The [Zarnist]O wrote" },
  { "title",
    "We saw [King Zarnov]P9 and [President Tolle]P9.",
    "We saw [King]T [Zarnov]P and [President]T [Tolle]P." },
  { "place-head", "in [Tarim]L7 province", "in [Tarim province]L" },

  /* Titles around them. */
  { "portfolio-name",
    "the chairman of the [State Great Tolk]O8 left",
    "the [chairman of the [State Great Tolk]O]T left" },
  { "portfolio-common",
    "We thanked the Director of Public Herons [Ann Zarnov]P9 again.",
    "We thanked the [Director of Public Herons]T [Ann Zarnov]P again." },
};

/* Analyses the text without its brackets; the names that they mark go to
 * @names. */
static ReadoutAnalysis *
analyse_tagged (const char *tagged, GArray *names)
{
  g_autoptr (GArray) spans
      = g_array_new (FALSE, TRUE, sizeof (ReadoutTaggedName));
  g_autoptr (GString) string = g_string_new (NULL);
  ReadoutAnalysis *analysis;
  guint32          at = 0;

  /* In bytes first, which are code points here. */
  for (const char *p = tagged; *p != '\0'; p++)
    {
      ReadoutTaggedName name = { string->len };

      if (*p == '[')
        g_array_append_val (spans, name);
      else if (*p == ']')
        {
          ReadoutTaggedName *last
              = &g_array_index (spans, ReadoutTaggedName, spans->len - 1);

          last->end = string->len;
          last->type = strchr (letters, p[1]) - letters;
          last->probability = (p[2] - '0') / 10.0;
          p += 2;
        }
      else
        g_string_append_c (string, *p);
    }

  analysis = prepare (string->str);
  for (guint i = 0; i < spans->len; i++)
    {
      ReadoutTaggedName name = g_array_index (spans, ReadoutTaggedName, i);

      while (readout_analysis_get_token (analysis, at)->span.start < name.first)
        at++;
      name.first = at;
      while (at < analysis->tokens->len
             && readout_analysis_get_token (analysis, at)->span.end <= name.end)
        at++;
      name.end = at;
      readout_tagged_names_add (
          names, (gconstpointer)analysis->tokens->data, &name);
    }

  return analysis;
}

static void
test_tagged (gconstpointer data)
{
  const TaggedCase *test_case = data;
  g_autoptr (GArray) names
      = g_array_new (FALSE, FALSE, sizeof (ReadoutTaggedName));
  g_autoptr (ReadoutAnalysis) analysis
      = analyse_tagged (test_case->tagged, names);
  g_autofree char *result = NULL;

  readout_mention_finder_run_with_tagged (analysis, names);
  result = readout_test_describe_mentions (analysis);
  g_assert_cmpstr (result, ==, test_case->expected);
  check_invariants (analysis);
}

/* Line ends and the kind of quotation marks change nothing. */
static void
test_same (void)
{
  static const char *const texts[][2] = {
    { "“We met,” Ann Hill’s aide said.\nFrance agreed.",
      "\"We met,\" Ann Hill's aide said.\r\nFrance agreed." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (ReadoutAnalysis) one = analyse (texts[i][0]);
      g_autoptr (ReadoutAnalysis) two = analyse (texts[i][1]);

      g_assert_cmpuint (one->mentions->len, >, 0);
      g_assert_cmpuint (one->mentions->len, ==, two->mentions->len);
      for (guint k = 0; k < one->mentions->len; k++)
        {
          ReadoutCandidateMention *a = readout_analysis_get_mention (one, k);
          ReadoutCandidateMention *b = readout_analysis_get_mention (two, k);

          g_assert_cmpuint (a->first, ==, b->first);
          g_assert_cmpuint (a->end, ==, b->end);
          g_assert_cmpint (a->type, ==, b->type);
        }
    }
}

/* Names anywhere, of any kind, as no tagger would find them. */
static GArray *
make_names (GRand *rand, const ReadoutAnalysis *analysis)
{
  GArray *names = g_array_new (FALSE, FALSE, sizeof (ReadoutTaggedName));
  guint32 n = analysis->tokens->len;

  for (guint32 at = g_rand_int_range (rand, 0, 4); at < n;)
    {
      guint32 sentence = readout_analysis_get_token (analysis, at)->sentence;
      ReadoutTaggedName name = { at, at + 1 };

      while (name.end < n && g_rand_boolean (rand)
             && readout_analysis_get_token (analysis, name.end)->sentence
                    == sentence)
        name.end++;
      name.type = g_rand_int_range (rand, 0, READOUT_MENTION_NATIONALITY + 1);
      name.probability = g_rand_double (rand);
      readout_tagged_names_add (
          names, (gconstpointer)analysis->tokens->data, &name);
      at = name.end + g_rand_int_range (rand, 0, 4);
    }

  return names;
}

static void
test_properties (void)
{
  static const char *const parts[]
      = { "Minister ",  "of ",   "Foreign ", "Affairs ", "Ann ",
          "Hill ",      "and ",  "the ",     "China",    "'s ",
          "-",          "Bank ", "(",        ")",        "NATO ",
          ", ",         ". ",    "said ",    "he ",      "Mr. ",
          "President ", "\n",    "Tuesday ", "bin ",     "government ",
          "deputy ",    "“",     "” ",       "U.S. ",    "Institute ",
          "Bridge ",    "The ",  "King ",    "9 ",       "J. " };
  GRand *rand = g_rand_new_with_seed (22);

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ReadoutAnalysis) analysis = NULL;
      g_autoptr (GArray) names = NULL;
      guint length = g_rand_int_range (rand, 0, 30);

      for (guint i = 0; i < length; i++)
        g_string_append (
            text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      analysis = analyse (text->str);
      check_invariants (analysis);

      names = make_names (rand, analysis);
      readout_mention_finder_run_with_tagged (analysis, names);
      check_invariants (analysis);
    }

  g_rand_free (rand);
}

/* Monotonous text takes time in proportion to its length. */
static void
test_linear (void)
{
  static const char *const units[] = { "deputy ",
                                       "MINISTER OF HEALTH ",
                                       "Xa ",
                                       "Xa and ",
                                       "Bank of ",
                                       "the ministry ",
                                       "U.S. ",
                                       "Xa bin ",
                                       "President Ann Hill, ",
                                       "Chinese-",
                                       "Xa's ",
                                       "X. " };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      gint64 start;
      double seconds;

      while (text->len < 300000)
        g_string_append (text, units[i]);
      start = g_get_monotonic_time ();
      readout_analysis_free (analyse (text->str));
      seconds = (g_get_monotonic_time () - start) / 1e6;
      g_test_message ("%s: %.3f s", units[i], seconds);
      g_assert_cmpfloat (seconds, <, 3);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (tagged_cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/mention-finder/tagged/", tagged_cases[i].name, NULL);

      g_test_add_data_func (path, &tagged_cases[i], test_tagged);
    }
  g_test_add_func ("/mention-finder/same", test_same);
  g_test_add_func ("/mention-finder/properties", test_properties);
  g_test_add_func ("/mention-finder/linear", test_linear);
  return g_test_run ();
}
