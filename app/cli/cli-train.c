/* cli-train.c: the command that makes models from annotations
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/cli-corpus.h"
#include "cli/cli-output.h"
#include "tagger/attribution-training.h"
#include "tagger/model.h"
#include "tagger/name-training.h"
#include "tagger/speech.h"

static const char *const name_classes[]
    = { "PER",  "ORG",  "LOC",     "FAC",   "NORP",
        "DATE", "MISC", "PRODUCT", "MONEY", NULL };

typedef struct
{
  ReadoutNameTraining        *names;
  ReadoutAttributionTraining *attributions;
  ReadoutSpeechTraining      *speech;   /* In the first pass only. */
  guint                       n_speech; /* Articles with parts of speech. */
  guint                       n_names;  /* Articles with entities. */
  guint                       n_attributions; /* Articles with statements. */
} Input;

/* Reads one entity into a span and the number of its class. */
static gboolean
read_entity (JsonNode    *node,
             glong        length,
             ReadoutSpan *span,
             guint8      *class_number)
{
  JsonObject *object;
  gint64      start;
  gint64      end;
  const char *type;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  start = json_object_get_int_member_with_default (object, "start", -1);
  end = json_object_get_int_member_with_default (object, "end", -1);
  type = json_object_get_string_member_with_default (object, "type", NULL);
  if (start < 0 || end <= start || end > length || type == NULL)
    return FALSE;

  for (guint c = 0; name_classes[c] != NULL; c++)
    if (g_str_equal (name_classes[c], type))
      {
        *span = READOUT_SPAN (start, end);
        *class_number = c;
        return TRUE;
      }

  return FALSE;
}

static gboolean
add_names (Input *input, const char *text, glong length, JsonArray *entities)
{
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (ReadoutSpan));
  g_autoptr (GArray) classes = g_array_new (FALSE, FALSE, sizeof (guint8));

  for (guint i = 0; i < json_array_get_length (entities); i++)
    {
      ReadoutSpan span;
      guint8      class_number;

      if (!read_entity (json_array_get_element (entities, i),
                        length,
                        &span,
                        &class_number))
        return FALSE;
      g_array_append_val (spans, span);
      g_array_append_val (classes, class_number);
    }

  readout_name_training_add (input->names,
                             text,
                             (gconstpointer)spans->data,
                             (const guint8 *)classes->data,
                             spans->len);
  input->n_names++;
  return TRUE;
}

/* Reads [[start, end], …]; a missing member is an empty list. */
static gboolean
read_spans (JsonObject      *object,
            const char      *member,
            glong            length,
            ReadoutSpanList *spans)
{
  JsonNode  *node = json_object_get_member (object, member);
  JsonArray *array;

  if (node == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);
      gint64    start;
      gint64    end;

      if (!JSON_NODE_HOLDS_ARRAY (item)
          || json_array_get_length (json_node_get_array (item)) != 2)
        return FALSE;
      start = json_array_get_int_element (json_node_get_array (item), 0);
      end = json_array_get_int_element (json_node_get_array (item), 1);
      if (start < 0 || end <= start || end > length)
        return FALSE;
      readout_span_list_add (spans, READOUT_SPAN (start, end));
    }

  return TRUE;
}

static void
attribution_clear (gpointer data)
{
  ReadoutAttribution *attribution = data;

  readout_span_list_clear (&attribution->source);
  readout_span_list_clear (&attribution->cue);
  readout_span_list_clear (&attribution->content);
}

static gboolean
add_attributions (Input      *input,
                  const char *text,
                  glong       length,
                  JsonArray  *statements)
{
  g_autoptr (GArray) all
      = g_array_new (FALSE, TRUE, sizeof (ReadoutAttribution));

  g_array_set_clear_func (all, attribution_clear);
  for (guint i = 0; i < json_array_get_length (statements); i++)
    {
      JsonNode           *node = json_array_get_element (statements, i);
      ReadoutAttribution *attribution;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        return FALSE;
      g_array_set_size (all, i + 1);
      attribution = &g_array_index (all, ReadoutAttribution, i);
      if (!read_spans (json_node_get_object (node),
                       "source",
                       length,
                       &attribution->source)
          || !read_spans (
              json_node_get_object (node), "cue", length, &attribution->cue)
          || !read_spans (json_node_get_object (node),
                          "content",
                          length,
                          &attribution->content))
        return FALSE;
    }

  readout_attribution_training_add (
      input->attributions, text, (gconstpointer)all->data, all->len);
  input->n_attributions++;
  return TRUE;
}

