/* marks.c: what is drawn on the article, in text order
 *
 * The records of an article, flattened for drawing: mentions sorted by start,
 * with their lanes, and next to each the furthest end of all up to it, so that
 * the ones that meet a range are found by binary search however long the
 * outer spans are.  Built anew after each batch of changes, which takes about
 * a millisecond for 6,000 mentions; only what lies in a changed range is then
 * tagged and drawn again.
 *
 * Uses no GTK, so that it is tested without a display.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "article/marks.h"

#include "article/lanes.h"
#include "model/field.h"

struct _ReadoutMarks
{
  /* ReadoutMark of the mentions, in the order of readout_span_compare(). */
  GArray *marks;

  /* guint32, one for each mark: the largest end of the marks up to it.  Never
   * falls, so it can be searched. */
  GArray *reaches;

  /* ReadoutMark of statements and meetings, in text order. */
  GArray *bars;

  guint n_lanes;
};

static void
clear_mark (gpointer data)
{
  ReadoutMark *mark = data;

  g_clear_pointer (&mark->record, readout_record_unref);
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  return readout_span_compare (((const ReadoutMark *)a)->span,
                               ((const ReadoutMark *)b)->span);
}

static void
add_mark (GArray *marks, ReadoutSpan span, gpointer record)
{
  ReadoutMark mark = { span, readout_record_ref (record), READOUT_NO_LANE };

  g_array_append_val (marks, mark);
}

static void
collect_mentions (ReadoutMarks       *self,
                  ReadoutAnnotations *annotations,
                  gboolean            show_rejected)
{
  guint n
      = readout_annotations_get_n_records (annotations, READOUT_KIND_MENTION);

  for (guint i = 0; i < n; i++)
    {
      ReadoutMention *mention = readout_annotations_get_record (
          annotations, READOUT_KIND_MENTION, i);

      if (mention->record.review.state != READOUT_STATE_REJECTED
          || show_rejected)
        add_mark (self->marks, mention->span, mention);
    }
}

static void
collect_bars (ReadoutMarks       *self,
              ReadoutAnnotations *annotations,
              gboolean            show_rejected)
{
  static const ReadoutKind kinds[]
      = { READOUT_KIND_STATEMENT, READOUT_KIND_MEETING };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n = readout_annotations_get_n_records (annotations, kinds[k]);

      for (guint i = 0; i < n; i++)
        {
          ReadoutRecord *record
              = readout_annotations_get_record (annotations, kinds[k], i);
          const ReadoutSpanList *list = readout_field_peek (
              record,
              kinds[k] == READOUT_KIND_STATEMENT ? READOUT_FIELD_CONTENT
                                                 : READOUT_FIELD_TRIGGERS);

          if (record->review.state == READOUT_STATE_REJECTED && !show_rejected)
            continue;

          if (list->length == 0)
            {
              ReadoutSpan extent = readout_record_get_extent (record);

              if (!readout_span_is_empty (extent))
                add_mark (self->bars, extent, record);
            }
          else if (kinds[k] == READOUT_KIND_STATEMENT)
            {
              add_mark (self->bars, readout_span_list_extent (list), record);
            }
          else
            {
              /* A meeting is told of here and there: a bar at each place. */
              for (guint j = 0; j < list->length; j++)
                add_mark (self->bars, list->items[j], record);
            }
        }
    }

  g_array_sort (self->bars, compare_marks);
}

/**
 * readout_marks_new:
 *
 * Returns: (transfer full): no marks yet
 */
ReadoutMarks *
readout_marks_new (void)
{
  ReadoutMarks *self = g_new0 (ReadoutMarks, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (ReadoutMark));
  self->reaches = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->bars = g_array_new (FALSE, FALSE, sizeof (ReadoutMark));
  g_array_set_clear_func (self->marks, clear_mark);
  g_array_set_clear_func (self->bars, clear_mark);

  return self;
}

