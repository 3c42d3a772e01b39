/* document.h: what the mention tagger knows of a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/words/vocabulary.h"

G_BEGIN_DECLS

/* For features.c alone. */

/* No such token. */
#define READOUT_NAME_NONE G_MAXUINT32

/* Where a token stands in a phrase of a list. */
typedef enum
{
  READOUT_PLACE_NONE,
  READOUT_PLACE_BEGIN,
  READOUT_PLACE_INSIDE,
  READOUT_PLACE_END,
  READOUT_PLACE_SINGLE
} ReadoutPlace;

/**
 * ReadoutNameWord:
 * @form: the form of the first token that is this word
 * @n_tokens: how often it occurs
 * @seen_lower: whether it has a capital and occurs in lower case, too
 * @n_inside: how often it has a capital where no sentence starts, at most 2
 * @acronym: first token of the run of words that it spells, or none
 * @acronym_length: number of words of that run
 *
 * A word of the document, curly and straight marks being the same.
 */
typedef struct
{
  const ReadoutWordType *form;
  guint32                n_tokens;
  guint8                 seen_lower;
  guint8                 n_inside;
  guint8                 acronym_length;
  guint32                acronym;
} ReadoutNameWord;

/**
 * ReadoutNameDocument:
 * @words: its words, in the order of their first tokens
 * @word: (array length=n_tokens): the word of each token, as an index
 * @before: (array length=n_tokens): the token before of the same word, or none
 * @after: (array length=n_tokens): and the one after
 * @n_classes: number of classes of lists
 * @places: n_classes #ReadoutPlace for each token
 * @headlines: for each sentence, whether it is a headline
 */
typedef struct
{
  const GArray           *sentences;
  const ReadoutToken     *tokens;
  const ReadoutGazetteer *gazetteer;
  ReadoutVocabulary      *vocabulary;
  guint                   n_tokens;
  guint                   n_words;
  ReadoutNameWord        *words;
  guint32                *word;
  guint32                *before;
  guint32                *after;
  guint                   n_classes;
  guint8                 *places;
  guint8                 *headlines;
} ReadoutNameDocument;

ReadoutNameDocument      *
readout_name_document_new (ReadoutText            *text,
                                const GArray           *tokens,
                                const GArray           *sentences,
                                const ReadoutGazetteer *gazetteer,
                                GCancellable           *cancellable);
void readout_name_document_free (ReadoutNameDocument *self);

static inline const ReadoutNameWord *
readout_name_document_get_word (const ReadoutNameDocument *self, guint token)
{
  return &self->words[self->word[token]];
}

static inline const ReadoutWordType *
readout_name_document_get_form (const ReadoutNameDocument *self, guint token)
{
  return readout_name_document_get_word (self, token)->form;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutNameDocument, readout_name_document_free)

G_END_DECLS
