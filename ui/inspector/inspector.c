/* inspector.c: the pane of cards beside the article
 *
 * Four tabs, one a kind of item, each with the number of items that wait for a
 * decision; below them a filter and the list.  The session knows which tab is
 * shown and what the filter is; the pane shows it.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "inspector.h"

#include "inspector/editor.h"
#include "inspector/entry-list.h"
#include "inspector/mention-index.h"
#include "session/selection.h"

/* The order of the tabs, which is that in which an article is reviewed. */
static const struct
{
  ReadoutKind kind;
  const char *label;
  const char *keys;
} tab_order[] = {
  { READOUT_KIND_ACTOR, N_ ("Actors"), "Alt+1" },
  { READOUT_KIND_STATEMENT, N_ ("Statements"), "Alt+2" },
  { READOUT_KIND_MEETING, N_ ("Meetings"), "Alt+3" },
  { READOUT_KIND_MENTION, N_ ("Entities"), "Alt+4" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (tab_order) == READOUT_N_KINDS);

struct _ReadoutInspector
{
  GtkBox parent_instance;

  ReadoutSession      *session;
  ReadoutMentionIndex *index;
  GBinding            *filter_binding;

  /* By kind. */
  GtkWidget *tab_buttons[READOUT_N_KINDS];
  GtkLabel  *count_labels[READOUT_N_KINDS];
  GtkWidget *lists[READOUT_N_KINDS]; /* NULL without a session */

  GtkBox      *tabs;
  GtkDropDown *state_drop_down;
  GtkEditable *filter_entry;
  GtkStack    *stack;
};

enum
{
  PROP_0,
  PROP_SESSION,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (ReadoutInspector, readout_inspector, GTK_TYPE_BOX)

static ReadoutEntryList *
get_list (ReadoutInspector *self)
{
  if (self->session == NULL)
    return NULL;

  return READOUT_ENTRY_LIST (
      self->lists[readout_session_get_kind (self->session)]);
}

static ReadoutEditor *
get_editor (ReadoutInspector *self)
{
  ReadoutEntryList *list = get_list (self);
  ReadoutEntryRow  *row
      = list == NULL ? NULL : readout_entry_list_get_selected_row (list);
  GtkWidget *editor = row == NULL ? NULL : readout_entry_row_get_editor (row);

  return editor == NULL ? NULL : READOUT_EDITOR (editor);
}

static void
tab_toggled (ReadoutInspector *self, GtkToggleButton *button)
{
  if (self->session == NULL || !gtk_toggle_button_get_active (button))
    return;

  for (ReadoutKind kind = 0; kind < READOUT_N_KINDS; kind++)
    if (self->tab_buttons[kind] == GTK_WIDGET (button))
      readout_session_set_kind (self->session, kind);
}

static void
update_kind (ReadoutInspector *self)
{
  ReadoutKind shown = readout_session_get_kind (self->session);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->tab_buttons[shown]),
                                TRUE);
  gtk_stack_set_visible_child (self->stack, self->lists[shown]);
  for (ReadoutKind kind = 0; kind < READOUT_N_KINDS; kind++)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self->tab_buttons[kind]),
                                 GTK_ACCESSIBLE_STATE_SELECTED,
                                 kind == shown,
                                 -1);
}

/* A tick says that all is done, which of nothing would be no help. */
static gboolean
has_items (ReadoutInspector *self, ReadoutKind kind)
{
  ReadoutDocument *document = readout_session_get_document (self->session);

  return document != NULL
         && readout_annotations_get_n_records (
                readout_document_get_annotations (document), kind)
                > 0;
}

static void
update_counts (ReadoutInspector *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (tab_order); i++)
    {
      ReadoutKind kind = tab_order[i].kind;
      guint       n = readout_session_count_unreviewed (self->session, kind);
      g_autofree char *count = g_strdup_printf ("%u", n);
      g_autofree char *name = NULL;

      if (n == 0)
        gtk_label_set_label (self->count_labels[kind],
                             has_items (self, kind) ? "✓" : NULL);
      else
        gtk_label_set_label (self->count_labels[kind], count);
      if (n == 0)
        name = g_strdup (_ (tab_order[i].label));
      else
        /* Translators: what a screen reader says of a tab: "Actors, 5 to
         * review". */
        name = g_strdup_printf (
            g_dngettext (
                GETTEXT_PACKAGE, "%s, %u to review", "%s, %u to review", n),
            _ (tab_order[i].label),
            n);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->tab_buttons[kind]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      name,
                                      -1);
    }
}

