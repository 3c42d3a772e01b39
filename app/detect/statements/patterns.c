/* patterns.c: the patterns in which content follows a cue
 *
 * Each pattern of cue-verbs.txt is tried behind a cue whose source is known: a
 * clause or quotation, an object that is told, a noun phrase, a preposition.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/patterns.h"

#include "detect/article/clauses.h"
#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "detect/statements/people.h"
#include "detect/statements/site.h"

/* "found the remains" is no statement, "found that" is one. */
#define MIN_SHARE_WITHOUT_THAT 45

/* How many noun phrases the object of "urged" can consist of. */
#define MAX_OBJECT_PHRASES 6

/* How many tokens can tell where something was said. */
#define MAX_CIRCUMSTANCES 16

/* Cues from this share on name who is told wherever a phrase follows. */
#define TOLD_SHARE 75

/* How far behind its object "as" is looked for ("described Y … as"), and the
 * quotation that names it ("called Y “…”"), in tokens. */
#define AS_REACH 12
#define NAME_REACH 4

typedef ReadoutStatementSite Site;

/* Gives the last draft the content that begins at @start, and drops it if there
 * is none; returns whether it stays. */
static gboolean
finish (const Site *self, ReadoutDraft *draft, guint start, gboolean is_noun)
{
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_site_take_content (self, start, is_noun)))
    return TRUE;
  readout_drafts_drop_last (self->drafts);
  return FALSE;
}

/* Whether the words at @i can begin a noun phrase that is a content. */
static gboolean
begins_noun (const Site *self, guint i)
{
  if (i >= self->end)
    return FALSE;
  if (site_is_quote (self, i))
    return TRUE;
  return !site_has (self,
                    i,
                    READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                        | READOUT_WORD_CONJUNCTION | READOUT_WORD_AUXILIARY
                        | READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                        | READOUT_WORD_ADVERB | READOUT_WORD_NEGATION
                        | READOUT_WORD_PRONOUN)
         || site_is (self, i, "that");
}

/* Skips the sign before a quotation: said: “…”, said, “…” */
static guint
skip_to_quotation (const Site *self, guint i)
{
  guint j = i;

  while (j < self->end && j < i + 2
         && (site_is (self, j, ":") || site_is (self, j, ",")
             || site_is (self, j, "that")))
    j++;
  return readout_clauses_opens_quotation (self->syntax, j) >= 0 ? j : i;
}

/* "said in Oslo" tells where, "said in May prices fell" tells what. */
static gboolean
begins_clause (const Site *self, guint i)
{
  if (i + 1 >= self->end
      || site_has (self,
                   i,
                   READOUT_WORD_SIGN | READOUT_WORD_CONJUNCTION
                       | READOUT_WORD_RELATIVE))
    return FALSE;
  if (!site_has (self, i, READOUT_WORD_PREPOSITION))
    return TRUE;
  if (self->share < READOUT_CUE_SURE_SHARE)
    return FALSE;
  for (guint k = i + 1; k < self->end && !site_is_quote (self, k); k++)
    if (site_has (self, k, READOUT_WORD_AUXILIARY)
        || (site_is (self, k, ",") && k + 3 < self->end)
        || (site_has (self, k, READOUT_WORD_PAST)
            && !site_has (self, k - 1, READOUT_WORD_DETERMINER)))
      return TRUE;
  return FALSE;
}

/* "said in reply to the report: “…”", "told a meeting in Oslo that …": skips
 * the phrases that tell where it was said, if "that" or a quotation follows
 * them; else gives @i. */
static guint
skip_circumstances (const Site *self, guint i)
{
  guint high = MIN (self->end, i + MAX_CIRCUMSTANCES);

  if (!site_has (self, i, READOUT_WORD_PREPOSITION))
    return i;
  for (guint k = i + 1; k < high; k++)
    {
      gint32 q = readout_clauses_opens_quotation (self->syntax, k);

      /* "said on the programme “This Week” that …" */
      if (q >= 0 && self->syntax->quotations[q].closed
          && self->syntax->quotations[q].end <= high)
        {
          k = self->syntax->quotations[q].end - 1;
          continue;
        }
      if (site_is (self, k, "that"))
        return k;
      if ((site_is (self, k, ":") || site_is (self, k, ","))
          && readout_clauses_opens_quotation (self->syntax, k + 1) >= 0)
        return k + 1;
      if (site_has (self, k, READOUT_WORD_SIGN | READOUT_WORD_AUXILIARY)
          || site_is_quote (self, k))
        break;
    }

  return i;
}

/* Where a clause without "that" begins that stands at @start, behind the
 * adjuncts of the cue. */
