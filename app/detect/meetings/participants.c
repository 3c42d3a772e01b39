/* participants.c: who takes part by a clause
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/participants.h"

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "detect/meetings/states.h"
#include "detect/words/cue-lexicon.h"

/* How far "with" and "between" are looked for behind a noun, in tokens. */
#define PARTNER_REACH 16

typedef ReadoutTriggerSite Site;

/**
 * readout_meeting_participants_have_official:
 * @syntax: the syntax
 * @actors: (element-type gint32): actors
 *
 * Returns: whether one of them can make a visit that news call one: somebody
 *   with an office, or a body, state or group
 */
gboolean
readout_meeting_participants_have_official (const ReadoutSyntax *syntax,
                                            const GArray        *actors)
{
  for (guint i = 0; i < actors->len; i++)
    {
      const ReadoutCandidateActor *actor = readout_analysis_get_actor (
          syntax->analysis, g_array_index (actors, gint32, i));

      if (actor->type != READOUT_ACTOR_PERSON || actor->role != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * readout_meeting_participants_name_person:
 * @syntax: the syntax
 * @phrase: a phrase
 *
 * Returns: whether a person or group is in it
 */
gboolean
readout_meeting_participants_name_person (const ReadoutSyntax *syntax,
                                          ReadoutPhrase        phrase)
{
  /* "the letter of the president" is no person, "a group of ministers" is. */
  for (guint i = phrase.first + 1; i < phrase.end; i++)
    if (syntax->covering[i] < 0 && readout_syntax_is (syntax, i, "of"))
      {
        if (syntax->covering[i - 1] < 0
            && !readout_syntax_is_in (
                syntax, i - 1, READOUT_WORDS_PEOPLE_BEFORE_OF))
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
        gint32           actor = syntax->mentions[syntax->covering[i]].actor;
        ReadoutActorType type;

        if (actor < 0)
          continue;
        type = readout_analysis_get_actor (syntax->analysis, actor)->type;
        if (type == READOUT_ACTOR_PERSON || type == READOUT_ACTOR_GROUP)
          return TRUE;
      }
  return FALSE;
}

/**
 * readout_meeting_participants_find_holder:
 * @self: a sentence
 * @i: index of a token
 *
 * Whom "his" at token @i is about, as in "his visit".
 *
 * Returns: the person named last before it in the sentence, else the subject
 *   of the main clause
 */
ReadoutPhrase
readout_meeting_participants_find_holder (const Site *self, guint i)
{
  for (guint k = i; k > self->first; k--)
    {
      gint32 mention = self->syntax->ending[k - 1];

      if (mention >= 0 && self->syntax->mentions[mention].actor >= 0
          && self->syntax->mentions[mention].type == READOUT_MENTION_PERSON
          && self->syntax->mentions[mention].form == READOUT_FORM_NAME)
        return (ReadoutPhrase){ self->syntax->mentions[mention].first, k };
    }
  return readout_subjects_find_main (self->syntax, self->first, i);
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

/* "her counterpart, Ann Lee": whether a name behind a comma says who a phrase
 * means. */
static gboolean
is_named_behind (const Site *self, ReadoutPhrase phrase)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                i = phrase.end + 1;

  return site_is (self, phrase.end, ",") && i < self->end
         && syntax->starting[i] >= 0
         && syntax->mentions[syntax->starting[i]].type
                == READOUT_MENTION_PERSON;
}

/* Whether token @i begins a further item of a list: a name, a title or an
 * article. */
static gboolean
begins_item (const Site *self, guint i)
{
  return i < self->end
         && (self->syntax->covering[i] >= 0
             || site_has (self, i, READOUT_WORD_DETERMINER)
             || (self->syntax->tokens[i].flags & READOUT_TOKEN_CAPITAL) != 0);
}

/**
 * readout_meeting_participants_collect_list:
 * @self: a sentence
 * @i: index of the first token
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of a list such as "Ann Lee, the mayor of Oslo, and Bo Roy".
 *
 * Returns: the index after it
 */
guint
readout_meeting_participants_collect_list (const Site *self,
                                           guint       i,
                                           GArray     *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  guint                start = i;
  guint                end = i;

  while (i < self->end)
    {
      ReadoutPhrase phrase = readout_phrases_find_after (syntax, i, self->end);
      guint         n = actors->len;

      if (phrase.end == phrase.first
          || (end > start && begins_report (self, phrase)))
        break;
      readout_meeting_states_collect_parties (self, phrase, actors);
      if (actors->len == n && is_named_behind (self, phrase))
        {
          i = phrase.end + 1;
          continue;
        }
      /* In a list a phrase without an actor can only describe another. */
      if (actors->len == n && end > phrase.first)
        break;
      end = i = phrase.end;
      while (site_is_in (self, i, READOUT_WORDS_LIST_JOINTS))
        i++;
      if (i == end || !begins_item (self, i))
        break;
    }

  return end;
}

/**
 * readout_meeting_participants_collect_subject:
 * @self: a sentence
 * @verb: index of a verb
 * @flags: (out): #ReadoutSubjectFlags
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of a subject and of the list that it ends.
 */
void
readout_meeting_participants_collect_subject (const Site *self,
                                              guint       verb,
                                              guint      *flags,
                                              GArray     *actors)
{
  const ReadoutSyntax *syntax = self->syntax;
  ReadoutPhrase        subject
      = readout_subjects_find (syntax, self->first, verb, flags);

  if ((*flags & READOUT_SUBJECT_COORDINATED) != 0
      || ((*flags & READOUT_SUBJECT_INFINITIVE) != 0)
      || subject.end == subject.first)
    subject = readout_subjects_find_main (syntax, self->first, verb);
  if (subject.end == subject.first)
    return;

  readout_meeting_states_collect_parties (self, subject, actors);
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
      other = readout_phrases_find_before (syntax, self->first, edge);
      if (other.end > other.first)
        fits = joined
               || readout_meeting_participants_name_person (syntax, other);
      if (!fits)
        break;
      readout_meeting_states_collect_parties (self, other, actors);
      subject.first = other.first;
    }
}

/**
 * readout_meeting_participants_collect_invited:
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
readout_meeting_participants_collect_invited (const Site *self,
                                              guint       verb,
                                              GArray     *actors)
{
  guint         low = verb > self->first + 16 ? verb - 16 : self->first;
  guint         flags;
  ReadoutPhrase object;

  if (verb < self->first + 3 || !site_is (self, verb - 1, "to"))
    return FALSE;
  for (guint i = verb - 2; i > low; i--)
    if (self->syntax->covering[i] < 0
        && readout_syntax_is_in (self->syntax, i, READOUT_WORDS_INVITING_VERBS))
      {
        object = readout_phrases_find_after (self->syntax, i + 1, verb - 1);
        if (object.end == object.first
            || !readout_meeting_participants_name_person (self->syntax, object))
          return FALSE;
        readout_meeting_participants_collect_subject (self, i, &flags, actors);
        readout_meeting_states_collect_parties (self, object, actors);
        return TRUE;
      }
  return FALSE;
}

/**
 * readout_meeting_participants_collect_partners:
 * @self: a sentence
 * @i: index of the token after a trigger
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of "with …" or "between … and …" behind a trigger.
 *
 * Returns: the index after that, or @i
 */
guint
readout_meeting_participants_collect_partners (const Site *self,
                                               guint       i,
                                               GArray     *actors)
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
          guint end
              = readout_meeting_participants_collect_list (self, k + 1, actors);

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
