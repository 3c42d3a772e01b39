/* meeting-clauses.c: who takes part by a clause, and when it lies
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meeting-clauses.h"

#include "detect/cue-lexicon.h"

/* How far "with" and "between" are looked for behind a noun, in tokens. */
#define PARTNER_REACH 16

typedef ReadoutTriggerSite Site;

static gboolean
is (const Site *self, guint i, const char *word)
{
  return i < self->end && readout_syntax_is (self->syntax, i, word);
}

static gboolean
has (const Site *self, guint i, guint classes)
{
  return i < self->end && readout_syntax_has (self->syntax, i, classes);
}

/**
 * readout_trigger_word_at:
 * @self: a sentence
 * @i: index of a token
 * @kind: (out): the kind of encounter that it names
 *
 * Returns: what the word does
 */
ReadoutMeetingWord
readout_trigger_word_at (const Site *self, guint i, ReadoutMeetingKind *kind)
{
  *kind = READOUT_MEETING_OTHER;
  if (i >= self->end)
    return READOUT_MEETING_WORD_NONE;
  return readout_meeting_lexicon_find (self->syntax->tokens[i].lower, kind);
}

/**
 * readout_trigger_adds_person:
 * @syntax: the syntax
 * @phrase: a phrase
 *
 * Returns: whether a person or group is in it
 */
gboolean
readout_trigger_adds_person (const ReadoutSyntax *syntax, ReadoutPhrase phrase)
{
  for (guint i = phrase.first; i < phrase.end; i++)
    if (syntax->covering[i] >= 0)
      {
        gint32 actor = syntax->mentions[syntax->covering[i]].actor;

        if (actor >= 0
            && (syntax->actors[actor].type == READOUT_ACTOR_PERSON
                || syntax->actors[actor].type == READOUT_ACTOR_GROUP))
          return TRUE;
      }
  return FALSE;
}

/**
 * readout_trigger_collect_list:
 * @self: a sentence
 * @i: index of the first token
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of a list such as "Ann Lee, the mayor of Oslo, and Bo Roy".
 *
 * Returns: the index after it
 */
guint
readout_trigger_collect_list (const Site *self, guint i, GArray *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                end = i;

  while (i < self->end)
    {
      ReadoutPhrase phrase = readout_syntax_phrase_after (syntax, i, self->end);
      guint         n = actors->len;

      if (phrase.end == phrase.first)
        break;
      readout_syntax_get_actors (syntax, phrase, actors);
      /* In a list a phrase without an actor can only describe another. */
      if (actors->len == n && end > phrase.first)
        break;
      end = i = phrase.end;
      while (is (self, i, ",") || is (self, i, "and") || is (self, i, ";")
             || is (self, i, "as") || is (self, i, "well"))
        i++;
      /* The next one begins with a name, a title or an article. */
      if (i == end || i >= self->end
          || (syntax->covering[i] < 0 && !has (self, i, READOUT_WORD_DETERMINER)
              && (syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0))
        break;
    }

  return end;
}

/**
 * readout_trigger_collect_subject:
 * @self: a sentence
 * @verb: index of a verb
 * @flags: (out): #ReadoutSubjectFlags
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of a subject and of the list that it ends.
 */
void
readout_trigger_collect_subject (const Site *self,
                                 guint       verb,
                                 guint      *flags,
                                 GArray     *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        subject
      = readout_syntax_find_subject (syntax, self->first, verb, flags);

  if ((*flags & READOUT_SUBJECT_COORDINATED) != 0
      || ((*flags & READOUT_SUBJECT_INFINITIVE) != 0)
      || subject.end == subject.first)
    subject = readout_syntax_main_subject (syntax, self->first, verb);
  if (subject.end == subject.first)
    return;

  readout_syntax_get_actors (syntax, subject, actors);
  while (subject.first > self->first + 1)
    {
      guint         edge = subject.first - 1;
      gboolean      joined = is (self, edge, "and");
      ReadoutPhrase other;
      gboolean      fits = FALSE;

      if (!joined && !is (self, edge, ",") && !is (self, edge, ";"))
        break;
      if (joined && edge > self->first && is (self, edge - 1, ","))
        edge--;
      other = readout_syntax_phrase_before (syntax, self->first, edge);
      if (other.end > other.first)
        fits = joined || readout_trigger_adds_person (syntax, other);
      if (!fits)
        break;
      readout_syntax_get_actors (syntax, other, actors);
      subject.first = other.first;
    }
}

/**
 * readout_trigger_set_status:
 * @trigger: a trigger
 * @status: what tense or modality say
 */
void
readout_trigger_set_status (ReadoutTrigger      *trigger,
                            ReadoutMeetingStatus status)
{
  trigger->status = status;
  trigger->has_status = TRUE;
}

/**
 * readout_trigger_set_verb_status:
 * @self: a sentence
 * @trigger: a trigger
 * @verb: index of its verb
 * @flags: #ReadoutSubjectFlags of the verb
 *
 * Sets the status that tense and modality of a verb give.
 */
void
readout_trigger_set_verb_status (const Site     *self,
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
        if (is (self, i - 1, "first") || is (self, i - 1, "last"))
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
    readout_trigger_set_status (trigger, READOUT_MEETING_PROPOSED);
  else if (has (self, verb, READOUT_WORD_ING) && verb > self->first
           && (is (self, verb - 1, "is") || is (self, verb - 1, "are")))
    readout_trigger_set_status (trigger, READOUT_MEETING_ONGOING);
  else
    readout_trigger_set_status (trigger, READOUT_MEETING_HELD);
}

/**
 * readout_trigger_collect_partners:
 * @self: a sentence
 * @i: index of the token after a trigger
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of "with …" or "between … and …" behind a trigger.
 *
 * Returns: the index after that, or @i
 */
guint
readout_trigger_collect_partners (const Site *self, guint i, GArray *actors)
{
  guint high = MIN (self->end, i + PARTNER_REACH);
  guint n = actors->len;

  for (guint k = i; k < high; k++)
    {
      if (self->syntax->covering[k] >= 0)
        continue;
      if (is (self, k, "with") || is (self, k, "between")
          || is (self, k, "among"))
        {
          guint end = readout_trigger_collect_list (self, k + 1, actors);

          if (actors->len > n)
            return end;
        }
      if (has (self,
               k,
               READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                   | READOUT_WORD_AUXILIARY)
          || is (self, k, ";"))
        break;
      if (k > i && has (self, k, READOUT_WORD_PAST) && !is (self, k, "held"))
        break;
    }

  return i;
}

/**
 * readout_trigger_set_noun_status:
 * @self: a sentence
 * @trigger: a trigger that is a noun
 * @phrase: its noun phrase
 *
 * Sets the status that an adjective or noun before, or a verb behind, a noun
 * gives.
 */
void
readout_trigger_set_noun_status (const Site     *self,
                                 ReadoutTrigger *trigger,
                                 ReadoutPhrase   phrase)
{
  ReadoutMeetingKind kind;
  guint              high = MIN (self->end, phrase.end + 12);
  guint low = phrase.first > self->first + 6 ? phrase.first - 6 : self->first;

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
      if (is (self, i, ",") || is (self, i, ";")
          || has (self, i, READOUT_WORD_SUBORDINATOR))
        break;
      if (is (self, i, "will") || is (self, i, "shall")
          || is (self, i, "scheduled") || is (self, i, "due")
          || (is (self, i, "to") && is (self, i + 1, "be")
              && is (self, i + 2, "held")))
        {
          readout_trigger_set_status (trigger,
                                      is (self, i + 1, "continue")
                                          ? READOUT_MEETING_ONGOING
                                          : READOUT_MEETING_PLANNED);
          return;
        }
      if (is (self, i, "cancelled") || is (self, i, "canceled")
          || is (self, i, "postponed"))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if ((is (self, i, "took") && is (self, i + 1, "place"))
          || (is (self, i, "held") && i > self->first
              && !is (self, i - 1, "be")))
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_HELD);
          return;
        }
    }

  for (guint i = phrase.first; i > low; i--)
    {
      ReadoutMeetingWord word = readout_trigger_word_at (self, i - 1, &kind);

      if (word == READOUT_MEETING_WORD_PROPOSED)
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_PROPOSED);
          return;
        }
      if (word == READOUT_MEETING_WORD_CANCELLED)
        {
          readout_trigger_set_status (trigger, READOUT_MEETING_CANCELLED);
          return;
        }
      if (is (self, i - 1, ","))
        break;
    }
}

