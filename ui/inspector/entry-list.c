/* entry-list.c: the cards of one kind
 *
 * A list view over what the session shows.  The session says what is selected;
 * the list follows, opens that card and brings it into view, and tells the
 * session when a person selects another one.
 *
 * The focus stays in the list while items are decided upon: an accepted item
 * leaves the list, its row goes with it, and the focus goes to the card that
 * is selected next.  Since the row is gone before the selection moves, the
 * list remembers that it had the focus when its rows began to change.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "entry-list.h"

#include "inspector/editor.h"
#include "session/selection.h"

struct _ReadoutEntryList
{
  GtkBox parent_instance;

  ReadoutSession      *session;
  ReadoutMentionIndex *index;
  ReadoutKind          kind;
  GListModel          *shown;     /* of the session */
  GtkSingleSelection  *selection; /* over shown; NULL until first mapped */
  gboolean             syncing;   /* the selection is being set, not made */
  gboolean             had_focus; /* when rows began to change */
  guint                settle_id; /* idle source, 0 if none */

  GtkStack                *stack;
  GtkListView             *list_view;
  GtkEventControllerFocus *focus;
  GtkLabel                *empty_title;
  GtkLabel                *empty_body;
  GtkButton               *empty_button;
};

G_DEFINE_FINAL_TYPE (ReadoutEntryList, readout_entry_list, GTK_TYPE_BOX)

static gboolean
contains_focus (ReadoutEntryList *self)
{
  return gtk_event_controller_focus_contains_focus (self->focus);
}

static GtkWidget *
get_focus (ReadoutEntryList *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root == NULL ? NULL : gtk_root_get_focus (root);
}

