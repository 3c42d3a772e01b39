/* patterns.c: the patterns in which content goes with a cue
 *
 * Each pattern of cue-verbs.txt is tried around a cue whose source is known: a
 * clause or quotation, an object that is told, a noun phrase, a preposition; or
 * what stands before the source.
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

/* What is hardly ever anything else than a cue. */
#define SURE_SHARE 80

typedef ReadoutStatementSite Site;

static gboolean
is_quote (const Site *self, guint i)
{
  return readout_syntax_is_quote (self->syntax, i);
}

static void
set_addressee (const Site *self, ReadoutDraft *draft, ReadoutPhrase phrase)
{
  draft->addressee = phrase;
  readout_syntax_get_actors (self->syntax, phrase, draft->addressees);
}

/**
 * readout_statement_skip_adjuncts:
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
readout_statement_skip_adjuncts (const Site *self, guint i, ReadoutDraft *draft)
{
  while (i < self->end)
    {
      ReadoutPhrase phrase;
      gboolean      is_medium = FALSE;

      if (self->syntax->dated[i] >= 0)
        {
          i = g_array_index (self->syntax->analysis->dates,
                             ReadoutDateValue,
                             self->syntax->dated[i])
                  .end;
          continue;
        }
      if (site_has (self, i, READOUT_WORD_ADVERB))
        {
          i++;
          continue;
        }
      if (!site_has (self, i, READOUT_WORD_PREPOSITION))
        break;
      if (i + 1 < self->end && self->syntax->dated[i + 1] >= 0
          && site_is_in (self, i, READOUT_WORDS_DATE_PREPOSITIONS))
        {
          i++;
          continue;
        }

      phrase = readout_syntax_phrase_after (self->syntax, i + 1, self->end);
      if (phrase.end == phrase.first)
        break;
      if (site_is_in (self, i, READOUT_WORDS_MEDIUM_PREPOSITIONS))
        for (guint j = phrase.first; j < phrase.end; j++)
          is_medium |= readout_syntax_is_in (
              self->syntax, j, READOUT_WORDS_SPEECH_MEDIA);
      if (site_is (self, i, "to") && draft != NULL
          && (site_is (self, phrase.end, "that") || phrase.end >= self->end
              || site_has (self, phrase.end, READOUT_WORD_SIGN)))
        {
          set_addressee (self, draft, phrase);
          is_medium = TRUE;
        }
      if (!is_medium)
        break;
      i = phrase.end;
    }

  return i;
}

/**
 * readout_statement_take_content:
 * @self: a cue
 * @i: where its content begins
 * @is_noun: whether that is a noun phrase rather than a clause
 *
 * Returns: the content
 */
ReadoutPhrase
readout_statement_take_content (const Site *self, guint i, gboolean is_noun)
{
  return (ReadoutPhrase){
    i, readout_clauses_find_end (self->syntax, i, self->end, is_noun)
  };
}

static ReadoutDraft *
add_draft (const Site         *self,
           guint               cue_end,
           ReadoutPhrase       source,
           ReadoutDraftPattern pattern)
{
  return readout_drafts_add (self->drafts,
                             self->syntax,
                             (ReadoutPhrase){ self->verb, cue_end },
                             source,
                             self->is_phrase ? READOUT_DRAFT_PHRASE : pattern,
                             self->share);
}

static void
drop_last (const Site *self)
{
  g_array_set_size (self->drafts, self->drafts->len - 1);
}

/* Whether the words at @i can begin a noun phrase that is a content. */
static gboolean
begins_noun (const Site *self, guint i)
{
  if (i >= self->end)
    return FALSE;
  if (is_quote (self, i))
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
  if (self->share < SURE_SHARE)
    return FALSE;
  for (guint k = i + 1; k < self->end && !is_quote (self, k); k++)
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
          || is_quote (self, k))
        break;
    }

  return i;
}

