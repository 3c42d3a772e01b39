/* document.h: one article and its annotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "base/text.h"
#include "model/annotations.h"
#include "model/article-values.h"
#include "model/undo-stack.h"

G_BEGIN_DECLS

#define READOUT_TYPE_DOCUMENT (readout_document_get_type ())

/* What a file says of one article: its text and metadata, the annotations and
 * their undo stack.  Properties, all notifying: "id", "title", "source",
 * "author", "url", "published", "language" (strings, nullable), "generator"
 * (nullable: the program named in the file). */
G_DECLARE_FINAL_TYPE (
    ReadoutDocument, readout_document, READOUT, DOCUMENT, GObject)

ReadoutDocument      *readout_document_new (ReadoutText *text);
ReadoutText          *readout_document_get_text (ReadoutDocument *self);
ReadoutAnnotations   *readout_document_get_annotations (ReadoutDocument *self);
ReadoutArticleValues *readout_document_get_values (ReadoutDocument *self);
ReadoutUndoStack     *readout_document_get_undo_stack (ReadoutDocument *self);
const char *readout_document_get_meta (ReadoutDocument *self, ReadoutMeta meta);
void        readout_document_set_meta (ReadoutDocument *self,
                                       ReadoutMeta      meta,
                                       const char      *value);
const char *readout_document_get_generator (ReadoutDocument *self);
void        readout_document_set_generator (ReadoutDocument *self,
                                            const char      *generator);
const char *readout_document_get_extra (ReadoutDocument *self);
void readout_document_set_extra (ReadoutDocument *self, const char *extra);

G_END_DECLS
