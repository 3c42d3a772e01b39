/* test-lexicon.c: word lists
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/article/analysis.h"
#include "language/lexicon.h"

static ReadoutAnalysis *
analyse (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, NULL, NULL, NULL);

  g_assert_true (readout_analysis_prepare (analysis));

  return analysis;
}

static guint
match (const ReadoutLexicon *lexicon,
       const char           *utf8,
       guint32               classes,
       const char          **value)
{
  g_autoptr (ReadoutAnalysis) analysis = analyse (utf8);
  const ReadoutLexiconEntry *entry = NULL;
  guint                      length = readout_lexicon_match (
      lexicon,
      (const ReadoutToken *)(gconstpointer)analysis->tokens->data,
      0,
      analysis->tokens->len,
      classes,
      &entry);

  g_assert_true ((entry != NULL) == (length > 0));
  if (value != NULL)
    *value = entry != NULL ? entry->value : NULL;

  return length;
}

static void
test_longest (void)
{
  g_autoptr (ReadoutLexicon) lexicon
      = readout_lexicon_new_from_string ("# A comment.\n"
                                         "New\n"
                                         "New Avalon City\tAC\n"
                                         "\n"
                                         "  New Avalon\tAV \n"
                                         "U.A.\n",
                                         4);
  const char *value;

  g_assert_cmpuint (match (lexicon, "New Avalon City hall", 4, &value), ==, 3);
  g_assert_cmpstr (value, ==, "AC");
  g_assert_cmpuint (match (lexicon, "New Avalon Hall", 4, &value), ==, 2);
  g_assert_cmpstr (value, ==, "AV");
  g_assert_cmpuint (match (lexicon, "New houses", 4, &value), ==, 1);
  g_assert_cmpstr (value, ==, "");
  g_assert_cmpuint (match (lexicon, "Old Avalon", 4, NULL), ==, 0);
  g_assert_cmpuint (match (lexicon, "New Avalon", 3, NULL), ==, 0);
  g_assert_cmpuint (match (lexicon, "U.A. talks", 4, NULL), ==, 1);
  g_assert_cmpuint (match (lexicon, "A comment", 4, NULL), ==, 0);
}

static void
test_case (void)
{
  g_autoptr (ReadoutLexicon) lexicon = readout_lexicon_new_from_string (
      "UX\nMarch\nforeign minister\nÉlan\n", 1);

  g_assert_cmpuint (match (lexicon, "UX", 1, NULL), ==, 1);
  g_assert_cmpuint (match (lexicon, "ux", 1, NULL), ==, 0);
  g_assert_cmpuint (match (lexicon, "Ux", 1, NULL), ==, 0);
  g_assert_cmpuint (match (lexicon, "March", 1, NULL), ==, 1);
  g_assert_cmpuint (match (lexicon, "MARCH", 1, NULL), ==, 1);
  g_assert_cmpuint (match (lexicon, "march", 1, NULL), ==, 0);
  g_assert_cmpuint (match (lexicon, "Foreign Minister", 1, NULL), ==, 2);
  g_assert_cmpuint (match (lexicon, "foreign minister", 1, NULL), ==, 2);
  g_assert_cmpuint (match (lexicon, "ÉLAN", 1, NULL), ==, 1);
  g_assert_cmpuint (match (lexicon, "élan", 1, NULL), ==, 0);
}

static void
test_classes (void)
{
  const ReadoutLexicon *lexicon = readout_lexicon_get_default ();
  static const struct
  {
    const char *text;
    guint32     classes;
    guint       length;
    const char *value;
  } cases[] = {
    { "China", READOUT_LEXICON_COUNTRY, 1, "CN" },
    { "Islamic Republic of Iran", READOUT_LEXICON_COUNTRY, 4, "IR" },
    { "Republic of Korea", READOUT_LEXICON_COUNTRY, 3, "KR" },
    { "United Arab Emirates", READOUT_LEXICON_COUNTRY, 3, "AE" },
    { "U.S. officials", READOUT_LEXICON_COUNTRY, 1, "US" },
    { "US officials", READOUT_LEXICON_COUNTRY, 1, "US" },
    { "us officials", READOUT_LEXICON_COUNTRY, 0, NULL },
    { "Chinese", READOUT_LEXICON_NATIONALITY, 1, "CN" },
    { "Buddhist", READOUT_LEXICON_NATIONALITY, 1, "" },
    { "Beijing", READOUT_LEXICON_CAPITAL, 1, "CN" },
    { "Geneva", READOUT_LEXICON_CITY, 1, "CH" },
    { "South China Sea", READOUT_LEXICON_REGION, 3, "" },
    { "Bavaria", READOUT_LEXICON_REGION, 1, "" },
    { "Overijssel", READOUT_LEXICON_SUBDIVISION, 1, "NL" },
    { "deputy foreign", READOUT_LEXICON_MODIFIER, 1, "" },
    { "prime minister", READOUT_LEXICON_OFFICE, 2, "" },
    { "Lt. Gen. Smith", READOUT_LEXICON_OFFICE, 4, "r" },
    { "His Royal Highness Prince", READOUT_LEXICON_HONORIFIC, 3, "m" },
    { "Mrs. Long", READOUT_LEXICON_HONORIFIC, 2, "f" },
    { "Xyzzy", READOUT_LEXICON_GIVEN_NAME, 0, NULL },
    { "Fatima", READOUT_LEXICON_GIVEN_NAME, 1, "f" },
    { "United Nations", READOUT_LEXICON_ORGANIZATION, 2, "" },
    { "Ministry of", READOUT_LEXICON_ORGANIZATION_HEAD, 1, "" },
    { "ministry of", READOUT_LEXICON_ORGANIZATION_HEAD, 0, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *value = NULL;

      g_assert_cmpuint (
          match (lexicon, cases[i].text, cases[i].classes, &value),
          ==,
          cases[i].length);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_one_word (void)
{
  const ReadoutLexicon *lexicon = readout_lexicon_get_default ();
  g_autoptr (ReadoutAnalysis) analysis = analyse ("Jordan minister Xyzzy");

  g_assert_cmphex (readout_lexicon_get_classes (
                       lexicon, readout_analysis_get_token (analysis, 0))
                       & (READOUT_LEXICON_COUNTRY | READOUT_LEXICON_GIVEN_NAME
                          | READOUT_LEXICON_OFFICE),
                   ==,
                   READOUT_LEXICON_COUNTRY | READOUT_LEXICON_GIVEN_NAME);
  g_assert_cmphex (readout_lexicon_get_classes (
                       lexicon, readout_analysis_get_token (analysis, 1))
                       & READOUT_LEXICON_OFFICE,
                   !=,
                   0);
  g_assert_cmphex (readout_lexicon_get_classes (
                       lexicon, readout_analysis_get_token (analysis, 2)),
                   ==,
                   0);
}

static void
test_country_names (void)
{
  const ReadoutLexicon    *lexicon = readout_lexicon_get_default ();
  static const char *const names[][2] = {
    { "US", "United States" },
    { "KR", "South Korea" },
    { "FR", "France" },
    { "IR", "Iran" },
    { "VN", "Vietnam" },
    { "LU", "Luxembourg" },
    { "QQ", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (readout_lexicon_get_country_name (lexicon, names[i][0]),
                     ==,
                     names[i][1]);
}

static gpointer
load (gpointer data)
{
  return (gpointer)readout_lexicon_get_default ();
}

/* All threads get the same lexicon. */
static void
test_threads (void)
{
  GThread *threads[8];

  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("lexicon", load, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (threads); i++)
    g_assert_true (g_thread_join (threads[i])
                   == readout_lexicon_get_default ());
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lexicon/threads", test_threads);
  g_test_add_func ("/lexicon/longest", test_longest);
  g_test_add_func ("/lexicon/case", test_case);
  g_test_add_func ("/lexicon/classes", test_classes);
  g_test_add_func ("/lexicon/one-word", test_one_word);
  g_test_add_func ("/lexicon/country-names", test_country_names);
  return g_test_run ();
}
