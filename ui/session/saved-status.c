/* saved-status.c: what the status line says of the file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/saved-status.h"

#include <glib/gi18n-lib.h>

/**
 * readout_saved_status_new:
 * @store: (nullable): what was saved just now
 *
 * Returns: (transfer full): when, and where if that is not the usual place
 */
char *
readout_saved_status_new (ReadoutStore *store)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  g_autofree char *status = NULL;

  /* Translators: %s is the time of day, as in "Saved 18:04" */
  status = g_strdup_printf (_ ("Saved %s"), time);
  if (store != NULL
      && readout_store_get_redirection (store) != READOUT_REDIRECTION_NONE)
    {
      g_autofree char *plain = g_steal_pointer (&status);

      if (readout_store_get_redirection (store)
          == READOUT_REDIRECTION_LONG_NAME)
        status = g_strdup_printf (
            /* Translators: %s is "Saved 18:04" */
            _ ("%s in your data folder, as the article’s name is too long"),
            plain);
      else
        status = g_strdup_printf (
            /* Translators: %s is "Saved 18:04" */
            _ ("%s in your data folder, as the article’s cannot be written"),
            plain);
    }

  return g_steal_pointer (&status);
}

/**
 * readout_saved_status_add_journal:
 * @status: (nullable): what is said of the file
 * @store: (nullable): what is open
 *
 * Returns: (transfer full) (nullable): @status, and as long as no journal can
 *   be kept, that a crash costs what is not saved
 */
char *
readout_saved_status_add_journal (const char *status, ReadoutStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *warning = NULL;

  if (store == NULL || readout_store_check_journal (store, &error))
    return g_strdup (status);

  /* Translators: %s is why, as in "No space left on device" */
  warning = g_strdup_printf (_ ("The last second and undo do not survive a "
                                "crash (%s)"),
                             error->message);
  if (status == NULL)
    return g_steal_pointer (&warning);

  return g_strconcat (warning, " · ", status, NULL);
}
