/* saver-save-as.h: another file for the same document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/saver.h"

G_BEGIN_DECLS

void     readout_saver_save_as_async (ReadoutSaver       *self,
                                      GFile              *file,
                                      GAsyncReadyCallback callback,
                                      gpointer            user_data);
gboolean readout_saver_save_as_finish (ReadoutSaver *self,
                                       GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
