/* editor-factory.c: the form for an item
 *
 * The one place that knows all four forms; editor.c knows none of them.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "editor-factory.h"

#include "inspector/actor-editor.h"
#include "inspector/meeting-editor.h"
#include "inspector/mention-editor.h"
#include "inspector/statement-editor.h"

/**
 * readout_editor_new:
 * @session: what the window is working on, with a document
 * @index: the index of its mentions
 * @entry: the item to edit
 *
 * Returns: a new form for the kind of @entry
 */
GtkWidget *
readout_editor_new (ReadoutSession      *session,
                    ReadoutMentionIndex *index,
                    ReadoutEntry        *entry)
{
  const GType types[READOUT_N_KINDS] = {
    [READOUT_KIND_MENTION] = READOUT_TYPE_MENTION_EDITOR,
    [READOUT_KIND_ACTOR] = READOUT_TYPE_ACTOR_EDITOR,
    [READOUT_KIND_STATEMENT] = READOUT_TYPE_STATEMENT_EDITOR,
    [READOUT_KIND_MEETING] = READOUT_TYPE_MEETING_EDITOR,
  };
  ReadoutEditor *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (READOUT_IS_MENTION_INDEX (index), NULL);
  g_return_val_if_fail (READOUT_IS_ENTRY (entry), NULL);

  self = g_object_new (types[readout_entry_get_kind (entry)], NULL);
  readout_editor_set_up (self, session, index, entry);

  return GTK_WIDGET (self);
}
