/* cli.h: what the commands of readout-cli have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The exit statuses. */
typedef enum
{
  READOUT_CLI_OK,
  READOUT_CLI_BAD_INPUT, /* Some input was wrong; the rest was done. */
  READOUT_CLI_USAGE,
  READOUT_CLI_SIGNAL = 128 /* And the number of the signal that ended it. */
} ReadoutCliStatus;

/**
 * ReadoutCli:
 * @command: the command that runs
 * @quiet: only errors are told
 * @progress: a line of progress is kept on standard error
 * @is_stream: standard input is read, so that no file needs to be named
 * @status: what the program will exit with
 * @progress_shown: whether that line is on the terminal now
 *
 * One run of the program.
 */
typedef struct
{
  const char      *command;
  gboolean         quiet;
  gboolean         progress;
  gboolean         is_stream;
  ReadoutCliStatus status;
  gboolean         progress_shown;
} ReadoutCli;

/* Each command reads its own options out of arguments, which starts with the
 * command's name; it reports through the functions below. */
typedef void (*ReadoutCliRun) (ReadoutCli *cli, char ***arguments);

void readout_cli_detect (ReadoutCli *cli, char ***arguments);
void readout_cli_check (ReadoutCli *cli, char ***arguments);
void readout_cli_convert (ReadoutCli *cli, char ***arguments);
void readout_cli_tag (ReadoutCli *cli, char ***arguments);
void readout_cli_train (ReadoutCli *cli, char ***arguments);

gboolean readout_cli_parse (ReadoutCli         *cli,
                            char             ***arguments,
                            const GOptionEntry *entries,
                            const char         *description,
                            char             ***files);
void     readout_cli_usage (ReadoutCli *cli, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
void
readout_cli_error (ReadoutCli *cli, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void
readout_cli_note (ReadoutCli *cli, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void readout_cli_show_progress (ReadoutCli *cli,
                                guint       done,
                                guint       total,
                                const char *place,
                                double      fraction);

G_END_DECLS
