/* window-private.h: what the files of the window share
 *
 * window.c is the class, and calls actions.c, keys.c, files.c and focus.c.
 * These work on the parts below and do not need the class, so its macros are
 * not for them.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "window/window.h"

#include "article/article-view.h"
#include "inspector/inspector.h"
#include "widgets/adaptive-panes.h"
#include "widgets/banner.h"

G_BEGIN_DECLS

struct _ReadoutWindow
{
  GtkApplicationWindow parent_instance;

  ReadoutSession   *session;
  ReadoutSaver     *saver;
  ReadoutSuggester *suggester;
  ReadoutOpener    *opener;
  GSettings        *settings; /* NULL where the schema is not installed. */

  GtkWidget            *menu_button;
  GtkWidget            *recent_button;
  GtkWidget            *recent_box;
  GtkWidget            *undo_button;
  GtkWidget            *redo_button;
  GtkLabel             *title_label;
  GtkLabel             *subtitle_label;
  GtkStack             *detect_stack;
  GtkProgressBar       *detect_progress;
  GtkBox               *banner_box;
  GtkStack             *content_stack;
  ReadoutAdaptivePanes *panes;
  GtkSearchBar         *search_bar;
  GtkEditable          *search_entry;
  ReadoutArticleView   *article;
  ReadoutInspector     *inspector;
  GtkWidget            *status_bar;
  GtkProgressBar       *review_progress;
  GtkLabel             *review_label;
  GtkLabel             *status_label;
  GtkWidget            *status_undo;
  GtkLabel             *saved_label;

  ReadoutBanner *banners[READOUT_N_PROBLEMS];
  ReadoutBanner *help;

  gboolean help_done; /* Closed, or not needed any more. */

  GSignalGroup *stack_signals;
  gboolean      in_chord;     /* "v" was pressed, its second key is due. */
  gboolean      from_article; /* Where Escape in a card leads. */
  gboolean      may_close;    /* All is saved, or the person said so. */
  gboolean      closing;      /* Waiting for the last write. */
  gboolean      asking;       /* Whether to close without it. */
  gboolean      saving_away;  /* Closes when it is saved elsewhere. */
};

G_END_DECLS
