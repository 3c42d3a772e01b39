/* bench-detect.c: how fast the detector is, and how much memory it takes
 *
 * usage: bench-detect [--model FILE] [FILE]…
 *
 * A FILE is plain text, or JSON Lines with a "text" in each, perhaps
 * compressed by gzip.  Without one the articles of worldwide.dev are read from
 * the shared corpora where these are there, else an article made up on the
 * spot; then one text of 10 MB, to show that time and memory grow no faster
 * than the text, and that text again, cancelled at several moments.
 *
 * With a model the steps use its taggers, which are measured alone besides.
 * The first article is timed from before the model is opened.  Steps are given
 * in processor time, on one core; cancelling and the start in time on the wall.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "detect/steps.h"
#include "detect/detector.h"
#include "detect/suggestions.h"

#define LARGE_BYTES (10 * 1000 * 1000)
#define N_CANCELS 6

static const char filler[]
    = "The foreign minister of Norland, Ada Berg, met her Sudian counterpart "
      "Tomas Velk in Castra on Monday for about two hours.\n"
      "“We agreed to reopen the bridge,” Berg told reporters, adding that the "
      "talks had been frank. According to the ministry, both sides stressed "
      "the "
      "importance of trade.\n";

static GPtrArray *
read_lines (GInputStream *input)
{
  g_autoptr (GDataInputStream) lines = g_data_input_stream_new (input);
  GPtrArray *texts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)readout_text_unref);
  char *line;

  while ((line = g_data_input_stream_read_line_utf8 (lines, NULL, NULL, NULL))
         != NULL)
    {
      g_autofree char *owned = line;
      g_autoptr (JsonParser) parser = json_parser_new_immutable ();
      JsonNode *root;

      if (!json_parser_load_from_data (parser, owned, -1, NULL))
        continue;
      root = json_parser_get_root (parser);
      if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
        {
          const char *text = json_object_get_string_member_with_default (
              json_node_get_object (root), "text", NULL);

          if (text != NULL)
            g_ptr_array_add (texts, readout_text_new (text, -1));
        }
    }

  return texts;
}

static GPtrArray *
read_texts (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GInputStream) input = NULL;
  GPtrArray *texts;
  char      *data;

  if (strstr (path, ".jsonl") == NULL)
    {
      texts
          = g_ptr_array_new_with_free_func ((GDestroyNotify)readout_text_unref);
      if (g_file_get_contents (path, &data, NULL, NULL))
        {
          g_autofree char *valid = g_utf8_make_valid (data, -1);

          g_free (data);
          g_ptr_array_add (texts, readout_text_new (valid, -1));
        }
      return texts;
    }

  input = G_INPUT_STREAM (g_file_read (file, NULL, NULL));
  if (input == NULL)
    return g_ptr_array_new ();
  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr (GZlibDecompressor) inflate
          = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      GInputStream *plain
          = g_converter_input_stream_new (input, G_CONVERTER (inflate));

      g_object_unref (input);
      input = plain;
    }
  return read_lines (input);
}

/* Microseconds of this process, whatever else the machine does. */
static gint64
cpu_time (void)
{
  return (gint64)clock () * G_USEC_PER_SEC / CLOCKS_PER_SEC;
}

/* The taggers alone, over what the first step has prepared.  Returns how long
 * they took. */
static gint64
measure_taggers (const ReadoutAnalysis *analysis, gint64 *spent)
{
  const ReadoutNameTagger        *names = NULL;
  const ReadoutAttributionTagger *attributions = NULL;
  gint64                          start = cpu_time ();
  gint64                          begin = start;

  if (analysis->model != NULL)
    {
      names = readout_detector_model_get_names (analysis->model);
      attributions = readout_detector_model_get_attributions (analysis->model);
    }
  if (names != NULL)
    {
      g_autoptr (GArray) spans = NULL;

      spans = readout_name_tagger_run (
          names, analysis->text, analysis->tokens, analysis->sentences, NULL);
      spent[0] += cpu_time () - begin;
    }
  if (attributions != NULL)
    {
      g_autoptr (GArray) segments = NULL;

      begin = cpu_time ();
      segments = readout_attribution_tagger_run (attributions,
                                                 analysis->text,
                                                 analysis->tokens,
                                                 analysis->sentences,
                                                 analysis->paragraphs,
                                                 analysis->quotations,
                                                 NULL);
      spent[1] += cpu_time () - begin;
    }

  return cpu_time () - start;
}

