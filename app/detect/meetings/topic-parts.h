/* topic-parts.h: the topics that a stretch of a sentence names
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/span.h"
#include "detect/article/syntax.h"

G_BEGIN_DECLS

void readout_meeting_topic_parts_add (const ReadoutSyntax *syntax,
                                      guint                first,
                                      guint                end,
                                      ReadoutSpanList     *topics);

G_END_DECLS
