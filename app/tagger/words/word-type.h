/* word-type.h: what the mention tagger asks of one written form
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"

G_BEGIN_DECLS

/* For name-features.c alone: a word type, shared by all tokens of its form. */
typedef struct
{
  guint64 word;       /* As written. */
  guint64 lower;      /* Lower case, digits as 0. */
  guint64 shape;      /* Collapsed: Xx, X.X, 0-0. */
  guint64 full_shape; /* Each character, the first twelve. */
  guint64 prefixes[4];
  guint64 suffixes[4];
  guint8  n_affixes;
  guint8  use;     /* ReadoutWordUse. */
  guint8  meaning; /* WordNet class. */
  guint8  capital; /* Begins with a capital. */
  guint8  is_word;
  guint8  letters;    /* Number of code points, at most 255. */
  guint8  seen_lower; /* Its lower-case form occurs in the document. */
  guint8  n_inside;   /* Capitalised not at a sentence's start, at most 2. */
  guint32 n_tokens;
} ReadoutWordType;

/* The longest form that readout_word_type_write() changes, in bytes. */
#define READOUT_WORD_TYPE_MAX 64

const char *
readout_word_type_write (const char *written, gsize *n_bytes, char *buffer);
void readout_word_type_describe (ReadoutWordType *type,
                                 const char      *written,
                                 gsize            n_bytes,
                                 const char      *lower,
                                 guint32          flags);

G_END_DECLS