/* Runs all steps over all texts and prints a row for each step. */
static gint64
measure (ReadoutDetectorModel *model, const char *name, GPtrArray *texts)
{
  guint                      n_steps;
  const ReadoutDetectorStep *steps = readout_detector_get_steps (&n_steps);
  g_autofree gint64         *spent = g_new0 (gint64, n_steps + 1);
  gint64                     total = 0;
  guint64                    n_tokens = 0;
  guint64                    n_bytes = 0;
  gint64                     taggers[2] = { 0 };
  gint64                     longest = 0;
  struct rusage              usage;

  for (guint i = 0; i < texts->len; i++)
    {
      ReadoutText *text = g_ptr_array_index (texts, i);
      g_autoptr (ReadoutAnalysis) analysis
          = readout_analysis_new (model, text, "2023-09-18", "en", NULL);
      g_autoptr (GPtrArray) records = NULL;
      gint64 begin = cpu_time ();
      gint64 article = begin;

      for (guint k = 0; k < n_steps; k++)
        {
          gint64 end;

          steps[k].run (analysis);
          end = cpu_time ();
          spent[k] += end - begin;
          begin = end;
        }
      n_tokens += analysis->tokens->len;
      n_bytes += readout_text_get_n_bytes (text);
      article += measure_taggers (analysis, taggers);
      begin = cpu_time ();
      records = readout_suggestions_make (analysis, "bench", NULL);
      spent[n_steps] += cpu_time () - begin;
      longest = MAX (longest, cpu_time () - article);
    }

  printf ("# %s: %u texts, %.1f MB, %" G_GUINT64_FORMAT " tokens\n",
          name,
          texts->len,
          n_bytes / 1e6,
          n_tokens);
  printf ("%-12s %10s %14s\n", "step", "ms", "tokens/s");
  for (guint k = 0; k <= n_steps; k++)
    {
      printf ("%-12s %10.1f %14.0f\n",
              k < n_steps ? steps[k].name : "records",
              spent[k] / 1e3,
              n_tokens * 1e6 / MAX (spent[k], 1));
      total += spent[k];
    }
  printf ("%-12s %10.1f %14.0f\n",
          "all",
          total / 1e3,
          n_tokens * 1e6 / MAX (total, 1));
  for (guint k = 0; k < 2; k++)
    if (taggers[k] > 0)
      printf ("%-12s %10.1f %14.0f  (part of the above)\n",
              k == 0 ? "names" : "attribution",
              taggers[k] / 1e3,
              n_tokens * 1e6 / taggers[k]);
  getrusage (RUSAGE_SELF, &usage);
  printf ("longest text %.1f ms, peak memory %.1f MB\n\n",
          longest / 1e3,
          usage.ru_maxrss / 1e3);

  return total;
}

typedef struct
{
  ReadoutDetectorModel *model;
  ReadoutText          *text;
  GCancellable         *cancellable;
  gint64                end;
} Job;

static gpointer
run_job (gpointer data)
{
  Job *job = data;
  g_autoptr (GPtrArray) records = NULL;

  records = readout_detector_run (job->model,
                                  job->text,
                                  "2023-09-18",
                                  "en",
                                  NULL,
                                  NULL,
                                  job->cancellable,
                                  NULL);
  job->end = g_get_monotonic_time ();
  return NULL;
}

/* Cancels at moments spread over the whole run, and says how long it takes
 * until the detector is back. */
static void
measure_cancel (ReadoutDetectorModel *model, ReadoutText *text, gint64 total)
{
  gint64 worst = 0;

  printf ("cancelled after (s), back after (ms):");
  for (guint i = 0; i < N_CANCELS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      Job      job = { model, text, cancellable, 0 };
      gint64   moment = total * (2 * i + 1) / (2 * N_CANCELS);
      GThread *thread = g_thread_new ("job", run_job, &job);
      gint64   asked;

      g_usleep (moment);
      asked = g_get_monotonic_time ();
      g_cancellable_cancel (cancellable);
      g_thread_join (thread);
      printf (" %.1f, %.1f;", moment / 1e6, MAX (job.end - asked, 0) / 1e3);
      worst = MAX (worst, job.end - asked);
    }
  printf (" worst %.1f ms\n", worst / 1e3);
}

int
main (int argc, char *argv[])
{
  const char      *shared = g_getenv ("READOUT_SHARED");
  const char      *srcdir = g_getenv ("G_TEST_SRCDIR");
  g_autofree char *corpus = NULL;
  g_autoptr (GPtrArray) warm
      = g_ptr_array_new_with_free_func ((GDestroyNotify)readout_text_unref);
  g_autoptr (GPtrArray) large
      = g_ptr_array_new_with_free_func ((GDestroyNotify)readout_text_unref);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = NULL;
  gint64             begin;
  gint64             opened = 0;
  const GOptionEntry entries[] = { { "model",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &path,
                                     "The model to use",
                                     "FILE" },
                                   { NULL } };

  /* So that what was measured is seen if the rest takes too long. */
  setvbuf (stdout, NULL, _IOLBF, 0);

  context = g_option_context_new ("[FILE]…");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  /* The first article pays for the model and for reading the word lists. */
  begin = g_get_monotonic_time ();
  if (path != NULL)
    {
      model = readout_detector_model_open (path, &error);
      if (model == NULL)
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      opened = g_get_monotonic_time () - begin;
      printf ("model opened in %.1f ms\n", opened / 1e3);
    }
  g_ptr_array_add (warm, readout_text_new (filler, -1));
  measure (model, "first article", warm);
  opened = g_get_monotonic_time () - begin;
  printf ("from the start to the first suggestions %.1f ms\n\n", opened / 1e3);
  measure (model, "the same again", warm);

  for (int i = 1; i < argc; i++)
    {
      g_autoptr (GPtrArray) texts = read_texts (argv[i]);

      measure (model, argv[i], texts);
    }
  if (argc > 1)
    return 0;

  corpus = shared != NULL
               ? g_build_filename (
                   shared, "corpora/ner/worldwide.dev.jsonl.gz", NULL)
               : g_build_filename (srcdir != NULL ? srcdir : "tests",
                                   "../../shared",
                                   "corpora/ner/worldwide.dev.jsonl.gz",
                                   NULL);
  if (g_file_test (corpus, G_FILE_TEST_EXISTS))
    {
      g_autoptr (GPtrArray) texts = read_texts (corpus);

      measure (model, "worldwide.dev", texts);
      for (guint i = 0; texts->len > 0 && text->len < LARGE_BYTES; i++)
        {
          ReadoutText *one = g_ptr_array_index (texts, i % texts->len);

          g_string_append (text, readout_text_get_utf8 (one));
          g_string_append_c (text, '\n');
        }
    }
  while (text->len < LARGE_BYTES)
    g_string_append (text, filler);
  g_ptr_array_add (large, readout_text_new (text->str, -1));
  g_string_truncate (text, 0);
  measure_cancel (model,
                  g_ptr_array_index (large, 0),
                  measure (model, "one text of 10 MB", large));

  return 0;
}
