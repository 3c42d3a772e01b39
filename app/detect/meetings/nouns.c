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

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/participants.h"
#include "detect/meetings/status.h"
#include "detect/meetings/visits.h"
#include "detect/words/cue-lexicon.h"
#include "detect/words/meeting-lexicon.h"

/* How far before an adjunct its verb is looked for, in tokens. */
#define GOVERNOR_REACH 24

/* How far behind a noun "chaired by" and the like are looked for. */
#define AGENT_REACH 24

typedef ReadoutTriggerSite Site;

/* The rule of a noun as long as nobody is found that takes part. */
static const char rule_alone[] = "meetings/nouns: a noun that names nobody";

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
          = readout_subjects_find_main (self->syntax, self->first, self->end);

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
        readout_subjects_get_actors (
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
      && site_is_in (self, phrase.first - 2, READOUT_WORDS_ROUND_NOUNS))
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

/* The verb before "in" at token @i by which somebody attends what is behind:
 * "took part in", "participated in"; or %G_MAXUINT. */
static guint
find_part_verb (const Site *self, guint i)
{
  if (site_is_in (self, i - 1, READOUT_WORDS_PARTICIPATE_FORMS))
    return i - 1;
  if (site_is (self, i - 1, "part") && i > self->first + 1
      && readout_syntax_is_in (self->syntax, i - 2, READOUT_WORDS_TAKE_FORMS))
    return i - 2;
  return G_MAXUINT;
}

/* The verb before "for" at token @i by which somebody comes to what is behind:
 * "gathered in Oslo on Saturday for a summit"; or %G_MAXUINT. */
