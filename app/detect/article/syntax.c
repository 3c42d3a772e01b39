/* syntax.c: as much of a sentence's structure as rules need
 *
 * No parser: closed classes of words, what the mentions say, and walks to the
 * left and right that stop where a noun phrase cannot go on.  A subject is
 * found from its verb, over auxiliaries, adverbs, dates, appositions and
 * relative clauses between commas.  News prose is regular enough for that;
 * where it is not, the walks give up rather than guess.
 *
 * Every walk stays inside a sentence, so all of them together take time
 * proportional to the text unless one sentence is very long; they are cut
 * short at PHRASE_REACH tokens.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/article/syntax.h"

#include <string.h>

#define DETERMINER READOUT_WORD_DETERMINER
#define POSSESSIVE READOUT_WORD_POSSESSIVE
#define PREPOSITION READOUT_WORD_PREPOSITION
#define AUXILIARY READOUT_WORD_AUXILIARY
#define BE READOUT_WORD_BE
#define MODAL READOUT_WORD_MODAL
#define NEGATION READOUT_WORD_NEGATION
#define CONJUNCTION READOUT_WORD_CONJUNCTION
#define SUBORDINATOR READOUT_WORD_SUBORDINATOR
#define RELATIVE READOUT_WORD_RELATIVE
#define PRONOUN READOUT_WORD_PRONOUN
#define ADVERB READOUT_WORD_ADVERB
#define PAST READOUT_WORD_PAST
#define ING READOUT_WORD_ING
#define SIGN READOUT_WORD_SIGN

/* In order of strcmp(). */
static const struct
{
  char    word[16];
  guint16 classes;
} known_words[] = {
  { "&", CONJUNCTION },
  { "'", POSSESSIVE },
  { "'d", AUXILIARY | MODAL },
  { "'ll", AUXILIARY | MODAL },
  { "'re", AUXILIARY | BE },
  { "'s", POSSESSIVE },
  { "'ve", AUXILIARY },
  { "a", DETERMINER },
  { "about", PREPOSITION },
  { "across", PREPOSITION },
  { "after", PREPOSITION },
  { "again", ADVERB },
  { "against", PREPOSITION },
  { "all", DETERMINER },
  { "alongside", PREPOSITION },
  { "already", ADVERB },
  { "also", ADVERB },
  { "although", SUBORDINATOR },
  { "always", ADVERB },
  { "am", AUXILIARY | BE },
  { "amid", PREPOSITION },
  { "amidst", PREPOSITION },
  { "among", PREPOSITION },
  { "an", DETERMINER },
  { "and", CONJUNCTION },
  { "another", DETERMINER },
  { "any", DETERMINER },
  { "are", AUXILIARY | BE },
  { "around", PREPOSITION },
  { "as", PREPOSITION },
  { "at", PREPOSITION },
  { "be", AUXILIARY | BE },
  { "became", PAST },
  { "because", SUBORDINATOR },
  { "been", AUXILIARY | BE },
  { "before", PREPOSITION },
  { "began", PAST },
  { "behind", PREPOSITION },
  { "being", AUXILIARY | BE },
  { "besides", PREPOSITION },
  { "between", PREPOSITION },
  { "both", DETERMINER },
  { "broke", PAST },
  { "brought", PAST },
  { "but", CONJUNCTION },
  { "by", PREPOSITION },
  { "came", PAST },
  { "can", AUXILIARY | MODAL },
  { "concerning", PREPOSITION },
  { "could", AUXILIARY | MODAL },
  { "despite", PREPOSITION },
  { "did", AUXILIARY },
  { "do", AUXILIARY },
  { "does", AUXILIARY },
  { "drew", PAST },
  { "during", PREPOSITION },
  { "each", DETERMINER },
  { "earlier", ADVERB },
  { "eight", DETERMINER },
  { "even", ADVERB },
  { "ever", ADVERB },
  { "every", DETERMINER },
  { "except", PREPOSITION },
  { "fell", PAST },
  { "felt", PAST },
  { "few", DETERMINER },
  { "five", DETERMINER },
  { "following", PREPOSITION },
  { "for", PREPOSITION },
  { "found", PAST },
  { "four", DETERMINER },
  { "from", PREPOSITION },
  { "further", ADVERB },
  { "furthermore", ADVERB },
  { "gave", PAST },
  { "got", PAST },
  { "grew", PAST },
  { "had", AUXILIARY },
  { "has", AUXILIARY },
  { "have", AUXILIARY },
  { "having", AUXILIARY },
  { "he", PRONOUN },
  { "heard", PAST },
  { "held", PAST },
  { "her", POSSESSIVE },
  { "his", POSSESSIVE },
  { "how", SUBORDINATOR },
  { "however", ADVERB },
  { "i", PRONOUN },
  { "if", SUBORDINATOR },
  { "in", PREPOSITION },
  { "including", PREPOSITION },
  { "instead", ADVERB },
  { "into", PREPOSITION },
  { "is", AUXILIARY | BE },
  { "it", PRONOUN },
  { "its", POSSESSIVE },
  { "just", ADVERB },
  { "kept", PAST },
  { "knew", PAST },
  { "later", ADVERB },
  { "led", PAST },
  { "left", PAST },
  { "let", PAST },
  { "like", PREPOSITION },
  { "long", ADVERB },
  { "lost", PAST },
  { "made", PAST },
  { "many", DETERMINER },
  { "may", AUXILIARY | MODAL },
  { "meanwhile", ADVERB },
  { "met", PAST },
  { "might", AUXILIARY | MODAL },
  { "moreover", ADVERB },
  { "must", AUXILIARY | MODAL },
  { "my", POSSESSIVE },
  { "n't", NEGATION },
  { "near", PREPOSITION },
  { "never", NEGATION },
  { "nine", DETERMINER },
  { "no", DETERMINER },
  { "nor", CONJUNCTION },
  { "not", NEGATION },
  { "now", ADVERB },
  { "of", PREPOSITION },
  { "often", ADVERB },
  { "on", PREPOSITION },
  { "once", SUBORDINATOR | ADVERB },
  { "one", DETERMINER },
  { "only", ADVERB },
  { "onto", PREPOSITION },
  { "or", CONJUNCTION },
  { "our", POSSESSIVE },
  { "over", PREPOSITION },
  { "paid", PAST },
  { "per", PREPOSITION },
  { "put", PAST },
  { "ran", PAST },
  { "rarely", ADVERB },
  { "read", PAST },
  { "recently", ADVERB },
  { "regarding", PREPOSITION },
  { "repeatedly", ADVERB },
  { "rose", PAST },
  { "said", PAST },
  { "sat", PAST },
  { "saw", PAST },
  { "seldom", ADVERB },
  { "sent", PAST },
  { "set", PAST },
  { "seven", DETERMINER },
  { "several", DETERMINER },
  { "shall", AUXILIARY | MODAL },
  { "she", PRONOUN },
  { "should", AUXILIARY | MODAL },
  { "since", PREPOSITION },
  { "six", DETERMINER },
  { "so", SUBORDINATOR },
  { "some", DETERMINER },
  { "spoke", PAST },
  { "still", ADVERB },
  { "stood", PAST },
  { "such", DETERMINER },
  { "ten", DETERMINER },
  { "than", SUBORDINATOR },
  { "that", DETERMINER | SUBORDINATOR },
  { "the", DETERMINER },
  { "their", POSSESSIVE },
  { "then", ADVERB },
  { "therefore", ADVERB },
  { "these", DETERMINER },
  { "they", PRONOUN },
  { "this", DETERMINER },
  { "those", DETERMINER },
  { "though", SUBORDINATOR },
  { "thought", PAST },
  { "three", DETERMINER },
  { "through", PREPOSITION },
  { "thus", ADVERB },
  { "till", PREPOSITION },
  { "to", PREPOSITION },
  { "told", PAST },
  { "too", ADVERB },
  { "took", PAST },
  { "toward", PREPOSITION },
  { "towards", PREPOSITION },
  { "twice", ADVERB },
  { "two", DETERMINER },
  { "under", PREPOSITION },
  { "unless", SUBORDINATOR },
  { "unlike", PREPOSITION },
  { "until", PREPOSITION },
  { "upon", PREPOSITION },
  { "via", PREPOSITION },
  { "was", AUXILIARY | BE },
  { "we", PRONOUN },
  { "went", PAST },
  { "were", AUXILIARY | BE },
  { "what", SUBORDINATOR },
  { "when", SUBORDINATOR },
  { "where", SUBORDINATOR },
  { "whereas", SUBORDINATOR },
  { "whether", SUBORDINATOR },
  { "which", RELATIVE },
  { "while", SUBORDINATOR },
  { "who", RELATIVE },
  { "whom", RELATIVE },
  { "whose", RELATIVE },
  { "why", SUBORDINATOR },
  { "will", AUXILIARY | MODAL },
  { "with", PREPOSITION },
  { "within", PREPOSITION },
  { "without", PREPOSITION },
  { "won", PAST },
  { "would", AUXILIARY | MODAL },
  { "wrote", PAST },
  { "yet", ADVERB },
  { "you", PRONOUN },
  { "your", POSSESSIVE },
};

