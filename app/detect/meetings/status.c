/* status.c: whether an encounter was held, is planned, was proposed or called
 * off
 *
 * Read off the tense and modality of its verb, or of the verb that its noun
 * hangs on, and off the words beside the noun.
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

typedef ReadoutTriggerSite Site;

/* "said that he would meet her": told as a plan. */
static gboolean
is_future_in_past (const Site *self, guint verb)
{
  guint    low = verb > self->first + 4 ? verb - 4 : self->first;
  gboolean would = FALSE;

  for (guint i = verb; i > low; i--)
    would |= site_is (self, i - 1, "would");
  for (guint i = self->first; would && i < self->end; i++)
    {
      const ReadoutCue *cue
          = readout_cue_lexicon_find (self->syntax->tokens[i].lower);

      if (cue != NULL && cue->share >= 40 && cue->form == READOUT_VERB_PAST)
        return TRUE;
    }
  return FALSE;
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
  ReadoutMeetingKind kind;

  if ((flags & READOUT_SUBJECT_INFINITIVE) != 0)
    {
      readout_trigger_set_status (trigger, READOUT_MEETING_PLANNED);
      /* "the last prime minister to visit": that was. */
      for (guint i = verb; i > self->first && i + 8 > verb; i--)
        if (site_is (self, i - 1, "first") || site_is (self, i - 1, "last"))
          {
            readout_trigger_set_status (trigger, READOUT_MEETING_HELD);
            return;
          }
      for (guint i = verb; i > self->first && i + 8 > verb; i--)
        switch (readout_trigger_word_at (self, i - 1, &kind))
          {
          case READOUT_MEETING_WORD_PROPOSED:
            readout_trigger_set_status (trigger, READOUT_MEETING_PROPOSED);
            return;
          case READOUT_MEETING_WORD_CANCELLED:
            readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
            return;
          case READOUT_MEETING_WORD_PLANNED:
            return;
          default:
            break;
          }
      return;
    }
  if ((flags & READOUT_SUBJECT_FUTURE) != 0)
    readout_trigger_set_status (trigger, READOUT_MEETING_PLANNED);
  else if ((flags & READOUT_SUBJECT_MODAL) != 0)
    readout_trigger_set_status (trigger,
                                is_future_in_past (self, verb)
                                    ? READOUT_MEETING_PLANNED
                                    : READOUT_MEETING_PROPOSED);
  else if (site_has (self, verb, READOUT_WORD_ING) && verb > self->first
           && (site_is (self, verb - 1, "is")
               || site_is (self, verb - 1, "are")))
    readout_trigger_set_status (trigger, READOUT_MEETING_ONGOING);
  else
    readout_trigger_set_status (trigger, READOUT_MEETING_HELD);
}

/**
 * readout_meeting_status_set_by_noun:
 * @self: a sentence
 * @trigger: a trigger that is a noun
 * @phrase: its noun phrase
 *
 * Sets the status that an adjective or noun before, or a verb behind, a noun
 * gives.
 */
