/* roles.c: titles beside a name
 *
 * A title before a name, behind it between commas, or joined to it by a form
 * of "be" is that person's.  The longest becomes the role; what it holds of
 * nations and bodies, or who possesses it, tells for whom the person acts.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/roles.h"

#include <string.h>

#include "detect/actors/context.h"
#include "detect/article/syntax.h"
#include "detect/words/cue-lexicon.h"
#include "language/work.h"

/* "His Royal Highness Sheikh Dr": no person has more. */
#define MAX_HONORIFICS 4
/* How far before a name its nation may stand, in words and names. */
#define MAX_BESIDE 6
/* As many words may stand before the title in an apposition. */
#define MAX_LEADING 3
/* How many people share a title. */
#define MAX_LISTED 6
/* No title is longer, in characters, as far as comparing goes. */
#define MAX_TITLE 1000

static gboolean
is_title (const ReadoutActorContext *self, gint32 mention)
{
  return mention >= 0 && self->mentions[mention].type == READOUT_MENTION_TITLE;
}

/* The first token of the honorifics before @at, or @at. */
static guint32
skip_honorifics (const ReadoutActorContext *self, guint32 at)
{
  for (guint round = 0; round < MAX_HONORIFICS; round++)
    {
      guint32 before = at;

      for (guint n = MIN (at, 4); n >= 1 && before == at; n--)
        {
          guint length = readout_lexicon_match (self->lexicon,
                                                self->tokens,
                                                at - n,
                                                at,
                                                READOUT_LEXICON_HONORIFIC,
                                                NULL);

          if (length == n
              || (length == n - 1 && length > 0
                  && readout_syntax_is (self->syntax, at - 1, ".")))
            before = at - n;
        }
      if (before == at)
        break;
      at = before;
    }

  return at;
}

static void
set_country (ReadoutActorContext   *self,
             ReadoutCandidateActor *actor,
             guint                  mention,
             const char            *rule)
{
  const char *code = readout_actor_context_get_seat (self, mention);

  if (*code == '\0' || *actor->country != '\0')
    return;

  readout_actor_context_set_country (actor, code, rule);
  if (actor->affiliation == NULL)
    actor->affiliation
        = g_strdup (readout_lexicon_get_country_name (self->lexicon, code));
}

/* Takes a nation or a body as the one that the actor acts for. */
static void
serve (ReadoutActorContext *self, gint32 index, guint mention, const char *rule)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutActorInfo      *info = readout_actor_context_get_info (self, index);
  ReadoutCandidateActor *actor
      = readout_analysis_get_actor (self->analysis, index);

  if (m->type == READOUT_MENTION_ORGANIZATION)
    {
      if (actor->affiliation == NULL)
        actor->affiliation
            = readout_analysis_slice (self->analysis, m->first, m->end);
      if (info->served < 0)
        info->served = mention;
    }
  if (m->type == READOUT_MENTION_ORGANIZATION
      || m->type == READOUT_MENTION_LOCATION
      || m->type == READOUT_MENTION_NATIONALITY)
    set_country (self, actor, mention, rule);
}

/* The place, nation or body that "its" or "their" before @at stands for: the
 * last one before it in its sentence, or -1. */
static gint32
find_owner (const ReadoutActorContext *self, guint32 at)
{
  guint32 start = readout_analysis_get_sentence (self->analysis,
                                                 self->tokens[at].sentence)
                      ->first;

  for (guint32 i = at; i > start; i--)
    {
      gint32 owner = readout_actor_context_get_nested_ending (self, i);

      if (owner >= 0
          && ((self->mentions[owner].type == READOUT_MENTION_ORGANIZATION
               && self->mentions[owner].form == READOUT_FORM_NAME)
              || *readout_actor_context_get_code (self, owner) != '\0'))
        return owner;
    }

  return -1;
}

