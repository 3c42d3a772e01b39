/* tagger.h: the attribution tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/attribution/linker.h"
#include "tagger/model/file.h"
#include "tagger/model/table.h"

G_BEGIN_DECLS

/* Immutable, shared by threads. */
typedef struct _ReadoutAttributionTagger ReadoutAttributionTagger;

ReadoutAttributionTagger *readout_attribution_tagger_new (ReadoutModel *model,
                                                          GError      **error);
void    readout_attribution_tagger_free (ReadoutAttributionTagger *self);
GArray *readout_attribution_tagger_run (const ReadoutAttributionTagger *self,
                                        ReadoutText                    *text,
                                        const GArray                   *tokens,
                                        const GArray *sentences,
                                        const GArray *paragraphs,
                                        const GArray *quotations,
                                        GCancellable *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAttributionTagger,
                               readout_attribution_tagger_free)

G_END_DECLS
