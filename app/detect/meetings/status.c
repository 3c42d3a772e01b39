/* status.c: whether an encounter was held, is planned, was proposed or called
 * off
 *
 * Read off the tense and modality of its verb, or of the verb that its noun
 * hangs on, and off the words beside the noun.  Each rule is a row of a table:
 * what stands at a token, and the status that this gives; of the rows that
 * hold at a token the first one counts.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/status.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/words/cue-lexicon.h"
#include "detect/words/meeting-lexicon.h"

/* How far before an infinitive its clause is looked through, in tokens. */
#define INFINITIVE_REACH 8

/* How far before and behind a noun phrase it is looked through, in tokens. */
#define BEFORE_REACH 6
#define BEHIND_REACH 12

/* How far before a noun phrase it can be called off, in tokens. */
#define CANCELLING_REACH 3

/* How far before its verb "would" is looked for, in tokens. */
#define WOULD_REACH 4

/* How likely a verb has to be one of saying, in percent, for a "would" in its
 * sentence to be a plan that was told. */
#define MIN_SAYING_SHARE 40

typedef ReadoutTriggerSite Site;

/**
 * StatusRule:
 * @holds: whether it holds at a token
 * @status: the status that it gives
 * @rule: its name, see #ReadoutCandidateMeeting
 */
typedef struct
{
  gboolean (*holds) (const Site *self, guint i);
  ReadoutMeetingStatus status;
  const char          *rule;
} StatusRule;

static gboolean
does (const Site *self, guint i, ReadoutMeetingWord what)
{
  ReadoutMeetingKind kind;

  return readout_trigger_word_at (self, i, &kind) == what;
}

/* "planned", "upcoming" */
static gboolean
is_planned (const Site *self, guint i)
{
  return does (self, i, READOUT_MEETING_WORD_PLANNED);
}

/* "proposed", "urged" */
static gboolean
is_proposed (const Site *self, guint i)
{
  return does (self, i, READOUT_MEETING_WORD_PROPOSED);
}

/* "postponed", "cancelled" */
static gboolean
is_cancelled (const Site *self, guint i)
{
  return does (self, i, READOUT_MEETING_WORD_CANCELLED);
}

/* "postponed a summit", "called off a summit" */
static gboolean
is_called_off (const Site *self, guint i)
{
  return is_cancelled (self, i)
         || (site_is (self, i, "off") && i > self->first
             && site_is_in (self, i - 1, READOUT_WORDS_CALL_FORMS));
}

/* "proposed a summit", "called for a summit" */
static gboolean
is_called_for (const Site *self, guint i)
{
  return is_proposed (self, i)
         || (site_is (self, i, "for") && i > self->first
             && site_is_in (self, i - 1, READOUT_WORDS_WISHES_FOR));
}

/* "ahead of the summit", "in preparation for a summit" */
static gboolean
is_before (const Site *self, guint i)
{
  return site_is (self, i, "ahead")
         || (site_is (self, i, "preparation") && site_is (self, i + 1, "for"))
         || (site_is (self, i, "prior") && site_is (self, i + 1, "to"));
}

/* "the first minister to visit" */
static gboolean
is_first_or_last (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_FIRST_OR_LAST);
}

/* "the talks will", "the talks scheduled for Monday", "the talks to be held" */
static gboolean
is_to_come (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_TO_COME)
         || (site_is (self, i, "to") && site_is (self, i + 1, "be")
             && site_is (self, i + 2, "held"));
}

/* "the talks will continue" */
static gboolean
will_continue (const Site *self, guint i)
{
  return is_to_come (self, i) && site_is (self, i + 1, "continue");
}

/* "the talks were cancelled", "were called off", "did not take place" */
static gboolean
falls_through (const Site *self, guint i)
{
  return is_cancelled (self, i)
         || (site_is (self, i, "called") && site_is (self, i + 1, "off"))
         || (site_is_in (self, i, READOUT_WORDS_STATUS_NEGATIONS)
             && site_is_in (self, i + 1, READOUT_WORDS_HAPPENING_VERBS));
}

/* "the talks are under way", "continue", "are taking place" */
static gboolean
is_under_way (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_UNDER_WAY)
         || (site_is (self, i, "under") && site_is (self, i + 1, "way"))
         || (site_is_in (self, i, READOUT_WORDS_PRESENT_BE)
             && site_is_in (self, i + 1, READOUT_WORDS_PROGRESSIVES));
}

/* "the talks to take place on Monday" */
static gboolean
is_to_take_place (const Site *self, guint i)
{
  return site_is (self, i, "to") && site_is (self, i + 1, "take")
         && site_is (self, i + 2, "place");
}

/* "the talks would take place" */
static gboolean
would_be (const Site *self, guint i)
{
  return site_is (self, i, "would")
         && site_is_in (self, i + 1, READOUT_WORDS_BE_OR_TAKE);
}

