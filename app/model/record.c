/* record.c: what the four kinds of records have in common
 *
 * A record is a plain struct with a common head and a reference count.  What
 * the kinds do in their own way stands in a table of functions for each (see
 * record-class.h), so that the set, undo and the lists treat all four alike
 * without GObject's cost: an article of 200,000 words has some 20,000 of them,
 * and all are handed between threads.
 *
 * The kinds know nothing of this file: it stands above them and looks up their
 * tables, and what they share stands below them.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/record.h"

#include <string.h>

#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/record-class.h"
#include "model/statement.h"

G_DEFINE_BOXED_TYPE (ReadoutRecord,
                     readout_record,
                     readout_record_ref,
                     readout_record_unref)

static const ReadoutRecordClass *
get_class (ReadoutKind kind)
{
  switch (kind)
    {
    case READOUT_KIND_MENTION:
      return &readout_mention_class;
    case READOUT_KIND_ACTOR:
      return &readout_actor_class;
    case READOUT_KIND_STATEMENT:
      return &readout_statement_class;
    case READOUT_KIND_MEETING:
      return &readout_meeting_class;
    case READOUT_N_KINDS:
    default:
      g_assert_not_reached ();
    }
}

static void
review_copy (ReadoutReview *to, const ReadoutReview *from)
{
  *to = *from;
  to->by = readout_shared_string_ref (from->by);
  to->at = readout_shared_string_ref (from->at);
  to->detector = readout_shared_string_ref (from->detector);
  if (from->suggested != NULL)
    readout_record_ref (from->suggested);
}

static void
review_clear (ReadoutReview *review)
{
  g_clear_pointer (&review->by, readout_shared_string_unref);
  g_clear_pointer (&review->at, readout_shared_string_unref);
  g_clear_pointer (&review->detector, readout_shared_string_unref);
  g_clear_pointer (&review->suggested, readout_record_unref);
}

static gboolean
review_equal (const ReadoutReview *a, const ReadoutReview *b)
{
  if (a->state != b->state || a->confidence != b->confidence
      || a->flagged != b->flagged || g_strcmp0 (a->by, b->by) != 0
      || g_strcmp0 (a->at, b->at) != 0
      || g_strcmp0 (a->detector, b->detector) != 0)
    return FALSE;

  if (a->suggested == NULL || b->suggested == NULL)
    return a->suggested == b->suggested;

  return readout_record_equal (a->suggested, b->suggested);
}

/* Compares the numbers that start at both places, however long, by their
 * values, and goes behind them. */
static int
compare_numbers (const char **a, const char **b)
{
  gsize n_a, n_b;
  int   order;

  *a += strspn (*a, "0");
  *b += strspn (*b, "0");
  n_a = strspn (*a, "0123456789");
  n_b = strspn (*b, "0123456789");
  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;

  order = strncmp (*a, *b, n_a);
  *a += n_a;
  *b += n_b;

  return order;
}

/* Compares ids as people number them, a2 before a10, and never calls two
 * different ids equal: where only leading zeros differ, bytes decide. */
static int
compare_ids (const char *a, const char *b)
{
  const char *p = a;
  const char *q = b;

  while (*p != '\0' && *q != '\0')
    {
      if (g_ascii_isdigit (*p) && g_ascii_isdigit (*q))
        {
          int order = compare_numbers (&p, &q);

          if (order != 0)
            return order;
        }
      else if (*p != *q)
        return (guchar)*p < (guchar)*q ? -1 : 1;
      else
        {
          p++;
          q++;
        }
    }

  if (*p != *q)
    return *p == '\0' ? -1 : 1;

  return strcmp (a, b);
}

/**
 * readout_record_ref:
 * @record: a record of any kind
 *
 * Returns: (transfer full): @record
 */
