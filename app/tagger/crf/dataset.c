/* dataset.c: labelled sequences of features, to train on
 *
 * Features arrive as 64-bit hashes.  Freezing counts them in one open-addressed
 * table, numbers those that are frequent enough in the order of their first
 * use (so that the numbers do not depend on the table), and writes the numbers
 * over the hashes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/crf/dataset.h"

#include "tagger/crf/hash.h"

#define NO_CLASS 255

/**
 * readout_dataset_new:
 * @n_labels: number of labels
 *
 * Returns: (transfer full): an empty data set
 */
ReadoutDataset *
readout_dataset_new (guint n_labels)
{
  ReadoutDataset *self = g_new0 (ReadoutDataset, 1);

  self->n_labels = n_labels;
  self->features = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->late = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->pair_classes = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->labels = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->sequences = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->keys = g_array_new (FALSE, FALSE, sizeof (guint64));

  return self;
}

/**
 * readout_dataset_free:
 * @self: (transfer full): a data set
 */
void
readout_dataset_free (ReadoutDataset *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->features);
  g_array_unref (self->starts);
  g_array_unref (self->late);
  g_array_unref (self->pair_classes);
  g_array_unref (self->labels);
  g_array_unref (self->sequences);
  g_array_unref (self->keys);
  g_free (self);
}

/**
 * readout_dataset_begin_sequence:
 * @self: a data set that is not frozen
 *
 * The tokens added from here on belong to a new sequence.
 */
void
readout_dataset_begin_sequence (ReadoutDataset *self)
{
  guint32 first;

  g_return_if_fail (self != NULL);

  first = self->labels->len;
  g_array_append_val (self->sequences, first);
}

/**
 * readout_dataset_add_token:
 * @self: a data set that is not frozen
 * @features: (array length=n_features): hashes of the token's features
 * @n_features: how many
 * @late: (array length=n_late): hashes of its features in the second pass
 * @n_late: how many
 * @pair_classes: (nullable): READOUT_DATASET_CLASSES numbers of matrices of
 *   pair scores, 255 for none; %NULL for the first matrix alone
 * @label: its label
 */
void
readout_dataset_add_token (ReadoutDataset *self,
                           const guint64  *features,
                           guint           n_features,
                           const guint64  *late,
                           guint           n_late,
                           const guint8   *pair_classes,
                           guint           label)
{
  static const guint8 plain[READOUT_DATASET_CLASSES] = {
    0, NO_CLASS, NO_CLASS, NO_CLASS, NO_CLASS, NO_CLASS, NO_CLASS, NO_CLASS,
  };
  guint32 start;
  guint8  byte = label;

  g_return_if_fail (self != NULL && label < self->n_labels);

  start = self->features->len;
  g_array_append_val (self->starts, start);
  g_array_append_vals (self->features, features, n_features);
  start = self->features->len;
  g_array_append_val (self->late, start);
  g_array_append_vals (self->features, late, n_late);
  g_array_append_vals (self->pair_classes,
                       pair_classes != NULL ? pair_classes : plain,
                       READOUT_DATASET_CLASSES);
  g_array_append_val (self->labels, byte);
}

typedef struct
{
  guint64 key;
  guint32 count;
  guint32 number;
} Slot;

static Slot *
find_slot (Slot *slots, gsize mask, guint64 key)
{
  gsize at = (key >> 20) & mask;

  while (slots[at].count != 0 && slots[at].key != key)
    at = (at + 1) & mask;

  return &slots[at];
}

/* Counts all features, growing the table so that it stays half empty. */
static Slot *
count_features (const GArray *features, gsize *mask)
{
  gsize capacity = 1 << 16;
  gsize used = 0;
  Slot *slots = g_new0 (Slot, capacity);

  for (guint i = 0; i < features->len; i++)
    {
      Slot *slot = find_slot (
          slots, capacity - 1, g_array_index (features, guint64, i));

      if (slot->count == 0)
        {
          slot->key = g_array_index (features, guint64, i);
          used++;
        }
      if (slot->count < G_MAXUINT32)
        slot->count++;

      if (used * 2 > capacity)
        {
          g_autofree Slot *old = slots;
          gsize            old_capacity = capacity;

          capacity *= 2;
          slots = g_new0 (Slot, capacity);
          for (gsize k = 0; k < old_capacity; k++)
            if (old[k].count != 0)
              *find_slot (slots, capacity - 1, old[k].key) = old[k];
        }
    }

  *mask = capacity - 1;
  return slots;
}

/**
 * readout_dataset_freeze:
 * @self: a data set
 * @min_count: how often a feature must occur to be kept
 *
 * Numbers the features and drops the rare ones.  To be called once, when all
 * tokens are there.
 */
void
readout_dataset_freeze (ReadoutDataset *self, guint min_count)
{
  g_autofree Slot *slots = NULL;
  gsize            mask;
  guint32          end;
  guint32          kept = 0;

  g_return_if_fail (self != NULL && self->keys->len == 0);

  end = self->features->len;
  g_array_append_val (self->starts, end);
  end = self->labels->len;
  g_array_append_val (self->sequences, end);

  slots = count_features (self->features, &mask);
  for (guint t = 0; t < self->labels->len; t++)
    {
      guint32 *start = &g_array_index (self->starts, guint32, t);
      guint32 *late = &g_array_index (self->late, guint32, t);
      guint32  next = g_array_index (self->starts, guint32, t + 1);
      guint32  at = *start;

      *start = kept;
      for (; at < next; at++)
        {
          guint64 key = g_array_index (self->features, guint64, at);
          Slot   *slot = find_slot (slots, mask, key);

          if (at == *late)
            *late = kept;
          if (slot->count < min_count)
            continue;
          if (slot->number == 0)
            {
              g_array_append_val (self->keys, key);
              slot->number = self->keys->len;
            }
          g_array_index (self->features, guint64, kept++) = slot->number - 1;
        }
      if (*late >= next)
        *late = kept;
    }
  g_array_index (self->starts, guint32, self->labels->len) = kept;
  g_array_set_size (self->features, kept);
}

/**
 * readout_dataset_get_n_sequences:
 * @self: a frozen data set
 *
 * Returns: number of sequences
 */
guint
readout_dataset_get_n_sequences (const ReadoutDataset *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->sequences->len > 0 ? self->sequences->len - 1 : 0;
}
