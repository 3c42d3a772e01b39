/* cue-scores.c: how often a word is a cue
 *
 * The section "cues" of a model: an open-addressed table by the hash of the
 * stem, of which the lower half is the fingerprint.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/cue-scores.h"

/* A verb that is seen less often says nothing. */
#define MIN_USES 2
/* Sixteen bits each; only the share matters for frequent verbs. */
#define MAX_USES 0xffff

/* Uses of a stem in all documents; @stem first, as a key of a hash table. */
typedef struct
{
  guint64 stem;
  guint   n_cue;
  guint   n;
} Sum;

/**
 * readout_cue_scores_look_up:
 * @self: scores
 * @stem: hash of the stem of a word
 *
 * Returns: its uses as a cue << 16 | its uses, or 0 for one that is no cue
 */
guint32
readout_cue_scores_look_up (const ReadoutCueScores *self, guint64 stem)
{
  guint32 fingerprint = (guint32)stem | 1;
  guint32 at;

  if (self->n_slots == 0)
    return 0;
  at = (guint32)(((stem >> 32) * self->n_slots) >> 32);
  while (self->slots[2 * (gsize)at] != 0)
    {
      if (self->slots[2 * (gsize)at] == fingerprint)
        return self->slots[2 * (gsize)at + 1];
      at = at + 1 == self->n_slots ? 0 : at + 1;
    }

  return 0;
}

static void
add_counts (GHashTable *counts, GHashTable *sums)
{
  GHashTableIter iter;
  gpointer       stem;
  gpointer       value;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &stem, &value))
    {
      guint mine = GPOINTER_TO_UINT (value);
      Sum  *sum = g_hash_table_lookup (sums, stem);

      if (sum == NULL)
        {
          sum = g_new0 (Sum, 1);
          sum->stem = *(const guint64 *)stem;
          g_hash_table_insert (sums, &sum->stem, sum);
        }
      sum->n_cue += mine >> 16;
      sum->n += mine & 0xffff;
    }
}

static int
compare_sums (gconstpointer a, gconstpointer b)
{
  const Sum *x = *(const Sum *const *)a;
  const Sum *y = *(const Sum *const *)b;

  return x->stem < y->stem ? -1 : x->stem > y->stem;
}

static void
insert (guint32 *slots, guint32 n_slots, const Sum *sum)
{
  guint32 at = (guint32)(((sum->stem >> 32) * n_slots) >> 32);
  guint   n_cue = sum->n_cue;
  guint   n = sum->n;

  while (n > MAX_USES)
    {
      n /= 2;
      n_cue /= 2;
    }
  while (slots[2 * (gsize)at] != 0)
    at = at + 1 == n_slots ? 0 : at + 1;
  slots[2 * (gsize)at] = (guint32)sum->stem | 1;
  slots[2 * (gsize)at + 1] = n_cue << 16 | n;
}

/**
 * readout_cue_scores_build:
 * @counts: (element-type GHashTable): for each document a table from the stem
 *   of a word to its uses as a cue << 16 | its uses
 *
 * Returns: (transfer full): the section "cues" of a model
 */
GBytes *
readout_cue_scores_build (GPtrArray *counts)
{
  g_autoptr (GHashTable) sums = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  GHashTableIter iter;
  gpointer       value;
  guint32        n_slots;
  guint32       *slots;

  g_return_val_if_fail (counts != NULL, NULL);

  sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  for (guint i = 0; i < counts->len; i++)
    add_counts (g_ptr_array_index (counts, i), sums);

  kept = g_ptr_array_new ();
  g_hash_table_iter_init (&iter, sums);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const Sum *sum = value;

      if (sum->n_cue > 0 && sum->n >= MIN_USES)
        g_ptr_array_add (kept, value);
    }
  g_ptr_array_sort (kept, compare_sums);

  n_slots = kept->len * 4 / 3 + 8;
  slots = g_new0 (guint32, (gsize)n_slots * 2);
  for (guint i = 0; i < kept->len; i++)
    insert (slots, n_slots, g_ptr_array_index (kept, i));

  return g_bytes_new_take (slots, (gsize)n_slots * 8);
}
