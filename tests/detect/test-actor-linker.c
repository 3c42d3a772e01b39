/* test-actor-linker.c: mentions to actors, rule by rule
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
  analysis->syntax = readout_syntax_new (analysis);
  readout_actor_linker_run (analysis);

  return analysis;
}

/* What the actor of the Nth occurrence of a mention's text is called, or "-";
 * fails if there is no such mention. */
static const char *
actor_of (ReadoutAnalysis *analysis, const char *mention, guint nth)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      ReadoutCandidateMention *m = readout_analysis_get_mention (analysis, i);
      g_autofree char         *slice
          = readout_analysis_slice (analysis, m->first, m->end);

      if (strcmp (slice, mention) != 0 || nth-- > 0)
        continue;
      return m->actor < 0
                 ? "-"
                 : readout_analysis_get_actor (analysis, m->actor)->name;
    }

  g_error ("no mention “%s”", mention);
}

static const ReadoutCandidateActor *
find_actor (ReadoutAnalysis *analysis, const char *name)
{
  for (guint i = 0; i < analysis->actors->len; i++)
    if (g_strcmp0 (readout_analysis_get_actor (analysis, i)->name, name) == 0)
      return readout_analysis_get_actor (analysis, i);

  g_error ("no actor “%s”", name);
}

static void
check_invariants (ReadoutAnalysis *analysis)
{
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      gint32 actor = readout_analysis_get_mention (analysis, i)->actor;

      g_assert_cmpint (actor, >=, -1);
      g_assert_cmpint (actor, <, (gint32)analysis->actors->len);
    }
  for (guint i = 0; i < analysis->actors->len; i++)
    {
      const ReadoutCandidateActor *actor
          = readout_analysis_get_actor (analysis, i);

      g_assert_nonnull (actor->name);
      g_assert_cmpstr (actor->name, !=, "");
      g_assert_true (strlen (actor->country) == 0
                     || strlen (actor->country) == 2);
      g_assert_cmpint (actor->confidence, >=, 0);
      g_assert_cmpint (actor->confidence, <=, 100);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  const char *mention;
  guint       nth; /* Which of the mentions of this text. */
  const char *actor;
} LinkCase;

