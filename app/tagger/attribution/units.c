/* units.c: what is asked of one token
 *
 * Its class, and the part of speech that the tagger gave it or, without one,
 * those that the dictionary allows.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/attribution/units.h"

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

/* The class of a word by its form and where it stands. */
static ReadoutWordClass
class_of (const ReadoutToken *token, const ReadoutWordType *form)
{
  if (is_in (token->lower, pronouns, G_N_ELEMENTS (pronouns)))
    return READOUT_WORD_CLASS_PRONOUN;
  if (is_in (token->lower, roles, G_N_ELEMENTS (roles)))
    return READOUT_WORD_CLASS_ROLE;
  if (is_in (token->lower, days, G_N_ELEMENTS (days)))
    return READOUT_WORD_CLASS_DAY;
  if (token->flags & READOUT_TOKEN_NUMBER)
    return READOUT_WORD_CLASS_NUMBER;
  if (!(token->flags & READOUT_TOKEN_WORD))
    return READOUT_WORD_CLASS_PUNCT;
  if ((token->flags & READOUT_TOKEN_CAPITAL)
      && (!(token->flags & READOUT_TOKEN_FIRST)
          || !(form->use & READOUT_DICTIONARY_COMMON)))
    return READOUT_WORD_CLASS_NAME;
  if (form->speech
      & (READOUT_SPEECH_VERB | READOUT_SPEECH_PAST | READOUT_SPEECH_ING))
    return READOUT_WORD_CLASS_VERB;
  if (form->speech & READOUT_SPEECH_NOUN)
    return READOUT_WORD_CLASS_NOUN;

  return READOUT_WORD_CLASS_OTHER;
}

/* What the dictionary allows a word to be.  A word that it knows no part of
 * speech of is a function word and stands for itself. */
static guint64
allowed_speech (ReadoutWordClass       word_class,
                gboolean               is_word,
                const ReadoutWordType *form)
{
  if (word_class == READOUT_WORD_CLASS_NAME)
    return 1000;
  if (word_class == READOUT_WORD_CLASS_NUMBER)
    return 1001;
  if (is_word && form->speech != 0 && form->n_bytes > 2)
    return form->speech;
  if (!is_word || form->use != 0 || form->n_bytes <= 4)
    return form->lower;

  return 1002;
}

/**
 * readout_unit_describe:
 * @unit: (out caller-allocates): zeroed
 * @token: a token
 * @form: its form
 *
 * Fills in what can be known of a token without its neighbours.
 */
void
readout_unit_describe (ReadoutUnit           *unit,
                       const ReadoutToken    *token,
                       const ReadoutWordType *form)
{
  gboolean         is_word = (token->flags & READOUT_TOKEN_WORD) != 0;
  ReadoutWordClass word_class = class_of (token, form);

  unit->is_comma = g_str_equal (token->lower, ",");
  unit->left = unit->right = READOUT_UNIT_NONE;
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (is_same (token->lower, functions[i]))
      unit->function = i + 1;
  unit->word_class = word_class;
  unit->speech = allowed_speech (word_class, is_word, form);
}

/**
 * readout_unit_apply_speech:
 * @unit: a described unit
 * @form: its form
 * @tag: its part of speech
 *
 * Replaces what the dictionary allows: the tagger has seen the word in its
 * sentence and knows better.
 */
void
readout_unit_apply_speech (ReadoutUnit           *unit,
                           const ReadoutWordType *form,
                           ReadoutSpeechTag       tag)
{
  unit->speech
      = tag == READOUT_SPEECH_TAG_P ? form->lower : 2000 + (guint64)tag;

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
