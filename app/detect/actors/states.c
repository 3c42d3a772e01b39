/* states.c: countries and capitals as governments
 *
 * A state is an actor when somewhere in the article it does something: it is
 * the subject of a verb, or possesses a policy ("Jordan's keenness").  Then all
 * its names are tied to the government, but for those that only say where
 * ("in Jordan"), and those inside a title or a longer name.  A capital is tied
 * only where it acts itself.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/actors/states.h"

#include <string.h>

#include "detect/actors/context.h"
#include "detect/actors/parties.h"
#include "detect/article/syntax.h"
#include "language/work.h"

/* A state that is spoken of so often, and not as a place, is an actor too. */
#define MIN_SPOKEN_OF 3

static gboolean
is_capital (const ReadoutActorContext *self, guint mention)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];

  return readout_lexicon_match (self->lexicon,
                                self->tokens,
                                m->first,
                                m->end,
                                READOUT_LEXICON_COUNTRY,
                                NULL)
         == 0;
}

/* Whether it only says where: after a preposition of place, or "and" and a
 * place that is one, behind a town, in "the north of". */
static gboolean
is_place_only (const ReadoutActorContext *self, guint mention)
{
  guint32 at = readout_actor_parties_skip_article (self, mention);
  gint32  before;

  if (at == 0)
    return FALSE;
  if (readout_syntax_is_in (
          self->syntax, at - 1, READOUT_WORDS_WHERE_PREPOSITIONS))
    return TRUE;
  if (at > 1 && readout_syntax_is (self->syntax, at - 1, "of")
      && (readout_syntax_is_in (self->syntax, at - 2, READOUT_WORDS_PLACE_PARTS)
          || (readout_actor_context_get_ending (self, at - 1) >= 0
              && self->mentions[readout_actor_context_get_ending (self, at - 1)]
                         .type
                     == READOUT_MENTION_LOCATION)))
    return TRUE;

  before = readout_actor_context_get_ending (self, at - 1);
  if (before < 0 || self->mentions[before].type != READOUT_MENTION_LOCATION)
    return FALSE;
  if (readout_syntax_is (self->syntax, at - 1, "and"))
    {
      at = readout_actor_parties_skip_article (self, before);
      return at > 0
             && readout_syntax_is_in (
                 self->syntax, at - 1, READOUT_WORDS_WHERE_PREPOSITIONS);
    }
  if (readout_syntax_is (self->syntax, at - 1, ","))
    {
      const char *code = readout_actor_context_get_seat (self, before);

      /* A town before it, unless this is a list of states. */
      return *readout_actor_context_get_code (self, before) == '\0'
             || (is_capital (self, before)
                 && strcmp (code,
                            readout_actor_context_get_code (self, mention))
                        == 0);
    }

  return FALSE;
}

/* Whether a capital is where somebody goes: "to visit Oslo", "left for
 * Oslo". */
static gboolean
is_destination (const ReadoutActorContext *self, guint mention)
{
  guint32 at = self->mentions[mention].first;

  return at == 0
         || !(readout_syntax_is (self->syntax, at - 1, "with")
              || readout_syntax_is (self->syntax, at - 1, "between")
              || readout_syntax_is (self->syntax, at - 1, "and")
              || readout_syntax_is (self->syntax, at - 1, "against")
              || readout_syntax_is (self->syntax, at - 1, "by")
              || readout_syntax_is (self->syntax, at - 1, "from")
              || readout_syntax_is (self->syntax, at - 1, "to"));
}

/* What the article says of states, by code of the country. */
typedef struct
{
  GHashTable *acting;   /* States that do something. */
  GHashTable *capitals; /* Those whose capital does so in their place. */
  GHashTable *counts;   /* How often they are spoken of, and not as places. */
} States;

static gboolean
acts_itself (const ReadoutActorContext *self, guint mention)
{
  return readout_actor_context_is_subject (self, mention)
         || readout_actor_context_is_agent (self, mention)
         || readout_actor_parties_have_policy (self, mention);
}

