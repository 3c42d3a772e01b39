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

#include <glib/gi18n.h>

#include "application.h"

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

  return g_application_run (G_APPLICATION (application), argc, argv);
}
