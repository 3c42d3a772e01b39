/* application.c: the program object
 *
 * Owns what all windows share: the style sheet, the keys of the named
 * actions, and the way files given on the command line or by another program
 * reach a window.  One article a window; a file that is open already is
 * brought to the front instead of being opened twice, since two windows that
 * save the same file would undo each other's work.
 *
 * However the program is told to end (by the last window, by a signal, by the
 * session), what is not saved is written first (ending.c).
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "application.h"

#include "detect/models/installed.h"
#include "ending.h"
#include "signals.h"
#include "window/actions.h"
#include "window/files.h"
#include "window/window.h"

struct _ReadoutApplication
{
  GtkApplication parent_instance;

  char           *notice; /* For the first window. */
  ReadoutSignals *signals;
  guint           inhibited; /* Cookie while the end of the session waits. */
};

/* When the main thread does not answer at all; ending.c ends before that. */
#define PATIENCE_MS (READOUT_ENDING_SECONDS * 1000 + 1000)

G_DEFINE_FINAL_TYPE (ReadoutApplication,
                     readout_application,
                     GTK_TYPE_APPLICATION)

/* The licence of the program does not cover what its models were made of. */
static void
on_models_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GtkAboutDialog) dialog = user_data;
  g_autoptr (GPtrArray) models
      = readout_detector_models_list_finish (result, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < models->len; i++)
    {
      const ReadoutInstalledModel *model = g_ptr_array_index (models, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s: %s",
                                        model->name,
                                        model->about->licence != NULL
                                            ? model->about->licence
                                            : _ ("licence unknown")));
    }
  g_ptr_array_add (lines, NULL);

  if (models->len > 0)
    gtk_about_dialog_add_credit_section (
        dialog, _ ("Models and their licences"), (const char **)lines->pdata);
}

static void
about_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const authors[] = { "The Readout authors", NULL };
  GtkApplication          *self = user_data;
  GtkWidget               *dialog;

  dialog = g_object_new (
      GTK_TYPE_ABOUT_DIALOG,
      "transient-for",
      gtk_application_get_active_window (self),
      "modal",
      TRUE,
      "program-name",
      _ ("Readout"),
      "version",
      PACKAGE_VERSION,
      "logo-icon-name",
      APPLICATION_ID,
      "comments",
      _ ("Who met, where, and what was said: annotate news articles"),
      "authors",
      authors,
      "copyright",
      _ ("© 2026 The Readout authors"),
      "license-type",
      GTK_LICENSE_GPL_3_0,
      NULL);
  readout_detector_models_list_async (on_models_listed, g_object_ref (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
quit_activated (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *self = user_data;
  GList          *windows = g_list_copy (gtk_application_get_windows (self));

  /* Each window flushes what is not saved yet; the program ends when the last
   * one has gone. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);

  g_list_free (windows);
}

static void
on_signal_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutApplication *self = READOUT_APPLICATION (object);

  readout_ending_finish (GTK_APPLICATION (self), result);
  readout_signals_end (self->signals);
}

static void
on_signal (gpointer user_data)
{
  readout_ending_begin_async (user_data, on_signal_flushed, NULL);
}

static void
on_session_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  ReadoutApplication *self = READOUT_APPLICATION (object);

  readout_ending_finish (GTK_APPLICATION (self), result);
  gtk_application_uninhibit (GTK_APPLICATION (self), self->inhibited);
  self->inhibited = 0;
}

/* The session is about to end, and waits as long as something inhibits that.
 * Most writes take milliseconds; where one takes longer the desktop says who is
 * waited for, and why. */
static void
readout_application_query_end (ReadoutApplication *self)
{
  GtkApplication *application = GTK_APPLICATION (self);

  if (self->inhibited != 0 || !readout_ending_is_needed (application))
    return;

  self->inhibited = gtk_application_inhibit (
      application,
      gtk_application_get_active_window (application),
      GTK_APPLICATION_INHIBIT_LOGOUT,
      _ ("Your work is being saved"));
  readout_ending_begin_async (application, on_session_flushed, NULL);
}

static const GActionEntry app_entries[] = {
  { "about", about_activated },
  { "quit", quit_activated },
};

static void
readout_application_startup (GApplication *application)
{
  ReadoutApplication *self = READOUT_APPLICATION (application);
  g_autoptr (GtkCssProvider) provider = NULL;

  G_APPLICATION_CLASS (readout_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);

  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider,
                                       "/org/readout/Readout/style.css");
  gtk_style_context_add_provider_for_display (
      gdk_display_get_default (),
      GTK_STYLE_PROVIDER (provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);

  self->signals = readout_signals_new (on_signal, self, PATIENCE_MS);

  g_action_map_add_action_entries (
      G_ACTION_MAP (self), app_entries, G_N_ELEMENTS (app_entries), self);
  readout_window_actions_set_accels (GTK_APPLICATION (self));
}

static void
on_last_flushed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  readout_ending_finish (GTK_APPLICATION (object), result);
  *(gboolean *)user_data = TRUE;
}

/* When the session has ended the main loop stops and no window is asked. */
static void
readout_application_shutdown (GApplication *application)
{
  ReadoutApplication *self = READOUT_APPLICATION (application);
  gboolean            flushed = FALSE;

  readout_ending_begin_async (
      GTK_APPLICATION (self), on_last_flushed, &flushed);
  while (!flushed)
    g_main_context_iteration (NULL, TRUE);
  g_clear_pointer (&self->signals, readout_signals_free);

  G_APPLICATION_CLASS (readout_application_parent_class)
      ->shutdown (application);
}

static void
show_notice (ReadoutApplication *self, ReadoutWindow *window)
{
  if (self->notice != NULL)
    readout_window_show_notice (window, self->notice);
  g_clear_pointer (&self->notice, g_free);
}

static void
readout_application_activate (GApplication *application)
{
  GtkWindow *window;

  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    {
      window = GTK_WINDOW (readout_window_new (GTK_APPLICATION (application)));
      readout_window_restore (READOUT_WINDOW (window));
      show_notice (READOUT_APPLICATION (application), READOUT_WINDOW (window));
    }

  gtk_window_present (window);
}

static ReadoutWindow *
find_window (ReadoutApplication *self, GFile *file)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));

  for (GList *l = windows; l != NULL; l = l->next)
    if (READOUT_IS_WINDOW (l->data)
        && readout_window_shows_file (READOUT_WINDOW (l->data), file))
      return READOUT_WINDOW (l->data);

  return NULL;
}

