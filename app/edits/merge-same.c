/* merge-same.c: whether two records stand for one thing
 *
 * Two sides that have given the same id anew may mean the same words or not.
 * What a program suggested and a person corrected is what was suggested, so
 * that the words are compared as they were suggested, too.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "edits/merge-same.h"

#include "model/actor.h"
#include "model/meeting.h"
#include "model/mention.h"
#include "model/statement.h"

static gboolean
has_same_words (const ReadoutRecord *a, const ReadoutRecord *b)
{
  switch (a->kind)
    {
    case READOUT_KIND_MENTION:
      return readout_span_equal (((const ReadoutMention *)a)->span,
                                 ((const ReadoutMention *)b)->span);

    case READOUT_KIND_ACTOR:
      return g_str_equal (((const ReadoutActor *)a)->name,
                          ((const ReadoutActor *)b)->name);

    case READOUT_KIND_STATEMENT:
      {
        const ReadoutStatement *one = (const ReadoutStatement *)a;
        const ReadoutStatement *other = (const ReadoutStatement *)b;

        return readout_span_list_equal (&one->cue, &other->cue)
               && readout_span_list_equal (&one->content, &other->content);
      }

    case READOUT_KIND_MEETING:
      return readout_span_list_equal (&((const ReadoutMeeting *)a)->triggers,
                                      &((const ReadoutMeeting *)b)->triggers);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
lists_overlap (const ReadoutSpanList *a, const ReadoutSpanList *b)
{
  for (guint i = 0; i < a->length; i++)
    if (readout_span_list_overlaps (b, a->items[i]))
      return TRUE;

  return FALSE;
}

/* An actor has no words of its own. */
static gboolean
has_words_in_common (const ReadoutRecord *a, const ReadoutRecord *b)
{
  switch (a->kind)
    {
    case READOUT_KIND_MENTION:
      return readout_span_overlaps (((const ReadoutMention *)a)->span,
                                    ((const ReadoutMention *)b)->span);

    case READOUT_KIND_ACTOR:
      return TRUE;

    case READOUT_KIND_STATEMENT:
      {
        const ReadoutStatement *one = (const ReadoutStatement *)a;
        const ReadoutStatement *other = (const ReadoutStatement *)b;

        return lists_overlap (&one->cue, &other->cue)
               || lists_overlap (&one->content, &other->content);
      }

    case READOUT_KIND_MEETING:
      return lists_overlap (&((const ReadoutMeeting *)a)->triggers,
                            &((const ReadoutMeeting *)b)->triggers);

    default:
      g_return_val_if_reached (FALSE);
    }
}

static const ReadoutRecord *
get_origin (const ReadoutRecord *record)
{
  return record->review.suggested != NULL ? record->review.suggested : record;
}

/**
 * readout_merge_is_same:
 * @a: a record of one side
 * @b: that of the other side which has the same id
 * @is_known: whether @b was made by somebody who has seen @a; then it is the
 *   same with other words, too, as long as some of them overlap
 *
 * Returns: whether they stand for one thing
 */
gboolean
readout_merge_is_same (const ReadoutRecord *a,
                       const ReadoutRecord *b,
                       gboolean             is_known)
{
  if (a->kind != b->kind)
    return FALSE;

  return has_same_words (a, b)
         || has_same_words (get_origin (a), get_origin (b))
         || (is_known && has_words_in_common (a, b));
}
