/* table.c: quantised weights, looked up by the hash of a feature
 *
 * A section holds
 *
 *     u32 n_labels, n_classes, n_buckets, n_row_bytes; float scale;
 *     u32 row_shift; 8 bytes 0
 *     names    n_labels of 16 bytes, padded with NUL
 *     pairs    float, n_classes matrices of (n_labels + 1) rows of stride
 *     lawful   u8, one such matrix
 *     buckets  at a multiple of 64 bytes: n_buckets of 10 u16 and 10 u8, the
 *              low and high parts of fingerprints, 10 u24 places of rows,
 *              3 bytes 0, u8 whether it overflowed
 *     rows     each at a multiple of 1 << row_shift bytes, then 128 bytes 0
 *
 * A bucket is one cache line, so that nearly every look-up waits for one line
 * of the table and one of the rows.  The upper half of a feature's hash says
 * which bucket it should be in, and when that is full it is in the next one; a
 * fingerprint is 24 bits of the lower half, 0 marks an empty slot.  With the
 * bits that chose the bucket, two features are taken for one another about once
 * in two million times; such a false hit adds a wrong weight and does no other
 * harm.
 *
 * A row begins with a mask of 2 + n_labels bits, lowest first, in whole bytes.
 * The first two bits say which of three forms it has:
 *
 *     bit 0    the row is dense: the mask's bytes but the first are left out,
 *              and n_labels weights follow
 *     bit 1    the byte holds 4 n + 2, and n of (u8 label, i8 weight) follow
 *     neither  a bit for each label, and a weight for each set bit follows
 *
 * Frequent features have weights for most labels.  They are dense, and adding
 * them up is a few vector instructions; the others have what is the shortest.
 * Weights are bytes in units of `scale`, the largest weight being 127 units;
 * pair scores are read as floats and rounded to units of scale / FINE, which
 * makes decoding exact and equal on every machine.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/error.h"

#define HEAD_SIZE 32
#define NAME_SIZE 16
/* How many units of a score one unit of a weight is. */
#define FINE 16
#define LOAD 0.85

#define BUCKET_SIZE 64
#define BUCKET_SLOTS 10
#define HIGH_AT (BUCKET_SLOTS * 2)
#define PLACES_AT (BUCKET_SLOTS * 3)
#define OVERFLOW_AT (BUCKET_SIZE - 1)
#define MAX_PLACE 0xffffff
/* What may be read behind a row. */
#define TAIL 128
/* How many features are looked up side by side. */
#define BATCH 128

#define DENSE 1
#define PAIRS 2
#define FORMS (DENSE | PAIRS)

#define LOW_BITS G_GUINT64_CONSTANT (0x0001000100010001)
#define HIGH_BITS G_GUINT64_CONSTANT (0x8000800080008000)

typedef struct
{
  guint32 n_labels;
  guint32 n_classes;
  guint32 n_buckets;
  guint32 n_row_bytes;
  float   scale;
  guint32 row_shift;
  guint32 unused[2];
} Head;

G_STATIC_ASSERT (sizeof (Head) == HEAD_SIZE);

/* Eight and sixteen labels at once; the compilers lower what the machine does
 * not have. */
typedef gint16 Eight __attribute__ ((vector_size (16)));
typedef gint8  EightBytes __attribute__ ((vector_size (8)));
typedef gint16 Sixteen __attribute__ ((vector_size (32)));
typedef gint8  SixteenBytes __attribute__ ((vector_size (16)));

static guint32
bucket_of (guint64 key, guint32 n_buckets)
{
  return (guint32)(((key >> 32) * n_buckets) >> 32);
}

static guint32
fingerprint_of (guint64 key)
{
  guint32 fingerprint = key & 0xffffff;

  return fingerprint != 0 ? fingerprint : 1;
}

static guint
mask_bytes (guint n_labels)
{
  return (n_labels + 2 + 7) / 8;
}

/* Where the buckets are in the section. */
static gsize
buckets_at (const Head *head)
{
  gsize matrix = (head->n_labels + 1) * readout_crf_stride (head->n_labels);
  gsize at = HEAD_SIZE + head->n_labels * NAME_SIZE
             + matrix * head->n_classes * sizeof (float) + matrix;

  return (at + BUCKET_SIZE - 1) / BUCKET_SIZE * BUCKET_SIZE;
}

