/* guesses.c: the country of those of whom nothing is said
 *
 * Whom no word puts anywhere is taken to be of the country that the article is
 * at home in.  Members of a delegation are of its country.  Those who serve at
 * an embassy are not of the home but of the country of which the sentences
 * that name them speak; so are presidents and the like if these speak of it
 * more than of the home.  A state has one of them: a second one is of the
 * country that is left.  To weigh the sentences for all others was tried and
 * places fewer in the right country.
 *
 * A guess is right about three times in four: it is marked as one.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/guesses.h"

#include <string.h>

#include "detect/actors/context.h"
#include "detect/article/syntax.h"
#include "detect/words/office-lexicon.h"
#include "language/work.h"

/* What the home counts for against the countries of the sentences, for those
 * who hold an office of which other states have holders too. */
#define WEIGHT_HOME 2
/* What a country counts for before and after a name. */
#define WEIGHT_BEFORE 2
#define WEIGHT_AFTER 1
/* How many mentions of a sentence are looked at on each side. */
#define MAX_ASIDE 12

/* Whether it acts for an international body. */
static gboolean
serves_world (const ReadoutActorContext *self, gint32 actor)
{
  gint32 served = readout_actor_context_get_info (self, actor)->served;

  return served >= 0 && self->mentions[served].actor >= 0
         && readout_actor_context_is_international (
             self, self->mentions[served].actor);
}

/* The office of which a state has one holder only, as a short name, or NULL:
 * a second president in an article is another country's. */
static const char *
get_unique_office (const char *role)
{
  const char *const *others
      = readout_word_group_get_words (READOUT_WORDS_OTHER_OFFICES);
  g_autofree char *folded = NULL;

  if (role == NULL)
    return NULL;
  folded = g_utf8_strdown (role, -1);
  if (strstr (folded, "of the ") != NULL)
    return NULL;
  for (guint i = 0; others[i] != NULL; i++)
    if (strstr (folded, others[i]) != NULL)
      return NULL;

  return readout_office_lexicon_get_unique (folded);
}

/* Offices that are taken, "president JO", to anything. */
static char *
make_office_key (const char *office, const char *code)
{
  return g_strconcat (office, " ", code, NULL);
}

/* The country of which an article speaks most among those whose holder of an
 * office is not known yet, or an empty string. */
static const char *
find_vacancy (const ReadoutActorContext *self,
              GHashTable                *taken,
              const char                *office)
{
  GHashTableIter iter;
  gpointer       code;
  gpointer       weight;
  const char    *found = "";
  guint          best = 0;

  g_hash_table_iter_init (&iter, self->weights);
  while (g_hash_table_iter_next (&iter, &code, &weight))
    {
      g_autofree char *key = make_office_key (office, code);
      guint            value = GPOINTER_TO_UINT (weight);

      /* Not by the order of the table. */
      if (!g_hash_table_contains (taken, key)
          && (value > best || (value == best && strcmp (code, found) < 0)))
        {
          best = value;
          found = code;
        }
    }

  return found;
}

/* Whether an office is held abroad. */
static gboolean
is_posted (const char *role)
{
  const char *const *posts
      = readout_word_group_get_words (READOUT_WORDS_POSTS_ABROAD);
  g_autofree char *folded = role != NULL ? g_utf8_strdown (role, -1) : NULL;

  for (guint i = 0; folded != NULL && posts[i] != NULL; i++)
    if (strstr (folded, posts[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* Adds what the mentions of one sentence say of the country of one of them. */
static void
weigh_sentence (const ReadoutActorContext *self,
                guint                      mention,
                GHashTable                *counts)
{
  guint32 sentence = self->tokens[self->mentions[mention].first].sentence;

  for (int step = -1; step <= 1; step += 2)
    for (gint32 i = (gint32)mention + step, n = 0;
         i >= 0 && i < (gint32)self->n_mentions && n < MAX_ASIDE
         && self->tokens[self->mentions[i].first].sentence == sentence;
         i += step, n++)
      {
        const char *code = readout_actor_context_get_code (self, i);
        guint32     at = self->mentions[i].first;
        guint       count;

        /* "To" and "in" tell where somebody goes or is. */
        if (*code == '\0'
            || (at > 0
                && (readout_syntax_is (self->syntax, at - 1, "to")
                    || readout_syntax_is (self->syntax, at - 1, "in"))))
          continue;
        count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, code));
        count += step < 0 ? WEIGHT_BEFORE : WEIGHT_AFTER;
        g_hash_table_insert (counts, (gpointer)code, GUINT_TO_POINTER (count));
      }
}

/* The best of some countries, or an empty string. */
static const char *
find_best (GHashTable *counts, const char *except)
{
  GHashTableIter iter;
  gpointer       code;
  gpointer       weight;
  const char    *found = "";
  guint          best = 0;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &code, &weight))
    {
      guint value = GPOINTER_TO_UINT (weight);

      /* Not by the order of the table. */
      if (strcmp (code, except) != 0
          && (value > best || (value == best && strcmp (code, found) < 0)))
        {
          best = value;
          found = code;
        }
    }

  return found;
}

