/* test-window.c: the main window and its actions
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>
#include <unistd.h>

#include "application.h"
#include "ending.h"
#include "widgets/adaptive-panes.h"
#include "window/files.h"
#include "window/window.h"

/* The names are fixed: scripts and assistive tools use them. */
static const char *const action_names[] = {
  "accept",
  "reject",
  "skip",
  "next",
  "previous",
  "next-unreviewed",
  "start-earlier",
  "previous-unreviewed",
  "start-later",
  "end-earlier",
  "end-later",
  "widen",
  "narrow",
  "edit",
  "leave-card",
  "next-candidate",
  "previous-candidate",
  "open",
  "save-as",
  "keep-mine",
  "take-theirs",
  "decide",
  "paste-article",
  "detect",
  "find",
  "undo",
  "redo",
  "type-person",
  "type-location",
  "type-organization",
  "type-facility",
  "type-nationality",
  "type-title",
  "type-event",
  "type-date",
  "type-duration",
  "type-misc",
  "add-statement",
  "add-meeting",
  "add-actor",
  "link",
  "merge",
  "assign-content",
  "assign-cue",
  "assign-source",
  "assign-place",
  "assign-venue",
  "assign-time",
  "assign-duration",
  "assign-occasion",
  "assign-topic",
  "assign-outcome",
  "accept-shown",
  "flag",
  "note",
  "show-actors",
  "show-statements",
  "show-meetings",
  "show-entities",
  "zoom-in",
  "zoom-out",
  "zoom-reset",
  "show-help-overlay",
};

typedef struct
{
  ReadoutApplication *application;
  ReadoutWindow      *window;
  ReadoutSession     *session;
} Fixture;

static gboolean
note_timeout (gpointer user_data)
{
  *(gboolean *)user_data = TRUE;

  return G_SOURCE_CONTINUE;
}

typedef gboolean (*Condition) (Fixture *fixture);

static void
wait_for (Fixture *fixture, Condition condition)
{
  gboolean timed_out = FALSE;
  guint    source = g_timeout_add_seconds (30, note_timeout, &timed_out);

  while (!condition (fixture) && !timed_out)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (timed_out);
  g_source_remove (source);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  /* One for all tests, as in a process: it stays on the bus. */
  fixture->application = READOUT_APPLICATION (g_application_get_default ());
  fixture->window = readout_window_new (GTK_APPLICATION (fixture->application));
  fixture->session = readout_window_get_session (fixture->window);
}

static gboolean
is_saved (Fixture *fixture)
{
  return !readout_saver_needs_saving (
      readout_window_get_saver (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gpointer window = fixture->window;
  gpointer session = fixture->session;

  readout_suggester_cancel (readout_window_get_suggester (fixture->window));
  wait_for (fixture, is_saved);
  g_object_add_weak_pointer (G_OBJECT (window), &window);
  g_object_add_weak_pointer (G_OBJECT (session), &session);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (window);
  g_assert_null (session);
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (action_names); i++)
    {
      GAction *action = g_action_map_lookup_action (
          G_ACTION_MAP (fixture->window), action_names[i]);

      if (action == NULL)
        g_error ("The window has no action %s", action_names[i]);
    }

  names = g_action_group_list_actions (G_ACTION_GROUP (fixture->window));
  for (guint i = 0; names[i] != NULL; i++)
    if (g_action_group_get_action_parameter_type (
            G_ACTION_GROUP (fixture->window), names[i])
        != NULL)
      g_error ("The action %s has a parameter", names[i]);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window),
                                            name);
}

static gboolean
has_suggestions (Fixture *fixture)
{
  return !readout_session_get_detecting (fixture->session)
         && readout_session_get_selected (fixture->session) != NULL;
}

static void
run (Fixture *fixture, const char *name)
{
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), name, NULL);
}

/* A person who has never seen the program: the sample, its suggestions, and
 * three keys. */
