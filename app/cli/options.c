/* options.c: the options of a command line
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/options.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "cli/report.h"

/**
 * readout_cli_parse:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 * @entries: the options of this command, ending with a zeroed one
 * @description: what the help says beyond the summary
 * @files: (out): the files that were named; at least one unless the command
 *   reads a stream
 *
 * Reads the options of a command, together with those that every command
 * has.
 *
 * Returns: whether the command line is in order; if not, that has been told
 */
gboolean
readout_cli_parse (ReadoutCli         *cli,
                   char             ***arguments,
                   const GOptionEntry *entries,
                   const char         *description,
                   char             ***files)
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;
  g_auto (GStrv) named = NULL;
  const ReadoutCliCommand *command;
  gboolean                 progress = FALSE;

  const GOptionEntry common[]
      = { { "quiet",
            'q',
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_NONE,
            &cli->quiet,
            N_ ("Tell of errors only"),
            NULL },
          { "progress",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_NONE,
            &progress,
            N_ ("Show progress (on a terminal this is on by itself)"),
            NULL },
          { G_OPTION_REMAINING,
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME_ARRAY,
            &named,
            NULL,
            NULL },
          { NULL } };

  g_return_val_if_fail (cli != NULL && cli->command != NULL, FALSE);
  g_return_val_if_fail (files != NULL, FALSE);

  command = cli->command;
  name = g_strdup_printf (READOUT_CLI_PROGRAM " %s", command->name);
  g_set_prgname (name);
  context = g_option_context_new (_ (command->arguments));
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, _ (command->summary));
  g_option_context_set_description (context, description);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, arguments, &error))
    {
      readout_cli_usage (cli, "%s", error->message);
      return FALSE;
    }
  if (named == NULL)
    named = g_new0 (char *, 1);
  if (named[0] == NULL && !cli->is_stream)
    {
      readout_cli_usage (cli, _ ("no file is named"));
      return FALSE;
    }

  cli->progress = progress || (!cli->quiet && isatty (STDERR_FILENO));
  *files = g_steal_pointer (&named);
  return TRUE;
}
