/* token.h: tokens, sentences and quotations as plain arrays
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"

G_BEGIN_DECLS

/* What the language steps produce and all later steps read.  Plain structs in
 * arrays, millions in a batch run, freed as one block with the analysis. */

typedef enum
{
  READOUT_TOKEN_WORD = 1 << 0,   /* Letters, perhaps with digits. */
  READOUT_TOKEN_NUMBER = 1 << 1, /* Digits, with inner points or commas. */
  READOUT_TOKEN_PUNCT = 1 << 2,  /* A single other sign. */
  READOUT_TOKEN_CLITIC = 1 << 3, /* 's, n't, 'll … */
  READOUT_TOKEN_QUOTE = 1 << 4,  /* A sign that the quotation step uses. */

  READOUT_TOKEN_CAPITAL = 1 << 8,  /* First letter is upper case. */
  READOUT_TOKEN_ALL_CAPS = 1 << 9, /* Two letters or more, all upper. */
  READOUT_TOKEN_FIRST = 1 << 10,   /* First word of its sentence. */
  READOUT_TOKEN_SPACE = 1 << 11,   /* White space stands before it. */
  READOUT_TOKEN_LINE = 1 << 12,    /* A line break stands before it. */
} ReadoutTokenFlags;

/**
 * ReadoutToken:
 * @span: where it stands, in code points
 * @byte: where it starts in the UTF-8 text
 * @n_bytes: its length in UTF-8
 * @flags: #ReadoutTokenFlags
 * @lower: its lower-case form with curly apostrophes made straight, ended by
 *   NUL; equal forms in one analysis are the same pointer
 * @sentence: index of its sentence
 * @quotation: index of the innermost quotation that it is in, its marks
 *   included, or -1
 * @groups: the set of groups of words that it is in, see word-groups.h
 */
typedef struct
{
  ReadoutSpan span;
  guint32     byte;
  guint32     n_bytes;
  guint32     flags;
  guint32     sentence;
  gint32      quotation;
  guint16     groups;
  const char *lower;
} ReadoutToken;

/**
 * ReadoutSentence:
 * @first: index of its first token
 * @end: index of the token after its last
 * @paragraph: index of its paragraph
 *
 * A paragraph is a run of lines that ends at a line break, or after some
 * thousand tokens; a sentence never crosses one.
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 paragraph;
} ReadoutSentence;

/**
 * ReadoutParagraph:
 * @first: index of its first sentence
 * @end: index of the sentence after its last
 */
typedef struct
{
  guint32 first;
  guint32 end;
} ReadoutParagraph;

/**
 * ReadoutQuotation:
 * @first: index of the token of the opening mark; of the paragraph's first
 *   token where a running quotation goes on without a mark
 * @end: index of the token after the closing mark; when it is not closed, the
 *   next quotation's first token or the end of the paragraph
 * @closed: whether a closing mark ends it
 * @continues: index of the quotation of an earlier paragraph that this one
 *   goes on with, or -1
 * @parent: index of the quotation around this one, or -1
 */
typedef struct
{
  guint32  first;
  guint32  end;
  gboolean closed;
  gint32   continues;
  gint32   parent;
} ReadoutQuotation;

G_END_DECLS