static guint
find_selected (ReadoutEntryList *self)
{
  ReadoutEntry *selected = readout_session_get_selected (self->session);
  guint         n_items = g_list_model_get_n_items (self->shown);

  if (selected == NULL || readout_entry_get_kind (selected) != self->kind)
    return GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < n_items; i++)
    {
      g_autoptr (ReadoutEntry) entry = g_list_model_get_item (self->shown, i);

      if (entry == selected)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
scroll_to_selected (ReadoutEntryList *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (position != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (
        GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", position);
}

/* Gives the focus that was in the list to the selected card, unless it is
 * there. */
static void
restore_focus (ReadoutEntryList *self)
{
  ReadoutEntryRow *row = readout_entry_list_get_selected_row (self);
  GtkWidget       *focus = get_focus (self);
  GtkWidget       *item;

  if (!self->had_focus || row == NULL)
    return;

  item = gtk_widget_get_parent (GTK_WIDGET (row));
  if (focus == NULL || (focus != item && !gtk_widget_is_ancestor (focus, item)))
    gtk_widget_grab_focus (item);
}

/* The rows have their sizes now: the opened card can be brought into view, and
 * its row has been made. */
static gboolean
settle (gpointer user_data)
{
  ReadoutEntryList *self = user_data;

  self->settle_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return G_SOURCE_REMOVE;

  scroll_to_selected (self);

  restore_focus (self);
  self->had_focus = FALSE;

  return G_SOURCE_REMOVE;
}

static void
queue_settle (ReadoutEntryList *self)
{
  self->had_focus = self->had_focus || contains_focus (self);
  if (self->settle_id == 0)
    self->settle_id = g_idle_add (settle, self);
}

/* Makes the list's selection that of the session. */
static void
sync_selection (ReadoutEntryList *self)
{
  guint position;

  if (self->selection == NULL)
    return;

  position = find_selected (self);
  if (gtk_single_selection_get_selected (self->selection) == position)
    return;

  /* A person cannot take the selection away, but the session can: newer
   * versions of GTK take a position of none for the wish of a person. */
  self->syncing = TRUE;
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, position);
  gtk_single_selection_set_can_unselect (self->selection, FALSE);
  self->syncing = FALSE;

  /* At once, or the next key would be lost: what had the focus is gone. */
  queue_settle (self);
  restore_focus (self);
}

static void
selection_moved (ReadoutEntryList *self)
{
  ReadoutEntry *entry;

  if (self->syncing)
    return;

  entry = gtk_single_selection_get_selected_item (self->selection);
  if (entry != NULL && entry != readout_session_get_selected (self->session))
    readout_session_select (self->session, readout_entry_get_id (entry));
}

static void
clear_filters (ReadoutEntryList *self)
{
  g_object_set (self->session, "text-filter", "", NULL);
}

static void
show_all (ReadoutEntryList *self)
{
  g_object_set (self->session, "state-filter", READOUT_FILTER_ALL, NULL);
}

static void
empty_clicked (ReadoutEntryList *self)
{
  g_autofree char *text_filter = NULL;

  g_object_get (self->session, "text-filter", &text_filter, NULL);
  if (text_filter != NULL && *text_filter != '\0')
    clear_filters (self);
  else
    show_all (self);
}

static const char *
none_detected (ReadoutKind kind, const char **body)
{
  switch (kind)
    {
    case READOUT_KIND_ACTOR:
      *body = _ ("Nobody in this article was found to speak or to take part. "
                 "Select a name in the article and press r to add an actor.");
      return _ ("No Actors");
    case READOUT_KIND_STATEMENT:
      *body = _ ("No words were found that are ascribed to somebody. Select "
                 "what is said in the article and press q to add a "
                 "statement.");
      return _ ("No Statements");
    case READOUT_KIND_MEETING:
      *body = _ ("No encounter of two actors was found. Select the words that "
                 "speak of one, such as “held talks”, and press m to add a "
                 "meeting.");
      return _ ("No Meetings");
    case READOUT_KIND_MENTION:
    case READOUT_N_KINDS:
    default:
      *body = _ ("No names were found. Select words in the article and press "
                 "the letter of a type, such as p for person.");
      return _ ("No Entities");
    }
}

static const char *
none_in_state (ReadoutStateFilter filter, ReadoutKind kind)
{
  static const char *const all_reviewed[READOUT_N_KINDS] = {
    [READOUT_KIND_MENTION] = N_ ("All Entities Are Reviewed"),
    [READOUT_KIND_ACTOR] = N_ ("All Actors Are Reviewed"),
    [READOUT_KIND_STATEMENT] = N_ ("All Statements Are Reviewed"),
    [READOUT_KIND_MEETING] = N_ ("All Meetings Are Reviewed"),
  };

  switch (filter)
    {
    case READOUT_FILTER_TO_REVIEW:
      return _ (all_reviewed[kind]);
    case READOUT_FILTER_REVIEWED:
      return _ ("Nothing Is Reviewed Yet");
    case READOUT_FILTER_FLAGGED:
      return _ ("Nothing to Look at Again");
    case READOUT_FILTER_REJECTED:
      return _ ("Nothing Is Rejected");
    case READOUT_FILTER_ALL:
    case READOUT_N_FILTERS:
    default:
      return _ ("Everything Is Rejected");
    }
}

static guint
count_records (ReadoutEntryList *self)
{
  ReadoutDocument *document = readout_session_get_document (self->session);

  if (document == NULL)
    return 0;

  return readout_annotations_get_n_records (
      readout_document_get_annotations (document), self->kind);
}

static gboolean
all_kinds_reviewed (ReadoutEntryList *self)
{
  for (ReadoutKind kind = 0; kind < READOUT_N_KINDS; kind++)
    if (readout_session_count_unreviewed (self->session, kind) > 0)
      return FALSE;

  return TRUE;
}

/* Says why nothing is shown, and offers what can be done about it. */
static void
update_empty (ReadoutEntryList *self)
{
  ReadoutStateFilter filter = readout_session_get_state_filter (self->session);
  g_autofree char   *text_filter = NULL;
  const char        *title = NULL;
  const char        *body = NULL;
  const char        *button = NULL;

  if (g_list_model_get_n_items (self->shown) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "list");
      return;
    }

  g_object_get (self->session, "text-filter", &text_filter, NULL);
  if (readout_session_get_document (self->session) == NULL)
    {
      title = _ ("No Article");
    }
  else if (readout_session_get_detecting (self->session))
    {
      title = _ ("Reading the Article…");
    }
  else if (count_records (self) == 0)
    {
      title = none_detected (self->kind, &body);
    }
  else if (text_filter != NULL && *text_filter != '\0')
    {
      title = _ ("Nothing Found");
      body = _ ("No item here has the words of the filter.");
      button = _ ("_Clear the Filter");
    }
  else
    {
      title = none_in_state (filter, self->kind);
      if (filter == READOUT_FILTER_TO_REVIEW)
        body = all_kinds_reviewed (self)
                   ? _ ("That was the last of this article.")
                   : _ ("Press . to go on with what is left.");
      if (filter != READOUT_FILTER_ALL)
        button = _ ("Show _All");
    }

  gtk_label_set_label (self->empty_title, title);
  gtk_label_set_label (self->empty_body, body == NULL ? "" : body);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_body), body != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->empty_button), button != NULL);
  if (button != NULL)
    {
      gtk_button_set_use_underline (self->empty_button, TRUE);
      gtk_button_set_label (self->empty_button, button);
    }
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

