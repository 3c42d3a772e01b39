/* examples.h: what a model is made from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "cli/cli.h"

G_BEGIN_DECLS

GPtrArray *readout_cli_examples_read (ReadoutCli   *cli,
                                      char        **paths,
                                      GCancellable *cancellable);

G_END_DECLS
