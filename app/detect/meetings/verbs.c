/* verbs.c: the verbs that evoke an encounter
 *
 * "met", "received", "visited", "spoke by phone": who takes part is the
 * subject with the object or with what follows "with".
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/verbs.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/nouns.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/words/meeting-lexicon.h"

/* How far from a verb of speaking the word for a telephone can be. */
#define PHONE_REACH 12

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

/* Whether the subject of a verb stands for several who were told of before:
 * "they met", "the two discussed", "both sides spoke". */
static gboolean
has_plural_subject (const Site *self, guint verb, guint *flags)
{
  guint p = readout_syntax_skip_back (self->syntax, self->first, verb, flags);

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

/* Skips what can stand between a verb and its object: "on Sunday", "at his
 * office", "here". */
static guint
skip_adjuncts (const Site *self, guint i)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                begin = i;
  gboolean             opened = FALSE;

  while (i < self->end && i < begin + 12)
    {
      if (syntax->dated[i] >= 0)
        {
          i = g_array_index (
                  syntax->analysis->dates, ReadoutDateValue, syntax->dated[i])
                  .end;
          continue;
        }
      if (syntax->covering[i] >= 0)
        break;
      if ((site_is (self, i, "on") || site_is (self, i, "late")
           || site_is (self, i, "early"))
          && i + 1 < self->end && syntax->dated[i + 1] >= 0)
        {
          i++;
          continue;
        }
      if ((site_is (self, i, ",")
           && (opened || site_is (self, i + 1, "on")
               || site_is (self, i + 1, "at") || site_is (self, i + 1, "in")
               || (i + 1 < self->end && syntax->dated[i + 1] >= 0)))
          || site_is (self, i, "here")
          || site_has (self, i, READOUT_WORD_ADVERB))
        {
          opened |= site_is (self, i, ",");
          i++;
          continue;
        }
      if (site_is (self, i, "at") || site_is (self, i, "in"))
        {
          ReadoutPhrase phrase
              = readout_syntax_phrase_after (syntax, i + 1, self->end);

          if (phrase.end == phrase.first
              || readout_meeting_participants_name_person (syntax, phrase))
            break;
          i = phrase.end;
          continue;
        }
      break;
    }

  return i;
}

