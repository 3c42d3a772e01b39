/* nouns.c: the nouns that evoke an encounter
 *
 * "talks with …", "the meeting between … and …", "a visit to …".  Who takes
 * part stands behind "with" or "between", before a possessive, as subject of
 * the verb that has the noun as its object ("held talks"), or as subject of
 * the clause that the noun only dates or places ("said during a meeting with
 * …").
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/nouns.h"

#include <string.h>

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/words/cue-lexicon.h"
#include "detect/words/meeting-lexicon.h"

/* How far before an adjunct its verb is looked for, in tokens. */
#define GOVERNOR_REACH 24

/* How far behind a noun "chaired by" and the like are looked for. */
#define AGENT_REACH 24

typedef ReadoutTriggerSite Site;

/* Whom "his visit" is about: the person named last before it in the
 * sentence. */
static ReadoutPhrase
find_holder (const Site *self, guint i)
{
  for (guint k = i; k > self->first; k--)
    {
      gint32 mention = self->syntax->ending[k - 1];

      if (mention >= 0 && self->syntax->mentions[mention].actor >= 0
          && self->syntax->mentions[mention].type == READOUT_MENTION_PERSON
          && self->syntax->mentions[mention].form == READOUT_FORM_NAME)
        return (ReadoutPhrase){ self->syntax->mentions[mention].first, k };
    }
  return readout_syntax_main_subject (self->syntax, self->first, i);
}

/* Whether token @i is a verb that can have a subject to its left. */
static gboolean
is_governor (const Site *self, guint i)
{
  const ReadoutCue *cue;

  if (self->syntax->covering[i] >= 0 || self->syntax->dated[i] >= 0)
    return FALSE;
  if (site_has (self, i, READOUT_WORD_PAST | READOUT_WORD_AUXILIARY))
    return TRUE;
  cue = readout_cue_lexicon_find (self->syntax->tokens[i].lower);
  return cue != NULL && cue->share >= 40 && cue->form != READOUT_VERB_BASE;
}

/* Adds the subject of the clause that a noun phrase from token @i on hangs on
 * by a preposition.  Returns the index of its verb if that stands before it, or
 * %G_MAXUINT. */
static guint
collect_governor (const Site *self, guint i, GArray *actors)
{
  guint low
      = i > self->first + GOVERNOR_REACH ? i - GOVERNOR_REACH : self->first;
  guint flags;
  guint n = actors->len;

  for (guint k = i; k > low; k--)
    if (is_governor (self, k - 1))
      {
        readout_meeting_participants_collect_subject (
            self, k - 1, &flags, actors);
        if (actors->len > n)
          return k - 1;
      }

  /* "In a meeting with Lee, Roy said …" */
  if (actors->len == n && i > self->first && i <= self->first + 2)
    {
      ReadoutPhrase subject
          = readout_syntax_main_subject (self->syntax, self->first, self->end);

      if (subject.first > i)
        readout_meeting_participants_collect_list (self, subject.first, actors);
    }
  return G_MAXUINT;
}

/* Adds who is named behind "attended by", "chaired by" and the like in the
 * same clause, or behind "in the presence of". */
static void
collect_agents (const Site *self, guint i, GArray *actors)
{
  guint              high = MIN (self->end, i + AGENT_REACH);
  ReadoutMeetingKind kind;

  for (guint k = i; k + 1 < high; k++)
    {
      guint start = 0;

      if (self->syntax->covering[k] >= 0)
        continue;
      if (readout_trigger_word_at (self, k, &kind) == READOUT_MEETING_WORD_NOUN)
        break;
      if (site_is_in (self, k, READOUT_WORDS_AGENT_VERBS)
          && site_is (self, k + 1, "by"))
        start = k + 2;
      else if (site_is_in (self, k, READOUT_WORDS_AGENT_NOUNS)
               && (site_is (self, k + 1, "of")
                   || site_is (self, k + 1, "from")))
        start = k + 2;
      else if (site_is (self, k, "presided") && site_is (self, k + 1, "over")
               && site_is (self, k + 2, "by"))
        start = k + 3;
      if (start > 0)
        readout_meeting_participants_collect_list (self, start, actors);
    }
}

