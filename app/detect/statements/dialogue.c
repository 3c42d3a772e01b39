/* dialogue.c: answers in interviews
 *
 * Newspapers print an interview as "Q: …" and "A: …", a paragraph or more each.
 * What stands behind an A is said by the person whom the text before the first
 * question names most often.  Speakers who are written out ("Berg: …") are
 * cues like any other, see cues.c; questions are no statements.
 *
 * Limits: one person answers all questions; questions that only bold type sets
 * apart look like any other sentence here.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/dialogue.h"

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "language/work.h"

/* A lone "A: …" may be a list. */
#define MIN_TURNS 2

/* Whether a paragraph begins with "Q:" or "A:". */
static gboolean
is_turn (const ReadoutSyntax    *syntax,
         const ReadoutParagraph *paragraph,
         const char             *letter)
{
  guint first = syntax->sentences[paragraph->first].first;
  guint end = syntax->sentences[paragraph->end - 1].end;

  return end > first + 2
         && (syntax->tokens[first].flags & READOUT_TOKEN_CAPITAL) != 0
         && readout_syntax_is (syntax, first, letter)
         && readout_syntax_is (syntax, first + 1, ":");
}

/* The person named most often before token @end, or -1. */
static gint32
find_interviewee (const ReadoutSyntax *syntax, guint end)
{
  const GArray      *mentions = syntax->analysis->mentions;
  g_autofree guint8 *counts
      = g_new0 (guint8, syntax->analysis->actors->len + 1);
  gint32 best = -1;

  for (guint i = 0; i < mentions->len && syntax->mentions[i].first < end; i++)
    {
      gint32 actor = syntax->mentions[i].actor;

      if (actor < 0 || syntax->mentions[i].form == READOUT_FORM_PRONOUN
          || readout_analysis_get_actor (syntax->analysis, actor)->type
                 != READOUT_ACTOR_PERSON
          || counts[actor] == G_MAXUINT8)
        continue;
      counts[actor]++;
      if (best < 0 || counts[actor] > counts[best])
        best = actor;
    }

  return best;
}

/* Adds the answer that begins with a paragraph and goes on to the next turn;
 * the last one is that paragraph alone, as the end of the article follows. */
static void
add_answer (const ReadoutSyntax *syntax,
            guint                from,
            guint                to,
            gint32               speaker,
            GArray              *drafts)
{
  const GArray           *paragraphs = syntax->analysis->paragraphs;
  const ReadoutParagraph *paragraph
      = &g_array_index (paragraphs, ReadoutParagraph, from);
  guint         first = syntax->sentences[paragraph->first].first;
  ReadoutDraft *draft
      = readout_drafts_add (drafts,
                            syntax,
                            (ReadoutPhrase){ first + 1, first + 2 },
                            (ReadoutPhrase){ first, first + 1 },
                            READOUT_DRAFT_COLON,
                            READOUT_DRAFT_COLON_SHARE,
                            "statements/dialogue: the answer behind “A:”");

  if (speaker >= 0)
    {
      readout_actor_list_clear (&draft->speakers);
      readout_actor_list_add (&draft->speakers, speaker);
      draft->speaker_rule = "statements/dialogue: the person named most often "
                            "before the first question";
    }
  for (guint i = from; i < to && draft->n_content < READOUT_DRAFT_MAX_CONTENT;
       i++)
    {
      paragraph = &g_array_index (paragraphs, ReadoutParagraph, i);
      readout_draft_add_content (
          draft,
          syntax,
          (ReadoutPhrase){
              i == from ? first + 2 : syntax->sentences[paragraph->first].first,
              syntax->sentences[paragraph->end - 1].end });
    }
  if (draft->n_content == 0)
    readout_drafts_drop_last (drafts);
}

/**
 * readout_statement_dialogue_find:
 * @syntax: the syntax
 * @drafts: (inout) (element-type ReadoutDraft): the statements that the other
 *   rules found, by cue
 *
 * Finds the answers of an interview that is printed with Q and A.
 */
void
readout_statement_dialogue_find (const ReadoutSyntax *syntax, GArray *drafts)
{
  const GArray *paragraphs = syntax->analysis->paragraphs;
  g_autoptr (GArray) turns = g_array_new (FALSE, FALSE, sizeof (guint));
  guint  n_answers = 0;
  guint  n_questions = 0;
  gint32 speaker;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      const ReadoutParagraph *paragraph
          = &g_array_index (paragraphs, ReadoutParagraph, i);
      gboolean answer = is_turn (syntax, paragraph, "a");
      gboolean question = !answer && is_turn (syntax, paragraph, "q");

      if (readout_work_is_cancelled (syntax->analysis->cancellable, i))
        return;
      n_answers += answer ? 1 : 0;
      n_questions += question ? 1 : 0;
      if (answer || question)
        g_array_append_val (turns, i);
    }
  if (n_answers == 0 || n_questions == 0 || turns->len < MIN_TURNS)
    return;

  speaker = find_interviewee (
      syntax,
      syntax
          ->sentences[g_array_index (paragraphs,
                                     ReadoutParagraph,
                                     g_array_index (turns, guint, 0))
                          .first]
          .first);
  for (guint i = 0; i < turns->len; i++)
    {
      guint from = g_array_index (turns, guint, i);
      guint to
          = i + 1 < turns->len ? g_array_index (turns, guint, i + 1) : from + 1;

      if (readout_work_is_cancelled (syntax->analysis->cancellable, i))
        return;
      if (is_turn (
              syntax, &g_array_index (paragraphs, ReadoutParagraph, from), "a"))
        add_answer (syntax, from, to, speaker, drafts);
    }
  readout_drafts_sort (drafts);
}
