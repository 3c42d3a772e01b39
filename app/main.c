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
#include "detect/words/own-words.h"

/* Adds a person's own words to the lists, and tells what is wrong with them:
 * all of it in the log, the first fault in the window. */
static void
load_own_words (ReadoutApplication *application)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *notice = NULL;
  const char      *end;

  if (readout_own_words_load (NULL, &error))
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
  load_own_words (application);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
