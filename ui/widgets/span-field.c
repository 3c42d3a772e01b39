/* span-field.c: a field that holds pieces of the text
 *
 * Each piece is a chip with its words.  One button takes what is selected in
 * the article instead of what is there, another adds it as a further piece.
 * The field knows spans and a text, nothing of records: it asks its owner by
 * signals, and shows what it is told.
 *
 * The chips are kept while the pieces change, so that the focus stays where it
 * is when a boundary is moved or a piece is taken out.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "span-field.h"

#include "chip.h"
#include "focus-order.h"
#include "row-layout.h"

/* Of a long piece its two ends are shown, since these are what a person
 * checks; the middle is in the article.  In code points. */
#define MAX_PIECE_LENGTH 160
#define TAIL_LENGTH 60

struct _ReadoutSpanField
{
  GtkBox parent_instance;

  char           *label;
  char           *keys;
  ReadoutSpanList spans;
  GPtrArray      *chips; /* one a span, in the same order; owned by the box */

  GtkBox    *pieces;
  GtkWidget *empty_label;
  GtkWidget *assign_button;
  GtkWidget *add_button;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_KEYS,
  N_PROPS
};

enum
{
  SIGNAL_ASSIGN,
  SIGNAL_REMOVE_PIECE,
  SIGNAL_FOCUS_PIECE,
  SIGNAL_LIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutSpanField, readout_span_field, GTK_TYPE_BOX)

static char *
slice (ReadoutText *text, guint32 start, guint32 end)
{
  return g_strdelimit (
      readout_text_slice (text, READOUT_SPAN (start, end)), "\n\r\t", ' ');
}

static char *
piece_words (ReadoutText *text, ReadoutSpan span)
{
  g_autofree char *head = NULL;
  g_autofree char *tail = NULL;

  if (readout_span_length (span) <= MAX_PIECE_LENGTH)
    return slice (text, span.start, span.end);

  head = slice (text, span.start, span.start + MAX_PIECE_LENGTH - TAIL_LENGTH);
  tail = slice (text, span.end - TAIL_LENGTH, span.end);

  return g_strconcat (head, " … ", tail, NULL);
}

static gboolean
find_chip (ReadoutSpanField *self, ReadoutChip *chip, guint *piece)
{
  return g_ptr_array_find (self->chips, chip, piece);
}

/* Clicked, or come to by Tab. */
static void
chip_focused (ReadoutSpanField *self, ReadoutChip *chip)
{
  guint piece;

  if (find_chip (self, chip, &piece))
    g_signal_emit (self, signals[SIGNAL_FOCUS_PIECE], 0, piece);
}

static void
chip_removed (ReadoutSpanField *self, ReadoutChip *chip)
{
  guint piece;

  if (find_chip (self, chip, &piece))
    g_signal_emit (self, signals[SIGNAL_REMOVE_PIECE], 0, piece);
}

static void
chip_lit (ReadoutSpanField *self, gboolean lit, ReadoutChip *chip)
{
  ReadoutSpanList spans = { NULL, 1 };
  guint           piece;

  if (!find_chip (self, chip, &piece))
    return;

  spans.items = &self->spans.items[piece];
  g_signal_emit (self, signals[SIGNAL_LIT], 0, lit ? &spans : NULL);
}

static void
assign_clicked (ReadoutSpanField *self)
{
  g_signal_emit (self, signals[SIGNAL_ASSIGN], 0, FALSE);
}

static void
add_clicked (ReadoutSpanField *self)
{
  g_signal_emit (self, signals[SIGNAL_ASSIGN], 0, TRUE);
}

static void
update_names (ReadoutSpanField *self)
{
  g_autofree char *assign = NULL;
  g_autofree char *add = NULL;
  g_autofree char *tooltip = NULL;

  if (self->label == NULL)
    return;

  /* Translators: buttons beside a field of the form; %s is its name. */
  assign = g_strdup_printf (_ ("%s: take the selected text"), self->label);
  add = g_strdup_printf (_ ("%s: add the selected text as a piece"),
                         self->label);
  if (self->keys != NULL)
    /* Translators: a tooltip, and the keys that do the same. */
    tooltip = g_strdup_printf (_ ("Take the selected text (%s)"), self->keys);
  else
    tooltip = g_strdup (_ ("Take the selected text"));

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->assign_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  assign,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  add,
                                  -1);
  gtk_widget_set_tooltip_text (self->assign_button, tooltip);
  gtk_widget_set_tooltip_text (self->add_button,
                               _ ("Add the selected text as a piece"));
}