/* The states and persons inside the noun phrase of a trigger: "the Lee-Roy
 * talks", "a Norway-Italy summit".  One alone only describes. */
static void
collect_modifiers (const Site *self, ReadoutPhrase phrase, GArray *actors)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint32));

  for (guint i = phrase.first; i < phrase.end; i++)
    {
      gint32 mention = self->syntax->starting[i];

      if (mention >= 0)
        readout_syntax_get_actors (
            self->syntax,
            (ReadoutPhrase){ i, self->syntax->mentions[mention].end },
            found);
    }
  if (found->len >= 2)
    for (guint i = 0; i < found->len; i++)
      readout_trigger_add_actor (actors, g_array_index (found, gint32, i));
}

/* Whether something tells that the encounter is a single one that is told of
 * here, though it may not tell who takes part. */
static gboolean
is_told (const Site *self, const ReadoutTrigger *trigger, ReadoutPhrase phrase)
{
  guint high = MIN (self->end, phrase.end + 8);

  /* These name many things that are no encounter of anybody. */
  if (trigger->is_held)
    return TRUE;
  if (site_is_in (self, trigger->head, READOUT_WORDS_WEAK_ENCOUNTER_NOUNS))
    return FALSE;
  for (guint i = phrase.first; i < phrase.end; i++)
    if (site_is_in (self, i, READOUT_WORDS_WHICH_ENCOUNTER))
      return TRUE;
  if (phrase.first > self->first + 2 && site_is (self, phrase.first - 1, "of")
      && (site_is (self, phrase.first - 2, "round")
          || site_is (self, phrase.first - 2, "rounds")))
    return TRUE;
  for (guint i = phrase.end; i < high; i++)
    {
      if (site_is (self, i, ",")
          || site_has (self,
                       i,
                       READOUT_WORD_SUBORDINATOR | READOUT_WORD_CONJUNCTION
                           | READOUT_WORD_RELATIVE | READOUT_WORD_PRONOUN))
        break;
      if (self->syntax->covering[i] < 0
          && site_is_in (self, i, READOUT_WORDS_ENCOUNTER_HAPPENS))
        return TRUE;
    }
  return FALSE;
}

/* Whether another one of its kind is meant than the one told before: "the next
 * meeting", "another round of talks". */
static gboolean
is_other (const Site *self, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (site_is_in (self, i, READOUT_WORDS_OTHER_ENCOUNTER))
      return TRUE;
  return FALSE;
}

/* The index of the verb that has the phrase from token @i on as its object
 * and says that somebody holds or attends it, or %G_MAXUINT. */
static guint
find_light_verb (const Site *self, guint i)
{
  ReadoutMeetingKind kind;
  guint              verb = i;

  while (verb > self->first && site_has (self, verb - 1, READOUT_WORD_ADVERB))
    verb--;
  if (verb == self->first)
    return G_MAXUINT;

  if (site_is (self, verb - 1, "in") && verb > self->first + 1)
    {
      if (site_is_in (self, verb - 2, READOUT_WORDS_PARTICIPATE_FORMS))
        return verb - 2;
      if (site_is (self, verb - 2, "part") && verb > self->first + 2
          && readout_syntax_is_in (
              self->syntax, verb - 3, READOUT_WORDS_TAKE_FORMS))
        return verb - 3;
      return G_MAXUINT;
    }
  /* "gathered in Oslo on Saturday for a summit" */
  if (site_is (self, verb - 1, "for"))
    {
      for (guint k = verb - 1; k > self->first && k + 10 > verb; k--)
        if (site_is_in (self, k - 1, READOUT_WORDS_GATHERING_VERBS)
            && self->syntax->covering[k - 1] < 0)
          return k - 1;
      return G_MAXUINT;
    }
  switch (readout_trigger_word_at (self, verb - 1, &kind))
    {
    case READOUT_MEETING_WORD_LIGHT:
      return verb - 1;
    case READOUT_MEETING_WORD_HOST:
      return g_str_has_prefix (self->syntax->tokens[verb - 1].lower, "host")
                 ? verb - 1
                 : G_MAXUINT;
    default:
      return G_MAXUINT;
    }
}

