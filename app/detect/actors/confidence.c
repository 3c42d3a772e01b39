/* confidence.c: how sure it is that an actor is one
 *
 * Counts what speaks for an actor: that it comes more than once, has a title,
 * acts, is named by a sure name.  The figures are the shares of right ones
 * among the actors found in the training articles, by type and how often they
 * come; what the country costs is taken off where it is only guessed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/confidence.h"

#include "detect/actors/context.h"
#include "language/work.h"

/* From how many mentions on an actor counts as one that comes often. */
#define MANY 3
/* What a country that is only guessed takes away. */
#define GUESS_COST 5
#define MAX_CONFIDENCE 98

typedef struct
{
  guint    n_mentions;
  guint    n_names;
  gboolean acts;
} Evidence;

static int
weigh (const ReadoutCandidateActor *actor, const Evidence *evidence)
{
  gboolean often = evidence->n_mentions >= MANY;
  gboolean twice = evidence->n_mentions == 2;
  int      confidence;

  switch (actor->type)
    {
    case READOUT_ACTOR_GOVERNMENT:
      confidence = often ? 93 : twice ? 68 : 72;
      break;
    case READOUT_ACTOR_ORGANIZATION:
      confidence = often ? 84 : twice ? 76 : 58;
      break;
    case READOUT_ACTOR_GROUP:
      confidence = often ? 90 : twice ? 80 : 45;
      break;
    default:
      if (evidence->n_names == 0)
        return often ? 75 : twice ? 65 : 48;
      if (actor->role != NULL)
        return often ? 96 : 94;
      /* A bare name is as sure as it is a person's. */
      confidence = (often ? 60 : twice ? 52 : 30) + actor->confidence / 3;
    }
  if (evidence->acts)
    confidence += 5;

  return confidence;
}

/**
 * readout_actor_confidence_set:
 * @self: the context, with everything tied
 *
 * Sets the confidence of all actors; until then it is that of their name.
 */
void
readout_actor_confidence_set (ReadoutActorContext *self)
{
  g_autofree Evidence *evidence
      = g_new0 (Evidence, MAX (self->analysis->actors->len, 1));

  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->actor < 0)
        continue;
      evidence[m->actor].n_mentions++;
      evidence[m->actor].n_names
          += m->form == READOUT_FORM_NAME && m->type != READOUT_MENTION_TITLE;
      evidence[m->actor].acts |= readout_actor_context_is_subject (self, i)
                                 || readout_actor_context_is_agent (self, i);
    }

  for (guint i = 0; i < self->analysis->actors->len; i++)
    {
      ReadoutCandidateActor *actor
          = readout_analysis_get_actor (self->analysis, i);
      int confidence = weigh (actor, &evidence[i]);

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (readout_actor_context_get_info (self, i)->guessed)
        confidence -= GUESS_COST;
      actor->confidence = CLAMP (confidence, 1, MAX_CONFIDENCE);
    }
}
