/* actor-editor.c: the form of an actor
 *
 * What the article says of somebody, the mentions by which it does, and the
 * choice of another actor who is the same.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "actor-editor.h"

#include "inspector/editor-bindings.h"
#include "inspector/mentions-view.h"
#include "inspector/values.h"
#include "session/links.h"
#include "session/selection.h"
#include "widgets/words.h"

struct _ReadoutActorEditor
{
  ReadoutEditor parent_instance;

  ReadoutValueEntry   *name_entry;
  GtkDropDown         *type_drop_down;
  ReadoutValueEntry   *role_entry;
  ReadoutValueEntry   *affiliation_entry;
  ReadoutValueEntry   *country_entry;
  GtkSwitch           *anonymous_switch;
  ReadoutChooser      *merge_chooser;
  ReadoutMentionsView *mentions_view;
};

G_DEFINE_FINAL_TYPE (ReadoutActorEditor,
                     readout_actor_editor,
                     READOUT_TYPE_EDITOR)

static const char *
type_words (int value)
{
  return readout_words_actor_type (value);
}

static void
anonymous_toggled (ReadoutEditor *editor)
{
  ReadoutActorEditor *self = READOUT_ACTOR_EDITOR (editor);
  g_autoptr (ReadoutActor) edited = readout_editor_copy_record (editor);

  if (edited == NULL)
    return;

  edited->anonymous = gtk_switch_get_active (self->anonymous_switch);
  readout_editor_commit (editor,
                         edited,
                         edited->anonymous ? _ ("Mark as Unnamed Source")
                                           : _ ("Mark as Named Source"));
}

static GListModel *
populate_actors (gpointer user_data)
{
  ReadoutActor *actor = readout_editor_get_record (user_data);
  char         *self_only[] = { actor->record.id, NULL };

  return readout_editor_rank_actors (user_data, self_only, NULL);
}

static void
merge_chosen (ReadoutEditor *editor, const char *id)
{
  if (id != NULL)
    readout_session_merge (readout_editor_get_session (editor), id);
}

static void
mention_activated (ReadoutEditor *editor, const char *id)
{
  readout_session_select (readout_editor_get_session (editor), id);
}

static void
mention_lit (ReadoutEditor *editor, const ReadoutSpanList *spans)
{
  readout_session_set_lit_spans (readout_editor_get_session (editor), spans);
}

static void
readout_actor_editor_setup (ReadoutEditor *editor)
{
  ReadoutActorEditor *self = READOUT_ACTOR_EDITOR (editor);

  readout_editor_bind_string (
      editor, self->name_entry, G_STRUCT_OFFSET (ReadoutActor, name), TRUE);
  readout_editor_bind_enum (editor,
                            self->type_drop_down,
                            G_STRUCT_OFFSET (ReadoutActor, type),
                            READOUT_N_ACTOR_TYPES,
                            type_words,
                            _ ("Type"));
  readout_editor_bind_string (
      editor, self->role_entry, G_STRUCT_OFFSET (ReadoutActor, role), FALSE);
  readout_editor_bind_string (editor,
                              self->affiliation_entry,
                              G_STRUCT_OFFSET (ReadoutActor, affiliation),
                              FALSE);
  readout_value_entry_set_check (self->country_entry,
                                 readout_values_check_country);
  readout_editor_bind_string (editor,
                              self->country_entry,
                              G_STRUCT_OFFSET (ReadoutActor, country),
                              FALSE);
  readout_chooser_set_populate (self->merge_chooser, populate_actors, self);
}

static void
readout_actor_editor_update (ReadoutEditor *editor, gconstpointer record)
{
  ReadoutActorEditor *self = READOUT_ACTOR_EDITOR (editor);
  const ReadoutActor *actor = record;
  ReadoutDocument    *document
      = readout_session_get_document (readout_editor_get_session (editor));

  gtk_switch_set_active (self->anonymous_switch, actor->anonymous);
  readout_mentions_view_set_mentions (
      self->mentions_view,
      readout_document_get_text (document),
      readout_mention_index_get (readout_editor_get_index (editor),
                                 actor->record.id));
}

static ReadoutChooser *
readout_actor_editor_get_merge_chooser (ReadoutEditor *editor)
{
  return READOUT_ACTOR_EDITOR (editor)->merge_chooser;
}

static void
readout_actor_editor_class_init (ReadoutActorEditorClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  ReadoutEditorClass *editor_class = READOUT_EDITOR_CLASS (klass);

  editor_class->setup = readout_actor_editor_setup;
  editor_class->update = readout_actor_editor_update;
  editor_class->get_merge_chooser = readout_actor_editor_get_merge_chooser;

  g_type_ensure (READOUT_TYPE_CHOOSER);
  g_type_ensure (READOUT_TYPE_MENTIONS_VIEW);
  g_type_ensure (READOUT_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/actor-editor.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, name_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, type_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, role_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, affiliation_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, country_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, anonymous_switch);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, merge_chooser);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutActorEditor, mentions_view);
}

static void
readout_actor_editor_init (ReadoutActorEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  readout_chooser_set_text (self->merge_chooser, _ ("Merge with…"));
  g_signal_connect_object (self->anonymous_switch,
                           "notify::active",
                           G_CALLBACK (anonymous_toggled),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->merge_chooser,
                           "chosen",
                           G_CALLBACK (merge_chosen),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mentions_view,
                           "activated",
                           G_CALLBACK (mention_activated),
                           self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mentions_view,
                           "lit",
                           G_CALLBACK (mention_lit),
                           self,
                           G_CONNECT_SWAPPED);
}
