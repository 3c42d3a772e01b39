/* chip.c: one value of several, which can be taken out
 *
 * A button with the value, and a small one that removes it; Delete on either
 * does the same.  While the pointer or the focus is on the chip it is lit, and
 * so are its words in the article.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "chip.h"

#include "focus-order.h"
#include "row-layout.h"

struct _ReadoutChip
{
  GtkBox parent_instance;

  gboolean lit;

  GtkEventControllerMotion *motion;
  GtkEventControllerFocus  *focus;
  GtkButton                *button;
  GtkLabel                 *label;
  GtkButton                *remove_button;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_REMOVED,
  SIGNAL_FOCUSED,
  SIGNAL_LIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutChip, readout_chip, GTK_TYPE_BOX)

static void
set_lit (ReadoutChip *self, gboolean lit)
{
  if (self->lit == lit)
    return;

  self->lit = lit;
  g_signal_emit (self, signals[SIGNAL_LIT], 0, lit);
}

static void
focus_changed (ReadoutChip *self)
{
  if (gtk_event_controller_focus_contains_focus (self->focus))
    g_signal_emit (self, signals[SIGNAL_FOCUSED], 0);
}

static void
update_lit (ReadoutChip *self)
{
  set_lit (self,
           gtk_event_controller_motion_contains_pointer (self->motion)
               || gtk_event_controller_focus_contains_focus (self->focus));
}

static void
clicked (ReadoutChip *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0);
}

static void
remove_clicked (ReadoutChip *self)
{
  g_signal_emit (self, signals[SIGNAL_REMOVED], 0);
}

static void
remove_activated (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  remove_clicked (READOUT_CHIP (widget));
}

static void
readout_chip_unmap (GtkWidget *widget)
{
  /* The pointer may still be where the chip was; the light goes out. */
  set_lit (READOUT_CHIP (widget), FALSE);

  GTK_WIDGET_CLASS (readout_chip_parent_class)->unmap (widget);
}

static gboolean
readout_chip_grab_focus (GtkWidget *widget)
{
  ReadoutChip *self = READOUT_CHIP (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
readout_chip_class_init (ReadoutChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->unmap = readout_chip_unmap;
  widget_class->focus = readout_focus_in_order;
  widget_class->grab_focus = readout_chip_grab_focus;

  /**
   * ReadoutChip::activated:
   * @self: the chip
   *
   * The value was clicked.
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            0);

  /**
   * ReadoutChip::removed:
   * @self: the chip
   *
   * The value is to be taken out; the chip itself stays until its owner
   * removes it.
   */
  signals[SIGNAL_REMOVED] = g_signal_new ("removed",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);

  /**
   * ReadoutChip::focused:
   * @self: the chip
   *
   * The focus came to the chip.
   */
  signals[SIGNAL_FOCUSED] = g_signal_new ("focused",
                                          G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST,
                                          0,
                                          NULL,
                                          NULL,
                                          NULL,
                                          G_TYPE_NONE,
                                          0);

  /**
   * ReadoutChip::lit:
   * @self: the chip
   * @lit: whether the pointer or the focus is on it
   */
  signals[SIGNAL_LIT] = g_signal_new ("lit",
                                      G_TYPE_FROM_CLASS (klass),
                                      G_SIGNAL_RUN_LAST,
                                      0,
                                      NULL,
                                      NULL,
                                      NULL,
                                      G_TYPE_NONE,
                                      1,
                                      G_TYPE_BOOLEAN);

  gtk_widget_class_install_action (
      widget_class, "chip.remove", NULL, remove_activated);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_Delete, 0, "chip.remove", NULL);
  gtk_widget_class_add_binding_action (
      widget_class, GDK_KEY_BackSpace, 0, "chip.remove", NULL);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            READOUT_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/widgets/chip.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutChip, motion);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChip, focus);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChip, button);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChip, label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChip, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, focus_changed);
  gtk_widget_class_bind_template_callback (widget_class, update_lit);
  gtk_widget_class_bind_template_callback (widget_class, clicked);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked);
}

static void
readout_chip_init (ReadoutChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_chip_new:
 *
 * Returns: a new chip, without a label
 */
GtkWidget *
readout_chip_new (void)
{
  return g_object_new (READOUT_TYPE_CHIP, NULL);
}

/**
 * readout_chip_set_label:
 * @self: a chip
 * @label: the value that it shows
 */
void
readout_chip_set_label (ReadoutChip *self, const char *label)
{
  g_autofree char *remove = NULL;

  g_return_if_fail (READOUT_IS_CHIP (self));
  g_return_if_fail (label != NULL);

  if (g_strcmp0 (gtk_label_get_label (self->label), label) == 0)
    return;

  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  /* Translators: the name of a button; %s is a name or a piece of text. */
  remove = g_strdup_printf (_ ("Remove “%s”"), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  remove,
                                  -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->remove_button),
                               _ ("Remove (Delete)"));
}

/**
 * readout_chip_get_label:
 * @self: a chip
 *
 * Returns: the value that it shows
 */
const char *
readout_chip_get_label (ReadoutChip *self)
{
  g_return_val_if_fail (READOUT_IS_CHIP (self), NULL);

  return gtk_label_get_label (self->label);
}

/**
 * readout_chip_is_lit:
 * @self: a chip
 *
 * Returns: whether the pointer or the focus is on it
 */
gboolean
readout_chip_is_lit (ReadoutChip *self)
{
  g_return_val_if_fail (READOUT_IS_CHIP (self), FALSE);

  return self->lit;
}

/**
 * readout_chip_set_wrap:
 * @self: a chip
 * @wrap: whether the value takes as many lines as it needs, or one that is
 *   cut at its end
 */
void
readout_chip_set_wrap (ReadoutChip *self, gboolean wrap)
{
  g_return_if_fail (READOUT_IS_CHIP (self));

  gtk_label_set_wrap (self->label, wrap);
  gtk_label_set_wrap_mode (self->label, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (self->label,
                           wrap ? PANGO_ELLIPSIZE_NONE : PANGO_ELLIPSIZE_END);
}