static void
test_first_start (Fixture *fixture, gconstpointer data)
{
  guint n_items, n_reviewed;

  g_assert_false (is_enabled (fixture, "accept"));
  g_assert_false (is_enabled (fixture, "find"));
  g_assert_true (is_enabled (fixture, "open"));

  gtk_window_present (GTK_WINDOW (fixture->window));
  run (fixture, "open-sample");
  wait_for (fixture, has_suggestions);
  g_object_get (fixture->session, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, >, 20);
  g_assert_cmpuint (readout_session_count_unreviewed (fixture->session,
                                                      READOUT_KIND_STATEMENT),
                    >=,
                    8);
  g_assert_cmpuint (
      readout_session_count_unreviewed (fixture->session, READOUT_KIND_MEETING),
      >=,
      2);

  g_assert_true (is_enabled (fixture, "accept"));
  g_assert_true (is_enabled (fixture, "merge"));
  g_assert_false (is_enabled (fixture, "start-earlier"));
  g_assert_false (is_enabled (fixture, "add-statement"));
  run (fixture, "accept");
  run (fixture, "accept");
  run (fixture, "reject");
  g_object_get (fixture->session, "n-reviewed", &n_reviewed, NULL);
  g_assert_cmpuint (n_reviewed, ==, 3);
  run (fixture, "undo");
  g_object_get (fixture->session, "n-reviewed", &n_reviewed, NULL);
  g_assert_cmpuint (n_reviewed, ==, 2);
  g_assert_true (is_enabled (fixture, "redo"));

  run (fixture, "show-entities");
  g_assert_true (is_enabled (fixture, "start-earlier"));
  g_assert_true (is_enabled (fixture, "type-person"));
  g_assert_false (is_enabled (fixture, "merge"));
}

static void
note_pasted (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  readout_opener_open_finish (READOUT_OPENER (object), result, &error);
  g_assert_no_error (error);
  *(gboolean *)user_data = TRUE;
}

static void
paste (Fixture *fixture, const char *text)
{
  gboolean pasted = FALSE;

  readout_opener_open_text_async (readout_window_get_opener (fixture->window),
                                  text,
                                  NULL,
                                  note_pasted,
                                  &pasted);
  while (!pasted)
    g_main_context_iteration (NULL, TRUE);
}

/* Detection can be stopped, and what it would have found does not come. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  guint n_items;

  paste (fixture, "Anna Berg met Karl Osten in Geneva on Monday.");
  g_assert_true (readout_session_get_detecting (fixture->session));
  g_assert_true (is_enabled (fixture, "cancel-detection"));
  g_assert_false (is_enabled (fixture, "detect"));
  run (fixture, "cancel-detection");
  g_assert_false (readout_session_get_detecting (fixture->session));
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_object_get (fixture->session, "n-items", &n_items, NULL);
  g_assert_cmpuint (n_items, ==, 0);
  g_assert_true (is_enabled (fixture, "detect"));
}

static void
note_problem (ReadoutSession *session,
              const char     *message,
              guint           problem,
              guint          *seen)
{
  if (message != NULL)
    *seen |= 1u << problem;
}

static void
test_not_english (Fixture *fixture, gconstpointer data)
{
  guint seen = 0;

  g_signal_connect (
      fixture->session, "problem", G_CALLBACK (note_problem), &seen);
  paste (
      fixture,
      "Der Außenminister traf am Montag in Genf seine Amtskollegin, um mit ihr "
      "über die Lage im Hafen und über die Gebühren für Schiffe zu sprechen. "
      "Danach sagte er, die Gespräche seien nützlich gewesen und würden bald "
      "fortgesetzt.");
  g_assert_false (readout_session_get_detecting (fixture->session));
  g_assert_cmpuint (seen, ==, 1u << READOUT_PROBLEM_DETECTION);

  /* English ones between them are detected. */
  seen = 0;
  paste (
      fixture,
      "The foreign minister met her colleague in Geneva on Monday to talk "
      "about the harbour and about the fees for ships.\n"
      "Danach sagte er, die Gespräche seien nützlich gewesen und würden bald "
      "fortgesetzt, auch wenn noch nicht alles geklärt sei.\n");
  g_assert_true (readout_session_get_detecting (fixture->session));
  g_assert_cmpuint (seen, ==, 1u << READOUT_PROBLEM_LANGUAGE);
  g_signal_handlers_disconnect_by_data (fixture->session, &seen);
}

