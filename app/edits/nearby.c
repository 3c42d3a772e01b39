/* nearby.c: records near each other in the text
 *
 * When detection runs again, each record that it found is compared with those
 * of the document that stand near it.  An index of the text in stretches of
 * 256 characters finds them, so that the work is linear in the number of items
 * for articles as they are.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/nearby.h"

#include "edits/similar.h"

#define STRETCH 256

/* For each stretch of the text, the records that touch it, or NULL. */
struct _ReadoutNearby
{
  GPtrArray **stretches;
  guint       n_stretches;
};

/* First and last stretch that a span touches. */
static void
get_stretches (const ReadoutNearby *self,
               ReadoutSpan          span,
               guint               *first,
               guint               *last)
{
  *first = MIN (span.start / STRETCH, self->n_stretches - 1);
  *last = MIN ((span.end - 1) / STRETCH, self->n_stretches - 1);
}

static void
add_key (ReadoutNearby *self, const ReadoutRecord *from, ReadoutRecord *record)
{
  ReadoutSpan            span;
  ReadoutSpanList        list;
  const ReadoutSpanList *key = readout_similar_get_key (from, &span, &list);

  for (guint i = 0; i < key->length; i++)
    {
      guint first, last;

      get_stretches (self, key->items[i], &first, &last);
      for (guint at = first; at <= last; at++)
        {
          GPtrArray *stretch = self->stretches[at];

          if (stretch == NULL)
            stretch = self->stretches[at] = g_ptr_array_new ();
          if (stretch->len == 0
              || g_ptr_array_index (stretch, stretch->len - 1) != record)
            g_ptr_array_add (stretch, record);
        }
    }
}

/**
 * readout_nearby_new: (skip)
 * @annotations: a set
 * @kind: mentions, statements or meetings
 * @text_length: the length of the text in code points
 *
 * Returns: (transfer full): where the records of @kind stand, and stood when
 *   they were suggested; valid until @annotations is altered
 */
ReadoutNearby *
readout_nearby_new (ReadoutAnnotations *annotations,
                    ReadoutKind         kind,
                    guint32             text_length)
{
  ReadoutNearby *self = g_new0 (ReadoutNearby, 1);
  guint          n = readout_annotations_get_n_records (annotations, kind);

  self->n_stretches = text_length / STRETCH + 1;
  self->stretches = g_new0 (GPtrArray *, self->n_stretches);

  for (guint i = 0; i < n; i++)
    {
      ReadoutRecord *record
          = readout_annotations_get_record (annotations, kind, i);

      add_key (self, record, record);
      if (record->review.suggested != NULL)
        add_key (self, record->review.suggested, record);
    }

  return self;
}

/**
 * readout_nearby_free: (skip)
 * @self: (transfer full): an index
 */
void
readout_nearby_free (ReadoutNearby *self)
{
  for (guint i = 0; i < self->n_stretches; i++)
    g_clear_pointer (&self->stretches[i], g_ptr_array_unref);
  g_free (self->stretches);
  g_free (self);
}

/**
 * readout_nearby_find: (skip)
 * @self: an index
 * @record: a record of the same kind
 *
 * Returns: (transfer container) (element-type ReadoutRecord): the records near
 *   @record, each once, in a fixed order
 */
GPtrArray *
readout_nearby_find (ReadoutNearby *self, const ReadoutRecord *record)
{
  GPtrArray *near = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  ReadoutSpan            span;
  ReadoutSpanList        list;
  const ReadoutSpanList *key = readout_similar_get_key (record, &span, &list);

  for (guint i = 0; i < key->length; i++)
    {
      guint first, last;

      get_stretches (self, key->items[i], &first, &last);
      for (guint at = first; at <= last; at++)
        {
          GPtrArray *stretch = self->stretches[at];

          for (guint j = 0; stretch != NULL && j < stretch->len; j++)
            if (g_hash_table_add (seen, g_ptr_array_index (stretch, j)))
              g_ptr_array_add (near, g_ptr_array_index (stretch, j));
        }
    }

  return near;
}
