/* statement-editor.c: the form of a statement
 *
 * Nearly all statements have one speaker, so the first is chosen from a ranked
 * list; the others of a joint statement are chips below.  "Nobody is named" is
 * a value, and stands in the list.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "statement-editor.h"

#include "inspector/card-text.h"
#include "inspector/editor-bindings.h"
#include "session/selection.h"
#include "widgets/words.h"

struct _ReadoutStatementEditor
{
  ReadoutEditor parent_instance;

  ReadoutChooser     *speaker_chooser;
  ReadoutChooser     *more_chooser;
  ReadoutActorsField *speakers_field; /* all but the first */
  ReadoutSpanField   *source_field;
  ReadoutSpanField   *cue_field;
  ReadoutSpanField   *content_field;
  GtkDropDown        *manner_drop_down;
  ReadoutActorsField *addressees_field;
  ReadoutChooser     *parent_chooser;
};

G_DEFINE_FINAL_TYPE (ReadoutStatementEditor,
                     readout_statement_editor,
                     READOUT_TYPE_EDITOR)

static const char *
manner_words (int value)
{
  return readout_words_manner (value);
}

static void
set_speakers (ReadoutEditor *editor, char **speakers)
{
  g_autoptr (ReadoutStatement) edited = readout_editor_copy_record (editor);

  if (edited == NULL)
    return;

  readout_record_set_strv (&edited->speakers, (const char *const *)speakers);
  readout_editor_commit (editor, edited, _ ("Change the Speaker"));
}

/* What a person chose takes the place of the first speaker. */
static void
speaker_chosen (ReadoutEditor *editor, const char *id)
{
  ReadoutStatement *statement = readout_editor_get_record (editor);
  g_autoptr (GPtrArray) speakers = g_ptr_array_new_with_free_func (g_free);

  if (id != NULL)
    {
      g_ptr_array_add (speakers, g_strdup (id));
      if (statement->speakers != NULL)
        for (guint i = 1; statement->speakers[i] != NULL; i++)
          if (!g_str_equal (statement->speakers[i], id))
            g_ptr_array_add (speakers, g_strdup (statement->speakers[i]));
    }
  g_ptr_array_add (speakers, NULL);
  set_speakers (editor, (char **)speakers->pdata);
}

static void
speaker_added (ReadoutEditor *editor, const char *id)
{
  ReadoutStatement *statement = readout_editor_get_record (editor);
  g_autofree char **speakers = readout_strv_with (statement->speakers, id);

  set_speakers (editor, speakers);
}

static void
speaker_removed (ReadoutEditor *editor, const char *id)
{
  ReadoutStatement *statement = readout_editor_get_record (editor);
  g_autofree char **speakers = readout_strv_without (statement->speakers, id);

  set_speakers (editor, speakers);
}

static void
speaker_activated (ReadoutEditor *editor, const char *id)
{
  readout_session_select (readout_editor_get_session (editor), id);
}

static GListModel *
populate_speakers (gpointer user_data)
{
  ReadoutStatement *statement = readout_editor_get_record (user_data);

  return readout_editor_rank_actors (
      user_data, NULL, statement->speakers == NULL ? NULL : _ ("no speaker"));
}

static GListModel *
populate_more_speakers (gpointer user_data)
{
  ReadoutStatement *statement = readout_editor_get_record (user_data);

  return readout_editor_rank_actors (user_data, statement->speakers, NULL);
}

/* Whether @statement stands inside @outer at any depth: then it cannot be what
 * @outer stands inside. */
static gboolean
is_inside (ReadoutAnnotations *annotations,
           ReadoutStatement   *statement,
           const char         *outer)
{
  /* A file may bring a ring of parents; no chain is longer than this. */
  guint n_left
      = readout_annotations_get_n_records (annotations, READOUT_KIND_STATEMENT);

  while (statement != NULL && n_left-- > 0)
    {
      if (g_str_equal (statement->record.id, outer))
        return TRUE;
      if (statement->parent == NULL)
        return FALSE;
      statement
          = readout_annotations_get_statement (annotations, statement->parent);
    }

  return FALSE;
}

static char *
describe_parent (ReadoutEditor *editor, const char *id)
{
  ReadoutSession     *session = readout_editor_get_session (editor);
  ReadoutAnnotations *annotations = readout_document_get_annotations (
      readout_session_get_document (session));
  ReadoutStatement *parent;

  if (id == NULL)
    return g_strdup ("—");

  parent = readout_annotations_get_statement (annotations, id);
  if (parent == NULL)
    return g_strdup (id);

  return readout_session_describe (session, parent);
}

/* The statements that this one can stand inside, those around its place in the
 * text first. */
static GListModel *
populate_parents (gpointer user_data)
{
  ReadoutEditor      *editor = user_data;
  ReadoutStatement   *self = readout_editor_get_record (editor);
  ReadoutSession     *session = readout_editor_get_session (editor);
  GListStore         *choices = g_list_store_new (READOUT_TYPE_CHOICE);
  ReadoutAnnotations *annotations = readout_document_get_annotations (
      readout_session_get_document (session));
  guint n
      = readout_annotations_get_n_records (annotations, READOUT_KIND_STATEMENT);
  guint n_around = 0;
  g_autoptr (ReadoutChoice) none = readout_choice_new (NULL, "—", NULL);

  for (guint i = 0; i < n; i++)
    {
      ReadoutStatement *statement = readout_annotations_get_record (
          annotations, READOUT_KIND_STATEMENT, i);
      g_autofree char *words = NULL;
      g_autoptr (ReadoutChoice) choice = NULL;
      gboolean around;

      if (statement->record.review.state == READOUT_STATE_REJECTED
          || is_inside (annotations, statement, self->record.id))
        continue;

      around = readout_span_overlaps (readout_record_get_extent (statement),
                                      readout_record_get_extent (self));
      words = readout_session_describe (session, statement);
      choice = readout_choice_new (statement->record.id, words, NULL);
      if (around)
        g_list_store_insert (choices, n_around++, choice);
      else
        g_list_store_append (choices, choice);
    }

  if (self->parent != NULL)
    g_list_store_append (choices, none);

  return G_LIST_MODEL (choices);
}

