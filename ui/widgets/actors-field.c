/* actors-field.c: a field that holds several actors
 *
 * A chip for each actor and a chooser that adds one.  The field knows ids and
 * names, nothing of records; it asks its owner by signals.  A value that was
 * worked out: nobody's name stands here because of the words of the text
 * alone, so the chips look other than the pieces of a span field.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "actors-field.h"

#include "chip.h"
#include "focus-order.h"
#include "row-layout.h"
#include "wrap-layout.h"

struct _ReadoutActorsField
{
  GtkBox parent_instance;

  char      *label;
  GPtrArray *ids;   /* char *, one an actor */
  GPtrArray *chips; /* in the same order; owned by the box */

  GtkBox         *chips_box;
  GtkWidget      *empty_label;
  ReadoutChooser *chooser;
};

enum
{
  PROP_0,
  PROP_LABEL,
  N_PROPS
};

enum
{
  SIGNAL_ADD,
  SIGNAL_REMOVE,
  SIGNAL_ACTIVATED,
  SIGNAL_LIT,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutActorsField, readout_actors_field, GTK_TYPE_BOX)

/* The owner may change the field while it is told, so the id is a copy. */
static char *
dup_id (ReadoutActorsField *self, ReadoutChip *chip)
{
  guint i;

  if (!g_ptr_array_find (self->chips, chip, &i))
    return NULL;

  return g_strdup (g_ptr_array_index (self->ids, i));
}

static void
chip_activated (ReadoutActorsField *self, ReadoutChip *chip)
{
  g_autofree char *id = dup_id (self, chip);

  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, id);
}

static void
chip_removed (ReadoutActorsField *self, ReadoutChip *chip)
{
  g_autofree char *id = dup_id (self, chip);

  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_REMOVE], 0, id);
}

static void
chip_lit (ReadoutActorsField *self, gboolean lit, ReadoutChip *chip)
{
  g_autofree char *id = dup_id (self, chip);

  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_LIT], 0, lit ? id : NULL);
}

static void
chosen (ReadoutActorsField *self, const char *id)
{
  if (id != NULL)
    g_signal_emit (self, signals[SIGNAL_ADD], 0, id);
}

static void
add_chip (ReadoutActorsField *self)
{
  GtkWidget *chip = readout_chip_new ();

  gtk_widget_add_css_class (chip, "actor");
  g_signal_connect_object (
      chip, "activated", G_CALLBACK (chip_activated), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      chip, "removed", G_CALLBACK (chip_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
      chip, "lit", G_CALLBACK (chip_lit), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->chips, chip);
  gtk_box_append (self->chips_box, chip);
}

static void
remove_last_chip (ReadoutActorsField *self)
{
  guint      last = self->chips->len - 1;
  GtkWidget *chip = g_ptr_array_index (self->chips, last);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->chips_box)) == chip)
    gtk_widget_grab_focus (last > 0 ? g_ptr_array_index (self->chips, last - 1)
                                    : GTK_WIDGET (self->chooser));

  g_ptr_array_set_size (self->chips, last);
  gtk_box_remove (self->chips_box, chip);
}

static gboolean
readout_actors_field_grab_focus (GtkWidget *widget)
{
  ReadoutActorsField *self = READOUT_ACTORS_FIELD (widget);

  return gtk_widget_grab_focus (self->chips->len > 0
                                    ? g_ptr_array_index (self->chips, 0)
                                    : GTK_WIDGET (self->chooser));
}

static void
readout_actors_field_dispose (GObject *object)
{
  ReadoutActorsField *self = READOUT_ACTORS_FIELD (object);

  g_ptr_array_set_size (self->chips, 0);

  G_OBJECT_CLASS (readout_actors_field_parent_class)->dispose (object);
}

static void
readout_actors_field_finalize (GObject *object)
{
  ReadoutActorsField *self = READOUT_ACTORS_FIELD (object);

  g_ptr_array_unref (self->chips);
  g_ptr_array_unref (self->ids);
  g_free (self->label);

  G_OBJECT_CLASS (readout_actors_field_parent_class)->finalize (object);
}

