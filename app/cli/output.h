/* output.h: where the commands put what they make
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cli/cli.h"

G_BEGIN_DECLS

/* The files that one run has written, so that two inputs of one name do not
 * silently end up in one file. */
typedef struct
{
  GHashTable *written; /* File -> the place it was made of. */
} ReadoutCliOutput;

void     readout_cli_output_init (ReadoutCliOutput *self);
void     readout_cli_output_clear (ReadoutCliOutput *self);
char    *readout_cli_output_path (const char *folder, const char *stem);
gboolean readout_cli_output_claim (ReadoutCliOutput *self,
                                   ReadoutCli       *cli,
                                   const char       *path,
                                   const char       *place);
gboolean readout_cli_output_check_names (ReadoutCli *cli,
                                         const char *folder,
                                         char      **files);
gboolean readout_cli_output_make_folder (ReadoutCli *cli, const char *folder);
gboolean readout_cli_output_is_standard (const char *path);
gboolean readout_cli_output_check (ReadoutCli *cli, const char *path);
gboolean
readout_cli_output_write (ReadoutCli *cli, const char *path, GBytes *bytes);

/* A stream of lines. */
typedef struct _ReadoutCliStream ReadoutCliStream;

ReadoutCliStream *readout_cli_output_open (ReadoutCli *cli, const char *path);
gboolean          readout_cli_output_append (ReadoutCli       *cli,
                                             ReadoutCliStream *stream,
                                             GBytes           *bytes);
gboolean readout_cli_output_close (ReadoutCli *cli, ReadoutCliStream *stream);

G_END_DECLS
