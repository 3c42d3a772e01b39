/* find.h: looking for words in the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

gboolean
readout_session_find_text (ReadoutSession *self, const char *needle, int step);

G_END_DECLS
