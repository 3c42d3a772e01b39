/* explain.h: by which rules the detector found what it found
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/detector.h"
#include "model/document.h"

G_BEGIN_DECLS

char *readout_cli_explain_document (ReadoutDetectorModel *model,
                                    ReadoutDocument      *document,
                                    GError              **error);

G_END_DECLS
