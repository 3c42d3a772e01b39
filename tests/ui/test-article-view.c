/* test-article-view.c: the pane that shows the article
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "article/article-cursor.h"
#include "article/article-header.h"
#include "article/article-pointer.h"
#include "article/article-text.h"
#include "article/article-view.h"
#include "article/geometry.h"
#include "session/selection.h"

/* What stands in the text of the tests:
 *
 *   m1  [0, 25)   Foreign Minister Ada Quill    person
 *   m2  [0, 16)   Foreign Minister              title
 *   m3  [17, 25)  Ada Quill, without its last   person
 *   m4  [31, 35)  Oslo                          location
 *   m5  [38, 41)  She                           pronoun of a1
 *   s1            "We agreed" she told reporters
 */
#define TEXT                                                                   \
  "Foreign Minister Ada Quill met Oslo.\n\nShe told reporters: “We agreed.”\n"

typedef struct
{
  ReadoutDocument    *document;
  ReadoutAnnotations *annotations;
  ReadoutSession     *session;
  GtkWidget          *window;
  GtkWidget          *view;
} Fixture;

static void
add (GPtrArray *changes, gpointer record)
{
  readout_changes_add (changes, NULL, record);
  readout_record_unref (record);
}

static ReadoutMention *
new_mention (const char        *id,
             guint32            start,
             guint32            end,
             ReadoutMentionType type,
             const char        *actor)
{
  ReadoutMention *mention = readout_mention_new (
      id, READOUT_SPAN (start, end), type, READOUT_FORM_NAME);

  readout_shared_string_set (&mention->actor, actor);
  return mention;
}

static void
apply (ReadoutAnnotations *annotations, gpointer before, gpointer after)
{
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;

  readout_changes_add (changes, before, after);
  readout_annotations_apply (annotations, changes, &error);
  g_assert_no_error (error);
}

static ReadoutDocument *
make_document (void)
{
  g_autoptr (ReadoutText) text = readout_text_new (TEXT, -1);
  ReadoutDocument *document = readout_document_new (text);
  g_autoptr (GPtrArray) changes = readout_changes_new ();
  g_autoptr (GError) error = NULL;
  ReadoutMention *pronoun
      = new_mention ("m5", 38, 41, READOUT_MENTION_PERSON, "a1");
  ReadoutStatement *statement
      = readout_statement_new ("s1", READOUT_MANNER_DIRECT);
  const char *const speakers[] = { "a1", NULL };

  pronoun->form = READOUT_FORM_PRONOUN;
  readout_span_list_add (&statement->source, READOUT_SPAN (38, 41));
  readout_span_list_add (&statement->cue, READOUT_SPAN (42, 46));
  readout_span_list_add (&statement->content, READOUT_SPAN (58, 70));
  readout_record_set_strv (&statement->speakers, speakers);

  add (changes, readout_actor_new ("a1", READOUT_ACTOR_PERSON, "Ada Quill"));
  add (changes, new_mention ("m1", 0, 25, READOUT_MENTION_PERSON, "a1"));
  add (changes, new_mention ("m2", 0, 16, READOUT_MENTION_TITLE, NULL));
  add (changes, new_mention ("m3", 17, 25, READOUT_MENTION_PERSON, "a1"));
  add (changes, new_mention ("m4", 31, 35, READOUT_MENTION_LOCATION, NULL));
  add (changes, pronoun);
  add (changes, statement);
  readout_annotations_apply (
      readout_document_get_annotations (document), changes, &error);
  g_assert_no_error (error);

  return document;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (ReadoutStore) store = NULL;

  fixture->document = make_document ();
  fixture->annotations = readout_document_get_annotations (fixture->document);
  store = readout_store_new_for_document (fixture->document, "test");

  fixture->session = readout_session_new ();
  fixture->view = readout_article_view_new ();
  readout_article_view_set_session (READOUT_ARTICLE_VIEW (fixture->view),
                                    fixture->session);
  readout_session_set_store (fixture->session, store);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->view);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_object_unref (fixture->session);
  g_object_unref (fixture->document);
}

