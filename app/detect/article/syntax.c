/* syntax.c: as much of a sentence's structure as rules need
 *
 * No parser: the closed classes of the words, and an index from each token to
 * the mentions and dates over it.  Upon these phrases.c walks over noun
 * phrases, subjects.c finds the subject of a verb, and clauses.c where a
 * content ends.  News prose is regular enough for that; where it is not, they
 * give up rather than guess.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/article/syntax.h"

#include <string.h>

#include "language/work.h"

/* The groups of words-syntax.txt that make a class; a word may be in more than
 * one. */
static const struct
{
  ReadoutWordGroup group;
  guint16          classes;
} word_classes[] = {
  { READOUT_WORDS_CLASS_DETERMINERS, READOUT_WORD_DETERMINER },
  { READOUT_WORDS_CLASS_POSSESSIVES, READOUT_WORD_POSSESSIVE },
  { READOUT_WORDS_CLASS_PREPOSITIONS, READOUT_WORD_PREPOSITION },
  { READOUT_WORDS_CLASS_FORMS_OF_BE, READOUT_WORD_AUXILIARY | READOUT_WORD_BE },
  { READOUT_WORDS_CLASS_MODALS, READOUT_WORD_AUXILIARY | READOUT_WORD_MODAL },
  { READOUT_WORDS_CLASS_AUXILIARIES, READOUT_WORD_AUXILIARY },
  { READOUT_WORDS_CLASS_NEGATIONS, READOUT_WORD_NEGATION },
  { READOUT_WORDS_CLASS_CONJUNCTIONS, READOUT_WORD_CONJUNCTION },
  { READOUT_WORDS_CLASS_SUBORDINATORS, READOUT_WORD_SUBORDINATOR },
  { READOUT_WORDS_CLASS_RELATIVES, READOUT_WORD_RELATIVE },
  { READOUT_WORDS_CLASS_SUBJECT_PRONOUNS, READOUT_WORD_PRONOUN },
  { READOUT_WORDS_CLASS_ADVERBS, READOUT_WORD_ADVERB },
  { READOUT_WORDS_CLASS_PAST_VERBS, READOUT_WORD_PAST },
};

/* The classes that the lists know for a word; none for most words. */
static guint
look_up (const ReadoutToken *token)
{
  guint classes = 0;

  if (token->groups == 0)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (word_classes); i++)
    if (readout_token_is_in (token, word_classes[i].group))
      classes |= word_classes[i].classes;

  return classes;
}

/* The class that a word has by its ending; a name has none. */
static guint
guess_class (const ReadoutToken *token)
{
  gsize length = strlen (token->lower);

  if ((token->flags & READOUT_TOKEN_CAPITAL) != 0
      && (token->flags & READOUT_TOKEN_FIRST) == 0)
    return 0;
  if (length > 4 && strcmp (token->lower + length - 2, "ly") == 0)
    return READOUT_WORD_ADVERB;
  if (length > 3 && strcmp (token->lower + length - 2, "ed") == 0)
    return READOUT_WORD_PAST;
  if (length > 4 && strcmp (token->lower + length - 3, "ing") == 0)
    return READOUT_WORD_ING;
  return 0;
}

static guint
classify (const ReadoutToken *token)
{
  guint classes;

  /* Signs that do not part phrases. */
  if ((token->flags & READOUT_TOKEN_PUNCT) != 0)
    return strchr ("-&/$%#+", token->lower[0]) != NULL ? 0 : READOUT_WORD_SIGN;

  if ((token->flags & READOUT_TOKEN_ALL_CAPS) != 0
      && readout_token_is_in (token, READOUT_WORDS_CAPITAL_ABBREVIATIONS))
    return 0;

  classes = look_up (token);
  return classes != 0 ? classes : guess_class (token);
}

/* Whether token @i is the full stop of "Dr. Lee" or "Lee Jr. says", which parts
 * nothing. */
static gboolean
is_abbreviation_stop (const ReadoutSyntax *self, guint i)
{
  const ReadoutToken *token = &self->tokens[i];

  if (token->lower[0] != '.' || (token->flags & READOUT_TOKEN_SPACE) != 0)
    return FALSE;
  if (readout_token_is_in (token - 1, READOUT_WORDS_ABBREVIATED_TITLES))
    return (token[1].flags & READOUT_TOKEN_CAPITAL) != 0;
  return readout_token_is_in (token - 1, READOUT_WORDS_GENERATION_SUFFIXES)
         && token[1].sentence == token->sentence;
}

/* Whether token @i is the apostrophe of "the prosecutors' office" rather than a
 * quotation mark. */
static gboolean
is_plural_possessive (const ReadoutSyntax *self, guint i)
{
  const ReadoutToken *token = &self->tokens[i];

  return token->lower[0] == '\'' && token->lower[1] == '\0'
         && (token->flags & READOUT_TOKEN_SPACE) == 0
         && (token[1].flags & READOUT_TOKEN_SPACE) != 0
         && (token[1].flags & READOUT_TOKEN_WORD) != 0
         && g_str_has_suffix (token[-1].lower, "s")
         && (token->quotation < 0
             || self->quotations[token->quotation].end != i + 1);
}

