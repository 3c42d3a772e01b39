/* people.c: speakers and listeners who have no name
 *
 * "Officials said", "told reporters", "two witnesses said": a person or group
 * that speaks or is told is an actor also when the article gives no name and
 * refers to it only there, so that the earlier steps had no reason to make one
 * of it.  The same words are the same actor, as "reporters" are all through an
 * article.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/statements/people.h"

#include <string.h>

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "language/lexicon.h"
#include "language/work.h"

/* Shorter words in -ist or -ists are no people ("lists", "resist"). */
#define MIN_FOLLOWER_LENGTH 8

/* What made the actors and mentions of this file. */
#define RULE "statements/people: a noun without a name that speaks or is told"

typedef struct
{
  ReadoutAnalysis     *analysis;
  const ReadoutSyntax *syntax;
  GHashTable          *known;    /* Folded words to the actor's index + 1. */
  GArray              *mentions; /* ReadoutCandidateMention to be added. */
} Finder;

/* "environmentalists": who follows a trade or a belief. */
static gboolean
is_follower (const char *lower)
{
  return strlen (lower) >= MIN_FOLLOWER_LENGTH
         && (g_str_has_suffix (lower, "ists")
             || g_str_has_suffix (lower, "ist"));
}

/**
 * readout_statement_people_is_noun:
 * @syntax: the syntax
 * @i: index of a token
 *
 * Returns: whether it is a noun for somebody who can speak: "official",
 *   "witnesses"
 */
gboolean
readout_statement_people_is_noun (const ReadoutSyntax *syntax, guint i)
{
  const ReadoutLexiconEntry *entry = NULL;

  if (readout_syntax_is_in (syntax, i, READOUT_WORDS_SPEAKING_NOUNS)
      || is_follower (syntax->tokens[i].lower))
    return TRUE;
  return readout_lexicon_match (readout_lexicon_get_default (),
                                syntax->tokens,
                                i,
                                i + 1,
                                READOUT_LEXICON_PERSON_NOUN,
                                &entry)
             > 0
         && g_str_has_prefix (entry->value, "person");
}

static gboolean
is_plural (const ReadoutSyntax *syntax, guint i)
{
  return g_str_has_suffix (syntax->tokens[i].lower, "s")
         || readout_syntax_is_in (syntax, i, READOUT_WORDS_SPEAKING_GROUPS);
}

/**
 * readout_statement_people_find_head:
 * @syntax: the syntax
 * @phrase: a noun phrase, not empty
 *
 * Returns: the noun that it is about: the last one before a preposition
 */
guint
readout_statement_people_find_head (const ReadoutSyntax *syntax,
                                    ReadoutPhrase        phrase)
{
  guint end = phrase.first;

  while (end < phrase.end
         && !readout_syntax_has (syntax, end, READOUT_WORD_PREPOSITION))
    end++;
  return end > phrase.first ? end - 1 : phrase.first;
}

/**
 * readout_statement_people_is_phrase:
 * @syntax: the syntax
 * @phrase: a noun phrase
 *
 * Returns: whether the words are about people, though perhaps not about a known
 *   actor: "they", "officials", "the London-based architect"
 */
gboolean
readout_statement_people_is_phrase (const ReadoutSyntax *syntax,
                                    ReadoutPhrase        phrase)
{
  if (phrase.end == phrase.first)
    return FALSE;
  if (readout_syntax_is_in (
          syntax, phrase.end - 1, READOUT_WORDS_SPEAKING_PRONOUNS))
    return TRUE;
  return readout_statement_people_is_noun (
      syntax, readout_statement_people_find_head (syntax, phrase));
}

/* Whether a phrase with this head is somebody who has no name. */
static gboolean
is_unnamed (const ReadoutSyntax *syntax, guint head)
{
  gint32 mention = syntax->covering[head];

  if (mention >= 0 && syntax->mentions[mention].form == READOUT_FORM_NAME)
    return FALSE;
  return readout_statement_people_is_noun (syntax, head);
}

/* The actor with these words for its name; the one that was made of the same
 * words before, or a new one. */
static gint32
find_actor (Finder *self, ReadoutPhrase bare, gboolean plural)
{
  ReadoutCandidateActor actor = { 0 };
  g_autofree char      *name
      = readout_analysis_slice (self->analysis, bare.first, bare.end);
  char    *folded = g_utf8_strdown (name, -1);
  gpointer known = g_hash_table_lookup (self->known, folded);
  gint32   index = self->analysis->actors->len;

  if (known != NULL)
    {
      g_free (folded);
      return GPOINTER_TO_INT (known) - 1;
    }

  actor.name = g_steal_pointer (&name);
  actor.type = plural ? READOUT_ACTOR_GROUP : READOUT_ACTOR_PERSON;
  actor.plural = plural;
  actor.anonymous = !plural;
  actor.confidence = 50;
  actor.rule = RULE;
  g_array_append_val (self->analysis->actors, actor);
  g_hash_table_insert (self->known, folded, GINT_TO_POINTER (index + 1));
  return index;
}

/* Ties the mention that is there already to its actor, or adds one, unless it
 * would cross the edge of another. */
