/* review-bar.h: the foot of each form: note, flag, decision
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_REVIEW_BAR (readout_review_bar_get_type ())

G_DECLARE_FINAL_TYPE (
    ReadoutReviewBar, readout_review_bar, READOUT, REVIEW_BAR, GtkBox)

GtkWidget *readout_review_bar_new (ReadoutSession *session,
                                   ReadoutEntry   *entry);
void       readout_review_bar_update (ReadoutReviewBar *self);
gboolean   readout_review_bar_focus_note (ReadoutReviewBar *self);

G_END_DECLS
