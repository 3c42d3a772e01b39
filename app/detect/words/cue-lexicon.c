/* cue-lexicon.c: the words that signal a statement
 *
 * Four word lists inside the library, read once: verbs with their forms and
 * the patterns in which content follows them, phrases that begin with a light
 * verb, the forms of light verbs, and nouns.  All are kept in hash tables by
 * lower-case form.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/cue-lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "detect/words/rows.h"
#include "language/word-groups.h"

/* How many words a star in a phrase can stand for. */
#define MAX_GAP 3

typedef struct
{
  char **words; /* Without the light verb; a star before a word is kept. */
  guint  patterns;
} Phrase;

typedef struct
{
  char           *base;
  ReadoutVerbForm form;
} LightVerb;

typedef struct
{
  GHashTable *verbs;   /* Form to ReadoutCue. */
  GHashTable *phrases; /* Base of the light verb to GPtrArray of Phrase. */
  GHashTable *light;   /* Form to LightVerb. */
  GHashTable *nouns;   /* Form to the words that can follow it. */
} CueLexicon;

/**
 * readout_cue_patterns_parse:
 * @column: patterns as in cue-verbs.txt, parted by blanks
 * @cue: (nullable): gets the prepositions, or %NULL where none can be
 * @unknown: (out) (transfer full) (optional): the first pattern that is none
 *
 * Returns: #ReadoutCuePatterns, or 0 if one of them is not known
 */
guint
readout_cue_patterns_parse (const char *column, ReadoutCue *cue, char **unknown)
{
  static const struct
  {
    const char *name;
    guint       pattern;
  } plain[] = {
    { "clause", READOUT_CUE_CLAUSE },       { "noun", READOUT_CUE_NOUN },
    { "quote", READOUT_CUE_QUOTE },         { "told", READOUT_CUE_TOLD },
    { "object-to", READOUT_CUE_OBJECT_TO }, { "to", READOUT_CUE_TO },
    { "object-as", READOUT_CUE_OBJECT_AS }, { "named", READOUT_CUE_NAMED },
    { "on-object", READOUT_CUE_ON_OBJECT },
  };
  g_auto (GStrv) names = g_strsplit (column, " ", -1);
  guint patterns = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      guint pattern = 0;

      if (cue != NULL && g_str_has_prefix (names[i], "told:"))
        {
          pattern = READOUT_CUE_TOLD_PREPOSITION;
          g_strfreev (cue->told_prepositions);
          cue->told_prepositions = g_strsplit (names[i] + 5, ",", -1);
        }
      else if (cue != NULL && g_str_has_prefix (names[i], "prep:"))
        {
          pattern = READOUT_CUE_PREPOSITION;
          g_strfreev (cue->prepositions);
          cue->prepositions = g_strsplit (names[i] + 5, ",", -1);
        }
      else
        for (guint j = 0; j < G_N_ELEMENTS (plain); j++)
          if (strcmp (names[i], plain[j].name) == 0)
            pattern = plain[j].pattern;

      if (pattern == 0)
        {
          if (unknown != NULL)
            *unknown = g_strdup (names[i]);
          return 0;
        }
      patterns |= pattern;
    }

  return patterns;
}

/**
 * readout_verb_form_from_nick:
 * @nick: base, s, ing, past or participle
 * @form: (out): the form
 *
 * Returns: whether it is one of them
 */
gboolean
readout_verb_form_from_nick (const char *nick, ReadoutVerbForm *form)
{
  static const char *const nicks[]
      = { "base", "s", "ing", "past", "participle" };

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (strcmp (nick, nicks[i]) == 0)
      {
        *form = i;
        return TRUE;
      }

  return FALSE;
}

/* The rows were checked by the build, or when they were loaded. */
static void
read_verbs (CueLexicon *self)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("cue-verbs.txt");

  self->verbs = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (GStrv) forms = NULL;

      g_assert (g_strv_length (row) == 3);
      forms = g_strsplit (row[0], ",", -1);
      for (guint form = 0; forms[form] != NULL; form++)
        {
          ReadoutCue *cue;

          if (g_hash_table_contains (self->verbs, forms[form]))
            continue;
          cue = g_new0 (ReadoutCue, 1);
          cue->form = form;
          cue->patterns = readout_cue_patterns_parse (row[1], cue, NULL);
          g_assert (cue->patterns != 0);
          cue->share = atoi (row[2]);
          g_hash_table_insert (self->verbs, g_strdup (forms[form]), cue);
        }
    }
}

static void
read_light_verbs (CueLexicon *self)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("light-verbs.txt");

  self->light = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char     **row = g_ptr_array_index (rows, i);
      LightVerb *verb;

      g_assert (g_strv_length (row) == 3);
      if (g_hash_table_contains (self->light, row[0]))
        continue;
      verb = g_new0 (LightVerb, 1);
      verb->base = g_strdup (row[1]);
      if (!readout_verb_form_from_nick (row[2], &verb->form))
        g_assert_not_reached ();
      g_hash_table_insert (self->light, g_strdup (row[0]), verb);
    }
}