gpointer
readout_record_ref (gpointer record)
{
  ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

/**
 * readout_record_unref:
 * @record: (transfer full): a record of any kind
 *
 * Gives up a reference; the last one frees the record.
 */
void
readout_record_unref (gpointer record)
{
  ReadoutRecord *self = record;

  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  get_class (self->kind)->clear (self);
  review_clear (&self->review);
  g_free (self->id);
  g_free (self->note);
  g_free (self->extra);
  g_free (self);
}

/**
 * readout_record_copy:
 * @record: a record of any kind
 *
 * The way to edit: copy, change the copy, and hand it on as the `after` of a
 * change.  What was suggested (`review.suggested`) is shared with @record, as
 * it never changes.
 *
 * Returns: (transfer full): a copy that has no other holder yet
 */
gpointer
readout_record_copy (gconstpointer record)
{
  const ReadoutRecord *from = record;
  ReadoutRecord       *to;

  g_return_val_if_fail (from != NULL, NULL);

  to = readout_record_alloc (get_class (from->kind), from->id);
  review_copy (&to->review, &from->review);
  to->note = g_strdup (from->note);
  to->extra = g_strdup (from->extra);
  get_class (from->kind)->copy (to, from);

  return to;
}

/**
 * readout_record_equal:
 * @a: a record
 * @b: another record
 *
 * Returns: whether all that a file says of both is the same: kind, id,
 *   content, review with what was suggested, note and unknown members
 */
gboolean
readout_record_equal (gconstpointer a, gconstpointer b)
{
  const ReadoutRecord *one = a;
  const ReadoutRecord *other = b;

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  if (one == other)
    return TRUE;

  return g_str_equal (one->id, other->id)
         && readout_record_same_content (one, other)
         && review_equal (&one->review, &other->review)
         && g_strcmp0 (one->note, other->note) == 0
         && g_strcmp0 (one->extra, other->extra) == 0;
}

/**
 * readout_record_same_content:
 * @a: a record
 * @b: another record
 *
 * Whether an edit went back to what was suggested, and whether a detector
 * repeats an item, are questions of the content alone.
 *
 * Returns: whether both are of the same kind and say the same of the article,
 *   whatever their ids, reviews and notes
 */
gboolean
readout_record_same_content (gconstpointer a, gconstpointer b)
{
  const ReadoutRecord *one = a;
  const ReadoutRecord *other = b;

  g_return_val_if_fail (one != NULL && other != NULL, FALSE);

  return one->kind == other->kind && get_class (one->kind)->equal (one, other);
}

/**
 * readout_record_compare:
 * @a: a record
 * @b: another record
 *
 * The order of lists and of files: by kind, then by
 * readout_record_get_anchor(), those without any span last, then by id with
 * numbers in their natural order.  As ids are unique this is a strict total
 * order, so that equal sets are written as equal bytes.
 *
 * Returns: less than, equal to or greater than zero
 */
int
readout_record_compare (gconstpointer a, gconstpointer b)
{
  const ReadoutRecord *one = a;
  const ReadoutRecord *other = b;
  ReadoutSpan          span_one, span_other;

  g_return_val_if_fail (one != NULL && other != NULL, 0);

  if (one == other)
    return 0;
  if (one->kind != other->kind)
    return one->kind < other->kind ? -1 : 1;

  span_one = readout_record_get_anchor (one);
  span_other = readout_record_get_anchor (other);
  if (readout_span_is_empty (span_one) != readout_span_is_empty (span_other))
    return readout_span_is_empty (span_other) ? -1 : 1;
  if (!readout_span_equal (span_one, span_other))
    return readout_span_compare (span_one, span_other);

  return compare_ids (one->id, other->id);
}

/**
 * readout_record_get_extent:
 * @record: a record
 *
 * Returns: the smallest span around everything that @record marks in the
 *   text; `[0, 0)` if it marks nothing, as an actor does
 */
ReadoutSpan
readout_record_get_extent (gconstpointer record)
{
  const ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL, READOUT_SPAN (0, 0));

  return get_class (self->kind)->get_extent (self);
}

/**
 * readout_record_get_anchor:
 * @record: a record
 *
 * The place where a list of items has @record and where the article shows it
 * first: a mention's span, the first span of a statement's content (else of
 * its cue, else of its source), the first trigger of a meeting (else the
 * first of its other spans).
 *
 * Returns: one span; `[0, 0)` if @record marks nothing, as an actor does
 */
ReadoutSpan
readout_record_get_anchor (gconstpointer record)
{
  const ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL, READOUT_SPAN (0, 0));

  return get_class (self->kind)->get_anchor (self);
}

/**
 * readout_record_refers_to:
 * @record: a record
 * @id: the id of another one
 *
 * Returns: whether a field of @record holds @id; what was suggested before a
 *   correction does not count
 */
gboolean
readout_record_refers_to (gconstpointer record, const char *id)
{
  const ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return get_class (self->kind)->refers_to (self, id);
}

/**
 * readout_record_is_reviewed:
 * @record: a record
 *
 * Returns: whether a person has decided upon it, or added it
 */
gboolean
readout_record_is_reviewed (gconstpointer record)
{
  const ReadoutRecord *self = record;

  g_return_val_if_fail (self != NULL, FALSE);

  return self->review.state != READOUT_STATE_SUGGESTED;
}

/**
 * readout_record_set_string:
 * @field: (inout): a string field of a record that is being built
 * @value: (nullable): what it shall hold; may be what it holds
 *
 * Replaces the string that @field holds by a copy of @value.
 */
void
readout_record_set_string (char **field, const char *value)
{
  char *copy;

  g_return_if_fail (field != NULL);

  copy = g_strdup (value);
  g_free (*field);
  *field = copy;
}

/**
 * readout_record_set_strv:
 * @field: (inout): a list of ids of a record that is being built
 * @value: (nullable) (array zero-terminated=1): what it shall hold; may be
 *   what it holds
 *
 * Replaces the list that @field holds by a copy of @value, and an empty list
 * by %NULL.
 */
void
readout_record_set_strv (char ***field, const char *const *value)
{
  char **copy;

  g_return_if_fail (field != NULL);

  copy = readout_strv_copy (value);
  g_free (*field);
  *field = copy;
}

/**
 * readout_record_map_references:
 * @record: a record that is being built
 * @func: (scope call): called for each id that @record refers to
 * @user_data: given to @func
 *
 * Replaces all references of @record at once.  Lists keep their order and
 * name nobody twice.
 */
void
readout_record_map_references (gpointer       record,
                               ReadoutMapFunc func,
                               gpointer       user_data)
{
  ReadoutRecord *self = record;

  g_return_if_fail (self != NULL && func != NULL);

  get_class (self->kind)->map_references (self, func, user_data);
}