static guint
find_clause_start (const Site *self, ReadoutPhrase source, guint start)
{
  guint i = self->after;

  if (site_is (self, start, ":"))
    return start + 1;
  if (!site_is (self, start, ",") || self->share < READOUT_CUE_SURE_SHARE)
    return start;
  /* "She said, though it was late, the talks went on." */
  if (start == i && source.first == self->first
      && site_has (self, start + 1, READOUT_WORD_SUBORDINATOR))
    return start + 1;
  /* "says this year, prices fell": the date is part of it. */
  if (start > i && self->syntax->dated[i] >= 0 && start + 3 < self->end)
    return i;
  return start;
}

/* Adds the clause behind a cue; behind a comma or full stop there is none, as
 * what is said stands before. */
static gboolean
add_clause (const Site   *self,
            ReadoutDraft *draft,
            ReadoutPhrase source,
            guint         start)
{
  if (site_is (self, start, "that"))
    start++;
  else
    {
      start = find_clause_start (self, source, start);
      if (self->share < MIN_SHARE_WITHOUT_THAT || !begins_clause (self, start))
        return FALSE;
    }

  return start < self->end
         && readout_draft_add_content (
             draft,
             self->syntax,
             readout_statement_site_take_content (self, start, FALSE))
         && draft->content[0].end - draft->content[0].first >= 2;
}

/* Clause or quotation after the cue. */
static gboolean
try_clause (const Site *self, ReadoutPhrase source)
{
  ReadoutDraft *draft = readout_statement_site_add_draft (
      self,
      self->after,
      source,
      READOUT_DRAFT_CLAUSE,
      "statements/patterns: a clause behind the cue (“said that …”)");
  guint start = skip_circumstances (
      self, readout_statement_site_skip_adjuncts (self, self->after, draft));
  guint quote = skip_to_quotation (self, start);

  if (readout_clauses_opens_quotation (self->syntax, quote) >= 0)
    {
      if (!self->is_phrase)
        draft->pattern = READOUT_DRAFT_QUOTE;
      draft->rule = "statements/patterns: a quotation behind the cue";
      return finish (self, draft, quote, FALSE);
    }
  if ((self->patterns & READOUT_CUE_CLAUSE) != 0
      && add_clause (self, draft, source, start))
    return TRUE;

  readout_drafts_drop_last (self->drafts);
  return FALSE;
}

/* The end of the name that a phrase begins with, or of the phrase. */
static guint
find_name_end (const Site *self, ReadoutPhrase phrase)
{
  const ReadoutSyntax *syntax = self->syntax;
  gint32               m = syntax->starting[phrase.first];
  guint                end;

  if (m < 0 || syntax->mentions[m].form != READOUT_FORM_NAME
      || syntax->mentions[m].type != READOUT_MENTION_ORGANIZATION)
    return phrase.end;
  end = syntax->mentions[m].end;
  if (end >= phrase.end || syntax->covering[end] >= 0
      || readout_syntax_has (
          syntax, end, READOUT_WORD_POSSESSIVE | READOUT_WORD_PREPOSITION)
      || readout_syntax_has (syntax, end, READOUT_WORD_CONJUNCTION)
      || readout_syntax_is (syntax, end, "(")
      || readout_statement_people_is_noun (syntax, end))
    return phrase.end;
  return end;
}

/* "briefed the council on the": whether a preposition of the cue at @i begins
 * what somebody is told of. */
static gboolean
begins_topic (const Site *self, guint i)
{
  return (self->patterns & READOUT_CUE_TOLD_PREPOSITION) != 0
         && self->cue != NULL && i < self->end
         && g_strv_contains ((const char *const *)self->cue->told_prepositions,
                             self->syntax->tokens[i].lower)
         && begins_noun (self, i + 1);
}

/* Where the clause or quotation begins that somebody is told, at @i or behind
 * its "that"; the end of the sentence if there is none. */
static guint
find_told_start (const Site *self, guint i)
{
  guint quote = skip_to_quotation (self, i);

  if (readout_clauses_opens_quotation (self->syntax, quote) >= 0)
    return quote;
  if (site_is (self, i, "that"))
    return i + 1;
  return site_is_quote (self, i)
                 || (begins_clause (self, i) && !site_is (self, i, "to"))
             ? i
             : self->end;
}

