/* tagged.c: what the trained tagger says of names
 *
 * The tagger knows names by the company they keep and finds such as no list
 * holds, but it was trained on other habits: it has no names inside names, no
 * events, and one span where we mark two ("Lowtown, Spain").  So it does not
 * take the place of the rules but gives evidence to them, span by span, each
 * with its marginal probability: whether a capital at a sentence's start is a
 * name, where a run of capitals ends, and of what type a name is.  What only
 * it finds is added at the end.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/mentions/tagged.h"

#include <string.h>

#include "detect/models/model.h"
#include "language/work.h"

/* The type of a class of the tagger, or READOUT_N_MENTION_TYPES for classes
 * that rules do better: dates need a value, and amounts of money are names
 * only rarely. */
static ReadoutMentionType
type_of_class (const char *name)
{
  static const struct
  {
    const char        *name;
    ReadoutMentionType type;
  } classes[] = {
    { "PER", READOUT_MENTION_PERSON },
    { "ORG", READOUT_MENTION_ORGANIZATION },
    { "LOC", READOUT_MENTION_LOCATION },
    { "FAC", READOUT_MENTION_FACILITY },
    { "NORP", READOUT_MENTION_NATIONALITY },
    { "MISC", READOUT_MENTION_MISC },
    { "PRODUCT", READOUT_MENTION_MISC },
  };

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    if (strcmp (classes[i].name, name) == 0)
      return classes[i].type;

  return READOUT_N_MENTION_TYPES;
}

/* Adds the name without a determiner before it and marks around it. */
static void
add_trimmed (GArray *names, const ReadoutToken *tokens, ReadoutTaggedName name)
{
  while (
      name.first < name.end
      && ((tokens[name.first].flags & READOUT_TOKEN_PUNCT) != 0
          || (strcmp (tokens[name.first].lower, "the") == 0
              && (name.type != READOUT_MENTION_LOCATION
                  || (tokens[name.first].flags & READOUT_TOKEN_CAPITAL) == 0))))
    name.first++;
  while (name.end > name.first
         && ((tokens[name.end - 1].flags & READOUT_TOKEN_CLITIC) != 0
             || ((tokens[name.end - 1].flags & READOUT_TOKEN_PUNCT) != 0
                 && strcmp (tokens[name.end - 1].lower, ")") != 0
                 && strcmp (tokens[name.end - 1].lower, ".") != 0)))
    name.end--;

  if (name.end > name.first)
    g_array_append_val (names, name);
}

/**
 * readout_tagged_names_new:
 * @analysis: an analysis with tokens
 *
 * Runs the tagger of the analysis's model.
 *
 * Returns: (transfer full) (nullable) (element-type ReadoutTaggedName): the
 *   names in text order, none overlapping another, or %NULL if there is no
 *   tagger
 */
GArray *
readout_tagged_names_new (ReadoutAnalysis *analysis)
{
  const ReadoutNameTagger *tagger;
  const char *const       *classes;
  const ReadoutToken      *tokens;
  g_autoptr (GArray) spans = NULL;
  GArray *names;

  g_return_val_if_fail (analysis != NULL, NULL);

  if (analysis->model == NULL)
    return NULL;
  tagger = readout_detector_model_get_names (analysis->model);
  if (tagger == NULL)
    return NULL;

  tokens = (const ReadoutToken *)(gconstpointer)analysis->tokens->data;
  classes = readout_name_tagger_get_classes (tagger);
  spans = readout_name_tagger_run (tagger,
                                   analysis->text,
                                   analysis->tokens,
                                   analysis->sentences,
                                   analysis->cancellable);
  names = g_array_sized_new (
      FALSE, FALSE, sizeof (ReadoutTaggedName), spans->len);
  for (guint i = 0; i < spans->len; i++)
    {
      const ReadoutNameSpan *span = &g_array_index (spans, ReadoutNameSpan, i);
      ReadoutTaggedName      name = { span->first,
                                      span->end,
                                      type_of_class (classes[span->class_number]),
                                      span->probability };

      if (readout_work_is_cancelled (analysis->cancellable, i))
        break;
      if (name.type != READOUT_N_MENTION_TYPES)
        readout_tagged_names_add (names, tokens, &name);
    }

  return names;
}

/**
 * readout_tagged_names_add:
 * @names: (element-type ReadoutTaggedName): gets the name
 * @tokens: the article's tokens
 * @name: a name as the tagger has it, behind all in @names
 *
 * Adds the name in the form that our conventions give it: without a
 * determiner, and two places where it has one span over both.
 */
void
readout_tagged_names_add (GArray                  *names,
                          const ReadoutToken      *tokens,
                          const ReadoutTaggedName *name)
{
  ReadoutTaggedName rest = *name;

  /* "Lowtown, Spain", "Spain's Lowtown". */
  if (name->type == READOUT_MENTION_LOCATION)
    for (guint32 k = name->first; k < name->end; k++)
      if (strcmp (tokens[k].lower, ",") == 0
          || (tokens[k].flags & READOUT_TOKEN_CLITIC) != 0)
        {
          ReadoutTaggedName before = rest;

          before.end = k;
          add_trimmed (names, tokens, before);
          rest.first = k + 1;
        }

  add_trimmed (names, tokens, rest);
}

/**
 * readout_tagged_names_are_partial:
 * @analysis: an analysis
 *
 * A corpus that marks no nations was annotated for few kinds of names, and
 * such corpora are small; what a tagger that learned from one does not find
 * may be a name all the same.
 *
 * Returns: whether the tagger of the analysis's model is such a one
 */
gboolean
readout_tagged_names_are_partial (const ReadoutAnalysis *analysis)
{
  const ReadoutNameTagger *tagger = NULL;
  const char *const       *classes;

  g_return_val_if_fail (analysis != NULL, FALSE);

  if (analysis->model != NULL)
    tagger = readout_detector_model_get_names (analysis->model);
  if (tagger == NULL)
    return FALSE;

  classes = readout_name_tagger_get_classes (tagger);
  for (guint i = 0; classes[i] != NULL; i++)
    if (type_of_class (classes[i]) == READOUT_MENTION_NATIONALITY)
      return FALSE;

  return TRUE;
}

/**
 * readout_tagged_names_index:
 * @names: (element-type ReadoutTaggedName): from readout_tagged_names_new()
 * @n_tokens: how many tokens there are
 *
 * Returns: (transfer full): for each token the index of the name that it is
 *   in, or -1
 */
gint32 *
readout_tagged_names_index (const GArray *names, guint32 n_tokens)
{
  gint32 *index = g_new (gint32, MAX (n_tokens, 1));

  memset (index, 0xff, sizeof *index * MAX (n_tokens, 1));
  for (guint i = 0; i < names->len; i++)
    {
      const ReadoutTaggedName *name
          = &g_array_index (names, ReadoutTaggedName, i);

      for (guint32 k = name->first; k < name->end; k++)
        index[k] = i;
    }

  return index;
}
