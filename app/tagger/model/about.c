/* about.c: what a model file says of itself
 *
 * The section "about" of a model is a key file, so that it can be read and
 * written without any tool, and without a date, so that the same training
 * gives the same model:
 *
 *     [Model]
 *     Name=en-news
 *     Title=English news
 *     Version=1
 *     Language=en
 *     Licence=CC-BY-NC-SA-4.0
 *     Terms=Not for commercial use.
 *
 *     [Corpus worldwide]
 *     Terms=CC BY-NC-SA 4.0
 *
 * Name, Version and Language must be there.  Other groups and keys are allowed
 * and mean nothing to the program.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/model/about.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/error.h"

#define GROUP "Model"
#define CORPUS "Corpus "
#define UNNAMED "unnamed"
#define MAX_NAME 64

/* The name goes into file names and into the "NAME VERSION" of annotation
 * files, where a blank would be taken for the end of it. */
static gboolean
is_plain (const char *name)
{
  gsize length = strlen (name);

  if (length == 0 || length > MAX_NAME || name[0] == '.' || name[0] == '-')
    return FALSE;
  for (const char *at = name; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) && strchr ("-._", *at) == NULL)
      return FALSE;

  return TRUE;
}

static char *
get_string (GKeyFile *file, const char *group, const char *key)
{
  char *value = g_key_file_get_string (file, group, key, NULL);

  if (value != NULL)
    g_strstrip (value);
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);

  return value;
}

/* What is for people may stand there in several languages: Terms[de]=… */
static char *
get_text (GKeyFile *file, const char *key)
{
  char *value = g_key_file_get_locale_string (file, GROUP, key, NULL, NULL);

  if (value != NULL)
    g_strstrip (value);
  if (value != NULL && *value == '\0')
    g_clear_pointer (&value, g_free);

  return value;
}

static char *
get_plain (GKeyFile *file, const char *key, const char *place, GError **error)
{
  g_autofree char *value = get_string (file, GROUP, key);

  if (value != NULL && is_plain (value))
    return g_steal_pointer (&value);

  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_STRUCTURE,
               _ ("%s: [%s] %s: expected a word of letters, digits, dots and "
                  "hyphens"),
               place,
               GROUP,
               key);
  return NULL;
}

static char **
get_corpora (GKeyFile *file)
{
  g_autoptr (GPtrArray) corpora = g_ptr_array_new ();
  g_auto (GStrv) groups = g_key_file_get_groups (file, NULL);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], CORPUS))
      {
        const char      *name = groups[i] + strlen (CORPUS);
        g_autofree char *terms = get_string (file, groups[i], "Terms");

        g_ptr_array_add (corpora,
                         terms != NULL
                             ? g_strdup_printf ("%s (%s)", name, terms)
                             : g_strdup (name));
      }
  g_ptr_array_add (corpora, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&corpora), FALSE);
}

/**
 * readout_model_about_parse:
 * @data: (array length=n_bytes): a key file
 * @n_bytes: its size
 * @place: names it in an error
 * @error: set to a #GKeyFileError, or to %READOUT_ERROR_STRUCTURE
 *
 * Returns: (transfer full) (nullable): what it says
 */
ReadoutModelAbout *
readout_model_about_parse (const char *data,
                           gsize       n_bytes,
                           const char *place,
                           GError    **error)
{
  g_autoptr (ReadoutModelAbout) self = NULL;
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_return_val_if_fail (data != NULL || n_bytes == 0, NULL);
  g_return_val_if_fail (place != NULL, NULL);

  if (!g_key_file_load_from_data (
          file, n_bytes > 0 ? data : "", n_bytes, G_KEY_FILE_NONE, error))
    {
      g_prefix_error (error, "%s: ", place);
      return NULL;
    }

  self = g_new0 (ReadoutModelAbout, 1);
  self->name = get_plain (file, "Name", place, error);
  if (self->name == NULL)
    return NULL;
  self->version = get_plain (file, "Version", place, error);
  if (self->version == NULL)
    return NULL;
  self->language = get_plain (file, "Language", place, error);
  if (self->language == NULL)
    return NULL;
  self->title = get_text (file, "Title");
  if (self->title == NULL)
    self->title = g_strdup (self->name);
  self->licence = get_string (file, GROUP, "Licence");
  self->terms = get_text (file, "Terms");
  self->corpora = get_corpora (file);

  return g_steal_pointer (&self);
}

/**
 * readout_model_about_read:
 * @model: a model
 * @place: names it in an error
 * @error: set as by readout_model_about_parse()
 *
 * Returns: (transfer full) (nullable): what @model says of itself
 */
ReadoutModelAbout *
readout_model_about_read (const ReadoutModel *model,
                          const char         *place,
                          GError            **error)
{
  const char *data;
  gsize       size;

  g_return_val_if_fail (model != NULL, NULL);

  data = readout_model_get_section (model, READOUT_MODEL_ABOUT_SECTION, &size);
  if (data == NULL)
    {
      ReadoutModelAbout *self = g_new0 (ReadoutModelAbout, 1);

      self->name = g_strdup (UNNAMED);
      self->title = g_strdup (_ ("Unnamed model"));
      self->version = g_strdup ("0");
      self->language = g_strdup ("en");
      self->corpora = g_new0 (char *, 1);
      return self;
    }

  return readout_model_about_parse (data, size, place, error);
}

/**
 * readout_model_about_free:
 * @self: (transfer full): what a model says of itself
 */
void
readout_model_about_free (ReadoutModelAbout *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->title);
  g_free (self->version);
  g_free (self->language);
  g_free (self->licence);
  g_free (self->terms);
  g_strfreev (self->corpora);
  g_free (self);
}
