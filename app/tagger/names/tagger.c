/* tagger.c: the mention tagger
 *
 * Two passes of one conditional random field over BIOES labels.  The first
 * labels every sentence on its own; the second adds, for capitalised words,
 * what the first made of the same word elsewhere in the document, so it only
 * adds to the scores of the first and decodes again where one of them changed.
 *
 * Sentences without a capital or a digit name nothing and are passed over.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/names/tagger.h"

#include <math.h>
#include <string.h>

#include "language/blocks.h"
#include "tagger/crf/bioes.h"
#include "tagger/names/features.h"
#include "tagger/model/table.h"

struct _ReadoutNameTagger
{
  ReadoutTable     *table;
  ReadoutGazetteer *gazetteer;
  float            *pairs; /* Exponentials of the pair scores. */
  char            **classes;
};

/**
 * readout_name_tagger_new:
 * @model: a model with the sections "names" and "lists"
 * @error: set to %READOUT_ERROR_FORMAT if one is missing
 *
 * Returns: (transfer full) (nullable): a tagger, which keeps the model alive
 */
ReadoutNameTagger *
readout_name_tagger_new (ReadoutModel *model, GError **error)
{
  g_autoptr (ReadoutNameTagger) self = NULL;
  guint stride;
  gsize matrix;
  guint n_classes;

  g_return_val_if_fail (model != NULL, NULL);

  self = g_new0 (ReadoutNameTagger, 1);
  self->table = readout_table_new (model, "names", error);
  if (self->table == NULL)
    return NULL;
  self->gazetteer = readout_gazetteer_new (model, error);
  if (self->gazetteer == NULL)
    return NULL;

  stride = readout_crf_stride (self->table->n_labels);
  matrix = (self->table->n_labels + 1) * stride;
  self->pairs = g_new0 (float, matrix);
  for (gsize i = 0; i < matrix; i++)
    if (self->table->pairs[i] > READOUT_CRF_FORBIDDEN)
      self->pairs[i] = expf (self->table->pairs[i] * self->table->scale);

  n_classes = (self->table->n_labels - 1) / READOUT_BIOES_PLACES;
  self->classes = g_new0 (char *, n_classes + 1);
  for (guint c = 0; c < n_classes; c++)
    {
      guint label = readout_bioes_label (c, READOUT_BIOES_BEGIN);

      /* "B-PER" without its first two letters. */
      self->classes[c] = g_strdup (self->table->label_names[label] + 2);
    }

  return g_steal_pointer (&self);
}

/**
 * readout_name_tagger_free:
 * @self: (transfer full): a tagger
 */
void
readout_name_tagger_free (ReadoutNameTagger *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->table, readout_table_free);
  g_clear_pointer (&self->gazetteer, readout_gazetteer_free);
  g_free (self->pairs);
  g_strfreev (self->classes);
  g_free (self);
}

/**
 * readout_name_tagger_get_lists:
 * @self: a tagger
 *
 * Returns: (transfer none): the lists of names and words that it uses
 */
const ReadoutGazetteer *
readout_name_tagger_get_lists (const ReadoutNameTagger *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->gazetteer;
}

/**
 * readout_name_tagger_get_classes:
 * @self: a tagger
 *
 * Returns: (transfer none) (array zero-terminated=1): the classes it tells
 *   apart, such as "PER"
 */
const char *const *
readout_name_tagger_get_classes (const ReadoutNameTagger *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *)self->classes;
}

static gboolean
may_hold_names (const ReadoutToken *tokens, const ReadoutSentence *sentence)
{
  for (guint t = sentence->first; t < sentence->end; t++)
    if (tokens[t].flags & (READOUT_TOKEN_CAPITAL | READOUT_TOKEN_NUMBER))
      return TRUE;

  return FALSE;
}

/* Buffers of one run, as large as the longest sentence; @kept is as large as
 * the block and holds the sums of the first pass. */
typedef struct
{
  const ReadoutNameTagger *tagger;
  guint                    stride;
  gint16                  *kept;
  gint32                  *scores;
  const gint32           **pairs;
  float                   *natural;
  const float            **natural_pairs;
  float                   *marginals;
} Run;

