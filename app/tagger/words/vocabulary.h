/* vocabulary.h: the written forms of a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "base/text.h"
#include "tagger/words/word-type.h"

G_BEGIN_DECLS

/**
 * ReadoutVocabulary:
 * @types: (element-type ReadoutWordType): each form once, in the order of the
 *   first token that has it
 * @n_tokens: number of tokens of the document
 * @numbers: (array length=n_tokens): the form of each token, as an index
 *
 * Made once a document and then only read.
 */
typedef struct
{
  GArray  *types;
  guint    n_tokens;
  guint32 *numbers;
} ReadoutVocabulary;

ReadoutVocabulary *readout_vocabulary_new (ReadoutText            *text,
                                           const GArray           *tokens,
                                           const ReadoutGazetteer *gazetteer,
                                           GCancellable           *cancellable);
void               readout_vocabulary_free (ReadoutVocabulary *self);

/* The form of a token. */
static inline const ReadoutWordType *
readout_vocabulary_get (const ReadoutVocabulary *self, guint token)
{
  return &g_array_index (self->types, ReadoutWordType, self->numbers[token]);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutVocabulary, readout_vocabulary_free)

G_END_DECLS
