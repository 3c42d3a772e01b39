/* site.c: one cue and what is around it
 *
 * What the patterns of content behind and before a cue have in common.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/site.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"

typedef ReadoutStatementSite Site;

/**
 * readout_statement_site_add_draft:
 * @self: a cue
 * @cue_end: the index after the cue, with its particle or preposition
 * @source: its source
 * @pattern: how its content goes with it
 * @rule: (not owned): the rule that finds it, "room/file: in words"
 *
 * Returns: (transfer none): a draft without content, until the next is added
 */
ReadoutDraft *
readout_statement_site_add_draft (const Site         *self,
                                  guint               cue_end,
                                  ReadoutPhrase       source,
                                  ReadoutDraftPattern pattern,
                                  const char         *rule)
{
  ReadoutDraft *draft
      = readout_drafts_add (self->drafts,
                            self->syntax,
                            (ReadoutPhrase){ self->verb, cue_end },
                            source,
                            self->is_phrase ? READOUT_DRAFT_PHRASE : pattern,
                            self->share,
                            rule);

  draft->speaker_rule = self->speaker_rule;
  return draft;
}

/**
 * readout_statement_site_set_addressee:
 * @self: a cue
 * @draft: its draft
 * @phrase: who is told
 */
void
readout_statement_site_set_addressee (const Site   *self,
                                      ReadoutDraft *draft,
                                      ReadoutPhrase phrase)
{
  draft->addressee = phrase;
  readout_subjects_list_actors (self->syntax, phrase, &draft->addressees);
}

/* Whether a phrase names what somebody says something in. */
static gboolean
names_medium (const Site *self, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_SPEECH_MEDIA))
      return TRUE;
  return FALSE;
}

/* "in a statement", "to reporters": the index after what the preposition at @i
 * begins, if it is an adjunct; else @i. */
static guint
skip_preposition (const Site *self, guint i, ReadoutDraft *draft)
{
  ReadoutPhrase phrase
      = readout_phrases_find_after (self->syntax, i + 1, self->end);

  if (phrase.end == phrase.first)
    return i;
  if (site_is_in (self, i, READOUT_WORDS_MEDIUM_PREPOSITIONS))
    return names_medium (self, phrase) ? phrase.end : i;
  if (draft != NULL && site_is (self, i, "to")
      && (site_is (self, phrase.end, "that") || phrase.end >= self->end
          || site_has (self, phrase.end, READOUT_WORD_SIGN)))
    {
      readout_statement_site_set_addressee (self, draft, phrase);
      return phrase.end;
    }
  return i;
}

/* The index after the adjunct at @i, or @i if there is none. */
static guint
skip_adjunct (const Site *self, guint i, ReadoutDraft *draft)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (syntax->dated[i] >= 0)
    return g_array_index (
               syntax->analysis->dates, ReadoutDateValue, syntax->dated[i])
        .end;
  if (site_has (self, i, READOUT_WORD_ADVERB))
    return i + 1;
  if (!site_has (self, i, READOUT_WORD_PREPOSITION))
    return i;
  if (i + 1 < self->end && syntax->dated[i + 1] >= 0
      && site_is_in (self, i, READOUT_WORDS_DATE_PREPOSITIONS))
    return i + 1;
  return skip_preposition (self, i, draft);
}

/**
 * readout_statement_site_skip_adjuncts:
 * @self: a cue
 * @i: index of a token
 * @draft: (nullable): a draft that gets an addressee behind "to"
 *
 * Skips what can stand between a cue and its content: dates, adverbs, "in a
 * statement", "to reporters".
 *
 * Returns: the index after that
 */
guint
readout_statement_site_skip_adjuncts (const Site   *self,
                                      guint         i,
                                      ReadoutDraft *draft)
{
  guint next = i;

  while (next < self->end)
    {
      i = next;
      next = skip_adjunct (self, i, draft);
      if (next == i)
        break;
    }

  return next;
}

/**
 * readout_statement_site_take_content:
 * @self: a cue
 * @i: where its content begins
 * @is_noun: whether that is a noun phrase rather than a clause
 *
 * Returns: the content
 */
ReadoutPhrase
readout_statement_site_take_content (const Site *self,
                                     guint       i,
                                     gboolean    is_noun)
{
  return (ReadoutPhrase){
    i, readout_clauses_find_end (self->syntax, i, self->end, is_noun)
  };
}