static void
read_phrases (CueLexicon *self)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("cue-phrases.txt");

  self->phrases = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (GStrv) words = g_strsplit (row[0], " ", -1);
      GPtrArray *list = g_hash_table_lookup (self->phrases, words[0]);
      Phrase    *phrase;

      if (list == NULL)
        {
          list = g_ptr_array_new ();
          g_hash_table_insert (self->phrases, g_strdup (words[0]), list);
        }
      phrase = g_new0 (Phrase, 1);
      phrase->words = g_strdupv (words + 1);
      phrase->patterns = readout_cue_patterns_parse (row[1], NULL, NULL);
      g_assert (phrase->patterns != 0);
      g_ptr_array_add (list, phrase);
    }
}

static void
read_nouns (CueLexicon *self)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("cue-nouns.txt");

  self->nouns = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (GStrv) forms = g_strsplit (row[0], ",", -1);

      g_assert (g_strv_length (row) == 2);
      for (guint form = 0; forms[form] != NULL; form++)
        if (!g_hash_table_contains (self->nouns, forms[form]))
          g_hash_table_insert (self->nouns,
                               g_strdup (forms[form]),
                               g_strsplit (row[1], " ", -1));
    }
}

/* Lives as long as the program, as the lists themselves do. */
static const CueLexicon *
get_lexicon (void)
{
  static CueLexicon *lexicon = NULL;

  if (g_once_init_enter (&lexicon))
    {
      CueLexicon *fresh = g_new0 (CueLexicon, 1);

      read_verbs (fresh);
      read_light_verbs (fresh);
      read_phrases (fresh);
      read_nouns (fresh);
      g_once_init_leave (&lexicon, fresh);
    }

  return lexicon;
}

/**
 * readout_cue_lexicon_find:
 * @lower: the lower-case form of a token
 *
 * Returns: (nullable): what is known of it as a verb that signals a statement
 */
const ReadoutCue *
readout_cue_lexicon_find (const char *lower)
{
  return g_hash_table_lookup (get_lexicon ()->verbs, lower);
}

/**
 * readout_cue_lexicon_find_noun:
 * @lower: the lower-case form of a token
 *
 * Returns: (nullable) (array zero-terminated=1): the words that begin the
 *   content of a noun that signals a statement
 */
const char *const *
readout_cue_lexicon_find_noun (const char *lower)
{
  return g_hash_table_lookup (get_lexicon ()->nouns, lower);
}

static guint
match_words (const ReadoutToken *tokens, guint i, guint end, char **words)
{
  for (guint k = 0; words[k] != NULL; k++)
    {
      const char *word = words[k];

      if (*word == '*')
        {
          guint limit = MIN (end, i + MAX_GAP + 1);

          word++;
          while (i < limit && strcmp (tokens[i].lower, word) != 0)
            {
              /* What is in between only describes the word; where it has a
               * holder of its own, the noun is part of the content. */
              if ((tokens[i].flags & READOUT_TOKEN_PUNCT) != 0
                  || readout_token_is_in (&tokens[i],
                                          READOUT_WORDS_PHRASE_HOLDERS))
                return 0;
              i++;
            }
          if (i >= limit)
            return 0;
        }
      else if (i >= end || strcmp (tokens[i].lower, word) != 0)
        return 0;
      i++;
    }

  return i;
}

/**
 * readout_cue_lexicon_match_phrase:
 * @tokens: the tokens of an article
 * @i: index of the token that could be a light verb
 * @end: index of the token after the sentence
 * @form: (out): the form of the verb
 * @patterns: (out): how the content follows
 *
 * Returns: the index after the longest phrase that begins at @i, or 0
 */
guint
readout_cue_lexicon_match_phrase (const ReadoutToken *tokens,
                                  guint               i,
                                  guint               end,
                                  ReadoutVerbForm    *form,
                                  guint              *patterns)
{
  const CueLexicon *lexicon = get_lexicon ();
  const LightVerb *verb = g_hash_table_lookup (lexicon->light, tokens[i].lower);
  const GPtrArray *list;
  guint            best = 0;

  if (verb == NULL)
    return 0;

  *form = verb->form;
  list = g_hash_table_lookup (lexicon->phrases, verb->base);
  for (guint k = 0; list != NULL && k < list->len; k++)
    {
      const Phrase *phrase = g_ptr_array_index (list, k);
      guint         after = match_words (tokens, i + 1, end, phrase->words);

      if (after > best)
        {
          best = after;
          *patterns = phrase->patterns;
        }
    }

  return best;
}
