/* tagged.h: statements that the attribution tagger finds
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"
#include "tagger/attribution/linker.h"

G_BEGIN_DECLS

void readout_statement_tagged_join (const ReadoutSyntax *syntax,
                                    const GArray        *segments,
                                    GArray              *drafts);

G_END_DECLS
