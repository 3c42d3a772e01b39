/* speech.c: parts of speech
 *
 * A small conditional random field over two dozen tags, which learns from what
 * a slower tagger made of the training articles (data/lists/make-speech.py).
 * Its tags are features of the attribution tagger; nobody sees them.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/speech.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "language/sentences.h"
#include "language/tokenizer.h"
#include "tagger/crf/dataset.h"
#include "tagger/crf/template.h"

#define MAX_FEATURES 48
#define EDGE READOUT_HASH_EDGE
/* Its templates count from here. */
#define BASE 2000
#define MIN_COUNT 3
#define PRUNE_BELOW 0.08f
#define N_RUNS 2

static const char *const tags[READOUT_N_SPEECH_TAGS] = {
  "X",   "P",    "NN",  "NNS", "NNP", "VB", "VBD", "VBG",
  "VBN", "VBP",  "VBZ", "MD",  "JJ",  "RB", "IN",  "DET",
  "PRP", "PRPS", "TO",  "CC",  "CD",  "W",  "POS", "EX",
};

struct _ReadoutSpeechTagger
{
  ReadoutTable *table;
};

/* The rows of the templates: two words to each side of the token, and the flags
 * of the nearest tokens. */
enum
{
  ROW_MIDDLE = 2,
  ROW_FLAGS = 5,
  N_ROWS
};

/* Cut down to what matters; 255 beyond the sentence. */
typedef struct
{
  guint64 before;
  guint64 mine;
  guint64 after;
} FlagsRow;

#define WORD(offset, member)                                                   \
  READOUT_CELL (ROW_MIDDLE + (offset), ReadoutWordType, member)
#define FLAGS(member) READOUT_CELL (ROW_FLAGS, FlagsRow, member)

static const ReadoutTemplate templates[] = {
  TEMPLATE (0, ONE (WORD (-2, lower))),
  TEMPLATE (1, ONE (WORD (-1, lower))),
  TEMPLATE (2, ONE (WORD (0, lower))),
  TEMPLATE (3, ONE (WORD (1, lower))),
  TEMPLATE (4, ONE (WORD (2, lower))),
  TEMPLATE (5, ONE (WORD (-1, lower)), AND (WORD (0, lower))),
  TEMPLATE (6, ONE (WORD (0, lower)), AND (WORD (1, lower))),
  TEMPLATE (7, ONE (WORD (0, endings[0]))),
  TEMPLATE (8, ONE (WORD (0, endings[1]))),
  TEMPLATE (9, ONE (WORD (0, endings[2]))),
  TEMPLATE (10, ONE (WORD (0, endings[3]))),
  TEMPLATE (11, ONE (WORD (0, endings[2])), AND (FLAGS (mine))),
  TEMPLATE (12, ONE (FLAGS (mine))),
  TEMPLATE (13, ONE (WORD (-1, endings[1]))),
  TEMPLATE (14, ONE (WORD (1, endings[1]))),
  TEMPLATE (15, ONE (WORD (-1, endings[2]))),
  TEMPLATE (16, ONE (WORD (1, endings[2]))),
  TEMPLATE (17, ONE (WORD (-1, speech))),
  TEMPLATE (18, ONE (WORD (0, speech))),
  TEMPLATE (19, ONE (WORD (1, speech))),
  TEMPLATE (20, ONE (WORD (2, speech))),
  TEMPLATE (21, ONE (WORD (-1, speech)), BITS (6, WORD (0, speech))),
  TEMPLATE (22, ONE (WORD (0, speech)), BITS (6, WORD (1, speech))),
  TEMPLATE (23, ONE (WORD (-1, lower)), AND (WORD (0, speech))),
  TEMPLATE (24, ONE (WORD (0, lower)), AND (WORD (1, speech))),
  TEMPLATE (25, ONE (WORD (0, speech)), AND (WORD (1, lower))),
  TEMPLATE (26, ONE (WORD (0, use)), BITS (5, FLAGS (mine))),
  TEMPLATE (27, ONE (FLAGS (before)), BITS (8, FLAGS (after))),
  TEMPLATE (28, ONE (WORD (-1, endings[1])), AND (WORD (0, speech))),
};

static guint
cut_flags (guint32 flags)
{
  return ((flags & READOUT_TOKEN_CAPITAL) != 0)
         + 2 * ((flags & READOUT_TOKEN_FIRST) != 0)
         + 4 * ((flags & READOUT_TOKEN_NUMBER) != 0)
         + 8 * ((flags & READOUT_TOKEN_WORD) != 0)
         + 16 * ((flags & READOUT_TOKEN_ALL_CAPS) != 0);
}

