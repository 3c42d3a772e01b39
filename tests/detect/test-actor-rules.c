/* test-actor-rules.c: countries, roles, holders of titles, states; made-up
 * sentences for each rule
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/actors/linker.h"
#include "detect/article/syntax.h"
#include "detect/mentions/finder.h"
#include "language/dates.h"

#include <string.h>

static ReadoutAnalysis *
analyse (const char *utf8, const char *source, const char *url)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  ReadoutAnalysis *analysis
      = readout_analysis_new (NULL, text, "2024-05-15", NULL, NULL);

  readout_analysis_set_origin (analysis, source, url);
  g_assert_true (readout_analysis_prepare (analysis));
  g_array_unref (analysis->dates);
  analysis->dates = readout_dates_find (
      analysis->tokens, analysis->sentences, analysis->published, NULL);
  readout_mention_finder_run (analysis);
  analysis->syntax = readout_syntax_new (analysis);
  readout_actor_linker_run (analysis);

  return analysis;
}

static const ReadoutCandidateActor *
find_actor (ReadoutAnalysis *analysis, const char *name)
{
  for (guint i = 0; i < analysis->actors->len; i++)
    if (g_strcmp0 (readout_analysis_get_actor (analysis, i)->name, name) == 0)
      return readout_analysis_get_actor (analysis, i);

  return NULL;
}

/* What the actor of the Nth occurrence of a mention's text is called, or "-"
 * where there is none. */
static const char *
actor_of (ReadoutAnalysis *analysis, const char *mention, guint nth)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      ReadoutCandidateMention *m = readout_analysis_get_mention (analysis, i);
      g_autofree char         *slice
          = readout_analysis_slice (analysis, m->first, m->end);

      if (strcmp (slice, mention) == 0 && nth-- == 0 && m->actor >= 0)
        return readout_analysis_get_actor (analysis, m->actor)->name;
    }

  return "-";
}

static void
test_countries (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    const char *country;
    const char *role; /* NULL: whatever it is */
  } rows[] = {
    /* In a title, its possessor, or the owner of "its". */
    { "Kenyan President Amina Okello spoke.",
      "Amina Okello",
      "KE",
      "Kenyan President" },
    { "Kenya's President Amina Okello spoke.",
      "Amina Okello",
      "KE",
      "President" },
    { "Chile was led by its commissioner Luis Mora at the talks in Oslo.",
      "Luis Mora",
      "CL",
      "commissioner" },
    { "Norwegian minister Kari Berg met her Finnish counterpart, Pekka Salo.",
      "Pekka Salo",
      "FI",
      "Finnish counterpart" },
    { "The Chilean ambassador to Norway, Luis Mora, spoke.",
      "Luis Mora",
      "CL",
      "Chilean ambassador to Norway" },
    { "Head of Norway's Ports Authority Kari Berg left Chile.",
      "Kari Berg",
      "NO",
      "Head of Norway's Ports Authority" },
    { "US Chargé d’Affaires Nora Pell left Oslo.",
      "Nora Pell",
      "US",
      "US Chargé d’Affaires" },
    /* Beside a name. */
    { "Norway waits. Chile's Luis Mora spoke.", "Luis Mora", "CL", NULL },
    { "Norway waits. Italy-based analyst Marco Riva spoke.",
      "Marco Riva",
      "IT",
      "analyst" },
    { "Norway waits. Ann Hill (Kenya) won.", "Ann Hill", "KE", NULL },
    { "Oslo waits. The leaders of Kenya, Ann Hill, and of Chile, Luis Mora, "
      "signed.",
      "Luis Mora",
      "CL",
      NULL },
    /* Offices come before ranks, and before what only describes. */
    { "Port Authority Director Maj. Gen. Kari Berg spoke.",
      "Kari Berg",
      "",
      "Port Authority Director" },
    /* Shared titles. */
    { "He met the Finnish and Danish counterparts Pekka Salo and Mette Holm.",
      "Mette Holm",
      "DK",
      "Danish counterpart" },
    { "He met the Finnish and Danish counterparts Pekka Salo and Mette Holm.",
      "Pekka Salo",
      "FI",
      "Finnish counterpart" },
    { "French ministers Luc Roy and Jean Petit left Norway.",
      "Jean Petit",
      "FR",
      "French minister" },
    /* International bodies are of no country. */
    { "The United Nations spokesman Ole Dahl said so in Norway.",
      "Ole Dahl",
      "",
      NULL },
    { "Norway said so. The United Nations said so.",
      "United Nations",
      "",
      NULL },
    /* The home, by countries, towns, bodies and the dateline. */
    { "Norway votes. Ann Hill said so.", "Ann Hill", "NO", NULL },
    { "BANGALORE — Prices rose, trader Ann Hill said.",
      "Ann Hill",
      "IN",
      NULL },
    /* One president for each state. */
    { "Norway and Chile agreed. Norwegian President Kari Berg met President "
      "Luis Mora.",
      "Luis Mora",
      "CL",
      "President" },
    { "Norway and Chile agreed. Norwegian President Kari Berg met Defence "
      "Minister Ola Moe.",
      "Ola Moe",
      "NO",
      "Defence Minister" },
    /* Unless they had it one after another. */
    { "Norway chose. Chile waits. Norwegian President Kari Berg follows "
      "President Ola Moe and President Jon Dahl.",
      "Jon Dahl",
      "NO",
      "President" },
    /* What a verb parts does not belong together. */
    { "Norway waits. Reports from Chile accuse Minister Kari Berg.",
      "Kari Berg",
      "NO",
      "Minister" },
    /* Those who serve abroad are not of the home. */
    { "Norway agreed. Norway and Kenya signed. Kenya sent Ambassador Ann Hill.",
      "Ann Hill",
      "KE",
      "Ambassador" },
    /* Members of a delegation. */
    { "Norway was ready. The Kenyan delegation included Ann Hill.",
      "Ann Hill",
      "KE",
      NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (rows[i].text, NULL, NULL);
      const ReadoutCandidateActor *actor = find_actor (analysis, rows[i].name);

      g_test_message ("%s", rows[i].text);
      g_assert_nonnull (actor);
      g_assert_cmpstr (actor->country, ==, rows[i].country);
      if (rows[i].role != NULL)
        g_assert_cmpstr (actor->role, ==, rows[i].role);
    }
}

