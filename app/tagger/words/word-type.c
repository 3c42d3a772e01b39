/* word-type.c: what the mention tagger asks of one written form
 *
 * Hashes of the form, its shapes and its first and last letters, made once a
 * type and not once a token.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tagger/words/word-type.h"

#include <string.h>

#include "tagger/crf/hash.h"

#define MAX_SHAPE 12

static char
shape_of (gunichar c)
{
  if (g_unichar_isupper (c))
    return 'X';
  if (g_unichar_isalpha (c))
    return 'x';
  if (g_unichar_isdigit (c))
    return '0';
  return c < 128 ? (char)c : '*';
}

/* The sign on a keyboard that stands for a curly quotation mark at @p, or 0. */
static char
straighten (const char *p, const char *end)
{
  if (end - p < 3 || (guchar)p[0] != 0xe2 || (guchar)p[1] != 0x80)
    return 0;

  switch ((guchar)p[2])
    {
    case 0x98:
    case 0x99:
      return '\'';
    case 0x9c:
    case 0x9d:
    case 0x9e:
    case 0x9f:
      return '"';
    default:
      return 0;
    }
}

/**
 * readout_word_type_write:
 * @written: a form as written, not ended by NUL
 * @n_bytes: its length in bytes
 * @buffer: (out caller-allocates): room for READOUT_WORD_TYPE_MAX bytes
 *
 * Makes curly quotation marks and apostrophes straight, so that an article
 * means the same to the taggers whoever has typeset it.
 *
 * Returns: (transfer none): the form with straight marks, @n_bytes is brought
 *   up to date; @written itself where it has no others, or is a longer one than
 *   any word
 */
const char *
readout_word_type_write (const char *written, gsize *n_bytes, char *buffer)
{
  const char *end = written + *n_bytes;
  gsize       n = 0;

  if (*n_bytes > READOUT_WORD_TYPE_MAX
      || memchr (written, 0xe2, *n_bytes) == NULL)
    return written;

  for (const char *p = written; p < end;)
    {
      char mark = straighten (p, end);

      buffer[n++] = mark != 0 ? mark : *p;
      p += mark != 0 ? 3 : 1;
    }
  *n_bytes = n;

  return buffer;
}

/**
 * readout_word_type_describe:
 * @type: (out caller-allocates): zeroed
 * @written: the form as readout_word_type_write() gives it
 * @n_bytes: its length in bytes
 * @lower: the same in lower case
 * @flags: #ReadoutTokenFlags of the token
 *
 * Fills in what can be known of a form without its neighbours.
 */
void
readout_word_type_describe (ReadoutWordType *type,
                            const char      *written,
                            gsize            n_bytes,
                            const char      *lower,
                            guint32          flags)
{
  char        shape[MAX_SHAPE * 2 + 1];
  guint       n_shape = 0;
  char        full[MAX_SHAPE];
  guint       n_full = 0;
  char        buffer[READOUT_WORD_TYPE_MAX];
  char        straight[READOUT_WORD_TYPE_MAX];
  gsize       n_small = strlen (lower);
  gsize       n_lower = 0;
  const char *end = written + n_bytes;
  gsize       at = 0;
  guint       n = 0;

  type->word = readout_hash_bytes (written, n_bytes);
  type->capital = (flags & READOUT_TOKEN_CAPITAL) != 0;
  type->is_word = (flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_CLITIC)) != 0;

  for (const char *p = written; p < end; p = g_utf8_next_char (p))
    {
      char s = shape_of (g_utf8_get_char (p));

      if (n_full < MAX_SHAPE)
        full[n_full++] = s;
      if (n_shape < MAX_SHAPE && (n_shape == 0 || shape[n_shape - 1] != s))
        shape[n_shape++] = s;
      if (type->letters < 255)
        type->letters++;
    }
  type->shape = readout_hash_bytes (shape, n_shape);
  type->full_shape = readout_hash_bytes (full, n_full);

  /* Digits as 0; words longer than the buffer are cut, numbers of that length
   * do not name anything. */
  lower = readout_word_type_write (lower, &n_small, straight);
  for (; n_lower < n_small && n_lower < sizeof buffer; n_lower++)
    buffer[n_lower] = g_ascii_isdigit (lower[n_lower]) ? '0' : lower[n_lower];
  type->lower = readout_hash_bytes (buffer, n_lower);

  for (n = 0; n < 4 && at < n_lower; n++)
    {
      do
        at++;
      while (at < n_lower && (buffer[at] & 0xc0) == 0x80);
      type->prefixes[n] = readout_hash_bytes (buffer, at);
    }
  type->n_affixes = n;
  for (at = n_lower, n = 0; n < 4 && at > 0; n++)
    {
      do
        at--;
      while (at > 0 && (buffer[at] & 0xc0) == 0x80);
      type->suffixes[n] = readout_hash_bytes (buffer + at, n_lower - at);
    }
}
