/* examples.c: what a model is made from
 *
 * Two kinds of files are taken: corpora in JSON Lines, whose lines have "text"
 * and one of "entities", "statements" and "speech"; and annotation files, of
 * which only what a person has reviewed counts (reviewed.c).  A folder
 * stands for the annotation files in it and in the folders below, in the order
 * of their names, so that the same files give the same model everywhere.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/examples.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cli/corpus.h"
#include "cli/example.h"
#include "cli/input.h"
#include "cli/report.h"
#include "cli/reviewed.h"
#include "formats/json.h"
#include "tagger/attribution/kinds.h"

#define ANNOTATION_FILE ".readout.json"
#define MAX_DEPTH 16

typedef struct
{
  GPtrArray    *examples;
  GCancellable *cancellable;
} Reading;

/* Checks that the offsets are inside the text; the order of code points is
 * that of the corpus. */
static gboolean
set_span (ReadoutSpan *span, gint64 start, gint64 end, glong length)
{
  if (start < 0 || end <= start || end > length)
    return FALSE;

  *span = READOUT_SPAN (start, end);
  return TRUE;
}

static gboolean
read_name (JsonNode *node, glong length, ReadoutCliName *name)
{
  JsonObject *object;
  const char *type;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;
  object = json_node_get_object (node);
  type = json_object_get_string_member_with_default (object, "type", NULL);
  if (type == NULL
      || !set_span (
          &name->span,
          json_object_get_int_member_with_default (object, "start", -1),
          json_object_get_int_member_with_default (object, "end", -1),
          length))
    return FALSE;

  for (guint c = 0; c < READOUT_CLI_N_CLASSES; c++)
    if (g_str_equal (readout_cli_classes[c], type))
      {
        name->class_number = c;
        return TRUE;
      }

  return FALSE;
}

static GArray *
read_names (ReadoutCli *cli, const char *place, JsonNode *node, glong length)
{
  g_autoptr (GArray) names
      = g_array_new (FALSE, FALSE, sizeof (ReadoutCliName));
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      readout_cli_error (cli, place, _ ("entities: expected an array"));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      ReadoutCliName name;

      if (!read_name (json_array_get_element (array, i), length, &name))
        {
          g_autofree char *classes
              = g_strjoinv (", ", (char **)readout_cli_classes);

          readout_cli_error (cli,
                             place,
                             _ ("entities[%u]: expected “start” and “end” "
                                "inside the %ld characters of “text”, and as "
                                "“type” one of %s"),
                             i,
                             length,
                             classes);
          return NULL;
        }
      g_array_append_val (names, name);
    }

  return g_steal_pointer (&names);
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
      JsonNode   *item = json_array_get_element (array, i);
      JsonArray  *pair;
      ReadoutSpan span;

      if (!JSON_NODE_HOLDS_ARRAY (item))
        return FALSE;
      pair = json_node_get_array (item);
      if (json_array_get_length (pair) != 2
          || !set_span (&span,
                        json_array_get_int_element (pair, 0),
                        json_array_get_int_element (pair, 1),
                        length))
        return FALSE;
      readout_span_list_add (spans, span);
    }

  return TRUE;
}

static GArray *
read_statements (ReadoutCli *cli,
                 const char *place,
                 JsonNode   *node,
                 glong       length)
{
  g_autoptr (GArray) all = readout_cli_statements_new ();
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      readout_cli_error (cli, place, _ ("statements: expected an array"));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode           *item = json_array_get_element (array, i);
      JsonObject         *object;
      ReadoutAttribution *one;

      g_array_set_size (all, i + 1);
      one = &g_array_index (all, ReadoutAttribution, i);
      object
          = JSON_NODE_HOLDS_OBJECT (item) ? json_node_get_object (item) : NULL;
      if (object == NULL || !read_spans (object, "source", length, &one->source)
          || !read_spans (object, "cue", length, &one->cue)
          || !read_spans (object, "content", length, &one->content))
        {
          readout_cli_error (cli,
                             place,
                             _ ("statements[%u]: expected “source”, “cue” and "
                                "“content” with [start, end] inside the %ld "
                                "characters of “text”"),
                             i,
                             length);
          return NULL;
        }
      one->kind = readout_cue_kind_from_nick (
          json_object_get_string_member_with_default (object, "kind", NULL));
    }

  return g_steal_pointer (&all);
}

