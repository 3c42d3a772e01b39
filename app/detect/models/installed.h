/* installed.h: the models that are installed, and the choice of one
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "detect/models/model.h"

G_BEGIN_DECLS

/* The choice that stands for no model. */
#define READOUT_MODELS_RULES "rules"

/**
 * ReadoutInstalledModel:
 * @name: what it is chosen by: the name of its file without the extension
 * @path: where it is
 * @about: what it says of itself
 */
typedef struct
{
  char              *name;
  char              *path;
  ReadoutModelAbout *about;
} ReadoutInstalledModel;

void       readout_installed_model_free (ReadoutInstalledModel *self);
GPtrArray *readout_detector_models_list (void);
void       readout_detector_models_list_async (GAsyncReadyCallback callback,
                                               gpointer            user_data);
GPtrArray *readout_detector_models_list_finish (GAsyncResult *result,
                                                char        **best);
char      *readout_detector_models_get_default (void);
char      *readout_detector_models_find (const char *choice, GError **error);
gboolean   readout_detector_models_open (const char            *choice,
                                         ReadoutDetectorModel **model,
                                         GError               **error);
void       readout_detector_models_open_async (const char         *choice,
                                               GCancellable       *cancellable,
                                               GAsyncReadyCallback callback,
                                               gpointer            user_data);
gboolean   readout_detector_models_open_finish (GAsyncResult          *result,
                                                ReadoutDetectorModel **model,
                                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutInstalledModel,
                               readout_installed_model_free)

G_END_DECLS
