/* parties.c: states that act, by the words beside them
 *
 * A state takes part where it possesses a policy ("Jordan's keenness") or
 * stands beside the words of a treaty, a visit or talks.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/parties.h"

#include "detect/article/syntax.h"

/* Nouns for what states have or do. */
static gboolean
is_policy_noun (const ReadoutActorContext *self, guint32 at)
{
  return readout_syntax_is_in (self->syntax, at, READOUT_WORDS_POLICY_NOUNS);
}

/**
 * readout_actor_parties_have_policy:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: whether "'s" and a noun of policy follow it
 */
gboolean
readout_actor_parties_have_policy (const ReadoutActorContext *self,
                                   guint                      mention)
{
  guint32 end = self->mentions[mention].end;
  gint32  next;

  if (!readout_syntax_is (self->syntax, end, "'s")
      || end + 1 >= self->syntax->n_tokens)
    return FALSE;

  next = self->syntax->starting[end + 1];
  if (next >= 0 && self->mentions[next].type == READOUT_MENTION_TITLE)
    return TRUE;
  for (guint32 i = end + 1; i < end + 4 && i < self->syntax->n_tokens; i++)
    if (is_policy_noun (self, i))
      return TRUE;

  return FALSE;
}

/**
 * readout_actor_parties_skip_article:
 * @self: the context
 * @mention: index of a mention
 *
 * Returns: the token before it and its article, plus one; 0 if there is none
 */
guint32
readout_actor_parties_skip_article (const ReadoutActorContext *self,
                                    guint                      mention)
{
  guint32 at = self->mentions[mention].first;

  if (at > 0
      && readout_syntax_has (self->syntax, at - 1, READOUT_WORD_DETERMINER))
    at--;

  return at;
}

/* Whether it belongs to a noun of policy or to "between … and". */
static gboolean
is_party_alone (const ReadoutActorContext *self, guint mention)
{
  guint32 at = readout_actor_parties_skip_article (self, mention);

  if (at > 1 && readout_syntax_is (self->syntax, at - 1, "of")
      && is_policy_noun (self, at - 2)
      && !readout_syntax_is (self->syntax, at - 2, "invasion"))
    return TRUE;

  if (at > 0 && readout_syntax_is (self->syntax, at - 1, "between"))
    return TRUE;

  /* A state that is visited is a host. */
  if (at > 0 && readout_syntax_is (self->syntax, at - 1, "to"))
    at--;
  return at > 0
         && readout_syntax_is_in (self->syntax, at - 1, READOUT_WORDS_VISITS);
}

/**
 * readout_actor_parties_contain:
 * @self: the context
 * @mention: index of a mention of a state or a body
 *
 * Returns: whether it is one side of a relation: "the plans of Norway",
 *   "between Norway and Chile", "the Norway-Chile partnership"
 */
gboolean
readout_actor_parties_contain (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  gint32 other = readout_actor_context_get_joined (self, mention);

  if (is_party_alone (self, mention)
      || (other >= 0 && is_party_alone (self, other)))
    return TRUE;

  if (readout_syntax_is (self->syntax, m->end, "-")
      && m->end + 1 < self->syntax->n_tokens)
    other = self->syntax->starting[m->end + 1];
  else if (m->first > 1 && readout_syntax_is (self->syntax, m->first - 1, "-"))
    other = readout_actor_context_get_ending (self, m->first - 1);
  else
    return FALSE;

  return other >= 0 && *readout_actor_context_get_code (self, other) != '\0';
}
