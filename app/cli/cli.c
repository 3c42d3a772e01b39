/* cli.c: readout-cli, the command line
 *
 * A table of commands, each of which reads its own options.  Results go to
 * standard output or to files, messages to standard error.  A fault in one
 * input is told, with its file and place, and the rest is done all the same:
 * the exit status is then 1.  It is 2 if the command line itself was wrong, and
 * then nothing was done.  A command that takes long may be ended by a signal,
 * and then says so with 128 and the signal's number, as shells do.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "cli/check.h"
#include "cli/convert.h"
#include "cli/detect.h"
#include "cli/report.h"
#include "cli/tag.h"
#include "cli/train.h"

static const ReadoutCliCommand commands[] = {
  { "detect",
    N_ ("FILE… [-o FOLDER]"),
    N_ ("Find actors, statements and meetings in articles"),
    readout_cli_detect },
  { "check",
    N_ ("FILE…"),
    N_ ("Say what is wrong with annotation files"),
    readout_cli_check },
  { "convert",
    N_ ("--to FORMAT [-o OUT] FILE…"),
    N_ ("Turn annotations into another format"),
    readout_cli_convert },
  { "tag",
    N_ ("--layer LAYER FILE…"),
    N_ ("Give the raw output of the taggers"),
    readout_cli_tag },
  { "train",
    N_ ("-o MODEL FILE…"),
    N_ ("Make a model from annotated articles"),
    readout_cli_train },
};

static const ReadoutCliCommand *
find_command (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, name))
      return &commands[i];

  return NULL;
}

static void
print_help (void)
{
  g_print (_ ("Usage:\n  %s COMMAND [OPTION…] [FILE…]\n\n"),
           READOUT_CLI_PROGRAM);
  g_print ("%s\n\n",
           _ ("Reads news articles as data: who said what, and who met whom."));
  g_print ("%s\n", _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _ (commands[i].summary));
  g_print ("\n%s\n",
           _ ("“readout-cli COMMAND --help” tells more of each.  The file name "
              "“-” is\nstandard input.  The exit status is 0 if all went well, "
              "1 if something in\nthe input was wrong (the rest was done), and "
              "2 if the command line was wrong."));
}

int
main (int argc, char *argv[])
{
  ReadoutCli               cli = { 0 };
  const ReadoutCliCommand *command;
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (READOUT_CLI_PROGRAM);

  if (argc < 2)
    {
      readout_cli_usage (&cli, _ ("no command is given"));
      return cli.status;
    }
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    {
      print_help ();
      return READOUT_CLI_OK;
    }
  if (g_str_equal (argv[1], "--version"))
    {
      g_print ("%s %s\n", READOUT_CLI_PROGRAM, PACKAGE_VERSION);
      return READOUT_CLI_OK;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      readout_cli_usage (&cli, _ ("“%s” is not a command"), argv[1]);
      return cli.status;
    }

  cli.command = command;
  arguments = g_strdupv (argv + 1);
  command->run (&cli, &arguments);
  readout_cli_clear_progress (&cli);
  return cli.status;
}
