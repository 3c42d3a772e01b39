/* settings.c: what the program remembers between runs
 *
 * GSettings ends the program when a schema is not installed.  A program that
 * is run from its build folder must not depend on that, nor on a variable
 * that the person has to set, so its own schema is looked for beside it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "settings.h"

#include "base/display-name.h"

static GSettingsSchema *
find_schema_beside_program (GSettingsSchemaSource *parent)
{
  g_autoptr (GSettingsSchemaSource) source = NULL;
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;
  g_autofree char *schemas = NULL;

  if (program == NULL)
    return NULL;

  folder = g_path_get_dirname (program);
  schemas = g_build_filename (folder, "..", "data", NULL);
  source = g_settings_schema_source_new_from_directory (
      schemas, parent, TRUE, NULL);

  return source != NULL
             ? g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE)
             : NULL;
}

/**
 * readout_settings_new:
 *
 * Returns: (transfer full) (nullable): the program's settings, or %NULL where
 *   neither the system nor the build folder has their schema; the program
 *   then starts as it does for the first time
 */
GSettings *
readout_settings_new (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  if (schema == NULL)
    schema = find_schema_beside_program (source);
  if (schema == NULL)
    {
      g_message ("The settings schema %s is not installed; nothing will be "
                 "remembered",
                 APPLICATION_ID);
      return NULL;
    }

  return g_settings_new_full (schema, NULL, NULL);
}

/**
 * readout_settings_dup_user_name:
 *
 * Returns: (transfer full): who the system says is at work, in UTF-8, for those
 *   who have not said how they want to be called
 */
char *
readout_settings_dup_user_name (void)
{
  return readout_display_plain (g_get_user_name ());
}
