/* countries.c: the country that an actor acts for
 *
 * What a title or a name says of nations is read where titles are tied; here
 * is what is left.  A body has the country that its name, its possessor or
 * the list tells, or the town that it is named after or lies in; a person has
 * that of the body served.  International bodies, which are of the list
 * without a country, and those who serve them get none.
 *
 * The article is at home in the country in which it was published, as far as
 * the name of the newspaper or the end of its address tells, or in the one
 * that its places, nations and bodies speak of most, the place of the dateline
 * above all.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/countries.h"

#include <string.h>

#include "detect/actors/context.h"
#include "detect/article/syntax.h"
#include "language/work.h"

/* How far before a name "the Jordanian side" may stand, in tokens. */
#define MAX_SIDE 80
/* A dateline is that near the start of the text. */
#define MAX_DATELINE 8

/* The weight of each kind of mention in the search for the home. */
#define WEIGHT_COUNTRY 3
#define WEIGHT_TOWN 2
#define WEIGHT_BODY 2
#define WEIGHT_NATION 1
#define WEIGHT_DATELINE 4
#define WEIGHT_ORIGIN 12

static gboolean
is_dateline (const ReadoutActorContext *self, guint mention)
{
  guint32 end = self->mentions[mention].end;

  if (end > MAX_DATELINE)
    return FALSE;
  for (guint32 i = end; i < MIN (end + MAX_DATELINE, self->syntax->n_tokens);
       i++)
    {
      if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_DATELINE_ENDS))
        return TRUE;
      if ((self->tokens[i].flags & READOUT_TOKEN_WORD) != 0
          && (self->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
        return FALSE;
    }

  return FALSE;
}

/* The country that the end of a host's name stands for, or an empty string.
 * Some of these are sold to all the world. */
static const char *
read_address (const ReadoutActorContext *self, const char *url)
{
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  const char      *host = uri != NULL ? g_uri_get_host (uri) : NULL;
  const char      *dot = host != NULL ? strrchr (host, '.') : NULL;
  g_autofree char *small = NULL;
  char             code[3] = { 0 };

  if (dot == NULL || strlen (dot + 1) != 2)
    return "";
  for (guint i = 0; i < 2; i++)
    code[i] = g_ascii_toupper (dot[i + 1]);
  if (strcmp (code, "UK") == 0)
    strcpy (code, "GB");
  small = g_ascii_strdown (code, -1);
  if (readout_word_group_has (READOUT_WORDS_SOLD_DOMAINS, small)
      || readout_lexicon_get_country_name (self->lexicon, code) == NULL)
    return "";

  return g_string_chunk_insert_const (self->analysis->strings, code);
}

/* The country in the name of a newspaper or an agency, or an empty string. */
static const char *
read_publisher (const ReadoutActorContext *self, const char *name)
{
  g_autoptr (ReadoutText) text = readout_text_new (name, -1);
  g_autoptr (ReadoutAnalysis) analysis
      = readout_analysis_new (NULL, text, NULL, NULL, NULL);
  const ReadoutToken        *tokens;
  const ReadoutLexiconEntry *entry = NULL;

  readout_analysis_prepare (analysis);
  tokens = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;

  for (guint32 i = 0; i < analysis->tokens->len; i++)
    if (readout_lexicon_match (
            self->lexicon,
            tokens,
            i,
            analysis->tokens->len,
            READOUT_LEXICON_PUBLISHER | READOUT_LEXICON_COUNTRY
                | READOUT_LEXICON_NATIONALITY | READOUT_LEXICON_CAPITAL
                | READOUT_LEXICON_CITY | READOUT_LEXICON_SUBDIVISION
                | READOUT_LEXICON_ORGANIZATION,
            &entry)
            > 0
        && strlen (entry->value) == 2)
      return entry->value;

  return "";
}

/* The country in which the article was published, or an empty string. */
static const char *
find_origin (const ReadoutActorContext *self)
{
  const char *code = "";

  if (self->analysis->source != NULL)
    code = read_publisher (self, self->analysis->source);
  if (*code == '\0' && self->analysis->url != NULL)
    code = read_address (self, self->analysis->url);

  return code;
}

/**
 * readout_actor_countries_find_home:
 * @self: the context
 *
 * Finds the country that the article is at home in.
 */