/* The closed classes of the words, which hang on no mention. */
static void
set_classes (ReadoutSyntax *self)
{
  GCancellable *cancellable = self->analysis->cancellable;

  for (guint i = 0;
       i < self->n_tokens && !readout_work_is_cancelled (cancellable, i);
       i++)
    self->classes[i] = classify (&self->tokens[i]);

  for (guint i = 1;
       i + 1 < self->n_tokens && !readout_work_is_cancelled (cancellable, i);
       i++)
    if (is_abbreviation_stop (self, i))
      self->classes[i] = 0;
    else if (is_plural_possessive (self, i))
      self->classes[i] = READOUT_WORD_POSSESSIVE;
}

static gint32 *
new_index (guint n_tokens)
{
  return g_new (gint32, MAX (n_tokens, 1));
}

/**
 * readout_syntax_new:
 * @analysis: an analysis of which tokens, dates and mentions are there; has to
 *   outlive what is returned
 *
 * Returns: (transfer full): the closed classes of its words and the index from
 *   tokens to mentions
 */
ReadoutSyntax *
readout_syntax_new (const ReadoutAnalysis *analysis)
{
  ReadoutSyntax *self;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_new0 (ReadoutSyntax, 1);
  self->analysis = analysis;
  self->tokens = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;
  self->n_tokens = analysis->tokens->len;
  self->sentences
      = (const ReadoutSentence *)(gconstpointer)analysis->sentences->data;
  self->n_sentences = analysis->sentences->len;
  self->quotations
      = (const ReadoutQuotation *)(gconstpointer)analysis->quotations->data;
  self->classes = g_new0 (guint16, MAX (self->n_tokens, 1));
  self->starting = new_index (self->n_tokens);
  self->ending = new_index (self->n_tokens);
  self->covering = new_index (self->n_tokens);
  self->dated = new_index (self->n_tokens);
  set_classes (self);
  readout_syntax_renew_mentions (self);

  return self;
}

/* Outer mentions come first, so the longest one stays. */
static void
index_mention (ReadoutSyntax *self, guint i)
{
  const ReadoutCandidateMention *mention = &self->mentions[i];

  if (mention->type == READOUT_MENTION_DATE
      || mention->type == READOUT_MENTION_DURATION
      || mention->first >= mention->end || mention->end > self->n_tokens)
    return;
  if (self->starting[mention->first] < 0)
    self->starting[mention->first] = i;
  if (self->ending[mention->end - 1] < 0)
    self->ending[mention->end - 1] = i;
  if (self->covering[mention->first] < 0
      || self->mentions[self->covering[mention->first]].end < mention->end)
    for (guint j = mention->first; j < mention->end; j++)
      if (self->covering[j] < 0)
        self->covering[j] = i;
}

/**
 * readout_syntax_renew_mentions:
 * @self: the syntax
 *
 * To be called when mentions were added to the analysis or changed places.
 * What a mention is of, and whose, may change without.
 */
void
readout_syntax_renew_mentions (ReadoutSyntax *self)
{
  const ReadoutAnalysis *analysis = self->analysis;

  self->mentions = (const ReadoutCandidateMention *)(gconstpointer)
                       analysis->mentions->data;
  for (guint i = 0; i < self->n_tokens; i++)
    self->starting[i] = self->ending[i] = self->covering[i] = self->dated[i]
        = -1;
  for (guint i = 0; i < analysis->mentions->len
                    && !readout_work_is_cancelled (analysis->cancellable, i);
       i++)
    index_mention (self, i);

  /* A date inside a mention is part of its name. */
  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const ReadoutDateValue *date
          = &g_array_index (analysis->dates, ReadoutDateValue, i);

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      for (guint j = date->first; j < date->end && j < self->n_tokens; j++)
        if (self->covering[j] < 0)
          self->dated[j] = i;
    }
}

/**
 * readout_syntax_free:
 * @self: (transfer full): what readout_syntax_new() returned
 */
void
readout_syntax_free (ReadoutSyntax *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->classes);
  g_free (self->starting);
  g_free (self->ending);
  g_free (self->covering);
  g_free (self->dated);
  g_free (self);
}

/**
 * readout_syntax_is:
 * @self: the syntax
 * @i: index of a token, may be beyond the last one
 * @word: a word in small letters
 *
 * Returns: whether it is that word
 */
gboolean
readout_syntax_is (const ReadoutSyntax *self, guint i, const char *word)
{
  return i < self->n_tokens && strcmp (self->tokens[i].lower, word) == 0;
}

/**
 * readout_syntax_has:
 * @self: the syntax
 * @i: index of a token, may be beyond the last one
 * @classes: a mask of #ReadoutWordClass
 *
 * Returns: whether it is in one of the classes
 */
gboolean
readout_syntax_has (const ReadoutSyntax *self, guint i, guint classes)
{
  return i < self->n_tokens && (self->classes[i] & classes) != 0;
}

/**
 * readout_syntax_is_quote:
 * @self: the syntax
 * @i: index of a token, may be beyond the last one
 *
 * Returns: whether it is a quotation mark
 */
gboolean
readout_syntax_is_quote (const ReadoutSyntax *self, guint i)
{
  return i < self->n_tokens
         && (self->tokens[i].flags & READOUT_TOKEN_QUOTE) != 0;
}
