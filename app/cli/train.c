/* train.c: the command that makes models from annotations
 *
 * Reads the examples, looks whether there are enough of them, trains a tagger
 * for each layer, and writes one model file, or none: what is cancelled or
 * fails leaves the file as it was.  The lists of names and words, and the
 * tagger of the parts of speech, come out of a model that is there already
 * unless they are made anew.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/train.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/display-name.h"
#include "cli/cancel.h"
#include "cli/example.h"
#include "cli/examples.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/recipe.h"
#include "cli/report.h"
#include "detect/models/installed.h"
#include "tagger/attribution/training.h"
#include "tagger/model/about.h"
#include "tagger/names/training.h"

/* Less than this teaches nothing that holds outside of it. */
#define MIN_ARTICLES 5
#define MIN_NAMES 100
#define MIN_STATEMENTS 100

/* A layer of the annotation: what there is to learn from, and whether it is
 * trained. */
typedef struct
{
  guint    n_articles;
  guint    n_items;
  gboolean is_trained;
} Layer;

typedef struct
{
  ReadoutCli   *cli;
  GCancellable *cancellable;
  GPtrArray    *examples;
  Layer         names;
  Layer         statements;
  gboolean      has_speech; /* Whether parts of speech are trained. */

  ReadoutModel        *base; /* What lists are taken from, or NULL. */
  GBytes              *lists;
  ReadoutModelBuilder *builder;

  ReadoutNameTrainingOptions        name_options;
  ReadoutAttributionTrainingOptions attribution_options;

  /* The line of progress, written by the threads of the training. */
  GMutex mutex;
  guint  n_steps_done;
  guint  n_steps;
  int    percent;
} Train;

/* A step of the training, which puts what it makes into the builder. */
typedef gboolean (*Step) (Train *self, GError **error);

/* Gives an example to a training, if it has what that learns from. */
typedef void (*AddExample) (gpointer                 training,
                            const ReadoutCliExample *example);

/* A training of names, and the number in it of each class of the corpora. */
typedef struct
{
  ReadoutNameTraining *training;
  guint8               numbers[READOUT_CLI_N_CLASSES];
} NameStep;

static void
train_init (Train *self, ReadoutCli *cli)
{
  *self = (Train){ .cli = cli,
                   .name_options = READOUT_NAME_TRAINING_DEFAULTS,
                   .attribution_options = READOUT_ATTRIBUTION_TRAINING_DEFAULTS,
                   .percent = -1 };
  self->builder = readout_model_builder_new ();
  g_mutex_init (&self->mutex);
}

static void
train_clear (Train *self)
{
  g_clear_pointer (&self->examples, g_ptr_array_unref);
  g_clear_pointer (&self->base, readout_model_unref);
  g_clear_pointer (&self->lists, g_bytes_unref);
  g_clear_pointer (&self->builder, readout_model_builder_free);
  g_mutex_clear (&self->mutex);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Train, train_clear)

/* Finds the lists: in a folder, or else in a model. */
static gboolean
find_lists (Train *self, const char *folder, const char *choice)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const void      *section;
  gsize            size;

  if (folder != NULL)
    {
      self->lists = readout_gazetteer_build (folder, &error);
      if (self->lists == NULL)
        readout_cli_error (self->cli, folder, "%s", error->message);
      return self->lists != NULL;
    }

  path = readout_detector_models_find (choice, &error);
  if (path == NULL && error == NULL)
    {
      readout_cli_usage (self->cli,
                         _ ("there is no model to take the lists of names "
                            "from; name one with --base, or a folder of lists "
                            "with --lists"));
      return FALSE;
    }
  if (path != NULL)
    self->base = readout_model_open (path, &error);
  if (self->base == NULL)
    {
      readout_cli_error (self->cli, NULL, "%s", error->message);
      return FALSE;
    }
  section = readout_model_get_section (self->base, "lists", &size);
  if (section == NULL)
    {
      readout_cli_error (
          self->cli, path, _ ("there are no lists in this model"));
      return FALSE;
    }

  self->lists = g_bytes_new (section, size);
  return TRUE;
}

static gboolean
add_about (Train *self, const char *path)
{
  g_autoptr (ReadoutModelAbout) about = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  if (path == NULL)
    return TRUE;

  if (g_file_get_contents (path, &data, &size, &error))
    {
      g_autofree char *name = readout_display_name (path);

      bytes = g_bytes_new_take (data, size);
      about = readout_model_about_parse (data, size, name, &error);
    }
  if (about == NULL)
    {
      readout_cli_error (self->cli, NULL, "%s", error->message);
      return FALSE;
    }

  readout_model_builder_add (self->builder, READOUT_MODEL_ABOUT_SECTION, bytes);
  return TRUE;
}

