/* features.h: what the mention tagger looks at
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "language/token.h"
#include "tagger/model/gazetteer.h"

G_BEGIN_DECLS

/* More than any token has. */
#define READOUT_NAME_FEATURES_MAX 256

/**
 * ReadoutNameFeatures:
 *
 * The features of one document's tokens: word types with their hashes, their
 * occurrences and the lists they are in.  Built once a document, used for both
 * passes, by tagger and trainer alike, so that the two cannot drift.
 */
typedef struct _ReadoutNameFeatures ReadoutNameFeatures;

ReadoutNameFeatures          *
readout_name_features_new (ReadoutText            *text,
                                    const GArray           *tokens,
                                    const GArray           *sentences,
                                    const ReadoutGazetteer *gazetteer,
                                    GCancellable           *cancellable);
void     readout_name_features_free (ReadoutNameFeatures *self);
guint    readout_name_features_first (const ReadoutNameFeatures *self,
                                      guint                      token,
                                      guint64                   *out);
guint    readout_name_features_second (const ReadoutNameFeatures *self,
                                       guint                      token,
                                       const guint8              *labels,
                                       guint64                   *out);
gboolean readout_name_features_has_second (const ReadoutNameFeatures *self,
                                           guint                      token);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNameFeatures, readout_name_features_free)

G_END_DECLS