/* Reads the nations and bodies that a title holds or belongs to. */
static void
read_title (ReadoutActorContext *self, gint32 actor, guint title)
{
  const ReadoutCandidateMention *t = &self->mentions[title];
  gint32 possessor = readout_actor_context_get_possessor (self, title);

  for (guint i = title + 1;
       i < self->n_mentions && self->mentions[i].first < t->end;
       i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];
      guint32                        before = m->first;

      /* An ambassador to a country does not act for it. */
      if (before > 0 && readout_syntax_is (self->syntax, before - 1, "the"))
        before--;
      if (before > t->first
          && readout_syntax_is (self->syntax, before - 1, "to"))
        continue;

      serve (self, actor, i, "actors/roles: a nation or body in the title");
    }

  if (possessor < 0 && t->first > 0
      && (readout_syntax_is (self->syntax, t->first - 1, "its")
          || readout_syntax_is (self->syntax, t->first - 1, "their")))
    possessor = find_owner (self, t->first - 1);
  if (possessor >= 0)
    serve (self, actor, possessor, "actors/roles: whose office the title is");
}

/* Whether a token may stand between a nation and a name that belongs to it. */
static gboolean
is_describing (const ReadoutActorContext *self, guint32 at)
{
  if (readout_syntax_is (self->syntax, at, "'s")
      || readout_syntax_is (self->syntax, at, "-"))
    return TRUE;

  return (self->tokens[at].flags & READOUT_TOKEN_WORD) != 0
         && !readout_syntax_has (
             self->syntax,
             at,
             READOUT_WORD_DETERMINER | READOUT_WORD_PREPOSITION
                 | READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL
                 | READOUT_WORD_CONJUNCTION | READOUT_WORD_SUBORDINATOR
                 | READOUT_WORD_RELATIVE | READOUT_WORD_PRONOUN)
         && ((self->tokens[at].flags & READOUT_TOKEN_CAPITAL) != 0
             || readout_cue_lexicon_find (self->tokens[at].lower) == NULL);
}

/* Reads the nations and bodies beside a name: "Italy-based analyst X",
 * "the association's X", "X of the city council", "X (Kenya)". */
static void
read_name (ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  guint32                        at = skip_honorifics (self, m->first);
  guint32                        end = m->end;
  gint32                         beside;

  for (guint n = 0; n < MAX_BESIDE && at > 0; n++)
    {
      beside = readout_actor_context_get_ending (self, at);
      if (beside >= 0 && !is_title (self, beside))
        {
          if (self->mentions[beside].type == READOUT_MENTION_PERSON)
            break;
          serve (self,
                 m->actor,
                 beside,
                 "actors/roles: a nation or body before the name");
          at = self->mentions[beside].first;
          continue;
        }
      if (!is_describing (self, at - 1))
        break;
      at--;
    }

  /* "The leaders of Norway, Kari Berg, and of Chile, Luis Mora". */
  if (at == m->first && at > 1 && readout_syntax_is (self->syntax, at - 1, ","))
    {
      beside = readout_actor_context_get_nested_ending (self, at - 1);
      if (beside >= 0 && self->mentions[beside].type == READOUT_MENTION_LOCATION
          && *readout_actor_context_get_code (self, beside) != '\0'
          && readout_syntax_has (self->syntax, end, READOUT_WORD_SIGN))
        serve (self,
               m->actor,
               beside,
               "actors/roles: a country before the name in a list of leaders");
    }

  if (end + 1 >= self->syntax->n_tokens)
    return;
  if (readout_syntax_is (self->syntax, end, "("))
    {
      beside = self->syntax->starting[end + 1];
      if (beside >= 0
          && readout_syntax_is (self->syntax, self->mentions[beside].end, ")"))
        serve (
            self, m->actor, beside, "actors/roles: brackets behind the name");
    }
  else if (readout_syntax_is (self->syntax, end, "of")
           || readout_syntax_is (self->syntax, end, "from"))
    {
      end++;
      while (end + 1 < self->syntax->n_tokens
             && readout_syntax_has (self->syntax, end, READOUT_WORD_DETERMINER))
        end++;
      beside = self->syntax->starting[end];
      if (beside >= 0)
        serve (self,
               m->actor,
               beside,
               "actors/roles: “of” or “from” behind the name");
    }
}

/* How well a title serves as the role: offices before ranks and before words
 * that only describe ("icon"), then by length. */
static guint32
get_weight (const ReadoutActorContext     *self,
            const ReadoutCandidateMention *title)
{
  const ReadoutLexiconEntry *entry = NULL;
  guint32                    length = readout_span_length (
      readout_analysis_get_span (self->analysis, title->first, title->end));

  /* The longest entry that ends with the head: "secretary general" is none. */
  for (guint32 i = title->first; i <= title->head; i++)
    if (readout_lexicon_match (self->lexicon,
                               self->tokens,
                               i,
                               title->head + 1,
                               READOUT_LEXICON_OFFICE,
                               &entry)
        == title->head + 1 - i)
      {
        if (strchr (entry->value, 'r') != NULL)
          return MIN (length, MAX_TITLE);
        break;
      }

  if (readout_token_is_in (&self->tokens[title->head],
                           READOUT_WORDS_VAGUE_TITLES))
    return MAX_TITLE + MIN (length, MAX_TITLE);

  return 2 * MAX_TITLE + MIN (length, MAX_TITLE);
}

