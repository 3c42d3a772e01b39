/* files.c: how articles come into the window and leave it
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/files.h"

#include "dialogs.h"
#include "project/file-name.h"
#include "session/saver-save-as.h"
#include "window/window-private.h"

#define MAX_RECENT 10

/* A file in the list of recent ones. */
typedef struct
{
  ReadoutWindow *window; /* unowned: holds the list */
  GFile         *file;
} Recent;

static void
report_error (ReadoutWindow *self, ReadoutProblem problem, const char *message)
{
  readout_banner_show_message (self->banners[problem], message);
}

/* What is reopened at the next start, and listed as recent. */
static void
remember_file (ReadoutWindow *self)
{
  ReadoutStore    *store = readout_session_get_store (self->session);
  GFile           *file;
  g_autofree char *uri = NULL;

  if (store == NULL)
    return;

  file = readout_store_get_article_file (store);
  if (file == NULL)
    file = readout_store_get_annotation_file (store);
  if (file == NULL)
    return;

  uri = g_file_get_uri (file);
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-file", uri);

  /* Recovery files of pasted articles are ours; only files of the person's
   * own are offered to other programs. */
  if (readout_store_get_article_file (store) != NULL)
    gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (readout_opener_open_finish (READOUT_OPENER (object), result, &error))
    remember_file (self);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_error (self, READOUT_PROBLEM_OPEN, error->message);
}

/* Another window of the program that has a file open. */
static GtkWindow *
find_other (ReadoutWindow *self, GFile *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  GList          *windows = NULL;

  if (application != NULL)
    windows = gtk_application_get_windows (application);
  for (GList *l = windows; l != NULL; l = l->next)
    if (l->data != self
        && G_TYPE_CHECK_INSTANCE_TYPE (l->data, G_OBJECT_TYPE (self))
        && readout_window_shows_file (l->data, file))
      return l->data;

  return NULL;
}

/**
 * readout_window_open:
 * @self: a window
 * @file: an article or an annotation file
 *
 * Opens @file in place of what the window shows, or brings the window to the
 * front that has it open.  A banner says why if that fails.
 */
void
readout_window_open (ReadoutWindow *self, GFile *file)
{
  GtkWindow *other;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  other = find_other (self, file);
  if (other != NULL)
    {
      gtk_window_present (other);
      return;
    }

  readout_banner_show_message (self->banners[READOUT_PROBLEM_OPEN], NULL);
  readout_opener_open_async (
      self->opener, file, on_opened, g_object_ref (self));
}

static void
on_restored (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!readout_opener_restore_finish (READOUT_OPENER (object), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_error (self, READOUT_PROBLEM_OPEN, error->message);
}

/**
 * readout_window_restore:
 * @self: a window
 *
 * Opens what was open last, or the sample article at the first start.
 */
void
readout_window_restore (ReadoutWindow *self)
{
  g_autofree char *uri = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  if (self->settings != NULL)
    uri = g_settings_get_string (self->settings, "last-file");
  if (uri != NULL && *uri != '\0')
    file = g_file_new_for_uri (uri);
  readout_opener_restore_async (
      self->opener, file, on_restored, g_object_ref (self));
}

static void
on_file_chosen (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutWindow *self = user_data;
  g_autoptr (GFile) file = NULL;

  file = readout_dialogs_open_finish (GTK_WINDOW (self), result, NULL);
  if (file != NULL)
    readout_window_open (self, file);
}

/**
 * readout_window_choose_file:
 * @self: a window
 *
 * Asks for a file and opens it.
 */
void
readout_window_choose_file (ReadoutWindow *self)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  readout_dialogs_open_async (GTK_WINDOW (self), on_file_chosen, self);
}

static void
on_saved_as (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean         is_to_close = self->saving_away;

  self->saving_away = FALSE;
  if (readout_saver_save_as_finish (self->saver, result, &error))
    {
      remember_file (self);
      readout_session_set_status (self->session, _ ("Saved"));
      if (is_to_close)
        gtk_window_close (GTK_WINDOW (self));
      return;
    }

  message = g_strdup_printf (_ ("Your work could not be saved: %s"),
                             error->message);
  report_error (self, READOUT_PROBLEM_SAVE, message);
}

