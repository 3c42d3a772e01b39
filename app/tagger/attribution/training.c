/* training.c: from annotated articles to an attribution tagger
 *
 * First how often each verb is a cue, with each article's own counts left out
 * when it is trained on; then the first stage, cross-validated over articles,
 * so that the second one learns from labels as bad as those that it will get;
 * then the second stage, and the linker on the right segments.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/attribution/training.h"

#include <glib/gi18n-lib.h>

#include "language/reading.h"
#include "tagger/attribution/kinds.h"
#include "tagger/attribution/linker.h"
#include "tagger/model/table.h"

#define LINKER_EPOCHS 6
#define LINKER_RATE 0.1f
#define KINDS_EPOCHS 5
#define KINDS_RATE 0.1f

typedef struct
{
  ReadoutReading             *reading;
  ReadoutVocabulary          *vocabulary;
  ReadoutAttributionFeatures *features;
  GArray                     *segments; /* Right ones, linked. */
  guint8                     *gold;
  guint8                     *predicted;
  GHashTable                 *cues; /* Stem -> cue uses << 16 | uses. */
  guint32                     first_sequence;
} Article;

struct _ReadoutAttributionTraining
{
  ReadoutGazetteer          *gazetteer;
  const ReadoutSpeechTagger *speech;
  GPtrArray                 *articles;
};

static void
article_free (Article *article)
{
  readout_attribution_features_free (article->features);
  readout_vocabulary_free (article->vocabulary);
  readout_reading_free (article->reading);
  g_array_unref (article->segments);
  g_hash_table_unref (article->cues);
  g_free (article->gold);
  g_free (article->predicted);
  g_free (article);
}

/**
 * readout_attribution_training_new:
 * @lists: the section "lists" of the model that is made
 * @speech: (nullable): tagger of the parts of speech, the same that the
 *   finished model will have; must outlive the training
 * @error: set to %READOUT_ERROR_FORMAT if the lists are broken
 *
 * Returns: (transfer full) (nullable): a training without articles
 */
ReadoutAttributionTraining *
readout_attribution_training_new (GBytes                    *lists,
                                  const ReadoutSpeechTagger *speech,
                                  GError                   **error)
{
  g_autoptr (ReadoutAttributionTraining) self = NULL;

  g_return_val_if_fail (lists != NULL, NULL);

  self = g_new0 (ReadoutAttributionTraining, 1);
  self->articles
      = g_ptr_array_new_with_free_func ((GDestroyNotify)article_free);
  self->speech = speech;

  self->gazetteer = readout_gazetteer_new_from_section (lists, error);
  if (self->gazetteer == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * readout_attribution_training_free:
 * @self: (transfer full): a training
 */
void
readout_attribution_training_free (ReadoutAttributionTraining *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->articles);
  g_clear_pointer (&self->gazetteer, readout_gazetteer_free);
  g_free (self);
}

/* Adds the tokens that a span touches as a segment, in pieces where it runs
 * over the end of a paragraph.  Returns the index of the first piece, the same
 * one for a span that is there already, or -1 where another role is in the
 * way. */
static gint32
add_segment (Article *article, ReadoutSpan span, ReadoutRole role)
{
  const ReadoutToken *tokens = (gconstpointer)article->reading->tokens->data;
  guint               low = 0;
  guint               high = article->reading->tokens->len;
  ReadoutSegment      segment = { 0, 0, role, -1 };
  guint32             paragraph;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tokens[middle].span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == article->reading->tokens->len)
    return -1;

  segment.first = segment.end = low;
  paragraph = g_array_index (article->reading->sentences,
                             ReadoutSentence,
                             tokens[low].sentence)
                  .paragraph;
  while (segment.end < article->reading->tokens->len
         && tokens[segment.end].span.start < span.end
         && g_array_index (article->reading->sentences,
                           ReadoutSentence,
                           tokens[segment.end].sentence)
                    .paragraph
                == paragraph)
    segment.end++;
  if (segment.end == segment.first)
    return -1;

  for (guint i = 0; i < article->segments->len; i++)
    {
      const ReadoutSegment *other
          = &g_array_index (article->segments, ReadoutSegment, i);

      if (other->first == segment.first && other->end == segment.end
          && other->role == role)
        return i;
      if (other->first < segment.end && segment.first < other->end)
        return -1;
    }
  g_array_append_val (article->segments, segment);

  return article->segments->len - 1;
}

