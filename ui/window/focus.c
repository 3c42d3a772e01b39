/* focus.c: where the focus is in the window, and where it goes
 *
 * It moves between the article, the list of cards and the form in a card, and
 * goes back from a form to where it came from.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "window/focus.h"

#include "inspector/editor.h"
#include "window/window-private.h"

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

/**
 * readout_window_letters_act:
 * @self: a window
 *
 * Returns: whether letters are commands where the focus is: in the article and
 *   the cards, and where nothing is being typed
 */
gboolean
readout_window_letters_act (ReadoutWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  if (focus == NULL)
    return TRUE;

  return !takes_letters (focus)
         && (has_focus_in (self, self->article)
             || has_focus_in (self, self->inspector));
}

/**
 * readout_window_focus_in_form:
 * @self: a window
 *
 * Returns: whether the focus is in the form of a card
 */
gboolean
readout_window_focus_in_form (ReadoutWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));

  return focus != NULL
         && gtk_widget_get_ancestor (focus, READOUT_TYPE_EDITOR) != NULL;
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

  g_assert (GTK_IS_APPLICATION_WINDOW (self));

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
  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  if (!readout_window_focus_in_form (self))
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
  g_assert (GTK_IS_APPLICATION_WINDOW (self));

  if (!self->from_article)
    {
      readout_inspector_focus_list (self->inspector);
      return;
    }

  self->from_article = FALSE;
  readout_adaptive_panes_show_tab (self->panes, FALSE);
  gtk_widget_child_focus (GTK_WIDGET (self->article), GTK_DIR_TAB_FORWARD);
}
