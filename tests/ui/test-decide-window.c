/* test-decide-window.c: the window in which a person decides
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>
#include <string.h>

#include "../session/decision-fixture.h"
#include "window/decide-window.h"

/* The parent outlives each window, so that it is known when one has gone. */
typedef struct
{
  SessionFixture session;
  GtkWindow     *parent;
  GtkWindow     *window; /* Weak. */
} Fixture;

static GtkWindow *
find_window (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (READOUT_IS_DECIDE_WINDOW (at->data))
      return at->data;

  return NULL;
}

static void
present (Fixture *fixture)
{
  readout_decide_window_present (fixture->parent, fixture->session.saver);
  g_set_weak_pointer (&fixture->window, find_window ());
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  session_fixture_set_up (&fixture->session, data);
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->parent);
  decision_fixture_disagree (&fixture->session);
  present (fixture);
  g_assert_nonnull (fixture->window);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (fixture->parent);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (fixture->window);
  session_fixture_tear_down (&fixture->session, data);
}

/* The first widget of a type below another, whose label holds these words. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *words)
{
  g_autofree char *label = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    {
      g_object_get (widget, "label", &label, NULL);
      if (label != NULL && strstr (label, words) != NULL)
        return widget;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
get_button (Fixture *fixture, const char *words)
{
  GtkWidget *button
      = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, words);

  g_assert_nonnull (button);

  return button;
}

static GtkWidget *
get_row (Fixture *fixture, const char *words)
{
  GtkWidget *label
      = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, words);

  g_assert_nonnull (label);

  return gtk_widget_get_ancestor (label, GTK_TYPE_LIST_BOX_ROW);
}

static GtkWidget *
get_radio (Fixture *fixture, const char *row, const char *side)
{
  GtkWidget *radio
      = find_widget (get_row (fixture, row), GTK_TYPE_CHECK_BUTTON, side);

  g_assert_nonnull (radio);

  return radio;
}

static gboolean
is_chosen (Fixture *fixture, const char *row, const char *side)
{
  return gtk_check_button_get_active (
      GTK_CHECK_BUTTON (get_radio (fixture, row, side)));
}

/* Runs what the window does when a key is pressed. */
static gboolean
press (Fixture *fixture, guint keyval)
{
  g_autoptr (GListModel) controllers
      = gtk_widget_observe_controllers (GTK_WIDGET (fixture->window));
  gboolean stopped = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !stopped; i++)
    {
      g_autoptr (GtkEventController) controller
          = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller)
                 == GTK_PHASE_CAPTURE)
        g_signal_emit_by_name (
            controller, "key-pressed", keyval, 0, (GdkModifierType)0, &stopped);
    }

  return stopped;
}

static GtkWidget *
get_focus_row (Fixture *fixture)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW)
                       : NULL;
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_notes (Fixture    *fixture,
              const char *m3,
              const char *m4,
              const char *title)
{
  decision_fixture_assert_notes (
      fixture->session.document, "mine 1", m3, m4, title);
}

static void
test_radios (Fixture *fixture, gconstpointer data)
{
  GtkWidget *apply = get_button (fixture, "_Apply");

  g_assert_false (gtk_widget_get_sensitive (apply));
  for (guint i = 0; i < 2; i++)
    {
      const char *side = i == 0 ? "Mine" : "Theirs";

      g_assert_false (is_chosen (fixture, "Klow", side));
      g_assert_false (is_chosen (fixture, "Hotel Adria", side));
    }

  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (get_radio (fixture, "Klow", "Mine")), TRUE);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (get_radio (fixture, "Hotel Adria", "Theirs")), TRUE);
  g_assert_false (gtk_widget_get_sensitive (apply));
  g_assert_nonnull (
      find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "2 of 3"));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (get_radio (fixture, "Article", "Theirs")), TRUE);
  g_assert_true (gtk_widget_get_sensitive (apply));

  /* The last word counts. */
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (get_radio (fixture, "Article", "Mine")), TRUE);
  g_assert_false (is_chosen (fixture, "Article", "Theirs"));

  click (apply);
  g_assert_null (find_window ());
  assert_notes (fixture, "mine 3", "theirs 4", "Mine");
  g_assert_true (readout_undo_stack_undo (fixture->session.stack));
  assert_notes (fixture, "mine 3", "mine 4", "Mine");
}

