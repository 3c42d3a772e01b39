/* entry-row.c: the card of one item
 *
 * Closed, it says in one or two lines what is needed to decide; opened, the
 * form for the kind of the item stands below the first line.  The form is made
 * when the card is opened and goes when it is closed, so that a list of
 * hundreds of cards has one form.
 *
 * The list view keeps some two hundred rows and gives them other entries while
 * it is scrolled, so everything shown follows the entry.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entry-row.h"

#include "inspector/card-text.h"
#include "inspector/editor-factory.h"
#include "widgets/status-mark.h"

struct _ReadoutEntryRow
{
  GtkBox parent_instance;

  ReadoutSession      *session;
  ReadoutMentionIndex *index;
  ReadoutEntry        *entry;
  GtkWidget           *editor;           /* NULL while closed */
  GBinding            *selected_binding; /* list item's to opened */
  const char          *letter_class;     /* static */
  gboolean             opened;
  gboolean             stale; /* changed while it could not be seen */

  ReadoutStatusMark *mark;
  GtkLabel          *letter_label;
  GtkLabel          *title_label;
  GtkWidget         *flag_image;
  GtkLabel          *trailing_label;
  GtkLabel          *confidence_label;
  GtkLabel          *detail_label;
};

enum
{
  PROP_0,
  PROP_OPENED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutEntryRow, readout_entry_row, GTK_TYPE_BOX)

static void
set_optional_label (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text == NULL ? "" : text);
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
set_css_class (gpointer widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* The letter of a mention has the hue of its type. */
static void
set_letter_class (ReadoutEntryRow *self, const ReadoutRecord *record)
{
  const char *css_class = NULL;

  if (record->kind == READOUT_KIND_MENTION)
    css_class = readout_mention_type_to_nick (((ReadoutMention *)record)->type);
  if (self->letter_class == css_class)
    return;

  if (self->letter_class != NULL)
    gtk_widget_remove_css_class (GTK_WIDGET (self->letter_label),
                                 self->letter_class);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->letter_label), css_class);
  self->letter_class = css_class;
}

/* The list item around the card is what a screen reader stops at; GTK 4.8
 * names it by nothing, so the card does. */
static void
update_accessible (ReadoutEntryRow *self, const ReadoutCardText *text)
{
  GtkWidget *item = gtk_widget_get_parent (GTK_WIDGET (self));

  if (item == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  text->name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text->detail == NULL ? "" : text->detail,
                                  -1);
}

static void
update (ReadoutEntryRow *self)
{
  ReadoutDocument *document;
  ReadoutRecord   *record;
  g_auto (ReadoutCardText) text = { 0 };

  if (self->entry == NULL)
    return;
  document = readout_session_get_document (self->session);
  if (document == NULL)
    return;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->stale = TRUE;
      return;
    }

  self->stale = FALSE;
  record = readout_entry_get_record (self->entry);
  readout_card_text_init (&text, document, self->index, record);

  readout_status_mark_set_state (self->mark, record->review.state);
  set_optional_label (self->letter_label, text.letter);
  set_letter_class (self, record);
  gtk_label_set_label (self->title_label, text.title);
  gtk_widget_set_visible (self->flag_image, record->review.flagged);
  set_optional_label (self->trailing_label, text.trailing);
  set_optional_label (self->confidence_label, text.confidence);
  set_optional_label (self->detail_label, text.detail);
  gtk_widget_set_visible (GTK_WIDGET (self->detail_label),
                          text.detail != NULL && *text.detail != '\0'
                              && !self->opened);
  set_css_class (
      self, "rejected", record->review.state == READOUT_STATE_REJECTED);

  update_accessible (self, &text);
}

static void
set_opened (ReadoutEntryRow *self, gboolean opened)
{
  opened = opened && self->entry != NULL;

  if (!opened && self->editor != NULL)
    {
      gtk_box_remove (GTK_BOX (self), self->editor);
      self->editor = NULL;
    }
  else if (opened && self->editor == NULL)
    {
      self->editor
          = readout_editor_new (self->session, self->index, self->entry);
      gtk_box_append (GTK_BOX (self), self->editor);
    }

  set_css_class (self, "opened", opened);
  if (self->opened == opened)
    return;

  self->opened = opened;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPENED]);
}

static void
readout_entry_row_map (GtkWidget *widget)
{
  ReadoutEntryRow *self = READOUT_ENTRY_ROW (widget);

  GTK_WIDGET_CLASS (readout_entry_row_parent_class)->map (widget);

  if (self->stale)
    update (self);
}

/* The focus rests on the list item, where the list's own keys work, and goes
 * into the form only by Tab or a click; Shift+Tab leads back. */