/* Clause or quotation after the cue. */
static gboolean
try_clause (const Site *self, ReadoutPhrase source, guint i, guint patterns)
{
  ReadoutDraft *draft
      = add_draft (self, self->after, source, READOUT_DRAFT_CLAUSE);
  guint start = skip_circumstances (
      self, readout_statement_skip_adjuncts (self, i, draft));
  guint quote = skip_to_quotation (self, start);

  if (readout_clauses_opens_quotation (self->syntax, quote) >= 0)
    {
      if (readout_draft_add_content (
              draft,
              self->syntax,
              readout_statement_take_content (self, quote, FALSE)))
        {
          if (!self->is_phrase)
            draft->pattern = READOUT_DRAFT_QUOTE;
          return TRUE;
        }
    }
  else if ((patterns & READOUT_CUE_CLAUSE) != 0)
    {
      gboolean that = site_is (self, start, "that");

      if (site_is (self, start, ":"))
        start++;
      /* "She said, though it was late, the talks went on." */
      if (start == i && site_is (self, start, ",")
          && source.first == self->first && self->share >= SURE_SHARE
          && site_has (self, start + 1, READOUT_WORD_SUBORDINATOR))
        start++;
      /* "says this year, prices fell": the date is part of it. */
      if (start > i && site_is (self, start, ",") && self->syntax->dated[i] >= 0
          && self->share >= SURE_SHARE && start + 3 < self->end)
        start = i;
      /* A comma or full stop: what is said stands before. */
      if (that ? start + 1 < self->end
               : self->share >= MIN_SHARE_WITHOUT_THAT
                     && begins_clause (self, start))
        if (readout_draft_add_content (draft,
                                       self->syntax,
                                       readout_statement_take_content (
                                           self, start + (that ? 1 : 0), FALSE))
            && draft->content[0].end - draft->content[0].first >= 2)
          return TRUE;
    }

  drop_last (self);
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
      || readout_statement_is_person_noun (syntax, end))
    return phrase.end;
  return end;
}

/* X told Y (that) …; X briefed Y on … */
static gboolean
try_told (const Site *self, ReadoutPhrase source)
{
  ReadoutPhrase addressee
      = readout_syntax_phrase_after (self->syntax, self->after, self->end);
  ReadoutDraft *draft;
  guint         i;
  guint         quote;

  if (addressee.end == addressee.first)
    return FALSE;
  /* A name ends the phrase of who is told: "told Reuters output fell". */
  addressee.end = find_name_end (self, addressee);
  i = addressee.end;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_TOLD);
  set_addressee (self, draft, addressee);
  i = skip_circumstances (self,
                          readout_statement_skip_adjuncts (self, i, NULL));

  if ((self->patterns & READOUT_CUE_TOLD_PREPOSITION) != 0 && self->cue != NULL
      && i < self->end
      && g_strv_contains ((const char *const *)self->cue->told_prepositions,
                          self->syntax->tokens[i].lower)
      && begins_noun (self, i + 1))
    {
      if (readout_draft_add_content (
              draft,
              self->syntax,
              readout_statement_take_content (self, i + 1, TRUE)))
        return TRUE;
    }
  else if ((self->patterns & READOUT_CUE_TOLD) != 0)
    {
      gboolean that = site_is (self, i, "that");

      quote = skip_to_quotation (self, i);
      if (readout_clauses_opens_quotation (self->syntax, quote) >= 0)
        i = quote;
      else if (that)
        i++;
      if (i < self->end
          && (that || is_quote (self, i)
              || (begins_clause (self, i) && !site_is (self, i, "to")))
          && readout_draft_add_content (
              draft,
              self->syntax,
              readout_statement_take_content (self, i, FALSE)))
        return TRUE;
    }

  drop_last (self);
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
      next = readout_syntax_phrase_after (self->syntax, i, self->end);
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

  object = readout_syntax_phrase_after (self->syntax, i, self->end);
  if (object.end == object.first)
    return FALSE;
  i = find_to (self,
               object,
               cue_end > self->after
                   || (self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_NOUN))
                          == 0);
  if (!site_is (self, i, "to"))
    return FALSE;

  draft = add_draft (self, cue_end, source, READOUT_DRAFT_OBJECT);
  set_addressee (self, draft, object);
  if (readout_draft_add_content (
          draft, self->syntax, readout_statement_take_content (self, i, FALSE)))
    return TRUE;

  drop_last (self);
  return FALSE;
}

