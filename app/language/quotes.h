/* quotes.h: pairs of quotation marks
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"

G_BEGIN_DECLS

gboolean readout_quotes_run (const ReadoutText *text,
                             GArray            *tokens,
                             const GArray      *sentences,
                             const GArray      *paragraphs,
                             GArray            *quotations,
                             GCancellable      *cancellable);

G_END_DECLS