/* Whether the sizes that the head gives add up to the section's. */
static gboolean
head_is_sane (const Head *head, gsize size)
{
  return head->n_labels != 0 && head->n_labels <= READOUT_TABLE_MAX_LABELS
         && head->n_classes != 0 && head->n_classes <= 255
         && head->n_buckets != 0 && head->scale > 0 && head->row_shift < 8
         && head->n_row_bytes >= TAIL
         && size
                == buckets_at (head) + (gsize)head->n_buckets * BUCKET_SIZE
                       + head->n_row_bytes;
}

/**
 * readout_table_new:
 * @model: a model
 * @section: name of the section
 * @error: set to %READOUT_ERROR_FORMAT if it is missing or broken
 *
 * Returns: (transfer full) (nullable): a view, which keeps the model alive
 */
ReadoutTable *
readout_table_new (ReadoutModel *model, const char *section, GError **error)
{
  g_autoptr (ReadoutTable) self = NULL;
  const guint8 *data;
  const guint8 *at;
  const float  *pairs;
  const guint8 *lawful;
  Head          head = { 0 };
  gsize         size;
  gsize         matrix;

  g_return_val_if_fail (model != NULL && section != NULL, NULL);

  data = readout_model_get_section (model, section, &size);
  if (data != NULL && size >= HEAD_SIZE)
    memcpy (&head, data, sizeof head);
  if (!head_is_sane (&head, size))
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_FORMAT,
                   _ ("The model has no usable section “%s”"),
                   section);
      return NULL;
    }

  matrix = (head.n_labels + 1) * readout_crf_stride (head.n_labels);

  self = g_new0 (ReadoutTable, 1);
  self->model = readout_model_ref (model);
  self->n_labels = head.n_labels;
  self->n_classes = head.n_classes;
  self->scale = head.scale / FINE;
  self->n_buckets = head.n_buckets;
  self->row_shift = head.row_shift;

  at = data + HEAD_SIZE;
  self->label_names = g_new0 (char *, head.n_labels + 1);
  for (guint l = 0; l < head.n_labels; l++, at += NAME_SIZE)
    self->label_names[l] = g_strndup ((const char *)at, NAME_SIZE);

  pairs = (gconstpointer)at;
  at += matrix * head.n_classes * sizeof (float);
  lawful = at;
  self->pairs = g_new (gint32, matrix * head.n_classes);
  for (gsize i = 0; i < matrix * head.n_classes; i++)
    self->pairs[i] = lrintf (CLAMP (pairs[i] / self->scale, -1e6f, 1e6f));
  for (gsize i = 0; i < matrix; i++)
    if (!lawful[i])
      self->pairs[i] = READOUT_CRF_FORBIDDEN;

  readout_crf_find_reach (head.n_labels, self->pairs, self->reach);

  self->buckets = data + buckets_at (&head);
  self->rows = self->buckets + (gsize)head.n_buckets * BUCKET_SIZE;
  self->rows_size = head.n_row_bytes - TAIL;

  return g_steal_pointer (&self);
}

/**
 * readout_table_free:
 * @self: (transfer full): a table
 */
void
readout_table_free (ReadoutTable *self)
{
  g_return_if_fail (self != NULL);

  g_strfreev (self->label_names);
  g_free (self->pairs);
  readout_model_unref (self->model);
  g_free (self);
}

/* Marks the highest bit of each of four numbers that is 0, and now and then of
 * one behind it (Mycroft 1987). */
static inline guint64
zeros_of (guint64 four)
{
  return (four - LOW_BITS) & ~four & HIGH_BITS;
}

/* The slot with this fingerprint, or BUCKET_SLOTS.  The low parts of all are
 * compared at once, without a branch that depends on where it is; each that
 * may match is looked at again.  The last two of the twelve are no slots. */
static guint
match (const guint8 *bucket, guint32 fingerprint)
{
  guint64 wanted = (fingerprint & 0xffff) * LOW_BITS;
  guint64 parts[3];
  guint64 hits;

  memcpy (parts, bucket, sizeof parts);
  hits = zeros_of (parts[0] ^ wanted) >> 15 | zeros_of (parts[1] ^ wanted) >> 14
         | (zeros_of (parts[2] ^ wanted) & 0x80008000) >> 13;
  for (; hits != 0; hits &= hits - 1)
    {
      guint   bit = __builtin_ctzll (hits);
      guint   slot = bit % 16 * 4 + bit / 16;
      guint16 low;

      memcpy (&low, bucket + slot * 2, sizeof low);
      if ((low | (guint32)bucket[HIGH_AT + slot] << 16) == fingerprint)
        return slot;
    }

  return BUCKET_SLOTS;
}