static int
compare_segments (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const ReadoutSegment *segments = user_data;
  const ReadoutSegment *x = &segments[*(const guint32 *)a];
  const ReadoutSegment *y = &segments[*(const guint32 *)b];

  return x->first < y->first ? -1 : x->first > y->first;
}

/* Brings the segments into text order and their links with them. */
static void
sort_segments (Article *article)
{
  guint               n = article->segments->len;
  g_autofree guint32 *order = g_new (guint32, MAX (n, 1));
  g_autofree gint32  *place = g_new (gint32, MAX (n, 1));
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (ReadoutSegment), n);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (
      order, n, sizeof (guint32), compare_segments, article->segments->data);
  for (guint i = 0; i < n; i++)
    place[order[i]] = i;
  for (guint i = 0; i < n; i++)
    {
      ReadoutSegment segment
          = g_array_index (article->segments, ReadoutSegment, order[i]);

      if (segment.link >= 0)
        segment.link = place[segment.link];
      g_array_append_val (sorted, segment);
    }

  g_array_unref (article->segments);
  article->segments = sorted;
}

static void
count_cues (Article *article)
{
  for (guint t = 0; t < article->reading->tokens->len; t++)
    {
      guint64 stem;
      guint   counts;

      if (!readout_attribution_features_may_be_cue (article->features, t))
        continue;
      stem = readout_attribution_features_get_stem (article->features, t);
      counts
          = GPOINTER_TO_UINT (g_hash_table_lookup (article->cues, &stem)) + 1;
      if (article->gold[t] != READOUT_BIOES_OUTSIDE
          && readout_bioes_class (article->gold[t]) == READOUT_ROLE_CUE)
        counts += 1 << 16;
      g_hash_table_insert (article->cues,
                           g_memdup2 (&stem, sizeof stem),
                           GUINT_TO_POINTER (counts));
    }
}

/* Adds the parts of a statement; of a source or cue of several pieces the first
 * one that has a place. */
static void
add_statement (Article *article, const ReadoutAttribution *statement)
{
  gint32 cue = -1;
  gint32 source = -1;

  for (guint k = 0; k < statement->source.length && source < 0; k++)
    source = add_segment (
        article, statement->source.items[k], READOUT_ROLE_SOURCE);
  for (guint k = 0; k < statement->cue.length && cue < 0; k++)
    cue = add_segment (article, statement->cue.items[k], READOUT_ROLE_CUE);
  if (cue >= 0)
    {
      ReadoutSegment *segment
          = &g_array_index (article->segments, ReadoutSegment, cue);

      segment->link = source;
      segment->kind = statement->kind;
    }
  for (guint k = 0; k < statement->content.length; k++)
    {
      gint32 content = add_segment (
          article, statement->content.items[k], READOUT_ROLE_CONTENT);

      if (content >= 0)
        g_array_index (article->segments, ReadoutSegment, content).link = cue;
    }
}

/* The right label of each token. */
static void
label_segments (Article *article)
{
  article->gold = g_new0 (guint8, MAX (article->reading->tokens->len, 1));
  article->predicted = g_new0 (guint8, MAX (article->reading->tokens->len, 1));
  for (guint i = 0; i < article->segments->len; i++)
    {
      const ReadoutSegment *segment
          = &g_array_index (article->segments, ReadoutSegment, i);

      readout_bioes_write (
          article->gold, segment->first, segment->end, segment->role);
    }
}

/**
 * readout_attribution_training_add:
 * @self: a training
 * @text: an article
 * @statements: (array length=n_statements): all that is attributed in it
 * @n_statements: how many
 *
 * Adds an article to train on.
 */
