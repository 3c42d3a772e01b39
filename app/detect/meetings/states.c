/* states.c: states that take part in an encounter
 *
 * A state that holds talks or is visited acts, even where the article names it
 * only there, so that it is no actor yet.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "detect/meetings/states.h"

#include <string.h>

#include "detect/article/phrases.h"
#include "detect/article/subjects.h"
#include "detect/article/syntax.h"
#include "language/lexicon.h"
#include "language/work.h"

/**
 * readout_meeting_states_find_country:
 * @syntax: the syntax
 * @place: a noun phrase
 *
 * Returns: the state that a place is in, as a code; empty if it is not known
 */
const char *
readout_meeting_states_find_country (const ReadoutSyntax *syntax,
                                     ReadoutPhrase        place)
{
  const ReadoutLexicon *lexicon = readout_lexicon_get_default ();

  for (guint i = place.first; i < place.end; i++)
    {
      const ReadoutLexiconEntry *entry;

      if (readout_lexicon_match (lexicon,
                                 syntax->tokens,
                                 i,
                                 place.end,
                                 READOUT_LEXICON_COUNTRY
                                     | READOUT_LEXICON_CAPITAL
                                     | READOUT_LEXICON_CITY,
                                 &entry)
              > 0
          && entry->value[0] != '\0')
        return entry->value;
    }
  return "";
}

/* The first one that a country has stays. */
static void
note_government (ReadoutAnalysis *analysis, guint index)
{
  const ReadoutCandidateActor *actor
      = readout_analysis_get_actor (analysis, index);

  if (actor->type == READOUT_ACTOR_GOVERNMENT
      && !g_hash_table_contains (analysis->governments, actor->country))
    g_hash_table_insert (analysis->governments,
                         g_strdup (actor->country),
                         GINT_TO_POINTER (index + 1));
}

/* An article may name very many actors, and a state with each. */
static void
index_governments (ReadoutAnalysis *analysis)
{
  analysis->governments
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < analysis->actors->len
                    && !readout_work_is_cancelled (analysis->cancellable, i);
       i++)
    note_government (analysis, i);
}

/**
 * readout_meeting_states_find:
 * @analysis: the analysis
 * @country: the code of a country
 * @place: where the article names it
 *
 * The government of a country among the actors; it is added where the article
 * only names the place.
 *
 * Returns: its index
 */
gint32
readout_meeting_states_find (ReadoutAnalysis *analysis,
                             const char      *country,
                             ReadoutPhrase    place)
{
  ReadoutCandidateActor actor = { 0 };
  gpointer              known;

  if (analysis->governments == NULL)
    index_governments (analysis);
  known = g_hash_table_lookup (analysis->governments, country);
  if (known != NULL)
    return GPOINTER_TO_INT (known) - 1;

  actor.type = READOUT_ACTOR_GOVERNMENT;
  actor.name = g_strdup (readout_lexicon_get_country_name (
      readout_lexicon_get_default (), country));
  if (actor.name == NULL)
    actor.name = readout_analysis_slice (analysis, place.first, place.end);
  g_strlcpy (actor.country, country, sizeof actor.country);
  actor.confidence = 50;
  actor.rule = "meetings/states: a state that holds talks or is visited";
  g_array_append_val (analysis->actors, actor);
  note_government (analysis, analysis->actors->len - 1);

  return analysis->actors->len - 1;
}

/* The code of the country that a mention names; empty if it names none. */
static const char *
get_country (const ReadoutSyntax           *syntax,
             const ReadoutCandidateMention *mention)
{
  const ReadoutLexiconEntry *entry;
  guint                      first = mention->first;

  if (mention->type != READOUT_MENTION_LOCATION
      || mention->form != READOUT_FORM_NAME)
    return "";
  if (first + 1 < mention->end && readout_syntax_is (syntax, first, "the"))
    first++;
  if (readout_lexicon_match (readout_lexicon_get_default (),
                             syntax->tokens,
                             first,
                             mention->end,
                             READOUT_LEXICON_COUNTRY,
                             &entry)
          != mention->end - first
      || entry->value == NULL)
    return "";
  return entry->value;
}

/**
 * readout_meeting_states_is_state:
 * @syntax: the syntax
 * @place: a noun phrase
 *
 * Returns: whether it begins with the name of a state, rather than of a place
 *   in one
 */
gboolean
readout_meeting_states_is_state (const ReadoutSyntax *syntax,
                                 ReadoutPhrase        place)
{
  guint first = place.first;

  while (first < place.end
         && readout_syntax_has (syntax, first, READOUT_WORD_DETERMINER))
    first++;
  return first < place.end && syntax->covering[first] >= 0
         && *get_country (syntax, &syntax->mentions[syntax->covering[first]])
                != '\0';
}

/**
 * readout_meeting_states_collect_parties:
 * @self: a sentence
 * @phrase: a noun phrase
 * @actors: (element-type gint32): where to add them
 *
 * Adds the actors of a phrase whose head takes part in an encounter.  If it
 * names nothing but states they act there.
 */
void
readout_meeting_states_collect_parties (const ReadoutTriggerSite *self,
                                        ReadoutPhrase             phrase,
                                        GArray                   *actors)
{
  guint n = actors->len;

  readout_subjects_get_actors (self->syntax, phrase, actors);
  if (actors->len > n)
    return;

  for (guint i = phrase.first; i < phrase.end; i++)
    {
      gint32 mention = self->syntax->covering[i];

      if (mention < 0 && !readout_syntax_is (self->syntax, i, "and")
          && !readout_syntax_is (self->syntax, i, ",")
          && !readout_syntax_has (self->syntax, i, READOUT_WORD_DETERMINER))
        return;
      if (mention >= 0
          && *get_country (self->syntax, &self->syntax->mentions[mention])
                 == '\0')
        return;
    }
  for (guint i = phrase.first; i < phrase.end; i++)
    {
      gint32                   index = self->syntax->starting[i];
      ReadoutCandidateMention *mention;

      if (index < 0)
        continue;
      mention = readout_analysis_get_mention (self->analysis, index);
      mention->actor = readout_meeting_states_find (
          self->analysis,
          get_country (self->syntax, mention),
          (ReadoutPhrase){ mention->first, mention->end });
      readout_trigger_add_actor (actors, mention->actor);
    }
}
