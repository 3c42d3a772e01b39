/* decide-window.c: whose version of each item that both sides changed
 *
 * A list with a row for each item.  The decision keeps what is chosen and sees
 * to it that the items are those of this moment; when they become others, the
 * rows are made anew, and the focus stays on the item that it was on.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/decide-window.h"

#include "window/decide-row.h"

struct _ReadoutDecideWindow
{
  GtkWindow parent_instance;

  GtkWidget  *apply_button;
  GtkLabel   *count_label;
  GtkListBox *list;
  GtkButton  *mine_button;
  GtkButton  *theirs_button;

  ReadoutDecision *decision;
};

G_DEFINE_FINAL_TYPE (ReadoutDecideWindow,
                     readout_decide_window,
                     GTK_TYPE_WINDOW)

/* The row that has the focus, or in which it is. */
static GtkListBoxRow *
get_focus_row (ReadoutDecideWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL ? GTK_LIST_BOX_ROW (
             gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_BOX_ROW))
                       : NULL;
}

static ReadoutDecideRow *
get_content (GtkListBoxRow *row)
{
  return READOUT_DECIDE_ROW (gtk_list_box_row_get_child (row));
}

static void
focus_row (ReadoutDecideWindow *self, int index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, index);

  if (row == NULL)
    return;

  gtk_window_set_focus_visible (GTK_WINDOW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
focus_undecided (ReadoutDecideWindow *self)
{
  guint n = readout_decision_get_n_items (self->decision);
  guint i = 0;

  while (i < n
         && readout_decision_get_answer (self->decision, i)
                != READOUT_MERGER_ASK)
    i++;
  focus_row (self, i < n ? (int)i : 0);
}

static void
update_count (ReadoutDecideWindow *self)
{
  guint            n = readout_decision_get_n_items (self->decision);
  g_autofree char *words = NULL;

  if (readout_decision_is_waiting (self->decision))
    words = g_strdup (_ ("The file cannot be read just now"));
  else
    words = g_strdup_printf (
        /* Translators: how many items are decided upon, and how many there
         * are */
        ngettext ("%u of %u decided", "%u of %u decided", n),
        readout_decision_count_answered (self->decision),
        n);
  gtk_label_set_label (self->count_label, words);
  gtk_widget_set_sensitive (self->apply_button,
                            readout_decision_is_complete (self->decision));
}

static void
on_answered (ReadoutDecideWindow *self)
{
  guint n = readout_decision_get_n_items (self->decision);

  for (guint i = 0; i < n; i++)
    readout_decide_row_update (
        get_content (gtk_list_box_get_row_at_index (self->list, (int)i)));
  update_count (self);
}

static GtkWidget *
make_row (ReadoutDecideWindow *self, guint index)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *content = readout_decide_row_new (self->decision, index);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (row),
      GTK_ACCESSIBLE_PROPERTY_LABEL,
      readout_decide_row_get_name (READOUT_DECIDE_ROW (content)),
      -1);

  return row;
}

/* Of two copies, both are the person's own. */
static void
name_sides (ReadoutDecideWindow *self)
{
  gboolean is_copy = readout_decision_is_about_copy (self->decision);

  gtk_button_set_label (self->mine_button,
                        is_copy ? _ ("All _Shown") : _ ("All _Mine"));
  gtk_button_set_label (self->theirs_button,
                        is_copy ? _ ("All of the _Other") : _ ("All _Theirs"));
}

static void
fill (ReadoutDecideWindow *self)
{
  guint      n = readout_decision_get_n_items (self->decision);
  GtkWidget *child;

  name_sides (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n; i++)
    gtk_list_box_append (self->list, make_row (self, i));
  update_count (self);
}

static void
on_refreshed (ReadoutDecideWindow *self)
{
  GtkListBoxRow   *row = get_focus_row (self);
  guint            n = readout_decision_get_n_items (self->decision);
  g_autofree char *key = NULL;

  if (row != NULL)
    key = g_strdup (readout_decide_row_get_key (get_content (row)));
  fill (self);
  for (guint i = 0; i < n && key != NULL; i++)
    if (g_str_equal (readout_decision_get_key (self->decision, i), key))
      {
        focus_row (self, (int)i);
        return;
      }
  focus_undecided (self);
}