static const LinkCase links[] = {
  /* Names. */
  { "surname",
    "Maria Lopesk came. Lopesk spoke.",
    "Lopesk",
    0,
    "Maria Lopesk" },
  { "surname-before",
    "Yesterday Lopesk spoke. Then Maria Lopesk left.",
    "Lopesk",
    0,
    "Maria Lopesk" },
  { "family-first",
    "Minister Li Zarnov came. Li spoke.",
    "Li",
    0,
    "Li Zarnov" },
  { "part-of-long",
    "Sheikh Omar bin Khalid Al Zarni left. Omar bin Khalid spoke.",
    "Omar bin Khalid",
    0,
    "Omar bin Khalid Al Zarni" },
  { "inner-name",
    "Minister Ali Bagran Tolle left. Minister Bagran spoke.",
    "Bagran",
    0,
    "Ali Bagran Tolle" },
  { "initial",
    "John Tolle left. Mr. J. Tolle spoke.",
    "J. Tolle",
    0,
    "John Tolle" },
  { "two-of-a-name",
    "Omar Tolle met his son Karim Tolle. Tolle spoke.",
    "Tolle",
    0,
    "Omar Tolle" },
  { "acronym-brackets",
    "The Zarnov Trade Union (ZTU) met. The ZTU said so.",
    "ZTU",
    1,
    "Zarnov Trade Union" },
  { "acronym-initials",
    "The Zarnov Trade Union met. The ZTU said so.",
    "ZTU",
    0,
    "Zarnov Trade Union" },

  /* Titles beside a name. */
  { "title-before",
    "President Jean Tolle left.",
    "President",
    0,
    "Jean Tolle" },
  { "titles-before",
    "Defense Minister Major General Omar Tolle left.",
    "Defense Minister",
    0,
    "Omar Tolle" },
  { "honorific-between",
    "Director Dr. Jean Tolle left.",
    "Director",
    0,
    "Jean Tolle" },
  { "apposition-after",
    "Jean Tolle, the foreign minister, left.",
    "foreign minister",
    0,
    "Jean Tolle" },
  { "possessor-after",
    "Jean Tolle, China's top diplomat, left.",
    "top diplomat",
    0,
    "Jean Tolle" },
  { "apposition-before",
    "The foreign minister, Jean Tolle, left.",
    "foreign minister",
    0,
    "Jean Tolle" },
  { "copula",
    "Jean Tolle was the prime minister.",
    "prime minister",
    0,
    "Jean Tolle" },
  { "list",
    "Present were Director Jean Tolle, Ambassador Karim Zarni and others.",
    "Ambassador",
    0,
    "Karim Zarni" },

  /* States. */
  { "state-acts", "China rejected the plan.", "China", 0, "China" },
  { "state-policy", "We know Jordan's firm position.", "Jordan", 0, "Jordan" },
  { "place-only", "He lives in Norway.", "Norway", 0, "-" },
  { "capital-acts", "Beijing rejected the plan.", "Beijing", 0, "China" },
  { "capital-place", "China said no. They met in Beijing.", "Beijing", 0, "-" },
  { "state-names",
    "The U.S. said no. The United States left.",
    "U.S.",
    0,
    "United States" },
  { "in-title",
    "France said no. The President of France left.",
    "France",
    1,
    "-" },

  /* Anaphors. */
  { "title-alone",
    "Foreign Minister Ann Tolle came. Karim Zarni left. The minister spoke.",
    "minister",
    0,
    "Ann Tolle" },
  { "title-nation",
    "French President Jean Tolle met Iranian President Ali Zarni. The "
    "French president spoke.",
    "French president",
    0,
    "Jean Tolle" },
  { "title-other-word",
    "Spokeswoman Ann Tolle came. Ambassador Omar Zarni met her. The envoy "
    "left.",
    "envoy",
    0,
    "Omar Zarni" },
  { "government",
    "French ministers met. The French government said no.",
    "The French government",
    0,
    "France" },
  { "country",
    "Norway said yes. The country agreed.",
    "The country",
    0,
    "Norway" },
  { "kingdom",
    "Jordan told Lebanon so. The Kingdom agreed.",
    "The Kingdom",
    0,
    "Jordan" },
  { "committee",
    "The Zarnov Trade Committee met. The Zarnov Bank left. The committee "
    "agreed.",
    "The committee",
    0,
    "Zarnov Trade Committee" },
  { "he-subject",
    "Jean Tolle met Karim Zarni. He said so.",
    "He",
    0,
    "Jean Tolle" },
  { "she-gender", "Mr. Tolle met Mrs. Zarni. She said so.", "She", 0, "Zarni" },
  { "he-own-sentence",
    "Omar Zarni left. Jean Tolle said he was late.",
    "he",
    0,
    "Jean Tolle" },
  { "he-quoted",
    "Omar Zarni left. “We met when he came,” Jean Tolle said.",
    "he",
    0,
    "Omar Zarni" },
  { "it", "Norway rejected it. It said the plan was bad.", "It", 0, "Norway" },
};

static void
test_link (gconstpointer data)
{
  const LinkCase *test_case = data;
  g_autoptr (ReadoutAnalysis) analysis = analyse (test_case->text);

  g_assert_cmpstr (actor_of (analysis, test_case->mention, test_case->nth),
                   ==,
                   test_case->actor);
  check_invariants (analysis);
}

typedef struct
{
  const char      *name;
  const char      *text;
  const char      *actor;
  ReadoutActorType type;
  const char      *role;
  const char      *affiliation;
  const char      *country;
  gboolean         used;
  gboolean         anonymous;
} ActorCase;