static void
parent_chosen (ReadoutEditor *editor, const char *id)
{
  g_autoptr (ReadoutStatement) edited = readout_editor_copy_record (editor);

  if (edited == NULL)
    return;

  readout_shared_string_set (&edited->parent, id);
  readout_editor_commit (editor, edited, _ ("Change “Inside”"));
}

static void
readout_statement_editor_setup (ReadoutEditor *editor)
{
  ReadoutStatementEditor *self = READOUT_STATEMENT_EDITOR (editor);

  readout_chooser_set_populate (self->speaker_chooser, populate_speakers, self);
  readout_chooser_set_populate (
      self->more_chooser, populate_more_speakers, self);
  readout_chooser_set_populate (
      readout_actors_field_get_chooser (self->speakers_field),
      populate_more_speakers,
      self);
  readout_chooser_set_populate (self->parent_chooser, populate_parents, self);

  readout_editor_bind_spans (editor, self->source_field, READOUT_FIELD_SOURCE);
  readout_editor_bind_spans (editor, self->cue_field, READOUT_FIELD_CUE);
  readout_editor_bind_spans (
      editor, self->content_field, READOUT_FIELD_CONTENT);
  readout_editor_bind_enum (editor,
                            self->manner_drop_down,
                            G_STRUCT_OFFSET (ReadoutStatement, manner),
                            READOUT_N_MANNERS,
                            manner_words,
                            _ ("Manner"));
  readout_editor_bind_actors (editor,
                              self->addressees_field,
                              G_STRUCT_OFFSET (ReadoutStatement, addressees));
}

static void
readout_statement_editor_update (ReadoutEditor *editor, gconstpointer record)
{
  ReadoutStatementEditor *self = READOUT_STATEMENT_EDITOR (editor);
  const ReadoutStatement *statement = record;
  ReadoutSession         *session = readout_editor_get_session (editor);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *parent = NULL;
  char           **more = NULL;

  readout_chooser_set_text (
      self->speaker_chooser,
      statement->speakers == NULL
          ? _ ("no speaker")
          : readout_session_actor_name (session, statement->speakers[0]));

  if (statement->speakers != NULL)
    more = statement->speakers + 1;
  for (guint i = 0; more != NULL && more[i] != NULL; i++)
    g_ptr_array_add (names,
                     (gpointer)readout_session_actor_name (session, more[i]));
  g_ptr_array_add (names, NULL);
  readout_actors_field_set_actors (
      self->speakers_field, more, (const char *const *)names->pdata);
  gtk_widget_set_visible (GTK_WIDGET (self->speakers_field), names->len > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->more_chooser),
                          statement->speakers != NULL && names->len == 1);

  parent = describe_parent (editor, statement->parent);
  readout_chooser_set_text (self->parent_chooser, parent);
}

static gboolean
readout_statement_editor_focus_first (ReadoutEditor *editor)
{
  ReadoutStatementEditor *self = READOUT_STATEMENT_EDITOR (editor);

  return gtk_widget_grab_focus (GTK_WIDGET (self->speaker_chooser));
}

static ReadoutChooser *
readout_statement_editor_get_link_chooser (ReadoutEditor *editor)
{
  return READOUT_STATEMENT_EDITOR (editor)->speaker_chooser;
}

static void
readout_statement_editor_class_init (ReadoutStatementEditorClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  ReadoutEditorClass *editor_class = READOUT_EDITOR_CLASS (klass);

  editor_class->setup = readout_statement_editor_setup;
  editor_class->update = readout_statement_editor_update;
  editor_class->focus_first = readout_statement_editor_focus_first;
  editor_class->get_link_chooser = readout_statement_editor_get_link_chooser;

  g_type_ensure (READOUT_TYPE_ACTORS_FIELD);
  g_type_ensure (READOUT_TYPE_CHOOSER);
  g_type_ensure (READOUT_TYPE_SPAN_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/statement-editor.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, speaker_chooser);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, more_chooser);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, speakers_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, source_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, cue_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, content_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, manner_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, addressees_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutStatementEditor, parent_chooser);
}

static void
readout_statement_editor_init (ReadoutStatementEditor *self)
{
  const struct
  {
    gpointer    widget;
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { NULL, "chosen", G_CALLBACK (speaker_chosen) },
    { NULL, "add", G_CALLBACK (speaker_added) },
    { NULL, "remove", G_CALLBACK (speaker_removed) },
    { NULL, "activated", G_CALLBACK (speaker_activated) },
    { NULL, "lit", G_CALLBACK (readout_editor_light_actor) },
    { NULL, "chosen", G_CALLBACK (parent_chosen) },
    { NULL, "chosen", G_CALLBACK (speaker_added) },
  };
  gpointer widgets[G_N_ELEMENTS (handlers)];

  gtk_widget_init_template (GTK_WIDGET (self));

  widgets[0] = self->speaker_chooser;
  widgets[1] = widgets[2] = widgets[3] = widgets[4] = self->speakers_field;
  widgets[5] = self->parent_chooser;
  widgets[6] = self->more_chooser;
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (widgets[i],
                             handlers[i].signal,
                             handlers[i].callback,
                             self,
                             G_CONNECT_SWAPPED);
}
