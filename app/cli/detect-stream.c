/* detect-stream.c: detection from JSON Lines to JSON Lines
 *
 * The form in which an engine for large corpora runs the detector: articles on
 * standard input, annotations on standard output in the same order.  The main
 * thread reads and writes, a pool works on the lines between; so many lines
 * are in flight that the pool has work, and no more, so that memory does not
 * grow with the stream.  A bad line gives a record of its fault in its place.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-cli"

#include "config.h"

#include "cli/detect-stream.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "base/error.h"
#include "cli/detect-document.h"
#include "cli/output.h"
#include "cli/reader.h"
#include "cli/report.h"
#include "formats/article.h"
#include "formats/json-guard.h"
#include "formats/json.h"

/* Lines in flight for each thread, and bytes for all of them. */
#define LINES_PER_THREAD 8
#define MAX_BYTES_IN_FLIGHT ((gsize)64 << 20)

typedef struct
{
  guint64  number;
  GBytes  *line;
  GBytes  *result; /* Without its fault, NULL until the line is done. */
  char    *id;     /* Of the object, as far as it could be read. */
  GError  *error;
  gboolean is_done;
} Job;

typedef struct
{
  ReadoutCli           *cli;
  ReadoutDetectorModel *model;
  ReadoutCliStream     *output;
  GThreadPool          *pool;
  GQueue                jobs; /* In the order of the input. */
  gsize                 n_bytes;
  guint                 max_jobs;
  gboolean              is_broken; /* Standard output takes no more. */
  GMutex                mutex;     /* Over is_done of all jobs. */
  GCond                 done;
} Stream;

static void
job_free (Job *job)
{
  g_bytes_unref (job->line);
  g_clear_pointer (&job->result, g_bytes_unref);
  g_clear_error (&job->error);
  g_free (job->id);
  g_free (job);
}

/* The string of a member; NULL, with an error if it is none, or if it must be
 * there and is not. */
static const char *
get_string (JsonObject *object,
            const char *member,
            gboolean    is_needed,
            GError    **error)
{
  JsonNode *node = json_object_get_member (object, member);

  if (!is_needed && (node == NULL || JSON_NODE_HOLDS_NULL (node)))
    return NULL;
  if (node != NULL && JSON_NODE_HOLDS_VALUE (node)
      && json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  g_set_error (error,
               READOUT_ERROR,
               READOUT_ERROR_STRUCTURE,
               _ ("%s: expected a string"),
               member);
  return NULL;
}

static ReadoutDocument *
document_from_article (JsonObject *object, GError **error)
{
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  const char *utf8 = get_string (object, "text", TRUE, error);

  if (utf8 == NULL)
    return NULL;

  /* What the line says goes before what the text shows. */
  text = readout_text_new (utf8, -1);
  document = readout_document_new (text);
  readout_article_find_metadata (document);
  for (guint meta = 0; meta < READOUT_N_METAS; meta++)
    {
      g_autoptr (GError) fault = NULL;
      const char *value = get_string (
          object, readout_meta_to_nick (meta), meta == READOUT_META_ID, &fault);

      if (fault != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&fault));
          return NULL;
        }
      if (value != NULL)
        readout_document_set_meta (document, meta, value);
    }

  return g_steal_pointer (&document);
}

/* Remembers the id for the record of a fault. */
static void
note_id (Job *job, JsonObject *object)
{
  JsonNode *inner = json_object_get_member (object, "document");

  if (inner != NULL && JSON_NODE_HOLDS_OBJECT (inner))
    object = json_node_get_object (inner);
  job->id = g_strdup (get_string (object, "id", FALSE, NULL));
}

static ReadoutDocument *
read_document (Job *job)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  JsonNode   *root;
  gsize       size;
  const char *line = g_bytes_get_data (job->line, &size);

  if (!readout_json_guard_check (line, size, job->number, &job->error)
      || !json_parser_load_from_data (parser, line, size, &job->error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (&job->error,
                           READOUT_ERROR,
                           READOUT_ERROR_PARSE,
                           _ ("expected a JSON object"));
      return NULL;
    }

  object = json_node_get_object (root);
  note_id (job, object);
  if (json_object_has_member (object, "format"))
    return readout_json_read_line (line, size, job->number, &job->error);
  return document_from_article (object, &job->error);
}