static void
test_keys (Fixture *fixture, gconstpointer data)
{
  GtkWidget *first = get_row (fixture, "Article");

  g_assert_true (get_focus_row (fixture) == first);
  g_assert_true (press (fixture, GDK_KEY_t));
  g_assert_true (is_chosen (fixture, "Article", "Theirs"));
  g_assert_true (get_focus_row (fixture) == first);

  /* Enter leads to what is left. */
  g_assert_true (press (fixture, GDK_KEY_Return));
  g_assert_true (get_focus_row (fixture) == get_row (fixture, "Klow"));
  g_assert_nonnull (find_window ());

  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (get_focus_row (fixture) == get_row (fixture, "Hotel Adria"));
  g_assert_true (press (fixture, GDK_KEY_m));
  g_assert_true (is_chosen (fixture, "Hotel Adria", "Mine"));
  g_assert_true (press (fixture, GDK_KEY_Down));
  g_assert_true (get_focus_row (fixture) == get_row (fixture, "Hotel Adria"));

  /* On a choice too: Up does not choose the other one. */
  gtk_widget_grab_focus (get_radio (fixture, "Hotel Adria", "Theirs"));
  g_assert_true (press (fixture, GDK_KEY_Up));
  g_assert_true (get_focus_row (fixture) == get_row (fixture, "Klow"));
  g_assert_true (is_chosen (fixture, "Hotel Adria", "Mine"));
  g_assert_true (press (fixture, GDK_KEY_t));
  g_assert_true (press (fixture, GDK_KEY_Return));

  g_assert_null (find_window ());
  assert_notes (fixture, "theirs 3", "mine 4", "Theirs");
}

/* Nothing is decided by going away. */
static void
test_escape (Fixture *fixture, gconstpointer data)
{
  click (get_button (fixture, "All _Mine"));
  g_assert_true (is_chosen (fixture, "Klow", "Mine"));
  gtk_widget_activate_action (
      GTK_WIDGET (fixture->window), "window.close", NULL);
  g_assert_null (find_window ());
  assert_notes (fixture, "mine 3", "mine 4", "Mine");
  g_assert_nonnull (readout_store_get_theirs (
      readout_session_get_store (fixture->session.session)));

  /* Nor does the next one remember it. */
  present (fixture);
  g_assert_false (is_chosen (fixture, "Klow", "Mine"));
  click (get_button (fixture, "All _Theirs"));
  click (get_button (fixture, "_Apply"));
  assert_notes (fixture, "theirs 3", "theirs 4", "Theirs");
}

static gboolean
says_again (SessionFixture *session, gpointer data)
{
  Fixture *fixture = data;

  return find_widget (
             GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "theirs 4, again")
         != NULL;
}

static void
test_written_again (Fixture *fixture, gconstpointer data)
{
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_m);
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (get_radio (fixture, "Klow", "Theirs")), TRUE);
  decision_fixture_write_theirs (
      &fixture->session, "theirs 3", "theirs 4, again", "Theirs");
  decision_fixture_wait_until (&fixture->session, says_again, fixture);

  /* What was chosen of what is the same is shown, and the focus has stayed. */
  g_assert_true (is_chosen (fixture, "Klow", "Theirs"));
  g_assert_false (is_chosen (fixture, "Hotel Adria", "Mine"));
  g_assert_true (get_focus_row (fixture) == get_row (fixture, "Hotel Adria"));
  g_assert_false (gtk_widget_get_sensitive (get_button (fixture, "_Apply")));
}

/* Only one at a time, which says what there is in words. */
static void
test_words (Fixture *fixture, gconstpointer data)
{
  GtkWidget *row = get_row (fixture, "Klow");
  GtkWidget *radio = get_radio (fixture, "Klow", "Mine");

  present (fixture);
  g_assert_true (find_window () == fixture->window);
  g_assert_nonnull (find_widget (row, GTK_TYPE_LABEL, "Note"));
  g_assert_nonnull (find_widget (row, GTK_TYPE_LABEL, "mine 3"));
  g_assert_nonnull (find_widget (row, GTK_TYPE_LABEL, "theirs 3"));
  /* Alike on both sides. */
  g_assert_null (find_widget (row, GTK_TYPE_LABEL, "Type"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mention: Klow, location");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (radio),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Mine: Klow, location");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (radio),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Note: mine 3");

  /* It does not outlive what it is about. */
  g_assert_true (readout_undo_stack_undo (fixture->session.stack));
  g_assert_true (readout_undo_stack_undo (fixture->session.stack));
  g_assert_true (readout_undo_stack_undo (fixture->session.stack));
  g_assert_nonnull (find_window ());
  session_fixture_replace (&fixture->session);
  g_assert_null (find_window ());
}

#define ADD(path, function)                                                    \
  g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  session_fixture_init (&argc, &argv);
  gtk_init ();

  ADD ("/decide-window/radios", test_radios);
  ADD ("/decide-window/keys", test_keys);
  ADD ("/decide-window/escape", test_escape);
  ADD ("/decide-window/written-again", test_written_again);
  ADD ("/decide-window/words", test_words);

  return session_fixture_run ();
}
