/* model.h: the trained part of the detector
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/attribution/tagger.h"
#include "tagger/model/about.h"
#include "tagger/names/tagger.h"

G_BEGIN_DECLS

/**
 * ReadoutDetectorModel:
 *
 * The taggers of one model file.  Immutable, reference counted, shared by
 * threads.
 */
typedef struct _ReadoutDetectorModel ReadoutDetectorModel;

#define READOUT_TYPE_DETECTOR_MODEL (readout_detector_model_get_type ())

GType                 readout_detector_model_get_type (void) G_GNUC_CONST;
ReadoutDetectorModel *readout_detector_model_open (const char *path,
                                                   GError    **error);
ReadoutDetectorModel *readout_detector_model_ref (ReadoutDetectorModel *self);
void                  readout_detector_model_unref (ReadoutDetectorModel *self);
const ReadoutModelAbout *
readout_detector_model_get_about (const ReadoutDetectorModel *self);
const char *
readout_detector_model_get_detector_name (const ReadoutDetectorModel *self);
const ReadoutNameTagger *
readout_detector_model_get_names (const ReadoutDetectorModel *self);
const ReadoutAttributionTagger *
readout_detector_model_get_attributions (const ReadoutDetectorModel *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutDetectorModel,
                               readout_detector_model_unref)

G_END_DECLS