static guint
get_features (const ReadoutVocabulary *vocabulary,
              const ReadoutToken      *tokens,
              const ReadoutSentence   *sentence,
              guint                    at,
              guint64                 *out)
{
  static const ReadoutWordType nothing
      = { .lower = EDGE, .endings = { EDGE, EDGE, EDGE, EDGE } };
  FlagsRow       row;
  const guint64 *rows[N_ROWS];

  for (int i = 0; i < ROW_FLAGS; i++)
    {
      gint64 k = (gint64)at + i - ROW_MIDDLE;

      rows[i] = (gconstpointer)(k >= sentence->first && k < sentence->end
                                    ? readout_vocabulary_get (vocabulary, k)
                                    : &nothing);
    }
  row.before = at > sentence->first ? cut_flags (tokens[at - 1].flags) : 255;
  row.mine = cut_flags (tokens[at].flags);
  row.after = at + 1 < sentence->end ? cut_flags (tokens[at + 1].flags) : 255;
  rows[ROW_FLAGS] = (gconstpointer)&row;

  return readout_templates_add (
      templates, G_N_ELEMENTS (templates), BASE, rows, out);
}

/**
 * readout_speech_tag_from_nick:
 * @nick: name of a tag
 * @tag: (out): the tag
 *
 * Returns: whether there is such a tag
 */
gboolean
readout_speech_tag_from_nick (const char *nick, ReadoutSpeechTag *tag)
{
  g_return_val_if_fail (nick != NULL && tag != NULL, FALSE);

  for (guint i = 0; i < READOUT_N_SPEECH_TAGS; i++)
    if (g_str_equal (tags[i], nick))
      {
        *tag = (ReadoutSpeechTag)i;
        return TRUE;
      }

  return FALSE;
}

/**
 * readout_speech_tagger_new:
 * @model: a model with the section "speech"
 * @error: set to %READOUT_ERROR_FORMAT if it is missing
 *
 * Returns: (transfer full) (nullable): a tagger, which keeps the model alive
 */
ReadoutSpeechTagger *
readout_speech_tagger_new (ReadoutModel *model, GError **error)
{
  g_autoptr (ReadoutSpeechTagger) self = NULL;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_new0 (ReadoutSpeechTagger, 1);
  self->table = readout_table_new (model, "speech", error);
  if (self->table == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * readout_speech_tagger_free:
 * @self: (transfer full): a tagger
 */
void
readout_speech_tagger_free (ReadoutSpeechTagger *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, readout_table_free);
  g_free (self);
}

/**
 * readout_speech_tagger_run:
 * @self: a tagger
 * @vocabulary: the forms of the article, looked up in the lists of the model
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @cancellable: (nullable): looked at once a sentence
 *
 * Returns: (transfer full) (array): a #ReadoutSpeechTag for each token
 */
guint8 *
readout_speech_tagger_run (const ReadoutSpeechTagger *self,
                           const ReadoutVocabulary   *vocabulary,
                           const GArray              *tokens,
                           const GArray              *sentences,
                           GCancellable              *cancellable)
{
  guint8 *result;
  g_autoptr (GArray) sums = NULL;
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GArray) pairs = NULL;
  guint   stride;
  guint64 hashes[MAX_FEATURES];

  g_return_val_if_fail (self != NULL && vocabulary != NULL, NULL);
  g_return_val_if_fail (tokens != NULL && sentences != NULL, NULL);

  result = g_new0 (guint8, MAX (tokens->len, 1));
  sums = g_array_new (FALSE, TRUE, sizeof (gint16));
  scores = g_array_new (FALSE, FALSE, sizeof (gint32));
  pairs = g_array_new (FALSE, FALSE, sizeof (gint32 *));
  stride = readout_crf_stride (self->table->n_labels);

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);
      guint n = sentence->end - sentence->first;

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (n == 0)
        continue;

      g_array_set_size (sums, 0);
      g_array_set_size (sums, n * stride);
      g_array_set_size (scores, n * stride);
      g_array_set_size (pairs, n);
      for (guint t = 0; t < n; t++)
        {
          guint n_hashes = get_features (vocabulary,
                                         (gconstpointer)tokens->data,
                                         sentence,
                                         sentence->first + t,
                                         hashes);

          readout_table_add_scores (self->table,
                                    hashes,
                                    n_hashes,
                                    &g_array_index (sums, gint16, t * stride));
          g_array_index (pairs, const gint32 *, t) = self->table->pairs;
        }
      readout_table_widen (
          self->table, (gconstpointer)sums->data, n, (gpointer)scores->data);
      readout_crf_decode (n,
                          self->table->n_labels,
                          (gconstpointer)scores->data,
                          (gconstpointer)pairs->data,
                          self->table->reach,
                          result + sentence->first);
    }

  return result;
}

struct _ReadoutSpeechTraining
{
  const ReadoutGazetteer *gazetteer;
  ReadoutDataset         *data;
};

/**
 * readout_speech_training_new:
 * @gazetteer: (nullable): lists, which must outlive the training
 *
 * Returns: (transfer full): a training without articles
 */
