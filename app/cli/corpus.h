/* corpus.h: labelled corpora in JSON Lines
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "cli/cli.h"

G_BEGIN_DECLS

/**
 * ReadoutCliLine:
 * @object: the JSON object in it
 * @data: (array length=length): its bytes
 * @length: how many
 * @number: which line it is, from 1
 * @place: "FILE:LINE", for messages
 */
typedef struct
{
  JsonObject *object;
  const char *data;
  gsize       length;
  guint64     number;
  const char *place;
} ReadoutCliLine;

/* Called for each line.  Returns FALSE to stop. */
typedef gboolean (*ReadoutCliLineFunc) (ReadoutCli           *cli,
                                        const ReadoutCliLine *line,
                                        gpointer              user_data);

void readout_cli_each_line (ReadoutCli        *cli,
                            const char        *path,
                            ReadoutCliLineFunc func,
                            gpointer           user_data);

G_END_DECLS
