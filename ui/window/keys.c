/* keys.c: letters that are commands
 *
 * Letters act while the article or the cards have the focus and never while
 * something is being typed, so they are caught in the capture phase, where
 * the window can look at what has the focus before a list searches by letter
 * or an entry takes it.  Tab and Enter in the article are the article's own.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "window/window-private.h"

#include "inspector/editor.h"
#include "widgets/letter-keys.h"

static gboolean
has_focus_in (ReadoutWindow *self, gpointer pane)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL
         && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* Where letters are letters: entries, editable text, and popovers, which
 * search in their lists by what is typed. */
static gboolean
takes_letters (GtkWidget *focus)
{
  if (GTK_IS_EDITABLE (focus))
    return TRUE;
  if (GTK_IS_TEXT_VIEW (focus)
      && gtk_text_view_get_editable (GTK_TEXT_VIEW (focus)))
    return TRUE;

  return gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
}

static gboolean
letters_act (ReadoutWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL)
    return TRUE;

  return !takes_letters (focus)
         && (has_focus_in (self, self->article)
             || has_focus_in (self, self->inspector));
}

static gboolean
focus_in_form (ReadoutWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL
         && gtk_widget_get_ancestor (focus, READOUT_TYPE_EDITOR) != NULL;
}

static void
begin_chord (ReadoutWindow *self)
{
  self->in_chord = TRUE;
  readout_session_set_status (
      self->session,
      _ ("Assign the selection to: c content · u cue · s source · p place · "
         "v venue · t time · d duration · o occasion · k topic · e outcome"));
}

static gboolean
run_letter (ReadoutWindow *self, GdkEvent *event)
{
  gboolean    in_chord = self->in_chord;
  gboolean    is_prefix;
  const char *action;

  action = readout_letter_keys_match (event, in_chord, &is_prefix);
  self->in_chord = FALSE;
  if (is_prefix)
    begin_chord (self);
  else if (action != NULL)
    readout_window_actions_run (self, action);
  else if (in_chord)
    readout_session_set_status (self->session, _ ("Nothing assigned"));

  /* After the prefix a key that names no field does nothing, rather than
   * something that nobody asked for. */
  return is_prefix || action != NULL || in_chord;
}

static gboolean
on_key_pressed (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                ReadoutWindow         *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  GdkEvent       *event = gtk_event_controller_get_current_event (
      GTK_EVENT_CONTROLLER (controller));

  if (event == NULL || gdk_key_event_is_modifier (event))
    return GDK_EVENT_PROPAGATE;

  if (!letters_act (self))
    {
      self->in_chord = FALSE;
      if ((modifiers & ~GDK_SHIFT_MASK) == GDK_CONTROL_MASK
          && (keyval == GDK_KEY_z || keyval == GDK_KEY_Z))
        return readout_window_undo_typing (self, modifiers & GDK_SHIFT_MASK);
      return GDK_EVENT_PROPAGATE;
    }

  if ((modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;

  /* On a card Delete rejects the item, in its form it takes out a piece. */
  if ((keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete)
      && focus_in_form (self))
    return GDK_EVENT_PROPAGATE;

  return run_letter (self, event);
}

/**
 * readout_window_undo_typing:
 * @self: a window
 * @redo: whether to redo
 *
 * Lets an entry that has the focus take back what was typed there, which
 * Ctrl+Z means to whoever is typing.
 *
 * Returns: whether an entry has the focus
 */
gboolean
readout_window_undo_typing (ReadoutWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL || !GTK_IS_EDITABLE (focus))
    return FALSE;

  return gtk_widget_activate_action (
      focus, redo ? "text.redo" : "text.undo", NULL);
}

/**
 * readout_window_next_pane:
 * @self: a window
 *
 * Moves the focus from the article to the cards and back.
 */
void
readout_window_next_pane (ReadoutWindow *self)
{
  gboolean to_side;

  g_return_if_fail (READOUT_IS_WINDOW (self));

  to_side = has_focus_in (self, self->article);
  if (to_side)
    g_object_set (self->panes, "side-shown", TRUE, NULL);
  readout_adaptive_panes_show_tab (self->panes, to_side);

  if (to_side)
    readout_inspector_focus_list (self->inspector);
  else
    gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}

/**
 * readout_window_enter_card:
 * @self: a window
 *
 * Brings up the cards, before one of them gets the focus, and notes where
 * that is taken from.
 */
void
readout_window_enter_card (ReadoutWindow *self)
{
  g_return_if_fail (READOUT_IS_WINDOW (self));

  if (!focus_in_form (self))
    self->from_article = has_focus_in (self, self->article);
  g_object_set (self->panes, "side-shown", TRUE, NULL);
  readout_adaptive_panes_show_tab (self->panes, TRUE);
}

/**
 * readout_window_leave_card:
 * @self: a window
 *
 * Gives the focus back to where it was before a card was entered: to the
 * article, or to the list of cards.
 */
void
readout_window_leave_card (ReadoutWindow *self)
{
  g_return_if_fail (READOUT_IS_WINDOW (self));

  if (!self->from_article)
    {
      readout_inspector_focus_list (self->inspector);
      return;
    }

  self->from_article = FALSE;
  readout_adaptive_panes_show_tab (self->panes, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}

/**
 * readout_window_keys_install:
 * @self: a window
 *
 * Lets the letters act.
 */
void
readout_window_keys_install (ReadoutWindow *self)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (
      controller, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