/* The panes follow the width, each way, and the side can be hidden. */
static void
test_panes (void)
{
  static const struct
  {
    int              width;
    ReadoutPanesMode mode;
  } cases[] = {
    { 1200, READOUT_PANES_BESIDE }, { 899, READOUT_PANES_UNDER },
    { 600, READOUT_PANES_UNDER },   { 599, READOUT_PANES_TABS },
    { 900, READOUT_PANES_BESIDE },
  };
  GtkWidget *main = gtk_label_new ("Main");
  GtkWidget *side = gtk_label_new ("Side");
  GtkWidget *panes = g_object_new (READOUT_TYPE_ADAPTIVE_PANES,
                                   "main",
                                   main,
                                   "side",
                                   side,
                                   "side-width",
                                   400,
                                   NULL);

  g_object_ref_sink (panes);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int minimum, natural;

      gtk_widget_measure (panes,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &minimum,
                          &natural,
                          NULL,
                          NULL);
      g_assert_cmpint (minimum, <, 599);
      gtk_widget_measure (panes,
                          GTK_ORIENTATION_VERTICAL,
                          cases[i].width,
                          &minimum,
                          &natural,
                          NULL,
                          NULL);
      gtk_widget_allocate (panes, cases[i].width, 800, -1, NULL);
      g_assert_cmpint (
          readout_adaptive_panes_get_mode (READOUT_ADAPTIVE_PANES (panes)),
          ==,
          cases[i].mode);
      g_assert_true (gtk_widget_get_child_visible (main));
      g_assert_cmpint (gtk_widget_get_child_visible (side),
                       ==,
                       cases[i].mode != READOUT_PANES_TABS);
      if (cases[i].mode == READOUT_PANES_BESIDE)
        g_assert_cmpint (gtk_widget_get_width (side), ==, 400);
      else
        g_assert_cmpint (gtk_widget_get_width (main), ==, cases[i].width);
    }

  g_object_set (panes, "side-shown", FALSE, NULL);
  gtk_widget_allocate (panes, 1000, 800, -1, NULL);
  g_assert_false (gtk_widget_get_child_visible (side));
  g_assert_cmpint (gtk_widget_get_width (main), ==, 1000);
  g_object_unref (panes);
}

static gboolean
has_document (Fixture *fixture)
{
  return readout_session_get_document (fixture->session) != NULL
         && !readout_session_get_detecting (fixture->session);
}

/* What one window has open comes to the front there, and is not opened a
 * second time in the window that was asked. */
static void
test_open_elsewhere (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path
      = g_build_filename (g_get_user_data_dir (), "open.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  ReadoutDocument *document;
  Fixture          other;

  g_assert_true (
      g_file_set_contents (path, "Nothing is said here.\n", -1, NULL));
  readout_window_open (fixture->window, file);
  wait_for (fixture, has_document);
  document = readout_session_get_document (fixture->session);
  readout_window_open (fixture->window, file);
  g_assert_true (readout_session_get_document (fixture->session) == document);

  set_up (&other, NULL);
  readout_window_open (other.window, file);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  for (guint i = 0; i < 50; i++)
    {
      g_usleep (2000);
      while (g_main_context_iteration (NULL, FALSE))
        ;
    }
  g_assert_null (readout_session_get_document (other.session));
  g_assert_true (readout_session_get_document (fixture->session) == document);
  tear_down (&other, NULL);
}

/* A disk that does not answer while it is held. */
static int is_held;

/* In the place of that of libc. */
int
fsync (int fd)
{
  while (g_atomic_int_get (&is_held))
    g_usleep (1000);

  return 0;
}

static GtkWindow *
find_question (ReadoutWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_transient_for (l->data) == GTK_WINDOW (window)
        && gtk_widget_has_css_class (l->data, "question"))
      return l->data;

  return NULL;
}

static gboolean
is_mapped (Fixture *fixture)
{
  return gtk_widget_get_mapped (GTK_WIDGET (fixture->window));
}

