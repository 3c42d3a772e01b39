/* cli.h: a run of readout-cli, and what a command is
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

#define READOUT_CLI_PROGRAM "readout-cli"

typedef struct _ReadoutCli ReadoutCli;

/* Each command reads its own options out of arguments, which starts with the
 * command's name; it tells what went wrong through report.h. */
typedef void (*ReadoutCliRun) (ReadoutCli *cli, char ***arguments);

/**
 * ReadoutCliCommand:
 * @name: the word of the command line
 * @arguments: what the help says that can follow it, not translated yet
 * @summary: what it does, in a line, not translated yet
 * @run: does it
 */
typedef struct
{
  const char   *name;
  const char   *arguments;
  const char   *summary;
  ReadoutCliRun run;
} ReadoutCliCommand;

/**
 * ReadoutCli:
 * @command: (nullable): the command that runs
 * @quiet: only errors are told
 * @progress: a line of progress is kept on standard error
 * @is_stream: standard input is read, so that no file needs to be named
 * @status: what the program will exit with
 * @progress_shown: whether that line is on the terminal now
 *
 * One run of the program.
 */
struct _ReadoutCli
{
  const ReadoutCliCommand *command;
  gboolean                 quiet;
  gboolean                 progress;
  gboolean                 is_stream;
  ReadoutCliStatus         status;
  gboolean                 progress_shown;
};

G_END_DECLS
