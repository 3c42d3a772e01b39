/* chooser.c: one of many, ranked, found by typing
 *
 * A button that says what is chosen, and a list that opens below it with the
 * focus in a search entry: Enter takes the first row, so a ranked candidate is
 * two keys away.  The choices are made only when the list opens, because
 * ranking all actors for a mention is worth doing for the one card that asks.
 *
 * The list is filled before it opens, and both of what it can show have the
 * same least size: newer versions of GTK close a popover that is laid out
 * smaller than its content, which happens when the content grows while the
 * popover is on its way to the screen.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "chooser.h"

struct _ReadoutChoice
{
  GObject parent_instance;

  char *id;
  char *label;
  char *detail;
  char *folded; /* label and detail, for searching */
};

G_DEFINE_FINAL_TYPE (ReadoutChoice, readout_choice, G_TYPE_OBJECT)

static void
readout_choice_finalize (GObject *object)
{
  ReadoutChoice *self = READOUT_CHOICE (object);

  g_free (self->id);
  g_free (self->label);
  g_free (self->detail);
  g_free (self->folded);

  G_OBJECT_CLASS (readout_choice_parent_class)->finalize (object);
}

static void
readout_choice_class_init (ReadoutChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = readout_choice_finalize;
}

static void
readout_choice_init (ReadoutChoice *self)
{
}

/**
 * readout_choice_new:
 * @id: (nullable): what it stands for; %NULL for nothing
 * @label: what it is called
 * @detail: (nullable): more about it
 *
 * Returns: (transfer full): a new choice
 */
ReadoutChoice *
readout_choice_new (const char *id, const char *label, const char *detail)
{
  ReadoutChoice   *self = g_object_new (READOUT_TYPE_CHOICE, NULL);
  g_autofree char *words = g_strjoin (" ", label, detail, NULL);

  self->id = g_strdup (id);
  self->label = g_strdup (label);
  self->detail = g_strdup (detail);
  self->folded = g_utf8_casefold (words, -1);

  return self;
}

/**
 * readout_choice_get_id:
 * @self: a choice
 *
 * Returns: (nullable): what it stands for
 */
const char *
readout_choice_get_id (ReadoutChoice *self)
{
  g_return_val_if_fail (READOUT_IS_CHOICE (self), NULL);

  return self->id;
}

/**
 * readout_choice_get_label:
 * @self: a choice
 *
 * Returns: what it is called
 */
const char *
readout_choice_get_label (ReadoutChoice *self)
{
  g_return_val_if_fail (READOUT_IS_CHOICE (self), NULL);

  return self->label;
}

struct _ReadoutChooser
{
  GtkBox parent_instance;

  ReadoutChooserPopulate populate;
  gpointer               populate_data;
  char                  *label;
  char                  *text;
  char                  *folded_search;
  GtkFilterListModel    *filtered;
  GtkFilter             *filter;
  GtkSingleSelection    *selection;

  GtkMenuButton *button;
  GtkWidget     *content;
  GtkLabel      *text_label;
  GtkImage      *image;
  GtkPopover    *popover;
  GtkEditable   *search_entry;
  GtkStack      *stack;
  GtkWidget     *scrolled_window;
  GtkListView   *list_view;
  GtkWidget     *nothing_label;
};