static void
count_examples (Train *self)
{
  for (guint i = 0; i < self->examples->len; i++)
    {
      const ReadoutCliExample *example = g_ptr_array_index (self->examples, i);

      if (example->names != NULL)
        {
          self->names.n_articles++;
          self->names.n_items += example->names->len;
        }
      if (example->statements != NULL)
        {
          self->statements.n_articles++;
          self->statements.n_items += example->statements->len;
        }
      if (example->speech != NULL)
        self->has_speech = TRUE;
    }
}

/* Says what there is of a layer, and what it takes. */
static char *
describe_need (const Layer *layer, gboolean is_names)
{
  return is_names ? g_strdup_printf (
             /* TRANSLATORS: each %u of at least %u */
             _ ("names: %u articles (at least %u) with %u names (at least %u)"),
             layer->n_articles,
             MIN_ARTICLES,
             layer->n_items,
             MIN_NAMES)
                  : g_strdup_printf (_ ("statements: %u articles (at least %u) "
                                        "with %u statements (at least %u)"),
                                     layer->n_articles,
                                     MIN_ARTICLES,
                                     layer->n_items,
                                     MIN_STATEMENTS);
}

/* Decides which layers are trained.  One of which there is too little is left
 * out, which is a fault only if nothing else is left. */
static gboolean
choose_layers (Train *self, gboolean wants_names, gboolean wants_statements)
{
  g_autofree char *names = describe_need (&self->names, TRUE);
  g_autofree char *statements = describe_need (&self->statements, FALSE);

  self->names.is_trained = wants_names && self->names.n_articles >= MIN_ARTICLES
                           && self->names.n_items >= MIN_NAMES;
  self->statements.is_trained = wants_statements
                                && self->statements.n_articles >= MIN_ARTICLES
                                && self->statements.n_items >= MIN_STATEMENTS;

  if (!self->names.is_trained && !self->statements.is_trained)
    {
      if (wants_names)
        readout_cli_error (
            self->cli, NULL, _ ("too little to learn from: %s"), names);
      if (wants_statements)
        readout_cli_error (
            self->cli, NULL, _ ("too little to learn from: %s"), statements);
      return FALSE;
    }

  if (wants_names && !self->names.is_trained && self->names.n_articles > 0)
    readout_cli_note (self->cli, NULL, _ ("not in the model: %s"), names);
  if (wants_statements && !self->statements.is_trained
      && self->statements.n_articles > 0)
    readout_cli_note (self->cli, NULL, _ ("not in the model: %s"), statements);
  return TRUE;
}

/* Two runs go at a time and report in turns, so the line never goes back. */
static void
on_progress (const char *stage, double fraction, gpointer user_data)
{
  Train *self = user_data;
  int    percent = (int)(fraction * 100);

  g_mutex_lock (&self->mutex);
  if (percent > self->percent)
    {
      self->percent = percent;
      readout_cli_show_progress (
          self->cli, self->n_steps_done, self->n_steps, stage, fraction);
    }
  g_mutex_unlock (&self->mutex);
}

/* Takes a step of the training, unless there is nothing for it to do. */
static gboolean
take_step (Train *self, gboolean is_needed, Step step, GError **error)
{
  if (!is_needed)
    return TRUE;
  if (!step (self, error))
    return FALSE;

  self->n_steps_done++;
  self->percent = -1;
  return TRUE;
}

/* Puts what a step has made into the model; that is NULL if it failed. */
static gboolean
take_section (Train *self, const char *name, GBytes *made)
{
  g_autoptr (GBytes) section = made;

  if (section == NULL)
    return FALSE;

  readout_model_builder_add (self->builder, name, section);
  return TRUE;
}

/* Gives all examples to a training.  Returns FALSE if that is cancelled. */
static gboolean
add_examples (Train *self, AddExample add, gpointer training, GError **error)
{
  for (guint i = 0; i < self->examples->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      add (training, g_ptr_array_index (self->examples, i));
    }

  return TRUE;
}

/* What the builder holds so far, as a tagger sees it. */
static ReadoutModel *
open_half (Train *self, GError **error)
{
  g_autoptr (GBytes) bytes = readout_model_builder_end (self->builder);

  return readout_model_new_from_bytes (bytes, "…", error);
}

