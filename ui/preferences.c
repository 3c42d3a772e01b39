/* preferences.c: what a person can set once and for all
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "preferences.h"

struct _ReadoutPreferences
{
  GtkWindow parent_instance;

  GtkEntry *author_entry;
};

G_DEFINE_FINAL_TYPE (ReadoutPreferences, readout_preferences, GTK_TYPE_WINDOW)

static void
readout_preferences_class_init (ReadoutPreferencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/preferences.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutPreferences, author_entry);
}

static void
readout_preferences_init (ReadoutPreferences *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_entry_set_placeholder_text (self->author_entry, g_get_user_name ());
}

/**
 * readout_preferences_present:
 * @parent: the window that asks for them
 * @settings: (nullable): what they are kept in; %NULL shows them insensitive
 *
 * Shows the preferences.  What is typed is in force at once.
 */
void
readout_preferences_present (GtkWindow *parent, GSettings *settings)
{
  ReadoutPreferences *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  self = g_object_new (READOUT_TYPE_PREFERENCES, "transient-for", parent, NULL);
  if (settings != NULL)
    g_settings_bind (settings,
                     "author-name",
                     self->author_entry,
                     "text",
                     G_SETTINGS_BIND_DEFAULT);
  else
    gtk_widget_set_sensitive (GTK_WIDGET (self->author_entry), FALSE);

  gtk_window_present (GTK_WINDOW (self));
}