static GtkWidget *
find_text (GtkWidget *widget)
{
  if (READOUT_IS_ARTICLE_TEXT (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_text (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The runs of one tag, such as "0-16 31-35". */
static char *
dup_runs (GtkTextBuffer *buffer, const char *tag_name)
{
  GString    *runs = g_string_new (NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (
      gtk_text_buffer_get_tag_table (buffer), tag_name);
  GtkTextIter iter;

  g_assert_nonnull (tag);
  gtk_text_buffer_get_start_iter (buffer, &iter);
  if (!gtk_text_iter_starts_tag (&iter, tag))
    gtk_text_iter_forward_to_tag_toggle (&iter, tag);

  while (gtk_text_iter_starts_tag (&iter, tag))
    {
      if (runs->len > 0)
        g_string_append_c (runs, ' ');
      g_string_append_printf (runs, "%d-", gtk_text_iter_get_offset (&iter));
      gtk_text_iter_forward_to_tag_toggle (&iter, tag);
      g_string_append_printf (runs, "%d", gtk_text_iter_get_offset (&iter));
      gtk_text_iter_forward_to_tag_toggle (&iter, tag);
    }

  return g_string_free (runs, FALSE);
}

#define assert_runs(view_, tag_, runs_)                                        \
  G_STMT_START                                                                 \
  {                                                                            \
    g_autofree char *runs__ = dup_runs (                                       \
        gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (view_))), tag_);   \
    g_assert_cmpstr (runs__, ==, runs_);                                       \
  }                                                                            \
  G_STMT_END

static void
let_run (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
time_is_up (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;
  return G_SOURCE_REMOVE;
}

/* Until nobody holds the widget, since a window lets go of a focused one only
 * in a later frame, or until ten seconds have passed. */
static void
wait_for_end (GtkWidget **widget)
{
  gboolean is_up = FALSE;
  guint    source = g_timeout_add_seconds (10, time_is_up, &is_up);

  while (*widget != NULL && !is_up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_up);
  g_source_remove (source);
}

/* Until the widget has a size, or ten seconds have passed. */
static void
wait_for_size (GtkWidget *widget)
{
  gboolean is_up = FALSE;
  guint    source = g_timeout_add_seconds (10, time_is_up, &is_up);

  while (gtk_widget_get_height (widget) == 0 && !is_up)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_up);
  g_source_remove (source);
  let_run ();
}

static void
test_tags (Fixture *fixture, gconstpointer data)
{
  assert_runs (fixture->view, "person-suggested", "0-25 38-41");
  assert_runs (fixture->view, "person", "");
  assert_runs (fixture->view, "title-suggested", "0-16");
  assert_runs (fixture->view, "location-suggested", "31-35");
  assert_runs (fixture->view, "headline", "");
}

/* A change tags its own range again and leaves the overlapping mentions, which
 * share a tag with it, as they are; nothing happens before the main loop runs,
 * and then once. */
static void
test_retag (Fixture *fixture, gconstpointer data)
{
  ReadoutMention *before
      = readout_annotations_get_mention (fixture->annotations, "m3");
  g_autoptr (ReadoutMention) after = readout_record_copy (before);

  after->record.review.state = READOUT_STATE_CONFIRMED;
  apply (fixture->annotations, before, after);
  assert_runs (fixture->view, "person", "");
  let_run ();
  assert_runs (fixture->view, "person", "17-25");
  assert_runs (fixture->view, "person-suggested", "0-25 38-41");

  apply (fixture->annotations,
         readout_annotations_get_mention (fixture->annotations, "m1"),
         NULL);
  apply (fixture->annotations,
         readout_annotations_get_mention (fixture->annotations, "m2"),
         NULL);
  let_run ();
  assert_runs (fixture->view, "person", "17-25");
  assert_runs (fixture->view, "person-suggested", "38-41");
  assert_runs (fixture->view, "title-suggested", "");
}

static void
test_selected (Fixture *fixture, gconstpointer data)
{
  readout_session_select (fixture->session, "a1");
  assert_runs (fixture->view, "selected-actor", "0-25 38-41");

  readout_session_select (fixture->session, "s1");
  assert_runs (fixture->view, "selected-actor", "");
  assert_runs (fixture->view, "field-source", "38-41");
  assert_runs (fixture->view, "field-cue", "42-46");
  assert_runs (fixture->view, "field-content", "58-70");

  /* The cursor goes to the item, for those who read by it. */
  g_assert_cmpuint (readout_article_text_get_cursor (
                        READOUT_ARTICLE_TEXT (find_text (fixture->view))),
                    ==,
                    58);

  readout_session_select (fixture->session, NULL);
  assert_runs (fixture->view, "field-content", "");
}

static void
test_lit (Fixture *fixture, gconstpointer data)
{
  ReadoutSpanList spans = { 0 };

  readout_span_list_add (&spans, READOUT_SPAN (31, 35));
  readout_span_list_add (&spans, READOUT_SPAN (42, 46));
  readout_session_set_lit_spans (fixture->session, &spans);
  assert_runs (fixture->view, "lit", "31-35 42-46");
  readout_session_set_lit_spans (fixture->session, NULL);
  assert_runs (fixture->view, "lit", "");
  readout_span_list_clear (&spans);
}

/* The innermost first, then outward, then the innermost again. */
static void
test_pick (Fixture *fixture, gconstpointer data)
{
  ReadoutArticleText *text = READOUT_ARTICLE_TEXT (find_text (fixture->view));

  readout_article_text_set_selected (text, NULL);
  g_assert_cmpstr (readout_article_text_pick (text, 20), ==, "m3");
  readout_article_text_set_selected (text, "m3");
  g_assert_cmpstr (readout_article_text_pick (text, 20), ==, "m1");
  readout_article_text_set_selected (text, "m1");
  g_assert_cmpstr (readout_article_text_pick (text, 20), ==, "m3");
  g_assert_cmpstr (readout_article_text_pick (text, 43), ==, "s1");
  g_assert_null (readout_article_text_pick (text, 50));
}

/* What is selected in the text reaches the session without its blanks. */
static void
test_text_selection (Fixture *fixture, gconstpointer data)
{
  GtkTextBuffer *buffer
      = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_text (fixture->view)));
  GtkTextIter start, end;
  gboolean    has_selection = FALSE;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, 41);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, 47);
  gtk_text_buffer_select_range (buffer, &start, &end);
  g_assert_true (
      readout_span_equal (readout_session_get_text_selection (fixture->session),
                          READOUT_SPAN (42, 46)));
  g_object_get (fixture->session, "has-text-selection", &has_selection, NULL);
  g_assert_true (has_selection);

  gtk_text_buffer_place_cursor (buffer, &start);
  g_assert_true (readout_span_is_empty (
      readout_session_get_text_selection (fixture->session)));
}

