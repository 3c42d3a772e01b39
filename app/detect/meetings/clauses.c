/* clauses.c: who takes part by a clause, and when it lies
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/clauses.h"

#include <string.h>

#include "detect/words/cue-lexicon.h"

/* How far "with" and "between" are looked for behind a noun, in tokens. */
#define PARTNER_REACH 16

/* What is added to the distance of a mere year. */
#define YEAR_PENALTY 15

/* How far into its sentence the date of a dateline can begin, in tokens. */
#define DATELINE_REACH 8

/* What is added to the distance of a date that belongs to something else. */
#define OTHER_TIME 40

typedef ReadoutTriggerSite Site;

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
 * readout_trigger_add_actor:
 * @actors: (element-type gint32): where to add it
 * @actor: index of an actor
 *
 * Adds an actor unless it is there.
 */
void
readout_trigger_add_actor (GArray *actors, gint32 actor)
{
  for (guint i = 0; i < actors->len; i++)
    if (g_array_index (actors, gint32, i) == actor)
      return;
  g_array_append_val (actors, actor);
}

/**
 * readout_trigger_has_official:
 * @syntax: the syntax
 * @actors: (element-type gint32): actors
 *
 * Returns: whether one of them can make a visit that news call one: somebody
 *   with an office, or a body, state or group
 */
gboolean
readout_trigger_has_official (const ReadoutSyntax *syntax, const GArray *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const ReadoutCandidateActor *actor
          = &syntax->actors[g_array_index (actors, gint32, i)];

      if (actor->type != READOUT_ACTOR_PERSON || actor->role != NULL)
        return TRUE;
    }
  return FALSE;
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
  static const char *const groups[] = { "delegation", "delegations",
                                        "group",      "groups",
                                        "team",       "number",
                                        "members",    "leaders",
                                        "heads",      "head",
                                        "dozens",     "hundreds",
                                        "couple",     "representatives",
                                        "officials",  "chiefs",
                                        "minister",   "ministers",
                                        NULL };

  /* "the letter of the president" is no person, "a group of ministers" is. */
  for (guint i = phrase.first + 1; i < phrase.end; i++)
    if (syntax->covering[i] < 0 && readout_syntax_is (syntax, i, "of"))
      {
        if (syntax->covering[i - 1] < 0
            && !readout_syntax_is_one_of (syntax, i - 1, groups))
          return FALSE;
        break;
      }
  /* "Lee's election" is no person. */
  if (phrase.end > phrase.first && syntax->covering[phrase.end - 1] < 0)
    for (guint i = phrase.first; i < phrase.end; i++)
      if (readout_syntax_is (syntax, i, "'s"))
        return FALSE;
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