static guint
find_gathering_verb (const Site *self, guint i)
{
  for (guint k = i; k > self->first && k + 9 > i; k--)
    if (site_is_in (self, k - 1, READOUT_WORDS_GATHERING_VERBS)
        && self->syntax->covering[k - 1] < 0)
      return k - 1;
  return G_MAXUINT;
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

  verb--;
  if (site_is (self, verb, "in") && verb > self->first)
    return find_part_verb (self, verb);
  if (site_is (self, verb, "for"))
    return find_gathering_verb (self, verb);
  switch (readout_trigger_word_at (self, verb, &kind))
    {
    case READOUT_MEETING_WORD_LIGHT:
      return verb;
    case READOUT_MEETING_WORD_HOST:
      return g_str_has_prefix (self->syntax->tokens[verb].lower, "host")
                 ? verb
                 : G_MAXUINT;
    default:
      return G_MAXUINT;
    }
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
            = readout_phrases_find_before (syntax, self->first, date->first)
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

/* Whether a noun names an encounter there, and of which kind: "a meeting room"
 * is none, "a press conference" only where two give it together. */
static gboolean
names_encounter (const Site *self, guint i, ReadoutMeetingKind *kind)
{
  const ReadoutSyntax *syntax = self->syntax;

  if (readout_syntax_is_in (syntax, i + 1, READOUT_WORDS_ENCOUNTER_COMPOUNDS))
    return FALSE;
  if (i == self->first
      || !readout_syntax_is_in (syntax, i - 1, READOUT_WORDS_NEWS_CONFERENCES))
    return TRUE;

  *kind = READOUT_MEETING_OTHER;
  return i > self->first + 1
         && site_is_in (self, i - 2, READOUT_WORDS_JOINT_CONFERENCES);
}

/* The noun phrase that the noun at token @i ends. */
static ReadoutPhrase
find_noun_phrase (const Site *self, guint i)
{
  ReadoutPhrase phrase
      = readout_phrases_find_before (self->syntax, self->first, i + 1);
  ReadoutMeetingKind kind;

  if (phrase.end == phrase.first)
    phrase = (ReadoutPhrase){ i, i + 1 };
  phrase = extend_over_dates (self, phrase);

  /* "to hold talks": the verb is no part of the phrase. */
  while (phrase.first < i
         && readout_trigger_word_at (self, phrase.first, &kind)
                == READOUT_MEETING_WORD_LIGHT)
    phrase.first++;

  return phrase;
}

/* Whether a noun phrase points back to an encounter: "the meeting", also
 * "meeting" alone, but not "talks". */
static gboolean
points_back (const Site *self, ReadoutPhrase phrase, guint i)
{
  return readout_syntax_is_in (
             self->syntax, phrase.first, READOUT_WORDS_POINTING_WORDS)
         || (phrase.first == i
             && !readout_syntax_is (self->syntax, i, "talks"));
}

/* Who is named inside of a noun phrase: "Lee's visit", "the ministers'
 * meeting"; else as collect_modifiers() has it. */
static void
fill_from_phrase (const Site     *self,
                  ReadoutTrigger *trigger,
                  ReadoutPhrase   phrase)
{
  const ReadoutSyntax *syntax = self->syntax;

  for (guint k = phrase.first; k < trigger->head; k++)
    {
      guint end = syntax->covering[k] >= 0
                      ? syntax->mentions[syntax->covering[k]].end
                      : trigger->head;

      if (end < trigger->head && site_has (self, end, READOUT_WORD_POSSESSIVE))
        {
          readout_subjects_get_actors (
              syntax, (ReadoutPhrase){ k, end }, trigger->participants);
          break;
        }
    }
  if (trigger->participants->len == 0)
    {
      collect_modifiers (self, phrase, trigger->participants);
      trigger->is_explicit = trigger->participants->len > 0;
    }
}

/* What it says of an encounter that its verb is negated.  Returns whether there
 * is one at all. */
static gboolean
set_negated (const Site *self, ReadoutTrigger *trigger, guint verb, guint flags)
{
  /* "did not attend the meeting" tells who was not there. */
  if (!site_is_in (self, verb, READOUT_WORDS_HOLDING_VERBS))
    {
      g_array_set_size (trigger->participants, 0);
      trigger->is_definite = TRUE;
      return TRUE;
    }
  /* "held no talks" tells of none. */
  if ((flags
       & (READOUT_SUBJECT_FUTURE | READOUT_SUBJECT_MODAL
          | READOUT_SUBJECT_INFINITIVE))
      == 0)
    return FALSE;
  /* "will not hold talks" */
  readout_trigger_set_status (
      trigger, READOUT_MEETING_CANCELLED, "meetings/nouns: “will not hold”");
  return TRUE;
}

/* "held talks", "attended a meeting", "took part in the summit": the subject
 * was there.  Returns whether there is an encounter. */
static gboolean
fill_from_verb (const Site     *self,
                ReadoutTrigger *trigger,
                ReadoutPhrase   phrase,
                guint           verb)
{
  guint flags;

  readout_meeting_participants_collect_subject (
      self, verb, &flags, trigger->participants);
  if ((flags & READOUT_SUBJECT_NEGATED) != 0
      && !site_is_in (self, verb - 1, READOUT_WORDS_NEGATION_EXCEPTIONS))
    {
      if (!set_negated (self, trigger, verb, flags))
        return FALSE;
    }
  /* "asked to join the meeting" says nothing of when that is. */
  else if (!trigger->is_definite || (flags & READOUT_SUBJECT_INFINITIVE) == 0)
    readout_meeting_status_set_by_verb (self, trigger, verb, flags);

  if (trigger->participants->len > 0 && !trigger->is_definite)
    trigger->is_explicit = TRUE;
  if (self->syntax->covering[verb] < 0 && phrase.first - verb <= 4)
    trigger->span.first = verb;
  trigger->is_held = trigger->what == READOUT_MEETING_WORD_NOUN;
  return TRUE;
}

/* "a meeting with Lee"; of "said during a meeting with Lee", that has no light
 * verb, the subject was there too. */
static void
fill_partners (const Site     *self,
               ReadoutTrigger *trigger,
               ReadoutPhrase   phrase,
               gboolean        has_verb)
{
  guint    n = trigger->participants->len;
  gboolean is_his = site_has (self, phrase.first, READOUT_WORD_POSSESSIVE);

  readout_meeting_participants_collect_partners (
      self, trigger->head + 1, trigger->participants);
  if (trigger->participants->len == n)
    return;
  trigger->is_explicit = TRUE;
  if (trigger->participants->len > 1 || has_verb
      || !(is_his || hangs_on_verb (self, phrase.first)))
    return;

  trigger->governor
      = collect_governor (self, phrase.first, trigger->participants);
  if (trigger->participants->len == 1 && is_his)
    readout_subjects_get_actors (
        self->syntax,
        readout_meeting_participants_find_holder (self, phrase.first),
        trigger->participants);
}

/* "During the meeting, Lee and Roy spoke of …" */
static void
fill_from_clause (const Site     *self,
                  ReadoutTrigger *trigger,
                  ReadoutPhrase   phrase)
{
  if (trigger->participants->len > 0 || phrase.first != self->first + 1
      || !(site_is (self, self->first, "during")
           || site_is (self, self->first, "at")))
    return;

  collect_governor (self, phrase.first, trigger->participants);
  if (trigger->participants->len < 2)
    g_array_set_size (trigger->participants, 0);
  trigger->is_told = trigger->participants->len >= 2;
}

/* "a meeting of ministers" */
static void
fill_members (const Site *self, ReadoutTrigger *trigger)
{
  if (!site_is (self, trigger->head + 1, "of"))
    return;

  readout_meeting_participants_collect_list (
      self, trigger->head + 2, trigger->participants);
  if (trigger->participants->len >= 2)
    trigger->is_explicit = TRUE;
}

/* "a meeting that was chaired by Lee" */
static void
fill_agents (const Site *self, ReadoutTrigger *trigger)
{
  guint n = trigger->participants->len;

  collect_agents (self, trigger->head + 1, trigger->participants);
  if (trigger->participants->len > n && !trigger->is_definite)
    trigger->is_explicit = TRUE;
}

/* "a captive audience" only listens. */
static gboolean
is_listeners (const Site *self, const ReadoutTrigger *trigger)
{
  return site_is (self, trigger->head, "audience")
         && !site_is (self, trigger->head + 1, "with") && !trigger->is_definite;
}

/* "the nuclear negotiations" are a matter, not an encounter. */
static gboolean
is_matter (const Site           *self,
           const ReadoutTrigger *trigger,
           ReadoutPhrase         phrase)
{
  if (trigger->participants->len > 0 || trigger->is_told
      || !readout_syntax_is_in (
          self->syntax, trigger->head, READOUT_WORDS_MATTER_NOUNS))
    return FALSE;
  for (guint k = phrase.first; k < trigger->head; k++)
    if (!site_has (self, k, READOUT_WORD_DETERMINER))
      return TRUE;
  return FALSE;
}

/* "gave details of the meeting on Monday" */
static gboolean
is_aside (const Site *self, const ReadoutTrigger *trigger, ReadoutPhrase phrase)
{
  return trigger->is_definite && !trigger->is_held
         && trigger->governor == G_MAXUINT && phrase.first > self->first
         && site_has (self, phrase.first - 1, READOUT_WORD_PREPOSITION)
         && !site_is_in (
             self, phrase.first - 1, READOUT_WORDS_PLACING_PREPOSITIONS);
}

/* Notes by which rule the first of those who take part were found. */
static void
note_rule (ReadoutTrigger *trigger, const char *rule)
{
  if (trigger->rule == rule_alone && trigger->participants->len > 0)
    trigger->rule = rule;
}

/* Fills in who takes part.  Returns whether there is an encounter. */
static gboolean
fill_participants (const Site     *self,
                   ReadoutTrigger *trigger,
                   ReadoutPhrase   phrase)
{
  guint verb;
  guint n;

  fill_from_phrase (self, trigger, phrase);
  note_rule (trigger, "meetings/nouns: “Lee’s visit”, “the Lee-Roy talks”");
  verb = find_light_verb (self, phrase.first);
  if (verb != G_MAXUINT && !fill_from_verb (self, trigger, phrase, verb))
    return FALSE;
  note_rule (trigger, "meetings/nouns: a noun behind “held”, “took part in”");

  n = trigger->participants->len;
  fill_partners (self, trigger, phrase, verb != G_MAXUINT);
  note_rule (trigger, "meetings/nouns: a noun with “with” or “between”");
  fill_from_clause (self, trigger, phrase);
  note_rule (trigger, "meetings/nouns: “during the meeting”, at the beginning");
  if (trigger->participants->len == n)
    fill_members (self, trigger);
  note_rule (trigger, "meetings/nouns: a noun with “of”");
  if (is_listeners (self, trigger))
    return FALSE;
  if (trigger->what == READOUT_MEETING_WORD_NOUN)
    fill_agents (self, trigger);
  note_rule (trigger, "meetings/nouns: a noun with “chaired by” and the like");
  return TRUE;
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
  ReadoutTrigger *trigger;
  ReadoutPhrase   phrase;

  if (!names_encounter (self, i, &kind))
    return;
  phrase = find_noun_phrase (self, i);
  /* "had no talks" */
  if (site_is (self, phrase.first, "no"))
    return;

  trigger = readout_trigger_add (
      self, (ReadoutPhrase){ i, i + 1 }, i, what, kind, rule_alone);
  trigger->is_definite = points_back (self, phrase, i);
  if (!fill_participants (self, trigger, phrase))
    {
      readout_trigger_drop_last (self);
      return;
    }

  trigger->is_told |= is_told (self, trigger, phrase);
  trigger->is_other = is_other (self, phrase);
  if (is_matter (self, trigger, phrase))
    {
      readout_trigger_drop_last (self);
      return;
    }

  trigger->is_aside = is_aside (self, trigger, phrase);
  readout_meeting_status_set_by_noun (self, trigger, phrase);
  if (what == READOUT_MEETING_WORD_VISIT)
    readout_meeting_visits_fill (self, trigger, phrase);
}