/* Reads [[start, end, "NN"], …]. */
static GArray *
read_speech (ReadoutCli *cli, const char *place, JsonNode *node, glong length)
{
  g_autoptr (GArray) labels
      = g_array_new (FALSE, FALSE, sizeof (ReadoutSpeechLabel));
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      readout_cli_error (cli, place, _ ("speech: expected an array"));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode          *item = json_array_get_element (array, i);
      JsonArray         *parts = NULL;
      const char        *tag = NULL;
      ReadoutSpeechLabel label = { 0 };

      if (JSON_NODE_HOLDS_ARRAY (item))
        parts = json_node_get_array (item);
      if (parts != NULL && json_array_get_length (parts) == 3)
        tag = json_array_get_string_element (parts, 2);
      if (tag == NULL
          || !set_span (&label.span,
                        json_array_get_int_element (parts, 0),
                        json_array_get_int_element (parts, 1),
                        length))
        {
          readout_cli_error (cli,
                             place,
                             _ ("speech[%u]: expected a start, an end and a "
                                "part of speech"),
                             i);
          return NULL;
        }
      if (!readout_speech_tag_from_nick (tag, &label.tag))
        label.tag = READOUT_SPEECH_TAG_X;
      g_array_append_val (labels, label);
    }

  return g_steal_pointer (&labels);
}

static void
read_corpus_line (ReadoutCli *cli, Reading *reading, const ReadoutCliLine *line)
{
  g_autoptr (ReadoutCliExample) example = NULL;
  const char *text
      = json_object_get_string_member_with_default (line->object, "text", NULL);
  JsonNode *names = json_object_get_member (line->object, "entities");
  JsonNode *statements = json_object_get_member (line->object, "statements");
  JsonNode *speech = json_object_get_member (line->object, "speech");
  glong     length;

  if (text == NULL || (names == NULL && statements == NULL && speech == NULL))
    {
      readout_cli_error (cli,
                         line->place,
                         _ ("expected “text”, and “entities”, “statements” or "
                            "“speech”"));
      return;
    }

  example = readout_cli_example_new (text);
  length = g_utf8_strlen (text, -1);
  if (names != NULL)
    example->names = read_names (cli, line->place, names, length);
  if (statements != NULL)
    example->statements
        = read_statements (cli, line->place, statements, length);
  if (speech != NULL)
    example->speech = read_speech (cli, line->place, speech, length);
  if (example->names != NULL || example->statements != NULL
      || example->speech != NULL)
    g_ptr_array_add (reading->examples, g_steal_pointer (&example));
}

static gboolean
on_line (ReadoutCli *cli, const ReadoutCliLine *line, gpointer user_data)
{
  Reading *reading = user_data;

  if (json_object_has_member (line->object, "format"))
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (ReadoutDocument) document = readout_json_read_line (
          line->data, line->length, line->number, &error);

      if (document != NULL)
        readout_cli_examples_add_reviewed (reading->examples, document);
      else
        readout_cli_error (cli, line->place, "%s", error->message);
    }
  else
    read_corpus_line (cli, reading, line);

  return !g_cancellable_is_cancelled (reading->cancellable);
}

static void
on_document (ReadoutCli             *cli,
             ReadoutDocument        *document,
             const ReadoutCliSource *source,
             gpointer                user_data)
{
  Reading *reading = user_data;

  readout_cli_examples_add_reviewed (reading->examples, document);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static void
read_folder (ReadoutCli *cli, Reading *reading, const char *path, guint depth)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  if (dir == NULL)
    {
      readout_cli_error (cli, path, "%s", error->message);
      return;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *child = NULL;

      if (g_cancellable_is_cancelled (reading->cancellable))
        return;
      name = g_ptr_array_index (names, i);
      child = g_build_filename (path, name, NULL);
      if (g_file_test (child, G_FILE_TEST_IS_DIR))
        {
          if (name[0] != '.' && depth < MAX_DEPTH
              && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
            read_folder (cli, reading, child, depth + 1);
        }
      else if (g_str_has_suffix (name, ANNOTATION_FILE))
        readout_cli_each_document (
            cli, child, READOUT_CLI_FORMAT_ANNOTATIONS, on_document, reading);
    }
}

/**
 * readout_cli_examples_read:
 * @cli: the run
 * @paths: (array zero-terminated=1): corpora, annotation files and folders
 * @cancellable: (nullable): looked at after each article
 *
 * Reads all that is to be learned from.  What cannot be read is told, and left
 * out.
 *
 * Returns: (transfer full) (element-type ReadoutCliExample): the examples, in
 *   the order of @paths
 */
GPtrArray *
readout_cli_examples_read (ReadoutCli   *cli,
                           char        **paths,
                           GCancellable *cancellable)
{
  GPtrArray *examples = g_ptr_array_new_with_free_func (
      (GDestroyNotify)readout_cli_example_free);
  Reading reading = { examples, cancellable };

  g_return_val_if_fail (cli != NULL && paths != NULL, examples);

  for (guint i = 0; paths[i] != NULL; i++)
    {
      if (g_cancellable_is_cancelled (cancellable))
        break;
      if (g_file_test (paths[i], G_FILE_TEST_IS_DIR))
        read_folder (cli, &reading, paths[i], 0);
      else if (g_str_has_suffix (paths[i], ".json"))
        readout_cli_each_document (cli,
                                   paths[i],
                                   READOUT_CLI_FORMAT_ANNOTATIONS,
                                   on_document,
                                   &reading);
      else
        readout_cli_each_line (cli, paths[i], on_line, &reading);
    }

  return examples;
}