/* "met Lee, the ministry said": who tells of it is none of the list. */
static gboolean
begins_report (const Site *self, ReadoutPhrase phrase)
{
  const ReadoutCue *cue;

  if (phrase.end >= self->end)
    return FALSE;
  cue = readout_cue_lexicon_find (self->syntax->tokens[phrase.end].lower);
  return cue != NULL && cue->share >= 60 && cue->form != READOUT_VERB_ING
         && cue->form != READOUT_VERB_BASE;
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
  guint                start = i;
  guint                end = i;

  while (i < self->end)
    {
      ReadoutPhrase phrase = readout_syntax_phrase_after (syntax, i, self->end);
      guint         n = actors->len;

      if (phrase.end == phrase.first
          || (end > start && begins_report (self, phrase)))
        break;
      readout_trigger_collect_parties (self, phrase, actors);
      /* "her counterpart, Ann Lee" */
      if (actors->len == n && site_is (self, phrase.end, ",")
          && phrase.end + 1 < self->end && syntax->starting[phrase.end + 1] >= 0
          && syntax->mentions[syntax->starting[phrase.end + 1]].type
                 == READOUT_MENTION_PERSON)
        {
          i = phrase.end + 1;
          continue;
        }
      /* In a list a phrase without an actor can only describe another. */
      if (actors->len == n && end > phrase.first)
        break;
      end = i = phrase.end;
      while (site_is (self, i, ",") || site_is (self, i, "and")
             || site_is (self, i, ";") || site_is (self, i, "as")
             || site_is (self, i, "well"))
        i++;
      /* The next one begins with a name, a title or an article. */
      if (i == end || i >= self->end
          || (syntax->covering[i] < 0
              && !site_has (self, i, READOUT_WORD_DETERMINER)
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

  readout_trigger_collect_parties (self, subject, actors);
  while (subject.first > self->first + 1)
    {
      guint         edge = subject.first - 1;
      gboolean      joined = site_is (self, edge, "and");
      ReadoutPhrase other;
      gboolean      fits = FALSE;

      if (!joined && !site_is (self, edge, ",") && !site_is (self, edge, ";"))
        break;
      if (joined && edge > self->first && site_is (self, edge - 1, ","))
        edge--;
      other = readout_syntax_phrase_before (syntax, self->first, edge);
      if (other.end > other.first)
        fits = joined || readout_trigger_adds_person (syntax, other);
      if (!fits)
        break;
      readout_trigger_collect_parties (self, other, actors);
      subject.first = other.first;
    }
}

/**
 * readout_trigger_collect_invited:
 * @self: a sentence
 * @verb: index of a verb
 * @actors: (element-type gint32): where to add them
 *
 * Adds who invites and who is invited in "invited Lee to visit Oslo" and
 * "an invitation to Lee to visit Oslo".
 *
 * Returns: whether it is such an infinitive
 */
gboolean
readout_trigger_collect_invited (const Site *self, guint verb, GArray *actors)
{
  static const char *const invites[]
      = { "invited", "invites", "invite",  "inviting", "urged",
          "asked",   "allow",   "allowed", NULL };
  guint         low = verb > self->first + 16 ? verb - 16 : self->first;
  guint         flags;
  ReadoutPhrase object;

  if (verb < self->first + 3 || !site_is (self, verb - 1, "to"))
    return FALSE;
  for (guint i = verb - 2; i > low; i--)
    if (self->syntax->covering[i] < 0
        && readout_syntax_is_one_of (self->syntax, i, invites))
      {
        object = readout_syntax_phrase_after (self->syntax, i + 1, verb - 1);
        if (object.end == object.first
            || !readout_trigger_adds_person (self->syntax, object))
          return FALSE;
        readout_trigger_collect_subject (self, i, &flags, actors);
        readout_trigger_collect_parties (self, object, actors);
        return TRUE;
      }
  return FALSE;
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
      if (site_is (self, k, "with") || site_is (self, k, "between")
          || site_is (self, k, "among")
          || (k == i && k > self->first && site_is (self, k, "on")
              && site_is (self, k - 1, "call")))
        {
          guint end = readout_trigger_collect_list (self, k + 1, actors);

          if (actors->len > n)
            return end;
        }
      if (site_has (self,
                    k,
                    READOUT_WORD_RELATIVE | READOUT_WORD_SUBORDINATOR
                        | READOUT_WORD_AUXILIARY)
          || site_is (self, k, ";"))
        break;
      if (k > i && site_has (self, k, READOUT_WORD_PAST)
          && !site_is (self, k, "held"))
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

/* Whether a date says when something was told rather than done: "said on
 * Monday that", "on Monday told". */
static gboolean
dates_a_report (const ReadoutSyntax    *syntax,
                const ReadoutTrigger   *trigger,
                const ReadoutDateValue *date)
{
  const ReadoutCue *cue;
  guint             before = date->first;

  if (before > 0 && readout_syntax_is (syntax, before - 1, "on"))
    before--;
  if (before > 0)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[before - 1].lower);
      /* "said on Monday during a meeting": when it was said, they met. */
      if (cue != NULL && cue->share >= 60)
        return before - 1 != trigger->governor;
    }
  if (date->end < syntax->n_tokens)
    {
      cue = readout_cue_lexicon_find (syntax->tokens[date->end].lower);
      if (cue != NULL && cue->share >= 60 && cue->form != READOUT_VERB_ING)
        return date->end != trigger->governor;
    }
  return FALSE;
}

/* The date of a dateline: "OSLO, March 12 (Agency) —" says when it was told. */
static gboolean
is_dateline (const ReadoutSyntax    *syntax,
             const ReadoutSentence  *sentence,
             const ReadoutDateValue *date)
{
  const char *next
      = date->end < syntax->n_tokens ? syntax->tokens[date->end].lower : "";

  if (date->first > sentence->first + DATELINE_REACH
      || (strchr (":(-/|", *next) == NULL
          && !g_str_has_prefix (next, "\342\200\223")
          && !g_str_has_prefix (next, "\342\200\224")))
    return FALSE;
  for (guint i = sentence->first; i < date->first; i++)
    if (syntax->covering[i] < 0
        && (syntax->tokens[i].flags & READOUT_TOKEN_WORD) != 0
        && (syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) == 0)
      return FALSE;
  return TRUE;
}

/* Whether a date lies after the day of publication, so that what was held is
 * not of then. */
static gboolean
is_too_late (const ReadoutSyntax    *syntax,
             const ReadoutTrigger   *trigger,
             const ReadoutDateValue *date)
{
  const char *published = syntax->analysis->published;

  return published != NULL && trigger->has_status
         && trigger->status == READOUT_MEETING_HELD
         && strncmp (date->value, published, 10) > 0;
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

/* Whether a word between a date and an encounter gives them different times:
 * "on Sunday received Lee following Roy's visit". */
static gboolean
parts_times (const ReadoutSyntax *syntax, guint i)
{
  static const char *const words[]
      = { "after", "since", "following", "before", "until", "despite", NULL };

  return readout_syntax_has (syntax, i, READOUT_WORD_RELATIVE)
         || readout_syntax_is_one_of (syntax, i, words);
}

/* How far a date in the sentence is from a trigger, in tokens; those that
 * belong to another trigger are far. */
static guint
rate_date (const ReadoutSyntax    *syntax,
           const GArray           *triggers,
           const ReadoutTrigger   *trigger,
           const ReadoutDateValue *date)
{
  const ReadoutTrigger *all
      = (const ReadoutTrigger *)(gconstpointer)triggers->data;
  guint low = MIN (date->first, trigger->head);
  guint high = MAX (date->first, trigger->head);
  guint distance = high - low;

  /* A clause of its own has its own time. */
  for (guint k = low; k < high; k++)
    if (parts_times (syntax, k))
      distance += OTHER_TIME;
  /* "met Lee before his visit to Oslo in July": that of the visit. */
  for (const ReadoutTrigger *other = trigger + 1;
       other < all + triggers->len && other->sentence == trigger->sentence;
       other++)
    if (other->head > trigger->head && other->head < date->first
        && (other->is_explicit || other->what == READOUT_MEETING_WORD_VISIT))
      distance += OTHER_TIME;

  return distance;
}

/**
 * readout_trigger_find_date:
 * @syntax: the syntax
 * @triggers: (element-type ReadoutTrigger): all triggers of the article
 * @trigger: one of them
 *
 * Returns: the index of the date in its sentence that is nearest to it and
 *   can say when the encounter is, or -1
 */
gint32
readout_trigger_find_date (const ReadoutSyntax  *syntax,
                           const GArray         *triggers,
                           const ReadoutTrigger *trigger)
{
  const ReadoutSentence *sentence = &syntax->sentences[trigger->sentence];
  const GArray          *dates = syntax->analysis->dates;
  gint32                 best = -1;
  guint                  nearest = G_MAXUINT;

  if (trigger->is_aside)
    return -1;

  for (guint i = sentence->first; i < sentence->end; i++)
    {
      const ReadoutDateValue *date;
      guint                   distance;

      if (syntax->dated[i] < 0)
        continue;
      date = &g_array_index (dates, ReadoutDateValue, syntax->dated[i]);
      i = MAX (i, date->end - 1);
      if (date->is_duration || is_bare_year (syntax, date)
          || (date->first > 0
              && readout_syntax_is (syntax, date->first - 1, "until"))
          || is_too_late (syntax, trigger, date)
          || is_dateline (syntax, sentence, date)
          || dates_a_report (syntax, trigger, date))
        continue;
      distance = rate_date (syntax, triggers, trigger, date);
      /* A year is more often that of something else. */
      if (strlen (date->value) == 4)
        distance += YEAR_PENALTY;
      if (distance < nearest)
        {
          nearest = distance;
          best = syntax->dated[date->first];
        }
    }

  return nearest <= 40 ? best : -1;
}
