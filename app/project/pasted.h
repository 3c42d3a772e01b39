/* pasted.h: articles that come as text and not as a file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/store.h"

G_BEGIN_DECLS

void          readout_pasted_open_async (const char         *text,
                                         const char         *name,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
ReadoutStore *readout_pasted_open_finish (GAsyncResult *result, GError **error);

G_END_DECLS
