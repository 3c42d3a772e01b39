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

#include "detect/syntax.h"

#include <string.h>

/* The longest noun phrase or parenthesis that is looked at, in tokens. */
#define PHRASE_REACH 40

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
  guint low = 0;
  guint high = G_N_ELEMENTS (known_words);
  gsize length = strlen (token->lower);

  /* Signs that do not part phrases. */
  if ((token->flags & READOUT_TOKEN_PUNCT) != 0)
    return strchr ("-&/$%#+", token->lower[0]) != NULL ? 0 : SIGN;

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

/**
 * readout_syntax_new:
 * @analysis: an analysis of which tokens, dates, mentions and actors are there
 *
 * Returns: (transfer full): the closed classes of its words and the index from
 *   tokens to mentions
 */
ReadoutSyntax *
readout_syntax_new (const ReadoutAnalysis *analysis)
{
  static const char *const abbreviations[]
      = { "mr",   "mrs", "ms",   "dr",  "prof",   "gen", "maj", "lt",
          "col",  "sgt", "sen",  "rep", "gov",    "st",  "hon", "rev",
          "capt", "adm", "brig", "eng", "messrs", "amb", NULL };
  ReadoutSyntax *self;
  guint          n;

  g_return_val_if_fail (analysis != NULL, NULL);

  self = g_new0 (ReadoutSyntax, 1);
  self->analysis = analysis;
  self->tokens = (const ReadoutToken *)analysis->tokens->data;
  self->n_tokens = n = analysis->tokens->len;
  self->sentences = (const ReadoutSentence *)analysis->sentences->data;
  self->n_sentences = analysis->sentences->len;
  self->quotations = (const ReadoutQuotation *)analysis->quotations->data;
  self->mentions = (const ReadoutCandidateMention *)analysis->mentions->data;
  self->actors = (const ReadoutCandidateActor *)analysis->actors->data;
  self->classes = g_new (guint16, MAX (n, 1));
  self->starting = g_new (gint32, MAX (n, 1));
  self->ending = g_new (gint32, MAX (n, 1));
  self->covering = g_new (gint32, MAX (n, 1));
  self->dated = g_new (gint32, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      self->classes[i] = classify (&self->tokens[i]);
      self->starting[i] = self->ending[i] = -1;
      self->covering[i] = self->dated[i] = -1;
    }

  /* The full stop of "Dr." parts nothing. */
  for (guint i = 1; i + 1 < n; i++)
    if (self->tokens[i].lower[0] == '.'
        && (self->tokens[i].flags & READOUT_TOKEN_SPACE) == 0
        && (self->tokens[i + 1].flags & READOUT_TOKEN_CAPITAL) != 0
        && g_strv_contains (abbreviations, self->tokens[i - 1].lower))
      self->classes[i] = 0;

  /* Outer mentions come first, so the longest one stays. */
  for (guint i = 0; i < analysis->mentions->len; i++)
    {
      const ReadoutCandidateMention *mention = &self->mentions[i];

      if (mention->type == READOUT_MENTION_DATE
          || mention->type == READOUT_MENTION_DURATION
          || mention->first >= mention->end || mention->end > n)
        continue;
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

  for (guint i = 0; i < analysis->dates->len; i++)
    {
      const ReadoutDateValue *date
          = &g_array_index (analysis->dates, ReadoutDateValue, i);

      for (guint j = date->first; j < date->end && j < n; j++)
        if (self->covering[j] < 0)
          self->dated[j] = i;
    }

  return self;
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

static gboolean
is_comma (const ReadoutSyntax *self, guint i)
{
  return readout_syntax_is (self, i, ",");
}

/**
 * readout_syntax_skip_back:
 * @self: the syntax
 * @first: first token of the sentence
 * @verb: index of a verb
 * @flags: (out): what was skipped
 *
 * Skips auxiliaries, adverbs, negation and dates before a verb.
 *
 * Returns: the index after what comes before them
 */
guint
readout_syntax_skip_back (const ReadoutSyntax *self,
                          guint                first,
                          guint                verb,
                          guint               *flags)
{
  guint p = verb;

  *flags = 0;
  if (p > first && readout_syntax_is (self, p - 1, "to"))
    *flags |= READOUT_SUBJECT_INFINITIVE;

  while (p > first)
    {
      guint class = self->classes[p - 1];

      if (self->dated[p - 1] >= 0)
        {
          const ReadoutDateValue *date = &g_array_index (
              self->analysis->dates, ReadoutDateValue, self->dated[p - 1]);

          p = MAX (first, date->first);
          if (p > first
              && (readout_syntax_is (self, p - 1, "on")
                  || readout_syntax_is (self, p - 1, "in")))
            p--;
          continue;
        }
      if ((class & AUXILIARY) != 0)
        {
          /* "was saying" is no passive, "was told" is. */
          if ((class & BE) != 0 && (self->classes[verb] & ING) == 0)
            *flags |= READOUT_SUBJECT_PASSIVE;
          if ((class & MODAL) != 0)
            *flags |= readout_syntax_is (self, p - 1, "will")
                              || readout_syntax_is (self, p - 1, "'ll")
                              || readout_syntax_is (self, p - 1, "shall")
                          ? READOUT_SUBJECT_FUTURE
                          : READOUT_SUBJECT_MODAL;
        }
      else if ((class & NEGATION) != 0)
        *flags |= READOUT_SUBJECT_NEGATED;
      else if ((class & ADVERB) == 0 || self->covering[p - 1] >= 0)
        break;
      p--;
    }

  return p;
}

/* Whether a noun phrase can go on to the left over token @i, in its middle. */
static gboolean
is_nominal_word (const ReadoutSyntax *self, guint i)
{
  guint class = self->classes[i];

  if (self->covering[i] >= 0)
    return TRUE;
  if (self->dated[i] >= 0)
    return FALSE;
  if ((self->tokens[i].flags & (READOUT_TOKEN_PUNCT | READOUT_TOKEN_QUOTE))
      != 0)
    return class == 0;
  return (class & ~(guint)(PAST | ING | ADVERB | POSSESSIVE)) == 0;
}

/* Whether token @i is a verb in the past and not part of a noun phrase, as
 * "proposed" is in "the proposed plan". */
static gboolean
is_finite (const ReadoutSyntax *self, guint first, guint i)
{
  if (self->covering[i] >= 0)
    return FALSE;
  if ((self->classes[i] & (AUXILIARY | MODAL)) != 0)
    return TRUE;
  if ((self->classes[i] & PAST) == 0)
    return FALSE;
  return i > first
         && !readout_syntax_has (self, i - 1, DETERMINER | POSSESSIVE);
}

/* Whether a title or a nominal takes what follows preposition @i with it:
 * "ambassador to Norway", "spokesman for the ministry", "lawmakers from". */
static gboolean
goes_on (const ReadoutSyntax *self, gint32 mention, guint i)
{
  static const char *const after_title[] = { "for", "to", "at", "in", NULL };

  if (self->mentions[mention].type == READOUT_MENTION_TITLE)
    return readout_syntax_is_one_of (self, i, after_title);
  return self->mentions[mention].form == READOUT_FORM_NOMINAL
         && readout_syntax_is (self, i, "from");
}

/**
 * readout_syntax_phrase_before:
 * @self: the syntax
 * @first: where to stop, usually the first token of the sentence
 * @end: the index after the phrase
 *
 * Walks to the left over a noun phrase: its mentions, nouns and modifiers, its
 * determiner, and with "of", and after a title with other prepositions, over
 * what it belongs to.
 *
 * Returns: the phrase; empty if there is none
 */
ReadoutPhrase
readout_syntax_phrase_before (const ReadoutSyntax *self, guint first, guint end)
{
  guint    i = end;
  guint    low = end > first + PHRASE_REACH ? end - PHRASE_REACH : first;
  gboolean closed = FALSE; /* A determiner or pronoun begins it already. */

  if (end <= first)
    return (ReadoutPhrase){ end, end };

  while (i > low)
    {
      guint p = i - 1;
      guint class = self->classes[p];
      gint32 mention = self->covering[p];

      if (mention >= 0 && !closed)
        {
          guint start = MAX (low, self->mentions[mention].first);

          /* Two names side by side are two phrases unless the first one is a
           * title or describes the second. */
          if (i < end && self->covering[i] >= 0 && self->covering[i] != mention
              && self->mentions[mention].type == READOUT_MENTION_PERSON
              && self->mentions[mention].form == READOUT_FORM_NAME)
            break;
          i = start;
          if (self->mentions[mention].form == READOUT_FORM_PRONOUN)
            closed = TRUE;
          continue;
        }
      if ((class & PRONOUN) != 0 && i == end)
        {
          i--;
          closed = TRUE;
          continue;
        }
      if ((class & (DETERMINER | POSSESSIVE)) != 0 && !closed)
        {
          /* "China's top diplomat": the holder is part of it. */
          if (strcmp (self->tokens[p].lower, "'s") == 0
              || strcmp (self->tokens[p].lower, "'") == 0)
            {
              i--;
              continue;
            }
          if (i == end && (class & POSSESSIVE) == 0
              && !readout_syntax_has (self, p, DETERMINER))
            break;
          i--;
          if (i > low && readout_syntax_has (self, i - 1, DETERMINER))
            i--;
          closed = TRUE;
          continue;
        }
      if ((class & PREPOSITION) != 0 && i < end)
        {
          gboolean of = strcmp (self->tokens[p].lower, "of") == 0;
          gint32   before = p > low ? self->covering[p - 1] : -1;
          gboolean after_title = before >= 0 && goes_on (self, before, p);

          if (p > low && (of || after_title) && is_nominal_word (self, p - 1))
            {
              i = p;
              closed = FALSE;
              continue;
            }
          break;
        }
      if (closed || !is_nominal_word (self, p))
        break;
      if (is_finite (self, low, p) && i < end)
        break;
      if (i == end && (class & (PAST | ADVERB)) != 0)
        break;
      i--;
    }

  return (ReadoutPhrase){ i, end };
}

/**
 * readout_syntax_phrase_after:
 * @self: the syntax
 * @first: the first token of the phrase
 * @end: where to stop, usually the end of the sentence
 *
 * Walks to the right over a noun phrase.  A relative clause or a participle
 * after the noun is not part of it; an apposition is not either.
 *
 * Returns: the phrase; empty if there is none
 */
ReadoutPhrase
readout_syntax_phrase_after (const ReadoutSyntax *self, guint first, guint end)
{
  guint    i = first;
  guint    high = MIN (end, first + PHRASE_REACH);
  gboolean has_head = FALSE;

  while (i < high)
    {
      guint class = self->classes[i];
      gint32 mention = self->covering[i];

      if (mention >= 0)
        {
          /* After a finished name the next one begins another phrase, but a
           * title or nationality goes on. */
          if (has_head && self->covering[i - 1] >= 0)
            {
              ReadoutMentionType type
                  = self->mentions[self->covering[i - 1]].type;

              if (type == READOUT_MENTION_PERSON
                  && self->mentions[self->covering[i - 1]].form
                         == READOUT_FORM_NAME)
                break;
            }
          i = MIN (high, self->mentions[mention].end);
          has_head = TRUE;
          if (self->mentions[mention].form == READOUT_FORM_PRONOUN)
            break;
          continue;
        }
      if (self->dated[i] >= 0)
        break;
      if ((class & PRONOUN) != 0)
        {
          if (i == first)
            i++;
          break;
        }
      if ((class & DETERMINER) != 0)
        {
          if (has_head)
            break;
          i++;
          continue;
        }
      if ((class & POSSESSIVE) != 0)
        {
          gboolean clitic = self->tokens[i].lower[0] == '\'';

          if (has_head != clitic)
            break;
          has_head = FALSE;
          i++;
          continue;
        }
      if ((class & PREPOSITION) != 0)
        {
          gboolean of = strcmp (self->tokens[i].lower, "of") == 0;
          gint32   before = i > first ? self->covering[i - 1] : -1;
          gboolean after_title = before >= 0 && goes_on (self, before, i);

          if (!has_head || !(of || after_title) || i + 1 >= high
              || self->dated[i + 1] >= 0
              || (!of && self->covering[i + 1] < 0
                  && !readout_syntax_has (self, i + 1, DETERMINER)))
            break;
          has_head = FALSE;
          i++;
          continue;
        }
      /* Nothing follows the name of a person: "Velk hopes". */
      if (has_head && i > first && self->covering[i - 1] >= 0
          && self->mentions[self->covering[i - 1]].type
                 == READOUT_MENTION_PERSON
          && self->mentions[self->covering[i - 1]].form == READOUT_FORM_NAME
          && (self->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
        break;
      if (!is_nominal_word (self, i)
          || (has_head && (class & (PAST | ING | ADVERB)) != 0))
        break;
      has_head = TRUE;
      i++;
    }

  /* A preposition or determiner without its noun is not part of it. */
  while (
      i > first
      && readout_syntax_has (self, i - 1, PREPOSITION | DETERMINER | POSSESSIVE)
      && self->covering[i - 1] < 0)
    i--;

  return (ReadoutPhrase){ first, i };
}

/**
 * readout_syntax_main_subject:
 * @self: the syntax
 * @first: first token of the sentence
 * @end: the token before which the subject has to end
 *
 * Returns: the first noun phrase of the sentence after an introduction ("On
 *   Monday, …", "Speaking in Oslo, …"); empty if there is none
 */
ReadoutPhrase
readout_syntax_main_subject (const ReadoutSyntax *self, guint first, guint end)
{
  guint i = first;

  for (guint turn = 0; turn < 3 && i < end; turn++)
    {
      gboolean introduction;
      guint    comma;

      while (i < end
             && (readout_syntax_has (self, i, CONJUNCTION | SIGN)
                 || readout_syntax_is_quote (self, i)))
        i++;
      if (i >= end)
        break;

      introduction
          = self->covering[i] < 0
            && (self->dated[i] >= 0
                || readout_syntax_has (
                    self, i, PREPOSITION | ADVERB | ING | SUBORDINATOR));
      if (!introduction)
        break;
      for (comma = i; comma < end && !is_comma (self, comma); comma++)
        ;
      if (comma >= end)
        {
          /* "On Monday the minister left." */
          while (i < end
                 && (self->dated[i] >= 0
                     || (self->dated[i + 1 < end ? i + 1 : i] >= 0
                         && readout_syntax_has (self, i, PREPOSITION))
                     || readout_syntax_has (self, i, ADVERB)))
            i++;
          break;
        }
      i = comma + 1;
    }

  if (i >= end)
    return (ReadoutPhrase){ first, first };
  return readout_syntax_phrase_after (self, i, end);
}

/* The comma that opens the parenthesis which token @close, a comma, ends. */
static guint
find_opening_comma (const ReadoutSyntax *self, guint first, guint close)
{
  guint low = close > first + PHRASE_REACH ? close - PHRASE_REACH : first;

  for (guint i = close; i > low; i--)
    {
      if (is_comma (self, i - 1) && self->covering[i - 1] < 0
          && self->dated[i - 1] < 0)
        return i - 1;
      if (readout_syntax_is_quote (self, i - 1))
        break;
    }

  return G_MAXUINT;
}

/* Where the clause with token @i begins: after "that", a quotation mark or a
 * semicolon, or with the sentence. */
static guint
find_clause_start (const ReadoutSyntax *self, guint first, guint i)
{
  for (; i > first; i--)
    if (readout_syntax_is (self, i - 1, "that")
        || readout_syntax_is (self, i - 1, ";")
        || readout_syntax_is_quote (self, i - 1))
      return i;
  return first;
}

/* A phrase that hangs on a preposition is no subject: "the lawmakers sitting on
 * the committee stressed".  Then the first phrase of the clause is taken. */
static ReadoutPhrase
prefer_main (const ReadoutSyntax *self, guint first, ReadoutPhrase phrase)
{
  ReadoutPhrase main;
  guint         start;

  if (phrase.first <= first
      || !readout_syntax_has (self, phrase.first - 1, PREPOSITION))
    return phrase;
  start = find_clause_start (self, first, phrase.first);
  main = readout_syntax_main_subject (self, start, phrase.first);
  if (main.end == main.first || main.end > phrase.first)
    return phrase;
  for (guint i = main.end; i < phrase.first; i++)
    if (readout_syntax_has (self, i, AUXILIARY | SUBORDINATOR)
        && !readout_syntax_has (self, main.end, RELATIVE))
      return phrase;
  return main;
}

/**
 * readout_syntax_find_subject:
 * @self: the syntax
 * @first: first token of the sentence or clause
 * @verb: index of a verb
 * @flags: (out): #ReadoutSubjectFlags
 *
 * Returns: the noun phrase before a verb that can be its subject, with its
 *   apposition and without relative clauses; empty if there is none
 */
ReadoutPhrase
readout_syntax_find_subject (const ReadoutSyntax *self,
                             guint                first,
                             guint                verb,
                             guint               *flags)
{
  guint         p = readout_syntax_skip_back (self, first, verb, flags);
  ReadoutPhrase phrase;
  ReadoutPhrase none = { p, p };

  if (p <= first)
    return none;

  if (readout_syntax_has (self, p - 1, CONJUNCTION)
      && self->covering[p - 1] < 0)
    {
      *flags |= READOUT_SUBJECT_COORDINATED;
      return none;
    }

  if (readout_syntax_is (self, p - 1, "who")
      || readout_syntax_is (self, p - 1, "which"))
    {
      *flags |= READOUT_SUBJECT_RELATIVE;
      p--;
      if (p > first && is_comma (self, p - 1))
        p--;
      return readout_syntax_phrase_before (self, first, p);
    }

  if (is_comma (self, p - 1))
    {
      guint open = find_opening_comma (self, first, p - 1);
      guint inner = open + 1;

      if (open == G_MAXUINT || open <= first || inner >= p - 1)
        return none;

      phrase = readout_syntax_phrase_before (self, first, open);
      if (phrase.first >= phrase.end)
        return none;
      phrase = prefer_main (self, first, phrase);
      if (readout_syntax_has (self,
                              inner,
                              RELATIVE | SUBORDINATOR | PREPOSITION | ING
                                  | ADVERB | PAST | CONJUNCTION | AUXILIARY)
          || self->dated[inner] >= 0)
        return phrase;

      /* An apposition: a noun phrase with nothing after it. */
      {
        ReadoutPhrase apposition
            = readout_syntax_phrase_after (self, inner, p - 1);

        if (apposition.end == p - 1)
          phrase.end = p - 1;
        else if (apposition.end == apposition.first)
          return none;
        return phrase;
      }
    }

  phrase = readout_syntax_phrase_before (self, first, p);
  if (phrase.first >= phrase.end)
    return phrase;

  phrase = prefer_main (self, first, phrase);

  /* "the minister, Ann Lee": what stands before the comma is the same. */
  if (phrase.first > first + 1 && is_comma (self, phrase.first - 1)
      && self->ending[phrase.first - 2] >= 0
      && self->starting[phrase.first] >= 0)
    {
      const ReadoutCandidateMention *before
          = &self->mentions[self->ending[phrase.first - 2]];
      const ReadoutCandidateMention *after
          = &self->mentions[self->starting[phrase.first]];

      if (before->type == READOUT_MENTION_TITLE
          && after->type == READOUT_MENTION_PERSON
          && after->form == READOUT_FORM_NAME)
        phrase.first
            = readout_syntax_phrase_before (self, first, phrase.first - 1)
                  .first;
    }

  /* "Ann Lee and Bo Roy": both. */
  while (phrase.first > first + 1
         && readout_syntax_is (self, phrase.first - 1, "and"))
    {
      ReadoutPhrase other
          = readout_syntax_phrase_before (self, first, phrase.first - 1);
      gboolean has_actor = FALSE;

      for (guint i = other.first; i < other.end; i++)
        if (self->covering[i] >= 0
            && self->mentions[self->covering[i]].actor >= 0)
          has_actor = TRUE;
      /* Not the object of an earlier verb: "met Lee and Roy said". */
      if (other.first >= other.end || !has_actor
          || (other.first > first
              && !(is_comma (self, other.first - 1)
                   || readout_syntax_has (self, other.first - 1, SUBORDINATOR)
                   || readout_syntax_is (self, other.first - 1, "both"))))
        break;
      phrase.first = other.first;
    }

  return phrase;
}

/* How good a mention is as the one that a phrase is about. */
static int
rank_mention (const ReadoutSyntax *self, const ReadoutCandidateMention *mention)
{
  if (mention->actor < 0)
    return 0;
  switch (mention->type)
    {
    case READOUT_MENTION_PERSON:
      return mention->form == READOUT_FORM_NAME ? 5 : 4;
    case READOUT_MENTION_TITLE:
      return 3;
    case READOUT_MENTION_ORGANIZATION:
      return 2;
    case READOUT_MENTION_LOCATION:
      return 1;
    default:
      return 1;
    }
}

/* Whether the words of a phrase before its preposition stand for who follows
 * it: "a statement by the ministry", "members of the panel". */
static gboolean
lends_itself (const ReadoutSyntax *self, guint first, guint end)
{
  static const char *const heads[]
      = { "statement",    "report",    "spokesman",       "spokeswoman",
          "spokesperson", "officials", "official",        "sources",
          "source",       "members",   "member",          "head",
          "leaders",      "leader",    "representatives", "side",
          "government",   "ministry",  "delegation",      "representative",
          "release",      "letter",    "tweet",           "briefing",
          "experts",      NULL };

  return readout_syntax_is_one_of (self, end - 1, heads)
         || (self->covering[end - 1] >= 0 && first < end);
}

/**
 * readout_syntax_get_actors:
 * @self: the syntax
 * @phrase: a noun phrase
 * @actors: (element-type gint32): where to add them, each once
 *
 * Adds the actor that a noun phrase is about, or the several that are joined
 * in it by "and".
 */
void
readout_syntax_get_actors (const ReadoutSyntax *self,
                           ReadoutPhrase        phrase,
                           GArray              *actors)
{
  guint first = phrase.first;

  while (first < phrase.end)
    {
      guint  end = first;
      gint32 best = -1;
      int    best_rank = 0;

      /* One part up to "and" or a comma outside of mentions. */
      while (end < phrase.end
             && !((readout_syntax_is (self, end, "and"))
                  && self->covering[end] < 0))
        end++;

      for (guint i = first; i < end; i++)
        {
          /* The head stands before the preposition; where that is no actor,
           * only words for speech or people lend it what follows. */
          if (readout_syntax_has (self, i, PREPOSITION) && self->covering[i] < 0
              && i > first && (best >= 0 || !lends_itself (self, first, i)))
            break;
          for (gint32 m = self->starting[i];
               m >= 0 && (guint)m < self->analysis->mentions->len
               && self->mentions[m].first == i;
               m++)
            {
              int rank = rank_mention (self, &self->mentions[m]);

              if (self->mentions[m].end > end)
                continue;
              /* The head comes before the preposition, so of equals the first
               * one is meant. */
              if (rank > best_rank)
                {
                  best = self->mentions[m].actor;
                  best_rank = rank;
                }
            }
        }

      if (best >= 0)
        {
          gboolean known = FALSE;

          for (guint k = 0; k < actors->len; k++)
            known |= g_array_index (actors, gint32, k) == best;
          if (!known)
            g_array_append_val (actors, best);
        }
      first = end + 1;
    }
}
