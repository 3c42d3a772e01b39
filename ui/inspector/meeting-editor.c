/* meeting-editor.c: the form of a meeting
 *
 * Each field holds words of the text; time and duration also have a value that
 * was worked out from them, which stands below and can be typed.
 *
 * SPDX-FileCopyrightText: 2026 The Readout authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "readout-ui"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "meeting-editor.h"

#include "inspector/editor-bindings.h"
#include "inspector/values.h"
#include "widgets/words.h"

struct _ReadoutMeetingEditor
{
  ReadoutEditor parent_instance;

  GtkDropDown        *kind_drop_down;
  GtkDropDown        *status_drop_down;
  ReadoutActorsField *participants_field;
  ReadoutSpanField   *triggers_field;
  ReadoutSpanField   *place_field;
  ReadoutSpanField   *venue_field;
  ReadoutSpanField   *occasion_field;
  ReadoutSpanField   *time_field;
  ReadoutSpanField   *duration_field;
  ReadoutSpanField   *topics_field;
  ReadoutSpanField   *outcomes_field;
  ReadoutValueEntry  *time_entry;
  ReadoutValueEntry  *duration_entry;
};

G_DEFINE_FINAL_TYPE (ReadoutMeetingEditor,
                     readout_meeting_editor,
                     READOUT_TYPE_EDITOR)

static const char *
kind_words (int value)
{
  return readout_words_meeting_kind (value);
}

static const char *
status_words (int value)
{
  return readout_words_meeting_status (value);
}

static void
readout_meeting_editor_setup (ReadoutEditor *editor)
{
  ReadoutMeetingEditor *self = READOUT_MEETING_EDITOR (editor);
  const struct
  {
    ReadoutSpanField *widget;
    ReadoutField      field;
  } fields[] = {
    { self->triggers_field, READOUT_FIELD_TRIGGERS },
    { self->place_field, READOUT_FIELD_PLACE },
    { self->venue_field, READOUT_FIELD_VENUE },
    { self->occasion_field, READOUT_FIELD_OCCASION },
    { self->time_field, READOUT_FIELD_TIME },
    { self->duration_field, READOUT_FIELD_DURATION },
    { self->topics_field, READOUT_FIELD_TOPICS },
    { self->outcomes_field, READOUT_FIELD_OUTCOMES },
  };

  readout_editor_bind_enum (editor,
                            self->kind_drop_down,
                            G_STRUCT_OFFSET (ReadoutMeeting, kind),
                            READOUT_N_MEETING_KINDS,
                            kind_words,
                            _ ("Kind"));
  readout_editor_bind_enum (editor,
                            self->status_drop_down,
                            G_STRUCT_OFFSET (ReadoutMeeting, status),
                            READOUT_N_MEETING_STATUSES,
                            status_words,
                            _ ("Status"));
  readout_editor_bind_actors (editor,
                              self->participants_field,
                              G_STRUCT_OFFSET (ReadoutMeeting, participants));
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    readout_editor_bind_spans (editor, fields[i].widget, fields[i].field);

  readout_value_entry_set_check (self->time_entry, readout_values_check_time);
  readout_editor_bind_string (editor,
                              self->time_entry,
                              G_STRUCT_OFFSET (ReadoutMeeting, time_value),
                              FALSE);
  readout_value_entry_set_check (self->duration_entry,
                                 readout_values_check_duration);
  readout_editor_bind_string (editor,
                              self->duration_entry,
                              G_STRUCT_OFFSET (ReadoutMeeting, duration_value),
                              FALSE);
}

static ReadoutChooser *
readout_meeting_editor_get_link_chooser (ReadoutEditor *editor)
{
  ReadoutMeetingEditor *self = READOUT_MEETING_EDITOR (editor);

  return readout_actors_field_get_chooser (self->participants_field);
}

static void
readout_meeting_editor_class_init (ReadoutMeetingEditorClass *klass)
{
  GtkWidgetClass     *widget_class = GTK_WIDGET_CLASS (klass);
  ReadoutEditorClass *editor_class = READOUT_EDITOR_CLASS (klass);

  editor_class->setup = readout_meeting_editor_setup;
  editor_class->get_link_chooser = readout_meeting_editor_get_link_chooser;

  g_type_ensure (READOUT_TYPE_ACTORS_FIELD);
  g_type_ensure (READOUT_TYPE_SPAN_FIELD);
  g_type_ensure (READOUT_TYPE_VALUE_ENTRY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/readout/Readout/inspector/meeting-editor.ui");
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, kind_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, status_drop_down);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, participants_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, triggers_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, place_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, venue_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, occasion_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, time_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, duration_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, topics_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, outcomes_field);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, time_entry);
  gtk_widget_class_bind_template_child (
      widget_class, ReadoutMeetingEditor, duration_entry);
}

static void
readout_meeting_editor_init (ReadoutMeetingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