/* "the talks could be held" */
static gboolean
could_be (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_POSSIBILITY_MODALS)
         && site_is_in (self, i + 1, READOUT_WORDS_BE_OR_TAKE);
}

/* "the talks took place", "the talks held in Oslo" */
static gboolean
took_place (const Site *self, guint i)
{
  return (site_is (self, i, "took") && site_is (self, i + 1, "place"))
         || (site_is (self, i, "held") && i > self->first
             && !site_is (self, i - 1, "be"));
}

/* Before an infinitive: "the last minister to visit" was there. */
static const StatusRule told_rules[] = {
  { is_first_or_last,
    READOUT_MEETING_HELD,
    "meetings/status: “the first to visit”" },
  { NULL, 0, NULL },
};

/* Before an infinitive otherwise. */
static const StatusRule infinitive_rules[] = {
  { is_proposed,
    READOUT_MEETING_PROPOSED,
    "meetings/status: an infinitive behind “proposed”" },
  { is_cancelled,
    READOUT_MEETING_CANCELLED,
    "meetings/status: an infinitive behind “cancelled”" },
  { is_planned,
    READOUT_MEETING_PLANNED,
    "meetings/status: an infinitive behind “planned”" },
  { NULL, 0, NULL },
};

/* Right before a noun phrase: "called off a planned summit". */
static const StatusRule cancelling_rules[] = {
  { is_called_off,
    READOUT_MEETING_CANCELLED,
    "meetings/status: “called off” right before the noun" },
  { NULL, 0, NULL },
};

/* In the noun phrase: "a planned summit". */
static const StatusRule adjective_rules[] = {
  { is_planned,
    READOUT_MEETING_PLANNED,
    "meetings/status: “planned” in the noun phrase" },
  { is_proposed,
    READOUT_MEETING_PROPOSED,
    "meetings/status: “proposed” in the noun phrase" },
  { NULL, 0, NULL },
};

/* Behind it in its clause. */
static const StatusRule behind_rules[] = {
  { will_continue,
    READOUT_MEETING_ONGOING,
    "meetings/status: “will continue” behind the noun" },
  { is_to_come,
    READOUT_MEETING_PLANNED,
    "meetings/status: “will”, “due”, “to be held” behind the noun" },
  { falls_through,
    READOUT_MEETING_CANCELLED,
    "meetings/status: “was called off”, “did not take place” behind the noun" },
  { is_under_way,
    READOUT_MEETING_ONGOING,
    "meetings/status: “is under way” behind the noun" },
  { is_to_take_place,
    READOUT_MEETING_PLANNED,
    "meetings/status: “to take place” behind the noun" },
  { would_be,
    READOUT_MEETING_PLANNED,
    "meetings/status: “would take place” behind the noun" },
  { could_be,
    READOUT_MEETING_PROPOSED,
    "meetings/status: “could be held” behind the noun" },
  { took_place,
    READOUT_MEETING_HELD,
    "meetings/status: “took place”, “held” behind the noun" },
  { NULL, 0, NULL },
};

/* Before it in its clause. */
static const StatusRule before_rules[] = {
  { is_called_for,
    READOUT_MEETING_PROPOSED,
    "meetings/status: “called for” before the noun" },
  { is_before,
    READOUT_MEETING_PLANNED,
    "meetings/status: “ahead of” before the noun" },
  { is_called_off,
    READOUT_MEETING_CANCELLED,
    "meetings/status: “called off” before the noun" },
  { NULL, 0, NULL },
};

/* Sets the status by the first rule that holds at a token.  Returns whether
 * one does. */
static gboolean
apply (const Site       *self,
       ReadoutTrigger   *trigger,
       guint             i,
       const StatusRule *rules)
{
  for (; rules->holds != NULL; rules++)
    if (rules->holds (self, i))
      {
        readout_trigger_set_status (trigger, rules->status, rules->rule);
        return TRUE;
      }

  return FALSE;
}

/* The same for the tokens of @range, from left to right. */
static gboolean
apply_ahead (const Site       *self,
             ReadoutTrigger   *trigger,
             ReadoutPhrase     range,
             const StatusRule *rules)
{
  for (guint i = range.first; i < range.end; i++)
    if (apply (self, trigger, i, rules))
      return TRUE;

  return FALSE;
}

/* The same for the tokens of @range, the last one first. */
static gboolean
apply_back (const Site       *self,
            ReadoutTrigger   *trigger,
            ReadoutPhrase     range,
            const StatusRule *rules)
{
  for (guint i = range.end; i > range.first; i--)
    if (apply (self, trigger, i - 1, rules))
      return TRUE;

  return FALSE;
}