/* X described Y as …; X called Y “…” */
static gboolean
try_object_as (const Site *self, ReadoutPhrase source)
{
  ReadoutPhrase object
      = readout_syntax_phrase_after (self->syntax, self->after, self->end);
  ReadoutDraft *draft;
  gboolean      fits = FALSE;

  if (object.end == object.first)
    return FALSE;
  if ((self->patterns & READOUT_CUE_OBJECT_AS) != 0)
    for (guint i = object.end; i < self->end && i < object.end + 12; i++)
      {
        if (site_is (self, i, "as"))
          fits = TRUE;
        if (fits || site_has (self, i, READOUT_WORD_SIGN))
          break;
      }
  if (!fits && (self->patterns & READOUT_CUE_NAMED) != 0)
    for (guint i = object.end; i < self->end && i < object.end + 4; i++)
      fits |= readout_clauses_opens_quotation (self->syntax, i) >= 0;
  if (!fits)
    return FALSE;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_OBJECT);
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_take_content (self, object.first, TRUE)))
    return TRUE;

  drop_last (self);
  return FALSE;
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

  draft = add_draft (self, i + 1, source, READOUT_DRAFT_PREPOSITION);
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_take_content (self, start, !that)))
    return TRUE;

  drop_last (self);
  return FALSE;
}

static gboolean
try_to (const Site *self, ReadoutPhrase source)
{
  ReadoutDraft *draft;

  if ((self->patterns & READOUT_CUE_TO) == 0
      || !site_is (self, self->after, "to"))
    return FALSE;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_OBJECT);
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_take_content (self, self->after, FALSE)))
    return TRUE;

  drop_last (self);
  return FALSE;
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
          = readout_syntax_phrase_after (self->syntax, start + 1, self->end);

      if (addressee.end == addressee.first
          || !site_has (self, addressee.end, READOUT_WORD_DETERMINER))
        return FALSE;
      draft = add_draft (self, self->after, source, READOUT_DRAFT_NOUN);
      set_addressee (self, draft, addressee);
      if (readout_draft_add_content (
              draft,
              self->syntax,
              readout_statement_take_content (self, addressee.end, TRUE)))
        return TRUE;
      drop_last (self);
      return FALSE;
    }
  /* "expressed appreciation of the", "raised objections regarding the" */
  if (self->is_phrase && site_has (self, start, READOUT_WORD_PREPOSITION))
    start++;
  if (!begins_noun (self, start) || site_is (self, start, "that"))
    return FALSE;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_NOUN);
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_take_content (self, start, TRUE)))
    return TRUE;

  drop_last (self);
  return FALSE;
}

/**
 * readout_statement_try_after:
 * @self: a cue
 * @source: its source
 *
 * Tries all patterns in which the content follows the cue.
 *
 * Returns: whether a draft was added
 */
gboolean
readout_statement_try_after (const Site *self, ReadoutPhrase source)
{
  guint i = self->after;

  if (try_object_to (self, source) || try_to (self, source)
      || try_preposition (self, source))
    return TRUE;
  if ((self->patterns & (READOUT_CUE_TOLD | READOUT_CUE_TOLD_PREPOSITION)) != 0)
    {
      if (try_told (self, source))
        return TRUE;
      /* "told a news conference in Oslo": that is who heard it. */
      if (self->share >= TOLD_SHARE && (self->patterns & READOUT_CUE_TOLD) != 0
          && readout_syntax_phrase_after (self->syntax, i, self->end).end > i)
        return FALSE;
    }
  if ((self->patterns & READOUT_CUE_OBJECT_AS) != 0
      && try_object_as (self, source))
    return TRUE;
  if ((self->patterns & READOUT_CUE_NAMED) != 0 && try_object_as (self, source))
    return TRUE;

  if (site_is (self, i, "that") || (self->patterns & READOUT_CUE_NOUN) == 0
      || readout_clauses_opens_quotation (self->syntax,
                                          skip_to_quotation (self, i))
             >= 0)
    {
      if ((self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_QUOTE)) != 0)
        return try_clause (self, source, i, self->patterns);
    }
  if (try_noun (self, source))
    return TRUE;
  if ((self->patterns & READOUT_CUE_CLAUSE) != 0)
    return try_clause (self, source, i, self->patterns);
  return FALSE;
}

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
      || (!has_verb && self->share < SURE_SHARE))
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
  guint rest = readout_statement_skip_adjuncts (
      self, MAX (self->after, source.end), NULL);

  return source.first < self->verb && site_is (self, rest, ",")
         && rest + 3 < self->end
         && !site_has (
             self, rest + 1, READOUT_WORD_CONJUNCTION | READOUT_WORD_RELATIVE);
}

