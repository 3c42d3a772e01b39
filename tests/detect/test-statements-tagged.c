/* test-statements-tagged.c: statements of rules and attribution tagger together
 *
 * No model is needed: what the tagger found is made up, as spans of the text.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "detect/steps.h"
#include "detect/statements/cues.h"
#include "detect/statements/drafts.h"
#include "detect/statements/tagged.h"
#include "tagger/attribution/linker.h"

#include <string.h>

/* One statement as the tagger gives it; NULL for no source. */
typedef struct
{
  const char *source;
  const char *cue;
  const char *content;
  double      probability;
} Tagged;

/* The drafts are written as "source | cue | content", stretches of content
 * parted by " + ". */
typedef struct
{
  const char *text;
  Tagged      tagged;
  const char *expected[3];
} Case;

static void
find_tokens (const ReadoutAnalysis *analysis,
             const char            *utf8,
             const char            *words,
             ReadoutSegment        *segment)
{
  const char *at = strstr (utf8, words);
  guint32     byte = at - utf8;

  g_assert_nonnull (at);
  segment->first = G_MAXUINT32;
  for (guint32 i = 0; i < analysis->tokens->len; i++)
    {
      const ReadoutToken *token = readout_analysis_get_token (analysis, i);

      if (token->byte < byte || token->byte >= byte + strlen (words))
        continue;
      segment->first = MIN (segment->first, i);
      segment->end = i + 1;
    }
}

static int
compare_segments (gconstpointer a, gconstpointer b)
{
  return (int)((const ReadoutSegment *)a)->first
         - (int)((const ReadoutSegment *)b)->first;
}

static gint32
find_role (const GArray *segments, ReadoutRole role)
{
  for (guint i = 0; i < segments->len; i++)
    if (g_array_index (segments, ReadoutSegment, i).role == role)
      return i;
  return -1;
}

static GArray *
make_segments (const ReadoutAnalysis *analysis, const Case *test)
{
  const char *const words[]
      = { test->tagged.source, test->tagged.cue, test->tagged.content };
  GArray *segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));

  for (guint role = 0; role < READOUT_N_ROLES; role++)
    {
      ReadoutSegment segment
          = { 0, 0, role, -1, (float)test->tagged.probability };

      if (words[role] == NULL)
        continue;
      find_tokens (analysis, test->text, words[role], &segment);
      g_array_append_val (segments, segment);
    }
  g_array_sort (segments, compare_segments);
  for (guint i = 0; i < segments->len; i++)
    {
      ReadoutSegment *segment = &g_array_index (segments, ReadoutSegment, i);

      if (segment->role == READOUT_ROLE_CUE)
        segment->link = find_role (segments, READOUT_ROLE_SOURCE);
      else if (segment->role == READOUT_ROLE_CONTENT)
        segment->link = find_role (segments, READOUT_ROLE_CUE);
    }

  return segments;
}

static char *
describe (const ReadoutAnalysis *analysis, const ReadoutDraft *draft)
{
  g_autofree char *source = readout_analysis_slice (
      analysis, draft->source.first, draft->source.end);
  g_autofree char *cue
      = readout_analysis_slice (analysis, draft->cue.first, draft->cue.end);
  g_autoptr (GString) found = g_string_new (NULL);

  g_string_append_printf (found, "%s | %s | ", source, cue);
  for (guint i = 0; i < draft->n_content; i++)
    {
      g_autofree char *content = readout_analysis_slice (
          analysis, draft->content[i].first, draft->content[i].end);

      g_string_append_printf (found, "%s%s", i > 0 ? " + " : "", content);
    }

  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
check_case (const Case *test)
{
  g_autoptr (ReadoutText) text = readout_text_new (test->text, -1);
  g_autoptr (ReadoutAnalysis) analysis
      = readout_analysis_new (NULL, text, "2023-09-18", "en", NULL);
  const ReadoutSyntax *syntax;
  g_autoptr (GArray) drafts = readout_drafts_new ();
  g_autoptr (GArray) segments = NULL;
  const ReadoutDetectorStep *steps;
  guint                      n_steps;

  steps = readout_detector_get_steps (&n_steps);
  for (guint i = 0; i < n_steps && strcmp (steps[i].name, "statements") != 0;
       i++)
    steps[i].run (analysis);

  syntax = analysis->syntax;
  for (guint i = 0; i < syntax->n_sentences; i++)
    readout_statement_cues_find (syntax, i, drafts);
  segments = make_segments (analysis, test);
  readout_statement_tagged_join (syntax, segments, drafts);

  for (guint i = 0; i < MAX (drafts->len, 1); i++)
    {
      g_autofree char *found
          = i < drafts->len
                ? describe (analysis, &g_array_index (drafts, ReadoutDraft, i))
                : NULL;

      g_assert_cmpuint (i, <, G_N_ELEMENTS (test->expected));
      g_assert_cmpstr (found, ==, test->expected[i]);
    }
  g_assert_cmpuint (drafts->len, <, G_N_ELEMENTS (test->expected));
  g_assert_null (test->expected[drafts->len]);
}

static void
check (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_test_message ("%s", cases[i].text);
      check_case (&cases[i]);
    }
}

