/* similar.c: how alike two records are
 *
 * Whether detection, run again, found what is there already: the same, another
 * form of it, or a mere repetition.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/similar.h"

#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

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
 * readout_similar_get_key: (skip)
 * @record: a record that is no actor
 * @span: room for one span
 * @list: room for a list of it
 *
 * Returns: the spans by which @record is known: the content of a statement,
 *   the triggers of a meeting, else its anchor; what marks nothing is kept
 *   behind the end of any text.  Borrowed from @record or filled into @list
 */
const ReadoutSpanList *
readout_similar_get_key (const ReadoutRecord *record,
                         ReadoutSpan         *span,
                         ReadoutSpanList     *list)
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

/**
 * readout_similar_compare: (skip)
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
readout_similar_compare (const ReadoutRecord *found,
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
  const ReadoutSpanList *one
      = readout_similar_get_key (found, &spans[0], &lists[0]);
  const ReadoutSpanList *other
      = readout_similar_get_key (record, &spans[1], &lists[1]);
  guint32 overlap = get_overlap (one, other);
  guint32 one_covers = readout_span_list_covered (one);
  guint32 other_covers = readout_span_list_covered (other);

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