void
readout_meeting_status_set_by_noun (const Site     *self,
                                    ReadoutTrigger *trigger,
                                    ReadoutPhrase   phrase)
{
  ReadoutMeetingKind kind;
  guint              high = MIN (self->end, phrase.end + 12);
  guint low = phrase.first > self->first + 6 ? phrase.first - 6 : self->first;

  /* "called off a planned summit" */
  for (guint i = phrase.first; i > self->first && i + 3 > phrase.first; i--)
    if (readout_trigger_word_at (self, i - 1, &kind)
            == READOUT_MEETING_WORD_CANCELLED
        || (site_is (self, i - 1, "off") && i > self->first + 1
            && g_str_has_prefix (self->syntax->tokens[i - 2].lower, "call")))
      {
        readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
        return;
      }

  for (guint i = phrase.first; i < phrase.end; i++)
    switch (readout_trigger_word_at (self, i, &kind))
      {
      case READOUT_MEETING_WORD_PLANNED:
        readout_trigger_set_status (trigger, READOUT_MEETING_PLANNED);
        return;
      case READOUT_MEETING_WORD_PROPOSED:
        readout_trigger_set_status (trigger, READOUT_MEETING_PROPOSED);
        return;
      default:
        break;
      }

  for (guint i = phrase.end; i < high; i++)
    {
      if (site_is (self, i, ",") || site_is (self, i, ";")
          || site_has (self, i, READOUT_WORD_SUBORDINATOR))
        break;
      if (site_is (self, i, "will") || site_is (self, i, "shall")
          || site_is (self, i, "scheduled") || site_is (self, i, "due")
          || (site_is (self, i, "to") && site_is (self, i + 1, "be")
              && site_is (self, i + 2, "held")))
        {
          readout_trigger_set_status (trigger,
                                      site_is (self, i + 1, "continue")
                                          ? READOUT_MEETING_ONGOING
                                          : READOUT_MEETING_PLANNED);
          return;
        }
      if (readout_trigger_word_at (self, i, &kind)
              == READOUT_MEETING_WORD_CANCELLED
          || (site_is (self, i, "called") && site_is (self, i + 1, "off"))
          || ((site_is (self, i, "not") || site_is (self, i, "never"))
              && (site_is (self, i + 1, "take") || site_is (self, i + 1, "took")
                  || site_is (self, i + 1, "happened"))))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if (site_is (self, i, "underway")
          || (site_is (self, i, "under") && site_is (self, i + 1, "way"))
          || site_is (self, i, "continue") || site_is (self, i, "continues")
          || ((site_is (self, i, "is") || site_is (self, i, "are"))
              && (site_is (self, i + 1, "being")
                  || site_is (self, i + 1, "taking"))))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_ONGOING);
          return;
        }
      if (site_is (self, i, "to") && site_is (self, i + 1, "take")
          && site_is (self, i + 2, "place"))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_PLANNED);
          return;
        }
      if ((site_is (self, i, "could") || site_is (self, i, "may")
           || site_is (self, i, "might") || site_is (self, i, "should")
           || site_is (self, i, "would"))
          && (site_is (self, i + 1, "be") || site_is (self, i + 1, "take")))
        {
          readout_trigger_set_status (trigger,
                                      site_is (self, i, "would")
                                          ? READOUT_MEETING_PLANNED
                                          : READOUT_MEETING_PROPOSED);
          return;
        }
      if ((site_is (self, i, "took") && site_is (self, i + 1, "place"))
          || (site_is (self, i, "held") && i > self->first
              && !site_is (self, i - 1, "be")))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_HELD);
          return;
        }
    }

  for (guint i = phrase.first; i > low; i--)
    {
      ReadoutMeetingWord word = readout_trigger_word_at (self, i - 1, &kind);

      if (word == READOUT_MEETING_WORD_PROPOSED
          || (site_is (self, i - 1, "for") && i > self->first + 1
              && (site_is (self, i - 2, "called")
                  || site_is (self, i - 2, "calls")
                  || site_is (self, i - 2, "calling")
                  || site_is (self, i - 2, "call")
                  || site_is (self, i - 2, "ready")
                  || site_is (self, i - 2, "appealed"))))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_PROPOSED);
          return;
        }
      if (site_is (self, i - 1, "ahead")
          || (site_is (self, i - 1, "preparation") && site_is (self, i, "for"))
          || (site_is (self, i - 1, "prior") && site_is (self, i, "to")))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_PLANNED);
          return;
        }
      if (word == READOUT_MEETING_WORD_CANCELLED
          || (site_is (self, i - 1, "off") && i > self->first + 1
              && (site_is (self, i - 2, "called")
                  || site_is (self, i - 2, "calls")
                  || site_is (self, i - 2, "calling")
                  || site_is (self, i - 2, "call"))))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if (site_is (self, i - 1, ","))
        break;
    }
}
