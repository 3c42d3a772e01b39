/* add.h: what a person adds
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "model/document.h"

G_BEGIN_DECLS

GPtrArray *readout_edits_add_mention (ReadoutDocument    *document,
                                      ReadoutSpan         span,
                                      ReadoutMentionType  type,
                                      const ReadoutStamp *stamp,
                                      GError            **error);
GPtrArray *readout_edits_add_statement (ReadoutDocument    *document,
                                        ReadoutSpan         content,
                                        const ReadoutStamp *stamp,
                                        GError            **error);
GPtrArray *readout_edits_add_meeting (ReadoutDocument    *document,
                                      ReadoutSpan         trigger,
                                      const ReadoutStamp *stamp,
                                      GError            **error);
GPtrArray *readout_edits_add_actor (ReadoutDocument    *document,
                                    ReadoutSpan         span,
                                    const ReadoutStamp *stamp,
                                    GError            **error);

G_END_DECLS
