/* selection.h: what the verbs of the session act upon
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

G_BEGIN_DECLS

/* The item; each but the first brings its list to the front. */
void     readout_session_set_kind (ReadoutSession *self, ReadoutKind kind);
void     readout_session_select (ReadoutSession *self, const char *id);
void     readout_session_select_next (ReadoutSession *self,
                                      int             step,
                                      gboolean        unreviewed);
void     readout_session_show_first (ReadoutSession *self);
void     readout_session_show (ReadoutSession *self, const char *id);
gpointer readout_session_peek_selected (ReadoutSession *self);
gpointer readout_session_need_selected (ReadoutSession *self);

/* The words that are selected in the article. */
ReadoutSpan readout_session_get_text_selection (ReadoutSession *self);
void        readout_session_set_text_selection (ReadoutSession *self,
                                                ReadoutSpan     span);
gboolean    readout_session_need_text (ReadoutSession *self, ReadoutSpan *span);

/* The field and piece that boundary keys move: the mention's span, or the
 * field of a statement or meeting that has the focus (content by default). */
void         readout_session_set_focus_field (ReadoutSession *self,
                                              ReadoutField    field,
                                              guint           piece);
ReadoutField readout_session_get_focus_field (ReadoutSession *self,
                                              guint          *piece);

G_END_DECLS
