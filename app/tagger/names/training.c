/* training.c: from annotated articles to a mention tagger
 *
 * The second pass of the tagger reads labels that the first pass made, so it
 * must be trained on labels as bad as those: the articles are split into folds,
 * each is labelled by weights trained on the others (articles, not sentences:
 * a name comes back within its article), and the final weights are trained
 * with these labels beside the features of the first pass.  In a share of the
 * sentences they are left out, so that one model serves both passes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tagger/names/training.h"

#include <glib/gi18n-lib.h>

#include "language/reading.h"
#include "tagger/crf/bioes.h"
#include "tagger/model/gazetteer.h"
#include "tagger/names/features.h"
#include "tagger/model/table.h"

typedef struct
{
  ReadoutReading *reading;
  guint8         *gold;      /* The right label of each token. */
  guint8         *predicted; /* By cross-validation. */
  guint32         first_sequence;
} Article;

struct _ReadoutNameTraining
{
  ReadoutGazetteer *gazetteer;
  char            **classes;
  guint             n_labels;
  GPtrArray        *articles;
};

static void
article_free (Article *article)
{
  readout_reading_free (article->reading);
  g_free (article->gold);
  g_free (article->predicted);
  g_free (article);
}

/**
 * readout_name_training_new:
 * @lists: the section "lists" of the model that is made
 * @classes: (array zero-terminated=1): names of the classes
 * @error: set to %READOUT_ERROR_FORMAT if the lists are broken
 *
 * Returns: (transfer full) (nullable): a training without articles
 */
ReadoutNameTraining *
readout_name_training_new (GBytes            *lists,
                           const char *const *classes,
                           GError           **error)
{
  g_autoptr (ReadoutNameTraining) self = NULL;

  g_return_val_if_fail (lists != NULL && classes != NULL, NULL);

  self = g_new0 (ReadoutNameTraining, 1);
  self->articles
      = g_ptr_array_new_with_free_func ((GDestroyNotify)article_free);
  self->classes = g_strdupv ((char **)classes);
  self->n_labels = readout_bioes_n_labels (g_strv_length (self->classes));

  /* The lists are looked up just as the tagger will do it. */
  self->gazetteer = readout_gazetteer_new_from_section (lists, error);
  if (self->gazetteer == NULL)
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * readout_name_training_free:
 * @self: (transfer full): a training
 */
void
readout_name_training_free (ReadoutNameTraining *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->gazetteer, readout_gazetteer_free);
  g_strfreev (self->classes);
  g_ptr_array_unref (self->articles);
  g_free (self);
}

/* Labels the tokens that a span touches; what crosses the end of a sentence
 * is cut there. */