/* The row of a feature, or NULL. */
static const guint8 *
find_row (const ReadoutTable *self, guint64 feature)
{
  guint32 number = bucket_of (feature, self->n_buckets);
  guint32 fingerprint = fingerprint_of (feature);

  for (guint32 tries = 0; tries < self->n_buckets; tries++)
    {
      const guint8 *bucket = self->buckets + (gsize)number * BUCKET_SIZE;
      guint         slot = match (bucket, fingerprint);

      if (slot < BUCKET_SLOTS)
        {
          guint32 word;
          gsize   place;

          memcpy (&word, bucket + PLACES_AT + slot * 3, sizeof word);
          place = (gsize)(word & MAX_PLACE) << self->row_shift;
          return G_LIKELY (place < self->rows_size) ? self->rows + place : NULL;
        }
      if (bucket[OVERFLOW_AT] == 0)
        return NULL;
      number = number + 1 == self->n_buckets ? 0 : number + 1;
    }

  return NULL;
}

/* Adds up dense rows.  The number of blocks of eight is a constant where this
 * is called, so that the sums stay in registers.  The last block may read
 * weights of the next row, into labels that do not exist. */
static inline void
add_dense (gint16 *scores, const guint8 *const *rows, guint n, guint n_blocks)
{
  Sixteen sums[READOUT_TABLE_MAX_LABELS / 16 + 1];
  Eight   rest = { 0 };

  for (guint b = 0; b < n_blocks / 2; b++)
    memcpy (&sums[b], scores + b * 16, sizeof (Sixteen));
  if (n_blocks % 2 != 0)
    memcpy (&rest, scores + n_blocks / 2 * 16, sizeof (Eight));

  for (guint i = 0; i < n; i++)
    {
      const guint8 *row = rows[i] + 1;

      for (guint b = 0; b < n_blocks / 2; b++)
        {
          SixteenBytes bytes;

          memcpy (&bytes, row + b * 16, sizeof bytes);
          sums[b] += __builtin_convertvector(bytes, Sixteen);
        }
      if (n_blocks % 2 != 0)
        {
          EightBytes bytes;

          memcpy (&bytes, row + n_blocks / 2 * 16, sizeof bytes);
          rest += __builtin_convertvector(bytes, Eight);
        }
    }

  for (guint b = 0; b < n_blocks / 2; b++)
    memcpy (scores + b * 16, &sums[b], sizeof (Sixteen));
  if (n_blocks % 2 != 0)
    memcpy (scores + n_blocks / 2 * 16, &rest, sizeof (Eight));
}

static void
add_sparse (const ReadoutTable *self, const guint8 *row, gint16 *scores)
{
  if (row[0] & PAIRS)
    {
      guint n = row[0] >> 2;

      for (guint k = 1; k <= 2 * n; k += 2)
        if (G_LIKELY (row[k] < self->n_labels))
          scores[row[k]] += (gint8)row[k + 1];
    }
  else
    {
      const guint8 *weight = row + mask_bytes (self->n_labels);
      guint64       mask;

      memcpy (&mask, row, sizeof mask);
      mask = mask >> 2 & ((G_GUINT64_CONSTANT (1) << self->n_labels) - 1);
      for (; mask != 0; mask &= mask - 1)
        scores[__builtin_ctzll (mask)] += (gint8)*weight++;
    }
}

/**
 * readout_table_add_scores:
 * @self: a table
 * @features: (array length=n_features): hashes of a token's features
 * @n_features: how many
 * @scores: (inout): readout_crf_stride (n_labels) sums of weights; 16 bits
 *   hold the sum of 256 of them.  What is behind the last label has no
 *   meaning.
 *
 * Adds the weights of the features to the scores.  Most of the time would go
 * into waiting for memory, so all buckets are asked for first, then all rows,
 * then the rows are added up: it pays to ask for many features at once.
 */
