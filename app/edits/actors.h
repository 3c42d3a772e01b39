/* actors.h: linking and merging actors
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "model/document.h"

G_BEGIN_DECLS

GPtrArray *readout_edits_link (ReadoutDocument    *document,
                               const char         *id,
                               const char         *actor_id,
                               const ReadoutStamp *stamp,
                               GError            **error);
GPtrArray *readout_edits_merge_actors (ReadoutDocument    *document,
                                       const char         *kept_id,
                                       const char         *merged_id,
                                       const ReadoutStamp *stamp,
                                       GError            **error);

/* Candidates for an item of any kind, the likeliest first. */
GPtrArray *readout_edits_rank_actors (ReadoutDocument *document,
                                      const char      *id);

G_END_DECLS
