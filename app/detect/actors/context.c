/* context.c: what the sieves of the actor linker share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/context.h"

#include <string.h>

#include "detect/article/clauses.h"
#include "detect/words/cue-lexicon.h"

/* How far a subject's verb may stand behind an apposition, in tokens. */
#define MAX_APPOSITION 24
/* How many names joined by "and" are looked at. */
#define MAX_JOINED 4

/**
 * readout_actor_context_add:
 * @self: the context
 * @type: the type of the actor
 * @name: (transfer full): its name
 * @confidence: 0 to 100
 * @rule: the rule that makes it, see #ReadoutCandidateActor
 *
 * Returns: the index of a new actor
 */
gint32
readout_actor_context_add (ReadoutActorContext *self,
                           ReadoutActorType     type,
                           char                *name,
                           int                  confidence,
                           const char          *rule)
{
  ReadoutCandidateActor actor = { 0 };
  ReadoutActorInfo      info = { -1, -1, -1, -1, 0, FALSE };

  actor.type = type;
  actor.name = name;
  actor.confidence = confidence;
  actor.rule = rule;
  g_array_append_val (self->analysis->actors, actor);
  g_array_append_val (self->infos, info);

  return self->analysis->actors->len - 1;
}

/**
 * readout_actor_context_tie:
 * @self: the context
 * @mention: index of a mention
 * @actor: index of an actor
 */
void
readout_actor_context_tie (ReadoutActorContext *self,
                           guint                mention,
                           gint32               actor)
{
  self->mentions[mention].actor = actor;
  readout_actor_context_get_info (self, actor)->last = mention;
}

/**
 * readout_actor_context_set_country:
 * @actor: an actor
 * @code: a country code, or an empty string
 * @rule: the rule that found it, as in #ReadoutCandidateActor
 *
 * Gives an actor a country if it has none; the first one that is found stands.
 */
void
readout_actor_context_set_country (ReadoutCandidateActor *actor,
                                   const char            *code,
                                   const char            *rule)
{
  if (*code == '\0' || *actor->country != '\0')
    return;

  g_strlcpy (actor->country, code, sizeof actor->country);
  actor->country_rule = rule;
}

/**
 * readout_actor_context_get_state:
 * @self: the context
 * @code: a country code, not empty
 *
 * Returns: the index of the country's government, made if it is new
 */
gint32
readout_actor_context_get_state (ReadoutActorContext *self, const char *code)
{
  gint32 index = GPOINTER_TO_INT (g_hash_table_lookup (self->states, code)) - 1;
  const char *name;

  if (index >= 0)
    return index;

  /* It may be another actor's, and adding one moves them. */
  code = g_string_chunk_insert_const (self->analysis->strings, code);
  name = readout_lexicon_get_country_name (self->lexicon, code);
  index = readout_actor_context_add (self,
                                     READOUT_ACTOR_GOVERNMENT,
                                     g_strdup (name != NULL ? name : code),
                                     70,
                                     "actors/states: a state that acts");
  readout_actor_context_set_country (
      readout_analysis_get_actor (self->analysis, index),
      code,
      "actors/states: the state itself");
  g_hash_table_insert (
      self->states, (gpointer)code, GINT_TO_POINTER (index + 1));

  return index;
}

/**
 * readout_actor_context_get_code:
 * @self: the context
 * @mention: index of a mention of a place or a nation
 *
 * Returns: the code of its country, or an empty string
 */
const char *
readout_actor_context_get_code (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  const ReadoutLexiconEntry     *entry = NULL;
  guint32                        classes;

  if (m->type == READOUT_MENTION_LOCATION)
    classes = READOUT_LEXICON_COUNTRY | READOUT_LEXICON_CAPITAL;
  else if (m->type == READOUT_MENTION_NATIONALITY)
    classes = READOUT_LEXICON_NATIONALITY;
  else
    return "";

  if (readout_lexicon_match (
          self->lexicon, self->tokens, m->first, m->end, classes, &entry)
      == m->end - m->first)
    return entry->value;

  return "";
}

/**
 * readout_actor_context_get_seat:
 * @self: the context
 * @mention: index of a mention of a place, a nation or a body
 *
 * Like readout_actor_context_get_code(), but for towns, provinces and
 * well-known bodies too.
 *
 * Returns: the code of its country, or an empty string
 */
