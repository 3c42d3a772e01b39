/* nearby.h: records near each other in the text, and how alike they are
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/annotations.h"

G_BEGIN_DECLS

/* Inside app/model only. */
typedef struct _ReadoutNearby ReadoutNearby;

typedef gboolean (*ReadoutSimilar) (const ReadoutRecord *found,
                                    const ReadoutRecord *record,
                                    guint               *score);

ReadoutNearby *readout_nearby_new (ReadoutAnnotations *annotations,
                                   ReadoutKind         kind,
                                   guint32             text_length);
void           readout_nearby_free (ReadoutNearby *self);
GPtrArray     *readout_nearby_find (ReadoutNearby       *self,
                                    const ReadoutRecord *record);
gboolean       readout_nearby_compare (const ReadoutRecord *found,
                                       const ReadoutRecord *record,
                                       ReadoutSimilar       similar,
                                       guint               *score);
gboolean       readout_similar_same (const ReadoutRecord *found,
                                     const ReadoutRecord *record,
                                     guint               *score);
gboolean       readout_similar_about (const ReadoutRecord *found,
                                      const ReadoutRecord *record,
                                      guint               *score);
gboolean       readout_similar_repeats (const ReadoutRecord *found,
                                        const ReadoutRecord *record,
                                        guint               *score);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNearby, readout_nearby_free)

G_END_DECLS
