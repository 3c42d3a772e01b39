/* patterns.h: the patterns in which content follows a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/statements/drafts.h"
#include "detect/statements/site.h"

G_BEGIN_DECLS

gboolean readout_statement_patterns_try (const ReadoutStatementSite *self,
                                         ReadoutPhrase               source);

G_END_DECLS
