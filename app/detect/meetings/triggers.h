/* triggers.h: the words that evoke an encounter, in their clause
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/words/meeting-lexicon.h"
#include "detect/article/syntax.h"

G_BEGIN_DECLS

/**
 * ReadoutTrigger:
 * @sentence: index of its sentence
 * @span: its words; empty if the clause only says who else was there
 * @head: its noun or verb
 * @governor: the verb before it whose subject takes part, as in "said during
 *   a meeting with Lee"; %G_MAXUINT if there is none
 * @what: what its word does
 * @kind: the kind of encounter that it names
 * @status: what tense and modality say
 * @has_status: whether they say anything
 * @is_definite: whether it points back to an encounter ("the meeting")
 * @is_explicit: whether its participants are named beside it by "with" or
 *   "between", or as subject and object
 * @is_told: whether it tells of one encounter even where it names nobody:
 *   "the latest round of talks in Oslo", "the summit opened"
 * @is_held: whether a verb says that somebody holds or attends it
 * @is_aside: whether its sentence only mentions it, so that the dates there
 *   are not its own: "gave details of the meeting on Monday"
 * @is_other: whether it sets itself apart from one told before: "the next
 *   meeting"
 * @is_plural: whether those who take part are told before: "the two met"
 * @participants: (element-type gint32): actors
 * @destination: what is visited; empty for other encounters
 */
typedef struct
{
  guint                sentence;
  ReadoutPhrase        span;
  guint                head;
  guint                governor;
  ReadoutMeetingWord   what;
  ReadoutMeetingKind   kind;
  ReadoutMeetingStatus status;
  gboolean             has_status;
  gboolean             is_definite;
  gboolean             is_explicit;
  gboolean             is_told;
  gboolean             is_held;
  gboolean             is_aside;
  gboolean             is_other;
  gboolean             is_plural;
  GArray              *participants;
  ReadoutPhrase        destination;
} ReadoutTrigger;

/**
 * ReadoutEncounter:
 * @triggers: (element-type guint): indices into the triggers, in text order
 * @participants: (element-type gint32): actors, in order of appearance
 * @date: index of the date that the first trigger is placed at, or -1
 * @is_other: as of its first trigger
 * @has_destination: whether it is a visit to a city or state
 * @is_held: whether a verb says that somebody holds or attends it
 * @is_inferred: whether participants were taken from what is told around it
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
  gboolean             is_inferred;
  gboolean             is_held;
  gboolean             is_other;
  gboolean             has_destination;
} ReadoutEncounter;

GArray *readout_triggers_find (ReadoutAnalysis *analysis,
                               ReadoutSyntax   *syntax);

const char *readout_meeting_find_country (const ReadoutSyntax *syntax,
                                          ReadoutPhrase        place);
gboolean    readout_meeting_is_state (const ReadoutSyntax *syntax,
                                      ReadoutPhrase        place);
gint32      readout_meeting_find_state (ReadoutAnalysis *analysis,
                                        ReadoutSyntax   *syntax,
                                        const char      *country,
                                        ReadoutPhrase    place);

GArray *readout_encounters_gather (const ReadoutSyntax *syntax,
                                   const GArray        *triggers);
gint32  readout_trigger_find_date (const ReadoutSyntax  *syntax,
                                   const GArray         *triggers,
                                   const ReadoutTrigger *trigger);

void readout_meeting_slots_fill (const ReadoutSyntax     *syntax,
                                 const GArray            *triggers,
                                 const ReadoutEncounter  *encounter,
                                 gboolean                 is_main,
                                 ReadoutCandidateMeeting *meeting);

void readout_meeting_topics_fill (const ReadoutSyntax     *syntax,
                                  const GArray            *triggers,
                                  const ReadoutEncounter  *encounter,
                                  gboolean                 is_main,
                                  ReadoutCandidateMeeting *meeting);

void readout_meeting_add_span (const ReadoutSyntax *syntax,
                               ReadoutSpanList     *list,
                               guint                first,
                               guint                end);

/* Whether an actor is among participants. */
static inline gboolean
readout_participants_contain (const GArray *participants, gint32 actor)
{
  for (guint i = 0; i < participants->len; i++)
    if (g_array_index (participants, gint32, i) == actor)
      return TRUE;

  return FALSE;
}

G_END_DECLS