static guint
classify (const ReadoutToken *token)
{
  static const char *const abbreviations[] = { "am", "who", "it", "us", NULL };
  guint                    low = 0;
  guint                    high = G_N_ELEMENTS (known_words);
  gsize                    length = strlen (token->lower);

  /* Signs that do not part phrases. */
  if ((token->flags & READOUT_TOKEN_PUNCT) != 0)
    return strchr ("-&/$%#+", token->lower[0]) != NULL ? 0 : SIGN;

  /* A decoration, a body, a trade, a country. */
  if ((token->flags & READOUT_TOKEN_ALL_CAPS) != 0
      && g_strv_contains (abbreviations, token->lower))
    return 0;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      int   order = strcmp (token->lower, known_words[middle].word);

      if (order == 0)
        return known_words[middle].classes;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }

  if ((token->flags & READOUT_TOKEN_CAPITAL) != 0
      && (token->flags & READOUT_TOKEN_FIRST) == 0)
    return 0;
  if (length > 4 && strcmp (token->lower + length - 2, "ly") == 0)
    return ADVERB;
  if (length > 3 && strcmp (token->lower + length - 2, "ed") == 0)
    return PAST;
  if (length > 4 && strcmp (token->lower + length - 3, "ing") == 0)
    return ING;
  return 0;
}

