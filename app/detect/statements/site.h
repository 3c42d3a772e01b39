/* site.h: one cue and what is around it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "detect/words/cue-lexicon.h"

G_BEGIN_DECLS

/**
 * ReadoutStatementSite:
 * @syntax: the syntax
 * @drafts: (element-type ReadoutDraft): where to add what is found
 * @sentence: index of the sentence
 * @first, @end: where the sentence, or the part of it that is in the same
 *   quotation, begins and ends
 * @verb: the first token of the cue
 * @after: the token after the cue
 * @form: which form the cue's verb has
 * @patterns: #ReadoutCuePatterns that may be tried
 * @share: how likely the cue is one, in percent
 * @cue: (nullable): what the lexicon says of the verb; %NULL for a phrase
 * @is_phrase: whether the cue is one of cue-phrases.txt
 * @speaker_rule: (nullable): the rule that found the source
 *
 * One cue and what is around it.
 */
typedef struct
{
  const ReadoutSyntax *syntax;
  GArray              *drafts;
  guint                sentence;
  guint                first;
  guint                end;
  guint                verb;
  guint                after;
  ReadoutVerbForm      form;
  guint                patterns;
  int                  share;
  const ReadoutCue    *cue;
  gboolean             is_phrase;
  const char          *speaker_rule;
} ReadoutStatementSite;

ReadoutDraft      *
readout_statement_site_add_draft (const ReadoutStatementSite *self,
                                       guint                       cue_end,
                                       ReadoutPhrase               source,
                                       ReadoutDraftPattern         pattern,
                                       const char                 *rule);
void readout_statement_site_set_addressee (const ReadoutStatementSite *self,
                                           ReadoutDraft               *draft,
                                           ReadoutPhrase               phrase);

guint readout_statement_site_skip_adjuncts (const ReadoutStatementSite *self,
                                            guint                       i,
                                            ReadoutDraft               *draft);

ReadoutPhrase readout_statement_site_take_content (
    const ReadoutStatementSite *self, guint i, gboolean is_noun);

/* What stands at a token, as long as that is in the sentence. */
static inline gboolean
site_is (const ReadoutStatementSite *self, guint i, const char *word)
{
  return i < self->end && readout_syntax_is (self->syntax, i, word);
}

static inline gboolean
site_has (const ReadoutStatementSite *self, guint i, guint classes)
{
  return i < self->end && readout_syntax_has (self->syntax, i, classes);
}

static inline gboolean
site_is_in (const ReadoutStatementSite *self, guint i, ReadoutWordGroup group)
{
  return i < self->end && readout_syntax_is_in (self->syntax, i, group);
}

/* A quotation mark, also where it stands at the end of the sentence or before
 * it begins, as those around the sentence do. */
static inline gboolean
site_is_quote (const ReadoutStatementSite *self, guint i)
{
  return readout_syntax_is_quote (self->syntax, i);
}

G_END_DECLS
