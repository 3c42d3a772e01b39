/* model.c: the trained part of the detector
 *
 * A model file may hold the taggers of some layers only; where one is missing,
 * and where there is no model at all, the rules do the work alone.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/models/model.h"

#include <glib/gi18n-lib.h>

#include "base/display-name.h"
#include "base/error.h"

struct _ReadoutDetectorModel
{
  gatomicrefcount           ref_count;
  ReadoutModelAbout        *about;
  char                     *detector_name;
  ReadoutNameTagger        *names;
  ReadoutAttributionTagger *attributions;
};

G_DEFINE_BOXED_TYPE (ReadoutDetectorModel,
                     readout_detector_model,
                     readout_detector_model_ref,
                     readout_detector_model_unref)

/* Of the sections of a tagger one is enough to tell that it is meant to be
 * there; the tagger itself finds out whether any of the others is missing. */
static gboolean
has_section (ReadoutModel *file, const char *name)
{
  gsize size;

  return readout_model_get_section (file, name, &size) != NULL;
}

/* The taggers of an open model file, which @place names in an error; the model
 * keeps a reference. */
static ReadoutDetectorModel *
new_from_file (ReadoutModel *file, const char *place, GError **error)
{
  g_autoptr (ReadoutDetectorModel) self = NULL;

  self = g_new0 (ReadoutDetectorModel, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->about = readout_model_about_read (file, place, error);
  if (self->about == NULL)
    return NULL;
  self->detector_name = g_strdup_printf ("readout/%s-%s " PACKAGE_VERSION,
                                         self->about->name,
                                         self->about->version);
  if (has_section (file, "names"))
    {
      self->names = readout_name_tagger_new (file, error);
      if (self->names == NULL)
        return NULL;
    }
  if (has_section (file, "attribution-1"))
    {
      self->attributions = readout_attribution_tagger_new (file, error);
      if (self->attributions == NULL)
        return NULL;
    }
  if (self->names == NULL && self->attributions == NULL)
    {
      g_set_error (error,
                   READOUT_ERROR,
                   READOUT_ERROR_FORMAT,
                   _ ("The model “%s” cannot be used: %s"),
                   place,
                   _ ("there is no tagger in it"));
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * readout_detector_model_open:
 * @path: a model file
 * @error: return location for a #GError
 *
 * Opens the file and gets the taggers that it holds ready.  It takes some
 * milliseconds, so the window does it in a thread.
 *
 * Returns: (transfer full) (nullable): the model, or %NULL if the file cannot
 *   be read or is not a model
 */
ReadoutDetectorModel *
readout_detector_model_open (const char *path, GError **error)
{
  g_autoptr (ReadoutModel) file = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  file = readout_model_open (path, error);
  if (file == NULL)
    return NULL;

  name = readout_display_name (path);

  return new_from_file (file, name, error);
}

/**
 * readout_detector_model_ref:
 * @self: a model
 *
 * Returns: (transfer full): @self
 */
ReadoutDetectorModel *
readout_detector_model_ref (ReadoutDetectorModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * readout_detector_model_unref:
 * @self: (transfer full): a model
 */
void
readout_detector_model_unref (ReadoutDetectorModel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->about, readout_model_about_free);
  g_free (self->detector_name);
  g_clear_pointer (&self->names, readout_name_tagger_free);
  g_clear_pointer (&self->attributions, readout_attribution_tagger_free);
  g_free (self);
}

/**
 * readout_detector_model_get_about:
 * @self: a model
 *
 * Returns: (transfer none): its name, its licence and what it learned from
 */
const ReadoutModelAbout *
readout_detector_model_get_about (const ReadoutDetectorModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->about;
}

/**
 * readout_detector_model_get_detector_name:
 * @self: a model
 *
 * Returns: (transfer none): name and version, parted by a blank, that the
 *   suggestions made with it carry, such as "readout/en-news-1 0.1.0"
 */
const char *
readout_detector_model_get_detector_name (const ReadoutDetectorModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->detector_name;
}

/**
 * readout_detector_model_get_names:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): its tagger of names
 */
const ReadoutNameTagger *
readout_detector_model_get_names (const ReadoutDetectorModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->names;
}

/**
 * readout_detector_model_get_attributions:
 * @self: a model
 *
 * Returns: (transfer none) (nullable): its tagger of attributions
 */
const ReadoutAttributionTagger *
readout_detector_model_get_attributions (const ReadoutDetectorModel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attributions;
}
