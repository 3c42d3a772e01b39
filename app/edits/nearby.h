/* nearby.h: records near each other in the text, and how alike they are
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/annotations.h"

G_BEGIN_DECLS

/* Inside app/edits only. */
typedef struct _ReadoutNearby ReadoutNearby;

ReadoutNearby *readout_nearby_new (ReadoutAnnotations *annotations,
                                   ReadoutKind         kind,
                                   guint32             text_length);
void           readout_nearby_free (ReadoutNearby *self);
GPtrArray     *readout_nearby_find (ReadoutNearby       *self,
                                    const ReadoutRecord *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNearby, readout_nearby_free)

G_END_DECLS
