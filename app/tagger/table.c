/* table.c: quantised weights, looked up by the hash of a feature
 *
 * A section holds
 *
 *     u32 n_labels, n_classes, capacity, n_row_bytes; float scale; 12 bytes 0
 *     names    n_labels of 16 bytes, padded with NUL
 *     pairs    float, n_classes matrices of (n_labels + 1) rows of stride
 *     lawful   u8, one such matrix, padded to a multiple of 8 bytes
 *     slots    capacity of u32 fingerprint, u32 place in rows
 *     rows     u8 n, then n of (u8 label, i8 weight)
 *
 * The table is open-addressed.  The upper half of a feature's hash says where
 * it should stand, the lower half is its fingerprint, so that a feature which
 * is not in the table is taken for one that is about once in 2^32 comparisons;
 * such a false hit adds a wrong weight and does no other harm.  A fingerprint
 * of 0 marks an empty slot.  Weights are bytes in units of `scale`, the largest
 * weight being 127 units; pair scores are read as floats and rounded to units
 * of scale / READOUT_TABLE_FINE, which makes decoding exact and equal on every
 * machine.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/error.h"

#define HEAD_SIZE 32
#define NAME_SIZE 16
/* How many units of a score one unit of a weight is. */
#define FINE 16
#define LOAD 0.8
#define PREFETCH 6

typedef struct
{
  guint32 n_labels;
  guint32 n_classes;
  guint32 capacity;
  guint32 n_row_bytes;
  float   scale;
  guint32 unused[3];
} Head;

G_STATIC_ASSERT (sizeof (Head) == HEAD_SIZE);

static guint32
place_of (guint64 key, guint32 capacity)
{
  return (guint32)(((key >> 32) * capacity) >> 32);
}

static guint32
fingerprint_of (guint64 key)
{
  guint32 fingerprint = (guint32)key;

  return fingerprint != 0 ? fingerprint : 1;
}

