/* test-mention-finder.c: mentions, rule by rule
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/analysis.h"
#include "detect/mention-finder.h"
#include "language/dates.h"

static ReadoutAnalysis *
analyse (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, "2024-05-15", NULL, NULL);

  g_assert_true (readout_analysis_prepare (analysis));
  g_array_unref (analysis->dates);
  analysis->dates = readout_dates_find (
      analysis->tokens, analysis->sentences, analysis->published, NULL);
  readout_mention_finder_run (analysis);

  return analysis;
}

static char
letter (const ReadoutCandidateMention *mention)
{
  static const char letters[READOUT_N_MENTION_TYPES + 1] = "POLFNTEDUM";

  return letters[mention->type];
}

/* The text with brackets around its mentions, each closed by the letter of its
 * type; nominals and pronouns but titles add a small n or p. */
static char *
dump (ReadoutAnalysis *analysis)
{
  GString *string = g_string_new (NULL);

  for (guint32 i = 0; i < analysis->tokens->len; i++)
    {
      g_autofree char *slice = readout_analysis_slice (analysis, i, i + 1);

      if (i > 0
          && (readout_analysis_get_token (analysis, i)->flags
              & READOUT_TOKEN_SPACE)
                 != 0)
        g_string_append_c (string, ' ');
      for (guint k = 0; k < analysis->mentions->len; k++)
        if (readout_analysis_get_mention (analysis, k)->first == i)
          g_string_append_c (string, '[');
      g_string_append (string, slice);
      for (guint k = analysis->mentions->len; k > 0; k--)
        {
          ReadoutCandidateMention *mention
              = readout_analysis_get_mention (analysis, k - 1);

          if (mention->end != i + 1)
            continue;
          g_string_append_c (string, ']');
          g_string_append_c (string, letter (mention));
          if (mention->form == READOUT_FORM_PRONOUN)
            g_string_append_c (string, 'p');
          else if (mention->form == READOUT_FORM_NOMINAL
                   && mention->type != READOUT_MENTION_TITLE)
            g_string_append_c (string, 'n');
        }
    }

  return g_string_free (string, FALSE);
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

typedef struct
{
  const char *name;
  const char *expected; /* The text is this without its brackets. */
} Case;

static const Case cases[] = {
  /* Places and nations. */
  { "country", "[France]L and [Brazil]L signed." },
  { "abbreviations", "The [U.S.]L and the [UAE]L agreed, it helps us." },
  { "official-name", "We left the [Islamic Republic of Iran]L." },
  { "city-country", "We met in [Lowtown]L, [Spain]L." },
  { "region", "Ships in the [South China Sea]L" },
  { "in-place", "The fair in [Zarnov]L was small." },
  { "nationality", "A [French]N plan pleased [Buddhists]N." },
  { "two-nations", "[Russian-Ukrainian]N talks and [Sino-U.S.]N ties" },
  { "nation-led", "the [U.S.]L-led alliance" },
  { "country-pair", "the [US]L-[Jordan]L trade" },
  { "small-head", "a bridge in [Tarim province]L fell" },
  { "dateline", "[AMMAN]L — [Jordan]L reacted." },

  /* People. */
  { "given-name", "Then [Maria Lopesk]P left." },
  { "surname-later", "Then [Maria Lopesk]P left. [Lopesk]P was tired." },
  { "honorific", "We thanked Mr. [Zarnov]P and Mrs [Tolle]P." },
  { "particles", "We greeted [Khalid bin Omar Al Zarni]P." },
  { "initials", "Dr. [J. K. Zarnov]P and [B.Tolle]P came." },
  { "hyphen", "[Kim Ha-joon]P agreed." },
  { "name-like-country", "Later [Jordan Zarnov]P spoke." },
  { "possessive", "We read [Maria Lopesk]P's letter." },
  { "sheikh-as-name", "Then [Omar Sheikh]P left." },

  /* Organisations, facilities, events, other names. */
  { "ministry", "the [Ministry of Foreign Affairs]O said" },
  { "ministry-list", "the [Ministry of Trade, Industry and Energy]O said" },
  { "and-head", "The [Water and Power Authority]O answered." },
  { "nested-country", "[[Kuwait]L News Agency]O reported." },
  { "acronym", "the [Zarnov Trade Union]O ([ZTU]O) met; [ZTU]O left." },
  { "known-body", "the [United Nations]O and [NATO]O said" },
  { "possessive-body", "the [[Parliament]O's Foreign Policy Committee]O met" },
  { "company", "shares of [Zarnov Motors]O fell" },
  { "newspaper", "according to the [Zarnist]O newspaper" },
  { "facility", "at the [Presidential Palace]F in [Cairo]L" },
  { "title-after-dash",
    "Talks went on -- [[Norwegian]N Foreign Minister]T [Aino Berg]P spoke." },
  { "facility-head-first",
    "Talks went on at the [Hotel Zarnov]F in [Cairo]L." },
  { "title-facility", "over the [[King]T [Edmund]P Bridge]F" },
  { "event", "at the [Zarnov Peace Summit]E in [Rome]L" },
  { "small-event", "at a [[Nato]O summit]E in [Rome]L" },
  { "treaty", "under the [Zarnov Waters Treaty]M of old" },
  { "article", "under [Article 9]M of the law" },

  /* Titles. */
  { "before-name", "[Foreign Minister]T [Maria Lopesk]P left." },
  { "nation-before", "the [[French]N President]T [Jean Tolle]P" },
  { "portfolio", "[Minister of Trade and Industry]T [Maria Lopesk]P left." },
  { "modifiers",
    "[Deputy Prime Minister and Foreign Minister]T [Jean Tolle]P left." },
  { "body-before", "[[State Department]O spokesman]T [John Tolle]P said" },
  { "complement", "the [director of the [Institute of Art]O]T, [Jean Tolle]P" },
  { "ambassador", "[Ambassador to [Spain]L]T [Maria Lopesk]P left." },
  { "alone", "The [minister]T left." },
  { "possessor", "[Spain]L's [ambassador]T left." },
  { "rank", "[Major General]T [Omar Zarni]P and [Gen.]T [Ali Tolle]P met." },
  { "rank-adjective", "a major plan of general interest" },
  { "weak-modified", "a [senior official]T said" },
  { "weak-nation", "[[Iranian]N lawmakers]T voted." },
  { "member-state", "the member states agreed" },
  { "general-assembly", "the [General Assembly]E met" },
  { "common-complement", "the [head of [the ministry]On]T left." },
  { "crown-prince", "HRH [Crown Prince]T [Hussein]P came." },

  /* Nominals and pronouns. */
  { "nominal", "[the official]Pn and [both sides]On agreed." },
  { "nominal-body", "[the ministry]On and [the [French]N government]On" },
  { "nominal-place", "[the country]Ln is small; [the kingdom]Ln is not." },
  { "small-ministry", "the [foreign ministry]O said" },
  { "pronouns", "[He]Pp told [his wife]Pn that [she]Pp saw [him]Pp." },
  { "it-acts", "[It]Op said it was late." },

  /* Sentence starts, headlines, lists. */
  { "start-common", "Many came. However, few stayed. Archaic walls fell." },
  { "start-name", "[Zarnov]P said so." },
  { "start-known", "We praised [Zarnov]P. [Zarnov]P rules apply." },
  { "start-lower", "Talks went on. The talks failed." },
  { "list-places",
    "three rivers including [Zarn]L, [Ostra]L and [Velka]L rose" },
  { "list-works", "two dams - [Zarn Upper]F and [Ostra]F - broke" },
  { "common-words", "studies in Science, Technology and Education" },

  { "list-after-listed", "in [Cairo]L, [Zarn]L and [Velka]L" },
  { "member-of", "a [member of [Zarnov Youth Work]O]T left." },
  { "place-and-head", "at the [[Jeddah]L Trade and Peace Summit]E ended" },
  { "treaty-acronym",
    "under the [Zarnov Waters Treaty]M, for the [ZWT]M binds us" },
  { "roman-number", "in part VIII of it" },
  { "majesty", "we heard His Majesty's speech" },

  /* Dates. */
  { "date", "on [Monday]D for [two hours]U" },
};

static char *
strip (const char *expected)
{
  GString *string = g_string_new (NULL);

  for (const char *p = expected; *p != '\0'; p++)
    {
      if (*p == '[')
        continue;
      if (*p == ']')
        {
          p++;
          if (p[1] == 'n' || p[1] == 'p')
            p++;
          continue;
        }
      g_string_append_c (string, *p);
    }

  return g_string_free (string, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case      *test_case = data;
  g_autofree char *text = strip (test_case->expected);
  g_autoptr (ReadoutAnalysis) analysis = analyse (text);
  g_autofree char *result = dump (analysis);

  g_assert_cmpstr (result, ==, test_case->expected);
  check_invariants (analysis);
}

/* In a line in title case only what the lists hold, or the text elsewhere, is
 * a name. */
static void
test_headline (void)
{
  g_autoptr (ReadoutAnalysis) analysis = analyse (
      "Ministers Call New Trade Talks With China Useful Step\n\nWe met.");
  g_autofree char *result = dump (analysis);

  g_assert_cmpstr (result,
                   ==,
                   "Ministers Call New Trade Talks With [China]L Useful Step "
                   "We met.");
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
      guint length = g_rand_int_range (rand, 0, 30);

      for (guint i = 0; i < length; i++)
        g_string_append (
            text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      analysis = analyse (text->str);
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
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path
          = g_strconcat ("/mention-finder/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/mention-finder/headline", test_headline);
  g_test_add_func ("/mention-finder/same", test_same);
  g_test_add_func ("/mention-finder/properties", test_properties);
  g_test_add_func ("/mention-finder/linear", test_linear);
  return g_test_run ();
}
