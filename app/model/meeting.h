/* meeting.h: an encounter between actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/record.h"

G_BEGIN_DECLS

/**
 * ReadoutMeeting:
 * @record: the common head
 * @status: held, ongoing, planned, proposed or cancelled
 * @kind: talks, summit, visit, call, conference or other
 * @triggers: the words that evoke it
 * @participants: (nullable) (array zero-terminated=1): ids of actors; %NULL
 *   rather than empty
 * @place: cities or countries
 * @venue: facilities
 * @occasion: events in whose course it takes place
 * @time: the words that say when
 * @time_value: (nullable): the same in ISO 8601, as far as it is decided
 * @duration: the words that say how long
 * @duration_value: (nullable): the same as an ISO 8601 duration
 * @topics: what was discussed, a span for each subject
 * @outcomes: what came of it or how it was characterised
 */
typedef struct
{
  ReadoutRecord        record;
  ReadoutMeetingStatus status;
  ReadoutMeetingKind   kind;
  ReadoutSpanList      triggers;
  char               **participants;
  ReadoutSpanList      place;
  ReadoutSpanList      venue;
  ReadoutSpanList      occasion;
  ReadoutSpanList      time;
  char                *time_value;
  ReadoutSpanList      duration;
  char                *duration_value;
  ReadoutSpanList      topics;
  ReadoutSpanList      outcomes;
} ReadoutMeeting;

extern const ReadoutRecordClass readout_meeting_class;

ReadoutMeeting *readout_meeting_new (const char          *id,
                                     ReadoutMeetingStatus status,
                                     ReadoutMeetingKind   kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutMeeting, readout_record_unref)

G_END_DECLS
