/* editor-bindings.c: fields of forms tied to members of records
 *
 * One function for each sort of member: spans, enumerations, strings, ids of
 * actors.  A binding shows the member in its widget after each change, and
 * turns what a person does to the widget into a copy of the record with the
 * member changed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "editor-bindings.h"

#include "session/links.h"
#include "session/selection.h"

/* A field of the form and the member of the record that it shows. */
typedef struct
{
  ReadoutEditor *editor; /* unowned: owns the binding */
  GtkWidget     *widget; /* unowned: a child of the editor */
  gsize          offset;
  ReadoutField   field; /* for spans */
  char          *name;
} Binding;

static void
free_binding (gpointer data)
{
  Binding *binding = data;

  g_free (binding->name);
  g_free (binding);
}

static Binding *
bind (ReadoutEditor    *self,
      gpointer          widget,
      gsize             offset,
      const char       *name,
      ReadoutEditorShow show)
{
  Binding *binding = g_new0 (Binding, 1);

  binding->editor = self;
  binding->widget = widget;
  binding->offset = offset;
  binding->name = g_strdup (name);
  readout_editor_add_field (self, widget, show, binding, free_binding);

  return binding;
}

/* Where the member of @binding is in @record. */
static gpointer
member (const Binding *binding, gconstpointer record)
{
  return (char *)record + binding->offset;
}

static void
commit (Binding *binding, gpointer edited)
{
  g_autofree char *label = NULL;

  /* Translators: a step of undo; %s is the name of a field of a form. */
  label = g_strdup_printf (_ ("Change “%s”"), binding->name);
  readout_editor_commit (binding->editor, edited, label);
}

static void
show_spans (gpointer data, gconstpointer record)
{
  Binding         *binding = data;
  ReadoutDocument *document = readout_session_get_document (
      readout_editor_get_session (binding->editor));

  readout_span_field_set_spans (READOUT_SPAN_FIELD (binding->widget),
                                readout_document_get_text (document),
                                readout_field_peek (record, binding->field));
}

static void
spans_assign (Binding *binding, gboolean add)
{
  readout_session_assign (
      readout_editor_get_session (binding->editor), binding->field, add);
}

static void
spans_remove_piece (Binding *binding, guint piece)
{
  g_autoptr (ReadoutRecord) edited
      = readout_editor_copy_record (binding->editor);
  ReadoutSpanList *spans;

  if (edited == NULL)
    return;

  spans = readout_field_get (edited, binding->field);
  if (piece >= spans->length)
    return;

  readout_span_list_remove (spans, piece);
  commit (binding, edited);
}

static void
spans_focus_piece (Binding *binding, guint piece)
{
  readout_session_set_focus_field (
      readout_editor_get_session (binding->editor), binding->field, piece);
}

static void
spans_lit (Binding *binding, const ReadoutSpanList *spans)
{
  readout_session_set_lit_spans (readout_editor_get_session (binding->editor),
                                 spans);
}

/* Bindings live as long as the form, whose child the widget is; the handlers
 * die with the widget at the latest. */
static void
connect_binding (Binding *binding, const char *signal, GCallback callback)
{
  g_signal_connect_swapped (binding->widget, signal, callback, binding);
}

static char *
get_label (gpointer widget)
{
  char *label;

  g_object_get (widget, "label", &label, NULL);

  return label;
}

/**
 * readout_editor_bind_spans:
 * @self: a form
 * @widget: a field of it
 * @field: the field of the record
 */
void
readout_editor_bind_spans (ReadoutEditor    *self,
                           ReadoutSpanField *widget,
                           ReadoutField      field)
{
  g_autofree char *name = NULL;
  Binding         *binding;

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (READOUT_IS_SPAN_FIELD (widget));

  name = get_label (widget);
  binding = bind (self, widget, 0, name, show_spans);
  binding->field = field;
  connect_binding (binding, "assign", G_CALLBACK (spans_assign));
  connect_binding (binding, "remove-piece", G_CALLBACK (spans_remove_piece));
  connect_binding (binding, "focus-piece", G_CALLBACK (spans_focus_piece));
  connect_binding (binding, "lit", G_CALLBACK (spans_lit));
}

static void
show_enum (gpointer data, gconstpointer record)
{
  Binding *binding = data;
  int     *value = member (binding, record);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (binding->widget), *value);
}

static void
enum_selected (Binding *binding)
{
  g_autoptr (ReadoutRecord) edited
      = readout_editor_copy_record (binding->editor);
  int *value;

  if (edited == NULL)
    return;

  value = member (binding, edited);
  *value = gtk_drop_down_get_selected (GTK_DROP_DOWN (binding->widget));
  commit (binding, edited);
}