enum
{
  PROP_0,
  PROP_LABEL,
  PROP_HINT,
  PROP_ICON_NAME,
  N_PROPS
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint       signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (ReadoutChooser, readout_chooser, GTK_TYPE_BOX)

static gboolean
matches_search (gpointer item, gpointer user_data)
{
  ReadoutChooser *self = user_data;
  ReadoutChoice  *choice = item;

  return self->folded_search == NULL
         || strstr (choice->folded, self->folded_search) != NULL;
}

static void
update_found (ReadoutChooser *self)
{
  guint n_found = g_list_model_get_n_items (G_LIST_MODEL (self->filtered));

  gtk_stack_set_visible_child (
      self->stack, n_found > 0 ? self->scrolled_window : self->nothing_label);
  if (n_found > 0)
    gtk_single_selection_set_selected (self->selection, 0);
}

static void
search_changed (ReadoutChooser *self)
{
  const char *text = gtk_editable_get_text (self->search_entry);

  g_free (self->folded_search);
  self->folded_search = *text == '\0' ? NULL : g_utf8_casefold (text, -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  update_found (self);
}

/* Fills the list, which is about to open. */
static void
fill (GtkMenuButton *button, gpointer user_data)
{
  ReadoutChooser *self = user_data;
  g_autoptr (GListModel) choices = NULL;

  if (self->populate != NULL)
    choices = self->populate (self->populate_data);

  gtk_editable_set_text (self->search_entry, "");
  g_clear_pointer (&self->folded_search, g_free);
  gtk_filter_list_model_set_model (self->filtered, choices);
  update_found (self);
}

static void
popover_shown (ReadoutChooser *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
choose (ReadoutChooser *self, guint position)
{
  g_autoptr (ReadoutChoice) choice
      = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (choice == NULL)
    return;

  /* Closed first: the focus is back on the button before anything changes. */
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, choice->id);
}

static void
choose_selected (ReadoutChooser *self)
{
  /* "search-changed" may still be on its way for what was typed last. */
  search_changed (self);
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
row_activated (ReadoutChooser *self, guint position)
{
  choose (self, position);
}

static void
stop_search (ReadoutChooser *self)
{
  gtk_popover_popdown (self->popover);
}

/* Up and Down move through the list while the focus stays in the entry. */
static gboolean
search_key_pressed (GtkEventControllerKey *controller,
                    guint                  keyval,
                    guint                  keycode,
                    GdkModifierType        modifiers,
                    ReadoutChooser        *self)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down && selected + 1 < n_items)
    selected++;
  else if (keyval == GDK_KEY_Up && selected > 0 && selected < n_items)
    selected--;
  else
    return GDK_EVENT_STOP;

  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (
      GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", selected);

  return GDK_EVENT_STOP;
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           gpointer                  user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < 2; i++)
    {
      GtkWidget *label = gtk_label_new (NULL);

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), label);
      if (i == 1)
        {
          gtk_widget_add_css_class (label, "dim-label");
          gtk_widget_add_css_class (label, "caption");
        }
    }

  gtk_list_item_set_child (item, box);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  user_data)
{
  ReadoutChoice *choice = gtk_list_item_get_item (item);
  GtkWidget     *box = gtk_list_item_get_child (item);
  GtkWidget     *label = gtk_widget_get_first_child (box);
  GtkWidget     *detail = gtk_widget_get_last_child (box);

  gtk_label_set_label (GTK_LABEL (label), choice->label);
  gtk_label_set_label (GTK_LABEL (detail),
                       choice->detail == NULL ? "" : choice->detail);
  gtk_widget_set_visible (detail, choice->detail != NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_parent (box)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  choice->label,
                                  -1);
}

static void
update_name (ReadoutChooser *self)
{
  g_autofree char *name = NULL;

  if (self->label == NULL)
    return;

  /* Translators: what a screen reader says of a button: name of the field,
   * and what is chosen. */
  if (self->text != NULL)
    name = g_strdup_printf (_ ("%s: %s"), self->label, self->text);
  else
    name = g_strdup (self->label);

  gtk_accessible_update_property (
      GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label,
                                  -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->label,
                                  -1);
}

static gboolean
readout_chooser_grab_focus (GtkWidget *widget)
{
  ReadoutChooser *self = READOUT_CHOOSER (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->button));
}

static void
readout_chooser_dispose (GObject *object)
{
  ReadoutChooser *self = READOUT_CHOOSER (object);

  self->populate = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->filtered);
  g_clear_object (&self->filter);

  G_OBJECT_CLASS (readout_chooser_parent_class)->dispose (object);
}

static void
readout_chooser_finalize (GObject *object)
{
  ReadoutChooser *self = READOUT_CHOOSER (object);

  g_free (self->label);
  g_free (self->text);
  g_free (self->folded_search);

  G_OBJECT_CLASS (readout_chooser_parent_class)->finalize (object);
}

