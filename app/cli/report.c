/* report.c: what a run tells the person who started it
 *
 * Everything here goes to standard error, for standard output is for results.
 * A fault is told with its file and place and is remembered in the exit status,
 * so that the rest can be done all the same.  A place may be the bare name of a
 * file, whatever bytes that has.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/report.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/display-name.h"

/* A message is one line.  Those of GLib name files as they are called. */
static char *
clean (const char *message)
{
  g_autofree char *valid = g_utf8_make_valid (message, -1);
  GString         *cleaned = g_string_sized_new (strlen (valid));

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar     c = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (c);
      gboolean     turns = c >= 0x202a && c <= 0x202e;

      if (turns || type == G_UNICODE_CONTROL || type == G_UNICODE_LINE_SEPARATOR
          || type == G_UNICODE_PARAGRAPH_SEPARATOR)
        c = 0xfffd;
      g_string_append_unichar (cleaned, c);
    }

  return g_string_free (cleaned, FALSE);
}

G_GNUC_PRINTF (3, 0)
static void
print_message (ReadoutCli *cli,
               const char *place,
               const char *format,
               va_list     arguments)
{
  g_autofree char *raw = g_strdup_vprintf (format, arguments);
  g_autofree char *message = clean (raw);

  readout_cli_clear_progress (cli);
  if (place != NULL)
    {
      g_autofree char *name = readout_display_name (place);

      g_printerr (READOUT_CLI_PROGRAM ": %s: %s\n", name, message);
    }
  else
    g_printerr (READOUT_CLI_PROGRAM ": %s\n", message);
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
  print_message (
      cli, cli->command != NULL ? cli->command->name : NULL, format, arguments);
  va_end (arguments);
  if (cli->command != NULL)
    g_printerr (
        _ ("Try “%s %s --help”.\n"), READOUT_CLI_PROGRAM, cli->command->name);
  else
    g_printerr (_ ("Try “%s --help”.\n"), READOUT_CLI_PROGRAM);

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
  g_autofree char *name = NULL;

  g_return_if_fail (cli != NULL);

  if (!cli->progress)
    return;

  /* TRANSLATORS: such as "[3/20] 45 % article.txt" */
  g_printerr ("\r\033[K");
  name = readout_display_name (place);
  g_printerr (_ ("[%u/%u] %d %% %s"),
              MIN (done + 1, total),
              total,
              (int)(CLAMP (fraction, 0, 1) * 100),
              name);
  cli->progress_shown = TRUE;
}

/**
 * readout_cli_clear_progress:
 * @cli: the run
 *
 * Takes the line of progress off the terminal.  It gives way to a message, and
 * comes back with the next step.
 */
void
readout_cli_clear_progress (ReadoutCli *cli)
{
  g_return_if_fail (cli != NULL);

  if (!cli->progress_shown)
    return;

  g_printerr ("\r\033[K");
  cli->progress_shown = FALSE;
}
