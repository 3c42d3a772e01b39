/* string-hash.c: a hash of strings that nobody can foresee
 *
 * g_str_hash() adds up its bytes in a way that everybody knows, so that a file
 * can be made whose ids all have one value; each is then compared with all of
 * the others, and a megabyte takes seconds.  SipHash-1-3 (Aumasson and
 * Bernstein 2012, with fewer rounds as Rust and Python have it) depends upon a
 * key that is drawn anew when the program starts.
 *
 * The order in which a table gives back what is in it differs from run to run
 * with it, so nothing that is written or shown may depend on that order.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "base/string-hash.h"

#include <string.h>

typedef struct
{
  guint64 v[4];
} State;

static guint64
rotate (guint64 value, guint n_bits)
{
  return value << n_bits | value >> (64 - n_bits);
}

static void
mix (State *self)
{
  guint64 *v = self->v;

  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

static void
take (State *self, guint64 word)
{
  self->v[3] ^= word;
  mix (self);
  self->v[0] ^= word;
}

static guint64
draw (void)
{
  return (guint64)g_random_int () << 32 | g_random_int ();
}

static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize   is_drawn = 0;

  if (g_once_init_enter (&is_drawn))
    {
      key[0] = draw ();
      key[1] = draw ();
      g_once_init_leave (&is_drawn, 1);
    }

  return key;
}

/**
 * readout_string_hash_keyed:
 * @string: a string
 * @key: (array fixed-size=2): what the hash depends upon
 *
 * Returns: SipHash-1-3 of the bytes of @string
 */
guint64
readout_string_hash_keyed (const char *string, const guint64 key[2])
{
  State   state;
  gsize   n_bytes;
  gsize   at = 0;
  guint64 last;

  g_return_val_if_fail (string != NULL, 0);

  n_bytes = strlen (string);
  last = (guint64)n_bytes << 56;
  state.v[0] = key[0] ^ G_GUINT64_CONSTANT (0x736f6d6570736575);
  state.v[1] = key[1] ^ G_GUINT64_CONSTANT (0x646f72616e646f6d);
  state.v[2] = key[0] ^ G_GUINT64_CONSTANT (0x6c7967656e657261);
  state.v[3] = key[1] ^ G_GUINT64_CONSTANT (0x7465646279746573);

  for (; at + 8 <= n_bytes; at += 8)
    {
      guint64 word;

      memcpy (&word, string + at, sizeof word);
      take (&state, GUINT64_FROM_LE (word));
    }
  for (guint i = 0; at + i < n_bytes; i++)
    last |= (guint64)(guint8)string[at + i] << (8 * i);
  take (&state, last);

  state.v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    mix (&state);

  return state.v[0] ^ state.v[1] ^ state.v[2] ^ state.v[3];
}

/**
 * readout_string_hash:
 * @string: a string
 *
 * A #GHashFunc in the place of g_str_hash(), for tables whose keys come from a
 * file that somebody else has made.
 *
 * Returns: a value that differs from run to run
 */
guint
readout_string_hash (gconstpointer string)
{
  return (guint)readout_string_hash_keyed (string, get_key ());
}
