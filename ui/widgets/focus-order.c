/* focus-order.c: Tab in the order in which things are written
 *
 * GTK sorts the children of a container by where their middles are.  A field
 * whose value takes three lines then comes after the button beside its first
 * line.  The fields of the forms go by the order of their children instead.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "focus-order.h"

static GtkWidget *
next_child (GtkWidget *widget, GtkWidget *child, gboolean forward)
{
  if (child == NULL)
    return forward ? gtk_widget_get_first_child (widget)
                   : gtk_widget_get_last_child (widget);

  return forward ? gtk_widget_get_next_sibling (child)
                 : gtk_widget_get_prev_sibling (child);
}

/**
 * readout_focus_in_order:
 * @widget: a container
 * @direction: where the focus is to go
 *
 * To be the `focus` function of a container, or called by it.  In other
 * directions than those of Tab it goes by place, as GTK does.
 *
 * Returns: whether a widget inside took the focus
 */
gboolean
readout_focus_in_order (GtkWidget *widget, GtkDirectionType direction)
{
  gboolean   forward = direction == GTK_DIR_TAB_FORWARD;
  GtkWidget *child;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  if (!forward && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_BOX))
        ->focus (widget, direction);

  child = gtk_widget_get_focus_child (widget);
  if (child == NULL)
    child = next_child (widget, NULL, forward);

  for (; child != NULL; child = next_child (widget, child, forward))
    if (gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
