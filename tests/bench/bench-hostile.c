/* bench-hostile.c: texts made to hurt the detector
 *
 * usage: bench-hostile [--model FILE] [--steps] [--from N] [--bytes N] [SHAPE]…
 *
 * Each shape is repeated up to several sizes and detected in a process of its
 * own.  Printed are the seconds of processor time and the peak of memory a
 * byte of text, the text itself not counted; then by which power of the size
 * the time grows from one size to the next: 1 is as it should be.  What takes
 * longer than two minutes, or more than 8 GB, is given up and shown as such.
 * In the end come those that take the most memory a byte, without what
 * detector.h allows for any text, and say whether it keeps its promise.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <math.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

#include "detect/detector.h"
#include "detect/steps.h"
#include "detect/suggestions.h"
#include "hostile.h"
#include "measure.h"

#define MAX_SECONDS 120
#define N_WORST 10

static const guint sizes[] = { 100000, 500000, 1000000, 10000000 };

/* For shapes that hold no word at all. */
#define HUGE_BYTES 100000000

typedef struct
{
  double  seconds;
  gint64  peak; /* Bytes. */
  guint32 n_records;
} Figures;

static void
detect (ReadoutDetectorModel *model,
        ReadoutText          *text,
        gboolean              by_step,
        Figures              *figures)
{
  guint                      n_steps;
  const ReadoutDetectorStep *steps = readout_detector_get_steps (&n_steps);
  g_autoptr (ReadoutAnalysis) analysis = NULL;
  g_autoptr (GPtrArray) records = NULL;
  gint64 before = measure_memory ("VmRSS:");
  double begin = measure_cpu_seconds ();
  double start = begin;

  measure_forget_peak ();
  analysis = readout_analysis_new (model, text, "2023-09-18", "en", NULL);
  for (guint i = 0; i <= n_steps; i++)
    {
      gint64 peak;

      if (i < n_steps)
        steps[i].run (analysis);
      else
        records = readout_suggestions_make (analysis, "bench", NULL);
      peak = measure_memory ("VmHWM:") - before;
      figures->peak = MAX (figures->peak, peak);
      if (by_step)
        printf ("    %-12s %8.2f s %8.1f B/B\n",
                i < n_steps ? steps[i].name : "records",
                measure_cpu_seconds () - start,
                (double)peak / readout_text_get_n_bytes (text));
      fflush (stdout);
      start = measure_cpu_seconds ();
      measure_forget_peak ();
    }
  figures->n_records = records->len;
  figures->seconds = measure_cpu_seconds () - begin;
}

/* In a process of its own; FALSE if it did not come to its end. */
static gboolean
measure (ReadoutDetectorModel *model,
         const HostileShape   *shape,
         gsize                 n_bytes,
         gboolean              by_step,
         Figures              *figures)
{
  int      ends[2];
  pid_t    child;
  gboolean done;

  fflush (stdout);
  if (pipe (ends) != 0)
    return FALSE;
  child = fork ();
  if (child == 0)
    {
      Figures      own = { 0 };
      ReadoutText *text = hostile_make_text (shape, n_bytes);

      close (ends[0]);
      measure_set_limits (MAX_SECONDS);
      detect (model, text, by_step, &own);
      _exit (write (ends[1], &own, sizeof (own)) == sizeof (own) ? 0 : 1);
    }
  close (ends[1]);
  done = read (ends[0], figures, sizeof (*figures)) == sizeof (*figures);
  close (ends[0]);
  waitpid (child, NULL, 0);

  return done;
}

/* One measurement, for the list in the end. */
typedef struct
{
  const char *name;
  gsize       n_bytes;
  Figures     figures;
} Row;

/* What is taken beyond the part that is allowed for any text, a byte. */
static double
get_share (const Row *row)
{
  return MAX (row->figures.peak - READOUT_DETECTOR_FIXED_BYTES, 0)
         / (double)row->n_bytes;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  double one = get_share (a);
  double two = get_share (b);

  return one > two ? -1 : one < two;
}

static void
print_worst (GArray *rows)
{
  guint n_beyond = 0;

  g_array_sort (rows, compare_rows);
  printf ("\nThe worst, without %d bytes that any text may take:\n",
          READOUT_DETECTOR_FIXED_BYTES);
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);

      if (i < N_WORST)
        printf ("%-16s %5.1f MB %8.2f s %8.1f B/B\n",
                row->name,
                row->n_bytes / 1e6,
                row->figures.seconds,
                get_share (row));
      n_beyond += get_share (row) > READOUT_DETECTOR_BYTES_PER_BYTE ? 1 : 0;
    }
  printf ("%u of %u take more than the %d that are promised\n",
          n_beyond,
          rows->len,
          READOUT_DETECTOR_BYTES_PER_BYTE);
}

static void
measure_shape (ReadoutDetectorModel *model,
               const HostileShape   *shape,
               gsize                 smallest,
               gsize                 largest,
               gboolean              by_step,
               GArray               *rows)
{
  Figures before = { 0 };
  gsize   bytes_before = 0;

  for (guint i = 0; i <= G_N_ELEMENTS (sizes); i++)
    {
      gsize   n_bytes = i < G_N_ELEMENTS (sizes) ? sizes[i] : HUGE_BYTES;
      Figures figures = { 0 };
      Row     row = { shape->name, n_bytes, { 0 } };

      if (n_bytes < smallest || n_bytes > largest
          || (n_bytes == HUGE_BYTES && !hostile_is_wordless (shape)))
        continue;
      printf ("%-16s %5.1f MB ", shape->name, n_bytes / 1e6);
      if (by_step)
        printf ("\n");
      if (!measure (model, shape, n_bytes, by_step, &figures))
        {
          printf (" given up\n");
          return;
        }
      printf ("%8.2f s %8.1f B/B %9u records",
              figures.seconds,
              (double)figures.peak / n_bytes,
              figures.n_records);
      if (bytes_before > 0 && before.seconds > 0.02)
        printf ("  time ^%.2f",
                log (figures.seconds / before.seconds)
                    / log ((double)n_bytes / bytes_before));
      printf ("\n");
      row.figures = figures;
      g_array_append_val (rows, row);
      before = figures;
      bytes_before = n_bytes;
    }
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (ReadoutText) warm = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = NULL;
  gboolean           by_step = FALSE;
  int                smallest = 0;
  int                largest = HUGE_BYTES;
  const GOptionEntry entries[] = { { "model",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &path,
                                     "The model to use",
                                     "FILE" },
                                   { "steps",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_NONE,
                                     &by_step,
                                     "Show each step",
                                     NULL },
                                   { "from",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &smallest,
                                     "The smallest size",
                                     "N" },
                                   { "bytes",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &largest,
                                     "The largest size",
                                     "N" },
                                   { NULL } };

  context = g_option_context_new ("[SHAPE]…");
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error)
      || (path != NULL
          && (model = readout_detector_model_open (path, &error)) == NULL))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }

  /* The first article pays for the word lists. */
  warm = readout_text_new ("Ada Berg met Tomas Velk. “It is,” he said.", -1);
  records = readout_detector_run (
      model, warm, "2023-09-18", "en", NULL, NULL, NULL, NULL);

  for (gsize i = 0; i < hostile_n_shapes; i++)
    if (argc < 2
        || g_strv_contains ((const char *const *)argv + 1,
                            hostile_shapes[i].name))
      measure_shape (
          model, &hostile_shapes[i], smallest, largest, by_step, rows);

  print_worst (rows);

  return 0;
}
