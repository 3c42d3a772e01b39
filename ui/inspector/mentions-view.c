/* mentions-view.c: the mentions of an actor, to go to
 *
 * A button for each mention with its words, set as words in a paragraph.  An
 * actor with ninety mentions shows the first of them and how many more there
 * are; pressing that shows all.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mentions-view.h"

#include "widgets/wrap-layout.h"

/* As many mentions as a form shows before somebody asks for the rest. */
#define N_SHOWN 12

/* Nominals can be whole clauses. */
#define MAX_CHARS 30

struct _ReadoutMentionsView
{
  GtkBox parent_instance;

  ReadoutText *text;
  GPtrArray   *mentions; /* ReadoutMention, referenced */
  gboolean     shows_all;
};

enum
{
  SIGNAL_ACTIVATED,
  SIGNAL_LIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutMentionsView, readout_mentions_view, GTK_TYPE_BOX)

/* The buttons stand in the order of the mentions. */
static ReadoutMention *
find_mention (ReadoutMentionsView *self, GtkWidget *button)
{
  guint i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));
       child != NULL && child != button;
       child = gtk_widget_get_next_sibling (child))
    i++;

  return i < self->mentions->len ? g_ptr_array_index (self->mentions, i) : NULL;
}

static void
button_clicked (ReadoutMentionsView *self, GtkWidget *button)
{
  ReadoutMention *mention = find_mention (self, button);

  if (mention != NULL)
    {
      g_autofree char *id = g_strdup (mention->record.id);

      g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
    }
}

static void
light (ReadoutMentionsView *self, GtkEventController *controller)
{
  ReadoutMention *mention
      = find_mention (self, gtk_event_controller_get_widget (controller));
  ReadoutSpanList spans = { NULL, 1 };

  if (mention == NULL)
    return;

  spans.items = &mention->span;
  g_signal_emit (self, signals[SIGNAL_LIT], 0, &spans);
}

static void
put_out (ReadoutMentionsView *self)
{
  g_signal_emit (self, signals[SIGNAL_LIT], 0, NULL);
}

static void
pointer_entered (ReadoutMentionsView *self,
                 double               x,
                 double               y,
                 GtkEventController  *controller)
{
  light (self, controller);
}

static void
add_button (ReadoutMentionsView *self, ReadoutMention *mention)
{
  g_autofree char    *words = readout_text_slice (self->text, mention->span);
  GtkWidget          *button = gtk_button_new ();
  GtkWidget          *label;
  GtkEventController *controller;

  g_strdelimit (words, "\n\r\t", ' ');
  label = gtk_label_new (words);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "piece");
  gtk_widget_set_tooltip_text (button, _ ("Go to this mention"));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (button_clicked), self, G_CONNECT_SWAPPED);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_object (controller,
                           "enter",
                           G_CALLBACK (pointer_entered),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (
      controller, "leave", G_CALLBACK (put_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_object (
      controller, "enter", G_CALLBACK (light), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      controller, "leave", G_CALLBACK (put_out), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (button, controller);

  gtk_box_append (GTK_BOX (self), button);
}

static void rebuild (ReadoutMentionsView *self);

static void
more_clicked (ReadoutMentionsView *self)
{
  GtkWidget *child;

  self->shows_all = TRUE;
  rebuild (self);

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  for (guint i = 0; i < N_SHOWN && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    gtk_widget_grab_focus (child);
}

static void
add_more_button (ReadoutMentionsView *self, guint n_more)
{
  g_autofree char *label = NULL;
  GtkWidget       *button;

  label = g_strdup_printf (
      /* Translators: a button that shows the rest of a list of mentions. */
      g_dngettext (GETTEXT_PACKAGE, "%u more", "%u more", n_more),
      n_more);
  button = gtk_button_new_with_label (label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Show all mentions"));
  g_signal_connect_object (
      button, "clicked", G_CALLBACK (more_clicked), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), button);
}

static void
rebuild (ReadoutMentionsView *self)
{
  guint      n_shown = self->mentions->len;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);

  /* "1 more" would take the place of the one. */
  if (!self->shows_all && n_shown > N_SHOWN + 1)
    n_shown = N_SHOWN;
  for (guint i = 0; i < n_shown; i++)
    add_button (self, g_ptr_array_index (self->mentions, i));

  if (n_shown < self->mentions->len)
    add_more_button (self, self->mentions->len - n_shown);
  if (self->mentions->len == 0)
    gtk_box_append (GTK_BOX (self), gtk_label_new ("—"));
}

static gboolean
same_mentions (GPtrArray *a, GPtrArray *b)
{
  if (b == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (g_ptr_array_index (a, i) != g_ptr_array_index (b, i))
      return FALSE;

  return TRUE;
}

static void
readout_mentions_view_finalize (GObject *object)
{
  ReadoutMentionsView *self = READOUT_MENTIONS_VIEW (object);

  g_ptr_array_unref (self->mentions);
  g_clear_pointer (&self->text, readout_text_unref);

  G_OBJECT_CLASS (readout_mentions_view_parent_class)->finalize (object);
}

static void
readout_mentions_view_class_init (ReadoutMentionsViewClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = readout_mentions_view_finalize;

  /**
   * ReadoutMentionsView::activated:
   * @self: the view
   * @id: the mention to go to
   */
  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated",
                                            G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST,
                                            0,
                                            NULL,
                                            NULL,
                                            NULL,
                                            G_TYPE_NONE,
                                            1,
                                            G_TYPE_STRING);

  /**
   * ReadoutMentionsView::lit:
   * @self: the view
   * @spans: (nullable) (type ReadoutSpanList): what to light up in the article
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
                                      G_TYPE_POINTER);

  gtk_widget_class_set_layout_manager_type (widget_class,
                                            READOUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
readout_mentions_view_init (ReadoutMentionsView *self)
{
  self->mentions = g_ptr_array_new_with_free_func (readout_record_unref);
  g_object_set (
      gtk_widget_get_layout_manager (GTK_WIDGET (self)), "spacing", 2, NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Mentions"), -1);
}

/**
 * readout_mentions_view_new:
 *
 * Returns: a new view, of no mentions
 */
GtkWidget *
readout_mentions_view_new (void)
{
  return g_object_new (READOUT_TYPE_MENTIONS_VIEW, NULL);
}

/**
 * readout_mentions_view_set_mentions:
 * @self: a view
 * @text: the article
 * @mentions: (nullable) (element-type ReadoutMention): what to show, in text
 *   order
 */
void
readout_mentions_view_set_mentions (ReadoutMentionsView *self,
                                    ReadoutText         *text,
                                    GPtrArray           *mentions)
{
  gboolean is_new = self->text == NULL;

  g_return_if_fail (READOUT_IS_MENTIONS_VIEW (self));
  g_return_if_fail (text != NULL);

  if (!is_new && same_mentions (self->mentions, mentions))
    return;

  if (is_new)
    self->text = readout_text_ref (text);
  g_ptr_array_set_size (self->mentions, 0);
  for (guint i = 0; mentions != NULL && i < mentions->len; i++)
    g_ptr_array_add (self->mentions,
                     readout_record_ref (g_ptr_array_index (mentions, i)));
  rebuild (self);
}
