/* cue-lexicon.c: the words that signal a statement
 *
 * Three word lists inside the library, read once: verbs with their forms and
 * the patterns in which content follows them, phrases that begin with a light
 * verb, and nouns.  All are kept in hash tables by lower-case form.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/words/cue-lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "detect/words/rows.h"

/* How many words a star in a phrase can stand for. */
#define MAX_GAP 3

typedef struct
{
  char **words; /* Without the light verb; a star before a word is kept. */
  guint  patterns;
} Phrase;

typedef struct
{
  GHashTable *verbs;   /* Form to ReadoutCue. */
  GHashTable *phrases; /* Base of the light verb to GPtrArray of Phrase. */
  GHashTable *nouns;   /* Form to the words that can follow it. */
} CueLexicon;

/* The light verbs of cue-phrases.txt. */
static const struct
{
  const char     *form;
  const char     *base;
  ReadoutVerbForm kind;
} light_verbs[] = {
  { "am", "be", READOUT_VERB_BASE },
  { "are", "be", READOUT_VERB_BASE },
  { "be", "be", READOUT_VERB_BASE },
  { "being", "be", READOUT_VERB_ING },
  { "came", "come", READOUT_VERB_PAST },
  { "come", "come", READOUT_VERB_BASE },
  { "comes", "come", READOUT_VERB_S },
  { "coming", "come", READOUT_VERB_ING },
  { "draw", "draw", READOUT_VERB_BASE },
  { "drawing", "draw", READOUT_VERB_ING },
  { "draws", "draw", READOUT_VERB_S },
  { "drew", "draw", READOUT_VERB_PAST },
  { "express", "express", READOUT_VERB_BASE },
  { "expressed", "express", READOUT_VERB_PAST },
  { "expresses", "express", READOUT_VERB_S },
  { "expressing", "express", READOUT_VERB_ING },
  { "extend", "extend", READOUT_VERB_BASE },
  { "extended", "extend", READOUT_VERB_PAST },
  { "extending", "extend", READOUT_VERB_ING },
  { "extends", "extend", READOUT_VERB_S },
  { "gave", "give", READOUT_VERB_PAST },
  { "give", "give", READOUT_VERB_BASE },
  { "gives", "give", READOUT_VERB_S },
  { "giving", "give", READOUT_VERB_ING },
  { "go", "go", READOUT_VERB_BASE },
  { "goes", "go", READOUT_VERB_S },
  { "going", "go", READOUT_VERB_ING },
  { "is", "be", READOUT_VERB_S },
  { "issue", "issue", READOUT_VERB_BASE },
  { "issued", "issue", READOUT_VERB_PAST },
  { "issues", "issue", READOUT_VERB_S },
  { "issuing", "issue", READOUT_VERB_ING },
  { "laid", "lay", READOUT_VERB_PAST },
  { "lay", "lay", READOUT_VERB_BASE },
  { "laying", "lay", READOUT_VERB_ING },
  { "lays", "lay", READOUT_VERB_S },
  { "made", "make", READOUT_VERB_PAST },
  { "make", "make", READOUT_VERB_BASE },
  { "makes", "make", READOUT_VERB_S },
  { "making", "make", READOUT_VERB_ING },
  { "offer", "offer", READOUT_VERB_BASE },
  { "offered", "offer", READOUT_VERB_PAST },
  { "offering", "offer", READOUT_VERB_ING },
  { "offers", "offer", READOUT_VERB_S },
  { "paid", "pay", READOUT_VERB_PAST },
  { "pay", "pay", READOUT_VERB_BASE },
  { "paying", "pay", READOUT_VERB_ING },
  { "pays", "pay", READOUT_VERB_S },
  { "place", "place", READOUT_VERB_BASE },
  { "placed", "place", READOUT_VERB_PAST },
  { "places", "place", READOUT_VERB_S },
  { "placing", "place", READOUT_VERB_ING },
  { "present", "present", READOUT_VERB_BASE },
  { "presented", "present", READOUT_VERB_PAST },
  { "presenting", "present", READOUT_VERB_ING },
  { "presents", "present", READOUT_VERB_S },
  { "put", "put", READOUT_VERB_PAST },
  { "puts", "put", READOUT_VERB_S },
  { "putting", "put", READOUT_VERB_ING },
  { "raise", "raise", READOUT_VERB_BASE },
  { "raised", "raise", READOUT_VERB_PAST },
  { "raises", "raise", READOUT_VERB_S },
  { "raising", "raise", READOUT_VERB_ING },
  { "reach", "reach", READOUT_VERB_BASE },
  { "reached", "reach", READOUT_VERB_PAST },
  { "reaches", "reach", READOUT_VERB_S },
  { "reaching", "reach", READOUT_VERB_ING },
  { "release", "release", READOUT_VERB_BASE },
  { "released", "release", READOUT_VERB_PAST },
  { "releases", "release", READOUT_VERB_S },
  { "releasing", "release", READOUT_VERB_ING },
  { "send", "send", READOUT_VERB_BASE },
  { "sending", "send", READOUT_VERB_ING },
  { "sends", "send", READOUT_VERB_S },
  { "sent", "send", READOUT_VERB_PAST },
  { "shed", "shed", READOUT_VERB_PAST },
  { "shedding", "shed", READOUT_VERB_ING },
  { "sheds", "shed", READOUT_VERB_S },
  { "take", "take", READOUT_VERB_BASE },
  { "takes", "take", READOUT_VERB_S },
  { "taking", "take", READOUT_VERB_ING },
  { "took", "take", READOUT_VERB_PAST },
  { "voice", "voice", READOUT_VERB_BASE },
  { "voiced", "voice", READOUT_VERB_PAST },
  { "voices", "voice", READOUT_VERB_S },
  { "voicing", "voice", READOUT_VERB_ING },
  { "was", "be", READOUT_VERB_PAST },
  { "went", "go", READOUT_VERB_PAST },
  { "were", "be", READOUT_VERB_PAST },
};

