/* triggers.c: the words that evoke an encounter, in their clause
 *
 * A noun ("talks with …", "the meeting between … and …") or a verb ("met",
 * "received", "spoke by phone with") with the actors that its clause names as
 * taking part, and what tense and modality say of its status.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/triggers.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/nouns.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/meetings/verbs.h"
#include "detect/words/meeting-lexicon.h"

typedef ReadoutTriggerSite Site;

static gboolean
follows_delegation (const Site *self, guint i)
{
  for (guint k = i; k > self->first && k + 8 > i; k--)
    if (readout_syntax_is_in (
            self->syntax, k - 1, READOUT_WORDS_DELEGATION_NOUNS))
      return TRUE;
  return FALSE;
}

/* "attended by Lee", "headed by Lee" */
static gboolean
is_attended_by (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_ATTENDING_VERBS)
         && site_is (self, i + 1, "by");
}

/* "in the presence of Lee" */
static gboolean
is_in_presence (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_PRESENCE_NOUNS)
         && site_is (self, i + 1, "of");
}

/* "the delegation included Lee" */
static gboolean
is_delegation_of (const Site *self, guint i)
{
  return site_is_in (self, i, READOUT_WORDS_DELEGATION_VERBS)
         && follows_delegation (self, i);
}

/* "Lee was in attendance", "Lee was also present" */
static gboolean
is_present (const Site *self, guint i)
{
  if (i == self->first)
    return FALSE;
  return site_is (self, i, "attendance")
         || (site_is (self, i, "present")
             && site_has (self, i - 1, READOUT_WORD_BE | READOUT_WORD_ADVERB));
}

/**
 * AttendanceRule:
 * @holds: whether it holds at a token
 * @n_words: how many words stand before those who were there; 0 if they are
 *   named before in the sentence
 */
typedef struct
{
  gboolean (*holds) (const Site *self, guint i);
  guint       n_words;
  const char *rule;
} AttendanceRule;

static const AttendanceRule attendance_rules[] = {
  { is_attended_by, 2, "meetings/triggers: who is behind “attended by”" },
  { is_in_presence,
    2,
    "meetings/triggers: who is behind “in the presence of”" },
  { is_delegation_of,
    1,
    "meetings/triggers: who is behind “delegation included”" },
  { is_present, 0, "meetings/triggers: who is before “was present”" },
};

/* Adds the persons named in the sentence before token @i. */
static void
collect_persons_before (const Site *self, guint i, GArray *actors)
{
  for (guint k = self->first; k < i; k++)
    if (self->syntax->starting[k] >= 0)
      {
        const ReadoutCandidateMention *mention
            = &self->syntax->mentions[self->syntax->starting[k]];

        if (mention->actor >= 0 && mention->type == READOUT_MENTION_PERSON)
          readout_subjects_get_actors (
              self->syntax,
              (ReadoutPhrase){ mention->first, mention->end },
              actors);
      }
}

/* Who else was there. */
static void
try_attendance (const Site *self, guint i)
{
  const AttendanceRule *rule = NULL;
  ReadoutTrigger       *trigger;

  for (guint k = 0; rule == NULL && k < G_N_ELEMENTS (attendance_rules); k++)
    if (attendance_rules[k].holds (self, i))
      rule = &attendance_rules[k];
  if (rule == NULL)
    return;

  trigger = readout_trigger_add (self,
                                 (ReadoutPhrase){ i, i },
                                 i,
                                 READOUT_MEETING_WORD_NONE,
                                 READOUT_MEETING_OTHER,
                                 rule->rule);
  if (rule->n_words > 0)
    readout_meeting_participants_collect_list (
        self, i + rule->n_words, trigger->participants);
  else
    collect_persons_before (self, i, trigger->participants);

  trigger->is_definite = TRUE;
  if (trigger->participants->len == 0)
    readout_trigger_drop_last (self);
}

static ReadoutTrigger *
add_event (const Site *self, const ReadoutCandidateMention *mention)
{
  ReadoutTrigger *trigger = readout_trigger_add (
      self,
      (ReadoutPhrase){ mention->first, mention->end },
      mention->end - 1,
      READOUT_MEETING_WORD_NOUN,
      READOUT_MEETING_SUMMIT,
      "meetings/triggers: a named event that somebody attends");
  ReadoutMeetingKind kind;

  for (guint k = mention->first; k < mention->end; k++)
    if (readout_trigger_word_at (self, k, &kind) == READOUT_MEETING_WORD_NOUN)
      trigger->kind = kind;
  return trigger;
}

/* A named event that somebody attends, or that begins, is itself the encounter.
 */
static void
try_event (const Site *self, const ReadoutCandidateMention *mention)
{
  guint    verb = mention->first;
  gboolean part = FALSE;

  if (readout_syntax_is_in (
          self->syntax, mention->end, READOUT_WORDS_EVENT_BEGINS))
    {
      readout_meeting_status_set_by_verb (
          self, add_event (self, mention), mention->end, 0);
      return;
    }

  while (verb > self->first
         && site_has (self, verb - 1, READOUT_WORD_DETERMINER))
    verb--;
  if (verb <= self->first)
    return;
  verb--;
  if (site_is (self, verb, "in") && verb > self->first)
    {
      verb--;
      part = site_is_in (self, verb, READOUT_WORDS_PARTICIPATION);
      if (site_is (self, verb, "part") && verb > self->first)
        verb--;
    }
  if (part
      || readout_syntax_is_in (self->syntax, verb, READOUT_WORDS_EVENT_VERBS))
    {
      guint           flags;
      ReadoutTrigger *trigger = add_event (self, mention);

      readout_meeting_participants_collect_subject (
          self, verb, &flags, trigger->participants);
      readout_meeting_status_set_by_verb (self, trigger, verb, flags);
      trigger->is_explicit = trigger->participants->len > 0;
    }
}

static void
look_at (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutMeetingKind   kind;
  ReadoutMeetingWord   what;

  if (syntax->covering[i] >= 0)
    {
      const ReadoutCandidateMention *mention
          = &syntax->mentions[syntax->covering[i]];

      if (mention->first == i && mention->type == READOUT_MENTION_EVENT)
        try_event (self, mention);
      return;
    }

  /* Nearly all words do nothing. */
  what = readout_trigger_word_at (self, i, &kind);
  if (what == READOUT_MEETING_WORD_NONE)
    return;
  if (!readout_meeting_verbs_try (self, i, what, kind)
      && (what == READOUT_MEETING_WORD_NOUN
          || what == READOUT_MEETING_WORD_VISIT))
    readout_meeting_nouns_try (self, i, what, kind);
  try_attendance (self, i);
}

/**
 * readout_meeting_triggers_find:
 * @analysis: the analysis, to which states that act are added
 * @syntax: its syntax
 *
 * Returns: (transfer full) (element-type ReadoutTrigger): what evokes an
 *   encounter or adds to one, in text order; incomplete if cancelled
 */
GArray *
readout_meeting_triggers_find (ReadoutAnalysis *analysis, ReadoutSyntax *syntax)
{
  GArray *triggers = readout_triggers_new ();

  for (guint k = 0; k < syntax->n_sentences; k++)
    {
      Site self = { analysis,
                    syntax,
                    triggers,
                    k,
                    syntax->sentences[k].first,
                    syntax->sentences[k].end };

      if (g_cancellable_is_cancelled (analysis->cancellable))
        break;
      for (guint i = self.first; i < self.end; i++)
        look_at (&self, i);
    }

  return triggers;
}