void
readout_actor_countries_find_home (ReadoutActorContext *self)
{
  GHashTable *counts = self->weights;
  const char *origin = find_origin (self);
  guint       best = 0;

  if (*origin != '\0')
    {
      best = WEIGHT_ORIGIN;
      g_hash_table_insert (counts, (gpointer)origin, GUINT_TO_POINTER (best));
      g_strlcpy (self->home, origin, sizeof self->home);
    }

  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];
      const char *code = readout_actor_context_get_seat (self, i);
      guint       count;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (*code == '\0')
        continue;
      count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code));
      switch (m->type)
        {
        case READOUT_MENTION_NATIONALITY:
          count += WEIGHT_NATION;
          break;
        case READOUT_MENTION_ORGANIZATION:
          count += WEIGHT_BODY;
          break;
        default:
          count += readout_lexicon_match (self->lexicon,
                                          self->tokens,
                                          m->first,
                                          m->end,
                                          READOUT_LEXICON_COUNTRY,
                                          NULL)
                           > 0
                       ? WEIGHT_COUNTRY
                       : WEIGHT_TOWN;
          if (is_dateline (self, i))
            count += WEIGHT_DATELINE;
        }
      g_hash_table_insert (counts, (gpointer)code, GUINT_TO_POINTER (count));
      if (count > best)
        {
          best = count;
          g_strlcpy (self->home, code, sizeof self->home);
        }
    }
}

/* The country of "the Jordanian side" in the sentence of a mention, or an
 * empty string. */
static const char *
find_side (const ReadoutActorContext *self, guint mention)
{
  guint32                at = self->mentions[mention].first;
  const ReadoutSentence *sentence = readout_analysis_get_sentence (
      self->analysis, self->tokens[at].sentence);

  for (guint32 i = MAX (sentence->first, at - MIN (at, MAX_SIDE));
       i < MIN (sentence->end, at + MAX_SIDE);
       i++)
    if (readout_syntax_is (self->syntax, i, "side"))
      {
        gint32 nation = readout_actor_context_get_nested_ending (self, i);

        if (nation >= 0)
          return readout_actor_context_get_code (self, nation);
      }

  return "";
}

/* The country of a body: from the list, its name, its possessor. */
static void
find_body_country (ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutCandidateActor         *actor
      = readout_analysis_get_actor (self->analysis, m->actor);
  gint32 possessor = readout_actor_context_get_possessor (self, mention);

  if (*actor->country != '\0')
    return;

  readout_actor_context_set_country (
      actor,
      readout_actor_context_get_seat (self, mention),
      "actors/countries: the country that the list has for its name");
  for (guint i = mention + 1;
       i < self->n_mentions && self->mentions[i].first < m->end;
       i++)
    readout_actor_context_set_country (
        actor,
        readout_actor_context_get_seat (self, i),
        "actors/countries: a place or nation in its name");
  if (possessor >= 0)
    readout_actor_context_set_country (
        actor,
        readout_actor_context_get_seat (self, possessor),
        "actors/countries: the country that possesses it");
  else
    {
      gint32 before = readout_actor_context_get_ending (self, m->first);

      if (before >= 0
          && self->mentions[before].type == READOUT_MENTION_NATIONALITY)
        readout_actor_context_set_country (
            actor,
            readout_actor_context_get_code (self, before),
            "actors/countries: a nation before its name");
    }
}

/* The country of the body that a person serves. */
static void
find_served_country (ReadoutActorContext *self, gint32 actor)
{
  gint32 served = readout_actor_context_get_info (self, actor)->served;

  if (served >= 0 && self->mentions[served].actor >= 0)
    readout_actor_context_set_country (
        readout_analysis_get_actor (self->analysis, actor),
        readout_analysis_get_actor (self->analysis,
                                    self->mentions[served].actor)
            ->country,
        "actors/countries: the country of the body served");
}

/* The country that the list tells of a person; it is known, and not read out of
 * the text, so it stands whatever a title says. */
static void
find_listed_country (ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutCandidateActor         *actor
      = readout_analysis_get_actor (self->analysis, m->actor);
  const ReadoutLexiconEntry *entry;

  if (readout_lexicon_match (self->lexicon,
                             self->tokens,
                             m->first,
                             m->end,
                             READOUT_LEXICON_PERSON,
                             &entry)
      == m->end - m->first)
    {
      g_strlcpy (actor->country, entry->value, sizeof actor->country);
      actor->country_rule = "actors/countries: the list of persons";
    }
}

/**
 * readout_actor_countries_link:
 * @self: the context, with names and roles tied
 *
 * Gives a country to those whose title says nothing.
 */
void
readout_actor_countries_link (ReadoutActorContext *self)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->actor >= 0 && m->form == READOUT_FORM_NAME
          && m->type == READOUT_MENTION_ORGANIZATION)
        find_body_country (self, i);
    }

  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];
      ReadoutCandidateActor         *actor;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->actor < 0 || m->form != READOUT_FORM_NAME
          || m->type != READOUT_MENTION_PERSON)
        continue;
      actor = readout_analysis_get_actor (self->analysis, m->actor);
      find_listed_country (self, i);
      find_served_country (self, m->actor);
      if (*actor->country == '\0' && actor->role != NULL)
        readout_actor_context_set_country (
            actor,
            find_side (self, i),
            "actors/countries: a side in the same sentence");
    }
}
