/* detection.h: what detection, run again, does to a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* What detection, run again, does to what is there: replaces suggestions that
 * nobody has reviewed, keeps everything reviewed, and drops what repeats a
 * reviewed or rejected item. `found` holds records with fresh ids. */
GPtrArray *readout_edits_merge_detection (ReadoutDocument *document,
                                          GPtrArray       *found,
                                          GError         **error);

G_END_DECLS
