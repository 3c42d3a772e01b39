/* nominals.c: common nouns that take up an actor
 *
 * A common noun takes up the last body or state that it can stand for, or the
 * person who has such a title.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/nominals.h"

#include "detect/actors/context.h"
#include "detect/actors/titles.h"
#include "detect/actors/walk.h"
#include "detect/article/syntax.h"

static gboolean
is_acronym (const ReadoutActorContext     *self,
            const ReadoutCandidateMention *mention)
{
  return mention->end == mention->first + 1
         && (self->tokens[mention->first].flags & READOUT_TOKEN_ALL_CAPS) != 0
         && readout_lexicon_match (self->lexicon,
                                   self->tokens,
                                   mention->first,
                                   mention->end,
                                   READOUT_LEXICON_ORGANIZATION,
                                   NULL)
                == 0;
}

/* The last body before a nominal whose name has its head, or that is of no
 * other kind. */
static gint32
find_body (const ReadoutActorWalk *walk, guint nominal)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  const char                    *head = self->tokens[m->head].lower;
  gint32                         other = -1;

  for (gint32 i = (gint32)nominal - 1;
       i >= 0 && i > (gint32)nominal - READOUT_ACTOR_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *body = &self->mentions[i];

      if (body->type != READOUT_MENTION_ORGANIZATION || body->actor < 0
          || readout_actor_walk_get_actor (walk, body->actor)->type
                 != READOUT_ACTOR_ORGANIZATION)
        continue;
      for (guint32 k = body->first; k < body->end; k++)
        if (strcmp (self->tokens[k].lower, head) == 0)
          return body->actor;
      if (strcmp (head, "party") == 0 && is_acronym (self, body))
        return body->actor;
      if (other < 0)
        other = body->actor;
    }

  return readout_token_is_in (&self->tokens[m->head],
                              READOUT_WORDS_VAGUE_BODIES)
             ? other
             : -1;
}

/* Whether it starts with "a": a group that comes up for the first time. */
static gboolean
is_new (const ReadoutActorContext *self, guint nominal)
{
  guint32 first = self->mentions[nominal].first;

  return readout_syntax_is_in (
      self->syntax, first, READOUT_WORDS_NOMINAL_ARTICLES);
}

/* The last group whose noun is the same, or -1. */
static gint32
find_group (const ReadoutActorWalk *walk, guint nominal)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];

  for (gint32 i = (gint32)nominal - 1;
       i >= 0 && i > (gint32)nominal - READOUT_ACTOR_LOOK_BACK;
       i--)
    if (self->mentions[i].actor >= 0
        && readout_actor_walk_get_actor (walk, self->mentions[i].actor)->type
               == READOUT_ACTOR_GROUP
        && readout_actor_walk_is_head (
            walk, m, self->tokens[self->mentions[i].head].lower))
      return self->mentions[i].actor;

  return -1;
}

/* Links "the ministry", "the government", "the Indian side". */
static void
link_body (ReadoutActorWalk *walk, guint nominal)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  const char                    *head = self->tokens[m->head].lower;
  const char            *code = readout_actor_titles_find_code (walk, nominal);
  ReadoutCandidateActor *actor;
  g_autofree char       *key = NULL;
  g_autofree char       *text = NULL;
  gint32                 index = -1;
  gboolean               side
      = readout_token_is_in (&self->tokens[m->head], READOUT_WORDS_SIDES);

  if (readout_actor_context_is_plural (self, nominal)
      && strcmp (head, "forces") != 0)
    return;

  if (readout_token_is_in (&self->tokens[m->head], READOUT_WORDS_GOVERNMENTS))
    {
      if (*code == '\0')
        code = self->home;
      if (*code == '\0')
        return;
      index = readout_actor_context_get_state (self, code);
      readout_actor_walk_tie (walk, nominal, index);
      return;
    }

  if (!side)
    index = find_body (walk, nominal);
  if (index >= 0)
    {
      readout_actor_walk_tie (walk, nominal, index);
      return;
    }

  /* Of a dead man. */
  if (strcmp (head, "body") == 0)
    return;

  text = readout_actor_walk_slice (walk, m->first + 1, m->end);
  key = readout_actor_titles_make_key (walk, nominal, text, code);
  index = GPOINTER_TO_INT (g_hash_table_lookup (walk->groups, key)) - 1;
  if (index < 0 && *code == '\0' && side && !is_new (self, nominal))
    index = find_group (walk, nominal);
  if (index < 0)
    {
      /* A bare "side" or "team" is too vague to stand for anybody. */
      if (*code == '\0' && side && strcmp (head, "delegation") != 0
          && !is_new (self, nominal))
        return;
      index = readout_actor_context_add (
          self,
          side ? READOUT_ACTOR_GROUP : READOUT_ACTOR_ORGANIZATION,
          g_strdup (text),
          45,
          "actors/nominals: a common noun for nobody known");
      actor = readout_actor_walk_get_actor (walk, index);
      actor->plural = actor->type == READOUT_ACTOR_GROUP;
      readout_actor_context_set_country (
          actor, code, "actors/nominals: a nation beside the noun");
      if (*code != '\0')
        actor->affiliation
            = g_strdup (readout_lexicon_get_country_name (self->lexicon, code));
      g_hash_table_insert (
          walk->groups, g_steal_pointer (&key), GINT_TO_POINTER (index + 1));
    }

  readout_actor_walk_tie (walk, nominal, index);
}

