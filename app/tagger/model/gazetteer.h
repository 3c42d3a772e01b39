/* gazetteer.h: lists of names and words inside a model
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "tagger/model/file.h"

G_BEGIN_DECLS

#define READOUT_GAZETTEER_MAX_CLASSES 24
#define READOUT_GAZETTEER_MAX_WORDS 7
/* The bit of a mask that says that longer phrases begin with this one. */
#define READOUT_GAZETTEER_PREFIX (1u << 31)

typedef enum
{
  READOUT_DICTIONARY_COMMON = 1 << 0, /* A lower-case word of the dictionary. */
  READOUT_DICTIONARY_NAME = 1 << 1, /* A capitalised word of the dictionary. */
} ReadoutWordUse;

typedef enum
{
  READOUT_SPEECH_NOUN = 1 << 0,
  READOUT_SPEECH_VERB = 1 << 1,
  READOUT_SPEECH_ADJECTIVE = 1 << 2,
  READOUT_SPEECH_ADVERB = 1 << 3,
  READOUT_SPEECH_PAST = 1 << 4,
  READOUT_SPEECH_ING = 1 << 5,
} ReadoutSpeech;

/**
 * ReadoutWordEntry:
 * @use: #ReadoutWordUse
 * @meaning: 1 + number of the WordNet lexicographer file of its most frequent
 *   meaning, or 0
 * @speech: #ReadoutSpeech: the parts of speech that it can be
 *
 * What the dictionary says of a word; all 0 for an unknown one.
 */
typedef struct
{
  guint8 use;
  guint8 meaning;
  guint8 speech;
} ReadoutWordEntry;

/**
 * ReadoutGazetteer:
 *
 * A view of the section "lists" of a model: phrases with the classes of lists
 * that they are in, and single words with their entries.
 */
typedef struct
{
  ReadoutModel  *model;
  guint          n_classes;
  char         **class_names;
  guint32        n_phrase_slots;
  const guint32 *phrases; /* Pairs of fingerprint and mask. */
  guint32        n_word_slots;
  const guint32 *words; /* 18 bits of fingerprint, 14 of entry. */
} ReadoutGazetteer;

ReadoutGazetteer *readout_gazetteer_new (ReadoutModel *model, GError **error);
ReadoutGazetteer *readout_gazetteer_new_from_section (GBytes  *lists,
                                                      GError **error);
void              readout_gazetteer_free (ReadoutGazetteer *self);
guint32           readout_gazetteer_look_up (const ReadoutGazetteer *self,
                                             guint64                 phrase);
ReadoutWordEntry  readout_gazetteer_look_up_word (const ReadoutGazetteer *self,
                                                  guint64                 word);
guint64           readout_gazetteer_extend (guint64 phrase, guint64 word);

GBytes *readout_gazetteer_build (const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadoutGazetteer, readout_gazetteer_free)

G_END_DECLS
