/* document.h: what the attribution tagger knows of a document
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "tagger/attribution/cue-scores.h"
#include "tagger/attribution/units.h"
#include "tagger/words/vocabulary.h"

G_BEGIN_DECLS

/* For features.c alone. */

/**
 * ReadoutLine:
 *
 * What is known of a sentence.
 */
typedef struct
{
  guint8 has_quote;
  guint8 all_quote;
  guint8 best; /* Bucket of the word that is most often a cue. */
  guint8 headline;
  guint8 tail; /* An anchor among its last words, and none before. */
} ReadoutLine;

/**
 * ReadoutAttributionDocument:
 * @units: one for each token
 * @lines: one for each sentence
 * @has_labels: whether the labels of the first stage are known
 */
typedef struct
{
  const ReadoutVocabulary *vocabulary;
  const GArray            *tokens;
  const GArray            *sentences;
  const GArray            *paragraphs;
  const GArray            *quotations;
  ReadoutUnit             *units;
  ReadoutLine             *lines;
  gboolean                 has_labels;
} ReadoutAttributionDocument;

ReadoutAttributionDocument      *
readout_attribution_document_new (const ReadoutVocabulary *vocabulary,
                                       const GArray            *tokens,
                                       const GArray            *sentences,
                                       const GArray            *paragraphs,
                                       const GArray            *quotations,
                                       const guint8            *speech_tags,
                                       GCancellable            *cancellable);
void readout_attribution_document_free (ReadoutAttributionDocument *self);
void readout_attribution_document_score_cues (ReadoutAttributionDocument *self,
                                              const ReadoutCueScores *scores,
                                              GHashTable             *left_out);
void readout_attribution_document_set_labels (ReadoutAttributionDocument *self,
                                              const guint8 *labels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutAttributionDocument,
                               readout_attribution_document_free)

G_END_DECLS
