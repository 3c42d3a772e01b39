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
#include "tagger/crf/hash.h"

#define MAX_FEATURES 48
#define EDGE G_GUINT64_CONSTANT (0x5bd1e9955bd1e995)
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
  ReadoutTable     *table;
  ReadoutGazetteer *gazetteer;
};

/* What is asked of a word, once a token: cheap enough not to be cached. */
typedef struct
{
  guint64 lower;
  guint64 suffixes[4];
  guint8  shape; /* Flags of the token, cut down. */
  guint8  speech;
  guint8  use;
} Word;

static void
describe (Word                   *word,
          const ReadoutToken     *token,
          const ReadoutGazetteer *gazetteer)
{
  gsize            n = strlen (token->lower);
  ReadoutWordEntry entry = { 0 };

  word->lower = readout_hash_bytes (token->lower, n);
  for (guint i = 0; i < 4; i++)
    word->suffixes[i]
        = n > i + 1 ? readout_hash_bytes (token->lower + n - i - 1, i + 1)
                    : EDGE;
  word->shape = ((token->flags & READOUT_TOKEN_CAPITAL) != 0)
                + 2 * ((token->flags & READOUT_TOKEN_FIRST) != 0)
                + 4 * ((token->flags & READOUT_TOKEN_NUMBER) != 0)
                + 8 * ((token->flags & READOUT_TOKEN_WORD) != 0)
                + 16 * ((token->flags & READOUT_TOKEN_ALL_CAPS) != 0);
  if (gazetteer != NULL)
    entry = readout_gazetteer_look_up_word (gazetteer, word->lower);
  word->speech = entry.speech;
  word->use = entry.use;
}

static guint64
feature (guint template_number, guint64 value)
{
  return readout_hash_finish (readout_hash_combine (
      (template_number + 2000) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15),
      value));
}

static guint
get_features (const Word *words, guint n_words, guint at, guint64 *out)
{
  static const Word nothing
      = { .lower = EDGE, .suffixes = { EDGE, EDGE, EDGE, EDGE }, .shape = 255 };
  const Word *w[5];
  guint       n = 0;

  for (int i = -2; i <= 2; i++)
    {
      gint64 k = (gint64)at + i;

      w[i + 2] = k >= 0 && k < n_words ? &words[k] : &nothing;
    }

  for (guint i = 0; i < 5; i++)
    out[n++] = feature (i, w[i]->lower);
  out[n++] = feature (5, readout_hash_combine (w[1]->lower, w[2]->lower));
  out[n++] = feature (6, readout_hash_combine (w[2]->lower, w[3]->lower));
  for (guint i = 0; i < 4; i++)
    out[n++] = feature (7 + i, w[2]->suffixes[i]);
  out[n++]
      = feature (11, readout_hash_combine (w[2]->suffixes[2], w[2]->shape));
  out[n++] = feature (12, w[2]->shape);
  out[n++] = feature (13, w[1]->suffixes[1]);
  out[n++] = feature (14, w[3]->suffixes[1]);
  out[n++] = feature (15, w[1]->suffixes[2]);
  out[n++] = feature (16, w[3]->suffixes[2]);
  for (guint i = 1; i < 5; i++)
    out[n++] = feature (16 + i, w[i]->speech);
  out[n++] = feature (21, (guint64)w[1]->speech * 64 + w[2]->speech);
  out[n++] = feature (22, (guint64)w[2]->speech * 64 + w[3]->speech);
  out[n++] = feature (23, readout_hash_combine (w[1]->lower, w[2]->speech));
  out[n++] = feature (24, readout_hash_combine (w[2]->lower, w[3]->speech));
  out[n++] = feature (25, readout_hash_combine (w[2]->speech, w[3]->lower));
  out[n++] = feature (26, (guint64)w[2]->use * 32 + w[2]->shape);
  out[n++] = feature (27, (guint64)w[1]->shape * 256 + w[3]->shape);
  out[n++]
      = feature (28, readout_hash_combine (w[1]->suffixes[1], w[2]->speech));

  return n;
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
 * @model: a model with the sections "speech" and "lists"
 * @error: set to %READOUT_ERROR_FORMAT if one is missing
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
  self->gazetteer = readout_gazetteer_new (model, error);
  if (self->gazetteer == NULL)
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
  g_clear_pointer (&self->gazetteer, readout_gazetteer_free);
  g_free (self);
}

/**
 * readout_speech_tagger_run:
 * @self: a tagger
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @cancellable: (nullable): looked at once a sentence
 *
 * Returns: (transfer full) (array): a #ReadoutSpeechTag for each token
 */
guint8 *
readout_speech_tagger_run (const ReadoutSpeechTagger *self,
                           ReadoutText               *text,
                           const GArray              *tokens,
                           const GArray              *sentences,
                           GCancellable              *cancellable)
{
  guint8 *result;
  g_autoptr (GArray) words = NULL;
  g_autoptr (GArray) sums = NULL;
  g_autoptr (GArray) scores = NULL;
  g_autoptr (GArray) pairs = NULL;
  guint   stride;
  guint64 hashes[MAX_FEATURES];

  g_return_val_if_fail (self != NULL && tokens != NULL, NULL);

  result = g_new0 (guint8, MAX (tokens->len, 1));
  words = g_array_new (FALSE, FALSE, sizeof (Word));
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

      g_array_set_size (words, n);
      g_array_set_size (sums, 0);
      g_array_set_size (sums, n * stride);
      g_array_set_size (scores, n * stride);
      g_array_set_size (pairs, n);
      for (guint t = 0; t < n; t++)
        {
          describe (&g_array_index (words, Word, t),
                    &g_array_index (tokens, ReadoutToken, sentence->first + t),
                    self->gazetteer);
          g_array_index (pairs, const gint32 *, t) = self->table->pairs;
        }
      for (guint t = 0; t < n; t++)
        {
          guint n_hashes
              = get_features ((gconstpointer)words->data, n, t, hashes);

          readout_table_add_scores (self->table,
                                    hashes,
                                    n_hashes,
                                    &g_array_index (sums, gint16, t * stride));
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
  g_autoptr (GArray) words = NULL;
  guint   label = 0;
  guint64 hashes[MAX_FEATURES];

  g_return_if_fail (self != NULL && text != NULL);

  article = readout_text_new (text, -1);
  strings = g_string_chunk_new (4096);
  tokens = g_array_new (FALSE, FALSE, sizeof (ReadoutToken));
  sentences = g_array_new (FALSE, FALSE, sizeof (ReadoutSentence));
  paragraphs = g_array_new (FALSE, FALSE, sizeof (ReadoutParagraph));
  words = g_array_new (FALSE, FALSE, sizeof (Word));
  readout_tokenizer_run (article, strings, tokens, NULL);
  readout_sentences_run (article, tokens, sentences, paragraphs, NULL);

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);
      guint n = sentence->end - sentence->first;

      g_array_set_size (words, n);
      for (guint t = 0; t < n; t++)
        describe (&g_array_index (words, Word, t),
                  &g_array_index (tokens, ReadoutToken, sentence->first + t),
                  self->gazetteer);

      readout_dataset_begin_sequence (self->data);
      for (guint t = 0; t < n; t++)
        {
          ReadoutSpan span
              = g_array_index (tokens, ReadoutToken, sentence->first + t).span;
          ReadoutSpeechTag tag = READOUT_SPEECH_TAG_X;
          guint            n_hashes
              = get_features ((gconstpointer)words->data, n, t, hashes);

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
