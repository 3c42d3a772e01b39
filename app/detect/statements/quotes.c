/* quotes.c: quotations that have no cue of their own
 *
 * A quotation of some length that no statement covers goes on with what the
 * same speaker said before it in the paragraph; where nobody spoke yet in the
 * paragraph, it begins what the next attribution of the paragraph completes;
 * and a paragraph that is all quotation goes on with the paragraph before it.
 * A quotation that its paragraph does not close runs on into the next one.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/quotes.h"

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "language/work.h"

/* Shorter ones are titles and words that the writer keeps at a distance. */
#define MIN_WORDS 5

/* How many statements before and behind a quotation can have it. */
#define COVER_REACH 24

static guint
count_words (const ReadoutSyntax *syntax, guint first, guint end)
{
  guint n = 0;

  for (guint i = first; i < end; i++)
    n += (syntax->tokens[i].flags & READOUT_TOKEN_PUNCT) == 0;
  return n;
}

static guint
get_paragraph (const ReadoutSyntax *syntax, guint token)
{
  return syntax->sentences[syntax->tokens[token].sentence].paragraph;
}

/* The quotation that goes on with quotation @index in a later paragraph. */
static gint32
find_continuation (const ReadoutSyntax *syntax, guint index)
{
  const GArray *quotations = syntax->analysis->quotations;

  for (guint i = index + 1; i < quotations->len && i < index + 8; i++)
    if (syntax->quotations[i].continues == (gint32)index)
      return i;
  return -1;
}

/* Adds the later paragraphs of the quotations in a content. */
static void
follow_paragraphs (const ReadoutSyntax *syntax, ReadoutDraft *draft)
{
  guint  last;
  gint32 q;

  if (draft->n_content == 0)
    return;
  last = draft->content[draft->n_content - 1].end - 1;
  q = syntax->tokens[last].quotation;
  while (q >= 0 && syntax->quotations[q].parent >= 0)
    q = syntax->quotations[q].parent;

  while (q >= 0 && !syntax->quotations[q].closed)
    {
      q = find_continuation (syntax, q);
      if (q < 0
          || !readout_draft_add_content (
              draft,
              syntax,
              (ReadoutPhrase){ syntax->quotations[q].first,
                               syntax->quotations[q].end }))
        break;
    }
}

/* Whether a paragraph has no words outside of quotations. */
static gboolean
is_all_quotation (const ReadoutSyntax *syntax, guint paragraph)
{
  const ReadoutParagraph *range = &g_array_index (
      syntax->analysis->paragraphs, ReadoutParagraph, paragraph);
  guint first = syntax->sentences[range->first].first;
  guint end = syntax->sentences[range->end - 1].end;

  for (guint i = first; i < end; i++)
    if (syntax->tokens[i].quotation < 0
        && (syntax->tokens[i].flags & READOUT_TOKEN_PUNCT) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a quotation without a cue can belong to a draft: its cue must not be
 * quoted itself. */
static gboolean
can_take_quotation (const ReadoutSyntax *syntax, const ReadoutDraft *draft)
{
  return !draft->dropped && syntax->tokens[draft->cue.first].quotation < 0;
}

/* The statement before a quotation in @paragraph whose speaker goes on with it,
 * or -1: Prices fell, she said.  “We had warned of it.”  Where the paragraph is
 * all quotation, that can be in the paragraph before. */
static gint32
find_home_before (const ReadoutSyntax *syntax,
                  const GArray        *drafts,
                  guint                near,
                  guint                paragraph)
{
  for (guint k = near; k > 0; k--)
    {
      const ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, k - 1);
      guint               there = get_paragraph (syntax, draft->cue.first);

      if (there + 1 < paragraph
          || (there < paragraph && !is_all_quotation (syntax, paragraph)))
        break;
      if (draft->source.end > draft->source.first
          && can_take_quotation (syntax, draft))
        return k - 1;
    }

  return -1;
}

/* The quoted statement behind a quotation in its paragraph that completes it,
 * or -1: “We had warned of it.”  The room was silent.  “Nobody listened,” she
 * said. */
static gint32
find_home_behind (const ReadoutSyntax *syntax,
                  const GArray        *drafts,
                  guint                near,
                  guint                paragraph)
{
  for (guint k = near; k < drafts->len; k++)
    {
      const ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, k);

      if (get_paragraph (syntax, draft->cue.first) != paragraph)
        break;
      if (draft->pattern == READOUT_DRAFT_QUOTE
          && can_take_quotation (syntax, draft))
        return k;
    }

  return -1;
}

/* The statement that an uncovered quotation belongs to, or -1.  @near is the
 * first draft whose cue is behind the quotation, @first the quotation's first
 * token. */
static gint32
find_home (const ReadoutSyntax *syntax,
           const GArray        *drafts,
           guint                near,
           guint                first)
{
  guint  paragraph = get_paragraph (syntax, first);
  gint32 home = find_home_before (syntax, drafts, near, paragraph);

  return home >= 0 ? home : find_home_behind (syntax, drafts, near, paragraph);
}

/* Whether a statement near @near, the first one behind the quotation, has the
 * quotation in its content. */
static gboolean
is_covered (const ReadoutQuotation *quotation, GArray *drafts, guint near)
{
  guint low = near > COVER_REACH ? near - COVER_REACH : 0;

  for (guint k = low; k < drafts->len && k < near + COVER_REACH; k++)
    if (readout_draft_covers (&g_array_index (drafts, ReadoutDraft, k),
                              quotation->first))
      return TRUE;
  return FALSE;
}

/* Whether a quotation is no more than a title or a word. */
static gboolean
is_too_short (const ReadoutSyntax *syntax, const ReadoutQuotation *quotation)
{
  return quotation->closed
         && count_words (syntax, quotation->first, quotation->end) < MIN_WORDS;
}

/**
 * readout_statement_quotes_join:
 * @syntax: the syntax
 * @drafts: (element-type ReadoutDraft): the statements, by cue
 *
 * Gives the quotations that no statement covers to the statement whose speaker
 * goes on with them.
 */
void
readout_statement_quotes_join (const ReadoutSyntax *syntax, GArray *drafts)
{
  const GArray *quotations = syntax->analysis->quotations;
  guint         near = 0;

  for (guint k = 0;
       k < drafts->len
       && !readout_work_is_cancelled (syntax->analysis->cancellable, k);
       k++)
    follow_paragraphs (syntax, &g_array_index (drafts, ReadoutDraft, k));

  for (guint q = 0; q < quotations->len; q++)
    {
      const ReadoutQuotation *quotation = &syntax->quotations[q];
      gint32                  home;
      ReadoutDraft           *draft;

      if (readout_work_is_cancelled (syntax->analysis->cancellable, q))
        return;
      if (quotation->parent >= 0)
        continue;
      while (near < drafts->len
             && g_array_index (drafts, ReadoutDraft, near).cue.first
                    < quotation->first)
        near++;

      if (is_covered (quotation, drafts, near)
          || is_too_short (syntax, quotation))
        continue;

      home = find_home (syntax, drafts, near, quotation->first);
      if (home < 0)
        continue;
      draft = &g_array_index (drafts, ReadoutDraft, home);
      if (readout_draft_add_content (
              draft,
              syntax,
              (ReadoutPhrase){ quotation->first, quotation->end }))
        follow_paragraphs (syntax, draft);
    }
}