void
readout_attribution_training_add (ReadoutAttributionTraining *self,
                                  const char                 *text,
                                  const ReadoutAttribution   *statements,
                                  guint                       n_statements)
{
  g_autoptr (ReadoutText) copy = NULL;
  g_autofree guint8 *speech = NULL;
  Article           *article;

  g_return_if_fail (self != NULL && text != NULL);

  article = g_new0 (Article, 1);
  copy = readout_text_new (text, -1);
  article->reading = readout_reading_new (copy);
  article->segments = g_array_new (FALSE, FALSE, sizeof (ReadoutSegment));
  article->cues
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  article->vocabulary = readout_vocabulary_new (
      article->reading->text, article->reading->tokens, self->gazetteer, NULL);
  if (self->speech != NULL)
    speech = readout_speech_tagger_run (self->speech,
                                        article->vocabulary,
                                        article->reading->tokens,
                                        article->reading->sentences,
                                        NULL);
  article->features
      = readout_attribution_features_new (article->vocabulary,
                                          article->reading->tokens,
                                          article->reading->sentences,
                                          article->reading->paragraphs,
                                          article->reading->quotations,
                                          speech,
                                          NULL);

  for (guint i = 0; i < n_statements; i++)
    add_statement (article, &statements[i]);
  sort_segments (article);
  label_segments (article);
  count_cues (article);

  g_ptr_array_add (self->articles, article);
}

static GBytes *
build_cues (ReadoutAttributionTraining *self)
{
  g_autoptr (GPtrArray) counts = g_ptr_array_new ();

  for (guint a = 0; a < self->articles->len; a++)
    {
      const Article *article = g_ptr_array_index (self->articles, a);

      g_ptr_array_add (counts, article->cues);
    }

  return readout_cue_scores_build (counts);
}

/* NULL if cancelled. */
static ReadoutDataset *
make_dataset (ReadoutAttributionTraining *self,
              const ReadoutCueScores     *cues,
              gboolean                    second,
              guint                       min_count,
              GCancellable               *cancellable,
              GError                    **error)
{
  g_autoptr (ReadoutDataset) data
      = readout_dataset_new (READOUT_ATTRIBUTION_LABELS);
  guint64 hashes[READOUT_ATTRIBUTION_FEATURES_MAX];

  for (guint a = 0; a < self->articles->len; a++)
    {
      Article *article = g_ptr_array_index (self->articles, a);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;

      article->first_sequence = data->sequences->len;
      readout_attribution_features_score_cues (
          article->features, cues, article->cues);
      if (second)
        readout_attribution_features_set_labels (article->features,
                                                 article->predicted);

      for (guint p = 0; p < article->reading->paragraphs->len; p++)
        {
          const ReadoutParagraph *paragraph = &g_array_index (
              article->reading->paragraphs, ReadoutParagraph, p);
          guint first = g_array_index (article->reading->sentences,
                                       ReadoutSentence,
                                       paragraph->first)
                            .first;
          guint end = g_array_index (article->reading->sentences,
                                     ReadoutSentence,
                                     paragraph->end - 1)
                          .end;

          readout_dataset_begin_sequence (data);
          for (guint t = first; t < end; t++)
            {
              guint8 classes[READOUT_DATASET_CLASSES];
              guint  n = readout_attribution_features_get (
                  article->features, t, hashes);

              readout_attribution_features_get_pair_classes (
                  article->features, t, classes);
              readout_dataset_add_token (
                  data, hashes, n, NULL, 0, classes, article->gold[t]);
            }
        }
    }
  readout_dataset_freeze (data, min_count);

  return g_steal_pointer (&data);
}

/* Labels each fold of articles with weights trained on the other ones. */
static gboolean
cross_validate (ReadoutAttributionTraining *self,
                const ReadoutTrainingPlan  *plan,
                guint                       n_folds,
                GError                    **error)
{
  g_autofree ReadoutTrainingDocument *documents
      = g_new (ReadoutTrainingDocument, MAX (self->articles->len, 1));

  for (guint a = 0; a < self->articles->len; a++)
    {
      const Article *article = g_ptr_array_index (self->articles, a);

      documents[a]
          = (ReadoutTrainingDocument){ article->first_sequence,
                                       article->reading->paragraphs->len,
                                       article->predicted };
    }

  return readout_training_cross_validate (
      plan, n_folds, documents, self->articles->len, error);
}