/* The closed classes of the words, which hang on no mention. */
static void
set_classes (ReadoutSyntax *self)
{
  static const char *const abbreviations[]
      = { "mr",   "mrs", "ms",   "dr",  "prof",   "gen", "maj", "lt",
          "col",  "sgt", "sen",  "rep", "gov",    "st",  "hon", "rev",
          "capt", "adm", "brig", "eng", "messrs", "amb", NULL };
  guint n = self->n_tokens;

  for (guint i = 0; i < n; i++)
    self->classes[i] = classify (&self->tokens[i]);

  /* The full stop of "Dr." parts nothing. */
  for (guint i = 1; i + 1 < n; i++)
    if (self->tokens[i].lower[0] == '.'
        && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0
        && (self->tokens[i + 1].flags & READOUT_TOKEN_CAPITAL) != 0
        && g_strv_contains (abbreviations, self->tokens[i - 1].lower))
      self->classes[i] = 0;

  /* "the prosecutors' office": no quotation mark. */
  for (guint i = 1; i + 1 < n; i++)
    if (self->tokens[i].lower[0] == '\'' && self->tokens[i].lower[1] == '\0'
        && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0
        && (self->tokens[i + 1].flags & READOUT_TOKEN_SPACE) != 0
        && (self->tokens[i + 1].flags & READOUT_TOKEN_WORD) != 0
        && g_str_has_suffix (self->tokens[i - 1].lower, "s")
        && (self->tokens[i].quotation < 0
            || self->quotations[self->tokens[i].quotation].end != i + 1))
      self->classes[i] = POSSESSIVE;

  /* "Lee Jr. says" */
  for (guint i = 1; i + 1 < n; i++)
    if (self->tokens[i].lower[0] == '.'
        && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0
        && (strcmp (self->tokens[i - 1].lower, "jr") == 0
            || strcmp (self->tokens[i - 1].lower, "sr") == 0)
        && self->tokens[i].sentence == self->tokens[i + 1].sentence)
      self->classes[i] = 0;
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
  self->classes = g_new (guint16, MAX (self->n_tokens, 1));
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
  for (guint i = 0; i < analysis->mentions->len; i++)
    index_mention (self, i);

  /* A date inside a mention is part of its name. */
  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const ReadoutDateValue *date
          = &g_array_index (analysis->dates, ReadoutDateValue, i);

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
 * readout_syntax_is_one_of:
 * @self: the syntax
 * @i: index of a token, may be beyond the last one
 * @words: (array zero-terminated=1): words in small letters
 *
 * Returns: whether it is one of those words
 */
gboolean
readout_syntax_is_one_of (const ReadoutSyntax *self,
                          guint                i,
                          const char *const   *words)
{
  return i < self->n_tokens && g_strv_contains (words, self->tokens[i].lower);
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
