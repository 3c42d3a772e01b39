/* mentions-view.h: the mentions of an actor, to go to
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "base/text.h"
#include "model/mention.h"

G_BEGIN_DECLS

#define READOUT_TYPE_MENTIONS_VIEW (readout_mentions_view_get_type ())

/* Signals "activated" (string id), "lit" (ReadoutSpanList *, nullable). */
G_DECLARE_FINAL_TYPE (
    ReadoutMentionsView, readout_mentions_view, READOUT, MENTIONS_VIEW, GtkBox)

GtkWidget *readout_mentions_view_new (void);
void       readout_mentions_view_set_mentions (ReadoutMentionsView *self,
                                               ReadoutText         *text,
                                               GPtrArray           *mentions);

G_END_DECLS
