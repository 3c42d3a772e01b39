/* window.c: the main window
 *
 * Shows one article with its items.  All that it knows is in its session;
 * here the session is tied to the widgets: title, banners, progress, status
 * line, and what GSettings remembers.  The verbs are in actions.c, the letters
 * in keys.c, where the focus goes in focus.c, files in files.c.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

#include "project/file-name.h"
#include "session/find.h"
#include "settings.h"
#include "window/actions.h"
#include "window/files.h"
#include "window/keys.h"

G_DEFINE_FINAL_TYPE (ReadoutWindow, readout_window, GTK_TYPE_APPLICATION_WINDOW)

static void
update_title (ReadoutWindow *self)
{
  ReadoutDocument *document = readout_session_get_document (self->session);
  ReadoutStore    *store = readout_session_get_store (self->session);
  const char      *title = NULL;
  g_autofree char *name = NULL;

  if (document != NULL)
    title = readout_document_get_meta (document, READOUT_META_TITLE);
  if (store != NULL && readout_store_get_article_file (store) != NULL)
    name = readout_file_name_plain (readout_store_get_article_file (store));

  if (title == NULL || *title == '\0')
    title = document != NULL ? _ ("Untitled Article") : _ ("Readout");
  gtk_label_set_label (self->title_label, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title_label), title);
  gtk_label_set_label (self->subtitle_label, name != NULL ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), name != NULL);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static void
update_history (ReadoutWindow *self)
{
  ReadoutDocument  *document = readout_session_get_document (self->session);
  ReadoutUndoStack *stack = NULL;
  const char       *undo = NULL;
  const char       *redo = NULL;
  g_autofree char  *undo_tip = NULL;
  g_autofree char  *redo_tip = NULL;

  if (document != NULL)
    stack = readout_document_get_undo_stack (document);
  if (stack != NULL)
    {
      undo = readout_undo_stack_get_undo_label (stack);
      redo = readout_undo_stack_get_redo_label (stack);
    }

  /* Translators: %s is what is undone, such as "Accept “Wang Yi, person”" */
  undo_tip = undo != NULL ? g_strdup_printf (_ ("Undo: %s"), undo)
                          : g_strdup (_ ("Undo"));
  redo_tip = redo != NULL ? g_strdup_printf (_ ("Redo: %s"), redo)
                          : g_strdup (_ ("Redo"));
  gtk_widget_set_tooltip_text (self->undo_button, undo_tip);
  gtk_widget_set_tooltip_text (self->redo_button, redo_tip);
  gtk_widget_set_tooltip_text (self->status_undo, undo_tip);
  readout_window_actions_update (self);
}

static void
update_review (ReadoutWindow *self)
{
  guint            n_items, n_reviewed;
  g_autofree char *label = NULL;

  g_object_get (
      self->session, "n-items", &n_items, "n-reviewed", &n_reviewed, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->review_progress), n_items > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->review_label), n_items > 0);
  if (n_items == 0)
    return;

  label = g_strdup_printf (_ ("%u of %u reviewed"), n_reviewed, n_items);
  gtk_label_set_label (self->review_label, label);
  gtk_progress_bar_set_fraction (self->review_progress,
                                 n_reviewed / (double)n_items);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->review_progress),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  label,
                                  -1);
}

static void
update_detecting (ReadoutWindow *self)
{
  gboolean detecting = readout_session_get_detecting (self->session);

  gtk_stack_set_visible_child_name (self->detect_stack,
                                    detecting ? "cancel" : "detect");
  readout_window_actions_update (self);
}

static void
update_status (ReadoutWindow *self)
{
  const char *status = readout_session_get_status (self->session);

  if (status == NULL)
    status = "";
  gtk_label_set_label (self->status_label, status);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->status_label), status);
}

static void
show_help (ReadoutWindow *self)
{
  if (self->help_done
      || (self->settings != NULL
          && !g_settings_get_boolean (self->settings, "help-shown")))
    return;

  readout_banner_show_message (
      self->help,
      _ ("Readout has marked who speaks, what is said and who meets. "
         "Press a to accept what is selected, x to reject it, s to skip it; "
         "words that you select in the article can be marked with a letter, "
         "such as p for a person. "
         "Everything is saved by itself, Ctrl+Z takes anything back, and "
         "Ctrl+? lists all keys."));
}