/* What the sentences that name each actor say of countries, for those that
 * have none: tables by actor. */
static GHashTable **
weigh_sentences (const ReadoutActorContext *self)
{
  guint        n_actors = self->analysis->actors->len;
  GHashTable **tables = g_new0 (GHashTable *, n_actors + 1);

  for (guint i = 0; i < self->n_mentions; i++)
    {
      gint32 actor = self->mentions[i].actor;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (actor < 0 || self->mentions[i].form != READOUT_FORM_NAME
          || *readout_analysis_get_actor (self->analysis, actor)->country
                 != '\0')
        continue;
      if (tables[actor] == NULL)
        tables[actor] = g_hash_table_new (g_str_hash, g_str_equal);
      weigh_sentence (self, i, tables[actor]);
    }

  return tables;
}

/* "The delegation comprised A, B and C": they are of its country. */
static void
find_members (ReadoutActorContext *self)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];
      const ReadoutCandidateActor   *group;
      guint32                        end = m->end;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->actor < 0
          || !readout_syntax_is_in (self->syntax, m->head, READOUT_WORDS_SIDES))
        continue;
      group = readout_analysis_get_actor (self->analysis, m->actor);
      if (end < self->syntax->n_tokens
          && readout_syntax_has (self->syntax, end, READOUT_WORD_BE))
        end++;
      if (*group->country == '\0' || end >= self->syntax->n_tokens
          || !readout_syntax_is_in (
              self->syntax, end, READOUT_WORDS_COMPRISING_VERBS))
        continue;

      for (guint k = i + 1; k < self->n_mentions
                            && self->tokens[self->mentions[k].first].sentence
                                   == self->tokens[m->first].sentence;
           k++)
        {
          ReadoutCandidateActor *actor;

          if (self->mentions[k].actor < 0
              || self->mentions[k].type != READOUT_MENTION_PERSON)
            continue;
          actor = readout_analysis_get_actor (self->analysis,
                                              self->mentions[k].actor);
          readout_actor_context_set_country (
              actor,
              group->country,
              "actors/guesses: the delegation's country");
        }
    }
}

/**
 * readout_actor_guesses_set_countries:
 * @self: the context, with everything tied
 *
 * Gives a country to those of whose country nothing is said.
 */
void
readout_actor_guesses_set_countries (ReadoutActorContext *self)
{
  g_autoptr (GHashTable) taken
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) moved
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTable **tables;
  gboolean     stopped = FALSE;

  find_members (self);
  tables = weigh_sentences (self);

  for (guint i = 0; i < self->analysis->actors->len; i++)
    {
      const ReadoutCandidateActor *actor
          = readout_analysis_get_actor (self->analysis, i);
      const char *office = get_unique_office (actor->role);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (office != NULL && *actor->country != '\0')
        g_hash_table_add (taken, make_office_key (office, actor->country));
    }

  for (guint i = 0; i < self->analysis->actors->len; i++)
    {
      ReadoutCandidateActor *actor
          = readout_analysis_get_actor (self->analysis, i);
      g_autoptr (GHashTable) counts = tables[i];
      const char *office = get_unique_office (actor->role);
      const char *code;
      const char *rule;

      /* The tables that are left are freed all the same. */
      stopped = stopped
                || readout_work_is_cancelled (self->analysis->cancellable, i);
      if (stopped)
        continue;
      if (*actor->country != '\0'
          || (actor->type == READOUT_ACTOR_ORGANIZATION
              && readout_actor_context_is_international (self, i))
          || (actor->type == READOUT_ACTOR_GROUP && actor->role == NULL)
          || serves_world (self, i))
        continue;

      if (counts == NULL)
        counts = g_hash_table_new (g_str_hash, g_str_equal);
      if (office == NULL && !is_posted (actor->role))
        g_hash_table_remove_all (counts);
      if (*self->home != '\0')
        {
          guint count
              = GPOINTER_TO_UINT (g_hash_table_lookup (counts, self->home));

          g_hash_table_insert (
              counts, self->home, GUINT_TO_POINTER (count + WEIGHT_HOME));
        }
      code = find_best (counts, is_posted (actor->role) ? self->home : "");
      rule = "actors/guesses: what its sentences and the article speak of";
      if (*code == '\0')
        code = self->home;

      if (office != NULL)
        {
          char *key = make_office_key (office, code);

          if (g_hash_table_contains (taken, key))
            {
              /* All further ones had it before or after somebody else. */
              code = g_hash_table_add (moved, g_strdup (office))
                         ? find_vacancy (self, taken, office)
                         : self->home;
              rule = "actors/guesses: another country, as the office is taken";
              g_free (key);
              key = make_office_key (office, code);
            }
          g_hash_table_add (taken, key);
        }
      if (*code == '\0')
        continue;
      readout_actor_context_set_country (actor, code, rule);
      readout_actor_context_get_info (self, i)->guessed = TRUE;
    }

  g_free (tables);
}
