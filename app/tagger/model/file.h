/* file.h: trained weights and lists in one file
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/crf/dataset.h"
#include "tagger/crf/trainer.h"

G_BEGIN_DECLS

/**
 * ReadoutModel:
 *
 * A model file in memory, checked.  Immutable, reference counted,
 * shared by threads.
 */
typedef struct _ReadoutModel ReadoutModel;

#define READOUT_TYPE_MODEL (readout_model_get_type ())

GType         readout_model_get_type (void) G_GNUC_CONST;
ReadoutModel *readout_model_open (const char *path, GError **error);
ReadoutModel *
readout_model_new_from_bytes (GBytes *bytes, const char *name, GError **error);
ReadoutModel *readout_model_ref (ReadoutModel *self);
void          readout_model_unref (ReadoutModel *self);
const void   *readout_model_get_section (const ReadoutModel *self,
                                         const char         *name,
                                         gsize              *n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutModel, readout_model_unref)

/* Writing: sections by name, in the order they are added. */
typedef struct _ReadoutModelBuilder ReadoutModelBuilder;

ReadoutModelBuilder *readout_model_builder_new (void);
void                 readout_model_builder_free (ReadoutModelBuilder *self);
void                 readout_model_builder_add (ReadoutModelBuilder *self,
                                                const char          *name,
                                                GBytes              *section);
GBytes              *readout_model_builder_end (ReadoutModelBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutModelBuilder, readout_model_builder_free)

G_END_DECLS
