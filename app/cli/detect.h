/* detect.h: what the forms of the detect command share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "cli/cli.h"
#include "detect/detector.h"
#include "model/document.h"

G_BEGIN_DECLS

gboolean readout_cli_detect_document (ReadoutDetectorModel   *model,
                                      ReadoutDocument        *document,
                                      ReadoutDetectorProgress progress,
                                      gpointer                user_data,
                                      guint                  *n_reviewed,
                                      GError                **error);
void     readout_cli_detect_stream (ReadoutCli           *cli,
                                    ReadoutDetectorModel *model,
                                    guint                 n_threads);

G_END_DECLS