static gboolean
is_gone (Fixture *fixture)
{
  return fixture->window == NULL;
}

/* A window whose last write does not end.  What has been written before under
 * that name would not be written again. */
static void
set_up_slow (Fixture *fixture, const char *name)
{
  set_up (fixture, NULL);
  g_object_add_weak_pointer (G_OBJECT (fixture->window),
                             (gpointer *)&fixture->window);
  readout_opener_open_text_async (readout_window_get_opener (fixture->window),
                                  "Nothing is said here, but slowly.\n",
                                  name,
                                  NULL,
                                  NULL);
  wait_for (fixture, has_document);
  gtk_window_present (GTK_WINDOW (fixture->window));
  wait_for (fixture, is_mapped);
  readout_suggester_cancel (readout_window_get_suggester (fixture->window));
  g_atomic_int_set (&is_held, TRUE);
  readout_saver_save_now (readout_window_get_saver (fixture->window));
}

/* Whoever closes a window twice is asked whether to wait; and once the disk
 * answers the window goes, and the question with it. */
static void
test_close_slowly (void)
{
  Fixture fixture;

  set_up_slow (&fixture, "close-slowly");
  gtk_window_close (GTK_WINDOW (fixture.window));
  g_assert_nonnull (fixture.window);
  g_assert_null (find_question (fixture.window));
  gtk_window_close (GTK_WINDOW (fixture.window));
  g_assert_nonnull (find_question (fixture.window));
  gtk_window_close (GTK_WINDOW (fixture.window));

  g_atomic_int_set (&is_held, FALSE);
  wait_for (&fixture, is_gone);
}

/* Who does not want to close it any more keeps it. */
static void
test_close_never (void)
{
  Fixture  fixture;
  gpointer question;

  set_up_slow (&fixture, "close-never");
  gtk_window_close (GTK_WINDOW (fixture.window));
  gtk_window_close (GTK_WINDOW (fixture.window));
  question = find_question (fixture.window);
  g_object_add_weak_pointer (question, &question);
  gtk_window_destroy (question);
  while (question != NULL || g_main_context_iteration (NULL, FALSE))
    g_main_context_iteration (NULL, FALSE);
  g_atomic_int_set (&is_held, FALSE);
  wait_for (&fixture, is_saved);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (fixture.window);

  gtk_window_close (GTK_WINDOW (fixture.window));
  wait_for (&fixture, is_gone);
}

static void
note_ending (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_assert_false (readout_ending_finish (GTK_APPLICATION (object), result));
  *(gboolean *)user_data = TRUE;
}

/* The end of the program comes although a write does not. */
static void
test_ending (void)
{
  gboolean ended = FALSE;
  Fixture  fixture;

  set_up_slow (&fixture, "ending");
  g_assert_true (
      readout_ending_is_needed (GTK_APPLICATION (fixture.application)));
  readout_ending_begin_async (
      GTK_APPLICATION (fixture.application), note_ending, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_atomic_int_get (&is_held));

  g_atomic_int_set (&is_held, FALSE);
  gtk_window_close (GTK_WINDOW (fixture.window));
  wait_for (&fixture, is_gone);
}

#define ADD(path, func)                                                        \
  g_test_add ("/window/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_autoptr (ReadoutApplication) application = NULL;
  g_autoptr (GError) error = NULL;

  gtk_test_init (&argc, &argv);
  application = readout_application_new ();
  g_application_set_flags (G_APPLICATION (application),
                           G_APPLICATION_HANDLES_OPEN
                               | G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_application_set_default (G_APPLICATION (application));

  ADD ("actions", test_actions);
  ADD ("first-start", test_first_start);
  ADD ("cancel", test_cancel);
  ADD ("not-english", test_not_english);
  ADD ("open-elsewhere", test_open_elsewhere);
  g_test_add_func ("/window/panes", test_panes);
  g_test_add_func ("/window/close-slowly", test_close_slowly);
  g_test_add_func ("/window/close-never", test_close_never);
  g_test_add_func ("/window/ending", test_ending);

  return g_test_run ();
}