/* X told Y (that) …; X briefed Y on … */
static gboolean
try_told (const Site *self, ReadoutPhrase source)
{
  ReadoutPhrase addressee
      = readout_phrases_find_after (self->syntax, self->after, self->end);
  ReadoutDraft *draft;
  guint         i;

  if (addressee.end == addressee.first)
    return FALSE;
  /* A name ends the phrase of who is told: "told Reuters output fell". */
  addressee.end = find_name_end (self, addressee);

  draft = readout_statement_site_add_draft (
      self,
      self->after,
      source,
      READOUT_DRAFT_TOLD,
      "statements/patterns: who is told, then what (“told Y that …”)");
  readout_statement_site_set_addressee (self, draft, addressee);
  i = skip_circumstances (
      self, readout_statement_site_skip_adjuncts (self, addressee.end, NULL));
  if (begins_topic (self, i))
    return finish (self, draft, i + 1, TRUE);
  if ((self->patterns & READOUT_CUE_TOLD) != 0)
    {
      i = find_told_start (self, i);
      if (i < self->end)
        return finish (self, draft, i, FALSE);
    }

  readout_drafts_drop_last (self->drafts);
  return FALSE;
}

/* The "to" behind an object of several phrases: "urged the owners and the crews
 * of the ships, to …"; the end of @object if there is none.  With a verb that a
 * clause or noun can follow only "and" joins: "told reporters of the plan
 * to …" is no request. */
static guint
find_to (const Site *self, ReadoutPhrase object, gboolean is_request)
{
  guint i = object.end;

  for (guint turn = 0; turn < MAX_OBJECT_PHRASES && i < self->end; turn++)
    {
      ReadoutPhrase next;

      if (is_request && site_is (self, i, ",") && site_is (self, i + 1, "to"))
        i++;
      if (site_is (self, i, "to"))
        return i;
      if (site_is (self, i, "and") || site_is (self, i, "or")
          || (is_request
              && (site_is (self, i, ",")
                  || site_has (self, i, READOUT_WORD_PREPOSITION))))
        i++;
      else
        break;
      if (is_request && site_is (self, i, "and"))
        i++;
      next = readout_phrases_find_after (self->syntax, i, self->end);
      if (next.end == next.first)
        break;
      i = next.end;
    }

  return object.end;
}

/* X urged Y to …; X called on Y to … */
static gboolean
try_object_to (const Site *self, ReadoutPhrase source)
{
  guint         i = self->after;
  guint         cue_end = self->after;
  ReadoutPhrase object;
  ReadoutDraft *draft;

  if ((self->patterns & READOUT_CUE_ON_OBJECT) != 0
      && (site_is (self, i, "on") || site_is (self, i, "upon")))
    cue_end = ++i;
  else if ((self->patterns & READOUT_CUE_OBJECT_TO) == 0)
    return FALSE;

  object = readout_phrases_find_after (self->syntax, i, self->end);
  if (object.end == object.first)
    return FALSE;
  i = find_to (self,
               object,
               cue_end > self->after
                   || (self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_NOUN))
                          == 0);
  if (!site_is (self, i, "to"))
    return FALSE;

  draft = readout_statement_site_add_draft (
      self,
      cue_end,
      source,
      READOUT_DRAFT_OBJECT,
      "statements/patterns: who is to do what (“urged Y to …”)");
  readout_statement_site_set_addressee (self, draft, object);
  return finish (self, draft, i, FALSE);
}

/* X described Y as …; X called Y “…” */
static gboolean
try_object_as (const Site *self, ReadoutPhrase source)
{
  ReadoutPhrase object
      = readout_phrases_find_after (self->syntax, self->after, self->end);
  ReadoutDraft *draft;
  gboolean      fits = FALSE;

  if (object.end == object.first)
    return FALSE;
  if ((self->patterns & READOUT_CUE_OBJECT_AS) != 0)
    for (guint i = object.end; i < self->end && i < object.end + AS_REACH; i++)
      {
        if (site_is (self, i, "as"))
          fits = TRUE;
        if (fits || site_has (self, i, READOUT_WORD_SIGN))
          break;
      }
  if (!fits && (self->patterns & READOUT_CUE_NAMED) != 0)
    for (guint i = object.end; i < self->end && i < object.end + NAME_REACH;
         i++)
      fits |= readout_clauses_opens_quotation (self->syntax, i) >= 0;
  if (!fits)
    return FALSE;

  draft = readout_statement_site_add_draft (
      self,
      self->after,
      source,
      READOUT_DRAFT_OBJECT,
      "statements/patterns: what is called what (“described Y as …”)");
  return finish (self, draft, object.first, TRUE);
}

