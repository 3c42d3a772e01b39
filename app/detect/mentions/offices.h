/* offices.h: offices with their modifiers and portfolios
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/mentions/context.h"

G_BEGIN_DECLS

guint32
readout_mention_offices_find_modifiers (const ReadoutMentionContext *self,
                                        guint32                      start,
                                        guint32                      first,
                                        gboolean names_known);

void readout_mention_offices_mark (ReadoutMentionContext *self);

G_END_DECLS
