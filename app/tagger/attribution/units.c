/* units.c: what is asked of one word
 *
 * Hashes of the word, its stem, shape and endings; its class; and the part of
 * speech that the tagger gave it or, without one, those that the dictionary
 * allows.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/attribution/units.h"

#include <string.h>

#include "tagger/crf/hash.h"

static const char *const pronouns[] = {
  "he",   "she",   "they", "it",   "i",     "we",    "you",
  "who",  "which", "his",  "her",  "their", "its",   "him",
  "them", "us",    "me",   "this", "that",  "those", "these",
};
static const char *const roles[] = {
  "president", "minister",   "spokesman", "spokeswoman", "spokesperson",
  "official",  "officials",  "secretary", "senator",     "governor",
  "mayor",     "director",   "chairman",  "chief",       "leader",
  "leaders",   "ambassador", "analyst",   "analysts",    "expert",
  "experts",   "professor",  "lawyer",    "attorney",    "judge",
  "police",    "source",     "sources",   "aide",        "aides",
  "critics",   "supporters", "voters",    "lawmakers",   "candidate",
  "campaign",  "report",     "statement", "poll",        "study",
  "survey",    "head",       "general",   "commander",   "executive",
  "manager",   "author",     "reporters", "journalist",
};
static const char *const days[] = {
  "monday",    "tuesday", "wednesday", "thursday", "friday",   "saturday",
  "sunday",    "january", "february",  "march",    "april",    "june",
  "july",      "august",  "september", "october",  "november", "december",
  "yesterday", "today",   "tomorrow",  "week",     "month",    "year",
};
/* What the scores of pairs of labels depend on, besides the state of the
 * quotation and what the word can be. */
static const char *const functions[] = {
  ",",  ".",   ":",  ";",  "that",      "to", "who", "which", "and", "but",
  "as", "for", "of", "in", "according", "'s", "-",   "—",     "the", "a",
};

/* Most words differ in the first letter already, and a call for each of a
 * hundred words costs more than all else that is asked of a token. */
static inline gboolean
is_same (const char *a, const char *b)
{
  return a[0] == b[0] && g_str_equal (a, b);
}

static gboolean
is_in (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n; i++)
    if (is_same (word, words[i]))
      return TRUE;

  return FALSE;
}

static const struct
{
  const char *form;
  const char *stem;
} irregular[] = {
  { "said", "say" },        { "told", "tell" },
  { "thought", "think" },   { "wrote", "write" },
  { "written", "write" },   { "spoke", "speak" },
  { "spoken", "speak" },    { "knew", "know" },
  { "known", "know" },      { "found", "find" },
  { "made", "make" },       { "gave", "give" },
  { "given", "give" },      { "felt", "feel" },
  { "held", "hold" },       { "saw", "see" },
  { "seen", "see" },        { "swore", "swear" },
  { "meant", "mean" },      { "heard", "hear" },
  { "put", "put" },         { "went", "go" },
  { "saying", "say" },      { "says", "say" },
  { "has", "have" },        { "had", "have" },
  { "is", "be" },           { "was", "be" },
  { "were", "be" },         { "are", "be" },
  { "been", "be" },         { "sought", "seek" },
  { "began", "begin" },     { "kept", "keep" },
  { "took", "take" },       { "understood", "understand" },
  { "foresaw", "foresee" }, { "shown", "show" },
  { "quipped", "quip" },
};

/* Strips the endings of English verbs far enough that the forms of one verb
 * agree; the result need not be a word. */
static guint64
stem_of (const char *lower)
{
  gsize n = strlen (lower);
  char  buffer[40];

  for (guint i = 0; i < G_N_ELEMENTS (irregular); i++)
    if (is_same (lower, irregular[i].form))
      return readout_hash_string (irregular[i].stem);
  if (n >= sizeof buffer || n < 4)
    return readout_hash_string (lower);

  memcpy (buffer, lower, n + 1);
  if (n > 5 && g_str_has_suffix (buffer, "ing"))
    n -= 3;
  else if (g_str_has_suffix (buffer, "ied") || g_str_has_suffix (buffer, "ies"))
    {
      n -= 3;
      buffer[n++] = 'y';
    }
  else if (g_str_has_suffix (buffer, "ed"))
    n -= 2;
  else if (g_str_has_suffix (buffer, "es"))
    n -= 2;
  else if (g_str_has_suffix (buffer, "s") && !g_str_has_suffix (buffer, "ss"))
    n -= 1;
  if (n > 3 && buffer[n - 1] == buffer[n - 2]
      && strchr ("bdgmnprt", buffer[n - 1]))
    n--;
  if (n > 3 && buffer[n - 1] == 'e')
    n--;

  return readout_hash_bytes (buffer, n);
}

static guint64
suffix_of (const char *lower, gsize n)
{
  gsize length = strlen (lower);

  return readout_hash_string (lower + (length > n ? length - n : 0));
}

static guint64
shape_of (const char *bytes, gsize n)
{
  char  shape[12];
  guint length = 0;

  for (gsize i = 0; i < n && length < sizeof shape; i++)
    {
      guchar c = bytes[i];
      char   s = c >= 128              ? 'u'
                 : g_ascii_isupper (c) ? 'X'
                 : g_ascii_islower (c) ? 'x'
                 : g_ascii_isdigit (c) ? '0'
                                       : (char)c;

      if (length == 0 || shape[length - 1] != s)
        shape[length++] = s;
    }

  return readout_hash_bytes (shape, length);
}

