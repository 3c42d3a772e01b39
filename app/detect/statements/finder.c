/* finder.c: who says what
 *
 * Sentence by sentence the cues are found with their sources and contents
 * (cues.c), then the answers of interviews (dialogue.c) and what the tagger
 * finds (tagged.c); quotations without a cue are joined to them (quotes.c), and
 * nouns as cues are looked for in the contents (nouns.c).  Here the drafts
 * become the candidates of the analysis: one whose cue stands inside another's
 * content is nested in it, and what is too weak to be shown is left out.
 *
 * The patterns follow the guidelines of the annotation; what they do not reach
 * are statements without a verb or phrase of the lexicon, nouns as cues outside
 * of other statements ("his rejection of …"), and headlines.  Pareti 2015
 * (PARC) and Newell, Margolin and Ruths 2018 (PolNeAR) describe the task; a
 * trained tagger can take the place of this step, as it has no other input and
 * output than the analysis.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/statements/finder.h"

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/models/model.h"
#include "detect/statements/cues.h"
#include "detect/statements/dialogue.h"
#include "detect/statements/drafts.h"
#include "detect/statements/nouns.h"
#include "detect/statements/people.h"
#include "detect/statements/quotes.h"
#include "detect/statements/tagged.h"
#include "language/work.h"

/* A nested statement is only shown when its cue is sure and it has a
 * speaker. */
#define MIN_NESTED_SHARE 60

/* How far before a cue the content that it is nested in can have its own. */
#define PARENT_REACH 16

/* Nothing is as sure as that, or as unsure. */
#define MIN_CONFIDENCE 5
#define MAX_CONFIDENCE 95

static gboolean
is_nested_in (const ReadoutDraft *inner, const ReadoutDraft *outer)
{
  return readout_draft_covers (outer, inner->cue.first)
         && !readout_draft_covers (inner, outer->cue.first);
}

/* The parent is the innermost other statement around the cue. */
static void
find_parents (GArray *drafts, GCancellable *cancellable)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *inner = &g_array_index (drafts, ReadoutDraft, i);
      guint         low = i > PARENT_REACH ? i - PARENT_REACH : 0;
      guint         high = MIN (drafts->len, i + PARENT_REACH);
      guint         smallest = G_MAXUINT;

      if (readout_work_is_cancelled (cancellable, i))
        break;
      for (guint k = low; k < high; k++)
        {
          const ReadoutDraft *outer = &g_array_index (drafts, ReadoutDraft, k);
          guint               size;

          if (k == i || !is_nested_in (inner, outer))
            continue;
          size = readout_draft_count_content (outer);
          if (size < smallest)
            {
              smallest = size;
              inner->parent = k;
            }
        }
    }
}

/* "I am confident …": in a quotation that is its speaker. */
static void
resolve_first_person (const ReadoutSyntax *syntax, GArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft       *draft = &g_array_index (drafts, ReadoutDraft, i);
      const ReadoutDraft *outer;

      if (readout_work_is_cancelled (syntax->analysis->cancellable, i))
        break;
      if (draft->parent < 0 || draft->speakers.length > 0
          || draft->source.end != draft->source.first + 1
          || !readout_syntax_is (syntax, draft->source.first, "i"))
        continue;
      outer = &g_array_index (drafts, ReadoutDraft, draft->parent);
      readout_actor_list_add_all (&draft->speakers, &outer->speakers);
      draft->speaker_rule = "statements/finder: “I” is the speaker of the "
                            "quotation around it";
    }
}

static void
drop_weak (GArray *drafts)
{
  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);

      if (draft->n_content == 0)
        draft->dropped = TRUE;
      else if (draft->parent >= 0
               && (draft->share < MIN_NESTED_SHARE
                   || draft->speakers.length == 0))
        draft->dropped = TRUE;
    }

  /* Children of what is dropped move up. */
  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);

      for (guint steps = 0;
           draft->parent >= 0 && steps < PARENT_REACH
           && g_array_index (drafts, ReadoutDraft, draft->parent).dropped;
           steps++)
        draft->parent
            = g_array_index (drafts, ReadoutDraft, draft->parent).parent;
      if (draft->parent >= 0
          && g_array_index (drafts, ReadoutDraft, draft->parent).dropped)
        draft->parent = -1;
    }
}

