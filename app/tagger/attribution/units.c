/* units.c: what is asked of one token
 *
 * Its class, and the part of speech that the tagger gave it or, without one,
 * those that the dictionary allows.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/units.h"

#include "language/word-groups.h"

/* The number of a function word, counted from 1, or 0 for other words. */
static guint8
number_function (const ReadoutToken *token)
{
  const char *const *words;
  guint              n = 0;

  if (!readout_token_is_in (token, READOUT_WORDS_TAGGED_FUNCTIONS))
    return 0;

  words = readout_word_group_get_words (READOUT_WORDS_TAGGED_FUNCTIONS);
  while (!g_str_equal (words[n], token->lower))
    n++;

  return n + 1;
}

/* The class of a word by its form and where it stands. */
static ReadoutWordClass
class_of (const ReadoutToken *token, const ReadoutWordType *form)
{
  if (readout_token_is_in (token, READOUT_WORDS_TAGGED_PRONOUNS))
    return READOUT_WORD_CLASS_PRONOUN;
  if (readout_token_is_in (token, READOUT_WORDS_TAGGED_ROLES))
    return READOUT_WORD_CLASS_ROLE;
  if (readout_token_is_in (token, READOUT_WORDS_TAGGED_DAYS))
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
  unit->function = number_function (token);
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
