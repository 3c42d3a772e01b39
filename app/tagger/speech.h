/* speech.h: parts of speech
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "language/token.h"
#include "tagger/crf/jobs.h"
#include "tagger/model/table.h"
#include "tagger/words/vocabulary.h"

G_BEGIN_DECLS

/* Those of the Penn Treebank, made coarser. */
typedef enum
{
  READOUT_SPEECH_TAG_X,
  READOUT_SPEECH_TAG_P, /* Punctuation. */
  READOUT_SPEECH_TAG_NN,
  READOUT_SPEECH_TAG_NNS,
  READOUT_SPEECH_TAG_NNP,
  READOUT_SPEECH_TAG_VB,
  READOUT_SPEECH_TAG_VBD,
  READOUT_SPEECH_TAG_VBG,
  READOUT_SPEECH_TAG_VBN,
  READOUT_SPEECH_TAG_VBP,
  READOUT_SPEECH_TAG_VBZ,
  READOUT_SPEECH_TAG_MD,
  READOUT_SPEECH_TAG_JJ,
  READOUT_SPEECH_TAG_RB,
  READOUT_SPEECH_TAG_IN,
  READOUT_SPEECH_TAG_DET,
  READOUT_SPEECH_TAG_PRP,
  READOUT_SPEECH_TAG_PRPS,
  READOUT_SPEECH_TAG_TO,
  READOUT_SPEECH_TAG_CC,
  READOUT_SPEECH_TAG_CD,
  READOUT_SPEECH_TAG_W,
  READOUT_SPEECH_TAG_POS,
  READOUT_SPEECH_TAG_EX,
  READOUT_N_SPEECH_TAGS
} ReadoutSpeechTag;

/* Immutable, shared by threads. */
typedef struct _ReadoutSpeechTagger ReadoutSpeechTagger;

ReadoutSpeechTagger *readout_speech_tagger_new (ReadoutModel *model,
                                                GError      **error);
void                 readout_speech_tagger_free (ReadoutSpeechTagger *self);
guint8              *readout_speech_tagger_run (const ReadoutSpeechTagger *self,
                                                const ReadoutVocabulary   *vocabulary,
                                                const GArray              *tokens,
                                                const GArray              *sentences,
                                                GCancellable              *cancellable);
gboolean readout_speech_tag_from_nick (const char *nick, ReadoutSpeechTag *tag);

/**
 * ReadoutSpeechLabel:
 * @span: a word
 * @tag: its part of speech
 */
typedef struct
{
  ReadoutSpan      span;
  ReadoutSpeechTag tag;
} ReadoutSpeechLabel;

typedef struct _ReadoutSpeechTraining ReadoutSpeechTraining;

ReadoutSpeechTraining         *
readout_speech_training_new (const ReadoutGazetteer *gazetteer);
void    readout_speech_training_free (ReadoutSpeechTraining *self);
void    readout_speech_training_add (ReadoutSpeechTraining    *self,
                                     const char               *text,
                                     const ReadoutSpeechLabel *labels,
                                     guint                     n_labels);
GBytes *readout_speech_training_run (ReadoutSpeechTraining  *self,
                                     guint64                 seed,
                                     ReadoutTrainingProgress progress,
                                     gpointer                progress_data,
                                     GCancellable           *cancellable,
                                     GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutSpeechTagger, readout_speech_tagger_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutSpeechTraining,
                               readout_speech_training_free)

G_END_DECLS