/* Direct if all of it is inside quotation marks, indirect if nothing is. */
static ReadoutManner
get_manner (const ReadoutSyntax *syntax, const ReadoutDraft *draft)
{
  guint n_inside = 0;
  guint n_outside = 0;

  for (guint i = 0; i < draft->n_content; i++)
    for (guint j = draft->content[i].first; j < draft->content[i].end; j++)
      {
        if ((syntax->tokens[j].flags & READOUT_TOKEN_PUNCT) != 0)
          continue;
        /* Inside a larger quotation everything is quoted; only marks of its
         * own make a nested content direct. */
        if (syntax->tokens[j].quotation >= 0
            && syntax->tokens[j].quotation
                   != syntax->tokens[draft->cue.first].quotation)
          n_inside++;
        else
          n_outside++;
      }

  if (n_inside == 0)
    return READOUT_MANNER_INDIRECT;
  return n_outside == 0 ? READOUT_MANNER_DIRECT : READOUT_MANNER_MIXED;
}

/* How likely it is that content and speakers are right, in percent: the share
 * of each pattern in the annotated training articles, less five for the rules
 * having been written on them.  A weak cue, a pronoun for the source and being
 * nested each make it less likely. */
static int
get_confidence (const ReadoutSyntax *syntax,
                const ReadoutDraft  *draft,
                gboolean             is_tagged)
{
  static const int by_pattern[READOUT_N_DRAFT_PATTERNS] = {
    [READOUT_DRAFT_CLAUSE] = 85,      [READOUT_DRAFT_QUOTE] = 92,
    [READOUT_DRAFT_TAIL] = 82,        [READOUT_DRAFT_NOUN] = 82,
    [READOUT_DRAFT_TOLD] = 85,        [READOUT_DRAFT_OBJECT] = 70,
    [READOUT_DRAFT_PREPOSITION] = 80, [READOUT_DRAFT_PHRASE] = 78,
    [READOUT_DRAFT_PARTICIPLE] = 82,  [READOUT_DRAFT_ACCORDING] = 85,
    [READOUT_DRAFT_COLON] = 60,       [READOUT_DRAFT_NOMINAL] = 60,
    [READOUT_DRAFT_TAGGED] = 65,
  };
  int confidence = by_pattern[draft->pattern];

  if (draft->pattern != READOUT_DRAFT_QUOTE
      && draft->pattern != READOUT_DRAFT_ACCORDING)
    confidence = confidence * (draft->share + 240) / 330;
  if (draft->speakers.length == 0 || draft->is_unnamed)
    confidence = confidence * 6 / 10;
  else if (syntax->covering[draft->source.first] >= 0
           && syntax->mentions[syntax->covering[draft->source.first]].form
                  != READOUT_FORM_NAME)
    confidence = confidence * 9 / 10;
  if (draft->parent >= 0)
    confidence = confidence * 9 / 10;
  /* What rules and tagger agree on is right a third more often than what one
   * of them finds alone; the tagger leaves nested ones out. */
  if (draft->pattern == READOUT_DRAFT_TAGGED)
    confidence = confidence * (0.7f + 0.5f * draft->probability);
  else if (is_tagged && draft->parent < 0)
    confidence
        = draft->probability > 0 ? confidence * 21 / 20 : confidence * 17 / 20;
  confidence = CLAMP (confidence, MIN_CONFIDENCE, MAX_CONFIDENCE);
  /* "officials said" makes up for some of the missing name. */
  if (draft->is_unnamed)
    confidence = MIN (MAX_CONFIDENCE, confidence * 5 / 4);
  return confidence;
}

/* What an annotator leaves out of the words that name a speaker. */
static ReadoutPhrase
trim_source (const ReadoutSyntax *syntax, ReadoutPhrase source)
{
  while (source.end > source.first + 1
         && (readout_syntax_is_in (
                 syntax, source.first, READOUT_WORDS_SOURCE_HONORIFICS)
             || readout_syntax_is (syntax, source.first, ".")))
    source.first++;
  return source;
}

