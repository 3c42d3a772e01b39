/* test-fields.c: the fields that the forms are made of
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <gtk/gtk.h>

#include "widgets/actors-field.h"
#include "widgets/chip.h"
#include "widgets/chooser.h"
#include "widgets/letter-keys.h"
#include "widgets/span-field.h"
#include "widgets/status-mark.h"
#include "widgets/value-entry.h"
#include "widgets/wrap-layout.h"

static gboolean
count_down (gpointer user_data)
{
  guint *left = user_data;

  return --*left > 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
settle (void)
{
  guint left = 4;

  g_timeout_add (16, count_down, &left);
  while (left > 0)
    g_main_context_iteration (NULL, TRUE);
}

/* A window with @widget and a button that can take the focus from it. */
static GtkWidget *
show (GtkWidget *widget, GtkWidget **other)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  *other = gtk_button_new_with_label ("Other");
  gtk_box_append (GTK_BOX (box), widget);
  gtk_box_append (GTK_BOX (box), *other);
  gtk_window_set_child (GTK_WINDOW (window), box);
  gtk_window_present (GTK_WINDOW (window));
  settle ();

  return window;
}

/* GTK 4.8 queries the tooltip of a popover half a second after the pointer
 * came to it, and complains if the popover has gone by then. */
static void
let_tooltips_pass (void)
{
  gint64 end = g_get_monotonic_time () + 700 * G_TIME_SPAN_MILLISECOND;

  while (g_get_monotonic_time () < end)
    settle ();
}

static void
destroy (GtkWidget *window, gpointer widget)
{
  g_object_add_weak_pointer (widget, &widget);
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
  g_assert_null (widget);
}

/* What signals said, in order, as one string. */
static void
log_string (GString *log, const char *value)
{
  g_string_append_printf (log, "%s;", value == NULL ? "NULL" : value);
}

static void
log_uint (GString *log, guint value)
{
  g_string_append_printf (log, "%u;", value);
}

static void
log_spans (GString *log, const ReadoutSpanList *spans)
{
  if (spans == NULL)
    g_string_append (log, "out;");
  else
    g_string_append_printf (
        log, "%u-%u;", spans->items[0].start, spans->items[0].end);
}

static void
test_status_mark (void)
{
  GtkWidget         *other;
  GtkWidget         *mark = readout_status_mark_new ();
  GtkWidget         *window = show (mark, &other);
  ReadoutStatusMark *self = READOUT_STATUS_MARK (mark);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (mark);

  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (
      mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "suggested");
  for (ReadoutReviewState state = 0; state < READOUT_N_STATES; state++)
    {
      g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
      g_autoptr (GskRenderNode) node = NULL;

      readout_status_mark_set_state (self, state);
      settle ();
      gdk_paintable_snapshot (paintable, snapshot, 16, 16);
      node = gtk_snapshot_to_node (snapshot);
      g_assert_nonnull (node);
    }
  gtk_test_accessible_assert_property (
      mark, GTK_ACCESSIBLE_PROPERTY_LABEL, "rejected");

  g_clear_object (&paintable);
  destroy (window, mark);
}

static gboolean
check_even (const char *text, char **canonical, char **hint)
{
  gint64 number = g_ascii_strtoll (text, NULL, 10);

  if (number % 2 != 0)
    {
      *hint = g_strdup ("an even number");
      return FALSE;
    }

  *canonical = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  *hint = g_strdup ("even");
  return TRUE;
}

static void
type (ReadoutValueEntry *entry, const char *text)
{
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_text (GTK_EDITABLE (readout_value_entry_get_entry (entry)),
                         text);
}

static const char *
get_text (ReadoutValueEntry *entry)
{
  return gtk_editable_get_text (
      GTK_EDITABLE (readout_value_entry_get_entry (entry)));
}