void
readout_table_add_scores (const ReadoutTable *self,
                          const guint64      *features,
                          guint               n_features,
                          gint16             *scores)
{
  const guint8 *rows[BATCH];
  const guint8 *dense[BATCH];

  for (guint from = 0; from < n_features; from += BATCH)
    {
      guint n = MIN (n_features - from, BATCH);
      guint n_rows = 0;
      guint n_dense = 0;

      for (guint i = 0; i < n; i++)
        __builtin_prefetch (
            self->buckets
            + (gsize)bucket_of (features[from + i], self->n_buckets)
                  * BUCKET_SIZE);

      for (guint i = 0; i < n; i++)
        {
          const guint8 *row = find_row (self, features[from + i]);

          if (row == NULL)
            continue;
          __builtin_prefetch (row);
          rows[n_rows++] = row;
        }

      for (guint i = 0; i < n_rows; i++)
        if (rows[i][0] & DENSE)
          dense[n_dense++] = rows[i];
        else
          add_sparse (self, rows[i], scores);

      switch (readout_crf_stride (self->n_labels) / READOUT_CRF_PAD)
        {
        case 2:
          add_dense (scores, dense, n_dense, 2);
          break;
        case 3:
          add_dense (scores, dense, n_dense, 3);
          break;
        case 5:
          add_dense (scores, dense, n_dense, 5);
          break;
        default:
          add_dense (scores,
                     dense,
                     n_dense,
                     readout_crf_stride (self->n_labels) / READOUT_CRF_PAD);
          break;
        }
    }
}

/**
 * readout_table_widen:
 * @self: a table
 * @scores: (array): n_tokens rows of sums of weights
 * @n_tokens: number of tokens
 * @wide: (out caller-allocates): the same in units of @scale, for
 *   readout_crf_decode()
 */
void
readout_table_widen (const ReadoutTable *self,
                     const gint16       *scores,
                     guint               n_tokens,
                     gint32             *wide)
{
  guint stride = readout_crf_stride (self->n_labels);

  for (guint t = 0; t < n_tokens; t++, scores += stride, wide += stride)
    {
      for (guint l = 0; l < stride; l++)
        wide[l] = scores[l] * FINE;
      for (guint l = self->n_labels; l < stride; l++)
        wide[l] = 0;
    }
}

static void
append_zeros (GByteArray *out, gsize n)
{
  static const guint8 zeros[TAIL] = { 0 };

  g_byte_array_append (out, zeros, n);
}

static void
append_padded (GByteArray *out, gsize alignment)
{
  append_zeros (out, (alignment - out->len % alignment) % alignment);
}

/* The weights of one feature in the form that is the shortest, or dense where
 * half of them are there: as good as nothing is lost, and it is faster.
 * Nothing is appended if no weight is left. */
static void
append_row (GByteArray  *rows,
            const float *weights,
            guint        n_labels,
            float        scale,
            float        prune_below)
{
  gint8   units[READOUT_TABLE_MAX_LABELS];
  guint8  bytes[8] = { 0 };
  guint   n_mask = mask_bytes (n_labels);
  guint64 mask = 0;
  guint   n = 0;

  for (guint l = 0; l < n_labels; l++)
    {
      units[l] = fabsf (weights[l]) >= prune_below
                     ? (gint8)lrintf (weights[l] / scale)
                     : 0;
      if (units[l] != 0)
        {
          mask |= G_GUINT64_CONSTANT (4) << l;
          n++;
        }
    }
  if (n == 0)
    return;

  if (2 * n >= n_labels)
    {
      bytes[0] = DENSE;
      g_byte_array_append (rows, bytes, 1);
      g_byte_array_append (rows, (const guint8 *)units, n_labels);
      return;
    }

  if (1 + 2 * n <= n_mask + n)
    {
      bytes[0] = n << 2 | PAIRS;
      g_byte_array_append (rows, bytes, 1);
    }
  else
    {
      for (guint i = 0; i < n_mask; i++)
        bytes[i] = mask >> (8 * i);
      g_byte_array_append (rows, bytes, n_mask);
    }
  for (guint l = 0; l < n_labels; l++)
    if (units[l] != 0)
      {
        bytes[0] = l;
        if (1 + 2 * n <= n_mask + n)
          g_byte_array_append (rows, bytes, 1);
        g_byte_array_append (rows, (const guint8 *)&units[l], 1);
      }
}

typedef struct
{
  guint64 key;
  guint32 at;
} Place;

