/* statement-cues.c: from a cue to its source and content
 *
 * Each verb of the lexicon says in which patterns its content follows; here
 * they are tried around a verb in a sentence.  Content after the cue runs to
 * the end of its clause: to the end of the sentence unless another attribution
 * takes over (", adding that …", "and called for …", ", the report said").
 * Content before the cue is the quotation that ends there, or the sentence up
 * to the comma.  Words that may be cues but stand where a verb of saying
 * cannot (passives, infinitives, negated and modal verbs, nouns) are left out:
 * annotators find those only now and then.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statement-drafts.h"

#include "detect/cue-lexicon.h"

#include <string.h>

/* Participles below this share are seldom cues ("finding", "reading"). */
#define MIN_PARTICIPLE_SHARE 35

/* A source that is no known actor needs a cue that is hardly anything else. */
#define MIN_SHARE_WITHOUT_ACTOR 60

/* "found the remains" is no statement, "found that" is one. */
#define MIN_SHARE_WITHOUT_THAT 45

/* One cue and what is around it. */
typedef struct
{
  const ReadoutSyntax *syntax;
  GArray              *drafts;
  guint                sentence;
  guint                first; /* Where the sentence, or the part of it that */
  guint                end;   /* is in the same quotation, begins and ends. */
  guint                verb;
  guint                after; /* The token after the cue. */
  ReadoutVerbForm      form;
  guint                patterns;
  int                  share;
  const ReadoutCue    *cue;
  gboolean             is_phrase;
} Site;

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

/* Whether token @i opens a quotation; then its index, else -1. */
static gint32
opens_quotation (const ReadoutSyntax *syntax, guint i)
{
  gint32 q;

  if (i >= syntax->n_tokens)
    return -1;
  q = syntax->tokens[i].quotation;
  return q >= 0 && syntax->quotations[q].first == i ? q : -1;
}

/* Whether token @i closes a quotation; then its index, else -1. */
static gint32
closes_quotation (const ReadoutSyntax *syntax, guint i)
{
  gint32 q;

  if (i >= syntax->n_tokens)
    return -1;
  q = syntax->tokens[i].quotation;
  return q >= 0 && syntax->quotations[q].closed
                 && syntax->quotations[q].end == i + 1
             ? q
             : -1;
}

/* The strength of token @i as a finite cue, 0 if it is none. */
static int
finite_cue_share (const ReadoutSyntax *syntax, guint i)
{
  const ReadoutCue *cue;

  if (i >= syntax->n_tokens || syntax->covering[i] >= 0)
    return 0;
  cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
  if (cue == NULL || cue->form == READOUT_VERB_ING
      || cue->form == READOUT_VERB_BASE)
    return 0;
  return cue->share;
}

/* Whether a participle that is a cue begins at @i, perhaps behind an adverb:
 * "adding", "further stressing". */
static gboolean
is_participle_cue (const ReadoutSyntax *syntax, guint i, guint end)
{
  const ReadoutCue *cue;

  while (i < end
         && readout_syntax_has (
             syntax, i, READOUT_WORD_ADVERB | READOUT_WORD_CONJUNCTION))
    i++;
  if (i >= end || syntax->covering[i] >= 0)
    return FALSE;
  cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
  return cue != NULL && cue->form == READOUT_VERB_ING
         && cue->share >= MIN_PARTICIPLE_SHARE;
}

/* Whether "NP said" or "said NP" stands at @i and nothing but an adjunct
 * follows it: the attribution at the end of a sentence. */
static gboolean
is_tail (const ReadoutSyntax *syntax, guint i, guint end)
{
  ReadoutPhrase     subject;
  const ReadoutCue *cue;
  guint             verb = i;
  guint             after;

  if (finite_cue_share (syntax, i) >= 60)
    {
      subject = readout_syntax_phrase_after (syntax, i + 1, end);
      if (subject.end == subject.first)
        return FALSE;
      after = subject.end;
    }
  else
    {
      subject = readout_syntax_phrase_after (syntax, i, end);
      verb = subject.end;
      while (verb < end
             && (readout_syntax_has (
                     syntax, verb, READOUT_WORD_ADVERB | READOUT_WORD_AUXILIARY)
                 || syntax->dated[verb] >= 0))
        verb++;
      if (subject.end == subject.first || verb >= end
          || finite_cue_share (syntax, verb) < 50)
        return FALSE;
      after = verb + 1;
    }

  cue = readout_cue_lexicon_find (syntax->tokens[verb].lower);
  if (cue == NULL || (cue->patterns & READOUT_CUE_CLAUSE) == 0)
    return FALSE;
  if (after >= end || syntax->dated[after] >= 0
      || readout_syntax_has (syntax, after, READOUT_WORD_SIGN))
    return TRUE;
  /* "…, he said in a statement on Monday." */
  return readout_syntax_has (syntax, after, READOUT_WORD_PREPOSITION)
         && !readout_syntax_is (syntax, after, "that");
}