static void
readout_actors_field_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  ReadoutActorsField *self = READOUT_ACTORS_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_label (ReadoutActorsField *self, const char *label)
{
  g_autofree char *add = NULL;

  g_free (self->label);
  self->label = g_strdup (label);
  if (label == NULL)
    return;

  /* Translators: the name of a button; %s is the name of a field. */
  add = g_strdup_printf (_ ("%s: add an actor"), label);
  g_object_set (self->chooser, "label", add, "hint", _ ("Add an actor"), NULL);
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
readout_actors_field_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  ReadoutActorsField *self = READOUT_ACTORS_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      set_label (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static guint
new_id_signal (const char *name)
{
  return g_signal_new (name,
                       READOUT_TYPE_ACTORS_FIELD,
                       G_SIGNAL_RUN_LAST,
                       0,
                       NULL,
                       NULL,
                       NULL,
                       G_TYPE_NONE,
                       1,
                       G_TYPE_STRING);
}

static void
readout_actors_field_class_init (ReadoutActorsFieldClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_actors_field_dispose;
  object_class->finalize = readout_actors_field_finalize;
  object_class->get_property = readout_actors_field_get_property;
  object_class->set_property = readout_actors_field_set_property;
  widget_class->focus = readout_focus_in_order;
  widget_class->grab_focus = readout_actors_field_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* Each tells the id of an actor: one chosen to be added, one to be taken
   * out, one clicked, and the one under the pointer or the focus, or NULL. */
  signals[SIGNAL_ADD] = new_id_signal ("add");
  signals[SIGNAL_REMOVE] = new_id_signal ("remove");
  signals[SIGNAL_ACTIVATED] = new_id_signal ("activated");
  signals[SIGNAL_LIT] = new_id_signal ("lit");

  g_type_ensure (READOUT_TYPE_CHOOSER);
  g_type_ensure (READOUT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class,
                                            READOUT_TYPE_ROW_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/widgets/actors-field.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorsField, chips_box);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorsField, empty_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorsField, chooser);
}

static void
readout_actors_field_init (ReadoutActorsField *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->chips = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (
      self->chooser, "chosen", G_CALLBACK (chosen), self, G_CONNECT_SWAPPED);
}

/**
 * readout_actors_field_new:
 *
 * Returns: a new field, without actors
 */
GtkWidget *
readout_actors_field_new (void)
{
  return g_object_new (READOUT_TYPE_ACTORS_FIELD, NULL);
}

/**
 * readout_actors_field_set_actors:
 * @self: a field
 * @ids: (nullable) (array zero-terminated=1): the actors that the record has
 * @names: (nullable) (array zero-terminated=1): their names, in the same order
 */
void
readout_actors_field_set_actors (ReadoutActorsField *self,
                                 char              **ids,
                                 const char *const  *names)
{
  guint n_actors = ids == NULL ? 0 : g_strv_length (ids);

  g_return_if_fail (READOUT_IS_ACTORS_FIELD (self));
  g_return_if_fail (n_actors == 0 || names != NULL);

  while (self->chips->len > n_actors)
    remove_last_chip (self);
  while (self->chips->len < n_actors)
    add_chip (self);

  g_ptr_array_set_size (self->ids, 0);
  for (guint i = 0; i < n_actors; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (ids[i]));
      readout_chip_set_label (g_ptr_array_index (self->chips, i), names[i]);
    }

  gtk_widget_set_visible (self->empty_label, n_actors == 0);
}

/**
 * readout_actors_field_get_chooser:
 * @self: a field
 *
 * Returns: (transfer none): the chooser that adds an actor
 */
ReadoutChooser *
readout_actors_field_get_chooser (ReadoutActorsField *self)
{
  g_return_val_if_fail (READOUT_IS_ACTORS_FIELD (self), NULL);

  return self->chooser;
}

/**
 * readout_actors_field_get_chip:
 * @self: a field
 * @i: which one, from 0
 *
 * Returns: (transfer none) (nullable): its chip
 */
GtkWidget *
readout_actors_field_get_chip (ReadoutActorsField *self, guint i)
{
  g_return_val_if_fail (READOUT_IS_ACTORS_FIELD (self), NULL);

  return i < self->chips->len ? g_ptr_array_index (self->chips, i) : NULL;
}
