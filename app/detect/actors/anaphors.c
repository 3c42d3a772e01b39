/* anaphors.c: titles alone, common nouns, and pronouns
 *
 * One walk in text order, since each link can be the antecedent of the next.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/anaphors.h"

#include "detect/actors/nominals.h"
#include "detect/actors/pronouns.h"
#include "detect/actors/roles.h"
#include "detect/actors/titles.h"
#include "detect/actors/walk.h"
#include "language/work.h"

static void
note_subject (ReadoutActorWalk *walk, guint mention)
{
  ReadoutActorContext           *self = walk->context;
  const ReadoutCandidateMention *m = &self->mentions[mention];
  guint32 sentence = readout_actor_walk_get_sentence (walk, mention);

  if (m->actor < 0 || m->outer >= 0
      || readout_actor_walk_get_actor (walk, m->actor)->type
             != READOUT_ACTOR_PERSON
      || readout_actor_context_is_quoted (self, mention)
      || !readout_actor_context_is_subject (self, mention))
    return;

  if (walk->own_sentence != sentence || walk->own < 0)
    walk->own = m->actor;
  walk->own_sentence = sentence;
  walk->subject = walk->own;
  walk->sentence = sentence;
}

/**
 * readout_actor_anaphors_link:
 * @self: the context, with names, roles and states tied
 */
void
readout_actor_anaphors_link (ReadoutActorContext *self)
{
  ReadoutActorWalk walk = { self, NULL, -1, 0, -1, G_MAXUINT32 };

  walk.groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n_mentions; i++)
    {
      const ReadoutCandidateMention *m = &self->mentions[i];

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (m->actor < 0)
        {
          if (m->type == READOUT_MENTION_TITLE)
            readout_actor_titles_link (&walk, i);
          else if (m->form == READOUT_FORM_PRONOUN)
            readout_actor_pronouns_link (&walk, i);
          else if (m->form == READOUT_FORM_NOMINAL)
            readout_actor_nominals_link (&walk, i);

          /* "The president, who also is the head of the council". */
          if (m->actor >= 0 && m->outer < 0
              && (m->type == READOUT_MENTION_TITLE
                  || (m->form == READOUT_FORM_PRONOUN
                      && m->type == READOUT_MENTION_PERSON))
              && readout_analysis_get_actor (self->analysis, m->actor)->type
                     == READOUT_ACTOR_PERSON)
            readout_actor_roles_link_after (self, i);
        }
      note_subject (&walk, i);
    }

  g_hash_table_unref (walk.groups);
}