/* Whether the sizes that the head gives add up to the section's. */
static gboolean
head_is_sane (const Head *head, gsize size)
{
  gsize matrix;

  if (head->n_labels == 0 || head->n_labels > READOUT_CRF_MAX_LABELS
      || head->n_classes == 0 || head->n_classes > 255 || head->capacity == 0
      || !(head->scale > 0))
    return FALSE;

  matrix = (head->n_labels + 1) * readout_crf_stride (head->n_labels);
  return size
         == HEAD_SIZE + head->n_labels * NAME_SIZE
                + matrix * head->n_classes * sizeof (float)
                + (matrix + 7) / 8 * 8 + (gsize)head->capacity * 8
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
  gsize         lawful_size;

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
  lawful_size = (matrix + 7) / 8 * 8;

  self = g_new0 (ReadoutTable, 1);
  self->model = readout_model_ref (model);
  self->n_labels = head.n_labels;
  self->n_classes = head.n_classes;
  self->scale = head.scale / FINE;
  self->capacity = head.capacity;

  at = data + HEAD_SIZE;
  self->label_names = g_new0 (char *, head.n_labels + 1);
  for (guint l = 0; l < head.n_labels; l++, at += NAME_SIZE)
    self->label_names[l] = g_strndup ((const char *)at, NAME_SIZE);

  pairs = (gconstpointer)at;
  at += matrix * head.n_classes * sizeof (float);
  lawful = at;
  at += lawful_size;
  self->pairs = g_new (gint32, matrix * head.n_classes);
  for (gsize i = 0; i < matrix * head.n_classes; i++)
    self->pairs[i] = lrintf (CLAMP (pairs[i] / self->scale, -1e6f, 1e6f));
  for (gsize i = 0; i < matrix; i++)
    if (!lawful[i])
      self->pairs[i] = READOUT_CRF_FORBIDDEN;

  self->slots = (gconstpointer)at;
  at += (gsize)head.capacity * 8;
  self->rows = at;
  self->rows_size = head.n_row_bytes;

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

/**
 * readout_table_add_scores:
 * @self: a table
 * @features: (array length=n_features): hashes of a token's features
 * @n_features: how many
 * @scores: (inout): readout_crf_stride (n_labels) sums of weights; 16 bits
 *   hold the sum of 256 of them
 *
 * Adds the weights of the features to the scores.  Most of the time goes into
 * waiting for memory, so the slots are asked for a few features ahead.
 */
void
readout_table_add_scores (const ReadoutTable *self,
                          const guint64      *features,
                          guint               n_features,
                          gint16             *scores)
{
  const guint32 *slots = self->slots;
  guint32        capacity = self->capacity;

  for (guint i = 0; i < n_features; i++)
    {
      guint32 at = place_of (features[i], capacity);
      guint32 fingerprint = fingerprint_of (features[i]);

      if (i + PREFETCH < n_features)
        __builtin_prefetch (
            slots + 2 * (gsize)place_of (features[i + PREFETCH], capacity));

      while (slots[2 * (gsize)at] != 0)
        {
          if (slots[2 * (gsize)at] == fingerprint)
            {
              gsize         place = slots[2 * (gsize)at + 1];
              const guint8 *row = self->rows + place;
              guint         n;

              if (G_UNLIKELY (place >= self->rows_size
                              || place + 1 + 2 * row[0] > self->rows_size))
                break;
              n = row[0];
              for (guint k = 1; k <= 2 * n; k += 2)
                if (G_LIKELY (row[k] < self->n_labels))
                  scores[row[k]] += (gint8)row[k + 1];
              break;
            }
          at = at + 1 == capacity ? 0 : at + 1;
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
  gsize n = (gsize)n_tokens * readout_crf_stride (self->n_labels);

  for (gsize i = 0; i < n; i++)
    wide[i] = scores[i] * FINE;
}

static void
append_padded (GByteArray *out, gsize alignment)
{
  static const guint8 zeros[16] = { 0 };

  g_byte_array_append (
      out, zeros, (alignment - out->len % alignment) % alignment);
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
  g_autofree guint32 *slots = NULL;
  guint               stride;
  gsize               matrix;
  gsize               n_kept = 0;
  float               largest = 1e-6f;
  Head                head = { 0 };

  g_return_val_if_fail (weights != NULL && keys != NULL, NULL);
  g_return_val_if_fail (weights->n_features == keys->len, NULL);

  stride = readout_crf_stride (weights->n_labels);
  matrix = (weights->n_labels + 1) * stride;
  for (gsize i = 0; i < (gsize)keys->len * stride; i++)
    largest = MAX (largest, fabsf (weights->weights[i]));

  head.n_labels = weights->n_labels;
  head.n_classes = weights->n_classes;
  head.scale = largest / 127;

  for (guint f = 0; f < keys->len; f++)
    for (guint l = 0; l < weights->n_labels; l++)
      if (fabsf (weights->weights[(gsize)f * stride + l]) >= prune_below)
        {
          n_kept++;
          break;
        }
  head.capacity = n_kept / LOAD + 16;
  slots = g_new0 (guint32, (gsize)head.capacity * 2);

  for (guint f = 0; f < keys->len; f++)
    {
      const float *weight = weights->weights + (gsize)f * stride;
      guint64      key = g_array_index (keys, guint64, f);
      guint32      at = place_of (key, head.capacity);
      guint32      place = rows->len;
      guint8       n = 0;

      g_byte_array_append (rows, &n, 1);
      for (guint l = 0; l < weights->n_labels; l++)
        {
          long unit = lrintf (weight[l] / head.scale);

          if (fabsf (weight[l]) >= prune_below && unit != 0)
            {
              guint8 pair[2] = { l, (guint8)(gint8)unit };

              g_byte_array_append (rows, pair, 2);
              n++;
            }
        }
      if (n == 0)
        {
          g_byte_array_set_size (rows, place);
          continue;
        }
      rows->data[place] = n;

      while (slots[2 * (gsize)at] != 0)
        at = at + 1 == head.capacity ? 0 : at + 1;
      slots[2 * (gsize)at] = fingerprint_of (key);
      slots[2 * (gsize)at + 1] = place;
    }
  head.n_row_bytes = rows->len;

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
  append_padded (out, 8);
  g_byte_array_append (out, (const guint8 *)slots, (gsize)head.capacity * 8);
  g_byte_array_append (out, rows->data, rows->len);

  return g_byte_array_free_to_bytes (g_steal_pointer (&out));
}