/* A guess costs confidence. */
static void
test_guess (void)
{
  g_autoptr (ReadoutAnalysis) said
      = analyse ("Norwegian minister Kari Berg spoke.", NULL, NULL);
  g_autoptr (ReadoutAnalysis) guessed
      = analyse ("Norway waits. Minister Kari Berg spoke.", NULL, NULL);

  g_assert_cmpstr (find_actor (guessed, "Kari Berg")->country, ==, "NO");
  g_assert_cmpint (find_actor (guessed, "Kari Berg")->confidence,
                   <,
                   find_actor (said, "Kari Berg")->confidence);
}

static void
test_origin (void)
{
  static const struct
  {
    const char *source;
    const char *url;
    const char *country;
  } rows[] = {
    { "The Kenya Herald", NULL, "KE" },
    { "Nairobi Evening Post", NULL, "KE" },
    { "Deutsche Welle", NULL, "DE" },
    { NULL, "https://www.example.co.ke/2024/05/a.html", "KE" },
    { NULL, "https://news.example.uk/a", "GB" },
    /* These are sold to all the world. */
    { NULL, "https://example.tv/a", "NO" },
    { "Evening Post", "https://example.com/a", "NO" },
    { "Evening Post", "not an address", "NO" },
    { "", "", "NO" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (
          "Ann Hill said that Norway waits.", rows[i].source, rows[i].url);

      g_assert_cmpstr (
          find_actor (analysis, "Ann Hill")->country, ==, rows[i].country);
    }
}

static void
test_links (void)
{
  static const struct
  {
    const char *text;
    const char *mention;
    guint       nth;
    const char *actor;
  } rows[] = {
    /* Nation, portfolio and rank tell holders of one title apart. */
    { "Norwegian Foreign Minister Kari Berg and Chilean Foreign Minister Luis "
      "Mora met. The Norwegian minister spoke.",
      "Norwegian minister",
      0,
      "Kari Berg" },
    { "Foreign Minister Kari Berg and Trade Minister Ola Moe met. The foreign "
      "minister spoke.",
      "foreign minister",
      0,
      "Kari Berg" },
    { "Chief Executive Kari Berg met Deputy Mayor Ola Moe. The deputy mayor "
      "spoke.",
      "deputy mayor",
      0,
      "Ola Moe" },
    /* A nation and no title yet. */
    { "Norway's Kari Berg was late. Chile waited. The Norwegian leader spoke.",
      "Norwegian leader",
      0,
      "Kari Berg" },
    /* Who is new. */
    { "Senior Norwegian official Kari Berg spoke. A senior Norwegian official "
      "disagreed.",
      "senior Norwegian official",
      0,
      "senior Norwegian official" },
    /* Titles behind titles and pronouns. */
    { "President Kari Berg spoke. The president, who is also the head of the "
      "Peace Council, left.",
      "head of the Peace Council",
      0,
      "Kari Berg" },
    { "President Kari Berg spoke. She is the chairwoman of the Peace Council.",
      "chairwoman of the Peace Council",
      0,
      "Kari Berg" },
    { "Kari Berg, a seasoned diplomat, spoke.",
      "seasoned diplomat",
      0,
      "Kari Berg" },
    /* No apposition but a clause of its own. */
    { "King Olav Moe spoke. In a room shown by Kari Berg, the king said so.",
      "king",
      0,
      "Olav Moe" },
    /* Bodies with the same head and words. */
    { "The Ministry of Fisheries spoke. The Fisheries Ministry denied it.",
      "Fisheries Ministry",
      0,
      "Ministry of Fisheries" },
    /* A delegation by all its names, a team taken up again. */
    { "A delegation from Kenya left Oslo. The Kenyan representatives agreed.",
      "Kenyan representatives",
      0,
      "delegation from Kenya" },
    { "The mayor received a team of researchers. The team found it.",
      "The team",
      0,
      "team of researchers" },
    /* Introduced further on. */
    { "Norwegian minister to quit. Oslo said that Norwegian Minister Kari Berg "
      "would leave.",
      "Norwegian minister",
      0,
      "Kari Berg" },
    /* Another name of a body. */
    { "The Coastal News Agency, Zenta, reported it. Zenta denied it.",
      "Zenta",
      1,
      "Coastal News Agency" },
    /* Kin and victims are nobody who has a title. */
    { "Minister Kari Berg and her husband, Ola Moe, left.",
      "her husband",
      0,
      "Ola Moe" },
    { "Minister Kari Berg left. The victim was found.", "The victim", 0, "-" },
    { "Minister Kari Berg left. The official was tired.",
      "The official",
      0,
      "Kari Berg" },
    /* Of a party that is known by its letters, and of a dead man. */
    { "The DLX said so. The party denied it.", "The party", 0, "DLX" },
    { "The Peace Council said so. The body was found.", "The body", 0, "-" },
    /* Spellings of the Arabic article. */
    { "Karim El-Hadidi spoke. Karim Al Hadidi left.",
      "Karim Al Hadidi",
      0,
      "Karim El-Hadidi" },
    /* Accents. */
    { "Luis Cortés spoke. Luis Cortes left.", "Luis Cortes", 0, "Luis Cortés" },
    /* A king goes by his first name, others do not. */
    { "Olav Berg met King Olav in Oslo.", "Olav", 0, "Olav" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (rows[i].text, NULL, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (
          actor_of (analysis, rows[i].mention, rows[i].nth), ==, rows[i].actor);
    }
}

static void
test_states (void)
{
  static const struct
  {
    const char *text;
    const char *mention;
    guint       nth;
    const char *actor;
  } rows[] = {
    { "Norway wants peace.", "Norway", 0, "Norway" },
    { "He read of the plans of Norway.", "Norway", 0, "Norway" },
    { "Talks between Norway and Chile failed.", "Chile", 0, "Chile" },
    { "The Norway-Chile partnership grows.", "Chile", 0, "Chile" },
    { "He will visit Norway.", "Norway", 0, "Norway" },
    { "Norway and Chile said so.", "Norway", 0, "Norway" },
    { "It was signed by Norway and Chile.", "Chile", 0, "Chile" },
    { "He lives in Norway.", "Norway", 0, "-" },
    /* Acting elsewhere does not make an actor of the place. */
    { "Norway wants peace. He was in Norway.", "Norway", 1, "-" },
    { "Norway wants peace. It is held in Chile and Norway.", "Norway", 1, "-" },
    { "Norway wants peace. He was seen at Oslo, Norway.", "Norway", 1, "-" },
    { "Norway wants peace. It lies in the north of Norway.", "Norway", 1, "-" },
    /* A capital that acts is the government, also where it is dealt with. */
    { "Oslo rejected it. He spoke of a letter from Oslo.",
      "Oslo",
      1,
      "Norway" },
    { "Oslo rejected it. He left for Oslo.", "Oslo", 1, "-" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (rows[i].text, NULL, NULL);

      g_test_message ("%s", rows[i].text);
      g_assert_cmpstr (
          actor_of (analysis, rows[i].mention, rows[i].nth), ==, rows[i].actor);
    }
}

/* Bodies act, alone or joined to one that does; one that only stands in titles
 * does not. */
static void
test_used (void)
{
  static const struct
  {
    const char *text;
    const char *name;
    gboolean    used;
  } rows[] = {
    { "The Peace Council said so.", "Peace Council", TRUE },
    { "The Peace Council and the Fishery Board said so.",
      "Peace Council",
      TRUE },
    { "It was approved by the Peace Council and the Fishery Board.",
      "Fishery Board",
      TRUE },
    { "Peace Council chairman Ola Moe met Peace Council member Kari Berg.",
      "Peace Council",
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (ReadoutAnalysis) analysis = analyse (rows[i].text, NULL, NULL);
      const ReadoutCandidateActor *actor = find_actor (analysis, rows[i].name);

      g_test_message ("%s", rows[i].text);
      g_assert_nonnull (actor);
      g_assert_cmpint (actor->used, ==, rows[i].used);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/actors/countries", test_countries);
  g_test_add_func ("/actors/guess", test_guess);
  g_test_add_func ("/actors/origin", test_origin);
  g_test_add_func ("/actors/links", test_links);
  g_test_add_func ("/actors/states", test_states);
  g_test_add_func ("/actors/used", test_used);

  return g_test_run ();
}