/* "met the targets", "met their needs": no encounter. */
static gboolean
has_thing_as_object (const Site *self, guint i)
{
  ReadoutPhrase object
      = readout_syntax_phrase_after (self->syntax, i, self->end);

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

/* "met (with)", "discussed … with" */
static void
try_meet (const Site        *self,
          guint              i,
          ReadoutMeetingWord what,
          ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = readout_trigger_add (self,
                                                 (ReadoutPhrase){ i, i + 1 },
                                                 i,
                                                 what,
                                                 kind,
                                                 "meetings/verbs: meets whom");
  guint           flags;
  guint           n;

  trigger->is_plural = has_plural_subject (self, i, &flags);
  if (!trigger->is_plural
      && !readout_meeting_participants_collect_invited (
          self, i, trigger->participants))
    readout_meeting_participants_collect_subject (
        self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((flags & READOUT_SUBJECT_NEGATED) != 0 || (n == 0 && !trigger->is_plural)
      || is_sport (self)
      || (what == READOUT_MEETING_WORD_MEET
          && ((flags & READOUT_SUBJECT_PASSIVE) != 0
              || has_thing_as_object (self, i + 1))))
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

/* "received", "was welcomed by" */
static void
try_host (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger = readout_trigger_add (self,
                                                 (ReadoutPhrase){ i, i + 1 },
                                                 i,
                                                 READOUT_MEETING_WORD_HOST,
                                                 kind,
                                                 "meetings/verbs: hosts whom");
  guint           flags;
  guint           n;
  ReadoutPhrase   object;

  /* "television host Ann Lee" */
  if (site_is (self, i, "host")
      && !(i > self->first
           && (site_is (self, i - 1, "to")
               || site_has (self, i - 1, READOUT_WORD_MODAL))))
    {
      readout_trigger_drop_last (self);
      return;
    }
  /* "Morning hosts Ann Lee and Bo Roy" */
  if (site_is (self, i, "hosts") && i + 1 < self->end
      && self->syntax->covering[i + 1] >= 0
      && self->syntax->mentions[self->syntax->covering[i + 1]].type
             == READOUT_MENTION_PERSON)
    {
      readout_trigger_drop_last (self);
      return;
    }
  readout_meeting_participants_collect_subject (
      self, i, &flags, trigger->participants);
  n = trigger->participants->len;
  if ((flags & READOUT_SUBJECT_PASSIVE) != 0)
    {
      guint by = skip_adjuncts (self, i + 1);

      if (site_is (self, by, "by"))
        readout_meeting_participants_collect_list (
            self, by + 1, trigger->participants);
    }
  else
    {
      guint start = skip_adjuncts (self, i + 1);

      object = readout_syntax_phrase_after (self->syntax, start, self->end);
      /* "received a team led by …" */
      if ((site_is (self, object.end, "led")
           || site_is (self, object.end, "headed"))
          && site_is (self, object.end + 1, "by"))
        readout_meeting_participants_collect_list (
            self, object.end + 2, trigger->participants);
      else if (readout_meeting_participants_name_person (self->syntax, object))
        readout_meeting_participants_collect_list (
            self, start, trigger->participants);
    }

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
                             "meetings/verbs: visits where");
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
      = readout_syntax_phrase_after (self->syntax, object, self->end);
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
                             "meetings/verbs: calls on whom");
  ReadoutPhrase object
      = readout_syntax_phrase_after (self->syntax, i + 2, self->end);
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

static void
try_phone (const Site *self, guint i, ReadoutMeetingKind kind)
{
  ReadoutTrigger *trigger;
  guint           flags = 0;
  guint           end = i + 1;
  gboolean        is_noun
      = readout_syntax_is_in (self->syntax, i, READOUT_WORDS_CALL_NOUNS);
  gboolean phone = has_phone (self, i);

  /* "paid a courtesy call on the minister" */
  if (site_is (self, i, "call") && i > self->first
      && site_is (self, i - 1, "courtesy"))
    {
      readout_meeting_nouns_try (
          self, i, READOUT_MEETING_WORD_NOUN, READOUT_MEETING_VISIT);
      return;
    }
  /* "called on the President at his residence", not "… to resign" */
  if ((site_is (self, i, "called") || site_is (self, i, "calls"))
      && site_is (self, i + 1, "on"))
    {
      try_call_on (self, i);
      return;
    }
  /* "a call with the minister", "their conversation with Lee" */
  if (is_noun && !phone
      && (site_is (self, i + 1, "with") || site_is (self, i + 1, "between"))
      && i > self->first && !site_is (self, i - 1, "to"))
    {
      readout_meeting_nouns_try (self,
                                 i,
                                 READOUT_MEETING_WORD_NOUN,
                                 site_is (self, i, "call")
                                         || site_is (self, i, "calls")
                                     ? READOUT_MEETING_CALL
                                     : READOUT_MEETING_TALKS);
      return;
    }
  if (!phone)
    {
      /* "The call lasted an hour" points back to one. */
      if (site_is (self, i, "call") && i > self->first
          && site_is (self, i - 1, "the") && !site_is (self, i + 1, "for"))
        readout_trigger_add (self,
                             (ReadoutPhrase){ i, i + 1 },
                             i,
                             READOUT_MEETING_WORD_NOUN,
                             kind,
                             "meetings/verbs: a call by telephone as a noun")
            ->is_definite
            = TRUE;
      return;
    }
  if (is_noun && !(site_is (self, i, "call") && site_is (self, i + 1, "for")))
    {
      readout_meeting_nouns_try (self, i, READOUT_MEETING_WORD_NOUN, kind);
      return;
    }

  trigger = readout_trigger_add (self,
                                 (ReadoutPhrase){ i, end },
                                 i,
                                 READOUT_MEETING_WORD_PHONE,
                                 kind,
                                 "meetings/verbs: speaks by telephone");
  for (guint k = i + 1; k < self->end && k < i + 5; k++)
    if (site_is (self, k, "phone") || site_is (self, k, "telephone")
        || site_is (self, k, "video"))
      {
        end = k + 1;
        break;
      }
  trigger->span.end = end;
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
               readout_syntax_phrase_after (self->syntax, i + 1, self->end));
  if (!readout_syntax_is_in (
          self->syntax, i - 1, READOUT_WORDS_BEFORE_MEETING_VERB))
    return FALSE;
  phrase = readout_syntax_phrase_after (self->syntax, i + 1, self->end);
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
      try_phone (self, i, kind);
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