static void
update_document (ReadoutWindow *self)
{
  ReadoutDocument *document = readout_session_get_document (self->session);

  g_signal_group_set_target (
      self->stack_signals,
      document != NULL ? readout_document_get_undo_stack (document) : NULL);
  gtk_stack_set_visible_child_name (self->content_stack,
                                    document != NULL ? "article" : "empty");
  gtk_widget_set_visible (self->status_undo, FALSE);
  update_title (self);
  update_history (self);
  update_review (self);

  /* Where the letters act, from the first key on. */
  if (document != NULL)
    {
      show_help (self);
      gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
    }
}

/* Undo stands beside what a person has done, while there is an act to undo;
 * the detector's suggestions are no act. */
static void
on_group_applied (ReadoutUndoStack *stack,
                  guint             index,
                  gboolean          undone,
                  ReadoutWindow    *self)
{
  gtk_widget_set_visible (
      self->status_undo,
      !undone && readout_undo_stack_can_undo (stack)
          && !readout_session_get_detecting (self->session));
  update_history (self);
}

static void
on_problem (ReadoutSession *session,
            const char     *message,
            guint           problem,
            ReadoutWindow  *self)
{
  readout_banner_show_message (self->banners[problem], message);
}

static void
on_help_dismissed (ReadoutBanner *banner, ReadoutWindow *self)
{
  self->help_done = TRUE;
  if (self->settings != NULL)
    g_settings_set_boolean (self->settings, "help-shown", FALSE);
}

static void
on_search_changed (GtkSearchEntry *entry, ReadoutWindow *self)
{
  readout_session_find_text (
      self->session, gtk_editable_get_text (GTK_EDITABLE (entry)), 0);
}

static void
on_search_activate (GtkSearchEntry *entry, ReadoutWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-next", NULL);
}

static void
on_search_previous (GtkSearchEntry *entry, ReadoutWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.find-previous", NULL);
}

static void
on_search_stopped (GtkSearchEntry *entry, ReadoutWindow *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}

static void
add_banners (ReadoutWindow *self)
{
  static const struct
  {
    const char *label;
    const char *action;
  } offers[READOUT_N_PROBLEMS][3] = {
    [READOUT_PROBLEM_MODEL] = { { N_ ("_Preferences"), "win.preferences" } },
    [READOUT_PROBLEM_DETECTION] = { { N_ ("_Detect"), "win.detect" } },
    [READOUT_PROBLEM_ASIDE] = { { N_ ("_Apply What Fits"), "win.apply-kept" },
                                { N_ ("_Keep Apart"), "win.keep-apart" },
                                { N_ ("_Discard"), "win.discard-kept" } },
    [READOUT_PROBLEM_SAVE] = { { N_ ("_Try Now"), "win.save" },
                               { N_ ("Save _Elsewhere…"), "win.save-as" } },
    [READOUT_PROBLEM_COPY] = { { N_ ("_Keep What Is Shown"), "win.keep-mine" },
                               { N_ ("_Take the Other"), "win.take-theirs" },
                               { N_ ("_Decide…"), "win.decide" } },
    [READOUT_PROBLEM_CONFLICT] = { { N_ ("_Keep Mine"), "win.keep-mine" },
                                   { N_ ("_Take Theirs"), "win.take-theirs" },
                                   { N_ ("_Decide…"), "win.decide" } },
    [READOUT_PROBLEM_CHANGED] = { { N_ ("_Reload"), "win.reload" },
                                  { N_ ("_Keep Mine"), "win.keep-mine" } },
  };

  self->help = READOUT_BANNER (readout_banner_new ());
  gtk_box_append (self->banner_box, GTK_WIDGET (self->help));
  g_signal_connect_object (
      self->help, "dismissed", G_CALLBACK (on_help_dismissed), self, 0);

  for (guint problem = 0; problem < READOUT_N_PROBLEMS; problem++)
    {
      ReadoutBanner *banner = READOUT_BANNER (readout_banner_new ());

      for (guint i = 0; i < G_N_ELEMENTS (offers[problem]); i++)
        if (offers[problem][i].label != NULL)
          readout_banner_add_button (
              banner, _ (offers[problem][i].label), offers[problem][i].action);
      readout_banner_set_closable (banner,
                                   problem != READOUT_PROBLEM_SAVE
                                       && problem != READOUT_PROBLEM_COPY
                                       && problem != READOUT_PROBLEM_CONFLICT
                                       && problem != READOUT_PROBLEM_CHANGED);
      gtk_box_append (self->banner_box, GTK_WIDGET (banner));
      self->banners[problem] = banner;
    }
}