/* The parts of speech as the base has them, if it does. */
static void
copy_speech (Train *self)
{
  gsize       size = 0;
  const void *data = NULL;

  if (self->base != NULL)
    data = readout_model_get_section (self->base, "speech", &size);
  if (data != NULL)
    take_section (self, "speech", g_bytes_new (data, size));
}

static void
add_speech (gpointer training, const ReadoutCliExample *example)
{
  if (example->speech != NULL)
    readout_speech_training_add (training,
                                 example->text,
                                 (gconstpointer)example->speech->data,
                                 example->speech->len);
}

static gboolean
train_speech (Train *self, GError **error)
{
  g_autoptr (ReadoutSpeechTraining) training = NULL;
  g_autoptr (ReadoutGazetteer) gazetteer = NULL;
  g_autoptr (ReadoutModel) half = open_half (self, error);

  if (half == NULL)
    return FALSE;
  gazetteer = readout_gazetteer_new (half, error);
  if (gazetteer == NULL)
    return FALSE;

  training = readout_speech_training_new (gazetteer);
  return add_examples (self, add_speech, training, error)
         && take_section (
             self,
             "speech",
             readout_speech_training_run (training,
                                          self->attribution_options.seed,
                                          on_progress,
                                          self,
                                          self->cancellable,
                                          error));
}

/* The classes that occur, in their order, and the number of each: a class
 * that no article has costs time and space, and is never found. */
static GPtrArray *
list_classes (Train *self, guint8 numbers[READOUT_CLI_N_CLASSES])
{
  GPtrArray *classes = g_ptr_array_new ();
  gboolean   occurs[READOUT_CLI_N_CLASSES] = { FALSE };

  for (guint i = 0; i < self->examples->len; i++)
    {
      const ReadoutCliExample *example = g_ptr_array_index (self->examples, i);

      for (guint k = 0; example->names != NULL && k < example->names->len; k++)
        occurs[g_array_index (example->names, ReadoutCliName, k).class_number]
            = TRUE;
    }
  for (guint c = 0; c < READOUT_CLI_N_CLASSES; c++)
    if (occurs[c])
      {
        numbers[c] = classes->len;
        g_ptr_array_add (classes, (char *)readout_cli_classes[c]);
      }
  g_ptr_array_add (classes, NULL);

  return classes;
}

static void
add_names (gpointer data, const ReadoutCliExample *example)
{
  NameStep               *step = data;
  g_autofree ReadoutSpan *spans = NULL;
  g_autofree guint8      *classes = NULL;

  if (example->names == NULL)
    return;

  spans = g_new (ReadoutSpan, example->names->len + 1);
  classes = g_new (guint8, example->names->len + 1);
  for (guint i = 0; i < example->names->len; i++)
    {
      const ReadoutCliName *name
          = &g_array_index (example->names, ReadoutCliName, i);

      spans[i] = name->span;
      classes[i] = step->numbers[name->class_number];
    }
  readout_name_training_add (
      step->training, example->text, spans, classes, example->names->len);
}

static gboolean
train_names (Train *self, GError **error)
{
  g_autoptr (ReadoutNameTraining) training = NULL;
  g_autoptr (GPtrArray) classes = NULL;
  NameStep step = { NULL };

  classes = list_classes (self, step.numbers);
  training = readout_name_training_new (
      self->lists, (const char *const *)classes->pdata, error);
  if (training == NULL)
    return FALSE;

  step.training = training;
  return add_examples (self, add_names, &step, error)
         && take_section (self,
                          "names",
                          readout_name_training_run (training,
                                                     &self->name_options,
                                                     on_progress,
                                                     self,
                                                     self->cancellable,
                                                     error));
}

static void
add_statements (gpointer training, const ReadoutCliExample *example)
{
  if (example->statements != NULL)
    readout_attribution_training_add (training,
                                      example->text,
                                      (gconstpointer)example->statements->data,
                                      example->statements->len);
}

static gboolean
train_attributions (Train *self, GError **error)
{
  g_autoptr (ReadoutAttributionTraining) training = NULL;
  g_autoptr (ReadoutSpeechTagger) speech = NULL;
  g_autoptr (ReadoutModel) half = open_half (self, error);
  gsize size;

  if (half == NULL)
    return FALSE;
  if (readout_model_get_section (half, "speech", &size) != NULL)
    {
      speech = readout_speech_tagger_new (half, error);
      if (speech == NULL)
        return FALSE;
    }
  training = readout_attribution_training_new (self->lists, speech, error);

  return training != NULL
         && add_examples (self, add_statements, training, error)
         && readout_attribution_training_run (training,
                                              &self->attribution_options,
                                              on_progress,
                                              self,
                                              self->builder,
                                              self->cancellable,
                                              error);
}