/**
 * readout_editor_bind_enum:
 * @self: a form
 * @widget: a drop-down of it, to be filled with the values
 * @offset: of an enumeration in the record
 * @n_values: how many values that has
 * @words: what each of them is called
 * @name: the accessible name of the drop-down
 */
void
readout_editor_bind_enum (ReadoutEditor   *self,
                          GtkDropDown     *widget,
                          gsize            offset,
                          int              n_values,
                          ReadoutEnumWords words,
                          const char      *name)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  Binding *binding;

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (GTK_IS_DROP_DOWN (widget));

  for (int i = 0; i < n_values; i++)
    gtk_string_list_append (list, words (i));
  gtk_drop_down_set_model (widget, G_LIST_MODEL (list));
  gtk_accessible_update_property (
      GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  binding = bind (self, widget, offset, name, show_enum);
  connect_binding (binding, "notify::selected", G_CALLBACK (enum_selected));
}

static void
show_string (gpointer data, gconstpointer record)
{
  Binding *binding = data;
  char   **value = member (binding, record);

  readout_value_entry_set_value (READOUT_VALUE_ENTRY (binding->widget), *value);
}

static void
string_committed (Binding *binding, const char *value)
{
  g_autoptr (ReadoutRecord) edited
      = readout_editor_copy_record (binding->editor);

  if (edited == NULL)
    return;

  readout_record_set_string (member (binding, edited), value);
  commit (binding, edited);
}

/**
 * readout_editor_bind_string:
 * @self: a form
 * @widget: an entry of it
 * @offset: of a string in the record
 * @required: whether the string must not be empty
 */
void
readout_editor_bind_string (ReadoutEditor     *self,
                            ReadoutValueEntry *widget,
                            gsize              offset,
                            gboolean           required)
{
  g_autofree char *name = NULL;
  Binding         *binding;

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (READOUT_IS_VALUE_ENTRY (widget));

  name = get_label (widget);
  binding = bind (self, widget, offset, name, show_string);
  readout_value_entry_set_required (widget, required);
  connect_binding (binding, "committed", G_CALLBACK (string_committed));
}

static void
show_actors (gpointer data, gconstpointer record)
{
  Binding        *binding = data;
  ReadoutSession *session = readout_editor_get_session (binding->editor);
  char          **ids = *(char ***)member (binding, record);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer)readout_session_actor_name (session, ids[i]));
  g_ptr_array_add (names, NULL);

  readout_actors_field_set_actors (READOUT_ACTORS_FIELD (binding->widget),
                                   ids,
                                   (const char *const *)names->pdata);
}

static void
change_actors (Binding    *binding,
               const char *id,
               char **(*change) (char **ids, const char *id))
{
  g_autoptr (ReadoutRecord) edited
      = readout_editor_copy_record (binding->editor);
  g_autofree char **changed = NULL;
  char           ***ids;

  if (edited == NULL)
    return;

  ids = member (binding, edited);
  changed = change (*ids, id);
  readout_record_set_strv (ids, (const char *const *)changed);
  commit (binding, edited);
}

static void
actors_add (Binding *binding, const char *id)
{
  change_actors (binding, id, readout_strv_with);
}

static void
actors_remove (Binding *binding, const char *id)
{
  change_actors (binding, id, readout_strv_without);
}

static void
actors_activated (Binding *binding, const char *id)
{
  readout_session_select (readout_editor_get_session (binding->editor), id);
}

/* An actor has no words of its own: its mentions light up. */
static void
actors_lit (Binding *binding, const char *id)
{
  readout_editor_light_actor (binding->editor, id);
}

static GListModel *
actors_populate (gpointer user_data)
{
  Binding *binding = user_data;
  gpointer record = readout_editor_get_record (binding->editor);
  char  ***ids = member (binding, record);

  return readout_editor_rank_actors (binding->editor, *ids, NULL);
}

/**
 * readout_editor_bind_actors:
 * @self: a form
 * @widget: a field of it
 * @offset: of an array of ids of actors in the record
 */
void
readout_editor_bind_actors (ReadoutEditor      *self,
                            ReadoutActorsField *widget,
                            gsize               offset)
{
  g_autofree char *name = NULL;
  Binding         *binding;

  g_return_if_fail (READOUT_IS_EDITOR (self));
  g_return_if_fail (READOUT_IS_ACTORS_FIELD (widget));

  name = get_label (widget);
  binding = bind (self, widget, offset, name, show_actors);
  readout_chooser_set_populate (
      readout_actors_field_get_chooser (widget), actors_populate, binding);
  connect_binding (binding, "add", G_CALLBACK (actors_add));
  connect_binding (binding, "remove", G_CALLBACK (actors_remove));
  connect_binding (binding, "activated", G_CALLBACK (actors_activated));
  connect_binding (binding, "lit", G_CALLBACK (actors_lit));
}
