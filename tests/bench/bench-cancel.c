/* bench-cancel.c: how soon the detector is back when it is cancelled
 *
 * usage: bench-cancel [--model FILE] [--bytes N] [--moments N] [SHAPE]…
 *
 * Each hostile shape is detected once to the end, and the longest processor
 * time between two looks at the cancellable is printed with the step that it is
 * in: that is the worst that can be met with, whenever one cancels.  Then it is
 * cancelled at random moments, and the longest time is printed from
 * g_cancellable_cancel() until the callback is called, which is what the
 * window waits for, and until readout_detector_run() is back, which also gives
 * back all memory first.
 *
 * The program has a g_cancellable_is_cancelled() of its own, which the linker
 * takes for all that the core calls.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "detect/detector.h"
#include "detect/steps.h"
#include "hostile.h"
#include "measure.h"

#define MAX_SECONDS 600

/* In microseconds, as all times here. */
static struct
{
  gboolean watched;
  gint64   last;
  guint    n_looks;
  guint    step;
  gint64   longest;
  guint    longest_step;
  gpointer before; /* Who looked last. */
  gpointer from;   /* Who looked before the longest time, and after it. */
  gpointer to;
} looks;

/* What the thread has worked, whatever else the machine does. */
static gint64
get_work (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
note_look (gpointer caller)
{
  gint64 now = get_work ();

  if (now - looks.last > looks.longest)
    {
      looks.longest = now - looks.last;
      looks.longest_step = looks.step;
      looks.from = looks.before;
      looks.to = caller;
    }
  looks.n_looks++;
  looks.before = caller;
  looks.last = get_work ();
}

gboolean
g_cancellable_is_cancelled (GCancellable *cancellable)
{
  if (looks.watched)
    note_look (__builtin_return_address (0));

  return cancellable != NULL
         && g_cancellable_set_error_if_cancelled (cancellable, NULL);
}

static void
note_step (double fraction, gpointer user_data)
{
  looks.step++;
}

typedef struct
{
  gint64 total;
  guint  n_looks;
  gint64 gap;
  guint  gap_step;
  gsize  from; /* Addresses in this program, for addr2line. */
  gsize  to;
  gint64 window;
  gint64 run;
} Figures;

/* Where the linker put the program. */
extern const char __executable_start;

static gsize
get_offset (gpointer address)
{
  return address != NULL ? (const char *)address - &__executable_start : 0;
}

static gint64
measure_total (ReadoutDetectorModel *model, ReadoutText *text)
{
  g_autoptr (GPtrArray) records = NULL;
  gint64 begin = g_get_monotonic_time ();

  records = readout_detector_run (
      model, text, "2023-09-18", "en", NULL, NULL, NULL, NULL);

  return g_get_monotonic_time () - begin;
}

static void
measure_gaps (ReadoutDetectorModel *model, ReadoutText *text, Figures *figures)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) records = NULL;

  looks.watched = TRUE;
  looks.last = get_work ();
  records = readout_detector_run (
      model, text, "2023-09-18", "en", note_step, NULL, cancellable, NULL);
  /* Then there is still the memory to give back. */
  note_look (NULL);
  looks.watched = FALSE;

  figures->n_looks = looks.n_looks;
  figures->gap = looks.longest;
  figures->gap_step = looks.longest_step;
  figures->from = get_offset (looks.from);
  figures->to = get_offset (looks.to);
}

typedef struct
{
  GCancellable *cancellable;
  gint64        moment; /* After how long to cancel. */
  gint64        asked;
  gint64        back; /* 0 until it is back. */
} Cancel;

static gpointer
cancel_later (gpointer data)
{
  Cancel *self = data;

  g_usleep (self->moment);
  self->asked = g_get_monotonic_time ();
  g_cancellable_cancel (self->cancellable);

  return NULL;
}

static void
on_done (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Cancel    *self = user_data;
  GPtrArray *records = readout_detector_run_finish (result, NULL);

  self->back = g_get_monotonic_time ();
  g_clear_pointer (&records, g_ptr_array_unref);
}

