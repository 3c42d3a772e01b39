/* saved-status.h: what the status line says of the file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "project/store.h"

G_BEGIN_DECLS

char *readout_saved_status_new (ReadoutStore *store);
char *readout_saved_status_add_journal (const char   *status,
                                        ReadoutStore *store);

G_END_DECLS
