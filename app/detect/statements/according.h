/* according.h: "according to X"
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/statements/site.h"

G_BEGIN_DECLS

void readout_statement_according_try (const ReadoutStatementSite *self);

G_END_DECLS