static const ActorCase actors[] = {
  { "nation-in-title",
    "French President Jean Tolle left.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "French President",
    "France",
    "FR",
    TRUE,
    FALSE },
  { "body-in-title",
    "Director of the Zarnov Institute of Art Jean Tolle left.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "Director of the Zarnov Institute of Art",
    "Zarnov Institute of Art",
    "",
    TRUE,
    FALSE },
  { "ambassador-to",
    "Norwegian Ambassador to Spain Jean Tolle left.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "Norwegian Ambassador to Spain",
    "Norway",
    "NO",
    TRUE,
    FALSE },
  { "possessor",
    "Spain's ambassador Jean Tolle left.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "ambassador",
    "Spain",
    "ES",
    TRUE,
    FALSE },
  { "fullest-role",
    "The minister, Jean Tolle, left. Foreign Minister Tolle spoke.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "Foreign Minister",
    NULL,
    "",
    TRUE,
    FALSE },
  { "known-body",
    "State Department spokesman John Tolle left.",
    "John Tolle",
    READOUT_ACTOR_PERSON,
    "State Department spokesman",
    "State Department",
    "US",
    TRUE,
    FALSE },
  { "home",
    "Norway agreed. Norway left. Minister Jean Tolle spoke.",
    "Jean Tolle",
    READOUT_ACTOR_PERSON,
    "Minister",
    NULL,
    "NO",
    TRUE,
    FALSE },
  { "state",
    "The U.S. said no. The United States left.",
    "United States",
    READOUT_ACTOR_GOVERNMENT,
    NULL,
    NULL,
    "US",
    TRUE,
    FALSE },
  { "idle-body",
    "We read about the Zarnov Trade Union today.",
    "Zarnov Trade Union",
    READOUT_ACTOR_ORGANIZATION,
    NULL,
    NULL,
    "",
    FALSE,
    FALSE },
  { "acting-body",
    "The Zarnov Trade Union said so.",
    "Zarnov Trade Union",
    READOUT_ACTOR_ORGANIZATION,
    NULL,
    NULL,
    "",
    TRUE,
    FALSE },
  { "anonymous",
    "A senior administration official said so.",
    "senior administration official",
    READOUT_ACTOR_PERSON,
    "senior administration official",
    NULL,
    "",
    TRUE,
    TRUE },
  { "group",
    "Iranian lawmakers said so.",
    "Iranian lawmakers",
    READOUT_ACTOR_GROUP,
    NULL,
    NULL,
    "IR",
    TRUE,
    FALSE },
};

static void
test_actor (gconstpointer data)
{
  const ActorCase *test_case = data;
  g_autoptr (ReadoutAnalysis) analysis = analyse (test_case->text);
  const ReadoutCandidateActor *actor = find_actor (analysis, test_case->actor);

  g_assert_cmpint (actor->type, ==, test_case->type);
  g_assert_cmpstr (actor->role, ==, test_case->role);
  g_assert_cmpstr (actor->affiliation, ==, test_case->affiliation);
  g_assert_cmpstr (actor->country, ==, test_case->country);
  g_assert_cmpint (actor->used, ==, test_case->used);
  g_assert_cmpint (actor->anonymous, ==, test_case->anonymous);
  check_invariants (analysis);
}

/* The name inside a bridge's is nobody who acts. */
static void
test_nested (void)
{
  g_autoptr (ReadoutAnalysis) analysis
      = analyse ("They crossed the King Edmund Bridge.");

  g_assert_cmpstr (actor_of (analysis, "Edmund", 0), ==, "-");
}

static void
test_properties (void)
{
  static const char *const parts[]
      = { "Minister ",   "of ",        "China ", "Ann Hill ",    "Hill ",
          "and ",        "the ",       "'s ",    "Zarnov Bank ", "(ZB) ",
          ", ",          ". ",         "said ",  "he ",          "Mr. ",
          "she ",        "President ", "\n",     "Beijing ",     "it ",
          "government ", "“",          "” ",     "U.S. ",        "they ",
          "who is ",     "officials ", "The ",   "side ",        "country ",
          "French " };
  GRand *rand = g_rand_new_with_seed (23);

  for (guint n = 0; n < 3000; n++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (ReadoutAnalysis) analysis = NULL;
      guint length = g_rand_int_range (rand, 0, 40);

      for (guint i = 0; i < length; i++)
        g_string_append (
            text, parts[g_rand_int_range (rand, 0, G_N_ELEMENTS (parts))]);
      analysis = analyse (text->str);
      check_invariants (analysis);
    }

  g_rand_free (rand);
}

static void
test_linear (void)
{
  static const char *const units[]
      = { "Mr ",      "President Ann Hill, ", "Ann Hill said. ",
          "U.S. ",    "the Jordanian side ",  "He said so. ",
          "China's ", "Ann Hill, who " };

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
  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      g_autofree char *path
          = g_strconcat ("/actor-linker/link/", links[i].name, NULL);

      g_test_add_data_func (path, &links[i], test_link);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (actors); i++)
    {
      g_autofree char *path
          = g_strconcat ("/actor-linker/actor/", actors[i].name, NULL);

      g_test_add_data_func (path, &actors[i], test_actor);
    }
  g_test_add_func ("/actor-linker/nested", test_nested);
  g_test_add_func ("/actor-linker/properties", test_properties);
  g_test_add_func ("/actor-linker/linear", test_linear);
  return g_test_run ();
}