/* Whether a new attribution begins at @i, behind "and" or "but": "he asked
 * the chair …", "called for …". */
static gboolean
begins_attribution (const ReadoutSyntax *syntax, guint i, guint end)
{
  ReadoutPhrase subject;

  while (i < end && readout_syntax_has (syntax, i, READOUT_WORD_ADVERB))
    i++;
  if (finite_cue_share (syntax, i) >= 40
      && readout_syntax_has (syntax, i, READOUT_WORD_PAST))
    return TRUE;

  subject = readout_syntax_phrase_after (syntax, i, end);
  if (subject.end == subject.first || subject.end - subject.first > 8)
    return FALSE;
  i = subject.end;
  while (i < end && readout_syntax_has (syntax, i, READOUT_WORD_ADVERB))
    i++;
  return finite_cue_share (syntax, i) >= 50;
}

/**
 * readout_statement_cues_find_end:
 * @syntax: the syntax
 * @first: first token of a content after its cue
 * @end: where the sentence ends
 * @is_noun: whether the content is a noun phrase rather than a clause
 *
 * Returns: the index after the content
 */
guint
readout_statement_cues_find_end (const ReadoutSyntax *syntax,
                                 guint                first,
                                 guint                end,
                                 gboolean             is_noun)
{
  static const char *const encounters[]
      = { "meeting", "visit",     "talks",      "call",     "summit",
          "session", "interview", "conference", "meetings", NULL };
  static const char *const breaks[] = { "although", "though", "but", NULL };
  gboolean is_that = first > 0 && readout_syntax_is (syntax, first - 1, "that");

  for (guint i = first; i < end; i++)
    {
      gint32 q = opens_quotation (syntax, i);

      /* A quotation is never cut, and may reach beyond the sentence. */
      if (q >= 0
          && syntax->quotations[q].parent
                 == (first > 0 ? syntax->tokens[first].quotation : -1))
        {
          i = syntax->quotations[q].end - 1;
          if (i + 1 > end)
            return i + 1;
          continue;
        }
      if (q >= 0)
        {
          i = syntax->quotations[q].end - 1;
          if (i + 1 >= end)
            return i + 1;
          continue;
        }
      if (syntax->covering[i] >= 0)
        continue;

      if (readout_syntax_is (syntax, i, ",")
          || readout_syntax_is (syntax, i, ";"))
        {
          if (is_participle_cue (syntax, i + 1, end)
              || readout_syntax_is (syntax, i + 1, "according")
              || is_tail (syntax, i + 1, end))
            return i;
          if (readout_syntax_is (syntax, i + 1, "while")
              && is_participle_cue (syntax, i + 2, end))
            return i;
          if (readout_syntax_is (syntax, i + 1, "with"))
            {
              ReadoutPhrase holder
                  = readout_syntax_phrase_after (syntax, i + 2, end);

              if (holder.end > holder.first
                  && is_participle_cue (syntax, holder.end, end))
                return i;
            }
          if ((readout_syntax_is (syntax, i + 1, "and")
               || readout_syntax_is (syntax, i + 1, "but")
               || readout_syntax_is (syntax, i + 1, "while"))
              && begins_attribution (syntax, i + 2, end))
            return i;
          if (is_noun
              && (readout_syntax_is (syntax, i, ";")
                  || readout_syntax_is_one_of (syntax, i + 1, breaks)))
            return i;
        }
      else if (i > first && readout_syntax_is (syntax, i, "and"))
        {
          guint j = i + 1;

          while (j < end && readout_syntax_has (syntax, j, READOUT_WORD_ADVERB))
            j++;
          /* Inside "that …" the verb goes on with that clause. */
          if (!is_that && finite_cue_share (syntax, j) >= 40
              && readout_syntax_has (syntax, j, READOUT_WORD_PAST)
              && !readout_syntax_is (syntax, j + 1, "by"))
            return i;
          if (is_participle_cue (syntax, j, end))
            return i;
        }
      else if (i > first && readout_syntax_is (syntax, i, "while")
               && is_participle_cue (syntax, i + 1, end))
        return i;
      else if (i > first && readout_syntax_is (syntax, i, "according")
               && readout_syntax_is (syntax, i + 1, "to"))
        return i;
      else if (is_noun && i > first && readout_syntax_is (syntax, i, "during"))
        {
          ReadoutPhrase what = readout_syntax_phrase_after (syntax, i + 1, end);

          for (guint j = what.first; j < what.end && j < what.first + 4; j++)
            if (readout_syntax_is_one_of (syntax, j, encounters))
              return i;
        }
    }

  return end;
}

