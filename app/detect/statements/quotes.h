/* quotes.h: quotations that have no cue of their own
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"

G_BEGIN_DECLS

void readout_statement_quotes_join (const ReadoutSyntax *syntax,
                                    GArray              *drafts);

G_END_DECLS
