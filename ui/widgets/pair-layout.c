/* pair-layout.c: two children beside each other, or one under the other
 *
 * Both get the same width, so that what stands in them can be compared line by
 * line.  Where that would be too narrow to read they go one under the other.
 * How much is enough depends on the font, so that it holds for large text too.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "pair-layout.h"

/* What each of them needs to be beside the other, in characters. */
#define N_CHARS 26

struct _ReadoutPairLayout
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

G_DEFINE_FINAL_TYPE (ReadoutPairLayout,
                     readout_pair_layout,
                     GTK_TYPE_LAYOUT_MANAGER)

static int
get_least_width (GtkWidget *widget)
{
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * N_CHARS;

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (width);
}

/* The width of each of two children, 0 if they are one under the other. */
static int
get_half (ReadoutPairLayout *self, GtkWidget *widget, int width)
{
  int half = (width - self->spacing) / 2;
  int least = get_least_width (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int minimum;

      gtk_widget_measure (
          child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      least = MAX (least, minimum);
    }

  return half >= least ? half : 0;
}

static GtkSizeRequestMode
readout_pair_layout_get_request_mode (GtkLayoutManager *manager,
                                      GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (ReadoutPairLayout *self,
               GtkWidget         *widget,
               int               *minimum,
               int               *natural)
{
  int half = 0;

  *minimum = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_HORIZONTAL,
                          -1,
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      *minimum = MAX (*minimum, child_minimum);
      half = MAX (half, child_natural);
    }
  *natural = 2 * half + self->spacing;
}

static void
measure_height (ReadoutPairLayout *self,
                GtkWidget         *widget,
                int                width,
                int               *minimum,
                int               *natural)
{
  int half = width < 0 ? -1 : get_half (self, widget, width);
  int child_width = half == 0 ? width : half;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child,
                          GTK_ORIENTATION_VERTICAL,
                          child_width,
                          &child_minimum,
                          &child_natural,
                          NULL,
                          NULL);
      if (half == 0)
        {
          int gap = *minimum > 0 ? self->spacing : 0;

          *minimum += child_minimum + gap;
          *natural += child_natural + gap;
        }
      else
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
    }
}

static void
readout_pair_layout_measure (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             GtkOrientation    orientation,
                             int               for_size,
                             int              *minimum,
                             int              *natural,
                             int              *minimum_baseline,
                             int              *natural_baseline)
{
  ReadoutPairLayout *self = READOUT_PAIR_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (self, widget, minimum, natural);
  else
    measure_height (self, widget, for_size, minimum, natural);
}

static void
readout_pair_layout_allocate (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              int               width,
                              int               height,
                              int               baseline)
{
  ReadoutPairLayout *self = READOUT_PAIR_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int      half = get_half (self, widget, width);
  int      x = 0;
  int      y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation area = { 0, y, width, height };

      if (half > 0)
        {
          area.x = rtl ? width - x - half : x;
          area.width = half;
          x += half + self->spacing;
        }
      else
        {
          gtk_widget_measure (child,
                              GTK_ORIENTATION_VERTICAL,
                              width,
                              &area.height,
                              NULL,
                              NULL,
                              NULL);
          y += area.height + self->spacing;
        }
      gtk_widget_size_allocate (child, &area, -1);
    }
}

static void
readout_pair_layout_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  ReadoutPairLayout *self = READOUT_PAIR_LAYOUT (object);

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
readout_pair_layout_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  ReadoutPairLayout *self = READOUT_PAIR_LAYOUT (object);

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
readout_pair_layout_class_init (ReadoutPairLayoutClass *klass)
{
  GObjectClass          *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = readout_pair_layout_get_property;
  object_class->set_property = readout_pair_layout_set_property;
  layout_class->get_request_mode = readout_pair_layout_get_request_mode;
  layout_class->measure = readout_pair_layout_measure;
  layout_class->allocate = readout_pair_layout_allocate;

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
readout_pair_layout_init (ReadoutPairLayout *self)
{
}

/**
 * readout_pair_layout_new:
 * @spacing: between the children, in pixels
 *
 * Returns: (transfer full): a new layout
 */
GtkLayoutManager *
readout_pair_layout_new (int spacing)
{
  return g_object_new (READOUT_TYPE_PAIR_LAYOUT, "spacing", spacing, NULL);
}