static void
update_author (ReadoutWindow *self)
{
  g_autofree char *author = NULL;

  if (self->settings != NULL)
    author = g_settings_get_string (self->settings, "author-name");

  if (author == NULL || *author == '\0')
    {
      g_free (author);
      author = readout_settings_dup_user_name ();
    }
  g_object_set (self->session, "author", author, NULL);
}

static void
restore_settings (ReadoutWindow *self)
{
  GSettings *settings = self->settings;

  if (settings == NULL)
    return;

  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  g_settings_bind (settings,
                   "inspector-shown",
                   self->panes,
                   "side-shown",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings,
                   "inspector-width",
                   self->panes,
                   "side-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings,
                   "inspector-share",
                   self->panes,
                   "side-share",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
      settings, "zoom", self->article, "zoom", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (
      settings, "model", self->suggester, "model", G_SETTINGS_BIND_GET);
  g_signal_connect_object (settings,
                           "changed::author-name",
                           G_CALLBACK (update_author),
                           self,
                           G_CONNECT_SWAPPED);
}

static void
remember_size (ReadoutWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  if (width >= 300 && height >= 300)
    {
      g_settings_set_int (self->settings, "window-width", width);
      g_settings_set_int (self->settings, "window-height", height);
    }
  g_settings_set_boolean (self->settings,
                          "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
readout_window_close (GtkWindow *window)
{
  ReadoutWindow *self = READOUT_WINDOW (window);

  if (readout_window_close_request (self))
    return TRUE;

  remember_size (self);

  return GTK_WINDOW_CLASS (readout_window_parent_class)->close_request (window);
}

static void
readout_window_dispose (GObject *object)
{
  ReadoutWindow *self = READOUT_WINDOW (object);

  /* It holds the panes, whose children hold what the actions belong to. */
  g_action_map_remove_action (G_ACTION_MAP (self), "show-inspector");

  if (self->stack_signals != NULL)
    g_signal_group_set_target (self->stack_signals, NULL);
  g_clear_object (&self->stack_signals);
  g_clear_object (&self->settings);
  g_clear_object (&self->opener);
  g_clear_object (&self->suggester);
  g_clear_object (&self->saver);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (readout_window_parent_class)->dispose (object);
}

static void
readout_window_class_init (ReadoutWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = readout_window_dispose;
  window_class->close_request = readout_window_close;

  g_type_ensure (READOUT_TYPE_ADAPTIVE_PANES);
  g_type_ensure (READOUT_TYPE_ARTICLE_VIEW);
  g_type_ensure (READOUT_TYPE_INSPECTOR);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/window/window.ui");

#define BIND(child)                                                            \
  gtk_widget_class_bind_template_child (widget_class, ReadoutWindow, child)

  BIND (menu_button);
  BIND (recent_button);
  BIND (recent_box);
  BIND (undo_button);
  BIND (redo_button);
  BIND (title_label);
  BIND (subtitle_label);
  BIND (detect_stack);
  BIND (detect_progress);
  BIND (banner_box);
  BIND (content_stack);
  BIND (panes);
  BIND (search_bar);
  BIND (search_entry);
  BIND (article);
  BIND (inspector);
  BIND (status_bar);
  BIND (review_progress);
  BIND (review_label);
  BIND (status_label);
  BIND (status_undo);
  BIND (saved_label);

#undef BIND

  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_search_previous);
  gtk_widget_class_bind_template_callback (widget_class, on_search_stopped);
}

static void
connect_session (ReadoutWindow *self)
{
  static const struct
  {
    const char *signal;
    void (*update) (ReadoutWindow *self);
  } updates[] = {
    { "notify::document", update_document },
    { "notify::selected", readout_window_actions_update },
    { "notify::has-text-selection", readout_window_actions_update },
    { "notify::status", update_status },
    { "notify::detecting", update_detecting },
    { "counts-changed", update_review },
  };

  for (guint i = 0; i < G_N_ELEMENTS (updates); i++)
    g_signal_connect_object (self->session,
                             updates[i].signal,
                             G_CALLBACK (updates[i].update),
                             self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (
      self->session, "problem", G_CALLBACK (on_problem), self, 0);
  g_object_bind_property (self->suggester,
                          "progress",
                          self->detect_progress,
                          "fraction",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->saver,
                          "saved-status",
                          self->saved_label,
                          "label",
                          G_BINDING_SYNC_CREATE);

  /* A narrow window cuts it. */
  g_object_bind_property (self->saver,
                          "saved-status",
                          self->saved_label,
                          "tooltip-text",
                          G_BINDING_SYNC_CREATE);

  self->stack_signals = g_signal_group_new (READOUT_TYPE_UNDO_STACK);
  g_signal_group_connect_object (self->stack_signals,
                                 "group-applied",
                                 G_CALLBACK (on_group_applied),
                                 self,
                                 0);
}

static void
readout_window_init (ReadoutWindow *self)
{
  self->session = readout_session_new ();
  self->saver = readout_saver_new (self->session);
  self->suggester = readout_suggester_new (self->session);
  self->opener
      = readout_opener_new (self->session, self->saver, self->suggester);
  self->settings = readout_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  add_banners (self);
  readout_window_actions_install (self);
  readout_window_keys_install (self);
  readout_window_files_install (self);

  g_object_set (self->article, "session", self->session, NULL);
  g_object_set (self->inspector, "session", self->session, NULL);
  connect_session (self);
  restore_settings (self);
  update_author (self);
  update_document (self);
  update_detecting (self);
}

/**
 * readout_window_new:
 * @application: the program
 *
 * Returns: (transfer none): a window with nothing open, which belongs to
 *   GTK until it is destroyed
 */
ReadoutWindow *
readout_window_new (GtkApplication *application)
{
  ReadoutWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  self = g_object_new (READOUT_TYPE_WINDOW, "application", application, NULL);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu_button),
                                  G_MENU_MODEL (gtk_application_get_menu_by_id (
                                      application, "primary-menu")));

  return self;
}

/**
 * readout_window_show_notice:
 * @self: a window
 * @message: what a person is to know
 *
 * Shows it over the article until it is closed.
 */
void
readout_window_show_notice (ReadoutWindow *self, const char *message)
{
  GtkWidget *banner;

  g_return_if_fail (READOUT_IS_WINDOW (self));
  g_return_if_fail (message != NULL);

  banner = readout_banner_new ();
  readout_banner_set_closable (READOUT_BANNER (banner), TRUE);
  gtk_box_append (self->banner_box, banner);
  readout_banner_show_message (READOUT_BANNER (banner), message);
}

/**
 * readout_window_get_session:
 * @self: a window
 *
 * Returns: (transfer none): what it works on
 */
ReadoutSession *
readout_window_get_session (ReadoutWindow *self)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), NULL);

  return self->session;
}

/**
 * readout_window_get_saver:
 * @self: a window
 *
 * Returns: (transfer none): what writes its document
 */
ReadoutSaver *
readout_window_get_saver (ReadoutWindow *self)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), NULL);

  return self->saver;
}

/**
 * readout_window_get_suggester:
 * @self: a window
 *
 * Returns: (transfer none): what detects in its document
 */
ReadoutSuggester *
readout_window_get_suggester (ReadoutWindow *self)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), NULL);

  return self->suggester;
}

/**
 * readout_window_get_opener:
 * @self: a window
 *
 * Returns: (transfer none): the door by which documents come in
 */
ReadoutOpener *
readout_window_get_opener (ReadoutWindow *self)
{
  g_return_val_if_fail (READOUT_IS_WINDOW (self), NULL);

  return self->opener;
}