static void
apply (ReadoutDecideWindow *self)
{
  readout_decision_apply (self->decision);
}

static void
answer_mine (ReadoutDecideWindow *self)
{
  readout_decision_answer_all (self->decision, READOUT_MERGER_MINE);
}

static void
answer_theirs (ReadoutDecideWindow *self)
{
  readout_decision_answer_all (self->decision, READOUT_MERGER_THEIRS);
}

/* Enter does what a person wants who has chosen all, or leads to what is left;
 * but a button that has the focus is pressed by it. */
static gboolean
enter_pressed (ReadoutDecideWindow *self)
{
  if (GTK_IS_BUTTON (gtk_root_get_focus (GTK_ROOT (self))))
    return GDK_EVENT_PROPAGATE;

  if (readout_decision_is_complete (self->decision))
    readout_decision_apply (self->decision);
  else
    focus_undecided (self);

  return GDK_EVENT_STOP;
}

static gboolean
key_captured (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        modifiers,
              ReadoutDecideWindow   *self)
{
  GtkListBoxRow *row = get_focus_row (self);
  int            index = row != NULL ? gtk_list_box_row_get_index (row) : -1;

  if ((modifiers & gtk_accelerator_get_default_mod_mask ()) != 0
      || self->decision == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      return enter_pressed (self);
    default:
      break;
    }

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_m:
      readout_decision_set_answer (self->decision, index, READOUT_MERGER_MINE);
      return GDK_EVENT_STOP;
    case GDK_KEY_t:
      readout_decision_set_answer (
          self->decision, index, READOUT_MERGER_THEIRS);
      return GDK_EVENT_STOP;
    /* Also where the focus is on a choice: these keys would go to the other
     * one and choose it. */
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      focus_row (self, MAX (index - 1, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      focus_row (self, index + 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
readout_decide_window_dispose (GObject *object)
{
  ReadoutDecideWindow *self = READOUT_DECIDE_WINDOW (object);

  g_clear_object (&self->decision);

  G_OBJECT_CLASS (readout_decide_window_parent_class)->dispose (object);
}

static void
readout_decide_window_class_init (ReadoutDecideWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_decide_window_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/window/decide-window.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutDecideWindow, apply_button);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutDecideWindow, count_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutDecideWindow, list);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutDecideWindow, mine_button);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutDecideWindow, theirs_button);
  gtk_widget_class_bind_template_callback (widget_class, apply);
  gtk_widget_class_bind_template_callback (widget_class, answer_mine);
  gtk_widget_class_bind_template_callback (widget_class, answer_theirs);
  gtk_widget_class_bind_template_callback (widget_class, key_captured);
}

static void
readout_decide_window_init (ReadoutDecideWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
set_decision (ReadoutDecideWindow *self, ReadoutDecision *decision)
{
  self->decision = g_object_ref (decision);
  g_signal_connect_object (decision,
                           "refreshed",
                           G_CALLBACK (on_refreshed),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      decision, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (decision,
                           "over",
                           G_CALLBACK (gtk_window_destroy),
                           self,
                           G_CONNECT_SWAPPED);
  fill (self);
}

/* The one that is open already: there is but one decision at a time. */
static GtkWindow *
find_window (GtkWindow *parent)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (READOUT_IS_DECIDE_WINDOW (at->data)
        && gtk_window_get_transient_for (at->data) == parent)
      return at->data;

  return NULL;
}

/**
 * readout_decide_window_present:
 * @parent: the window whose document it is about
 * @saver: what saves that document
 *
 * Lets the person decide for each item that both sides changed, if there are
 * any.  The window closes by itself when nothing is left to be decided.
 */
void
readout_decide_window_present (GtkWindow *parent, ReadoutSaver *saver)
{
  GtkWindow *window;
  g_autoptr (ReadoutDecision) decision = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (READOUT_IS_SAVER (saver));

  window = find_window (parent);
  if (window == NULL)
    {
      decision = readout_decision_new (saver);
      if (decision == NULL)
        return;

      window = g_object_new (
          READOUT_TYPE_DECIDE_WINDOW, "transient-for", parent, NULL);
      set_decision (READOUT_DECIDE_WINDOW (window), decision);
      focus_undecided (READOUT_DECIDE_WINDOW (window));
    }
  gtk_window_present (window);
}
