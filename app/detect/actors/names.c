/* names.c: equal names, and parts of a known name
 *
 * Names of several words come first, so that a surname finds its person even
 * where it stands before the full name, as in headlines.  Two names of several
 * words are one actor's when all words of the shorter are in the longer, or
 * when only the first is an initial.  A single word finds the longer name
 * that ends with it, else starts with it (family names that stand first), else
 * has it inside; where several people share it, the one introduced first.
 *
 * Organisations follow the same path, and their acronyms: those in brackets
 * behind the name, and those made of its initials.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/names.h"

#include <string.h>

#include "detect/actors/context.h"
#include "detect/article/syntax.h"
#include "language/work.h"

/* What is looked at of those that share a word. */
#define MAX_CANDIDATES 8
/* A body that is named so often is an actor, whatever it does. */
#define MIN_NAMED 2
/* A name that is surer than that to be a person's is an actor too. */
#define MIN_SURE 56
#define MAX_WORDS 16

/* Words (interned) to arrays of actors, and whole names. */
typedef struct
{
  GHashTable *by_key;
  GHashTable *by_last;
  GHashTable *by_first;
  GHashTable *by_inner;
  GHashTable *by_initials;
} Index;

static Index
new_index (void)
{
  Index index;

  index.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  index.by_last
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  index.by_first
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  index.by_inner
      = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
  index.by_initials
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return index;
}

static void
clear_index (Index *index)
{
  g_hash_table_unref (index->by_key);
  g_hash_table_unref (index->by_last);
  g_hash_table_unref (index->by_first);
  g_hash_table_unref (index->by_inner);
  g_hash_table_unref (index->by_initials);
}

/* The words of a name without signs and without the small ones of
 * organisations; the Arabic article is spelt "Al-" and "El-". */
static guint
get_words (const ReadoutActorContext     *self,
           const ReadoutCandidateMention *mention,
           const char                   **words)
{
  const char *al = g_string_chunk_insert_const (self->analysis->strings, "al");
  guint       n = 0;

  for (guint32 i = mention->first; i < mention->end && n < MAX_WORDS; i++)
    if ((self->tokens[i].flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_NUMBER))
            != 0
        && (mention->type == READOUT_MENTION_PERSON
            || (strcmp (self->tokens[i].lower, "of") != 0
                && strcmp (self->tokens[i].lower, "the") != 0)))
      words[n++] = mention->type == READOUT_MENTION_PERSON
                           && strcmp (self->tokens[i].lower, "el") == 0
                       ? al
                       : self->tokens[i].lower;

  return n;
}

static char *
make_key (const char **words, guint n_words)
{
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      g_autofree char *plain
          = g_utf8_normalize (words[i], -1, G_NORMALIZE_DEFAULT);

      /* "US State Department" and "U.S. State Department", with and without
       * accents. */
      for (const char *p = plain; p != NULL && *p != '\0';
           p = g_utf8_next_char (p))
        if (*p != '.' && !g_unichar_ismark (g_utf8_get_char (p)))
          g_string_append_unichar (key, g_utf8_get_char (p));
      g_string_append_c (key, ' ');
    }

  return g_string_free (key, FALSE);
}

static char *
make_initials (const char **words, guint n_words)
{
  GString *initials = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    if (!readout_word_group_has (READOUT_WORDS_UNCOUNTED_INITIALS, words[i]))
      g_string_append_unichar (initials, g_utf8_get_char (words[i]));

  return g_string_free (initials, FALSE);
}

static void
note (GHashTable *table, const char *word, gint32 actor)
{
  GArray *actors = g_hash_table_lookup (table, word);

  if (actors == NULL)
    {
      actors = g_array_new (FALSE, FALSE, sizeof (gint32));
      g_hash_table_insert (table, (gpointer)word, actors);
    }
  if (actors->len < MAX_CANDIDATES
      && (actors->len == 0
          || g_array_index (actors, gint32, actors->len - 1) != actor))
    g_array_append_val (actors, actor);
}

static gboolean
is_initial_of (const char *a, const char *b)
{
  return (a[1] == '\0' || b[1] == '\0') && a[0] == b[0];
}

