/* units.h: what is asked of one word
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"
#include "tagger/model/gazetteer.h"
#include "tagger/speech.h"

G_BEGIN_DECLS

/* For attribution-features.c alone. */

#define READOUT_UNIT_NONE G_MAXUINT32

typedef enum
{
  READOUT_QUOTED_OUT,
  READOUT_QUOTED_OPENING,
  READOUT_QUOTED_IN,
  READOUT_QUOTED_CLOSING
} ReadoutQuoted;

typedef enum
{
  READOUT_WORD_CLASS_OTHER,
  READOUT_WORD_CLASS_PRONOUN,
  READOUT_WORD_CLASS_ROLE,
  READOUT_WORD_CLASS_DAY,
  READOUT_WORD_CLASS_NAME,
  READOUT_WORD_CLASS_NUMBER,
  READOUT_WORD_CLASS_VERB,
  READOUT_WORD_CLASS_NOUN,
  READOUT_WORD_CLASS_PUNCT
} ReadoutWordClass;

typedef struct
{
  guint64 lower;
  guint64 stem;
  guint64 shape;
  guint64 suffix2;
  guint64 suffix3;
  guint64 speech;    /* What it can be; a function word is its own class. */
  guint64 quotation; /* Length, first letter, end of its quotation. */
  guint8  state;
  guint8  word_class;
  guint8  speech_bits;
  guint8  function; /* Number of a function word, 0 for others. */
  guint8  bucket;   /* How often it is a cue. */
  guint8  label;    /* Of the first stage. */
  guint8  is_comma;
  guint32 left;  /* Nearest anchor at or before it in its sentence. */
  guint32 right; /* Nearest anchor after it. */
  guint8  left_commas;
  guint8  right_commas;
  guint8  left_words; /* Bits: that, to, who, and between. */
  guint8  right_words;
  guint8  n_before; /* Anchors before and after it in its sentence. */
  guint8  n_after;
} ReadoutUnit;

void readout_unit_describe (ReadoutUnit            *unit,
                            const ReadoutToken     *token,
                            const char             *utf8,
                            const ReadoutGazetteer *gazetteer);
void readout_unit_apply_speech (ReadoutUnit *unit, ReadoutSpeechTag tag);

G_END_DECLS
