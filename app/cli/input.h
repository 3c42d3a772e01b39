/* input.h: the documents in the files named on the command line
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "model/document.h"

G_BEGIN_DECLS

typedef enum
{
  READOUT_CLI_FORMAT_READOUT,
  READOUT_CLI_FORMAT_JSONL,
  READOUT_CLI_FORMAT_TEXT,
  READOUT_CLI_N_FORMATS,
  /* Annotations, one object or one a line, as the bytes show. */
  READOUT_CLI_FORMAT_ANNOTATIONS = READOUT_CLI_N_FORMATS,
  /* The same, or an article. */
  READOUT_CLI_FORMAT_ANY
} ReadoutCliFormat;

/**
 * ReadoutCliSource:
 * @place: names the document in messages: the file, and the line if the file
 *   holds one document a line
 * @stem: the base name for files made of it
 * @is_line: whether it is one line of JSON Lines
 */
typedef struct
{
  const char *place;
  const char *stem;
  gboolean    is_line;
} ReadoutCliSource;

typedef void (*ReadoutCliDocumentFunc) (ReadoutCli             *cli,
                                        ReadoutDocument        *document,
                                        const ReadoutCliSource *source,
                                        gpointer                user_data);

char    *readout_cli_make_stem (const char *path);
gboolean readout_cli_is_single (const char *path);
gboolean readout_cli_format_from_nick (const char       *nick,
                                       ReadoutCliFormat *format);
void     readout_cli_each_document (ReadoutCli            *cli,
                                    const char            *path,
                                    ReadoutCliFormat       format,
                                    ReadoutCliDocumentFunc func,
                                    gpointer               user_data);
void     readout_cli_check_documents (ReadoutCli *cli, const char *path);

G_END_DECLS