/* Whether two names of several words can be one actor's. */
static gboolean
agree (const char **a, guint n_a, const char **b, guint n_b)
{
  guint k = 0;

  if (n_a > n_b)
    {
      const char **names = a;
      guint        n = n_a;

      a = b;
      n_a = n_b;
      b = names;
      n_b = n;
    }

  /* The shorter is a subsequence of the longer. */
  for (guint i = 0; i < n_b && k < n_a; i++)
    if (a[k] == b[i] || is_initial_of (a[k], b[i]))
      k++;

  return k == n_a;
}

static gint32
find_agreeing (const ReadoutActorContext *self,
               GHashTable                *table,
               const char                *word,
               const char               **words,
               guint                      n_words)
{
  const GArray *actors = g_hash_table_lookup (table, word);

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      gint32      actor = g_array_index (actors, gint32, i);
      const char *others[MAX_WORDS];
      guint       n_others;

      n_others = get_words (
          self,
          &self->mentions[readout_actor_context_get_info (self, actor)
                              ->name_mention],
          others);
      if (agree (words, n_words, others, n_others))
        return actor;
    }

  return -1;
}

static gint32
find_first (GHashTable *table, const char *word)
{
  const GArray *actors = g_hash_table_lookup (table, word);

  return actors != NULL ? g_array_index (actors, gint32, 0) : -1;
}

/* Gender by the honorific before a name, else by its given name. */
static ReadoutGender
find_gender (const ReadoutActorContext     *self,
             const ReadoutCandidateMention *mention)
{
  const ReadoutLexiconEntry *entry;
  const char                *value = "";
  guint32                    at = mention->first;

  for (guint n = 1; n <= 3 && n <= at; n++)
    if (readout_lexicon_match (self->lexicon,
                               self->tokens,
                               at - n,
                               at,
                               READOUT_LEXICON_HONORIFIC,
                               &entry)
        > 0)
      value = entry->value;
  if (*value == '\0'
      && readout_lexicon_match (self->lexicon,
                                self->tokens,
                                at,
                                mention->end,
                                READOUT_LEXICON_GIVEN_NAME,
                                &entry)
             > 0
      && (mention->end > at + 1))
    value = entry->value;

  return *value == 'f'   ? READOUT_GENDER_FEMALE
         : *value == 'm' ? READOUT_GENDER_MALE
                         : READOUT_GENDER_UNKNOWN;
}

static guint32
get_length (const ReadoutActorContext     *self,
            const ReadoutCandidateMention *mention)
{
  return readout_span_length (
      readout_analysis_get_span (self->analysis, mention->first, mention->end));
}

/* Takes the mention's text as the actor's name if it is longer. */
static void
take_name (ReadoutActorContext *self, guint mention, gint32 actor)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutActorInfo      *info = readout_actor_context_get_info (self, actor);
  ReadoutCandidateActor *candidate
      = readout_analysis_get_actor (self->analysis, actor);
  const ReadoutCandidateMention *old
      = info->name_mention >= 0 ? &self->mentions[info->name_mention] : NULL;

  if (old != NULL && get_length (self, m) <= get_length (self, old))
    return;

  info->name_mention = mention;
  g_free (candidate->name);
  candidate->name = readout_analysis_slice (self->analysis, m->first, m->end);
}

/* The word that an organisation's name is about: that before a preposition
 * ("Commission on Fisheries"), else the last. */
static const char *
find_head (const ReadoutActorContext     *self,
           const ReadoutCandidateMention *mention)
{
  for (guint32 i = mention->first + 1; i < mention->end; i++)
    if (readout_syntax_has (self->syntax, i, READOUT_WORD_PREPOSITION)
        && (self->tokens[i - 1].flags & READOUT_TOKEN_WORD) != 0)
      return self->tokens[i - 1].lower;

  return self->tokens[mention->end - 1].lower;
}

/* Whether all words of one name are in the other. */
static gboolean
is_contained (const char **a, guint n_a, const char **b, guint n_b)
{
  for (guint i = 0; i < n_a; i++)
    {
      guint k = 0;

      while (k < n_b && a[i] != b[k])
        k++;
      if (k == n_b)
        return FALSE;
    }

  return TRUE;
}

/* An organisation with the same head word and no other words than those of the
 * longer of both names: "Fisheries Ministry", "Ministry of Fisheries". */
