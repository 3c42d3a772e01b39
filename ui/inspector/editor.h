/* editor.h: what the forms of the four kinds have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "inspector/mention-index.h"
#include "session/session.h"
#include "widgets/chooser.h"

G_BEGIN_DECLS

#define READOUT_TYPE_EDITOR (readout_editor_get_type ())

G_DECLARE_DERIVABLE_TYPE (
    ReadoutEditor, readout_editor, READOUT, EDITOR, GtkBox)

/**
 * ReadoutEditorClass:
 * @setup: binds the fields; called once, when session and entry are known
 * @update: shows what no binding shows; called after each change
 * @focus_first: moves the focus to the first field, where that is not bound
 * @get_link_chooser: the chooser of an actor that "link" opens
 * @get_merge_chooser: the chooser that "merge" opens
 */
struct _ReadoutEditorClass
{
  GtkBoxClass parent_class;

  void (*setup) (ReadoutEditor *self);
  void (*update) (ReadoutEditor *self, gconstpointer record);
  gboolean (*focus_first) (ReadoutEditor *self);
  ReadoutChooser *(*get_link_chooser) (ReadoutEditor *self);
  ReadoutChooser *(*get_merge_chooser) (ReadoutEditor *self);
};

/* Shows a record in a field of the form. */
typedef void (*ReadoutEditorShow) (gpointer binding, gconstpointer record);

void     readout_editor_set_up (ReadoutEditor       *self,
                                ReadoutSession      *session,
                                ReadoutMentionIndex *index,
                                ReadoutEntry        *entry);
gboolean readout_editor_focus_first (ReadoutEditor *self);
gboolean readout_editor_focus_note (ReadoutEditor *self);
gboolean readout_editor_popup_link (ReadoutEditor *self);
gboolean readout_editor_popup_merge (ReadoutEditor *self);

/* For the forms. */
ReadoutSession      *readout_editor_get_session (ReadoutEditor *self);
ReadoutMentionIndex *readout_editor_get_index (ReadoutEditor *self);
gpointer             readout_editor_get_record (ReadoutEditor *self);
gpointer             readout_editor_copy_record (ReadoutEditor *self);
void
readout_editor_commit (ReadoutEditor *self, gpointer edited, const char *label);

void readout_editor_add_field (ReadoutEditor    *self,
                               GtkWidget        *widget,
                               ReadoutEditorShow show,
                               gpointer          binding,
                               GDestroyNotify    free_binding);
void readout_editor_light_actor (ReadoutEditor *self, const char *actor_id);
GListModel *readout_editor_rank_actors (ReadoutEditor *self,
                                        char         **without,
                                        const char    *none_label);

G_END_DECLS
