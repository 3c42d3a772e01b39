/* palette.c: the colours of types and layers
 *
 * The colours are named in colors-light.css and colors-dark.css and nowhere
 * else.  One of the two is loaded for the display, whichever fits the theme,
 * and is exchanged when the theme changes; style sheets use the names as
 * @readout_person_lane, and widgets that draw read them into a struct.
 *
 * Whether a theme is dark or of high contrast is told by its name and by the
 * setting that prefers dark ones: GTK 4.8 has no other way to ask.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include "widgets/palette.h"

#include <string.h>

#define RESOURCES "/org/readout/Readout/"

/* What the display holds: the provider whose file follows the theme. */
typedef struct
{
  GtkSettings    *settings;
  GtkCssProvider *provider;
} Installed;

/* The name of the theme, with the variable that overrides the setting. */
static char *
dup_theme_name (GtkSettings *settings, gboolean *prefers_dark)
{
  const char *override = g_getenv ("GTK_THEME");
  char       *name = NULL;

  g_object_get (settings,
                "gtk-theme-name",
                &name,
                "gtk-application-prefer-dark-theme",
                prefers_dark,
                NULL);

  if (override != NULL && *override != '\0')
    {
      g_free (name);
      name = g_strdup (override);
      *prefers_dark = FALSE;
    }

  return name != NULL ? name : g_strdup ("Default");
}

static gboolean
is_dark (GtkSettings *settings)
{
  gboolean         prefers_dark = FALSE;
  g_autofree char *name = dup_theme_name (settings, &prefers_dark);

  return prefers_dark || g_str_has_suffix (name, "-dark")
         || g_str_has_suffix (name, ":dark")
         || g_str_has_suffix (name, "Inverse");
}

static gboolean
is_high_contrast (GtkSettings *settings)
{
  gboolean         prefers_dark = FALSE;
  g_autofree char *name = dup_theme_name (settings, &prefers_dark);

  return strstr (name, "HighContrast") != NULL || strstr (name, "-hc") != NULL;
}

static void
theme_changed (GtkSettings *settings, GParamSpec *pspec, gpointer user_data)
{
  Installed *installed = user_data;

  gtk_css_provider_load_from_resource (installed->provider,
                                       is_dark (settings)
                                           ? RESOURCES "colors-dark.css"
                                           : RESOURCES "colors-light.css");
}

static void
installed_free (gpointer data)
{
  Installed *installed = data;

  g_signal_handlers_disconnect_by_data (installed->settings, installed);
  g_object_unref (installed->settings);
  g_object_unref (installed->provider);
  g_free (installed);
}

static gboolean
lookup (GtkWidget *widget, const char *name, GdkRGBA *color)
{
  return gtk_style_context_lookup_color (
      gtk_widget_get_style_context (widget), name, color);
}

static void
lookup_hue (GtkWidget *widget, const char *nick, ReadoutHue *hue)
{
  g_autofree char *lane = g_strdup_printf ("readout_%s_lane", nick);
  g_autofree char *tint = g_strdup_printf ("readout_%s_tint", nick);

  if (!lookup (widget, lane, &hue->lane) || !lookup (widget, tint, &hue->tint))
    g_warning ("No colours for “%s”", nick);
}

/**
 * readout_palette_install:
 * @display: the display whose widgets may use the names
 *
 * Makes the named colours known to the style sheets of a display.  Does
 * nothing the second time.
 */
void
readout_palette_install (GdkDisplay *display)
{
  static const char *key = "readout-palette";
  Installed         *installed;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  if (g_object_get_data (G_OBJECT (display), key) != NULL)
    return;

  installed = g_new0 (Installed, 1);
  installed->settings = g_object_ref (gtk_settings_get_for_display (display));
  installed->provider = gtk_css_provider_new ();
  g_object_set_data_full (G_OBJECT (display), key, installed, installed_free);

  g_signal_connect (installed->settings,
                    "notify::gtk-theme-name",
                    G_CALLBACK (theme_changed),
                    installed);
  g_signal_connect (installed->settings,
                    "notify::gtk-application-prefer-dark-theme",
                    G_CALLBACK (theme_changed),
                    installed);
  theme_changed (installed->settings, NULL, installed);

  gtk_style_context_add_provider_for_display (
      display,
      GTK_STYLE_PROVIDER (installed->provider),
      GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * readout_palette_read:
 * @widget: the widget that draws
 * @palette: (out caller-allocates): the colours
 *
 * Reads the colours as they are now.  A widget does this in its css_changed()
 * and keeps them until the next one.
 */
void
readout_palette_read (GtkWidget *widget, ReadoutPalette *palette)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (palette != NULL);

  memset (palette, 0, sizeof *palette);

  for (guint type = 0; type < READOUT_N_MENTION_TYPES; type++)
    lookup_hue (
        widget, readout_mention_type_to_nick (type), &palette->mention[type]);

  lookup_hue (widget, "statement", &palette->statement);
  lookup_hue (widget, "meeting", &palette->meeting);

  if (!lookup (widget, "readout_rejected_lane", &palette->rejected))
    gdk_rgba_parse (&palette->rejected, "gray");
  if (!lookup (widget, "theme_selected_bg_color", &palette->accent))
    gdk_rgba_parse (&palette->accent, "#3584e4");
  if (!lookup (widget, "theme_text_color", &palette->ink))
    gdk_rgba_parse (&palette->ink, "black");
  if (!lookup (widget, "theme_base_color", &palette->paper))
    gdk_rgba_parse (&palette->paper, "white");

  palette->high_contrast = is_high_contrast (gtk_widget_get_settings (widget));
}

/**
 * readout_palette_equal:
 * @a: colours, read by readout_palette_read()
 * @b: others
 *
 * Returns: whether all of them are the same
 */
gboolean
readout_palette_equal (const ReadoutPalette *a, const ReadoutPalette *b)
{
  g_return_val_if_fail (a != NULL, FALSE);
  g_return_val_if_fail (b != NULL, FALSE);

  /* Both come zeroed from readout_palette_read(), padding included. */
  return memcmp (a, b, sizeof *a) == 0;
}
