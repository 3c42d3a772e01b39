/* linker.c: the step that ties mentions to actors
 *
 * Sieves, the most certain first (Raghunathan et al. 2010, Lee et al. 2013):
 * equal names and parts of a known name; titles beside a name; states and
 * their governments; titles alone, common nouns, and pronouns.  No sieve undoes
 * what an earlier one has tied.  Each looks candidates up by word, or at the
 * last few only, so that the whole is linear in the length of the article.
 *
 * An actor that an article only names in passing is kept but not marked as
 * used; the finders of statements and meetings mark more.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/actors/linker.h"

#include "detect/actors/anaphors.h"
#include "detect/actors/confidence.h"
#include "detect/actors/context.h"
#include "detect/actors/countries.h"
#include "detect/actors/guesses.h"
#include "detect/actors/names.h"
#include "detect/actors/roles.h"
#include "detect/actors/states.h"
#include "detect/article/syntax.h"

/**
 * readout_actor_linker_run:
 * @analysis: an analysis of which mentions and syntax are there
 */
void
readout_actor_linker_run (ReadoutAnalysis *analysis)
{
  static void (*const sieves[]) (ReadoutActorContext *)
      = { readout_actor_names_link,     readout_actor_roles_link,
          readout_actor_countries_link, readout_actor_states_link,
          readout_actor_anaphors_link,  readout_actor_guesses_set_countries,
          readout_actor_confidence_set };
  ReadoutActorContext self = { 0 };

  g_return_if_fail (analysis != NULL && analysis->syntax != NULL);

  g_array_set_size (analysis->actors, 0);

  self.analysis = analysis;
  self.lexicon = readout_lexicon_get_default ();
  self.syntax = analysis->syntax;
  self.tokens = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;
  self.mentions = (ReadoutCandidateMention *)(gpointer)analysis->mentions->data;
  self.n_mentions = analysis->mentions->len;
  self.infos = g_array_new (FALSE, FALSE, sizeof (ReadoutActorInfo));
  self.states = g_hash_table_new (g_str_hash, g_str_equal);
  self.roles = g_hash_table_new (NULL, NULL);
  self.weights = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < self.n_mentions; i++)
    self.mentions[i].actor = -1;

  readout_actor_countries_find_home (&self);
  for (gsize i = 0; i < G_N_ELEMENTS (sieves); i++)
    if (!g_cancellable_is_cancelled (analysis->cancellable))
      sieves[i](&self);

  g_array_unref (self.infos);
  g_hash_table_unref (self.states);
  g_hash_table_unref (self.roles);
  g_hash_table_unref (self.weights);
}
