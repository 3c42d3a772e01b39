/* pronouns.c: he, she, it and they
 *
 * "He" and "she" are the subject of their own sentence, if it is a person
 * named before them, else of the last sentence that had one; inside a
 * quotation they are not its speaker.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/pronouns.h"

#include "detect/actors/context.h"
#include "detect/actors/walk.h"

/* How many sentences back an antecedent may stand. */
#define MAX_DISTANCE 6

static gboolean
fits_gender (const ReadoutActorWalk *walk, gint32 index, ReadoutGender gender)
{
  const ReadoutCandidateActor *actor
      = readout_actor_walk_get_actor (walk, index);

  return actor->type == READOUT_ACTOR_PERSON
         && (actor->gender == READOUT_GENDER_UNKNOWN
             || actor->gender == gender);
}

/* The last person before a mention, but not @except. */
static gint32
find_recent_person (const ReadoutActorWalk *walk,
                    guint                   mention,
                    ReadoutGender           gender,
                    gint32                  except)
{
  ReadoutActorContext *self = walk->context;
  guint32 sentence = readout_actor_walk_get_sentence (walk, mention);

  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - READOUT_ACTOR_LOOK_BACK
       && readout_actor_walk_get_sentence (walk, i) + MAX_DISTANCE >= sentence;
       i--)
    {
      gint32 actor = self->mentions[i].actor;

      if (actor >= 0 && actor != except && fits_gender (walk, actor, gender)
          && self->mentions[i].outer < 0)
        return actor;
    }

  return -1;
}

static void
link_person_pronoun (ReadoutActorWalk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutGender gender = readout_actor_walk_is_head (walk, m, "she")
                             ? READOUT_GENDER_FEMALE
                             : READOUT_GENDER_MALE;
  guint32       sentence = readout_actor_walk_get_sentence (walk, mention);
  gboolean      quoted = readout_actor_context_is_quoted (self, mention);
  gint32        own = walk->own_sentence == sentence ? walk->own : -1;
  gint32        index = -1;

  if (quoted)
    index = find_recent_person (
        walk, mention, gender, own >= 0 ? own : walk->subject);
  else if (readout_actor_walk_is_head (walk, m, "him"))
    index = find_recent_person (walk, mention, gender, own);
  else
    {
      if (own >= 0 && fits_gender (walk, own, gender))
        index = own;
      else if (walk->subject >= 0 && fits_gender (walk, walk->subject, gender)
               && walk->sentence + MAX_DISTANCE >= sentence)
        index = walk->subject;
    }
  if (index < 0)
    index = find_recent_person (walk, mention, gender, -1);
  if (index < 0)
    return;

  readout_actor_context_tie (self, mention, index);
  if (readout_actor_walk_get_actor (walk, index)->gender
      == READOUT_GENDER_UNKNOWN)
    readout_actor_walk_get_actor (walk, index)->gender = gender;
}

/* "It" and "they": the last subject of the right number. */
static void
link_other_pronoun (ReadoutActorWalk *walk, guint mention)
{
  ReadoutActorContext     *self = walk->context;
  ReadoutCandidateMention *m = &self->mentions[mention];
  gboolean plural = readout_actor_walk_is_head (walk, m, "they");
  guint32  sentence = readout_actor_walk_get_sentence (walk, mention);

  for (gint32 i = (gint32)mention - 1;
       i >= 0 && i > (gint32)mention - READOUT_ACTOR_LOOK_BACK
       && readout_actor_walk_get_sentence (walk, i) + 2 >= sentence;
       i--)
    {
      const ReadoutCandidateMention *other = &self->mentions[i];
      const ReadoutCandidateActor   *actor;

      if (other->actor < 0 || other->outer >= 0)
        continue;
      actor = readout_actor_walk_get_actor (walk, other->actor);
      if (plural ? !actor->plural
                 : actor->type != READOUT_ACTOR_ORGANIZATION
                       && actor->type != READOUT_ACTOR_GOVERNMENT)
        continue;
      if (!readout_actor_context_is_subject (self, i))
        continue;

      readout_actor_context_tie (self, mention, other->actor);
      m->type = actor->type == READOUT_ACTOR_GOVERNMENT
                    ? READOUT_MENTION_LOCATION
                : plural && other->type != READOUT_MENTION_ORGANIZATION
                    ? READOUT_MENTION_PERSON
                    : READOUT_MENTION_ORGANIZATION;
      return;
    }
}

/**
 * readout_actor_pronouns_link:
 * @self: the walk
 * @pronoun: index of a pronoun that is nobody's yet
 */
void
readout_actor_pronouns_link (ReadoutActorWalk *self, guint pronoun)
{
  const ReadoutCandidateMention *m = &self->context->mentions[pronoun];

  if (m->type == READOUT_MENTION_PERSON
      && !readout_actor_walk_is_head (self, m, "they"))
    link_person_pronoun (self, pronoun);
  else
    link_other_pronoun (self, pronoun);
}
