/* hash.h: the hashes that name features
 *
 * A feature is a 64-bit hash of its template's number and its values.  Words
 * are hashed once a type and not once a token, so a feature costs a few
 * multiplications.  The finisher is that of SplitMix64 (Steele, Lea and Flood
 * 2014), which spreads every input bit over the whole result: the model takes
 * the upper half as the place in its table and the lower half as the
 * fingerprint.
 *
 * The values are stored in model files: changing a constant here makes every
 * model unreadable and needs a new READOUT_MODEL_VERSION.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

static inline guint64
readout_hash_finish (guint64 h)
{
  h ^= h >> 30;
  h *= G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  h ^= h >> 27;
  h *= G_GUINT64_CONSTANT (0x94d049bb133111eb);
  h ^= h >> 31;
  return h;
}

/* Order matters, and small numbers must not cancel each other out: combining
 * (5, 6) differs from (6, 5) and from (4, 7), which a plain exclusive or of
 * the two would not tell apart. */
static inline guint64
readout_hash_combine (guint64 h, guint64 value)
{
  h = (h + G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))
      * G_GUINT64_CONSTANT (0x9fb21c651e98df25);
  h = (h ^ (h >> 29) ^ value) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  return h ^ (h >> 32);
}

/* What stands before the first and after the last word of a sentence. */
#define READOUT_HASH_EDGE G_GUINT64_CONSTANT (0x5bd1e9955bd1e995)

/* A template's number, spread over 64 bits.  Each tagger counts its templates
 * from another number, so that no two of them mean the same feature. */
#define READOUT_HASH_TEMPLATE(number)                                          \
  ((guint64)(number)*G_GUINT64_CONSTANT (0x9e3779b97f4a7c15))

static inline guint64
readout_hash_feature (guint template_number, guint64 value)
{
  return readout_hash_finish (
      readout_hash_combine (READOUT_HASH_TEMPLATE (template_number), value));
}

/* Bytes are read one by one, so the result does not depend on the machine. */
static inline guint64
readout_hash_bytes (const char *bytes, gsize n)
{
  guint64 h = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  for (gsize i = 0; i < n; i++)
    h = (h ^ (guint8)bytes[i]) * G_GUINT64_CONSTANT (0x100000001b3);

  return readout_hash_finish (h ^ n);
}

static inline guint64
readout_hash_string (const char *string)
{
  return readout_hash_bytes (string, strlen (string));
}

/**
 * ReadoutRandom:
 *
 * The project's own generator (xorshift64*, Vigna 2016), so that training
 * with one seed gives one model on every machine.
 */
typedef struct
{
  guint64 state;
} ReadoutRandom;

static inline void
readout_random_init (ReadoutRandom *self, guint64 seed)
{
  self->state = readout_hash_finish (seed + 1) | 1;
}

static inline guint32
readout_random_next (ReadoutRandom *self)
{
  guint64 x = self->state;

  x ^= x >> 12;
  x ^= x << 25;
  x ^= x >> 27;
  self->state = x;

  return (guint32)((x * G_GUINT64_CONSTANT (0x2545f4914f6cdd1d)) >> 32);
}

static inline guint32
readout_random_below (ReadoutRandom *self, guint32 n)
{
  return (guint32)(((guint64)readout_random_next (self) * n) >> 32);
}

G_END_DECLS
