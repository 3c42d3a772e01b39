/* cli-corpus.h: labelled corpora in JSON Lines
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <json-glib/json-glib.h>

#include "cli/cli.h"

G_BEGIN_DECLS

/* Called for each line with its object, and with "FILE:LINE" for messages.
 * Returns FALSE to stop. */
typedef gboolean (*ReadoutCliLineFunc) (ReadoutCli *cli,
                                        JsonObject *object,
                                        const char *place,
                                        gpointer    user_data);

gboolean readout_cli_each_line (ReadoutCli        *cli,
                                const char        *path,
                                ReadoutCliLineFunc func,
                                gpointer           user_data);

G_END_DECLS