/**
 * readout_statement_try_before:
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
readout_statement_try_before (const Site   *self,
                              ReadoutPhrase source,
                              guint         edge)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutDraft        *draft;
  ReadoutPhrase        content = { self->first, edge };
  gint32               q;
  guint                rest;
  gboolean             quoted = FALSE;
  gboolean             introduced = FALSE;

  if ((self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_QUOTE)) == 0
      || edge <= self->first)
    return FALSE;

  q = readout_clauses_closes_quotation (syntax, edge - 1);
  if (q < 0 && site_is (self, edge - 1, ",") && edge > self->first + 1)
    {
      q = readout_clauses_closes_quotation (syntax, edge - 2);
      if (q >= 0)
        content.end = edge - 1;
    }
  if (q >= 0)
    {
      guint start = syntax
                        ->sentences[syntax->tokens[syntax->quotations[q].first]
                                        .sentence]
                        .first;

      quoted = TRUE;
      content.first = syntax->quotations[q].first;
      /* The plan is “good,” he said: the quotation is only a part. */
      if (start < content.first && start >= self->first
          && content.first - start >= 2
          && !readout_syntax_is (syntax, content.first - 1, ".")
          && !readout_syntax_is (syntax, content.first - 1, ",")
          && !readout_syntax_is (syntax, content.first - 1, ":"))
        content.first = start;
    }
  else
    {
      if (!site_is (self, edge - 1, ",")
          || (self->patterns & READOUT_CUE_CLAUSE) == 0)
        return FALSE;
      content.end = edge - 1;
      if (!is_clause (self, content))
        {
          if (!has_second_half (self, source))
            return FALSE;
          introduced = TRUE;
        }
    }

  draft = add_draft (self,
                     self->after,
                     source,
                     quoted ? READOUT_DRAFT_QUOTE : READOUT_DRAFT_TAIL);
  /* "In a speech, she said, …": where it was said. */
  if (!(introduced
        && (syntax->dated[content.first] >= 0
            || site_has (self,
                         content.first,
                         READOUT_WORD_ING | READOUT_WORD_PREPOSITION)))
      && !readout_draft_add_content (draft, syntax, content))
    {
      drop_last (self);
      return FALSE;
    }

  /* “A,” he said, “B.”: the second half. */
  rest = MAX (self->after, source.end);
  if (rest == self->after && (self->patterns & READOUT_CUE_TOLD) != 0)
    {
      ReadoutPhrase addressee
          = readout_syntax_phrase_after (syntax, rest, self->end);

      if (addressee.end > addressee.first)
        {
          set_addressee (self, draft, addressee);
          rest = addressee.end;
        }
    }
  rest = readout_statement_skip_adjuncts (self, rest, draft);
  if (rest < self->end && site_is (self, rest, ",")
      && !site_is (self, rest + 1, "according")
      && !readout_clauses_is_participle_cue (syntax, rest + 1, self->end))
    {
      if (quoted && readout_clauses_opens_quotation (syntax, rest + 1) >= 0)
        readout_draft_add_content (
            draft,
            syntax,
            readout_statement_take_content (self, rest + 1, FALSE));
      else if (!quoted && source.first < self->verb
               && !site_has (self, rest + 1, READOUT_WORD_CONJUNCTION)
               && rest + 3 < self->end)
        readout_draft_add_content (
            draft,
            syntax,
            readout_statement_take_content (self, rest + 1, FALSE));
    }
  if (draft->n_content == 0)
    {
      drop_last (self);
      return FALSE;
    }
  return TRUE;
}