/* Ties a title to a person and takes it as the role if it stands beside the
 * name and is the weightiest. */
static void
give_title (ReadoutActorContext *self,
            guint                title,
            gint32               actor,
            gboolean             at_name,
            const char          *rule)
{
  const ReadoutCandidateMention *t = &self->mentions[title];
  ReadoutActorInfo *info = readout_actor_context_get_info (self, actor);
  const ReadoutCandidateMention *old
      = info->role_mention >= 0 ? &self->mentions[info->role_mention] : NULL;
  ReadoutCandidateActor *candidate
      = readout_analysis_get_actor (self->analysis, actor);

  readout_actor_context_tie (self, title, actor);
  g_hash_table_insert (self->roles,
                       (gpointer)self->tokens[t->head].lower,
                       GINT_TO_POINTER (actor + 1));
  read_title (self, actor, title);
  candidate->used = TRUE;

  if (old != NULL
      && (!at_name || get_weight (self, t) <= get_weight (self, old)))
    return;
  info->role_mention = title;
  g_free (candidate->role);
  candidate->role = readout_analysis_slice (self->analysis, t->first, t->end);
  candidate->role_rule = rule;
}

/* Titles before the name at @at, one after another. */
static void
link_before (ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  guint32                        at = skip_honorifics (self, m->first);
  gint32 title = readout_actor_context_get_ending (self, at);

  /* "The minister, Ann Hill, said". */
  if (!is_title (self, title) && at >= 2
      && readout_syntax_is (self->syntax, at - 1, ",")
      && is_title (self, readout_actor_context_get_ending (self, at - 1))
      && !readout_actor_context_is_plural (
          self, readout_actor_context_get_ending (self, at - 1))
      && m->end < self->syntax->n_tokens
      && (readout_syntax_has (self->syntax, m->end, READOUT_WORD_SIGN)
          || readout_actor_context_is_subject (self, mention)))
    title = readout_actor_context_get_ending (self, at - 1);

  for (guint n = 0; n < 3 && is_title (self, title); n++)
    {
      if (self->mentions[title].actor >= 0
          || readout_actor_context_is_plural (self, title))
        return;
      give_title (
          self, title, m->actor, TRUE, "actors/roles: a title before the name");
      at = skip_honorifics (self, self->mentions[title].first);
      title = readout_actor_context_get_ending (self, at);
    }
}

/* Whether a word in small letters may describe the noun that follows. */
static gboolean
is_plain_word (const ReadoutActorContext *self, guint32 at)
{
  return readout_syntax_is (self->syntax, at, "-")
         || ((self->tokens[at].flags & READOUT_TOKEN_WORD) != 0
             && (self->tokens[at].flags & READOUT_TOKEN_CAPITAL) == 0
             && !readout_syntax_has (
                 self->syntax,
                 at,
                 READOUT_WORD_PREPOSITION | READOUT_WORD_AUXILIARY
                     | READOUT_WORD_BE | READOUT_WORD_MODAL
                     | READOUT_WORD_CONJUNCTION | READOUT_WORD_SUBORDINATOR
                     | READOUT_WORD_RELATIVE | READOUT_WORD_PRONOUN));
}

/* Where a title behind the name that ends before @at would begin: after a
 * comma, "who is", a bracket or "is", and determiners; @limit if nothing lets
 * one stand there. */
static guint32
skip_to_title (const ReadoutActorContext *self, guint32 at, guint32 limit)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (readout_syntax_is (syntax, at, ",")
      && readout_syntax_is (syntax, at + 1, "who"))
    {
      at += 2;
      while (at < limit && readout_syntax_has (syntax, at, READOUT_WORD_ADVERB))
        at++;
      if (at >= limit || !readout_syntax_has (syntax, at, READOUT_WORD_BE))
        return limit;
    }
  else if (!readout_syntax_is (syntax, at, ",")
           && !readout_syntax_is (syntax, at, "(")
           && !readout_syntax_has (syntax, at, READOUT_WORD_BE))
    return limit;
  at++;

  while (at < limit
         && readout_syntax_has (syntax,
                                at,
                                READOUT_WORD_DETERMINER
                                    | READOUT_WORD_POSSESSIVE
                                    | READOUT_WORD_ADVERB))
    at++;

  return at;
}

