/* statement-patterns.c: the patterns in which content goes with a cue
 *
 * Each pattern of cue-verbs.txt is tried around a cue whose source is known: a
 * clause or quotation, an object that is told, a noun phrase, a preposition; or
 * what stands before the source.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statement-site.h"

/* "found the remains" is no statement, "found that" is one. */
#define MIN_SHARE_WITHOUT_THAT 45

typedef ReadoutStatementSite Site;

static gboolean
is (const Site *self, guint i, const char *word)
{
  return i < self->end && readout_syntax_is (self->syntax, i, word);
}

static gboolean
has (const Site *self, guint i, guint classes)
{
  return i < self->end && readout_syntax_has (self->syntax, i, classes);
}

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
  static const char *const media[]
      = { "statement",  "interview", "speech",  "letter",  "tweet", "post",
          "briefing",   "address",   "remarks", "message", "press", "comments",
          "conference", "twitter",   "report",  NULL };

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
      if (has (self, i, READOUT_WORD_ADVERB))
        {
          i++;
          continue;
        }
      if (!has (self, i, READOUT_WORD_PREPOSITION))
        break;
      if (i + 1 < self->end && self->syntax->dated[i + 1] >= 0
          && (is (self, i, "on") || is (self, i, "in") || is (self, i, "late")
              || is (self, i, "at") || is (self, i, "by")))
        {
          i++;
          continue;
        }

      phrase = readout_syntax_phrase_after (self->syntax, i + 1, self->end);
      if (phrase.end == phrase.first)
        break;
      if (is (self, i, "in") || is (self, i, "at") || is (self, i, "on")
          || is (self, i, "during") || is (self, i, "via")
          || is (self, i, "after"))
        for (guint j = phrase.first; j < phrase.end; j++)
          is_medium |= readout_syntax_is_one_of (self->syntax, j, media);
      if (is (self, i, "to") && draft != NULL
          && (is (self, phrase.end, "that") || phrase.end >= self->end
              || has (self, phrase.end, READOUT_WORD_SIGN)))
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
    i, readout_statement_cues_find_end (self->syntax, i, self->end, is_noun)
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
  return !has (self,
               i,
               READOUT_WORD_SIGN | READOUT_WORD_PREPOSITION
                   | READOUT_WORD_CONJUNCTION | READOUT_WORD_AUXILIARY
                   | READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                   | READOUT_WORD_ADVERB | READOUT_WORD_NEGATION
                   | READOUT_WORD_PRONOUN)
         || is (self, i, "that");
}

/* Skips the sign before a quotation: said: “…”, said, “…” */
static guint
skip_to_quotation (const Site *self, guint i)
{
  guint j = i;

  while (j < self->end && j < i + 2
         && (is (self, j, ":") || is (self, j, ",") || is (self, j, "that")))
    j++;
  return readout_statement_opens_quotation (self->syntax, j) >= 0 ? j : i;
}

