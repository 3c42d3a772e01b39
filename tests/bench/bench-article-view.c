/* bench-article-view.c: a very long article in the window
 *
 * 200,000 words with 6,000 mentions, a third of them nested, and 400
 * statements: how long it takes to show it, and to show it again after one
 * edit.  Prints figures; fails at nothing, since machines differ.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article/article-text.h"

#define N_PARAGRAPHS 4000
#define WORDS_PER_PARAGRAPH 50
#define N_MENTIONS 6000
#define N_STATEMENTS 400
#define N_EDITS 200

static gint64 started;

static void
start (void)
{
  started = g_get_monotonic_time ();
}

static double
stop (const char *what, guint n)
{
  double ms = (double)(g_get_monotonic_time () - started) / 1000.0 / n;

  g_print ("%-44s %9.3f ms\n", what, ms);
  return ms;
}

static ReadoutText *
make_text (GRand *random)
{
  static const char *const words[]
      = { "the",   "council", "of",      "ministers", "met",  "again",
          "in",    "harbour", "talks",   "fisheries", "with", "Ada",
          "Quill", "said",    "nothing", "about",     "its",  "budget" };
  g_autoptr (GString) string = g_string_new (NULL);

  for (guint i = 0; i < N_PARAGRAPHS; i++)
    {
      for (guint j = 0; j < WORDS_PER_PARAGRAPH; j++)
        {
          if (j > 0)
            g_string_append_c (string, ' ');
          g_string_append (
              string,
              words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))]);
        }
      g_string_append (string, ".\n\n");
    }

  return readout_text_new (string->str, (gssize)string->len);
}

static void
add (GPtrArray *changes, gpointer record)
{
  readout_changes_add (changes, NULL, record);
  readout_record_unref (record);
}

static void
add_mention (GPtrArray *changes, guint number, guint32 start, guint32 length)
{
  g_autofree char *id = g_strdup_printf ("m%u", number);
  /* Actors of 90 mentions each. */
  g_autofree char *actor = g_strdup_printf ("a%u", number % (N_MENTIONS / 90));

  ReadoutMention *mention
      = readout_mention_new (id,
                             READOUT_SPAN (start, start + length),
                             number % READOUT_N_MENTION_TYPES,
                             READOUT_FORM_NAME);

  readout_shared_string_set (&mention->actor, actor);
  add (changes, mention);
}

static ReadoutDocument *
make_document (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  g_autoptr (ReadoutText) text = make_text (random);
  guint32          step = readout_text_get_length (text) / N_MENTIONS;
  guint32          far = readout_text_get_length (text) / N_STATEMENTS;
  ReadoutDocument *document = readout_document_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < N_MENTIONS; i += 3)
    {
      guint32 start = i * step;

      add_mention (changes, i + 1, start, 30);
      add_mention (changes, i + 2, start + 5, 9);
      add_mention (changes, i + 3, start + 2 * step, 12);
    }
  for (guint i = 0; i < N_STATEMENTS; i++)
    {
      g_autofree char  *id = g_strdup_printf ("s%u", i + 1);
      ReadoutStatement *statement
          = readout_statement_new (id, READOUT_MANNER_DIRECT);

      readout_span_list_add (&statement->content,
                             READOUT_SPAN (i * far, i * far + 200));
      add (changes, statement);
    }

  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  return document;
}

/* Draws what the view adds to the text, and forgets the drawing. */
static void
draw (GtkWidget *view)
{
  GtkSnapshot   *snapshot = gtk_snapshot_new ();
  GskRenderNode *node;

  for (int layer = GTK_TEXT_VIEW_LAYER_BELOW_TEXT;
       layer <= GTK_TEXT_VIEW_LAYER_ABOVE_TEXT;
       layer++)
    GTK_TEXT_VIEW_GET_CLASS (view)->snapshot_layer (
        GTK_TEXT_VIEW (view), layer, snapshot);

  node = gtk_snapshot_free_to_node (snapshot);
  g_clear_pointer (&node, gsk_render_node_unref);
}

static void
let_run (void)
{
  gint64 end = g_get_monotonic_time () + 300 * 1000;

  while (g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, FALSE);
}

int
main (int argc, char *argv[])
{
  g_autoptr (ReadoutDocument) document = NULL;
  ReadoutAnnotations *annotations;
  GtkWidget          *window;
  GtkWidget          *scrolled;
  GtkWidget          *view;
  GtkAdjustment      *adjustment;
  gint64              flushing = 0;

  gtk_init ();

  start ();
  document = make_document ();
  annotations = readout_document_get_annotations (document);
  stop ("make 200,000 words, 6,000 mentions", 1);

  window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 800);
  scrolled = gtk_scrolled_window_new ();
  view = readout_article_text_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_window_set_child (GTK_WINDOW (window), scrolled);

  start ();
  readout_article_text_set_document (READOUT_ARTICLE_TEXT (view), document);
  stop ("set the document until it is shown", 1);

  start ();
  readout_article_text_flush (READOUT_ARTICLE_TEXT (view));
  stop ("tag the rest, else done in slices of 4 ms", 1);

  gtk_window_present (GTK_WINDOW (window));
  let_run ();

  start ();
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_upper (adjustment) / 2);
  draw (view);
  stop ("draw a page for the first time", 1);

  start ();
  for (guint i = 0; i < N_EDITS; i++)
    draw (view);
  stop ("draw the same page again", N_EDITS);

  start ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", 1 + i * 29);
      ReadoutMention  *before
          = readout_annotations_get_mention (annotations, id);
      g_autoptr (ReadoutMention) after = readout_record_copy (before);
      g_autoptr (GPtrArray) changes = readout_changes_new ();
      g_autoptr (GError) error = NULL;
      gint64 now;

      after->record.review.state = READOUT_STATE_CONFIRMED;
      readout_changes_add (changes, before, after);
      readout_annotations_apply (annotations, changes, &error);
      g_assert_no_error (error);

      now = g_get_monotonic_time ();
      readout_article_text_flush (READOUT_ARTICLE_TEXT (view));
      flushing += g_get_monotonic_time () - now;
    }
  stop ("one edit", N_EDITS);
  g_print ("%-44s %9.3f ms\n",
           "  of it marks and tags",
           (double)flushing / 1000.0 / N_EDITS);

  start ();
  for (guint i = 0; i < N_EDITS; i++)
    {
      g_autofree char *id = g_strdup_printf ("m%u", 1 + i * 29);

      readout_article_text_set_selected (READOUT_ARTICLE_TEXT (view), id);
    }
  stop ("select one of 90 mentions of an actor", N_EDITS);

  gtk_window_destroy (GTK_WINDOW (window));

  return 0;
}