ReadoutSpeechTraining *
readout_speech_training_new (const ReadoutGazetteer *gazetteer)
{
  ReadoutSpeechTraining *self = g_new0 (ReadoutSpeechTraining, 1);

  self->gazetteer = gazetteer;
  self->data = readout_dataset_new (READOUT_N_SPEECH_TAGS);

  return self;
}

/**
 * readout_speech_training_free:
 * @self: (transfer full): a training
 */
void
readout_speech_training_free (ReadoutSpeechTraining *self)
{
  g_return_if_fail (self != NULL);

  readout_dataset_free (self->data);
  g_free (self);
}

/**
 * readout_speech_training_add:
 * @self: a training
 * @text: an article
 * @labels: (array length=n_labels): its words, in text order
 * @n_labels: how many
 *
 * Adds an article to train on.
 */
void
readout_speech_training_add (ReadoutSpeechTraining    *self,
                             const char               *text,
                             const ReadoutSpeechLabel *labels,
                             guint                     n_labels)
{
  g_autoptr (ReadoutText) article = NULL;
  g_autoptr (GStringChunk) strings = NULL;
  g_autoptr (GArray) tokens = NULL;
  g_autoptr (GArray) sentences = NULL;
  g_autoptr (GArray) paragraphs = NULL;
  g_autoptr (ReadoutVocabulary) vocabulary = NULL;
  guint   label = 0;
  guint64 hashes[MAX_FEATURES];

  g_return_if_fail (self != NULL && text != NULL);

  article = readout_text_new (text, -1);
  strings = g_string_chunk_new (4096);
  tokens = g_array_new (FALSE, FALSE, sizeof (ReadoutToken));
  sentences = g_array_new (FALSE, FALSE, sizeof (ReadoutSentence));
  paragraphs = g_array_new (FALSE, FALSE, sizeof (ReadoutParagraph));
  readout_tokenizer_run (article, strings, tokens, NULL);
  readout_sentences_run (article, tokens, sentences, paragraphs, NULL);
  vocabulary = readout_vocabulary_new (article, tokens, self->gazetteer, NULL);

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);

      readout_dataset_begin_sequence (self->data);
      for (guint t = sentence->first; t < sentence->end; t++)
        {
          ReadoutSpan      span = g_array_index (tokens, ReadoutToken, t).span;
          ReadoutSpeechTag tag = READOUT_SPEECH_TAG_X;
          guint            n_hashes = get_features (
              vocabulary, (gconstpointer)tokens->data, sentence, t, hashes);

          while (label < n_labels && labels[label].span.end <= span.start)
            label++;
          if (label < n_labels && labels[label].span.start < span.end)
            tag = labels[label].tag;
          readout_dataset_add_token (
              self->data, hashes, n_hashes, NULL, 0, NULL, tag);
        }
    }
}

/**
 * readout_speech_training_run:
 * @self: a training with articles; used up by this
 * @seed: of the random numbers
 * @progress: (nullable): told how far it is
 * @progress_data: passed to @progress
 * @cancellable: (nullable): cancels within a second or so
 * @error: set if cancelled
 *
 * Returns: (transfer full) (nullable): the section "speech" of a model
 */
GBytes *
readout_speech_training_run (ReadoutSpeechTraining  *self,
                             guint64                 seed,
                             ReadoutTrainingProgress progress,
                             gpointer                progress_data,
                             GCancellable           *cancellable,
                             GError                **error)
{
  guint              stride = readout_crf_stride (READOUT_N_SPEECH_TAGS);
  gsize              matrix = (READOUT_N_SPEECH_TAGS + 1) * stride;
  g_autofree guint8 *lawful = g_new0 (guint8, matrix);
  g_autoptr (ReadoutWeights) weights = NULL;
  ReadoutTrainingPlan plan = { 0 };

  g_return_val_if_fail (self != NULL, NULL);

  /* Every tag may follow every other. */
  for (guint k = 0; k <= READOUT_N_SPEECH_TAGS; k++)
    memset (lawful + k * stride, 1, READOUT_N_SPEECH_TAGS);

  readout_dataset_freeze (self->data, MIN_COUNT);
  plan.data = self->data;
  plan.lawful = lawful;
  plan.n_classes = 1;
  plan.stage = _ ("parts of speech");
  plan.share = 1;
  plan.progress = progress;
  plan.progress_data = progress_data;
  plan.cancellable = cancellable;
  plan.options = (ReadoutTrainerOptions){
    .epochs = 4,
    .average_from = 3,
    .rate = 0.1f,
    .epsilon = 0.1f,
    .dropout = 0.3f,
    .seed = seed,
  };
  weights = readout_training_average (&plan, N_RUNS, error);
  if (weights == NULL)
    return NULL;

  return readout_table_build (weights, self->data->keys, tags, PRUNE_BELOW);
}