static void
fill_visit (const Site *self, ReadoutTrigger *trigger, ReadoutPhrase phrase)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                i = trigger->head;

  for (guint k = i + 1; k < self->end && k < i + 4; k++)
    if (site_is (self, k, "to") || site_is (self, k, "in"))
      {
        trigger->destination
            = readout_syntax_phrase_after (syntax, k + 1, self->end);
        break;
      }

  /* "arrived in Oslo for a visit" */
  if (trigger->destination.end == 0 && phrase.first > self->first
      && (site_is (self, phrase.first - 1, "for")
          || site_is (self, phrase.first - 1, "on")))
    for (guint k = phrase.first - 1; k > self->first + 1; k--)
      if ((site_is (self, k - 1, "in") || site_is (self, k - 1, "to"))
          && syntax->covering[k] >= 0
          && syntax->mentions[syntax->covering[k]].type
                 == READOUT_MENTION_LOCATION)
        {
          trigger->destination
              = (ReadoutPhrase){ k, syntax->mentions[syntax->covering[k]].end };
          break;
        }

  /* "who is on a visit to Oslo", "arrived on a two-day visit" */
  if (phrase.first > self->first && site_is (self, phrase.first - 1, "on")
      && syntax->tokens[phrase.first].lower[0] == 'a')
    {
      readout_trigger_set_status (trigger, READOUT_MEETING_ONGOING);
      if (trigger->participants->len == 0)
        readout_syntax_get_actors (
            syntax, find_holder (self, phrase.first), trigger->participants);
    }

  if (trigger->participants->len == 0 && trigger->destination.end == 0)
    trigger->is_definite = TRUE;
  /* "during his visit to Oslo": that of the subject. */
  if (trigger->participants->len == 0 && trigger->destination.end > 0)
    {
      readout_syntax_get_actors (
          syntax, find_holder (self, phrase.first), trigger->participants);
      trigger->is_definite = FALSE;
    }
  /* A tour or trip is private unless somebody with an office makes it. */
  if (!site_is (self, i, "visit") && !site_is (self, i, "visits")
      && !readout_meeting_participants_have_official (syntax,
                                                      trigger->participants))
    g_array_set_size (trigger->participants, 0);
  trigger->is_explicit |= trigger->participants->len > 0;
}

/* Dates part noun phrases, but "a three-hour meeting" and "Friday's official
 * talks" are one. */
static ReadoutPhrase
extend_over_dates (const Site *self, ReadoutPhrase phrase)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                edge = phrase.first;

  if (edge > self->first && site_has (self, edge - 1, READOUT_WORD_POSSESSIVE))
    edge--;
  if (edge > self->first && syntax->dated[edge - 1] >= 0)
    {
      const ReadoutDateValue *date = &g_array_index (
          syntax->analysis->dates, ReadoutDateValue, syntax->dated[edge - 1]);

      if (edge == phrase.first && !date->is_duration)
        return phrase;
      if (date->first >= self->first)
        phrase.first
            = readout_syntax_phrase_before (syntax, self->first, date->first)
                  .first;
      phrase.first = MIN (phrase.first, date->first);
    }
  return phrase;
}

/* Whether the subject of the clause can have been there, other than of one
 * that only tells of the encounter: "said that talks with …". */