static gint32
find_body (const ReadoutActorContext     *self,
           const Index                   *index,
           const ReadoutCandidateMention *mention,
           const char                   **words,
           guint                          n_words)
{
  const char   *head = find_head (self, mention);
  const GArray *actors = g_hash_table_lookup (index->by_last, head);

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      gint32                         actor = g_array_index (actors, gint32, i);
      const ReadoutCandidateMention *other
          = &self->mentions[readout_actor_context_get_info (self, actor)
                                ->name_mention];
      const char *others[MAX_WORDS];
      guint       n_others = get_words (self, other, others);

      if (find_head (self, other) == head
          && (is_contained (words, n_words, others, n_others)
              || is_contained (others, n_others, words, n_words)))
        return actor;
    }

  return -1;
}

static void
note_name (Index *index, const char **words, guint n_words, gint32 actor)
{
  note (index->by_last, words[n_words - 1], actor);
  note (index->by_first, words[0], actor);
  for (guint i = 1; i + 1 < n_words; i++)
    if (strlen (words[i]) > 3)
      note (index->by_inner, words[i], actor);
}

/* Whether a title of royalty or clergy stands before a name: those who have
 * one go by their first name, others do not. */
static gboolean
is_royal (const ReadoutActorContext *self, gint32 mention)
{
  guint32 at = self->mentions[mention].first;

  return at > 0
         && readout_syntax_is_in (
             self->syntax, at - 1, READOUT_WORDS_ROYAL_TITLES);
}

/* The first person or body of which @word is the first, and that is royal if
 * @mention is. */
static gint32
find_first_name (const ReadoutActorContext     *self,
                 GHashTable                    *table,
                 const char                    *word,
                 const ReadoutCandidateMention *mention)
{
  const GArray *actors = g_hash_table_lookup (table, word);
  gboolean      royal = is_royal (self, mention - self->mentions);

  for (guint i = 0; actors != NULL && i < actors->len; i++)
    {
      gint32 actor = g_array_index (actors, gint32, i);

      if (!royal
          || is_royal (
              self, readout_actor_context_get_info (self, actor)->name_mention))
        return actor;
    }

  return -1;
}

static gint32
find_actor (const ReadoutActorContext     *self,
            const Index                   *index,
            const ReadoutCandidateMention *mention,
            const char                   **words,
            guint                          n_words,
            const char                    *key)
{
  gint32 actor = GPOINTER_TO_INT (g_hash_table_lookup (index->by_key, key)) - 1;

  if (actor >= 0)
    return actor;

  if (mention->type == READOUT_MENTION_ORGANIZATION)
    {
      if (n_words == 1
          && (self->tokens[mention->first].flags & READOUT_TOKEN_ALL_CAPS) != 0)
        {
          g_autofree char *initials = g_strndup (key, strlen (key) - 1);

          actor = GPOINTER_TO_INT (
                      g_hash_table_lookup (index->by_initials, initials))
                  - 1;
          if (actor >= 0)
            return actor;
        }
      /* "Samsung" of Samsung Electronics, "the Commission". */
      if (n_words == 1)
        {
          actor = find_first (index->by_first, words[0]);
          return actor >= 0 ? actor : find_first (index->by_last, words[0]);
        }
      return find_body (self, index, mention, words, n_words);
    }

  if (n_words > 1)
    {
      actor = find_agreeing (
          self, index->by_last, words[n_words - 1], words, n_words);
      if (actor < 0)
        actor = find_agreeing (self, index->by_first, words[0], words, n_words);
      return actor;
    }

  actor = find_first (index->by_last, words[0]);
  if (actor < 0)
    actor = find_first_name (self, index->by_first, words[0], mention);
  if (actor < 0)
    actor = find_first (index->by_inner, words[0]);

  return actor;
}