/* Words that the session wants shown, as the search does. */
static void
test_show_text (Fixture *fixture, gconstpointer data)
{
  ReadoutArticleText *text = READOUT_ARTICLE_TEXT (find_text (fixture->view));

  g_signal_emit_by_name (fixture->session, "show-text", 42u, 56u);
  g_assert_true (readout_span_equal (
      readout_article_text_get_text_selection (text), READOUT_SPAN (42, 56)));
}

/* Rejected items are not tinted, and get a line only when they are shown. */
static void
test_rejected (Fixture *fixture, gconstpointer data)
{
  ReadoutArticleText *text = READOUT_ARTICLE_TEXT (find_text (fixture->view));
  ReadoutMention     *before
      = readout_annotations_get_mention (fixture->annotations, "m4");
  g_autoptr (ReadoutMention) after = readout_record_copy (before);

  after->record.review.state = READOUT_STATE_REJECTED;
  apply (fixture->annotations, before, after);
  let_run ();
  assert_runs (fixture->view, "location-suggested", "");
  assert_runs (fixture->view, "location", "");
  g_assert_null (readout_article_text_pick (text, 32));

  g_object_set (
      fixture->session, "state-filter", READOUT_FILTER_REJECTED, NULL);
  g_assert_cmpstr (readout_article_text_pick (text, 32), ==, "m4");
}

