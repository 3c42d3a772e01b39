/* verbs.c: the verbs that evoke an encounter
 *
 * "met", "received", "visited": who takes part is the subject with the object
 * or with what follows "with".
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/verbs.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/calls.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/words/meeting-lexicon.h"

/* How far behind a verb its object can stand, in tokens. */
#define ADJUNCT_REACH 12

typedef ReadoutTriggerSite Site;

/* Whether the subject of a verb stands for several who were told of before:
 * "they met", "the two discussed", "both sides spoke". */
static gboolean
has_plural_subject (const Site *self, guint verb, guint *flags)
{
  guint p = readout_subjects_skip_back (self->syntax, self->first, verb, flags);

  if (p == self->first)
    return FALSE;
  if (readout_syntax_is_in (self->syntax, p - 1, READOUT_WORDS_PLURAL_SUBJECTS))
    return TRUE;
  if (!readout_syntax_is_in (
          self->syntax, p - 1, READOUT_WORDS_PLURAL_SUBJECT_HEADS))
    return FALSE;
  for (guint k = p - 1; k > self->first && k + 4 > p; k--)
    if (site_is (self, k - 1, "the") || site_is (self, k - 1, "both")
        || site_is (self, k - 1, "two"))
      return TRUE;
  return FALSE;
}

/* The words of a sports report, where "met" means a game. */
static gboolean
is_sport (const Site *self)
{
  for (guint i = self->first; i < self->end; i++)
    if (readout_syntax_is_in (self->syntax, i, READOUT_WORDS_SPORT_WORDS))
      return TRUE;
  return FALSE;
}

static gboolean
is_dated (const Site *self, guint i)
{
  return i < self->end && self->syntax->dated[i] >= 0;
}

/* Whether a comma at token @i opens or, with @opened, closes an adjunct: "met,
 * on Sunday, the minister". */
static gboolean
parts_adjunct (const Site *self, guint i, gboolean opened)
{
  return site_is (self, i, ",")
         && (opened || is_dated (self, i + 1)
             || site_is_in (self, i + 1, READOUT_WORDS_ADJUNCT_PREPOSITIONS));
}

/* The index after the part of an adjunct that token @i begins, or @i. */
static guint
skip_adjunct (const Site *self, guint i, gboolean *opened)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (syntax->dated[i] >= 0)
    return g_array_index (
               syntax->analysis->dates, ReadoutDateValue, syntax->dated[i])
        .end;
  if (syntax->covering[i] >= 0)
    return i;
  if (parts_adjunct (self, i, *opened))
    {
      *opened = TRUE;
      return i + 1;
    }
  /* "late on Monday", "here" */
  if ((site_is_in (self, i, READOUT_WORDS_BEFORE_DATES)
       && is_dated (self, i + 1))
      || site_is (self, i, "here") || site_has (self, i, READOUT_WORD_ADVERB))
    return i + 1;
  /* "at his office" */
  if (site_is (self, i, "at") || site_is (self, i, "in"))
    {
      ReadoutPhrase phrase
          = readout_phrases_find_after (syntax, i + 1, self->end);

      if (phrase.end > phrase.first
          && !readout_meeting_participants_name_person (syntax, phrase))
        return phrase.end;
    }
  return i;
}

/* Skips what can stand between a verb and its object: "on Sunday", "at his
 * office", "here". */
static guint
skip_adjuncts (const Site *self, guint i)
{
  guint    high = MIN (self->end, i + ADJUNCT_REACH);
  gboolean opened = FALSE;

  while (i < high)
    {
      guint next = skip_adjunct (self, i, &opened);

      if (next == i)
        break;
      i = next;
    }

  return i;
}

/* "met the targets", "met their needs": no encounter. */
static gboolean
has_thing_as_object (const Site *self, guint i)
{
  ReadoutPhrase object
      = readout_phrases_find_after (self->syntax, i, self->end);

  for (guint k = i; k < self->end && k < i + 5; k++)
    if (self->syntax->covering[k] < 0
        && readout_syntax_is_in (self->syntax, k, READOUT_WORDS_MET_THINGS))
      return TRUE;
  if (object.end == object.first
      || !site_has (self,
                    object.first,
                    READOUT_WORD_DETERMINER | READOUT_WORD_POSSESSIVE))
    return FALSE;
  for (guint k = object.first; k < object.end; k++)
    if (self->syntax->covering[k] >= 0)
      return FALSE;
  return !readout_syntax_is_in (
      self->syntax, object.end - 1, READOUT_WORDS_MET_PEOPLE);
}

/* "did not meet", "was met by a crowd", "met the deadline", and games. */
static gboolean
is_no_encounter (const Site        *self,
                 guint              i,
                 ReadoutMeetingWord what,
                 guint              flags)
{
  return (flags & READOUT_SUBJECT_NEGATED) != 0 || is_sport (self)
         || (what == READOUT_MEETING_WORD_MEET
             && ((flags & READOUT_SUBJECT_PASSIVE) != 0
                 || has_thing_as_object (self, i + 1)));
}

