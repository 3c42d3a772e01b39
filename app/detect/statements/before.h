/* before.h: content that stands before its source
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/article/phrases.h"
#include "detect/statements/site.h"

G_BEGIN_DECLS

gboolean readout_statement_before_try (const ReadoutStatementSite *self,
                                       ReadoutPhrase               source,
                                       guint                       edge);

G_END_DECLS
