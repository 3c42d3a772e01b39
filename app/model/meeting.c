/* meeting.c: an encounter between actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/meeting.h"

#include "model/record-class.h"

/* The spans of a meeting, the trigger first as it stands for the whole. */
#define N_LISTS 8

static void
get_lists (const ReadoutMeeting *self, const ReadoutSpanList *lists[N_LISTS])
{
  lists[0] = &self->triggers;
  lists[1] = &self->place;
  lists[2] = &self->venue;
  lists[3] = &self->occasion;
  lists[4] = &self->time;
  lists[5] = &self->duration;
  lists[6] = &self->topics;
  lists[7] = &self->outcomes;
}

static void
meeting_clear (ReadoutRecord *record)
{
  ReadoutMeeting        *self = (ReadoutMeeting *)record;
  const ReadoutSpanList *lists[N_LISTS];

  get_lists (self, lists);
  for (guint i = 0; i < N_LISTS; i++)
    readout_span_list_clear ((ReadoutSpanList *)lists[i]);
  g_free (self->participants);
  g_free (self->time_value);
  g_free (self->duration_value);
}

static void
meeting_copy (ReadoutRecord *to, const ReadoutRecord *from)
{
  ReadoutMeeting        *self = (ReadoutMeeting *)to;
  const ReadoutMeeting  *other = (const ReadoutMeeting *)from;
  const ReadoutSpanList *lists[N_LISTS], *other_lists[N_LISTS];

  get_lists (self, lists);
  get_lists (other, other_lists);
  for (guint i = 0; i < N_LISTS; i++)
    readout_span_list_copy ((ReadoutSpanList *)lists[i], other_lists[i]);
  self->status = other->status;
  self->kind = other->kind;
  self->participants
      = readout_strv_copy ((const char *const *)other->participants);
  self->time_value = g_strdup (other->time_value);
  self->duration_value = g_strdup (other->duration_value);
}

static gboolean
meeting_equal (const ReadoutRecord *a, const ReadoutRecord *b)
{
  const ReadoutMeeting  *one = (const ReadoutMeeting *)a;
  const ReadoutMeeting  *other = (const ReadoutMeeting *)b;
  const ReadoutSpanList *lists[N_LISTS], *other_lists[N_LISTS];

  get_lists (one, lists);
  get_lists (other, other_lists);
  for (guint i = 0; i < N_LISTS; i++)
    if (!readout_span_list_equal (lists[i], other_lists[i]))
      return FALSE;

  return one->status == other->status && one->kind == other->kind
         && readout_strv_equal (one->participants, other->participants)
         && g_strcmp0 (one->time_value, other->time_value) == 0
         && g_strcmp0 (one->duration_value, other->duration_value) == 0;
}

static ReadoutSpan
meeting_get_extent (const ReadoutRecord *record)
{
  const ReadoutSpanList *lists[N_LISTS];

  get_lists ((const ReadoutMeeting *)record, lists);
  return readout_span_lists_extent (lists, N_LISTS);
}

static ReadoutSpan
meeting_get_anchor (const ReadoutRecord *record)
{
  const ReadoutSpanList *lists[N_LISTS];
  ReadoutSpan            first = READOUT_SPAN (0, 0);

  get_lists ((const ReadoutMeeting *)record, lists);
  if (lists[0]->length > 0)
    return lists[0]->items[0];

  for (guint i = 1; i < N_LISTS; i++)
    if (lists[i]->length > 0
        && (readout_span_is_empty (first)
            || readout_span_compare (lists[i]->items[0], first) < 0))
      first = lists[i]->items[0];

  return first;
}

static gboolean
meeting_refers_to (const ReadoutRecord *record, const char *id)
{
  const ReadoutMeeting *self = (const ReadoutMeeting *)record;

  return readout_strv_contains (self->participants, id);
}

static void
meeting_map_references (ReadoutRecord *record,
                        ReadoutMapFunc func,
                        gpointer       user_data)
{
  ReadoutMeeting *self = (ReadoutMeeting *)record;

  readout_strv_map (&self->participants, func, user_data);
}

const ReadoutRecordClass readout_meeting_class = {
  .kind = READOUT_KIND_MEETING,
  .size = sizeof (ReadoutMeeting),
  .clear = meeting_clear,
  .copy = meeting_copy,
  .equal = meeting_equal,
  .get_extent = meeting_get_extent,
  .get_anchor = meeting_get_anchor,
  .refers_to = meeting_refers_to,
  .map_references = meeting_map_references,
};

/**
 * readout_meeting_new:
 * @id: its id
 * @status: held, ongoing, planned, proposed or cancelled
 * @kind: talks, summit, visit, call, conference or other
 *
 * Returns: (transfer full): a meeting without participants and spans
 */
ReadoutMeeting *
readout_meeting_new (const char          *id,
                     ReadoutMeetingStatus status,
                     ReadoutMeetingKind   kind)
{
  ReadoutMeeting *self = readout_record_alloc (&readout_meeting_class, id);

  g_return_val_if_fail (self != NULL, NULL);

  self->status = status;
  self->kind = kind;

  return self;
}
