/* editor-private.h: shared by the files of the editor
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "inspector/editor.h"
#include "inspector/review-bar.h"

G_BEGIN_DECLS

typedef struct
{
  ReadoutSession      *session;
  ReadoutMentionIndex *index;
  ReadoutEntry        *entry;
  GPtrArray           *bindings;
  ReadoutReviewBar    *review_bar;
  gboolean             updating;
} ReadoutEditorPrivate;

typedef struct _ReadoutEditorBinding ReadoutEditorBinding;

/* A field of the form and the member of the record that it shows. */
struct _ReadoutEditorBinding
{
  ReadoutEditor *editor; /* unowned: owns the binding */
  GtkWidget     *widget; /* unowned: a child of the editor */
  gsize          offset;
  ReadoutField   field; /* for spans */
  char          *name;
  void (*show) (ReadoutEditorBinding *binding, gconstpointer record);
};

ReadoutEditorPrivate *readout_editor_get_private (ReadoutEditor *self);
void                  readout_editor_binding_free (gpointer data);

G_END_DECLS