/* Puts a row into its bucket, or the next that has room. */
static void
insert (guint8 *buckets, guint32 n_buckets, guint64 key, guint32 place)
{
  guint32 number = bucket_of (key, n_buckets);
  guint32 fingerprint = fingerprint_of (key);

  for (;;)
    {
      guint8 *bucket = buckets + (gsize)number * BUCKET_SIZE;
      guint   slot = match (bucket, 0);

      if (slot < BUCKET_SLOTS)
        {
          guint16 low = fingerprint & 0xffff;

          memcpy (bucket + slot * 2, &low, sizeof low);
          bucket[HIGH_AT + slot] = fingerprint >> 16;
          for (guint i = 0; i < 3; i++)
            bucket[PLACES_AT + slot * 3 + i] = place >> (8 * i);
          return;
        }
      bucket[OVERFLOW_AT] = 1;
      number = number + 1 == n_buckets ? 0 : number + 1;
    }
}

/**
 * readout_table_build:
 * @weights: trained weights
 * @keys: (element-type guint64): the hash of each feature
 * @label_names: (array): the name of each label, at most 15 bytes
 * @prune_below: weights smaller than this are dropped, in natural units
 *
 * Returns: (transfer full): a section for readout_model_builder_add()
 */
GBytes *
readout_table_build (const ReadoutWeights *weights,
                     const GArray         *keys,
                     const char *const    *label_names,
                     float                 prune_below)
{
  g_autoptr (GByteArray) out = g_byte_array_new ();
  g_autoptr (GByteArray) rows = g_byte_array_new ();
  g_autoptr (GArray) places = NULL; /* element-type Place */
  g_autofree guint8 *buckets = NULL;
  guint              stride;
  gsize              matrix;
  float              largest = 1e-6f;
  Head               head = { 0 };

  g_return_val_if_fail (weights != NULL && keys != NULL, NULL);
  g_return_val_if_fail (weights->n_features == keys->len, NULL);
  g_return_val_if_fail (weights->n_labels <= READOUT_TABLE_MAX_LABELS, NULL);

  stride = readout_crf_stride (weights->n_labels);
  matrix = (weights->n_labels + 1) * stride;
  for (gsize i = 0; i < (gsize)keys->len * stride; i++)
    largest = MAX (largest, fabsf (weights->weights[i]));

  head.n_labels = weights->n_labels;
  head.n_classes = weights->n_classes;
  head.scale = largest / 127;

  /* Rows are packed as long as three bytes can tell where they are. */
  places = g_array_new (FALSE, FALSE, sizeof (Place));
  do
    {
      head.row_shift += rows->len > 0;
      g_byte_array_set_size (rows, 0);
      g_array_set_size (places, 0);
      for (guint f = 0; f < keys->len; f++)
        {
          Place entry = { g_array_index (keys, guint64, f), 0 };

          append_padded (rows, (gsize)1 << head.row_shift);
          entry.at = rows->len;
          append_row (rows,
                      weights->weights + (gsize)f * stride,
                      weights->n_labels,
                      head.scale,
                      prune_below);
          if (rows->len > entry.at)
            g_array_append_val (places, entry);
        }
    }
  while (rows->len >> head.row_shift > MAX_PLACE);

  head.n_buckets = places->len / (LOAD * BUCKET_SLOTS) + 2;
  head.n_row_bytes = rows->len + TAIL;
  buckets = g_new0 (guint8, (gsize)head.n_buckets * BUCKET_SIZE);
  for (guint i = 0; i < places->len; i++)
    {
      const Place *entry = &g_array_index (places, Place, i);

      insert (buckets, head.n_buckets, entry->key, entry->at >> head.row_shift);
    }

  g_byte_array_append (out, (const guint8 *)&head, sizeof head);
  for (guint l = 0; l < weights->n_labels; l++)
    {
      char name[NAME_SIZE] = { 0 };

      g_strlcpy (name, label_names[l], NAME_SIZE);
      g_byte_array_append (out, (const guint8 *)name, NAME_SIZE);
    }
  g_byte_array_append (out,
                       (const guint8 *)weights->pairs,
                       matrix * weights->n_classes * sizeof (float));
  g_byte_array_append (out, weights->lawful, matrix);
  append_padded (out, BUCKET_SIZE);
  g_byte_array_append (out, buckets, (gsize)head.n_buckets * BUCKET_SIZE);
  g_byte_array_append (out, rows->data, rows->len);
  append_zeros (out, TAIL);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
