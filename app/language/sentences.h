/* sentences.h: tokens to sentences and paragraphs
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"

G_BEGIN_DECLS

gboolean readout_sentences_run (const ReadoutText *text,
                                GArray            *tokens,
                                GArray            *sentences,
                                GArray            *paragraphs,
                                GCancellable      *cancellable);
guint32  readout_sentence_find_stop (const GArray          *tokens,
                                     const ReadoutSentence *sentence);

G_END_DECLS