static void
test_value_entry (void)
{
  GtkWidget         *other;
  GtkWidget         *widget = readout_value_entry_new ();
  ReadoutValueEntry *entry = READOUT_VALUE_ENTRY (widget);
  GtkWidget         *window;
  g_autoptr (GString) log = g_string_new (NULL);

  g_object_set (widget, "label", "Country", NULL);
  readout_value_entry_set_check (entry, check_even);
  readout_value_entry_set_value (entry, "2");
  g_signal_connect_swapped (widget, "committed", G_CALLBACK (log_string), log);
  window = show (widget, &other);

  gtk_test_accessible_assert_property (readout_value_entry_get_entry (entry),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Country");

  /* Leaving commits, once, and only what is another value. */
  type (entry, " 4 ");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (log->str, ==, "4;");
  readout_value_entry_set_value (entry, "4");
  type (entry, "004");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (log->str, ==, "4;");
  g_assert_cmpstr (get_text (entry), ==, "4");

  /* So does Enter. */
  type (entry, "6");
  g_signal_emit_by_name (readout_value_entry_get_entry (entry), "activate");
  g_assert_cmpstr (log->str, ==, "4;6;");
  readout_value_entry_set_value (entry, "6");

  /* What is no value stays to be put right, and is said to be wrong. */
  type (entry, "7");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (log->str, ==, "4;6;");
  g_assert_cmpstr (get_text (entry), ==, "7");
  g_assert_true (gtk_widget_has_css_class (
      GTK_WIDGET (readout_value_entry_get_entry (entry)), "error"));
  gtk_test_accessible_assert_state (readout_value_entry_get_entry (entry),
                                    GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  /* A value that comes from elsewhere does not take away what is typed, but
   * does take the place of what was left behind. */
  type (entry, "88");
  readout_value_entry_set_value (entry, "10");
  g_assert_cmpstr (get_text (entry), ==, "88");
  readout_value_entry_set_value (entry, "88");
  gtk_widget_grab_focus (other);
  readout_value_entry_set_value (entry, "12");
  g_assert_cmpstr (get_text (entry), ==, "12");
  g_assert_cmpstr (log->str, ==, "4;6;");

  /* Nothing is a value, unless one is required. */
  type (entry, "");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (log->str, ==, "4;6;NULL;");
  readout_value_entry_set_required (entry, TRUE);
  type (entry, "   ");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (log->str, ==, "4;6;NULL;");

  destroy (window, widget);
}

static void
test_span_field (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("one two\nthree four", -1);
  g_autoptr (GString) assigned = g_string_new (NULL);
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) focused = g_string_new (NULL);
  g_autoptr (GString) lit = g_string_new (NULL);
  ReadoutSpan       items[] = { { 0, 3 }, { 4, 13 }, { 14, 18 } };
  ReadoutSpanList   spans = { items, 3 };
  GtkWidget        *widget = readout_span_field_new ();
  ReadoutSpanField *field = READOUT_SPAN_FIELD (widget);
  GtkWidget        *window, *other, *piece;

  g_object_set (widget, "label", "Cue", "keys", "v u", NULL);
  g_signal_connect_swapped (widget, "assign", G_CALLBACK (log_uint), assigned);
  g_signal_connect_swapped (
      widget, "remove-piece", G_CALLBACK (log_uint), removed);
  g_signal_connect_swapped (
      widget, "focus-piece", G_CALLBACK (log_uint), focused);
  g_signal_connect_swapped (widget, "lit", G_CALLBACK (log_spans), lit);
  window = show (widget, &other);

  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (
      widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Cue");
  g_assert_null (readout_span_field_get_piece (field, 0));

  readout_span_field_set_spans (field, text, &spans);
  settle ();
  piece = readout_span_field_get_piece (field, 1);
  g_assert_cmpstr (
      readout_chip_get_label (READOUT_CHIP (piece)), ==, "two three");
  gtk_test_accessible_assert_property (gtk_widget_get_first_child (piece),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "two three");
  gtk_test_accessible_assert_property (gtk_widget_get_last_child (piece),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Remove “two three”");

  /* The focus lights a piece and makes it the one that keys move. */
  gtk_widget_grab_focus (piece);
  g_assert_cmpstr (focused->str, ==, "1;");
  g_assert_cmpstr (lit->str, ==, "4-13;");
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (lit->str, ==, "4-13;out;");

  gtk_widget_activate_action (piece, "chip.remove", NULL);
  g_assert_cmpstr (removed->str, ==, "1;");

  /* The chips stay while pieces go, and the focus does not get lost. */
  gtk_widget_grab_focus (readout_span_field_get_piece (field, 2));
  spans.length = 2;
  readout_span_field_set_spans (field, text, &spans);
  g_assert_true (readout_span_field_get_piece (field, 1) == piece);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), piece));
  spans.length = 0;
  readout_span_field_set_spans (field, text, &spans);
  g_assert_true (
      gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)), widget));
  g_assert_cmpstr (assigned->str, ==, "");

  g_signal_emit_by_name (gtk_root_get_focus (GTK_ROOT (window)), "clicked");
  g_assert_cmpstr (assigned->str, ==, "0;");

  destroy (window, widget);
}

static GListModel *
populate (gpointer user_data)
{
  GListStore *store = g_list_store_new (READOUT_TYPE_CHOICE);
  guint      *n_calls = user_data;
  g_autoptr (ReadoutChoice) first = readout_choice_new ("a1", "Ada", "poet");
  g_autoptr (ReadoutChoice) second = readout_choice_new ("a2", "Grace", NULL);
  g_autoptr (ReadoutChoice) none = readout_choice_new (NULL, "nobody", NULL);

  (*n_calls)++;
  g_list_store_append (store, first);
  g_list_store_append (store, second);
  g_list_store_append (store, none);

  return G_LIST_MODEL (store);
}

