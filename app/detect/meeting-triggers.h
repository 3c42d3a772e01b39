/* meeting-triggers.h: the words that evoke an encounter, in their clause
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/meeting-lexicon.h"
#include "detect/syntax.h"

G_BEGIN_DECLS

/**
 * ReadoutTrigger:
 * @sentence: index of its sentence
 * @span: its words; empty if the clause only says who else was there
 * @head: its noun or verb
 * @what: what its word does
 * @kind: the kind of encounter that it names
 * @status: what tense and modality say
 * @has_status: whether they say anything
 * @is_definite: whether it points back to an encounter ("the meeting")
 * @is_explicit: whether its participants are named beside it by "with" or
 *   "between", or as subject and object
 * @participants: (element-type gint32): actors
 * @destination: what is visited; empty for other encounters
 */
typedef struct
{
  guint                sentence;
  ReadoutPhrase        span;
  guint                head;
  ReadoutMeetingWord   what;
  ReadoutMeetingKind   kind;
  ReadoutMeetingStatus status;
  gboolean             has_status;
  gboolean             is_definite;
  gboolean             is_explicit;
  GArray              *participants;
  ReadoutPhrase        destination;
} ReadoutTrigger;

/**
 * ReadoutEncounter:
 * @triggers: (element-type guint): indices into the triggers, in text order
 * @participants: (element-type gint32): actors, in order of appearance
 * @date: index of the date that the first trigger is placed at, or -1
 */
typedef struct
{
  GArray              *triggers;
  GArray              *participants;
  ReadoutMeetingKind   kind;
  ReadoutMeetingStatus status;
  gboolean             has_status;
  gint32               date;
  guint                last_sentence;
} ReadoutEncounter;

GArray *readout_triggers_find (const ReadoutSyntax *syntax);
gint32  readout_trigger_find_date (const ReadoutSyntax  *syntax,
                                   const ReadoutTrigger *trigger);

void readout_meeting_slots_fill (const ReadoutSyntax     *syntax,
                                 const GArray            *triggers,
                                 const ReadoutEncounter  *encounter,
                                 gboolean                 is_main,
                                 ReadoutCandidateMeeting *meeting);

G_END_DECLS
