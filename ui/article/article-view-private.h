/* article-view-private.h: what the files of the article's pane share
 *
 * article-view.c is the class, and calls article-walk.c, article-menu.c and
 * article-selection.c, which work on the state below and do not need the class.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "article/article-text.h"
#include "article/article-view.h"

G_BEGIN_DECLS

struct _ReadoutArticleView
{
  GtkWidget parent_instance;

  GtkWidget          *stack;
  GtkWidget          *empty;
  GtkWidget          *header;
  GtkWidget          *details;
  GtkWidget          *details_popover;
  ReadoutArticleText *text;
  GtkWidget          *menu;
  ReadoutSession     *session;
  GSignalGroup       *session_signals;
  double              zoom;

  /* Set while a person points at something here, which leaves the cursor
   * where the pointer put it, and while words are shown for the session. */
  gboolean pointing;
};

G_END_DECLS