static void
readout_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  ReadoutApplication *self = READOUT_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      ReadoutWindow *window = find_window (self, files[i]);

      if (window == NULL)
        {
          window = readout_window_new (GTK_APPLICATION (self));
          readout_window_open (window, files[i]);
          show_notice (self, window);
        }

      gtk_window_present (GTK_WINDOW (window));
    }
}

static int
readout_application_handle_local_options (GApplication *application,
                                          GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("readout %s\n", PACKAGE_VERSION);
      return 0;
    }

  return -1;
}

static void
readout_application_finalize (GObject *object)
{
  ReadoutApplication *self = READOUT_APPLICATION (object);

  g_free (self->notice);

  G_OBJECT_CLASS (readout_application_parent_class)->finalize (object);
}

static void
readout_application_class_init (ReadoutApplicationClass *klass)
{
  GObjectClass      *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = readout_application_finalize;

  application_class->startup = readout_application_startup;
  application_class->shutdown = readout_application_shutdown;
  application_class->activate = readout_application_activate;
  application_class->open = readout_application_open;
  application_class->handle_local_options
      = readout_application_handle_local_options;
}

static void
readout_application_init (ReadoutApplication *self)
{
  g_signal_connect (
      self, "query-end", G_CALLBACK (readout_application_query_end), NULL);
  g_application_add_main_option (G_APPLICATION (self),
                                 "version",
                                 'v',
                                 G_OPTION_FLAG_NONE,
                                 G_OPTION_ARG_NONE,
                                 N_ ("Print the version and exit"),
                                 NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self),
                                                     _ ("[FILE…]"));
  g_application_set_option_context_summary (
      G_APPLICATION (self),
      _ ("Shows news articles beside the actors, statements and meetings "
         "detected in them."));
}

/**
 * readout_application_new:
 *
 * Returns: (transfer full): the program, ready to be run
 */
ReadoutApplication *
readout_application_new (void)
{
  return g_object_new (READOUT_TYPE_APPLICATION,
                       "application-id",
                       APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path",
                       "/org/readout/Readout",
                       "register-session",
                       TRUE,
                       NULL);
}

/**
 * readout_application_set_notice:
 * @self: the program
 * @notice: what the first window is to tell, be it there or still to come
 *
 * For what comes up while the program starts.
 */
void
readout_application_set_notice (ReadoutApplication *self, const char *notice)
{
  GtkWindow *window;

  g_return_if_fail (READOUT_IS_APPLICATION (self));

  g_free (self->notice);
  self->notice = g_strdup (notice);

  window = gtk_application_get_active_window (GTK_APPLICATION (self));
  if (READOUT_IS_WINDOW (window))
    show_notice (self, READOUT_WINDOW (window));
}
