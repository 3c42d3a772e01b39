/* adaptive-panes.c: two panes beside, above, or in place of each other
 *
 * GTK 4.8 has no breakpoints, and a GtkPaned that is turned while it gets its
 * size has to be laid out a second time.  Here both panes stay children of
 * one widget, and the width alone decides where each of them goes: beside
 * each other from 900 px, one under the other from 600 px, one at a time with
 * tabs below.  Nothing is reparented and nothing is asked to resize while
 * sizes are given out, so there is no loop to fall into.
 *
 * The handle between the panes can be dragged, and moved with the arrow keys
 * when it has the focus.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "widgets/adaptive-panes.h"

#define BESIDE_WIDTH 900
#define UNDER_WIDTH 600
#define MIN_SIDE_WIDTH 340
#define MAX_SIDE_WIDTH 520
#define MIN_SHARE 0.2
#define MAX_SHARE 0.8
#define HANDLE_SIZE 9
#define KEY_STEP 20

struct _ReadoutAdaptivePanes
{
  GtkWidget parent_instance;

  GtkWidget *main;
  GtkWidget *side;
  GtkWidget *handle;
  GtkWidget *tabs;
  GtkWidget *main_tab;
  GtkWidget *side_tab;

  gboolean         side_shown;
  int              side_width;
  double           side_share;
  ReadoutPanesMode mode;
};

enum
{
  PROP_0,
  PROP_MAIN,
  PROP_SIDE,
  PROP_MAIN_TITLE,
  PROP_SIDE_TITLE,
  PROP_SIDE_SHOWN,
  PROP_SIDE_WIDTH,
  PROP_SIDE_SHARE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutAdaptivePanes,
                     readout_adaptive_panes,
                     GTK_TYPE_WIDGET)

static gboolean
shows_side (ReadoutAdaptivePanes *self)
{
  return self->side != NULL && self->side_shown;
}

static void
set_side_width (ReadoutAdaptivePanes *self, int width)
{
  width = CLAMP (width, MIN_SIDE_WIDTH, MAX_SIDE_WIDTH);
  if (self->side_width == width)
    return;

  self->side_width = width;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_WIDTH]);
}

static void
set_side_share (ReadoutAdaptivePanes *self, double share)
{
  share = CLAMP (share, MIN_SHARE, MAX_SHARE);
  if (self->side_share == share)
    return;

  self->side_share = share;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE_SHARE]);
}

/* Makes the side larger by @pixels. */
static void
grow_side (ReadoutAdaptivePanes *self, double base, double pixels)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  if (self->mode == READOUT_PANES_BESIDE)
    set_side_width (self, (int)(base + pixels));
  else if (height > 0)
    set_side_share (self, base + pixels / height);
}

static double
get_base (ReadoutAdaptivePanes *self)
{
  return self->mode == READOUT_PANES_BESIDE ? self->side_width
                                            : self->side_share;
}

static void
on_drag_update (GtkGestureDrag       *drag,
                double                offset_x,
                double                offset_y,
                ReadoutAdaptivePanes *self)
{
  GtkWidget       *widget = GTK_WIDGET (self);
  graphene_point_t point;
  double           x, y;

  /* The handle moves under the pointer, so the way is measured from the
   * edge that does not move. */
  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (!gtk_widget_compute_point (
          self->handle,
          widget,
          &GRAPHENE_POINT_INIT ((float)(x + offset_x), (float)(y + offset_y)),
          &point))
    return;

  if (self->mode == READOUT_PANES_UNDER)
    set_side_share (self,
                    1 - point.y / MAX (gtk_widget_get_height (widget), 1));
  else if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    set_side_width (self, (int)point.x);
  else
    set_side_width (self, gtk_widget_get_width (widget) - (int)point.x);
}

