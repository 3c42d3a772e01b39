/* preferences.c: what a person can set once and for all
 *
 * Whoever chooses a model sees its licence in the same place, because that of
 * the weights may ask for more than that of the program.  The list is made when
 * the window opens: reading it takes some milliseconds a model.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "preferences.h"

#include "detect/models/installed.h"
#include "settings.h"

struct _ReadoutPreferences
{
  GtkWindow parent_instance;

  GtkEntry    *author_entry;
  GtkDropDown *model_chooser;
  GtkLabel    *model_help;

  GSettings *settings;
  char      *best;    /* The model that is used if none is chosen. */
  GPtrArray *choices; /* What the setting is for each row. */
  GPtrArray *helps;   /* What is said of each row. */
};

G_DEFINE_FINAL_TYPE (ReadoutPreferences, readout_preferences, GTK_TYPE_WINDOW)

static void
add_model (ReadoutPreferences *self,
           GtkStringList      *titles,
           const char         *choice,
           const char         *title,
           char               *help)
{
  gtk_string_list_append (titles, title);
  g_ptr_array_add (self->choices, g_strdup (choice));
  g_ptr_array_add (self->helps, help);
}

static char *
describe_model (const ReadoutModelAbout *about)
{
  GString *help;

  if (about->licence == NULL)
    return g_strdup (_ ("Nothing is known of its licence."));

  help = g_string_new (NULL);
  g_string_append_printf (
      help, _ ("Licence of the model: %s."), about->licence);
  if (about->terms != NULL)
    g_string_append_printf (help, " %s", about->terms);
  if (about->corpora[0] != NULL)
    {
      g_autofree char *corpora = g_strjoinv (", ", about->corpora);

      g_string_append_c (help, ' ');
      g_string_append_printf (help, _ ("Learned from %s."), corpora);
    }

  return g_string_free (help, FALSE);
}

static void
add_models (ReadoutPreferences *self, GPtrArray *models, const char *chosen)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint place;

  for (guint i = 0; i < models->len; i++)
    {
      const ReadoutInstalledModel *model = g_ptr_array_index (models, i);
      g_autofree char             *title = NULL;

      /* TRANSLATORS: such as "English news (en-news)" */
      title = g_strdup_printf (
          C_ ("model", "%s (%s)"), model->about->title, model->name);
      add_model (
          self, titles, model->name, title, describe_model (model->about));
    }
  add_model (self,
             titles,
             READOUT_MODELS_RULES,
             _ ("Rules only"),
             g_strdup (_ ("No trained model: fewer suggestions are right.")));
  if (!g_ptr_array_find_with_equal_func (
          self->choices, chosen, g_str_equal, &place))
    {
      place = self->choices->len;
      add_model (self,
                 titles,
                 chosen,
                 chosen,
                 g_strdup (_ ("Not one of the installed models.")));
    }

  gtk_drop_down_set_model (self->model_chooser, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->model_chooser, place);
}

static void
show_help (ReadoutPreferences *self)
{
  guint place = gtk_drop_down_get_selected (self->model_chooser);

  if (place < self->helps->len)
    gtk_label_set_label (self->model_help,
                         g_ptr_array_index (self->helps, place));
}

/* The best model stays the one that is chosen by itself, so that a better one
 * is used when it is installed. */
static void
on_model_selected (ReadoutPreferences *self)
{
  guint       place = gtk_drop_down_get_selected (self->model_chooser);
  const char *choice;

  if (place >= self->choices->len)
    return;

  show_help (self);
  choice = g_ptr_array_index (self->choices, place);
  if (self->settings != NULL)
    g_settings_set_string (self->settings,
                           "model",
                           g_str_equal (choice, self->best) ? "" : choice);
}

static void
readout_preferences_dispose (GObject *object)
{
  ReadoutPreferences *self = READOUT_PREFERENCES (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (readout_preferences_parent_class)->dispose (object);
}

static void
readout_preferences_finalize (GObject *object)
{
  ReadoutPreferences *self = READOUT_PREFERENCES (object);

  g_free (self->best);
  g_ptr_array_unref (self->choices);
  g_ptr_array_unref (self->helps);

  G_OBJECT_CLASS (readout_preferences_parent_class)->finalize (object);
}

static void
readout_preferences_class_init (ReadoutPreferencesClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_preferences_dispose;
  object_class->finalize = readout_preferences_finalize;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/preferences.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutPreferences, author_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutPreferences, model_chooser);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutPreferences, model_help);
}

static void
readout_preferences_init (ReadoutPreferences *self)
{
  g_autofree char *name = NULL;

  self->choices = g_ptr_array_new_with_free_func (g_free);
  self->helps = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  name = readout_settings_dup_user_name ();
  gtk_entry_set_placeholder_text (self->author_entry, name);
}

/* Also of a window that has been closed meanwhile, where nobody sees it. */
static void
on_models_listed (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (ReadoutPreferences) self = user_data;
  g_autofree char *chosen = NULL;
  g_autoptr (GPtrArray) models
      = readout_detector_models_list_finish (result, &self->best);

  if (self->settings != NULL)
    chosen = g_settings_get_string (self->settings, "model");
  add_models (
      self, models, chosen != NULL && *chosen != '\0' ? chosen : self->best);
  show_help (self);
  g_signal_connect_object (self->model_chooser,
                           "notify::selected",
                           G_CALLBACK (on_model_selected),
                           self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_sensitive (GTK_WIDGET (self->model_chooser),
                            self->settings != NULL);
}

/**
 * readout_preferences_present:
 * @parent: the window that asks for them
 * @settings: (nullable): what they are kept in; %NULL shows them insensitive
 *
 * Shows the preferences.  What is typed is in force at once; another model is
 * used from the next detection on.
 */
void
readout_preferences_present (GtkWindow *parent, GSettings *settings)
{
  ReadoutPreferences *self;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (settings == NULL || G_IS_SETTINGS (settings));

  self = g_object_new (READOUT_TYPE_PREFERENCES, "transient-for", parent, NULL);
  if (settings != NULL)
    {
      self->settings = g_object_ref (settings);
      g_settings_bind (settings,
                       "author-name",
                       self->author_entry,
                       "text",
                       G_SETTINGS_BIND_DEFAULT);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self->author_entry), settings != NULL);
  gtk_widget_set_sensitive (GTK_WIDGET (self->model_chooser), FALSE);
  readout_detector_models_list_async (on_models_listed, g_object_ref (self));

  gtk_window_present (GTK_WINDOW (self));
}
