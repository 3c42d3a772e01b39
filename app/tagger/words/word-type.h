/* word-type.h: what the taggers ask of one written form
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "language/token.h"
#include "tagger/model/gazetteer.h"

G_BEGIN_DECLS

#define READOUT_WORD_TYPE_AFFIXES 4
/* The longest form whose curly marks are made straight, in bytes. */
#define READOUT_WORD_TYPE_MAX 64

/**
 * ReadoutWordType:
 *
 * A written form, shared by all tokens that have it.  What templates name is a
 * guint64; the hashes are part of each model, so they cannot change without
 * training anew.
 */
typedef struct
{
  guint64 written; /* As written, but with straight marks. */
  guint64 lower;   /* Lower case, as the tokenizer gives it. */
  guint64 plain;   /* Lower case, straight marks, digits as 0. */
  guint64 stem;    /* Of `lower`, the same for the forms of a verb. */

  guint64 shape;       /* Collapsed: Xx, X.X, 0-0. */
  guint64 full_shape;  /* Each character, the first twelve. */
  guint64 ascii_shape; /* Collapsed; all that is not ASCII is the same. */

  guint64 prefixes[READOUT_WORD_TYPE_AFFIXES]; /* Of `plain`, in characters. */
  guint64 suffixes[READOUT_WORD_TYPE_AFFIXES];
  guint64 endings[READOUT_WORD_TYPE_AFFIXES]; /* Of `lower`, in bytes; the edge
                                                 where nothing is before. */
  guint64 last_two; /* Bytes of `lower`, or all of a shorter word. */
  guint64 last_three;

  guint64 use;     /* ReadoutWordUse. */
  guint64 meaning; /* WordNet class. */
  guint64 speech;  /* ReadoutSpeech. */

  guint8 n_affixes; /* Prefixes and suffixes that there are. */
  guint8 n_bytes;   /* Of `lower`, at most 255. */
  guint8 letters;   /* Number of code points, at most 255. */
  guint8 capital;   /* Begins with a capital. */
  guint8 is_word;   /* A word or a clitic. */
} ReadoutWordType;

void readout_word_type_describe (ReadoutWordType        *type,
                                 const ReadoutToken     *token,
                                 const char             *utf8,
                                 const ReadoutGazetteer *gazetteer);

G_END_DECLS
