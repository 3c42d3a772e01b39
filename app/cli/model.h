/* model.h: the model that a command uses
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "detect/models/installed.h"

G_BEGIN_DECLS

gboolean readout_cli_open_model (ReadoutCli            *cli,
                                 const char            *choice,
                                 ReadoutDetectorModel **model);

G_END_DECLS
