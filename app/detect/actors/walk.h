/* walk.h: what the links made in text order share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/actors/context.h"
#include "detect/actors/parties.h"

#include <string.h>

G_BEGIN_DECLS

/* How many mentions back an antecedent is looked for. */
#define READOUT_ACTOR_LOOK_BACK 60

/**
 * ReadoutActorWalk:
 * @groups: folded words of an unnamed actor to its index plus one
 * @subject: the last person that was a subject, or -1
 * @sentence: where that was
 * @own: the person that is subject in @own_sentence, or -1
 *
 * Where the walk over the mentions stands.
 */
typedef struct
{
  ReadoutActorContext *context;
  GHashTable          *groups;
  gint32               subject;
  guint32              sentence;
  gint32               own;
  guint32              own_sentence;
} ReadoutActorWalk;

static inline ReadoutCandidateActor *
readout_actor_walk_get_actor (const ReadoutActorWalk *self, gint32 index)
{
  return readout_analysis_get_actor (self->context->analysis, index);
}

static inline gboolean
readout_actor_walk_is_head (const ReadoutActorWalk        *self,
                            const ReadoutCandidateMention *mention,
                            const char                    *word)
{
  return strcmp (self->context->tokens[mention->head].lower, word) == 0;
}

static inline char *
readout_actor_walk_slice (const ReadoutActorWalk *self,
                          guint32                 first,
                          guint32                 end)
{
  return readout_analysis_slice (self->context->analysis, first, end);
}

static inline guint32
readout_actor_walk_get_sentence (const ReadoutActorWalk *self, guint mention)
{
  return self->context->tokens[self->context->mentions[mention].first].sentence;
}

/* An actor is worth suggesting where it is a subject or an agent. */
static inline void
readout_actor_walk_tie (ReadoutActorWalk *self, guint mention, gint32 actor)
{
  readout_actor_context_tie (self->context, mention, actor);
  readout_actor_walk_get_actor (self, actor)->used
      |= readout_actor_context_is_subject (self->context, mention)
         || readout_actor_context_is_agent (self->context, mention)
         || (self->context->mentions[mention].type != READOUT_MENTION_PERSON
             && readout_actor_parties_contain (self->context, mention));
}

G_END_DECLS