static void
search (GtkWidget *window, const char *words)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *entry = gtk_widget_get_ancestor (focus, GTK_TYPE_SEARCH_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), words);
  g_signal_emit_by_name (entry, "activate");
  settle ();
}

static GtkWidget *
find_popover (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_POPOVER (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_popover (child);

  return found;
}

typedef struct
{
  guint    n_calls; /* of populate() */
  GString *mapped;  /* what that was whenever the list came up */
} Filling;

/* The list has to be full by now: if it grew while it is shown, GTK might close
 * it. */
static void
note_calls (Filling *filling)
{
  g_string_append_printf (filling->mapped, "%u;", filling->n_calls);
}

static void
test_chooser (void)
{
  Filling    filling = { 0 };
  GtkWidget *popover;
  g_autoptr (GString) mapped = g_string_new (NULL);
  GtkWidget *widget = readout_chooser_new ();
  GtkWidget *window, *other;
  g_autoptr (GString) log = g_string_new (NULL);

  g_object_set (widget, "label", "Speaker", NULL);
  readout_chooser_set_text (READOUT_CHOOSER (widget), "Ada");
  readout_chooser_set_populate (
      READOUT_CHOOSER (widget), populate, &filling.n_calls);
  g_signal_connect_swapped (widget, "chosen", G_CALLBACK (log_string), log);
  window = show (widget, &other);

  gtk_test_accessible_assert_property (gtk_widget_get_first_child (widget),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Speaker: Ada");
  g_assert_cmpuint (filling.n_calls, ==, 0);
  popover = find_popover (widget);
  filling.mapped = mapped;
  g_signal_connect_swapped (popover, "map", G_CALLBACK (note_calls), &filling);

  /* Two keys: one opens, Enter takes the likeliest. */
  readout_chooser_popup (READOUT_CHOOSER (widget));
  settle ();
  g_assert_cmpuint (filling.n_calls, ==, 1);
  search (window, "");
  g_assert_cmpstr (log->str, ==, "a1;");

  /* Typing finds, whatever the case, in the detail too. */
  readout_chooser_popup (READOUT_CHOOSER (widget));
  settle ();
  search (window, "gRA");
  readout_chooser_popup (READOUT_CHOOSER (widget));
  settle ();
  search (window, "poet");
  readout_chooser_popup (READOUT_CHOOSER (widget));
  settle ();
  search (window, "nob");
  g_assert_cmpstr (log->str, ==, "a1;a2;a1;NULL;");

  /* What is not there is not chosen. */
  readout_chooser_popup (READOUT_CHOOSER (widget));
  settle ();
  search (window, "zzz");
  g_assert_cmpstr (log->str, ==, "a1;a2;a1;NULL;");
  g_assert_cmpstr (mapped->str, ==, "1;2;3;4;5;");
  let_tooltips_pass ();
  g_signal_handlers_disconnect_by_data (popover, &filling);

  destroy (window, widget);
}

static void
test_actors_field (void)
{
  char                a1[] = "a1", a2[] = "a2";
  char               *ids[] = { a1, a2, NULL };
  const char         *names[] = { "Ada", "Grace", NULL };
  guint               n_calls = 0;
  GtkWidget          *widget = readout_actors_field_new ();
  ReadoutActorsField *field = READOUT_ACTORS_FIELD (widget);
  GtkWidget          *window, *other;
  g_autoptr (GString) removed = g_string_new (NULL);
  g_autoptr (GString) added = g_string_new (NULL);
  g_autoptr (GString) lit = g_string_new (NULL);

  g_object_set (widget, "label", "To", NULL);
  readout_chooser_set_populate (
      readout_actors_field_get_chooser (field), populate, &n_calls);
  g_signal_connect_swapped (widget, "remove", G_CALLBACK (log_string), removed);
  g_signal_connect_swapped (widget, "add", G_CALLBACK (log_string), added);
  g_signal_connect_swapped (widget, "lit", G_CALLBACK (log_string), lit);
  window = show (widget, &other);

  readout_actors_field_set_actors (field, ids, names);
  settle ();
  gtk_widget_activate_action (
      readout_actors_field_get_chip (field, 1), "chip.remove", NULL);
  g_assert_cmpstr (removed->str, ==, "a2;");

  gtk_widget_grab_focus (readout_actors_field_get_chip (field, 0));
  gtk_widget_grab_focus (other);
  g_assert_cmpstr (lit->str, ==, "a1;NULL;");

  readout_chooser_popup (readout_actors_field_get_chooser (field));
  settle ();
  search (window, "grace");
  g_assert_cmpstr (added->str, ==, "a2;");
  let_tooltips_pass ();

  readout_actors_field_set_actors (field, NULL, NULL);
  g_assert_null (readout_actors_field_get_chip (field, 0));

  destroy (window, widget);
}

/* Tab goes value, value's button, next value, button beside the field, also
 * when the values take more lines than the button. */
static void
test_tab_order (void)
{
  g_autoptr (ReadoutText) text = readout_text_new ("one two", -1);
  ReadoutSpan     items[] = { { 0, 3 }, { 4, 7 } };
  ReadoutSpanList spans = { items, 2 };
  GtkWidget      *widget = readout_span_field_new ();
  GtkWidget      *window, *other, *first, *second;
  GtkWidget      *expected[4];

  window = show (widget, &other);
  readout_span_field_set_spans (READOUT_SPAN_FIELD (widget), text, &spans);
  settle ();
  first = readout_span_field_get_piece (READOUT_SPAN_FIELD (widget), 0);
  second = readout_span_field_get_piece (READOUT_SPAN_FIELD (widget), 1);
  expected[0] = gtk_widget_get_first_child (first);
  expected[1] = gtk_widget_get_last_child (first);
  expected[2] = gtk_widget_get_first_child (second);
  expected[3] = gtk_widget_get_last_child (second);

  gtk_widget_grab_focus (widget);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == expected[i]);
      gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
    }
  g_assert_true (gtk_widget_get_parent (gtk_root_get_focus (GTK_ROOT (window)))
                 == widget);
  for (int i = G_N_ELEMENTS (expected) - 1; i >= 0; i--)
    {
      gtk_widget_child_focus (widget, GTK_DIR_TAB_BACKWARD);
      g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == expected[i]);
    }

  destroy (window, widget);
}

