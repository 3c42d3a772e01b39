/* decision.h: what the person says of each item that both sides changed
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/merger.h"
#include "session/saver.h"

G_BEGIN_DECLS

#define READOUT_TYPE_DECISION (readout_decision_get_type ())

/* The items that both sides changed, each with an answer or none yet.
 *
 * Signals:
 *   "refreshed" ()  the items are others, or have other versions; what was
 *                   answered is kept where both versions are the same
 *   "answered" ()   some answer is another one
 *   "over" ()       nothing is left to be decided */
G_DECLARE_FINAL_TYPE (
    ReadoutDecision, readout_decision, READOUT, DECISION, GObject)

ReadoutDecision *readout_decision_new (ReadoutSaver *saver);

guint                  readout_decision_get_n_items (ReadoutDecision *self);
const ReadoutMerge    *readout_decision_get_merge (ReadoutDecision *self);
const ReadoutConflict *readout_decision_get_conflict (ReadoutDecision *self,
                                                      guint            index);
ReadoutText           *readout_decision_get_text (ReadoutDecision *self);
const char *readout_decision_get_key (ReadoutDecision *self, guint index);
gboolean    readout_decision_is_waiting (ReadoutDecision *self);
gboolean    readout_decision_is_about_copy (ReadoutDecision *self);

ReadoutMergerAnswer readout_decision_get_answer (ReadoutDecision *self,
                                                 guint            index);
void                readout_decision_set_answer (ReadoutDecision    *self,
                                                 guint               index,
                                                 ReadoutMergerAnswer answer);
void                readout_decision_answer_all (ReadoutDecision    *self,
                                                 ReadoutMergerAnswer answer);
guint               readout_decision_count_answered (ReadoutDecision *self);
gboolean            readout_decision_is_complete (ReadoutDecision *self);
gboolean            readout_decision_apply (ReadoutDecision *self);

G_END_DECLS