static void
add_chip (ReadoutSpanField *self)
{
  GtkWidget *chip = readout_chip_new ();

  readout_chip_set_wrap (READOUT_CHIP (chip), TRUE);
  gtk_widget_add_css_class (chip, "piece");
  g_signal_connect_object (
      chip, "focused", G_CALLBACK (chip_focused), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      chip, "removed", G_CALLBACK (chip_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      chip, "lit", G_CALLBACK (chip_lit), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->chips, chip);
  gtk_box_append (self->pieces, chip);
}

static void
remove_last_chip (ReadoutSpanField *self)
{
  guint      last = self->chips->len - 1;
  GtkWidget *chip = g_ptr_array_index (self->chips, last);

  /* The focus goes to a neighbour, not to wherever GTK finds the next. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self->pieces)) == chip)
    gtk_widget_grab_focus (last > 0 ? g_ptr_array_index (self->chips, last - 1)
                                    : self->assign_button);

  g_ptr_array_set_size (self->chips, last);
  gtk_box_remove (self->pieces, chip);
}

static void
readout_span_field_dispose (GObject *object)
{
  ReadoutSpanField *self = READOUT_SPAN_FIELD (object);

  g_ptr_array_set_size (self->chips, 0);

  G_OBJECT_CLASS (readout_span_field_parent_class)->dispose (object);
}

static void
readout_span_field_finalize (GObject *object)
{
  ReadoutSpanField *self = READOUT_SPAN_FIELD (object);

  g_ptr_array_unref (self->chips);
  readout_span_list_clear (&self->spans);
  g_free (self->label);
  g_free (self->keys);

  G_OBJECT_CLASS (readout_span_field_parent_class)->finalize (object);
}

static gboolean
readout_span_field_grab_focus (GtkWidget *widget)
{
  ReadoutSpanField *self = READOUT_SPAN_FIELD (widget);

  return gtk_widget_grab_focus (self->chips->len > 0
                                    ? g_ptr_array_index (self->chips, 0)
                                    : self->assign_button);
}

static void
readout_span_field_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReadoutSpanField *self = READOUT_SPAN_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_KEYS:
      g_value_set_string (value, self->keys);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_span_field_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ReadoutSpanField *self = READOUT_SPAN_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update_names (self);
      break;
    case PROP_KEYS:
      g_free (self->keys);
      self->keys = g_value_dup_string (value);
      update_names (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_span_field_class_init (ReadoutSpanFieldClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_span_field_dispose;
  object_class->finalize = readout_span_field_finalize;
  object_class->get_property = readout_span_field_get_property;
  object_class->set_property = readout_span_field_set_property;
  widget_class->focus = readout_focus_in_order;
  widget_class->grab_focus = readout_span_field_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_KEYS] = g_param_spec_string (
      "keys", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReadoutSpanField::assign:
   * @self: the field
   * @add: whether to keep what is there
   *
   * The selected text is to be taken.
   */
  signals[SIGNAL_ASSIGN] = g_signal_new ("assign",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_BOOLEAN);

  /**
   * ReadoutSpanField::remove-piece:
   * @self: the field
   * @piece: which one, from 0
   */
  signals[SIGNAL_REMOVE_PIECE] = g_signal_new ("remove-piece",
                                               G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST,
                                               0,
                                               NULL,
                                               NULL,
                                               NULL,
                                               G_TYPE_NONE,
                                               1,
                                               G_TYPE_UINT);

  /**
   * ReadoutSpanField::focus-piece:
   * @self: the field
   * @piece: which one, from 0
   *
   * A piece was clicked or got the focus.
   */
  signals[SIGNAL_FOCUS_PIECE] = g_signal_new ("focus-piece",
                                              G_TYPE_FROM_CLASS (klass),
                                              G_SIGNAL_RUN_LAST,
                                              0,
                                              NULL,
                                              NULL,
                                              NULL,
                                              G_TYPE_NONE,
                                              1,
                                              G_TYPE_UINT);

  /**
   * ReadoutSpanField::lit:
   * @self: the field
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
                                            READOUT_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/widgets/span-field.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutSpanField, pieces);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutSpanField, empty_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutSpanField, assign_button);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutSpanField, add_button);
  gtk_widget_class_bind_template_callback (widget_class, assign_clicked);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
}

static void
readout_span_field_init (ReadoutSpanField *self)
{
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_span_field_new:
 *
 * Returns: a new field, without pieces
 */
GtkWidget *
readout_span_field_new (void)
{
  return g_object_new (READOUT_TYPE_SPAN_FIELD, NULL);
}

/**
 * readout_span_field_set_spans:
 * @self: a field
 * @text: the article
 * @spans: the pieces that the record has
 *
 * Shows the words of @spans.
 */
void
readout_span_field_set_spans (ReadoutSpanField      *self,
                              ReadoutText           *text,
                              const ReadoutSpanList *spans)
{
  g_return_if_fail (READOUT_IS_SPAN_FIELD (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (spans != NULL);

  if (self->spans.length > 0 && readout_span_list_equal (&self->spans, spans))
    return;

  /* Chips go before the spans do, since the focus, in leaving one, lights up
   * the words of another. */
  while (self->chips->len > spans->length)
    remove_last_chip (self);
  readout_span_list_clear (&self->spans);
  readout_span_list_copy (&self->spans, spans);
  while (self->chips->len < spans->length)
    add_chip (self);

  for (guint i = 0; i < spans->length; i++)
    {
      ReadoutChip     *chip = g_ptr_array_index (self->chips, i);
      g_autofree char *words = piece_words (text, spans->items[i]);

      readout_chip_set_label (chip, words);
      if (readout_chip_is_lit (chip))
        chip_lit (self, TRUE, chip);
    }

  gtk_widget_set_visible (self->empty_label, spans->length == 0);
  gtk_widget_set_visible (self->add_button, spans->length > 0);
}

/**
 * readout_span_field_get_piece:
 * @self: a field
 * @piece: which one, from 0
 *
 * Returns: (transfer none) (nullable): its chip
 */
GtkWidget *
readout_span_field_get_piece (ReadoutSpanField *self, guint piece)
{
  g_return_val_if_fail (READOUT_IS_SPAN_FIELD (self), NULL);

  return piece < self->chips->len ? g_ptr_array_index (self->chips, piece)
                                  : NULL;
}
