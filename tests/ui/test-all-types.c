/* test-all-types.c: what holds for every class of the interface
 *
 * A sweep, as GTK does it for its own: every class is made, its own properties
 * are read, widgets are shown and destroyed, and everything is finalized. Every
 * action that a template or a menu names exists, and every button has a name
 * that a screen reader can say.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gtk/gtk.h>
#include <string.h>

#include "application.h"
#include "window/window.h"

#include "all-types.h"

#define RESOURCES "/org/readout/Readout"

static ReadoutApplication *application;

static void
run_pending (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Lets frames pass, as many as animations and idle work of a window need. */
static gboolean
count_down (gpointer user_data)
{
  guint *left = user_data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
run_frames (void)
{
  guint left = 5;

  g_timeout_add (16, count_down, &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
  run_pending ();
}

static void
read_properties (GObject *object)
{
  g_autofree GParamSpec **specs = NULL;
  guint                   n_specs;

  specs
      = g_object_class_list_properties (G_OBJECT_GET_CLASS (object), &n_specs);
  for (guint i = 0; i < n_specs; i++)
    if ((specs[i]->flags & G_PARAM_READABLE)
        && g_str_has_prefix (g_type_name (specs[i]->owner_type), "Readout"))
      {
        g_auto (GValue) value = G_VALUE_INIT;

        g_value_init (&value, specs[i]->value_type);
        g_object_get_property (object, specs[i]->name, &value);
      }
}

static GObject *
make (GType type)
{
  if (g_type_is_a (type, GTK_TYPE_APPLICATION_WINDOW))
    return g_object_new (type, "application", application, NULL);

  return g_object_new (type, NULL);
}

static void
test_type (gconstpointer data)
{
  GType    type = *(const GType *)data;
  GObject *object;
  gpointer watched;

  object = make (type);
  g_assert_nonnull (object);
  watched = object;
  g_object_add_weak_pointer (object, &watched);

  if (GTK_IS_WINDOW (object))
    {
      gtk_window_present (GTK_WINDOW (object));
      run_frames ();
      read_properties (object);
      gtk_window_destroy (GTK_WINDOW (object));
    }
  else if (GTK_IS_WIDGET (object))
    {
      GtkWidget *window = gtk_window_new ();

      gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (object));
      gtk_window_present (GTK_WINDOW (window));
      run_frames ();
      read_properties (object);
      gtk_window_destroy (GTK_WINDOW (window));
    }
  else
    {
      read_properties (object);
      g_object_unref (object);
    }

  /* Work that a thread or an idle handler still has for it ends soon. */
  for (guint i = 0; watched != NULL && i < 100; i++)
    {
      run_frames ();
    }
  g_assert_null (watched);
}

/* The files of the resource below a folder. */
static void
list_resources (const char *folder, GPtrArray *paths)
{
  g_auto (GStrv) names = NULL;

  names = g_resources_enumerate_children (folder, 0, NULL);
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_autofree char *path = g_build_path ("/", folder, names[i], NULL);

      if (g_str_has_suffix (names[i], "/"))
        list_resources (path, paths);
      else if (g_str_has_suffix (names[i], ".ui"))
        g_ptr_array_add (paths, g_steal_pointer (&path));
    }
}

static gboolean
has_class_action (GType type, const char *name)
{
  g_autoptr (GTypeClass) class = g_type_class_ref (type);
  GType               owner;
  const char         *found;
  const GVariantType *parameter_type;
  const char         *property;

  for (guint i = 0; gtk_widget_class_query_action (GTK_WIDGET_CLASS (class),
                                                   i,
                                                   &owner,
                                                   &found,
                                                   &parameter_type,
                                                   &property);
       i++)
    if (g_str_equal (found, name))
      return TRUE;

  return FALSE;
}

static gboolean
has_action (GtkWidget *window, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_types); i++)
    if (g_type_is_a (all_types[i].get_type (), GTK_TYPE_WIDGET)
        && has_class_action (all_types[i].get_type (), name))
      return TRUE;
  if (g_str_has_prefix (name, "win."))
    return g_action_group_has_action (G_ACTION_GROUP (window), name + 4);
  if (g_str_has_prefix (name, "app."))
    return g_action_group_has_action (G_ACTION_GROUP (application), name + 4);

  /* Actions of GTK's own widgets. */
  for (const char *const *prefix = (const char *const[]){ "clipboard.",
                                                          "selection.",
                                                          "text.",
                                                          "window.",
                                                          "list.",
                                                          NULL };
       *prefix != NULL;
       prefix++)
    if (g_str_has_prefix (name, *prefix))
      return TRUE;

  return FALSE;
}