static guint
parse_patterns (const char *column, ReadoutCue *cue)
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
      if (cue != NULL && g_str_has_prefix (names[i], "told:"))
        {
          patterns |= READOUT_CUE_TOLD_PREPOSITION;
          cue->told_prepositions = g_strsplit (names[i] + 5, ",", -1);
        }
      else if (cue != NULL && g_str_has_prefix (names[i], "prep:"))
        {
          patterns |= READOUT_CUE_PREPOSITION;
          cue->prepositions = g_strsplit (names[i] + 5, ",", -1);
        }
      else
        for (guint j = 0; j < G_N_ELEMENTS (plain); j++)
          if (strcmp (names[i], plain[j].name) == 0)
            patterns |= plain[j].pattern;
    }

  return patterns;
}

static void
read_verbs (CueLexicon *self)
{
  g_autoptr (GPtrArray) rows = readout_word_rows_read ("cue-verbs.txt");

  self->verbs = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_auto (GStrv) forms = NULL;

      if (g_strv_length (row) < 3)
        g_error ("cue-verbs.txt: a line with less than three columns: %s",
                 row[0]);
      forms = g_strsplit (row[0], ",", -1);
      for (guint form = 0; forms[form] != NULL; form++)
        {
          ReadoutCue *cue;

          if (g_hash_table_contains (self->verbs, forms[form]))
            continue;
          cue = g_new0 (ReadoutCue, 1);
          cue->form = form;
          cue->patterns = parse_patterns (row[1], cue);
          cue->share = atoi (row[2]);
          g_hash_table_insert (self->verbs, g_strdup (forms[form]), cue);
        }
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
      phrase->patterns = row[1] != NULL ? parse_patterns (row[1], NULL) : 0;
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

      if (g_strv_length (row) < 2)
        g_error ("cue-nouns.txt: a line with less than two columns: %s",
                 row[0]);
      for (guint form = 0; forms[form] != NULL; form++)
        g_hash_table_insert (
            self->nouns, g_strdup (forms[form]), g_strsplit (row[1], " ", -1));
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
  static const char *const holders[]
      = { "the", "his", "her", "its", "our", "their", "'s", NULL };

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
                  || g_strv_contains (holders, tokens[i].lower))
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
  guint low = 0;
  guint high = G_N_ELEMENTS (light_verbs);
  guint best = 0;

  while (low < high)
    {
      guint      middle = (low + high) / 2;
      int        order = strcmp (tokens[i].lower, light_verbs[middle].form);
      GPtrArray *list;

      if (order < 0)
        high = middle;
      else if (order > 0)
        low = middle + 1;
      else
        {
          list = g_hash_table_lookup (get_lexicon ()->phrases,
                                      light_verbs[middle].base);
          *form = light_verbs[middle].kind;
          for (guint k = 0; list != NULL && k < list->len; k++)
            {
              const Phrase *phrase = g_ptr_array_index (list, k);
              guint after = match_words (tokens, i + 1, end, phrase->words);

              if (after > best)
                {
                  best = after;
                  *patterns = phrase->patterns;
                }
            }
          break;
        }
    }

  return best;
}
