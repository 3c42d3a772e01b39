/* row-layout.c: children in one row, each at its full height
 *
 * What a horizontal GtkBox does, but for baselines: that of GTK 4.8 lines them
 * up when it measures for a width and not when it measures without one, and
 * then complains that a row with a label and an icon needs a pixel more than
 * it said.  Here children are placed by their alignment only.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "row-layout.h"

struct _ReadoutRowLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_0,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutRowLayout,
                     readout_row_layout,
                     GTK_TYPE_LAYOUT_MANAGER)

/* The widths that the children need; data is the child. */
static GArray *
request_widths (GtkWidget *widget, guint *n_expand)
{
  GArray    *sizes = g_array_new (FALSE, TRUE, sizeof (GtkRequestedSize));
  GtkWidget *child;

  *n_expand = 0;
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { child };

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &size.minimum_size,
                          &size.natural_size,
                          NULL,
                          NULL);
      if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
        (*n_expand)++;
      g_array_append_val (sizes, size);
    }

  return sizes;
}

/* The widths that the children get in a row of @width; in minimum_size. */
static GArray *
distribute (ReadoutRowLayout *self, GtkWidget *widget, int width)
{
  guint   n_expand;
  GArray *sizes = request_widths (widget, &n_expand);
  int     extra;

  if (sizes->len == 0)
    return sizes;

  extra = width - self->spacing * ((int)sizes->len - 1);
  for (guint i = 0; i < sizes->len; i++)
    extra -= g_array_index (sizes, GtkRequestedSize, i).minimum_size;
  extra = gtk_distribute_natural_allocation (
      MAX (0, extra), sizes->len, (gpointer)sizes->data);

  for (guint i = 0; i < sizes->len && n_expand > 0; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      if (gtk_widget_compute_expand (size->data, GTK_ORIENTATION_HORIZONTAL))
        {
          int share = extra / (int)n_expand;

          size->minimum_size += share;
          extra -= share;
          n_expand--;
        }
    }

  return sizes;
}

static GtkSizeRequestMode
readout_row_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ReadoutRowLayout *self,
               GtkWidget        *widget,
               int              *minimum,
               int              *natural)
{
  guint n_expand;
  g_autoptr (GArray) sizes = request_widths (widget, &n_expand);

  *minimum = *natural = self->spacing * MAX (0, (int)sizes->len - 1);
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      *minimum += size->minimum_size;
      *natural += size->natural_size;
    }
}

static void
measure_height (ReadoutRowLayout *self,
                GtkWidget        *widget,
                int               width,
                int              *minimum,
                int              *natural)
{
  g_autoptr (GArray) sizes = NULL;
  guint n_expand;

  if (width < 0)
    sizes = request_widths (widget, &n_expand);
  else
    sizes = distribute (self, widget, width);

  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int               child_minimum, child_natural;

      gtk_widget_measure (size->data,
                          GTK_ORIENTATION_VERTICAL,
                          width < 0 ? -1 : size->minimum_size,
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
readout_row_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  ReadoutRowLayout *self = READOUT_ROW_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
readout_row_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  ReadoutRowLayout *self = READOUT_ROW_LAYOUT (manager);
  gboolean          rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) sizes = distribute (self, widget, width);
  int x = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);
      int               child_width = size->minimum_size;

      gtk_widget_size_allocate (
          size->data,
          &(GtkAllocation){
              rtl ? width - x - child_width : x, 0, child_width, height },
          -1);
      x += child_width + self->spacing;
    }
}

static void
readout_row_layout_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  ReadoutRowLayout *self = READOUT_ROW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_row_layout_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  ReadoutRowLayout *self = READOUT_ROW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_row_layout_class_init (ReadoutRowLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = readout_row_layout_get_property;
  object_class->set_property = readout_row_layout_set_property;
  layout_class->get_request_mode = readout_row_layout_get_request_mode;
  layout_class->measure = readout_row_layout_measure;
  layout_class->allocate = readout_row_layout_allocate;

  properties[PROP_SPACING]
      = g_param_spec_int ("spacing",
                          NULL,
                          NULL,
                          0,
                          G_MAXINT,
                          0,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
readout_row_layout_init (ReadoutRowLayout *self)
{
}

/**
 * readout_row_layout_new:
 *
 * Returns: (transfer full): a new layout, without spacing
 */
GtkLayoutManager *
readout_row_layout_new (void)
{
  return g_object_new (READOUT_TYPE_ROW_LAYOUT, NULL);
}
