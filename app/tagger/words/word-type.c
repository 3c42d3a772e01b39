/* word-type.c: what the taggers ask of one written form
 *
 * Hashes of the form, its shapes and its first and last letters, made once a
 * form and not once a token.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/words/word-type.h"

#include <string.h>

#include "tagger/crf/hash.h"
#include "tagger/words/stem.h"

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

/* Makes curly quotation marks and apostrophes straight, so that an article
 * means the same to the taggers whoever has typeset it.  Returns @bytes itself
 * where it has none, or is longer than any word; brings @n_bytes up to date. */
static const char *
straighten_marks (const char *bytes,
                  gsize      *n_bytes,
                  char        buffer[READOUT_WORD_TYPE_MAX])
{
  const char *end = bytes + *n_bytes;
  gsize       n = 0;

  if (*n_bytes > READOUT_WORD_TYPE_MAX
      || memchr (bytes, 0xe2, *n_bytes) == NULL)
    return bytes;

  for (const char *p = bytes; p < end;)
    {
      char mark = straighten (p, end);

      buffer[n++] = mark != 0 ? mark : *p;
      p += mark != 0 ? 3 : 1;
    }
  *n_bytes = n;

  return buffer;
}

/* The form as written: its hash, its shapes and its length. */
static void
describe_written (ReadoutWordType *type, const char *written, gsize n_bytes)
{
  char        buffer[READOUT_WORD_TYPE_MAX];
  char        shape[MAX_SHAPE];
  guint       n_shape = 0;
  char        full[MAX_SHAPE];
  guint       n_full = 0;
  const char *end;

  written = straighten_marks (written, &n_bytes, buffer);
  end = written + n_bytes;
  type->written = readout_hash_bytes (written, n_bytes);

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
}

/* The shape of the bytes as they are, curly marks included. */
static guint64
hash_ascii_shape (const char *bytes, gsize n_bytes)
{
  char  shape[MAX_SHAPE];
  guint n = 0;

  for (gsize i = 0; i < n_bytes && n < sizeof shape; i++)
    {
      guchar c = bytes[i];
      char   s = c >= 128              ? 'u'
                 : g_ascii_isupper (c) ? 'X'
                 : g_ascii_islower (c) ? 'x'
                 : g_ascii_isdigit (c) ? '0'
                                       : (char)c;

      if (n == 0 || shape[n - 1] != s)
        shape[n++] = s;
    }

  return readout_hash_bytes (shape, n);
}

/* Prefixes and suffixes of up to four characters. */
static void
describe_plain (ReadoutWordType *type, const char *lower, gsize n_bytes)
{
  char  straight[READOUT_WORD_TYPE_MAX];
  char  plain[READOUT_WORD_TYPE_MAX];
  gsize n_plain = 0;
  gsize at = 0;
  guint n;

  /* Digits as 0; words longer than the buffer are cut, numbers of that length
   * do not name anything. */
  lower = straighten_marks (lower, &n_bytes, straight);
  for (; n_plain < n_bytes && n_plain < sizeof plain; n_plain++)
    plain[n_plain] = g_ascii_isdigit (lower[n_plain]) ? '0' : lower[n_plain];
  type->plain = readout_hash_bytes (plain, n_plain);

  for (n = 0; n < READOUT_WORD_TYPE_AFFIXES && at < n_plain; n++)
    {
      do
        at++;
      while (at < n_plain && (plain[at] & 0xc0) == 0x80);
      type->prefixes[n] = readout_hash_bytes (plain, at);
    }
  type->n_affixes = n;
  for (at = n_plain, n = 0; n < READOUT_WORD_TYPE_AFFIXES && at > 0; n++)
    {
      do
        at--;
      while (at > 0 && (plain[at] & 0xc0) == 0x80);
      type->suffixes[n] = readout_hash_bytes (plain + at, n_plain - at);
    }
}

static void
describe_lower (ReadoutWordType *type, const char *lower, gsize n_bytes)
{
  type->lower = readout_hash_bytes (lower, n_bytes);
  type->n_bytes = MIN (n_bytes, 255);
  for (gsize i = 0; i < READOUT_WORD_TYPE_AFFIXES; i++)
    type->endings[i] = n_bytes > i + 1
                           ? readout_hash_bytes (lower + n_bytes - i - 1, i + 1)
                           : READOUT_HASH_EDGE;
  type->last_two = n_bytes > 2 ? type->endings[1] : type->lower;
  type->last_three = n_bytes > 3 ? type->endings[2] : type->lower;
  type->stem = readout_stem_hash (lower, n_bytes);
}

/**
 * readout_word_type_describe:
 * @type: (out caller-allocates): zeroed
 * @token: a token of the form
 * @utf8: the whole text that it is of
 * @gazetteer: (nullable): lists, which say what the dictionary knows
 *
 * Fills in what can be known of a form without its neighbours.
 */
void
readout_word_type_describe (ReadoutWordType        *type,
                            const ReadoutToken     *token,
                            const char             *utf8,
                            const ReadoutGazetteer *gazetteer)
{
  gsize n_lower = strlen (token->lower);

  type->capital = (token->flags & READOUT_TOKEN_CAPITAL) != 0;
  type->is_word
      = (token->flags & (READOUT_TOKEN_WORD | READOUT_TOKEN_CLITIC)) != 0;
  describe_written (type, utf8 + token->byte, token->n_bytes);
  type->ascii_shape = hash_ascii_shape (utf8 + token->byte, token->n_bytes);
  describe_lower (type, token->lower, n_lower);
  describe_plain (type, token->lower, n_lower);

  if (gazetteer != NULL)
    {
      ReadoutWordEntry entry
          = readout_gazetteer_look_up_word (gazetteer, type->lower);

      type->use = entry.use;
      type->meaning = entry.meaning;
      type->speech = entry.speech;
    }
}
