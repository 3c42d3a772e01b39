/* according.c: "according to X"
 *
 * What X said stands before it, behind it, or on both sides.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/according.h"

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "detect/statements/site.h"

typedef ReadoutStatementSite Site;

/* "according to Ann Lee, the head of the council, …": a title between
 * commas. */
static gboolean
is_apposition (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase phrase = readout_phrases_find_after (syntax, i, self->end);

  if (phrase.end == phrase.first || !site_is (self, phrase.end, ","))
    return FALSE;
  for (guint k = phrase.first; k < phrase.end; k++)
    if (syntax->covering[k] >= 0)
      return syntax->mentions[syntax->covering[k]].type
             == READOUT_MENTION_TITLE;
  return FALSE;
}

/* Where the clause begins that "according to" at @i stands in. */
static guint
find_clause_start (const Site *self, guint i)
{
  while (i > self->first && !site_is (self, i - 1, "that"))
    i--;
  return i;
}

static gboolean
has_verb (const Site *self, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (site_has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY))
      return TRUE;
  return FALSE;
}

/* "The bridge, according to the report, is unsafe": whether what stands before
 * the first comma can be a subject, which is short. */
static gboolean
begins_with_subject (const Site *self, guint start)
{
  return self->syntax->dated[start] < 0
         && (self->syntax->covering[start] >= 0
             || site_has (
                 self, start, READOUT_WORD_DETERMINER | READOUT_WORD_PRONOUN));
}

/* Adds what stands before "according to".  Returns whether that is all: what
 * comes after a comma is a relative clause or other remark on the source,
 * unless what came before is no clause yet. */
static gboolean
add_before_according (const Site   *self,
                      ReadoutDraft *draft,
                      ReadoutPhrase source)
{
  guint    start = find_clause_start (self, self->verb);
  guint    end = self->verb;
  gboolean is_inside = FALSE;

  if (end > start && site_is (self, end - 1, ","))
    {
      end--;
      is_inside
          = site_is (self, source.end, ",") || !site_is (self, source.end, ";");
    }
  if (end < start + 3
      && !(is_inside && end > start && begins_with_subject (self, start)))
    return FALSE;

  readout_draft_add_content (
      draft, self->syntax, (ReadoutPhrase){ start, end });
  return has_verb (self, start, end)
         || !(is_inside || site_is (self, source.end, ","));
}

static guint
find_comma (const Site *self, guint i)
{
  while (i < self->end && !site_is (self, i, ","))
    i++;
  return i;
}

/**
 * readout_statement_according_try:
 * @self: "according to" as a cue
 *
 * Adds the statement around it: at the beginning, in the middle or at the end
 * of what is said.
 */
void
readout_statement_according_try (const Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        source
      = readout_phrases_find_after (syntax, self->after, self->end);
  ReadoutDraft *draft;
  guint         comma;

  if (source.end == source.first)
    return;

  draft = readout_drafts_add (
      self->drafts,
      syntax,
      (ReadoutPhrase){ self->verb, self->after },
      source,
      READOUT_DRAFT_ACCORDING,
      READOUT_DRAFT_ACCORDING_SHARE,
      "statements/according: “according to X”, beside what X says");
  if (add_before_according (self, draft, source))
    return;

  comma = find_comma (self, source.end);
  /* A clause that tells more of the source. */
  if (site_has (self, comma + 1, READOUT_WORD_RELATIVE)
      || is_apposition (self, comma + 1))
    comma = find_comma (self, comma + 1);
  if (comma + 2 < self->end)
    readout_draft_add_content (
        draft,
        syntax,
        readout_statement_site_take_content (self, comma + 1, FALSE));
  if (draft->n_content == 0)
    readout_drafts_drop_last (self->drafts);
}
