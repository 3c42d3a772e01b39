/* cues.h: from a cue to its source and content
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"

G_BEGIN_DECLS

gboolean readout_statement_cues_try (const ReadoutSyntax *syntax,
                                     guint                verb,
                                     ReadoutPhrase        source,
                                     gboolean             is_before,
                                     GArray              *drafts);

void readout_statement_cues_find (const ReadoutSyntax *syntax,
                                  guint                sentence,
                                  GArray              *drafts);

G_END_DECLS