/**
 * readout_unit_describe:
 * @unit: (out caller-allocates): zeroed
 * @token: a token
 * @utf8: the whole text that it is of
 * @gazetteer: (nullable): lists
 *
 * Fills in what can be known of a word without its neighbours.
 */
void
readout_unit_describe (ReadoutUnit            *unit,
                       const ReadoutToken     *token,
                       const char             *utf8,
                       const ReadoutGazetteer *gazetteer)
{
  const char      *lower = token->lower;
  ReadoutWordEntry entry = { 0 };
  gboolean         word = (token->flags & READOUT_TOKEN_WORD) != 0;

  unit->lower = readout_hash_string (lower);
  unit->stem = stem_of (lower);
  unit->shape = shape_of (utf8 + token->byte, token->n_bytes);
  unit->suffix2 = suffix_of (lower, 2);
  unit->suffix3 = suffix_of (lower, 3);
  unit->is_comma = g_str_equal (lower, ",");
  unit->left = unit->right = READOUT_UNIT_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (is_same (lower, functions[i]))
      unit->function = i + 1;

  if (gazetteer != NULL && word)
    entry = readout_gazetteer_look_up_word (gazetteer, unit->lower);
  unit->speech_bits = entry.speech;

  if (is_in (lower, pronouns, G_N_ELEMENTS (pronouns)))
    unit->word_class = READOUT_WORD_CLASS_PRONOUN;
  else if (is_in (lower, roles, G_N_ELEMENTS (roles)))
    unit->word_class = READOUT_WORD_CLASS_ROLE;
  else if (is_in (lower, days, G_N_ELEMENTS (days)))
    unit->word_class = READOUT_WORD_CLASS_DAY;
  else if (token->flags & READOUT_TOKEN_NUMBER)
    unit->word_class = READOUT_WORD_CLASS_NUMBER;
  else if (!word)
    unit->word_class = READOUT_WORD_CLASS_PUNCT;
  else if ((token->flags & READOUT_TOKEN_CAPITAL)
           && (!(token->flags & READOUT_TOKEN_FIRST)
               || !(entry.use & READOUT_DICTIONARY_COMMON)))
    unit->word_class = READOUT_WORD_CLASS_NAME;
  else if (entry.speech
           & (READOUT_SPEECH_VERB | READOUT_SPEECH_PAST | READOUT_SPEECH_ING))
    unit->word_class = READOUT_WORD_CLASS_VERB;
  else if (entry.speech & READOUT_SPEECH_NOUN)
    unit->word_class = READOUT_WORD_CLASS_NOUN;

  /* A word that the dictionary knows no part of speech of is a function word
   * and stands for itself. */
  if (unit->word_class == READOUT_WORD_CLASS_NAME)
    unit->speech = 1000;
  else if (unit->word_class == READOUT_WORD_CLASS_NUMBER)
    unit->speech = 1001;
  else if (entry.speech != 0 && strlen (lower) > 2)
    unit->speech = entry.speech;
  else if (entry.use != 0 || strlen (lower) <= 4 || !word)
    unit->speech = unit->lower;
  else
    unit->speech = 1002;
}

/**
 * readout_unit_apply_speech:
 * @unit: a described unit
 * @tag: its part of speech
 *
 * Replaces what the dictionary allows: the tagger has seen the word in its
 * sentence and knows better.
 */
void
readout_unit_apply_speech (ReadoutUnit *unit, ReadoutSpeechTag tag)
{
  unit->speech
      = tag == READOUT_SPEECH_TAG_P ? unit->lower : 2000 + (guint64)tag;

  if (unit->word_class == READOUT_WORD_CLASS_PRONOUN
      || unit->word_class == READOUT_WORD_CLASS_ROLE
      || unit->word_class == READOUT_WORD_CLASS_DAY
      || unit->word_class == READOUT_WORD_CLASS_NUMBER
      || unit->word_class == READOUT_WORD_CLASS_PUNCT)
    return;

  switch (tag)
    {
    case READOUT_SPEECH_TAG_VB:
    case READOUT_SPEECH_TAG_VBD:
    case READOUT_SPEECH_TAG_VBG:
    case READOUT_SPEECH_TAG_VBN:
    case READOUT_SPEECH_TAG_VBP:
    case READOUT_SPEECH_TAG_VBZ:
      unit->word_class = READOUT_WORD_CLASS_VERB;
      break;
    case READOUT_SPEECH_TAG_NN:
    case READOUT_SPEECH_TAG_NNS:
      unit->word_class = READOUT_WORD_CLASS_NOUN;
      break;
    case READOUT_SPEECH_TAG_NNP:
      unit->word_class = READOUT_WORD_CLASS_NAME;
      break;
    case READOUT_SPEECH_TAG_X:
    case READOUT_SPEECH_TAG_P:
    case READOUT_SPEECH_TAG_MD:
    case READOUT_SPEECH_TAG_JJ:
    case READOUT_SPEECH_TAG_RB:
    case READOUT_SPEECH_TAG_IN:
    case READOUT_SPEECH_TAG_DET:
    case READOUT_SPEECH_TAG_PRP:
    case READOUT_SPEECH_TAG_PRPS:
    case READOUT_SPEECH_TAG_TO:
    case READOUT_SPEECH_TAG_CC:
    case READOUT_SPEECH_TAG_CD:
    case READOUT_SPEECH_TAG_W:
    case READOUT_SPEECH_TAG_POS:
    case READOUT_SPEECH_TAG_EX:
    case READOUT_N_SPEECH_TAGS:
    default:
      unit->word_class = READOUT_WORD_CLASS_OTHER;
      break;
    }
}