/* Whether a date says when something was told rather than done: "said on
 * Monday that", "on Monday told". */
static gboolean
dates_a_report (const ReadoutSyntax *syntax, const ReadoutDateValue *date)
{
  const ReadoutCue *cue;
  guint             before = date->first;

  if (before > 0 && readout_syntax_is (syntax, before - 1, "on"))
    before--;
  if (before > 0)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[before - 1].lower);
      if (cue != NULL && cue->share >= 60)
        return TRUE;
    }
  if (date->end < syntax->n_tokens)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[date->end].lower);
      if (cue != NULL && cue->share >= 60 && cue->form != READOUT_VERB_ING)
        return TRUE;
    }
  return FALSE;
}

/* A year that only belongs to a name or thing: "the 2030 agenda". */
static gboolean
is_bare_year (const ReadoutSyntax *syntax, const ReadoutDateValue *date)
{
  return date->end == date->first + 1
         && (syntax->tokens[date->first].flags & READOUT_TOKEN_NUMBER) != 0
         && !(date->first > 0
              && readout_syntax_is (syntax, date->first - 1, "in"));
}

/**
 * readout_trigger_find_date:
 * @syntax: the syntax
 * @trigger: a trigger
 *
 * Returns: the index of the date in its sentence that is nearest to it and
 *   can say when the encounter is, or -1
 */
gint32
readout_trigger_find_date (const ReadoutSyntax  *syntax,
                           const ReadoutTrigger *trigger)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  const GArray          *dates = syntax->analysis->dates;
  gint32                 best = -1;
  guint                  nearest = G_MAXUINT;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutDateValue *date;
      guint                   distance;

      if (syntax->dated[i] < 0)
        continue;
      date = &g_array_index (dates, ReadoutDateValue, syntax->dated[i]);
      distance = i < trigger->head ? trigger->head - i : i - trigger->head;
      i = MAX (i, date->end - 1);
      if (date->is_duration || dates_a_report (syntax, date)
          || is_bare_year (syntax, date))
        continue;
      /* A clause of its own has its own time. */
      for (guint k = MIN (date->first, trigger->head);
           k < MAX (date->first, trigger->head);
           k++)
        if (readout_syntax_has (syntax, k, READOUT_WORD_RELATIVE)
            || readout_syntax_is (syntax, k, "after")
            || readout_syntax_is (syntax, k, "since"))
          distance += 30;
      if (distance < nearest)
        {
          nearest = distance;
          best = syntax->dated[date->first];
        }
    }

  return nearest <= 40 ? best : -1;
}
