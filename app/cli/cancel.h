/* cancel.h: ending long work on a signal
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _ReadoutCliCancel ReadoutCliCancel;

ReadoutCliCancel *readout_cli_cancel_new (void);
GCancellable     *readout_cli_cancel_get_cancellable (ReadoutCliCancel *self);
int               readout_cli_cancel_get_signal (ReadoutCliCancel *self);
void              readout_cli_cancel_free (ReadoutCliCancel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutCliCancel, readout_cli_cancel_free)

G_END_DECLS