static gboolean
hangs_on_verb (const Site *self, guint i)
{
  const ReadoutCue *cue;

  if (i == self->first || site_has (self, i - 1, READOUT_WORD_SUBORDINATOR))
    return FALSE;
  cue = readout_cue_lexicon_find (self->syntax->tokens[i - 1].lower);
  return cue == NULL || cue->share < 60;
}

/**
 * readout_meeting_nouns_try:
 * @self: a sentence
 * @i: index of a noun that can name an encounter
 * @what: what it does
 * @kind: the kind of encounter that it names
 *
 * Adds a trigger unless the noun means something else there.
 */
void
readout_meeting_nouns_try (const Site        *self,
                           guint              i,
                           ReadoutMeetingWord what,
                           ReadoutMeetingKind kind)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        phrase
      = readout_syntax_phrase_before (syntax, self->first, i + 1);
  ReadoutPhrase      span = { i, i + 1 };
  ReadoutTrigger    *trigger;
  ReadoutMeetingKind other;
  guint              verb;
  guint              n_before;

  if (readout_syntax_is_in (syntax, i + 1, READOUT_WORDS_ENCOUNTER_COMPOUNDS))
    return;
  if (i > self->first
      && readout_syntax_is_in (syntax, i - 1, READOUT_WORDS_NEWS_CONFERENCES))
    {
      if (!(i > self->first + 1
            && (site_is (self, i - 2, "joint")
                || site_is (self, i - 2, "three-way"))))
        return;
      kind = READOUT_MEETING_OTHER;
    }
  if (phrase.end == phrase.first)
    phrase = span;
  phrase = extend_over_dates (self, phrase);

  /* "to hold talks": the verb is no part of the phrase. */
  while (phrase.first < i
         && readout_trigger_word_at (self, phrase.first, &other)
                == READOUT_MEETING_WORD_LIGHT)
    phrase.first++;

  /* "had no talks": none. */
  if (site_is (self, phrase.first, "no"))
    return;

  trigger = readout_trigger_add (
      self, span, i, what, kind, "meetings/nouns: a noun for an encounter");
  trigger->is_definite = readout_syntax_is_in (
      syntax, phrase.first, READOUT_WORDS_POINTING_WORDS);
  if (phrase.first == i && strcmp (syntax->tokens[i].lower, "talks") != 0)
    trigger->is_definite = TRUE;

  /* "Biden's visit", "the ministers' meeting" */
  for (guint k = phrase.first; k < i; k++)
    if (syntax->covering[k] >= 0
        && syntax->mentions[syntax->covering[k]].end < i
        && site_has (self,
                     syntax->mentions[syntax->covering[k]].end,
                     READOUT_WORD_POSSESSIVE))
      {
        readout_syntax_get_actors (
            syntax,
            (ReadoutPhrase){ k, syntax->mentions[syntax->covering[k]].end },
            trigger->participants);
        break;
      }
  if (trigger->participants->len == 0)
    {
      collect_modifiers (self, phrase, trigger->participants);
      trigger->is_explicit = trigger->participants->len > 0;
    }

  /* "held talks", "attended a meeting", "took part in the summit" */
  verb = find_light_verb (self, phrase.first);
  if (verb != G_MAXUINT)
    {
      guint flags;

      readout_meeting_participants_collect_subject (
          self, verb, &flags, trigger->participants);
      if ((flags & READOUT_SUBJECT_NEGATED) != 0
          && !site_is (self, verb - 1, "only")
          && !site_is (self, verb - 1, "just"))
        {
          /* "did not attend the meeting" tells who was not there, "held no
           * talks" of none at all. */
          if (!site_is_in (self, verb, READOUT_WORDS_HOLDING_VERBS))
            {
              g_array_set_size (trigger->participants, 0);
              trigger->is_definite = TRUE;
            }
          else if ((flags
                    & (READOUT_SUBJECT_FUTURE | READOUT_SUBJECT_MODAL
                       | READOUT_SUBJECT_INFINITIVE))
                   != 0)
            readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
          else
            {
              readout_trigger_drop_last (self);
              return;
            }
        }
      /* "asked to join the meeting" says nothing of when that is. */
      else if (!trigger->is_definite
               || (flags & READOUT_SUBJECT_INFINITIVE) == 0)
        readout_meeting_status_set_by_verb (self, trigger, verb, flags);
      if (trigger->participants->len > 0 && !trigger->is_definite)
        trigger->is_explicit = TRUE;
      if (syntax->covering[verb] < 0 && phrase.first - verb <= 4)
        trigger->span.first = verb;
      trigger->is_held = what == READOUT_MEETING_WORD_NOUN;
    }

  n_before = trigger->participants->len;
  readout_meeting_participants_collect_partners (
      self, i + 1, trigger->participants);
  if (trigger->participants->len > n_before)
    {
      trigger->is_explicit = TRUE;
      /* "said during a meeting with Lee": the subject was there too. */
      if (trigger->participants->len == 1 && verb == G_MAXUINT
          && (hangs_on_verb (self, phrase.first)
              || site_has (self, phrase.first, READOUT_WORD_POSSESSIVE)))
        {
          trigger->governor
              = collect_governor (self, phrase.first, trigger->participants);
          if (trigger->participants->len == 1
              && site_has (self, phrase.first, READOUT_WORD_POSSESSIVE))
            readout_syntax_get_actors (syntax,
                                       find_holder (self, phrase.first),
                                       trigger->participants);
        }
    }
  /* "During the meeting, Lee and Roy spoke of …" */
  if (trigger->participants->len == 0 && phrase.first == self->first + 1
      && (site_is (self, self->first, "during")
          || site_is (self, self->first, "at")))
    {
      collect_governor (self, phrase.first, trigger->participants);
      if (trigger->participants->len < 2)
        g_array_set_size (trigger->participants, 0);
      trigger->is_told = trigger->participants->len >= 2;
    }
  if (n_before == trigger->participants->len && site_is (self, i + 1, "of"))
    {
      readout_meeting_participants_collect_list (
          self, i + 2, trigger->participants);
      if (trigger->participants->len >= 2)
        trigger->is_explicit = TRUE;
    }
  /* "a captive audience" listens. */
  if (site_is (self, i, "audience") && !site_is (self, i + 1, "with")
      && !trigger->is_definite)
    {
      readout_trigger_drop_last (self);
      return;
    }
  if (what == READOUT_MEETING_WORD_NOUN)
    {
      n_before = trigger->participants->len;
      collect_agents (self, i + 1, trigger->participants);
      if (trigger->participants->len > n_before && !trigger->is_definite)
        trigger->is_explicit = TRUE;
    }

  /* "the nuclear negotiations" are a matter, not an encounter. */
  trigger->is_told |= is_told (self, trigger, phrase);
  trigger->is_other = is_other (self, phrase);
  if (trigger->participants->len == 0 && phrase.first < i && !trigger->is_told
      && readout_syntax_is_in (syntax, i, READOUT_WORDS_MATTER_NOUNS))
    for (guint k = phrase.first; k < i; k++)
      if (!site_has (self, k, READOUT_WORD_DETERMINER))
        {
          readout_trigger_drop_last (self);
          return;
        }

  trigger->is_aside
      = trigger->is_definite && !trigger->is_held
        && trigger->governor == G_MAXUINT && phrase.first > self->first
        && site_has (self, phrase.first - 1, READOUT_WORD_PREPOSITION)
        && !site_is_in (
            self, phrase.first - 1, READOUT_WORDS_PLACING_PREPOSITIONS);
  readout_meeting_status_set_by_noun (self, trigger, phrase);
  if (what == READOUT_MEETING_WORD_VISIT)
    fill_visit (self, trigger, phrase);
}
