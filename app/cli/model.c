/* model.c: the model that a command uses
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/model.h"

#include <glib/gi18n-lib.h>

#include "cli/report.h"

/**
 * readout_cli_open_model:
 * @cli: the run
 * @choice: (nullable): what --model says: a name, a file, or "rules"
 * @model: (out) (transfer full) (nullable): the model; %NULL where the rules
 *   are to work alone
 *
 * Opens the model that is asked for, or else the best one that is installed.
 * If it cannot be used, that is told with the names of those that can.
 *
 * Returns: whether the command can go on
 */
gboolean
readout_cli_open_model (ReadoutCli            *cli,
                        const char            *choice,
                        ReadoutDetectorModel **model)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) installed = NULL;
  g_autoptr (GString) names = NULL;

  g_return_val_if_fail (cli != NULL && model != NULL, FALSE);

  if (readout_detector_models_open (choice, model, &error))
    return TRUE;

  readout_cli_error (cli, NULL, "%s", error->message);
  names = g_string_new (READOUT_MODELS_RULES);
  installed = readout_detector_models_list ();
  for (guint i = 0; i < installed->len; i++)
    {
      const ReadoutInstalledModel *one = g_ptr_array_index (installed, i);

      g_string_append_printf (names, ", %s", one->name);
    }
  readout_cli_note (cli, NULL, _ ("--model can be: %s"), names->str);
  return FALSE;
}
