/* article-layout.c: font, column and header of the article's text
 *
 * A column of about 75 characters in the middle, lines one and a half times as
 * high as the font with room for the lanes, and room for a header above the
 * text.  The header is not put there by gtk_text_view_add_overlay(): GTK 4.8
 * does not move such a child when the text scrolls.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <math.h>
#include <string.h>

#include "article/article-layout.h"

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

/**
 * readout_article_text_get_font_size:
 * @self: the text
 *
 * Returns: the size of the letters in pixels, with zoom and scaling
 */
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

/**
 * readout_article_text_update_metrics:
 * @self: the text
 *
 * Makes line gap and strokes fit the font.  To be called when the font or the
 * number of lanes has changed.
 */
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

/**
 * readout_article_text_update_font:
 * @self: the text
 *
 * Sets the font after the zoom and what the person chose for documents.
 */
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

/**
 * readout_article_text_get_header_area:
 * @self: the text, with a size
 *
 * Returns: where the header belongs now, in coordinates of the widget; above
 *   it when the text is scrolled
 */
GdkRectangle
readout_article_text_get_header_area (ReadoutArticleText *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GdkRectangle area = { 0 };

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (self), area);

  area.x = gtk_text_view_get_left_margin (view);
  area.width = MAX (1,
                    gtk_widget_get_width (GTK_WIDGET (self)) - area.x
                        - gtk_text_view_get_right_margin (view));
  area.height = MAX (1, gtk_text_view_get_top_margin (view) - MARGIN_ABOVE);
  gtk_text_view_buffer_to_window_coords (
      view, GTK_TEXT_WINDOW_WIDGET, 0, -area.height, NULL, &area.y);

  return area;
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

  g_return_if_fail (GTK_IS_TEXT_VIEW (self));

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
      gtk_widget_measure (self->header,
                          GTK_ORIENTATION_VERTICAL,
                          column,
                          NULL,
                          &height,
                          NULL,
                          NULL);
    }

  gtk_text_view_set_left_margin (view, left);
  gtk_text_view_set_right_margin (
      view, readout_article_text_is_rtl (self) ? start : end);
  gtk_text_view_set_top_margin (view, MARGIN_ABOVE + height);

  readout_geometry_clear (self->geometry);
  self->fitted = width;
}