/* Sums up what the first pass looks at. */
static void
score (const Run                 *run,
       const ReadoutNameFeatures *features,
       const ReadoutSentence     *sentence,
       gint16                    *scores)
{
  guint64 hashes[READOUT_NAME_FEATURES_MAX];

  memset (scores,
          0,
          sizeof (gint16) * (sentence->end - sentence->first) * run->stride);
  for (guint t = sentence->first; t < sentence->end; t++)
    {
      guint n = readout_name_features_first (features, t, hashes);

      readout_table_add_scores (
          run->tagger->table,
          hashes,
          n,
          scores + (gsize)(t - sentence->first) * run->stride);
    }
}

/* Decodes a sentence from its scores. */
static void
decode (Run                   *run,
        const ReadoutSentence *sentence,
        const gint16          *scores,
        guint8                *labels)
{
  const ReadoutTable *table = run->tagger->table;
  guint               n = sentence->end - sentence->first;
  gint32             *last = run->scores + (gsize)(n - 1) * run->stride;

  readout_table_widen (table, scores, n, run->scores);
  for (guint l = 0; l < table->n_labels; l++)
    if (readout_bioes_is_open (l))
      last[l] = READOUT_CRF_FORBIDDEN;
  readout_crf_decode (n,
                      table->n_labels,
                      run->scores,
                      run->pairs,
                      table->reach,
                      labels + sentence->first);
}

static void
collect_spans (Run                   *run,
               const ReadoutSentence *sentence,
               const gint16          *scores,
               const guint8          *labels,
               GArray                *spans)
{
  const ReadoutTable *table = run->tagger->table;
  guint               n = sentence->end - sentence->first;
  gboolean            has_marginals = FALSE;

  for (guint t = sentence->first; t < sentence->end;)
    {
      ReadoutNameSpan span = { t, t + 1, 0, 1 };

      if (labels[t] == READOUT_BIOES_OUTSIDE)
        {
          t++;
          continue;
        }

      while (span.end < sentence->end
             && readout_bioes_is_open (labels[span.end - 1]))
        span.end++;
      span.class_number = readout_bioes_class (labels[t]);

      if (!has_marginals)
        {
          gsize cells = (gsize)n * run->stride;

          for (gsize i = 0; i < cells; i++)
            run->natural[i] = scores[i] * 16 * table->scale;
          readout_crf_marginals (n,
                                 table->n_labels,
                                 run->natural,
                                 run->natural_pairs,
                                 run->marginals,
                                 NULL);
          has_marginals = TRUE;
        }
      for (guint k = span.first; k < span.end; k++)
        span.probability
            = MIN (span.probability,
                   run->marginals[(gsize)(k - sentence->first) * run->stride
                                  + labels[k]]);

      g_array_append_val (spans, span);
      t = span.end;
    }
}

static void
run_init (Run                     *run,
          const ReadoutNameTagger *tagger,
          const GArray            *tokens,
          const GArray            *sentences)
{
  guint stride = readout_crf_stride (tagger->table->n_labels);
  guint longest = 1;

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);

      longest = MAX (longest, sentence->end - sentence->first);
    }

  run->tagger = tagger;
  run->stride = stride;
  run->kept = g_new (gint16, (gsize)MAX (tokens->len, 1) * stride);
  run->scores = g_new (gint32, (gsize)longest * stride);
  run->natural = g_new (float, (gsize)longest *stride);
  run->marginals = g_new (float, (gsize)longest *stride);
  run->pairs = g_new (const gint32 *, longest);
  run->natural_pairs = g_new (const float *, longest);
  for (guint t = 0; t < longest; t++)
    {
      run->pairs[t] = tagger->table->pairs;
      run->natural_pairs[t] = tagger->pairs;
    }
}

static void
run_clear (Run *run)
{
  g_free (run->kept);
  g_free (run->scores);
  g_free (run->natural);
  g_free (run->marginals);
  g_free (run->pairs);
  g_free (run->natural_pairs);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Run, run_clear)

