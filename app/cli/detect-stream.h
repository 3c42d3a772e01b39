/* detect-stream.h: detection from JSON Lines to JSON Lines
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "detect/detector.h"

G_BEGIN_DECLS

void readout_cli_detect_stream (ReadoutCli           *cli,
                                ReadoutDetectorModel *model,
                                guint                 n_threads);

G_END_DECLS