static void
set_addressee (const Site *self, ReadoutDraft *draft, ReadoutPhrase phrase)
{
  draft->addressee = phrase;
  readout_syntax_get_actors (self->syntax, phrase, draft->addressees);
}

/* Skips what can stand between a cue and its content: dates, adverbs, "in a
 * statement", "to reporters". */
static guint
skip_adjuncts (const Site *self, guint i, ReadoutDraft *draft)
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

/* The end of the content that begins at @i, which can be a quotation. */
static ReadoutPhrase
take_content (const Site *self, guint i, gboolean is_noun)
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
  return opens_quotation (self->syntax, j) >= 0 ? j : i;
}

/* Clause or quotation after the cue. */
static gboolean
try_clause (const Site *self, ReadoutPhrase source, guint i, guint patterns)
{
  ReadoutDraft *draft
      = add_draft (self, self->after, source, READOUT_DRAFT_CLAUSE);
  guint start = skip_adjuncts (self, i, draft);
  guint quote = skip_to_quotation (self, start);

  if (opens_quotation (self->syntax, quote) >= 0)
    {
      if (readout_draft_add_content (
              draft, self->syntax, take_content (self, quote, FALSE)))
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
        if (readout_draft_add_content (
                draft,
                self->syntax,
                take_content (self, start + (that ? 1 : 0), FALSE))
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
  i = skip_adjuncts (self, i, NULL);

  if ((self->patterns & READOUT_CUE_TOLD_PREPOSITION) != 0 && self->cue != NULL
      && i < self->end
      && g_strv_contains ((const char *const *)self->cue->told_prepositions,
                          self->syntax->tokens[i].lower)
      && begins_noun (self, i + 1))
    {
      if (readout_draft_add_content (
              draft, self->syntax, take_content (self, i + 1, TRUE)))
        return TRUE;
    }
  else if ((self->patterns & READOUT_CUE_TOLD) != 0)
    {
      gboolean that = is (self, i, "that");

      quote = skip_to_quotation (self, i);
      if (opens_quotation (self->syntax, quote) >= 0)
        i = quote;
      else if (that)
        i++;
      if (i < self->end
          && (!has (self, i, READOUT_WORD_SIGN) || is_quote (self, i))
          && !has (self, i, READOUT_WORD_CONJUNCTION)
          && (that || !is (self, i, "to"))
          && readout_draft_add_content (
              draft, self->syntax, take_content (self, i, FALSE)))
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
          draft, self->syntax, take_content (self, object.end, FALSE)))
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
      fits |= opens_quotation (self->syntax, i) >= 0;
  if (!fits)
    return FALSE;

  draft = add_draft (self, self->after, source, READOUT_DRAFT_OBJECT);
  if (readout_draft_add_content (
          draft, self->syntax, take_content (self, object.first, TRUE)))
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
          draft, self->syntax, take_content (self, start, !that)))
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
          draft, self->syntax, take_content (self, self->after, FALSE)))
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
              draft, self->syntax, take_content (self, addressee.end, TRUE)))
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
          draft, self->syntax, take_content (self, start, TRUE)))
    return TRUE;

  drop_last (self);
  return FALSE;
}