static gboolean
on_handle_key (GtkEventControllerKey *controller,
               guint                  keyval,
               guint                  keycode,
               GdkModifierType        state,
               ReadoutAdaptivePanes  *self)
{
  gboolean is_rtl
      = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int step = is_rtl ? -KEY_STEP : KEY_STEP;

  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      grow_side (self, get_base (self), step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      grow_side (self, get_base (self), -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      grow_side (self, get_base (self), KEY_STEP);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      grow_side (self, get_base (self), -KEY_STEP);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
measure_child (GtkWidget     *child,
               GtkOrientation orientation,
               int            for_size,
               int           *minimum,
               int           *natural)
{
  *minimum = *natural = 0;
  if (child != NULL && gtk_widget_get_visible (child))
    gtk_widget_measure (
        child, orientation, for_size, minimum, natural, NULL, NULL);
}

/* The minimum is that of one pane at a time, so that the window can be made
 * as narrow as that; the panes scroll, so heights do not depend on widths. */
static void
readout_adaptive_panes_measure (GtkWidget     *widget,
                                GtkOrientation orientation,
                                int            for_size,
                                int           *minimum,
                                int           *natural,
                                int           *minimum_baseline,
                                int           *natural_baseline)
{
  ReadoutAdaptivePanes *self = READOUT_ADAPTIVE_PANES (widget);
  int main_min, main_nat, side_min, side_nat, tabs_min, tabs_nat;

  measure_child (self->main, orientation, -1, &main_min, &main_nat);
  measure_child (self->side, orientation, -1, &side_min, &side_nat);
  measure_child (self->tabs, orientation, -1, &tabs_min, &tabs_nat);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (MAX (main_min, side_min), tabs_min);
      *natural = main_nat + HANDLE_SIZE
                 + CLAMP (side_nat, MIN_SIDE_WIDTH, MAX_SIDE_WIDTH);
    }
  else
    {
      *minimum = MAX (main_min, side_min) + tabs_min;
      *natural = MAX (main_nat, side_nat) + tabs_nat;
    }
  *natural = MAX (*natural, *minimum);
}

static void
show_child (GtkWidget *child, gboolean shown)
{
  if (child != NULL)
    gtk_widget_set_child_visible (child, shown);
}

/* Gives a child its place, and at least its minimum, which is cut off. */
static void
place (ReadoutAdaptivePanes *self,
       GtkWidget            *child,
       int                   x,
       int                   y,
       int                   width,
       int                   height)
{
  int min_width, min_height, natural;
  int full = gtk_widget_get_width (GTK_WIDGET (self));

  if (child == NULL || !gtk_widget_get_visible (child))
    return;

  measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &min_width, &natural);
  width = MAX (width, min_width);
  measure_child (child, GTK_ORIENTATION_VERTICAL, width, &min_height, &natural);
  height = MAX (height, min_height);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = full - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, y, width, height }, -1);
}

static void
set_handle_cursor (ReadoutAdaptivePanes *self)
{
  gtk_widget_set_cursor_from_name (
      self->handle,
      self->mode == READOUT_PANES_BESIDE ? "col-resize" : "row-resize");
}

static void
readout_adaptive_panes_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  ReadoutAdaptivePanes  *self = READOUT_ADAPTIVE_PANES (widget);
  const ReadoutPanesMode old_mode = self->mode;
  gboolean               side = shows_side (self);

  if (width >= BESIDE_WIDTH)
    self->mode = READOUT_PANES_BESIDE;
  else if (width >= UNDER_WIDTH)
    self->mode = READOUT_PANES_UNDER;
  else
    self->mode = READOUT_PANES_TABS;

  show_child (self->tabs, side && self->mode == READOUT_PANES_TABS);
  show_child (self->handle, side && self->mode != READOUT_PANES_TABS);

  if (!side)
    {
      show_child (self->main, TRUE);
      show_child (self->side, FALSE);
      place (self, self->main, 0, 0, width, height);
    }
  else if (self->mode == READOUT_PANES_BESIDE)
    {
      int side_width = CLAMP (self->side_width, MIN_SIDE_WIDTH, MAX_SIDE_WIDTH);
      int main_width = width - side_width - HANDLE_SIZE;

      show_child (self->main, TRUE);
      show_child (self->side, TRUE);
      place (self, self->main, 0, 0, main_width, height);
      place (self, self->handle, main_width, 0, HANDLE_SIZE, height);
      place (self, self->side, main_width + HANDLE_SIZE, 0, side_width, height);
    }
  else if (self->mode == READOUT_PANES_UNDER)
    {
      int side_height = (int)(height * self->side_share);
      int main_height = height - side_height - HANDLE_SIZE;

      show_child (self->main, TRUE);
      show_child (self->side, TRUE);
      place (self, self->main, 0, 0, width, main_height);
      place (self, self->handle, 0, main_height, width, HANDLE_SIZE);
      place (
          self, self->side, 0, main_height + HANDLE_SIZE, width, side_height);
    }
  else
    {
      gboolean on_side
          = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->side_tab));
      int tabs_height, natural;

      measure_child (
          self->tabs, GTK_ORIENTATION_VERTICAL, width, &tabs_height, &natural);
      show_child (self->main, !on_side);
      show_child (self->side, on_side);
      place (self, self->tabs, 0, 0, width, tabs_height);
      place (self,
             on_side ? self->side : self->main,
             0,
             tabs_height,
             width,
             height - tabs_height);
    }

  if (self->mode != old_mode)
    set_handle_cursor (self);
}

