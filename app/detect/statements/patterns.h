/* patterns.h: the patterns in which content goes with a cue
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/statements/drafts.h"
#include "detect/statements/site.h"

G_BEGIN_DECLS

guint readout_statement_skip_adjuncts (const ReadoutStatementSite *self,
                                       guint                       i,
                                       ReadoutDraft               *draft);

ReadoutPhrase readout_statement_take_content (const ReadoutStatementSite *self,
                                              guint                       i,
                                              gboolean is_noun);

gboolean readout_statement_try_after (const ReadoutStatementSite *self,
                                      ReadoutPhrase               source);

gboolean readout_statement_try_before (const ReadoutStatementSite *self,
                                       ReadoutPhrase               source,
                                       guint                       edge);

G_END_DECLS