/* The segment of a role that shares most tokens with another one, or -1. */
static gint32
find_counterpart (const GArray *segments, const ReadoutSegment *other)
{
  gint32 best = -1;
  guint  most = 0;

  for (guint i = 0; i < segments->len; i++)
    {
      const ReadoutSegment *segment
          = &g_array_index (segments, ReadoutSegment, i);
      guint first = MAX (segment->first, other->first);
      guint end = MIN (segment->end, other->end);

      if (segment->role == other->role && end > first && end - first > most)
        {
          best = i;
          most = end - first;
        }
    }

  return best;
}

/* The segments that the first stage found in an article that it was not
 * trained on, with the links that their counterparts among the right ones
 * have.  A content whose cue was missed belongs to none. */
static GArray *
make_found_segments (const Article *article)
{
  GArray *found = readout_segments_new_from_labels (
      article->predicted, NULL, article->reading->tokens->len);

  for (guint i = 0; i < found->len; i++)
    {
      ReadoutSegment *segment = &g_array_index (found, ReadoutSegment, i);
      gint32          gold = find_counterpart (article->segments, segment);
      gint32          link;

      if (gold < 0 || segment->role == READOUT_ROLE_SOURCE)
        continue;
      link = g_array_index (article->segments, ReadoutSegment, gold).link;
      if (link >= 0)
        segment->link = find_counterpart (
            found, &g_array_index (article->segments, ReadoutSegment, link));
    }

  return found;
}

static void
learn_links (const Article *article,
             const GArray  *segments,
             float         *weights,
             float         *squares)
{
  readout_linker_learn (weights,
                        squares,
                        article->features,
                        article->reading->tokens,
                        article->reading->sentences,
                        segments,
                        LINKER_RATE);
}

/* The linker learns from the right segments and from those that were found,
 * as it has to tell what belongs to nothing that was found. */
static GBytes *
train_linker (ReadoutAttributionTraining *self)
{
  float            *weights = g_new0 (float, READOUT_LINKER_N_WEIGHTS);
  g_autofree float *squares = g_new0 (float, READOUT_LINKER_N_WEIGHTS);
  g_autoptr (GPtrArray) found
      = g_ptr_array_new_with_free_func ((GDestroyNotify)g_array_unref);

  for (guint a = 0; a < self->articles->len; a++)
    g_ptr_array_add (
        found, make_found_segments (g_ptr_array_index (self->articles, a)));

  for (guint epoch = 0; epoch < LINKER_EPOCHS; epoch++)
    for (guint a = 0; a < self->articles->len; a++)
      {
        const Article *article = g_ptr_array_index (self->articles, a);

        learn_links (article, article->segments, weights, squares);
        learn_links (article, g_ptr_array_index (found, a), weights, squares);
      }

  return g_bytes_new_take (weights, READOUT_LINKER_N_WEIGHTS * sizeof (float));
}

static GBytes *
train_kinds (ReadoutAttributionTraining *self)
{
  float *weights = g_new0 (float, READOUT_KINDS_N_WEIGHTS);

  for (guint epoch = 0; epoch < KINDS_EPOCHS; epoch++)
    for (guint a = 0; a < self->articles->len; a++)
      {
        const Article *article = g_ptr_array_index (self->articles, a);

        readout_kinds_learn (
            weights, article->features, article->segments, KINDS_RATE);
      }

  return g_bytes_new_take (weights, READOUT_KINDS_N_WEIGHTS * sizeof (float));
}