static void
on_tab_toggled (GtkToggleButton *button, ReadoutAdaptivePanes *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_child (ReadoutAdaptivePanes *self, GtkWidget **field, GtkWidget *child)
{
  if (*field == child)
    return;

  g_clear_pointer (field, gtk_widget_unparent);
  *field = child;
  if (child != NULL)
    gtk_widget_insert_before (
        child, GTK_WIDGET (self), field == &self->main ? self->handle : NULL);
}

static void
readout_adaptive_panes_dispose (GObject *object)
{
  ReadoutAdaptivePanes *self = READOUT_ADAPTIVE_PANES (object);

  g_clear_pointer (&self->main, gtk_widget_unparent);
  g_clear_pointer (&self->side, gtk_widget_unparent);
  g_clear_pointer (&self->handle, gtk_widget_unparent);
  g_clear_pointer (&self->tabs, gtk_widget_unparent);

  G_OBJECT_CLASS (readout_adaptive_panes_parent_class)->dispose (object);
}

static void
readout_adaptive_panes_get_property (GObject    *object,
                                     guint       prop_id,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  ReadoutAdaptivePanes *self = READOUT_ADAPTIVE_PANES (object);

  switch (prop_id)
    {
    case PROP_MAIN:
      g_value_set_object (value, self->main);
      break;
    case PROP_SIDE:
      g_value_set_object (value, self->side);
      break;
    case PROP_MAIN_TITLE:
      g_value_set_string (value,
                          gtk_button_get_label (GTK_BUTTON (self->main_tab)));
      break;
    case PROP_SIDE_TITLE:
      g_value_set_string (value,
                          gtk_button_get_label (GTK_BUTTON (self->side_tab)));
      break;
    case PROP_SIDE_SHOWN:
      g_value_set_boolean (value, self->side_shown);
      break;
    case PROP_SIDE_WIDTH:
      g_value_set_int (value, self->side_width);
      break;
    case PROP_SIDE_SHARE:
      g_value_set_double (value, self->side_share);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_adaptive_panes_set_property (GObject      *object,
                                     guint         prop_id,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  ReadoutAdaptivePanes *self = READOUT_ADAPTIVE_PANES (object);

  switch (prop_id)
    {
    case PROP_MAIN:
      set_child (self, &self->main, g_value_get_object (value));
      break;
    case PROP_SIDE:
      set_child (self, &self->side, g_value_get_object (value));
      break;
    case PROP_MAIN_TITLE:
      gtk_button_set_label (GTK_BUTTON (self->main_tab),
                            g_value_get_string (value));
      break;
    case PROP_SIDE_TITLE:
      gtk_button_set_label (GTK_BUTTON (self->side_tab),
                            g_value_get_string (value));
      break;
    case PROP_SIDE_SHOWN:
      if (self->side_shown != g_value_get_boolean (value))
        {
          self->side_shown = g_value_get_boolean (value);
          gtk_widget_queue_resize (GTK_WIDGET (self));
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_SIDE_WIDTH:
      set_side_width (self, g_value_get_int (value));
      break;
    case PROP_SIDE_SHARE:
      set_side_share (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_adaptive_panes_class_init (ReadoutAdaptivePanesClass *klass)
{
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags
      = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = readout_adaptive_panes_dispose;
  object_class->get_property = readout_adaptive_panes_get_property;
  object_class->set_property = readout_adaptive_panes_set_property;
  widget_class->measure = readout_adaptive_panes_measure;
  widget_class->size_allocate = readout_adaptive_panes_size_allocate;

  properties[PROP_MAIN]
      = g_param_spec_object ("main", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_SIDE]
      = g_param_spec_object ("side", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_MAIN_TITLE]
      = g_param_spec_string ("main-title", NULL, NULL, NULL, flags);
  properties[PROP_SIDE_TITLE]
      = g_param_spec_string ("side-title", NULL, NULL, NULL, flags);
  properties[PROP_SIDE_SHOWN]
      = g_param_spec_boolean ("side-shown", NULL, NULL, TRUE, flags);
  properties[PROP_SIDE_WIDTH]
      = g_param_spec_int ("side-width", NULL, NULL, 0, G_MAXINT, 420, flags);
  properties[PROP_SIDE_SHARE]
      = g_param_spec_double ("side-share", NULL, NULL, 0, 1, 0.45, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "adaptive-panes");
}

static void
readout_adaptive_panes_init (ReadoutAdaptivePanes *self)
{
  GtkGesture         *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->side_shown = TRUE;
  self->side_width = 420;
  self->side_share = 0.45;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->handle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->handle, "pane-handle");
  gtk_widget_set_focusable (self->handle, TRUE);
  gtk_widget_set_tooltip_text (self->handle, _ ("Resize the Panes"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->handle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Resize the Panes"),
                                  -1);
  gtk_widget_set_parent (self->handle, GTK_WIDGET (self));

  g_signal_connect_object (
      drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  gtk_widget_add_controller (self->handle, GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (
      keys, "key-pressed", G_CALLBACK (on_handle_key), self, 0);
  gtk_widget_add_controller (self->handle, keys);

  set_handle_cursor (self);

  self->tabs = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_add_css_class (self->tabs, "linked");
  gtk_widget_add_css_class (self->tabs, "pane-tabs");
  self->main_tab = gtk_toggle_button_new ();
  self->side_tab = gtk_toggle_button_new ();
  gtk_widget_set_hexpand (self->main_tab, TRUE);
  gtk_widget_set_hexpand (self->side_tab, TRUE);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (self->side_tab),
                               GTK_TOGGLE_BUTTON (self->main_tab));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->main_tab), TRUE);
  g_signal_connect_object (
      self->side_tab, "toggled", G_CALLBACK (on_tab_toggled), self, 0);
  gtk_box_append (GTK_BOX (self->tabs), self->main_tab);
  gtk_box_append (GTK_BOX (self->tabs), self->side_tab);
  gtk_widget_insert_after (self->tabs, GTK_WIDGET (self), NULL);
}

/**
 * readout_adaptive_panes_get_mode:
 * @self: two panes
 *
 * Returns: how they stand to each other at the present width
 */
ReadoutPanesMode
readout_adaptive_panes_get_mode (ReadoutAdaptivePanes *self)
{
  g_return_val_if_fail (READOUT_IS_ADAPTIVE_PANES (self), READOUT_PANES_BESIDE);

  return self->mode;
}

/**
 * readout_adaptive_panes_show_tab:
 * @self: two panes
 * @side: whether the side pane, rather than the main one
 *
 * Brings one pane to the front where there is room for one only.
 */
void
readout_adaptive_panes_show_tab (ReadoutAdaptivePanes *self, gboolean side)
{
  GtkWidget *tab;

  g_return_if_fail (READOUT_IS_ADAPTIVE_PANES (self));

  tab = side ? self->side_tab : self->main_tab;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (tab), TRUE);
}
