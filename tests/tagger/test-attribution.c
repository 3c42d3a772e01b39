/* test-attribution.c: the parts of the attribution tagger that need no model
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib.h>
#include <string.h>

#include "language/reading.h"
#include "tagger/attribution/kinds.h"
#include "tagger/attribution/rules.h"

typedef struct
{
  ReadoutReading             *reading;
  ReadoutVocabulary          *vocabulary;
  GArray                     *segments;
  ReadoutAttributionFeatures *features;
} Article;

static Article *
article_new (const char *utf8)
{
  g_autoptr (ReadoutText) text = readout_text_new (utf8, -1);
  Article *self = g_new0 (Article, 1);

  self->reading = readout_reading_new (text);
  self->vocabulary = readout_vocabulary_new (
      self->reading->text, self->reading->tokens, NULL, NULL);
  self->segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));
  self->features = readout_attribution_features_new (self->vocabulary,
                                                     self->reading->tokens,
                                                     self->reading->sentences,
                                                     self->reading->paragraphs,
                                                     self->reading->quotations,
                                                     NULL,
                                                     NULL);

  return self;
}

static void
article_free (Article *self)
{
  readout_attribution_features_free (self->features);
  readout_vocabulary_free (self->vocabulary);
  readout_reading_free (self->reading);
  g_array_unref (self->segments);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Article, article_free)

static guint
token_at_byte (const Article *self, gsize byte)
{
  guint t = 0;

  while (t + 1 < self->reading->tokens->len
         && g_array_index (self->reading->tokens, ReadoutToken, t + 1).byte
                <= byte)
    t++;

  return t;
}

/* Adds the first occurrence of some words as a segment. */
static guint
add (Article *self, ReadoutRole role, const char *words, gint32 link)
{
  const char    *utf8 = readout_text_get_utf8 (self->reading->text);
  const char    *found = strstr (utf8, words);
  ReadoutSegment segment = { .role = role, .link = link };

  g_assert_nonnull (found);
  segment.first = token_at_byte (self, found - utf8);
  segment.end = token_at_byte (self, found - utf8 + strlen (words) - 1) + 1;
  g_array_append_val (self->segments, segment);

  return self->segments->len - 1;
}

/* The words of a segment as they stand in the text. */
static char *
words_of (const Article *self, gint32 segment)
{
  const ReadoutSegment *s;
  const ReadoutToken   *first;
  const ReadoutToken   *last;

  if (segment < 0)
    return g_strdup ("-");
  s = &g_array_index (self->segments, ReadoutSegment, segment);
  first = &g_array_index (self->reading->tokens, ReadoutToken, s->first);
  last = &g_array_index (self->reading->tokens, ReadoutToken, s->end - 1);

  return g_strndup (readout_text_get_utf8 (self->reading->text) + first->byte,
                    last->byte + last->n_bytes - first->byte);
}

/* "source > cue > content" of each content, one a line. */
static char *
describe (const Article *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < self->segments->len; i++)
    {
      const ReadoutSegment *content
          = &g_array_index (self->segments, ReadoutSegment, i);
      gint32           cue = content->link;
      g_autofree char *said = NULL;
      g_autofree char *says = NULL;
      g_autofree char *who = NULL;

      if (content->role != READOUT_ROLE_CONTENT)
        continue;
      said = words_of (self, i);
      says = words_of (self, cue);
      who = words_of (
          self,
          cue >= 0 ? g_array_index (self->segments, ReadoutSegment, cue).link
                   : -1);
      g_string_append_printf (
          out, "%s%s > %s > %s", out->len > 0 ? "\n" : "", who, says, said);
    }

  return g_string_free (out, FALSE);
}

static void
run_rules (Article *self)
{
  ReadoutScene scene = { self->reading->tokens,
                         self->reading->sentences,
                         self->reading->paragraphs,
                         self->reading->quotations,
                         self->segments,
                         self->features };

  readout_attribution_rules_mend (&scene);
  readout_attribution_rules_link (&scene);
}

