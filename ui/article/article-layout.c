/* article-layout.c: font, column and header of the article's text
 *
 * A column of about 75 characters in the middle, lines one and a half times as
 * high as the font with room for the lanes, and a header that lies over the
 * margin above the text and scrolls with it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <math.h>
#include <string.h>

#include "article/article-text-private.h"

/* The size of the text in that of the interface. */
#define TEXT_SIZE 1.1
#define LINE_HEIGHT 1.5
#define COLUMN_CHARS 75

/* The text size at which a lane's unit is one pixel. */
#define UNIT_SIZE 16.0

#define MARGIN_ABOVE 30
#define MARGIN_START 48
#define MARGIN_END 30

/* The size of the text in pixels, with zoom and scaling. */
double
readout_article_text_get_font_size (ReadoutArticleText *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font
      = pango_context_get_font_description (context);
  double size = pango_font_description_get_size (font) / (double)PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;

  return size;
}

/* Makes line gap and strokes fit the font. */
void
readout_article_text_update_metrics (ReadoutArticleText *self)
{
  PangoContext     *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  double            size = readout_article_text_get_font_size (self);
  double            natural
      = pango_font_metrics_get_height (metrics) / (double)PANGO_SCALE;
  double unit = MAX (1.0, round (2 * size / UNIT_SIZE) / 2);
  int    gap;

  pango_font_metrics_unref (metrics);

  if (self->palette.high_contrast)
    unit *= 2;

  readout_painter_set_size (
      self->painter, unit, gtk_widget_get_scale_factor (GTK_WIDGET (self)));

  gap = (int)lround (LINE_HEIGHT * size - natural);
  gap = MAX (gap,
             (int)self->n_lanes
                 * readout_painter_get_lane_height (self->painter));

  if (gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (self)) != gap)
    {
      gtk_text_view_set_pixels_inside_wrap (GTK_TEXT_VIEW (self), gap);
      gtk_text_view_set_pixels_below_lines (GTK_TEXT_VIEW (self), gap);
    }

  readout_geometry_clear (self->geometry);
  self->fitted = -1;
}

/* The font that a person chose for documents, or a serif one: the default of
 * that setting is the font of the interface, which is not made for reading. */
static char *
find_family (void)
{
  static const char     *id = "org.gnome.desktop.interface";
  static const char     *key = "document-font-name";
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;
  g_autoptr (GVariant) value = NULL;
  g_autofree char      *family = NULL;
  PangoFontDescription *font;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, id, TRUE);
  if (schema == NULL || !g_settings_schema_has_key (schema, key))
    return g_strdup ("serif");

  settings = g_settings_new_full (schema, NULL, NULL);
  value = g_settings_get_user_value (settings, key);
  if (value == NULL)
    return g_strdup ("serif");

  font
      = pango_font_description_from_string (g_variant_get_string (value, NULL));
  family = g_strdup (pango_font_description_get_family (font));
  pango_font_description_free (font);

  /* It goes into a style sheet between quotation marks. */
  if (family == NULL || strpbrk (family, "\"\\\n{}") != NULL)
    return g_strdup ("serif");

  return g_strdup_printf ("\"%s\", serif", family);
}

void
readout_article_text_update_font (ReadoutArticleText *self)
{
  char             size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *family = find_family ();
  g_autofree char *css = NULL;

  g_ascii_formatd (size, sizeof size, "%.4f", TEXT_SIZE * self->zoom);
  css = g_strdup_printf (
      "textview { font-family: %s; font-size: %sem; }", family, size);
  gtk_css_provider_load_from_data (self->font, css, -1);
}

/* GTK 4.8 lets what lies over the text know how far it is scrolled only when
 * the text view is allocated, and then does not allocate it anew; see also
 * readout_article_text_place_header(). */
static void
scrolled (ReadoutArticleText *self)
{
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
vadjustment_changed (ReadoutArticleText *self)
{
  GtkAdjustment *adjustment
      = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self));

  if (self->adjustment == adjustment)
    return;

  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustment, scrolled, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment,
                             "value-changed",
                             G_CALLBACK (scrolled),
                             self,
                             G_CONNECT_SWAPPED);
}

/* To be called at the end of an allocation, to let the header follow what the
 * text view scrolled; what is queued during an allocation is lost, so this
 * allocates it right away. */
void
readout_article_text_place_header (ReadoutArticleText *self)
{
  if (self->header != NULL)
    {
      GtkWidget *layer = gtk_widget_get_parent (self->header);

      gtk_widget_queue_allocate (layer);
      gtk_widget_allocate (layer,
                           gtk_widget_get_width (layer),
                           gtk_widget_get_height (layer),
                           -1,
                           NULL);
    }
}

/* Makes the header follow the scrolled text. */
void
readout_article_text_follow_scrolling (ReadoutArticleText *self)
{
  g_signal_connect (
      self, "notify::vadjustment", G_CALLBACK (vadjustment_changed), NULL);
}

/* Sets the size of the text, 1.0 being the usual one. */
void
readout_article_text_set_zoom (ReadoutArticleText *self, double zoom)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));
  g_return_if_fail (zoom > 0);

  if (self->zoom == zoom)
    return;

  self->zoom = zoom;
  readout_article_text_update_font (self);
}

/**
 * readout_article_text_set_header:
 * @self: the text
 * @header: a widget as wide as the column that scrolls away with the text
 *
 * Puts a widget above the text.  To be called once.
 */
void
readout_article_text_set_header (ReadoutArticleText *self, GtkWidget *header)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));
  g_return_if_fail (GTK_IS_WIDGET (header));
  g_return_if_fail (self->header == NULL);

  self->header = header;
  gtk_text_view_add_overlay (GTK_TEXT_VIEW (self), header, 0, 0);
}

/**
 * readout_article_text_fit:
 * @self: the text
 * @width: the width it is going to have
 *
 * Makes the margins such that the column stands in the middle and is as wide
 * as is good to read, or as there is room for.
 */
void
readout_article_text_fit (ReadoutArticleText *self, int width)
{
  GtkTextView      *view = GTK_TEXT_VIEW (self);
  PangoContext     *context;
  PangoFontMetrics *metrics;
  int               column, margin, start, end, height, left;

  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  if (self->fitted == width || width <= 0)
    return;

  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  column = COLUMN_CHARS
           * pango_font_metrics_get_approximate_char_width (metrics)
           / PANGO_SCALE;
  pango_font_metrics_unref (metrics);

  margin
      = MAX (MARGIN_START, 10 * readout_painter_get_bar_width (self->painter));
  column = MIN (column, width - margin - MARGIN_END);
  column = MAX (column, 1);
  start = MAX (margin, (width - column) / 2);
  end = MAX (0, width - column - start);
  left = readout_article_text_is_rtl (self) ? end : start;

  height = 0;
  if (self->header != NULL && gtk_widget_get_visible (self->header))
    {
      gtk_widget_set_size_request (self->header, column, -1);
      gtk_widget_measure (self->header,
                          GTK_ORIENTATION_VERTICAL,
                          column,
                          &height,
                          NULL,
                          NULL,
                          NULL);
      gtk_text_view_move_overlay (view, self->header, left, -height);
    }

  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (
      view, readout_article_text_is_rtl (self) ? start : end);
  gtk_text_view_set_top_margin (view, MARGIN_ABOVE + height);

  readout_geometry_clear (self->geometry);
  self->fitted = width;
}

/* To be called when the header's words have changed. */
void
readout_article_text_refit (ReadoutArticleText *self)
{
  g_return_if_fail (READOUT_IS_ARTICLE_TEXT (self));

  self->fitted = -1;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
