/* inspector.h: the pane of cards beside the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "session/session.h"

G_BEGIN_DECLS

#define READOUT_TYPE_INSPECTOR (readout_inspector_get_type ())

/* Property "session". */
G_DECLARE_FINAL_TYPE (
    ReadoutInspector, readout_inspector, READOUT, INSPECTOR, GtkBox)

GtkWidget *readout_inspector_new (ReadoutSession *session);
void       readout_inspector_set_session (ReadoutInspector *self,
                                          ReadoutSession   *session);

/* What the window's actions ask of the pane.  Each of the last four works on
 * the selected card and returns whether that card has such a field. */
void     readout_inspector_focus_list (ReadoutInspector *self);
gboolean readout_inspector_edit (ReadoutInspector *self);
gboolean readout_inspector_link (ReadoutInspector *self);
gboolean readout_inspector_merge (ReadoutInspector *self);
gboolean readout_inspector_edit_note (ReadoutInspector *self);

G_END_DECLS