static gint64
measure_cancel (ReadoutDetectorModel *model,
                ReadoutText          *text,
                gint64                moment,
                gboolean              in_window)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GPtrArray) records = NULL;
  Cancel   cancel = { cancellable, moment, 0, 0 };
  GThread *thread = g_thread_new ("cancel", cancel_later, &cancel);

  if (in_window)
    {
      g_autoptr (ReadoutDocument) document = readout_document_new (text);

      readout_detector_run_async (
          model, document, NULL, NULL, cancellable, on_done, &cancel);
      while (cancel.back == 0)
        g_main_context_iteration (NULL, TRUE);
    }
  else
    {
      records = readout_detector_run (
          model, text, "2023-09-18", "en", NULL, NULL, cancellable, NULL);
      cancel.back = g_get_monotonic_time ();
    }
  g_thread_join (thread);

  return MAX (cancel.back - cancel.asked, 0);
}

static void
measure (ReadoutDetectorModel *model,
         ReadoutText          *text,
         guint                 n_moments,
         Figures              *figures)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  figures->total = measure_total (model, text);
  measure_gaps (model, text, figures);
  for (guint i = 0; i < n_moments; i++)
    {
      gint64 moment = g_rand_double_range (rand, 0, figures->total);

      figures->window
          = MAX (figures->window, measure_cancel (model, text, moment, TRUE));
      figures->run
          = MAX (figures->run, measure_cancel (model, text, moment, FALSE));
    }
}

/* In a process of its own, so that each shape finds the same memory. */
static gboolean
measure_apart (ReadoutDetectorModel *model,
               const HostileShape   *shape,
               gsize                 n_bytes,
               guint                 n_moments,
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
      Figures own = { 0 };

      close (ends[0]);
      measure_set_limits (MAX_SECONDS);
      measure (model, hostile_make_text (shape, n_bytes), n_moments, &own);
      _exit (write (ends[1], &own, sizeof (own)) == sizeof (own) ? 0 : 1);
    }
  close (ends[1]);
  done = read (ends[0], figures, sizeof (*figures)) == sizeof (*figures);
  close (ends[0]);
  waitpid (child, NULL, 0);

  return done;
}

static void
measure_shape (ReadoutDetectorModel *model,
               const HostileShape   *shape,
               gsize                 n_bytes,
               guint                 n_moments)
{
  guint                      n_steps;
  const ReadoutDetectorStep *steps = readout_detector_get_steps (&n_steps);
  Figures                    figures = { 0 };

  printf ("%-16s %5.1f MB ", shape->name, n_bytes / 1e6);
  if (!measure_apart (model, shape, n_bytes, n_moments, &figures))
    {
      printf (" given up\n");
      return;
    }
  printf ("%8.2f s %7u looks, longest %7.1f ms in %s (0x%zx, 0x%zx)",
          figures.total / 1e6,
          figures.n_looks,
          figures.gap / 1e3,
          figures.gap_step < n_steps ? steps[figures.gap_step].name : "records",
          figures.from,
          figures.to);
  if (n_moments > 0)
    printf (", window %7.1f ms, run %7.1f ms",
            figures.window / 1e3,
            figures.run / 1e3);
  printf ("\n");
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = NULL;
  g_autoptr (ReadoutDetectorModel) model = NULL;
  g_autoptr (ReadoutText) warm = NULL;
  g_autoptr (GPtrArray) records = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = NULL;
  int                n_bytes = 500000;
  int                n_moments = 4;
  const GOptionEntry entries[] = { { "model",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_FILENAME,
                                     &path,
                                     "The model to use",
                                     "FILE" },
                                   { "bytes",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &n_bytes,
                                     "The size of each text",
                                     "N" },
                                   { "moments",
                                     0,
                                     G_OPTION_FLAG_NONE,
                                     G_OPTION_ARG_INT,
                                     &n_moments,
                                     "How often to cancel each text",
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
      measure_shape (model, &hostile_shapes[i], n_bytes, n_moments);

  return 0;
}
