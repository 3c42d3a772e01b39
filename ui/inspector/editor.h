/* editor.h: what the forms of the four kinds have in common
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "inspector/mention-index.h"
#include "session/session.h"
#include "widgets/actors-field.h"
#include "widgets/chooser.h"
#include "widgets/span-field.h"
#include "widgets/value-entry.h"

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

GtkWidget *readout_editor_new (ReadoutSession      *session,
                               ReadoutMentionIndex *index,
                               ReadoutEntry        *entry);
gboolean   readout_editor_focus_first (ReadoutEditor *self);
gboolean   readout_editor_focus_note (ReadoutEditor *self);
gboolean   readout_editor_popup_link (ReadoutEditor *self);
gboolean   readout_editor_popup_merge (ReadoutEditor *self);

/* For the forms. */
ReadoutSession      *readout_editor_get_session (ReadoutEditor *self);
ReadoutMentionIndex *readout_editor_get_index (ReadoutEditor *self);
gpointer             readout_editor_get_record (ReadoutEditor *self);
gpointer             readout_editor_copy_record (ReadoutEditor *self);
void
readout_editor_commit (ReadoutEditor *self, gpointer edited, const char *label);

/* Each ties a field of the form to a field of the record, both ways. The
 * offset is that of the member in the record's struct. */
typedef const char *(*ReadoutEnumWords) (int value);

void readout_editor_bind_spans (ReadoutEditor    *self,
                                ReadoutSpanField *widget,
                                ReadoutField      field);
void readout_editor_bind_enum (ReadoutEditor   *self,
                               GtkDropDown     *widget,
                               gsize            offset,
                               int              n_values,
                               ReadoutEnumWords words,
                               const char      *name);
void readout_editor_bind_string (ReadoutEditor     *self,
                                 ReadoutValueEntry *widget,
                                 gsize              offset,
                                 gboolean           required);
void readout_editor_bind_actors (ReadoutEditor      *self,
                                 ReadoutActorsField *widget,
                                 gsize               offset);

void readout_editor_light_actor (ReadoutEditor *self, const char *actor_id);
GListModel *readout_editor_rank_actors (ReadoutEditor *self,
                                        char         **without,
                                        const char    *none_label);

G_END_DECLS
