/* test-long-line.c: an article that is one line
 *
 * Time is no verdict, since machines differ; but how many letters GTK is asked
 * for the place of is the same everywhere.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article/article-cursor.h"
#include "article/article-text-private.h"
#include "article/lines.h"
#include "support/long-line.h"

/* More than a page of the window below takes, which is 204 on GTK 4.8. */
#define MAX_MEASURED 500

typedef struct
{
  ReadoutDocument    *document;
  GtkWidget          *window;
  ReadoutArticleText *text;
  gulong              painted;
  guint               n_frames;
} Fixture;

static void
count_frame (Fixture *fixture)
{
  fixture->n_frames++;
}

static gboolean
time_is_up (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Draws the text again; fails if there is no frame in half a minute. */
static void
draw (Fixture *fixture)
{
  guint    before = fixture->n_frames;
  gboolean is_up = FALSE;
  guint    source = g_timeout_add_seconds (30, time_is_up, &is_up);

  gtk_widget_queue_draw (GTK_WIDGET (fixture->text));
  while (fixture->n_frames == before && !is_up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_up);
  g_source_remove (source);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static guint
n_measured (Fixture *fixture)
{
  return readout_geometry_get_n_measured (fixture->text->geometry);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *text = readout_article_text_new ();

  fixture->document = long_line_new (GPOINTER_TO_SIZE (data));
  fixture->text = READOUT_ARTICLE_TEXT (text);
  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), text);
  gtk_window_set_child (GTK_WINDOW (fixture->window), scrolled);
  gtk_widget_realize (fixture->window);
  fixture->painted
      = g_signal_connect_swapped (gtk_widget_get_frame_clock (fixture->window),
                                  "after-paint",
                                  G_CALLBACK (count_frame),
                                  fixture);

  readout_article_text_set_document (fixture->text, fixture->document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  draw (fixture);
  draw (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_signal_handler_disconnect (gtk_widget_get_frame_clock (fixture->window),
                               fixture->painted);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
}

/* What is out of sight is not measured, however long the line is. */
static void
test_page (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpuint (n_measured (fixture), >, 0);
  g_assert_cmpuint (n_measured (fixture), <, MAX_MEASURED);
}

/* What has not changed is not measured again. */
static void
test_frames (Fixture *fixture, gconstpointer data)
{
  ReadoutAnnotations *annotations
      = readout_document_get_annotations (fixture->document);
  ReadoutMention *before = readout_annotations_get_mention (annotations, "m2");
  g_autoptr (ReadoutMention) after = readout_record_copy (before);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  guint n = n_measured (fixture);

  for (guint i = 0; i < 3; i++)
    draw (fixture);
  g_assert_cmpuint (n_measured (fixture), ==, n);

  /* The cursor, what is selected, and an item that is accepted leave all where
   * it is. */
  readout_article_text_set_cursor (fixture->text, 20);
  draw (fixture);
  readout_article_text_select (fixture->text, READOUT_SPAN (10, 40));
  draw (fixture);
  after->record.review.state = READOUT_STATE_CONFIRMED;
  readout_changes_add (changes, before, after);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);
  draw (fixture);
  g_assert_cmpuint (n_measured (fixture), ==, n);

  /* But with another width all is somewhere else. */
  gtk_text_view_set_left_margin (
      GTK_TEXT_VIEW (fixture->text),
      gtk_text_view_get_left_margin (GTK_TEXT_VIEW (fixture->text)) + 40);
  readout_article_text_refit (fixture->text);
  draw (fixture);
  draw (fixture);
  g_assert_cmpuint (n_measured (fixture), >, n);
  g_assert_cmpuint (n_measured (fixture), <, 3 * MAX_MEASURED);
}

/* Another page is measured once. */
static void
test_scroll (Fixture *fixture, gconstpointer data)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->text));
  guint n = n_measured (fixture);
  guint page;

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_upper (adjustment) / 2);
  draw (fixture);
  draw (fixture);
  page = n_measured (fixture) - n;
  g_assert_cmpuint (page, >, 0);
  g_assert_cmpuint (page, <, 2 * MAX_MEASURED);

  n = n_measured (fixture);
  draw (fixture);
  g_assert_cmpuint (n_measured (fixture), ==, n);
}

static void
got_text (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(char **)user_data = gdk_clipboard_read_text_finish (
      GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

/* What is copied is what the document says, without the line breaks that only
 * the text view has. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (fixture->text));
  ReadoutText     *text = readout_document_get_text (fixture->document);
  ReadoutSpan      span = { 1000, 2 * READOUT_MAX_LINE };
  g_autofree char *words = readout_text_slice (text, span);
  g_autofree char *copied = NULL;

  g_assert_cmpint (gtk_text_buffer_get_line_count (buffer), >, 2);
  g_assert_cmpint (gtk_text_buffer_get_char_count (buffer),
                   ==,
                   (int)readout_text_get_length (text));

  readout_article_text_select (fixture->text, span);
  gtk_widget_activate_action (
      GTK_WIDGET (fixture->text), "clipboard.copy", NULL);
  gdk_clipboard_read_text_async (
      gtk_widget_get_clipboard (GTK_WIDGET (fixture->text)),
      NULL,
      got_text,
      &copied);
  while (copied == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (copied, ==, words);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    gsize       n_bytes;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/long-line/16-kB", 16000, test_page },
    { "/long-line/1-MB", 1000000, test_page },
    { "/long-line/frames", 100000, test_frames },
    { "/long-line/scroll", 100000, test_scroll },
    { "/long-line/copy", 16000, test_copy },
  };

  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name,
                Fixture,
                GSIZE_TO_POINTER (tests[i].n_bytes),
                set_up,
                tests[i].test,
                tear_down);

  return g_test_run ();
}