/* Where the sums of a sentence are. */
static gint16 *
run_get_sums (const Run *run, const ReadoutSentence *sentence)
{
  return run->kept + (gsize)sentence->first * run->stride;
}

/* Adds what the second pass looks at.  Returns whether there is any of it. */
static gboolean
score_again (const Run                 *run,
             const ReadoutNameFeatures *features,
             const ReadoutSentence     *sentence,
             const guint8              *labels,
             gint16                    *sums)
{
  guint64  hashes[READOUT_NAME_FEATURES_MAX];
  gboolean changed = FALSE;

  for (guint t = sentence->first; t < sentence->end; t++)
    if (readout_name_features_has_second (features, t))
      {
        guint n = readout_name_features_second (features, t, labels, hashes);

        readout_table_add_scores (
            run->tagger->table,
            hashes,
            n,
            sums + (gsize)(t - sentence->first) * run->stride);
        changed = TRUE;
      }

  return changed;
}

/* Adds the names of a block that begins with token @first. */
static void
run_block (const ReadoutNameTagger *self,
           ReadoutText             *text,
           const GArray            *tokens,
           const GArray            *sentences,
           guint                    first,
           GArray                  *spans,
           GCancellable            *cancellable)
{
  g_autoptr (ReadoutNameFeatures) features = NULL;
  g_autofree guint8  *labels = NULL;
  g_autofree guint8  *second = NULL;
  const ReadoutToken *token;
  guint               n_before = spans->len;
  g_auto (Run) run = { 0 };

  token = (gconstpointer)tokens->data;
  features = readout_name_features_new (
      text, tokens, sentences, self->gazetteer, cancellable);
  if (features == NULL)
    return;
  labels = g_new0 (guint8, MAX (tokens->len, 1));
  second = g_new0 (guint8, MAX (tokens->len, 1));
  run_init (&run, self, tokens, sentences);

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);
      gint16 *sums = run_get_sums (&run, sentence);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (!may_hold_names (token, sentence))
        continue;

      score (&run, features, sentence, sums);
      decode (&run, sentence, sums, labels);
    }
  memcpy (second, labels, tokens->len);

  for (guint s = 0; s < sentences->len; s++)
    {
      const ReadoutSentence *sentence
          = &g_array_index (sentences, ReadoutSentence, s);
      gint16 *sums = run_get_sums (&run, sentence);

      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (!may_hold_names (token, sentence))
        continue;

      if (score_again (&run, features, sentence, labels, sums))
        decode (&run, sentence, sums, second);
      collect_spans (&run, sentence, sums, second, spans);
    }

  for (guint i = n_before; i < spans->len; i++)
    {
      ReadoutNameSpan *span = &g_array_index (spans, ReadoutNameSpan, i);

      span->first += first;
      span->end += first;
    }
}

/**
 * readout_name_tagger_run:
 * @self: a tagger
 * @text: the article
 * @tokens: (element-type ReadoutToken): its tokens
 * @sentences: (element-type ReadoutSentence): its sentences
 * @cancellable: (nullable): looked at once a sentence
 *
 * What stands more than some ten thousand tokens away tells nothing about a
 * name, see blocks.c.
 *
 * Returns: (transfer full) (element-type ReadoutNameSpan): the names, in text
 *   order, none overlapping another; incomplete if cancelled
 */
GArray *
readout_name_tagger_run (const ReadoutNameTagger *self,
                         ReadoutText             *text,
                         const GArray            *tokens,
                         const GArray            *sentences,
                         GCancellable            *cancellable)
{
  g_autoptr (GArray) spans = NULL;
  g_auto (ReadoutBlocks) blocks = { 0 };

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  spans = g_array_new (FALSE, FALSE, sizeof (ReadoutNameSpan));
  readout_blocks_init (&blocks, tokens, sentences, NULL, NULL);
  while (!g_cancellable_is_cancelled (cancellable)
         && readout_blocks_next (&blocks))
    run_block (self,
               text,
               blocks.tokens,
               blocks.sentences,
               blocks.first,
               spans,
               cancellable);

  return g_steal_pointer (&spans);
}