/* Connected before the list view sees the change. */
static void
rows_will_change (ReadoutEntryList *self)
{
  self->had_focus = self->had_focus || contains_focus (self);
}

static void
rows_changed (ReadoutEntryList *self)
{
  sync_selection (self);
  update_empty (self);
  if (self->had_focus)
    queue_settle (self);
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           ReadoutEntryList         *self)
{
  gtk_list_item_set_child (item,
                           readout_entry_row_new (self->session, self->index));
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          ReadoutEntryList         *self)
{
  ReadoutEntryRow *row = READOUT_ENTRY_ROW (gtk_list_item_get_child (item));

  readout_entry_row_set_entry (row, gtk_list_item_get_item (item));
  readout_entry_row_bind_selected (row, item);
}

static void
unbind_row (GtkSignalListItemFactory *factory,
            GtkListItem              *item,
            ReadoutEntryList         *self)
{
  ReadoutEntryRow *row = READOUT_ENTRY_ROW (gtk_list_item_get_child (item));

  readout_entry_row_bind_selected (row, NULL);
  readout_entry_row_set_entry (row, NULL);
}

/* Whether the focus is on a card and not inside its form. */
static gboolean
focus_is_on_card (ReadoutEntryList *self)
{
  GtkWidget *focus = get_focus (self);

  return focus != NULL
         && gtk_widget_get_parent (focus) == GTK_WIDGET (self->list_view);
}

static gboolean
edit_selected (ReadoutEntryList *self)
{
  ReadoutEntryRow *row = readout_entry_list_get_selected_row (self);
  GtkWidget *editor = row == NULL ? NULL : readout_entry_row_get_editor (row);

  return editor != NULL && readout_editor_focus_first (READOUT_EDITOR (editor));
}

/* Enter on a card accepts it; the list item itself would take the key for its
 * activation.  F2 and Ctrl+Enter go into the form. */
static gboolean
key_captured (GtkEventControllerKey *controller,
              guint                  keyval,
              guint                  keycode,
              GdkModifierType        modifiers,
              ReadoutEntryList      *self)
{
  gboolean is_enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter
                      || keyval == GDK_KEY_ISO_Enter;

  modifiers &= gtk_accelerator_get_default_mod_mask ();
  if (!focus_is_on_card (self))
    return GDK_EVENT_PROPAGATE;

  if (is_enter && modifiers == 0)
    {
      gtk_widget_activate_action (GTK_WIDGET (self), "win.accept", NULL);
      return GDK_EVENT_STOP;
    }
  if ((is_enter && modifiers == GDK_CONTROL_MASK)
      || (keyval == GDK_KEY_F2 && modifiers == 0))
    {
      edit_selected (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Escape in a form leads back to where one came from, which the window knows,
 * or else to its card. */
static gboolean
key_bubbled (GtkEventControllerKey *controller,
             guint                  keyval,
             guint                  keycode,
             GdkModifierType        modifiers,
             ReadoutEntryList      *self)
{
  if (keyval != GDK_KEY_Escape || focus_is_on_card (self))
    return GDK_EVENT_PROPAGATE;

  if (!gtk_widget_activate_action (GTK_WIDGET (self), "win.leave-card", NULL))
    readout_entry_list_grab_focus (self);
  return GDK_EVENT_STOP;
}

/* The rows are made when the tab is first looked at: two hundred of them for
 * each of four kinds would be felt when the window opens. */
static void
readout_entry_list_map (GtkWidget *widget)
{
  ReadoutEntryList *self = READOUT_ENTRY_LIST (widget);

  if (self->selection == NULL && self->shown != NULL)
    {
      self->selection = gtk_single_selection_new (NULL);
      gtk_single_selection_set_autoselect (self->selection, FALSE);
      gtk_single_selection_set_can_unselect (self->selection, FALSE);
      gtk_single_selection_set_model (self->selection, self->shown);
      gtk_list_view_set_model (self->list_view,
                               GTK_SELECTION_MODEL (self->selection));
      g_signal_connect_object (self->selection,
                               "notify::selected-item",
                               G_CALLBACK (selection_moved),
                               self,
                               G_CONNECT_SWAPPED);
      sync_selection (self);
    }

  GTK_WIDGET_CLASS (readout_entry_list_parent_class)->map (widget);

  if (self->selection != NULL)
    queue_settle (self);
}

static void
readout_entry_list_dispose (GObject *object)
{
  ReadoutEntryList *self = READOUT_ENTRY_LIST (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);

  G_OBJECT_CLASS (readout_entry_list_parent_class)->dispose (object);

  g_clear_object (&self->selection);
  g_clear_object (&self->index);
  g_clear_object (&self->session);
}

static void
readout_entry_list_class_init (ReadoutEntryListClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_entry_list_dispose;
  widget_class->map = readout_entry_list_map;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/entry-list.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutEntryList, stack);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryList, list_view);
  gtk_widget_class_bind_template_child (widget_class, ReadoutEntryList, focus);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryList, empty_title);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryList, empty_body);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutEntryList, empty_button);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, unbind_row);
  gtk_widget_class_bind_template_callback (widget_class, key_captured);
  gtk_widget_class_bind_template_callback (widget_class, key_bubbled);
  gtk_widget_class_bind_template_callback (widget_class, empty_clicked);
}