static GBytes *
train_stage (ReadoutTrainingPlan *plan,
             guint                n_runs,
             float                prune_below,
             GError             **error)
{
  static const char *const names[READOUT_ATTRIBUTION_LABELS] = {
    "O",     "B-SRC", "I-SRC", "E-SRC", "S-SRC", "B-CUE", "I-CUE",
    "E-CUE", "S-CUE", "B-CON", "I-CON", "E-CON", "S-CON",
  };
  g_autoptr (ReadoutWeights) weights
      = readout_training_average (plan, n_runs, error);

  if (weights == NULL)
    return NULL;

  return readout_table_build (weights, plan->data->keys, names, prune_below);
}

/**
 * readout_attribution_training_run:
 * @self: a training with articles
 * @options: the recipe
 * @progress: (nullable): told how far it is
 * @progress_data: passed to @progress
 * @builder: takes the sections "cues", "attribution-1", "attribution-2",
 *   "linker" and "kinds"
 * @cancellable: (nullable): cancels within a second or so
 * @error: set if cancelled, or if there is nothing to train on
 *
 * Returns: whether the sections were added
 */
gboolean
readout_attribution_training_run (
    ReadoutAttributionTraining              *self,
    const ReadoutAttributionTrainingOptions *options,
    ReadoutTrainingProgress                  progress,
    gpointer                                 progress_data,
    ReadoutModelBuilder                     *builder,
    GCancellable                            *cancellable,
    GError                                 **error)
{
  g_autofree guint8 *lawful = NULL;
  g_autoptr (ReadoutDataset) data = NULL;
  g_autoptr (GBytes) cue_bytes = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) second = NULL;
  g_autoptr (GBytes) linker = NULL;
  g_autoptr (GBytes) kinds = NULL;
  ReadoutCueScores    cues;
  ReadoutTrainingPlan plan = { 0 };
  gsize               n_bytes;

  g_return_val_if_fail (self != NULL && options != NULL && builder != NULL,
                        FALSE);

  if (self->articles->len < options->n_folds)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Training needs at least %u annotated articles"),
                   options->n_folds);
      return FALSE;
    }

  cue_bytes = build_cues (self);
  cues.slots = g_bytes_get_data (cue_bytes, &n_bytes);
  cues.n_slots = n_bytes / 8;

  lawful = readout_training_make_lawful (READOUT_ATTRIBUTION_LABELS);
  plan.lawful = lawful;
  plan.n_classes = READOUT_ATTRIBUTION_PAIR_CLASSES;
  plan.progress = progress;
  plan.progress_data = progress_data;
  plan.cancellable = cancellable;
  plan.options = (ReadoutTrainerOptions){
    .epochs = options->epochs,
    .average_from = options->average_from,
    .rate = options->rate,
    .epsilon = options->epsilon,
    .l2 = options->l2,
    .dropout = options->dropout,
    .seed = options->seed,
  };

  data = make_dataset (
      self, &cues, FALSE, options->min_count, cancellable, error);
  if (data == NULL)
    return FALSE;
  plan.data = data;
  plan.stage = _ ("attribution, cross-validation");
  plan.share = 0.4;
  if (!cross_validate (self, &plan, options->n_folds, error))
    return FALSE;

  plan.stage = _ ("attribution, first stage");
  plan.from = 0.4;
  plan.share = 0.25;
  first = train_stage (&plan, options->n_runs, options->prune_below, error);
  if (first == NULL)
    return FALSE;

  g_clear_pointer (&data, readout_dataset_free);
  data = make_dataset (
      self, &cues, TRUE, options->min_count, cancellable, error);
  if (data == NULL)
    return FALSE;
  plan.data = data;
  plan.stage = _ ("attribution, second stage");
  plan.from = 0.65;
  plan.share = 0.35;
  second = train_stage (&plan, options->n_runs, options->prune_below, error);
  if (second == NULL)
    return FALSE;
  linker = train_linker (self);
  kinds = train_kinds (self);

  readout_model_builder_add (builder, "cues", cue_bytes);
  readout_model_builder_add (builder, "attribution-1", first);
  readout_model_builder_add (builder, "attribution-2", second);
  readout_model_builder_add (builder, "linker", linker);
  readout_model_builder_add (builder, "kinds", kinds);

  return TRUE;
}