static void
assert_rules (Article *self, const char *expected)
{
  g_autofree char *found = NULL;

  run_rules (self);
  found = describe (self);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_participle (void)
{
  g_autoptr (Article) self
      = article_new ("Mara Quill said the bridge was safe, adding that the "
                     "ferry would go on.");
  guint source = add (self, READOUT_ROLE_SOURCE, "Mara Quill", -1);
  guint cue = add (self, READOUT_ROLE_CUE, "said", source);

  add (self, READOUT_ROLE_CONTENT, "the bridge was safe", cue);
  cue = add (self, READOUT_ROLE_CUE, "adding", -1);
  add (self, READOUT_ROLE_CONTENT, "that the ferry would go on", cue);
  assert_rules (self,
                "Mara Quill > said > the bridge was safe\n"
                "Mara Quill > adding > that the ferry would go on");
}

static void
test_subject (void)
{
  static const char *const texts[] = {
    "The two owners, fearing a storm, closed the pier.",
    "After the flood, the two owners, fearing a storm, closed the pier."
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (Article) self = article_new (texts[i]);
      guint            cue = add (self, READOUT_ROLE_CUE, "fearing", -1);
      const char      *owners = strstr (texts[i], "he two owners") - 1;
      g_autofree char *expected
          = g_strdup_printf ("%.14s > fearing > a storm", owners);

      add (self, READOUT_ROLE_CONTENT, "a storm", cue);
      assert_rules (self, expected);
    }
}

static void
test_cut (void)
{
  g_autoptr (Article) self = article_new (
      "“The harbour will open again on the first of May,” Mara Quill said.");
  guint source;
  guint cue;

  add (self, READOUT_ROLE_CONTENT, "will open again on the first of May", 2);
  source = add (self, READOUT_ROLE_SOURCE, "Mara Quill", -1);
  cue = add (self, READOUT_ROLE_CUE, "said", source);
  g_assert_cmpuint (cue, ==, 2);
  assert_rules (self,
                "Mara Quill > said > “The harbour will open again on the "
                "first of May,”");
}

static void
test_next_quotation (void)
{
  g_autoptr (Article) self = article_new (
      "“We are ready,” said Mara Quill. “The boats are in the water and the "
      "crews are on board.”\n\n“Nobody will have to wait until the spring "
      "comes.”");
  guint source;

  add (self, READOUT_ROLE_CONTENT, "“We are ready,”", 1);
  add (self, READOUT_ROLE_CUE, "said", 2);
  source = add (self, READOUT_ROLE_SOURCE, "Mara Quill", -1);
  g_assert_cmpuint (source, ==, 2);
  assert_rules (self,
                "Mara Quill > said > “We are ready,”\n"
                "Mara Quill > said > “The boats are in the water and the crews "
                "are on board.”\n"
                "Mara Quill > said > “Nobody will have to wait until the "
                "spring comes.”");
}

static void
test_speaker_before_colon (void)
{
  g_autoptr (Article) self
      = article_new ("Mara Quill: The boats are in the water again.");

  assert_rules (self, "Mara Quill > : > The boats are in the water again");
}

static void
test_words_before_colon (void)
{
  g_autoptr (Article) self
      = article_new ("Three things are new: The boats, the crews, the pier.");

  assert_rules (self, "");
}

/* What "according to" is tied to where the tagger found nothing.  Nothing is
 * linked here: that is the linker's part. */
static void
assert_according (const char *text, const char *source, const char *contents)
{
  g_autoptr (Article) self = article_new (text);
  g_autoptr (GString) found = g_string_new (NULL);
  ReadoutScene scene = { self->reading->tokens,
                         self->reading->sentences,
                         self->reading->paragraphs,
                         self->reading->quotations,
                         self->segments,
                         self->features };

  readout_attribution_rules_mend (&scene);
  for (guint i = 0; i < self->segments->len; i++)
    {
      g_autofree char *words = words_of (self, i);
      ReadoutRole role = g_array_index (self->segments, ReadoutSegment, i).role;

      if (role == READOUT_ROLE_SOURCE)
        g_assert_cmpstr (words, ==, source);
      else if (role == READOUT_ROLE_CONTENT)
        g_string_append_printf (
            found, "%s%s", found->len > 0 ? " | " : "", words);
    }
  g_assert_cmpstr (found->str, ==, contents);
}

static void
test_according (void)
{
  assert_according ("The pier was sold in 1990, according to town records.",
                    "town records",
                    "The pier was sold in 1990");
  assert_according ("According to the Harbour Board, the pier is sinking.",
                    "the Harbour Board",
                    "the pier is sinking");
  assert_according ("The pier, according to its owner, is quite safe.",
                    "its owner",
                    "The pier | is quite safe");
  assert_according ("The owner sold the pier; it is safe, according to Quill.",
                    "Quill",
                    "it is safe");
  assert_according ("“The pier is quite safe,” according to Mara Quill.",
                    "Mara Quill",
                    "“The pier is quite safe,”");
  assert_according ("They went on, each according to his means.", NULL, "");
}

/* Of two who compete for a sentence "according to" is the outer one. */
static void
test_according_outside (void)
{
  g_autoptr (Article) self = article_new (
      "“The pier is quite safe,” Mara Quill said, according to the minutes.");

  add (self, READOUT_ROLE_CONTENT, "“The pier is quite safe,”", -1);
  add (self, READOUT_ROLE_SOURCE, "Mara Quill", -1);
  add (self, READOUT_ROLE_CUE, "said", -1);
  {
    ReadoutScene     scene = { self->reading->tokens,
                               self->reading->sentences,
                               self->reading->paragraphs,
                               self->reading->quotations,
                               self->segments,
                               self->features };
    g_autofree char *content = NULL;
    g_autofree char *source = NULL;

    readout_attribution_rules_mend (&scene);
    g_assert_cmpuint (self->segments->len, ==, 3);
    content = words_of (self, 0);
    source = words_of (self, 2);
    g_assert_cmpstr (content, ==, "“The pier is quite safe,” Mara Quill said");
    g_assert_cmpstr (source, ==, "the minutes");
  }
}

static void
test_labels (void)
{
  const guint8 labels[]
      = { 0,
          readout_bioes_label (READOUT_ROLE_SOURCE, READOUT_BIOES_BEGIN),
          readout_bioes_label (READOUT_ROLE_SOURCE, READOUT_BIOES_END),
          readout_bioes_label (READOUT_ROLE_CUE, READOUT_BIOES_SINGLE),
          readout_bioes_label (READOUT_ROLE_CONTENT, READOUT_BIOES_BEGIN) };
  const float probabilities[] = { 1, 0.9f, 0.5f, 0.7f, 0.6f };
  g_autoptr (GArray) segments = readout_segments_new_from_labels (
      labels, probabilities, G_N_ELEMENTS (labels));
  const ReadoutSegment *all = (gconstpointer)segments->data;

  /* The last one is cut off at the end of the text. */
  g_assert_cmpuint (segments->len, ==, 3);
  g_assert_cmpuint (all[0].first, ==, 1);
  g_assert_cmpuint (all[0].end, ==, 3);
  g_assert_cmpint (all[0].role, ==, READOUT_ROLE_SOURCE);
  g_assert_cmpfloat (all[0].probability, ==, 0.5f);
  g_assert_cmpint (all[1].role, ==, READOUT_ROLE_CUE);
  g_assert_cmpuint (all[2].end, ==, 5);
  g_assert_cmpint (all[2].link, ==, -1);
}

static void
test_kinds (void)
{
  g_autoptr (Article) lesson
      = article_new ("He said so. She was saying so. Records show it. Polls "
                     "showed it. They want it. They wanted it.");
  g_autoptr (Article) question
      = article_new ("It says so. Maps showing it. She will want it.");
  g_autofree float *weights = g_new0 (float, READOUT_KINDS_N_WEIGHTS);
  ReadoutKinds      kinds = { weights };
  const struct
  {
    const char    *words;
    ReadoutCueKind kind;
  } examples[] = {
    { "said", READOUT_CUE_KIND_SPEECH },
    { "was saying", READOUT_CUE_KIND_SPEECH },
    { "show", READOUT_CUE_KIND_EVIDENCE },
    { "showed", READOUT_CUE_KIND_EVIDENCE },
    { "want", READOUT_CUE_KIND_ATTITUDE },
    { "wanted", READOUT_CUE_KIND_ATTITUDE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      guint cue = add (lesson, READOUT_ROLE_CUE, examples[i].words, -1);

      g_array_index (lesson->segments, ReadoutSegment, cue).kind
          = examples[i].kind;
    }
  for (guint epoch = 0; epoch < 20; epoch++)
    readout_kinds_learn (weights, lesson->features, lesson->segments, 0.1f);

  add (question, READOUT_ROLE_CUE, "says", -1);
  add (question, READOUT_ROLE_CUE, "showing", -1);
  add (question, READOUT_ROLE_CUE, "will want", -1);
  readout_kinds_tell (&kinds, question->features, question->segments);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpint (g_array_index (question->segments, ReadoutSegment, i).kind,
                     ==,
                     READOUT_CUE_KIND_SPEECH + (int)i);
}

static void
test_kind_names (void)
{
  for (guint k = READOUT_CUE_KIND_SPEECH; k < READOUT_N_CUE_KINDS; k++)
    g_assert_cmpint (readout_cue_kind_from_nick (
                         readout_cue_kind_to_nick ((ReadoutCueKind)k)),
                     ==,
                     k);
  g_assert_cmpint (
      readout_cue_kind_from_nick ("rumour"), ==, READOUT_CUE_KIND_UNKNOWN);
  g_assert_cmpint (
      readout_cue_kind_from_nick (NULL), ==, READOUT_CUE_KIND_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attribution/participle", test_participle);
  g_test_add_func ("/attribution/subject", test_subject);
  g_test_add_func ("/attribution/cut", test_cut);
  g_test_add_func ("/attribution/next-quotation", test_next_quotation);
  g_test_add_func ("/attribution/speaker-colon", test_speaker_before_colon);
  g_test_add_func ("/attribution/words-colon", test_words_before_colon);
  g_test_add_func ("/attribution/according", test_according);
  g_test_add_func ("/attribution/according-outside", test_according_outside);
  g_test_add_func ("/attribution/labels", test_labels);
  g_test_add_func ("/attribution/kinds", test_kinds);
  g_test_add_func ("/attribution/kind-names", test_kind_names);

  return g_test_run ();
}
