/* words.c: the values of the annotation format, in words for people
 *
 * The nicks of base/enums.h are the words of the file and never translated;
 * these are what cards, menus and screen readers say.  One table for each
 * enumeration, in its order.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "words.h"

static const char *const kind_words[] = {
  N_ ("mention"),
  N_ ("actor"),
  N_ ("statement"),
  N_ ("meeting"),
};

static const char *const mention_type_words[] = {
  N_ ("person"),      N_ ("organization"), N_ ("location"), N_ ("facility"),
  N_ ("nationality"), N_ ("title"),        N_ ("event"),    N_ ("date"),
  N_ ("duration"),    N_ ("misc"),
};

/* Date and duration share their letter and their colour: both are times. */
static const char *const mention_letters[] = {
  /* Translators: the single letters that stand for the types of mentions:
   * person, organization, location, facility, nationality, title, event,
   * date, duration, miscellaneous. */
  NC_ ("type letter", "P"), NC_ ("type letter", "O"), NC_ ("type letter", "L"),
  NC_ ("type letter", "F"), NC_ ("type letter", "N"), NC_ ("type letter", "T"),
  NC_ ("type letter", "E"), NC_ ("type letter", "D"), NC_ ("type letter", "D"),
  NC_ ("type letter", "X"),
};

static const char *const form_words[] = {
  NC_ ("form of a mention", "name"),
  NC_ ("form of a mention", "nominal"),
  NC_ ("form of a mention", "pronoun"),
};

static const char *const actor_type_words[] = {
  N_ ("person"),
  N_ ("organization"),
  N_ ("government"),
  N_ ("group"),
};

static const char *const manner_words[] = {
  NC_ ("manner of a statement", "direct"),
  NC_ ("manner of a statement", "indirect"),
  NC_ ("manner of a statement", "mixed"),
};

static const char *const meeting_status_words[] = {
  NC_ ("status of a meeting", "held"),
  NC_ ("status of a meeting", "ongoing"),
  NC_ ("status of a meeting", "planned"),
  NC_ ("status of a meeting", "proposed"),
  NC_ ("status of a meeting", "cancelled"),
};

static const char *const meeting_kind_words[] = {
  NC_ ("kind of meeting", "talks"),      NC_ ("kind of meeting", "summit"),
  NC_ ("kind of meeting", "visit"),      NC_ ("kind of meeting", "call"),
  NC_ ("kind of meeting", "conference"), NC_ ("kind of meeting", "other"),
};

static const char *const review_state_words[] = {
  NC_ ("review state", "suggested"), NC_ ("review state", "confirmed"),
  NC_ ("review state", "corrected"), NC_ ("review state", "added"),
  NC_ ("review state", "rejected"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (kind_words) == READOUT_N_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (mention_type_words) == READOUT_N_MENTION_TYPES);
G_STATIC_ASSERT (G_N_ELEMENTS (mention_letters) == READOUT_N_MENTION_TYPES);
G_STATIC_ASSERT (G_N_ELEMENTS (form_words) == READOUT_N_FORMS);
G_STATIC_ASSERT (G_N_ELEMENTS (actor_type_words) == READOUT_N_ACTOR_TYPES);
G_STATIC_ASSERT (G_N_ELEMENTS (manner_words) == READOUT_N_MANNERS);
G_STATIC_ASSERT (G_N_ELEMENTS (meeting_status_words)
                 == READOUT_N_MEETING_STATUSES);
G_STATIC_ASSERT (G_N_ELEMENTS (meeting_kind_words) == READOUT_N_MEETING_KINDS);
G_STATIC_ASSERT (G_N_ELEMENTS (review_state_words) == READOUT_N_STATES);

/**
 * readout_words_kind:
 * @value: a kind of record
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_kind (ReadoutKind value)
{
  g_return_val_if_fail (value < READOUT_N_KINDS, NULL);

  return _ (kind_words[value]);
}

/**
 * readout_words_mention_type:
 * @value: a type of mention
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_mention_type (ReadoutMentionType value)
{
  g_return_val_if_fail (value < READOUT_N_MENTION_TYPES, NULL);

  return _ (mention_type_words[value]);
}

/**
 * readout_words_mention_letter:
 * @value: a type of mention
 *
 * Returns: the letter that stands for it where a word has no room, so that
 *   the type never hangs on a colour alone
 */
const char *
readout_words_mention_letter (ReadoutMentionType value)
{
  g_return_val_if_fail (value < READOUT_N_MENTION_TYPES, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "type letter", mention_letters[value]);
}

/**
 * readout_words_form:
 * @value: a form of mention
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_form (ReadoutForm value)
{
  g_return_val_if_fail (value < READOUT_N_FORMS, NULL);

  return g_dpgettext2 (GETTEXT_PACKAGE, "form of a mention", form_words[value]);
}

/**
 * readout_words_actor_type:
 * @value: a type of actor
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_actor_type (ReadoutActorType value)
{
  g_return_val_if_fail (value < READOUT_N_ACTOR_TYPES, NULL);

  return _ (actor_type_words[value]);
}

/**
 * readout_words_manner:
 * @value: a manner of statement
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_manner (ReadoutManner value)
{
  g_return_val_if_fail (value < READOUT_N_MANNERS, NULL);

  return g_dpgettext2 (
      GETTEXT_PACKAGE, "manner of a statement", manner_words[value]);
}

/**
 * readout_words_meeting_status:
 * @value: a status of a meeting
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_meeting_status (ReadoutMeetingStatus value)
{
  g_return_val_if_fail (value < READOUT_N_MEETING_STATUSES, NULL);

  return g_dpgettext2 (
      GETTEXT_PACKAGE, "status of a meeting", meeting_status_words[value]);
}

/**
 * readout_words_meeting_kind:
 * @value: a kind of meeting
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_meeting_kind (ReadoutMeetingKind value)
{
  g_return_val_if_fail (value < READOUT_N_MEETING_KINDS, NULL);

  return g_dpgettext2 (
      GETTEXT_PACKAGE, "kind of meeting", meeting_kind_words[value]);
}

/**
 * readout_words_review_state:
 * @value: a state of review
 *
 * Returns: its word in the reader's language
 */
const char *
readout_words_review_state (ReadoutReviewState value)
{
  g_return_val_if_fail (value < READOUT_N_STATES, NULL);

  return g_dpgettext2 (
      GETTEXT_PACKAGE, "review state", review_state_words[value]);
}
