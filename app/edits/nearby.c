/* nearby.c: records near each other in the text, and how alike they are
 *
 * When detection runs again, each record that it found is compared with those
 * of the document that stand near it.  An index of the text in stretches of
 * 256 characters finds them, so that the work is linear in the number of items
 * for articles as they are.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "edits/nearby.h"

#define STRETCH 256

/* For each stretch of the text, the records that touch it, or NULL. */
struct _ReadoutNearby
{
  GPtrArray **stretches;
  guint       n_stretches;
};

/* The spans by which a record is known.  Those that mark nothing are kept
 * together behind the text. */
static const ReadoutSpanList *
get_key (const ReadoutRecord *record, ReadoutSpan *span, ReadoutSpanList *list)
{
  if (record->kind == READOUT_KIND_STATEMENT
      && ((const ReadoutStatement *)record)->content.length > 0)
    return &((const ReadoutStatement *)record)->content;
  if (record->kind == READOUT_KIND_MEETING
      && ((const ReadoutMeeting *)record)->triggers.length > 0)
    return &((const ReadoutMeeting *)record)->triggers;

  *span = readout_record_get_anchor (record);
  if (readout_span_is_empty (*span))
    *span = READOUT_SPAN (G_MAXUINT32 - 1, G_MAXUINT32);
  list->items = span;
  list->length = 1;

  return list;
}

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
  const ReadoutSpanList *key = get_key (from, &span, &list);

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
  const ReadoutSpanList *key = get_key (record, &span, &list);

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

/**
 * readout_nearby_compare: (skip)
 * @found: what a detector found
 * @record: a record of a document
 * @similar: how to compare them
 * @score: (out): how similar they are
 *
 * Tries what @record says, and what was suggested in its place.
 *
 * Returns: whether one of the two is similar to @found
 */
gboolean
readout_nearby_compare (const ReadoutRecord *found,
                        const ReadoutRecord *record,
                        ReadoutSimilar       similar,
                        guint               *score)
{
  guint    suggested_score = 0;
  gboolean result;

  *score = 0;
  result = similar (found, record, score);
  if (record->review.suggested != NULL
      && similar (found, record->review.suggested, &suggested_score))
    {
      result = TRUE;
      *score = MAX (*score, suggested_score);
    }

  return result;
}

static guint32
get_overlap (const ReadoutSpanList *a, const ReadoutSpanList *b)
{
  guint32 sum = 0;

  for (guint i = 0, j = 0; i < a->length && j < b->length;)
    {
      sum += readout_span_length (
          readout_span_intersect (a->items[i], b->items[j]));
      if (a->items[i].end < b->items[j].end)
        i++;
      else
        j++;
    }

  return sum;
}

/**
 * readout_similar_same: (skip)
 * @found: what a detector found
 * @record: another record
 * @score: (inout): left alone
 *
 * Returns: whether both say the same of the article, apart from what may be
 *   resolved otherwise
 */
gboolean
readout_similar_same (const ReadoutRecord *found,
                      const ReadoutRecord *record,
                      guint               *score)
{
  if (found->kind == READOUT_KIND_MENTION)
    {
      const ReadoutMention *one = (const ReadoutMention *)found;
      const ReadoutMention *other = (const ReadoutMention *)record;

      return readout_span_equal (one->span, other->span)
             && one->type == other->type;
    }
  if (found->kind == READOUT_KIND_STATEMENT)
    {
      const ReadoutStatement *one = (const ReadoutStatement *)found;
      const ReadoutStatement *other = (const ReadoutStatement *)record;

      return readout_span_list_equal (&one->content, &other->content)
             && readout_span_list_equal (&one->cue, &other->cue)
             && readout_span_list_equal (&one->source, &other->source);
    }
  else
    {
      const ReadoutMeeting *one = (const ReadoutMeeting *)found;
      const ReadoutMeeting *other = (const ReadoutMeeting *)record;

      return readout_span_list_equal (&one->triggers, &other->triggers)
             && readout_strv_equal (one->participants, other->participants);
    }
}

/**
 * readout_similar_about: (skip)
 * @found: what a detector found
 * @record: another record
 * @score: (inout): the higher, the more words they share
 *
 * Returns: whether both are about the same words: mentions of the same span,
 *   statements whose contents cover each other by half, meetings that share
 *   a trigger
 */
gboolean
readout_similar_about (const ReadoutRecord *found,
                       const ReadoutRecord *record,
                       guint               *score)
{
  ReadoutSpan            spans[2];
  ReadoutSpanList        lists[2];
  const ReadoutSpanList *one = get_key (found, &spans[0], &lists[0]);
  const ReadoutSpanList *other = get_key (record, &spans[1], &lists[1]);
  guint32                overlap = get_overlap (one, other);
  guint32                one_covers = readout_span_list_covered (one);
  guint32                other_covers = readout_span_list_covered (other);

  if (overlap == 0)
    return FALSE;

  *score = (guint64)overlap * 2000 / (one_covers + other_covers);
  if (found->kind == READOUT_KIND_MENTION)
    return readout_span_equal (one->items[0], other->items[0]);
  if (found->kind == READOUT_KIND_STATEMENT)
    {
      if (get_overlap (&((const ReadoutStatement *)found)->cue,
                       &((const ReadoutStatement *)record)->cue)
          > 0)
        *score += 1000;
      return (guint64)overlap * 2 >= one_covers
             && (guint64)overlap * 2 >= other_covers;
    }

  return TRUE;
}

/**
 * readout_similar_repeats: (skip)
 * @found: what a detector found
 * @record: another record
 * @score: (inout): as for readout_similar_about()
 *
 * Statements may be nested with much the same content; so of them the cues
 * must be the same, too.
 *
 * Returns: whether @found can only be a repetition of @record
 */
gboolean
readout_similar_repeats (const ReadoutRecord *found,
                         const ReadoutRecord *record,
                         guint               *score)
{
  const ReadoutStatement *one = (const ReadoutStatement *)found;
  const ReadoutStatement *other = (const ReadoutStatement *)record;

  if (!readout_similar_about (found, record, score))
    return FALSE;
  if (found->kind != READOUT_KIND_STATEMENT)
    return TRUE;

  return one->cue.length == 0 || other->cue.length == 0
         || get_overlap (&one->cue, &other->cue) > 0;
}
