/* session-private.h: what the session shares with its friends
 *
 * selection.c moves what is selected, links.c keeps the walk of "next
 * candidate".  All others use what session.h offers.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "session/session.h"

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

void readout_session_set_selected (ReadoutSession *self, ReadoutEntry *entry);
void readout_session_switch_kind (ReadoutSession *self, ReadoutKind kind);
void readout_session_scroll (ReadoutSession *self);
void readout_session_notify_text_selection (ReadoutSession *self);

G_END_DECLS
