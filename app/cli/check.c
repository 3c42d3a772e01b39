/* check.c: the command that checks annotation files
 *
 * Checking is reading: the reader verifies everything that the format asks
 * for, and here also the values that it takes as they are elsewhere.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/check.h"

#include <glib/gi18n-lib.h>

#include "cli/input.h"
#include "cli/options.h"
#include "cli/report.h"

/**
 * readout_cli_check:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 *
 * Reads annotation files and tells what is wrong with them.
 */
void
readout_cli_check (ReadoutCli *cli, char ***arguments)
{
  const GOptionEntry entries[] = { { NULL } };
  g_auto (GStrv) files = NULL;
  guint n_files;

  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("The files are annotation files, or JSON Lines with one "
             "annotation object a line.\nNothing is said of a file that is in "
             "order."),
          &files))
    return;

  n_files = g_strv_length (files);
  for (guint i = 0; i < n_files; i++)
    {
      readout_cli_show_progress (cli, i, n_files, files[i], 0);
      readout_cli_check_documents (cli, files[i]);
    }
}