static void
add_span (ReadoutSpanList       *list,
          const ReadoutAnalysis *analysis,
          ReadoutPhrase          p)
{
  if (p.end > p.first)
    readout_span_list_add (
        list, readout_analysis_get_span (analysis, p.first, p.end));
}

static void
emit (ReadoutAnalysis *analysis, const ReadoutSyntax *syntax, GArray *drafts)
{
  g_autofree gint32 *places = g_new (gint32, MAX (drafts->len, 1));
  gint32             n = analysis->statements->len;

  for (guint i = 0; i < drafts->len; i++)
    places[i] = g_array_index (drafts, ReadoutDraft, i).dropped ? -1 : n++;

  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);
      ReadoutCandidateStatement statement = { 0 };

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      if (draft->dropped)
        continue;
      add_span (
          &statement.source, analysis, trim_source (syntax, draft->source));
      add_span (&statement.cue, analysis, draft->cue);
      for (guint k = 0; k < draft->n_content; k++)
        add_span (&statement.content, analysis, draft->content[k]);
      statement.manner = get_manner (syntax, draft);
      statement.parent = draft->parent >= 0 ? places[draft->parent] : -1;
      statement.confidence = draft->confidence;
      statement.rule = draft->rule;
      statement.speaker_rule = draft->speaker_rule;
      statement.speakers = draft->speakers;
      draft->speakers = (ReadoutActorList){ 0 };
      statement.addressees = draft->addressees;
      draft->addressees = (ReadoutActorList){ 0 };
      g_array_append_val (analysis->statements, statement);
    }
}

/* Adds what the attribution tagger finds; returns whether there is one. */
static gboolean
join_tagged (ReadoutAnalysis     *analysis,
             const ReadoutSyntax *syntax,
             GArray              *drafts)
{
  const ReadoutAttributionTagger *tagger;
  g_autoptr (GArray) segments = NULL;

  if (analysis->model == NULL)
    return FALSE;
  tagger = readout_detector_model_get_attributions (analysis->model);
  if (tagger == NULL)
    return FALSE;

  segments = readout_attribution_tagger_run (tagger,
                                             analysis->text,
                                             analysis->tokens,
                                             analysis->sentences,
                                             analysis->paragraphs,
                                             analysis->quotations,
                                             analysis->cancellable);
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    readout_statement_tagged_join (syntax, segments, drafts);
  return TRUE;
}

/**
 * readout_statement_finder_run:
 * @analysis: an analysis of which mentions and actors are there
 *
 * Fills in the statements.
 */
void
readout_statement_finder_run (ReadoutAnalysis *analysis)
{
  const ReadoutSyntax *syntax;
  g_autoptr (GArray) drafts = NULL;
  gboolean is_tagged;

  g_return_if_fail (analysis != NULL && analysis->syntax != NULL);

  syntax = analysis->syntax;
  drafts = readout_drafts_new ();
  for (guint i = 0; i < syntax->n_sentences; i++)
    {
      if (g_cancellable_is_cancelled (analysis->cancellable))
        return;
      readout_statement_cues_find (syntax, i, drafts);
    }

  readout_statement_dialogue_find (syntax, drafts);
  is_tagged = join_tagged (analysis, syntax, drafts);
  if (g_cancellable_is_cancelled (analysis->cancellable))
    return;
  readout_statement_quotes_join (syntax, drafts);
  if (g_cancellable_is_cancelled (analysis->cancellable))
    return;
  readout_statement_nouns_find (syntax, drafts);
  find_parents (drafts, analysis->cancellable);
  resolve_first_person (syntax, drafts);
  drop_weak (drafts);
  if (g_cancellable_is_cancelled (analysis->cancellable))
    return;
  readout_statement_people_find (analysis, drafts);
  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);

      if (readout_work_is_cancelled (analysis->cancellable, i))
        return;
      draft->confidence = get_confidence (syntax, draft, is_tagged);
    }
  emit (analysis, syntax, drafts);
}
