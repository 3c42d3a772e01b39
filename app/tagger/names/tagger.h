/* tagger.h: the mention tagger
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "language/token.h"
#include "tagger/model/gazetteer.h"
#include "tagger/model/file.h"

G_BEGIN_DECLS

/**
 * ReadoutNameSpan:
 * @first: its first token
 * @end: the token after its last
 * @class_number: index into readout_name_tagger_get_classes()
 * @probability: how sure the tagger is, 0 to 1
 */
typedef struct
{
  guint32 first;
  guint32 end;
  guint32 class_number;
  float   probability;
} ReadoutNameSpan;

/* Immutable, shared by threads. */
typedef struct _ReadoutNameTagger ReadoutNameTagger;

ReadoutNameTagger *readout_name_tagger_new (ReadoutModel *model,
                                            GError      **error);
void               readout_name_tagger_free (ReadoutNameTagger *self);
const char *const *
readout_name_tagger_get_classes (const ReadoutNameTagger *self);
const ReadoutGazetteer         *
readout_name_tagger_get_lists (const ReadoutNameTagger *self);
GArray *readout_name_tagger_run (const ReadoutNameTagger *self,
                                 ReadoutText             *text,
                                 const GArray            *tokens,
                                 const GArray            *sentences,
                                 GCancellable            *cancellable);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNameTagger, readout_name_tagger_free)

G_END_DECLS
