/* test-article-details.c: editing title, source, date and the like
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "article/article-details.h"
#include "article/article-header.h"
#include "article/article-view.h"
#include "widgets/value-entry.h"

typedef struct
{
  ReadoutSession  *session;
  ReadoutDocument *document;
  GtkWidget       *window;
  GtkWidget       *view;
} Fixture;

static GtkWidget *
find_child (GtkWidget *widget, GType type, guint *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_child (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find (Fixture *fixture, GType type, guint skip)
{
  GtkWidget *found = find_child (fixture->view, type, &skip);

  g_assert_nonnull (found);

  return found;
}

static gboolean
time_is_up (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* A popover over a window that is not on the screen yet neither comes up nor
 * can be closed. */
static void
wait_until_mapped (GtkWidget *widget)
{
  gboolean is_up = FALSE;
  guint    source = g_timeout_add_seconds (10, time_is_up, &is_up);

  while (!gtk_widget_get_mapped (widget)
         || !gdk_surface_get_mapped (
             gtk_native_get_surface (gtk_widget_get_native (widget))))
    {
      g_assert_false (is_up);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (source);
}

/* Each test has a text of its own, @data: what was saved of a text by one test
 * would come back in the next one. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutText) text = readout_text_new (data, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store
      = readout_store_new_for_document (document, "details");

  fixture->session = readout_session_new ();
  fixture->document = g_steal_pointer (&document);
  fixture->window = gtk_window_new ();
  fixture->view = readout_article_view_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
  readout_article_view_set_session (READOUT_ARTICLE_VIEW (fixture->view),
                                    fixture->session);
  readout_session_set_store (fixture->session, store);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_until_mapped (fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->document);
  g_object_unref (fixture->session);
}

/* The entries stand in the order of the form. */
static GtkEntry *
get_entry (Fixture *fixture, guint row)
{
  return readout_value_entry_get_entry (
      READOUT_VALUE_ENTRY (find (fixture, READOUT_TYPE_VALUE_ENTRY, row)));
}

static void
type (GtkEntry *entry, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  ReadoutUndoStack *stack = readout_document_get_undo_stack (fixture->document);
  GtkEntry         *source = get_entry (fixture, 1);
  GtkEntry         *published = get_entry (fixture, 3);
  GtkEntry         *language = get_entry (fixture, 5);

  type (source, "Northern Wire");
  type (published, " 2024-05-15 ");
  type (language, "en-GB");
  g_assert_cmpstr (
      readout_document_get_meta (fixture->document, READOUT_META_SOURCE),
      ==,
      "Northern Wire");
  g_assert_cmpstr (
      readout_document_get_meta (fixture->document, READOUT_META_PUBLISHED),
      ==,
      "2024-05-15");
  g_assert_cmpstr (
      readout_document_get_meta (fixture->document, READOUT_META_LANGUAGE),
      ==,
      "en-GB");
  g_assert_cmpuint (readout_undo_stack_get_n_groups (stack), ==, 3);

  /* What is no date, and no language, changes nothing. */
  type (published, "next Tuesday");
  type (language, "English, I think");
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (published), "error"));
  g_assert_cmpuint (readout_undo_stack_get_n_groups (stack), ==, 3);

  /* Undo brings back what was there, in the form too. */
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_true (readout_undo_stack_undo (stack));
  g_assert_null (
      readout_document_get_meta (fixture->document, READOUT_META_SOURCE));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (source)), ==, "");

  /* An emptied entry says that nothing is known. */
  g_assert_true (readout_undo_stack_redo (stack));
  type (source, "");
  g_assert_null (
      readout_document_get_meta (fixture->document, READOUT_META_SOURCE));
}

/* What a file has and is no date or language is shown, and said to be none;
 * to look at it does not change it. */
static void
test_nonsense (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    ReadoutMeta meta;
    guint       row;
    const char *value;
  } cases[] = {
    { READOUT_META_PUBLISHED, 3, "2023-02-31" },
    { READOUT_META_PUBLISHED, 3, " 2023-09-18 " },
    { READOUT_META_PUBLISHED, 3, "20230918" },
    { READOUT_META_LANGUAGE, 5, "banana" },
  };
  ReadoutUndoStack *stack = readout_document_get_undo_stack (fixture->document);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GtkEntry *entry = get_entry (fixture, cases[i].row);

      readout_document_set_meta (
          fixture->document, cases[i].meta, cases[i].value);
      g_assert_cmpstr (
          gtk_editable_get_text (GTK_EDITABLE (entry)), ==, cases[i].value);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));

      g_signal_emit_by_name (entry, "activate");
      g_assert_cmpstr (
          readout_document_get_meta (fixture->document, cases[i].meta),
          ==,
          cases[i].value);
      g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (entry), "error"));
    }
  g_assert_cmpuint (readout_undo_stack_get_n_groups (stack), ==, 0);
}

/* The line above the text opens the form, and shows what was typed. */
static void
test_open (Fixture *fixture, gconstpointer data)
{
  GtkWidget *header = find (fixture, READOUT_TYPE_ARTICLE_HEADER, 0);
  GtkWidget *details = gtk_widget_get_ancestor (
      find (fixture, READOUT_TYPE_ARTICLE_DETAILS, 0), GTK_TYPE_POPOVER);
  GtkWidget *button
      = readout_article_header_get_button (READOUT_ARTICLE_HEADER (header));
  guint      skip = 0;
  GtkWidget *label = find_child (button, GTK_TYPE_LABEL, &skip);

  g_assert_false (gtk_widget_get_visible (details));
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (label)), ==, "Add source and date");
  g_signal_emit_by_name (button, "clicked");
  g_assert_true (gtk_widget_get_visible (details));
  wait_until_mapped (details);
  type (get_entry (fixture, 3), "2024-05-15");
  g_assert_cmpstr (
      gtk_label_get_label (GTK_LABEL (label)), ==, "\u206815 May 2024\u2069");

  /* What was typed last is not lost with the form. */
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture, 2)), "Jana Torvik");
  gtk_popover_popdown (GTK_POPOVER (details));
  g_assert_cmpstr (
      readout_document_get_meta (fixture->document, READOUT_META_AUTHOR),
      ==,
      "Jana Torvik");
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, text, func)                                                  \
  g_test_add ("/article-details/" name, Fixture, text, set_up, func, tear_down)
  ADD ("edit", "Varga met Okoro on Tuesday.", test_edit);
  ADD ("nonsense", "Varga wrote to Okoro on Monday.", test_nonsense);
  ADD ("open", "Okoro met Varga on Friday.", test_open);
#undef ADD
  return g_test_run ();
}