/**
 * readout_marks_free:
 * @self: (transfer full): the marks
 *
 * Frees the marks and lets go of their records.
 */
void
readout_marks_free (ReadoutMarks *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->marks);
  g_array_unref (self->reaches);
  g_array_unref (self->bars);
  g_free (self);
}

/**
 * readout_marks_build:
 * @self: the table
 * @annotations: (nullable): the records; %NULL empties the table
 * @show_rejected: whether rejected records are shown
 *
 * Fills the table anew.
 */
void
readout_marks_build (ReadoutMarks       *self,
                     ReadoutAnnotations *annotations,
                     gboolean            show_rejected)
{
  g_autofree ReadoutSpan *spans = NULL;
  g_autofree guint8      *lanes = NULL;
  gboolean                sorted = TRUE;
  guint32                 reach = 0;

  g_return_if_fail (self != NULL);

  g_array_set_size (self->marks, 0);
  g_array_set_size (self->reaches, 0);
  g_array_set_size (self->bars, 0);
  self->n_lanes = 0;

  if (annotations == NULL)
    return;

  collect_mentions (self, annotations, show_rejected);
  collect_bars (self, annotations, show_rejected);

  /* The set keeps its records in text order, so this is rarely needed. */
  for (guint i = 1; i < self->marks->len && sorted; i++)
    sorted = compare_marks (readout_marks_get (self, i - 1),
                            readout_marks_get (self, i))
             <= 0;
  if (!sorted)
    g_array_sort (self->marks, compare_marks);

  spans = g_new (ReadoutSpan, self->marks->len);
  lanes = g_new (guint8, self->marks->len);
  for (guint i = 0; i < self->marks->len; i++)
    {
      spans[i] = readout_marks_get (self, i)->span;
      reach = MAX (reach, spans[i].end);
      g_array_append_val (self->reaches, reach);
    }

  self->n_lanes = readout_lanes_assign (spans, self->marks->len, lanes);
  for (guint i = 0; i < self->marks->len; i++)
    g_array_index (self->marks, ReadoutMark, i).lane = lanes[i];
}

/**
 * readout_marks_get_n_lanes:
 * @self: the marks
 *
 * Returns: how many lanes the deepest nesting of the article takes
 */
guint
readout_marks_get_n_lanes (const ReadoutMarks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lanes;
}

/**
 * readout_marks_find:
 * @self: the table
 * @range: a range of the text
 * @n_candidates: (out): how many marks from the first one on can meet @range
 *
 * Finds the mentions around a range.  All that overlap it are among the
 * candidates; the caller checks each, since an inner one may end before.
 *
 * Returns: the index of the first candidate
 */
guint
readout_marks_find (const ReadoutMarks *self,
                    ReadoutSpan         range,
                    guint              *n_candidates)
{
  guint low = 0;
  guint high;
  guint first;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (n_candidates != NULL, 0);

  high = self->reaches->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->reaches, guint32, middle) > range.start)
        high = middle;
      else
        low = middle + 1;
    }
  first = low;

  high = self->marks->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (readout_marks_get (self, middle)->span.start >= range.end)
        high = middle;
      else
        low = middle + 1;
    }

  *n_candidates = low - first;
  return first;
}

/**
 * readout_marks_get:
 * @self: the marks
 * @index: the number of a mark, in text order
 *
 * Returns: (transfer none): a mention, valid until the marks are built anew
 */
const ReadoutMark *
readout_marks_get (const ReadoutMarks *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return &g_array_index (self->marks, ReadoutMark, index);
}

/**
 * readout_marks_get_n_marks:
 * @self: the marks
 *
 * Returns: how many mentions are marked
 */
guint
readout_marks_get_n_marks (const ReadoutMarks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->marks->len;
}

/**
 * readout_marks_get_n_bars:
 * @self: the marks
 *
 * Returns: how many statements and meetings have a bar in the margin
 */
guint
readout_marks_get_n_bars (const ReadoutMarks *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->bars->len;
}

