/* snapshot.h: a document as it is at one moment
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/document.h"

G_BEGIN_DECLS

/* Immutable and atomically counted, so that any thread may have one. */
typedef struct _ReadoutSnapshot ReadoutSnapshot;

ReadoutSnapshot *readout_snapshot_new (ReadoutDocument *document);
ReadoutSnapshot *readout_snapshot_ref (ReadoutSnapshot *self);
void             readout_snapshot_unref (ReadoutSnapshot *self);

ReadoutText   *readout_snapshot_get_text (const ReadoutSnapshot *self);
guint          readout_snapshot_get_n_records (const ReadoutSnapshot *self);
ReadoutRecord *readout_snapshot_get_record (const ReadoutSnapshot *self,
                                            guint                  position);
ReadoutRecord *readout_snapshot_lookup (const ReadoutSnapshot *self,
                                        const char            *id);
const char    *readout_snapshot_get_meta (const ReadoutSnapshot *self,
                                          ReadoutMeta            meta);
const char    *readout_snapshot_get_value (const ReadoutSnapshot   *self,
                                           const ReadoutArticleKey *key);
const char    *readout_snapshot_get_generator (const ReadoutSnapshot *self);
const char    *readout_snapshot_get_extra (const ReadoutSnapshot *self);

gboolean         readout_snapshot_equal (const ReadoutSnapshot *self,
                                         const ReadoutSnapshot *other);
void             readout_snapshot_diff (const ReadoutSnapshot *self,
                                        const ReadoutSnapshot *after,
                                        GPtrArray            **changes,
                                        GPtrArray            **values);
ReadoutSnapshot *readout_snapshot_with (const ReadoutSnapshot *self,
                                        GPtrArray             *changes,
                                        GPtrArray             *values);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutSnapshot, readout_snapshot_unref)

G_END_DECLS
