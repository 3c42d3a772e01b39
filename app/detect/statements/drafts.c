/* drafts.c: statements while they are put together
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/drafts.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"

static void
clear_draft (gpointer data)
{
  ReadoutDraft *self = data;

  readout_actor_list_clear (&self->speakers);
  readout_actor_list_clear (&self->addressees);
}

/**
 * readout_drafts_new:
 *
 * Returns: (transfer full) (element-type ReadoutDraft): an empty array
 */
GArray *
readout_drafts_new (void)
{
  GArray *drafts = g_array_new (FALSE, TRUE, sizeof (ReadoutDraft));

  g_array_set_clear_func (drafts, clear_draft);
  return drafts;
}

/**
 * readout_drafts_add:
 * @drafts: where to add it
 * @syntax: the syntax
 * @cue: its cue, not empty
 * @source: its source, may be empty
 * @pattern: how it was found
 * @share: how likely the cue is one, in percent
 * @rule: (not owned): the rule that found it, "room/file: in words"
 *
 * Adds a statement without content.  The speakers are the actors that
 * @source is about.
 *
 * Returns: (transfer none): the draft, until the next one is added
 */
ReadoutDraft *
readout_drafts_add (GArray              *drafts,
                    const ReadoutSyntax *syntax,
                    ReadoutPhrase        cue,
                    ReadoutPhrase        source,
                    ReadoutDraftPattern  pattern,
                    int                  share,
                    const char          *rule)
{
  ReadoutDraft draft = { 0 };

  draft.sentence = syntax->tokens[cue.first].sentence;
  draft.cue = cue;
  draft.source = source;
  draft.pattern = pattern;
  draft.share = share;
  draft.rule = rule;
  draft.parent = -1;
  readout_subjects_list_actors (syntax, source, &draft.speakers);
  g_array_append_val (drafts, draft);

  return &g_array_index (drafts, ReadoutDraft, drafts->len - 1);
}

/**
 * readout_drafts_drop_last:
 * @drafts: (element-type ReadoutDraft): drafts, at least one
 *
 * Takes back the one that was added last.
 */
void
readout_drafts_drop_last (GArray *drafts)
{
  g_array_set_size (drafts, drafts->len - 1);
}

static int
compare_cues (gconstpointer a, gconstpointer b)
{
  const ReadoutDraft *one = a;
  const ReadoutDraft *two = b;

  if (one->cue.first != two->cue.first)
    return one->cue.first < two->cue.first ? -1 : 1;
  return 0;
}

/**
 * readout_drafts_sort:
 * @drafts: (element-type ReadoutDraft): statements without parents yet
 *
 * Puts them in the order of their cues.
 */
void
readout_drafts_sort (GArray *drafts)
{
  g_array_sort (drafts, compare_cues);
}

/**
 * readout_draft_add_content:
 * @self: a draft
 * @syntax: the syntax
 * @content: a stretch of what is said
 *
 * Adds a stretch of content, without the signs at its edges that do not belong
 * to it; a closing quotation mark does, and so does what stands before it.
 *
 * Returns: whether anything was left to add
 */
gboolean
readout_draft_add_content (ReadoutDraft        *self,
                           const ReadoutSyntax *syntax,
                           ReadoutPhrase        content)
{
  guint first = content.first;
  guint end = MIN (content.end, syntax->n_tokens);

  /* In a quotation that goes on in the next paragraph all signs are quoted. */
  while (end > first && !readout_syntax_is_quote (syntax, end - 1)
         && readout_syntax_has (syntax, end - 1, READOUT_WORD_SIGN)
         && !readout_syntax_is (syntax, end - 1, ")")
         && !(syntax->tokens[end - 1].quotation >= 0
              && syntax->quotations[syntax->tokens[end - 1].quotation].first
                     >= first
              && !syntax->quotations[syntax->tokens[end - 1].quotation].closed))
    end--;
  while (first < end && !readout_syntax_is_quote (syntax, first)
         && readout_syntax_has (syntax, first, READOUT_WORD_SIGN)
         && !readout_syntax_is (syntax, first, "("))
    first++;

  if (first >= end || self->n_content == READOUT_DRAFT_MAX_CONTENT)
    return FALSE;
  self->content[self->n_content++] = (ReadoutPhrase){ first, end };
  return TRUE;
}

/**
 * readout_draft_count_content:
 * @self: a draft
 *
 * Returns: how many tokens its content has
 */
guint
readout_draft_count_content (const ReadoutDraft *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_content; i++)
    n += self->content[i].end - self->content[i].first;

  return n;
}

/**
 * readout_draft_covers:
 * @self: a draft
 * @token: index of a token
 *
 * Returns: whether it is in the content
 */
gboolean
readout_draft_covers (const ReadoutDraft *self, guint token)
{
  for (guint i = 0; i < self->n_content; i++)
    if (self->content[i].first <= token && token < self->content[i].end)
      return TRUE;
  return FALSE;
}
