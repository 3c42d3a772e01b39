/* detect-document.h: detection in one document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/detector.h"
#include "model/document.h"

G_BEGIN_DECLS

guint    readout_cli_count_reviewed (ReadoutDocument *document);
gboolean readout_cli_detect_document (ReadoutDetectorModel   *model,
                                      ReadoutDocument        *document,
                                      ReadoutDetectorProgress progress,
                                      gpointer                user_data,
                                      guint                  *n_reviewed,
                                      GError                **error);

G_END_DECLS
