/* recipe.c: the settings of the training
 *
 * A setting is NAME=VALUE, where the name is that of the layer and of what is
 * set: "names.dropout=0.7".
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/recipe.h"

#include <string.h>

#define MAX_VALUE 1000

/* What can be set: a number or a count. */
typedef struct
{
  const char *name;
  float      *number;
  guint      *count;
} Setting;

/* Sets one of what can be set.  Returns FALSE if it is not among them. */
static gboolean
change_one (const Setting *known, guint n_known, const char *setting)
{
  const char *equals = strchr (setting, '=');
  double      value;

  if (equals == NULL)
    return FALSE;
  value = g_ascii_strtod (equals + 1, NULL);
  if (!(value >= 0 && value <= MAX_VALUE))
    return FALSE;

  for (guint i = 0; i < n_known; i++)
    {
      if (strlen (known[i].name) != (gsize)(equals - setting)
          || !g_str_has_prefix (setting, known[i].name))
        continue;
      if (known[i].number != NULL)
        *known[i].number = value;
      else
        *known[i].count = MAX (value, 1);
      return TRUE;
    }

  return FALSE;
}

/**
 * readout_cli_recipe_change:
 * @settings: (nullable) (array zero-terminated=1): settings, each NAME=VALUE
 * @names: how names are trained
 * @attribution: how statements are trained
 * @wrong: (out): the first setting that is not known or out of range; not set
 *   if each is in order, but not all of them together
 *
 * Changes the recipe of a training.
 *
 * Returns: whether that can be trained
 */
gboolean
readout_cli_recipe_change (char                             **settings,
                           ReadoutNameTrainingOptions        *names,
                           ReadoutAttributionTrainingOptions *attribution,
                           const char                       **wrong)
{
  const Setting known[] = {
    { "names.dropout", &names->dropout, NULL },
    { "names.rate", &names->rate, NULL },
    { "names.epsilon", &names->epsilon, NULL },
    { "names.late-dropout", &names->late_dropout, NULL },
    { "names.prune-below", &names->prune_below, NULL },
    { "names.runs", NULL, &names->n_runs },
    { "names.epochs", NULL, &names->epochs },
    { "names.average-from", NULL, &names->average_from },
    { "names.min-count", NULL, &names->min_count },
    { "attribution.dropout", &attribution->dropout, NULL },
    { "attribution.rate", &attribution->rate, NULL },
    { "attribution.epsilon", &attribution->epsilon, NULL },
    { "attribution.l2", &attribution->l2, NULL },
    { "attribution.prune-below", &attribution->prune_below, NULL },
    { "attribution.runs", NULL, &attribution->n_runs },
    { "attribution.epochs", NULL, &attribution->epochs },
    { "attribution.average-from", NULL, &attribution->average_from },
    { "attribution.min-count", NULL, &attribution->min_count },
  };

  g_return_val_if_fail (names != NULL && attribution != NULL, FALSE);
  g_return_val_if_fail (wrong != NULL, FALSE);

  for (guint i = 0; settings != NULL && settings[i] != NULL; i++)
    if (!change_one (known, G_N_ELEMENTS (known), settings[i]))
      {
        *wrong = settings[i];
        return FALSE;
      }

  return names->average_from <= names->epochs
         && attribution->average_from <= attribution->epochs
         && names->dropout < 1 && attribution->dropout < 1;
}
