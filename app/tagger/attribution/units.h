/* units.h: what is asked of one token
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"
#include "tagger/speech.h"
#include "tagger/words/word-type.h"

G_BEGIN_DECLS

/* For document.c and features.c alone. */

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

/**
 * ReadoutUnit:
 *
 * What is known of one token, besides its form.  What templates name is a
 * guint64.
 */
typedef struct
{
  guint64 speech;     /* What it can be; a function word is its own class. */
  guint64 quotation;  /* Length, first letter, end of its quotation. */
  guint64 state;      /* ReadoutQuoted. */
  guint64 word_class; /* ReadoutWordClass. */
  guint64 bucket;     /* How often it is a cue. */
  guint64 label;      /* Of the first stage. */
  guint64 is_comma;
  guint32 left;     /* Nearest anchor at or before it in its sentence. */
  guint32 right;    /* Nearest anchor after it. */
  guint8  function; /* Number of a function word, 0 for others. */
  guint8  left_commas;
  guint8  right_commas;
  guint8  left_words; /* Bits: that, to, who, and between. */
  guint8  right_words;
  guint8  n_before; /* Anchors before and after it in its sentence. */
  guint8  n_after;
} ReadoutUnit;

void readout_unit_describe (ReadoutUnit           *unit,
                            const ReadoutToken    *token,
                            const ReadoutWordType *form);
void readout_unit_apply_speech (ReadoutUnit           *unit,
                                const ReadoutWordType *form,
                                ReadoutSpeechTag       tag);

G_END_DECLS