static gboolean
try_preposition (const Site *self, ReadoutPhrase source)
{
  guint         i = self->after;
  guint         start;
  ReadoutDraft *draft;
  gboolean      that;

  if (self->cue == NULL || self->cue->prepositions == NULL || i >= self->end
      || !g_strv_contains ((const char *const *)self->cue->prepositions,
                           self->syntax->tokens[i].lower))
    return FALSE;

  start = i + 1;
  that = site_is (self, start, "that");
  if (site_is (self, i, "out"))
    {
      /* "pointed out that", "pointed out the" */
      if (that)
        start++;
      else if (site_is (self, start, ",") || site_is (self, start, ":"))
        start = skip_to_quotation (self, start);
    }
  if (start >= self->end
      || (!begins_noun (self, start)
          && !site_has (
              self, start, READOUT_WORD_SUBORDINATOR | READOUT_WORD_PRONOUN)))
    return FALSE;

  draft = readout_statement_site_add_draft (
      self,
      i + 1,
      source,
      READOUT_DRAFT_PREPOSITION,
      "statements/patterns: a phrase behind a preposition of the cue "
      "(“referred to …”)");
  return finish (self, draft, start, !that);
}

static gboolean
try_to (const Site *self, ReadoutPhrase source)
{
  ReadoutDraft *draft;

  if ((self->patterns & READOUT_CUE_TO) == 0
      || !site_is (self, self->after, "to"))
    return FALSE;

  draft = readout_statement_site_add_draft (
      self,
      self->after,
      source,
      READOUT_DRAFT_OBJECT,
      "statements/patterns: “to” behind the cue (“vowed to …”)");
  return finish (self, draft, self->after, FALSE);
}

static gboolean
try_noun (const Site *self, ReadoutPhrase source)
{
  ReadoutDraft *draft;
  guint         start = self->after;

  if ((self->patterns & READOUT_CUE_NOUN) == 0)
    return FALSE;
  /* "conveyed to the president the greetings" */
  if (!self->is_phrase && site_is (self, start, "to"))
    {
      ReadoutPhrase addressee
          = readout_phrases_find_after (self->syntax, start + 1, self->end);

      if (addressee.end == addressee.first
          || !site_has (self, addressee.end, READOUT_WORD_DETERMINER))
        return FALSE;
      draft = readout_statement_site_add_draft (
          self,
          self->after,
          source,
          READOUT_DRAFT_NOUN,
          "statements/patterns: a noun phrase behind who hears it (“conveyed "
          "to Y the …”)");
      readout_statement_site_set_addressee (self, draft, addressee);
      return finish (self, draft, addressee.end, TRUE);
    }
  /* "expressed appreciation of the", "raised objections regarding the" */
  if (self->is_phrase && site_has (self, start, READOUT_WORD_PREPOSITION))
    start++;
  if (!begins_noun (self, start) || site_is (self, start, "that"))
    return FALSE;

  draft = readout_statement_site_add_draft (
      self,
      self->after,
      source,
      READOUT_DRAFT_NOUN,
      "statements/patterns: a noun phrase behind the cue (“stressed the …”)");
  return finish (self, draft, start, TRUE);
}

/* "told a news conference in Oslo": whether what follows the cue is who heard
 * it, and nothing else. */
static gboolean
names_listener (const Site *self)
{
  return self->share >= TOLD_SHARE && (self->patterns & READOUT_CUE_TOLD) != 0
         && readout_phrases_find_after (self->syntax, self->after, self->end)
                    .end
                > self->after;
}

/* Whether a clause or quotation is to be tried before a noun phrase. */
static gboolean
prefers_clause (const Site *self)
{
  guint i = self->after;

  if ((self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_QUOTE)) == 0)
    return FALSE;
  return (self->patterns & READOUT_CUE_NOUN) == 0 || site_is (self, i, "that")
         || readout_clauses_opens_quotation (self->syntax,
                                             skip_to_quotation (self, i))
                >= 0;
}

/**
 * readout_statement_patterns_try:
 * @self: a cue
 * @source: its source
 *
 * Tries all patterns in which the content follows the cue.
 *
 * Returns: whether a draft was added
 */
gboolean
readout_statement_patterns_try (const Site *self, ReadoutPhrase source)
{
  if (try_object_to (self, source) || try_to (self, source)
      || try_preposition (self, source))
    return TRUE;
  if ((self->patterns & (READOUT_CUE_TOLD | READOUT_CUE_TOLD_PREPOSITION)) != 0)
    {
      if (try_told (self, source))
        return TRUE;
      if (names_listener (self))
        return FALSE;
    }
  if ((self->patterns & (READOUT_CUE_OBJECT_AS | READOUT_CUE_NAMED)) != 0
      && try_object_as (self, source))
    return TRUE;

  if (prefers_clause (self))
    return try_clause (self, source);
  if (try_noun (self, source))
    return TRUE;
  return (self->patterns & READOUT_CUE_CLAUSE) != 0
         && try_clause (self, source);
}
