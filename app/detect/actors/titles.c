/* titles.c: titles that stand alone
 *
 * A title alone is that of a person who had it before, by its head or a word
 * of the same meaning, with no nation, body or rank that the other lacks: "the
 * Greek minister" is not the Turkish one, nor "the deputy" the minister
 * himself.  Of several the one with most words in common, else the last.
 * What nobody has is an unnamed person's or, in the plural, a group's.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/titles.h"

#include "detect/actors/context.h"
#include "detect/actors/walk.h"
#include "detect/article/syntax.h"
#include "detect/words/office-lexicon.h"

/* What counts for a holder of the title. */
#define SCORE_HEAD 6
#define SCORE_SYNONYM 3
#define SCORE_NATION 4
#define SCORE_WORD 2

/* Beyond that many sentences "the Uruguayan leader" is not looked for among
 * those who have no title yet. */
#define MAX_DISTANCE 6

/**
 * readout_actor_titles_find_code:
 * @self: the walk
 * @mention: index of a title or a common noun
 *
 * Returns: the code of the first nation, place or body inside it, of its
 *   possessor, or of the place that "of" or "from" behind it names; or an
 *   empty string
 */
const char *
readout_actor_titles_find_code (const ReadoutActorWalk *self, guint mention)
{
  const ReadoutActorContext     *context = self->context;
  const ReadoutCandidateMention *m = &context->mentions[mention];
  guint32                        at = m->end;
  gint32                         other;

  for (guint i = mention + 1;
       i < context->n_mentions && context->mentions[i].first < m->end;
       i++)
    {
      const char *code = readout_actor_context_get_seat (context, i);

      if (*code != '\0'
          && !(context->mentions[i].first > m->first
               && readout_syntax_is (
                   context->syntax, context->mentions[i].first - 1, "to")))
        return code;
    }

  other = readout_actor_context_get_possessor (context, mention);
  if (other >= 0)
    return readout_actor_context_get_seat (context, other);

  if (readout_syntax_is (context->syntax, at, "of")
      || readout_syntax_is (context->syntax, at, "from"))
    {
      at++;
      if (readout_syntax_has (context->syntax, at, READOUT_WORD_DETERMINER))
        at++;
      other
          = at < context->syntax->n_tokens ? context->syntax->starting[at] : -1;
      if (other >= 0)
        return readout_actor_context_get_seat (context, other);
    }

  return "";
}

static gboolean
has_word (const ReadoutActorContext     *context,
          const ReadoutCandidateMention *title,
          const char                    *word)
{
  for (guint32 i = title->first; i < title->end; i++)
    if (strcmp (context->tokens[i].lower, word) == 0)
      return TRUE;

  return FALSE;
}

/* The word that an office is about: "chief" of "chief of staff". */
static guint32
find_office (const ReadoutActorContext     *context,
             const ReadoutCandidateMention *title)
{
  if (title->head >= title->first + 2
      && readout_syntax_is (context->syntax, title->head - 1, "of"))
    return title->head - 2;

  return title->head;
}

/* Whether a token of a title tells it from others: no nation, no small word,
 * not its office. */
static gboolean
is_telling (const ReadoutActorContext     *context,
            const ReadoutCandidateMention *title,
            guint32                        at)
{
  return at != find_office (context, title)
         && (context->tokens[at].flags & READOUT_TOKEN_WORD) != 0
         && readout_lexicon_match (context->lexicon,
                                   context->tokens,
                                   at,
                                   title->end,
                                   READOUT_LEXICON_NATIONALITY
                                       | READOUT_LEXICON_COUNTRY
                                       | READOUT_LEXICON_FUNCTION_WORD,
                                   NULL)
                == 0;
}

/* How well a title stands for the holder of another one, or -1: the words of
 * both are compared. */
static int
compare_words (const ReadoutActorContext     *context,
               const ReadoutCandidateMention *title,
               const ReadoutCandidateMention *other)
{
  guint n_common = 0;
  guint n_more = 0;
  guint n_less = 0;

  for (guint32 i = title->first; i < title->end; i++)
    if (is_telling (context, title, i))
      {
        const char *word = context->tokens[i].lower;

        if (has_word (context, other, word))
          n_common++;
        else if (readout_token_is_in (&context->tokens[i],
                                      READOUT_WORDS_RANK_WORDS))
          return -1;
        else
          n_more++;
      }
  for (guint32 i = other->first; i < other->end; i++)
    if (is_telling (context, other, i)
        && !has_word (context, title, context->tokens[i].lower))
      {
        if (readout_token_is_in (&context->tokens[i], READOUT_WORDS_RANK_WORDS)
            && n_common == 0 && title->end - title->first > 1)
          return -1;
        n_less++;
      }

  /* "The trade minister" after the foreign one. */
  if (n_more > 0 && n_less > 0)
    return -1;

  return SCORE_WORD * n_common;
}

