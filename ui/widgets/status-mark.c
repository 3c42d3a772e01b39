/* status-mark.c: the state of an item as a small drawing
 *
 * A hollow ring is a suggestion, a tick a confirmed or added item, a tick with
 * a pencil a corrected one, a cross a rejected one.  The shapes differ, so no
 * state hangs on a colour; the colour is the text's.  Drawn here rather than
 * taken from an icon theme, because a theme may miss one of the set, and so
 * that all four have one weight and grow with the text.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "status-mark.h"

#include "words.h"

struct _ReadoutStatusMark
{
  GtkWidget parent_instance;

  ReadoutReviewState state;
};

G_DEFINE_FINAL_TYPE (ReadoutStatusMark, readout_status_mark, GTK_TYPE_WIDGET)

/* All shapes are drawn in a square of 16 units, scaled to the line height. */
#define UNITS 16.0

static void
draw_tick (cairo_t *cr)
{
  cairo_move_to (cr, 2.5, 8.5);
  cairo_line_to (cr, 6, 12);
  cairo_line_to (cr, 13.5, 4);
  cairo_stroke (cr);
}

/* A tick that leaves the lower right corner to a pencil. */
static void
draw_tick_and_pencil (cairo_t *cr)
{
  cairo_move_to (cr, 1, 6.5);
  cairo_line_to (cr, 4, 9.5);
  cairo_line_to (cr, 10.5, 2);
  cairo_stroke (cr);

  cairo_move_to (cr, 7, 15);
  cairo_line_to (cr, 7.8, 12);
  cairo_line_to (cr, 13, 6.8);
  cairo_line_to (cr, 15.2, 9);
  cairo_line_to (cr, 10, 14.2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
readout_status_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  ReadoutStatusMark *self = READOUT_STATUS_MARK (widget);
  int                width = gtk_widget_get_width (widget);
  int                height = gtk_widget_get_height (widget);
  double             size = MIN (width, height);
  GdkRGBA            color;
  cairo_t           *cr;

  if (size <= 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, (width - size) / 2, (height - size) / 2);
  cairo_scale (cr, size / UNITS, size / UNITS);
  cairo_set_line_width (cr, 1.75);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  gdk_cairo_set_source_rgba (cr, &color);

  switch (self->state)
    {
    case READOUT_STATE_SUGGESTED:
      cairo_arc (cr, 8, 8, 5, 0, 2 * G_PI);
      cairo_stroke (cr);
      break;

    case READOUT_STATE_CONFIRMED:
    case READOUT_STATE_ADDED:
      draw_tick (cr);
      break;

    case READOUT_STATE_CORRECTED:
      draw_tick_and_pencil (cr);
      break;

    case READOUT_STATE_REJECTED:
      cairo_move_to (cr, 3.5, 3.5);
      cairo_line_to (cr, 12.5, 12.5);
      cairo_move_to (cr, 12.5, 3.5);
      cairo_line_to (cr, 3.5, 12.5);
      cairo_stroke (cr);
      break;

    case READOUT_N_STATES:
    default:
      g_assert_not_reached ();
    }

  cairo_destroy (cr);
}

static void
readout_status_mark_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  PangoContext     *context = gtk_widget_get_pango_context (widget);
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int size = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);

  *minimum = *natural = MAX (size, 12);
}

static void
readout_status_mark_class_init (ReadoutStatusMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = readout_status_mark_snapshot;
  widget_class->measure = readout_status_mark_measure;

  gtk_widget_class_set_css_name (widget_class, "statusmark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
readout_status_mark_init (ReadoutStatusMark *self)
{
  /* Not the value that set_state() compares with, so that the first call
   * gives the drawing its name. */
  self->state = READOUT_N_STATES;
  readout_status_mark_set_state (self, READOUT_STATE_SUGGESTED);
}

/**
 * readout_status_mark_new:
 *
 * Returns: a new mark, of a suggestion
 */
GtkWidget *
readout_status_mark_new (void)
{
  return g_object_new (READOUT_TYPE_STATUS_MARK, NULL);
}

/**
 * readout_status_mark_set_state:
 * @self: a mark
 * @state: the state to show
 */
void
readout_status_mark_set_state (ReadoutStatusMark *self,
                               ReadoutReviewState state)
{
  g_return_if_fail (READOUT_IS_STATUS_MARK (self));
  g_return_if_fail (state < READOUT_N_STATES);

  if (self->state == state)
    return;

  self->state = state;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self),
                               readout_words_review_state (state));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  readout_words_review_state (state),
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * readout_status_mark_get_state:
 * @self: a mark
 *
 * Returns: the state that is shown
 */
ReadoutReviewState
readout_status_mark_get_state (ReadoutStatusMark *self)
{
  g_return_val_if_fail (READOUT_IS_STATUS_MARK (self), READOUT_STATE_SUGGESTED);

  return self->state;
}
