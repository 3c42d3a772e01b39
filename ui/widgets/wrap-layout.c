/* wrap-layout.c: children in lines, as words in a paragraph
 *
 * GtkFlowBox sets its children in columns of one width, which wastes most of
 * a narrow pane on names of differing length.  This sets each at its natural
 * width and begins a new line when the next does not fit; a child wider than
 * the line gets the whole line, and ellipsizes.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "wrap-layout.h"

struct _ReadoutWrapLayout
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

G_DEFINE_FINAL_TYPE (ReadoutWrapLayout,
                     readout_wrap_layout,
                     GTK_TYPE_LAYOUT_MANAGER)

/* Goes through the lines that @widget has at @width, and places the children
 * if @place is set; one walk, so that measuring and placing cannot differ.
 * Returns the height. */
static int
walk_lines (ReadoutWrapLayout *self,
            GtkWidget         *widget,
            int                width,
            gboolean           place)
{
  gboolean   rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int        x = 0;
  int        y = 0;
  int        line_height = 0;
  GtkWidget *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum, child_width, child_height;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &minimum,
                          &child_width,
                          NULL,
                          NULL);
      child_width = MAX (minimum, MIN (child_width, width));
      gtk_widget_measure (child,
                          GTK_ORIENTATION_VERTICAL,
                          child_width,
                          NULL,
                          &child_height,
                          NULL,
                          NULL);

      if (x > 0 && x + child_width > width)
        {
          x = 0;
          y += line_height + self->spacing;
          line_height = 0;
        }

      if (place)
        gtk_widget_size_allocate (
            child,
            &(GtkAllocation){ rtl ? width - x - child_width : x,
                              y,
                              child_width,
                              child_height },
            -1);

      x += child_width + self->spacing;
      line_height = MAX (line_height, child_height);
    }

  return y + line_height;
}

static GtkSizeRequestMode
readout_wrap_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
readout_wrap_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  ReadoutWrapLayout *self = READOUT_WRAP_LAYOUT (manager);
  int                widest = 0;
  int                sum = 0;
  GtkWidget         *child;

  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      widest = MAX (widest, child_minimum);
      sum += child_natural + (sum > 0 ? self->spacing : 0);
    }

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = widest;
      *natural = sum;
    }
  else
    {
      /* Without a width, the least that it may need: in one line.  A window
       * that is wider than it must be would not believe the tallest. */
      *minimum = *natural
          = walk_lines (self, widget, for_size < 0 ? sum : for_size, FALSE);
    }
}

static void
readout_wrap_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  walk_lines (READOUT_WRAP_LAYOUT (manager), widget, width, TRUE);
}

static void
readout_wrap_layout_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReadoutWrapLayout *self = READOUT_WRAP_LAYOUT (object);

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
readout_wrap_layout_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ReadoutWrapLayout *self = READOUT_WRAP_LAYOUT (object);

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
readout_wrap_layout_class_init (ReadoutWrapLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = readout_wrap_layout_get_property;
  object_class->set_property = readout_wrap_layout_set_property;
  layout_class->get_request_mode = readout_wrap_layout_get_request_mode;
  layout_class->measure = readout_wrap_layout_measure;
  layout_class->allocate = readout_wrap_layout_allocate;

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
readout_wrap_layout_init (ReadoutWrapLayout *self)
{
}

/**
 * readout_wrap_layout_new:
 *
 * Returns: (transfer full): a new layout, without spacing
 */
GtkLayoutManager *
readout_wrap_layout_new (void)
{
  return g_object_new (READOUT_TYPE_WRAP_LAYOUT, NULL);
}
