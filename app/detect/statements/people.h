/* people.h: speakers and listeners who have no name
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/article/syntax.h"
#include "detect/statements/drafts.h"

G_BEGIN_DECLS

gboolean readout_statement_people_is_noun (const ReadoutSyntax *syntax,
                                           guint                i);

guint readout_statement_people_find_head (const ReadoutSyntax *syntax,
                                          ReadoutPhrase        phrase);

gboolean readout_statement_people_is_phrase (const ReadoutSyntax *syntax,
                                             ReadoutPhrase        phrase);

void readout_statement_people_find (ReadoutAnalysis *analysis, GArray *drafts);

G_END_DECLS
