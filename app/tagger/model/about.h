/* about.h: what a model file says of itself
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/model/file.h"

G_BEGIN_DECLS

#define READOUT_MODEL_ABOUT_SECTION "about"

/**
 * ReadoutModelAbout:
 * @name: a short name of letters, digits, dots and hyphens, such as "en-news"
 * @title: what people call it, such as "English news"
 * @version: the version of the model, such as "1"
 * @language: BCP 47 tag of the language that it was trained on
 * @licence: (nullable): SPDX identifier of the licence of the weights
 * @terms: (nullable): in a sentence, what that means for who uses them
 * @corpora: (array zero-terminated=1): what it learned from, with the terms of
 *   each: "NAME (TERMS)"
 *
 * A model without this section is "unnamed", and of its licence nothing is
 * known.
 */
typedef struct
{
  char  *name;
  char  *title;
  char  *version;
  char  *language;
  char  *licence;
  char  *terms;
  char **corpora;
} ReadoutModelAbout;

ReadoutModelAbout *readout_model_about_parse (const char *data,
                                              gsize       n_bytes,
                                              const char *place,
                                              GError    **error);
ReadoutModelAbout *readout_model_about_read (const ReadoutModel *model,
                                             const char         *place,
                                             GError            **error);
void               readout_model_about_free (ReadoutModelAbout *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutModelAbout, readout_model_about_free)

G_END_DECLS