const char *
readout_actor_context_get_seat (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  const ReadoutLexiconEntry     *entry = NULL;
  const char *code = readout_actor_context_get_code (self, mention);
  guint32     classes;

  if (*code != '\0')
    return code;
  if (m->type == READOUT_MENTION_LOCATION)
    classes = READOUT_LEXICON_CITY | READOUT_LEXICON_SUBDIVISION;
  else if (m->type == READOUT_MENTION_ORGANIZATION)
    classes = READOUT_LEXICON_ORGANIZATION;
  else
    return "";

  if (readout_lexicon_match (
          self->lexicon, self->tokens, m->first, m->end, classes, &entry)
          == m->end - m->first
      && strcmp (entry->value, "-") != 0)
    return entry->value;

  return "";
}

/**
 * readout_actor_context_is_plural:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: whether its head is a plural
 */
gboolean
readout_actor_context_is_plural (const ReadoutActorContext *self, guint mention)
{
  const ReadoutToken *head = &self->tokens[self->mentions[mention].head];

  if (readout_token_is_in (head, READOUT_WORDS_SINGULARS_IN_S))
    return FALSE;

  return g_str_has_suffix (head->lower, "s")
         || g_str_has_suffix (head->lower, "men")
         || strcmp (head->lower, "people") == 0;
}

/**
 * readout_actor_context_is_quoted:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: whether it stands inside a quotation
 */
gboolean
readout_actor_context_is_quoted (const ReadoutActorContext *self, guint mention)
{
  return self->tokens[self->mentions[mention].first].quotation >= 0;
}

/**
 * readout_actor_context_get_nested_ending:
 * @self: the context
 * @end: index of a token
 *
 * Returns: the shortest mention that ends before token @end, or -1
 */
gint32
readout_actor_context_get_nested_ending (const ReadoutActorContext *self,
                                         guint32                    end)
{
  gint32 widest = readout_actor_context_get_ending (self, end);
  gint32 found = widest;

  if (widest < 0)
    return -1;
  for (guint i = widest + 1;
       i < self->n_mentions && self->mentions[i].first < end;
       i++)
    if (self->mentions[i].end == end)
      found = i;

  return found;
}

/**
 * readout_actor_context_get_possessor:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: the mention that possesses it by a "'s" before it, or -1
 */
gint32
readout_actor_context_get_possessor (const ReadoutActorContext *self,
                                     guint                      mention)
{
  guint32 at = self->mentions[mention].first;

  if (at < 2 || !readout_syntax_is (self->syntax, at - 1, "'s"))
    return -1;

  return readout_actor_context_get_ending (self, at - 1);
}

/**
 * readout_actor_context_is_verb:
 * @self: the context
 * @at: index of a token, or the number of tokens
 *
 * Returns: whether a finite verb stands there, as far as one can tell
 */
gboolean
readout_actor_context_is_verb (const ReadoutActorContext *self, guint32 at)
{
  const ReadoutCue *cue;

  if (at >= self->syntax->n_tokens
      || (self->tokens[at].flags & READOUT_TOKEN_WORD) == 0
      || (self->tokens[at].flags & READOUT_TOKEN_CAPITAL) != 0)
    return FALSE;
  if (readout_syntax_has (self->syntax,
                          at,
                          READOUT_WORD_AUXILIARY | READOUT_WORD_BE
                              | READOUT_WORD_MODAL | READOUT_WORD_PAST))
    return TRUE;
  if (readout_syntax_is_in (self->syntax, at, READOUT_WORDS_FINITE_VERBS))
    return TRUE;

  cue = readout_cue_lexicon_find (self->tokens[at].lower);

  return cue != NULL
         && (cue->form == READOUT_VERB_S || cue->form == READOUT_VERB_PAST);
}

/* The token after the brackets and the apposition behind a mention. */
static guint32
skip_apposition (const ReadoutActorContext *self, guint32 at, guint32 limit)
{
  if (at + 2 < limit && readout_syntax_is (self->syntax, at, "("))
    for (guint32 i = at + 1; i < limit && i < at + 8; i++)
      if (readout_syntax_is (self->syntax, i, ")"))
        {
          at = i + 1;
          break;
        }

  if (at < limit && readout_syntax_is (self->syntax, at, ","))
    for (guint32 i = at + 1; i < limit && i < at + MAX_APPOSITION; i++)
      if (readout_syntax_is (self->syntax, i, ","))
        {
          if (readout_actor_context_is_verb (self, i + 1))
            return i + 1;
          break;
        }

  return at;
}

