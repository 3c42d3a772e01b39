/* journal-group.h: one step of undo as the journal has it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"
#include "formats/json-emitter.h"
#include "model/undo-group.h"

G_BEGIN_DECLS

ReadoutUndoGroup *readout_journal_group_read (ReadoutText *text,
                                              JsonNode    *node);
void              readout_journal_group_emit (ReadoutJsonEmitter     *emitter,
                                              const char             *member,
                                              ReadoutText            *text,
                                              const ReadoutUndoGroup *group);

G_END_DECLS