/* All patterns in which content follows the cue. */
static gboolean
try_after (const Site *self, ReadoutPhrase source)
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
      || opens_quotation (self->syntax, skip_to_quotation (self, i)) >= 0)
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

/* Content before the source, or before the cue where the source follows it.
 * @edge is the token after that content. */
static gboolean
try_before (const Site *self, ReadoutPhrase source, guint edge)
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

  q = closes_quotation (syntax, edge - 1);
  if (q < 0 && is (self, edge - 1, ",") && edge > self->first + 1)
    {
      q = closes_quotation (syntax, edge - 2);
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
  rest = skip_adjuncts (self, rest, draft);
  if (rest < self->end && is (self, rest, ",")
      && !is_participle_cue (syntax, rest + 1, self->end))
    {
      if (quoted && opens_quotation (syntax, rest + 1) >= 0)
        readout_draft_add_content (
            draft, syntax, take_content (self, rest + 1, FALSE));
      else if (!quoted && !has (self, rest + 1, READOUT_WORD_CONJUNCTION)
               && rest + 3 < self->end)
        readout_draft_add_content (
            draft, syntax, take_content (self, rest + 1, FALSE));
    }
  return TRUE;
}

/* The source of a participle or of a verb behind "and": that of the cue
 * before it in the sentence, else the subject of the sentence. */
static ReadoutPhrase
borrow_source (const Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  gint32               here = syntax->tokens[self->verb].quotation;
  guint                first = self->first;

  for (guint k = self->drafts->len; k > 0 && k + 4 > self->drafts->len; k--)
    {
      const ReadoutDraft *draft
          = &g_array_index (self->drafts, ReadoutDraft, k - 1);
      guint reach = draft->n_content > 0
                        ? draft->content[draft->n_content - 1].end
                        : draft->cue.end;

      /* Of this sentence, or with a quotation that reaches into it. */
      if (draft->sentence != self->sentence && reach <= self->first)
        break;
      if (draft->cue.first < self->verb
          && draft->pattern != READOUT_DRAFT_ACCORDING
          && syntax->tokens[draft->cue.first].quotation == here)
        return draft->source;
    }

  /* The rest of a quotation at the beginning has no subject for the cue. */
  while (first < self->verb && syntax->tokens[first].quotation != here)
    first++;
  return readout_syntax_main_subject (syntax, first, self->verb);
}

static gboolean
has_actor (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  g_autoptr (GArray) actors = g_array_new (FALSE, FALSE, sizeof (gint32));

  readout_syntax_get_actors (syntax, phrase, actors);
  return actors->len > 0;
}

static void
try_participle (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                p = self->verb;
  guint                flags;
  ReadoutPhrase        source = { 0, 0 };
  guint                n = self->drafts->len;

  if (self->share < MIN_PARTICIPLE_SHARE && !self->is_phrase)
    return;
  p = readout_syntax_skip_back (syntax, self->first, p, &flags);
  if (p < self->verb && has (self, self->verb - 1, READOUT_WORD_BE))
    return;
  if (p <= self->first)
    return;

  if (is (self, p - 1, ",") || is (self, p - 1, "while")
      || is (self, p - 1, "and") || is_quote (self, p - 1))
    source = borrow_source (self);
  else
    {
      /* "with the two sides stressing" */
      source = readout_syntax_phrase_before (syntax, self->first, p);
      if (source.first <= self->first || source.first == source.end
          || !is (self, source.first - 1, "with"))
        return;
    }

  if (source.end == source.first)
    return;
  if (try_after (self, source))
    for (guint k = n; k < self->drafts->len; k++)
      {
        ReadoutDraft *draft = &g_array_index (self->drafts, ReadoutDraft, k);

        draft->pattern = READOUT_DRAFT_PARTICIPLE;
        draft->borrowed = TRUE;
      }
}

/* Whether the subject and verb can be a noun phrase with a noun that only
 * looks like the verb: "the U.S. claims", "news reports". */