static void
on_target_chosen (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutWindow *self = user_data;
  g_autoptr (GFile) file = NULL;

  file = readout_dialogs_save_finish (GTK_WINDOW (self), result, NULL);
  if (file != NULL && readout_session_get_store (self->session) != NULL)
    readout_saver_save_as_async (
        self->saver, file, on_saved_as, g_object_ref (self));
  else
    self->saving_away = FALSE;
}

/**
 * readout_window_save_as:
 * @self: a window with a document
 *
 * Asks where the annotations are to go from now on.
 */
void
readout_window_save_as (ReadoutWindow *self)
{
  ReadoutStore *store;
  GFile        *file;
  g_autoptr (GFile) folder = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  store = readout_session_get_store (self->session);
  g_return_if_fail (store != NULL);

  if (readout_store_get_article_file (store) != NULL)
    folder = g_file_get_parent (readout_store_get_article_file (store));
  file = readout_store_get_annotation_file (store);
  name = file != NULL ? readout_file_name_plain (file)
                      : g_strdup ("article.readout.json");

  readout_dialogs_save_async (
      GTK_WINDOW (self), folder, name, on_target_chosen, self);
}

static void
on_sample_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!readout_opener_open_finish (READOUT_OPENER (object), result, &error)
      && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    report_error (self, READOUT_PROBLEM_OPEN, error->message);
}

/**
 * readout_window_open_sample:
 * @self: a window
 *
 * Opens the article that comes with the program.
 */
void
readout_window_open_sample (ReadoutWindow *self)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  readout_banner_show_message (self->banners[READOUT_PROBLEM_OPEN], NULL);
  readout_opener_open_sample_async (
      self->opener, on_sample_opened, g_object_ref (self));
}

static void
on_pasted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autofree char *text = NULL;

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (object), result, NULL);
  if (text == NULL || *g_strchug (text) == '\0')
    {
      readout_session_set_status (self->session,
                                  _ ("The clipboard holds no text"));
      return;
    }

  readout_banner_show_message (self->banners[READOUT_PROBLEM_OPEN], NULL);
  readout_opener_open_text_async (
      self->opener, text, NULL, on_opened, g_object_ref (self));
}

/**
 * readout_window_paste_article:
 * @self: a window
 *
 * Makes a new document of the text in the clipboard.
 */
void
readout_window_paste_article (ReadoutWindow *self)
{
  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                                 NULL,
                                 on_pasted,
                                 g_object_ref (self));
}

static gboolean
on_drop (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         ReadoutWindow *self)
{
  g_autoptr (GSList) files
      = gdk_file_list_get_files (g_value_get_boxed (value));

  if (files == NULL)
    return FALSE;

  /* The first one here, the others in windows of their own. */
  readout_window_open (self, files->data);
  for (GSList *l = files->next; l != NULL; l = l->next)
    g_application_open (
        G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))),
        (GFile **)&l->data,
        1,
        "");

  return TRUE;
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  GDateTime *first = gtk_recent_info_get_visited ((GtkRecentInfo *)a);
  GDateTime *second = gtk_recent_info_get_visited ((GtkRecentInfo *)b);

  return g_date_time_compare (second, first);
}

static void
recent_free (Recent *recent)
{
  g_object_unref (recent->file);
  g_free (recent);
}

static void
on_recent_clicked (GtkButton *button, const Recent *recent)
{
  gtk_menu_button_popdown (GTK_MENU_BUTTON (recent->window->recent_button));
  readout_window_open (recent->window, recent->file);
}

static void
add_recent (ReadoutWindow *self, GtkRecentInfo *info)
{
  GtkWidget       *button = gtk_button_new ();
  GtkWidget       *label = gtk_label_new (NULL);
  g_autofree char *where = gtk_recent_info_get_uri_display (info);
  g_autofree char *name = NULL;
  Recent          *recent = g_new (Recent, 1);

  recent->window = self;
  recent->file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  name = readout_file_name_plain (recent->file);

  gtk_label_set_label (GTK_LABEL (label), name);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, where);
  g_signal_connect_data (button,
                         "clicked",
                         G_CALLBACK (on_recent_clicked),
                         recent,
                         (GClosureNotify)(void (*) (void))recent_free,
                         0);
  gtk_box_append (GTK_BOX (self->recent_box), button);
}

/* Filled anew each time before it opens: the list belongs to the whole desktop,
 * and newer versions of GTK close a popover that grows while it is shown. */
