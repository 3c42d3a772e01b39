/* tokenizer.h: text to tokens
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"

G_BEGIN_DECLS

gboolean readout_tokenizer_run (const ReadoutText *text,
                                GStringChunk      *strings,
                                GArray            *tokens,
                                GCancellable      *cancellable);

G_END_DECLS