static gboolean
is_likely_noun (const Site *self, ReadoutPhrase subject)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (self->form == READOUT_VERB_BASE)
    {
      /* "they say", "officials say": only after a plural. */
      gint32 mention
          = subject.end > subject.first ? syntax->ending[subject.end - 1] : -1;

      if (has (self, self->verb - 1, READOUT_WORD_PRONOUN))
        return is (self, self->verb - 1, "it")
               || is (self, self->verb - 1, "he")
               || is (self, self->verb - 1, "she");
      if (readout_syntax_is (syntax, self->after, "that"))
        return FALSE;
      return mention < 0
             || !(syntax->mentions[mention].actor >= 0
                  && syntax->actors[syntax->mentions[mention].actor].plural);
    }
  if (self->form == READOUT_VERB_S)
    {
      if (strcmp (syntax->tokens[self->verb].lower, "says") == 0
          || strcmp (syntax->tokens[self->verb].lower, "tells") == 0)
        return FALSE;
      if (readout_syntax_is (syntax, self->after, "that")
          || readout_syntax_is (syntax, self->after, "the"))
        return FALSE;
      return subject.end == subject.first
             || syntax->ending[subject.end - 1] < 0;
    }
  return FALSE;
}

static void
try_site (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                flags;
  guint                n = self->drafts->len;
  ReadoutPhrase        source;
  gboolean             borrowed = FALSE;
  gboolean             behind;

  if (self->form == READOUT_VERB_ING)
    {
      try_participle (self);
      return;
    }

  /* "the said plan" */
  if (self->verb > self->first
      && has (self,
              self->verb - 1,
              READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE)
      && !self->is_phrase)
    return;

  /* "who asked not to be named" describes the source. */
  if (is (self, self->after, "not") && is (self, self->after + 1, "to")
      && is (self, self->after + 2, "be"))
    return;

  source
      = readout_syntax_find_subject (syntax, self->first, self->verb, &flags);
  if ((flags
       & (READOUT_SUBJECT_MODAL | READOUT_SUBJECT_NEGATED
          | READOUT_SUBJECT_INFINITIVE | READOUT_SUBJECT_FUTURE))
      != 0)
    return;
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0 && !self->is_phrase)
    return;
  /* "what she called": the content is about it all the same. */

  if ((flags & READOUT_SUBJECT_COORDINATED) != 0)
    {
      source = borrow_source (self);
      borrowed = TRUE;
      if (self->form == READOUT_VERB_BASE || !has_actor (syntax, source))
        return;
    }

  if (source.end == source.first)
    {
      /* “…,” said X. */
      guint         edge = self->verb;
      ReadoutPhrase follower;

      while (edge > self->first && has (self, edge - 1, READOUT_WORD_ADVERB))
        edge--;
      if (edge <= self->first
          || !(is_quote (self, edge - 1) || is (self, edge - 1, ",")))
        return;
      follower = readout_syntax_phrase_after (syntax, self->after, self->end);
      if (follower.end == follower.first)
        return;
      if (!has_actor (syntax, follower)
          && self->share < MIN_SHARE_WITHOUT_ACTOR)
        return;
      try_before (self, follower, edge);
      return;
    }

  if (is_likely_noun (self, source))
    return;
  if (!borrowed && !has_actor (syntax, source))
    {
      if (self->share < MIN_SHARE_WITHOUT_ACTOR)
        return;
      /* "the study revealed the remains of a wall" */
      self->patterns &= READOUT_CUE_CLAUSE | READOUT_CUE_TOLD
                        | READOUT_CUE_TOLD_PREPOSITION | READOUT_CUE_QUOTE;
    }

  /* A closing mark or comma right before the source, with words that can be a
   * content before that, and nothing but adjuncts after the cue. */
  behind = !borrowed && source.first > self->first
           && (closes_quotation (syntax, source.first - 1) >= 0
               || (is (self, source.first - 1, ",")
                   && source.first > self->first + 1
                   && closes_quotation (syntax, source.first - 2) >= 0));
  if (behind && try_before (self, source, source.first))
    return;

  {
    guint end = self->drafts->len;

    if (!borrowed && source.first > self->first
        && is (self, source.first - 1, ","))
      {
        guint rest = skip_adjuncts (self, self->after, NULL);

        if (rest >= self->end
            || (has (self, rest, READOUT_WORD_SIGN) && !is (self, rest, ":")
                && opens_quotation (syntax, rest) < 0
                && opens_quotation (syntax, rest + 1) < 0))
          if (try_before (self, source, source.first))
            return;
      }
    if (!try_after (self, source) && self->drafts->len == end
        && source.first > self->first && !borrowed)
      try_before (self, source, source.first);
  }

  for (guint k = n; k < self->drafts->len; k++)
    g_array_index (self->drafts, ReadoutDraft, k).borrowed = borrowed;
}