static void
update_document (ReadoutInspector *self)
{
  readout_mention_index_set_document (
      self->index, readout_session_get_document (self->session));
}

static void
update_text_filter (ReadoutInspector *self)
{
  g_autofree char *filter = NULL;

  g_object_get (self->session, "text-filter", &filter, NULL);
  if (filter == NULL)
    filter = g_strdup ("");
  if (!g_str_equal (filter, gtk_editable_get_text (self->filter_entry)))
    gtk_editable_set_text (self->filter_entry, filter);
}

static void
filter_changed (ReadoutInspector *self)
{
  if (self->session != NULL)
    g_object_set (self->session,
                  "text-filter",
                  gtk_editable_get_text (self->filter_entry),
                  NULL);
}

static void
filter_stopped (ReadoutInspector *self)
{
  gtk_editable_set_text (self->filter_entry, "");
  filter_changed (self);
  readout_inspector_focus_list (self);
}

static void
edit_selected (ReadoutInspector *self)
{
  readout_inspector_edit (self);
}

static void
add_tab (ReadoutInspector *self, guint i)
{
  ReadoutKind      kind = tab_order[i].kind;
  GtkWidget       *button;
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget       *label = gtk_label_new (_ (tab_order[i].label));
  GtkWidget       *count = gtk_label_new (NULL);
  g_autofree char *tooltip = NULL;

  button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                         "accessible-role",
                         GTK_ACCESSIBLE_ROLE_TAB,
                         "hexpand",
                         TRUE,
                         "child",
                         box,
                         NULL);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (count, "count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);

  tooltip
      = g_strdup_printf ("%s (%s)", _ (tab_order[i].label), tab_order[i].keys);
  gtk_widget_set_tooltip_text (button, tooltip);
  if (i > 0)
    gtk_toggle_button_set_group (
        GTK_TOGGLE_BUTTON (button),
        GTK_TOGGLE_BUTTON (self->tab_buttons[tab_order[0].kind]));
  g_signal_connect_object (
      button, "toggled", G_CALLBACK (tab_toggled), self, G_CONNECT_SWAPPED);

  self->tab_buttons[kind] = button;
  self->count_labels[kind] = GTK_LABEL (count);
  gtk_box_append (self->tabs, button);
}

static void
clear_session (ReadoutInspector *self)
{
  if (self->session == NULL)
    return;

  g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->filter_binding, g_binding_unbind);
  for (ReadoutKind kind = 0; kind < READOUT_N_KINDS; kind++)
    if (self->lists[kind] != NULL)
      {
        gtk_stack_remove (self->stack, self->lists[kind]);
        self->lists[kind] = NULL;
      }
  readout_mention_index_set_document (self->index, NULL);
  g_clear_object (&self->session);
}

static void
readout_inspector_dispose (GObject *object)
{
  ReadoutInspector *self = READOUT_INSPECTOR (object);

  clear_session (self);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (readout_inspector_parent_class)->dispose (object);
}

static void
readout_inspector_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  ReadoutInspector *self = READOUT_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_inspector_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  ReadoutInspector *self = READOUT_INSPECTOR (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      readout_inspector_set_session (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
readout_inspector_class_init (ReadoutInspectorClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = readout_inspector_dispose;
  object_class->get_property = readout_inspector_get_property;
  object_class->set_property = readout_inspector_set_property;

  properties[PROP_SESSION] = g_param_spec_object (
      "session",
      NULL,
      NULL,
      READOUT_TYPE_SESSION,
      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, ReadoutInspector, tabs);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutInspector, state_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutInspector, filter_entry);
  gtk_widget_class_bind_template_child (widget_class, ReadoutInspector, stack);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed);
  gtk_widget_class_bind_template_callback (widget_class, filter_stopped);
  gtk_widget_class_bind_template_callback (widget_class,
                                           readout_inspector_focus_list);
}

static void
readout_inspector_init (ReadoutInspector *self)
{
  self->index = readout_mention_index_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (tab_order); i++)
    add_tab (self, i);
}

