/* metadata.h: what the person says of where the article comes from
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

void readout_session_set_meta (ReadoutSession *self,
                               ReadoutMeta     meta,
                               const char     *value);

G_END_DECLS
