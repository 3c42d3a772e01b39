/* installed.c: the models that are installed, and the choice of one
 *
 * A model is a file NAME.readout-model.  It is looked for in
 *
 *     1. readout/models of the user's data folder, for models of one's own,
 *     2. data/models of the build folder, if the program is run from there,
 *     3. readout/models of the folder that the program is installed to,
 *
 * or, if the environment variable READOUT_MODELS is set, in the folders that
 * it lists and nowhere else.  Of two files of one name the first one counts.
 *
 * A choice is the name of an installed model, the path of a model file, the
 * word "rules" for no model, or nothing, for the best of those that came with
 * the program.  A model of one's own is used only if it is named, because
 * nobody but its owner knows what it is good for.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-detect"

#include "config.h"

#include "detect/models/installed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/display-name.h"
#include "base/error.h"
#include "base/main-thread.h"

#define EXTENSION ".readout-model"

/* The models that come with the program, the best one first. */
static const char *const shipped[] = { "en-news", "en-open" };

/**
 * readout_installed_model_free:
 * @self: (transfer full): a model that was listed
 */
void
readout_installed_model_free (ReadoutInstalledModel *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->name);
  g_free (self->path);
  g_clear_pointer (&self->about, readout_model_about_free);
  g_free (self);
}

/* The folder of the models that were built with the program, or NULL if it
 * is not run from its build folder. */
static char *
find_beside_program (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = NULL;

  if (program == NULL)
    return NULL;

  folder = g_path_get_dirname (program);
  if (g_str_has_suffix (folder, "/app/cli"))
    return g_build_filename (folder, "..", "..", "data", "models", NULL);
  if (g_str_has_suffix (folder, "/ui"))
    return g_build_filename (folder, "..", "data", "models", NULL);

  return NULL;
}

static char **
list_folders (void)
{
  const char *variable = g_getenv ("READOUT_MODELS");
  g_autoptr (GPtrArray) folders = NULL;
  char *beside;

  if (variable != NULL)
    return g_strsplit (variable, G_SEARCHPATH_SEPARATOR_S, -1);

  folders = g_ptr_array_new ();
  g_ptr_array_add (
      folders,
      g_build_filename (g_get_user_data_dir (), "readout", "models", NULL));
  beside = find_beside_program ();
  if (beside != NULL)
    g_ptr_array_add (folders, beside);
  g_ptr_array_add (folders, g_strdup (MODELSDIR));
  g_ptr_array_add (folders, NULL);

  return (char **)g_ptr_array_free (g_steal_pointer (&folders), FALSE);
}

static char *
find_installed (const char *name)
{
  g_autofree char *base = g_strconcat (name, EXTENSION, NULL);
  g_auto (GStrv) folders = list_folders ();

  for (guint i = 0; folders[i] != NULL; i++)
    {
      g_autofree char *path = g_build_filename (folders[i], base, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}

static int
get_rank (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    if (g_str_equal (shipped[i], name))
      return i;

  return G_N_ELEMENTS (shipped);
}

static int
compare_installed (gconstpointer a, gconstpointer b)
{
  const ReadoutInstalledModel *one = *(const ReadoutInstalledModel *const *)a;
  const ReadoutInstalledModel *two = *(const ReadoutInstalledModel *const *)b;
  int order = get_rank (one->name) - get_rank (two->name);

  return order != 0 ? order : strcmp (one->name, two->name);
}

static void
add_folder (GPtrArray *models, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *base;

  while (dir != NULL && (base = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (ReadoutInstalledModel) found = NULL;
      g_autoptr (ReadoutModel) file = NULL;
      gboolean known = FALSE;

      /* A name is shown and kept in settings. */
      if (!g_str_has_suffix (base, EXTENSION)
          || !g_utf8_validate (base, -1, NULL))
        continue;

      found = g_new0 (ReadoutInstalledModel, 1);
      found->name = g_strndup (base, strlen (base) - strlen (EXTENSION));
      found->path = g_build_filename (folder, base, NULL);
      for (guint i = 0; i < models->len && !known; i++)
        {
          const ReadoutInstalledModel *other = g_ptr_array_index (models, i);

          known = g_str_equal (other->name, found->name);
        }
      if (known)
        continue;

      file = readout_model_open (found->path, NULL);
      if (file != NULL)
        found->about = readout_model_about_read (file, found->path, NULL);
      if (found->about != NULL)
        g_ptr_array_add (models, g_steal_pointer (&found));
    }
}

/**
 * readout_detector_models_list:
 *
 * Lists the models that can be chosen by name.  What is no model, or a broken
 * one, is left out.
 *
 * Returns: (transfer full) (element-type ReadoutInstalledModel): the models,
 *   the best one that came with the program first
 */
GPtrArray *
readout_detector_models_list (void)
{
  GPtrArray *models = g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_installed_model_free);
  g_auto (GStrv) folders = list_folders ();

  readout_main_thread_check ("Reading the models");
  for (guint i = 0; folders[i] != NULL; i++)
    add_folder (models, folders[i]);
  g_ptr_array_sort (models, compare_installed);

  return models;
}

/* The models that are installed, and which is used if none is chosen. */
typedef struct
{
  GPtrArray *models;
  char      *best;
} Installed;

static void
installed_free (gpointer data)
{
  Installed *self = data;

  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_free (self->best);
  g_free (self);
}

static void
list_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Installed *self = g_new0 (Installed, 1);

  self->models = readout_detector_models_list ();
  self->best = readout_detector_models_get_default ();
  g_task_return_pointer (task, self, installed_free);
}

/**
 * readout_detector_models_list_async:
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Does the same as readout_detector_models_list() in a thread: to tell what a
 * model says of itself, its file is read.
 */
void
readout_detector_models_list_async (GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, readout_detector_models_list_async);
  g_task_run_in_thread (task, list_thread);
}