/* The mention at @at, or behind a nation that possesses it or plain words that
 * describe it, or -1. */
static gint32
find_apposition (const ReadoutActorContext *self, guint32 at, guint32 limit)
{
  gint32 found = self->syntax->starting[at];

  /* "China's top diplomat". */
  if (found >= 0 && !is_title (self, found))
    {
      guint32 end = self->mentions[found].end;

      if (end + 1 >= limit || !readout_syntax_is (self->syntax, end, "'s"))
        return -1;
      at = end + 1;
      found = self->syntax->starting[at];
    }
  /* "A seasoned diplomat", "the long-time secretary general". */
  for (guint n = 0; found < 0 && n < MAX_LEADING; n++)
    {
      if (!is_plain_word (self, at) || at + 1 >= limit)
        return -1;
      found = self->syntax->starting[++at];
    }

  return found;
}

/**
 * readout_actor_roles_link_after:
 * @self: the context
 * @mention: index of a name, a title or a pronoun that is tied to a person
 *
 * Ties a title behind it to the same person: between commas, in brackets,
 * after "is".
 */
void
readout_actor_roles_link_after (ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  guint32                        limit = readout_analysis_get_sentence (
                      self->analysis, self->tokens[m->first].sentence)
                      ->end;
  guint32 at;
  guint32 after;
  gint32  title;
  gint32  next;

  if (m->end + 1 >= limit)
    return;
  at = skip_to_title (self, m->end, limit);
  if (at >= limit)
    return;

  title = find_apposition (self, at, limit);
  if (!is_title (self, title) || self->mentions[title].actor >= 0
      || readout_actor_context_is_plural (self, title))
    return;

  /* In a list the next title is the next name's, and "…, the minister said"
   * starts a clause of its own. */
  after = self->mentions[title].end;
  next = after < limit ? self->syntax->starting[after] : -1;
  if (next >= 0 && self->mentions[next].type == READOUT_MENTION_PERSON)
    return;
  if (readout_syntax_is (self->syntax, m->end, ",")
      && readout_actor_context_is_verb (self, after))
    return;

  give_title (self,
              title,
              m->actor,
              m->form == READOUT_FORM_NAME,
              "actors/roles: a title behind the name");
}

/* The people whom "and" and commas join to the one at @mention, itself first;
 * returns how many. */
static guint
list_people (const ReadoutActorContext *self, gint32 mention, gint32 *people)
{
  guint n = 0;

  while (n < MAX_LISTED && mention >= 0
         && self->mentions[mention].type == READOUT_MENTION_PERSON
         && self->mentions[mention].form == READOUT_FORM_NAME)
    {
      guint32 at = self->mentions[mention].end;

      people[n++] = mention;
      if (readout_syntax_is (self->syntax, at, ","))
        at++;
      if (readout_syntax_is (self->syntax, at, "and"))
        at++;
      if (at == self->mentions[mention].end || at >= self->syntax->n_tokens)
        break;
      for (guint k = 0; k < MAX_HONORIFICS; k++)
        if (self->syntax->starting[at] < 0 && at + 1 < self->syntax->n_tokens
            && readout_lexicon_match (self->lexicon,
                                      self->tokens,
                                      at,
                                      at + 1,
                                      READOUT_LEXICON_HONORIFIC,
                                      NULL)
                   > 0)
          at++;
      mention = self->syntax->starting[at];
    }

  return n;
}

/* The nations of a title before @n_people names: those that it holds, or "the
 * Finnish and Danish counterparts", of which it holds the last only; returns
 * how many. */