static void
label_span (Article *article, ReadoutSpan span, guint class_number)
{
  const ReadoutToken *tokens = (gconstpointer)article->reading->tokens->data;
  guint               low = 0;
  guint               high = article->reading->tokens->len;
  guint               end;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (tokens[middle].span.end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (end = low; end < article->reading->tokens->len
                  && tokens[end].span.start < span.end
                  && tokens[end].sentence == tokens[low].sentence;)
    end++;

  readout_bioes_write (article->gold, low, end, class_number);
}

/**
 * readout_name_training_add:
 * @self: a training
 * @text: an article
 * @spans: (array length=n_spans): its names, none overlapping another
 * @span_classes: (array length=n_spans): numbers of their classes
 * @n_spans: how many
 *
 * Adds an article to train on.
 */
void
readout_name_training_add (ReadoutNameTraining *self,
                           const char          *text,
                           const ReadoutSpan   *spans,
                           const guint8        *span_classes,
                           guint                n_spans)
{
  Article *article;
  g_autoptr (ReadoutText) copy = NULL;

  g_return_if_fail (self != NULL && text != NULL);

  article = g_new0 (Article, 1);
  copy = readout_text_new (text, -1);
  article->reading = readout_reading_new (copy);
  article->gold = g_new0 (guint8, MAX (article->reading->tokens->len, 1));
  article->predicted = g_new0 (guint8, MAX (article->reading->tokens->len, 1));
  for (guint i = 0; i < n_spans; i++)
    label_span (article, spans[i], span_classes[i]);

  g_ptr_array_add (self->articles, article);
}

/* NULL if cancelled. */
static ReadoutDataset *
make_dataset (ReadoutNameTraining *self,
              gboolean             with_second,
              guint                min_count,
              GCancellable        *cancellable,
              GError             **error)
{
  g_autoptr (ReadoutDataset) data = readout_dataset_new (self->n_labels);
  guint64 first[READOUT_NAME_FEATURES_MAX];
  guint64 second[READOUT_NAME_FEATURES_MAX];

  for (guint a = 0; a < self->articles->len; a++)
    {
      Article *article = g_ptr_array_index (self->articles, a);
      g_autoptr (ReadoutNameFeatures) features
          = readout_name_features_new (article->reading->text,
                                       article->reading->tokens,
                                       article->reading->sentences,
                                       self->gazetteer,
                                       NULL);

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      article->first_sequence = data->sequences->len;
      for (guint s = 0; s < article->reading->sentences->len; s++)
        {
          const ReadoutSentence *sentence = &g_array_index (
              article->reading->sentences, ReadoutSentence, s);

          readout_dataset_begin_sequence (data);
          for (guint t = sentence->first; t < sentence->end; t++)
            {
              guint n = readout_name_features_first (features, t, first);
              guint m = with_second ? readout_name_features_second (
                            features, t, article->predicted, second)
                                    : 0;

              readout_dataset_add_token (
                  data, first, n, second, m, NULL, article->gold[t]);
            }
        }
    }
  readout_dataset_freeze (data, min_count);

  return g_steal_pointer (&data);
}

/* Labels each fold with weights trained on the other ones. */
static gboolean
cross_validate (ReadoutNameTraining *self,
                ReadoutTrainingPlan *plan,
                guint                min_count,
                guint                n_folds,
                GError             **error)
{
  g_autoptr (ReadoutDataset) data
      = make_dataset (self, FALSE, min_count, plan->cancellable, error);
  g_autofree ReadoutTrainingDocument *documents
      = g_new (ReadoutTrainingDocument, MAX (self->articles->len, 1));

  if (data == NULL)
    return FALSE;

  for (guint a = 0; a < self->articles->len; a++)
    {
      const Article *article = g_ptr_array_index (self->articles, a);

      documents[a]
          = (ReadoutTrainingDocument){ article->first_sequence,
                                       article->reading->sentences->len,
                                       article->predicted };
    }

  plan->data = data;
  return readout_training_cross_validate (
      plan, n_folds, documents, self->articles->len, error);
}

static GPtrArray *
make_label_names (ReadoutNameTraining *self)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (names, g_strdup ("O"));
  for (guint c = 0; self->classes[c] != NULL; c++)
    for (guint p = 0; p < READOUT_BIOES_PLACES; p++)
      g_ptr_array_add (
          names, g_strdup_printf ("%c-%s", "BIES"[p], self -> classes[c]));

  return names;
}

/**
 * readout_name_training_run:
 * @self: a training with articles
 * @options: the recipe
 * @progress: (nullable): told how far it is
 * @progress_data: passed to @progress
 * @cancellable: (nullable): cancels within a second or so
 * @error: set if cancelled, or if there is nothing to train on
 *
 * Returns: (transfer full) (nullable): the section "names" of a model
 */
GBytes *
readout_name_training_run (ReadoutNameTraining              *self,
                           const ReadoutNameTrainingOptions *options,
                           ReadoutTrainingProgress           progress,
                           gpointer                          progress_data,
                           GCancellable                     *cancellable,
                           GError                          **error)
{
  g_autofree guint8 *lawful = NULL;
  g_autoptr (ReadoutDataset) data = NULL;
  g_autoptr (ReadoutWeights) mean = NULL;
  g_autoptr (GPtrArray) names = NULL;
  ReadoutTrainingPlan plan = { 0 };

  g_return_val_if_fail (self != NULL && options != NULL, NULL);

  if (self->articles->len < options->n_folds)
    {
      g_set_error (error,
                   G_IO_ERROR,
                   G_IO_ERROR_INVALID_ARGUMENT,
                   _ ("Training needs at least %u annotated articles"),
                   options->n_folds);
      return NULL;
    }

  lawful = readout_training_make_lawful (self->n_labels);
  plan.lawful = lawful;
  plan.n_classes = 1;
  plan.progress = progress;
  plan.progress_data = progress_data;
  plan.cancellable = cancellable;
  plan.options = (ReadoutTrainerOptions){
    .epochs = options->epochs,
    .average_from = options->average_from,
    .rate = options->rate,
    .epsilon = options->epsilon,
    .dropout = options->dropout,
    .seed = options->seed,
  };
  plan.stage = _ ("names, cross-validation");
  plan.share = 0.5;
  if (!cross_validate (
          self, &plan, options->min_count, options->n_folds, error))
    return NULL;

  data = make_dataset (self, TRUE, options->min_count, cancellable, error);
  if (data == NULL)
    return NULL;
  plan.data = data;
  plan.options.late_dropout = options->late_dropout;
  plan.stage = _ ("names");
  plan.from = 0.5;
  mean = readout_training_average (&plan, options->n_runs, error);
  if (mean == NULL)
    return NULL;

  names = make_label_names (self);
  return readout_table_build (mean,
                              data->keys,
                              (const char *const *)names->pdata,
                              options->prune_below);
}