static void
link_mention (ReadoutActorContext *self,
              Index               *index,
              guint                mention,
              gboolean             several)
{
  ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutCandidateActor   *candidate;
  ReadoutActorInfo        *info;
  const char              *words[MAX_WORDS];
  guint                    n_words = get_words (self, m, words);
  g_autofree char         *key = NULL;
  gint32                   actor;
  ReadoutGender            gender;

  if (n_words == 0 || (n_words > 1) != several)
    return;

  key = make_key (words, n_words);
  actor = find_actor (self, index, m, words, n_words, key);

  if (actor < 0)
    {
      actor = readout_actor_context_add (self,
                                         m->type == READOUT_MENTION_PERSON
                                             ? READOUT_ACTOR_PERSON
                                             : READOUT_ACTOR_ORGANIZATION,
                                         NULL,
                                         m->confidence,
                                         "actors/names: a name of its own");
      if (n_words > 1)
        {
          note_name (index, words, n_words, actor);
          if (m->type == READOUT_MENTION_ORGANIZATION)
            note (index->by_last, find_head (self, m), actor);
          if (m->type == READOUT_MENTION_ORGANIZATION && n_words > 2)
            g_hash_table_insert (index->by_initials,
                                 make_initials (words, n_words),
                                 GINT_TO_POINTER (actor + 1));
        }
    }

  take_name (self, mention, actor);
  g_hash_table_insert (
      index->by_key, g_steal_pointer (&key), GINT_TO_POINTER (actor + 1));
  readout_actor_context_tie (self, mention, actor);

  candidate = readout_analysis_get_actor (self->analysis, actor);
  info = readout_actor_context_get_info (self, actor);
  if (m->type == READOUT_MENTION_PERSON)
    {
      gender = find_gender (self, m);
      if (gender != READOUT_GENDER_UNKNOWN)
        candidate->gender = gender;
      info->n_mentions++;
      /* What may be no person at all is one if it acts or comes again. */
      candidate->used |= m->confidence >= MIN_SURE
                         || info->n_mentions >= MIN_NAMED
                         || readout_actor_context_is_subject (self, mention)
                         || readout_actor_context_is_agent (self, mention);
    }
  else
    {
      /* Inside a title it only tells whom the person serves. */
      if (m->outer < 0)
        info->n_mentions++;
      candidate->used |= readout_actor_context_is_subject (self, mention)
                         || readout_actor_context_is_agent (self, mention)
                         || info->n_mentions >= MIN_NAMED;
    }
}

/* The organisation of which a name is another name, or -1: the one before the
 * bracket or the comma in which it stands ("the News Agency, ANA, said"). */
static gint32
find_renamed (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  gint32                         before;

  if (m->first < 2)
    return -1;
  before = readout_actor_context_get_ending (self, m->first - 1);
  if (before < 0 || self->mentions[before].type != READOUT_MENTION_ORGANIZATION
      || self->mentions[before].actor < 0)
    return -1;
  if (readout_syntax_is (self->syntax, m->first - 1, "("))
    return before;

  /* Not in a list. */
  if (readout_syntax_is (self->syntax, m->first - 1, ",")
      && m->end == m->first + 1
      && self->mentions[before].end > self->mentions[before].first + 1
      && m->end + 1 < self->syntax->n_tokens
      && readout_syntax_is (self->syntax, m->end, ",")
      && readout_actor_context_is_verb (self, m->end + 1))
    return before;

  return -1;
}

/* A name in brackets behind an organisation's is another of its names. */
static void
link_acronyms (ReadoutActorContext *self, Index *index)
{
  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];
      const char                    *words[MAX_WORDS];
      gint32                         before;
      guint                          n_words;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->type != READOUT_MENTION_ORGANIZATION
          || m->form != READOUT_FORM_NAME)
        continue;
      before = find_renamed (self, i);
      if (before < 0)
        continue;

      n_words = get_words (self, m, words);
      if (n_words > 0)
        g_hash_table_insert (
            index->by_key,
            make_key (words, n_words),
            GINT_TO_POINTER (self->mentions[before].actor + 1));
    }
}

/* Whether a name inside a longer one can be an actor: people after whom a
 * bridge is named cannot, bodies inside titles can. */
static gboolean
is_candidate (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];

  if (m->form != READOUT_FORM_NAME
      || (m->type != READOUT_MENTION_PERSON
          && m->type != READOUT_MENTION_ORGANIZATION))
    return FALSE;

  return m->outer < 0 || m->type == READOUT_MENTION_ORGANIZATION
         || self->mentions[m->outer].type == READOUT_MENTION_TITLE;
}

/**
 * readout_actor_names_link:
 * @self: the context
 *
 * Makes an actor of each person and organisation that has a name.
 */
void
readout_actor_names_link (ReadoutActorContext *self)
{
  Index people = new_index ();
  Index bodies = new_index ();

  for (int several = 1; several >= 0; several--)
    {
      for (guint i = 0;
           i < self->n_mentions
           && !readout_work_is_cancelled (self->analysis->cancellable, i);
           i++)
        if (is_candidate (self, i))
          link_mention (self,
                        self->mentions[i].type == READOUT_MENTION_PERSON
                            ? &people
                            : &bodies,
                        i,
                        several);
      if (several)
        link_acronyms (self, &bodies);
    }

  clear_index (&people);
  clear_index (&bodies);
}
