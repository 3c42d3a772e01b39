/* before.c: content that stands before its source
 *
 * “…,” she said; prices fell, the ministry said: a quotation, or the sentence
 * up to a comma.  The other half may follow: “A,” he said, “B.”
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/before.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "detect/statements/site.h"

typedef ReadoutStatementSite Site;

/* Whether the words before a source can be all that is said.  A verb in the
 * present looks like a noun, so a sure cue at the end of some length will
 * do. */
static gboolean
is_clause (const Site *self, ReadoutPhrase content)
{
  gboolean has_verb = FALSE;

  for (guint i = content.first; i < content.end; i++)
    has_verb |= site_has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY);
  if (content.end - content.first < (has_verb ? 3 : 4)
      || (!has_verb && self->share < READOUT_CUE_SURE_SHARE))
    return FALSE;
  if (site_has (self, content.first, READOUT_WORD_ING)
      || (site_has (self, content.first, READOUT_WORD_PREPOSITION)
          && content.end - content.first < 6))
    return FALSE;
  return TRUE;
}

/* "For example, she said, prices fell": whether the content follows. */
static gboolean
has_second_half (const Site *self, ReadoutPhrase source)
{
  guint rest = readout_statement_site_skip_adjuncts (
      self, MAX (self->after, source.end), NULL);

  return source.first < self->verb && site_is (self, rest, ",")
         && rest + 3 < self->end
         && !site_has (
             self, rest + 1, READOUT_WORD_CONJUNCTION | READOUT_WORD_RELATIVE);
}

/* What stands before a source and may be what it said. */
typedef struct
{
  ReadoutPhrase phrase;
  gboolean      is_quoted;
  gboolean      is_introduction; /* All that it says follows. */
} Before;

/* Where a content begins that ends with quotation @q.  The plan is “good,” he
 * said: there the quotation is only a part. */
static guint
find_quoted_start (const Site *self, gint32 q)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                first = syntax->quotations[q].first;
  guint start = syntax->sentences[syntax->tokens[first].sentence].first;

  return start >= self->first && start + 2 <= first
                 && !readout_syntax_is (syntax, first - 1, ".")
                 && !readout_syntax_is (syntax, first - 1, ",")
                 && !readout_syntax_is (syntax, first - 1, ":")
             ? start
             : first;
}

/* The quotation that ends with token @edge - 1, or before a comma there; or -1.
 * @end is the index after it. */
static gint32
find_quotation_before (const Site *self, guint edge, guint *end)
{
  gint32 q = readout_clauses_closes_quotation (self->syntax, edge - 1);

  *end = edge;
  if (q >= 0 || !site_is (self, edge - 1, ",") || edge <= self->first + 1)
    return q;
  *end = edge - 1;
  return readout_clauses_closes_quotation (self->syntax, edge - 2);
}

/* What can be said before @edge: the quotation that ends there, or the sentence
 * up to a comma.  Returns whether there is any. */
static gboolean
find_before (const Site *self, ReadoutPhrase source, guint edge, Before *before)
{
  guint  end;
  gint32 q = find_quotation_before (self, edge, &end);

  before->is_quoted = q >= 0;
  before->is_introduction = FALSE;
  if (q >= 0)
    {
      before->phrase = (ReadoutPhrase){ find_quoted_start (self, q), end };
      return TRUE;
    }
  if (!site_is (self, edge - 1, ",")
      || (self->patterns & READOUT_CUE_CLAUSE) == 0)
    return FALSE;
  before->phrase = (ReadoutPhrase){ self->first, edge - 1 };
  before->is_introduction = !is_clause (self, before->phrase);
  return !before->is_introduction || has_second_half (self, source);
}

/* "In a speech, she said, …": where or when it was said. */
static gboolean
tells_circumstances (const Site *self, const Before *before)
{
  guint first = before->phrase.first;

  return before->is_introduction
         && (self->syntax->dated[first] >= 0
             || site_has (
                 self, first, READOUT_WORD_ING | READOUT_WORD_PREPOSITION));
}

/* Whether what follows the comma at @i goes on with the content that stands
 * before the source. */
static gboolean
begins_second_half (const Site   *self,
                    ReadoutPhrase source,
                    guint         i,
                    gboolean      is_quoted)
{
  if (!site_is (self, i, ",")
      || readout_clauses_skip_according (self->syntax, i + 1) > i + 1
      || readout_clauses_is_participle_cue (self->syntax, i + 1, self->end))
    return FALSE;
  if (is_quoted)
    return readout_clauses_opens_quotation (self->syntax, i + 1) >= 0;
  return source.first < self->verb && i + 3 < self->end
         && !site_has (self, i + 1, READOUT_WORD_CONJUNCTION);
}

/* “A,” he said, “B.”: adds the second half, and who is told. */
static void
add_second_half (const Site   *self,
                 ReadoutDraft *draft,
                 ReadoutPhrase source,
                 gboolean      is_quoted)
{
  guint rest = MAX (self->after, source.end);

  if (rest == self->after && (self->patterns & READOUT_CUE_TOLD) != 0)
    {
      ReadoutPhrase addressee
          = readout_phrases_find_after (self->syntax, rest, self->end);

      if (addressee.end > addressee.first)
        {
          readout_statement_site_set_addressee (self, draft, addressee);
          rest = addressee.end;
        }
    }
  rest = readout_statement_site_skip_adjuncts (self, rest, draft);
  if (begins_second_half (self, source, rest, is_quoted))
    readout_draft_add_content (
        draft,
        self->syntax,
        readout_statement_site_take_content (self, rest + 1, FALSE));
}

/**
 * readout_statement_before_try:
 * @self: a cue
 * @source: its source, before or after it
 * @edge: the token after the content: where the source, or the cue before it,
 *   begins
 *
 * Tries content before the source: a quotation, or the sentence up to a comma.
 *
 * Returns: whether a draft was added
 */
gboolean
readout_statement_before_try (const Site   *self,
                              ReadoutPhrase source,
                              guint         edge)
{
  ReadoutDraft *draft;
  Before        before;

  if ((self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_QUOTE)) == 0
      || edge <= self->first || !find_before (self, source, edge, &before))
    return FALSE;

  if (before.is_quoted)
    draft = readout_statement_site_add_draft (
        self,
        self->after,
        source,
        READOUT_DRAFT_QUOTE,
        "statements/before: a quotation before its source (“…,” X said)");
  else
    draft = readout_statement_site_add_draft (
        self,
        self->after,
        source,
        READOUT_DRAFT_TAIL,
        "statements/before: the sentence up to the comma before its source");
  if (tells_circumstances (self, &before)
      || readout_draft_add_content (draft, self->syntax, before.phrase))
    add_second_half (self, draft, source, before.is_quoted);
  if (draft->n_content == 0)
    {
      readout_drafts_drop_last (self->drafts);
      return FALSE;
    }
  return TRUE;
}