static gboolean
is_indefinite (const ReadoutActorContext     *context,
               const ReadoutCandidateMention *title)
{
  return title->first > 0
         && (readout_syntax_is_in (context->syntax,
                                   title->first - 1,
                                   READOUT_WORDS_INDEFINITE_WORDS)
             || readout_syntax_is_in (context->syntax,
                                      title->first,
                                      READOUT_WORDS_INDEFINITE_WORDS));
}

/* A person of a nation who may be called a leader or a diplomat although no
 * title was given. */
static gint32
find_compatriot (const ReadoutActorWalk *self, guint title, const char *code)
{
  const ReadoutActorContext *context = self->context;
  guint32 sentence = readout_actor_walk_get_sentence (self, title);

  for (gint32 i = (gint32)title - 1;
       i >= 0 && i > (gint32)title - READOUT_ACTOR_LOOK_BACK
       && readout_actor_walk_get_sentence (self, i) + MAX_DISTANCE >= sentence;
       i--)
    {
      const ReadoutCandidateActor *actor;

      if (context->mentions[i].actor < 0
          || context->mentions[i].type != READOUT_MENTION_PERSON)
        continue;
      actor = readout_actor_walk_get_actor (self, context->mentions[i].actor);
      if (actor->type == READOUT_ACTOR_PERSON && actor->role == NULL
          && !actor->anonymous && strcmp (actor->country, code) == 0)
        return context->mentions[i].actor;
    }

  return -1;
}

/* The person who is introduced with the title further on, as after a headline:
 * the office must be the same, and the nation or a word of it too. */
static gint32
find_later_holder (const ReadoutActorWalk *self,
                   guint                   title,
                   const char             *word,
                   const char             *code)
{
  const ReadoutActorContext     *context = self->context;
  const ReadoutCandidateMention *m = &context->mentions[title];

  for (guint i = title + 1;
       i < context->n_mentions && i < title + READOUT_ACTOR_LOOK_BACK;
       i++)
    {
      const ReadoutCandidateMention *other = &context->mentions[i];
      const ReadoutCandidateActor   *actor;
      int                            words;

      if (other->type != READOUT_MENTION_TITLE || other->actor < 0
          || strcmp (context->tokens[find_office (context, other)].lower, word)
                 != 0)
        continue;
      actor = readout_actor_walk_get_actor (self, other->actor);
      words = compare_words (context, m, other);
      if (actor->type != READOUT_ACTOR_PERSON || actor->anonymous || words < 0)
        continue;
      if (*code != '\0' ? strcmp (code, actor->country) == 0 : words > 0)
        return other->actor;
    }

  return -1;
}

/**
 * readout_actor_titles_find_holder:
 * @self: the walk
 * @title: index of a title or of a common noun for a person
 *
 * Returns: the person who had the title before, or -1
 */
gint32
readout_actor_titles_find_holder (const ReadoutActorWalk *self, guint title)
{
  ReadoutActorContext           *context = self->context;
  const ReadoutCandidateMention *m = &context->mentions[title];
  const char *word = context->tokens[find_office (context, m)].lower;
  const char *code = readout_actor_titles_find_code (self, title);
  gint32      found = -1;
  int         best = 0;

  /* "A senior official" is somebody new. */
  if (is_indefinite (context, m))
    return -1;

  for (gint32 i = (gint32)title - 1;
       i >= 0 && i > (gint32)title - READOUT_ACTOR_LOOK_BACK;
       i--)
    {
      const ReadoutCandidateMention *other = &context->mentions[i];
      const ReadoutCandidateActor   *actor;
      const char                    *its;
      int                            score;
      int                            words;

      if (other->type != READOUT_MENTION_TITLE || other->actor < 0)
        continue;
      actor = readout_actor_walk_get_actor (self, other->actor);
      if (actor->type != READOUT_ACTOR_PERSON
          || (*code != '\0' && *actor->country != '\0'
              && strcmp (code, actor->country) != 0))
        continue;

      its = context->tokens[find_office (context, other)].lower;
      if (strcmp (its, word) == 0)
        score = SCORE_HEAD;
      else if (readout_office_lexicon_are_synonyms (word, its))
        score = SCORE_SYNONYM;
      else
        continue;

      words = compare_words (context, m, other);
      if (words < 0 && score == SCORE_HEAD)
        continue;
      score += MAX (words, 0);
      if (*code != '\0' && strcmp (code, actor->country) == 0)
        score += SCORE_NATION;
      if (score > best)
        {
          best = score;
          found = other->actor;
        }
    }

  if (found < 0)
    found = find_later_holder (self, title, word, code);
  if (found < 0 && m->end - m->first == 1)
    found = GPOINTER_TO_INT (g_hash_table_lookup (context->roles, word)) - 1;
  if (found < 0 && *code != '\0'
      && readout_lexicon_match (context->lexicon,
                                context->tokens,
                                m->head,
                                m->head + 1,
                                READOUT_LEXICON_PERSON_NOUN,
                                NULL)
             > 0)
    found = find_compatriot (self, title, code);

  return found;
}

