/* report.h: what a run tells the person who started it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"

G_BEGIN_DECLS

void
readout_cli_error (ReadoutCli *cli, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void
readout_cli_note (ReadoutCli *cli, const char *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
void readout_cli_usage (ReadoutCli *cli, const char *format, ...)
    G_GNUC_PRINTF (2, 3);
void readout_cli_show_progress (ReadoutCli *cli,
                                guint       done,
                                guint       total,
                                const char *place,
                                double      fraction);
void readout_cli_clear_progress (ReadoutCli *cli);

G_END_DECLS
