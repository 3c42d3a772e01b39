/* saver-words.c: what is said of saving
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "session/saver-words.h"

#include <glib/gi18n-lib.h>

#include "base/error.h"
#include "project/file-name.h"

/**
 * readout_saver_describe_left:
 * @file: a file that is not open any more
 * @error: why its last edits were not written
 *
 * Returns: (transfer full): what to tell of that
 */
char *
readout_saver_describe_left (GFile *file, const GError *error)
{
  g_autofree char *name = readout_file_name_short (file);
  g_autofree char *message = NULL;

  if (g_error_matches (error, READOUT_ERROR, READOUT_ERROR_CHANGED))
    message = g_strdup_printf (
        _ ("Your last edits were not written to “%s”, because another "
           "program has changed it."),
        name);
  else
    /* Translators: the name of a file, and what went wrong */
    message = g_strdup_printf (
        _ ("Your last edits could not be written to “%s”: %s.  They come back "
           "when it is opened again."),
        name,
        error->message);

  return g_steal_pointer (&message);
}

/**
 * readout_saver_describe_retry:
 * @error: why a file could not be written
 * @delay: in how many milliseconds it is tried again
 *
 * Returns: (transfer full): what to tell of that
 */
char *
readout_saver_describe_retry (const GError *error, guint delay)
{
  g_autofree char *message = NULL;
  guint            seconds = (delay + 999) / 1000;

  if (seconds < 60)
    message = g_strdup_printf (
        /* Translators: what went wrong, and a number of seconds up to 30 */
        _ ("Your work could not be saved: %s.  It is tried again in %u s."),
        error->message,
        seconds);
  else
    message = g_strdup_printf (
        _ ("Your work could not be saved: %s.  It is tried again every "
           "minute."),
        error->message);

  return g_steal_pointer (&message);
}

/**
 * readout_saver_append_unsaved:
 * @lines: to which a line is appended
 * @file: a file whose last edits are not written
 * @reason: (nullable): why, with the name of the file; %NULL if it has taken
 *   too long
 *
 * Says for whoever ends the program what is not saved, and where it is.
 */
void
readout_saver_append_unsaved (GString *lines, GFile *file, const GError *reason)
{
  g_autofree char *late = NULL;

  if (reason == NULL)
    {
      g_autofree char *name = readout_file_name_long (file);

      late = g_strdup_printf (_ ("“%s” could not be written in time"), name);
    }

  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append_printf (
      lines,
      /* Translators: what went wrong with which file */
      _ ("%s.  The last edits are in the journal and come back when the file "
         "is opened again."),
      reason != NULL ? reason->message : late);
}