/**
 * readout_actor_titles_make_key:
 * @self: the walk
 * @mention: index of a title or a common noun
 * @text: its words
 * @code: its country, or an empty string
 *
 * Returns: (transfer full): what its group is known by: the country for those
 *   who act for it at the table, else the words
 */
char *
readout_actor_titles_make_key (const ReadoutActorWalk *self,
                               guint                   mention,
                               const char             *text,
                               const char             *code)
{
  const ReadoutActorContext *context = self->context;

  if (*code != '\0'
      && readout_token_is_in (&context->tokens[context->mentions[mention].head],
                              READOUT_WORDS_SIDE_HEADS))
    return g_strconcat ("side ", code, NULL);

  return g_utf8_strdown (text, -1);
}

/* An unnamed person or group behind a title that nobody has. */
static void
link_unnamed (ReadoutActorWalk *walk, guint title, gboolean plural)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[title];
  ReadoutCandidateActor         *actor;
  const char      *code = readout_actor_titles_find_code (walk, title);
  g_autofree char *text = readout_actor_walk_slice (walk, m->first, m->end);
  g_autofree char *key
      = readout_actor_titles_make_key (walk, title, text, code);
  gint32 index = GPOINTER_TO_INT (g_hash_table_lookup (walk->groups, key)) - 1;
  gboolean acts = readout_actor_context_is_subject (self, title)
                  || readout_actor_context_is_agent (self, title);

  if (index < 0)
    {
      index = readout_actor_context_add (
          self,
          plural ? READOUT_ACTOR_GROUP : READOUT_ACTOR_PERSON,
          g_strdup (text),
          50,
          "actors/titles: a title whose holder has no name");
      actor = readout_actor_walk_get_actor (walk, index);
      actor->anonymous = !plural;
      actor->plural = plural;
      if (!plural)
        {
          actor->role = g_strdup (text);
          actor->role_rule = "actors/titles: the title that stands alone";
        }
      readout_actor_context_set_country (
          actor, code, "actors/titles: a nation beside the title");
      g_hash_table_insert (
          walk->groups, g_steal_pointer (&key), GINT_TO_POINTER (index + 1));
    }

  readout_actor_walk_get_actor (walk, index)->used |= acts;
  readout_actor_context_tie (self, title, index);
}

/**
 * readout_actor_titles_link:
 * @walk: the walk
 * @title: index of a title that is nobody's yet
 */
void
readout_actor_titles_link (ReadoutActorWalk *walk, guint title)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[title];
  gboolean plural = readout_actor_context_is_plural (self, title);
  gint32 holder = plural ? -1 : readout_actor_titles_find_holder (walk, title);

  if (holder >= 0)
    {
      ReadoutCandidateActor *actor
          = readout_actor_walk_get_actor (walk, holder);

      readout_actor_context_tie (self, title, holder);
      if (actor->role == NULL)
        {
          actor->role = readout_actor_walk_slice (walk, m->first, m->end);
          actor->role_rule = "actors/titles: a later title for the same person";
        }
      return;
    }

  /* "The legislator": whoever has been speaking. */
  if (!plural && m->first > 0
      && readout_syntax_is (self->syntax, m->first - 1, "the"))
    {
      if (walk->subject >= 0
          && walk->sentence + 3 >= readout_actor_walk_get_sentence (walk, title)
          && walk->sentence < readout_actor_walk_get_sentence (walk, title)
          && readout_actor_walk_get_actor (walk, walk->subject)->role != NULL
          && m->end - m->first == 1)
        {
          readout_actor_context_tie (self, title, walk->subject);
          return;
        }
    }

  link_unnamed (walk, title, plural);
}
