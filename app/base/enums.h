/* enums.h: the closed sets of values of the annotation format
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Every enumeration starts at 0, has no gaps, and ends with an N_ value, so
 * that it can index a table. */

typedef enum
{
  READOUT_KIND_MENTION,
  READOUT_KIND_ACTOR,
  READOUT_KIND_STATEMENT,
  READOUT_KIND_MEETING,
  READOUT_N_KINDS
} ReadoutKind;

typedef enum
{
  READOUT_MENTION_PERSON,
  READOUT_MENTION_ORGANIZATION,
  READOUT_MENTION_LOCATION,
  READOUT_MENTION_FACILITY,
  READOUT_MENTION_NATIONALITY,
  READOUT_MENTION_TITLE,
  READOUT_MENTION_EVENT,
  READOUT_MENTION_DATE,
  READOUT_MENTION_DURATION,
  READOUT_MENTION_MISC,
  READOUT_N_MENTION_TYPES
} ReadoutMentionType;

typedef enum
{
  READOUT_FORM_NAME,
  READOUT_FORM_NOMINAL,
  READOUT_FORM_PRONOUN,
  READOUT_N_FORMS
} ReadoutForm;

typedef enum
{
  READOUT_ACTOR_PERSON,
  READOUT_ACTOR_ORGANIZATION,
  READOUT_ACTOR_GOVERNMENT,
  READOUT_ACTOR_GROUP,
  READOUT_N_ACTOR_TYPES
} ReadoutActorType;

typedef enum
{
  READOUT_MANNER_DIRECT,
  READOUT_MANNER_INDIRECT,
  READOUT_MANNER_MIXED,
  READOUT_N_MANNERS
} ReadoutManner;

typedef enum
{
  READOUT_MEETING_HELD,
  READOUT_MEETING_ONGOING,
  READOUT_MEETING_PLANNED,
  READOUT_MEETING_PROPOSED,
  READOUT_MEETING_CANCELLED,
  READOUT_N_MEETING_STATUSES
} ReadoutMeetingStatus;

typedef enum
{
  READOUT_MEETING_TALKS,
  READOUT_MEETING_SUMMIT,
  READOUT_MEETING_VISIT,
  READOUT_MEETING_CALL,
  READOUT_MEETING_CONFERENCE,
  READOUT_MEETING_OTHER,
  READOUT_N_MEETING_KINDS
} ReadoutMeetingKind;

typedef enum
{
  READOUT_STATE_SUGGESTED,
  READOUT_STATE_CONFIRMED,
  READOUT_STATE_CORRECTED,
  READOUT_STATE_ADDED,
  READOUT_STATE_REJECTED,
  READOUT_N_STATES
} ReadoutReviewState;

/* The nicks are the words of the file format; they are never translated. */
const char *readout_kind_to_nick (ReadoutKind value);
const char *readout_mention_type_to_nick (ReadoutMentionType value);
const char *readout_form_to_nick (ReadoutForm value);
const char *readout_actor_type_to_nick (ReadoutActorType value);
const char *readout_manner_to_nick (ReadoutManner value);
const char *readout_meeting_status_to_nick (ReadoutMeetingStatus value);
const char *readout_meeting_kind_to_nick (ReadoutMeetingKind value);
const char *readout_review_state_to_nick (ReadoutReviewState value);

gboolean readout_kind_from_nick (const char *nick, ReadoutKind *value);
gboolean readout_mention_type_from_nick (const char         *nick,
                                         ReadoutMentionType *value);
gboolean readout_form_from_nick (const char *nick, ReadoutForm *value);
gboolean readout_actor_type_from_nick (const char       *nick,
                                       ReadoutActorType *value);
gboolean readout_manner_from_nick (const char *nick, ReadoutManner *value);
gboolean readout_meeting_status_from_nick (const char           *nick,
                                           ReadoutMeetingStatus *value);
gboolean readout_meeting_kind_from_nick (const char         *nick,
                                         ReadoutMeetingKind *value);
gboolean readout_review_state_from_nick (const char         *nick,
                                         ReadoutReviewState *value);

G_END_DECLS
