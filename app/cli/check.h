/* check.h: the command that checks annotation files
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

void readout_cli_check (ReadoutCli *cli, char ***arguments);

G_END_DECLS
