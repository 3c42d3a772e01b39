/* mention-editor.c: the form of a mention
 *
 * Its words are moved in the article by the boundary keys; the form says what
 * they are and whom they refer to.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "mention-editor.h"

#include "inspector/editor-bindings.h"
#include "session/links.h"
#include "widgets/words.h"

struct _ReadoutMentionEditor
{
  ReadoutEditor parent_instance;

  GtkDropDown    *type_drop_down;
  GtkDropDown    *form_drop_down;
  ReadoutChooser *actor_chooser;
};

G_DEFINE_FINAL_TYPE (ReadoutMentionEditor,
                     readout_mention_editor,
                     READOUT_TYPE_EDITOR)

static const char *
type_words (int value)
{
  return readout_words_mention_type (value);
}

static const char *
form_words (int value)
{
  return readout_words_form (value);
}

static GListModel *
populate_actors (gpointer user_data)
{
  ReadoutEditor  *editor = user_data;
  ReadoutMention *mention = readout_editor_get_record (editor);

  return readout_editor_rank_actors (
      editor, NULL, mention->actor == NULL ? NULL : _ ("no actor"));
}

static void
actor_chosen (ReadoutEditor *editor, const char *id)
{
  readout_session_link (readout_editor_get_session (editor), id);
}

static void
readout_mention_editor_setup (ReadoutEditor *editor)
{
  ReadoutMentionEditor *self = READOUT_MENTION_EDITOR (editor);

  readout_editor_bind_enum (editor,
                            self->type_drop_down,
                            G_STRUCT_OFFSET (ReadoutMention, type),
                            READOUT_N_MENTION_TYPES,
                            type_words,
                            _ ("Type"));
  readout_editor_bind_enum (editor,
                            self->form_drop_down,
                            G_STRUCT_OFFSET (ReadoutMention, form),
                            READOUT_N_FORMS,
                            form_words,
                            _ ("Form"));
  readout_chooser_set_populate (self->actor_chooser, populate_actors, self);
}

static void
readout_mention_editor_update (ReadoutEditor *editor, gconstpointer record)
{
  ReadoutMentionEditor *self = READOUT_MENTION_EDITOR (editor);
  const ReadoutMention *mention = record;

  readout_chooser_set_text (
      self->actor_chooser,
      mention->actor == NULL
          ? _ ("no actor")
          : readout_session_actor_name (readout_editor_get_session (editor),
                                        mention->actor));
}

static ReadoutChooser *
readout_mention_editor_get_link_chooser (ReadoutEditor *editor)
{
  return READOUT_MENTION_EDITOR (editor)->actor_chooser;
}

static void
readout_mention_editor_class_init (ReadoutMentionEditorClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  ReadoutEditorClass *editor_class = READOUT_EDITOR_CLASS (klass);

  editor_class->setup = readout_mention_editor_setup;
  editor_class->update = readout_mention_editor_update;
  editor_class->get_link_chooser = readout_mention_editor_get_link_chooser;

  g_type_ensure (READOUT_TYPE_CHOOSER);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/mention-editor.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMentionEditor, type_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMentionEditor, form_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMentionEditor, actor_chooser);
}

static void
readout_mention_editor_init (ReadoutMentionEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->actor_chooser,
                           "chosen",
                           G_CALLBACK (actor_chosen),
                           self,
                           G_CONNECT_SWAPPED);
}