static gboolean
readout_entry_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  ReadoutEntryRow *self = READOUT_ENTRY_ROW (widget);
  GtkWidget       *item = gtk_widget_get_parent (widget);

  if (self->editor == NULL)
    return FALSE;

  if (gtk_widget_get_focus_child (widget) != NULL)
    {
      if (gtk_widget_child_focus (self->editor, direction))
        return TRUE;

      return direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (item);
    }

  return direction == GTK_DIR_TAB_FORWARD && gtk_widget_is_focus (item)
         && gtk_widget_child_focus (self->editor, direction);
}

static gboolean
readout_entry_row_grab_focus (GtkWidget *widget)
{
  return FALSE;
}

static void
readout_entry_row_dispose (GObject *object)
{
  ReadoutEntryRow *self = READOUT_ENTRY_ROW (object);

  g_clear_pointer (&self->selected_binding, g_binding_unbind);
  g_clear_object (&self->entry);
  g_clear_object (&self->index);
  g_clear_object (&self->session);
  self->editor = NULL;

  G_OBJECT_CLASS (readout_entry_row_parent_class)->dispose (object);
}

static void
readout_entry_row_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReadoutEntryRow *self = READOUT_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_OPENED:
      g_value_set_boolean (value, self->opened);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_entry_row_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReadoutEntryRow *self = READOUT_ENTRY_ROW (object);

  switch (prop_id)
    {
    case PROP_OPENED:
      set_opened (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_entry_row_class_init (ReadoutEntryRowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_entry_row_dispose;
  object_class->get_property = readout_entry_row_get_property;
  object_class->set_property = readout_entry_row_set_property;
  widget_class->map = readout_entry_row_map;
  widget_class->focus = readout_entry_row_focus;
  widget_class->grab_focus = readout_entry_row_grab_focus;

  properties[PROP_OPENED] = g_param_spec_boolean (
      "opened",
      NULL,
      NULL,
      FALSE,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (READOUT_TYPE_STATUS_MARK);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/entry-row.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutEntryRow, mark);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, letter_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, title_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, flag_image);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, trailing_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, confidence_label);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryRow, detail_label);
}

static void
readout_entry_row_init (ReadoutEntryRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_entry_row_new:
 * @session: what the window is working on
 * @index: the index of the document's mentions
 *
 * Returns: a new card, of no entry
 */
GtkWidget *
readout_entry_row_new (ReadoutSession *session, ReadoutMentionIndex *index)
{
  ReadoutEntryRow *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (READOUT_IS_MENTION_INDEX (index), NULL);

  self = g_object_new (READOUT_TYPE_ENTRY_ROW, NULL);
  self->session = g_object_ref (session);
  self->index = g_object_ref (index);
  g_signal_connect_object (
      index, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * readout_entry_row_get_entry:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): the item it shows
 */
ReadoutEntry *
readout_entry_row_get_entry (ReadoutEntryRow *self)
{
  g_return_val_if_fail (READOUT_IS_ENTRY_ROW (self), NULL);

  return self->entry;
}

/**
 * readout_entry_row_set_entry:
 * @self: a card
 * @entry: (nullable): the item to show; %NULL while the card is not in use
 */
void
readout_entry_row_set_entry (ReadoutEntryRow *self, ReadoutEntry *entry)
{
  g_return_if_fail (READOUT_IS_ENTRY_ROW (self));
  g_return_if_fail (entry == NULL || READOUT_IS_ENTRY (entry));

  if (self->entry == entry)
    return;

  set_opened (self, FALSE);
  g_set_object (&self->entry, entry);
  update (self);
}

/**
 * readout_entry_row_bind_selected:
 * @self: a card with an entry
 * @item: (nullable): the list item that it stands in; %NULL to let go
 *
 * Opens the card while @item is selected.
 */
void
readout_entry_row_bind_selected (ReadoutEntryRow *self, GtkListItem *item)
{
  g_return_if_fail (READOUT_IS_ENTRY_ROW (self));
  g_return_if_fail (item == NULL || GTK_IS_LIST_ITEM (item));

  g_clear_pointer (&self->selected_binding, g_binding_unbind);
  if (item != NULL)
    self->selected_binding = g_object_bind_property (
        item, "selected", self, "opened", G_BINDING_SYNC_CREATE);
}

/**
 * readout_entry_row_get_editor:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): its form, %NULL while it is closed
 */
GtkWidget *
readout_entry_row_get_editor (ReadoutEntryRow *self)
{
  g_return_val_if_fail (READOUT_IS_ENTRY_ROW (self), NULL);

  return self->editor;
}
