/* merge-describe.h: in what two versions of one item differ
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/span.h"
#include "edits/merge.h"

G_BEGIN_DECLS

/* Whose version of an item. */
typedef enum
{
  READOUT_SIDE_BASE, /* Before either side changed it. */
  READOUT_SIDE_MINE,
  READOUT_SIDE_THEIRS,
  READOUT_N_SIDES
} ReadoutSide;

/* What an item is made of, in the order in which people read it. */
typedef enum
{
  READOUT_MEMBER_KIND, /* Of every kind. */

  READOUT_MEMBER_WORDS, /* Of a mention. */
  READOUT_MEMBER_MENTION_TYPE,
  READOUT_MEMBER_FORM,
  READOUT_MEMBER_MENTIONED, /* The actor that a mention refers to. */

  READOUT_MEMBER_NAME,
  READOUT_MEMBER_ACTOR_TYPE,
  READOUT_MEMBER_ROLE,
  READOUT_MEMBER_AFFILIATION,
  READOUT_MEMBER_COUNTRY,
  READOUT_MEMBER_WIKIDATA,
  READOUT_MEMBER_ANONYMOUS,

  READOUT_MEMBER_SPEAKERS,
  READOUT_MEMBER_SOURCE,
  READOUT_MEMBER_CUE,
  READOUT_MEMBER_CONTENT,
  READOUT_MEMBER_MANNER,
  READOUT_MEMBER_ADDRESSEES,
  READOUT_MEMBER_PARENT,

  READOUT_MEMBER_MEETING_KIND,
  READOUT_MEMBER_STATUS,
  READOUT_MEMBER_PARTICIPANTS,
  READOUT_MEMBER_TRIGGERS,
  READOUT_MEMBER_PLACE,
  READOUT_MEMBER_VENUE,
  READOUT_MEMBER_OCCASION,
  READOUT_MEMBER_TIME,
  READOUT_MEMBER_TIME_VALUE,
  READOUT_MEMBER_DURATION,
  READOUT_MEMBER_DURATION_VALUE,
  READOUT_MEMBER_TOPICS,
  READOUT_MEMBER_OUTCOMES,

  READOUT_MEMBER_STATE, /* Of every kind. */
  READOUT_MEMBER_FLAGGED,
  READOUT_MEMBER_NOTE,
  READOUT_MEMBER_BY,
  READOUT_MEMBER_AT,
  READOUT_MEMBER_SUGGESTED,
  READOUT_MEMBER_DETECTOR,
  READOUT_MEMBER_CONFIDENCE,
  READOUT_MEMBER_EXTRA,

  READOUT_MEMBER_VALUE, /* What is said of the article. */
  READOUT_N_MEMBERS
} ReadoutMember;

/* Of what form the value of a member is. */
typedef enum
{
  READOUT_VALUE_STRING,
  READOUT_VALUE_NUMBER, /* Also of an enumeration, and of yes and no. */
  READOUT_VALUE_SPANS,
  READOUT_VALUE_RECORDS
} ReadoutValueForm;

/**
 * ReadoutMemberValue:
 * @is_there: whether that side has the item at all; else the rest is empty
 * @string: (nullable): if the member is a string
 * @number: if it is a number
 * @spans: if it is a place in the text, or several; in code points
 * @records: (nullable) (element-type ReadoutRecord): if it refers to others:
 *   these, as that side has them; those that nobody has are left out
 *
 * What one side says.  Which of the fields holds it, says
 * readout_member_get_form().
 */
typedef struct
{
  gboolean        is_there;
  char           *string;
  int             number;
  ReadoutSpanList spans;
  GPtrArray      *records;
} ReadoutMemberValue;

/**
 * ReadoutDifference:
 * @member: what differs
 * @values: (array fixed-size=3): what each ReadoutSide says
 * @changed: (array fixed-size=3): whether that side has another value than the
 *   base
 */
typedef struct
{
  ReadoutMember      member;
  ReadoutMemberValue values[READOUT_N_SIDES];
  gboolean           changed[READOUT_N_SIDES];
} ReadoutDifference;

/**
 * ReadoutConflictAccount:
 * @differences: (element-type ReadoutDifference): where both sides have the
 *   item, the members in which they differ; where only one has it, those that
 *   it changed; in the order of ReadoutMember
 * @needs: (element-type ReadoutRecord): what ours refers to and they have
 *   removed or rejected, so that it comes back if ours is chosen; as we have it
 * @users: (element-type ReadoutRecord): what they have that refers to an item
 *   which we removed or rejected, and does so no more if ours is chosen
 *
 * Why somebody has to decide.  All of it is owned.
 */
typedef struct
{
  GPtrArray *differences;
  GPtrArray *needs;
  GPtrArray *users;
} ReadoutConflictAccount;

ReadoutValueForm        readout_member_get_form (ReadoutMember member);
ReadoutConflictAccount *readout_merge_describe (const ReadoutMerge *self,
                                                guint               index);
void           readout_conflict_account_free (ReadoutConflictAccount *self);
ReadoutRecord *readout_merge_look_up (const ReadoutMerge *self,
                                      ReadoutSide         side,
                                      const char         *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutConflictAccount,
                               readout_conflict_account_free)

G_END_DECLS