/* Notes what one mention says of its state. */
static void
note_state (const ReadoutActorContext *self, guint mention, States *states)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  const char *code = readout_actor_context_get_code (self, mention);
  guint       count;

  if (m->type != READOUT_MENTION_LOCATION || *code == '\0'
      || m->form != READOUT_FORM_NAME || m->outer >= 0)
    return;

  if (is_capital (self, mention))
    {
      if (acts_itself (self, mention))
        {
          g_hash_table_add (states->acting, (gpointer)code);
          g_hash_table_add (states->capitals, (gpointer)code);
        }
      return;
    }

  if (acts_itself (self, mention)
      || readout_actor_parties_contain (self, mention))
    {
      g_hash_table_add (states->acting, (gpointer)code);
      return;
    }

  if (is_place_only (self, mention))
    return;
  count = GPOINTER_TO_UINT (g_hash_table_lookup (states->counts, code)) + 1;
  g_hash_table_insert (
      states->counts, (gpointer)code, GUINT_TO_POINTER (count));
  if (count >= MIN_SPOKEN_OF)
    g_hash_table_add (states->acting, (gpointer)code);
}

/* Whether a mention stands for the government: its state acts, it is no part
 * of a title or a name, and it does not only say where. */
static gboolean
is_government (const ReadoutActorContext *self,
               guint                      mention,
               const States              *states)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  const char *code = readout_actor_context_get_code (self, mention);

  if (m->type != READOUT_MENTION_LOCATION || *code == '\0'
      || m->form != READOUT_FORM_NAME)
    return FALSE;
  if (m->outer >= 0
      && (self->mentions[m->outer].form == READOUT_FORM_NAME
          || self->mentions[m->outer].type == READOUT_MENTION_TITLE))
    return FALSE;
  if (!g_hash_table_contains (states->acting, code)
      || is_place_only (self, mention))
    return FALSE;

  return !is_capital (self, mention)
         || readout_actor_context_is_subject (self, mention)
         || readout_actor_parties_have_policy (self, mention)
         || (g_hash_table_contains (states->capitals, code)
             && !is_destination (self, mention));
}

/* Calls a state by the longest name of the article. */
static void
take_longer_name (ReadoutActorContext *self, guint mention, gint32 state)
{
  const ReadoutCandidateMention *m = &self->mentions[mention];
  ReadoutActorInfo      *info = readout_actor_context_get_info (self, state);
  ReadoutCandidateActor *actor
      = readout_analysis_get_actor (self->analysis, state);
  ReadoutSpan span
      = readout_analysis_get_span (self->analysis, m->first, m->end);

  if (info->name_mention >= 0
      && readout_span_length (span) <= (guint32)g_utf8_strlen (actor->name, -1))
    return;

  info->name_mention = mention;
  g_free (actor->name);
  actor->name = readout_analysis_slice (self->analysis, m->first, m->end);
}

/**
 * readout_actor_states_link:
 * @self: the context
 */
void
readout_actor_states_link (ReadoutActorContext *self)
{
  g_autoptr (GHashTable) acting = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) capitals = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) counts = g_hash_table_new (g_str_hash, g_str_equal);
  States states = { acting, capitals, counts };

  for (guint i = 0;
       i < self->n_mentions
       && !readout_work_is_cancelled (self->analysis->cancellable, i);
       i++)
    note_state (self, i, &states);

  for (guint i = 0; i < self->n_mentions; i++)
    {
      gint32 state;

      if (readout_work_is_cancelled (self->analysis->cancellable, i))
        break;
      if (!is_government (self, i, &states))
        continue;
      state = readout_actor_context_get_state (
          self, readout_actor_context_get_code (self, i));
      readout_actor_context_tie (self, i, state);
      readout_analysis_get_actor (self->analysis, state)->used = TRUE;
      if (!is_capital (self, i))
        take_longer_name (self, i, state);
    }
}