/**
 * readout_inspector_new:
 * @session: (nullable): what the window is working on
 *
 * Returns: a new pane
 */
GtkWidget *
readout_inspector_new (ReadoutSession *session)
{
  g_return_val_if_fail (session == NULL || READOUT_IS_SESSION (session), NULL);

  return g_object_new (READOUT_TYPE_INSPECTOR, "session", session, NULL);
}

/**
 * readout_inspector_set_session:
 * @self: a pane
 * @session: (nullable): what the window is working on
 */
void
readout_inspector_set_session (ReadoutInspector *self, ReadoutSession *session)
{
  const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "notify::document", G_CALLBACK (update_document) },
    { "notify::document", G_CALLBACK (update_counts) },
    { "notify::kind", G_CALLBACK (update_kind) },
    { "notify::text-filter", G_CALLBACK (update_text_filter) },
    { "counts-changed", G_CALLBACK (update_counts) },
    { "edit-selected", G_CALLBACK (edit_selected) },
  };

  g_return_if_fail (READOUT_IS_INSPECTOR (self));
  g_return_if_fail (session == NULL || READOUT_IS_SESSION (session));

  if (self->session == session)
    return;

  clear_session (self);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
        g_signal_connect_object (session,
                                 handlers[i].signal,
                                 handlers[i].callback,
                                 self,
                                 G_CONNECT_SWAPPED);
      self->filter_binding = g_object_bind_property (
          session,
          "state-filter",
          self->state_drop_down,
          "selected",
          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);

      update_document (self);
      for (guint i = 0; i < G_N_ELEMENTS (tab_order); i++)
        {
          ReadoutKind kind = tab_order[i].kind;

          self->lists[kind]
              = readout_entry_list_new (session, self->index, kind);
          gtk_stack_add_child (self->stack, self->lists[kind]);
        }
      update_kind (self);
      update_counts (self);
      update_text_filter (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

/**
 * readout_inspector_focus_list:
 * @self: a pane
 *
 * Moves the focus to the selected card.
 */
void
readout_inspector_focus_list (ReadoutInspector *self)
{
  ReadoutEntryList *list;

  g_return_if_fail (READOUT_IS_INSPECTOR (self));

  list = get_list (self);
  if (list != NULL)
    readout_entry_list_grab_focus (list);
}

/**
 * readout_inspector_edit:
 * @self: a pane
 *
 * Moves the focus into the form of the selected card.
 *
 * Returns: whether there is one
 */
gboolean
readout_inspector_edit (ReadoutInspector *self)
{
  ReadoutEditor *editor;

  g_return_val_if_fail (READOUT_IS_INSPECTOR (self), FALSE);

  editor = get_editor (self);

  return editor != NULL && readout_editor_focus_first (editor);
}

/**
 * readout_inspector_link:
 * @self: a pane
 *
 * Opens the ranked list of actors for the selected mention, statement or
 * meeting.
 *
 * Returns: whether the selected card has one
 */
gboolean
readout_inspector_link (ReadoutInspector *self)
{
  ReadoutEditor *editor;

  g_return_val_if_fail (READOUT_IS_INSPECTOR (self), FALSE);

  editor = get_editor (self);

  return editor != NULL && readout_editor_popup_link (editor);
}

/**
 * readout_inspector_merge:
 * @self: a pane
 *
 * Opens the ranked list of actors that the selected one can be merged with.
 *
 * Returns: whether the selected card has one
 */
gboolean
readout_inspector_merge (ReadoutInspector *self)
{
  ReadoutEditor *editor;

  g_return_val_if_fail (READOUT_IS_INSPECTOR (self), FALSE);

  editor = get_editor (self);

  return editor != NULL && readout_editor_popup_merge (editor);
}

/**
 * readout_inspector_edit_note:
 * @self: a pane
 *
 * Moves the focus to the note of the selected card.
 *
 * Returns: whether there is one
 */
gboolean
readout_inspector_edit_note (ReadoutInspector *self)
{
  ReadoutEditor *editor;

  g_return_val_if_fail (READOUT_IS_INSPECTOR (self), FALSE);

  editor = get_editor (self);

  return editor != NULL && readout_editor_focus_note (editor);
}