static void
work (gpointer data, gpointer user_data)
{
  Job    *job = data;
  Stream *self = user_data;
  g_autoptr (ReadoutDocument) document = NULL;

  if (job->error == NULL)
    document = read_document (job);
  if (document != NULL
      && readout_cli_detect_document (
          self->model, document, NULL, NULL, NULL, &job->error))
    job->result = readout_json_write_line (document);

  g_mutex_lock (&self->mutex);
  job->is_done = TRUE;
  g_cond_signal (&self->done);
  g_mutex_unlock (&self->mutex);
}

/* {"id":…,"error":…} */
static GBytes *
describe_fault (const Job *job)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *record = NULL;
  char            *line;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "id");
  if (job->id != NULL)
    json_builder_add_string_value (builder, job->id);
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_add_string_value (builder, job->error->message);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  record = json_generator_to_data (generator, NULL);
  line = g_strconcat (record, "\n", NULL);
  return g_bytes_new_take (line, strlen (line));
}

/* Waits for the oldest line and writes what was made of it. */
static void
finish_one (Stream *self)
{
  Job *job = g_queue_pop_head (&self->jobs);

  g_mutex_lock (&self->mutex);
  while (!job->is_done)
    g_cond_wait (&self->done, &self->mutex);
  g_mutex_unlock (&self->mutex);

  if (job->error != NULL)
    {
      g_autofree char *place = g_strdup_printf (
          "%s:%" G_GUINT64_FORMAT, _ ("standard input"), job->number);

      readout_cli_error (self->cli, place, "%s", job->error->message);
      job->result = describe_fault (job);
    }
  if (!self->is_broken)
    self->is_broken
        = !readout_cli_output_append (self->cli, self->output, job->result);

  self->n_bytes -= g_bytes_get_size (job->line);
  job_free (job);
}

/* Takes a line up, when there is room for it. */
static void
add_line (Stream *self, const ReadoutCliReaderLine *line)
{
  Job *job = g_new0 (Job, 1);

  while (self->jobs.length >= self->max_jobs
         || (self->jobs.length > 0
             && self->n_bytes + line->length > MAX_BYTES_IN_FLIGHT))
    finish_one (self);

  job->number = line->number;
  job->line = g_bytes_new (line->data, line->length);
  if (line->fault != NULL)
    job->error = g_error_copy (line->fault);
  self->n_bytes += line->length;
  g_queue_push_tail (&self->jobs, job);
  g_thread_pool_push (self->pool, job, NULL);
}

/**
 * readout_cli_detect_stream:
 * @cli: the run
 * @model: (nullable): the trained taggers
 * @n_threads: how many lines are worked on at a time
 *
 * Finds what is in the articles of standard input, one object a line, and
 * writes one object a line in the same order.
 */
void
readout_cli_detect_stream (ReadoutCli           *cli,
                           ReadoutDetectorModel *model,
                           guint                 n_threads)
{
  Stream self = { .cli = cli,
                  .model = model,
                  .max_jobs = n_threads * LINES_PER_THREAD };
  g_auto (ReadoutCliReader) reader = { 0 };
  ReadoutCliReaderLine line;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (cli != NULL && n_threads > 0);

  if (!readout_cli_reader_open (&reader, "-", &error))
    {
      readout_cli_error (cli, _ ("standard input"), "%s", error->message);
      return;
    }

  g_queue_init (&self.jobs);
  g_mutex_init (&self.mutex);
  g_cond_init (&self.done);
  self.output = readout_cli_output_open (cli, NULL);
  self.pool = g_thread_pool_new (work, &self, n_threads, FALSE, NULL);

  while (!self.is_broken && readout_cli_reader_next_line (&reader, &line))
    add_line (&self, &line);
  while (self.jobs.length > 0)
    finish_one (&self);

  g_thread_pool_free (self.pool, FALSE, TRUE);
  readout_cli_output_close (cli, self.output);
  g_cond_clear (&self.done);
  g_mutex_clear (&self.mutex);
}