/**
 * readout_detector_models_list_finish:
 * @result: what the callback was given
 * @best: (out) (optional) (transfer full): as from
 *   readout_detector_models_get_default()
 *
 * Returns: (transfer full) (element-type ReadoutInstalledModel): as from
 *   readout_detector_models_list()
 */
GPtrArray *
readout_detector_models_list_finish (GAsyncResult *result, char **best)
{
  Installed *self;
  GPtrArray *models;

  g_return_val_if_fail (
      g_async_result_is_tagged (result, readout_detector_models_list_async),
      NULL);

  self = g_task_propagate_pointer (G_TASK (result), NULL);
  models = g_steal_pointer (&self->models);
  if (best != NULL)
    *best = g_steal_pointer (&self->best);
  installed_free (self);

  return models;
}

/**
 * readout_detector_models_get_default:
 *
 * Returns: (transfer full): the name of the model that is used if none is
 *   chosen; %READOUT_MODELS_RULES if none came with the program
 */
char *
readout_detector_models_get_default (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    {
      g_autofree char *path = find_installed (shipped[i]);

      if (path != NULL)
        return g_strdup (shipped[i]);
    }

  return g_strdup (READOUT_MODELS_RULES);
}

/**
 * readout_detector_models_find:
 * @choice: (nullable): a name, a path, "rules", or nothing
 * @error: set to %G_FILE_ERROR_NOENT if there is no such model
 *
 * Returns: (transfer full) (nullable): the path of the model file; %NULL
 *   without an error where the rules are to work alone
 */
char *
readout_detector_models_find (const char *choice, GError **error)
{
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (choice != NULL && *choice != '\0')
    name = g_strdup (choice);
  else
    name = readout_detector_models_get_default ();
  if (g_str_equal (name, READOUT_MODELS_RULES))
    return NULL;

  if (strchr (name, G_DIR_SEPARATOR) == NULL)
    path = find_installed (name);
  if (path == NULL && g_file_test (name, G_FILE_TEST_EXISTS))
    path = g_strdup (name);
  if (path == NULL)
    {
      g_autofree char *shown = readout_display_name (name);

      g_set_error (
          error,
          G_FILE_ERROR,
          G_FILE_ERROR_NOENT,
          _ ("There is no model “%s”, neither installed nor as a file"),
          shown);
    }

  return g_steal_pointer (&path);
}

/**
 * readout_detector_models_open:
 * @choice: (nullable): a name, a path, "rules", or nothing
 * @model: (out) (transfer full) (nullable): the model; %NULL where the rules
 *   are to work alone
 * @error: set if the model is not there, or cannot be used
 *
 * Opens the model that is chosen.
 *
 * Returns: whether the choice could be followed
 */
gboolean
readout_detector_models_open (const char            *choice,
                              ReadoutDetectorModel **model,
                              GError               **error)
{
  g_autoptr (GError) missing = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (model != NULL, FALSE);

  *model = NULL;
  path = readout_detector_models_find (choice, &missing);
  if (missing != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&missing));
      return FALSE;
    }
  if (path == NULL)
    return TRUE;

  *model = readout_detector_model_open (path, error);
  return *model != NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  ReadoutDetectorModel *model;
  GError               *error = NULL;

  if (readout_detector_models_open (task_data, &model, &error))
    g_task_return_pointer (
        task, model, (GDestroyNotify)readout_detector_model_unref);
  else
    g_task_return_error (task, error);
}

/**
 * readout_detector_models_open_async:
 * @choice: (nullable): a name, a path, "rules", or nothing
 * @cancellable: (nullable): to stop waiting for it
 * @callback: called when it is open
 * @user_data: passed to @callback
 *
 * Does the same as readout_detector_models_open() in a worker thread.
 */
void
readout_detector_models_open_async (const char         *choice,
                                    GCancellable       *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, readout_detector_models_open_async);
  g_task_set_task_data (task, g_strdup (choice), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * readout_detector_models_open_finish:
 * @result: what the callback was given
 * @model: (out) (transfer full) (nullable): as in
 *   readout_detector_models_open()
 * @error: set if the model is not there, or cannot be used, or if cancelled
 *
 * Returns: whether the choice could be followed
 */
gboolean
readout_detector_models_open_finish (GAsyncResult          *result,
                                     ReadoutDetectorModel **model,
                                     GError               **error)
{
  g_autoptr (GError) fault = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  g_return_val_if_fail (
      g_async_result_is_tagged (result, readout_detector_models_open_async),
      FALSE);
  g_return_val_if_fail (model != NULL, FALSE);

  *model = g_task_propagate_pointer (G_TASK (result), &fault);
  if (fault == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
