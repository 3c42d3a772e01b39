/* difference.h: in which fields a suggestion differs from what it became
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

char *readout_difference_describe (ReadoutSession *session,
                                   gconstpointer   suggested,
                                   gconstpointer   record);

G_END_DECLS