static void
add_mention (Finder *self, const ReadoutCandidateMention *mention)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (guint i = mention->first; i < mention->end; i++)
    {
      ReadoutCandidateMention *there;

      if (syntax->covering[i] < 0)
        continue;
      there
          = readout_analysis_get_mention (self->analysis, syntax->covering[i]);
      if (there->first <= mention->head && mention->head < there->end)
        {
          if (there->actor < 0 && there->form == READOUT_FORM_NOMINAL)
            there->actor = mention->actor;
          return;
        }
      if (there->first < mention->first || there->end > mention->end)
        return;
    }
  g_array_append_vals (self->mentions, mention, 1);
}

/* Makes an actor of a phrase, or finds the one it was made before; -1 if the
 * phrase is nobody. */
static gint32
make_actor (Finder *self, ReadoutPhrase phrase)
{
  const ReadoutSyntax    *syntax = self->syntax;
  ReadoutCandidateMention mention = { 0 };
  ReadoutPhrase           bare = phrase;
  guint                   head;

  if (phrase.end <= phrase.first)
    return -1;
  head = readout_statement_people_find_head (syntax, phrase);
  if (!is_unnamed (syntax, head))
    return -1;
  while (bare.first < head
         && readout_syntax_has (syntax, bare.first, READOUT_WORD_DETERMINER)
         && !readout_syntax_is (syntax, bare.first, "two"))
    bare.first++;

  /* What describes the noun makes a role of it, which is marked without its
   * article; a bare noun is marked with it. */
  mention.first = bare.first < head ? bare.first : phrase.first;
  mention.end = phrase.end;
  mention.head = head;
  mention.type
      = bare.first < head ? READOUT_MENTION_TITLE : READOUT_MENTION_PERSON;
  mention.form = READOUT_FORM_NOMINAL;
  mention.actor = find_actor (self, bare, is_plural (syntax, head));
  mention.confidence = 50;
  mention.outer = -1;
  mention.date = -1;
  mention.rule = RULE;
  add_mention (self, &mention);
  return mention.actor;
}

static int
compare_order (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ReadoutCandidateMention *mentions = user_data;
  guint32                        i = *(const guint32 *)a;
  guint32                        k = *(const guint32 *)b;

  if (mentions[i].first != mentions[k].first)
    return mentions[i].first < mentions[k].first ? -1 : 1;
  if (mentions[i].end != mentions[k].end)
    return mentions[i].end > mentions[k].end ? -1 : 1;
  return i < k ? -1 : i > k;
}

/* Puts the new mentions in their places and turns indices after them. */
static void
merge_mentions (Finder *self)
{
  GArray             *mentions = self->analysis->mentions;
  guint               n_old = mentions->len;
  g_autofree guint32 *order = NULL;
  g_autofree gint32  *places = NULL;
  GArray             *sorted;

  if (self->mentions->len == 0)
    return;
  g_array_append_vals (mentions, self->mentions->data, self->mentions->len);

  order = g_new (guint32, mentions->len);
  places = g_new (gint32, mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    order[i] = i;
  g_qsort_with_data (
      order, mentions->len, sizeof (guint32), compare_order, mentions->data);

  sorted = g_array_sized_new (
      FALSE, TRUE, sizeof (ReadoutCandidateMention), mentions->len);
  for (guint i = 0; i < mentions->len; i++)
    {
      places[order[i]] = i;
      g_array_append_val (
          sorted, g_array_index (mentions, ReadoutCandidateMention, order[i]));
    }
  for (guint i = 0; i < sorted->len; i++)
    {
      ReadoutCandidateMention *mention
          = &g_array_index (sorted, ReadoutCandidateMention, i);

      if (mention->outer >= 0 && (guint)mention->outer < n_old)
        mention->outer = places[mention->outer];
    }
  g_array_unref (self->analysis->mentions);
  self->analysis->mentions = sorted;
  readout_syntax_renew_mentions (self->analysis->syntax);
}

/**
 * readout_statement_people_find:
 * @analysis: the analysis; gets the actors and mentions that are missing
 * @drafts: (element-type ReadoutDraft): the statements
 *
 * Makes actors of the unnamed people that speak or are told.
 */
void
readout_statement_people_find (ReadoutAnalysis *analysis, GArray *drafts)
{
  Finder self = { analysis, analysis->syntax, NULL, NULL };

  self.known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.mentions = g_array_new (FALSE, FALSE, sizeof (ReadoutCandidateMention));

  for (guint i = 0; i < drafts->len; i++)
    {
      ReadoutDraft *draft = &g_array_index (drafts, ReadoutDraft, i);
      gint32        actor;

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      if (draft->dropped)
        continue;
      if (draft->speakers.length == 0)
        {
          actor = make_actor (&self, draft->source);
          if (actor >= 0)
            {
              readout_actor_list_add (&draft->speakers, actor);
              draft->speaker_rule
                  = "statements/people: a noun without a name that speaks";
              draft->is_unnamed = TRUE;
            }
        }
      if (draft->addressees.length == 0)
        {
          actor = make_actor (&self, draft->addressee);
          if (actor >= 0)
            readout_actor_list_add (&draft->addressees, actor);
        }
    }
  if (!g_cancellable_is_cancelled (analysis->cancellable))
    merge_mentions (&self);

  g_hash_table_unref (self.known);
  g_array_unref (self.mentions);
}