static void
measure (GtkWidget *box, int width, int *height)
{
  gtk_widget_measure (
      box, GTK_ORIENTATION_VERTICAL, width, NULL, height, NULL, NULL);
}

static void
test_wrap_layout (void)
{
  GtkLayoutManager *layout
      = g_object_new (READOUT_TYPE_WRAP_LAYOUT, "spacing", 6, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *window, *other;
  int        minimum, natural, height;

  gtk_widget_set_layout_manager (box, layout);
  for (guint i = 0; i < 3; i++)
    {
      GtkWidget *child = gtk_drawing_area_new ();

      gtk_widget_set_size_request (child, 100, 20);
      gtk_box_append (GTK_BOX (box), child);
    }
  window = show (box, &other);

  gtk_widget_measure (
      box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 312);

  /* The least height is that of the greatest width. */
  measure (box, -1, &height);
  g_assert_cmpint (height, ==, 20);
  measure (box, 312, &height);
  g_assert_cmpint (height, ==, 20);
  measure (box, 311, &height);
  g_assert_cmpint (height, ==, 46);
  measure (box, 205, &height);
  g_assert_cmpint (height, ==, 72);

  /* What cannot be seen takes no place. */
  gtk_widget_set_visible (gtk_widget_get_first_child (box), FALSE);
  measure (box, 206, &height);
  g_assert_cmpint (height, ==, 20);

  destroy (window, box);
}

static void
test_letter_keys (void)
{
  g_assert_cmpstr (
      readout_letter_keys_find (GDK_KEY_a, 0, FALSE), ==, "win.accept");
  g_assert_cmpstr (readout_letter_keys_find (GDK_KEY_a, GDK_SHIFT_MASK, FALSE),
                   ==,
                   "win.accept-shown");
  g_assert_cmpstr (
      readout_letter_keys_find (GDK_KEY_Delete, 0, FALSE), ==, "win.reject");
  g_assert_cmpstr (
      readout_letter_keys_find (GDK_KEY_v, 0, TRUE), ==, "win.assign-venue");
  g_assert_cmpstr (
      readout_letter_keys_find (GDK_KEY_k, 0, TRUE), ==, "win.assign-topic");
  g_assert_null (readout_letter_keys_find (GDK_KEY_z, 0, FALSE));
  g_assert_null (readout_letter_keys_find (GDK_KEY_a, 0, TRUE));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fields/status-mark", test_status_mark);
  g_test_add_func ("/fields/value-entry", test_value_entry);
  g_test_add_func ("/fields/span-field", test_span_field);
  g_test_add_func ("/fields/chooser", test_chooser);
  g_test_add_func ("/fields/actors-field", test_actors_field);
  g_test_add_func ("/fields/tab-order", test_tab_order);
  g_test_add_func ("/fields/wrap-layout", test_wrap_layout);
  g_test_add_func ("/fields/letter-keys", test_letter_keys);
  return g_test_run ();
}