static void
readout_entry_list_init (ReadoutEntryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * readout_entry_list_new:
 * @session: what the window is working on
 * @index: the index of the document's mentions
 * @kind: the kind of items to list
 *
 * Returns: a new list
 */
GtkWidget *
readout_entry_list_new (ReadoutSession      *session,
                        ReadoutMentionIndex *index,
                        ReadoutKind          kind)
{
  static const char *const names[READOUT_N_KINDS] = {
    [READOUT_KIND_MENTION] = N_ ("Entities"),
    [READOUT_KIND_ACTOR] = N_ ("Actors"),
    [READOUT_KIND_STATEMENT] = N_ ("Statements"),
    [READOUT_KIND_MEETING] = N_ ("Meetings"),
  };
  static const char *const empty_signals[] = { "counts-changed",
                                               "notify::state-filter",
                                               "notify::text-filter",
                                               "notify::document",
                                               "notify::detecting" };
  ReadoutEntryList        *self;

  g_return_val_if_fail (READOUT_IS_SESSION (session), NULL);
  g_return_val_if_fail (READOUT_IS_MENTION_INDEX (index), NULL);
  g_return_val_if_fail (kind < READOUT_N_KINDS, NULL);

  self = g_object_new (READOUT_TYPE_ENTRY_LIST, NULL);
  self->session = g_object_ref (session);
  self->index = g_object_ref (index);
  self->kind = kind;
  self->shown = readout_session_get_shown (session, kind);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (names[kind]),
                                  -1);

  g_signal_connect_object (self->shown,
                           "items-changed",
                           G_CALLBACK (rows_will_change),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->shown,
                           "items-changed",
                           G_CALLBACK (rows_changed),
                           self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (session,
                           "notify::selected",
                           G_CALLBACK (sync_selection),
                           self,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (empty_signals); i++)
    g_signal_connect_object (session,
                             empty_signals[i],
                             G_CALLBACK (update_empty),
                             self,
                             G_CONNECT_SWAPPED);
  update_empty (self);

  return GTK_WIDGET (self);
}

/**
 * readout_entry_list_grab_focus:
 * @self: a list
 *
 * Moves the focus to the selected card, or to the list if none is.
 */
void
readout_entry_list_grab_focus (ReadoutEntryList *self)
{
  ReadoutEntryRow *row;

  g_return_if_fail (READOUT_IS_ENTRY_LIST (self));

  row = readout_entry_list_get_selected_row (self);
  if (row != NULL)
    {
      gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (row)));
    }
  else
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
      self->had_focus = TRUE;
      queue_settle (self);
    }
}

/**
 * readout_entry_list_get_selected_row:
 * @self: a list
 *
 * Returns: (transfer none) (nullable): the opened card, %NULL if nothing is
 *   selected or its row has not been made yet
 */
ReadoutEntryRow *
readout_entry_list_get_selected_row (ReadoutEntryList *self)
{
  ReadoutEntry *selected;

  g_return_val_if_fail (READOUT_IS_ENTRY_LIST (self), NULL);

  selected = readout_session_get_selected (self->session);
  if (selected == NULL)
    return NULL;

  for (GtkWidget *item
       = gtk_widget_get_first_child (GTK_WIDGET (self->list_view));
       item != NULL;
       item = gtk_widget_get_next_sibling (item))
    {
      GtkWidget *child = gtk_widget_get_first_child (item);

      if (READOUT_IS_ENTRY_ROW (child)
          && readout_entry_row_get_entry (READOUT_ENTRY_ROW (child))
                 == selected)
        return READOUT_ENTRY_ROW (child);
    }

  return NULL;
}
