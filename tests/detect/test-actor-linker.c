/* test-actor-linker.c: what holds for the actors of any text
 *
 * The rules are tried by tests/detect/tables/actors.
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

/* A guess costs confidence. */
static void
test_guess (void)
{
  g_autoptr (ReadoutAnalysis) said
      = analyse ("Norwegian minister Kari Berg spoke.");
  g_autoptr (ReadoutAnalysis) guessed
      = analyse ("Norway waits. Minister Kari Berg spoke.");

  g_assert_cmpstr (find_actor (guessed, "Kari Berg")->country, ==, "NO");
  g_assert_cmpint (find_actor (guessed, "Kari Berg")->confidence,
                   <,
                   find_actor (said, "Kari Berg")->confidence);
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
  g_test_add_func ("/actor-linker/guess", test_guess);
  g_test_add_func ("/actor-linker/properties", test_properties);
  g_test_add_func ("/actor-linker/linear", test_linear);
  return g_test_run ();
}
