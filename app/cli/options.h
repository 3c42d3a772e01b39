/* options.h: the options of a command line
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

gboolean readout_cli_parse (ReadoutCli         *cli,
                            char             ***arguments,
                            const GOptionEntry *entries,
                            const char         *description,
                            char             ***files);

G_END_DECLS