/* "met (with)", "discussed … with" */
static void
try_meet (const Site        *self,
          guint              i,
          ReadoutMeetingWord what,
          ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = readout_trigger_add (
      self,
      (ReadoutPhrase){ i, i + 1 },
      i,
      what,
      kind,
      what == READOUT_MEETING_WORD_MEET
          ? "meetings/verbs: somebody “met” somebody"
          : "meetings/verbs: somebody “discussed” something with somebody");
  guint flags;
  guint n;

  trigger->is_plural = has_plural_subject (self, i, &flags);
  if (!trigger->is_plural
      && !readout_meeting_participants_collect_invited (
          self, i, trigger->participants))
    readout_meeting_participants_collect_subject (
        self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((n == 0 && !trigger->is_plural) || is_no_encounter (self, i, what, flags))
    {
      readout_trigger_drop_last (self);
      return;
    }

  if (what == READOUT_MEETING_WORD_MEET)
    {
      if (site_is (self, i + 1, "with"))
        trigger->span.end = i + 2;
      readout_meeting_participants_collect_list (
          self, skip_adjuncts (self, trigger->span.end), trigger->participants);
    }
  if (trigger->participants->len == n)
    readout_meeting_participants_collect_partners (
        self, i + 1, trigger->participants);
  /* "met to discuss": what, not that. */
  if (what == READOUT_MEETING_WORD_DISCUSS && trigger->participants->len == n
      && (flags & READOUT_SUBJECT_INFINITIVE) != 0)
    {
      readout_trigger_drop_last (self);
      return;
    }

  if (trigger->participants->len >= 2)
    trigger->is_plural = FALSE;
  else if (trigger->is_plural)
    {
      /* "They met": with whom is told before. */
      g_array_set_size (trigger->participants, 0);
      trigger->is_definite = TRUE;
    }
  else
    {
      readout_trigger_drop_last (self);
      return;
    }
  trigger->is_explicit = !trigger->is_plural;
  readout_meeting_status_set_by_verb (self, trigger, i, flags);
}

/* "television host Ann Lee", "Morning hosts Ann Lee and Bo Roy" */
static gboolean
is_broadcast (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (site_is (self, i, "host"))
    return i == self->first
           || !(site_is (self, i - 1, "to")
                || site_has (self, i - 1, READOUT_WORD_MODAL));
  return site_is (self, i, "hosts") && i + 1 < self->end
         && syntax->covering[i + 1] >= 0
         && syntax->mentions[syntax->covering[i + 1]].type
                == READOUT_MENTION_PERSON;
}

/* Adds who is on the other side of a verb of hosting from its subject: behind
 * "was received by", "received", "received a team led by". */
static void
collect_other_side (const Site *self, guint i, guint flags, GArray *actors)
{
  guint         start = skip_adjuncts (self, i + 1);
  ReadoutPhrase object;

  if ((flags & READOUT_SUBJECT_PASSIVE) != 0)
    {
      if (site_is (self, start, "by"))
        readout_meeting_participants_collect_list (self, start + 1, actors);
      return;
    }

  object = readout_phrases_find_after (self->syntax, start, self->end);
  if (site_is_in (self, object.end, READOUT_WORDS_LEADING_VERBS)
      && site_is (self, object.end + 1, "by"))
    readout_meeting_participants_collect_list (self, object.end + 2, actors);
  else if (readout_meeting_participants_name_person (self->syntax, object))
    readout_meeting_participants_collect_list (self, start, actors);
}

/* "received", "was welcomed by" */
static void
try_host (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger;
  guint           flags;
  guint           n;

  if (is_broadcast (self, i))
    return;

  trigger
      = readout_trigger_add (self,
                             (ReadoutPhrase){ i, i + 1 },
                             i,
                             READOUT_MEETING_WORD_HOST,
                             kind,
                             "meetings/verbs: somebody “received” somebody");
  readout_meeting_participants_collect_subject (
      self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  collect_other_side (self, i, flags, trigger->participants);
  if (n == 0 || trigger->participants->len < 2
      || trigger->participants->len == n
      || (flags & READOUT_SUBJECT_NEGATED) != 0 || is_sport (self))
    {
      readout_trigger_drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_meeting_status_set_by_verb (self, trigger, i, flags);
}

static gboolean
is_place (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (syntax->covering[i] >= 0)
      switch (syntax->mentions[syntax->covering[i]].type)
        {
        case READOUT_MENTION_LOCATION:
        case READOUT_MENTION_FACILITY:
        case READOUT_MENTION_ORGANIZATION:
          return TRUE;
        default:
          break;
        }
  return FALSE;
}

/* "visited Oslo" */
static void
try_visit (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger
      = readout_trigger_add (self,
                             (ReadoutPhrase){ i, i + 1 },
                             i,
                             READOUT_MEETING_WORD_VISIT,
                             kind,
                             "meetings/verbs: somebody “visited” a place");
  guint flags;
  guint object = i + 1;

  if (!readout_meeting_participants_collect_invited (
          self, i, trigger->participants))
    readout_meeting_participants_collect_subject (
        self, i, &flags, trigger->participants);
  else
    flags = READOUT_SUBJECT_INFINITIVE;
  /* "visited, on Tuesday, the site" */
  if (site_is (self, object, ","))
    {
      while (object < self->end
             && !(object > i + 1 && site_is (self, object, ",")))
        object++;
      object++;
    }
  trigger->destination
      = readout_phrases_find_after (self->syntax, object, self->end);
  if (trigger->participants->len == 0 || (flags & READOUT_SUBJECT_NEGATED) != 0
      || !is_place (self->syntax, trigger->destination) || is_sport (self)
      || !readout_meeting_participants_have_official (self->syntax,
                                                      trigger->participants))
    {
      readout_trigger_drop_last (self);
      return;
    }
  trigger->is_explicit = TRUE;
  readout_meeting_status_set_by_verb (self, trigger, i, flags);
}

/* "attended the committee": a body that sits. */
static gboolean
attends_body (const Site *self, guint i)
{
  const ReadoutSyntax           *syntax = self->syntax;
  const ReadoutCandidateMention *mention;
  guint                          k = i + 1;

  if (!site_is (self, i, "attended"))
    return FALSE;
  while (site_has (self, k, READOUT_WORD_DETERMINER))
    k++;
  if (k >= self->end || syntax->covering[k] < 0)
    return FALSE;
  mention = &syntax->mentions[syntax->covering[k]];
  return mention->type == READOUT_MENTION_ORGANIZATION && mention->actor >= 0
         && readout_syntax_is_in (
             syntax, mention->end - 1, READOUT_WORDS_SITTING_BODIES);
}

/* "is meeting the minister", "before meeting with Lee" */
static gboolean
is_meeting_verb (const Site *self, guint i)
{
  ReadoutPhrase phrase;

  if (!site_is (self, i, "meeting") || i == self->first)
    return FALSE;
  if (site_has (self, i - 1, READOUT_WORD_BE))
    return site_is (self, i + 1, "with")
           || readout_meeting_participants_name_person (
               self->syntax,
               readout_phrases_find_after (self->syntax, i + 1, self->end));
  if (!readout_syntax_is_in (
          self->syntax, i - 1, READOUT_WORDS_BEFORE_MEETING_VERB))
    return FALSE;
  phrase = readout_phrases_find_after (self->syntax, i + 1, self->end);
  return site_is (self, i + 1, "with")
         || readout_meeting_participants_name_person (self->syntax, phrase);
}

/**
 * readout_meeting_verbs_try:
 * @self: a sentence
 * @i: index of a token
 * @what: what the lexicon says that it does
 * @kind: the kind of encounter that it names
 *
 * Adds a trigger if the token is a verb that evokes an encounter there.
 *
 * Returns: whether the token is taken as a verb
 */
gboolean
readout_meeting_verbs_try (const Site        *self,
                           guint              i,
                           ReadoutMeetingWord what,
                           ReadoutMeetingKind kind)
{
  if ((site_is (self, i, "sat") && site_is (self, i + 1, "down"))
      || attends_body (self, i) || is_meeting_verb (self, i))
    {
      try_meet (self, i, READOUT_MEETING_WORD_MEET, READOUT_MEETING_TALKS);
      return TRUE;
    }

  switch (what)
    {
    case READOUT_MEETING_WORD_MEET:
    case READOUT_MEETING_WORD_DISCUSS:
      try_meet (self, i, what, kind);
      return TRUE;
    case READOUT_MEETING_WORD_HOST:
      try_host (self, i, kind);
      return TRUE;
    case READOUT_MEETING_WORD_PHONE:
      readout_meeting_calls_try (self, i, kind);
      return TRUE;
    case READOUT_MEETING_WORD_VISIT:
      if (site_is (self, i, "visited")
          || (site_is (self, i, "visiting") && i > self->first
              && site_has (self, i - 1, READOUT_WORD_BE))
          || (site_is (self, i, "visit") && i > self->first
              && (site_is (self, i - 1, "to")
                  || site_has (self, i - 1, READOUT_WORD_MODAL))))
        {
          try_visit (self, i, kind);
          return TRUE;
        }
      return site_is (self, i, "visiting") || site_is (self, i, "toured");
    default:
      return FALSE;
    }
}
