/* cli.c: readout-cli, the command line
 *
 * A table of commands, each of which reads its own options, and the few things
 * they share: messages, progress and the exit status.  Results go to standard
 * output or to files, messages to standard error.  A fault in one input is
 * told, with its file and place, and the rest is done all the same: the exit
 * status is then 1.  It is 2 if the command line itself was wrong, and then
 * nothing was done.  A command that takes long may be ended by a signal, and
 * then says so with 128 and the signal's number, as shells do.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/cli.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <stdio.h>
#include <unistd.h>

#define PROGRAM "readout-cli"

typedef struct
{
  const char   *name;
  const char   *arguments;
  const char   *summary;
  ReadoutCliRun run;
} Command;

static const Command commands[] = {
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

static const Command *
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
  g_print (_ ("Usage:\n  %s COMMAND [OPTION…] [FILE…]\n\n"), PROGRAM);
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

/* The line of progress gives way to a message, and comes back with the next
 * step. */
static void
clear_progress (ReadoutCli *cli)
{
  if (!cli->progress_shown)
    return;

  g_printerr ("\r\033[K");
  cli->progress_shown = FALSE;
}

G_GNUC_PRINTF (3, 0)
static void
print_message (ReadoutCli *cli,
               const char *place,
               const char *format,
               va_list     arguments)
{
  g_autofree char *message = g_strdup_vprintf (format, arguments);

  clear_progress (cli);
  if (place != NULL)
    g_printerr (PROGRAM ": %s: %s\n", place, message);
  else
    g_printerr (PROGRAM ": %s\n", message);
}

/**
 * readout_cli_error:
 * @cli: the run
 * @place: (nullable): the file, and the place in it, that the message is about
 * @format: the message
 *
 * Tells of something wrong in the input.  The run goes on, and its exit status
 * will say so.
 */
void
readout_cli_error (ReadoutCli *cli, const char *place, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (cli != NULL);

  va_start (arguments, format);
  print_message (cli, place, format, arguments);
  va_end (arguments);

  if (cli->status == READOUT_CLI_OK)
    cli->status = READOUT_CLI_BAD_INPUT;
}

/**
 * readout_cli_note:
 * @cli: the run
 * @place: (nullable): the file, and the place in it, that the message is about
 * @format: the message
 *
 * Tells of something that a person may want to know but that is no fault.
 */
void
readout_cli_note (ReadoutCli *cli, const char *place, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (cli != NULL);

  if (cli->quiet)
    return;

  va_start (arguments, format);
  print_message (cli, place, format, arguments);
  va_end (arguments);
}

/**
 * readout_cli_usage:
 * @cli: the run
 * @format: what is wrong with the command line
 *
 * Tells that the command line cannot be understood.
 */
void
readout_cli_usage (ReadoutCli *cli, const char *format, ...)
{
  va_list arguments;

  g_return_if_fail (cli != NULL);

  va_start (arguments, format);
  print_message (cli, cli->command, format, arguments);
  va_end (arguments);
  if (cli->command != NULL)
    g_printerr (_ ("Try “%s %s --help”.\n"), PROGRAM, cli->command);
  else
    g_printerr (_ ("Try “%s --help”.\n"), PROGRAM);

  cli->status = READOUT_CLI_USAGE;
}

/**
 * readout_cli_show_progress:
 * @cli: the run
 * @done: how many inputs are done
 * @total: of how many
 * @place: the one that is being done
 * @fraction: how much of that one is done, 0 to 1
 */
void
readout_cli_show_progress (ReadoutCli *cli,
                           guint       done,
                           guint       total,
                           const char *place,
                           double      fraction)
{
  g_return_if_fail (cli != NULL);

  if (!cli->progress)
    return;

  /* TRANSLATORS: such as "[3/20] 45 % article.txt" */
  g_printerr ("\r\033[K");
  g_printerr (_ ("[%u/%u] %d %% %s"),
              MIN (done + 1, total),
              total,
              (int)(CLAMP (fraction, 0, 1) * 100),
              place);
  cli->progress_shown = TRUE;
}

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
  const Command *command;
  gboolean       progress = FALSE;

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

  command = find_command (cli->command);
  g_assert (command != NULL);

  name = g_strdup_printf (PROGRAM " %s", command->name);
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

int
main (int argc, char *argv[])
{
  ReadoutCli     cli = { 0 };
  const Command *command;
  g_auto (GStrv) arguments = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname (PROGRAM);

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
      g_print ("%s %s\n", PROGRAM, PACKAGE_VERSION);
      return READOUT_CLI_OK;
    }
  command = find_command (argv[1]);
  if (command == NULL)
    {
      readout_cli_usage (&cli, _ ("“%s” is not a command"), argv[1]);
      return cli.status;
    }

  cli.command = command->name;
  arguments = g_strdupv (argv + 1);
  command->run (&cli, &arguments);
  clear_progress (&cli);
  return cli.status;
}
