/* nouns.c: statements in a noun within another statement
 *
 * "He praised the council's readiness to talk" reports what the council said
 * as well.  A noun of the lexicon counts where its holder is named, before it
 * ("the council's readiness", "his readiness") or behind it ("the readiness of
 * the council"), and its object follows.  Outside of other statements such
 * nouns are left out: there the writer speaks.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/nouns.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "detect/words/cue-lexicon.h"
#include "language/work.h"

/* How many adjectives may stand between a holder and the noun. */
#define MAX_ADJECTIVES 3

/* How likely a noun with a holder and an object is a cue, in percent. */
#define NOUN_SHARE 70

/* Shorter contents say nothing ("its support for it"). */
#define MIN_CONTENT 2

typedef struct
{
  const ReadoutSyntax *syntax;
  GArray              *drafts;
  guint                outer; /* The draft whose content is looked through. */
  guint                first;
  guint                end;
} Search;

/* The holder before the noun; @whose says whether it is "his" or "their". */
static ReadoutPhrase
find_holder_before (const Search *self, guint noun, gboolean *whose)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                i = noun;

  *whose = FALSE;
  while (i > self->first && i + MAX_ADJECTIVES > noun
         && syntax->covering[i - 1] < 0
         && (syntax->classes[i - 1] == 0
             || readout_syntax_has (syntax, i - 1, READOUT_WORD_PAST)))
    i--;
  if (i == self->first
      || !readout_syntax_has (syntax, i - 1, READOUT_WORD_POSSESSIVE))
    return (ReadoutPhrase){ noun, noun };
  if (syntax->tokens[i - 1].lower[0] == '\'')
    return readout_phrases_find_before (syntax, self->first, i - 1);

  *whose = TRUE;
  return (ReadoutPhrase){ i - 1, i };
}

/* The holder behind the noun, and where the object begins after it. */
static ReadoutPhrase
find_holder_behind (const Search *self, guint noun, guint *after)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        holder = { noun, noun };

  if (!readout_syntax_is (syntax, noun + 1, "of"))
    return holder;
  holder = readout_phrases_find_after (syntax, noun + 2, self->end);
  *after = holder.end;
  return holder;
}

/* A noun's object ends sooner than a verb's: with what a comma adds. */
static guint
find_end (const Search *self, guint start)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint end = readout_clauses_find_end (syntax, start, self->end, TRUE);

  for (guint i = start; i + 1 < end; i++)
    if (readout_syntax_is (syntax, i, ",")
        && readout_syntax_has (syntax,
                               i + 1,
                               READOUT_WORD_PREPOSITION | READOUT_WORD_RELATIVE
                                   | READOUT_WORD_ING))
      return i;
  return end;
}

static void
try_noun (const Search *self, guint noun)
{
  const ReadoutSyntax *syntax = self->syntax;
  const char *const   *words
      = readout_cue_lexicon_find_noun (syntax->tokens[noun].lower);
  ReadoutPhrase holder;
  ReadoutPhrase content;
  ReadoutDraft *draft;
  guint         start = noun + 1;
  gboolean      whose;

  if (words == NULL || syntax->covering[noun] >= 0)
    return;
  holder = find_holder_before (self, noun, &whose);
  if (holder.end == holder.first)
    holder = find_holder_behind (self, noun, &start);
  if (holder.end == holder.first || start + MIN_CONTENT >= self->end
      || !g_strv_contains (words, syntax->tokens[start].lower))
    return;
  if (!readout_syntax_is (syntax, start, "to")
      || readout_syntax_has (
          syntax, start + 1, READOUT_WORD_ING | READOUT_WORD_DETERMINER))
    start++;
  content = (ReadoutPhrase){ start, find_end (self, start) };

  draft = readout_drafts_add (
      self->drafts,
      syntax,
      (ReadoutPhrase){ noun, noun + 1 },
      holder,
      READOUT_DRAFT_NOMINAL,
      NOUN_SHARE,
      "statements/nouns: a noun as cue, with whose it is (“X's readiness to”)");
  if (whose)
    {
      const ReadoutDraft *outer
          = &g_array_index (self->drafts, ReadoutDraft, self->outer);

      readout_actor_list_add_all (&draft->speakers, &outer->speakers);
      draft->speaker_rule = "statements/nouns: “his” or “their” is the speaker "
                            "of the statement around it";
    }
  if (draft->speakers.length == 0 || content.end < content.first + MIN_CONTENT
      || !readout_draft_add_content (draft, syntax, content))
    readout_drafts_drop_last (self->drafts);
}

/**
 * readout_statement_nouns_find:
 * @syntax: the syntax
 * @drafts: (inout) (element-type ReadoutDraft): the statements
 *
 * Adds the statements that are nouns in the contents of others.
 */
void
readout_statement_nouns_find (const ReadoutSyntax *syntax, GArray *drafts)
{
  guint n = drafts->len;
  guint seen = 0;

  for (guint i = 0;
       i < n && !readout_work_is_cancelled (syntax->analysis->cancellable, i);
       i++)
    for (guint c = 0; c < g_array_index (drafts, ReadoutDraft, i).n_content;
         c++)
      {
        const ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);
        Search              self = { syntax, drafts, i };

        if (draft->dropped)
          continue;
        self.first = draft->content[c].first;
        self.end = draft->content[c].end;
        /* Contents overlap where statements are nested; each noun once. */
        for (guint k = MAX (self.first, seen); k < self.end; k++)
          try_noun (&self, k);
        seen = MAX (seen, self.end);
      }

  if (drafts->len > n)
    readout_drafts_sort (drafts);
}