static void
test_added (void)
{
  static const Case cases[] = {
    /* Without auxiliary, adverb and "that". */
    { "The old harbor crew, tired, have often said that the pier is unsafe.",
      { "The old harbor crew",
        "have often said",
        "that the pier is unsafe",
        0.9 },
      { "The old harbor crew | said | the pier is unsafe" } },
    /* A cue that is in no list, before a quotation. */
    { "Ada Berg thundered: “The pier is unsafe.”",
      { "Ada Berg", "thundered:", "“The pier is unsafe.”", 0.9 },
      { "Ada Berg | thundered | “The pier is unsafe.”" } },
    { "Polls suggest that Foreign Minister Ada Berg leads.",
      { "Polls", "suggest", "that Foreign Minister Ada Berg leads", 0.9 },
      { "Polls | suggest | Foreign Minister Ada Berg leads" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_refused (void)
{
  static const Case cases[] = {
    /* No source, a passive, a denial, a doubt, an outcome, no clause. */
    { "The pier is thought to be unsafe.",
      { NULL, "is thought", "to be unsafe", 0.9 },
      { NULL } },
    { "Ole Dahl was accused of neglecting the pier.",
      { "Ole Dahl", "was accused", "of neglecting the pier", 0.9 },
      { NULL } },
    { "Ole Dahl has not said that the pier is unsafe.",
      { "Ole Dahl", "has not said", "that the pier is unsafe", 0.9 },
      { NULL } },
    { "Ada Berg thundered: “The pier is unsafe.”",
      { "Ada Berg", "thundered:", "“The pier is unsafe.”", 0.4 },
      { NULL } },
    { "Ole Dahl agreed to mend the pier.",
      { "Ole Dahl", "agreed", "to mend the pier", 0.9 },
      { NULL } },
    { "Ole Dahl painted the pier.",
      { "Ole Dahl", "painted", "the pier", 0.9 },
      { NULL } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
test_mended (void)
{
  static const Case cases[] = {
    /* The rule's spans stay, also where the tagger's are shorter. */
    { "Foreign Minister Ada Berg said the pier, built in 1911, was unsafe.",
      { "Ada Berg", "said", "the pier", 0.9 },
      { "Foreign Minister Ada Berg | said | the pier, built in 1911, was "
        "unsafe" } },
    /* What follows the quotation is no content where the tagger is sure. */
    { "Ada Berg said “the pier is an utter disgrace” when asked about it.",
      { "Ada Berg", "said", "“the pier is an utter disgrace”", 0.9 },
      { "Ada Berg | said | “the pier is an utter disgrace”" } },
    { "Ada Berg said “the pier is an utter disgrace” when asked about it.",
      { "Ada Berg", "said", "“the pier is an utter disgrace”", 0.4 },
      { "Ada Berg | said | “the pier is an utter disgrace” when asked about "
        "it" } },
  };

  check (cases, G_N_ELEMENTS (cases));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/statements-tagged/added", test_added);
  g_test_add_func ("/statements-tagged/refused", test_refused);
  g_test_add_func ("/statements-tagged/mended", test_mended);
  return g_test_run ();
}