/* Reads [[start, end, "NN"], …]. */
static gboolean
add_speech (ReadoutCli *cli,
            JsonObject *object,
            const char *place,
            gpointer    user_data)
{
  Input      *input = user_data;
  const char *text
      = json_object_get_string_member_with_default (object, "text", NULL);
  JsonNode  *node = json_object_get_member (object, "speech");
  JsonArray *array;
  g_autoptr (GArray) labels
      = g_array_new (FALSE, FALSE, sizeof (ReadoutSpeechLabel));

  if (text == NULL || node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return TRUE;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode          *item = json_array_get_element (array, i);
      ReadoutSpeechLabel label;

      if (!JSON_NODE_HOLDS_ARRAY (item)
          || json_array_get_length (json_node_get_array (item)) != 3
          || json_array_get_string_element (json_node_get_array (item), 2)
                 == NULL)
        {
          readout_cli_error (cli,
                             place,
                             _ ("speech[%u]: expected a start, an end and a "
                                "part of speech"),
                             i);
          return TRUE;
        }
      label.span = READOUT_SPAN (
          json_array_get_int_element (json_node_get_array (item), 0),
          json_array_get_int_element (json_node_get_array (item), 1));
      if (!readout_speech_tag_from_nick (
              json_array_get_string_element (json_node_get_array (item), 2),
              &label.tag))
        label.tag = READOUT_SPEECH_TAG_X;
      g_array_append_val (labels, label);
    }

  readout_speech_training_add (
      input->speech, text, (gconstpointer)labels->data, labels->len);
  input->n_speech++;
  return TRUE;
}

static gboolean
add_article (ReadoutCli *cli,
             JsonObject *object,
             const char *place,
             gpointer    user_data)
{
  Input      *input = user_data;
  const char *text
      = json_object_get_string_member_with_default (object, "text", NULL);
  JsonNode *entities = json_object_get_member (object, "entities");
  JsonNode *statements = json_object_get_member (object, "statements");
  glong     length = text != NULL ? g_utf8_strlen (text, -1) : 0;

  if (text != NULL && json_object_has_member (object, "speech"))
    return TRUE;
  if (text == NULL || (entities == NULL && statements == NULL))
    readout_cli_error (cli,
                       place,
                       _ ("expected members “text” and “entities” or "
                          "“statements”"));
  else if (entities != NULL
           && (!JSON_NODE_HOLDS_ARRAY (entities)
               || !add_names (
                   input, text, length, json_node_get_array (entities))))
    readout_cli_error (cli,
                       place,
                       _ ("entities: expected objects with a span inside the "
                          "text and a known type"));
  else if (statements != NULL
           && (!JSON_NODE_HOLDS_ARRAY (statements)
               || !add_attributions (
                   input, text, length, json_node_get_array (statements))))
    readout_cli_error (cli,
                       place,
                       _ ("statements: expected objects whose “source”, “cue” "
                          "and “content” are lists of spans inside the text"));

  return TRUE;
}

static void
on_progress (const char *stage, double fraction, gpointer user_data)
{
  readout_cli_show_progress (user_data, 0, 1, stage, fraction);
}

/* Changes the recipe: each setting is NAME=VALUE.  Returns FALSE at the first
 * one that is not known. */
