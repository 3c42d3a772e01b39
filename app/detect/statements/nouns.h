/* nouns.h: statements in a noun within another statement
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"

G_BEGIN_DECLS

void readout_statement_nouns_find (const ReadoutSyntax *syntax, GArray *drafts);

G_END_DECLS
