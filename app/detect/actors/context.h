/* context.h: what the sieves of the actor linker share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/analysis.h"
#include "detect/article/syntax.h"
#include "language/lexicon.h"

G_BEGIN_DECLS

/**
 * ReadoutActorInfo:
 * @name_mention: the mention that the name is taken from, or -1
 * @role_mention: the title that the role is taken from, or -1
 * @served: a body that it acts for, or -1
 * @last: the last mention that was tied to it
 * @n_mentions: how often it is named, outside titles
 * @guessed: whether its country is only a guess
 *
 * What the linker knows of an actor beyond the candidate itself.
 */
typedef struct
{
  gint32   name_mention;
  gint32   role_mention;
  gint32   served;
  gint32   last;
  guint    n_mentions;
  gboolean guessed;
} ReadoutActorInfo;

/**
 * ReadoutActorContext:
 * @infos: (element-type ReadoutActorInfo): one for each actor
 * @states: country code to index of its government plus one
 * @roles: head word of a title (interned) to index plus one of the actor that
 *   had it last
 * @weights: country code to how much the article speaks of it
 * @home: code of the country that the article is mostly about, or empty
 */
typedef struct
{
  ReadoutAnalysis         *analysis;
  const ReadoutLexicon    *lexicon;
  ReadoutSyntax           *syntax;
  const ReadoutToken      *tokens;
  ReadoutCandidateMention *mentions;
  guint                    n_mentions;
  GArray                  *infos;
  GHashTable              *states;
  GHashTable              *roles;
  GHashTable              *weights;
  char                     home[3];
} ReadoutActorContext;

gint32      readout_actor_context_add (ReadoutActorContext *self,
                                       ReadoutActorType     type,
                                       char                *name,
                                       int                  confidence,
                                       const char          *rule);
void        readout_actor_context_tie (ReadoutActorContext *self,
                                       guint                mention,
                                       gint32               actor);
void        readout_actor_context_set_country (ReadoutCandidateActor *actor,
                                               const char            *code,
                                               const char            *rule);
gint32      readout_actor_context_get_state (ReadoutActorContext *self,
                                             const char          *code);
const char *readout_actor_context_get_code (const ReadoutActorContext *self,
                                            guint                      mention);
const char *readout_actor_context_get_seat (const ReadoutActorContext *self,
                                            guint                      mention);
gboolean    readout_actor_context_is_plural (const ReadoutActorContext *self,
                                             guint                      mention);
gboolean    readout_actor_context_is_quoted (const ReadoutActorContext *self,
                                             guint                      mention);
gint32 readout_actor_context_get_nested_ending (const ReadoutActorContext *self,
                                                guint32                    end);
gint32 readout_actor_context_get_possessor (const ReadoutActorContext *self,
                                            guint                      mention);
gboolean readout_actor_context_is_verb (const ReadoutActorContext *self,
                                        guint32                    at);
gint32   readout_actor_context_get_joined (const ReadoutActorContext *self,
                                           guint                      mention);
gboolean readout_actor_context_is_subject (const ReadoutActorContext *self,
                                           guint                      mention);
gboolean readout_actor_context_is_agent (const ReadoutActorContext *self,
                                         guint                      mention);
gboolean
readout_actor_context_is_international (const ReadoutActorContext *self,
                                        gint32                     actor);

static inline ReadoutActorInfo *
readout_actor_context_get_info (const ReadoutActorContext *self, gint32 actor)
{
  return &g_array_index (self->infos, ReadoutActorInfo, actor);
}

/* The longest mention that ends before token @end, or -1. */
static inline gint32
readout_actor_context_get_ending (const ReadoutActorContext *self, guint32 end)
{
  return end > 0 ? self->syntax->ending[end - 1] : -1;
}

G_END_DECLS
