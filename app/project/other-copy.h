/* other-copy.h: annotations of one article in two places
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/snapshot.h"

G_BEGIN_DECLS

typedef struct _ReadoutOtherCopy ReadoutOtherCopy;

ReadoutOtherCopy *readout_other_copy_new_left (GFile *redirected);
ReadoutOtherCopy *readout_other_copy_new_forked (GFile  *redirected,
                                                 GBytes *bytes);
ReadoutOtherCopy *readout_other_copy_read (GFile        *redirected,
                                           GFile        *file,
                                           ReadoutText  *text,
                                           GCancellable *cancellable,
                                           GError      **error);
ReadoutOtherCopy *readout_other_copy_ref (ReadoutOtherCopy *self);
void              readout_other_copy_unref (ReadoutOtherCopy *self);

ReadoutSnapshot *readout_other_copy_get_base (const ReadoutOtherCopy *self);
ReadoutSnapshot *readout_other_copy_get_theirs (const ReadoutOtherCopy *self);
gboolean         readout_other_copy_prepare (const ReadoutOtherCopy *self,
                                             GError                **error);
void             readout_other_copy_settle (ReadoutOtherCopy *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutOtherCopy, readout_other_copy_unref)

G_END_DECLS
