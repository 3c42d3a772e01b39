/* banner.c: a notice over the article that stays until it is dealt with
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/banner.h"

#include "widgets/wrap-layout.h"

/* What the message keeps of a narrow window, where the buttons go into several
 * lines. */
#define MIN_MESSAGE_CHARS 12

struct _ReadoutBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *buttons;
  GtkWidget *close;
};

enum
{
  DISMISSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutBanner, readout_banner, GTK_TYPE_WIDGET)

static void
on_close_clicked (GtkButton *button, ReadoutBanner *self)
{
  readout_banner_show_message (self, NULL);
  g_signal_emit (self, signals[DISMISSED], 0);
}

static void
readout_banner_dispose (GObject *object)
{
  ReadoutBanner *self = READOUT_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (readout_banner_parent_class)->dispose (object);
}

static void
readout_banner_class_init (ReadoutBannerClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_banner_dispose;

  signals[DISMISSED] = g_signal_new ("dismissed",
                                     G_TYPE_FROM_CLASS (klass),
                                     G_SIGNAL_RUN_LAST,
                                     0,
                                     NULL,
                                     NULL,
                                     NULL,
                                     G_TYPE_NONE,
                                     0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "banner");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_ALERT);
}

static void
readout_banner_init (ReadoutBanner *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_widget_add_css_class (box, "banner-box");

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->label), MIN_MESSAGE_CHARS);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_box_append (GTK_BOX (box), self->label);

  self->buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (
      self->buttons,
      g_object_new (READOUT_TYPE_WRAP_LAYOUT, "spacing", 6, NULL));
  gtk_widget_set_valign (self->buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->buttons);

  self->close = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->close, "flat");
  gtk_widget_add_css_class (self->close, "circular");
  gtk_widget_set_tooltip_text (self->close, _ ("Close"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->close),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Close"),
                                  -1);
  g_signal_connect_object (
      self->close, "clicked", G_CALLBACK (on_close_clicked), self, 0);
  gtk_box_append (GTK_BOX (box), self->close);

  self->revealer = gtk_revealer_new ();
  gtk_revealer_set_child (GTK_REVEALER (self->revealer), box);
  gtk_widget_set_parent (self->revealer, GTK_WIDGET (self));

  /* A closed revealer still lets the focus into its child. */
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * readout_banner_new:
 *
 * Returns: (transfer floating): a banner that is not shown yet
 */
GtkWidget *
readout_banner_new (void)
{
  return g_object_new (READOUT_TYPE_BANNER, NULL);
}

/**
 * readout_banner_add_button:
 * @self: a banner
 * @label: what it offers, with a mnemonic
 * @action_name: the action that does it, such as "win.detect"
 *
 * Adds a button after those it has.
 */
void
readout_banner_add_button (ReadoutBanner *self,
                           const char    *label,
                           const char    *action_name)
{
  GtkWidget *button;

  g_return_if_fail (READOUT_IS_BANNER (self));
  g_return_if_fail (label != NULL && action_name != NULL);

  button = gtk_button_new_with_mnemonic (label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action_name);
  gtk_box_append (GTK_BOX (self->buttons), button);
}

/**
 * readout_banner_set_closable:
 * @self: a banner
 * @closable: whether the person may close it without doing what it offers
 *
 * Banners are closable unless told otherwise.
 */
void
readout_banner_set_closable (ReadoutBanner *self, gboolean closable)
{
  g_return_if_fail (READOUT_IS_BANNER (self));

  gtk_widget_set_visible (self->close, closable);
}

/**
 * readout_banner_show_message:
 * @self: a banner
 * @message: (nullable): what to say, or %NULL to go away
 *
 * Shows the banner with a message, or hides it.
 */
void
readout_banner_show_message (ReadoutBanner *self, const char *message)
{
  g_return_if_fail (READOUT_IS_BANNER (self));

  if (message != NULL)
    {
      gtk_label_set_label (GTK_LABEL (self->label), message);
      gtk_accessible_update_property (
          GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, message, -1);
    }

  gtk_widget_set_visible (GTK_WIDGET (self), message != NULL);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer),
                                 message != NULL);
}

/**
 * readout_banner_is_shown:
 * @self: a banner
 *
 * Returns: whether it says something now
 */
gboolean
readout_banner_is_shown (ReadoutBanner *self)
{
  g_return_val_if_fail (READOUT_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}