static gboolean
tune (char                             **arguments,
      ReadoutNameTrainingOptions        *names,
      ReadoutAttributionTrainingOptions *attribution,
      const char                       **wrong)
{
  const struct
  {
    const char *name;
    float      *number;
    guint      *count;
  } settings[] = {
    { "names.dropout", &names->dropout, NULL },
    { "names.rate", &names->rate, NULL },
    { "names.epsilon", &names->epsilon, NULL },
    { "names.late-dropout", &names->late_dropout, NULL },
    { "names.prune-below", &names->prune_below, NULL },
    { "names.runs", NULL, &names->n_runs },
    { "names.epochs", NULL, &names->epochs },
    { "names.average-from", NULL, &names->average_from },
    { "names.min-count", NULL, &names->min_count },
    { "attribution.dropout", &attribution->dropout, NULL },
    { "attribution.rate", &attribution->rate, NULL },
    { "attribution.epsilon", &attribution->epsilon, NULL },
    { "attribution.l2", &attribution->l2, NULL },
    { "attribution.prune-below", &attribution->prune_below, NULL },
    { "attribution.runs", NULL, &attribution->n_runs },
    { "attribution.epochs", NULL, &attribution->epochs },
    { "attribution.average-from", NULL, &attribution->average_from },
    { "attribution.min-count", NULL, &attribution->min_count },
  };

  for (guint i = 0; arguments != NULL && arguments[i] != NULL; i++)
    {
      const char *equals = strchr (arguments[i], '=');
      gboolean    known = FALSE;

      for (guint k = 0; equals != NULL && k < G_N_ELEMENTS (settings); k++)
        {
          double value = g_ascii_strtod (equals + 1, NULL);

          if (strlen (settings[k].name) != (gsize)(equals - arguments[i])
              || !g_str_has_prefix (arguments[i], settings[k].name) || value < 0
              || value > 1000)
            continue;
          if (settings[k].number != NULL)
            *settings[k].number = value;
          else
            *settings[k].count = MAX (value, 1);
          known = TRUE;
        }
      if (!known)
        {
          *wrong = arguments[i];
          return FALSE;
        }
    }

  return names->average_from <= names->epochs
         && attribution->average_from <= attribution->epochs
         && names->dropout < 1 && attribution->dropout < 1;
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
  g_autofree char *lists = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) settings = NULL;
  const char                       *wrong = "…";
  ReadoutNameTrainingOptions        options = READOUT_NAME_TRAINING_DEFAULTS;
  ReadoutAttributionTrainingOptions attribution
      = READOUT_ATTRIBUTION_TRAINING_DEFAULTS;
  int seed = options.seed;
  g_autoptr (GBytes) list_bytes = NULL;
  g_autoptr (ReadoutModelBuilder) builder = NULL;
  g_autoptr (ReadoutNameTraining) names = NULL;
  g_autoptr (ReadoutSpeechTraining) speech_training = NULL;
  g_autoptr (ReadoutSpeechTagger) speech = NULL;
  g_autoptr (ReadoutAttributionTraining) attributions = NULL;
  g_autoptr (GBytes) model = NULL;
  g_autoptr (GError) error = NULL;
  Input              input = { NULL };
  const GOptionEntry entries[]
      = { { "lists",
            0,
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &lists,
            N_ ("Folder of the lists of names and words"),
            N_ ("FOLDER") },
          { "output",
            'o',
            G_OPTION_FLAG_NONE,
            G_OPTION_ARG_FILENAME,
            &output,
            N_ ("Write the model into this file"),
            N_ ("FILE") },
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

  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("Makes a model from labelled articles: JSON Lines, plain or .gz, "
             "with “text” and\n“entities”, “statements” or “speech” in each "
             "line.  The same seed gives the same file."),
          &files))
    return;
  if (!tune (settings, &options, &attribution, &wrong))
    {
      readout_cli_usage (cli, _ ("“%s” is not a setting"), wrong);
      return;
    }
  if (lists == NULL || output == NULL)
    {
      readout_cli_usage (cli,
                         _ ("the options --lists and --output are needed"));
      return;
    }

  list_bytes = readout_gazetteer_build (lists, &error);
  if (list_bytes != NULL)
    input.names = names
        = readout_name_training_new (list_bytes, name_classes, &error);
  if (names == NULL)
    {
      readout_cli_error (cli, lists, "%s", error->message);
      return;
    }

  builder = readout_model_builder_new ();
  readout_model_builder_add (builder, "lists", list_bytes);
  speech_training = readout_speech_training_new (
      readout_name_training_get_gazetteer (names));
  input.speech = speech_training;
  for (guint i = 0; files[i] != NULL; i++)
    if (!readout_cli_each_line (cli, files[i], add_speech, &input))
      return;
  if (input.n_speech > 0)
    {
      g_autoptr (GBytes) section = readout_speech_training_run (
          speech_training, seed, on_progress, cli, NULL, &error);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (ReadoutModel) half = NULL;

      if (section != NULL)
        {
          readout_model_builder_add (builder, "speech", section);
          bytes = readout_model_builder_end (builder);
          half = readout_model_new_from_bytes (bytes, output, &error);
        }
      if (half != NULL)
        speech = readout_speech_tagger_new (half, &error);
    }
  if (error == NULL)
    input.attributions = attributions
        = readout_attribution_training_new (list_bytes, speech, &error);
  if (error != NULL)
    {
      readout_cli_error (cli, NULL, "%s", error->message);
      return;
    }
  for (guint i = 0; files[i] != NULL; i++)
    if (!readout_cli_each_line (cli, files[i], add_article, &input))
      return;

  options.seed = attribution.seed = seed;
  if (input.n_names > 0)
    {
      g_autoptr (GBytes) section = readout_name_training_run (
          names, &options, on_progress, cli, NULL, &error);

      if (section != NULL)
        readout_model_builder_add (builder, "names", section);
    }
  if (error == NULL && input.n_attributions > 0)
    readout_attribution_training_run (
        attributions, &attribution, on_progress, cli, builder, NULL, &error);
  if (error != NULL)
    {
      readout_cli_error (cli, NULL, "%s", error->message);
      return;
    }

  model = readout_model_builder_end (builder);
  readout_cli_output_write (cli, output, model);
}