/**
 * readout_marks_get_bar:
 * @self: the marks
 * @index: the number of a bar, in text order
 *
 * Returns: (transfer none): a statement or a meeting, valid until the marks are
 *   built anew
 */
const ReadoutMark *
readout_marks_get_bar (const ReadoutMarks *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->bars->len, NULL);

  return &g_array_index (self->bars, ReadoutMark, index);
}

/* The shortest of the record's spans that holds the offset, or an empty one. */
static ReadoutSpan
piece_at (gconstpointer record, guint32 offset)
{
  const ReadoutRecord *head = record;
  ReadoutSpan          found = { 0, 0 };

  for (guint field = 0; field < READOUT_N_FIELDS; field++)
    {
      const ReadoutSpanList *list;

      if (readout_field_get_kind (field) != head->kind)
        continue;

      list = readout_field_peek (record, field);
      for (guint i = 0; i < list->length; i++)
        if (readout_span_contains_at (list->items[i], offset)
            && (readout_span_is_empty (found)
                || readout_span_length (list->items[i])
                       < readout_span_length (found)))
          found = list->items[i];
    }

  return found;
}

typedef struct
{
  ReadoutRecord *record;
  guint32        length;
} Hit;

static int
compare_hits (gconstpointer a, gconstpointer b)
{
  const Hit *left = a;
  const Hit *right = b;

  /* Mentions first: they are the smallest thing to point at, and the only way
   * to reach the words of a statement that are a name too. */
  if ((left->record->kind == READOUT_KIND_MENTION)
      != (right->record->kind == READOUT_KIND_MENTION))
    return left->record->kind == READOUT_KIND_MENTION ? -1 : 1;

  if (left->length != right->length)
    return left->length < right->length ? -1 : 1;

  return 0;
}

/**
 * readout_marks_at:
 * @self: the table
 * @annotations: the records that the table was built from
 * @offset: a place in the text
 *
 * Finds what stands at a place: the mentions, then the statements and meetings
 * one of whose fields covers it; of each the innermost first.
 *
 * Returns: (transfer container) (element-type ReadoutRecord): the records, of
 *   which the array holds references
 */
GPtrArray *
readout_marks_at (const ReadoutMarks *self,
                  ReadoutAnnotations *annotations,
                  guint32             offset)
{
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  GPtrArray  *records;
  const char *last = NULL;
  guint       n_candidates;
  guint       first;

  g_return_val_if_fail (self != NULL, NULL);

  first = readout_marks_find (
      self, READOUT_SPAN (offset, offset + 1), &n_candidates);
  for (guint i = first; i < first + n_candidates; i++)
    {
      const ReadoutMark *mark = readout_marks_get (self, i);
      Hit hit = { mark->record, readout_span_length (mark->span) };

      if (readout_span_contains_at (mark->span, offset))
        g_array_append_val (hits, hit);
    }

  for (guint kind = READOUT_KIND_STATEMENT; kind <= READOUT_KIND_MEETING;
       kind++)
    {
      guint n = annotations == NULL
                    ? 0
                    : readout_annotations_get_n_records (annotations, kind);

      for (guint i = 0; i < n; i++)
        {
          ReadoutRecord *record
              = readout_annotations_get_record (annotations, kind, i);
          ReadoutSpan piece = piece_at (record, offset);
          Hit         hit = { record, readout_span_length (piece) };

          if (!readout_span_is_empty (piece)
              && record->review.state != READOUT_STATE_REJECTED)
            g_array_append_val (hits, hit);
        }
    }

  g_array_sort (hits, compare_hits);

  records = g_ptr_array_new_with_free_func (readout_record_unref);
  for (guint i = 0; i < hits->len; i++)
    {
      ReadoutRecord *record = g_array_index (hits, Hit, i).record;

      if (g_strcmp0 (last, record->id) != 0)
        g_ptr_array_add (records, readout_record_ref (record));
      last = record->id;
    }

  return records;
}