/* The mention that "and" or a comma joins to this one, or -1. */
static gint32
find_next_joined (const ReadoutActorContext *self, guint mention, guint32 limit)
{
  guint32 at = self->mentions[mention].end;

  if (at >= limit
      || !(readout_syntax_is (self->syntax, at, "and")
           || readout_syntax_is (self->syntax, at, ",")))
    return -1;
  at++;
  if (at < limit && readout_syntax_is (self->syntax, at, "and"))
    at++;
  if (at < limit
      && readout_syntax_has (self->syntax, at, READOUT_WORD_DETERMINER))
    at++;

  return at < limit ? self->syntax->starting[at] : -1;
}

/**
 * readout_actor_context_get_joined:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: the mention that stands before "and" or a comma before it, or -1
 */
gint32
readout_actor_context_get_joined (const ReadoutActorContext *self,
                                  guint                      mention)
{
  guint32 at = self->mentions[mention].first;

  if (at > 0
      && readout_syntax_has (self->syntax, at - 1, READOUT_WORD_DETERMINER))
    at--;
  if (at < 2
      || !(readout_syntax_is (self->syntax, at - 1, "and")
           || readout_syntax_is (self->syntax, at - 1, ",")))
    return -1;
  at--;
  if (readout_syntax_is (self->syntax, at - 1, ","))
    at--;

  return readout_actor_context_get_ending (self, at);
}

/**
 * readout_actor_context_is_subject:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: whether a verb follows it, or others joined to it, and no
 *   preposition stands before it
 */
gboolean
readout_actor_context_is_subject (const ReadoutActorContext *self,
                                  guint                      mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  const ReadoutSentence         *sentence = readout_analysis_get_sentence (
      self->analysis, self->tokens[m->first].sentence);
  guint32 before = m->first;
  gint32  next = mention;

  if (before > sentence->first
      && readout_syntax_has (self->syntax, before - 1, READOUT_WORD_DETERMINER))
    before--;
  if (before > sentence->first
      && readout_syntax_has (
          self->syntax, before - 1, READOUT_WORD_PREPOSITION))
    return FALSE;

  for (guint n = 0; next >= 0 && n < MAX_JOINED; n++)
    {
      const ReadoutCandidateMention *last = &self->mentions[next];
      guint32                        at = last->end;

      if (last->type == READOUT_MENTION_PERSON
          || last->type == READOUT_MENTION_TITLE
          || last->type == READOUT_MENTION_ORGANIZATION)
        at = skip_apposition (self, at, sentence->end);
      /* "Jordan on Monday also took part". */
      while (at < sentence->end
             && (readout_syntax_has (self->syntax, at, READOUT_WORD_ADVERB)
                 || self->syntax->dated[at] >= 0
                 || (at + 1 < sentence->end && self->syntax->dated[at + 1] >= 0
                     && readout_syntax_is (self->syntax, at, "on"))))
        at++;
      if (at < sentence->end && readout_actor_context_is_verb (self, at))
        return TRUE;
      next = find_next_joined (self, next, sentence->end);
    }

  return FALSE;
}

/**
 * readout_actor_context_is_agent:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: whether "by" or "according to" stands before it or others that it
 *   is joined to
 */
gboolean
readout_actor_context_is_agent (const ReadoutActorContext *self, guint mention)
{
  gint32 first = mention;

  for (guint n = 0; first >= 0 && n < MAX_JOINED; n++)
    {
      guint32 at = self->mentions[first].first;

      if (at > 0
          && readout_syntax_has (self->syntax, at - 1, READOUT_WORD_DETERMINER))
        at--;
      if (at > 0 && readout_syntax_is (self->syntax, at - 1, "by"))
        return TRUE;
      if (at > 1 && readout_clauses_skip_according (self->syntax, at - 2) == at)
        return TRUE;
      first = readout_actor_context_get_joined (self, first);
    }

  return FALSE;
}

/**
 * readout_actor_context_is_international:
 * @self: the context
 * @actor: index of an actor
 *
 * Returns: whether it is one of the known bodies that are of no country
 */
gboolean
readout_actor_context_is_international (const ReadoutActorContext *self,
                                        gint32                     actor)
{
  gint32 name = readout_actor_context_get_info (self, actor)->name_mention;
  const ReadoutCandidateMention *m;
  const ReadoutLexiconEntry     *entry = NULL;

  if (name < 0)
    return FALSE;
  m = &self->mentions[name];

  return readout_lexicon_match (self->lexicon,
                                self->tokens,
                                m->first,
                                m->end,
                                READOUT_LEXICON_ORGANIZATION,
                                &entry)
             == m->end - m->first
         && *entry->value == '\0';
}