static guint
list_nations (const ReadoutActorContext *self,
              guint                      title,
              guint                      n_people,
              gint32                    *nations)
{
  const ReadoutCandidateMention *t = &self->mentions[title];
  guint                          n = 0;

  for (guint i = title + 1;
       i < self->n_mentions && self->mentions[i].first < t->end;
       i++)
    if (*readout_actor_context_get_code (self, i) != '\0' && n < MAX_LISTED)
      nations[n++] = i;

  if (n == 1 && n_people == 2 && t->first > 1
      && readout_syntax_is (self->syntax, t->first - 1, "and"))
    {
      gint32 other = readout_actor_context_get_ending (self, t->first - 1);

      if (other >= 0 && *readout_actor_context_get_code (self, other) != '\0')
        {
          nations[1] = nations[0];
          nations[0] = other;
          n = 2;
        }
    }

  return n;
}

/* The role of one of those who share a title: "Danish counterpart".  The words
 * between two nations are no part of the office. */
static char *
make_role (const ReadoutActorContext     *self,
           const ReadoutCandidateMention *title,
           gint32                         nation,
           gboolean                       with_words)
{
  GString         *role = g_string_new (NULL);
  guint32          first = title->first;
  g_autofree char *office
      = readout_analysis_slice (self->analysis, title->head, title->head + 1);

  if (nation >= 0)
    {
      const ReadoutCandidateMention *m = &self->mentions[nation];
      g_autofree char               *place
          = readout_analysis_slice (self->analysis, m->first, m->end);

      g_string_append_printf (role, "%s ", place);
      first = m->end;
    }
  if (with_words && first < title->head)
    {
      g_autofree char *words
          = readout_analysis_slice (self->analysis, first, title->head);

      g_string_append_printf (role, "%s ", words);
    }
  /* Without the "s" of the plural. */
  g_string_append_len (role, office, strlen (office) - 1);

  return g_string_free (role, FALSE);
}

/* "Finnish and Danish counterparts A and B": a title of several before their
 * names, whose nations are theirs in order, or one that is all theirs. */
static void
link_plural (ReadoutActorContext *self, guint title)
{
  const ReadoutCandidateMention *t = &self->mentions[title];
  gint32                         people[MAX_LISTED];
  gint32                         nations[MAX_LISTED];
  guint                          n_people;
  guint                          n_nations;
  guint32                        at = t->end;

  if (!readout_actor_context_is_plural (self, title)
      || !g_str_has_suffix (self->tokens[t->head].lower, "s")
      || t->head + 1 != t->end)
    return;
  if (readout_syntax_is (self->syntax, at, ","))
    at++;
  if (at >= self->syntax->n_tokens)
    return;
  n_people = list_people (self, self->syntax->starting[at], people);
  if (n_people < 2)
    return;
  n_nations = list_nations (self, title, n_people, nations);

  for (guint i = 0; i < n_people; i++)
    {
      gint32                 index = self->mentions[people[i]].actor;
      ReadoutCandidateActor *actor;
      gint32                 nation = -1;

      if (index < 0)
        continue;
      actor = readout_analysis_get_actor (self->analysis, index);
      if (n_nations == n_people)
        nation = nations[i];
      else if (n_nations == 1)
        nation = nations[0];
      if (nation >= 0)
        serve (
            self, index, nation, "actors/roles: the nations of a shared title");
      if (actor->role == NULL)
        {
          actor->role = make_role (
              self, t, nation, n_nations <= 1 || i + 1 >= n_nations);
          actor->role_rule = "actors/roles: a title that several people share";
        }
    }
}

/**
 * readout_actor_roles_link:
 * @self: the context, with names tied
 */
void
readout_actor_roles_link (ReadoutActorContext *self)
{
  /* All titles before names first, so that none is taken for an apposition of
   * the name before it. */
  for (int after = 0; after <= 1; after++)
    for (guint i = 0;
         i < self->n_mentions
         && !readout_work_is_cancelled (self->analysis->cancellable, i);
         i++)
      if (self->mentions[i].type == READOUT_MENTION_PERSON
          && self->mentions[i].form == READOUT_FORM_NAME
          && self->mentions[i].actor >= 0)
        {
          if (after)
            readout_actor_roles_link_after (self, i);
          else
            link_before (self, i);
        }
  for (guint i = 0;
       i < self->n_mentions
       && !readout_work_is_cancelled (self->analysis->cancellable, i);
       i++)
    if (self->mentions[i].type == READOUT_MENTION_PERSON
        && self->mentions[i].form == READOUT_FORM_NAME
        && self->mentions[i].actor >= 0)
      read_name (self, i);
    else if (self->mentions[i].type == READOUT_MENTION_TITLE
             && self->mentions[i].actor < 0)
      link_plural (self, i);
}
