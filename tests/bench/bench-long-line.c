/* bench-long-line.c: articles that are one line, in the window
 *
 * News in one line of 16 kB, 100 kB and 1 MB, with a mention every 30
 * characters and a statement every 120: what each frame costs the main thread,
 * and what the common actions cost until nothing is left to do.  Counts the
 * processor's time of the thread, so that what else runs matters little.
 * Prints figures; fails at nothing, since machines differ.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdlib.h>
#include <time.h>

#include "article/article-cursor.h"
#include "article/article-text.h"
#include "support/long-line.h"

#define N_FRAMES 8

/* Longer than this nobody waits, and the bench does not either: seconds. */
#define PATIENCE 120

typedef struct
{
  ReadoutDocument *document;
  GtkWidget       *window;
  GtkWidget       *text;
  GdkFrameClock   *clock;
  guint            n_frames;
} Bench;

static double
cpu_ms (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void
count_frame (Bench *bench)
{
  bench->n_frames++;
}

static void
iterate (void)
{
  if (!g_main_context_iteration (NULL, FALSE))
    g_usleep (500);
}

/* Until nothing has been painted or otherwise done for a while. */
static void
settle (void)
{
  gint64 end = g_get_monotonic_time () + PATIENCE * G_USEC_PER_SEC;
  gint64 idle = g_get_monotonic_time ();

  while (g_get_monotonic_time () < end
         && g_get_monotonic_time () < idle + 150000)
    {
      if (g_main_context_iteration (NULL, FALSE))
        idle = g_get_monotonic_time ();
      else
        g_usleep (500);
    }
}

static void
wait_for_frame (Bench *bench)
{
  guint before = bench->n_frames;

  while (bench->n_frames == before)
    iterate ();
}

static void
say (const char *what, double ms)
{
  g_print ("  %-42s %10.2f ms\n", what, ms);
}

/* The time of a frame in which something happened, and of all that follows. */
static void
measure (Bench *bench, const char *what, void (*act) (Bench *bench, guint i))
{
  double frames = 0;
  double rest = 0;
  double worst = 0;

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double started = cpu_ms ();
      double painted;

      act (bench, i);
      gtk_widget_queue_draw (bench->text);
      wait_for_frame (bench);
      painted = cpu_ms ();
      settle ();
      frames += painted - started;
      rest += cpu_ms () - painted;
      worst = MAX (worst, painted - started);
      if (painted - started > PATIENCE * 1e3 / N_FRAMES)
        {
          g_print ("  %-42s %10.2f ms once\n", what, painted - started);
          return;
        }
    }

  g_print ("  %-42s %10.2f ms, at most %.2f, later %.2f\n",
           what,
           frames / N_FRAMES,
           worst,
           rest / N_FRAMES);
}

static void
do_nothing (Bench *bench, guint i)
{
}

static GtkEventController *
find_motion (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_MOTION (controller))
        return controller;
    }

  return NULL;
}

static void
hover (Bench *bench, guint i)
{
  g_signal_emit_by_name (
      find_motion (bench->text), "motion", 200.0 + 40 * i, 200.0);
}

static void
scroll (Bench *bench, guint i)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (bench->text));

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_upper (adjustment) / 2 + 60 * i);
}

static void
select_record (Bench *bench, guint i)
{
  g_autofree char *id = g_strdup_printf (i % 2 == 0 ? "m%u" : "s%u", 1 + i);

  readout_article_text_set_selected (READOUT_ARTICLE_TEXT (bench->text), id);
}

static void
select_words (Bench *bench, guint i)
{
  readout_article_text_select (READOUT_ARTICLE_TEXT (bench->text),
                               READOUT_SPAN (10, 40 + 10 * i));
}

static void
accept (Bench *bench, guint i)
{
  ReadoutAnnotations *annotations
      = readout_document_get_annotations (bench->document);
  g_autofree char *id = g_strdup_printf ("m%u", 1 + i);
  ReadoutMention  *before = readout_annotations_get_mention (annotations, id);
  g_autoptr (ReadoutMention) after = readout_record_copy (before);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  after->record.review.state = READOUT_STATE_CONFIRMED;
  readout_changes_add (changes, before, after);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);
}

static void
resize (Bench *bench, guint i)
{
  gtk_window_set_default_size (
      GTK_WINDOW (bench->window), 600 + 20 * (int)(i + 1), 700);
}

static void
run (gsize n_bytes)
{
  Bench      bench = { 0 };
  GtkWidget *scrolled;
  double     started;

  g_print ("one line of %" G_GSIZE_FORMAT " kB\n", n_bytes / 1000);

  bench.document = long_line_new (n_bytes);
  bench.window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench.window), 600, 700);
  scrolled = gtk_scrolled_window_new ();
  bench.text = readout_article_text_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), bench.text);
  gtk_window_set_child (GTK_WINDOW (bench.window), scrolled);
  gtk_widget_realize (bench.window);
  bench.clock = gtk_widget_get_frame_clock (bench.window);
  g_signal_connect_swapped (
      bench.clock, "after-paint", G_CALLBACK (count_frame), &bench);

  started = cpu_ms ();
  readout_article_text_set_document (READOUT_ARTICLE_TEXT (bench.text),
                                     bench.document);
  gtk_window_present (GTK_WINDOW (bench.window));
  wait_for_frame (&bench);
  say ("show: the first frame", cpu_ms () - started);
  settle ();
  say ("show: until all is done", cpu_ms () - started);

  measure (&bench, "a frame without a change", do_nothing);
  measure (&bench, "hover", hover);
  measure (&bench, "select an item", select_record);
  measure (&bench, "select words", select_words);
  measure (&bench, "accept", accept);
  measure (&bench, "scroll", scroll);
  measure (&bench, "a frame in the middle", do_nothing);
  measure (&bench, "resize", resize);

  g_signal_handlers_disconnect_by_data (bench.clock, &bench);
  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.document);
}

int
main (int argc, char *argv[])
{
  gtk_init ();

  if (argc > 1)
    {
      for (int i = 1; i < argc; i++)
        run ((gsize)atol (argv[i]));
      return 0;
    }

  run (16000);
  run (100000);
  run (1000000);

  return 0;
}
