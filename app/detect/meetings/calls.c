/* calls.c: telephone calls, and what else the words for them mean
 *
 * "spoke by phone with Lee", "a call between Lee and Roy"; but "called on the
 * President" is a visit, and "called for talks" none at all.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/calls.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/nouns.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/words/meeting-lexicon.h"

/* How far from a verb of speaking the word for a telephone can be. */
#define PHONE_REACH 12

/* How far behind a verb of speaking "by phone" belongs to it, in tokens. */
#define SPAN_REACH 5

typedef ReadoutTriggerSite Site;

static gboolean
has_phone (const Site *self, guint i)
{
  guint low = i > self->first + 2 ? i - 2 : self->first;

  for (guint k = low; k < self->end && k < i + PHONE_REACH; k++)
    if (readout_syntax_is_in (self->syntax, k, READOUT_WORDS_PHONE_WORDS))
      return TRUE;
  return FALSE;
}

/* "called on the President": paid a visit. */
static void
try_call_on (const Site *self, guint i)
{
  ReadoutTrigger *trigger
      = readout_trigger_add (self,
                             (ReadoutPhrase){ i, i + 2 },
                             i,
                             READOUT_MEETING_WORD_HOST,
                             READOUT_MEETING_TALKS,
                             "meetings/calls: “called on” somebody");
  ReadoutPhrase object
      = readout_phrases_find_after (self->syntax, i + 2, self->end);
  guint    flags;
  guint    n;
  gboolean urges = FALSE;

  readout_meeting_participants_collect_subject (
      self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if (readout_meeting_participants_name_person (self->syntax, object))
    readout_meeting_participants_collect_list (
        self, i + 2, trigger->participants);
  /* Who is asked to do something is no host. */
  for (guint k = object.end; k < self->end; k++)
    urges |= site_is (self, k, "to") || site_is (self, k, "for");
  if (n == 0 || trigger->participants->len < 2
      || trigger->participants->len == n || urges
      || (flags & READOUT_SUBJECT_NEGATED) != 0)
    {
      readout_trigger_drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_meeting_status_set_by_verb (self, trigger, i, flags);
}

/* "spoke by phone with Lee" */
static void
try_speak (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = readout_trigger_add (
      self,
      (ReadoutPhrase){ i, i + 1 },
      i,
      READOUT_MEETING_WORD_PHONE,
      kind,
      "meetings/calls: “spoke” with a telephone near it");
  guint flags;

  for (guint k = i + 1; k < self->end && k < i + SPAN_REACH; k++)
    if (site_is_in (self, k, READOUT_WORDS_SPOKEN_BY))
      {
        trigger->span.end = k + 1;
        break;
      }
  readout_meeting_participants_collect_subject (
      self, i, &flags, trigger->participants);
  readout_meeting_participants_collect_partners (
      self, i + 1, trigger->participants);
  if (trigger->participants->len < 2 && site_is (self, i + 1, "to"))
    readout_meeting_participants_collect_list (
        self, i + 2, trigger->participants);
  if (trigger->participants->len < 2)
    {
      readout_trigger_drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_meeting_status_set_by_verb (self, trigger, i, flags);
}

/* Whether a word for a call is a noun that names those who take part: "a call
 * with the minister", "their conversation with Lee". */
static gboolean
names_partners (const Site *self, guint i)
{
  return readout_syntax_is_in (self->syntax, i, READOUT_WORDS_CALL_NOUNS)
         && (site_is (self, i + 1, "with") || site_is (self, i + 1, "between"))
         && i > self->first && !site_is (self, i - 1, "to");
}

/* A word for a call without one for a telephone. */
static void
try_without_phone (const Site *self, guint i, ReadoutMeetingKind kind)
{
  if (names_partners (self, i))
    readout_meeting_nouns_try (self,
                               i,
                               READOUT_MEETING_WORD_NOUN,
                               site_is_in (self, i, READOUT_WORDS_CALLS)
                                   ? READOUT_MEETING_CALL
                                   : READOUT_MEETING_TALKS);
  /* "The call lasted an hour" points back to one. */
  else if (site_is (self, i, "call") && i > self->first
           && site_is (self, i - 1, "the") && !site_is (self, i + 1, "for"))
    readout_trigger_add (self,
                         (ReadoutPhrase){ i, i + 1 },
                         i,
                         READOUT_MEETING_WORD_NOUN,
                         kind,
                         "meetings/calls: “the call”, told before")
        ->is_definite
        = TRUE;
}

/**
 * readout_meeting_calls_try:
 * @self: a sentence
 * @i: index of a word that can mean a telephone call
 * @kind: the kind of encounter that it names
 *
 * Adds a trigger if the word evokes an encounter there.
 */
void
readout_meeting_calls_try (const Site *self, guint i, ReadoutMeetingKind kind)
{
  /* "paid a courtesy call on the minister" */
  if (site_is (self, i, "call") && i > self->first
      && site_is (self, i - 1, "courtesy"))
    readout_meeting_nouns_try (
        self, i, READOUT_MEETING_WORD_NOUN, READOUT_MEETING_VISIT);
  /* "called on the President at his residence", not "… to resign" */
  else if (site_is_in (self, i, READOUT_WORDS_CALLING_ON)
           && site_is (self, i + 1, "on"))
    try_call_on (self, i);
  else if (!has_phone (self, i))
    try_without_phone (self, i, kind);
  else if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_CALL_NOUNS)
           && !(site_is (self, i, "call") && site_is (self, i + 1, "for")))
    readout_meeting_nouns_try (self, i, READOUT_MEETING_WORD_NOUN, kind);
  else
    try_speak (self, i, kind);
}
