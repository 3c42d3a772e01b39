/* session-private.h: what the files of the session share
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "edits/stamp.h"
#include "session/session.h"

#include "session/selection.h"
#include "session/lists.h"

G_BEGIN_DECLS

struct _ReadoutSession
{
  GObject parent_instance;

  /* What is open.  The document belongs to the store. */
  ReadoutStore    *store;
  ReadoutDocument *document;

  ReadoutLists *lists;
  ReadoutKind   kind; /* Whose list is in front. */

  /* Selection; remembered holds the last one of each tab. */
  ReadoutEntry   *selected;
  char           *remembered[READOUT_N_KINDS];
  ReadoutSpan     text_selection;
  ReadoutSpanList lit;
  ReadoutField    focus_field;
  guint           focus_piece;

  /* The actors that "next candidate" goes through, as they were ranked when
   * the walk began, for each step changes the ranking; and the state of the
   * undo stack after the last step, which tells whether it is still on. */
  GPtrArray *candidates;
  guint64    candidates_state;

  char    *author;
  char    *status;
  gboolean detecting; /* What the suggester says. */
};

/* session.c */
void readout_session_set_selected (ReadoutSession *self, ReadoutEntry *entry);
void readout_session_switch_kind (ReadoutSession *self, ReadoutKind kind);
void readout_session_scroll (ReadoutSession *self);
void readout_session_notify_text_selection (ReadoutSession *self);
void readout_session_notify_lit (ReadoutSession *self);
void readout_session_show_text (ReadoutSession *self, ReadoutSpan span);

/* session-verbs.c */
gboolean     readout_session_apply (ReadoutSession *self,
                                    GPtrArray      *changes,
                                    const GError   *error,
                                    const char     *label,
                                    const char     *status);
ReadoutStamp readout_session_make_stamp (ReadoutSession *self, char **at);
gpointer     readout_session_peek_selected (ReadoutSession *self);

G_END_DECLS