/* "[" and "]" walk over all mentions and say where one is. */
static void
test_walk (Fixture *fixture, gconstpointer data)
{
  ReadoutEntry *entry;

  readout_article_text_set_cursor (
      READOUT_ARTICLE_TEXT (find_text (fixture->view)), 26);
  gtk_widget_activate_action (fixture->view, "article.next-mention", NULL);
  entry = readout_session_get_selected (fixture->session);
  g_assert_cmpstr (readout_entry_get_id (entry), ==, "m4");
  g_assert_cmpstr (readout_session_get_status (fixture->session),
                   ==,
                   "location, Oslo, suggested, 4 of 5");

  gtk_widget_activate_action (fixture->view, "article.next-mention", NULL);
  g_assert_cmpstr (readout_session_get_status (fixture->session),
                   ==,
                   "person, She → Ada Quill, suggested, 5 of 5");
  gtk_widget_activate_action (fixture->view, "article.next-mention", NULL);
  g_assert_cmpstr (
      readout_session_get_status (fixture->session), ==, "No mention follows");
  gtk_widget_activate_action (fixture->view, "article.previous-mention", NULL);
  entry = readout_session_get_selected (fixture->session);
  g_assert_cmpstr (readout_entry_get_id (entry), ==, "m4");
}

static void
test_headline (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("Head\n\nBody", -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  GtkWidget *view = g_object_ref_sink (readout_article_text_new ());

  readout_document_set_meta (document, READOUT_META_TITLE, "Head");
  readout_article_text_set_document (READOUT_ARTICLE_TEXT (view), document);
  assert_runs (view, "headline", "0-4");
  g_object_unref (view);
}

static void
test_accessible (Fixture *fixture, gconstpointer data)
{
  GtkAccessible *text = GTK_ACCESSIBLE (find_text (fixture->view));

  gtk_test_accessible_assert_role (text, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (
      text, GTK_ACCESSIBLE_PROPERTY_LABEL, "Article");
  gtk_test_accessible_assert_property (
      text, GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
}

static void
count (guint *counter)
{
  (*counter)++;
}

static void
test_properties (void)
{
  g_autoptr (ReadoutSession) session = readout_session_new ();
  GtkWidget          *widget = g_object_ref_sink (readout_article_view_new ());
  ReadoutArticleView *view = READOUT_ARTICLE_VIEW (widget);
  guint               n_sessions = 0;
  guint               n_zooms = 0;

  g_signal_connect_swapped (
      view, "notify::session", G_CALLBACK (count), &n_sessions);
  g_signal_connect_swapped (view, "notify::zoom", G_CALLBACK (count), &n_zooms);

  readout_article_view_set_session (view, session);
  readout_article_view_set_session (view, session);
  g_assert_cmpuint (n_sessions, ==, 1);
  readout_article_view_set_session (view, NULL);
  g_assert_cmpuint (n_sessions, ==, 2);

  readout_article_view_zoom_in (view);
  g_assert_cmpfloat (readout_article_view_get_zoom (view), >, 1.0);
  readout_article_view_zoom_out (view);
  g_assert_cmpfloat_with_epsilon (
      readout_article_view_get_zoom (view), 1.0, 1e-9);
  readout_article_view_set_zoom (view, 100);
  readout_article_view_set_zoom (view, 100);
  readout_article_view_zoom_reset (view);
  readout_article_view_zoom_reset (view);
  g_assert_cmpfloat (readout_article_view_get_zoom (view), ==, 1.0);
  g_assert_cmpuint (n_zooms, ==, 4);

  g_object_add_weak_pointer (G_OBJECT (widget), (gpointer *)&widget);
  g_object_unref (widget);
  g_assert_null (widget);
}

/* Nothing holds the view but the window, and nothing of it is left behind in
 * the session and the annotations. */
static void
test_finalize (Fixture *fixture, gconstpointer data)
{
  GtkWidget      *view = fixture->view;
  GtkWidget      *text = find_text (view);
  ReadoutMention *before
      = readout_annotations_get_mention (fixture->annotations, "m4");
  g_autoptr (ReadoutMention) after = readout_record_copy (before);

  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for_size (text);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *)&view);
  g_object_add_weak_pointer (G_OBJECT (text), (gpointer *)&text);
  after->record.review.flagged = TRUE;
  apply (fixture->annotations, before, after);
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  wait_for_end (&view);
  wait_for_end (&text);

  apply (fixture->annotations,
         readout_annotations_get_mention (fixture->annotations, "m4"),
         NULL);
  readout_session_select (fixture->session, "m5");
  let_run ();
}

/* Rectangles of spans: one a line, within the column, in reading order. */
static void
check_geometry (const char *string, gboolean rtl)
{
  g_autoptr (ReadoutText) text = readout_text_new (string, -1);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutGeometry) geometry = NULL;
  g_autoptr (GArray) rectangles
      = g_array_new (FALSE, FALSE, sizeof (GdkRectangle));
  GtkWidget   *window = gtk_window_new ();
  GtkWidget   *view = readout_article_text_new ();
  GdkRectangle first, last;
  int          left, right;

  gtk_window_set_default_size (GTK_WINDOW (window), 500, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  readout_article_text_set_document (READOUT_ARTICLE_TEXT (view), document);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_size (view);

  g_assert_cmpint (gtk_widget_get_direction (view),
                   ==,
                   rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  left = gtk_text_view_get_left_margin (GTK_TEXT_VIEW (view));
  right = gtk_text_view_get_right_margin (GTK_TEXT_VIEW (view));
  if (rtl)
    g_assert_cmpint (right, >, left);
  else
    g_assert_cmpint (left, >, right);

  geometry = readout_geometry_new (GTK_TEXT_VIEW (view));
  readout_geometry_get (
      geometry, READOUT_SPAN (0, readout_text_get_length (text)), rectangles);
  g_assert_cmpuint (rectangles->len, >=, 2);
  for (guint i = 0; i < rectangles->len; i++)
    {
      GdkRectangle *where = &g_array_index (rectangles, GdkRectangle, i);

      g_assert_cmpint (where->width, >, 0);
      g_assert_cmpint (where->x, >=, left - 1);
      g_assert_cmpint (
          where->x + where->width, <=, gtk_widget_get_width (view) - right + 2);
      if (i > 0)
        g_assert_cmpint (
            where->y, >, g_array_index (rectangles, GdkRectangle, i - 1).y);
    }

  /* The first letter stands at the side where the script begins. */
  readout_geometry_get (geometry, READOUT_SPAN (0, 1), rectangles);
  g_assert_cmpuint (rectangles->len, ==, 1);
  first = g_array_index (rectangles, GdkRectangle, 0);
  readout_geometry_get (geometry, READOUT_SPAN (8, 9), rectangles);
  g_assert_cmpuint (rectangles->len, ==, 1);
  last = g_array_index (rectangles, GdkRectangle, 0);
  if (rtl)
    g_assert_cmpint (first.x, >, last.x);
  else
    g_assert_cmpint (first.x, <, last.x);

  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_ltr (void)
{
  check_geometry ("The delegations of both countries met in the old town hall "
                  "and talked for several hours about trade and fisheries.",
                  FALSE);
}

static void
test_rtl (void)
{
  check_geometry ("اجتمع وفدا البلدين في مبنى البلدية القديم وتحدثا عدة ساعات "
                  "عن التجارة ومصايد الأسماك والتعاون في مجالات أخرى.",
                  TRUE);
}

/* The header goes with the text that is scrolled. */
static void
test_header (void)
{
  g_autoptr (GString) string = g_string_new (NULL);
  g_autoptr (ReadoutText) text = NULL;
  g_autoptr (ReadoutDocument) document = NULL;
  g_autoptr (ReadoutStore) store = NULL;
  g_autoptr (ReadoutSession) session = readout_session_new ();
  GtkWidget      *window = gtk_window_new ();
  GtkWidget      *view = readout_article_view_new ();
  GtkWidget      *article = find_text (view);
  GtkWidget      *header;
  GtkAdjustment  *adjustment;
  graphene_rect_t bounds;
  gboolean        is_up = FALSE;
  guint           source;

  for (int i = 0; i < 200; i++)
    g_string_append (string, "The ministers met again.\n");
  text = readout_text_new (string->str, -1);
  document = readout_document_new (text);
  readout_document_set_meta (document, READOUT_META_SOURCE, "Northern Wire");
  store = readout_store_new_for_document (document, "long");
  readout_article_view_set_session (READOUT_ARTICLE_VIEW (view), session);
  readout_session_set_store (session, store);

  gtk_window_set_default_size (GTK_WINDOW (window), 700, 400);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  wait_for_size (article);

  header = gtk_widget_get_last_child (view);
  g_assert_true (READOUT_IS_ARTICLE_HEADER (header));
  g_assert_true (gtk_widget_compute_bounds (header, article, &bounds));
  g_assert_cmpfloat (bounds.origin.y, >, 0);

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (article));
  gtk_adjustment_set_value (adjustment, 300);
  source = g_timeout_add_seconds (10, time_is_up, &is_up);
  while (bounds.origin.y > -200 && !is_up)
    {
      g_main_context_iteration (NULL, TRUE);
      g_assert_true (gtk_widget_compute_bounds (header, article, &bounds));
    }
  g_assert_false (is_up);
  g_source_remove (source);

  gtk_window_destroy (GTK_WINDOW (window));
}

/* Nothing to show: the page that says so. */
static void
test_empty (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("", 0);
  g_autoptr (ReadoutDocument) document = readout_document_new (text);
  g_autoptr (ReadoutStore) store
      = readout_store_new_for_document (document, "empty");
  g_autoptr (ReadoutSession) session = readout_session_new ();
  GtkWidget *view = g_object_ref_sink (readout_article_view_new ());

  readout_article_view_set_session (READOUT_ARTICLE_VIEW (view), session);
  readout_session_set_store (session, store);
  g_assert_false (gtk_widget_get_child_visible (
      gtk_widget_get_ancestor (find_text (view), GTK_TYPE_SCROLLED_WINDOW)));

  /* No key and no action trips over it. */
  gtk_widget_activate_action (view, "article.next-mention", NULL);
  gtk_widget_activate_action (view, "article.previous-mention", NULL);
  g_object_unref (view);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture, gconstpointer data);
  } tests[] = {
    { "/article-view/tags", test_tags },
    { "/article-view/retag", test_retag },
    { "/article-view/selected", test_selected },
    { "/article-view/lit", test_lit },
    { "/article-view/pick", test_pick },
    { "/article-view/text-selection", test_text_selection },
    { "/article-view/show-text", test_show_text },
    { "/article-view/rejected", test_rejected },
    { "/article-view/walk", test_walk },
    { "/article-view/accessible", test_accessible },
    { "/article-view/finalize", test_finalize },
  };

  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, set_up, tests[i].test, tear_down);
  g_test_add_func ("/article-view/properties", test_properties);
  g_test_add_func ("/article-view/headline", test_headline);
  g_test_add_func ("/article-view/header", test_header);
  g_test_add_func ("/article-view/ltr", test_ltr);
  g_test_add_func ("/article-view/rtl", test_rtl);
  g_test_add_func ("/article-view/empty", test_empty);

  return g_test_run ();
}