static void
fill_recent (GtkMenuButton *button, gpointer user_data)
{
  ReadoutWindow *self = user_data;
  GList         *items;
  GtkWidget     *child;
  guint          n = 0;

  while ((child = gtk_widget_get_first_child (self->recent_box)) != NULL)
    gtk_box_remove (GTK_BOX (self->recent_box), child);

  items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  items = g_list_sort (items, compare_recent);
  for (GList *l = items; l != NULL && n < MAX_RECENT; l = l->next)
    if (gtk_recent_info_has_application (l->data, g_get_application_name ())
        && gtk_recent_info_exists (l->data))
      {
        add_recent (self, l->data);
        n++;
      }
  g_list_free_full (items, (GDestroyNotify)gtk_recent_info_unref);

  if (n == 0)
    gtk_box_append (GTK_BOX (self->recent_box),
                    gtk_label_new (_ ("No recent files")));
}

/**
 * readout_window_shows_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether @file is the article or the annotation file of what the
 *   window shows
 */
gboolean
readout_window_shows_file (ReadoutWindow *self, GFile *file)
{
  g_return_val_if_fail (GTK_IS_APPLICATION_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  return readout_opener_has_open (self->opener, file);
}

static void
on_close_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutWindow *self = user_data;
  int answer = readout_dialogs_ask_finish (GTK_WINDOW (self), result, NULL);

  self->asking = FALSE;
  self->closing = FALSE;
  if (answer == 1)
    {
      self->saving_away = TRUE;
      readout_window_save_as (self);
    }
  else if (answer == 2)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
    }
}

static void
ask_whether_to_close (ReadoutWindow *self, const char *reason)
{
  const char *buttons[]
      = { _ ("_Cancel"), _ ("Save _As…"), _ ("Close _Without Saving"), NULL };

  if (self->asking)
    return;

  self->asking = TRUE;
  readout_dialogs_ask_async (GTK_WINDOW (self),
                             _ ("Your Work Could Not Be Saved"),
                             reason,
                             buttons,
                             on_close_answered,
                             self);
}

static void
on_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *unsaved = NULL;
  gboolean ok = readout_saver_flush_finish (self->saver, result, &error);

  /* It may be that nobody wants to close it any more. */
  if (!self->closing)
    return;

  if (ok)
    {
      self->may_close = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }

  unsaved = readout_saver_describe_unsaved (self->saver);
  ask_whether_to_close (self, unsaved != NULL ? unsaved : error->message);
}

/**
 * readout_window_commit:
 * @self: a window
 *
 * Takes what is being typed into a field for typed, as when the focus leaves
 * it.
 */
void
readout_window_commit (ReadoutWindow *self)
{
  g_autoptr (GtkWidget) focus = NULL;

  g_return_if_fail (GTK_IS_APPLICATION_WINDOW (self));

  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL)
    return;

  /* And back, as it may be that the window stays after all. */
  g_object_ref (focus);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (gtk_widget_get_root (focus) == GTK_ROOT (self))
    gtk_window_set_focus (GTK_WINDOW (self), focus);
}

/**
 * readout_window_close_request:
 * @self: a window
 *
 * Writes what is not on the disk yet before the window goes.  Where that takes
 * so long that somebody asks again, they are asked what to do.
 *
 * Returns: whether the window has to stay for now
 */
gboolean
readout_window_close_request (ReadoutWindow *self)
{
  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  if (self->may_close)
    return FALSE;

  readout_window_commit (self);
  if (!readout_saver_needs_saving (self->saver))
    return FALSE;

  if (self->closing)
    {
      g_autofree char *unsaved = readout_saver_describe_unsaved (self->saver);

      ask_whether_to_close (self, unsaved);
      return TRUE;
    }

  self->closing = TRUE;
  readout_session_set_status (self->session, _ ("Saving…"));
  readout_saver_flush_async (self->saver, on_flushed, g_object_ref (self));

  return TRUE;
}

/**
 * readout_window_files_install:
 * @self: a window
 *
 * Lets files be dropped on the window and lists the recent ones.
 */
void
readout_window_files_install (ReadoutWindow *self)
{
  GtkDropTarget *target
      = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  gtk_menu_button_set_create_popup_func (
      GTK_MENU_BUTTON (self->recent_button), fill_recent, self, NULL);
}
