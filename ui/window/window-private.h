/* window-private.h: what the files of the window share
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
};

/* window-actions.c */
void readout_window_actions_update (ReadoutWindow *self);
void readout_window_actions_run (ReadoutWindow *self, const char *action);

/* window-keys.c */
void     readout_window_keys_install (ReadoutWindow *self);
void     readout_window_next_pane (ReadoutWindow *self);
void     readout_window_enter_card (ReadoutWindow *self);
void     readout_window_leave_card (ReadoutWindow *self);
gboolean readout_window_undo_typing (ReadoutWindow *self, gboolean redo);

/* window-files.c */
void     readout_window_files_install (ReadoutWindow *self);
void     readout_window_choose_file (ReadoutWindow *self);
void     readout_window_save_as (ReadoutWindow *self);
void     readout_window_paste_article (ReadoutWindow *self);
gboolean readout_window_close_request (GtkWindow *window);

G_END_DECLS