static void
test_actions (void)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRegex) pattern = NULL;
  GtkWidget *window = GTK_WIDGET (make (READOUT_TYPE_WINDOW));
  guint      n_actions = 0;

  pattern = g_regex_new ("<(?:property|attribute) name=\"(?:action-name|action)"
                         "\"[^>]*>([a-z.-]+)\\s*<",
                         0,
                         0,
                         NULL);
  list_resources (RESOURCES, paths);
  g_assert_cmpuint (paths->len, >, 0);
  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *text = NULL;

      bytes = g_resources_lookup_data (paths->pdata[i], 0, NULL);
      text = g_strndup (g_bytes_get_data (bytes, NULL),
                        g_bytes_get_size (bytes));
      g_regex_match (pattern, text, 0, &match);
      for (; g_match_info_matches (match); g_match_info_next (match, NULL))
        {
          g_autofree char *name = g_match_info_fetch (match, 1);

          if (strchr (name, '.') == NULL)
            continue;
          n_actions++;
          if (!has_action (window, name))
            {
              g_test_message (
                  "%s: there is no action %s", (char *)paths->pdata[i], name);
              g_test_fail ();
            }
        }
    }
  g_assert_cmpuint (n_actions, >, 0);

  gtk_window_destroy (GTK_WINDOW (window));
  run_frames ();
}

/* The actions that scripts and tests know by name. */
static void
test_fixed_names (void)
{
  static const char *const names[] = {
    "accept",
    "reject",
    "skip",
    "next",
    "previous",
    "next-unreviewed",
    "previous-unreviewed",
    "start-earlier",
    "start-later",
    "end-earlier",
    "end-later",
    "widen",
    "narrow",
    "edit",
    "next-candidate",
    "previous-candidate",
    "open",
    "save-as",
    "paste-article",
    "detect",
    "undo",
    "redo",
    "type-person",
    "type-organization",
    "type-location",
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
  };
  GtkWidget *window = GTK_WIDGET (make (READOUT_TYPE_WINDOW));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *full = g_strconcat ("win.", names[i], NULL);

      if (!has_action (window, full))
        {
          g_test_message ("there is no action %s", full);
          g_test_fail ();
        }
    }

  gtk_window_destroy (GTK_WINDOW (window));
  run_frames ();
}

static gboolean
says_something (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (!GTK_IS_POPOVER (child) && says_something (child))
      return TRUE;

  return FALSE;
}

static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  return gtk_test_accessible_has_property (accessible,
                                           GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (
             accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY)
         || gtk_widget_get_tooltip_text (widget) != NULL
         || says_something (widget);
}

static guint
check_names (GtkWidget *widget)
{
  guint n_checked = 0;

  if ((GTK_IS_BUTTON (widget) || GTK_IS_MENU_BUTTON (widget)
       || GTK_IS_ENTRY (widget) || GTK_IS_SEARCH_ENTRY (widget)
       || GTK_IS_DROP_DOWN (widget) || GTK_IS_TEXT_VIEW (widget))
      && gtk_widget_get_mapped (widget)
      && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
      && !GTK_IS_DROP_DOWN (gtk_widget_get_parent (widget))
      && !GTK_IS_WINDOW_CONTROLS (gtk_widget_get_parent (widget)))
    {
      n_checked = 1;
      if (!has_name (widget))
        {
          g_autoptr (GString) path = g_string_new (NULL);

          for (GtkWidget *at = widget; at != NULL;
               at = gtk_widget_get_parent (at))
            g_string_append_printf (path, " %s", G_OBJECT_TYPE_NAME (at));
          g_test_message ("without a name, from inside out:%s", path->str);
          g_test_fail ();
        }
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n_checked += check_names (child);

  return n_checked;
}

/* With the sample article open, each tab shows its cards, one of them opened
 * into its form. */
static void
test_names (void)
{
  static const char *const tabs[] = {
    "show-actors",
    "show-statements",
    "show-meetings",
    "show-entities",
  };
  GtkWidget *window = GTK_WIDGET (make (READOUT_TYPE_WINDOW));
  gint64     deadline = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;
  guint      n_first;

  gtk_window_present (GTK_WINDOW (window));
  run_frames ();
  n_first = check_names (window);
  g_assert_cmpuint (n_first, >, 3);

  g_action_group_activate_action (G_ACTION_GROUP (window), "open-sample", NULL);
  while (!g_action_group_get_action_enabled (G_ACTION_GROUP (window), "accept")
         && g_get_monotonic_time () < deadline)
    run_frames ();
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    {
      g_action_group_activate_action (G_ACTION_GROUP (window), tabs[i], NULL);
      run_frames ();
      g_assert_cmpuint (check_names (window), >, n_first);
    }

  gtk_window_destroy (GTK_WINDOW (window));
  run_frames ();
}

int
main (int argc, char *argv[])
{
  static GType types[G_N_ELEMENTS (all_types)];
  int          status;

  gtk_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();

  application = readout_application_new ();
  g_application_register (G_APPLICATION (application), NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (all_types); i++)
    {
      g_autofree char *path = NULL;

      types[i] = all_types[i].get_type ();
      if (G_TYPE_IS_ABSTRACT (types[i])
          || g_type_is_a (types[i], G_TYPE_APPLICATION))
        continue;
      path = g_strconcat ("/all-types/", all_types[i].name, NULL);
      g_test_add_data_func (path, &types[i], test_type);
    }
  g_test_add_func ("/all-types/actions", test_actions);
  g_test_add_func ("/all-types/fixed-names", test_fixed_names);
  g_test_add_func ("/all-types/names", test_names);

  status = g_test_run ();
  g_clear_object (&application);
  return status;
}