static gboolean
is_kingdom (const char *code)
{
  g_autofree char *small = g_ascii_strdown (code, -1);

  return readout_word_group_has (READOUT_WORDS_KINGDOMS, small);
}

/* "The country" and "the kingdom" are the last state that was spoken of, and
 * "the kingdom" is one that is one. */
static void
link_place (ReadoutActorWalk *walk, guint nominal)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  gboolean    kingdom = readout_actor_walk_is_head (walk, m, "kingdom");
  const char *code = "";

  if (readout_actor_context_is_plural (self, nominal)
      || readout_token_is_in (&self->tokens[m->head],
                              READOUT_WORDS_VAGUE_PLACES))
    return;

  if (kingdom && is_kingdom (self->home))
    code = self->home;
  for (gint32 i = (gint32)nominal - 1;
       *code == '\0' && i >= 0 && i > (gint32)nominal - READOUT_ACTOR_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *other = &self->mentions[i];
      const ReadoutCandidateActor   *actor;

      if (other->actor < 0)
        continue;
      actor = readout_actor_walk_get_actor (walk, other->actor);
      if (*actor->country != '\0'
          && (actor->type == READOUT_ACTOR_GOVERNMENT
              || actor->type == READOUT_ACTOR_PERSON)
          && (!kingdom || is_kingdom (actor->country)))
        code = actor->country;
    }
  if (*code == '\0')
    return;

  readout_actor_context_tie (
      self, nominal, readout_actor_context_get_state (self, code));
}

/* The person whose name stands beside a noun: "his wife, Ann Hill," "Ann Hill,
 * his wife,", or -1. */
static gint32
find_named (const ReadoutActorWalk *walk, guint nominal)
{
  const ReadoutActorContext     *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[nominal];
  guint32                        at = m->end;
  gint32                         other;

  if (readout_syntax_is (self->syntax, at, ","))
    at++;
  other = at < self->syntax->n_tokens ? self->syntax->starting[at] : -1;
  if (other < 0 && m->first > 0
      && readout_syntax_is (self->syntax, m->first - 1, ","))
    other = readout_actor_context_get_ending (self, m->first - 1);
  if (other < 0 || self->mentions[other].type != READOUT_MENTION_PERSON
      || self->mentions[other].form != READOUT_FORM_NAME)
    return -1;

  return self->mentions[other].actor;
}

/* The last person who has a title or no name. */
static gint32
find_official (const ReadoutActorWalk *walk, guint nominal)
{
  const ReadoutActorContext *self = walk->context;

  for (gint32 i = (gint32)nominal - 1;
       i >= 0 && i > (gint32)nominal - READOUT_ACTOR_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateActor *actor;

      if (self->mentions[i].actor < 0)
        continue;
      actor = readout_actor_walk_get_actor (walk, self->mentions[i].actor);
      if (actor->type == READOUT_ACTOR_PERSON
          && (actor->role != NULL || actor->anonymous))
        return self->mentions[i].actor;
    }

  return -1;
}

static void
link_person (ReadoutActorWalk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];

  if (!readout_actor_context_is_plural (self, mention))
    {
      gint32 holder = find_named (walk, mention);

      if (holder < 0)
        holder = readout_actor_titles_find_holder (walk, mention);
      if (holder < 0
          && !readout_syntax_is_in (
              self->syntax, m->head, READOUT_WORDS_UNTITLED_PEOPLE))
        holder = find_official (walk, mention);
      if (holder >= 0)
        readout_actor_context_tie (self, mention, holder);
      return;
    }

  /* A plural takes up a group of the same word. */
  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - READOUT_ACTOR_LOOK_BACK;
       i--)
    if (self->mentions[i].actor >= 0
        && readout_actor_walk_get_actor (walk, self->mentions[i].actor)->plural
        && strcmp (self->tokens[self->mentions[i].head].lower,
                   self->tokens[m->head].lower)
               == 0)
      {
        readout_actor_context_tie (self, mention, self->mentions[i].actor);
        return;
      }
}

/**
 * readout_actor_nominals_link:
 * @self: the walk
 * @nominal: index of a common noun that is nobody's yet
 */
void
readout_actor_nominals_link (ReadoutActorWalk *self, guint nominal)
{
  switch (self->context->mentions[nominal].type)
    {
    case READOUT_MENTION_LOCATION:
      link_place (self, nominal);
      break;
    case READOUT_MENTION_ORGANIZATION:
      link_body (self, nominal);
      break;
    default:
      link_person (self, nominal);
    }
}
