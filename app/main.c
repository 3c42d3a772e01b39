/* main.c: the entry point of the window program
 *
 * The one file of app/ that knows of the user interface; ui/meson.build
 * compiles it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "application.h"
#include "base/main-thread.h"
#include "detect/words/own-words.h"

/* Tells what is wrong with a person's own words: all of it in the log, the
 * first fault in the window. */
static void
on_own_words_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutApplication) application = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  const char      *end;

  if (readout_own_words_load_finish (result, &error))
    return;

  g_message ("%s", error->message);
  end = strchr (error->message, '\n');
  notice
      = g_strdup_printf (_ ("A line of your own words was left out: %.*s"),
                         (int)(end != NULL ? end - error->message
                                           : (gssize)strlen (error->message)),
                         error->message);
  readout_application_set_notice (application, notice);
}

/* What is opened waits for them, and the window does not. */
static void
on_startup (ReadoutApplication *application)
{
  readout_own_words_load_async (
      NULL, on_own_words_loaded, g_object_ref (application));
}

int
main (int argc, char *argv[])
{
  g_autoptr (ReadoutApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  g_set_application_name (_ ("Readout"));
  application = readout_application_new ();
  readout_main_thread_keep_free (TRUE);
  g_signal_connect (application, "startup", G_CALLBACK (on_startup), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