/* "according to X" at the beginning, in the middle or at the end. */
static void
try_according (Site *self)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        cue = { self->verb, self->verb + 2 };
  ReadoutPhrase        source
      = readout_syntax_phrase_after (syntax, self->verb + 2, self->end);
  ReadoutDraft *draft;
  guint         rest = source.end;
  guint         before = self->verb;
  guint         start = self->first;

  if (source.end == source.first)
    return;

  for (guint i = self->verb; i > self->first; i--)
    if (is (self, i - 1, "that"))
      {
        start = i;
        break;
      }

  draft = readout_drafts_add (
      self->drafts, syntax, cue, source, READOUT_DRAFT_ACCORDING, 90);

  if (before > start && is (self, before - 1, ","))
    before--;
  if (before >= start + 3)
    {
      /* What comes after a comma is a relative clause or other remark on the
       * source, unless what came before is no clause yet. */
      gboolean has_verb = FALSE;

      readout_draft_add_content (
          draft, syntax, (ReadoutPhrase){ start, before });
      for (guint i = start; i < before; i++)
        has_verb |= has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY);
      if (has_verb || !is (self, rest, ","))
        return;
    }

  /* A clause that tells more of the source. */
  while (rest < self->end && !is (self, rest, ","))
    rest++;
  if (has (self, rest + 1, READOUT_WORD_RELATIVE))
    {
      rest++;
      while (rest < self->end && !is (self, rest, ","))
        rest++;
    }
  if (rest + 2 < self->end)
    readout_draft_add_content (
        draft, syntax, take_content (self, rest + 1, FALSE));
  if (draft->n_content == 0)
    drop_last (self);
}

/**
 * readout_statement_cues_find:
 * @syntax: the syntax
 * @sentence: index of a sentence
 * @drafts: (element-type ReadoutDraft): where to add what is found
 *
 * Finds the statements whose cue is in a sentence.
 */
void
readout_statement_cues_find (const ReadoutSyntax *syntax,
                             guint                sentence,
                             GArray              *drafts)
{
  const ReadoutSentence *whole = &syntax->sentences[sentence];

  for (guint i = whole->first; i < whole->end; i++)
    {
      Site   self = { .syntax = syntax, .drafts = drafts };
      gint32 q = syntax->tokens[i].quotation;
      guint  phrase_end;

      if (syntax->covering[i] >= 0 || syntax->dated[i] >= 0
          || readout_syntax_has (syntax, i, READOUT_WORD_SIGN))
        continue;

      self.sentence = sentence;
      self.verb = i;
      self.first = whole->first;
      self.end = whole->end;
      if (q >= 0)
        {
          const ReadoutQuotation *quotation = &syntax->quotations[q];

          self.first = MAX (self.first, quotation->first + 1);
          self.end
              = MIN (self.end,
                     quotation->closed ? quotation->end - 1 : quotation->end);
        }
      else
        while (self.end > self.first
               && (readout_syntax_is (syntax, self.end - 1, ".")
                   || readout_syntax_is (syntax, self.end - 1, "!")
                   || readout_syntax_is (syntax, self.end - 1, "?")))
          self.end--;

      if (readout_syntax_is (syntax, i, "according")
          && readout_syntax_is (syntax, i + 1, "to"))
        {
          try_according (&self);
          i++;
          continue;
        }

      phrase_end = readout_cue_lexicon_match_phrase (
          syntax->tokens, i, self.end, &self.form, &self.patterns);
      if (phrase_end > 0)
        {
          self.after = phrase_end;
          self.share = 70;
          self.is_phrase = TRUE;
          try_site (&self);
          i = phrase_end - 1;
          continue;
        }

      self.cue = readout_cue_lexicon_find (syntax->tokens[i].lower);
      if (self.cue == NULL)
        continue;
      self.after = i + 1;
      self.form = self.cue->form;
      self.patterns = self.cue->patterns;
      self.share = self.cue->share;
      try_site (&self);
    }
}
