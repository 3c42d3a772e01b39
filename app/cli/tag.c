/* tag.c: the command that gives the raw output of the taggers
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/tag.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "cli/corpus.h"
#include "cli/input.h"
#include "cli/model.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/report.h"
#include "language/reading.h"
#include "tagger/attribution/kinds.h"
#include "tagger/attribution/tagger.h"
#include "tagger/names/tagger.h"

typedef struct
{
  const ReadoutNameTagger        *names; /* One of them is NULL. */
  const ReadoutAttributionTagger *attributions;
  ReadoutCli                     *cli;
  ReadoutCliStream               *output;
} Tag;

static void
add_span (JsonBuilder          *builder,
          const ReadoutToken   *tokens,
          const ReadoutSegment *segment)
{
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, tokens[segment->first].span.start);
  json_builder_add_int_value (builder, tokens[segment->end - 1].span.end);
  json_builder_end_array (builder);
}

/* One statement for each cue that has a content. */
static void
add_statements (JsonBuilder        *builder,
                const ReadoutToken *tokens,
                const GArray       *segments)
{
  json_builder_set_member_name (builder, "statements");
  json_builder_begin_array (builder);
  for (guint c = 0; c < segments->len; c++)
    {
      const ReadoutSegment *cue = &g_array_index (segments, ReadoutSegment, c);
      gboolean              has_content = FALSE;

      if (cue->role != READOUT_ROLE_CUE)
        continue;
      for (guint i = 0; i < segments->len && !has_content; i++)
        {
          const ReadoutSegment *other
              = &g_array_index (segments, ReadoutSegment, i);

          has_content
              = other->role == READOUT_ROLE_CONTENT && other->link == (gint32)c;
        }
      if (!has_content)
        continue;

      json_builder_begin_object (builder);
      if (cue->kind != READOUT_CUE_KIND_UNKNOWN)
        {
          json_builder_set_member_name (builder, "kind");
          json_builder_add_string_value (builder,
                                         readout_cue_kind_to_nick (cue->kind));
        }
      json_builder_set_member_name (builder, "source");
      json_builder_begin_array (builder);
      if (cue->link >= 0)
        add_span (builder,
                  tokens,
                  &g_array_index (segments, ReadoutSegment, cue->link));
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "cue");
      json_builder_begin_array (builder);
      add_span (builder, tokens, cue);
      json_builder_end_array (builder);
      json_builder_set_member_name (builder, "content");
      json_builder_begin_array (builder);
      for (guint i = 0; i < segments->len; i++)
        {
          const ReadoutSegment *other
              = &g_array_index (segments, ReadoutSegment, i);

          if (other->role == READOUT_ROLE_CONTENT && other->link == (gint32)c)
            add_span (builder, tokens, other);
        }
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_entities (JsonBuilder             *builder,
              const ReadoutToken      *tokens,
              const GArray            *spans,
              const ReadoutNameTagger *tagger)
{
  const char *const *classes = readout_name_tagger_get_classes (tagger);

  json_builder_set_member_name (builder, "entities");
  json_builder_begin_array (builder);
  for (guint i = 0; i < spans->len; i++)
    {
      const ReadoutNameSpan *span = &g_array_index (spans, ReadoutNameSpan, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "start");
      json_builder_add_int_value (builder, tokens[span->first].span.start);
      json_builder_set_member_name (builder, "end");
      json_builder_add_int_value (builder, tokens[span->end - 1].span.end);
      json_builder_set_member_name (builder, "type");
      json_builder_add_string_value (builder, classes[span->class_number]);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
tag (Tag *self, const char *id, ReadoutText *text)
{
  g_autoptr (ReadoutReading) reading = readout_reading_new (text);
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GString *line;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  json_builder_add_string_value (builder, id);
  if (self->attributions != NULL)
    {
      g_autoptr (GArray) segments
          = readout_attribution_tagger_run (self->attributions,
                                            text,
                                            reading->tokens,
                                            reading->sentences,
                                            reading->paragraphs,
                                            reading->quotations,
                                            NULL);

      add_statements (builder, (gconstpointer)reading->tokens->data, segments);
    }
  if (self->names != NULL)
    {
      g_autoptr (GArray) spans = readout_name_tagger_run (
          self->names, text, reading->tokens, reading->sentences, NULL);

      add_entities (
          builder, (gconstpointer)reading->tokens->data, spans, self->names);
    }
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  line = json_generator_to_gstring (generator, g_string_new (NULL));
  g_string_append_c (line, '\n');
  bytes = g_string_free_to_bytes (line);
  readout_cli_output_append (self->cli, self->output, bytes);
}

static gboolean
tag_line (ReadoutCli *cli, const ReadoutCliLine *line, gpointer user_data)
{
  const char *id
      = json_object_get_string_member_with_default (line->object, "id", NULL);
  const char *utf8
      = json_object_get_string_member_with_default (line->object, "text", NULL);
  g_autoptr (ReadoutText) text = NULL;

  if (id == NULL || utf8 == NULL)
    {
      readout_cli_error (
          cli, line->place, _ ("expected strings “id” and “text”"));
      return TRUE;
    }

  text = readout_text_new (utf8, -1);
  tag (user_data, id, text);
  return TRUE;
}

static void
tag_document (ReadoutCli             *cli,
              ReadoutDocument        *document,
              const ReadoutCliSource *source,
              gpointer                user_data)
{
  const char *id = readout_document_get_meta (document, READOUT_META_ID);

  tag (user_data,
       id != NULL ? id : source->stem,
       readout_document_get_text (document));
}

/* Opens the model and finds its tagger of a layer.  If there is none, that is
 * told. */
static gboolean
choose_tagger (Tag                   *self,
               ReadoutCli            *cli,
               const char            *choice,
               const char            *layer,
               ReadoutDetectorModel **model)
{
  if (!readout_cli_open_model (cli, choice, model))
    return FALSE;

  if (*model != NULL && g_str_equal (layer, "names"))
    self->names = readout_detector_model_get_names (*model);
  else if (*model != NULL)
    self->attributions = readout_detector_model_get_attributions (*model);
  if (self->names != NULL || self->attributions != NULL)
    return TRUE;

  readout_cli_error (cli,
                     choice,
                     *model != NULL
                         ? _ ("this model has no tagger of that layer")
                         : _ ("the rules have no raw output; name a model"));
  return FALSE;
}

static void
tag_files (Tag *self, ReadoutCli *cli, const char *output, char **files)
{
  self->cli = cli;
  self->output = readout_cli_output_open (cli, output);
  if (self->output == NULL)
    return;

  if (cli->is_stream)
    readout_cli_each_line (cli, "-", tag_line, self);
  for (guint i = 0; files[i] != NULL; i++)
    if (g_str_has_suffix (files[i], ".txt")
        || g_str_has_suffix (files[i], ".json"))
      readout_cli_each_document (
          cli, files[i], READOUT_CLI_FORMAT_ANY, tag_document, self);
    else
      readout_cli_each_line (cli, files[i], tag_line, self);
  readout_cli_output_close (cli, self->output);
}

/**
 * readout_cli_tag:
 * @cli: the run
 * @arguments: (inout): the command's name and what follows it
 *
 * Gives what the taggers find, in the form of the corpora they learn from.
 */
void
readout_cli_tag (ReadoutCli *cli, char ***arguments)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *layer = NULL;
  g_autofree char *choice = NULL;
  g_autofree char *output = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  Tag                self = { NULL };
  const GOptionEntry entries[] = { { "jsonl",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_NONE,
                                     &cli->is_stream,
                                     N_ ("Read JSON Lines from standard input"),
                                     NULL },
                                   { "layer",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_STRING,
                                     &layer,
                                     N_ ("What to tag: names or attribution"),
                                     N_ ("LAYER") },
                                   { "model",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &choice,
                                     N_ ("Use this installed model, or this "
                                         "file"),
                                     N_ ("MODEL") },
                                   { "output",
                                     'o',
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &output,
                                     N_ ("Write to this file"),
                                     N_ ("FILE") },
                                   { NULL } };

  if (!readout_cli_parse (
          cli,
          arguments,
          entries,
          _ ("Reads JSON Lines with “id” and “text”, plain or .gz, or articles "
             "and annotation files\n(.txt, .json), and writes a line with "
             "“id” and “entities” or “statements” for each."),
          &files))
    return;
  if (g_strcmp0 (layer, "names") != 0 && g_strcmp0 (layer, "attribution") != 0)
    {
      readout_cli_usage (
          cli, _ ("the option --layer is needed: names or attribution"));
      return;
    }
  if (cli->is_stream && files[0] != NULL)
    {
      readout_cli_usage (cli, _ ("--jsonl reads standard input, and no file"));
      return;
    }
  if (choose_tagger (&self, cli, choice, layer, &model))
    tag_files (&self, cli, output, files);
}