static void
readout_chooser_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  ReadoutChooser *self = READOUT_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_HINT:
      g_value_set_string (value, gtk_widget_get_tooltip_text (self->content));
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, gtk_image_get_icon_name (self->image));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_chooser_set_property (GObject      *object,
                              guint         prop_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  ReadoutChooser *self = READOUT_CHOOSER (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      g_free (self->label);
      self->label = g_value_dup_string (value);
      update_name (self);
      break;
    case PROP_HINT:
      /* Not on the chooser: the list that opens is inside it for GTK, and
       * would show the tooltip over its rows. */
      gtk_widget_set_tooltip_text (self->content, g_value_get_string (value));
      break;
    case PROP_ICON_NAME:
      gtk_image_set_from_icon_name (self->image, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_chooser_class_init (ReadoutChooserClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_chooser_dispose;
  object_class->finalize = readout_chooser_finalize;
  object_class->get_property = readout_chooser_get_property;
  object_class->set_property = readout_chooser_set_property;
  widget_class->grab_focus = readout_chooser_grab_focus;

  properties[PROP_LABEL] = g_param_spec_string (
      "label", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_HINT] = g_param_spec_string (
      "hint", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ICON_NAME]
      = g_param_spec_string ("icon-name",
                             NULL,
                             NULL,
                             "pan-down-symbolic",
                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * ReadoutChooser::chosen:
   * @self: the chooser
   * @id: (nullable): the id of the choice
   */
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen",
                                         G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/widgets/chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutChooser, button);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChooser, content);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChooser, text_label);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChooser, image);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChooser, popover);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChooser, search_entry);
  gtk_widget_class_bind_template_child (widget_class, ReadoutChooser, stack);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChooser, scrolled_window);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChooser, list_view);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutChooser, nothing_label);
  gtk_widget_class_bind_template_callback (widget_class, search_changed);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown);
  gtk_widget_class_bind_template_callback (widget_class, choose_selected);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_bind_template_callback (widget_class, stop_search);
  gtk_widget_class_bind_template_callback (widget_class, search_key_pressed);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
}

static void
readout_chooser_init (ReadoutChooser *self)
{
  self->filter
      = GTK_FILTER (gtk_custom_filter_new (matches_search, self, NULL));
  self->filtered
      = gtk_filter_list_model_new (NULL, g_object_ref (self->filter));
  self->selection
      = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->filtered)));

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list_view,
                           GTK_SELECTION_MODEL (self->selection));

  gtk_menu_button_set_create_popup_func (self->button, fill, self, NULL);

  /* GTK 4.8 centres what is in a menu button; a field begins at the start. */
  gtk_widget_set_halign (gtk_widget_get_parent (self->content), GTK_ALIGN_FILL);
  readout_chooser_set_text (self, NULL);
}

/**
 * readout_chooser_new:
 *
 * Returns: a new chooser, with nothing to choose
 */
GtkWidget *
readout_chooser_new (void)
{
  return g_object_new (READOUT_TYPE_CHOOSER, NULL);
}

/**
 * readout_chooser_set_populate:
 * @self: a chooser
 * @populate: says what can be chosen, each time the list opens
 * @user_data: (closure populate): for @populate; must live as long as @self
 */
void
readout_chooser_set_populate (ReadoutChooser        *self,
                              ReadoutChooserPopulate populate,
                              gpointer               user_data)
{
  g_return_if_fail (READOUT_IS_CHOOSER (self));

  self->populate = populate;
  self->populate_data = user_data;
}

/**
 * readout_chooser_set_text:
 * @self: a chooser
 * @text: (nullable): what is chosen; %NULL for a button with an icon only
 */
void
readout_chooser_set_text (ReadoutChooser *self, const char *text)
{
  g_return_if_fail (READOUT_IS_CHOOSER (self));

  if (text != NULL && g_strcmp0 (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_label (self->text_label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL);
  gtk_widget_set_hexpand (self->content, text != NULL);
  gtk_widget_set_hexpand (GTK_WIDGET (self->button), text != NULL);
  gtk_menu_button_set_has_frame (self->button, text != NULL);
  update_name (self);
}

/**
 * readout_chooser_popup:
 * @self: a chooser
 *
 * Opens the list, with the focus in its search entry.
 */
void
readout_chooser_popup (ReadoutChooser *self)
{
  g_return_if_fail (READOUT_IS_CHOOSER (self));

  gtk_menu_button_popup (self->button);
}

/**
 * readout_chooser_choose_first:
 * @self: a chooser
 *
 * Takes the likeliest choice, as Enter does in the opened list.
 */
void
readout_chooser_choose_first (ReadoutChooser *self)
{
  g_return_if_fail (READOUT_IS_CHOOSER (self));

  choose (self, 0);
}