/* Up to @reach tokens before token @i. */
static ReadoutPhrase
stretch_before (const Site *self, guint i, guint reach)
{
  return (ReadoutPhrase){ i > self->first + reach ? i - reach : self->first,
                          i };
}

/* What stands before a noun phrase in its clause. */
static ReadoutPhrase
clause_before (const Site *self, ReadoutPhrase phrase)
{
  ReadoutPhrase range = stretch_before (self, phrase.first, BEFORE_REACH);

  for (guint i = range.end; i > range.first; i--)
    if (site_is (self, i - 1, ","))
      range.first = i;

  return range;
}

/* What stands behind a noun phrase in its clause. */
static ReadoutPhrase
clause_behind (const Site *self, ReadoutPhrase phrase)
{
  guint high = MIN (self->end, phrase.end + BEHIND_REACH);
  guint end = phrase.end;

  while (end < high && !site_is (self, end, ",") && !site_is (self, end, ";")
         && !site_has (self, end, READOUT_WORD_SUBORDINATOR))
    end++;

  return (ReadoutPhrase){ phrase.end, end };
}

/* "said that he would meet her": told as a plan. */
static gboolean
is_future_in_past (const Site *self, guint verb)
{
  guint    low = stretch_before (self, verb, WOULD_REACH).first;
  gboolean would = FALSE;

  for (guint i = verb; i > low; i--)
    would |= site_is (self, i - 1, "would");
  for (guint i = self->first; would && i < self->end; i++)
    {
      const ReadoutCue *cue
          = readout_cue_lexicon_find (self->syntax->tokens[i].lower);

      if (cue != NULL && cue->share >= MIN_SAYING_SHARE
          && cue->form == READOUT_VERB_PAST)
        return TRUE;
    }
  return FALSE;
}

/* "agreed to meet": planned unless the words before say otherwise. */
static void
set_by_infinitive (const Site *self, ReadoutTrigger *trigger, guint verb)
{
  ReadoutPhrase before = stretch_before (self, verb, INFINITIVE_REACH);

  if (!apply_back (self, trigger, before, told_rules)
      && !apply_back (self, trigger, before, infinitive_rules))
    readout_trigger_set_status (
        trigger, READOUT_MEETING_PLANNED, "meetings/status: an infinitive");
}

/**
 * readout_meeting_status_set_by_verb:
 * @self: a sentence
 * @trigger: a trigger
 * @verb: index of its verb
 * @flags: #ReadoutSubjectFlags of the verb
 *
 * Sets the status that tense and modality of a verb give.
 */
void
readout_meeting_status_set_by_verb (const Site     *self,
                                    ReadoutTrigger *trigger,
                                    guint           verb,
                                    guint           flags)
{
  if ((flags & READOUT_SUBJECT_INFINITIVE) != 0)
    set_by_infinitive (self, trigger, verb);
  else if ((flags & READOUT_SUBJECT_FUTURE) != 0)
    readout_trigger_set_status (trigger,
                                READOUT_MEETING_PLANNED,
                                "meetings/status: “will” before the verb");
  else if ((flags & READOUT_SUBJECT_MODAL) != 0
           && is_future_in_past (self, verb))
    readout_trigger_set_status (trigger,
                                READOUT_MEETING_PLANNED,
                                "meetings/status: “said” that it “would” be");
  else if ((flags & READOUT_SUBJECT_MODAL) != 0)
    readout_trigger_set_status (trigger,
                                READOUT_MEETING_PROPOSED,
                                "meetings/status: “could” before the verb");
  else if (site_has (self, verb, READOUT_WORD_ING) && verb > self->first
           && site_is_in (self, verb - 1, READOUT_WORDS_PRESENT_BE))
    readout_trigger_set_status (
        trigger,
        READOUT_MEETING_ONGOING,
        "meetings/status: “is” before a verb in “-ing”");
  else
    readout_trigger_set_status (trigger,
                                READOUT_MEETING_HELD,
                                "meetings/status: the tense of the verb");
}

/**
 * readout_meeting_status_set_by_noun:
 * @self: a sentence
 * @trigger: a trigger that is a noun
 * @phrase: its noun phrase
 *
 * Sets the status that the words before, in and behind a noun phrase give, if
 * they give any.
 */
void
readout_meeting_status_set_by_noun (const Site     *self,
                                    ReadoutTrigger *trigger,
                                    ReadoutPhrase   phrase)
{
  if (apply_back (self,
                  trigger,
                  stretch_before (self, phrase.first, CANCELLING_REACH),
                  cancelling_rules)
      || apply_ahead (self, trigger, phrase, adjective_rules)
      || apply_ahead (
          self, trigger, clause_behind (self, phrase), behind_rules))
    return;

  apply_back (self, trigger, clause_before (self, phrase), before_rules);
}