/* Returns whether a model was written. */
static gboolean
train (Train *self, const char *output)
{
  g_autoptr (GBytes) model = NULL;
  g_autoptr (GError) error = NULL;

  self->n_steps
      = self->has_speech + self->names.is_trained + self->statements.is_trained;
  readout_model_builder_add (self->builder, "lists", self->lists);
  if (!self->has_speech)
    copy_speech (self);

  /* The statements learn from the parts of speech, so these are first. */
  if (take_step (self, self->has_speech, train_speech, &error)
      && take_step (self, self->names.is_trained, train_names, &error)
      && take_step (
          self, self->statements.is_trained, train_attributions, &error))
    {
      model = readout_model_builder_end (self->builder);
      return readout_cli_output_write (self->cli, output, model);
    }
  if (!g_cancellable_is_cancelled (self->cancellable))
    readout_cli_error (self->cli, NULL, "%s", error->message);

  return FALSE;
}

/**
 * readout_cli_train:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 *
 * Trains taggers from labelled articles and writes one model file.
 */
void
readout_cli_train (ReadoutCli *cli, char ***arguments)
{
  g_auto (GStrv) files = NULL;
  g_auto (GStrv) settings = NULL;
  g_autofree char *lists = NULL;
  g_autofree char *base = NULL;
  g_autofree char *about = NULL;
  g_autofree char *layer = NULL;
  g_autofree char *output = NULL;
  g_autoptr (ReadoutCliCancel) cancel = NULL;
  g_auto (Train) self = { 0 };
  const char        *wrong = "…";
  int                seed = 1;
  int                signal_number;
  const GOptionEntry entries[]
      = { { "output",
            'o',
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &output,
            N_ ("Write the model into this file"),
            N_ ("FILE") },
          { "layer",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_STRING,
            &layer,
            N_ ("Train this layer only: names or attribution"),
            N_ ("LAYER") },
          { "about",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &about,
            N_ ("What the model says of itself: a key file with its name, "
                "version, language and licence"),
            N_ ("FILE") },
          { "base",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &base,
            N_ ("Take the lists of names and words from this model (by itself "
                "the best one that is installed)"),
            N_ ("MODEL") },
          { "lists",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &lists,
            N_ ("Take the lists of names and words from this folder"),
            N_ ("FOLDER") },
          { "seed",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_INT,
            &seed,
            N_ ("Seed of the random numbers"),
            N_ ("N") },
          { "set",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_STRING_ARRAY,
            &settings,
            N_ ("Change the recipe, such as names.dropout=0.7"),
            N_ ("NAME=VALUE") },
          { NULL } };

  train_init (&self, cli);
  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("Learns from what was reviewed in annotation files (folders stand "
             "for those in them),\nand from corpora: JSON Lines, plain or .gz, "
             "with “text” and “entities”, “statements”\nor “speech” in each "
             "line.  The same seed gives the same file."),
          &files))
    return;
  if (output == NULL)
    {
      readout_cli_usage (cli, _ ("the option --output is needed"));
      return;
    }
  if (layer != NULL && !g_str_equal (layer, "names")
      && !g_str_equal (layer, "attribution"))
    {
      readout_cli_usage (
          cli, _ ("“%s” is no layer: names or attribution"), layer);
      return;
    }
  if (!readout_cli_recipe_change (
          settings, &self.name_options, &self.attribution_options, &wrong))
    {
      readout_cli_usage (cli, _ ("“%s” is not a setting"), wrong);
      return;
    }
  /* Better now than after an hour of work. */
  if (!readout_cli_output_check (cli, output))
    return;
  self.name_options.seed = self.attribution_options.seed = seed;
  if (!find_lists (&self, lists, base) || !add_about (&self, about))
    return;

  cancel = readout_cli_cancel_new ();
  self.cancellable = readout_cli_cancel_get_cancellable (cancel);
  self.examples = readout_cli_examples_read (cli, files, self.cancellable);
  count_examples (&self);
  if (!g_cancellable_is_cancelled (self.cancellable)
      && choose_layers (&self,
                        g_strcmp0 (layer, "attribution") != 0,
                        g_strcmp0 (layer, "names") != 0)
      && train (&self, output))
    return;

  signal_number = readout_cli_cancel_get_signal (cancel);
  if (signal_number != 0)
    {
      readout_cli_error (cli, NULL, _ ("stopped; no model was written"));
      cli->status = READOUT_CLI_SIGNAL + signal_number;
    }
}