/* Clause or quotation after the cue. */
static gboolean
try_clause (const Site *self, ReadoutPhrase source, guint i, guint patterns)
{
  ReadoutDraft *draft
      = add_draft (self, self->after, source, READOUT_DRAFT_CLAUSE);
  guint start = readout_statement_skip_adjuncts (self, i, draft);
  guint quote = skip_to_quotation (self, start);

  if (readout_statement_opens_quotation (self->syntax, quote) >= 0)
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
      gboolean that = is (self, start, "that");

      if (is (self, start, ":"))
        start++;
      /* A comma or full stop: what is said stands before. */
      if (start < self->end && !has (self, start, READOUT_WORD_SIGN)
          && !has (self, start, READOUT_WORD_CONJUNCTION)
          && (that || self->share >= MIN_SHARE_WITHOUT_THAT)
          && (that || !has (self, start, READOUT_WORD_PREPOSITION)
              || self->share >= 80))
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
  i = addressee.end;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_TOLD);
  set_addressee (self, draft, addressee);
  i = readout_statement_skip_adjuncts (self, i, NULL);

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
      gboolean that = is (self, i, "that");

      quote = skip_to_quotation (self, i);
      if (readout_statement_opens_quotation (self->syntax, quote) >= 0)
        i = quote;
      else if (that)
        i++;
      if (i < self->end
          && (!has (self, i, READOUT_WORD_SIGN) || is_quote (self, i))
          && !has (self, i, READOUT_WORD_CONJUNCTION)
          && (that || !is (self, i, "to"))
          && readout_draft_add_content (
              draft,
              self->syntax,
              readout_statement_take_content (self, i, FALSE)))
        return TRUE;
    }

  drop_last (self);
  return FALSE;
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
      && (is (self, i, "on") || is (self, i, "upon")))
    cue_end = ++i;
  else if ((self->patterns & READOUT_CUE_OBJECT_TO) == 0)
    return FALSE;

  object = readout_syntax_phrase_after (self->syntax, i, self->end);
  if (object.end == object.first || !is (self, object.end, "to"))
    return FALSE;

  draft = add_draft (self, cue_end, source, READOUT_DRAFT_OBJECT);
  set_addressee (self, draft, object);
  if (readout_draft_add_content (
          draft,
          self->syntax,
          readout_statement_take_content (self, object.end, FALSE)))
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
        if (is (self, i, "as"))
          fits = TRUE;
        if (fits || has (self, i, READOUT_WORD_SIGN))
          break;
      }
  if (!fits && (self->patterns & READOUT_CUE_NAMED) != 0)
    for (guint i = object.end; i < self->end && i < object.end + 4; i++)
      fits |= readout_statement_opens_quotation (self->syntax, i) >= 0;
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
  that = is (self, start, "that");
  if (is (self, i, "out"))
    {
      /* "pointed out that", "pointed out the" */
      if (that)
        start++;
      else if (is (self, start, ",") || is (self, start, ":"))
        start = skip_to_quotation (self, start);
    }
  if (start >= self->end
      || (!begins_noun (self, start)
          && !has (
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

  if ((self->patterns & READOUT_CUE_TO) == 0 || !is (self, self->after, "to"))
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
  if (!self->is_phrase && is (self, start, "to"))
    {
      ReadoutPhrase addressee
          = readout_syntax_phrase_after (self->syntax, start + 1, self->end);

      if (addressee.end == addressee.first
          || !has (self, addressee.end, READOUT_WORD_DETERMINER))
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
  if (self->is_phrase && has (self, start, READOUT_WORD_PREPOSITION))
    start++;
  if (!begins_noun (self, start) || is (self, start, "that"))
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
  if ((self->patterns & (READOUT_CUE_TOLD | READOUT_CUE_TOLD_PREPOSITION)) != 0
      && try_told (self, source))
    return TRUE;
  if ((self->patterns & READOUT_CUE_OBJECT_AS) != 0
      && try_object_as (self, source))
    return TRUE;
  if ((self->patterns & READOUT_CUE_NAMED) != 0 && try_object_as (self, source))
    return TRUE;

  if (is (self, i, "that") || (self->patterns & READOUT_CUE_NOUN) == 0
      || readout_statement_opens_quotation (self->syntax,
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

  if ((self->patterns & (READOUT_CUE_CLAUSE | READOUT_CUE_QUOTE)) == 0
      || edge <= self->first)
    return FALSE;

  q = readout_statement_closes_quotation (syntax, edge - 1);
  if (q < 0 && is (self, edge - 1, ",") && edge > self->first + 1)
    {
      q = readout_statement_closes_quotation (syntax, edge - 2);
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
          && !readout_syntax_is (syntax, content.first - 1, ",")
          && !readout_syntax_is (syntax, content.first - 1, ":"))
        content.first = start;
    }
  else
    {
      gboolean has_verb = FALSE;

      if (!is (self, edge - 1, ",")
          || (self->patterns & READOUT_CUE_CLAUSE) == 0)
        return FALSE;
      content.end = edge - 1;
      for (guint i = content.first; i < content.end; i++)
        has_verb |= has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY);
      if (content.end - content.first < 3 || !has_verb)
        return FALSE;
      if (has (self, content.first, READOUT_WORD_ING)
          || (has (self, content.first, READOUT_WORD_PREPOSITION)
              && content.end - content.first < 6))
        return FALSE;
    }

  draft = add_draft (self,
                     self->after,
                     source,
                     quoted ? READOUT_DRAFT_QUOTE : READOUT_DRAFT_TAIL);
  if (!readout_draft_add_content (draft, syntax, content))
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
  if (rest < self->end && is (self, rest, ",")
      && !readout_statement_is_participle_cue (syntax, rest + 1, self->end))
    {
      if (quoted && readout_statement_opens_quotation (syntax, rest + 1) >= 0)
        readout_draft_add_content (
            draft,
            syntax,
            readout_statement_take_content (self, rest + 1, FALSE));
      else if (!quoted && !has (self, rest + 1, READOUT_WORD_CONJUNCTION)
               && rest + 3 < self->end)
        readout_draft_add_content (
            draft,
            syntax,
            readout_statement_take_content (self, rest + 1, FALSE));
    }
  return TRUE;
}
