/* dialogs.c: questions that the window asks
 *
 * The one file that uses what later versions of GTK have replaced:
 * GtkFileChooserNative by GtkFileDialog and a window of our own by
 * GtkAlertDialog, both in 4.10.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "dialogs.h"

/* A native dialog is no widget and nobody owns it but its task. */
static void
on_response (GtkNativeDialog *dialog, int response, GTask *task)
{
  GFile *file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

  g_task_return_pointer (task, file, g_object_unref);
  g_object_unref (task);
}

static void
run_chooser (GtkFileChooserNative *dialog, GTask *task)
{
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_task_set_task_data (task, dialog, g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
add_filter (GtkFileChooserNative *dialog,
            const char           *name,
            const char *const    *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; suffixes[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, suffixes[i]);
  if (suffixes[0] == NULL)
    gtk_file_filter_add_pattern (filter, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
}

/**
 * readout_dialogs_open_async:
 * @parent: the window that asks
 * @callback: (scope async): called with the answer
 * @user_data: for @callback
 *
 * Asks which article or annotation file to open.
 */
void
readout_dialogs_open_async (GtkWindow          *parent,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  static const char *const known[] = { "txt", "json", "jsonl", NULL };
  static const char *const any[] = { NULL };
  GtkFileChooserNative    *dialog;
  GTask                   *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (_ ("Open Article"),
                                        parent,
                                        GTK_FILE_CHOOSER_ACTION_OPEN,
                                        _ ("_Open"),
                                        _ ("_Cancel"));
  add_filter (dialog, _ ("Articles and Annotations"), known);
  add_filter (dialog, _ ("All Files"), any);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_dialogs_open_async);
  run_chooser (dialog, task);
}

/**
 * readout_dialogs_open_finish:
 * @parent: the window that asks
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the file, or %NULL without an error
 *   when the dialog was cancelled
 */
GFile *
readout_dialogs_open_finish (GtkWindow    *parent,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * readout_dialogs_save_async:
 * @parent: the window that asks
 * @folder: (nullable): where to begin
 * @name: the name to suggest
 * @callback: (scope async): called with the answer
 * @user_data: for @callback
 *
 * Asks where to save the annotations.
 */
void
readout_dialogs_save_async (GtkWindow          *parent,
                            GFile              *folder,
                            const char         *name,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  static const char *const json[] = { "json", NULL };
  GtkFileChooserNative    *dialog;
  GTask                   *task;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (folder == NULL || G_IS_FILE (folder));
  g_return_if_fail (name != NULL);

  dialog = gtk_file_chooser_native_new (_ ("Save Annotations"),
                                        parent,
                                        GTK_FILE_CHOOSER_ACTION_SAVE,
                                        _ ("_Save"),
                                        _ ("_Cancel"));
  add_filter (dialog, _ ("Annotations"), json);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (
        GTK_FILE_CHOOSER (dialog), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);

  task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (task, readout_dialogs_save_async);
  run_chooser (dialog, task);
}

/**
 * readout_dialogs_save_finish:
 * @parent: the window that asks
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: (transfer full) (nullable): the file, or %NULL without an error
 *   when the dialog was cancelled
 */
GFile *
readout_dialogs_save_finish (GtkWindow    *parent,
                             GAsyncResult *result,
                             GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* The task holds the answer, -1 until there is one. */
typedef struct
{
  GTask *task;
  int    answer;
} Question;

static void
on_answer (GtkButton *button, Question *question)
{
  GtkRoot   *window = gtk_widget_get_root (GTK_WIDGET (button));
  GtkWidget *before = GTK_WIDGET (button);

  question->answer = 0;
  while ((before = gtk_widget_get_prev_sibling (before)) != NULL)
    question->answer++;
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
on_question_destroyed (GtkWidget *window, Question *question)
{
  g_task_return_int (question->task, question->answer);
  g_object_unref (question->task);
  g_free (question);
}

/* Enough for a heading, a sentence and buttons; closes with Escape. */
static GtkWidget *
build_question (GtkWindow         *parent,
                const char        *heading,
                const char        *detail,
                const char *const *buttons,
                Question          *question)
{
  GtkWidget          *window = gtk_window_new ();
  GtkWidget          *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget          *label = gtk_label_new (heading);
  GtkWidget          *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_window_set_title (GTK_WINDOW (window), heading);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_resizable (GTK_WINDOW (window), FALSE);
  gtk_window_set_titlebar (GTK_WINDOW (window),
                           g_object_new (GTK_TYPE_BOX, "visible", FALSE, NULL));
  gtk_widget_add_css_class (window, "question");

  gtk_widget_add_css_class (label, "title-2");
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 40);
  gtk_box_append (GTK_BOX (box), label);

  label = gtk_label_new (detail);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 48);
  gtk_box_append (GTK_BOX (box), label);

  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (row, 12);
  for (guint i = 0; buttons[i] != NULL; i++)
    {
      GtkWidget *button = gtk_button_new_with_mnemonic (buttons[i]);

      g_signal_connect (button, "clicked", G_CALLBACK (on_answer), question);
      if (i > 0 && buttons[i + 1] == NULL)
        gtk_widget_add_css_class (button, "destructive-action");
      gtk_box_append (GTK_BOX (row), button);
    }
  gtk_box_append (GTK_BOX (box), row);
  gtk_window_set_child (GTK_WINDOW (window), box);

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (shortcuts),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                        gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
  gtk_widget_grab_focus (gtk_widget_get_first_child (row));

  return window;
}

/**
 * readout_dialogs_ask_async:
 * @parent: the window that asks
 * @heading: the question
 * @detail: what depends on the answer
 * @buttons: (array zero-terminated=1): the answers, with mnemonics
 * @callback: (scope async): called with the answer
 * @user_data: for @callback
 *
 * Asks a question that has to be answered before anything else.
 */
void
readout_dialogs_ask_async (GtkWindow          *parent,
                           const char         *heading,
                           const char         *detail,
                           const char *const  *buttons,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  Question  *question;
  GtkWidget *window;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (heading != NULL && detail != NULL);
  g_return_if_fail (buttons != NULL && buttons[0] != NULL);

  question = g_new0 (Question, 1);
  question->answer = -1;
  question->task = g_task_new (parent, NULL, callback, user_data);
  g_task_set_source_tag (question->task, readout_dialogs_ask_async);

  window = build_question (parent, heading, detail, buttons, question);
  g_signal_connect (
      window, "destroy", G_CALLBACK (on_question_destroyed), question);
  /* Nothing is left to be asked then.  Its destruction would come too late: the
   * task holds on to it. */
  g_signal_connect_object (parent,
                           "unrealize",
                           G_CALLBACK (gtk_window_destroy),
                           window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (window));
}

/**
 * readout_dialogs_ask_finish:
 * @parent: the window that asks
 * @result: what the callback got
 * @error: where to put what went wrong
 *
 * Returns: which button was pressed, or -1 when the question was closed
 */
int
readout_dialogs_ask_finish (GtkWindow    *parent,
                            GAsyncResult *result,
                            GError      **error)
{
  g_return_val_if_fail (g_task_is_valid (result, parent), -1);

  return (int)g_task_propagate_int (G_TASK (result), error);
}
